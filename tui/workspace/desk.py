"""A session that is open: its file, its review, and the articles still coming in."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from msgspec import structs

import tui.extract as extraction
from tui.articles import ReadProblem, first_text
from tui.model import Article, Claim, Decision, Session, Unread, View
from tui.model.telling import Told, kept
from tui.review import Review, ReviewError
from tui.storage import DamagedError, NotWritableError, SessionFile
from tui.workspace.folding import review_of
from tui.workspace.intake import AT_ONCE_BYTES, Intake, Joined, Outcome, Preview, size_of, take_in
from tui.workspace.places import AGAIN, folders_of, folders_text

if TYPE_CHECKING:
    from tui.extract import RuleSet
    from tui.review.renewal import Renewal

Why = Literal["disk", "rules"]


class OpenSession:
    """A session open for review. Close it to fold its journal and let others write.

    ``notices`` tells in a sentence each what went wrong before or at the opening; ``problems`` lists files
    that gave no article; ``renewals`` holds what became of the claims of articles that were read again, under
    ``disk`` where the files changed, ``rules`` where the rules did; ``preview`` is an article on its way in,
    to be shown until it is there; ``refused`` is why it is open to read only, if it is. Make one with
    ``start`` or ``resume``.
    """

    def __init__(self, file: SessionFile, reviewer: str) -> None:
        self.file = file
        self.notices = file.notices
        self.problems: list[ReadProblem] = []
        self.renewals: dict[Why, Renewal] = {}
        try:
            self.review = review_of(file, reviewer, self._record)
        except DamagedError:
            file.leave()
            raise
        self.view = file.session.view
        self.rule_folders = folders_of(file.session.rules)
        self.preview: Preview | None = None
        self.refused: NotWritableError | None = None
        self._rules: RuleSet | None = None
        self._reading_rules = Lock()
        self._intake: Intake | None = None
        self._renewing = Lock()
        self._unsaved: list[Outcome] = []

    def _record(self, decision: Decision) -> None:
        self.file.append(decision)

    @property
    def rules(self) -> "RuleSet":
        """The session's rules, read when they are first needed."""
        with self._reading_rules:
            if self._rules is None:
                self._rules = extraction.load_rules(self.rule_folders)
            return self._rules

    @property
    def read_only(self) -> bool:
        """Whether this session can't be written from here, so that nothing can be decided."""
        return self.file.read_only

    @property
    def is_sample(self) -> bool:
        """Whether this is a second look, which holds a sample of another session's claims and no more."""
        if AGAIN not in self.file.path.stem:
            return False
        from tui.workspace.second import first_of  # noqa: PLC0415 - few sessions are one

        return first_of(self.file.path) is not None

    @property
    def left(self) -> int:
        """How many files are still to come in."""
        return len(self.file.waiting)

    def begin_intake(self, *, wait: bool = True) -> Joined:
        """Take in what is waiting: here if it is little, else up to the first article, the rest in workers.

        Without ``wait`` nothing is in when this returns; ``join_ready`` lets it in as it comes.
        """
        if self.read_only or not self.file.waiting or self._intake is not None:
            return Joined()
        paths = list(self.file.waiting)
        joined = Joined()
        small = sum(map(size_of, paths)) <= AT_ONCE_BYTES
        while wait and paths and (small or not self.review.articles):
            path = paths.pop(0)
            outcome = take_in(self._located(path), self.rules, self._known())
            joined = joined.and_more(self._join([outcome], paths))
        if paths:
            first = paths.index(self.preview.path) if self.preview is not None else 0
            here = len(paths) if small else 0 if self.review.articles else first + 1
            located = [self._located(path) for path in paths]
            self._intake = Intake(located, self.rule_folders, self._known(), here, lambda: self.rules)
        return joined

    def look_ahead(self) -> None:
        """Read the text of the first article that is waiting, to be shown where there is none yet."""
        if self.review.articles:
            return
        for path in self.file.waiting:
            text = first_text(self._located(path), self.rule_folders)
            if text is not None:
                self.preview = Preview(path, text)
                return

    def join_ready(self, *, wait: bool = False) -> Joined:
        """Let articles join that the workers have finished; ``wait`` for the next where there are any."""
        if self._intake is None:
            return Joined()
        outcomes = self._intake.wait() if wait else self._intake.ready()
        if not outcomes and not self._unsaved:
            return Joined()
        joined = self._join(outcomes, self._intake.left)
        if not self._intake.left:
            self._intake = None
        return joined

    def _join(self, outcomes: Sequence[Outcome], waiting: Sequence[str]) -> Joined:
        """Make outcomes part of the session, once more what failed: on the disk first, and all at once."""
        self._unsaved += outcomes
        known = self._known()
        articles: list[Article] = []
        claims: list[Claim] = []
        problems = [problem for outcome in self._unsaved for problem in outcome.problems]
        for outcome in self._unsaved:
            fresh = [article for article in outcome.articles if article.id not in known]
            found = [claim for claim in outcome.claims if claim.article not in known]
            try:
                self.review.check_joining(fresh, found)
            except ReviewError as error:
                problems.append(ReadProblem(outcome.path, error.args[0]))
                continue
            articles += fresh
            claims += found
            known.update(article.id for article in fresh)
        tried = [outcome.path for outcome in self._unsaved]
        self.file.append_articles(articles, claims, waiting, self._unread(tried, problems))
        self._unsaved = []
        self.problems += problems
        added = self.review.extend(articles, claims)
        return Joined(tuple(articles), added, tuple(problems))

    def note_unread(self, problems: Iterable[ReadProblem]) -> None:
        """Keep in the session what can't be read, and no longer what is gone and so needn't be."""
        gone = [each.path for each in self.file.unread if not os.path.lexists(self._located(each.path))]
        self.file.set_unread(self._unread(gone, problems))

    def _unread(self, tried: Iterable[str], problems: Iterable[ReadProblem]) -> tuple[Unread, ...]:
        """The files that gave no article, now that some were tried again."""
        new = [Unread(path=problem.path, reason=kept(problem.message)) for problem in problems]
        again = {*tried, *(each.path for each in new)}
        places = {*again, *map(self._located, again)}
        old = (each for each in self.file.unread if not {each.path, self._located(each.path)} & places)
        return (*old, *new)

    def _known(self) -> set[str]:
        return {article.id for article in self.review.articles}

    def _located(self, path: str) -> str:
        """A path as it was given, or seen from the folder that holds the sessions folder."""
        beside = self.file.path.parent.parent / path
        return str(beside) if not Path(path).exists() and beside.exists() else path

    def save_view(self, view: View) -> None:
        """Note where the reviewer is, for the next time."""
        if not self.read_only:
            self.file.save_view(view)
            self.view = view

    def refresh(self) -> "Renewal | None":
        """Bring in what changed in the articles' files since they were read; None when nothing did.

        Every decision is kept; ``renewals`` tells what moved, vanished and came in.
        """
        from tui.workspace.changed import refreshed  # noqa: PLC0415 - a new session has nothing old

        if self.read_only:
            return None
        try:
            renewal = refreshed(self.file.session, self.rule_folders, lambda: self.rules)
            if renewal is not None:
                renewal = self._renewed(renewal, "disk")
        except ReviewError as error:
            told = Told("Articles changed on disk and were not taken in: {reason}", reason=error.args[0])
            self.notices = (*self.notices, told)
            return None
        return renewal

    def find_lost(self, files: Sequence[str]) -> None:
        """Note where articles are now whose files are gone, as far as they stand in some of these files."""
        from tui.workspace.changed import found_again, lost_articles  # noqa: PLC0415 - as for `refresh`

        session = self.file.session
        lost = lost_articles(session.articles, self.file.path.parent.parent)
        found = found_again(lost, files, self.rule_folders)
        if found:
            articles = tuple(found.get(article.id, article) for article in session.articles)
            self._take_up(structs.replace(session, articles=articles))

    def extract_again(self, rule_folders: Sequence[Path]) -> "Renewal":
        """Extract all articles anew with other rules; every decision is kept.

        Raises:
            StorageError: the session can't be written.
        """
        from tui.review.renewal import renew  # noqa: PLC0415 - seldom done

        rules = extraction.load_rules(rule_folders)
        fresh = {article.id: extraction.extract(article, rules) for article in self.review.articles}
        session = structs.replace(self.file.session, rules=folders_text(rule_folders))
        renewal = renew(session, fresh)
        self.rule_folders, self._rules = tuple(rule_folders), rules
        return self._renewed(renewal, "rules")

    def redate(self, dated: Article, claims: Iterable[Claim]) -> "Renewal":
        """Put an article in its place whose day was said, with what was extracted of it as of that day.

        Every decision is kept. The review is another one from then on. A thread can do it while nothing else
        is decided or joins; closing waits for it.

        Raises:
            StorageError: the session can't be written, and everything is as before.
        """
        from tui.review.renewal import renew  # noqa: PLC0415 - seldom done

        with self._renewing:
            session = self.file.session
            articles = tuple(dated if article.id == dated.id else article for article in session.articles)
            session = structs.replace(session, articles=articles)
            renewal = self._sampled(renew(session, {dated.id: claims}, self.review))
            self._take_up(renewal.session)
            return renewal

    def _sampled(self, renewal: "Renewal") -> "Renewal":
        """Without the new claims where this is a sample."""
        if not self.is_sample:
            return renewal
        new = set(renewal.new)
        claims = tuple(claim for claim in renewal.session.claims if claim.id not in new)
        return renewal._replace(session=structs.replace(renewal.session, claims=claims), new=())

    def _renewed(self, renewal: "Renewal", why: Why) -> "Renewal":
        renewal = self._sampled(renewal)
        self._take_up(renewal.session)
        self.renewals[why] = renewal
        return renewal

    def _take_up(self, session: Session) -> None:
        review = Review(session, reviewer=self.review.reviewer, record=self._record)
        self.file.replace(session)
        self.review, self.view = review, session.view

    def close(self, view: View | None = None) -> None:
        """Stop the intake, note where the reviewer is, fold the journal, give the lock back.

        Raises:
            StorageError: not all of that could be written; every decision is on the disk, and it is closed.
        """
        if self._intake is not None:
            self._intake.close()
            self._intake = None
        with self._renewing:
            try:
                if view is not None:
                    self.save_view(view)
            finally:
                self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
