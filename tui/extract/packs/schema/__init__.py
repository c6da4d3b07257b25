"""The kinds of rule files: each kind is a file name under ``rules/`` and a record for its entries."""

from tui.extract.packs.schema.base import PackInfo, Rule
from tui.extract.packs.schema.catalogue import IndicatorRule
from tui.extract.packs.schema.measures import MeasureRule
from tui.extract.packs.schema.nonclaims import NonclaimRule
from tui.extract.packs.schema.numbers import (
    FixedRule,
    FractionRule,
    GrammarRule,
    NumeralRule,
    PercentRule,
    ScaleRule,
)
from tui.extract.packs.schema.places import GazetteerRule, PlaceCueRule, PlaceRule
from tui.extract.packs.schema.quantity import (
    BoundRule,
    CounterRule,
    DoubtRule,
    NounRule,
    PerRule,
    SingularRule,
    StopRule,
    UnitRule,
)
from tui.extract.packs.schema.status import StatusRule
from tui.extract.packs.schema.subjects import SubjectRule
from tui.extract.packs.schema.tables import TableRule
from tui.extract.packs.schema.tags import ChunkRule, RetagRule, TagRule
from tui.extract.packs.schema.text import BoilerplateRule, SpellingRule
from tui.extract.packs.schema.times import FeastRule, TimeFrame, TimePart, TimeReach, TimeRule
from tui.extract.packs.schema.tolerances import ToleranceRule
from tui.model.rule import HeaderRule, LanguageRule, SentenceRule

# File stem -> record. A file may be split by topic behind a dash: counters.yaml, counters-health.yaml.
KINDS: dict[str, type[Rule]] = {
    "boilerplate": BoilerplateRule,
    "bounds": BoundRule,
    "chunks": ChunkRule,
    "counters": CounterRule,
    "doubts": DoubtRule,
    "feasts": FeastRule,
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
    "tables": TableRule,
    "tags": TagRule,
    "tolerances": ToleranceRule,
    "units": UnitRule,
}

__all__ = ["KINDS", "PackInfo", "Rule"]
