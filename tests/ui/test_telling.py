"""What the line at the foot tells: nothing that is over, and always the way on."""

from pathlib import Path

import pytest

from tests.ui.making import chinese, claim_on, desk, english, open_session
from tui.articles import ReadProblem, article_from_text
from tui.ui.screens.help import HelpScreen
from tui.ui.widgets.progress_line import ProgressLine
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import Joined


def told(app) -> str:
    return app.screen.query_one(StatusLine).text


@pytest.mark.parametrize("key", ["f", "s", "]"])
async def test_what_was_decided_before_is_not_told_over_the_form(tmp_path: Path, key: str):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("r")
        assert "rejected" in told(app)
        await hands.press(key)
        assert told(app) == ""


async def test_one_escape_leaves_a_search_with_all_it_showed_and_a_second_the_filter(tmp_path: Path):
    async with desk(open_session(tmp_path, [english(), chinese()])) as (app, hands):
        screen = app.screen
        await hands.press("\\", *"unit:%", "enter", "/", *"830", "enter")
        assert told(app).startswith("1 of 1 in")
        await hands.press("escape")
        assert told(app) == "Shown: unit:% · esc shows all"
        assert (screen.searching.words, screen.article_view.selection) == ("", None)
        await hands.press("escape")
        assert told(app) == "All claims are shown"
        assert screen.searching.filter == ""
        await hands.press("escape")
        assert told(app) == ""


