"""The sessions of a folder with their progress: open one, or start one from a folder of articles."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp

from tui.storage import StorageError
from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.ui.command import Need
from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.screens.prompting import PromptingScreen
from tui.ui.troubles import in_words
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine
from tui.ui.widgets.still import Label, Still
from tui.workspace import SessionInfo, WorkspaceError, list_sessions, resume, start

BAR_WIDTH = 16
_LEAST, _MOST = 8, 24  # cells of a session's name: always, and before bars and articles have theirs
_REST, _DATE = 10, 18  # cells of the mark, the percentage and what is between, and of the date


class SessionList(Still):
    """A row for each session, the chosen one marked."""

    DEFAULT_CSS = """
    SessionList { height: 1fr; padding: 1 2; overflow-y: hidden; }
    """

    def __init__(self) -> None:
        super().__init__(id="sessions")
        self.rows: list[SessionInfo] = []
        self.chosen = 0

    def show(self, rows: list[SessionInfo]) -> None:
        """Show these sessions."""
        self.rows, self.chosen = rows, min(self.chosen, max(len(rows) - 1, 0))
        self.refresh()

    def move(self, step: int) -> None:
        """Choose another one."""
        self.chosen = min(max(self.chosen + step, 0), max(len(self.rows) - 1, 0))
        self.refresh()

    @property
    def page(self) -> int:
        """How many rows there is room for."""
        return max(self.content_size.height - self.top, 1)

    @property
    def first(self) -> int:
        """The first row in view."""
        return max(self.chosen - self.page + 1, 0)

    @property
    def top(self) -> int:
        """The lines above the rows: the heading goes where it would leave them no room."""
        return 2 if self.content_size.height >= 4 else 0

    def render(self) -> Content:
        """The rows as they are painted."""
        width = self.content_size.width
        if not self.rows:
            text = _("No session here yet. Press {key} and name a folder of articles to begin.")
            screen = self.screen
            key = screen.keymap.first_key("sessions.new") if isinstance(screen, SessionsScreen) else "n"
            text = text.format(key=key)
            return Content.assemble((text, "$foreground 80%"))
        heading = fit(_("Sessions in this folder"), width)
        lines = [Content.assemble((heading, "bold"), "\n")] if self.top else []
        shown = self.rows[self.first : self.first + self.page]
        for at, info in enumerate(shown, self.first):
            line = self._row(info, width - 2, chosen=at == self.chosen)
            lines.append(line)
        return Content("\n").join(lines)

    def _row(self, info: SessionInfo, width: int, *, chosen: bool) -> Content:
        mark = ("► ", "bold $primary") if chosen else ("  ", "")
        right = self._counts(info)
        name_width = max(width - cells(right.plain) - 2, _LEAST)
        name = (fit(one_line(info.name), name_width), "bold" if chosen else "")
        row = Content.assemble(mark, name, " ", right).truncate(self.content_size.width)
        return row.stylize("on $primary 20%") if chosen else row

    def _counts(self, info: SessionInfo) -> Content:
        if info.problem:
            name = max(cells(one_line(info.name)), _LEAST)
            room = max(self.content_size.width - name - 4, 20)
            problem = one_line(in_words(info.problem).replace(str(info.path), info.path.name))
            return Content.assemble((fit(problem, min(cells(problem), room)), "$text-error"))
        progress = info.progress
        count, articles = (max(map(cells, map(shown, self.rows))) for shown in (_decided, _articles))
        name = min(max(cells(one_line(row.name)) for row in self.rows), _MOST)
        spare = self.content_size.width - _REST - _DATE - count - max(name, _LEAST)
        dated = spare + name >= BAR_WIDTH // 2 + _LEAST
        counts_articles = spare >= BAR_WIDTH // 2 + articles + 2
        bar = min(max(spare - (articles + 2) * counts_articles, BAR_WIDTH // 2), BAR_WIDTH)
        full = bar * progress.decided // progress.total if progress.total else 0
        last = _when(info.changed) if info.holder is None else _("open elsewhere")
        return Content.assemble(
            (fit(_decided(info), count, right=True) + " ", "bold"),
            ("━" * full, "$success"),
            ("━" * (bar - full), "$foreground 25%"),
            f" {int(100 * progress.share) if progress.total else 0:>3} %",
            ("  " + fit(_articles(info), articles, right=True) if counts_articles else "", "$foreground 80%"),
            ("  " + fit(last, _DATE - 2, right=True) if dated else "", "$foreground 80%"),
        )

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.move(-1)

    def on_click(self, event: Click) -> None:
        """Choose a session; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.top or offset.y - self.top + self.first >= len(self.rows):
            return
        at = offset.y - self.top + self.first
        again, self.chosen = at == self.chosen, at
        self.refresh()
        if again and isinstance(self.screen, SessionsScreen):
            self.screen.open_chosen(1)


