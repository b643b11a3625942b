"""What an article calls the organisation that it deals with, and whom its words for one mean."""

from __future__ import annotations

import pytest

from checker.claims.subjects.bodies import fits, is_firm, nouns_of
from tests.claims.cases import only, told

FIRM = "翎禾汽车昨日公布产销快报。"

# Organisation, the figure that is its own, the title, the text.
OWN = [
    # told once in full, then by its coined name, by the word for its sort, and by nothing
    ("翎禾汽车", "5.2万辆", "翎禾前三季度出口翻番", FIRM + "\n\n出口方面，翎禾出口整车5.2万辆。\n\n公司员工9200人。"),
    ("翎禾汽车", "9200人", "翎禾前三季度出口翻番", FIRM + "\n\n翎禾出口整车5.2万辆。\n\n公司员工9200人。"),
    ("翎禾汽车", "640家", "翎禾前三季度出口翻番", FIRM + "\n\n公司员工9200人。\n\n海外网点640家。"),
    # a park that the title calls by its sort alone
    (
        "浔泽软件园",
        "320家",
        "软件园的新账本",
        "浔泽软件园昨天开会。去年，园区收入46亿元。\n\n园区扩容。\n\n高新技术企业320家。",
    ),
    # a university by its first character
    ("浔泽大学", "6200人", "浔大毕业生去了哪里", "浔泽大学发布报告。\n\n浔大毕业生共6200人。"),
    # a firm of a house: what all of them are called means none of them but the house
    (
        "屹霖医药集团",
        "46亿元",
        "屹霖医药集团上半年增收",
        "屹霖医药集团公布半年报。\n\n屹霖物流、屹霖食品各有侧重。\n\n集团营业收入46亿元。",
    ),
]
# Organisation, the figure, the text: an article of a place that turns to firms.
TURNS = [
    ("屹霖机械公司", "8.6亿元", "槐安市工业走稳。\n\n在屹霖机械公司的车间，机器不停。这家企业营业收入8.6亿元。"),
    ("屹霖液压公司", "2.3亿元", "槐安市工业走稳。\n\n它旗下的屹霖液压公司营收2.3亿元。"),
    ("", "46亿元", "槐安市工业走稳。\n\n这家企业营业收入8.6亿元。全市财政收入46亿元。"),
    # no school means a firm
    ("", "46所", "槐安市工业走稳。\n\n屹霖机械公司的车间，机器不停。全市学校46所。"),
]

# An article of a group and of one of its houses: a figure is of the body that its own clause is told of.
HOUSES = [
    ("浔澜机场集团", "2900万人次", "2024年，集团旅客吞吐量2900万人次。"),
    ("浔澜国际机场", "2200万人次", "核心枢纽浔澜国际机场旅客吞吐量2200万人次。"),
    ("浔澜机场", "2200万人次", "集团新开航线。去年，浔澜机场旅客吞吐量2200万人次。"),
    ("浔澜机场", "24万吨", "集团新开航线。全年浔澜机场货邮吞吐量24万吨。"),
    ("浔澜机场集团", "3100万人次", "新的一年，集团提出旅客吞吐量3100万人次、浔澜机场2400万人次的目标。"),
    ("浔澜机场", "2400万人次", "新的一年，集团提出旅客吞吐量3100万人次、浔澜机场2400万人次的目标。"),
    ("浔澜机场集团", "2750万人次", "浔澜机场加密航班。对照下达的集团2750万人次的旅客吞吐量计划，进度过半。"),
]


@pytest.mark.parametrize(("org", "figure", "text"), HOUSES)
def test_a_group_and_its_house_are_two_bodies(org, figure, text):
    lead = "浔澜机场集团昨日开会。\n\n"
    assert only(lead + text, figure, place="", title="浔澜机场集团2024年答卷").scope.org == org


# Funds and works have figures of their own for a sentence, and leave none to the next one.
THINGS = [
    ("浔泽创新母基金", "30亿元", "浔泽创新母基金去年设立，总规模30亿元。"),
    ("浔泽创新母基金", "16亿元", "浔泽创新母基金、青石种子基金去年设立。到9月底，母基金实缴资金16亿元。"),
    ("青石种子基金", "16亿元", "浔泽创新母基金、青石种子基金去年设立。到9月底，种子基金实缴资金16亿元。"),
    ("浔江防洪治理工程", "31公里", "其中浔江防洪治理工程投资9.8亿元，新修堤防31公里。"),
    ("", "46所", "浔泽创新母基金去年设立，规模30亿元。全市新建学校46所。"),
    ("", "46所", "浔泽创新母基金去年设立，规模30亿元。新建学校46所。"),
]


@pytest.mark.parametrize(("org", "figure", "text"), THINGS)
def test_what_a_fund_or_works_own(org, figure, text):
    assert only(text, figure, place="浔泽市").scope.org == org


