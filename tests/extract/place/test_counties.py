"""Counties and districts of China, whose names are common words and people's names, too."""

import pytest

from tests.extract.drafting import drafted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Linping District has 30 schools. Some 40 Linping people came back.",
            ["Linping District", "Linping"],
        ),
        ("Linping people opened 30 shops.", []),
        ("Wang Jianping opened 30 shops.", []),
        ("In Zhejiang's Anji, 30 shops opened.", ["Zhejiang's Anji"]),
        ("In Huojia, Xinxiang, 200 people were trained.", ["Huojia, Xinxiang"]),
        ("Qian'an and Qianan added 30 jobs.", ["Qian'an", "Qianan"]),
        ("Skills for all in Changyuan City_Everyday Net\nIt has 30 schools.", ["Changyuan City"]),
    ],
)
def test_a_county_or_district_counts_in_company(text: str, found: list[str]) -> None:
    document = drafted(text, "en")
    assert [document.text[place.start : place.end] for place in document.places] == found


@pytest.mark.parametrize(
    ("name", "holder"),
    [
        ("Linping District", "杭州"),
        ("Hualong Hui Autonomous County", "海东"),
        ("Changyuan City", "新乡"),
        ("Chaoyang District", None),  # there are several
    ],
)
def test_what_holds_a_county_or_district_is_known_where_there_is_but_one(
    name: str, holder: str | None
) -> None:
    (place,) = drafted(f"{name} has 30 schools.", "en").places
    known = place.place.within
    assert (known and known.names[0]) == holder


@pytest.mark.parametrize(
    ("text", "places"), [("全国新建校舍30所。", ["全国"]), ("南昌新建招工30人。", ["南昌新建"])]
)
def test_a_common_word_names_a_district_behind_its_city_but_not_behind_the_country(
    text: str, places: list[str]
) -> None:
    document = drafted(text, "zh")
    assert [document.text[place.start : place.end] for place in document.places] == places


def test_a_district_is_not_the_far_city_of_its_name() -> None:
    beijing = drafted("Chaoyang District of Beijing has 30 shops. Chaoyang added 40 shops.", "en")
    liaoning = drafted("Chaoyang City has 30 shops.", "en")
    assert "辽宁" not in [place.place.within.names[0] for place in beijing.places if place.place.within]
    assert [place.place.within.names[0] for place in liaoning.places] == ["辽宁"]


def test_of_places_of_one_name_the_one_beside_its_holder_is_meant_throughout():
    text = (
        "Tongjiang is green. Farmers of Tongjiang, a county under Bazhong city in Sichuan, sold 300 tonnes. "
        "Hunan sold 20 tonnes. The mills of Tongjiang hired 40 men. The province paid 500."
    )
    document = drafted(text, "en")
    told = {place.place.within.names[0] for place in document.places if place.value == "Tongjiang"}
    assert told == {"巴中"}
