import pytest
from msgspec.structs import replace

from tests.extract.drafting import drafted, field
from tui.extract.engine import draft_document
from tui.extract.packs.rules import load_rules


def periods(text: str, language: str, published: str | None = None) -> list[str | None]:
    return field(text, "period", language, published)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2024-05-14", "Over the five-day May Day holiday, 300 people came.", "2024-05-01/2024-05-05"),
        ("2024-03-14", "Over the May Day holiday, 300 people came.", "2023-04-29/2023-05-03"),
        ("2024-03-14", "Over the May Day holiday, 300 people will come.", "2024-05-01/2024-05-05"),
        ("2024-05-14", "Last year's Dragon Boat holiday brought 300 people.", "2023-06-22/2023-06-24"),
        ("2024-12-14", "Some 300 people came at Easter.", "2024-03"),
        ("2025-01-14", "Some 300 people came at Easter.", "2024-03"),
        ("2023-12-14", "Some 300 people will come at Easter.", "2024-03"),
        ("2024-10-09", "On the last day of the National Day holiday, 300 people came.", "2024-10-07"),
    ],
)
def test_feasts_are_those_last_begun_or_to_come(published, text, expected):
    assert periods(text, "en", published) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In May 2024 it sold 40 carts, up by 22% and 13% over the same period in 2019 and 2023."),
        ("en", "In May 2024 pay was up 4% and 2% on the same month last year and on the whole of 2022."),
        ("en", "In May 2024 pay was up 4%, more than in 2021, 2022 and 2023. Some 300 people were hired."),
        ("en", "In May 2024 pay was up 4% and 2% from April and March. Some 300 people were hired."),
        ("zh", "2024年5月，渔船300艘，比2019年、2023年分别增长22%和13%。新建渔港5座。"),
        ("zh", "2024年5月，渔船300艘，较4月和去年5月分别增长22%和13%。新建渔港5座。"),
        ("zh", "2024年5月，出口增速比去年全年和前4月分别加快2和3个百分点。新建渔港5座。"),
    ],
)
def test_all_times_of_a_list_are_compared_with_where_the_first_is(language, text):
    assert set(periods(text, language, "2024-06-14")) == {"2024-05"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "In May 2024 it grew.\n\nIts figures (April in brackets):\n\nCarts: 300 (40)\n\nMen: 90 (80)",
            "2024-04",
        ),
        (
            "en",
            "The data of May 2024 (figures in brackets are for 2023):\n\nCarts: 3 (4)\n\nMen: 9 (8)",
            "2023",
        ),
        (
            "zh",
            "2024年5月数据如下（括号内为去年同期）：\n渔船：300艘（280艘）\n渔港：50座（48座）",
            "2023-05",
        ),
    ],
)
def test_figures_in_brackets_are_of_the_time_that_is_said_for_them(language, text, expected):
    assert periods(text, language, "2024-06-14") == ["2024-05", expected] * 2


def test_the_date_in_a_line_below_the_headline_is_no_time_of_what_is_told():
    headline = "Work brings steady income to the town\nUpdated: 2019-03-12 | Source: Leeds Daily"
    found = drafted(
        "Work brought 300 people 5 million dollars last year.", "en", "2019-03-12", headline
    ).claims
    assert [draft.fields["period"] for draft in found] == ["2018"] * 2


def test_a_feast_that_is_switched_off_is_no_time(tmp_path):
    (tmp_path / "pack.yaml").write_text("name: mine\noff: [feast.easter]\n")
    text = "In May 2023 it sold 3 carts; at Easter 300 people came."
    article = replace(drafted(text, "en").article, text=text)
    found = draft_document(article, load_rules([tmp_path])).claims
    assert [draft.fields["period"] for draft in found] == ["2023-05"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021, the county hired 300 people.", ["2021"]),
        ("Profits rose 12% to $45m in the six months to September.", ["2023-04/2023-09"] * 2),
        ("Sales fell 3% in the second quarter.", ["2023-04/2023-06"]),
        ("The town has built 35 schools since 2019.", ["2019/.."]),
        ("So far this year, 35 schools were built.", ["2023/.."]),
        ("By the end of May, 35 schools had been built.", ["2023-05"]),
        ("From January to May, 12,300 students enrolled.", ["2023-01/2023-05"]),
        ("Over the past five years, 35 schools were built.", ["2019/2023"]),
        ("During the 13th Five-Year Plan period, 35 schools were built.", ["2016/2020"]),
        ("Between 2019 and 2022, the firm hired 250 people.", ["2019/2022"]),
        ("At present, 35 schools are open.", ["2023-11-14"]),
        ("Last year 35 schools were built.", ["2022"]),
        ("As of August 31, 35 schools were open.", ["2023-08-31"]),
        ("The week ended April 15, 2023, saw 35 openings.", ["2023-04-09/2023-04-15"]),
        ("Some 35 schools were built.", [None]),
        ("In 2021, 35 schools were built. The town has opened 12 parks.", ["2021", None]),
        ("In 2021, 35 schools were built. The town has already opened 12 parks.", ["2021", None]),
        ("By the end of May, the total of schools was 35. The count of parks was 12.", ["2023-05"] * 2),
        ("In 2021, 35 schools were built. The town opened 12 parks.", ["2021", "2021"]),
    ],
)
def test_english_times(text, expected):
    assert periods(text, "en", "2023-11-14") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年，全县新建学校35所。", ["2021"]),
        ("今年上半年，全县新建学校35所。", ["2023-01/2023-06"]),
        ("1-7月，全县新建学校35所。", ["2023-01/2023-07"]),
        ("前三季度，全县新建学校35所。", ["2023-01/2023-09"]),
        ("今年以来，全县新建学校35所。", ["2023/.."]),
        ("自2021年3月以来，全县新建学校35所。", ["2021-03/.."]),
        ("截至10月底，全县有学校35所。", ["2023-10"]),
        ("目前，全县有学校35所。", ["2023-11-14"]),
        ("“十三五”期间，全县新建学校35所。", ["2016/2020"]),
        ("近五年来，全县新建学校35所。", ["2019/2023"]),
        ("２０２１年，全县新建学校35所。", ["2021"]),
        ("二〇二一年，全县新建学校35所。", ["2021"]),
        ("國慶假期，全縣接待遊客35萬人次。", ["2023-09-29/2023-10-06"]),
        ("2020—2022年，全县新建学校35所。", ["2020/2022"]),
        ("全县新建学校35所。", [None]),
    ],
)
def test_chinese_times(text, expected):
    assert periods(text, "zh", "2023-11-14") == expected


