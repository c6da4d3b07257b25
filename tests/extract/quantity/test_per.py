"""What a sum is paid for is told once and holds for the same sum told again."""

import pytest

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract


def _per(text: str) -> list[str | None]:
    return [claim.per for claim in extract(article_from_text(text + "\n"), drafting.rules())]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        (
            "The mean wage was 900 dollars a month. Nurses had a mean wage of 1,100 dollars.",
            ["month", "month"],
        ),
        ("The mean wage was 900 dollars a month. The mean rent was 800 dollars.", ["month", None]),
        ("The mean wage was 900 dollars a month. Cooks won unpaid wages of 90,000 dollars.", ["month", None]),
        ("The mean wage was 900 dollars a month. Nurses want 1,100 dollars.", ["month", "month"]),
        ("The mean wage was 900 dollars a month. Nurses want 90,000 dollars.", ["month", None]),
        ("The mean wage was 900 dollars a month. In Spain the mean wage was 950 euros.", ["month", None]),
    ],
)
def test_a_sum_keeps_the_denominator_of_the_same_sum_before_it(text: str, per: list[str | None]) -> None:
    assert _per(text) == per


def test_what_stands_behind_a_bracket_is_said_of_the_sum_in_it_too() -> None:
    assert _per("A miller earns 95 yuan (about $14) per day.") == ["day", "day"]
    assert _per("A mill cost 95 yuan ($14), which is paid.") == [None, None]


def test_a_change_has_the_denominator_of_what_changed() -> None:
    assert _per("Drivers work 8.4 hours a day, 1.2 hours less than in 2019.") == ["day", "day"]
    assert _per("Drivers work 8.4 hours a day, and 38% more drivers came.") == ["day", None]


def test_a_change_has_the_denominator_of_the_level_that_it_led_to() -> None:
    text = "Cod fell $4.60, or 7.1%, to settle at $60 a barrel. Cod fell $3, and salt costs $2 a barrel."
    assert _per(text) == ["barrel", None, "barrel", None, "barrel"]


def test_a_bare_number_behind_a_sum_of_its_size_is_a_sum() -> None:
    text = "The ticket was 5 yuan a person, now it is 60. Sales were 26 million yuan in 80 shops.\n"
    units = [claim.unit for claim in extract(article_from_text(text), drafting.rules())]
    assert units == ["CNY", "CNY", "CNY", "shop"]


def test_a_clause_that_opens_a_sentence_says_for_whom_each_sum_is() -> None:
    assert _per("For each worker who stays in town, a grant of 500 yuan is paid.") == ["person"]
    assert _per("For each worker there is a bed. A grant of 500 yuan is paid.") == [None]


def test_each_of_a_noun_and_each_spell_join_in_chinese() -> None:
    assert _per("每条生产线每天下线汽车300辆。") == ["line-day"]
    assert _per("每站配备医生3名、护士30名，共有病床90张。") == ["station", "station", None]


def test_what_all_residents_have_each_those_of_the_towns_have_each() -> None:
    text = "全体居民人均可支配收入27861元，增长4.4%。按常住地分，城镇居民31290元；向居民发放补贴3000万元。"
    assert _per(text) == ["person", None, "person", None]


def test_what_a_number_grew_to_has_the_denominator_of_what_it_grew_from() -> None:
    assert _per("Output grew from 300 carts a day in May to 900.") == ["day", "day"]
    assert _per("It drew 300 cooks a year, bringing the total to 900.") == ["year", None]


def test_what_a_number_is_held_against_has_its_denominator_if_it_is_of_its_size() -> None:
    assert _per("The number of cooks per mill was 2.6, compared with 1.9 in 2019.") == ["mill", "mill"]
    assert _per("Mills took on 30 cooks a month, compared with 900 in all of 2023.") == ["month", None]


def test_each_is_each_of_those_who_are_paid() -> None:
    assert _per("Cooks were paid an average of 300 dollars each.") == ["person"]
    assert _per("The town built two piers for 300 dollars each.") == [None, "pier"]


def test_a_place_among_others_is_shared_out_over_nothing() -> None:
    assert _per("该县人均收入9000元，位居全省各县（市、区）第2。") == ["person", None]


def test_each_new_one_is_named_behind_its_counter_and_newly() -> None:
    assert _per("每所新建幼儿园补助20万元。") == ["kindergarten"]
    assert _per("每张新增床位补助1万元。") == ["bed"]
    assert _per("每张床位补助1万元。") == ["bed"]


def test_a_spell_named_behind_a_counter_is_what_it_is_per() -> None:
    assert _per("平均每个工作日登记300人。") == ["day"]


def test_what_each_of_a_list_was_raised_to_has_the_denominator_of_what_it_was_raised_from() -> None:
    text = "补助标准由每人每月300元、400元，分别提高到350元、460元。"
    assert _per(text) == ["person-month"] * 4
    assert _per("每月补贴300元，小微企业担保贷款最高额度提高到5万元。") == ["month", None]


def test_what_is_given_over_time_for_each_one_taken_on_is_per_person_and_spell() -> None:
    assert _per("雇主每聘用一名学徒可获每月1500元津贴。") == ["person-month"]
    assert _per("企业每吸纳一名渔工，每年可获补贴5000元。") == ["person-year"]
    assert _per("每新增一张床位每年补助2000元。") == ["year"]


def test_a_denominator_is_read_across_the_end_of_a_wrapped_line() -> None:
    text = "Cooks in the harbour towns did well in spring, and their mean hourly\nwages rose to 26 euros.\n"
    assert [claim.per for claim in extract(article_from_text(text), drafting.rules())] == ["h"]


def test_what_a_cheaper_price_saves_is_no_price_of_one() -> None:
    text = "The price of each kWh was cut by 0.05 yuan, reducing the power cost by over 15 million yuan."
    assert _per(text) == ["kWh", None]


def test_parts_that_make_up_a_sum_have_its_denominator() -> None:
    sum_and_parts = (
        "The premium is 380 yuan per person a year, of which the state pays 260 yuan and the fisher {} yuan."
    )
    assert _per(sum_and_parts.format(120)) == ["person-year"] * 3
    assert _per(sum_and_parts.format(130)) == ["person-year", None, None]


def test_sums_that_only_say_whose_they_are_go_on_with_the_denominator_in_a_name_before() -> None:
    assert _per("渔民年平均工资为8万元。分行业看，金融业9万元，采矿业7万元。") == ["year", "year", "year"]
    assert _per("渔民年平均工资为8万元。渔厂投资9万元，渔业7万元。") == ["year", None, None]
