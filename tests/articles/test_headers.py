"""The rules about heads of articles do what their own examples say, and known layouts are read."""

from pathlib import Path

import pytest

from tui.articles import article_from_text, read_articles
from tui.articles.headers import header_rules
from tui.articles.headertest import header_failures
from tui.articles.published import published_on
from tui.articles.title import title_of
from tui.model import Article
from tui.resources import seeds_folder

RULES = header_rules()


def test_every_header_rule_has_examples_and_counterexamples() -> None:
    rules = [pattern.rule for role in RULES.patterns for pattern in RULES.of(role)]
    assert len(rules) > 20
    assert [rule.id for rule in rules if not rule.examples or not rule.counterexamples] == []


def test_the_examples_of_the_header_rules_hold() -> None:
    assert list(header_failures(RULES)) == []


def test_an_example_that_does_not_hold_is_told(tmp_path: Path) -> None:
    pack = tmp_path / "xx"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: xx\n")
    (pack / "headers.yaml").write_text(
        "- id: a\n  role: date\n  match: '^(?P<year>\\d{4})-(?P<month>\\d\\d)'\n"
        "  examples: [{text: '2021-05', published: 2021-06}]\n  not: ['2022-01', 'none here']\n"
        "- {id: b, role: furniture, match: Menu, examples: [{text: Home}], not: [Menu, Prices]}\n"
    )
    assert [(rule, text) for rule, text, _ in header_failures(header_rules(tmp_path))] == [
        ("a", "2021-05"),
        ("a", "2022-01"),
        ("b", "Home"),
        ("b", "Menu"),
    ]


@pytest.mark.parametrize(
    ("number", "published", "language", "title"),
    [
        ("000", "2026-02-09", "en", "临平:以民生温度绘就人社服务新图景"),
        ("001", "2024-06-14", "en", "Dingxi City, Gansu Province, Play a Good"),
        ("002", "2025-12-16", "zh", "兰溪人力资源和社会保障事业蓬勃发展"),
        ("003", "2022-04-23", "en", "By 2022, more than 600,000 new urban jobs will be created"),
        ("004", "2022-06-24", "en", "Zhejiang: 2.25 million people out of poverty"),
    ],
)
def test_the_seed_articles(number: str, published: str, language: str, title: str) -> None:
    (path,) = seeds_folder().glob(f"{number}_*.txt")
    article = article_from_text(path.read_bytes().decode("utf-8"))
    assert (article.published, article.language) == (published, language)
    assert article.title.startswith(title)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("国内快讯\n统计局今天（1月31日）发布，2019年产量增长3%。", "XXXX-01-31"),
        ("Jobs rose in 2018\nOslo, Feb. 29 (Wire) -- Jobs rose in 2018.", "XXXX-02-29"),
        ("2026-01-24\nJobs rose\nDate: 12-16", "2025-12-16"),
        ("Jobs rose\nOslo, Feb. 30 (Wire) -- Jobs rose.", None),
        ("Day\n2023-02-30 10:00\n", None),
        ("", None),
    ],
)
def test_a_date_without_a_year_takes_that_of_its_page_or_leaves_it_open(
    text: str, published: str | None
) -> None:
    assert published_on(text, RULES) == published