# What the state's own bodies tell is the country's; a local branch of one tells of its place.
STATE = [
    ("全国", "3.1%", "国家统计局今天公布的数据显示，上半年居民消费价格指数上涨3.1%。"),
    ("浔泽市", "3.1%", "国家统计局今天公布的数据显示，上半年浔泽市居民消费价格指数上涨3.1%。"),
    ("", "3.1%", "国家税务总局浔泽市税务局统计显示，上半年税收上涨3.1%。"),
]


@pytest.mark.parametrize(("place", "figure", "text"), STATE)
def test_whose_the_numbers_of_the_state_are(place, figure, text):
    claim = next(c for c in told(text, place="") if c.text.endswith(figure))
    assert (claim.scope.place == place) if place else claim.scope.place != "全国"


def test_what_a_body_is_called_before_its_name_is_no_part_of_its_metric():
    claim = only("核心枢纽浔澜国际机场旅客吞吐量2200万人次。", "2200万人次")
    assert claim.metric.text == "旅客吞吐量"


def test_a_sort_of_houses_that_is_counted_owns_nothing():
    text = "屹霖物流公司旺季货运繁忙。目前，驻场货运航空公司6家，通航城市80个。"
    assert only(text, "80个").scope.org != "驻场货运航空公司"


def test_where_a_clause_turns_to_a_larger_place():
    text = "青石镇有烘干机3台；放在全县，烘干机共有29台。"
    assert only(text, "29台", place="槐安县").scope.place == "槐安县"


@pytest.mark.parametrize(("org", "figure", "title", "text"), OWN)
def test_the_figures_of_an_article_about_one_organisation_are_its_own(org, figure, title, text):
    assert only(text, figure, place="", title=title).scope.org == org


@pytest.mark.parametrize(("org", "figure", "text"), TURNS)
def test_whom_a_paragraph_turns_to(org, figure, text):
    assert only(text, figure, place="槐安市", title="槐安市工业走稳").scope.org == org


def test_a_figure_of_nothing_known_has_its_owner_too():
    claims = told("青岭理工大学公布数据。全校现有学生2.6万人。\n\n学校扩招。", place="", title="青岭理工大学扩招")
    assert {c.scope.org for c in claims} == {"青岭理工大学"}


def test_culture_and_tourism_of_a_place_is_no_firm():
    text = "浔泽文旅交出答卷。上半年，全市接待游客620万人次。\n\n民宿收入8.6亿元。"
    assert only(text, "8.6亿元", place="", title="浔泽文旅上半年走稳").scope.org == ""


@pytest.mark.parametrize("text", ["翎禾发展势头好。“无忧街区”建成投用，新增车位320个。"])
def test_what_is_quoted_whole_is_no_place(text):
    assert only(text, "320个", place="").scope.place == ""


@pytest.mark.parametrize("name", ["新能源汽车", "智能家电", "城市更新"])
def test_what_is_of_many_is_no_firm(name):
    assert not is_firm(name)


def test_words_for_a_sort():
    assert nouns_of("浔泽银行") != nouns_of("浔泽医院")
    assert fits("我们", "浔泽银行")
    assert not fits("该校", "浔泽银行")


# Home → text, title: a town behind its year, one that begins like a verb; no port, no word that is told once.
HOMES = [
    ("望礁县", "望礁外海起捕。全县渔船320艘。\n\n望礁的渔业兴旺。", "把船开远"),
    ("望礁市", "2024年望礁新增就业5.2万人，全市招聘会320场。\n\n望礁各区发力。", "2024年望礁稳就业"),
    ("全县", "鲸湾渔港开捕。全县渔船320艘。", "鲸湾渔港开捕"),
]


@pytest.mark.parametrize(("home", "text", "title"), HOMES)
def test_home(home, text, title):
    claim = next(c for c in told(text, place="", title=title) if c.text in {"320艘", "320场"})
    assert claim.scope.place == home


def test_a_goal_set_at_the_beginning_of_the_year_is_of_that_year():
    claim = only("公司将维持年初提出的全年交付320台的目标。", "320台", day="2025-08-28")
    assert claim.period is not None
    assert claim.period.start is not None
    assert claim.period.start.year == 2025


@pytest.mark.parametrize(("day", "year"), [("2025-01-10", 2024), ("2025-03-10", 2025)])
def test_a_goal_that_is_reached_in_january_is_of_the_year_before(day, year):
    claim = only("公司交付整车350台，年初320台的计划超额完成。", "320台", day=day)
    assert claim.period is not None
    assert claim.period.start is not None
    assert claim.period.start.year == year


def test_who_turns_faster_than_a_group_is_no_group():
    claims = told("屹霖液压公司营收2.3亿元，增速达到31%，快过集团的12%。", place="槐安市")
    assert {c.scope.org for c in claims} == {"屹霖液压公司"}
