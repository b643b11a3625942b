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


def test_who_turns_faster_than_a_group_is_no_group():
    claims = told("屹霖液压公司营收2.3亿元，增速达到31%，快过集团的12%。", place="槐安市")
    assert {c.scope.org for c in claims} == {"屹霖液压公司"}