@pytest.mark.parametrize(
    "line",
    [
        "Embargo: 9.30am Tuesday 5 March 2024\n",
        "by Ann Bell March 5, 2024\n",
        "Home > News > 5 March 2024\n",
        "Leeds – 5 March 2024 – ",
        "5 March 2024, Leeds – ",
        "《云屏日报》（ 2024年03月05日   03 版）\n",
        "2024年3月5日发布\n",
        "【云屏報訊】（記者 王林）2024年3月5日，",
    ],
)
def test_a_day_that_names_its_year_is_read_from_what_stands_round_it(line: str) -> None:
    assert published_on(f"Prices fall again\n{line}Prices fell.\n", RULES) == "2024-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "<url>, March 5th, according to the port, ",
        "Harbour Daily News on March 5 (Reporter A. B.) ",
        "Harbour TV News (Evening Edition): Today (March 5), ",
        "Mar 5 (Wire) - ",
        "Release time: 03-05 10:35\n",
        "Tue, Mar 5\n",
        "Leeds, March 5. ",
        "Leeds, March 5, Harbour News Service (Reporter A. B.)\n",
        "March 5, Leeds – ",
        "LEEDS, UK – 5 March – ",
        "[March 5] ",
        "本报讯（记者 王林）3月5日，",
        "云屏App 3月5日消息，",
        "【記者王林3月5日雲屏報導】",
        "3月5日 星期二\n",
    ],
)
def test_a_dateline_may_leave_its_year_open(line: str) -> None:
    assert published_on(f"Prices fall again\n{line}Prices fell.\n", RULES) == "XXXX-03-05"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", ""),
        ("\n\n  \n", ""),
        ("# A heading of a report\n\nText.", "A heading of a report"),
        ("News\n\nThe winter was long in the north\n\nIt snowed.", "The winter was long in the north"),
        ("A single line without an end " * 20, ("A single line without an end " * 20)[:79].rstrip() + "…"),
        ("电子报阅读机\n星期六\n某市就业持续向好\n\n正文在此。", "某市就业持续向好"),
        (
            "Home / Work / Towns\n\nHarbour town adds 300 jobs\n\nBy A. Roe | 5 March 2024\n\nIt did.",
            "Harbour town adds 300 jobs",
        ),
        (
            "云屏网 > 新闻 > 经济新闻频道\n\n云屏新增岗位三百个\n\n2021年3月5日 10:15\n\n正文。",
            "云屏新增岗位三百个",
        ),
        ("Quarter ends well for towns\nA second line of it\n5 March 2024\n", "Quarter ends well for towns"),
        (
            "Harbour town adds 300 jobs\n\nIt grew. "
            + "It grew. " * 30
            + "\n\nMore of our stories\n5 March 2024",
            "Harbour town adds 300 jobs",
        ),
        (
            "News of the day\n\n"
            + "The mayor spoke of the harbour. " * 4
            + "\n\nOther headlines of today\n5 March 2024\n",
            "News of the day",
        ),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_of(text, RULES) == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The price of bread was higher than in the year before.", "en"),
        ("面包的价格比去年高。", "zh"),
        ("麵包的價格比去年高。", "zh"),
        ("面包价格\nThe price of bread was higher than it had been in the year before.", "en"),
        ("12345", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert article_from_text(text).language == language


@pytest.mark.parametrize(
    "where", ["{}", "Paper | {}", "Published: {}", "{} 10:15", "(Wire)   16:46, {}", "[{}]"]
)
@pytest.mark.parametrize(
    "date",
    ["2024-03-05", "2024/3/5", "2024年3月5日", "5 March 2024", "Mar 5th, 2024", "Tuesday, 5 March 2024"],
)
def test_a_date_is_read_wherever_one_stands_and_in_whatever_form(where: str, date: str) -> None:
    assert published_on(f"Prices fall again\n{where.format(date)}\nThey fell.\n", RULES) == "2024-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "The deadline is 5 March 2024",
        "Next release: 5 March 2024",
        "Since 2024-03-05 10:15",
        "截止日期：2024-03-05",
    ],
)
def test_other_dates_are_not_those_of_publication(line: str) -> None:
    assert published_on(f"Prices fall again\n{line}\nThey fell.\n", RULES) is None


