"""What the cells of a table that was flattened to lines are told by its captions, its head and their row."""

from pathlib import Path

import pytest

from tests.extract import drafting
from tui.extract import extract
from tui.extract.engine import draft_document
from tui.model import Article

RULES = drafting.rules()
TYPED = "　　"  # the wide space that Chinese pages are laid out with

FOLDER = Path(__file__).parent / "tables"


def cases(name: str) -> list[tuple[str, str, str]]:
    """The texts of a file: what each shows, the text, and what stands behind the bar of its first line."""
    blocks = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    parted = (block.partition("\n") for block in blocks)
    return [(*first.rsplit(" | ", 1), text) for first, _, text in parted]


def told(text: str, language: str, published: str) -> list[list[str]]:
    article = Article(
        id="0" * 12,
        path="",
        text=text,
        sha256="",
        language=language,
        title=text.partition("\n")[0],
        published=published,
    )
    found = extract(article, RULES)
    units = [claim.unit + (f"/{claim.per}" if claim.per else "") for claim in found]
    return [
        [f"{c.value}", unit, c.measure, c.subject, c.place or "-", c.period or "-"]
        for c, unit in zip(found, units, strict=True)
    ]


@pytest.mark.parametrize(
    ("language", "published", "text"),
    [
        pytest.param(language, published, text, id=name)
        for language in ("en", "zh")
        for name, published, text in cases(language)
    ],
)
def test_the_cells_of_a_table_say_what_its_head_its_rows_and_its_title_say(
    language: str, published: str, text: str
) -> None:
    text, _, lines = text.partition("\n---\n")
    wanted = [line.split(" | ") for line in lines.strip().splitlines()]
    found = told(text, language, published)
    assert [claim[0] for claim in found] == [claim[0] for claim in wanted]
    assert [
        ["*" if right == "*" else field for field, right in zip(claim, want, strict=True)]
        for claim, want in zip(found, wanted, strict=True)
    ] == wanted


@pytest.mark.parametrize(
    ("language", "text"), [pytest.param(language, text, id=name) for name, language, text in cases("none")]
)
def test_short_lines_are_no_table(language: str, text: str) -> None:
    document = draft_document(
        Article(id="0" * 12, path="", text=text, sha256="", language=language, published="2022-05-04"), RULES
    )
    reasons = [(draft.text, why) for draft in document.claims for ids in draft.why.values() for why in ids]
    assert [text for text, why in reasons if why.startswith("table")] == []


def claims(text: str, language: str = "zh") -> list[tuple[str, ...]]:
    found = extract(Article(id="0" * 12, path="", text=text, sha256="", language=language), RULES)
    return [(f"{c.value}", c.unit, c.measure, c.subject) for c in found]


@pytest.mark.parametrize("gap", [" ", TYPED, "\t", " | "])
def test_a_column_of_units_and_one_of_growth(gap: str) -> None:
    rows = [
        "指标 单位 产量 比上年增长（%）",
        "粮食 万吨 52.3 2.4",
        "#薯类 万吨 14.8 -3.1",
        "油料 吨 9120 5.7",
    ]
    text = "河湾县统计公报\n全县生产平稳。\n主要农产品产量\n" + "\n".join(
        row.replace(" ", gap) for row in rows
    )
    assert claims(text) == [
        ("523000", "t", "level", "粮食产量"),
        ("2.4", "%", "growth", "粮食产量"),
        ("148000", "t", "level", "薯类产量"),
        ("-3.1", "%", "growth", "薯类产量"),
        ("9120", "t", "level", "油料产量"),
        ("5.7", "%", "growth", "油料产量"),
    ]


def test_units_over_the_table_and_rows_of_months() -> None:
    text = (
        "就业统计\n情况如下。\n就业指标\n单位：千人；%\n"
        "年月 就业者 失业率\n2023年11月 1530 3.7\n2023年12月 1536 3.6\n"
    )
    assert claims(text) == [
        ("1530000", "person", "level", "就业者"),
        ("3.7", "%", "level", "失业率"),
        ("1536000", "person", "level", "就业者"),
        ("3.6", "%", "level", "失业率"),
    ]