def test_a_comparison_does_not_set_the_time():
    assert periods("In 2022, pay rose 5% over 2021.", "en") == ["2022"]
    assert periods("2022年，产量增长5%，比2019年多3万吨。", "zh") == ["2022", "2022"]


def test_the_earlier_of_two_values_has_its_own_time_or_none():
    assert periods("In 2022, the fee rose to $500 from $480 in 2021.", "en") == ["2022", "2021"]
    assert periods("2022年，补贴标准从300元提高到500元。", "zh") == [None, "2022"]
    assert periods("今年一季度销量达120万辆，高于去年同期的100万辆。", "zh", "2023-05-02") == [
        "2023-01/2023-03",
        "2022-01/2022-03",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "From 2018 to 2019, the rate rose from 78.1% to 78.3%."),
        ("zh", "2018年至2019年，渔民就业率从78.1%提高到78.3%。"),
    ],
)
def test_of_two_values_in_two_years_each_has_its_own(language, text):
    assert periods(text, language, "2020-06-14") == ["2018", "2019"]


def test_a_time_in_brackets_is_for_its_own_number():
    text = "全县有医生300人（截至2022年12月）。护士有500人。"
    assert periods(text, "zh", "2023-11-14") == ["2022-12", None]


def test_lists_that_go_together_share_out_their_times():
    text = "Sales in March, April and May grew 7%, 9% and 5% respectively."
    assert periods(text, "en", "2023-11-14") == ["2023-03", "2023-04", "2023-05"]


def test_a_time_reaches_on_until_another_takes_over():
    text = "In 2021, 35 schools were built. The rate was 3.1%. In 2022, 40 were built."
    assert periods(text, "en") == ["2021", "2021", "2022"]


def test_a_time_the_article_begins_with_comes_back_in_its_next_paragraphs_in_chinese():
    text = "2021年，新建学校35所。去年底，有学生5000人。\n全县还有图书馆12座。"
    assert periods(text, "zh", "2023-11-14") == ["2021", "2022-12", "2021"]


def test_a_turn_to_another_place_ends_a_time_said_of_one():
    text = "今年6月，河北开放公园35个。云南建成步道40条。"
    assert periods(text, "zh", "2023-11-14") == ["2023-06", None]


def test_the_time_of_a_report_is_not_that_of_its_figures():
    assert periods("On January 25, the bureau said 300 people were hired.", "en", "2022-01-26") == [None]
    assert periods("市统计局6月14日发布数据显示，2022年新建学校35所。", "zh", "2023-06-14") == ["2022"]


def test_a_founding_year_says_nothing_about_what_follows():
    assert periods("The firm, founded in 1987, has 300 employees.", "en", "2022-01-26") == [None]


def test_growth_over_twelve_months_holds_for_their_end():
    assert periods("Prices grew 3.8% in the year to July.", "en", "2023-08-02") == ["2023-07"]


def test_months_without_a_year_look_back_from_the_article():
    assert periods("In December, 300 people were hired.", "en", "2023-01-20") == ["2022-12"]
    assert periods("12月，新增就业300人。", "zh", "2023-01-20") == ["2022-12"]


def test_an_article_without_a_date_is_dated_by_what_it_speaks_of():
    assert drafted("In 2021, 300 people were hired, and 20 left in March.", "en").date == "2021"
    text = "Sales grew 5% in the last three months of 2004. Last year was the best ever."
    assert drafted(text, "en").date == "2005"


