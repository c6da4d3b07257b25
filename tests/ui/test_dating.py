"""An article's date, said by the reviewer: its pending claims are read again, every decision stays."""

import asyncio
from pathlib import Path
from threading import Event, Timer, current_thread, main_thread

import pytest

from tests.driving.wire import PATIENCE
from tests.ui.making import desk, shared_rules
from tui.articles import article_from_text
from tui.extract import RuleSet, extract
from tui.model import Article, Claim, Session
from tui.storage import SessionFile
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.widgets.progress_line import ProgressLine
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import Joined, OpenSession, resume

UNDATED = (
    "Hill County hires again\n\n"
    "Hill County created 510 new jobs in the first quarter. Last year 480 workers were trained. "
    "By the end of June, 61 firms had opened.\n"
)
DAY = (
    "River Town hires again\n\n"
    "River Town, April 10 (Xinhua) -- River Town created 520 new jobs in March, up 5 percent.\n"
)


def session(folder: Path, *texts: str) -> OpenSession:
    rules = shared_rules()
    articles = tuple(article_from_text(text, f"{number}.txt") for number, text in enumerate(texts))
    claims = tuple(claim for article in articles for claim in extract(article, rules))
    made = Session(name="work", created="2026-01-02T03:04:05Z", articles=articles, claims=claims)
    return OpenSession(SessionFile.create(folder / "sessions" / "work.yaml", made), "ann")


def said(screen: ReviewScreen) -> str:
    return screen.query_one(StatusLine).text


def hinted(screen: ReviewScreen) -> str:
    return screen.query_one("#prompt-hint").render_line(0).text


def periods(screen: ReviewScreen) -> list[str | None]:
    review = screen.desk.review
    return [review[claim_id].claim.period for claim_id in review.claim_ids]


async def test_the_pending_claims_of_the_article_are_read_as_of_the_date(tmp_path: Path):
    async with desk(session(tmp_path, UNDATED, DAY)) as (app, hands):
        before = periods(app.screen)
        await hands.press("j", "D", *"2019-07-02", "enter")
        screen = app.screen
        assert periods(screen)[:3] == ["2019-01/2019-03", "2018", "2019-06"]
        assert periods(screen)[3:] == before[3:]
        assert screen.current == screen.ids[1], "where the reviewer was"
        assert "3 changed" in said(screen)
        assert "2019-07-02" in screen.query_one(ProgressLine).render_line(0).text
    with resume(tmp_path / "sessions" / "work.yaml", reviewer="ann") as again:
        assert again.review.articles[0].published == "2019-07-02"
        assert again.review[again.review.claim_ids[1]].claim.period == "2018"


async def test_decided_claims_stay_and_that_is_told_and_undo_goes_on_behind_it(tmp_path: Path):
    async with desk(session(tmp_path, UNDATED)) as (app, hands):
        before = periods(app.screen)
        await hands.press("a", "D", *"2019-07-02", "enter")
        screen = app.screen
        assert periods(screen) == [before[0], "2018", "2019-06"]
        assert "1 decided one stays as it was" in said(screen)
        await hands.press("z")
        review = app.screen.desk.review
        assert {review[claim_id].verdict for claim_id in review.claim_ids} == {"pending"}


async def test_what_was_taken_back_or_left_for_later_is_read_again(tmp_path: Path):
    async with desk(session(tmp_path, UNDATED)) as (app, hands):
        await hands.press("a", "z", "j", "space", "D", *"2019-07-02", "enter")
        assert periods(app.screen) == ["2019-01/2019-03", "2018", "2019-06"]
        assert "as it was" not in said(app.screen)


async def test_a_claim_that_the_filter_now_leaves_out_is_not_gone_on_with(tmp_path: Path):
    async with desk(session(tmp_path, UNDATED, UNDATED.replace("Hill", "Dale"))) as (app, hands):
        await hands.press("D", *"2019", "enter", "J", "D", *"2019", "enter", *"\\period:2018", "enter")
        assert len(app.screen.ids) == 2
        await hands.press("j", "D", *"2021", "enter")
        assert app.screen.ids == [app.screen.current]


async def test_a_year_is_enough_where_the_text_tells_month_and_day(tmp_path: Path):
    async with desk(session(tmp_path, DAY)) as (app, hands):
        await hands.press("D")
        assert app.screen.query_one(Prompt).value == "XXXX-04-10"
        await hands.press(*"2017")
        await hands.settle(lambda: "10 April 2017" in hinted(app.screen))
        await hands.press("enter")
        assert app.screen.desk.review.articles[0].published == "2017-04-10"
        assert set(periods(app.screen)) == {"2017-03"}


async def test_what_is_no_date_is_refused_with_the_reason_and_changes_nothing(tmp_path: Path):
    opened = session(tmp_path, UNDATED)
    async with desk(opened) as (app, hands):
        before = opened.file.session
        await hands.press("D", *"2019-13", "enter")
        assert "there is no month 13" in hinted(app.screen)
        await hands.press("escape", "D", "enter")
        assert said(app.screen) == "left as it was"
        assert opened.file.session == before


