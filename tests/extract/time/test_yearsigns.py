"""An article without a date is dated by what it says of years."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.drafting import drafted, field, rules
from tui.articles import article_from_text
from tui.extract.engine import draft_document

SENTENCES = [
    "In October 50 ferries sailed, against 40 in October {y}.",
    "Output grew by 3% in {y}.",
    "Sales will reach 5 million dollars this year and 6 million in {y}.",
    "At the end of {y} the town had 35 schools.",
    "The port was founded in {y}.",
    "By {y} the town will have 40 schools.",
    "In the first half of {y}, 300 people were hired.",
    "Last year 40 schools opened, more than in {y}.",
    "Since {y}, 300 people were hired.",
    "In March 60 ferries sailed.",
]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In October 50 ferries sailed. Compared with October 2003, that was 25% more.", "2004"),
        (
            "In October 50 ferries sailed. Growth of 2.6% is forecast for this year and of 2.9% in 2005.",
            "2004",
        ),
        ("Fares rose 5% in March, a year after the flood of May 2011.", "2012"),
        ("Last year 5 ferries sailed, 4 more than in 2003.", "2005"),
        ("This year 50 ferries sailed, 3% more than in 2003. In May 40 did.", "2004"),
        ("In May 50 ferries sailed. The total for the year to date is 3% below that of 2003.", "2004"),
        ("In October 50 ferries sailed. From July-October of 2018-19 the port took in 300.", "2018"),
        ("In July 90 ferries sailed. From 2018 to 2022 it was 50 in July on average.", "2023"),
        ("This year 9 ferries sail. From 2015 to June 2018, the port built 4 piers.", "2018"),
        ("Output grew by 3% in 2012 and by 4% in 2013. In April 50 ferries sailed.", "2014"),
        ("The firm plans 30 schools this year. At the end of 2016 it had 20.", "2017"),
        ("The port took in 300 ships in 2019 and expects 400 this year.", "2020"),
        ("Fares will go up by 2% in January 2017, 50 years after the last rise.", "2016"),
        ("Since October 2021, 300 homes were built. By September 40 of them were let.", "2022"),
        ("The port said on Thursday that it took in 300 ships in 2013. A pier opens in 2016.", "2014"),
        ("In the first half of 2022 rents rose 3%. In the first half of this year 30 ships came.", "2022"),
        ("For 2022 as a whole the port expects 300 ships.", "2022"),
        ("In 2025 the port will open 40 piers. In March, 300 ships came.", "2025"),
        ("From January to June 2024, 300 ships came. In the first half of the year 40 men left.", "2024"),
        ("From January to October 2011, 300 ships came. By 2012 the port will have 40 piers.", "2011"),
        ("In the first seven months of 2026, 56 firms came. By 2027 the park is to have 500.", "2026"),
        ("In 2023 the city strives to open 300 shops. Last year 40 men left.", "2023"),
        ("The council passed a budget of 300 pounds for 2016. Last year it spent 40.", "2016"),
        ("So far in 2016, 300 people were hired. Last year it was 40.", "2016"),
        ("Some 300 men left in 2025. In December alone it was 40.", "2026"),
        ("Some 300 men left in 2025. This January it was 40.", "2026"),
        ("Since the beginning of 2024, 300 ships came. In June 40 men left.", "2024"),
        ("It was learned from the port on July 17 that in May 2024, 300 ships came.", "2024-07-17"),
        ("In March 300 ships came. Fares have doubled since March 2008.", "2009"),
        ("Fair in Leeds\nMarch 6. The first big fair in Leeds in 2021 opened on the 6th.", "2021-03-06"),
        ('Fair in Leeds\nMarch 6. Today the Leeds 2021 "Spring Fair" was opened.', "2021-03-06"),
        ("Fair in Leeds\nJanuary 18. In 2020, 300 people came, the port said on the 18th.", "2021-01-18"),
        ("Last year (2017) 300 ships came. In March 40 men left.", "2018"),
        ("This is the first year of the 14th Five -Year Plan. In March 300 ships came.", "2021"),
        (
            "On 10 November the port told of October 2022. Fares rose 3%. By 2023 it will have 40 piers.",
            "2022-11-10",
        ),
        ("In May 2011, 40 ships came. Growth of 5% would be the first since 2005.", "2011"),
        ("Between October 2009 and May, fares rose by 5%. The port hopes for 30 ferries by 2013.", "2010"),
        (
            "Output grew by 3% in 2005. The budget for 2007 foresees 40 schools. Fares rose 2% this year.",
            "2006",
        ),
    ],
)
def test_an_english_article_is_of_the_year_that_most_speaks_for(text, year):
    assert drafted(text, "en").date == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1至10月，全市新建学校35所，比2018年同期增加4所。", "2019"),
        ("今年，全市将新建学校35所。2015年，全市新建学校30所。", "2016"),
        ("“十三五”开局之年，全市新建学校35所。2015年，全市新建学校30所。", "2016"),
        ("2017年以来，全市推行新办法。四年来，新建学校35所。", "2021"),
        ("今年国庆假期，接待游客35万人次。2019年国庆假期，接待游客40万人次。", "2020"),
        ("12月9日，统计局公布，2018年全市招生35万人。尽管今年夏季少雨，学校仍增加5所。", "2018-12-09"),
        ("新中国成立70周年之际，全市有学校35所。", "2019"),
        ("脱贫攻坚收官之年，全市新建学校35所。", "2020"),
        ("今年（2024年）上半年，全市新建学校35所。", "2024"),
        ("今年（2024年）以来，全市新建学校35所。", "2024"),
        ("自2024年1月以来，全市新建学校35所。", "2024"),
        ("进入2024年，全市新建学校35所。6月，开学30所。", "2024"),
        ("2024年，全市力争新建学校35所。去年新建30所。", "2024"),
        ("一、2023年工作回顾\n新建学校35所。\n二、2024年工作安排\n今年新建学校30所。", "2024"),
        ("2023年，全市新建学校35所。12月，新建3所。", "2024"),
        ("2016年高考今天开考，全市有考生35人。去年有30人。", "2016"),
        ("2024年初以来，全市新建学校35所。6月，开学30所。", "2024"),
    ],
)
def test_a_chinese_article_is_of_the_year_that_most_speaks_for(text, year):
    assert drafted(text, "zh").date == year


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The school, founded in 1923, has 300 pupils. Some 40 of them sing.", "en"),
        ("The wing with 35 beds replaces wards built in 1936.", "en"),
        ("Fares rose by 5% in August, after 4% in July.", "en"),
        ("By 2025 the port will have 40 piers. In March, 300 ships came.", "en"),
        ("By 2025 the port will have 40 piers, and 60 by 2030. In March, 300 ships came.", "en"),
        ("到2025年，全市将建成学校35所。3月，开学30所。", "zh"),
        ("今年前两个月，全市新建学校35所。截至3月9日，开学30所。", "zh"),
    ],
)
def test_no_year_is_made_up_where_none_can_be_told(text, language):
    assert drafted(text, language).date == ""


def test_late_months_told_of_early_in_the_next_year_are_those_of_the_year_before():
    text = "In December, 50 ferries sailed. Over 2004 as a whole, 60 did. The port will build 3 this year."
    assert drafted(text, "en").date == "2005"
    assert field(text, "period", "en")[0] == "2004-12"


def test_what_holds_from_one_of_the_next_months_on_is_to_come():
    text = "自8月1日起，每人每月标准提高到2490元。"
    assert field(text, "period", "zh", "2023-07-28") == ["2023-08-01/.."]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.integers(1990, 2010)), max_size=5),
    st.integers(1, 20),
)
def test_years_told_of_later_date_an_article_just_so_much_later(told, later):
    def date(by: int) -> str:
        return drafted(" ".join(sentence.format(y=year + by) for sentence, year in told), "en").date

    first = date(0)
    assert date(later) == (str(int(first) + later) if first else "")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("国内快讯\n统计局今天（1月31日）发布，2019年产量增长3%。", "2020-01-31"),
        ("国内快讯\n截至2019年8月底，就业增长3%。今天（9月26日）举行发布会。", "2019-09-26"),
        ("国内快讯\n今天（9月26日）举行发布会，2019年产量增长3%。", "2019-09-26"),
        ("Jobs rose in 2018\nOslo, Jan. 9 (Wire) -- Jobs rose by 3% in 2018.", "2019-01-09"),
        ("Jobs rose\nOslo, Nov. 9 (Wire) -- Jobs rose by 3% in 2018.", "2018-11-09"),
        (
            "Jobs rose\nOslo, Oct. 9 (Wire) -- So far this year jobs rose by 3%. In 2015 it was 2%.",
            "2016-10-09",
        ),
        ("Jobs rose\nOslo, May 9 (Wire) -- Since the start of 2016 jobs rose by 3%.", "2016-05-09"),
        (
            "Jobs rose\nOslo, Nov. 9 (Wire) -- So far this year jobs rose by 3%. In 2015 it was 2%.",
            "2016-11-09",
        ),
        (
            "Jobs rose\nOslo, Feb. 21 (Wire) -- Since Spring Festival of 2021 rents rose 3%, in 2020 2%.",
            "2021-02-21",
        ),
        ("Jobs rose\nOslo, Feb. 29 (Wire) -- Jobs rose by 3% in 2018.", "2019"),
        ("Jobs rose\nOslo, Feb. 21 (Wire) -- Jobs rose by 3%.", ""),
    ],
)
def test_a_date_whose_head_leaves_out_the_year_takes_it_from_the_text(text, date):
    assert draft_document(article_from_text(text), rules()).date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # 12 November was a Wednesday in 2014, a Thursday in 2015 and a Saturday in 2016.
        (
            "Jobs fall\nOslo, Nov 12 (Wire) -- Jobs fell, it said on Thursday. In 2014 pay fell 3%.",
            "2015-11-12",
        ),
        (
            "Jobs fall\nOslo, Nov 12 (Wire) -- Jobs fell, it said on Wednesday. In 2014 pay fell 3%.",
            "2014-11-12",
        ),
        ("Jobs fall\nOslo, Nov 12 (Wire) -- Jobs fell, it said Friday. In 2015 pay fell 3%.", "2016-11-12"),
        ("Jobs fall\nThursday, Nov 12\nJobs fell. In 2014 pay fell 3%.", "2015-11-12"),
        ("Jobs fall\nOslo, Nov 12 (Wire) -- Jobs fell, it said. Pay fell 3% in 2014.", "2014-11-12"),
        (
            "Jobs fall\nOslo, Nov 12 (Wire) -- Jobs fell. On Monday, Nov. 9, 5 men left. In 2014 40 did.",
            "2015-11-12",
        ),
        ("Jobs rise\nOslo, Jan 5 (Wire) -- On Thursday, Dec. 31, 5 men came. In 2015, 40 did.", "2016-01-05"),
        (
            "Jobs fall\nOslo, Nov 12 (Wire) -- Jobs fell. A vote will be on Thursday. In 2014 pay fell 3%.",
            "2014-11-12",
        ),
        ("国内快讯\n11月12日（星期四），统计局发布，2014年产量增长3%。", "2015-11-12"),
        ("国内快讯\n本报11月12日讯 统计局周四发布，2014年产量增长3%。", "2015-11-12"),
    ],
)
def test_a_weekday_tells_in_which_year_its_day_falls_on_it(text, date):
    assert draft_document(article_from_text(text), rules()).date == date


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("This year 5 men came.\n\nPay is low.\n\nIn 2019 he came home with 300 dollars.", "en", ""),
        ("今年，全市有学校35所。\n学费不高。\n2015年，老王回到老家，办学校5所。", "zh", ""),
        ("This year 5 men came.\n\nPay is low.\n\nIn 2019, 30 left. This year 40 did.", "en", "2020"),
    ],
)
def test_a_year_named_far_from_this_year_dates_nothing_by_itself(text, language, date):
    assert drafted(text, language).date == date


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("So far this year 50 trains ran, exceeding the 40 trains in the whole of 2022.", "en", "2023"),
        ("So far this year 50 trains ran, more than in all of 2022.", "en", "2023"),
        ("Sales this year have already topped the full-year figure of 2022, at 50 dollars.", "en", "2023"),
        ("今年已开行班列50列，超过2022年全年。", "zh", "2023"),
        ("今年已开行班列50列，比2022年全年还多3列。", "zh", "2023"),
        ("This year 50 piers came. In May 2024 the port will open 40 more.", "en", "2023"),
        ("In May 2024 the port will open 40 more piers.", "en", "2024"),
        ("Profit for the six months ended Dec. 31, 2008, was 24 dollars.", "en", "2009"),
        ("In the year to December 2008 profit was 24 dollars.", "en", "2009"),
    ],
)
def test_a_whole_year_surpassed_is_the_last_one_and_a_month_with_its_year_none_of_this(text, language, date):
    assert drafted(text, language).date == date


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        (
            "Boat sales fell in December. Some 300 were sold last month, 5% fewer than in December 2007.",
            "en",
            "2009-01",
        ),
        ("Rents rose in May. Some 40 homes were let last month, against 30 in May 2012.", "en", "2013-06"),
        ("12月，汽车销量下降。上月共售出300辆，比2007年12月减少5%。", "zh", "2009-01"),
        ("Rents rose in May. By March 2013 some 40 homes will be let.", "en", "2012"),
    ],
)
def test_an_article_that_calls_the_month_it_tells_of_last_month_is_of_the_next(text, language, date):
    assert drafted(text, language).date == date


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "The port put out its “Crew Report for the Third Quarter of 2019”. It sought 40 men in 2017.",
            "2019",
        ),
        ("The port put out its Crew Report for 2019. It sought 40 men in 2017.", "2018"),
    ],
)
def test_a_report_on_a_quarter_comes_out_no_year_before(text, year):
    assert drafted(text, "en").date == year


def test_news_of_what_holds_from_a_day_on_are_of_its_year():
    text = "From July 1, 2012, the fee is 300 dollars. Since 2009, 40 piers were built. This year it is 5."
    assert drafted(text, "en").date == "2012"


def test_what_comes_every_year_is_called_by_its_year():
    text = "In this year's pay talks and the 2024 spring pay talks, 300 guilds struck, as 40 did in 2023."
    assert drafted(text, "en").date == "2024"


def test_a_headline_leaves_out_the_year_that_the_lead_names():
    text = "Trade fell. In the first half of 2016 trade fell by 3%. In the first half of the year 5 came."
    assert drafted(text, "en", headline="Trade falls in the first half of this year").date == "2016"


def test_news_of_a_season_are_of_its_year():
    text = "2023年暑运结束\n7月1日至8月31日，客运量8亿人次。今年8月，酒店预订量增长3%。"
    assert drafted(text, "zh").date[:4] == "2023"


def test_a_day_in_the_lead_outweighs_what_seems_to_be_planned():
    text = "On March 15, 2024, 300 jobs were announced. The figure may be revised, as that of 2023 was, by 5."
    assert drafted(text, "en").date == "2024-03-15"


def test_a_day_in_the_lead_outweighs_a_later_year_that_nobody_calls_one_to_come():
    text = "As of October 12, 2016, 300 boats had sailed this year. In 2017 the port is 5 years old."
    assert drafted(text, "en").date == "2016-10-12"


@pytest.mark.parametrize(
    ("text", "published", "guessed"),
    [
        ("In 2016, 300 people were hired.", None, True),
        ("In 2016, 300 people were hired.", "XXXX-05-04", True),
        ("In 2016, 300 people were hired.", "2017-05-04", False),
        ("On 25 January 2016 the port said that it had hired 300 people.", None, False),
        ("300 people were hired.", None, False),
    ],
)
def test_a_year_is_a_guess_where_another_one_is_as_likely(text: str, published: str | None, guessed: bool):
    assert drafted(text, "en", published=published).year_guessed is guessed
