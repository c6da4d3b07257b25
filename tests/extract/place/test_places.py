"""Whose figure each number is, over articles written for the purpose."""

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract, sentences
from tui.extract.document import Document, Draft, Sentence
from tui.extract.packs.rules import RuleSet
from tui.extract.place import places
from tui.extract.spelling import document_of, give_back
from tui.model import Article

MARKED = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
ARTICLES = (
    re.sub(r"(?m)^# .*\n", "", (Path(__file__).parent / "data" / "places.txt").read_text("utf-8"), count=2)
).split("\n=====\n")
FULL = re.compile(r"[市省区县]$| (?:District|County|City)$")


def article(text: str) -> Article:
    han = len(re.findall("[\u4e00-\u9fff]", text))
    language = "zh" if han > len(text) / 5 else "en"
    return Article(id="0" * 12, path="a.txt", text=text, sha256="0" * 64, language=language)


def prepared(text: str, rules: RuleSet, spans: list[tuple[int, int]]) -> Document:
    document = document_of(article(text), rules)
    sentences.split(document, rules)
    for start, end in spans:
        index = document.sentences.index(document.sentence_at(start))
        document.drafts.append(Draft(start, end, text[start:end], index, Decimal(1)))
    places.find(document, rules)
    places.assign(document, rules)
    give_back(document, article(text), rules)
    return document


def parsed(marked: str) -> tuple[str, list[tuple[int, int]], list[list[str]]]:
    text, spans, wanted, last = "", [], [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        wanted.append(match[2].split("/"))
        text, last = text + match[1], match.end()
    return text + marked[last:], spans, wanted


def alike(found: str | None, wanted: list[str]) -> bool:
    plain = FULL.sub("", found or "").casefold()
    return any(
        plain in FULL.sub("", w).casefold() or FULL.sub("", w).casefold() in plain for w in wanted
    ) and bool(plain)


def place_of(text: str, number: str, rules: RuleSet) -> str | None:
    start = text.rindex(number)
    return prepared(text, rules, [(start, start + len(number))]).drafts[0].fields["place"]


@pytest.mark.parametrize("marked", ARTICLES, ids=lambda marked: MARKED.sub(r"\1", marked).split("\n")[0][:40])
def test_every_figure_of_an_article_goes_to_its_owner(marked: str, rules: RuleSet) -> None:
    text, spans, wanted = parsed(marked)
    document = prepared(text, rules, spans)
    wrong = [
        (draft.text, draft.fields["place"], owners, draft.why["place"])
        for draft, owners in zip(document.drafts, wanted, strict=True)
        if not alike(draft.fields["place"], owners)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("四川的就业增长3%。浙江与四川协作，吸纳务工人员21万人", "21万", "浙江"),
        ("杭州产量占全国的12%", "12%", "杭州"),
        ("Hubei's Wuhan added 300 jobs", "300", "Wuhan"),
        ("Wuhan in Hubei province added 300 jobs", "300", "Wuhan"),
        ("Unemployment fell to 4% in Japan", "4%", "Japan"),
        ("Elm Village, Oak Town, Tonglu County, is old. The village has 40 men", "40", "Elm Village"),
        ("Hill College opened. Men met at Elm Park. The college has 40 beds", "40", "Hill College"),
        ("福建省泉州晋江市新增就业3200人", "3200", "晋江"),
        ("英國失業率為4.7%", "4.7%", "英國"),
        ("臺北市新增就業300人", "300", "臺北"),
        ("沿长江西岸，安庆有职工320人", "320", "安庆"),
        ("其中山东增长5%", "5%", "山东"),
        ("公安机关办理案件320件", "320", None),
        ("Wages rose by 3%", "3%", None),
    ],
)
def test_the_place_in_force(text: str, number: str, place: str | None, rules: RuleSet) -> None:
    assert place_of(text, number, rules) == place


def test_a_dateline_and_a_source_own_no_figures(rules: RuleSet) -> None:
    text = "SHANGHAI, March 3 (Xinhua) -- Ningbo City added 300 jobs. Another 200 jobs came in May."
    assert place_of(text, "200", rules) == "Ningbo"


def test_places_listed_in_a_clause_leave_the_next_one_to_what_it_is_about(rules: RuleSet) -> None:
    text = "Tonglu County opened 3 offices in Jilin, Hainan and Hubei, and hired 52 cooks for them."
    assert place_of(text, "52", rules) == "Tonglu County"


