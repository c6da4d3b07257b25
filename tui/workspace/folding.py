"""From a session file to the state that its decisions lead to."""

from typing import TYPE_CHECKING

from tui.review import RecordError, Review
from tui.storage import SessionFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model import Decision


def review_of(
    file: SessionFile, reviewer: str = "", record: "Callable[[Decision], None]" = lambda _decision: None
) -> Review:
    """The review of a session; ``record`` takes new decisions, which are kept nowhere without it.

    Raises:
        DamagedError: a record of the session can't be, with its file and line.
    """
    try:
        return Review(file.session, reviewer=reviewer, record=record)
    except RecordError as error:
        raise file.damage(error.section, error.at, error.reason) from None