def test_a_bare_counter_counts_what_its_row_names() -> None:
    text = "建设情况\n今年开工如下。\n工程\n项目 数量（个） 投资（万元）\n农家书屋 12 36\n文化广场 3 120\n"
    assert claims(text)[:2] == [
        ("12", "library", "level", "农家书屋数量"),
        ("360000", "CNY", "level", "农家书屋投资"),
    ]


def test_the_numbers_of_rows_are_no_claims() -> None:
    head = "用工信息\n今日发布如下。\n岗位表\n序号 岗位 人数（人） 月薪（元）\n"
    text = f"{head}1 焊工 20 7000\n2 电工 15 6500\n3 保洁员 6 3200\n"
    assert claims(text)[:3] == [
        ("20", "person", "level", "焊工人数"),
        ("7000", "CNY", "level", "焊工月薪"),
        ("15", "person", "level", "电工人数"),
    ]


def test_lines_that_are_no_table_stay_as_they_are() -> None:
    found = claims("通知\n招聘 保安 3人\n招聘 厨师 2人\n")
    assert [claim[:3] for claim in found] == [("3", "person", "level"), ("2", "person", "level")]


def test_a_head_over_the_numbers_only_and_a_caption_that_names_what_they_count() -> None:
    text = (
        "Report\n\nNONFARM PAYROLLS (not seasonally adjusted)\n"
        "                  May 2019     Apr 2019\n"
        "Total             163,900      164,800\n"
        "  Logging          14,300       14,400\n"
    )
    assert claims(text, "en")[:2] == [
        ("163900", "job", "level", "Total"),
        ("164800", "job", "level", "Total"),
    ]


def test_headings_that_are_units_and_columns_of_change() -> None:
    text = (
        "Report\n\nTable 2. Adults by status, 3rd quarter 2016\n"
        "                Persons      Per cent    Change from 3rd quarter 2015, persons\n"
        "In work         2 804 000     71.2        11 000\n"
        "- part-time       484 000     17.3        -4 000\n"
    )
    assert claims(text, "en") == [
        ("2804000", "person", "level", "In work"),
        ("71.2", "%", "level", "In work"),
        ("11000", "person", "change", "In work"),
        ("484000", "person", "level", "part-time"),
        ("17.3", "%", "level", "part-time"),
        ("-4000", "person", "change", "part-time"),
    ]


def test_words_of_a_row_stay_apart_whatever_their_letters() -> None:
    text = (
        "Hiring in the river towns\nThe towns reported in May.\nHiring\n"
        "Trade\tHires (persons)\tLeavers (persons)\nCafés\t120\t35\nShops\t210\t80\n"
    )
    assert [subject for *_fields, subject in claims(text, "en")] == [
        "Cafés Hires",
        "Cafés Leavers",
        "Shops Hires",
        "Shops Leavers",
    ]


def test_wages_that_look_like_years_with_a_denominator_and_a_remark_behind() -> None:
    text = (
        "工资底线\n标准如下。\n最低工资标准表\n"
        "类别　月最低工资标准（元/月）　小时最低工资标准（元/小时）　适用范围\n"
        "一类　2070　20　城区、郊区\n二类　1920　19　其他县（市）\n"
    )
    found = extract(Article(id="0" * 12, path="", text=text, sha256="", language="zh"), RULES)
    assert [(f"{c.value}", c.unit, c.per, c.subject) for c in found] == [
        ("2070", "CNY", "month", "一类月最低工资标准"),
        ("20", "CNY", "h", "一类小时最低工资标准"),
        ("1920", "CNY", "month", "二类月最低工资标准"),
        ("19", "CNY", "h", "二类小时最低工资标准"),
    ]


def test_the_topic_of_a_table_names_the_denominator_of_its_sums() -> None:
    text = (
        "渔业统计\n标准如下。\n分岗位就业人员年平均工资\n"
        "岗位　2023年（元）　比上年增长（%）\n管理人员　168452　4.5\n技术人员　103918　5.4\n"
    )
    found = extract(Article(id="0" * 12, path="", text=text, sha256="", language="zh"), RULES)
    assert [(c.unit, c.per) for c in found] == [("CNY", "year"), ("%", None)] * 2
