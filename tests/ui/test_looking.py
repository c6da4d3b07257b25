"""The overview, the summary of the facts, and the story of a claim."""

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.driving.wire import Typist
from tests.ui.making import chinese, claim_on, desk, english, hostile, open_session
from tui.articles import article_from_text
from tui.model import Article, Claim, Unread
from tui.model.telling import Told, kept
from tui.ui.app import DeskApp
from tui.ui.i18n import _, use_language
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.overview import OverviewScreen
from tui.ui.screens.summary import SummaryScreen
from tui.ui.widgets.chart import Chart, label_of, scale_of, ticks
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.progress_line import ProgressLine
from tui.ui.widgets.quotes import Quotes
from tui.ui.widgets.rows import Rows
from tui.ui.widgets.session_figures import SessionFigures, shares
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import Joined, begin_second, resume

YEARS = {"2021": "4,100", "2022": "4,700", "2023": "5,200"}


def bulletin(name: str, figures: dict[str, str]) -> tuple[Article, list[Claim]]:
    """An article with a claim on new jobs for each year."""
    lines = [f"In {year} the county of {name} had {number} new jobs.\n" for year, number in figures.items()]
    article = article_from_text(f"Jobs, told by {name}\n\n" + "".join(lines), f"{name}.txt")
    return article, [
        claim_on(
            article,
            number,
            value=Decimal(number.replace(",", "")),
            unit="job",
            indicator="new_urban_jobs",
            subject="new jobs",
            place="River County",
            period=year,
        )
        for year, number in figures.items()
    ]


def lines(widget: object) -> str:
    height = widget.size.height  # type: ignore[attr-defined]
    return "\n".join(widget.render_line(y).text for y in range(height))  # type: ignore[attr-defined]


async def open_page(app: DeskApp, hands: Typist, key: str) -> None:
    """Press a key that opens another screen and wait until that is filled."""
    await hands.press(key)
    await hands.settle(lambda: app.screen.ready)


def said(app: DeskApp) -> str:
    return app.screen.query_one(StatusLine).text


# The overview


async def test_the_overview_shows_states_confidence_and_articles(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("a", "r")
        await open_page(app, hands, "i")
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        await hands.settle(lambda: len(screen.coverages) == 2)
        figures = lines(screen.query_one(SessionFigures))
        assert "6 claims · 33 % decided" in figures
        assert "90\u2013100 %" in figures
        covered = screen.covered
        assert f"of {covered.numbers} covered · {covered.uncovered} uncovered" in figures
        rows = lines(screen.rows)
        assert "River County employment in 2023" in rows
        assert "2/4" in rows
        assert "0/2" in rows


@pytest.mark.parametrize(("size", "language"), [((80, 24), "en"), ((120, 40), "zh_CN"), ((60, 20), "en")])
async def test_the_overview_lists_what_could_not_be_read_with_path_and_reason(tmp_path: Path, size, language):
    opened = open_session(tmp_path)
    folder = "/srv/ann/" + "deep/" * 12
    problems = [("news/scan.txt", Told("not a text file")), (folder + "rows.jsonl", "line 3: no row")]
    opened.file.set_unread([Unread(path=path, reason=kept(why)) for path, why in problems])
    opened.close()
    async with desk(resume(opened.file.path, reviewer="ann"), size=size, language=language) as (app, hands):
        await open_page(app, hands, "i")
        await hands.press("G", "k")
        rows = lines(app.screen.rows)
        reason = {"en": "not a text file", "zh_CN": "不是文本文件"}[language]
        assert {"en": "2 files not read", "zh_CN": "2 个文件未能读入"}[language] in rows
        assert re.search(rf"►news/scan\.txt +{reason}", rows)
        assert re.search(r"…[a-z/]*deep/rows\.jsonl +line 3: no", rows)
        assert said(app) == f"news/scan.txt: {reason}"
        await hands.press("enter", "j")
        told = said(app)  # nothing of the reason is cut, of the path the beginning where it is too long
        assert told.endswith("deep/rows.jsonl: line 3: no row")
        assert (told == f"{folder}rows.jsonl: line 3: no row") == (size[0] == 120)
        assert len(told) <= size[0] - 2
        await hands.press("g", "enter")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))