@pytest.mark.parametrize("year", ["0001", "1899", "2100", "9999"])
async def test_a_year_in_which_no_article_came_out_is_refused(tmp_path: Path, year: str):
    opened = session(tmp_path, UNDATED)
    async with desk(opened) as (app, hands):
        before = opened.file.session
        await hands.press("D", *year, "enter")
        assert "from 1900 to 2099" in hinted(app.screen)
        assert opened.file.session == before


async def test_a_date_without_its_year_is_left_as_it_was_where_nothing_is_typed(tmp_path: Path):
    async with desk(session(tmp_path, DAY)) as (app, hands):
        await hands.press("D", "enter")
        assert said(app.screen) == "left as it was"
        assert app.screen.desk.review.articles[0].published == "XXXX-04-10"


async def test_a_date_that_cannot_be_kept_is_told_and_the_work_goes_on(tmp_path: Path):
    opened = session(tmp_path, UNDATED)
    async with desk(opened) as (app, hands):
        before = opened.file.session
        opened.file.path.write_text("changed by another program", encoding="utf-8")
        await hands.press("D", *"2019-07-02", "enter")
        assert "was changed by another program" in said(app.screen)
        assert opened.file.session == before
        await hands.press("j")
        assert app.screen.current == app.screen.ids[1]


async def test_a_date_can_be_taken_away(tmp_path: Path):
    async with desk(session(tmp_path, "2 July 2019\n\n" + UNDATED)) as (app, hands):
        assert app.screen.desk.review.articles[0].published == "2019-07-02"
        await hands.press("D", "backspace", "enter")
        assert app.screen.desk.review.articles[0].published is None


async def test_marks_and_the_search_live_on(tmp_path: Path):
    async with desk(session(tmp_path, UNDATED, DAY)) as (app, hands):
        screen, ids = app.screen, list(app.screen.ids)
        await hands.press(*"/workers", "enter", "g", "V", "j", "D", *"2019-07-02", "enter")
        assert app.screen is screen
        assert screen.marking.ids == ids[:2]
        assert len(screen.article_view._paint.hits.items) == 1
        await hands.press("r", ">")
        assert [screen.desk.review[name].verdict for name in ids[:2]] == ["rejected", "rejected"]
        assert screen.article.text[slice(*screen.article_view.selection)] == "workers"


@pytest.mark.parametrize("first", ["r", "AI"])
async def test_the_last_decision_can_be_repeated(tmp_path: Path, first: str):
    batch = ["A", "i", "enter", "o"]
    async with desk(session(tmp_path, UNDATED, DAY)) as (app, hands):
        await hands.press(*(batch if first == "AI" else first), "D", *"2019-07-02", "enter", "j", ".")
        review = app.screen.desk.review
        assert review.decisions[-1].do == ("accept" if first == "AI" else "reject")
        assert len(review.decisions[-1].claims) == 1


async def test_the_last_fix_can_be_made_again(tmp_path: Path):
    jobs = "Hill County created 510 new jobs last year. Dale County created 610 new jobs last year.\n"
    async with desk(session(tmp_path, jobs)) as (app, hands):
        await hands.press("f", "u", *"post", "enter", "D", *"2019-07-02", "enter", "=")
        review = app.screen.desk.review
        assert [state.claim.unit for state in review.states()] == ["post", "post"]
        assert periods(app.screen) == [None, "2018"], "what was fixed stays, the other was read again"


def held_up(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, list[str]]:
    """Make every article a long one, whose reading waits for the event; with the threads that read."""
    goes_on, threads = Event(), []
    monkeypatch.setattr("tui.ui.reviewing.dating.LONG_ARTICLE", 1)

    def slowly(article: Article, rules: RuleSet) -> list[Claim]:
        threads.append(current_thread().name)
        assert goes_on.wait(20)
        return extract(article, rules)

    monkeypatch.setattr("tui.extract.extract", slowly)
    return goes_on, threads


async def test_a_long_article_is_read_beside_the_screen_and_keys_are_for_stopping_or_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened = session(tmp_path, UNDATED)
    goes_on, threads = held_up(monkeypatch)
    async with desk(opened) as (app, hands):
        screen, before = app.screen, periods(app.screen)
        await hands.press("D", *"2019-07-02", "enter")
        assert "Reading Hill County hires again" in said(screen)
        await hands.press("a", "j", "f", ":", "D", "?")
        assert (app.screen, screen.mode, screen.current) == (screen, "reading", screen.ids[0])
        assert [item[0] for item in screen.key_items()] == ["reading.stop", "reading.quit"]
        goes_on.set()
        await hands.settle(lambda: screen.mode == "review")
        assert periods(screen) == ["2019-01/2019-03", "2018", "2019-06"] != before
        assert threads == ["background"]
        assert main_thread().name not in threads
        await hands.press("a")
        assert screen.desk.review.progress().accepted == 1


