"""Write the facts to a file, and leave with everything saved."""

import asyncio
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.exchange import FORMATS, Row, rows, write
from tui.review import ClaimState
from tui.storage import StorageError, is_session
from tui.storage.disk import place_named, replace_file
from tui.text.display import sanitise
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.memory import loading
from tui.ui.reviewing.base import Doing
from tui.ui.screens.base import CommandScreen
from tui.ui.troubles import in_words
from tui.workspace import Joined

FIRST_LOOK, LATER_LOOKS = 0.02, 1.0  # seconds between looks for articles that were read meanwhile
OFFERED = ("csv", "jsonl", "yaml", "md")
_BY_EXTENSION: dict[str, str] = {FORMATS[name].extension: name for name in OFFERED}


class Leaving(Doing):
    """What goes in and out of the session as a whole."""

    def begin(self) -> None:
        """Start reading what is waiting, now that the reviewer has something to look at."""
        self._joined(self.screen.desk.begin)
        self.screen.run_worker(self._let_all_in(), group="joining", exclusive=True)

    async def _let_all_in(self) -> None:
        """Look for articles that were read meanwhile: often for the first, then seldom, many at a time."""
        nothing_yet = not self.review.articles
        with loading():  # what is made of the rules for the first one stays
            while self.screen.desk.coming() and not self.review.articles:
                await asyncio.sleep(FIRST_LOOK)
                self.let_in()
        if nothing_yet:
            self.screen.look_later()
        more = self.screen.desk.coming() > 0
        while self.screen.desk.coming():
            await asyncio.sleep(LATER_LOOKS)
            self.let_in()
        if more:
            self.screen.look_later()

    def let_in(self) -> None:
        """Let articles join that were read meanwhile."""
        if not self.screen.dating.takes_up:
            self._joined(self.screen.desk.join)

    def _joined(self, join: Callable[[], Joined]) -> None:
        try:
            joined = join()
        except (OSError, StorageError) as error:
            self.screen.say(in_words(error), "error")
            return
        if joined.problems and not joined.articles:
            self.screen.showing.current()  # one less is coming
        if joined.articles:
            self.screen.showing.articles_joined(joined.claims)
        above = self.screen.app.screen
        if isinstance(above, CommandScreen) and (joined.articles or joined.problems):
            above.articles_joined()
        if joined.problems:
            self.screen.say(in_words(joined.problems[0]) + self._all_unread(), "aside")

    def _all_unread(self) -> str:
        """Where all the files are that could not be read, if there are several."""
        key, count = self.screen.keymap.first_key("view.overview"), len(self.screen.desk.unread())
        words = _("{key} lists all {count}").format(key=key, count=f"{count:,}")
        return " · " + words if key and count > 1 else ""

    @handles("session.export")
    def export(self, _count: int) -> None:
        """Ask where to; the file's ending says which format."""
        if not self.review.progress().facts:
            self.screen.say(self._no_facts(), "warning")
            return
        name = f"{self.screen.desk.name}-facts{FORMATS[OFFERED[0]].extension}"
        self.screen.asking.ask(
            _("Export to:"),
            self._export,
            value=name,
            hint=self._hint,
            complete=self._next_format,
            replace=True,
        )

    def _no_facts(self) -> str:
        said = _("There is no fact to export yet")
        if self.screen.desk.read_only:
            return said
        keys = {name: self.screen.keymap.way_to(f"claim.{name}") for name in ("accept", "fix")}
        return said + " · " + _("{accept} accepts a claim, {fix} fixes it").format(**keys)

    def _hint(self, typed: str) -> str:
        path = place_named(typed.strip())
        count = self.review.progress().facts
        facts = ngettext("{count} fact", "{count} facts", count).format(count=count)
        if path.suffix.lower() not in _BY_EXTENSION:
            return _("end it in {endings}").format(endings=" ".join(_BY_EXTENSION))
        if is_session(path):
            return _("this file is a session: give another name")
        name, key = FORMATS[_BY_EXTENSION[path.suffix.lower()]].name, self.screen.keymap.way_to("dialog.next")
        form = _("{format} ({key} others)").format(format=name, key=key)
        return " · ".join([facts, *([_("replaces the file")] if _is_file(path) else []), form])

    def _next_format(self, typed: str) -> str:
        path = Path(typed.strip())
        endings = list(_BY_EXTENSION)
        here = endings.index(path.suffix) if path.suffix in endings else -1
        return str(path.with_suffix(endings[(here + 1) % len(endings)])) if path.name else typed

    def _export(self, typed: str) -> str | None:
        path = place_named(typed.strip())
        form = _BY_EXTENSION.get(path.suffix.lower())
        if form is None:
            return _("end it in {endings}").format(endings=" ".join(_BY_EXTENSION))
        if is_session(path):
            return _("this file is a session: give another name")
        stream = io.StringIO(newline="")
        count = write(form, self._rows(), stream, sanitise)
        try:
            replace_file(path, [stream.getvalue().encode("utf-8", "replace")])
        except OSError as error:
            return _("cannot be written: {reason}").format(reason=in_words(error))
        words = ngettext("{count} fact written to {path}", "{count} facts written to {path}", count)
        self.screen.say(words.format(count=count, path=path), "good")
        return None

    def _rows(self) -> Iterator[Row]:
        from tui.articles.quotes import quote  # noqa: PLC0415 - nobody exports at the start

        articles = {article.id: article for article in self.review.articles}
        facts: list[ClaimState] = [
            state for state in map(self.review.__getitem__, self.review.claim_ids) if state.is_fact
        ]
        return rows(articles, ((state.claim, state) for state in facts), quote)

    def all_decided(self) -> str:
        """That there is nothing left to decide, in the list, for now or at all, and what comes then."""
        coming = self.screen.desk.coming()
        if self.screen.searching.filter and self.review.progress().pending:
            key = self.screen.keymap.first_key("view.cancel")
            if not coming:
                return _("Every claim of the list is decided · {key} shows all").format(key=key)
            words = ngettext(
                "The list is decided so far · {count} article to come · {key} shows all",
                "The list is decided so far · {count} articles to come · {key} shows all",
                coming,
            )
            return words.format(count=f"{coming:,}", key=key)
        if not coming:
            return _("Every claim is decided") + self.export_hint()
        words = ngettext(
            "Every claim is decided so far · {count} article still to be read",
            "Every claim is decided so far · {count} articles still to be read",
            coming,
        )
        return words.format(count=f"{coming:,}")

    def tell_of_more(self, claims: int) -> None:
        """Where all was decided: that claims of other articles have joined the list, and how to go there."""
        words = ngettext("{count} more claim to decide", "{count} more claims to decide", claims)
        key = self.screen.keymap.first_key("pending.next")
        hint = " · " + _("{key} goes on").format(key=key) if key else ""
        if claims:
            self.screen.say(words.format(count=f"{claims:,}") + hint, "good")

    def export_hint(self) -> str:
        """How to export, for the end of a message."""
        key = self.screen.keymap.first_key("session.export")
        return " · " + _("{key} exports the facts").format(key=key) if key else ""

    @handles("app.quit")
    def quit(self, _count: int) -> None:
        """Leave; the place is kept."""
        self.screen.app.leave()

    @handles("session.list")
    def list_sessions(self, _count: int) -> None:
        """Close this session and show all of them."""
        self.screen.app.show_sessions()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