def test_an_impossible_date_gives_no_period():
    assert periods("2月30日，接待游客35万人次。", "zh", "2023-11-14") == [None]


def test_an_article_is_of_a_later_year_than_the_one_it_compares_with():
    text = "In 2004, 300 people were hired. The firm hired 500 this year, twice as many as in 2004."
    assert periods(text, "en")[1:] == ["2005", "2005"]


def test_years_thought_possible_or_of_founding_do_not_date_an_article():
    assert drafted("Sales were 5 million yuan in 2005. They could grow by 2% in 2006.", "en").date == "2005"
    assert drafted("公司成立于1998年，现有员工860人。", "zh").date == ""


def test_the_time_of_a_clause_put_in_is_its_own():
    text = "In January, exports to Spain, which had grown by 20% in 2004, increased by 1.8%."
    assert periods(text, "en", "2005-02-20") == ["2004", "2005-01"]
    text = "By 2025, 60,000 stations will be built. Of these, 18,000 come in 2023. Fees will fall by 5%."
    assert periods(text, "en", "2023-01-10") == ["2025", "2023", "2025"]


def test_a_fact_holds_for_no_year_to_come():
    text = "In 2021, 40% of workers were polled. Some 12% said they planned to move next year."
    assert periods(text, "en", "2021-12-20") == ["2021", "2021"]


def test_the_time_of_a_plan_said_in_full_comes_back():
    text = "“十四五”以来，云屏县稳岗扩岗，新增就业3.2万人。\n\n“十四五”期间，培训2.1万人。\n\n技工占比33%。"
    assert periods(text, "zh", "2025-12-16")[2] == "2021/2025"


def test_a_new_paragraph_comes_back_to_the_quarter_an_english_article_begins_with():
    text = (
        "In the first quarter of 2021, 35 schools opened. In May 2020, 12 closed.\n\nTrains ran 9 times late."
    )
    assert periods(text, "en", "2021-04-20") == ["2021-01/2021-03", "2020-05", "2021-01/2021-03"]


def test_what_has_come_about_since_years_before_says_nothing_about_the_next_sentence():
    text = "In 2021, 35 schools opened. Some 12 have closed since 2011. Trains ran 9 times late."
    assert periods(text, "en", "2022-04-20")[2] == "2021"


def test_what_somebody_has_holds_for_no_year_gone_by():
    text = "In 2020, 35 people were hired. The firm, which has 900 workers, is old."
    assert periods(text, "en", "2022-04-20") == ["2020", None]
    text = "In 2020, 35 people were hired. Of them, 12 were in social work. Some 20 of those work at home."
    assert periods(text, "en", "2022-04-20") == ["2020", "2020", None]


def test_a_time_goes_on_where_the_survey_goes_on():
    text = "In 2020, 35 inns opened. According to the survey, the average room was 40 feet long."
    assert periods(text, "en", "2022-04-20") == ["2020", "2020"]


def test_growth_in_a_crop_year_holds_for_all_of_it():
    assert periods("Output rose 5% in 2022-23.", "en", "2023-08-02") == ["2022/2023"]


def test_a_time_in_brackets_governs_nothing_behind_them():
    text = "In January, pay fell 3% (December: 2%), and 40 firms closed."
    assert periods(text, "en", "2024-03-22") == ["2024-01", "2023-12", "2024-01"]


def test_years_later_count_from_the_year_named_before():
    text = "In 2012 a family opened 3 shops. Ten years later, there are 128 firms in the county."
    assert periods(text, "en", "2023") == ["2012", "2022"]
    assert periods(text, "en") == ["2012", "2022"]


def test_a_time_comes_back_where_the_text_comes_home_from_elsewhere():
    text = "临江市工作通报\n2024年，全市新增就业3万人。上海新增岗位5万个。全市培训2万人。"
    assert periods(text, "zh") == ["2024", None, "2024"]


def test_parts_of_what_was_told_have_its_time_wherever_they_are():
    text = "陇南市工作通报\n2024年，全市输转劳动力60万人。其中，成县、康县分别输转5万人、4万人。"
    assert periods(text, "zh") == ["2024", "2024", "2024"]


def test_the_whole_year_under_a_heading_is_the_year_that_the_heading_names():
    text = "辽源市2024年工作与2025年计划的报告\n\n一、2024年工作情况\n全市学校有所增加。\n全年新建学校5所。"
    assert periods(text, "zh") == ["2024"]


def test_headings_below_the_numbered_one_that_names_a_year_keep_it():
    text = (
        "辽源市工作报告\n\n一、2021年工作回顾\n过去一年，学校有所增加。\n"
        "经济保持发展—\n新建学校5所，比计划多\n创新能力增强—\n招生300人"
    )
    assert periods(text, "zh", "2022-06-14") == ["2021", "2021"]


def test_the_past_year_is_the_whole_year_that_was_last_told_of():
    text = "2021年是“十三五”规划的延续之年。一年来，新建学校5所。"
    assert periods(text, "zh", "2022-06-14") == ["2021"]
    assert periods("一年来，新建学校5所。", "zh", "2022-06-14") == ["2021-07/2022-06"]


