"""A session: articles, claims and decisions of one piece of review."""

from msgspec import Struct

from tui.model.article import Article
from tui.model.claim import Claim
from tui.model.decision import Decision
from tui.model.telling import Sentence, Told, told_again

FORMAT = "factdesk session"
FORMAT_VERSION = 1


class View(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where the reviewer was: the current claim and article, what was scrolled to and filtered.

    ``decisions`` is how many there were then: if more follow, the session was never closed after them.
    """

    article: str | None = None
    claim: str | None = None
    scroll: int = 0
    filter: str = ""
    order: str = "text"
    decisions: int = 0


class Unread(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that gave no article, or not all of its articles, and why."""

    path: str
    reason: str | Sentence

    @property
    def told(self) -> Told:
        """The reason."""
        return told_again(self.reason)


class Session(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one session file holds: ``claims`` as extracted; what they are now follows from ``decisions``."""

    name: str
    created: str
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    view: View = View()
    rules: str = ""
