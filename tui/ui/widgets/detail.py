"""The current claim in full: its fields, how sure they are and why, what a fix changed, the note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import ClassVar, Literal

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from tui.model import Claim, FieldValue
from tui.review.history import Step
from tui.text.cells import cells
from tui.text.display import one_line
from tui.ui.i18n import _
from tui.ui.labels import (
    FIELD_LETTERS,
    doubt_label,
    field_label,
    labels_are_short,
    value_label,
    verdict_label,
)
from tui.ui.widgets.claim_row import short_period
from tui.ui.widgets.claim_story import story
from tui.ui.widgets.lines import Lines, Pieces, fit_pieces, pieces_cells
from tui.ui.widgets.marks import DOUBT, NOTE, STATE_MARKS

Side = Literal["fields", "why", "history"]

_CLOSED = frozenset({"bound", "measure", "status"})
_ROOMY = 44  # from this width on the letters stand before the labels, below it within them
_BROAD = 60  # from this width on place and period stand beside one another
_LONG, _SHORT = 14, 8  # cells that values with a word behind them take: numbers, and words such as planned
_HIGH = 9  # from this height on a narrow pane gives each long field a line of its own
_FLAT, _WIDE = 8, 56  # a pane lower than the one and wider than the other has its fields three abreast
HEAD_LINES = 2  # the rule and the state
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


def _rows_for(width: int, height: int) -> tuple[tuple[str, ...], ...]:
    """The fields that stand beside one another in a pane of this size."""
    if height < _FLAT and width > _WIDE:
        return _FLAT_ROWS
    return _ROWS if width >= _BROAD or height < _HIGH else _NARROW_ROWS


def _shares(width: int, names: tuple[str, ...], label: int) -> list[int]:
    """The cells of fields that stand beside one another: the first has room for a long number."""
    even = rest = -(-width // len(names))
    if names[-1] in {"measure", "per", "status"}:
        rest = min(even, max(label + _SHORT, (width - label - _LONG) // (len(names) - 1)))
    return [width - rest * (len(names) - 1), *(rest for _name in names[1:])]


class ClaimDetail(Lines):
    """The fields of one claim, at the style sheet's height; rules and history come in parts that fit it."""

    PREFIX = "detail--"

    @dataclass
    class FieldClicked(Message):
        """A field was clicked."""

        name: str

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"detail--{part}"
        for part in (
            *("label", "letter", "value", "none", "old", "new", "arrow", "written"),
            *("pending", "accepted", "fixed", "rejected", "skipped"),
            *("sure", "unsure", "doubt", "note", "why", "rule", "active", "title", "when", "who", "undone"),
        )
    }
    DEFAULT_CSS = """
    ClaimDetail {
        height: 11; background: $background; color: $foreground;
        & .detail--rule { color: $foreground 20%; }
        & .detail--label { color: $foreground 68%; }
        & .detail--letter { color: $text-primary; text-style: underline; }
        & .detail--none { color: $foreground 65%; }
        & .detail--old { color: $foreground 68%; text-style: strike; }
        & .detail--new { color: $text-primary; text-style: bold; }
        & .detail--arrow { color: $foreground 65%; }
        & .detail--written { text-style: bold; }
        & .detail--pending { color: $text-warning; text-style: bold; }
        & .detail--accepted { color: $text-success; text-style: bold; }
        & .detail--fixed { color: $text-accent; text-style: bold; }
        & .detail--rejected { color: $text-error; text-style: bold; }
        & .detail--skipped { color: $foreground 75%; text-style: bold; }
        & .detail--sure { color: $text-success; }
        & .detail--unsure { color: $text-warning; text-style: bold; }
        & .detail--doubt { color: $text-warning; }
        & .detail--note { color: $text-primary; }
        & .detail--when { color: $foreground 70%; }
        & .detail--who { text-style: bold; }
        & .detail--undone { color: $foreground 68%; text-style: strike; }
        & .detail--why { color: $foreground 68%; }
        & .detail--active { background: $primary; color: $background; text-style: bold; }
        & .detail--title { color: $primary; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._shown: Facts | None = None
        self._side: Side = "fields"
        self._part = 0
        self.parts = 1
        self._fields: list[tuple[str, ...]] = []
        self.title = ""  # stands in the place of the state while the claim is fixed
        self.active = ""  # the field whose label is marked

    def show(self, facts: Facts | None) -> None:
        """Show a claim, or nothing."""
        if facts != self._shown:
            if facts is None or self._shown is None or facts.claim.id != self._shown.claim.id:
                self._part = 0
            self._shown = facts
            self.redraw()

    @property
    def side(self) -> Side:
        """What is shown below the claim's state: its fields, the rules that set them, or its history."""
        return self._side

    @side.setter
    def side(self, side: Side) -> None:
        self._side, self._part = side, 0
        self.set_class(side != "fields", "-tall")
        self.redraw()

    def turn(self, step: int = 1) -> bool:
        """Show the next part of what doesn't fit; false, and nothing changes, where there is none."""
        self.redraw()  # its size may be new
        found = 0 <= self._part + step < self.parts
        if found:
            self._part += step
            self.redraw()
        return found

    def make_lines(self, width: int, height: int) -> list[Pieces]:
        """A rule, the claim's state, its fields, then doubts, note and reason as far as there is room."""
        facts = self._shown
        self._fields, self.parts = [], 1
        if facts is None:
            return []
        room = max(height - HEAD_LINES, 0)
        if self._side == "history":
            body = story(facts.steps, width)
            end = len(body) - self._begin(body, room)  # the latest come first
            body = body[max(end - room, 0) : end]
        elif self._side == "why":
            body = self._why(facts, width, room)
        else:
            body = self._rows(facts, width, room)
        return [[("\u2500" * width, "rule")], self._head(facts, width), *body][:height]

    def _begin(self, body: Sequence[Pieces], room: int) -> int:
        """Where the part of it begins that is shown of what may not fit."""
        self.parts = max(-(-len(body) // room), 1) if room else 1
        self._part = min(self._part, self.parts - 1)
        return self._part * room

    def _why(self, facts: Facts, width: int, room: int) -> list[Pieces]:
        """The fields, one to a line with its rule, and all remarks."""
        names = [name for row in _ROWS for name in row]
        label = self._label_width(width)
        body = [*(self._why_row(facts, name, label, width) for name in names), *self._remarks(facts)]
        begin = self._begin(body, room)
        self._fields = [(name,) for name in names[begin : begin + room]]
        return body[begin : begin + room]

    def _rows(self, facts: Facts, width: int, room: int) -> list[Pieces]:
        remarks = self._remarks(facts)
        most = max(room - bool(remarks), 0)  # one remark at least has its line
        rows = _rows_for(width, room + HEAD_LINES)[:most]
        self._fields = list(rows)
        label = self._label_width(width)
        return [*(self._row(facts, row, label, width) for row in rows), *remarks]

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Show the next part."""
        event.stop()
        self.turn()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Show the part before."""
        event.stop()
        self.turn(-1)

    def field_at(self, x: int, y: int) -> str | None:
        """The field that stands in a cell."""
        row = y - HEAD_LINES
        if self._shown is None or not 0 <= row < len(self._fields):
            return None
        names, width = self._fields[row], self.size.width
        ends = accumulate(_shares(width - 1, names, self._label_width(width)))
        return next((name for name, end in zip(names, ends, strict=True) if x - 1 < end), names[-1])

    def on_click(self, event: Click) -> None:
        """Ask for the field clicked to be fixed."""
        name = self.field_at(event.x, event.y)
        if name is not None:
            event.stop()
            self.post_message(self.FieldClicked(name))

    def _head(self, facts: Facts, width: int) -> Pieces:
        if self.title:
            return [(f" {self.title}", "title"), ("  " + one_line(facts.written), "written")]
        state = facts.state if facts.state in STATE_MARKS else "pending"
        left: list[tuple[str, str]] = [
            (f" {STATE_MARKS[state]} {verdict_label(state)}", state),
            ("  " + one_line(facts.written), "written"),
        ]
        if facts.by and state != "pending":
            left.append(("  " + one_line(facts.by), "why"))
        sure = round(100 * facts.claim.confidence)
        part = f"{self._part + 1}/{self.parts} · " if self.parts > 1 else ""
        right = part + _("{percent} % sure").format(percent=sure) + " "
        room = width - cells(right)
        left = fit_pieces(left, max(room - 1, 0))
        gap = " " * max(0, room - pieces_cells(left))
        return [*left, (gap, ""), (right, "sure" if facts.claim.confidence >= 0.8 else "unsure")]

    def _row(self, facts: Facts, names: tuple[str, ...], label: int, width: int) -> Pieces:
        shares = _shares(width - 1, names, label)
        pieces: list[tuple[str, str]] = [(" ", "")]
        for name, share in zip(names, shares, strict=True):
            room = share - 1
            title = self._label(name, label, letter=_has_room_for_letters(width))
            if name == self.active:
                title = [(text, "active") for text, _part in title]
            value = self._value(facts, name, room - pieces_cells(title))
            shown = fit_pieces([*title, *value], max(room, 0))
            pad = share - pieces_cells(shown)
            pieces += [*shown, (" " * pad, "")]
        return pieces

    @staticmethod
    def _label_width(width: int) -> int:
        """The cells of a label with its letter, if there is room for one, and the space after it."""
        longest = max(cells(field_label(name)) for row in _ROWS if len(row) > 1 for name in row)
        return longest + (3 if _has_room_for_letters(width) else 1)

    @staticmethod
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

    def _value(self, facts: Facts, name: str, room: int) -> Pieces:
        """A field's value; what it was before stands in front of it where there is room for both."""
        now = getattr(facts.claim, name)
        text = facts.values.get(name) or self._text(name, now)
        if name in facts.values and cells(text) > room:
            text = text.partition(" \u00b7 ")[0]  # the name says more than the id behind it
        if facts.original is not None and (was := getattr(facts.original, name)) != now:
            both = [(self._text(name, was), "old"), (_ARROW, "arrow"), (text, "new")]
            return both if pieces_cells(both) <= room else both[-1:]
        return [(text, "none" if now in {None, ""} else "value")]

    @staticmethod
    def _text(name: str, value: FieldValue) -> str:
        if name == "period":
            value = short_period(str(value or ""))
        return one_line(value_label(str(value)) if name in _CLOSED else value_text(value))

    def _why_row(self, facts: Facts, name: str, label: int, width: int) -> Pieces:
        rule = facts.claim.why.get(name, "")
        room = max(width // 2 - label - 2, 4)
        shown = fit_pieces(self._value(facts, name, room), room)
        gap = " " * (room - pieces_cells(shown) + 1)
        return [
            (" ", ""),
            *self._label(name, label, letter=_has_room_for_letters(width)),
            *shown,
            (gap, ""),
            (one_line(rule), "why"),
        ]

    @staticmethod
    def _remarks(facts: Facts) -> list[Pieces]:
        remarks: list[Pieces] = [[(f" {DOUBT} " + one_line(words), "doubt")] for words in facts.troubles]
        if facts.note:
            remarks.append([(f" {NOTE} " + one_line(facts.note), "note")])
        if facts.reason:
            remarks.append([(f" {STATE_MARKS['rejected']} " + one_line(facts.reason), "rejected")])
        remarks += [[(f" {DOUBT} " + one_line(doubt_label(doubt)), "doubt")] for doubt in facts.claim.doubts]
        return remarks
