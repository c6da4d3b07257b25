"""What may be meant in the open fields of a claim instead of what was extracted, the likeliest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import TypeVar

from tui.extract.document import Document, Draft, Mention
from tui.extract.engine import draft_document
from tui.extract.packs.rules import RuleSet
from tui.extract.place.named import NOT_THERE, Named, name_like
from tui.extract.quantity.lexicon import lexicon
from tui.extract.statement.wordings import Wordings
from tui.extract.units import SHARES
from tui.extract.words.tagging import tagged
from tui.extract.words.tagwords import tag_words
from tui.model import Article
from tui.model.edtf import Period, Point, parse_period

OPEN_FIELDS = ("subject", "place", "period", "unit", "per")
MOST_SUBJECTS = 60
MOST = 12
_AROUND = 12  # words on either side of a number in which nouns may be what it counts

Values = dict[str, tuple[str, ...]]
M = TypeVar("M", bound=Mention)


def alternatives(article: Article, rules: RuleSet, start: int, end: int) -> Values:
    """For each open field the values that may be meant by the number at ``start`` to ``end``.

    Offsets are code points into the article's text. Whoever asks about several numbers of an article keeps
    an :class:`Alternatives` instead, since the article is read anew here.
    """
    return Alternatives(draft_document(article, rules), rules).at(start, end)


@dataclass(slots=True)
class Alternatives:
    """What may be meant in one article; ``document`` went through all stages of extraction."""

    document: Document
    rules: RuleSet
    _known: dict[tuple[int, int], Values] = field(default_factory=dict)

    def at(self, start: int, end: int) -> Values:
        """For each open field the values that may be meant by the number in this place."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._of(self._draft(start, end))
        return known

    def may_end(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` on are no torn phrase if they end at ``end``."""
        sentence = self.document.sentences.index(self.document.sentence_at(start))
        words = tagged(self.document, sentence, self.rules)
        language = tag_words(self.rules, self.document.sentences[sentence].language)
        low, high = words.at(start), words.at(end - 1) + 1
        within = any(first <= low and high <= last for first, last in language.stretches(words.tags))
        return within and language.is_whole(words.tags, low, high, begins=True)

    def _draft(self, start: int, end: int) -> Draft:
        """The number that covers most of a place, or one made up for it."""
        touching = [draft for draft in self.document.drafts if draft.start < end and start < draft.end]
        if touching:
            return max(touching, key=lambda draft: min(draft.end, end) - max(draft.start, start))
        sentences = self.document.sentences
        index = sentences.index(self.document.sentence_at(start)) if sentences else 0
        return Draft(start, end, self.document.text[start:end], index, Decimal(0))

    def _of(self, draft: Draft) -> Values:
        if not self.document.sentences:
            return dict.fromkeys(OPEN_FIELDS, ())
        units = tuple(_few(self._units(draft)))
        return {
            "subject": tuple(Wordings(self.document, self.rules).of(draft, MOST_SUBJECTS)),
            "place": tuple(_few(self._places(draft))),
            "period": tuple(_few(self._periods(draft))),
            "unit": units,
            "per": tuple(_few([*self._field_nearby("per", draft), *self._denominators(draft, units)])),
        }

    def _near(self, mentions: Sequence[M], draft: Draft) -> list[M]:
        """Mentions in the order in which they may be meant: in the number's sentence, then back, then on."""
        sentence = self.document.sentences[draft.sentence]

        def distance(mention: Mention) -> tuple[bool, bool, int]:
            inside = sentence.start <= mention.start < sentence.end
            gap = draft.start - mention.end if mention.end <= draft.start else mention.start - draft.end
            return not inside, not inside and mention.start > draft.start, abs(gap)

        return sorted(mentions, key=distance)

    def _places(self, draft: Draft) -> Iterator[str]:
        """The places of the number's sentence, the article's own with what holds it and its parts, others.

        Each as it is written, too; those that are only compared or worked with come last.
        """
        sentence = self.document.sentences[draft.sentence]
        home = self.document.home.place if isinstance(self.document.home, Named) else None
        own = list(self._home())
        here: list[str] = []
        beyond: list[str] = []
        apart: list[str] = []
        for mention in self._near(self.document.places, draft)[:MOST]:
            named = mention if isinstance(mention, Named) else None
            place = named.place if named is not None else None
            if named is not None and named.role in NOT_THERE:
                found = apart
            elif sentence.start <= mention.start < sentence.end:
                found = here
            else:
                found = own if home is not None and place is not None and place.inside(home) else beyond
            found.append(mention.value)
            if named is None or not named.refers:
                found.append(" ".join(self.document.text[mention.start : mention.end].split()))
        yield from chain(here, own, beyond, apart)

    def _home(self) -> Iterator[str]:
        """The article's own place and, in its script, what holds it."""
        home = self.document.home
        if home is None:
            return
        yield home.value
        holder = home.place.within if isinstance(home, Named) and home.place is not None else None
        while holder is not None:
            yield name_like(holder, ascii_only=home.value.isascii())
            holder = holder.within

    def _periods(self, draft: Draft) -> Iterator[str]:
        times = self._near(self.document.times, draft)[:MOST]
        near = [time.period for time in times if time.period is not None]
        now, held = self.document.now, draft.fields.get("period")
        said = [*near[:4], *([Period(now, now)] if now else ()), *([parse_period(held)] if held else ())]
        for period in said:
            yield str(period)
            yield from map(str, _coarser(period))
        yield from map(str, near[4:])

    def _units(self, draft: Draft) -> Iterator[str]:
        yield from self._field_nearby("unit", draft)
        sentence = self.document.sentences[draft.sentence]
        words, known = (
            tagged(self.document, draft.sentence, self.rules),
            lexicon(self.rules, sentence.language),
        )
        here = words.at(draft.start)
        low, high = max(here - _AROUND, 0), min(here + _AROUND, len(words.starts))
        for at in sorted(range(low, high), key=lambda index: abs(index - here)):
            word = known.key(self.document.text[words.starts[at] : words.ends[at]])
            unit = known.unit_of(known.plurals.singular(word)) or known.unit_of(word)
            if unit is not None:
                yield unit[0]
            elif known.spaced and known.plurals.has(word):
                yield known.plurals.singular(word)

    @staticmethod
    def _denominators(draft: Draft, units: Iterable[str]) -> Iterator[str]:
        """What something may be counted for each of: what is counted itself, not how things compare."""
        return (unit for unit in units if unit not in SHARES and unit != draft.fields.get("unit"))

    def _field_nearby(self, name: str, draft: Draft) -> list[str]:
        """The values that a field has at the numbers of the article, the nearest first."""
        others = sorted(self.document.claims, key=lambda other: abs(other.start - draft.start))
        return [value for other in others[: 4 * MOST] if (value := other.fields.get(name))]


def _few(values: Iterable[str]) -> Iterator[str]:
    """The different ones of some values, not too many; capitals make no difference."""
    seen: set[str] = set()
    for value in values:
        if value and value.casefold() not in seen:
            seen.add(value.casefold())
            yield value
            if len(seen) == MOST:
                return


def _coarser(period: Period) -> Iterator[Point]:
    """A date less precisely, by its month and its year, and the two ends of an interval."""
    if period.is_interval or period.start is None:
        yield from (end for end in (period.start, period.end) if end is not None)
    elif period.start.precision != "year":
        if period.start.precision == "day":
            yield period.start.reduced("month")
        yield period.start.reduced("year")
