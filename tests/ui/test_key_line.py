"""The key line tells of the keys that do something just then, and of no others."""

from pathlib import Path

from tests.ui.making import desk, english, open_session
from tui.articles import article_from_text
from tui.ui.commands import COMMANDS
from tui.ui.screens.batch import BatchScreen
from tui.ui.screens.overview import OverviewScreen
from tui.ui.screens.sessions import SessionsScreen
from tui.ui.screens.summary import SummaryScreen
from tui.ui.widgets.key_bar import KeyBar
from tui.workspace import resume

DECISIONS = {"claim.accept", "claim.fix", "claim.reject", "claim.skip", "claim.note", "review.undo"}


def told(app) -> set[str]:
    """The commands that the key line tells of."""
    return {name for name, _key, _title in app.screen.query_one(KeyBar)._items}


async def test_without_a_claim_there_is_nothing_to_decide_or_to_narrow(tmp_path: Path):
    bare = article_from_text("No figure stands here, but there are words.\n", "bare.txt")
    async with desk(open_session(tmp_path, [(bare, [])]), size=(200, 40)) as (app, _hands):
        assert not told(app) & {*DECISIONS, "problem.next", "view.filter", "view.facets", "session.export"}
        assert told(app) >= {"view.search", "number.next", "app.help", "app.quit"}


async def test_undo_comes_with_the_first_decision_and_export_with_the_first_fact(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(200, 40)) as (app, hands):
        assert not told(app) & {"review.undo", "session.export"}
        await hands.press("r")
        assert told(app) & {"review.undo", "session.export"} == {"review.undo"}
        await hands.press("a")
        assert told(app) >= {"review.undo", "session.export"}
        await hands.press("z", "z")
        assert not told(app) & {"review.undo", "session.export"}


async def test_adding_is_told_of_while_something_is_selected(tmp_path: Path):
    async with desk(open_session(tmp_path, [english()])) as (app, hands):
        assert "claim.add" not in told(app)
        await hands.press("u")
        await hands.settle(lambda: "claim.add" in told(app))
        await hands.press("j")
        await hands.settle(lambda: "claim.add" not in told(app))


async def test_who_may_only_read_is_told_of_no_decision(tmp_path: Path):
    with open_session(tmp_path) as first:
        first.review.accept(first.review.claim_ids[:2])
        second = resume(first.file.path, reviewer="bob")
        async with desk(second, size=(200, 40)) as (app, hands):
            await hands.press("u")
            assert not told(app) & {*DECISIONS, "claim.add"}
            assert told(app) >= {"view.filter", "view.facets", "session.export"}


async def test_the_form_tells_of_undo_and_of_suggestions_where_there_are_some(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("f")
        assert "fix.undo" not in told(app)
        await hands.press("b")
        assert "fix.undo" in told(app)
        await hands.press("v")
        assert not told(app) & {"edit.down", "edit.words"}
        await hands.press("escape", "s")
        assert told(app) >= {"edit.down", "edit.words", "edit.save"}
        app._driver.type("\x14")
        await hands.settle(lambda: app.screen.fixing.words is not None)
        assert told(app) == {"edit.words", "edit.cancel"}


async def test_facets_tell_of_widening_and_naming_once_there_is_a_filter(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("F")
        assert told(app) >= {"facet.choose", "facet.exclude"}
        assert not told(app) & {"facet.widen", "facet.save"}
        await hands.press("enter")
        assert told(app) >= {"facet.widen", "facet.save"}


async def test_the_summary_tells_of_what_the_facts_hold(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("c")
        await hands.settle(lambda: isinstance(app.screen, SummaryScreen) and app.screen.ready)
        keys = {"row.open", "row.find", "summary.conflict", "summary.series", "summary.chart"}
        assert not told(app) & keys
        await hands.press("q", "a", "c")
        await hands.settle(lambda: isinstance(app.screen, SummaryScreen) and app.screen.ready)
        assert told(app) & keys == {"row.open", "row.find"}


async def test_a_file_that_was_not_read_is_no_place_to_go_to(tmp_path: Path):
    opened = open_session(tmp_path)
    async with desk(opened) as (app, hands):
        await hands.press("i")
        await hands.settle(lambda: isinstance(app.screen, OverviewScreen) and app.screen.ready)
        assert "row.open" in told(app)
        app.screen.target = lambda: None
        await hands.press("j")
        assert "row.open" not in told(app)


async def test_a_page_tells_of_scrolling_where_there_is_something_to_scroll(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(120, 40)) as (app, hands):
        await hands.press("A")
        assert isinstance(app.screen, BatchScreen)
        await hands.settle(lambda: told(app) == {"batch.do", "batch.include", "batch.cancel"})
        await hands.press("q", "w")
        await hands.settle(lambda: told(app) == {"help.close"})
        await hands.press("q", "?")
        await hands.settle(lambda: "help.down" in told(app))


async def test_a_caret_in_a_session_to_read_only_tells_of_no_adding(tmp_path: Path):
    first = open_session(tmp_path)
    async with desk(first) as (app, hands):
        await hands.press("v")
        assert "caret.add" in told(app)
        async with desk(resume(first.file.path, reviewer="bob")) as (other, others_hands):
            await others_hands.press("v")
            assert "caret.select" in told(other)
            assert "caret.add" not in told(other)


async def test_without_a_session_there_is_none_to_open(tmp_path: Path):
    async with desk(None, folder=tmp_path) as (app, _hands):
        assert isinstance(app.screen, SessionsScreen)
        assert "sessions.open" not in told(app)
        assert "sessions.new" in told(app)
    open_session(tmp_path).close()
    async with desk(None, folder=tmp_path) as (app, _hands):
        assert "sessions.open" in told(app)


async def test_every_need_on_the_review_screen_is_one_that_it_knows(tmp_path: Path):
    elsewhere = {"rows", "summary", "sessions", "help", "batch"}
    async with desk(open_session(tmp_path)) as (app, _hands):
        known = set(app.screen._needing._tests)
        needed = {each.needs for each in COMMANDS.values() if each.needs and each.mode not in elsewhere}
        assert needed <= known
