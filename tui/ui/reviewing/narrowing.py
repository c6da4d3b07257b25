"""Narrow the list by the values of its fields, widen it again, and keep filters under names."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from tui.review.facets import FACETS, excluding, facets, narrowed, widened
from tui.review.query import parse
from tui.storage import StorageError
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.labels import article_labels
from tui.ui.reviewing.base import Doing
from tui.ui.troubles import in_words
from tui.ui.widgets.facet_pane import FacetPane


class Narrowing(Doing):
    """The facets stand in the place of the article while the list beside them follows every choice."""

    words = ""  # what was looked for last

    @property
    def pane(self) -> FacetPane:
        """The pane of facets."""
        return self.screen.query_one(FacetPane)

    @handles("view.facets")
    def open(self, _count: int) -> None:
        """Show the facets of what the list shows."""
        self._show(shown=True)
        self.screen.set_mode("facets")
        self.refresh()
        self.screen.say("")

    @handles("facet.close")
    def close(self, _count: int) -> None:
        """Put the facets away; the filter stays."""
        self._show(shown=False)
        self.screen.set_mode("review")
        self.screen.say(self.screen.searching.still_on())

    def _show(self, *, shown: bool) -> None:
        self.pane.display = shown
        self.screen.article_view.display = not shown
        self.screen.query_one("#side").styles.min_width = 0 if shown else None

    def refresh(self) -> None:
        """Count anew."""
        if self.screen.mode != "facets":
            return
        text = self.screen.searching.filter
        names = article_labels(self.review.articles)
        found = facets(self.review, parse(text))
        indicators = (facet.value for facet in found["indicator"] if facet.value)
        names.update((value, self.screen.desk.indicator_name(value)) for value in indicators)
        self.pane.show(found, self.saved, names)
        self.pane.say(text, len(self.screen.ids), len(self.review))

    def _apply(self, text: str) -> None:
        wrong = self.screen.searching.apply_filter(text)
        if wrong:
            self.screen.say(wrong, "warning")
        else:
            self.screen.say("")
        self.refresh()

    # What keys do

    @handles("facet.choose")
    def choose(self, _count: int) -> None:
        """Show only the claims with the value; or all its field's values; or what a saved filter shows."""
        entry = self.pane.chosen
        if entry is None:
            return
        if entry.name:
            self._apply(entry.filter)
        elif entry.more:
            self.pane.open_field(entry.field)
            self.refresh()
        elif entry.facet is not None:
            self._apply(narrowed(self.screen.searching.filter, entry.field, entry.facet.filter))

    @handles("facet.exclude")
    def exclude(self, _count: int) -> None:
        """Leave out the claims with the value."""
        entry = self.pane.chosen
        if entry is not None and entry.facet is not None:
            self._apply(excluding(self.screen.searching.filter, entry.facet.filter))

    @handles("facet.widen")
    def widen(self, _count: int) -> None:
        """Take the last part of the filter away."""
        self._apply(widened(self.screen.searching.filter))

    def digit(self, number: int) -> None:
        """Recall a saved filter by its number."""
        filters = list(self.saved.values())
        if 1 <= number <= len(filters):
            self._apply(filters[number - 1])

    @handles("facet.next")
    def next_field(self, _count: int) -> None:
        """The first value of the next field."""
        self.pane.next_field(1)

    @handles("facet.previous")
    def previous_field(self, _count: int) -> None:
        """The first value of the field before."""
        self.pane.next_field(-1)

    @handles("row.down")
    def down(self, _count: int) -> None:
        """A row on."""
        self.pane.rows.move(1)

    @handles("row.up")
    def up(self, _count: int) -> None:
        """A row back."""
        self.pane.rows.move(-1)

    @handles("row.page_down")
    def page_down(self, _count: int) -> None:
        """A page on."""
        self.pane.rows.move(self.pane.rows.page)

    @handles("row.page_up")
    def page_up(self, _count: int) -> None:
        """A page back."""
        self.pane.rows.move(-self.pane.rows.page)

    @handles("row.first")
    def first(self, _count: int) -> None:
        """The first row."""
        self.pane.rows.choose(0)

    @handles("row.last")
    def last(self, _count: int) -> None:
        """The last row."""
        self.pane.rows.choose(self.pane.rows.count - 1, -1)

    @handles("row.find")
    def ask_what_to_find(self, _count: int) -> None:
        """Ask for what a value is called."""
        self.screen.asking.ask(_("Find:"), self._find, value=self.words, replace=True)

    def _find(self, typed: str) -> None:
        """Go to the next value that is called so, in sight or not."""
        words = self.words = typed.strip()
        self.screen.say("")
        if not words or self.pane.rows.find(words, self._texts):
            return
        open_before = set(self.pane.open_fields)
        for name in FACETS:
            self.pane.open_field(name)
        self.refresh()
        found = self.pane.rows.find(words, self._texts)
        chosen = self.pane.chosen
        self.pane.open_fields = open_before | ({chosen.field} if found and chosen else set())
        self.refresh()
        if not found:
            self.screen.say(_("{words} is nowhere in this list").format(words=words), "warning")

    def _texts(self, row: int) -> Sequence[str]:
        """What a row of a value is found by: indicators by their names in any language as well."""
        entry = self.pane.entries[row]
        facet = entry.facet
        if entry.is_head or (facet is None and not entry.name):
            return ()
        called = self.screen.desk.called(facet.value or "") if facet and entry.field == "indicator" else ()
        return (self.pane.rows.text(row), *called)

    # Saved filters

    @property
    def saved(self) -> dict[str, str]:
        """The saved filters by name."""
        return self.screen.app.settings.filters

    @handles("filter.save", "facet.save")
    def save(self, _count: int) -> None:
        """Ask for a name for the filter in force."""
        text = self.screen.searching.filter
        if not text:
            self.screen.say(_("No filter is on that could be kept"), "warning")
            return
        known = {kept: name for name, kept in self.saved.items()}
        self.screen.asking.ask(_("Keep the filter as:"), self._save, value=known.get(text, ""), replace=True)

    def _save(self, typed: str) -> str | None:
        from tui.storage.filters import save_filter  # noqa: PLC0415 - seldom done

        name, text = typed.strip(), self.screen.searching.filter
        if not name:
            return _("write a name for it")
        app = self.screen.app
        try:
            path = save_filter(name, text, app.folder or Path.cwd())
        except StorageError as error:
            return in_words(error)
        except OSError as error:
            return _("cannot be written: {reason}").format(reason=in_words(error))
        app.settings = structs.replace(app.settings, filters={**self.saved, name: text})
        self.refresh()
        self.screen.say(_("Kept as {name} in {path}").format(name=name, path=path.name), "good")
        return None
