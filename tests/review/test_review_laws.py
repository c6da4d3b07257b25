"""Laws of a review under any sequence of decisions: replay, inverse, range, recount."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec import structs

from tests.review.making import claim_of, made, session_of
from tui.model import Article, Changes, Decision
from tui.review import ClaimState, Review, ReviewError
from tui.review.columns import COLUMNS
from tui.review.order import grouped
from tui.review.queue import place_of

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
Picture = tuple[dict[str, ClaimState], list[str]]


def picture(review: Review) -> Picture:
    ids = list(review.claim_ids)
    return {claim_id: review[claim_id] for claim_id in ids}, ids


class ReviewMachine(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.session = session_of(2, 3)
        self.journal: list[Decision] = []
        self.broken = False
        self.review = self.reviewed(self.record)
        # Pictures of the state before each step that can be taken back, as an editor would keep them.
        self.past: list[Picture] = []
        self.future: list[Picture] = []
        self.joined = 0

    def reviewed(self, record=lambda _: None) -> Review:
        return Review(self.session, reviewer="ann", record=record, clock=lambda: EPOCH)

    def record(self, decision: Decision) -> None:
        if self.broken:
            raise OSError("disk full")
        self.journal.append(decision)

    def new_step(self) -> None:
        self.past.append(picture(self.review))
        self.future.clear()

    def some(self, data: st.DataObject, most: int = 3) -> list[str]:
        return data.draw(st.lists(st.sampled_from(self.review.claim_ids), min_size=1, max_size=most))

    @rule(data=st.data(), do=st.sampled_from(["accept", "reject", "skip", "reopen"]))
    def decide(self, data: st.DataObject, do: str) -> None:
        ids = self.some(data)
        self.new_step()
        change = getattr(self.review, do)(ids)
        assert set(change.claims) == set(ids)
        assert change.focus == ids[0]

    @rule(data=st.data(), text=st.text(max_size=5))
    def note(self, data: st.DataObject, text: str) -> None:
        (claim_id,) = self.some(data, 1)
        self.new_step()
        self.review.note(claim_id, text)
        assert self.review[claim_id].note == text

    @rule(data=st.data(), value=st.integers(-5, 5), unit=st.sampled_from(["person", "job"]))
    def fix(self, data: st.DataObject, value: int, unit: str) -> None:
        ids = self.some(data)
        self.new_step()
        self.review.fix(ids, Changes(value=Decimal(value), unit=unit))
        assert all(self.review[claim_id].claim.unit == unit for claim_id in ids)

    @rule(data=st.data(), start=st.integers(-3, 80), length=st.integers(0, 9))
    def move(self, data: st.DataObject, start: int, length: int) -> None:
        (claim_id,) = self.some(data, 1)
        state = self.review[claim_id]
        size = len(self.review.article(state.claim.article).text)
        changes = Changes(start=start, end=start + length)
        if 0 <= start < start + length <= size:
            self.new_step()
            self.review.fix(claim_id, changes)
        else:
            before = picture(self.review)
            with pytest.raises(ReviewError, match="not inside"):
                self.review.fix(claim_id, changes)
            assert picture(self.review) == before

    @rule(data=st.data(), start=st.integers(0, 3))
    def add(self, data: st.DataObject, start: int) -> None:
        article: Article = data.draw(st.sampled_from(self.review.articles))
        claim = claim_of(article, start, start + 2, value=Decimal(7))
        self.new_step()
        change = self.review.add(claim)
        assert change.added == change.claims == (change.focus,)
        assert self.review[change.added[0]].is_fact

    @rule(claims=st.integers(0, 2))
    def extend(self, claims: int) -> None:
        self.joined += 1
        article, found = made(f"late{self.joined}", claims)
        self.review.extend([article], found)
        self.session = structs.replace(
            self.session,
            articles=(*self.session.articles, article),
            claims=(*self.session.claims, *found),
        )
        fresh = {claim.id: ClaimState(claim=claim) for claim in found}
        ids = [claim.id for claim in found]
        for pictures in (self.past, self.future):
            pictures[:] = [({**states, **fresh}, order + ids) for states, order in pictures]

    @precondition(lambda self: self.review.can_undo)
    @rule()
    def undo(self) -> None:
        self.future.append(picture(self.review))
        self.review.undo()
        assert picture(self.review) == self.past.pop()

    @precondition(lambda self: self.review.can_redo)
    @rule()
    def redo(self) -> None:
        self.past.append(picture(self.review))
        self.review.redo()
        assert picture(self.review) == self.future.pop()

    @rule(data=st.data(), do=st.sampled_from(["accept", "undo", "redo"]))
    def fail_to_record(self, data: st.DataObject, do: str) -> None:
        before, past, future = picture(self.review), self.review.can_undo, self.review.can_redo
        self.broken = True
        try:
            if do == "accept" or (do == "undo" and past) or (do == "redo" and future):
                with pytest.raises(OSError, match="disk full"):
                    self.review.accept(self.some(data)) if do == "accept" else getattr(self.review, do)()
        finally:
            self.broken = False
        assert (picture(self.review), self.review.can_undo, self.review.can_redo) == (before, past, future)

    @rule()
    def restart(self) -> None:
        self.review = Review(
            structs.replace(self.session, decisions=tuple(self.journal)),
            reviewer="ann",
            record=self.record,
            clock=lambda: EPOCH,
        )

    @invariant()
    def replay_equals_the_live_state(self) -> None:
        again = Review(structs.replace(self.session, decisions=tuple(self.journal)), reviewer="bob")
        assert picture(again) == picture(self.review)
        assert (again.can_undo, again.can_redo) == (self.review.can_undo, self.review.can_redo)
        assert (self.review.can_undo, self.review.can_redo) == (bool(self.past), bool(self.future))

    @invariant()
    def progress_equals_a_recount(self) -> None:
        for article_id in (None, *(article.id for article in self.review.articles)):
            ids = self.review.claim_ids if article_id is None else self.review.of_article(article_id)
            counted = Counter(self.review[claim_id].verdict for claim_id in ids)
            progress = self.review.progress(article_id)
            assert progress.total == len(ids)
            names = ("pending", "accepted", "fixed", "rejected", "skipped")
            assert {name: getattr(progress, name) for name in names} == {
                name: counted[name] for name in names
            }

    @invariant()
    def columns_say_what_the_claims_say(self) -> None:
        for name, get in COLUMNS.items():
            said = [get(state) for state in self.review.states()]
            assert list(chain.from_iterable(self.review.columns.of(name).values())) == said
            assert self.review.columns.counts(name) == Counter(said)

    @invariant()
    def claims_that_say_the_same_stand_together_as_in_a_review_made_anew(self) -> None:
        again = Review(structs.replace(self.session, decisions=tuple(self.journal)), reviewer="bob")
        ids = again.claim_ids
        for order in ("doubt", "indicator"):
            assert grouped(ids, order, self.review, dict) == grouped(ids, order, again, dict)

    @invariant()
    def the_order_is_that_of_the_text(self) -> None:
        claims = [self.review[claim_id].claim for claim_id in self.review.claim_ids]
        articles = [article.id for article in self.review.articles]
        assert len(claims) == len(self.review)
        assert claims == sorted(claims, key=lambda each: (articles.index(each.article), *place_of(each)))
        for article_id in articles:
            own = [claim for claim in claims if claim.article == article_id]
            assert self.review.of_article(article_id) == [claim.id for claim in own]
            for start, end in ((0, 6), (4, 5), (7, 20)):
                touching = [claim.id for claim in own if claim.start < end and start < claim.end]
                assert self.review.touching(article_id, start, end) == touching
                marks = self.review.marks(article_id, [(start, end), (start, end)])
                assert [claim.id for claim, found in zip(own, marks, strict=True) if found] == touching
            assert list(self.review.starts(article_id)) == [claim.start for claim in own]

    @invariant()
    def the_next_pending_claim_is_found_as_by_a_walk_over_all(self) -> None:
        for after in (None, *self.review.claim_ids):
            walked = self.review.next_pending(after, self.review.claim_ids)
            assert self.review.next_pending(after) == walked

    @invariant()
    def what_stands_is_what_was_taken_back_an_even_number_of_times(self) -> None:
        first: dict[int, int] = {}
        undone: set[int] = set()
        for decision in self.review.decisions:
            if decision.of is not None:
                origin = first[decision.n] = first.get(decision.of, decision.of)
                undone ^= {origin}
            else:
                assert all(decision in self.review.history(claim_id) for claim_id in decision.claims)
        for decision in self.review.decisions:
            if decision.do != "undo":
                assert self.review.stands(decision) is (decision.n not in undone)

    @invariant()
    def claims_stand_in_text_order_and_inside_their_articles(self) -> None:
        assert len(set(self.review.claim_ids)) == len(self.review) == len(self.review.claim_ids)
        places = {article.id: n for n, article in enumerate(self.review.articles)}
        keys = []
        for position, claim_id in enumerate(self.review.claim_ids):
            claim = self.review[claim_id].claim
            assert self.review.position(claim_id) == position
            assert 0 <= claim.start < claim.end <= len(self.review.article(claim.article).text)
            keys.append((places[claim.article], claim.start, claim.end, claim.id))
        assert keys == sorted(keys)


ReviewMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestReview = ReviewMachine.TestCase
