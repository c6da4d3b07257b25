"""An article's text exactly as it is stored: nothing marked, every invisible character seen."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from tui.model import Article
from tui.text.display import one_line
from tui.ui.i18n import _
from tui.ui.screens.page import PageScreen
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.raw_text import RawText
from tui.ui.widgets.still import Label


class RawScreen(PageScreen):
    """Begins at the line that holds ``place``, an offset in code points."""

    DEFAULT_CSS = """
    RawScreen {
        background: $background;
        & #raw-title { height: 1; padding: 0 1; background: $panel; color: $primary; text-style: bold;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
    }
    """

    def __init__(self, article: Article, place: int) -> None:
        super().__init__()
        self._article = article
        self._place = max(place, 0)

    def compose(self) -> ComposeResult:
        """Lay out a title, the text and the keys."""
        count = _("{count} characters").format(count=f"{len(self._article.text):,}")
        title = one_line(f"{self._article.label} · {self._article.name} · {count}")
        yield Label(Content(title), id="raw-title")
        yield RawText(self._article.text, self._place)
        yield KeyBar(keep=0)

    @property
    def page_widget(self) -> Widget:
        """What scrolls."""
        return self.query_one(RawText)
