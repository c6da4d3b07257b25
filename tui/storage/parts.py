"""A session while it is open: what its file holds, and what came to it since."""

from pathlib import Path

from msgspec import structs

from tui.model import Session
from tui.model.telling import Told
from tui.storage.document import Stored
from tui.storage.errors import DamagedError
from tui.storage.journal import Entry, Found


class Parts:
    """A session while it grows; a frozen one is made when it is asked for."""

    def __init__(self, stored: Stored) -> None:
        session = stored.session
        self.stored = stored
        self.articles = list(session.articles)
        self.claims = list(session.claims)
        self.decisions = list(session.decisions)
        self.view = session.view
        self.waiting = stored.header.waiting
        self.unread = stored.header.unread
        self.found = Found()

    def join(self, found: Found, path: Path) -> bool:
        """Take in a journal; true when the file holds it all already, as a crash at closing leaves it."""
        if found.opening is None:
            return False
        header = self.stored.header
        if found.opening.created != header.created:
            raise DamagedError(path, Told("belongs to another session; move it away to open this one"), 1)
        if found.opening.generation > header.generation:
            reason = Told(
                "continues a later state of the session than the file holds; restore that file, or move the"
                " journal away to go on without it"
            )
            raise DamagedError(path, reason, 1)
        if found.opening.generation < header.generation:
            return self._holds(found, path)
        for number, entry in found.entries:
            decision = entry.decision
            if decision is not None and decision.n != len(self.decisions) + 1:
                expected = len(self.decisions) + 1
                raise DamagedError(
                    path,
                    Told(
                        "decision {expected} was expected, not {found}", expected=expected, found=decision.n
                    ),
                    number,
                )
            self.take(entry)
        self.found = found
        return False

    def _holds(self, found: Found, path: Path) -> bool:
        for number, entry in found.entries:
            decision = entry.decision
            if decision is not None and decision not in self.decisions[decision.n - 1 : decision.n]:
                reason = Told(
                    "belongs to an earlier state of the session, which doesn't hold this decision; move the"
                    " journal away to go on without it"
                )
                raise DamagedError(path, reason, number)
        return True

    def take(self, entry: Entry) -> None:
        """Let an entry that is on the disk count."""
        if entry.decision is not None:
            self.decisions.append(entry.decision)
        self.articles.extend(entry.articles)
        self.claims.extend(entry.claims)
        self.view = entry.view or self.view
        self.waiting = self.waiting if entry.waiting is None else entry.waiting
        self.unread = self.unread if entry.unread is None else entry.unread

    def session(self) -> Session:
        """The session as it stands now."""
        return structs.replace(
            self.stored.session,
            articles=tuple(self.articles),
            claims=tuple(self.claims),
            decisions=tuple(self.decisions),
            view=self.view,
        )
