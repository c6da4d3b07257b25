"""The list of sessions: one row each, whatever is the matter with one."""

import asyncio
import os
import re
from pathlib import Path

import pytest

from tests.ui.making import desk, english, open_session
from tui.model import Unread
from tui.text.cells import cells
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.sessions import SessionList, SessionsScreen
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.progress_line import ProgressLine
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import resume


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_each_session_has_one_row_and_says_what_is_wrong_with_it(tmp_path: Path, size):
    held = open_session(tmp_path, name="held")
    open_session(tmp_path, name="quarterly-employment-bulletins").close()
    (tmp_path / "sessions" / "bad.yaml").write_text("- [")
    async with desk(None, size=size, folder=tmp_path) as (app, _hands):
        rows = app.screen.query_one(SessionList)
        lines = rows.render().plain.splitlines()[2:]
        assert len(lines) == 3
        assert all(len(line) <= rows.content_size.width for line in lines)
        told = {line.split()[0 if not line.startswith("\u25ba") else 1]: line for line in lines}
        assert "open elsewhere" in told["held"]
        assert "bad.yaml:2: is not YAML" in told["bad"]
        assert str(tmp_path) not in told["bad"]
    held.close()


async def test_a_session_to_read_only_is_not_called_saved(tmp_path: Path):
    first = open_session(tmp_path)
    second = resume(first.file.path, reviewer="bob")
    async with desk(second) as (app, hands):
        line = app.screen.query_one(ProgressLine).render_line(0).text
        assert "read only" in line
        assert "saved" not in line
        await hands.press("a")
        told = app.screen.query_one(StatusLine).render_line(0).text
        assert told.count("nly") == 1
        assert "has this session open" in told
        for key in "fslm":
            await hands.press(key)
            assert app.screen.mode == "review"
    first.close()


async def test_articles_are_counted_out_of_all_where_some_could_not_be_read(tmp_path: Path):
    opened = open_session(tmp_path)
    opened.file.set_unread([Unread(path="scan.txt", reason="not a text file")])
    opened.close()
    open_session(tmp_path, name="whole").close()
    async with desk(None, size=(80, 24), folder=tmp_path) as (app, _hands):
        first, second = sorted(app.screen.query_one(SessionList).render().plain.splitlines()[2:])
        assert "2/3 articles" in first + second
        assert "  2 articles" in first + second
        assert len(first) == len(second)


async def test_the_list_is_gone_through_by_pages_and_to_its_ends(tmp_path: Path):
    for number in range(30):
        open_session(tmp_path, [english()], name=f"s{number:02}").close()
    async with desk(None, size=(80, 16), folder=tmp_path) as (app, hands):
        rows = app.screen.query_one(SessionList)
        page = rows.content_size.height - rows.top
        assert 5 < page < 15
        for key, chosen in [
            *(("end", 29), ("home", 0), ("pagedown", page), ("space", 2 * page), ("pageup", page)),
            *(("b", 0), ("pageup", 0), ("G", 29), ("pagedown", 29), ("g", 0)),
        ]:
            await hands.press(key)
            assert rows.chosen == chosen, key
            assert sum("\u25ba" in line for line in rows.render().plain.splitlines()) == 1


@pytest.mark.parametrize("protected", ["sessions", "sessions/work.yaml"])
async def test_a_write_protected_session_opens_to_read_only_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, protected: str
):
    opened = open_session(tmp_path)
    opened.close()
    path = opened.file.path
    before = path.read_bytes()
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda each, mode: Path(each) != tmp_path / protected and real(each, mode)
    )
    async with desk(resume(path, reviewer="ann")) as (app, hands):
        why = f"its {'file' if protected.endswith('yaml') else 'folder'} is write-protected"
        told = app.screen.query_one(StatusLine)
        assert told.render_line(0).text.strip() == f"Read only: {why}"
        assert "read only" in app.screen.query_one(ProgressLine).render_line(0).text
        for key in "arfsRm":
            await hands.press("j", key)
            assert told.render_line(0).text.strip() == f"Read only: {why}"
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["work.lock", "work.yaml"]