def test_the_whole_year_in_a_new_paragraph_is_the_year_that_was_told_of_last():
    text = "2023年，全市新建学校5所。\n全年招生300人。"
    assert periods(text, "zh", "2024-06-14") == ["2023", "2023"]


def test_so_many_years_between_two_years_told_of_are_those():
    text = "出口从2001年的40吨增加到2016年的64吨，15年间增长0.6倍。"
    assert periods(text, "zh", "2024-06-14") == ["2001", "2016", "2001/2016"]


def test_a_report_named_by_its_year_dates_an_article_that_names_no_other():
    text = 'Acme brought out the "Report on Jobs for 2021". In the second quarter 300 people were hired.'
    assert periods(text, "en") == ["2021-04/2021-06"]


def test_last_year_with_its_number_in_brackets_dates_the_article():
    text = "去 (2016) 年前 11 月薪資增加3%。\n去年 11 月底員工共 748 萬 7,000 人。"
    assert periods(text, "zh") == ["2016-01/2016-11", "2016-11"]


def test_an_amount_is_that_of_the_time_right_behind_it():
    text = "The rate was 4% in May and 5% a year earlier. Costs rose 3% year on year."
    assert periods(text, "en", "2022-06-14") == ["2022-05", "2021-05", "2022-05"]


def test_what_is_measured_between_two_months_holds_for_the_later_one():
    text = "Sales fell by 2% from May to June to 300 dollars. Rents were 40 dollars."
    assert periods(text, "en", "2022-07-14") == ["2022-06", "2022-06", "2022-06"]


def test_the_value_a_figure_is_held_against_has_the_time_behind_it():
    text = "In May 2016 the rate was 4%, below the 5% recorded in May 2015."
    assert periods(text, "en") == ["2016-05", "2015-05"]


def test_the_same_quarter_of_a_year_is_that_of_the_paragraph_before():
    text = (
        "Losses grew in the second quarter of 2005.\n\n"
        "It lost 5m dollars, compared with 3m dollars in the same quarter of 2004."
    )
    assert periods(text, "en") == ["2005-04/2005-06", "2004-04/2004-06"]


def test_an_article_that_compares_a_month_with_that_of_another_year_is_of_the_year_after_it():
    text = "Visits fell by 5% in November. There were 300 visits, against 400 in November 2004."
    assert periods(text, "en")[0] == "2005-11"


def test_a_late_month_behind_an_early_one_is_of_the_year_before():
    assert periods("In January 2005 the index was 5. It was 4 points in December.", "en")[1] == "2004-12"


def test_years_long_gone_are_told_of_in_their_own_sentence_only():
    text = "In May 2021 rents rose 3%. In 2016 there were 640 homes. The council received 318 letters."
    assert periods(text, "en", "2021-06-14") == ["2021-05", "2016", "2021-05"]


def test_early_months_beside_late_ones_of_a_year_that_is_over_are_of_the_next():
    text = (
        "Sales fell 3% in December. Over 2004 as a whole 640 homes went. It sold 40 in the week to 8 January."
    )
    assert periods(text, "en") == ["2004-12", "2004", "2005-01-02/2005-01-08"]


def test_what_was_expected_of_a_month_gone_by_holds_for_it():
    text = "Orders fell by 3% in June 2021. Traders had expected a rise of 2%."
    assert periods(text, "en", "2021-07-14") == ["2021-06", "2021-06"]


def test_a_time_alone_at_the_end_of_a_sentence_is_that_of_all_of_it():
    text = "The firm will cut 300 posts, or 4% of its staff, by 2025."
    assert periods(text, "en", "2023-11-14") == ["2025", "2025"]


def test_all_parts_of_a_ratio_are_of_one_time():
    text = "2024年，产业结构由上年的7.9∶42.6∶49.5调整为7.7∶41.8∶50.5。"
    assert periods(text, "zh")[:3] == ["2023"] * 3


def test_a_bracket_right_behind_a_time_holds_its_number():
    text = "The share fell to 26% in March 2023, its lowest since May 2020 (22%)."
    assert periods(text, "en", "2023-11-14") == ["2023-03", "2020-05"]


def test_a_clause_with_when_tells_of_the_time_before_it():
    text = "Shares have lost 40% since May 2022, when they touched 470 dollars."
    assert periods(text, "en", "2023-11-14")[-1] == "2022-05"
    text = "Prices fell by 3% in May 2023, the largest fall since July 2009 when they fell by 5%."
    assert periods(text, "en", "2023-11-14") == ["2023-05", "2009-07"]
    text = "The rate slipped to 5% in June from 6% in May, when 300 cooks were out of work."
    assert periods(text, "en", "2023-11-14") == ["2023-06", "2023-05", "2023-05"]


def test_the_whole_year_of_a_yearbook_is_that_of_its_title():
    head = "2021年全省教育公报\n云州省教育厅 2022年7月\n"
    text = head + "2021年，全省有学校300所。\n二、投入\n全年投入经费90亿元。"
    assert periods(text, "zh") == ["2021", "2021"]


