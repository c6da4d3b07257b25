from tests.extract.drafting import drafted


def subjects(text: str) -> list[str | None]:
    return [draft.fields.get("subject") for draft in drafted(text, "en").claims]


def units(text: str) -> list[str | None]:
    return [draft.fields.get("unit") for draft in drafted(text, "en").claims]


def test_a_rate_named_again_is_the_last_one_of_that_name():
    text = "The jobless rate was 5%. The county added 300 jobs. Its rate, at 7%, was high."
    assert subjects(text)[-1] == "jobless rate"


def test_the_rate_at_which_something_grows_is_none_that_was_named_before():
    text = "The jobless rate was 5%. Wages grew at a rate of 4%, and at a slower rate of 3% in May."
    assert "jobless rate" not in subjects(text)[1:]


def test_what_one_country_alone_calls_so_is_still_a_subject():
    assert subjects("Council tax rose by 5%.") == ["Council tax"]


def test_a_clause_behind_after_has_a_subject_of_its_own():
    assert subjects("The firm cut jobs after profits fell by 3%.") == ["profits"]
    assert subjects("Profit before tax rose 3%.") == ["Profit before tax"]


def test_a_bare_number_behind_a_sum_is_a_sum():
    assert units("The plan costs 85m euros but saves 140m a year.") == ["EUR", "EUR"]


def test_sums_between_two_make_one_range():
    drafts = drafted("It expects profits of between £52m and £55m.", "en").claims
    assert [draft.value for draft in drafts] == [(52_000_000, 55_000_000)]


def test_what_opens_a_paragraph_is_what_its_first_numbers_are_about():
    text = "全县有学校30所。\n1.危桥改造。目标任务80座，已完成90座。"
    assert [draft.fields["subject"] for draft in drafted(text, "zh").claims][1:] == ["危桥改造", "危桥改造"]


def test_what_a_list_told_of_parts_is_followed_by_the_whole_again():
    text = "Sales fell by 5% in May. There were falls in clothing (2%). Spain (3%) and Italy (4%) were worst."
    assert subjects(text)[-2:] == ["Sales", "Sales"]


def test_an_article_begins_the_next_item_of_a_list():
    text = "The rope trade and the fish and meat trade accounted for 30% and 20% respectively."
    assert subjects(text) == ["rope trade", "fish and meat trade"]
    text = "The men and the women and children accounted for 30% and 20% respectively."
    assert subjects(text) == ["men", "women and children"]


def test_what_fell_for_so_many_months_is_not_counted_in_months():
    assert units("Vacancies dropped for a ninth month, to 950,000.") == ["month", "job"]


def test_a_label_and_the_number_that_ends_its_line_belong_together():
    text = "109年4月統計\n年度/月份109年4月\n勞動力人數 1,194人\n就業人數 1,146人\n失業率 4.03%"
    assert subjects(text)[-2:] == ["就業人數", "失業率"]


def test_those_of_whom_a_firm_has_so_many_are_counted_and_not_the_firm():
    assert subjects("一家有300名工人的工厂停产。") == ["工人"]


def test_what_stands_so_high_among_others_is_named_before_them():
    text = "新增船员300人，总量位居舟山各县（市、区）第2。人均收入列全省16个市第3。"
    assert subjects(text)[:2] == ["新增船员", "新增船员总量"]
    assert subjects("该县经济总量居全省县（市）第3位。") == ["经济总量"]


def test_a_word_that_only_joins_clauses_is_no_part_of_what_they_are_about():
    assert subjects("出口增长，但渔船产量下降3%。") == ["渔船产量"]
    assert subjects("毕业生规模首次突破千万，达到1076万人。") == ["毕业生规模", "毕业生规模"]


def test_a_noun_of_one_word_keeps_the_verb_that_says_what_is_done_with_so_many():
    def told(text: str) -> str | None:
        return drafted(text, "zh").claims[0].fields.get("subject")

    assert told("全县已安置船工300人。") == "安置船工"
    assert told("全县招收300名船工。") == "招收船工"
    assert told("全县建成渔业码头3座。") == "渔业码头"
    assert told("由财政给予50%的贴息。") == "贴息"
    assert told("船工每人可领取300元补贴。") == "补贴"


def test_parts_of_one_whole_are_all_named_with_it():
    told = drafted("全县建成渔业基地41座，其中国家级3座、省级12座，省外1座。", "zh").claims
    grades = ["国家级渔业基地", "省级渔业基地", "省外渔业基地"]
    assert [draft.fields.get("subject") for draft in told[1:]] == grades


def test_what_stands_alone_behind_a_clause_without_numbers_is_told_of_what_that_names():
    text = "渔民工资为300元。入境旅客显著增加，8月达515万人次。渔船出海，8月共有30艘。"
    told = drafted(text, "zh").claims
    assert [draft.fields["subject"] for draft in told] == ["渔民工资", "入境旅客", "渔船出海"]
    told = drafted("入境旅客达515万人次，8月达30万人次。", "zh").claims
    assert [draft.fields["subject"] for draft in told] == ["入境旅客"] * 2


def test_a_rate_with_words_of_its_own_is_not_the_one_told_before():
    text = (
        "The jobless rate was 5%. Costs went up. Pay fell. A strong market helped.\n\n"
        "The bank has cut its key interest rate twice since May, leaving it in a range of 3%-4%."
    )
    assert subjects(text) == ["jobless rate", "interest rate"]


def test_how_often_something_rose_is_no_rise():
    measures = [draft.fields["measure"] for draft in drafted("工资先后4次提高，预计有3%上涨。", "zh").claims]
    assert measures == ["level", "growth"]


def test_what_counts_where_something_holds_is_not_what_later_numbers_are_about():
    text = "Rents fell 6% in the east and 2% in the west, two regions hit by floods, but rose 3% here."
    assert subjects(text)[-1] == "Rents"
    text = "Pay rose in three regions, with gains of 9% in Wales and 4% in Kent."
    assert subjects(text) == ["regions", "Pay", "Pay"]


def test_a_word_that_may_be_a_verb_is_a_noun_where_no_verb_can_stand():
    for noun in ("purchases", "visits", "offers", "grants", "signs"):
        assert subjects(f"Though {noun} have dropped 9%, rooms are full.") == [noun]
        assert subjects(f"The town had expected {noun} of 300 dollars.") == [noun]
        assert subjects(f"Fees for {noun} fell 9%.") == [f"Fees for {noun}"]
        assert subjects(f"Because {noun} in the north were down 9%, it closed.") == [f"{noun} in the north"]


def test_what_rises_is_what_was_done_and_not_what_was_to_be_done():
    text = "It laid 31 km of pipes, which is 78 percent of the yearly task of 40 km, growing 4 percent."
    assert subjects(text)[-1] == "pipes"


def test_what_a_place_is_in_commas_is_no_part_of_the_subject():
    text = "The county trained 300 farmers of Tongjiang, a county under Bazhong city."
    assert subjects(text)[-1] == "farmers of Tongjiang"


def test_a_number_keeps_its_unit_where_a_subject_ends():
    text = "Cooks who have worked in mills for 20 years will receive 500 yuan a month."
    assert subjects(text)[-1] == "Cooks who have worked in mills for 20 years"
