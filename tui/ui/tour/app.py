"""The application of the tour."""

from tui.ui.app import DeskApp
from tui.ui.tour.screen import TourScreen
from tui.workspace import OpenSession


class TourApp(DeskApp):
    """The desk on a session that is thrown away; to leave that session is to leave the tour."""

    CSS_PATH = "../app.tcss"
    review_screen = TourScreen

    def show_session(self, opened: OpenSession) -> None:
        """Review a session; the tour goes on where it was."""
        before = self.screen
        super().show_session(opened)
        if isinstance(before, TourScreen) and isinstance(self.screen, TourScreen):
            self.screen.step = before.step

    def show_sessions(self) -> None:
        """There is only this one."""
        self.leave()