def test_what_tells_where_a_place_lies_owns_no_figures(rules: RuleSet) -> None:
    text = "Ningbo, a port city in east China's Zhejiang Province, added 300 jobs. Spain added 20."
    assert place_of(text, "300", rules) == "Ningbo"


def test_where_the_staff_of_a_firm_are_is_told_of_once(rules: RuleSet) -> None:
    text = (
        "Retailer Brightsell Group opened.\n\nBrightsell Group, which has 52 cooks in Spain, made 3 million."
    )
    assert place_of(text, "3 million", rules) == "Brightsell Group"


def test_a_common_word_counts_as_a_county_only_in_company(rules: RuleSet) -> None:
    assert place_of("公安县就业稳定。公安新增就业3200人", "3200", rules) == "公安"
    assert place_of("公安新增就业3200人", "3200", rules) is None
    assert place_of("今年，义乌新增就业3200人", "3200", rules) == "义乌"


def test_words_for_a_place_stand_for_the_articles_own(rules: RuleSet) -> None:
    text = "兰溪市扩大就业\n兰溪向金华和杭州学习，全市新增就业3200人，全省新增86万人"
    assert place_of(text, "3200", rules) == "兰溪"
    assert place_of(text, "86万", rules) == "浙江"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("浙江招工。江西出台办法。全省新建渔港300座", "江西"),
        ("浙江招工。江西出台办法。我省新建渔港300座", "浙江"),
        ("全国招工。四川招工。在贵州毕节，渔港开放。全省新建渔港300座", "贵州"),
        ("西北鱼苗投放\n西北的渔业兴旺。在新疆，鱼苗投放。全区投放鱼苗300吨", "新疆"),
        ("西北鱼苗投放\n西北的渔业兴旺。在陕西洛川，鱼苗投放。渔民老王投放鱼苗300吨", "洛川"),
    ],
)
def test_the_whole_province_is_the_one_that_the_sentence_before_opens_with(
    text: str, place: str, rules: RuleSet
) -> None:
    assert place_of(text, "300", rules) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("宁夏已在福州、厦门等地设站300个", "宁夏"),
        ("云屏集团近日在西安开店300家", "云屏集团"),
        ("浙江今年招工，在杭州招300人", "杭州"),
        ("中国在埃及建成渔港300座", "埃及"),
    ],
)
def test_where_a_place_or_firm_did_something_owns_no_figure(text: str, place: str, rules: RuleSet) -> None:
    assert place_of(text, "300", rules) == place


def test_a_firm_told_of_in_a_place_is_told_of_further(rules: RuleSet) -> None:
    text = "全国招工。全国渔业兴旺。在黑龙江，云屏集团今年招工。渔民老王打鱼300吨"
    assert place_of(text, "300", rules) == "云屏集团"


@pytest.mark.parametrize(
    ("text", "place"),
    [("在双鸭山矿区，渔民300人", "双鸭山"), ("阳泉矿区渔民很多，矿区渔民300人", "矿区")],
)
def test_what_many_cities_have_is_a_district_only_behind_the_city(
    text: str, place: str, rules: RuleSet
) -> None:
    assert place_of(text, "300", rules) == place


def test_a_firm_the_article_introduces_counts_everywhere(rules: RuleSet) -> None:
    text = "Insurance group Blue Harbour opened in Leeds. Sales rose. Blue Harbour cut 300 jobs"
    assert place_of(text, "300", rules) == "Blue Harbour"


def test_the_mentions_stand_where_they_are_in_the_text(rules: RuleSet) -> None:
    text = "杭州、宁波分别新增3人、5人。\nIn Ohio and the UK, 3 jobs."
    document = prepared(text, rules, [])
    assert [text[m.start : m.end] for m in document.places] == ["杭州", "宁波", "Ohio", "UK"]


@settings(deadline=None, max_examples=60)
@given(
    st.text(
        alphabet=st.sampled_from(list("北京市浙江省杭州全国公司的、，。（5 ABU.S,and in City's\n")),
        max_size=200,
    )
)
def test_any_text_gets_through_and_mentions_stay_in_order(text: str) -> None:
    rules = drafting.rules()
    numbers = [m.span() for m in re.finditer(r"\d+", text)]
    document = Document(article(text))
    sentences.split(document, rules)
    if not document.sentences:
        return
    document = prepared(text, rules, numbers)
    starts = [m.start for m in document.places]
    assert starts == sorted(starts)
    assert all(0 <= m.start < m.end <= len(text) for m in document.places)
    assert all("place" in draft.fields for draft in document.drafts)