async def test_the_overview_before_the_first_article_is_there_counts_nothing(tmp_path: Path):
    async with desk(open_session(tmp_path, [])) as (app, hands):
        await open_page(app, hands, "i")
        assert "Numbers  none" in lines(app.screen.query_one(SessionFigures))


async def test_uncovered_numbers_are_counted_for_each_article_without_page_furniture(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        review = app.screen
        expected = {
            article.id: len(review.showing.uncovered(article)) for article in review.desk.review.articles
        }
        await open_page(app, hands, "i")
        screen = app.screen
        await hands.settle(lambda: len(screen.coverages) == 2)
        assert {name: known.uncovered for name, known in screen.coverages.items()} == expected
        assert screen.covered.uncovered == sum(expected.values()) >= 1
        await hands.press("escape")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))
        await open_page(app, hands, "i")
        assert len(app.screen.coverages) == 2  # known at once the second time


async def test_no_number_outside_the_sample_of_a_second_look_is_asked_for(tmp_path: Path):
    with open_session(tmp_path) as opened:
        opened.review.accept(opened.review.claim_ids)
    second = resume(begin_second(opened.file.path, 0.2), reviewer="ann")
    words = "Only the sample counts in a second look"
    async with desk(second) as (app, hands):
        assert len(app.screen.ids) == 1
        await hands.press("u")
        assert (said(app), app.screen.article_view.selection) == (words, None)
        await open_page(app, hands, "i")
        screen = app.screen
        await hands.settle(lambda: len(screen.coverages) == 1)
        assert words in lines(screen.query_one(SessionFigures))
        assert "uncovered" not in lines(screen.query_one(SessionFigures))


async def test_articles_that_come_in_show_while_overview_or_summary_is_open(tmp_path: Path):
    async with desk(open_session(tmp_path, [english()])) as (app, hands):
        review = app.screen
        article, claims = chinese()
        join = [lambda: Joined((article,), review.desk.review.extend([article], claims))]
        review.desk.join = lambda: join.pop()() if join else Joined()
        await open_page(app, hands, "i")
        assert app.screen.rows.count == 2
        review.leaving.let_in()
        await hands.settle(lambda: app.screen.rows.count == 3 and len(app.screen.coverages) == 2)
        assert "6 claims" in lines(app.screen.query_one(SessionFigures))
        assert article.title in lines(app.screen.rows)
        await hands.press("escape")
        await open_page(app, hands, "c")
        more = article_from_text("Hill County planted 40 trees.", "hill.txt")
        join.append(lambda: Joined((more,), review.desk.review.extend([more], [claim_on(more, "40")])))
        review.leaving.let_in()
        await hands.settle(lambda: "0/7" in lines(app.screen.query_one(ProgressLine)))


async def test_articles_that_share_a_title_are_told_apart_by_their_files(tmp_path: Path):
    river, claims = bulletin("River", YEARS)
    same = article_from_text(river.text.replace("county", "County"), "elsewhere/lake.txt")
    moved = [structs.replace(claim, id=f"{same.id}:{claim.start}", article=same.id) for claim in claims]
    now, (first, *_others) = english()
    old = article_from_text(now.text + "It rained.\n", now.path)
    lost = structs.replace(first, id=f"{old.id}:{first.start}", article=old.id)
    parts = [(river, claims), (same, moved), english(), (old, [lost])]
    async with desk(open_session(tmp_path, parts), size=(80, 40)) as (app, hands):
        await open_page(app, hands, "i")
        rows = lines(app.screen.rows)
        assert re.search("\u25baRiver.txt \u00b7 Jobs, told by River *0/3", rows)
        assert re.search("lake.txt \u00b7 Jobs, told by River *0/3", rows)
        assert re.search("^ River County employment in 2023 *0/4", rows, re.MULTILINE)
        assert re.search("^ earlier text \u00b7 River County .*0/1", rows, re.MULTILINE)
        screen = app.screen
        await hands.settle(lambda: len(screen.coverages) == 4)
        assert screen.coverages[now.id].uncovered
        assert not screen.coverages[old.id].uncovered  # its other claims have moved on
        await hands.press("escape", "F", "/", *"lake.txt", "enter")
        assert app.screen.narrowing.pane.chosen.facet.value == same.id


