"""What a number counts that has no noun of its own."""

import pytest

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "The town has 10 night markets, among which 2 clubs came, 3 have hired cooks and 2 have inns.",
            ["market", "club", "market", "market"],
        ),
        ("The town has 300 firms, of which 20 have hired 500 cooks.", ["company", "company", "person"]),
        (
            "A total of 900 carts and 400 monks from six counties came, of whom 18 can sing.",
            ["cart", "person", "county", "person"],
        ),
    ],
)
def test_parts_without_a_noun_count_what_the_whole_does(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("像这样的驿站，全市已建成18家，年底前再建5家。", ["station", "station"]),
        ("在果园设立“集市招聘点”43处。", ["site"]),
        ("公布如下：\n1.护林员岗位。目标任务1800个，实际开发2036个。", ["job", "job"]),
    ],
)
def test_a_counter_without_a_noun_counts_what_was_last_counted_or_told_of(
    text: str, units: list[str]
) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The fee rose from 30 to 50 yuan.", ["CNY", "CNY"]),
        ("The jobless rate rose from 3 to 5 percent.", ["%", "%"]),
        ("Sales rose from 3 to 5 million tonnes.", ["t", "t"]),
        ("Patients in the ward rose 5% to 80.", ["%", "person"]),
    ],
)
def test_the_unit_behind_a_new_value_is_the_old_ones_too(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The club has grounded two of its eight Boeing 411s.", ["aircraft", "aircraft"]),
        ("Guests numbered 8,120, up from 6,300 two years before.", ["person", "person"]),
        ("The number of pumps was down by 6,900 year over year.", ["pump"]),
        ("It runs 300 5G stations.", ["station"]),
    ],
)
def test_neither_a_model_nor_when_something_was_is_what_a_number_counts(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Fifteen have died and 40 are missing.", ["person", "person"]),
        ("The mill employs 300 in Hull and 40 in Leeds.", ["person", "person"]),
        ("It fell from 3.5 per cent to 3.2.", ["%", "%"]),
        ("The rate was 4.5 per cent, up 0.3 from May.", ["%", "pp"]),
    ],
)
def test_what_happened_or_moved_tells_what_a_bare_number_counts(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


def test_so_many_of_those_that_somebody_has_count_the_same() -> None:
    text = "So far 4,126 of the province's 4,512 workshops are open.\n"
    assert [claim.unit for claim in extract(article_from_text(text), drafting.rules())] == ["workshop"] * 2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("We had 30 carts in May and bought 12 more.", ["cart", "cart"]),
        ("Mills lost 300 jobs, and households reported a loss of 400.", ["job", "job"]),
        ("It built three schools and one pier.", ["school", "pier"]),
        ("It has 300 small, warm and dry huts.", ["hut"]),
        ("It sold 200 carts in May and passed the 300 mark in June.", ["cart", "cart"]),
        ("Payroll employment rose by 300. Employment in shops rose by 40.", ["job", "job"]),
    ],
)
def test_neither_more_nor_a_mark_nor_who_does_it_is_what_a_number_counts(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Yesterday 300 lose jobs.", ["person"]),
        ("Over 400 attended job fairs.", ["person"]),
        ("Of 30 mills, 12 joined and 4 agreed to it.", ["mill", "mill", "mill"]),
        ("It has 30 mills. Some 900 applied for posts.", ["mill", "person"]),
    ],
)
def test_who_does_something_right_behind_a_number_is_a_person_or_some_of_those_counted(
    text: str, units: list[str]
) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


def test_a_ratio_governs_what_it_is_of() -> None:
    text = "The ratio of cars to posts fell to 5.6:1.\n"
    assert [claim.unit for claim in extract(article_from_text(text), drafting.rules())] == ["x"]


def test_a_bare_number_behind_a_sum_of_its_size_is_a_sum_in_chinese() -> None:
    text = "以前雇保姆一个月要5500元，现在送托才1300，园里有孩子45个。"
    units = [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())]
    assert units == ["CNY", "CNY", "person"]


def test_a_counter_of_actions_counts_no_roads() -> None:
    text = "累计抢通道路1600余次，举办招聘会300次。"
    units = [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())]
    assert units == ["time", "event"]


def test_who_builds_is_not_what_a_counter_of_buildings_counts() -> None:
    assert [claim.unit for claim in extract(article_from_text("工人建成30座。\n"), drafting.rules())] == [
        "facility"
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("工资之比为3.64，比上年扩大0.05。", ["x", "x"]),
        ("全县有渔业企业7.3万户，比上年增加0.7万户。", ["enterprise", "enterprise"]),
        ("今年新登记300户企业。", ["enterprise"]),
        ("发放低保资金1.3亿，惠及3000户。", ["CNY", "household"]),
        ("新建驿站12处615户。", ["station", "household"]),
        ("在云屏大学城建设2个“青年渔民驿站”。", ["station"]),
        ("县里组建46支抢收队。", ["team"]),
        ("The mill has 300 cooks. It was its third year. Among them, 30 went abroad.", ["person"] * 2),
        ('The town built 30 "market home" service stations.', ["station"]),
        ('The town built 30 "sunny homes" in the hills.', ["home"]),
    ],
)
def test_a_number_without_a_unit_of_its_own_has_that_of_what_it_tells_of(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The number of skilled cooks exceeded 150,000, and 43 kitchens were built.", ["person", "kitchen"]),
        ("The number of nurses reached 2,400, and 300 beds were added.", ["person", "bed"]),
        ("It has 20, 30, and 40 mills.", ["mill", "mill", "mill"]),
        ("It has 30 and 40 mills.", ["mill", "mill"]),
    ],
)
def test_a_number_behind_a_comma_and_a_word_begins_a_clause_unless_it_ends_a_list(
    text: str, units: list[str]
) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("The ratio of vacancies to cooks fell by 0.03.", "x", "change"),
        ("The ratio of vacancies to cooks was 1.07, a decrease of 0.03.", "x", "change"),
        ("Visits to the mill rose threefold.", "%", "growth"),
        ("The bank announced a rate hike of 50 basis points.", "basis point", "change"),
        ("The spread was 250 basis points.", "basis point", "level"),
    ],
)
def test_what_a_ratio_or_a_rate_moves_by_is_no_growth(text: str, unit: str, measure: str) -> None:
    claim = extract(article_from_text(text + "\n"), drafting.rules())[-1]
    assert (claim.unit, claim.measure) == (unit, measure)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The port made 900 person-days of work, followed by Kelmar (640).", ["person-day", "person-day"]),
        ("It held 40 cookery competitions, and 12 ferry agencies came.", ["competition", "agency"]),
        ("Car sales fell to 45,000 from 51,000.", ["car", "car"]),
    ],
)
def test_what_is_counted_is_called_by_its_own_noun_and_not_by_a_part_of_a_word(
    text: str, units: list[str]
) -> None:
    assert [claim.unit for claim in extract(article_from_text(text + "\n"), drafting.rules())] == units


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The number of people signing on rose for the third month. The total went up by 6,600.", "person"),
        ("Layoffs notified to the office of jobs totalled 3,318.", "layoff"),
        ("Unemployment benefit claims dropped to 232,000.", "claim"),
        ("Their average weekly hours fell by 1.6.", "h"),
    ],
)
def test_what_a_bare_number_counts_is_named_by_the_head_of_its_subject(text: str, unit: str) -> None:
    assert extract(article_from_text(text + "\n"), drafting.rules())[-1].unit == unit
