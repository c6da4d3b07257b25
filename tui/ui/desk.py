"""What a screen works on: an open session with its rules, and what an article looks like to them."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

import tui.extract as extraction  # its parts are loaded when they are first used
from tui.model import Article, Claim, Unread, Value, View
from tui.model.telling import Told
from tui.review import Review
from tui.review.folded import fold
from tui.storage import SessionLocked
from tui.ui import i18n
from tui.ui.aside import aside
from tui.ui.i18n import _
from tui.ui.reading import Range, Reading, reading_of
from tui.ui.troubles import in_words
from tui.ui.values import tidy, when
from tui.workspace import Joined, OpenSession, Preview, Why

if TYPE_CHECKING:
    from tui.extract import Alternatives, RuleSet
    from tui.extract.alternatives import Values
    from tui.review.renewal import Renewal

KEPT_READINGS = 64
LONG_ARTICLE = 30_000  # characters; longer ones are read by the rules in the background
KEPT_DOCUMENTS = 4  # they are large
KEPT_CLAIMS = 8


@dataclass
class Desk:
    """An open session. ``read_only`` says why nothing can be decided, empty if it can.

    ``begin`` starts reading what is waiting, ``join`` lets articles in that were read meanwhile, ``coming``
    counts those still to come; ``unread`` tells what gave no article; ``notices`` what went wrong before or
    at the opening, ``renewals`` what changed since the last time; ``preview`` is the first of those to come,
    shown until it is there. ``redate`` takes up an article whose day was said, with its claims, and
    gives what the review is then. ``numbers`` keeps what claims should cover of the articles read for it:
    nothing of a text that a file had earlier, or where ``is_sample`` says that the claims are but a sample.
    """

    name: str
    review: Review
    load_rules: "Callable[[], RuleSet]"
    view: View = field(default_factory=View)
    read_only: str = ""
    is_sample: bool = False
    begin: Callable[[], Joined] = Joined
    join: Callable[[], Joined] = Joined
    coming: Callable[[], int] = lambda: 0
    unread: Callable[[], Sequence[Unread]] = tuple
    redate: "Callable[[Article, Sequence[Claim]], tuple[Review, Renewal] | None]" = lambda *_: None
    preview: Preview | None = None
    notices: Sequence[Told] = ()
    renewals: "Mapping[Why, Renewal]" = field(default_factory=dict)
    numbers: dict[str, tuple[Range, ...]] = field(default_factory=dict, repr=False)
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _readings: OrderedDict[str, Reading] = field(default_factory=OrderedDict, repr=False)
    _alternatives: "OrderedDict[tuple[str, int, int], Alternatives]" = field(
        default_factory=OrderedDict, repr=False
    )
    _made: OrderedDict[tuple[str, int, int], Claim] = field(default_factory=OrderedDict, repr=False)

    def __post_init__(self) -> None:
        """Let filters find indicators by their names."""
        self._use(self.review)

    def _use(self, review: Review) -> None:
        self.review = review
        self.review.called = self.called

    @classmethod
    def of(cls, opened: OpenSession) -> "Desk":
        """The desk for a session of the workspace."""
        return cls(
            name=opened.file.session.name,
            review=opened.review,
            load_rules=lambda: opened.rules,
            view=opened.view,
            read_only=_why_read_only(opened),
            is_sample=opened.is_sample,
            begin=lambda: opened.begin_intake(wait=False),
            join=opened.join_ready,
            coming=lambda: 0 if opened.read_only else opened.left,
            unread=lambda: opened.file.unread,
            redate=lambda dated, claims: _redated(opened, dated, claims),
            preview=opened.preview,
            notices=opened.notices,
            renewals=opened.renewals,
        )

    def extract(self, article: Article) -> list[Claim]:
        """The claims of an article as it stands here; changes nothing, so that a thread can do it."""
        return extraction.extract(article, self.rules)

    async def date(self, dated: Article, claims: Sequence[Claim]) -> "Renewal | None":
        """Let an article have the day that was said, and its claims follow; tells what became of them.

        A large session is written beside the screen: nothing may be decided or join until then.

        Raises:
            StorageError: it can't be written, and everything is as before.
        """
        redated = await aside(partial(self.redate, dated, claims))
        if redated is None:
            return None
        review, renewal = redated
        self._use(review)
        self._made.clear()
        for place in [place for place in self._alternatives if place[0] == dated.id]:
            del self._alternatives[place]
        return renewal

    @property
    def rules(self) -> "RuleSet":
        """The session's rules; the first time they are read and made ready takes most of a second."""
        return self.load_rules()

    @property
    def is_ready(self) -> bool:
        """Whether the rules were in use before, so that reading an article takes no time to speak of."""
        return bool(self._readings)

    def reading(self, article: Article) -> Reading:
        """The numbers, sentences, headings and furniture of an article, kept for the last few."""
        known = self._readings.get(article.id)
        if known is None:
            long = len(article.text) > LONG_ARTICLE
            document = (
                extraction.draft_document(article, self.rules) if long else self._read(article).document
            )
            known = self._readings[article.id] = reading_of(document)
            self._count(article, known)
            if len(self._readings) > KEPT_READINGS:
                self._readings.popitem(last=False)
        self._readings.move_to_end(article.id)
        return known

    def known_reading(self, article: Article) -> Reading | None:
        """The reading of an article if it was made before."""
        return self._readings.get(article.id)

    def numbers_of(self, article: Article) -> tuple[Range, ...]:
        """The numbers of an article that claims should cover; it is read if it never was."""
        known = self.numbers.get(article.id)
        if known is None:
            known = self._count(article, reading_of(extraction.draft_document(article, self.rules)))
        return known

    def _count(self, article: Article, reading: Reading) -> tuple[Range, ...]:
        same_file = (each.id for each in self.review.articles if each.path == article.path)
        earlier = next(same_file, article.id) != article.id  # it stands behind the present text of its file
        found = self.numbers[article.id] = () if earlier or self.is_sample else reading.countable
        return found

    def alternatives(self, article: Article, start: int, end: int) -> "Values":
        """What may be meant in each open field by the number in this place, in the passage around it."""
        found = self._read_around(article, start, end)
        return found[0].at(start - found[1], end - found[1]) if found is not None else {}

    def may_end(self, article: Article, claim: Claim, start: int, end: int) -> bool:
        """Whether words near a claim are no torn phrase if they begin and end there."""
        found = self._read_around(article, claim.start, claim.end)
        return found is None or found[0].may_end(start - found[1], end - found[1])

    def read_ahead(self, article: Article, start: int, end: int) -> None:
        """Read what is asked for when the number in this place is fixed, so that it is known by then."""
        self._read_around(article, start, end)
        for stop in (end, min(end + 1, len(article.text))):  # as it is, and a character longer
            self.claim_at(article, start, stop)

    def _read_around(self, article: Article, start: int, end: int) -> "tuple[Alternatives, int] | None":
        """What extraction sees in the passage around a place, and where that begins; None if it must wait."""
        if len(article.text) <= LONG_ARTICLE:
            return self._read(article), 0
        if not self.is_ready:
            return None  # it is being read in the background: nobody waits for the rules
        part, on = extraction.passage_around(article, start, end)
        return self._read(part, on), on

    def _read(self, article: Article, on: int = 0) -> "Alternatives":
        """Run extraction over an article, or a passage of it, and keep what it found for the last few."""
        place = (article.id, on, len(article.text))
        known = self._alternatives.get(place)
        if known is None:
            document = extraction.draft_document(article, self.rules)
            known = self._alternatives[place] = extraction.Alternatives(document, self.rules)
            while len(self._alternatives) > KEPT_DOCUMENTS:
                self._alternatives.popitem(last=False)
        return known

    def around(self, article: Article, claim: Claim) -> Range:
        """The sentence of a claim with the ones before and after it."""
        sentences = self.reading(article).sentences
        at = bisect_right(sentences, claim.start, key=lambda item: item[0]) - 1
        near = sentences[max(at - 1, 0) : at + 2]
        return (near[0][0], near[-1][1]) if near else (0, len(article.text))

    def sentence(self, article: Article, claim: Claim) -> Range:
        """The sentence of a claim."""
        sentences = self.reading(article).sentences
        at = bisect_right(sentences, claim.start, key=lambda item: item[0]) - 1
        return sentences[max(at, 0)] if sentences else (0, len(article.text))

    def claim_at(self, article: Article, start: int, end: int) -> Claim:
        """What extraction makes of exactly this stretch, with the number that it spells on its own.

        Of a long article only the passage around it and the head are read. What was made of the last few is
        kept: it is asked for again when an end moves on, or back.
        """
        place = (article.id, start, end)
        known = self._made.get(place)
        if known is None:
            known = self._made[place] = self._make(article, start, end)
            if len(self._made) > KEPT_CLAIMS:
                self._made.popitem(last=False)
        return known

    def _make(self, article: Article, start: int, end: int) -> Claim:
        part, on = extraction.passage_around(article, start, end)
        claim = extraction.claim_at(part, self.rules, start - on, end - on)
        value = self.read_number(article.text[start:end].strip(), article)
        falls = not isinstance(claim.value, tuple) and claim.value < 0
        if falls and value is not None and not isinstance(value, tuple):
            value = -abs(value)
        name = f"{article.id}:{start}-{end}"
        value = claim.value if value is None else value
        return structs.replace(claim, id=name, start=start, end=end, value=value)

    def vocabulary(self) -> dict[str, list[str]]:
        """The units, denominators and indicators that the rules know, as suggestions."""
        return extraction.vocabulary(self.rules)

    def indicator_name(self, indicator: str) -> str:
        """The best name of an indicator in the reader's language, once the rules were in use; else its id."""
        names = self.called(indicator) if self.is_ready else ()
        return names[0] if names else indicator.replace("_", " ")

    def called(self, indicator: str) -> tuple[str, ...]:
        """All names of an indicator, those in the reader's language first; reads the rules if need be."""
        return self._all_names().get(indicator, ())

    def indicator_meant(self, typed: str) -> str | None:
        """The indicator that is called just so in some language; None if there is none."""
        wanted = fold(typed.strip())
        found = (name for name, called in self._all_names().items() if wanted in map(fold, (name, *called)))
        return next(found, None)

    def _all_names(self) -> dict[str, tuple[str, ...]]:
        if not self._names:
            self._names = extraction.indicator_names(self.rules, i18n.language().partition("_")[0])
        return self._names

    def indicator_shown(self, indicator: str) -> str:
        """An indicator's name before its id, or the id alone where it tells no less."""
        name = self.indicator_name(indicator)
        return indicator if name == indicator.replace("_", " ") else f"{name} \u00b7 {indicator}"

    def shown_values(self, claim: Claim) -> dict[str, str]:
        """The fields of a claim that are shown otherwise than they stand."""
        return {"indicator": self.indicator_shown(claim.indicator)} if claim.indicator else {}

    def read_number(self, text: str, article: Article) -> Value | None:
        """A number as articles write it (``4.2 million``), in this article's language before all others."""
        value = extraction.read_number(text, self.rules, article.language)
        return None if value is None else tidy(value)


def _redated(opened: OpenSession, dated: Article, claims: Sequence[Claim]) -> "tuple[Review, Renewal]":
    renewal = opened.redate(dated, claims)
    return opened.review, renewal


def _why_read_only(opened: OpenSession) -> str:
    refused = opened.refused
    if not isinstance(refused, SessionLocked):
        return in_words(refused.reason) if refused is not None else ""
    holder = refused.holder
    return _("{user} on {host} has this session open since {since} (process {pid})").format(
        user=holder.user, host=holder.host, pid=holder.pid, since=when(holder.since)
    )
