import asyncio
import errno
import re
from decimal import Decimal
from pathlib import Path

import pytest
from textual.command import CommandPalette

from tests.ui.making import desk, english, hostile, open_session
from tui.storage import SessionFile, journal_path
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.sessions import SessionsScreen
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import resume


def verdicts(screen: ReviewScreen) -> list[str]:
    review = screen.desk.review
    return [review[claim_id].verdict for claim_id in review.claim_ids]


def said(screen: ReviewScreen) -> str:
    return screen.query_one(StatusLine).text


async def test_each_decision_is_one_key_and_goes_on_to_the_next_pending_claim(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        assert screen.current == screen.ids[0]
        await hands.press("a", "r", "space", "x")
        assert verdicts(screen)[:4] == ["accepted", "rejected", "skipped", "rejected"]
        assert screen.current == screen.ids[4]
        assert hands.keys == 4


async def test_undo_says_what_it_takes_back_and_goes_there_and_redo_makes_it_again(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("a", "r")
        await hands.press("z")
        assert verdicts(screen)[:2] == ["accepted", "pending"]
        assert screen.current == screen.ids[1]
        assert "undone: rejection" in said(screen)
        assert "4.5%" in said(screen)
        await hands.press("backspace")
        assert verdicts(screen)[0] == "pending"
        await hands.press("z")
        assert "nothing to undo" in said(screen)
        await hands.press("Z", "Z")
        assert verdicts(screen)[:2] == ["accepted", "rejected"]
        await hands.press("Z")
        assert "nothing to redo" in said(screen)


async def test_counts_and_ranges_decide_several_claims_in_one_step(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("2", "j")
        assert screen.current == screen.ids[2]
        await hands.press("k", "V", "j", "j", "a")
        assert verdicts(screen) == ["pending", "accepted", "accepted", "accepted", "pending", "pending"]
        assert len(screen.desk.review.decisions) == 1
        await hands.press("z")
        assert set(verdicts(screen)) == {"pending"}
        await hands.press("g", "3", "a")
        assert verdicts(screen)[:4] == ["accepted"] * 3 + ["pending"]
        await hands.press(".")
        assert verdicts(screen)[3] == "accepted"


async def test_a_count_begins_at_the_claim_shown_though_the_filter_leaves_it_out(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        claims = list(screen.ids)
        await hands.press(*"\\unit:%", "enter", *"/830", "enter", "2", "a")
        assert screen.ids == [claims[1], claims[3]]
        assert [screen.desk.review[each].verdict for each in claims[:4]] == [
            *("pending", "pending", "accepted", "accepted"),
        ]
        await hands.press("z", *"/830", "enter", "9", "r")
        assert [screen.desk.review[each].verdict for each in claims[:4]] == [
            *("pending", "pending", "rejected", "rejected"),
        ]


async def test_typing_fast_never_lands_in_the_wrong_place(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        hands.app._driver.type("afv91\rfstall trees\ra")
        await hands.settle()
        review = screen.desk.review
        assert verdicts(screen)[:4] == ["accepted", "fixed", "fixed", "accepted"]
        assert review[screen.ids[1]].claim.value == Decimal(91)
        assert review[screen.ids[2]].claim.subject == "tall trees"


async def test_a_full_disk_is_told_and_the_decision_is_not_shown_as_made(tmp_path: Path, monkeypatch):
    opened = open_session(tmp_path)

    def full(_self, _decision):
        raise OSError(errno.ENOSPC, "No space left on device")

    async with desk(opened) as (app, hands):
        screen = app.screen
        with monkeypatch.context() as patched:
            patched.setattr(SessionFile, "append", full)
            await hands.press("a")
            assert verdicts(screen)[0] == "pending"
            assert screen.current == screen.ids[0]
            assert "NOT SAVED" in said(screen)
            assert "no space left" in said(screen)
        await hands.press("a")
        assert verdicts(screen)[0] == "accepted"


async def test_a_session_open_elsewhere_can_be_read_but_not_decided(tmp_path: Path):
    first = open_session(tmp_path)
    second = resume(first.file.path, reviewer="bob")
    async with desk(second) as (app, hands):
        await hands.press("a")
        assert set(verdicts(app.screen)) == {"pending"}
        assert "Read only" in said(app.screen)
        await hands.press("j")
        assert app.screen.current == app.screen.ids[1]
    first.close()


async def test_the_desk_opens_where_it_was_left(tmp_path: Path):
    opened = open_session(tmp_path)
    async with desk(opened) as (app, hands):
        await hands.press("a", "\\", *"place", ":", *"\u6e05\u6cb3", "enter")
        assert len(app.screen.ids) == 1
        left = app.screen.current
        app._driver.type("q")
        async with asyncio.timeout(10):
            while app.is_running:  # noqa: ASYNC110 - Textual has no event for it
                await asyncio.sleep(0.01)
    again = resume(opened.file.path, reviewer="ann")
    assert again.view.claim == left
    async with desk(again) as (app, _hands):
        assert app.screen.current == left
        assert len(app.screen.ids) == 1
        assert app.screen.desk.review.progress().accepted == 1


async def test_after_a_crash_it_opens_behind_the_last_decision(tmp_path: Path):
    opened = open_session(tmp_path)
    opened.review.accept(opened.review.claim_ids[0])
    opened.review.accept(opened.review.claim_ids[1])
    opened.file._lock.release()  # the process is gone, its lock with it
    again = resume(opened.file.path, reviewer="ann")
    async with desk(again) as (app, _hands):
        assert app.screen.current == app.screen.ids[2]


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_what_was_mended_after_a_crash_is_told(tmp_path: Path, language: str):
    opened = open_session(tmp_path)
    opened.review.accept(opened.review.claim_ids[0])
    opened.file._lock.release()
    with journal_path(opened.file.path).open("ab") as journal:
        journal.write(b"half a li")
    again = resume(opened.file.path, reviewer="ann")
    (torn,) = (each for each in opened.file.path.parent.iterdir() if ".torn" in each.name)
    async with desk(again, language=language) as (app, _hands):
        cut, kept = said(app.screen).split(" \u00b7 ")
        assert str(torn) in cut
        assert "1" in kept
        assert ("came from its journal" in kept) == (language == "en")
        assert app.screen.query_one(StatusLine).tone == "warning"


async def test_notes_and_reasons_are_typed_in_a_line_and_keys_there_decide_nothing(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("m", *"arz \u6838\u5bf9", "enter")
        assert screen.desk.review[screen.ids[0]].note == "arz \u6838\u5bf9"
        await hands.press("R", *"twice", "enter")
        state = screen.desk.review[screen.ids[0]]
        assert (state.verdict, state.reason) == ("rejected", "twice")
        await hands.press("m", "a", "escape")
        assert screen.mode == "review"
        assert screen.desk.review[screen.ids[1]].note == ""


async def test_chinese_comes_in_as_one_commit_or_as_a_paste(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("f", "s")
        hands.app._driver.type("\u65b0\u589e\u57ce\u9547")
        hands.app._driver.type("\x1b[200~\u5c31\u4e1a\x1b[201~")
        await hands.settle()
        await hands.press("enter")
        assert screen.desk.review[screen.ids[0]].claim.subject == "\u65b0\u589e\u57ce\u9547\u5c31\u4e1a"


async def test_the_next_uncovered_number_becomes_a_claim_filled_in(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("u")
        article = screen.article
        start, end = screen.article_view.selection
        assert article.text[start:end] == "64"
        await hands.press("+")
        assert screen.mode == "fix"
        assert screen.fixing.draft.claim.value == Decimal(64)
        await hands.press("enter")
        added = [name for name in screen.ids if screen.desk.review[name].added]
        assert [screen.desk.review[name].claim.value for name in added] == [Decimal(64)]
        assert screen.current == screen.ids[0]  # back to the claim that waits
        await hands.press("z")
        assert len(screen.ids) == 6


async def test_search_goes_through_all_articles_and_escape_takes_its_marks_away(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("/", *"1.3", "enter")
        assert screen.article.path == "qinghe.txt"
        assert screen.current == screen.ids[5]
        await hands.press("/", "backspace", "backspace", "backspace", *"nowhere", "enter")
        assert "nowhere" in said(screen)


async def test_search_finds_what_a_filter_would_whatever_its_width(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("/", *"１.３", "enter")
        assert app.screen.current == app.screen.ids[5]


async def test_the_command_line_takes_names_and_their_beginnings(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press(":", *"claim.rej", "tab", "enter")
        assert verdicts(screen)[0] == "rejected"
        await hands.press(":", *"nothing", "enter")
        assert screen.mode == "dialog"
        await hands.press("escape", ":", "4", "enter")
        assert screen.current == screen.ids[3]


async def test_facts_are_exported_with_chinese_intact(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("6", "a", "e")
        app.screen.prompt.field.open(str(tmp_path / "facts.csv"))
        await hands.press("enter")
        assert "6 facts" in said(app.screen)
    assert "\u65b0\u589e\u57ce\u9547\u5c31\u4e1a" in (tmp_path / "facts.csv").read_text("utf-8-sig")


async def test_where_there_is_no_fact_export_tells_how_to_get_one(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("r", "e")
        assert app.screen.mode == "review"
        told = "There is no fact to export yet \u00b7 a accepts a claim, f fixes it"
        assert said(app.screen) == told


@pytest.mark.parametrize("folder", ["no/folder", "~nobody-here"])
async def test_an_export_that_fails_keeps_what_was_typed(tmp_path: Path, monkeypatch, folder: str):
    monkeypatch.chdir(tmp_path)
    async with desk(open_session(tmp_path)) as (app, hands):
        typed = f"{folder}/facts.csv"
        await hands.press("a", "e", *typed, "enter")
        assert app.screen.mode == "dialog"
        assert app.screen.prompt.value == typed


async def test_an_export_never_takes_the_place_of_a_session(tmp_path: Path):
    async with desk(open_session(tmp_path, name="one")) as (app, hands):
        stored = tmp_path / "sessions" / "one.yaml"
        await hands.press("a")
        before = stored.read_bytes()
        await hands.press("e")
        app.screen.prompt.field.open(str(stored))
        await hands.press("enter")
        assert app.screen.mode == "dialog"
        assert stored.read_bytes() == before


async def test_sessions_are_listed_and_opened(tmp_path: Path):
    open_session(tmp_path, name="one").close()
    open_session(tmp_path, [english()], name="two").close()
    async with desk(None, folder=tmp_path) as (app, hands):
        assert isinstance(app.screen, SessionsScreen)
        await hands.press("j", "enter")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen) and app.screen.ready)
        await hands.press("a", "S")
        await hands.settle(lambda: isinstance(app.screen, SessionsScreen) and app.screen.ready)
        with SessionFile.open(tmp_path / "sessions" / "one.yaml") as one:
            assert [decision.do for decision in one.session.decisions] == ["accept"]


async def test_a_session_is_started_from_a_folder(tmp_path: Path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(english()[0].text, encoding="utf-8")
    async with desk(None, folder=tmp_path) as (app, hands):
        await hands.press("n", *str(tmp_path / "nothing"), "enter")
        assert isinstance(app.screen, SessionsScreen)
        await hands.press("ctrl+a", "ctrl+k", *str(tmp_path / "news"), "enter")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen) and app.screen.ready)
        assert app.screen.desk.name == "news"


POINTER = re.compile("\x1b\\]22;[a-z]+\x07")  # the shape of the mouse pointer: Textual's own
FOREIGN = ("\x1b[2J", "\x1b]0;owned", "\x07", "\x9b", "\u202e", "\x00")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_no_control_of_an_article_reaches_the_terminal(tmp_path: Path, size: tuple[int, int]):
    opened = open_session(tmp_path, [hostile(), english()], name="evil")
    async with desk(opened, size=size) as (app, hands):
        driver = app._driver
        begun = len(driver.output)
        await hands.press("j", "k", "f", "s", "escape", "escape", "f", "u", "escape", "escape")
        await hands.press("/", *"made", "enter", "escape", "\\", *"77", "enter", "escape", "m", "x", "enter")
        await hands.press("a", "z", "r", "z", "V", "j", "escape", "v", "l", "escape")
        driver.type("\x10")  # ctrl+p
        await hands.settle(lambda: isinstance(app.screen, CommandPalette))
        await hands.press(*"77")
        await hands.settle()
        drawn = POINTER.sub("", "".join(driver.output[begun:]))
    assert "77" in drawn
    for control in FOREIGN:
        assert control not in drawn, repr(control)
    assert "[@click=app.quit]" in drawn  # as text