async def test_a_file_chosen_in_the_overview_stays_chosen_while_articles_come_in(tmp_path: Path):
    opened = open_session(tmp_path, [english()])
    opened.file.set_unread([Unread(path=name, reason="not a text file") for name in ("a.txt", "b.txt")])
    async with desk(opened) as (app, hands):
        review = app.screen
        article, claims = chinese()
        join = [lambda: Joined((article,), review.desk.review.extend([article], claims))]
        review.desk.join = lambda: join.pop()() if join else Joined()
        await open_page(app, hands, "i")
        await hands.press("G")
        assert said(app).startswith("b.txt: ")
        review.leaving.let_in()
        await hands.settle(lambda: app.screen.rows.count == 6)
        assert (app.screen.rows.chosen, app.screen.target()) == (5, None)
        assert "\u25bab.txt" in lines(app.screen.rows)


async def test_enter_goes_to_the_article_and_escape_leaves_everything_as_it_was(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        before = app.screen.current
        screen = app.screen
        await hands.press("i", "j", "escape")
        await hands.settle(lambda: app.screen is screen)
        assert screen.current == before
        await hands.press("i", "j", "enter")
        await hands.settle(lambda: screen.article.path == "qinghe.txt")
        await hands.press("i", "k", "q")
        await hands.settle(lambda: app.screen is screen)
        assert screen.article.path == "qinghe.txt"


def test_every_state_that_is_there_is_seen_in_a_bar():
    assert shares([1, 0, 999], 1000, 10) == [1, 0, 9]
    assert shares([1, 1, 1], 1000, 3) == [1, 1, 1]
    assert shares([5, 5], 20, 10) == [2, 2]
    assert shares([3], 0, 10) == [0]
    for width in range(6):
        assert sum(shares([1, 1, 1, 1], 4, width)) <= width


# The summary


async def test_figures_that_compare_are_drawn_and_the_chart_can_be_turned(tmp_path: Path):
    async with desk(open_session(tmp_path, [bulletin("River", YEARS)])) as (app, hands):
        await hands.press("3", "a")
        await open_page(app, hands, "c")
        screen = app.screen
        assert isinstance(screen, SummaryScreen)
        chart = screen.query_one(Chart)
        assert app.screen.drawn.display
        assert chart.points.labels == ("2021", "2022", "2023")
        assert chart.points.values == (4100, 4700, 5200)
        drawn = str(chart.render())
        assert chart.bars
        assert "2022" in drawn
        await hands.press("c")
        assert not chart.bars
        assert str(chart.render()) != drawn
        table = lines(screen.rows)
        assert "River County" in table
        assert table.index("2021") < table.index("2022") < table.index("2023")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_units_are_whole_in_table_and_chart_on_a_small_screen(tmp_path: Path, size: tuple[int, int]):
    article, claims = bulletin("River", {"2021": "41,000", "2022": "47,000"})
    claims = [structs.replace(claim, unit="person-time", per="year") for claim in claims]
    async with desk(open_session(tmp_path, [(article, claims)]), size=size) as (app, hands):
        await hands.press("2", "a")
        await open_page(app, hands, "c")
        screen = app.screen
        assert lines(screen.rows).count("person-time / year") == 2
        unit = screen.query_one("#chart-unit")
        await hands.settle(lambda: bool(unit.size.width))
        assert screen.region.contains_region(unit.region)
        assert "person-time / year · thousand" in unit.render_line(0).text


async def test_contradictions_are_pointed_out_with_both_quotes(tmp_path: Path):
    parts = [bulletin("River", YEARS), bulletin("Hill", {"2022": "4,900"})]
    async with desk(open_session(tmp_path, parts)) as (app, hands):
        await hands.press("4", "a")
        await open_page(app, hands, "c")
        assert "1 contradiction" in said(app)
        await hands.press("n")
        quotes = lines(app.screen.query_one(Quotes))
        assert "contradict" in quotes
        assert "4,700 job" in quotes
        assert "River had 4,700 new jobs" in " ".join(quotes.split())
        assert "Hill had 4,900 new jobs" in " ".join(quotes.split())
        target = app.screen.target()
        await hands.press("enter")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))
        assert app.screen.current == target


