"""The fields of a claim as pieces of lines: which stand beside one another, their labels and values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from tui.model import Claim, FieldValue
from tui.review.history import Step
from tui.text.cells import cells
from tui.text.display import one_line
from tui.ui.labels import FIELD_LETTERS, doubt_label, field_label, labels_are_short, value_label
from tui.ui.widgets.claim_row import short_period
from tui.ui.widgets.lines import Pieces, fit_pieces, folded, pieces_cells
from tui.ui.widgets.marks import DOUBT, NOTE, STATE_MARKS

_CLOSED = frozenset({"bound", "measure", "status"})
_ROOMY = 44  # from this width on the letters stand before the labels, below it within them
_BROAD = 60  # from this width on place and period stand beside one another
_LONG, _SHORT = 14, 8  # cells that values with a word behind them take: numbers, and words such as planned
_HIGH = 9  # from this height on a narrow pane gives each long field a line of its own
_FLAT, _WIDE = 8, 56  # a pane lower than the one and wider than the other has its fields three abreast
_ARROW, _NOTHING = " \u2192 ", "\u2013"
# The rows from the top, the dearest first: a low pane leaves out the last ones.
_ROWS: tuple[tuple[str, ...], ...] = (
    ("value", "measure"),
    ("unit", "per"),
    ("bound", "status"),
    ("subject",),
    ("place", "period"),
    ("indicator",),
)
_NARROW_ROWS: tuple[tuple[str, ...], ...] = (
    ("value", "measure"),
    ("unit", "per"),
    ("bound", "status"),
    ("subject",),
    ("place",),
    ("period",),
    ("indicator",),
)
_FLAT_ROWS: tuple[tuple[str, ...], ...] = (
    ("value", "unit", "per"),
    ("bound", "measure", "status"),
    ("place", "period"),
    ("subject", "indicator"),
)
FIELDS_IN_ROWS = tuple(name for row in _ROWS for name in row)


@dataclass(frozen=True)
class Facts:
    """All that is shown of one claim.

    ``original`` is the claim before it was fixed; ``troubles`` says in words what looks wrong with it;
    ``steps`` is its history.
    """

    claim: Claim
    written: str
    state: str = "pending"
    original: Claim | None = None
    note: str = ""
    reason: str = ""
    by: str = ""
    troubles: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


def fit_label(text: str, width: int) -> str:
    """A label and at least one space."""
    return text + " " * max(1, width - cells(text))


def value_text(value: FieldValue) -> str:
    """A field's value for reading: thousands grouped, a range with a dash, a dash for none."""
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, tuple):
        return f"{value[0]:,f}{_NOTHING}{value[1]:,f}"
    if isinstance(value, (str, int)):
        return str(value)
    return f"{value:,f}"


def _has_room_for_letters(width: int) -> bool:
    """Whether letters stand before the labels: in short ones, as of Chinese, they couldn't stand within."""
    return width >= _ROOMY or labels_are_short()


def rows_for(width: int, height: int) -> tuple[tuple[str, ...], ...]:
    """The fields that stand beside one another in a pane of this size."""
    if height < _FLAT and width > _WIDE:
        return _FLAT_ROWS
    return _ROWS if width >= _BROAD or height < _HIGH else _NARROW_ROWS


def _shares(width: int, names: tuple[str, ...], label: int) -> list[int]:
    """The cells of fields that stand beside one another: the first has room for a long number."""
    even = rest = -(-width // len(names))
    if len(names) > 1 and names[-1] in {"measure", "per", "status"}:
        rest = min(even, max(label + _SHORT, (width - label - _LONG) // (len(names) - 1)))
    return [width - rest * (len(names) - 1), *(rest for _name in names[1:])]


def field_at(x: int, names: tuple[str, ...], width: int) -> str:
    """Which of the fields beside one another stands in a cell."""
    ends = accumulate(_shares(width - 1, names, label_width(width)))
    return next((name for name, end in zip(names, ends, strict=True) if x - 1 < end), names[-1])


def field_row(facts: Facts, names: tuple[str, ...], label: int, width: int, active: str = "") -> Pieces:
    """Fields beside one another, their labels ``label`` cells wide; that of the ``active`` one is marked."""
    shares = _shares(width - 1, names, label)
    pieces: list[tuple[str, str]] = [(" ", "")]
    for name, share in zip(names, shares, strict=True):
        room = share - 1
        title = _label(name, label, letter=_has_room_for_letters(width))
        if name == active:
            title = [(text, "active") for text, _part in title]
        value = _value(facts, name, room - pieces_cells(title))
        shown = fit_pieces([*title, *value], max(room, 0))
        pad = share - pieces_cells(shown)
        pieces += [*shown, (" " * pad, "")]
    return pieces


def label_width(width: int) -> int:
    """The cells of a label with its letter, if there is room for one, and the space after it."""
    longest = max(cells(field_label(name)) for row in _ROWS if len(row) > 1 for name in row)
    return longest + (3 if _has_room_for_letters(width) else 1)


def _label(name: str, width: int, *, letter: bool) -> Pieces:
    text, key = field_label(name), FIELD_LETTERS.get(name, " ")
    if letter:
        return [(key, "letter"), (" " + fit_label(text, width - 2), "label")]
    before, found, _rest = text.partition(key)
    return [
        (before, "label"),
        (found, "letter"),
        (fit_label(text, width)[len(before + found) :], "label"),
    ]


def _value(facts: Facts, name: str, room: int) -> Pieces:
    """A field's value; what it was before stands in front of it where there is room for both."""
    now = getattr(facts.claim, name)
    text = facts.values.get(name) or _text(name, now)
    if name in facts.values and cells(text) > room:
        text = text.partition(" \u00b7 ")[0]  # the name says more than the id behind it
    if facts.original is not None and (was := getattr(facts.original, name)) != now:
        both = [(_text(name, was), "old"), (_ARROW, "arrow"), (text, "new")]
        return both if pieces_cells(both) <= room else both[-1:]
    return [(text, "none" if now in {None, ""} else "value")]


def _text(name: str, value: FieldValue) -> str:
    if name == "period":
        value = short_period(str(value or ""))
    return one_line(value_label(str(value)) if name in _CLOSED else value_text(value))


def why_rows(facts: Facts, name: str, label: int, width: int) -> list[Pieces]:
    """A field with the rules that set it, on as many lines as they need."""
    room = max(width // 2 - label - 2, 4)
    shown = fit_pieces(_value(facts, name, room), room)
    head = [(" ", ""), *_label(name, label, letter=_has_room_for_letters(width)), *shown]
    taken = pieces_cells(head)
    lead = " " * max(label + room + 2, taken + 1)
    (first,), *more = folded(lead, one_line(facts.claim.why.get(name, "")), "why", width)
    return [[*head, (first[0][taken:], first[1])], *more]


def remarks(facts: Facts, width: int, room: int | None = None) -> list[Pieces]:
    """What there is to say of a claim besides its fields.

    Each on as many lines as it needs, or on one that is cut where ``room`` is too little for all of them.
    """
    said = [(DOUBT, words, "doubt") for words in facts.troubles]
    if facts.note:
        said.append((NOTE, facts.note, "note"))
    if facts.reason:
        said.append((STATE_MARKS["rejected"], facts.reason, "rejected"))
    said += [(DOUBT, doubt_label(doubt), "doubt") for doubt in facts.claim.doubts]
    lines = [line for mark, words, part in said for line in folded(f" {mark} ", one_line(words), part, width)]
    if room is None or len(lines) <= room:
        return lines
    return [[(f" {mark} {one_line(words)}", part)] for mark, words, part in said]
