"""Many claims decided by a count or a marked range are shown first, as a batch is."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

from tests.ui.making import claim_on, desk, open_session
from tests.ui.test_working import said, verdicts
from tui.articles import article_from_text
from tui.model import Article, Claim
from tui.ui.screens.batch import BatchScreen, Preview

DOUBTED = 2


def firms() -> tuple[Article, list[Claim]]:
    """Twelve claims, of which the third is in doubt."""
    numbers = [str(number) for number in range(100, 112)]
    article = article_from_text("".join(f"Made {number} firms.\n" for number in numbers), "many.txt")
    same = {"unit": "firm", "subject": "firms", "why": {"unit": "en.unit.firm"}}
    claims = [claim_on(article, number, value=Decimal(number), **same) for number in numbers]
    claims[DOUBTED] = structs.replace(claims[DOUBTED], doubts=("unit guessed",))
    return article, claims


@pytest.mark.parametrize(("lines", "room"), [(24, 8), (60, 30)])
async def test_a_tall_terminal_shows_more_of_a_batch(tmp_path: Path, lines: int, room: int):
    numbers = [str(number) for number in range(100, 130)]
    article = article_from_text("".join(f"Made {number} firms.\n" for number in numbers), "many.txt")
    claims = [claim_on(article, number, value=Decimal(number), unit="firm") for number in numbers]
    async with desk(open_session(tmp_path, [(article, claims)]), size=(80, lines)) as (app, hands):
        await hands.press("A")
        assert isinstance(app.screen, BatchScreen)
        assert app.screen.query_one("#batch-box").region.width == 80
        assert app.screen.query_one(Preview).size.height >= room
        assert app.screen.query_one(Preview).is_cut == (lines < 30)


@pytest.mark.parametrize(
    ("before", "keys", "verdict"),
    [
        ("", "99a", "accepted"),
        ("", "10r", "rejected"),
        ("", "VGr", "rejected"),
        ("", "VGRtwice\r", "rejected"),
        ("", "99 ", "skipped"),
        ("ao", "99.", "accepted"),
        ("", "VGfuhouse\r", "fixed"),
        ("", "VGlHill\r", "fixed"),
        ("", "VGfa", "accepted"),
        ("fuhouse\rg", "99=", "fixed"),
    ],
)
async def test_what_a_count_or_a_range_decides_is_shown_and_what_is_in_doubt_left_out(
    tmp_path: Path, before: str, keys: str, verdict: str
):
    async with desk(open_session(tmp_path, [firms()])) as (app, hands):
        screen = app.screen
        await hands.press(*before)
        decisions, begun = len(screen.desk.review.decisions), verdicts(screen)
        await hands.press(*keys)
        assert isinstance(app.screen, BatchScreen)
        assert "1 with a problem, doubt or verdict is left out" in app.screen.held_words()
        assert verdicts(screen) == begun
        changed = app.screen.ids
        await hands.press("enter")
        review = screen.desk.review
        assert {review[claim_id].verdict for claim_id in changed} == {verdict}
        assert review[screen.ids[DOUBTED]].verdict == "pending"
        assert len(review.decisions) == decisions + 1
        assert screen.mode == "review"
        assert not screen.marking.ids


@pytest.mark.parametrize("keys", ["9a", "Vjjjjjjjja"])
async def test_fewer_are_decided_at_once(tmp_path: Path, keys: str):
    async with desk(open_session(tmp_path, [firms()])) as (app, hands):
        await hands.press(*keys)
        assert verdicts(app.screen) == ["accepted"] * 9 + ["pending"] * 3


@pytest.mark.parametrize("keys", ["VGr", "VGfuhouse\r", "VGlHill\r"])
async def test_what_was_marked_stays_so_where_nothing_is_decided(tmp_path: Path, keys: str):
    async with desk(open_session(tmp_path, [firms()])) as (app, hands):
        screen = app.screen
        await hands.press(*keys)
        assert isinstance(app.screen, BatchScreen)
        await hands.press("escape")
        assert verdicts(screen) == ["pending"] * 12
        assert len(screen.marking.ids) == 12
        if screen.mode == "fix":  # the form still holds what was typed
            await hands.press("escape")
            assert "12 claims marked" in said(screen)
        await hands.press("r", "enter")
        assert verdicts(screen).count("rejected") == 11


async def test_what_was_decided_before_is_chosen_on_purpose_only(tmp_path: Path):
    async with desk(open_session(tmp_path, [firms()])) as (app, hands):
        screen = app.screen
        await hands.press("a", "r", " ", "g", "9", "9", "r")
        assert app.screen.ids == tuple(screen.ids[3:])
        await hands.press("i")
        lines = app.screen.query_one(Preview).make_lines(80, 12)
        shown = ["".join(text for text, _part in line) for line in lines]
        assert [line.rpartition("? ")[2].strip() for line in shown[:3]] == [
            *("accepted", "rejected", "skipped · unit guessed"),
        ]
        assert not any("?" in line for line in shown[3:])
        await hands.press("enter")
        assert verdicts(screen) == ["rejected"] * 12
        await hands.press("z")
        assert verdicts(screen)[:4] == ["accepted", "rejected", "skipped", "pending"]


async def test_verdicts_of_many_are_taken_away_after_they_were_shown(tmp_path: Path):
    async with desk(open_session(tmp_path, [firms()])) as (app, hands):
        screen = app.screen
        await hands.press("9", "a", "a", "g", "9", "9", "o")
        assert isinstance(app.screen, BatchScreen)
        assert app.screen.ids == tuple(screen.ids[:10]), "those that are pending have no verdict"
        await hands.press("enter")
        assert verdicts(screen) == ["pending"] * 12
        assert "10 claims are pending again" in said(screen)