def test_what_has_grown_has_done_so_in_the_month_told_of():
    text = "In August output rose by 5.1%. Sales of looms have risen by 8.2%. The town has built 4 halls."
    assert periods(text, "en", "2022-09-27") == ["2022-08", "2022-08", None]


def test_a_target_beside_its_share_holds_for_the_same_time():
    text = "By the end of June 300 people found work. Those placed were 40, 80 percent of the 50 target."
    assert periods(text, "en", "2022-08-12") == ["2022-06"] * 4


def test_what_is_to_be_by_a_year_ahead_is_planned_for_it_in_chinese():
    for text, published, status in (
        ("到2013年底，每个镇至少建立渔港3座。", "2012-10-11", "planned"),
        ("到2013年底，全县已建立渔港3座。", "2014-10-11", "actual"),
    ):
        assert periods(text, "zh", published) == ["2013-12"]
        assert field(text, "status", "zh", published) == [status]


def test_what_others_will_do_later_is_no_time_of_what_has_come_about():
    text = "The first 300 tenants hold the keys, and the rest will get theirs before March."
    assert periods(text, "en", "2021-12-08") == [None]
    assert field(text, "status", "en", "2021-12-08") == ["actual"]


def test_the_year_of_a_campaign_is_none_of_the_days_behind_it():
    text = "Of the homes promised in the 2019 campaign, 300 were ready on Sept. 30."
    assert periods(text, "en", "2021-11-05") == ["2021-09-30"]


def test_the_hour_of_an_earlier_count_parts_it_from_no_number_of_its_day():
    text = "2005年11月1日，渔民为500人。同第五次渔业普查2000年11月1日零时的300人相比，增加200人。"
    assert periods(text, "zh", "2006-04-18") == ["2005-11-01", "2000-11-01", "2005-11-01"]


def test_no_paragraph_comes_back_to_part_of_a_year_two_years_ago():
    text = "2017年下半年，新建渔港3座。\n先订船再开工\n渔厂招工40人。"
    assert periods(text, "zh", "2019-10-21") == ["2017-07/2017-12", None]


def test_the_year_that_statistics_close_is_over():
    assert periods("年末全县有渔港3座。", "zh", published="2013-05-28") == ["2012-12"]


def test_a_time_in_brackets_in_front_of_a_number_is_for_that_number_in_chinese():
    text = "2024年，全市发放救助金，其中：物价补贴（1-2月）304万元；电费补贴175万元。"
    assert periods(text, "zh", "2025-01-23") == ["2024-01/2024-02", "2024"]


def test_months_from_january_on_are_over_when_they_are_told_of():
    assert periods("1-3月，新建学校5所。", "zh", "2025-02-10") == ["2024-01/2024-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In July, 95 carts came. In the same month last year, 90 carts came.", ["2023-07", "2022-07"]),
        ("In July, 95 carts came, while a year earlier it was 90.", ["2023-07", "2022-07"]),
        ("In July, 95 carts came, up from 90 in the same month of 2019.", ["2023-07", "2019-07"]),
    ],
)
def test_a_time_counted_back_holds_for_the_clause_that_it_begins(text, expected):
    assert periods(text, "en", "2023-11-14") == expected


def test_the_twelve_months_are_looked_back_on_from_the_month_that_is_told_of():
    text = "In November the rate was 5%. Over the past 12 months it rose by 2 points. The mill had 300 men."
    assert periods(text, "en", "2024-01-10") == ["2023-11"] * 3


def test_the_year_is_the_financial_year_told_of():
    text = "In the year to June 2022 the firm sold 300 carts.\n\nPrices rose by 5 pounds in the year."
    assert periods(text, "en", "2022-09-10") == ["2021-07/2022-06", "2022-06"]


def test_a_plan_keeps_its_month_where_only_the_year_of_the_article_is_known():
    text = "In 2022 the mill pays 300 men. In October, 40 more will be hired. Hull will get 12 carts."
    assert periods(text, "en", "2022")[-2:] == ["2022-10", "2022-10"]


@pytest.mark.parametrize(
    ("text", "language", "periods"),
    [
        ("Since 2021, 30 schools have opened. They have 40 teachers.", "en", ["2021/..", None]),
        ("2021年以来，新建学校30所。有教师40人。", "zh", ["2021/..", None]),
        (
            "今年3月以来，新建学校30所，招生400人。培训教师40人。",
            "zh",
            ["2024-03/..", "2024-03/..", "2024-03/.."],
        ),
        ("今年3月以来，新建学校30所。\n另有教师40人。", "zh", ["2024-03/..", None]),
    ],
)
def test_what_goes_on_since_a_year_before_holds_for_its_sentence_else_for_its_paragraph(
    text, language, periods
):
    document = drafted(text, language, published="2024-06-14")
    assert [draft.fields["period"] for draft in document.claims] == periods


def test_years_counted_in_a_plan_are_those_of_its_name():
    text = "《渔港三年行动方案（2021—2023年）》印发。2022年建渔港9座。三年累计新建渔船5艘。"
    assert periods(text, "zh", "2021-02-03")[-1] == "2021/2023"