async def test_a_figure_hidden_by_the_filter_is_gone_to_all_the_same(tmp_path: Path):
    async with desk(open_session(tmp_path, [bulletin("River", YEARS)])) as (app, hands):
        await hands.press("3", "a")
        app.screen.searching.apply_filter("period=2023")
        await open_page(app, hands, "c")
        await hands.press("g", "enter")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))
        review = app.screen.desk.review
        assert review[app.screen.current].claim.period == "2021"
        assert app.screen.searching.filter == ""


async def test_without_facts_series_or_contradictions_the_summary_says_so(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await open_page(app, hands, "c")
        assert "No facts yet" in lines(app.screen.rows)
        await hands.press("enter", "j", "c", "n")
        assert "No facts contradict" in said(app)
        await hands.press("s")
        assert "No figures compare" in said(app)
        await hands.press("escape")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))


async def test_the_next_series_is_gone_to_round_the_end(tmp_path: Path):
    async with desk(open_session(tmp_path, [bulletin("River", YEARS), english()])) as (app, hands):
        await hands.press("7", "a")
        await open_page(app, hands, "c")
        first = app.screen.rows.chosen
        await hands.press("G", "s")
        series = app.screen.rows.chosen
        assert app.screen._series[series]
        await hands.press("s")
        assert app.screen.rows.chosen == series
        assert first is not None


@pytest.mark.parametrize(("values", "scale"), [([3, 9999], 1), ([10_000], 1000), ([2e7, 5], 10**6), ([], 1)])
def test_the_labels_of_a_chart_stay_short(values: list[float], scale: int):
    assert scale_of(values)[0] == scale


@pytest.mark.parametrize(("most", "scale"), [(99_000, (1, "")), (2e5, (10**4, "万")), (2e9, (10**8, "亿"))])
def test_a_chart_counts_as_its_language_does(most: float, scale: tuple[int, str]):
    use_language("zh_CN")
    try:
        assert scale_of([most]) == scale
    finally:
        use_language("en")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("most", [0.04, 7, 52.3, 9_999, 52_300, 99_999, 5e5, 3e7, 4e9, 2e12])
def test_the_marks_of_a_chart_are_written_out_in_every_language(language: str, most: float):
    use_language(language)
    try:
        labels = [label_of(mark / scale_of([most])[0]) for mark in ticks(0, most)]
    finally:
        use_language("en")
    assert not any("e" in label for label in labels)
    assert len(set(labels)) == len(labels)


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12))
@example(900719925474.9219, 0.0005)
@settings(deadline=None)
def test_the_marks_of_a_chart_are_round_and_within_it(low: float, size: float):
    high = low + size
    marks = ticks(low, high)
    assert len(marks) <= 6
    assert marks == sorted(marks)
    assert all(low - size / 1e6 <= mark <= high + size / 1e6 for mark in marks)
    assert ticks(0, 52.3, 3) == [0, 20, 40]
    assert ticks(5, 5) == [5]


@pytest.mark.parametrize("keys", ["i", "c", "F", "W", "H"])
async def test_nothing_in_an_article_reaches_the_terminal_but_as_text(tmp_path: Path, keys: str):
    async with desk(open_session(tmp_path, [hostile(), chinese()])) as (app, hands):
        await hands.press("a")
        driver = app._driver
        before = len(driver.output)
        await hands.press(*keys)
        await hands.settle()
        out = "".join(driver.output[before:])
        for foreign in ("\x1b[2J", "\x1b]0;owned", "\x9b", "\u202e", "\x00"):
            assert foreign not in out
        assert app.is_running


