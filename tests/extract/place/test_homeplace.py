"""What an article as a whole is about, where no heading or lead names it."""

import pytest

from tests.extract import drafting
from tests.extract.drafting import drafted, field
from tui.articles import article_from_text
from tui.extract import extract


def home(text: str, language: str, headline: str = "") -> str | None:
    found = drafted(text, language, headline=headline).home
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        ("当前报纸名称:永康日报\n\n今年1-5月，全市新增就业1.4万人。", "五金之都技工吃香", "永康"),
        ("辽宁日报讯 我省实名制就业46.6万人。", "去年我省新增就业超四十万", "辽宁"),
        ("来源：襄阳日报\n今年以来，我市为1.2万家企业返还8600万元。", "稳岗返还见效", "襄阳"),
        ("湖北日报讯 我省开工项目1.9万处。全省完成180亿元，武汉市完成21亿元。", "兴修水利", "湖北"),
    ],
)
def test_a_local_paper_tells_of_its_place_where_it_speaks_of_the_city_or_province(text, headline, expected):
    assert home(text, "zh", headline) == expected


def test_a_headline_with_a_year_is_no_dateline_behind_the_menu_of_its_page():
    text = "临海市2023年9月渔业保险简况\n来源：市渔业中心\n一、总体情况\n9月末，参保300人。"
    told = extract(article_from_text(f"您现在的位置：首页 > 统计信息\n{text}"), drafting.rules())
    assert [claim.place for claim in told] == ["临海"]


def test_a_heading_with_a_figure_says_what_the_paragraphs_below_it_tell_of():
    text = "福建各地晒成绩。\n厦门：新增就业5万人\n举办招聘会300场。\n泉州：新增就业6万人\n举办招聘会200场。"
    assert field(text, "place", "zh") == ["厦门", "厦门", "泉州", "泉州"]


def test_who_brings_the_news_from_a_city_tells_of_its_province_where_the_text_speaks_of_one():
    assert home("新华社贵阳4月2日电 全省搬迁192万人，建成车间612个。", "zh", "搬迁群众稳得住") == "贵州"


def test_a_paper_of_the_province_does_not_take_the_figures_of_its_city():
    text = "四川日报讯 宜宾市新增就业1.1万人。全市开发岗位2400个。"
    assert home(text, "zh", "三江口就业忙") == "宜宾"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's Halden Foods cut 300 jobs. Halden Foods has 3,400 workers.", "Halden Foods"),
        ("Shares in Norway's Halden Foods fell 12%. Halden Foods has 3,400 workers.", "Halden Foods"),
    ],
)
def test_the_name_of_a_firm_begins_behind_the_country_that_has_it(text, expected):
    assert home(text, "en") == expected


def test_an_article_is_about_the_country_that_all_its_figures_come_to():
    text = "Some 300 visitors came to Egypt. Flights to Egypt cost 200 dollars."
    assert home(text, "en", "Tourists stay away") == "Egypt"


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        ("In Tongwei, Gansu Province, 40 mills opened. Tongwei has 300.", "Mills in the hills", "Tongwei"),
        ("The county has 40 mills.", "Tongwei, Gansu: mills in the hills", "Tongwei"),
        ("DINGNAN, Jiangxi, May 4 -- Some 40 mills opened.", "Mills in the hills", "Dingnan"),
        ("In January, Gansu opened 40 mills.", "Mills in the hills", "Gansu"),
        ("However, Gansu, with 40 mills, has 300 millers.", "Mills in the hills", "Gansu"),
    ],
)
def test_what_no_list_has_is_known_by_the_province_behind_it(text, headline, expected):
    assert home(text, "en", headline) == expected


def test_a_signature_below_a_notice_tells_whose_it_is():
    text = "各单位：现确定32家基地，每家给予20万元补助。\n徐州市人力资源和社会保障局\n2021年11月2日"
    assert home(text, "zh", "关于公布基地名单的通知") == "徐州"


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        (
            "Tianba County, long poor as counties go in Gansu Province, has 40 mills.",
            "Mills in the hills",
            "Tianba County",
        ),
        (
            "Men meet in Shiqiao Village in the Qianba District of Chongqing. The district has 40 mills.",
            "Mills in SW China",
            "Qianba District",
        ),
        (
            "In Tianba County, 40 mills opened. In Elm Village of Tianba County 30 did. The county has 300.",
            "Mills in the hills",
            "Tianba County",
        ),
        (
            "Gansu's Tianba County has 40 mills. Gansu has 900. Gansu will add 30.",
            "Mills in the hills",
            "Gansu",
        ),
    ],
)
def test_a_county_that_the_lead_tells_of_is_home_and_not_what_it_lies_in(text, headline, expected):
    assert home(text, "en", headline) == expected


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        (
            "Fernsby sold 300 carts. It opened shops, and Fernsby's staff grew.",
            "Fernsby hails good year",
            "Fernsby",
        ),
        (
            "Visits to Tarrow Valley rose 5%. Tarrow Valley has 60 inns.",
            "Tarrow Valley full",
            "Tarrow Valley",
        ),
        ("Trade was up 3% at Christmas. At Christmas 30 shops opened.", "Christmas joy", None),
        ("Senator Jane Orwick saw 300 carts. Jane Orwick left.", "Orwick drives", None),
        ("Carts sold well, and carts cost £30. Carts are in.", "Carts are back", None),
    ],
)
def test_a_name_that_title_and_lead_share_is_home_where_no_list_has_it(text, headline, expected):
    found = drafted(text, "en", headline=headline).home
    assert (found.value if found and found.rule == "en.place.title-name" else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江渔业兴旺。全省渔船300艘。我省渔港30座，全省渔民上岸40人。", "浙江"),
        ("浙江渔业兴旺。全市渔船300艘。我市渔港30座，全市渔民上岸40人。", "宁波"),
    ],
)
def test_what_is_called_the_province_again_and_again_is_not_the_city_of_the_title(text, expected):
    found = drafted(text, "zh", headline="宁波海关：海鱼畅销").home
    assert found is not None
    assert found.value == expected


