"""The kinds of rule files: each kind is a file name under ``rules/`` and a record for its entries."""

from tui.extract.schema.base import PackInfo, Rule
from tui.extract.schema.catalogue import IndicatorRule
from tui.extract.schema.measures import MeasureRule
from tui.extract.schema.nonclaims import NonclaimRule
from tui.extract.schema.numbers import (
    FixedRule,
    FractionRule,
    GrammarRule,
    NumeralRule,
    PercentRule,
    ScaleRule,
)
from tui.extract.schema.places import GazetteerRule, PlaceCueRule, PlaceRule
from tui.extract.schema.quantity import (
    BoundRule,
    CounterRule,
    DoubtRule,
    NounRule,
    PerRule,
    SingularRule,
    StopRule,
    UnitRule,
)
from tui.extract.schema.status import StatusRule
from tui.extract.schema.subjects import SubjectRule
from tui.extract.schema.tags import ChunkRule, RetagRule, TagRule
from tui.extract.schema.text import BoilerplateRule, SentenceRule, SpellingRule
from tui.extract.schema.times import TimeFrame, TimePart, TimeReach, TimeRule
from tui.extract.schema.tolerances import ToleranceRule
from tui.model.rule import HeaderRule, LanguageRule

# File stem -> record. A file may be split by topic behind a dash: counters.yaml, counters-health.yaml.
KINDS: dict[str, type[Rule]] = {
    "boilerplate": BoilerplateRule,
    "bounds": BoundRule,
    "chunks": ChunkRule,
    "counters": CounterRule,
    "doubts": DoubtRule,
    "fixed": FixedRule,
    "fractions": FractionRule,
    "gazetteer": GazetteerRule,
    "grammar": GrammarRule,
    "indicators": IndicatorRule,
    "headers": HeaderRule,
    "language": LanguageRule,
    "measures": MeasureRule,
    "nonclaims": NonclaimRule,
    "nouns": NounRule,
    "numerals": NumeralRule,
    "per": PerRule,
    "percents": PercentRule,
    "placecues": PlaceCueRule,
    "places": PlaceRule,
    "retags": RetagRule,
    "scales": ScaleRule,
    "sentences": SentenceRule,
    "singular": SingularRule,
    "spellings": SpellingRule,
    "status": StatusRule,
    "stops": StopRule,
    "timeframes": TimeFrame,
    "timeparts": TimePart,
    "timereach": TimeReach,
    "times": TimeRule,
    "subjects": SubjectRule,
    "tags": TagRule,
    "tolerances": ToleranceRule,
    "units": UnitRule,
}

__all__ = ["KINDS", "PackInfo", "Rule"]