class SessionsScreen(PromptingScreen[None]):
    """Where the desk begins when no session is named."""

    AUTO_FOCUS = ""
    START_MODE: ClassVar[Mode] = "sessions"

    def compose(self) -> ComposeResult:
        """Lay out the list and the lines below."""
        yield Label(Content.assemble((" Factdesk", "bold $primary")), id="sessions-title")
        yield SessionList()
        yield StatusLine()
        yield Prompt(id="prompt")
        yield KeyBar(id="keys", keep=2)

    async def on_mount(self) -> None:
        """Read the sessions."""
        self.read()
        await self.begin_keys()

    def read(self) -> None:
        """Read the sessions of the folder again."""
        self.query_one(SessionList).show(list_sessions(self.app.folder))

    def has(self, need: Need) -> bool:
        """Whether there is a session to open."""
        return super().has(need) and (need != "session" or bool(self.query_one(SessionList).rows))

    @handles("sessions.down")
    def down(self, _count: int) -> None:
        """The next session."""
        self.query_one(SessionList).move(1)

    @handles("sessions.up")
    def up(self, _count: int) -> None:
        """The session before."""
        self.query_one(SessionList).move(-1)

    @handles("sessions.page_down")
    def page_down(self, _count: int) -> None:
        """A page on."""
        rows = self.query_one(SessionList)
        rows.move(rows.page)

    @handles("sessions.page_up")
    def page_up(self, _count: int) -> None:
        """A page back."""
        rows = self.query_one(SessionList)
        rows.move(-rows.page)

    @handles("sessions.first")
    def first(self, _count: int) -> None:
        """The first session."""
        rows = self.query_one(SessionList)
        rows.move(-len(rows.rows))

    @handles("sessions.last")
    def last(self, _count: int) -> None:
        """The last session."""
        rows = self.query_one(SessionList)
        rows.move(len(rows.rows))

    @handles("sessions.open")
    def open_chosen(self, _count: int) -> None:
        """Open the chosen session."""
        rows = self.query_one(SessionList)
        if not rows.rows:
            self.new(1)
            return
        try:
            opened = resume(rows.rows[rows.chosen].path, reviewer=self.app.reviewer, wait=False)
        except (StorageError, OSError) as error:
            self.say(in_words(error), "error")
            return
        self.app.show_session(opened)

    @handles("sessions.new")
    def new(self, _count: int) -> None:
        """Ask for the folder of articles."""
        self.asking.ask(_("Folder or files of articles:"), self._start)

    def _start(self, typed: str) -> str | None:
        """Start a session over what was named; says what is wrong with it."""
        if not typed.strip():
            return None
        try:
            opened = start([typed.strip()], reviewer=self.app.reviewer, folder=self.app.folder, wait=False)
        except (StorageError, WorkspaceError, OSError) as error:
            return in_words(error)
        self.app.show_session(opened)
        return None


def _decided(info: SessionInfo) -> str:
    """How many of a session's claims are decided."""
    return f"{info.progress.decided:,}/{info.progress.total:,}"


def _articles(info: SessionInfo) -> str:
    """How many articles a session has, out of how many where some could not be read."""
    words = ngettext("{count} article", "{count} articles", info.articles + info.unread)
    count = f"{info.articles:,}/{info.articles + info.unread:,}" if info.unread else f"{info.articles:,}"
    return words.format(count=count)


def _when(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
