"""The application of the tour."""

from tui.ui.app import DeskApp
from tui.ui.tour.screen import TourScreen


class TourApp(DeskApp):
    """The desk on a session that is thrown away; to leave that session is to leave the tour."""

    CSS_PATH = "../app.tcss"
    review_screen = TourScreen

    def show_sessions(self) -> None:
        """There is only this one."""
        self.leave()