def test_a_form_of_dates_serves_all_rules_about_dates(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: own\n")
    (tmp_path / "headers.yaml").write_text(
        "- {id: own.form, role: form, match: 'day (?P<day>\\d+) of (?P<month>\\d+) in (?P<year>\\d{4})'}\n"
        "- {id: own.twice, role: date, match: '{date} and {day}'}\n"
    )
    rules = header_rules(tmp_path)
    assert published_on("Prices fall\nPublished: day 5 of 3 in 2024\n", rules) == "2024-03-05"
    assert "own.twice" not in {pattern.rule.id for pattern in rules.of("date")}


@pytest.mark.parametrize(("mark", "of_no_year"), [("{day}", "XXXX-03-05"), ("{date}", None)])
def test_a_rule_says_whether_a_date_may_leave_out_its_year(
    tmp_path: Path, mark: str, of_no_year: str | None
) -> None:
    (tmp_path / "pack.yaml").write_text("name: own\n")
    (tmp_path / "headers.yaml").write_text(
        "- {id: own.form, role: form, match: 'day (?P<day>\\d+)/(?P<month>\\d+)(?:/(?P<year>\\d{4}))?'}\n"
        f"- {{id: own.date, role: date, match: '^Stamp of {mark};'}}\n"
    )
    rules = header_rules(tmp_path)
    assert published_on("Prices fall\nStamp of day 5/3/2024; they fell\n", rules) == "2024-03-05"
    assert published_on("Prices fall\nStamp of day 5/3; they fell\n", rules) == of_no_year


def test_a_broken_rule_file_is_left_out_and_the_others_hold(tmp_path: Path) -> None:
    pack = tmp_path / "xx"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: xx\nlanguage: xx\n")
    (pack / "headers.yaml").write_text("- {id: a, role: date, match: '('}\n- {id: b, role: page, match: x}\n")
    (pack / "headers-more.yaml").write_text("- {id: c, role: furniture, match: Menu}\n")
    (pack / "language.yaml").write_text(": : :")
    rules = header_rules(tmp_path)
    built_in = {p.rule.id for role in RULES.patterns for p in RULES.of(role)}
    assert {p.rule.id for role in rules.patterns for p in rules.of(role)} - built_in == {"c"}
    assert rules.languages == RULES.languages


def test_rules_of_ones_own_lie_over_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: own\noff: [common.headers.date.line]\n")
    (tmp_path / "headers.yaml").write_text(
        "- {id: own.date, role: date, match: '^No (?P<day>\\d+) of (?P<month>\\d+) of (?P<year>\\d{4})$'}\n"
        "- {id: common.headers.date.timed, role: furniture, match: Paper}\n"
    )
    article = tmp_path / "a.txt"
    article.write_text("Prices fall again in the south\nNo 14 of 6 of 2024\n\nThey fell.\n")
    (without,) = read_articles([str(article)])
    (with_own,) = read_articles([str(article)], [tmp_path])
    assert isinstance(without, Article)
    assert isinstance(with_own, Article)
    assert (without.published, with_own.published) == (None, "2024-06-14")
    roles = {p.rule.id: role for role in RULES.patterns for p in header_rules(tmp_path).of(role)}
    assert "common.headers.date.line" not in roles  # switched off
    assert roles["common.headers.date.timed"] == "furniture"  # another entry of the same id


@pytest.mark.parametrize(
    "rule",
    [
        "role: date, match: '(?<={month} )(?P<month>\\d+)'",
        "role: page, match: 'in (?P<month>\\d+)'",
        "role: title, match: '^T {date}$'",
        "role: form, match: '(?P<year>\\d{4})(?P<sep>-)(?P<month>\\d+)-(?P<day>\\d+)'",
        "role: form, match: '(?i)F(?P<year>\\d{4})-(?P<month>\\d+)-(?P<day>\\d+)'",
    ],
)
def test_a_rule_that_can_not_be_joined_with_others_is_left_out(tmp_path: Path, rule: str) -> None:
    (tmp_path / "pack.yaml").write_text("name: own\n")
    (tmp_path / "headers.yaml").write_text(f"- {{id: own.rule, {rule}}}\n")
    rules = header_rules(tmp_path)
    assert "own.rule" not in {p.rule.id for role in rules.patterns for p in rules.of(role)}
    assert published_on("T \ue000\nPublished: 5 March 2024\nin \ue000\n", rules) == "2024-03-05"


def test_words_in_the_place_of_a_day_or_year_are_no_date(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: own\n")
    (tmp_path / "headers.yaml").write_text(
        "- {id: own.date, role: date, match: '^D (?P<day>\\w+) (?P<month>\\w+) (?P<year>\\w+)'}\n"
        "- {id: own.page, role: page, match: 'P (?P<day>\\w+) (?P<month>\\w+) (?P<year>\\w+)'}\n"
    )
    assert published_on("D first May twenty\nP one May twenty\n", header_rules(tmp_path)) is None


def test_a_private_character_beside_a_date_takes_nothing_from_it() -> None:
    assert published_on("Prices fall again\n\ue000 Published: 5 March 2024 \ue000\n", RULES) == "2024-03-05"


def test_blank_lines_are_passed_by_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page goes on to others is asked of each line that says something, and of no other."""
    asked: list[str] = []

    class Asked:
        def fullmatch(self, line: str) -> None:
            asked.append(line)

    class Tail:
        regex = Asked()

    monkeypatch.setattr(type(RULES), "of", lambda _rules, role: (Tail(),) if role == "tail" else ())
    assert published_on("Prices fall again\n" + " \n" * 1000 + "Related\n", RULES) is None
    assert asked == ["Related"]