async def test_a_reading_that_is_stopped_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened = session(tmp_path, UNDATED)
    goes_on, _threads = held_up(monkeypatch)
    async with desk(opened) as (app, hands):
        before = opened.file.session
        await hands.press("a", "D", *"2019-07-02", "enter", "q", "escape")
        assert said(app.screen) == "left as it was"
        goes_on.set()
        await app.workers.wait_for_complete()
        await hands.press("a")
        assert opened.file.session.articles == before.articles
        assert opened.review.progress().accepted == 2


@pytest.mark.parametrize("by_key", [True, False])
async def test_leaving_while_it_is_read_keeps_the_day_or_at_least_every_decision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_key: bool
):
    goes_on, _threads = held_up(monkeypatch)
    async with desk(session(tmp_path, UNDATED)) as (app, hands):
        await hands.press("a", "D", *"2019-07-02", "enter")
        if by_key:
            await hands.press("q")
            assert "Leaving once it is read" in said(app.screen)
            goes_on.set()
            async with asyncio.timeout(PATIENCE):
                while app.is_running:  # noqa: ASYNC110 - Textual has no event for it
                    await asyncio.sleep(0.01)
        else:  # a signal, or its page is closed
            app.leave()
    goes_on.set()
    with resume(tmp_path / "sessions" / "work.yaml", reviewer="ann") as again:
        assert again.review.progress().accepted == 1
        assert again.review.articles[0].published == ("2019-07-02" if by_key else None)


def held_back(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event, list[str]]:
    """Make writing the session tell that it begins and wait for going on; with the threads that write."""
    begun, goes_on, threads = Event(), Event(), []
    replace = SessionFile.replace

    def slowly(self: SessionFile, made: Session) -> None:
        threads.append(current_thread().name)
        begun.set()
        assert goes_on.wait(PATIENCE)
        replace(self, made)

    monkeypatch.setattr(SessionFile, "replace", slowly)
    return begun, goes_on, threads


async def test_the_session_is_written_beside_the_screen_while_keys_wait_and_nothing_joins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    begun, goes_on, threads = held_back(monkeypatch)
    async with desk(session(tmp_path, UNDATED)) as (app, hands):
        screen, joins = app.screen, []
        screen.desk.join = lambda: joins.append(threads[0]) or Joined()
        await hands.press("D", *"2019-07-02")
        app._driver.type("\r\x1b[Ba")
        assert await asyncio.to_thread(begun.wait, PATIENCE)
        screen.leaving.let_in()
        screen.run_command("reading.stop")
        assert (screen.mode, screen.current, joins) == ("reading", screen.ids[0], [])
        goes_on.set()
        await hands.settle(lambda: screen.mode == "review")
        assert threads == ["background"]
        assert periods(screen) == ["2019-01/2019-03", "2018", "2019-06"]
        assert screen.desk.review[screen.ids[1]].verdict == "accepted"
        screen.leaving.let_in()
        assert joins == ["background"]


async def test_leaving_while_the_session_is_written_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    begun, goes_on, _threads = held_back(monkeypatch)
    async with desk(session(tmp_path, UNDATED)) as (app, hands):
        await hands.press("a", "D", *"2019-07-02")
        app._driver.type("\r")
        assert await asyncio.to_thread(begun.wait, PATIENCE)
        Timer(0.05, goes_on.set).start()
        app.leave()  # a signal, or its page is closed
    with resume(tmp_path / "sessions" / "work.yaml", reviewer="ann") as again:
        assert again.review.progress().accepted == 1
        assert again.review.articles[0].published == "2019-07-02"


async def test_articles_that_come_in_meanwhile_are_there_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened = session(tmp_path, UNDATED)
    goes_on, _threads = held_up(monkeypatch)
    other = article_from_text(DAY, "other.txt")
    claims = extract(other, shared_rules())
    async with desk(opened) as (app, hands):
        await hands.press("D", *"2019-07-02", "enter")
        opened.file.append_articles([other], claims)
        app.screen.showing.articles_joined(opened.review.extend([other], claims))
        goes_on.set()
        await hands.settle(lambda: app.screen.mode == "review")
        assert [article.published for article in app.screen.desk.review.articles] == [
            "2019-07-02",
            "XXXX-04-10",
        ]
        assert len(app.screen.ids) == 3 + len(claims)


@pytest.mark.parametrize("key", ["D", ":"])
async def test_a_session_open_to_read_only_keeps_its_dates(tmp_path: Path, key: str):
    with session(tmp_path, UNDATED) as opened:
        readonly = resume(opened.file.path, reviewer="bob")
        async with desk(readonly) as (app, hands):
            await hands.press(key, *(*"article.date", "enter") if key == ":" else ())
            assert app.screen.mode == "review"
            assert "Read only" in said(app.screen)
