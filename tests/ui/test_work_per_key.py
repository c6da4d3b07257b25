"""What a key costs does not grow with the session: counted in the product's lines that run, not in time."""

import asyncio
import sys
from decimal import Decimal
from pathlib import Path
from threading import Thread, current_thread, main_thread
from types import FrameType
from typing import Any, Self

import pytest

import tui
import tui.extract as extraction
from tests.ui.making import PAINTS, claim_on, desk, open_session
from tui.articles import article_from_text
from tui.extract.document import Document
from tui.extract.engine import draft_document
from tui.extract.packs.rules import RuleSet
from tui.model import Article, Claim

SHORT, LONG = 200, 8000
# Whether the panes are painted anew within a key's time or after it changes its count by so much, no more;
# a pass over the claims of the long session takes LONG lines at least.
A_SCREEN = 5000
HERE = str(Path(tui.__file__).parent)


class LineCount:
    """Counts the lines of `tui` that run in this thread: in a pass over all claims, one or more for each."""

    def __init__(self) -> None:
        self.lines = 0

    def __enter__(self) -> Self:
        sys.settrace(self._called)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.settrace(None)

    def _called(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        return self._ran if frame.f_code.co_filename.startswith(HERE) else None

    def _ran(self, _frame: FrameType, event: str, _arg: Any) -> Any:
        self.lines += event == "line"
        return self._ran


def many(claims: int, subject: str = "trees planted") -> tuple[Article, list[Claim]]:
    """An article whose claims speak of one figure, and nearly all say different things of it.

    With a subject that only says what is counted none speaks against another, and none is a problem.
    """
    text = "".join(f"Row {n:05} has {n % 900 + 100} trees.\n" for n in range(claims))
    article = article_from_text(text, "trees.txt")
    width = len(text) // claims
    return article, [
        claim_on(
            article,
            text[n * width + 14 : n * width + 17],
            after=text[n * width : n * width + 14],
            value=Decimal(n % 900 + 100),
            place="Elm Road",
            period="2021",
            subject=subject,
        )
        for n in range(claims)
    ]


async def lines_per_key(folder: Path, claims: int, keys: list[str], subject: str) -> dict[str, int]:
    """The lines that each key runs, in the middle of an article with so many claims."""
    counted = {}
    async with desk(open_session(folder, [many(claims, subject)])) as (app, hands):
        await app.workers.wait_for_complete()
        await hands.press(*"60j", "a", "r", "z", "z", "f", "escape")  # what is made once is made by now
        await hands.settle()
        for key in keys:
            with LineCount() as count:
                await hands.press(key)
                await hands.settle()
            counted[key] = count.lines
    return counted


@pytest.mark.parametrize("subject", ["trees planted", "trees"])
async def test_a_decision_and_a_step_cost_the_same_in_a_session_forty_times_as_long(
    subject: str, tmp_path: Path
) -> None:
    keys = ["j", "k", "a", "r", " ", "o", "z", "Z", "n", "p"]
    short = await lines_per_key(tmp_path / "short", SHORT, keys, subject)
    long = await lines_per_key(tmp_path / "long", LONG, keys, subject)
    for key in keys:
        assert short[key] > 50
        assert long[key] < short[key] + A_SCREEN, (key, short[key], long[key])


async def test_facets_and_filters_cost_the_same_in_a_session_forty_times_as_long(tmp_path: Path) -> None:
    counted = []
    for claims in (SHORT, LONG):
        async with desk(open_session(tmp_path / str(claims), [many(claims)])) as (app, hands):
            await app.workers.wait_for_complete()
            each = {}
            for keys in ((*"\\unit:person", "enter"), ("F",), (*"\\place:elm -state:fixed", "enter")):
                await hands.press("escape", *keys[:-1])  # what is made once is made by now
                await hands.settle()
                with LineCount() as count:
                    await hands.press(keys[-1])
                    await hands.settle()
                each[keys] = count.lines
                assert len(app.screen.ids) == claims
                await hands.press("q" if keys == ("F",) else "escape")
            counted.append(each)
    for keys, lines in counted[0].items():
        assert lines > 50
        assert counted[1][keys] < lines + A_SCREEN, (keys, lines, counted[1][keys])


async def test_a_field_is_offered_values_without_reading_where_the_reviewer_rested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[Thread] = []

    def counted(article: Article, rules: RuleSet) -> Document:
        threads.append(current_thread())
        return draft_document(article, rules)

    monkeypatch.setattr(extraction, "draft_document", counted)
    async with desk(open_session(tmp_path, [many(LONG)])) as (app, hands):
        await app.workers.wait_for_complete()
        for key in ("s", "l"):
            threads.clear()
            await hands.press("j")
            await hands.settle(lambda: bool(threads))
            await app.workers.wait_for_complete()
            await hands.press(key)
            assert app.screen.mode == "edit"
            assert len(threads) == 1
            assert threads[0] is not main_thread()
            await hands.press("escape")


async def test_moving_an_end_reads_no_more_of_an_article_ten_times_as_long(tmp_path: Path) -> None:
    counted = []
    for claims in (LONG // 10, LONG):
        async with desk(open_session(tmp_path / str(claims), [many(claims)])) as (app, hands):
            await app.workers.wait_for_complete()
            await hands.press(*"400j", "]", "escape")  # what is made once is made by now
            await hands.press("j")
            with LineCount() as count:
                await hands.press("]")
            assert app.screen.mode == "fix"
            counted.append(count.lines)
    assert 1000 < counted[1] < 1.5 * counted[0]


async def test_a_moved_and_an_added_claim_cost_the_same_in_an_article_forty_times_as_long(
    tmp_path: Path,
) -> None:
    counted = []
    for claims in (SHORT, LONG):
        async with desk(open_session(tmp_path / str(claims), [many(claims)])) as (app, hands):
            await app.workers.wait_for_complete()
            await hands.press(
                *"60j", "[", "enter", "u", "+", "enter", "z", "z"
            )  # what is made once is made by now
            each = {}
            for keys in (("[", "enter"), ("z",), ("u", "+", "enter"), ("z",), ("Z",)):
                await hands.press(*keys[:-1])
                await asyncio.sleep(PAINTS)  # what the keys before it changed is painted by now
                with LineCount() as count:
                    await hands.press(keys[-1])
                    await hands.settle()
                each[keys] = count.lines
            assert app.screen.mode == "review"
            assert len(app.screen.desk.review) == claims + 1
            counted.append(each)
    for keys, lines in counted[0].items():
        assert lines > 50
        assert counted[1][keys] < lines + A_SCREEN, (keys, lines, counted[1][keys])


async def lines_of(hands: Any, key: str) -> int:
    """How many lines run for a key, once all that keys before it changed is painted."""
    await hands.settle()
    await asyncio.sleep(PAINTS)
    with LineCount() as count:
        await hands.press(key)
    return count.lines


async def test_an_order_looks_at_each_claim_once_at_most(tmp_path: Path) -> None:
    claims = LONG // 2
    async with desk(open_session(tmp_path, [many(claims)])) as (app, hands):
        await app.workers.wait_for_complete()
        await hands.press(*"OOOO")  # what is made once is made by now
        for lines in (0, 0, 35):  # for each claim: by doubt, by indicator, by field with all its problems
            assert await lines_of(hands, "O") < lines * claims + A_SCREEN
        await hands.press("O", "a", "R", *"no", "enter", "z")  # a verdict alone leaves them ready
        for _order in ("doubt", "indicator"):
            assert await lines_of(hands, "O") < A_SCREEN