def test_the_plotting_library_is_loaded_by_the_summary_alone():
    code = (
        "import sys, tui.ui.app, tui.ui.reviewing.screen; assert 'plotext' not in sys.modules; "
        "import tui.ui.screens.summary; assert 'plotext' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


# Finding rows


def with_two_indicators() -> tuple[Article, list[Claim]]:
    """An article whose facts are about jobs and about the unemployment rate."""
    article, (jobs, growth, workers, rate) = english()
    return article, [
        structs.replace(jobs, indicator="new_urban_jobs"),
        growth,
        workers,
        structs.replace(rate, indicator="unemployment_rate"),
    ]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_figure_is_found_by_what_its_indicator_is_called(tmp_path: Path, size, language):
    parts = [with_two_indicators()]
    async with desk(open_session(tmp_path, parts), size=size, language=language) as (app, hands):
        review = app.screen
        await hands.press(*"aaaa")
        for typed, at in (("失业率", 3), ("城镇新增就业", 0), ("Unemployment R", 3), ("jobs in cities", 0)):
            await open_page(app, hands, "c")
            await hands.press("/", *typed, "enter")
            assert app.screen.mode == "summary"
            assert app.screen.target() == review.ids[at]
            await hands.press("/", *"no such thing", "enter")
            assert "no such thing" in said(app)
            assert app.screen.target() == review.ids[at]
            await hands.press("/", "escape", "escape")
            assert app.screen is review


async def test_an_article_or_a_file_not_read_is_found_in_the_overview(tmp_path: Path):
    opened = open_session(tmp_path)
    opened.file.set_unread([Unread(path="news/scan.txt", reason="not a text file")])
    async with desk(opened) as (app, hands):
        await open_page(app, hands, "i")
        await hands.press("/", *"清河", "enter")
        assert app.screen.target() == app.screen.overview.articles[1].article.id
        await hands.press("/", *"SCAN", "enter")
        assert said(app) == "news/scan.txt: not a text file"
        await hands.press("/", *"clear", "escape")
        assert app.screen.mode == "rows"


# The story of a claim


def detail(app: DeskApp) -> str:
    return lines(app.screen.query_one(ClaimDetail))


async def test_why_and_history_take_turns_in_the_detail_pane(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("H")
        assert "Nothing was decided" in detail(app)
        await hands.press("f", "u", *"person", "enter", "k", "m", *"ask", "enter")
        told = detail(app)
        assert "ann" in told
        assert "fixed" in told
        assert "unit job \u2192 person" in told
        assert "noted  ask" in told
        await hands.press("z")
        assert "undone" in detail(app)
        await hands.press("H", "W")
        assert app.screen.query_one(ClaimDetail).side == "why"
        await hands.press("W")
        assert app.screen.query_one(ClaimDetail).side == "fields"


def explained() -> tuple[Article, list[Claim]]:
    """An article with one claim of which there is much to say."""
    article, (claim, *_others) = english()
    fields = ("value", "unit", "per", "bound", "measure", "subject", "place", "period", "status", "indicator")
    why = {name: f"rule.of.{name}" for name in fields}
    return article, [structs.replace(claim, why=why, doubts=("one doubt", "another doubt"))]


@pytest.mark.parametrize("size", [(60, 20), (60, 16), (80, 24), (120, 40)])
async def test_all_rules_and_remarks_can_be_seen_part_by_part_then_the_fields_again(tmp_path: Path, size):
    parts = [explained()]
    async with desk(open_session(tmp_path, parts), size=size) as (app, hands):
        pane = app.screen.query_one(ClaimDetail)
        fields = detail(app)
        seen = ""
        told = []
        presses = 0
        while not presses or pane.side == "why":
            await hands.press("W")
            await hands.settle()
            seen += detail(app) if pane.side == "why" else ""
            told.append(said(app).rpartition(" · ")[2])
            presses += 1
            assert presses < 9
        rules = [f"rule.of.{name}" for name in parts[0][1][0].why]
        assert [rule for rule in rules if rule not in seen] == []
        assert "one doubt" in seen
        assert "another doubt" in seen
        assert detail(app) == fields
        assert (presses > 2) == (size[1] < 40)
        assert told == [*["W goes on"] * (presses - 2), "W shows the fields", ""]


def words_in(text: str) -> str:
    """What stands in the detail pane as one line, wherever it is folded."""
    return " ".join(text.split())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_long_rules_and_remarks_are_told_to_their_ends_on_a_small_screen(tmp_path: Path, language):
    article, (claim, *others) = explained()
    long = "a doubt that takes more words to tell than a narrow pane has room for on one line"
    rules = "en.time.first-of-the-rules en.time.second-of-the-rules"
    claim = structs.replace(claim, why={**claim.why, "period": rules}, doubts=(long,))
    parts = [(article, [claim, *others])]
    async with desk(open_session(tmp_path, parts), size=(80, 24), language=language) as (app, hands):
        pane = app.screen.query_one(ClaimDetail)
        seen = ""
        await hands.press("W")
        while pane.side == "why":
            seen += detail(app) + "\n"
            await hands.press("W")
        assert long in words_in(seen)
        assert all(rule in "".join(seen.split()) for rule in rules.split())


async def test_a_remark_is_told_to_its_end_where_the_fields_leave_room(tmp_path: Path):
    article, (claim, *others) = explained()
    long = "a doubt that takes more words to tell than a narrow pane has room for on one line"
    parts = [(article, [structs.replace(claim, doubts=(long,)), *others])]
    async with desk(open_session(tmp_path, parts), size=(120, 40)) as (app, _hands):
        assert long in words_in(detail(app))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_an_empty_history_and_a_long_reason_are_whole_on_a_small_screen(tmp_path: Path, language):
    async with desk(open_session(tmp_path), size=(80, 24), language=language) as (app, hands):
        await hands.press("H")
        assert _("Nothing was decided about this claim yet") in words_in(detail(app))
        reason = "it is told twice in this article and the second time is the better one"
        await hands.press("R", *reason, "enter", "k")
        assert reason in words_in(detail(app))


async def test_the_whole_history_can_be_seen_the_latest_part_first(tmp_path: Path):
    async with desk(open_session(tmp_path, [explained()]), size=(60, 20)) as (app, hands):
        pane = app.screen.query_one(ClaimDetail)
        for number in range(12):
            await hands.press("m", "ctrl+a", *f"note {number:02}", "enter")
        await hands.press("H")
        await hands.settle()
        assert "note 11" in detail(app)
        seen = ""
        while pane.side == "history":
            seen += detail(app)
            await hands.press("H")
        assert [number for number in range(12) if f"note {number:02}" not in seen] == []


async def test_another_claim_is_explained_from_its_first_part_on(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(60, 20)) as (app, hands):
        await hands.press("W", "W")
        assert "2/" in detail(app)
        await hands.press("j")
        assert "1/" in detail(app)


# The groups of the list


async def test_the_list_is_grouped_by_article_paragraph_and_indicator_in_turn(tmp_path: Path):
    async with desk(open_session(tmp_path, [bulletin("River", YEARS), english()])) as (app, hands):
        screen = app.screen
        current = screen.current
        assert "Jobs, told by River" in lines(screen.claim_list)
        await hands.press("h")
        assert "paragraph" in said(app)
        assert "In 2021 the county of River" in lines(screen.claim_list)
        assert "In 2022 the county of River" in lines(screen.claim_list)
        await hands.press("h")
        assert "new urban jobs" in lines(screen.claim_list)
        assert screen.current == current
        await hands.press("h")
        assert "Jobs, told by River" in lines(screen.claim_list)
        assert screen.ids == list(screen.desk.review.claim_ids)


# Rows of any table


async def test_a_click_chooses_a_row_and_a_second_one_opens_it(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await open_page(app, hands, "i")
        rows: Rows = app.screen.rows
        region = rows.region
        click = f"\x1b[<0;{region.x + 5};{region.y + 3}M\x1b[<0;{region.x + 5};{region.y + 3}m"
        app._driver.type(click)
        await hands.settle()
        assert rows.chosen == 2
        app._driver.type(click)
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))
        assert app.screen.article.path == "qinghe.txt"


@pytest.mark.parametrize("flood", ["iqj", "cqj", "??j", "ii\r\r?qj"])
async def test_keys_behind_one_that_leaves_a_page_go_to_what_is_there_then(tmp_path: Path, flood: str):
    async with desk(open_session(tmp_path, [chinese()])) as (app, hands):
        review = app.screen
        app._driver.type(flood)  # all keys at once, as a fast typist's or a paste come
        await hands.settle(lambda: app.screen is review and review.position == 1)


async def test_a_count_that_comes_after_its_page_is_gone_is_dropped(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await open_page(app, hands, "i")
        page = app.screen
        assert isinstance(page, OverviewScreen)
        await hands.press("escape")
        await hands.settle(lambda: not page.is_mounted or not page.query(SessionFigures))
        page._tell()
        assert app.is_running


async def test_a_long_unit_takes_the_room_that_places_leave(tmp_path: Path):
    article, claims = bulletin("River", YEARS)
    long = [structs.replace(claim, unit="employment intention", per="event") for claim in claims]
    opened = open_session(tmp_path, [(article, long)])
    opened.review.accept(opened.review.claim_ids)
    async with desk(opened, size=(200, 60)) as (app, hands):
        await open_page(app, hands, "c")
        assert "employment intention / event" in lines(app.screen.query_one(Rows))
