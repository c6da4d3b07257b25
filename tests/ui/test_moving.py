from decimal import Decimal
from pathlib import Path
from threading import current_thread

import pytest
from textual import events
from textual.command import CommandPalette
from textual.geometry import Size
from textual.widgets import OptionList

from tests.ui.making import chinese, desk, english, hostile, open_session
from tui.articles import article_from_text
from tui.model import Article, Changes, Claim
from tui.review.coverage import uncovered
from tui.ui.reviewing import moving
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.theme import THEME_NAMES
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.status_line import StatusLine


async def test_claims_articles_and_ends_are_gone_to_by_key(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        for key, place in [
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("k", 0),
            ("G", 5),
            ("j", 5),
            ("g", 0),
        ]:
            await hands.press(key)
            assert screen.position == place, key
        await hands.press("J")
        assert (screen.article.path, screen.position) == ("qinghe.txt", 4)
        await hands.press("K", "a", "J", "K")
        assert screen.position == 1  # the first claim to decide there


@pytest.mark.parametrize("near", [1, 50])
async def test_problems_are_gone_to_round_the_end_and_not_after_they_are_decided(
    near: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(moving, "NEAR", near)
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("n")
        assert screen.position == 2
        await hands.press("G", "N")
        assert screen.position == 2
        await hands.press("a", "n")
        assert "No claim here has a problem" in screen.query_one(StatusLine).text


async def test_when_all_is_decided_the_desk_says_so_and_how_to_export(tmp_path: Path):
    async with desk(open_session(tmp_path, [chinese()])) as (app, hands):
        await hands.press("a", "a")
        await hands.settle(lambda: "Every claim is decided" in app.screen.query_one(StatusLine).text)
        assert "e exports" in app.screen.query_one(StatusLine).text


async def test_skipped_claims_come_back_when_nothing_else_is_pending(tmp_path: Path):
    async with desk(open_session(tmp_path, [chinese()])) as (app, hands):
        await hands.press("space", "a")
        assert app.screen.position == 0


async def test_a_filter_narrows_the_list_and_what_is_next(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("\\", *"unit:%", "enter")
        assert [screen.desk.review[name].claim.unit for name in screen.ids] == ["%", "%"]
        await hands.press("a")
        assert screen.position == 1
        await hands.press("\\", "ctrl+u", *"colour:red", "enter")
        assert screen.mode == "dialog"  # it stays open with the reason
        await hands.press("escape", "escape")
        assert len(screen.ids) == 6


async def test_numbers_without_a_claim_are_found_in_all_articles(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("u")
        first = screen.article.text[slice(*screen.article_view.selection)]
        await hands.press("u")
        second = screen.article.text[slice(*screen.article_view.selection)]
        assert (first, second) == ("64", "4.5%")
        assert screen.article.path == "qinghe.txt"
        await hands.press("U")
        assert screen.article.path == "river.txt"


def grown(covered: int, name: str, tail: str) -> tuple[Article, list[Claim]]:
    """An article with so many numbers, all of them covered but what ``tail`` has."""
    text = "".join(f"Row {n:04} has {n} trees.\n" for n in range(1000, 1000 + covered)) + tail
    article = article_from_text(text, f"{name}.txt")
    starts = [text.index(f"has {n} ") + 4 for n in range(1000, 1000 + covered)]
    spans = [(start, start + 4) for start in starts] + [(start - 9, start - 5) for start in starts]
    fields = {"value": Decimal(1), "unit": "tree", "subject": "trees", "confidence": 0.9}
    return article, [
        Claim(id=f"{article.id}:{start}-{end}", article=article.id, start=start, end=end, **fields)
        for start, end in spans
    ]


def far_off(size: int) -> list[tuple[Article, list[Claim]]]:
    """Articles of which only the last has a number that no claim covers; all but the first are long."""
    between = [grown(size + n, f"b{n}", "") for n in range(20)]
    return [grown(3, "a", ""), *between, grown(size, "c", "In all 64.\n")]


async def test_a_number_far_off_is_looked_for_beside_the_keys(tmp_path: Path):
    async with desk(open_session(tmp_path, far_off(60))) as (app, hands):
        screen = app.screen
        await app.workers.wait_for_complete()
        read: list[str] = []
        known = screen.desk.numbers_of
        screen.desk.numbers_of = lambda article: read.append(current_thread().name) or known(article)
        await hands.press("u")
        await hands.settle(lambda: screen.article.path == "c.txt")
        assert screen.article.text[slice(*screen.article_view.selection)] == "64"
        assert set(read) > {"MainThread"}
        await hands.press("g", "u")  # what was read once is known
        assert screen.article.path == "c.txt"


async def test_who_goes_on_working_ends_the_search_for_a_number(tmp_path: Path):
    parts = far_off(100)
    async with desk(open_session(tmp_path, parts)) as (app, hands):
        screen = app.screen
        await app.workers.wait_for_complete()
        app._driver.type("uj")
        await hands.settle()
        await app.workers.wait_for_complete()
        assert (screen.article.path, screen.position) == ("a.txt", 1)
        assert len(screen.desk.numbers) < len(parts)


async def test_a_number_is_uncovered_again_when_its_claim_moves_back_while_another_article_is_shown(
    tmp_path: Path,
):
    parts = [english(), grown(2, "a", "")]
    async with desk(open_session(tmp_path, parts)) as (app, hands):
        screen = app.screen
        river = screen.article
        before = screen.showing.uncovered(river)
        place = screen.desk.review[screen.ids[3]].claim
        screen.show_change(screen.desk.review.fix(place.id, Changes(end=before[0][1])))
        assert screen.showing.uncovered(river) == []
        await hands.press("J")
        assert screen.article.path == "a.txt"
        screen.show_change(screen.desk.review.undo())
        assert screen.showing.uncovered(river) == before


async def test_that_nothing_is_left_out_is_not_said_of_dates(tmp_path: Path):
    async with desk(open_session(tmp_path, [grown(2, "a", "Written on 3 May 2021.\n")])) as (app, hands):
        await hands.press("u")
        said = app.screen.query_one(StatusLine).text
        assert said == "Every number has a claim · dates and references left out"


def test_a_number_is_covered_by_any_claim_that_touches_it():
    assert uncovered(((0, 2), (4, 6), (8, 9)), [(0, 5)]) == [(8, 9)]
    assert uncovered(((0, 2),), []) == [(0, 2)]
    assert uncovered(((3, 5), (6, 8)), [(0, 3), (5, 6)]) == [(3, 5), (6, 8)]


async def test_the_palette_finds_claims_and_articles_and_never_obeys_them(tmp_path: Path):
    opened = open_session(tmp_path, [english(), hostile(), chinese()], name="evil")
    async with desk(opened) as (app, hands):
        screen = app.screen
        app._driver.type("\x10")
        await hands.settle(lambda: isinstance(app.screen, CommandPalette))
        await hands.type("\u57f9\u8bad")
        await hands.settle(lambda: bool(app.screen.query_one(OptionList).option_count))
        await hands.press("enter")
        await hands.settle(lambda: app.screen is screen)
        assert screen.article.path == "qinghe.txt"
        assert screen.desk.review[screen.current].claim.subject == "\u57f9\u8bad\u804c\u5de5"


async def test_a_click_on_the_key_line_does_the_command(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        bar = app.screen.query_one(KeyBar)
        y = bar.region.y + 1
        app._driver.type(f"\x1b[<0;3;{y}M\x1b[<0;3;{y}m")
        await hands.settle(lambda: app.screen.desk.review.progress().accepted == 1)
        assert app.screen.desk.review.progress().accepted == 1


async def test_themes_go_round(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        seen = []
        for _each in THEME_NAMES:
            seen.append(app.theme)
            await hands.press("T")
        assert seen == list(THEME_NAMES)
        assert app.theme == THEME_NAMES[0]


async def test_the_window_may_change_its_size_at_any_time(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(200, 60)) as (app, hands):
        await hands.press("f", "s", "n")
        for width, height in [(80, 24), (40, 12), (20, 6), (120, 40)]:
            size = Size(width, height)
            app._driver.send_message(events.Resize(size, size))
            await hands.settle()
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.fix_form.field.value == "n"
