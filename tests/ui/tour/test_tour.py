"""The tour played through with keys, left early, and played badly."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.driving.wire import Typist, WireDriver
from tests.ui.making import shared_rules
from tui.extract import RuleSet, extract
from tui.model import Article, Claim
from tui.storage import Settings, recent
from tui.text.cells import cells
from tui.ui.commands import COMMANDS
from tui.ui.i18n import use_language
from tui.ui.tour.app import TourApp
from tui.ui.tour.screen import TourScreen
from tui.ui.tour.steps import STEPS
from tui.workspace import practice as module
from tui.workspace.practice import practice

# The keys of each step, as its sentence asks for them.
PLAYED = (
    *(["a"], ["r"], ["f"], ["b"], ["enter"], ["z"], ["u"], ["+"], ["enter"]),
    *(["/"], [*"20", "enter"], ["\\"], [*"person", "enter"], ["escape"] * 3, ["?"]),
)


STOPS = ",:;!?)\uff0c\u3002\uff1a\uff1b\u3001\uff01\uff1f\uff09"

_found: dict[str, list[Claim]] = {}


def extract_once(article: Article, rules: RuleSet) -> list[Claim]:
    """The seeds' claims, found once for all tests."""
    if article.id not in _found:
        _found[article.id] = extract(article, rules)
    return _found[article.id]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the rules and the seeds once."""
    monkeypatch.setattr(module, "load_rules", shared_rules)
    monkeypatch.setattr(module, "extract", extract_once)


@asynccontextmanager
async def tour(
    language: str = "en", *, size: tuple[int, int] = (100, 30), settings: Settings | None = None
) -> AsyncIterator[tuple[TourApp, Typist, Path]]:
    use_language(language)
    with practice(language, "you") as opened:
        opened._rules = shared_rules()
        app = TourApp(opened, reviewer="you", settings=settings)
        app.driver_class = WireDriver
        task = asyncio.create_task(app.run_async(size=size))
        hands = Typist(app)
        try:
            await hands.settle(lambda: getattr(app.screen, "ready", False) if app.screen_stack else False)
            await app.workers.wait_for_complete()
            yield app, hands, opened.file.path
        finally:
            if not task.done():
                app.leave()
            await task
            use_language("en")


def shown(screen: TourScreen) -> str:
    return str(screen.query_one("#tour").render()).replace("\u00a0", " ")


async def ended(app: TourApp) -> None:
    async with asyncio.timeout(10):
        while app.is_running:  # noqa: ASYNC110 - Textual has no event for it
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_the_tour_waits_for_each_key_and_leaves_nothing_behind(language: str):
    async with tour(language) as (app, hands, path):
        screen = app.screen
        assert len(PLAYED) == len(STEPS) - 1
        for step, keys in enumerate(PLAYED):
            assert screen.step == step
            assert f"{step + 1}" in shown(screen)
            await hands.press(*keys)
        await hands.press("escape")
        assert app.screen is screen
        assert screen.step == len(STEPS) - 1
        review = screen.desk.review
        assert [decision.do for decision in review.decisions] == ["accept", "reject", "fix", "undo", "add"]
        assert path.parent.exists()
        app._driver.type("q")
        await ended(app)
    assert not path.parent.exists()
    assert path not in recent()


@pytest.mark.parametrize("before", [[], ["a"], ["a", "r", "f", "escape"], ["/", "x", "escape"], ["v"]])
async def test_it_can_be_left_at_any_time(before: list[str]):
    async with tour() as (app, hands, path):
        await hands.press(*before, "escape")
        app._driver.type("q")
        await ended(app)
    assert not path.parent.exists()


async def test_other_keys_do_what_they_do_and_the_tour_waits():
    async with tour() as (app, hands, _path):
        screen = app.screen
        await hands.press("j", "k", "r", "J", "g")
        assert screen.step == 0
        assert screen.desk.review.progress().rejected == 1
        await hands.press("a")
        assert screen.step == 1


async def test_it_goes_on_where_it_was_when_an_article_is_read_again():
    async with tour() as (app, hands, _path):
        await hands.press("a", "D", *"2020", "enter")
        await hands.settle(lambda: app.screen.ready)
        assert "Tour 2 of" in shown(app.screen)
        await hands.press("r")
        assert "Tour 3 of" in shown(app.screen)


async def test_who_leaves_the_form_is_asked_to_open_it_again():
    async with tour() as (app, hands, _path):
        screen = app.screen
        await hands.press("a", "r", "f", "escape")
        assert STEPS[screen.step].waits_for == "claim.fix"
        await hands.press("f", "m", "enter")  # another field, and saved: that is as good
        assert STEPS[screen.step].waits_for == "review.undo"


async def test_keys_of_ones_own_are_the_ones_it_names():
    async with tour(settings=Settings(keys={"claim.accept": "f9"})) as (app, hands, _path):
        assert " f9 " in shown(app.screen)
        await hands.press("f9")
        assert app.screen.step == 1


@pytest.mark.parametrize(("language", "mine"), [("en", "en"), ("zh_CN", "zh")])
def test_it_begins_with_an_article_of_the_readers_language(language: str, mine: str):
    with practice(language, "you") as opened:
        articles = opened.review.articles
        assert articles[0].language == mine
        assert len({article.language for article in articles}) == len(articles) > 1


async def test_every_sentence_fits_a_small_terminal():
    for language in ("en", "zh_CN"):
        async with tour(language, size=(80, 24)) as (app, hands, _path):
            for step in range(len(STEPS)):
                app.screen._go(step)
                await hands.settle()
                assert app.screen.query_one("#tour").size.height <= 4
                assert app.screen.article_view.size.height >= 14


def test_steps_name_commands_that_there_are():
    assert {step.waits_for for step in STEPS} <= set(COMMANDS)


@pytest.mark.parametrize("width", [60, 80, 100])
async def test_no_line_of_a_chinese_tour_begins_with_a_stop(width: int) -> None:
    async with tour("zh_CN", size=(width, 24)) as (app, _hands, _path):
        screen = app.screen
        for step in range(len(STEPS)):
            screen._go(step)
            lines = screen._words().plain.split("\n")
            assert all(cells(line) <= width - 4 for line in lines)
            assert not any(line[:1] in STOPS for line in lines)
            chip = f"\u00a0{app.keymap.first_key(STEPS[step].waits_for)}\u00a0"
            assert any(chip in line for line in lines)


async def test_a_click_on_a_key_of_the_sentence_does_what_the_key_does():
    async with tour() as (app, hands, _path):
        screen = app.screen
        for step in (0, 1, 2, 3):
            assert screen.step == step
            place = screen.query_one("#tour").region
            strips = screen._compositor.render_strips()[place.y : place.bottom]
            key = f"\u00a0{PLAYED[step][0]}\u00a0"
            y, x = next((n, strip.text.index(key)) for n, strip in enumerate(strips) if key in strip.text)
            at = f"{x + 2};{place.y + y + 1}"
            app._driver.type(f"\x1b[<0;{at}M\x1b[<0;{at}m")
            await hands.settle()
        assert screen.step == 4
        app._driver.type(f"\x1b[<0;4;{place.y + 1}M\x1b[<0;4;{place.y + 1}m")
        await hands.settle()
        assert screen.step == 4, "a word is no key"