def test_news_of_several_places_told_by_turns_are_of_what_holds_them():
    told = (
        "江苏出台办法。全省新建学校35所。",
        "湖北着力培训。全省新建学校40所。",
        "甘肃加强培训。全省新建学校50所；浙江也这样做。",
    )
    text = "\n".join(told)
    document = drafted(text, "zh", published="2022-06-12")
    assert document.home.value == "全国"
    assert [draft.fields["place"] for draft in document.claims] == ["江苏", "湖北", "甘肃"]


def test_a_place_of_the_title_stays_what_an_article_is_about_beside_others():
    text = "江苏出台办法。全省新建学校35所。\n湖北也这样做。\n甘肃也这样做。全省新建学校50所；浙江没有。"
    assert drafted(text, "zh", published="2022-06-12", headline="江苏新建学校").home.value == "江苏"


def test_a_listed_name_behind_another_word_is_no_new_name():
    text = "经湖州市人民政府同意，印发通知。2025年，全市新建渔港5座。"
    assert drafted(text, "zh", headline="渔港通知").home.value == "湖州"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shipyards in Hefei, Hangzhou and Suzhou sought most men. In all 300 men were sought.", "China"),
        (
            "Shipyards in Hefei, Hangzhou and Suzhou sought most men. In Hangzhou 300 men were sought.",
            "Hangzhou",
        ),
        ("Shipyards in Hefei and Hangzhou sought most men. In all 300 men were sought.", "Hefei"),
    ],
)
def test_several_places_of_which_none_stands_out_are_parts_of_what_an_article_is_about(text, expected):
    assert home(text, "en") == expected


def test_what_a_headline_says_of_the_nation_is_not_about_the_city_named_most():
    text = (
        "A recruitment platform asked 900 riders.\nPay rose by 3 percent.\nMost of the riders are men.\n"
        "In pay, Shenzhen ranks first with 6,000 yuan, Suzhou second with 5,600 yuan.\n"
        "Those who came to Shenzhen are 27 years old.\nShenzhen has 300 platforms."
    )
    assert home(text, "en", "Riders' pay nationwide reached 5,100 yuan") == "China"
    assert home(text, "en", "Riders' pay reached 5,100 yuan") == "Shenzhen"


def test_what_is_said_of_the_state_later_outweighs_no_city_that_the_lead_is_about():
    text = (
        "Las Vegas home prices fell 5 percent.\nSome 300 homes were sold in Las Vegas in February.\n"
        "Prices have fallen since 2006.\nNevada leads the nation in foreclosures.\n"
        "In the state, 40 notices were filed.\nThe state had 60 notices a year ago.\nThe state has 9 judges."
    )
    assert home(text, "en", "Home prices slide again") == "Las Vegas"


def test_what_a_paragraph_points_at_is_where_the_one_before_it_went():
    visit = "浙江招工40人。浙江大。\n在杭州的渔港，渔民很多。\n"
    assert field(f"{visit}这处渔港有渔船30艘。", "place", "zh") == ["浙江", "杭州"]
    assert field(f"{visit}这样的渔船有30艘。", "place", "zh") == ["浙江", "浙江"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KUALA LUMPUR: The fund paid 5.5%. It has 16 million members. In Sarawak 700,000 pay.", "Malaysia"),
        ("SYDNEY: Australian wages rose 3.7%. In Perth they rose 4.2%.", "Australia"),
        ("Hefei (Harbour Daily) - Data of Anhui show 300 jobs. Wuhu added 40.", "Anhui"),
        ("Wuxi Daily: Firms of the city hired 300 cooks. Binhu District hired 40.", "Wuxi"),
    ],
)
def test_where_the_news_was_written_tells_whose_parts_are_only_looked_at(text, expected):
    assert home(text, "en", "A good year") == expected


def test_what_comes_to_the_country_that_the_news_is_written_in_is_told_of_it():
    text = "HANOI, May 4 -- Firms put 300 dollars into Vietnam. Japan gave 40."
    assert home(text, "en", "A good year") == "Vietnam"


def test_who_only_brings_the_news_brings_it_in_the_title_too():
    text = "智联招聘发布的报告显示，杭州月薪1万元。"
    assert home(text, "zh", "智联招聘：月薪上涨") == "杭州"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Pay in Nalong Village in the west of Guangxi rose. In Tian County, the village has vines. "
                "The village set up a shed, and the village sells.\n\nSome 58 growers picked grapes."
            ),
            "Nalong Village",
        ),
        (
            "zh",
            "葡萄熟了\n\n田东县永兴镇的收入增加了。该镇种葡萄，全镇都种。我镇很美。\n\n有58户摘了葡萄。",
            "永兴镇",
        ),
    ],
)
def test_the_village_that_an_article_goes_on_calling_so_is_what_it_is_about(language, text, expected):
    assert field(text, "place", language)[-1] == expected
