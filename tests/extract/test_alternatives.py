import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles import article_from_text
from tui.extract.alternatives import OPEN_FIELDS, Alternatives, alternatives
from tui.extract.engine import draft_document


def meant(rules, text, number, published=None):
    article = article_from_text(text, "story.txt")
    start = text.index(number)
    return alternatives(article, rules, start, start + len(number))


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("Total cargo traffic at the port rose by 4.1% in May.\n", "4.1%", "cargo traffic"),
        ("The harbour board hired 320 pilots trained abroad in 2022.\n", "320", "pilots trained abroad"),
        ("In a poll, 61% of riders think that “buses come too late”.\n", "61%", "buses come too late"),
        ("The ferry's ticket price rose to 12 euros. That is 3 euros more.\n", "3 euros", "ticket price"),
        ("青河港完成货物吞吐量320万吨。\n", "320", "货物吞吐量"),
        ("今年，港口培训引航员620人，安置渔民转产就业180人。\n", "180", "渔民转产就业"),
    ],
)  # fmt: skip
def test_the_phrases_round_a_number_are_among_the_first_nine(rules, text, number, subject):
    claims = draft_document(article_from_text(text), rules).claims
    held = [claim.fields.get("subject") for claim in claims if number in claim.text]
    assert subject in [*held, *meant(rules, text, number)["subject"][:9]]


@pytest.mark.parametrize(
    ("text", "number", "torn", "whole"),
    [
        (
            "The placement rate of port academy pilots reached 91.4% in Berlin.\n",
            "91.4%",
            {"placement rate of port", "placement rate of", "reached", "Berlin", "port"},
            {"placement rate", "port academy pilots", "pilots"},
        ),
        (
            "Kelby Town has opened two boat yards and created over 900 jobs since their opening.\n",
            "900",
            {"created", "opened", "jobs since", "yards and created", "boat", "Kelby"},
            {"boat yards"},
        ),
        (
            "青河市全年港口货物吞吐量达到320万吨。\n",
            "320",
            {"口货物吞吐量", "吞吐", "量", "青河市"},
            set(),
        ),
    ],
)
def test_no_torn_phrase_and_no_place_is_offered_as_what_is_measured(rules, text, number, torn, whole):
    found = set(meant(rules, text, number)["subject"])
    claims = draft_document(article_from_text(text), rules).claims
    held = {claim.fields.get("subject") for claim in claims if number in claim.text}
    assert not found & torn
    assert whole <= found | held


@pytest.mark.parametrize(
    ("text", "language", "begins", "ends"),
    [
        (
            "The placement rate of port academy pilots reached 91.4% in Berlin.\n",
            "en",
            "placement",
            {"placement rate", "placement rate of port academy pilots"},
        ),
        ("青河市全年港口货物吞吐量达到320万吨。\n", "zh", "港", {"港口货物吞吐量"}),
        ("Die Zahl der Lotsen im Hafen stieg um 3 Prozent.\n", "de", "Zahl", {"Zahl der Lotsen", "Zahl"}),
    ],
)
def test_what_one_types_goes_on_to_where_phrases_end(rules, text, language, begins, ends):
    document = draft_document(article_from_text(text, "story.txt"), rules)
    assert document.sentences[0].language == language
    start = text.index(begins)
    read = Alternatives(document, rules)
    found = {
        text[start:end]
        for end in range(start + 1, text.rindex("3") if language != "en" else 52)
        if text[end - 1].isalnum()
        and not (text[end].isalnum() and text[end].isascii())
        and read.may_end(start, end)
    }
    assert ends <= found
    assert not {"placement rate of", "placement rate of port", "港口货物", "港口货", "Zahl der"} & found


def test_what_is_said_for_a_whole_list_is_put_before_each_of_its_items(rules):
    text = (
        "Idle rates for small ports (3.4 percent), river ports (3.1 percent) and lakes (9.8 percent) fell.\n"
    )
    document = draft_document(article_from_text(text, "story.txt"), rules)
    first, second, *_rest = document.claims
    first.set("subject", "Idle rates for small ports", "test")
    second.set("subject", "river ports", "test")

    found = Alternatives(document, rules).at(second.start, second.end)["subject"]

    assert found[0] == "Idle rates for river ports"


def test_a_subject_that_begins_a_sentence_is_offered_as_it_stands_inside_one(rules):
    text = "Average fares rose by 4.3% in the year to May.\n"
    assert "average fares" in meant(rules, text, "4.3%")["subject"][:9]


def test_the_value_that_was_read_is_no_alternative(rules):
    text = "The unemployment rate fell to 5.2% in May 2023.\n"
    document = draft_document(article_from_text(text, "story.txt"), rules)
    [claim] = document.claims

    found = Alternatives(document, rules).at(claim.start, claim.end)

    assert claim.fields["subject"] not in found["subject"]