@pytest.mark.parametrize(
    "piece", ["北京5", "全省5、", "the city 5 ", "A", "Ab District ", "截至目前", "5 in the US and "]
)
def test_time_grows_with_the_length_of_a_sentence(piece: str, rules: RuleSet) -> None:
    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        document = Document(article(text))
        document.sentences = [Sentence(0, len(text), text, "zh" if piece[0] >= "\u4e00" else "en", 0)]
        document.drafts = [Draft(m.start(), m.end(), m[0], 0, Decimal(1)) for m in re.finditer(r"\d", text)]
        start = time.process_time()
        places.find(document, rules)
        places.assign(document, rules)
        return time.process_time() - start

    seconds(100)
    # Ten times the text may take thirty times as long on a noisy machine, not a hundred times.
    assert seconds(40_000) <= 30 * seconds(4_000) + 0.2


def test_a_place_named_once_is_known_by_the_figures_told_of_it(rules: RuleSet) -> None:
    text = "分县市看，澜东县常住人口45.3万人，石浦市常住人口62.1万人。"
    document = prepared(text, rules, [])
    assert [mention.value for mention in document.places] == ["澜东县", "石浦市"]


def test_where_a_photo_was_taken_owns_no_figures(rules: RuleSet) -> None:
    told = "Nurses in Spain treated 900 guests.\n\nThe clinics in Spain hired 300 cooks.\n"
    text = f"Clinics are full\n\nPeople waiting in line at one of the clinics in Derby\n\n{told}"
    assert place_of(text, "300", rules) == "Spain"
    hired = "Clinics hired 300 cooks.\n\n"
    text = f"Clinics are full\n\nPeople waiting in line at one of the clinics in Derby\n\n{hired}{told}"
    assert place_of(text, "300", rules) == "Spain"


def test_the_country_is_the_one_that_the_sentence_before_opens_with(rules: RuleSet) -> None:
    text = "Spain grew.\n\nJapan shrank for a second month. The country lost 300 jobs.\n\n"
    assert place_of(text, "300", rules) == "Japan"
    text = f"Spain grew.\n\nSpain is old.\n\n{text}The country hired 900 cooks."
    assert place_of(text, "900", rules) == "Spain"


def test_a_firm_named_once_far_down_is_not_what_the_article_is_about(rules: RuleSet) -> None:
    lines = ["今年新增岗位3200个。"] * 6 + ["云海新能源有限公司招聘320人。"]
    assert prepared("稳岗工作取得成效\n" + "\n".join(lines), rules, []).home is None


def test_a_dateline_is_where_the_news_was_written(rules: RuleSet) -> None:
    text = "DALLAS, TX / June 8, 2023 / Some 300 jobs were added"
    assert place_of(text, "300", rules) == "U.S."


def test_a_body_that_many_countries_have_is_that_of_the_article(rules: RuleSet) -> None:
    text = "Nigeria slowed down. Prices rose 5%, the National Bureau of Statistics said. Jobs fell by 300"
    assert place_of(text, "300", rules) == "Nigeria"


def test_what_stands_behind_its_province_in_the_title_is_home():
    text = "Jilin Fusong: farmers insured\n\nIn Fusong County, 3,100 farmers took part. They sold 500 tons.\n"
    claims = extract(article_from_text(text), drafting.rules())
    assert [claim.place for claim in claims] == ["Fusong County", "Fusong County"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("环县洪德镇养羊300只", "洪德镇"),
        ("他带着村里人养羊300只", None),
        ("环县推行“一街道一品牌”做法，养羊300只", "环县"),
        ("环县洪德镇苏家村养羊300只", "苏家村"),
        ("走进环县洪德镇，羊舍有羊300只", "洪德镇"),
    ],
)
def test_a_name_by_its_shape_begins_behind_its_county_and_in_no_slogan(
    text: str, place: str | None, rules: RuleSet
) -> None:
    assert place_of(text, "300", rules) == place