def test_a_year_told_of_behind_other_figures_is_none_that_paragraphs_come_back_to():
    text = "渔港有渔船94艘，2020年办集市16场。 - 渔民300人。"
    assert periods(text, "zh", "2021-02-03") == [None, "2020", None]


def test_the_time_of_an_old_price_is_none_of_the_new_one():
    text = "2022年3月，渔民养老金由2020年的每人每月185元提高到260元。"
    assert periods(text, "zh", "2022-03-05") == ["2020", "2022-03"]


def test_a_line_without_figures_that_turns_to_another_topic_ends_the_time():
    text = "2020年有渔民300人。\n1.建渔船。2021年将建渔船30艘。\n2.建渔港。建渔港3座。"
    assert periods(text, "zh", "2021-02-03") == ["2020", "2021", "2020"]


def test_a_span_said_from_one_month_to_another_governs_all_that_follows():
    text = "从2022年11月到今年1月，共检查单位35家，新建学校40所。"
    assert periods(text, "zh", "2023-06-14") == ["2022-11/2023-01"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年，渔船达到300艘。今天来了渔民35人，建房9所。", ["2027", "2023-11-14", "2023-11-14"]),
        ("到2027年，渔船力争达到300艘。渔港有渔民35人。", ["2027", None]),
        ("到2027年，渔船力争达到300艘。渔港拟招渔民35人。", ["2027", "2027"]),
        ("截至今天，渔港投入300万元。投产后，将招渔民35人。", ["2023-11-14", None]),
        ("截至11月2日，渔港投入300万元。还将招渔民35人。", ["2023-11-02", None]),
        ("今年，渔港投入300万元。还将招渔民35人。", ["2023", "2023"]),
    ],
)
def test_what_is_planned_and_what_has_come_about_share_no_time_on_which_only_one_can_be(text, expected):
    assert periods(text, "zh", "2023-11-14") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渔港平均亩产600公斤，比上年增产5.2%。", [None, "2023"]),
        ("渔港平均亩产600公斤，比2019年增产5.2%。", [None, None]),
    ],
)
def test_a_difference_from_last_year_is_that_of_this_one(text, expected):
    assert periods(text, "zh", "2023-11-14") == expected


def test_a_time_named_in_a_numbered_item_is_none_that_others_come_back_to():
    goal = "渔港建设意见\n1.总目标。到2025年，建成渔港3座。\n"
    text = goal + "2.建渔港。2022—2025年，建渔港2座。\n3.招渔民。补助不低于300元。"
    assert periods(text, "zh", "2022") == ["2025", "2022/2025", None]


def test_paragraphs_come_back_to_a_time_named_before_the_items():
    text = "2021年，渔港有渔船300艘。\n1.建渔港。建渔港3座。\n2.招渔民。招渔民35人。"
    assert periods(text, "zh", "2022-02-03") == ["2021"] * 3


def test_the_old_value_of_so_many_years_or_of_what_holds_from_a_day_on_has_no_time() -> None:
    text = "五年来，茶园面积从3万亩增加到5.2万亩。"
    assert periods(text, "zh", "2020-12-03") == [None, "2016/2020"]
    text = "从7月1日起，补贴由1500元、1380元，分别提高到1780元、1650元。"
    assert periods(text, "zh", "2018-09-06") == [None, None, "2018-07-01/..", "2018-07-01/.."]


def test_holidays_without_their_name_are_those_told_of_wherever_it_was() -> None:
    text = (
        "春节假期，杭州接待游客300万人次。西湖景区节日期间接待游客30万人次。\n长假里，宁波接待游客60万人次。"
    )
    assert periods(text, "zh", "2024-02-18") == ["2024-02-10/2024-02-17"] * 3


def test_what_is_so_now_is_told_of_now_where_the_word_stands_behind_the_number() -> None:
    text = "去年，村里培训300人。村支书说，180名村民眼下正在采茶。"
    assert periods(text, "zh", "2021-05-08") == ["2020", "2021-05-08"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By the end of April, the city has built 300 mills. It has also opened 40 schools.",
            ["2020-04"] * 2,
        ),
        ("By the end of April, the city has built 300 mills. It has 40 schools.", ["2020-04"] * 2),
        ("In April the city built 300 mills. It has also opened 40 schools.", ["2020-04", None]),
        ("In 2018 the yard made 300 carts. It covers an area of 900 square metres.", ["2018", None]),
    ],
)
def test_what_has_come_about_goes_on_to_the_time_by_which_other_things_have(text, expected) -> None:
    assert periods(text, "en", "2020-05-14") == expected


def test_what_a_difference_from_last_year_came_to_is_that_of_this_one_too() -> None:
    assert periods("渔民参保率比上年提高6.2个百分点，达到61%。", "zh", "2023-11-14") == ["2023"] * 2
    assert periods("渔民参保率比上年提高6.2个百分点，渔船61艘。", "zh", "2023-11-14") == ["2023", None]


