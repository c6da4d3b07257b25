import pytest

from tests.extract.drafting import drafted, field


def statuses(text: str, language: str) -> list[str | None]:
    return field(text, "status", language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city hired 300 people.", ["actual"]),
        ("The city will hire 300 people and open 20 parks.", ["planned"] * 2),
        ("About 300 people will be hired.", ["planned"]),
        ("The city aims to hire 300 people.", ["planned"]),
        ("The bank said it would return $100m to investors.", ["planned"]),
        ("Analysts had expected 1.5%.", ["planned"]),
        ("Hiring beat the forecast of 300 people.", ["planned"]),
        ("The firm may cut 900 jobs.", ["planned"]),
        ("The firm cut 900 jobs.", ["actual"]),
        ("The city will build 12 parks and has opened 20 schools.", ["planned", "actual"]),
        ("The fund, which will close next year, reported 300 investors.", ["actual"]),
        ("We will hire 300 people. Promote 40 projects.", ["planned", "planned"]),
        ("The city will grow; its workforce reaches 300 people.", ["actual"]),
        ("Orders will end soon, and sales have doubled.", ["actual"]),
        ("The rules require that 40 seats be kept free.", ["planned"]),
        ("At least 15% of the newly built flats will be let.", ["planned"]),
        ("It was below the forecast of 500 tonnes and the lowest in 6 years.", ["planned", "actual"]),
        ("Some 300 mu (20 hectares) of low corn will be replaced.", ["planned", "planned"]),
        ("It has 300 mu (20 hectares) of corn, and will sow 90.", ["actual", "actual", "planned"]),
        ("It was 4% (1% in 2010), and will fall to 3%.", ["actual", "actual", "planned"]),
    ],
)
def test_english_status(text, expected):
    assert statuses(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市新建学校35所。", ["actual"]),
        ("全市将新建学校35所，招生500人。", ["planned"] * 2),
        ("力争新建学校35所。", ["planned"]),
        ("到2035年，建成学校35所。", ["planned"]),
        ("全市计划全年开展培训300场。", ["planned"]),
        ("“行动计划”实施后，培训300场。", ["actual"]),
        ("确保了300人就业。", ["actual"]),
        ("近300人参加。", ["actual"]),
        ("试点将从7个省份增加到17个。", ["actual", "planned"]),
        ("全市将办好学校，目前已建成35所。", ["actual"]),
        ("預計明年銷量將達300萬輛。", ["planned"]),
        ("失业率2.4%，低于省定4.5%的控制线。", ["actual", "planned"]),
        ("失业率2.4%，低于全国4.5%的平均线。", ["actual", "actual"]),
        ("招工300人，完成全年目标200人的150%。", ["actual", "planned", "actual"]),
        ("到2030年，装机力争达到300万千瓦，发电量较目前翻番。", ["planned", "planned"]),
        ("新船上個月加價5%，料300人受惠。", ["actual", "planned"]),
        ("县里将一次性补贴由50元提高到80元，每户最高可领200元。", ["actual"] * 3),
        ("县里将新增补贴由50元提高到80元。", ["actual", "planned"]),
        ("今年计划新建学校35所，首批12所已经投入使用。", ["planned", "actual"]),
        ("按学历要求划分，要求博士学历的有35人，占4%。", ["actual", "actual"]),
    ],
)
def test_chinese_status(text, expected):
    assert statuses(text, "zh") == expected


def test_a_plan_document_plans_throughout():
    text = "新增床位500张。每个街道建成服务站3个。目前已有站点20个。"
    document = drafted(text, "zh", headline="关于发展养老服务的实施意见")
    assert [draft.fields["status"] for draft in document.claims] == ["planned", "planned", "actual"]


def test_a_plan_document_tells_of_years_gone_by_as_they_were():
    text = "“十三五”时期，养老服务不断完善。新增床位500张。\n将新增床位600张。"
    document = drafted(text, "zh", published="2021-03-02", headline="关于发展养老服务的实施意见")
    told = [(draft.fields["status"], draft.fields["period"]) for draft in document.claims]
    assert told == [("actual", "2016/2020"), ("planned", None)]


def test_words_of_status_may_be_parted_by_any_blank():
    assert statuses("Die Stadt peilt an, 300 Personen einzustellen.", "de") == ["planned"]
    assert statuses("Die Stadt peilt\u3000an, 300 Personen einzustellen.", "de") == ["planned"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("渔港规划\n一、发展基础\n至2020年末，渔船达到300艘。", "actual"),
        ("渔港规划\n二、发展目标\n至2030年末，渔船达到300艘。", "planned"),
        ("渔港规划\n二、发展目标\n到2030年，力争实现以下目标：\n——渔船更多。渔船达到300艘。", "planned"),
    ],
)
def test_the_heading_of_a_part_of_a_plan_says_whether_its_years_are_over(text, status):
    assert statuses(text, "zh") == [status]


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("下周二，渔港举行招聘会，招渔民35人。", "2023-11-14", "planned"),
        ("11月17日，渔港招渔民35人。", "2023-11-14", "planned"),
        ("11月14日，渔港招渔民35人。", "2023-11-14", "actual"),
        ("11月17日，渔港招渔民35人。", "2023-11", "actual"),
        ("到11月17日，渔港已招渔民35人。", "2023-11-14", "actual"),
    ],
)
def test_what_is_told_of_a_day_to_come_is_planned_where_the_day_of_the_article_is_known(
    text, published, status
):
    assert field(text, "status", "zh", published) == [status]
