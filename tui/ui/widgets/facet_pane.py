"""The values of a filter's fields with their counts, shown for the article while one narrows the list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content

from tui.review.facets import Facet
from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.ui.i18n import _, ngettext
from tui.ui.labels import doubt_label, field_label, verdict_label
from tui.ui.widgets.lines import Pieces
from tui.ui.widgets.marks import FULL, REST, STATE_MARKS
from tui.ui.widgets.rows import Rows
from tui.ui.widgets.still import Below, Label

FEW = 5  # values of a field that are shown before one asks for more
SAVED = "saved"


@dataclass(frozen=True)
class Entry:
    """A row: the heading of a field, one of its values, a saved filter, or what leads to more values."""

    field: str
    facet: Facet | None = None
    more: int = 0
    name: str = ""
    filter: str = ""

    @property
    def is_head(self) -> bool:
        """Whether it is the heading of a field."""
        return self.facet is None and not self.more and not self.name


class FacetPane(Below):
    """Facets to choose from, the filter above them."""

    DEFAULT_CSS = """
    FacetPane {
        display: none; background: $background;
        & #facet-filter { height: auto; max-height: 4; padding: 0 1; background: $surface; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.entries: list[Entry] = []
        self.names: Mapping[str, str] = {}
        self.open_fields: set[str] = set()
        self._digits = 1  # of the greatest count

    def compose(self) -> ComposeResult:
        """Lay out the filter over the rows."""
        yield Label(id="facet-filter")
        yield Rows(id="facets", empty=_("No claim here"))

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    @property
    def chosen(self) -> Entry | None:
        """The entry of the chosen row."""
        row = self.rows.chosen
        return self.entries[row] if row is not None and row < len(self.entries) else None

    def show(
        self,
        found: Mapping[str, Sequence[Facet]],
        saved: Mapping[str, str],
        names: Mapping[str, str],
    ) -> None:
        """Show these facets and the saved filters; ``names`` are what articles and indicators are called."""
        before = self.chosen
        self.names = names
        self.entries = [*self._saved(saved), *self._facets(found)]
        most = max((each.facet.claims for each in self.entries if each.facet), default=0)
        self._digits = len(f"{most:,}")
        heads = [row for row, entry in enumerate(self.entries) if entry.is_head]
        self.rows.show(len(self.entries), self._row, heads=heads, chosen=self._again(before))

    def say(self, text: str, shown: int, total: int) -> None:
        """Show the filter in force and how many claims it leaves."""
        words = ngettext("{count} claim", "{count} claims", shown).format(count=f"{shown:,}")
        if text:
            words = _("{count} of {total} claims").format(count=f"{shown:,}", total=f"{total:,}")
        line = one_line(text)
        if total and not text:
            line = _("all of them; choose a value to narrow the list")
        self.query_one("#facet-filter", Label).update(
            Content.assemble((words, "bold $primary"), "  ", (line, "" if text else "$text-muted"))
        )

    def _saved(self, saved: Mapping[str, str]) -> Iterator[Entry]:
        if saved:
            yield Entry(SAVED)
        for name, text in saved.items():
            yield Entry(SAVED, name=name, filter=text)

    def _facets(self, found: Mapping[str, Sequence[Facet]]) -> Iterator[Entry]:
        for field, facets in found.items():
            if not facets:
                continue
            yield Entry(field)
            shown = len(facets) if field in self.open_fields else FEW
            chosen = [facet for facet in facets[shown:] if facet.chosen]
            for facet in (*facets[:shown], *chosen):
                yield Entry(field, facet)
            if len(facets) - len(chosen) > shown:
                yield Entry(field, more=len(facets) - len(chosen) - shown)

    def _again(self, before: Entry | None) -> int:
        """The row that was chosen, wherever it stands now; else one of its field."""
        if before is None:
            return 0
        key = (before.field, before.name, before.facet.filter if before.facet else "")
        near = 0
        for row, entry in enumerate(self.entries):
            if entry.is_head or entry.field != before.field:
                continue
            if (entry.field, entry.name, entry.facet.filter if entry.facet else "") == key:
                return row
            near = near or row
        return near

    def open_field(self, field: str) -> None:
        """Show all values of a field from now on."""
        self.open_fields.add(field)

    def next_field(self, step: int) -> None:
        """Go to the first value of another field, round the ends."""
        heads = [row for row, entry in enumerate(self.entries) if entry.is_head]
        if not heads:
            return
        here = sum(head < (self.rows.chosen or 0) for head in heads) - 1
        self.rows.choose(heads[(here + step) % len(heads)] + 1)

    # Rows

    def _row(self, row: int, width: int) -> Pieces:
        entry = self.entries[row]
        if entry.is_head:
            return [(fit(self._title(entry.field), width), "heading")]
        if entry.more:
            words = ngettext("{count} more value", "{count} more values", entry.more)
            return [(f"     \u2026 {words.format(count=f'{entry.more:,}')}", "faint")]
        if entry.facet is None:
            number = row if row < 10 else 0
            name = one_line(entry.name)
            return [
                (f"  {number or ' '} ", "mark"),
                (fit(name, min(cells(name), width // 2)), "strong"),
                ("  " + one_line(entry.filter), "muted"),
            ]
        return self._value_row(entry.field, entry.facet, width)

    def _value_row(self, field: str, facet: Facet, width: int) -> Pieces:
        most = max(
            (each.facet.claims for each in self.entries if each.field == field and each.facet), default=0
        )
        bar = max(min(width // 5, 24), 4)
        room = max(width - bar - self._digits - 8, 6)
        size = max(facet.claims * bar // most, 1) if most and facet.claims else 0
        part = facet.value if field == "state" and facet.value in STATE_MARKS else ""
        text = fit(self._words(field, facet), room)
        mark = {"+": "\u2713 ", "-": "\u2212 "}.get(facet.chosen, "  ")
        return [
            ("  " + mark, "mark"),
            (text, "strong" if facet.chosen else part or ("muted" if facet.value is None else "")),
            (f"  {facet.claims:>{self._digits},}  ", "strong"),
            (FULL * size, part or "bar"),
            (REST * (bar - size), "rest"),
        ]

    @staticmethod
    def _title(field: str) -> str:
        titles = {
            SAVED: _("Saved filters"),
            "state": _("State"),
            "article": _("Article"),
            "doubt": _("Doubt"),
        }
        name = titles.get(field) or field_label(field)
        return name[:1].upper() + name[1:]

    def _words(self, field: str, facet: Facet) -> str:
        if facet.value is None:
            return _("none")
        if field == "state" and facet.value in STATE_MARKS:
            return f"{STATE_MARKS[facet.value]} {verdict_label(facet.value)}"
        if field == "doubt":
            return one_line(doubt_label(facet.value))
        return one_line(self.names.get(facet.value, facet.value))