def test_what_is_paid_at_most_holds_whenever_it_is() -> None:
    text = "5月以来，渔港办会36场。渔民开店，最高补助10万元。办会花去30万元。"
    assert periods(text, "zh", "2016-09-20") == ["2016-05/..", None, "2016-05/.."]


def test_the_year_of_an_old_value_is_not_the_one_told_of() -> None:
    text = "参保率由2014年的17.3%升至26.8%，全年发放贷款2.3亿元。"
    assert periods(text, "zh", "2017-12-22") == ["2014", None, "2017"]


def test_those_who_leave_school_in_a_year_are_counted_in_it() -> None:
    text = "2024届毕业生预计达1179万人，同比增加21万人。"
    assert periods(text, "zh", "2024-07-05") == ["2024"] * 2
    assert periods("学校为2024届毕业生办招聘会300场。", "zh", "2023-11-05") == [None]


def test_what_is_held_against_a_time_holds_for_another():
    assert periods("今年2月，订单只有去年的三分之一，渔民300人。", "zh", "2023-11-14") == ["2023-02"] * 2
    text = "就业率由2014年的17.3%升至26.8%，全年招生300人。"
    assert periods(text, "zh", "2023-11-14")[::2] == ["2014", "2023"]


def test_what_is_expected_of_a_quarter_is_to_come():
    assert periods("预计第四季度仍有300艘渔船返港。", "zh", "2023-07-14") == ["2023-10/2023-12"]
    assert periods("第四季度仍有300艘渔船返港。", "zh", "2023-07-14") == ["2022-10/2022-12"]


def test_what_a_site_covers_and_does_every_year_is_so_now() -> None:
    text = "截至2025年底，青屏县有渔船300艘。县里的渔业园区占地609平方公里，每年捕鱼30吨，去年新增渔船5艘。"
    assert periods(text, "zh", "2026-02-03") == ["2025-12", None, None, "2025"]
    assert periods("截至2025年底，青屏县有渔船300艘。渔民达到609人。", "zh", "2026-02-03") == ["2025-12"] * 2


def test_what_will_be_held_in_months_under_way_is_to_come_whoever_holds_it():
    assert periods("1月到3月，浙江“春暖”活动将举办招聘会300场。", "zh", "2023-02-11") == ["2023-01/2023-03"]
    assert periods("1月到3月，浙江“春暖”活动举办招聘会300场。", "zh", "2023-02-11") == ["2022-01/2022-03"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "In 2019 he had 90 carts.\n\nPay is low.\n\nThis year 300 men came. In the same period 40 left.",
            "en",
            ["2019", None, None],
        ),
        (
            "This year 300 men came.\n\nPay is low.\n\nIt began with 90 men in 2019.\n\nTea cost 40 dollars.",
            "en",
            [None, "2019", None],
        ),
        (
            "2019年，老王带回90万元。\n\n学费不高。\n\n今年，全县新建渔港5座。\n\n同期，渔船增加3艘。",
            "zh",
            ["2019", None, None],
        ),
    ],
)
def test_this_year_of_an_article_without_a_date_ends_what_was_told_of_before(text, language, expected):
    assert periods(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("By 24 August, 184 cases had been found.\n\nForty of them were men.", "en", "2012-08-24"),
        ("By 24 August, 184 cases had been found.\n\nAbout 40 of these were in towns.", "en", "2012-08-24"),
        ("Since 1 November, 184 cases were found. Of those, 40 were in towns.", "en", "2011-11-01/.."),
        (
            "By 24 August, 184 cases had been found, compared with 17 in 2011.\n\nForty of them were men.",
            "en",
            "2012-08-24",
        ),
        ("行动自去年11月1日启动以来，查处案件184件。其中，工程领域案件占七成。", "zh", "2011-11-01/.."),
    ],
)
def test_parts_are_of_the_time_of_what_they_are_parts_of(text, language, expected):
    assert periods(text, language, "2012-08-28")[-1] == expected


def test_a_plan_in_another_clause_is_of_no_time_that_is_over():
    text = "In May its profit fell by 74%, and it will cut 100 jobs."
    assert periods(text, "en", "2023-09-14") == ["2023-05", None]
    assert (
        periods("In May 2024 it will open 3 piers, and it will cut 100 jobs.", "en", "2023-09-14")[1]
        == "2024-05"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "First-half profit fell by 74%. In the six months to December it was 24 dollars.",
            "2022-07/2022-12",
        ),
        (
            "First-half profit fell by 74%. In the six months ended 31 March it was 24 dollars.",
            "2022-10/2023-03",
        ),
        ("First-half profit fell by 74%. In the six months to June it was 24 dollars.", "2023-01/2023-06"),
        ("First-half profit fell by 74%. In the three months to June it was 24 dollars.", "2023-01/2023-06"),
    ],
)
def test_the_first_half_of_a_financial_year_is_the_six_months_that_are_told_of(text, expected):
    assert periods(text, "en", "2023-07-28" if "June" in text else "2023-05-04")[0] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The fee for 2024 is 300 dollars.", "en", "2024"),
        ("The payment of residents' insurance in 2024 is 300 yuan per person.", "en", "2024"),
        ("2024年度居民医保个人缴费标准为每人380元。", "zh", "2024"),
        ("Half, 300 men, work for Expo 2024.", "en", None),
    ],
)
def test_a_sum_is_set_for_a_year_to_come(text, language, expected):
    assert periods(text, language, "2023-09-14")[-1] == expected


