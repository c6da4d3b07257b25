"""Article and rules in, claims out: the engine runs the stages, each of which stands with its topic."""

from typing import TYPE_CHECKING

from tui.model.lazily import lazily

if TYPE_CHECKING:
    from tui.extract.alternatives import Alternatives
    from tui.extract.asking import indicator_names, read_number, vocabulary
    from tui.extract.checking.trial import load_lasting_rules, load_rules
    from tui.extract.engine import claim_at, draft_document, extract
    from tui.extract.packs.rules import RuleSet
    from tui.extract.passage import passage_around

__all__ = [
    "Alternatives",
    "RuleSet",
    "claim_at",
    "draft_document",
    "extract",
    "indicator_names",
    "load_lasting_rules",
    "load_rules",
    "passage_around",
    "read_number",
    "vocabulary",
]

# Each name is fetched when it is first asked for: a session opens before the stages are loaded.
__getattr__ = lazily(
    __name__,
    {
        "alternatives": ("Alternatives",),
        "asking": ("indicator_names", "read_number", "vocabulary"),
        "engine": ("claim_at", "draft_document", "extract"),
        "packs.rules": ("RuleSet",),
        "passage": ("passage_around",),
        "checking.trial": ("load_lasting_rules", "load_rules"),
    },
)
