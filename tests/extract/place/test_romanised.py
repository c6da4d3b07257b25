"""Counties and districts of China go by romanised names, many of which are people's names, too."""

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