def test_what_a_bracket_tells_of_a_part_goes_on_no_further():
    text = "临江市月人均补助250元（浑江区258元、靖宇县234元）；保障低保对象300户。\n"
    assert [claim.place for claim in extract(article_from_text(text), drafting.rules())][-1] == "临江"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of May, Tianba county in southwest China's Sichuan Province had 30 mills.", "Tianba county"),
        ("As of May, Ningbo city in east China's Zhejiang had taken in 30 millers.", "Ningbo"),
    ],
)
def test_what_a_county_lies_in_owns_none_of_its_figures(text, expected):
    assert drafting.field(text, "place", "en") == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("浙江海鱼热销；对日本、韩国分别出口300吨、200吨。", "浙江"),
        ("浙江海鱼产量增长，比江苏、福建分别多300吨、200吨。", "浙江"),
        ("江苏、福建分别出口300吨、200吨。", "江苏"),
    ],
)
def test_a_list_of_those_one_sells_to_or_is_held_against_owns_no_figures(text, place):
    claims = extract(article_from_text(text), drafting.rules())
    assert claims[0].place == place


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kansas City", "Kansas City"),
        ("Mexico City", "Mexico City"),
        ("Oklahoma City", "Oklahoma City"),
        ("Salt Lake City", "Salt Lake City"),
        ("Oak City", "Oak City"),
        ("Dingxi City", "Dingxi"),
        ("Yangwan City", "Yangwan"),
        ("Singapore city", "Singapore"),
    ],
)
def test_a_city_keeps_what_tells_it_from_another_place_or_a_thing(name: str, place: str):
    assert drafting.field(f"In 2023 {name} opened 30 parks.", "place", "en") == [place]


def test_who_is_asked_and_who_answers_are_where_the_paragraph_before_went():
    visit = "杭州招工40人。杭州很大。\n在宁波的渔港，渔民很多。\n"
    text = visit + "记者：渔船有9艘？\n渔民 李明：有30艘。\n渔船共80艘。"
    assert drafting.field(text, "place", "zh") == ["杭州", "宁波", "宁波", "杭州"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Reading's docks hired 300 men.", ["Reading"]),
        ("Reading tests took 300 days in Leeds.", ["Leeds"]),
    ],
)
def test_what_a_common_word_owns_makes_it_a_name(text, places):
    assert drafting.field(text, "place", "en") == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("江西是全国渔业大省之一，渔港320座。", "江西"),
        ("江西依托东盟合作优势，新建渔港320座。", "江西"),
        ("江西靠中东客户，卖出渔船320艘。", "江西"),
        ("中东渔船达320艘。", "中东"),
        ("彩云社区去年成立。江西计划在工业园区新建驿站320个。", "江西"),
    ],
)
def test_what_somebody_is_or_works_with_or_any_site_owns_no_figures(text, place):
    assert drafting.field(text, "place", "zh") == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Wuhan, Changsha and Nanchang took 9%, 7% and 6% of the sales.", ["Wuhan", "Changsha", "Nanchang"]),
        ("Wuhan and Changsha took 9%, 7% and 6% of the sales.", ["Changsha"] * 3),
        ("Wuhan and Changsha took 9% of the sales, 7% more than in May.", ["Changsha"] * 2),
    ],
)
def test_as_many_numbers_as_places_in_a_row_are_shared_out(text, places):
    assert drafting.field(text, "place", "en") == places


def test_what_several_places_did_together_is_over_with_its_sentence():
    text = (
        "India added 900 members.\n\n"
        "Maharashtra, Gujarat and Delhi were in the lead. Some 300 of them were women.\n\n"
        "Maharashtra was in the lead. Some 40 of them were women."
    )
    document = drafting.drafted(text, "en")
    assert [draft.fields["place"] for draft in document.claims] == ["India", "India", "Maharashtra"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("India hired 300 cooks. Goa alone hired 40. Of all, 30 are women.", ["India", "Goa", "India"]),
        ("India is old. Goa alone hired 40 cooks. Of all, 30 are women.", ["Goa", "Goa"]),
        ("India hired 300 cooks. Goa hired 40. It pays 30 of them.", ["India", "Goa", "Goa"]),
    ],
)
def test_what_is_told_behind_a_part_of_the_whole_is_of_the_whole_again(text, places):
    assert drafting.field(text, "place", "en") == places


def test_a_firm_keeps_the_figures_of_what_it_does_in_a_place_behind_them():
    text = "Toyota pays 300 dollars. It hired 40 cooks in Ohio."
    assert set(drafting.field(text, "place", "en")) == {"Toyota"}


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("印度商务部公布，出口300亿美元。", "zh", "印度"),
        ("商务部公布，出口300亿美元。", "zh", "全国"),
        ("Japan's Ministry of Education closed 300 schools.", "en", "Japan"),
    ],
)
def test_an_office_behind_the_name_of_a_country_is_that_country_s(text, language, place):
    assert drafting.field(text, "place", language) == [place]
