"""Lines that were only wrapped at a column are one paragraph, and what stands above the title is none."""

import pytest

from tests.extract.drafting import drafted, rules
from tui.articles import article_from_text
from tui.extract.engine import draft_document

WRAPPED = """The jobless rate for teenagers in the province rose to 10.1
percent in June, while the rate for adults, at 5.6 percent, was little changed.
"""
FULL = """The jobless rate for teenagers rose in the province of
Hill, which is the smallest of the seven in the east.
"""
CELLS = "Jobs in town\nfarms 300\nshops 200\n"
ENDED = "The council built 12 parks in the year.\nthe mayor said so.\n"
ALONE = "The council of the town of Hill built 12 new parks\nSearch\nArchive\n"
LABELS = "2 remarks, printed in the town of Hill on 15 June 2020\nAdjust size:\n"
LEADING = "While the number of jobs fell by 40 among men in the towns, it rose by\n29 among women.\n"
RAGGED = """Its farmers earned 3,118 dollars a
head in the year, figures
of the government in the town of Hill show.
"""
ITEMS = "- The council built 12 parks in the town of Hill\n- The mayor opened 3 more in the year\n"


WIDE = f"The jobless rate for teenagers {'in the province ' * 6}rose in the year to\nten percent, it says.\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (WRAPPED, 1),
        (FULL, 1),
        (CELLS, 3),
        (ENDED, 2),
        (ITEMS, 2),
        (WIDE, 1),
        (ALONE, 3),
        (LABELS, 2),
        (LEADING, 1),
        (RAGGED, 1),
    ],
)
def test_lines_that_were_wrapped_are_joined_and_others_are_not(text: str, count: int) -> None:
    found = drafted(text, "en").sentences
    assert len([sentence for sentence in found if sentence.role != "title"]) == count


MENUS = """Home / Work / Towns
Call 0800 300 400

Harbour town adds 300 jobs

5 March 2024 | Evening Paper

It has 900 now.
"""


STORY = "It has 900 now, as the council said. It grew by 5 percent.\n"


def test_menus_above_the_title_are_furniture_and_hold_no_numbers() -> None:
    document = draft_document(article_from_text(MENUS), rules())
    roles = [(sentence.text, sentence.role) for sentence in document.sentences]
    assert roles[:3] == [
        ("Home / Work / Towns", "boilerplate"),
        ("Call 0800 300 400", "boilerplate"),
        ("Harbour town adds 300 jobs", "title"),
    ]
    assert [draft.text for draft in document.claims] == ["300", "900"]


def test_a_menu_of_capitals_above_the_title_names_no_places() -> None:
    head = (
        "EUROPE CHINA ASIA AFRICA\n\nHarbour town adds 300 jobs\n\nEvening Paper | Updated: 2024-03-05 20:48"
    )
    document = draft_document(article_from_text(f"{head}\n\n{STORY}"), rules())
    assert [sentence.role for sentence in document.sentences][:2] == ["boilerplate", "title"]
    assert not document.places


TAIL = """Harbour town adds 300 jobs

Some 300 jobs were added in the harbour by the end of May, the council said, as ships came back.

Recommended

Toyota cuts 900 jobs
4 March 2019
"""


def test_what_a_page_goes_on_to_behind_the_article_is_furniture_and_gives_no_date() -> None:
    article = article_from_text(TAIL, "harbour.txt")
    assert article.published is None
    document = draft_document(article, rules())
    assert [draft.text for draft in document.claims] == ["300", "300"]
    assert document.date == ""
    early = article_from_text(f"Recommended\n\n{TAIL.replace('Recommended', '')}", "harbour.txt")
    assert early.published == "2019-03-04"


@pytest.mark.parametrize(
    "head",
    [
        "Harbour town adds 300 jobs\n\nUnemployment drops to 4 percent in May",
        "Harbour town adds 300 jobs\n\nThe town of Hull has 4 new ships today!",
        "云屏县新增岗位300个\n\n全年失业率降至4%左右",
    ],
)
def test_a_headline_above_a_second_one_keeps_its_numbers(head: str) -> None:
    document = draft_document(article_from_text(f"{head}\n\n2024-03-05 10:15\n\n{STORY}"), rules())
    assert [draft.text[0] for draft in document.claims][:2] == ["3", "4"]


def test_an_article_that_goes_on_behind_what_it_links_to_keeps_its_numbers() -> None:
    text = f"Harbour town adds 300 jobs\n\n{STORY}\nRelated stories\n\nThe firm has 70 men.\n\n{STORY}"
    document = draft_document(article_from_text(text), rules())
    told = [sentence.text for sentence in document.sentences if sentence.role == "boilerplate"]
    assert told == ["Related stories"]


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ("The figures at a glance:\n\nCarts: 300\n\nPloughs: 40", "list"),
        ("主要数据：\n\n渔船：300艘\n\n渔港：40座", "list"),
        ("The figures at a glance\n\nCarts: 300\n\nPloughs: 40", "heading"),
        ("The figures at a glance:\n\nCarts: 300", "heading"),
    ],
)
def test_short_lines_with_figures_behind_a_colon_are_a_list(lines: str, role: str) -> None:
    found = drafted(f"It was a good year for the town, as all said.\n\n{lines}", "en").sentences
    assert {sentence.role for sentence in found if "300" in sentence.text or "40" in sentence.text} == {role}