def test_places_near_the_number_come_first_and_in_both_spellings(rules):
    text = "Berlin opened a school. Wuhan trained 320 welders. Shanghai did not.\n"
    places = meant(rules, text, "320")["place"]

    assert places[0] == "Wuhan"
    assert places.index("Berlin") < places.index("Shanghai")


def test_a_place_that_is_only_worked_with_comes_behind_the_articles_own_and_what_holds_it(rules):
    text = (
        "Dingxi opens a school\n\nDingxi City will hold 40 fairs. Anding District of Dingxi City built "
        "12 halls, and Lanzhou hired 9 guards. "
        "The city joins the China-New Zealand projects and trained 320 welders.\n"
    )
    places = meant(rules, text, "320")["place"]
    assert places[:3] == ("Dingxi", "Gansu", "China")
    assert places[-1] == "New Zealand"
    assert places.index("Anding District") < places.index("Lanzhou")


def test_times_are_offered_at_several_precisions(rules):
    text = "On 14 June 2023 the port opened. It hired 320 pilots.\n"
    periods = meant(rules, text, "320")["period"]

    assert {"2023-06-14", "2023-06", "2023"} <= set(periods)


def test_units_are_taken_from_numbers_and_nouns_near(rules):
    text = "The port hired 320 pilots on 12 ships for 4.5 million euros.\n"
    units = meant(rules, text, "320")["unit"]

    assert {"EUR", "ship"} <= set(units)


def test_nothing_is_counted_per_share_or_per_what_it_is_itself(rules):
    text = "The port hired 320 pilots on 12 ships, up 4.5%, or 3 pp more than before, twice the plan.\n"
    found = meant(rules, text, "320")

    assert {"%", "pp", found["unit"][0]} <= set(found["unit"])
    assert set(found["per"]) == set(found["unit"]) - {"%", "pp", "x", "rank", found["unit"][0]}


def test_a_number_that_extraction_passed_over_has_alternatives_too(rules):
    text = "The port of Riga hired pilots in phase 2 of the plan.\n"

    found = meant(rules, text, "2")

    assert {"plan", "pilots", "port of Riga hired pilots"} <= set(found["subject"])


def test_an_empty_article_has_none(rules):
    found = alternatives(article_from_text(" \n", "story.txt"), rules, 0, 1)

    assert set(found) == set(OPEN_FIELDS)


PIECES = [
    "The port",
    "of Riga",
    "rose",
    "5%",
    "by",
    "and",
    "，",
    "青河港",
    "吞吐量",
    "320万吨",
    "(",
    ")",
    "“",
    "”",
    "\n",
    ". ",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_every_phrase_is_text_of_the_article_or_built_of_it(rules, pieces):
    article = article_from_text(" ".join(pieces), "story.txt")
    document = draft_document(article, rules)
    known = Alternatives(document, rules)
    for draft in document.claims:
        for name, values in known.at(draft.start, draft.end).items():
            assert len(values) == len(set(values)), name
            assert all(value and value == " ".join(value.split()) for value in values)


def test_asking_about_many_numbers_of_a_long_article_is_quick(rules):
    text = "The port of Riga moved 320 tons of grain, 41 tons of coal and 5% more timber in May 2023. " * 250
    document = draft_document(article_from_text(text, "story.txt"), rules)
    known = Alternatives(document, rules)
    drafts = document.claims[::25]
    began = time.process_time()
    for draft in drafts:
        known.at(draft.start, draft.end)
    each = (time.process_time() - began) / len(drafts)

    print(f"{1000 * each:.1f} ms a number, of {len(document.claims)}")
    assert each < 0.1  # a few milliseconds on a quiet machine


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        (
            "青岛市就业稳中向好\n\n全市新增就业5200人，我市培训职工830人。崂山区新建学校12所，该区投入3亿元。\n",
            "12",
            ("崂山区", "青岛", "山东", "全国", "青岛市"),
        ),
        (
            "Austin hires\n\nAustin hired 500 clerks in March. York hired 40 porters over the city.\n",
            "40",
            ("York", "Austin", "Texas", "U.S."),
        ),
    ],
)
def test_places_are_offered_by_their_names_and_not_by_words_that_stand_for_them(rules, text, number, places):
    assert meant(rules, text, number)["place"] == places


@pytest.mark.parametrize(
    "text",
    [
        "清河县就业\n\n2023年，清河县新增城镇就业5200人，同比增长4.5%，培训职工1.3万人次。\n",
        "Jobs\n\nIn 2023 the shares were 98% and 76%, with 300 boats, 40 cars and a third of the carts.\n",
    ],
)
def test_any_stretch_of_a_text_may_be_asked_about(rules, text):
    known = Alternatives(draft_document(article_from_text(text, "story.txt"), rules), rules)
    for start in range(len(text)):
        for end in range(start + 1, min(start + 4, len(text) + 1)):
            assert set(known.at(start, end)) == set(OPEN_FIELDS)
