"""Whom figures are told of: the place or organisation first, then the texts, of a paper of 松屿区."""

from __future__ import annotations

import pytest

from checker.claims.metrics.qualifiers import levels, unlevelled
from checker.claims.subjects.grounds import is_org, stem_of
from tests.claims.cases import only, told

# Place → (figure, text).
PLACES = {
    "松屿区": [
        ("42家", "全区新增企业42家。"),
        ("42家", "该区新增企业42家。"),
        ("42家", "新增企业42家。"),
        ("42家", "来自槐安市的企业达到42家。"),
    ],
    "云港市、槐安市": [
        ("42家", "云港市和槐安市新增企业42家。"),
        ("42亿立方米", "向云港市、槐安市供水42亿立方米。"),
    ],
    "槐安市": [("42家", "槐安市新增企业42家。"), ("12家", "槐安市新增企业42家，其中高企12家。")],
    # what several places share is of none of them, nor is what a line between two carries
    "": [
        ("7个", "云港市、槐安市等7个城市新增公交线路。"),
        ("610公里", "云港市至槐安市高铁全长610公里。"),
    ],
    "全市": [("42家", "全市新增企业42家。")],
    "全省": [("620家", "全省新增企业620家。")],
    "槐安高新区": [("36家", "槐安高新区引进企业36家。"), ("36家", "位于槐安高新区的企业达到36家。")],
}

# Organisation → (figure, text).
ORGS = {
    "远帆智能装备股份有限公司": [
        ("180件", "远帆智能装备股份有限公司拥有专利180件。"),
        ("230名", "远帆智能装备股份有限公司拥有专利180件，研发人员230名。"),
        ("180件", "远帆智能装备股份有限公司今年签约项目36个。该公司拥有专利180件。"),
        ("180件", "远帆智能装备股份有限公司今年签约项目36个。拥有专利180件。"),
    ],
    "松屿区第一中学": [
        ("126名", "松屿区第一中学拥有教师126名。"),
        ("126名", "松屿区第一中学扩容。该校拥有教师126名。"),
    ],
    "": [
        ("42家", "远帆智能装备股份有限公司拥有专利180件。全区新增企业42家。"),
        ("42家", "远帆智能装备股份有限公司拥有专利180件。\n\n新增企业42家。"),
        ("42家", "全区新增企业42家。"),
    ],
    "望川附院": [
        ("420张", "望川大学附属医院（以下简称“望川附院”）开诊。\n\n今年，望川附院新增床位420张。"),
        ("1200张", "望川大学附属医院（以下简称“望川附院”）拥有床位1200张。"),
    ],
}

LEVELS = {
    ("省级以上",): ["省级以上平台86个。", "省级及以上平台86个。"],
    ("市级以上",): ["市级以上平台86个。"],
    ("规上",): ["规模以上企业86家。", "规上企业86家。"],
    ("公办",): ["公办幼儿园86所。"],
    ("人均",): ["人均可支配收入5.2万元。"],
    ("日均",): [
        "客流日均1.2万人次。",
        "日均接待游客1.2万人次。",
        "日均客流1.2万人次。",
        "平均每天有820位老人来食堂吃饭。",
    ],
    ("月均",): ["月均服务求职者2600人次。"],
    ("校级以上",): ["校级以上精品课程47门。"],
    (): ["平台86个。", "专精特新企业86家。"],
}

MISSES = {
    ("日均",): ["日均接待从周边各县乘坐公交赶来的游客1.2万人次。"],  # read only near the figure
}


def rows(table):
    return [(name, *row) for name, texts in table.items() for row in texts]


def test_a_digest_of_many_places_is_at_home_in_none():
    story = "{0}引进企业42家。{0}扩大开放。{0}办好实事。\n\n"
    text = story.format("云港市") + story.format("槐安市") + "新增企业36家。"
    assert only(text, "36家", place="").scope.place == ""


STANDING = {
    "槐安市": [
        "槐安市推动项目建设，促进转型。截至2月底，已开工项目46个。",
        "槐安市扩大开放。引进企业46个。办好实事。",
    ],
    # another paragraph, another place in the sentence, a place told of with others
    "": [
        "槐安市扩大开放。\n\n引进企业46个。",
        "槐安市、云港市扩大开放。引进企业46个。",
    ],
}


@pytest.mark.parametrize(("place", "text"), [(p, t) for p, ts in STANDING.items() for t in ts])
def test_the_place_that_opens_a_paragraph_is_that_of_its_figures(place, text):
    claim = only(text + "\n\n云港市办好实事。", "46个", place="")
    assert (claim.scope.place, claim.scope.explicit) == (place, False)


def test_a_sort_of_road_owns_nothing():
    claims = told("高速铁路里程达到4.5万公里，高速公路里程达到18万公里。")
    assert {c.scope.org for c in claims} == {""}


@pytest.mark.parametrize(("place", "figure", "text"), rows(PLACES))
def test_place(place, figure, text):
    assert only(text, figure).scope.place == place


@pytest.mark.parametrize(("org", "figure", "text"), rows(ORGS))
def test_organisation(org, figure, text):
    assert only(text, figure).scope.org == org


@pytest.mark.parametrize(("names", "text"), [(n, t) for n, ts in LEVELS.items() for t in ts])
def test_levels(names, text):
    assert only(text).scope.levels == names


@pytest.mark.xfail(reason="the school of a page that names none is held to be the page's district")
def test_whole_school_is_no_district():
    assert only("全校现有教师126名。").scope.place != "松屿区"