async def test_a_forgotten_range_is_no_longer_told(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("V", "j")
        assert "marked" in told(app)
        await hands.press("escape")
        assert told(app) == ""


async def test_ctrl_c_copies_what_is_selected(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("/", *"830", "enter", "ctrl+c")
        assert app.clipboard == "830"
        await hands.press("escape", "m", *"word", "ctrl+a")
        app.screen.prompt.field.select_all()
        await hands.press("ctrl+c")
        assert app.clipboard == "word"


@pytest.mark.parametrize(("language", "words"), [("en", "quits"), ("zh_CN", "\u9000\u51fa")])
async def test_ctrl_c_tells_how_one_leaves_where_nothing_is_selected(
    tmp_path: Path, language: str, words: str
):
    async with desk(open_session(tmp_path), language=language) as (app, hands):
        await hands.press("ctrl+c")
        assert " q " in f" {told(app)}"
        assert words in told(app)
        await hands.press("f", "ctrl+c")
        assert "^q" in told(app)
        await hands.press("escape", "/", "x", "ctrl+c")
        hint = app.screen.query_one(Prompt).query_one("#prompt-hint")
        await hands.settle(lambda: words in str(hint.content))
        await hands.press("escape", "?", "ctrl+c")
        assert isinstance(app.screen, HelpScreen)
        assert [words in note.message for note in app._notifications] == [True]
        assert app.is_running


async def test_a_list_that_is_decided_is_not_taken_for_the_session(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("\\", *"unit:%", "enter", "a", "a")
        done = "accepted · 5% unemployment rate · z undoes"
        await hands.settle(
            lambda: told(app) == f"Every claim of the list is decided · esc shows all · {done}"
        )
        await hands.press("escape")
        await hands.press(*"aaaaaa")
        await hands.settle(lambda: told(app).startswith("Every claim is decided · e exports"))


async def test_articles_still_to_be_read_are_told(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        app.screen.desk.coming = lambda: 1234
        await hands.press(*"aaaaaaa")
        words = "Every claim is decided so far · 1,234 articles still to be read · accepted"
        await hands.settle(lambda: told(app).startswith(words))
        assert "· 2/2 +1,234 …" in app.screen.query_one(ProgressLine).render_line(0).text


async def test_articles_still_to_be_read_may_hold_more_of_what_is_listed(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(160, 40)) as (app, hands):
        app.screen.desk.coming = lambda: 12
        await hands.press("\\", *"unit:%", "enter", "a", "a")
        words = "The list is decided so far · 12 articles to come · esc shows all"
        await hands.settle(lambda: told(app).startswith(words))


async def test_a_search_before_the_first_article_is_there_finds_nothing(tmp_path: Path):
    async with desk(open_session(tmp_path, [])) as (app, hands):
        await hands.press("/", *"jobs", "enter")
        assert told(app) == "jobs is nowhere in the articles"
        await hands.press(">", "<", "u", "J", "a")
        assert app.is_running


async def test_articles_that_join_when_all_is_decided_are_offered(tmp_path: Path):
    async with desk(open_session(tmp_path, [english()])) as (app, hands):
        screen = app.screen
        await hands.press(*"aaaa")
        await hands.settle(lambda: told(app).startswith("Every claim is decided"))
        last = screen.current
        article, claims = chinese()
        screen.showing.articles_joined(screen.desk.review.extend([article], claims))
        assert told(app) == "2 more claims to decide · p goes on"
        assert screen.current == last  # nobody is moved away from what is looked at
        await hands.press("p")
        assert screen.current == claims[0].id
        screen.say("")
        more = article_from_text("Hill County planted 40 trees.", "hill.txt")
        screen.showing.articles_joined(screen.desk.review.extend([more], [claim_on(more, "40")]))
        assert told(app) == ""  # something waited anyway


async def test_joining_articles_that_the_filter_leaves_out_are_not_offered(tmp_path: Path):
    async with desk(open_session(tmp_path, [english()])) as (app, hands):
        screen = app.screen
        await hands.press(*"aaaa", "\\", *"unit:%", "enter")
        before = told(app)
        article, claims = chinese()
        screen.showing.articles_joined(screen.desk.review.extend([article], claims))
        assert told(app) == before


async def test_what_was_said_of_a_claim_is_gone_at_the_next_one(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        said = app.screen.query_one(StatusLine)
        await hands.press("n")
        assert "unit guessed" in said.text
        await hands.press("j")
        assert said.text == ""
        await hands.press("\\", *"unit:%", "enter")
        await hands.press("k")
        assert said.text == "Shown: unit:% · esc shows all"


async def test_a_search_tells_how_it_goes_on(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("/", *"new", "enter")
        assert app.screen.query_one(StatusLine).text.endswith(" · > next")


@pytest.mark.parametrize("keys", ["\\", "/", "m", "e", "D", "fs", "fv", "R"])
async def test_a_paste_that_is_no_line_is_refused_and_told(tmp_path: Path, keys: str):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("a", *keys)
        before = screen.typing_field.value
        app._driver.type("\x1b[200~" + "12 people " * 100_000 + "\x1b[201~")
        words = "too long: 1,000 characters at most"
        hint = screen.query_one(Prompt).query_one("#prompt-hint")
        await hands.settle(lambda: words in (told(app) if screen.mode == "edit" else str(hint.content)))
        assert screen.typing_field.value == before


async def test_of_a_paste_no_line_is_lost(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("m")
        app._driver.type("\x1b[200~ ask Li,\r\n then\n\nWang \x1b[201~")
        await hands.press("enter")
        review = app.screen.desk.review
        assert review[review.claim_ids[0]].note == "ask Li, then Wang"


async def test_a_file_that_cannot_be_read_meanwhile_moves_nothing_on_the_screen(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(60, 20)) as (app, hands):
        screen, line = app.screen, app.screen.query_one(StatusLine)
        where = screen.article_view.region
        problem = ReadProblem("a-folder/of-many/bulletins.txt", "empty: there is no text in it at all")
        screen.desk.join = lambda: Joined(problems=(problem,))
        screen.leaving.let_in()
        await hands.settle(lambda: "bulletins" in line.render_line(0).text)
        assert (screen.article_view.region, line.region.height) == (where, 1)
        screen.say("x" * 100, "warning")  # what a key asked for is told to its end
        await hands.settle(lambda: line.region.height == 2)
