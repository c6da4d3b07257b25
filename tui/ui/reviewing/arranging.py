"""How the panes stand: side by side or one above the other; and the text as it was stored."""

from typing import TYPE_CHECKING, Literal, get_args

from textual.geometry import Size

from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.reviewing.base import Doing
from tui.ui.screens.base import HEIGHTS, WIDTHS

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen

Layout = Literal["beside", "stacked"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)

# Narrower and higher than this, the article above its claims shows more of both.
NARROW, TALL = 100, 36
SMALL = 72  # narrower than this, the claim beside the article has no room for its fields


def fitting(size: Size) -> Layout:
    """The layout for a size when nobody has chosen one."""
    small = size.width < SMALL or (size.width < NARROW and size.height >= TALL)
    return "stacked" if small else "beside"


class Arranging(Doing):
    """Follows the size of the terminal until the reviewer chooses."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.chosen: Layout | None = None

    def fit(self) -> None:
        """Take up the layout of the last time, and fit the size before the panes are first styled."""
        kept = self.screen.app.settings.layout
        self.chosen = next((name for name in LAYOUTS if name == kept), None)
        self.screen.update_classes(self._classes(), update=False)

    @property
    def layout(self) -> Layout:
        """How the panes stand now."""
        return self.chosen or fitting(self.screen.app.size)

    def arrange(self) -> None:
        """Let the style sheet place the panes; all classes at once, as each change styles all anew."""
        self.screen.update_classes(self._classes())
        tight = self._is_tight and self.screen.mode in {"fix", "edit"}
        self.screen.query_one("#side").set_class(tight, "-fixing")
        if self.screen.mode == "edit":
            self.screen.fix_form.make_room()

    @property
    def _is_tight(self) -> bool:
        """Whether the form leaves no room for the list."""
        return all(map(self.screen.has_class, ("-stacked", "-narrow", "-low")))

    def _classes(self) -> dict[str, bool]:
        size = self.screen.app.size
        found = {"-stacked": self.layout == "stacked"}
        for room, steps in ((size.width, WIDTHS), (size.height, HEIGHTS)):
            fits = max(step for step in steps if step[0] <= room)
            found.update({step[1]: step is fits for step in steps})
        return found

    @handles("view.layout")
    def change(self, _count: int) -> None:
        """Stack the panes, or set them side by side again; so they stay, whatever the size."""
        self.chosen = "beside" if self.layout == "stacked" else "stacked"
        self.arrange()
        stacked = _("The article stands above its claims")
        beside = _("The article stands beside its claims")
        self.screen.say_kept(stacked if self.chosen == "stacked" else beside, "layout", self.chosen)

    @handles("view.raw")
    def raw(self, _count: int) -> None:
        """Show the article's text exactly as it is stored, from the place in view."""
        from tui.ui.screens.raw import RawScreen  # noqa: PLC0415 - few need it at the start

        article = self.screen.article
        if article is not None:
            self.screen.app.push_screen(RawScreen(article, self.screen.place))