def test_the_times_of_a_summary_above_the_text_are_not_those_of_the_text():
    text = "Mill cuts jobs\n\n* Pay fell 3% in May\n\nThe mill lost 300 men, it said."
    assert periods(text, "en", "2023-09-14")[-2:] == ["2023-05", None]
    text = "Mill cuts jobs\n\nThe mill is old.\n\n* Pay fell 3% in May\n\nThe mill lost 300 men, it said."
    assert periods(text, "en", "2023-09-14")[-2:] == ["2023-05", "2023-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last year it had 9 fairs.\nThis year it will be busy.\nIt will open 3 inns.", ["2023", "2024"]),
        ("In 2025 it will be busy.\nIt will open 3 inns.\nIt has 40 inns.", ["2025", None]),
        ("Prices will rise to 9 dollars next year.\nThe firm will open 3 inns.", ["2025", None]),
        ("In 2025 it will open 9 inns.\nIt will also pave 3 roads.\nIt will buy 5 boats.", ["2025"] * 3),
    ],
)
def test_a_plan_goes_on_behind_the_time_that_leads_it(text, expected):
    assert periods(text, "en", "2024-06-14") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since 2015, the town has rebuilt its port. A total of 30 piers have been laid.", ["2015/.."]),
        ("Since 2015, the town has rebuilt its port. It has opened 9 inns and 3 piers.", ["2015/.."] * 2),
        ("Since 2015, the town has rebuilt its port. It has 30 piers.", [None]),
        ("Since 2015, the town has rebuilt its port.\nIt has opened 30 inns.", [None]),
    ],
)
def test_what_has_come_about_is_told_behind_since_when(text, expected):
    assert periods(text, "en", "2024-06-14") == expected


@pytest.mark.parametrize("now", ["There are still 300 men.", "Some 300 people have never had a test."])
def test_what_still_is_holds_for_no_year_gone_by(now):
    assert periods(f"In 2021, 90 men left. {now}", "en", "2024-06-14") == ["2021", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年，渔会选定300艘渔船。两年来，办班57期。\n\n渔民每人领到900元。", "2018/2019"),
        ("2017年，渔会选定300艘渔船，办班57期。\n\n渔民每人领到900元。", "2017"),
    ],
)
def test_how_it_began_governs_no_more_once_the_years_up_to_now_are_told(text, expected):
    assert periods(text, "zh", "2019-10-21")[-1] == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [("Mill publishes its 2016 report", "2016"), ("Mill publishes its report", None)],
)
def test_a_report_on_a_year_tells_in_words_of_today_what_that_year_was_like(headline, expected):
    text = "In 2016 the mill sold 300 carts.\n\nThere are 118 cooks."
    (*_, last) = drafted(text, "en", "2017-01-05", headline=headline).claims
    assert last.fields["period"] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It sold 40 carts in the first quarter (April to June) of 2021/22.", "2021-04/2021-06"),
        ("en", "It sold 40 carts in the first half, April-September 2021.", "2021-04/2021-09"),
        ("en", "It sold 40 carts in the first quarter, and 3 in April-June 2021.", "2021-01/2021-03"),
        ("zh", "前四个月（7-10月）售出渔船40艘。", "2021-07/2021-10"),
    ],
)
def test_the_months_told_behind_a_part_of_a_year_are_its_own(language, text, expected):
    assert periods(text, language, "2021-11-14")[0] == expected


def test_the_values_of_a_list_are_of_the_time_behind_it():
    text = (
        "In May 2024 it made 90 dollars, compared with profits of $40, $30 and $20 in the same month of 2019."
    )
    assert periods(text, "en", "2024-06-14") == ["2024-05", "2019-05", "2019-05", "2019-05"]


def test_what_has_gone_on_for_long_is_not_when_its_effect_was():
    text = "In the first half of 2024 it made 9 carts.\n\nHit by rain since June, it made 5.\n\nIt lost 3."
    assert periods(text, "en", "2024-08-14")[2] == "2024-01/2024-06"


def test_the_caption_of_a_figure_governs_nothing():
    text = (
        "The bulletin of 2019\nIn 2019 it sold 300 carts.\nYearly sales of carts, 2015-2019\nIt hired 40 men."
    )
    assert periods(text, "en", "2020-03-14")[-1] == "2019"


def test_the_new_value_holds_for_the_last_of_some_years():
    assert periods("From 2017 to 2021 jobs rose from 30 to 40.", "en", "2022-03-14") == ["2017", "2021"]


def test_a_ratio_is_no_clock():
    text = "9月，渔船有300艘。结构为39.6:22.7:37.7。"
    assert set(periods(text, "zh", "2015-10-06")) == {"2015-09"}
