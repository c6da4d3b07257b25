"""The words under which the desk shows fields, their closed values and the states of a claim."""

from collections import Counter
from collections.abc import Iterable

from tui.model import BOUNDS, MEASURES, STATUSES, Article
from tui.text.cells import cells
from tui.ui.i18n import N_, _

_SHORT = 5  # cells

FIELD_LABELS = {
    "value": N_("value"),
    "unit": N_("unit"),
    "per": N_("per"),
    "bound": N_("bound"),
    "measure": N_("measure"),
    "subject": N_("subject"),
    "place": N_("place"),
    "period": N_("period"),
    "status": N_("status"),
    "indicator": N_("indicator"),
    "start": N_("start"),
    "end": N_("end"),
}

VALUE_LABELS = {
    "exact": N_("exact"),
    "over": N_("over"),
    "under": N_("under"),
    "about": N_("about"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
    "level": N_("level"),
    "change": N_("change"),
    "growth": N_("growth"),
    "rank": N_("rank"),
    "actual": N_("actual"),
    "planned": N_("planned"),
}

VERDICT_LABELS = {
    "pending": N_("pending"),
    "accepted": N_("accepted"),
    "fixed": N_("fixed"),
    "rejected": N_("rejected"),
    "skipped": N_("skipped"),
}

# The doubts that the built-in rules tell, for the catalogue; those of other rules are shown as they stand.
DOUBT_LABELS = (
    N_("unit guessed"),
    N_("no subject found"),
    N_("no place found"),
    N_("place of another sentence"),
    N_("time in its sentence not taken"),
    N_("year guessed"),
    N_("in a line that is no sentence"),
    N_("no number"),
)

# One letter for each field: what `f` waits for, and what the labels of the detail pane underline.
FIELD_LETTERS = {
    "value": "v",
    "unit": "u",
    "per": "p",
    "bound": "b",
    "measure": "m",
    "subject": "s",
    "place": "l",
    "period": "t",
    "status": "x",
    "indicator": "i",
}

# The fields with a short list of values, in the order in which a repeated letter walks through them.
CHOICES: dict[str, tuple[str, ...]] = {"bound": BOUNDS, "measure": MEASURES, "status": STATUSES}

# Fields that may be empty.
OPTIONAL_FIELDS = frozenset({"per", "place", "period", "indicator"})


def field_label(name: str) -> str:
    """A field's name in the reader's language."""
    return _(FIELD_LABELS.get(name, name))


def labels_are_short() -> bool:
    """Whether there is always room for a letter before the fields' names, as there is in Chinese."""
    return all(cells(field_label(name)) <= _SHORT for name in FIELD_LETTERS)


def value_label(name: str) -> str:
    """The name of a closed field's value in the reader's language."""
    return _(VALUE_LABELS.get(name, name))


def doubt_label(words: str) -> str:
    """A doubt in the reader's language."""
    return _(words)


def verdict_label(name: str) -> str:
    """The name of a claim's state in the reader's language."""
    return _(VERDICT_LABELS.get(name, name))


def article_labels(articles: Iterable[Article]) -> dict[str, str]:
    """What articles are called, by their ids; those that share a title by their files before it.

    The text that a file had earlier, kept behind the present one for what was decided on it, says so.
    """
    labels: dict[str, str] = {}
    known = list(articles)
    paths: set[str] = set()
    shared = Counter({each.path: each.label for each in known}.values())
    for each in known:
        before = _("earlier text") if each.path in paths else each.name if shared[each.label] > 1 else ""
        labels[each.id] = f"{before} \u00b7 {each.label}" if before else each.label
        paths.add(each.path)
    return labels