def test_who_is_ranked_and_among_whom():
    assert only("岭泉市位列全国百强榜第37位。", place="").scope.place == "岭泉市"
    assert only("在全省营商环境评价里名列第五的企业推出举措。", place="").scope.place == ""


def test_a_title_of_honour_is_no_place():
    assert only("作为“中国香菇之乡”，岭泉县今年产鲜菇16万吨。", "16万吨", place="").scope.place == "岭泉县"


def test_an_honour_of_the_country_is_a_grade_and_no_scope():
    country, province, all_ = told("全国文明村12个，省级文明村36个，文明村共86个。", place="")
    assert (country.scope.place, country.scope.levels) == ("", ("国家级",))
    assert (province.scope.place, province.scope.levels, all_.scope.place) == ("", ("省级",), "")
    assert only("全国共有文物保护单位5000处。", place="").scope.place == "全国"


def test_what_each_has_is_a_mean():
    assert only("全区人均拥有公园绿地14平方米。").scope.levels == ("人均",)
    assert only("全区拥有公园绿地14平方米。").scope.levels == ()


def test_pronoun_is_no_metric():
    found = told("松屿区第一中学扩容。该校占地36亩。")
    assert "该校" not in [c.metric.text for c in found]


def test_a_speaker_of_a_body_tells_of_the_whole_place():
    assert only("槐安市林业局局长林舟介绍，全市现有林地36万亩。", "36万亩").scope.org == ""


@pytest.mark.parametrize(
    ("text", "figure", "org"),
    [
        ("槐安市林业局3月6日通报，全市现有林地36万亩。", "36万亩", ""),
        ("槐安海关12日发布消息，去年口岸出口车辆2.6万辆。", "2.6万辆", ""),
        ("槐安海关去年查验车辆2.6万辆。", "2.6万辆", "槐安海关"),
    ],
)
def test_a_body_that_tells_of_others_on_a_day_owns_nothing(text, figure, org):
    assert only(text, figure).scope.org == org


def test_a_hospital_of_the_province_is_no_place():
    assert only("望川省立医院集团开放床位1200张。").scope.place != "望川省"


def test_each_clause_has_its_own_place():
    city, district = told("槐安市引进企业42家，松屿区引进企业12家。")
    assert (city.scope.place, district.scope.place) == ("槐安市", "松屿区")


def test_place_says_whether_it_is_stated():
    assert only("全区新增企业42家。").scope.explicit
    assert not only("新增企业42家。").scope.explicit


def test_relative_place_without_a_home_stays_relative():
    assert only("全区新增企业42家。", place="").scope.place == "全区"


def test_scope_says_where_it_stands():
    claim = only("槐安市新增企业42家。")
    span = claim.evidence["scope"]
    assert span.end - span.start == len("槐安市")


def test_what_an_article_is_about_is_its_main_organisation():
    text = "青石造船集团下水新船。青石造船集团拥有船坞6座。青石造船集团表示，青石造船集团职工达到4200人。"
    assert only(text, "6座", title="青石造船集团下水新船").scope.main
    assert not only("远帆装备股份有限公司拥有船坞6座。", title="简讯").scope.main


def test_levels_are_canonical_and_in_order():
    assert levels("省级以上规模以上企业") == ("省级以上", "规上")
    assert levels("") == ()


def test_words_without_their_qualifiers():
    assert unlevelled(("规上", "工业", "企业")) == ("工业", "企业")
    assert unlevelled(("规上",)) == ("规上",)


@pytest.mark.parametrize(("name", "stem"), [("松屿区", "松屿"), ("槐安高新区", "槐安"), ("槐安", "槐安"), ("", "")])
def test_stem(name, stem):
    assert stem_of(name) == stem


def test_organisations_end_like_one():
    assert is_org("青石造船集团")
    assert not is_org("青石行动")
    assert not is_org("")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("赤峰市", "在内蒙古赤峰市红山湖，最高的冰块达到3米。"),
        ("青石镇", "最大点雨量出现在青石镇，为312.6毫米。"),
        ("松屿区", "该区在2023年度全省数字政府评估中名列第四名。"),
        ("", "作为我省历史较久的三甲医院，附院现有职工5260人。"),
        ("", "我国北方大型渔港——潍港投入使用，每天交易量300吨。"),
        ("", "进入ESI全球前1%的学科达到12个。"),
        ("", "从沿线四县（区）招录队员151人。"),
    ],
)
def test_place_is_whose_the_figure_is(place, text):
    assert told(text, place="松屿区" if place == "松屿区" else "")[-1].scope.place == place


def test_place_that_is_compared_with_is_not_the_articles_own():
    claim = told("该县种植面积52万亩，出口量在全国排名第二，仅次于邻省的青石县。", place="")[0]
    assert claim.scope.place == "该县"


def test_place_of_a_scene_says_nothing_of_the_next_sentence():
    claim = told("在青岛市崂山区，工人正把36根管子放进沟槽。攻坚以来，换掉旧管665公里。", place="")[-1]
    assert claim.scope.place == ""


def test_a_branch_that_the_title_names_is_meant_by_its_own_name():
    text = "滨河医疗集团东院区启用一年。东院区现有职工1680人。"
    assert only(text, "1680人", title="东院区一周岁").scope.org == "滨河医疗集团东院区"
    assert only(text, "1680人", title="简讯").scope.org != "滨河医疗集团"