@pytest.mark.parametrize(
    ("old", "new"), [("claims:", "claims: ["), ("created:", "made:"), ("version: 1", "version: x")]
)
async def test_all_that_is_wrong_with_a_session_is_told_in_the_desk_s_language(
    tmp_path: Path, old: str, new: str
):
    opened = open_session(tmp_path)
    path = opened.file.path
    opened.close()
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    async with desk(None, size=(120, 24), folder=tmp_path, language="zh_CN") as (app, _hands):
        told = app.screen.query_one(SessionList).render().plain.splitlines()[-1]
        words = told.partition(path.name)[2]
        assert words
        assert not re.search(r"[a-z]{2,} [a-z]{2,}", words)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_why_a_session_does_not_open_is_told_to_the_end(tmp_path: Path, size):
    path = tmp_path / "sessions" / "quarterly-employment-bulletins.yaml"
    open_session(tmp_path, name=path.stem).close()
    path.write_text(path.read_text("utf-8").replace('"unit": "person"', '"unit": 5', 1), "utf-8")
    async with desk(None, size=size, folder=tmp_path) as (app, hands):
        await hands.press("enter")
        line = app.screen.query_one(StatusLine)
        await hands.settle(lambda: line.region.height > 1)
        shown = " ".join(line.render_line(y).text.strip() for y in range(line.region.height))
        assert shown.replace(" ", "").endswith("herebelongstext,notawholenumber;putitinquotes")
        assert line.region.bottom <= app.screen.query_one("#keys").region.y
        await hands.press("n")
        await hands.settle(lambda: app.screen.query_one("#prompt").region.bottom == size[1] - 1)
        above = app.screen.query_one("#prompt-above")
        await hands.press(*"no/folder", "enter")
        await hands.settle(lambda: "no such file" in str(above.content))
        await hands.press("backspace")
        await hands.settle(lambda: not above.display)


@pytest.mark.parametrize("size", [(120, 24), (80, 24), (60, 20), (40, 12), (20, 5)])
async def test_each_session_has_one_line_and_what_is_decided_stands_below_each_other(tmp_path: Path, size):
    open_session(tmp_path).close()
    again = open_session(tmp_path, [english()], name="employment-bulletins")
    unread = tuple(Unread(path=f"{number}.txt", reason="not a text file") for number in range(1000))
    again.file.set_unread(unread)
    again.review.accept(again.review.claim_ids[:1])
    again.close()
    async with desk(None, size=size, folder=tmp_path) as (app, _hands):
        shown = app.screen.query_one(SessionList)
        rows = shown.render().plain.splitlines()[shown.top :]
        assert len(rows) == (1 if size[1] == 5 else 2)
        assert all(cells(row) <= shown.content_size.width for row in rows)
        assert len({row.find("/") for row in rows}) == 1
        assert all((" article" in row) == (size[0] == 120) for row in rows)
        assert all((":" in row) == (size[0] >= 60) for row in rows)


async def test_what_is_read_for_a_session_is_dropped_when_it_is_left(tmp_path: Path):
    async with desk(open_session(tmp_path), folder=tmp_path) as (app, hands):
        screen, asked = app.screen, []

        async def shown_when_the_panes_are_gone() -> None:
            for _turn in range(1_000_000):
                await asyncio.sleep(0)
                if not screen.query(ArticleView):
                    asked.append(screen.article_view)

        screen.run_worker(shown_when_the_panes_are_gone())
        await hands.press("S")
        await hands.settle(lambda: isinstance(app.screen, SessionsScreen) and app.screen.ready)
        await app.workers.wait_for_complete()
        assert not screen.is_attached
        assert app.is_running
        assert asked == []


async def test_the_wheel_goes_through_the_sessions(tmp_path: Path):
    for name in ("one", "two", "three"):
        open_session(tmp_path, name=name).close()
    async with desk(None, folder=tmp_path) as (app, hands):
        rows = app.screen.query_one(SessionList)
        for button, chosen in ((65, 1), (65, 2), (64, 1)):
            app._driver.type(f"\x1b[<{button};5;6M")
            await hands.settle()
            assert rows.chosen == chosen


async def test_a_command_is_typed_by_its_name_on_the_list_of_sessions(tmp_path: Path):
    open_session(tmp_path).close()
    async with desk(None, folder=tmp_path) as (app, hands):
        await hands.press(":", *"sessions.op", "tab")
        assert app.screen.prompt.value == "sessions.open"
        await hands.press("enter")
        assert isinstance(app.screen, ReviewScreen)


async def test_a_command_that_there_is_not_stays_to_be_mended(tmp_path: Path):
    async with desk(None, folder=tmp_path) as (app, hands):
        await hands.press(":", *"claim.accept", "enter")
        assert app.screen.mode == "dialog"
        hint = app.screen.prompt.query_one("#prompt-hint")
        assert "no command" in hint.render().plain
        await hands.press("s")
        await hands.settle(lambda: "no command" not in hint.render().plain)
        await hands.press("escape", "n")
        assert app.screen.mode == "dialog"
