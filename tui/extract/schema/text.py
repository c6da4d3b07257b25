"""How a text falls into sentences, and which of its lines are no article at all."""

from tui.extract.schema.base import Rule


class SentenceRule(Rule, frozen=True, kw_only=True):
    """Where sentences end: regular expressions whose match ends one, and words after which none ends."""

    breaks: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class BoilerplateRule(Rule, frozen=True, kw_only=True):
    """A line that is page furniture: ``line`` is matched against the whole line, case left aside."""

    line: str
