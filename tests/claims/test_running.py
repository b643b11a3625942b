"""What figures are of that leave it to what is talked about: the name first, then figure and text."""

from __future__ import annotations

import pytest

from checker.claims.metrics.nameless import names_nothing
from checker.model import Status
from tests.claims.cases import only, told

# Metric → (figure, text).
READS = {
    # a part that only its house or branch names is of the measure that was told before
    "总厂产量": [("3.6万吨", "全年产量8.9万吨，同比增长4%。总厂3.6万吨，增长2%。")],
    "东片供水量": [("820万立方米", "三片供水量：东片820万立方米，西片640万立方米。")],
    "西片供水量": [("640万立方米", "三片供水量：东片820万立方米，西片640万立方米。")],
    "冷链货物周转量": [("12.4万吨", "货物周转量86.2万吨，其中冷链12.4万吨。")],
    # a measure is told short by the noun that it is a measure of, anywhere in the article
    "国际旅客吞吐量": [("12万人次", "口岸旅客吞吐量96万人次。\n\n客流回升。国际旅客12万人次。")],
    # which side of a kind is meant is no kind
    "境外航空公司": [("6家", "航空公司28家，其中国内22家、境外6家。")],
    # parts that make up their total to the digit, however the list begins
    "北楼床位": [("320张", "全院床位980张，分布在三栋楼：北楼320张、南楼360张、西楼300张。")],
    # by its unit a house of people tells whose the people are
    "幼儿园在校生": [("2.1万人", "小学在校生7.2万人。初中在校生3.1万人，幼儿园2.1万人。")],
    # what is gone into by its name or its number, to the end of the sentence
    "行政申诉案件": [("120件", "申诉案件中，行政120件，民事40件。")],
    "民事申诉案件": [("40件", "申诉案件中，行政120件，民事40件。")],
    "低年级座位": [("640个", "新增座位1860个。这1860个座位中，高年级1220个，够44个班；低年级640个。")],
    # a percentage that names only whose it is
    "第二茬成活率": [("83%", "第一茬成活率68%，第二茬83%。")],
    "家长参与率": [("71%", "老师参与率92%。家长只有71%。")],
    "食品制造业增加值": [("增长9.3%", "工业增加值增长6.5%；食品制造业增长9.3%。")],
    # the only measure told in a unit, wherever, of an amount that a stretch of time brought
    "轿车销量": [("2.1万辆", "上半年销量8.6万辆。\n\n再看分项。一季度轿车2.1万辆。")],
    # a part is known by its number from there on
    "自营轿车销量": [("3152辆", "上半年销量8.6万辆，轿车21520辆。21520辆里，自营3152辆。")],
    # people who are told as parts of what they do, and again by the same words
    "职工工伤保险参保": [("84.1万人", "工伤保险参保92.6万人，其中职工84.1万人。")],
    "居民基本医疗保险参保": [
        ("116.2万人", "基本医疗保险参保198.6万人，其中职工82.4万人，居民116.2万人。"),
        ("1.2万人", "基本医疗保险参保198.6万人，其中职工82.4万人，居民116.2万人。一年里居民多了1.2万人。"),
    ],
    # nothing but a time
    "茶园面积": [("8.1万亩", "全县茶园面积8.6万亩。去年同期是8.1万亩。")],
    # the number tells what it is
    "游泳馆": [("127家", "全市游泳馆127家。\n\n怎么管？127家，一家不能少。")],
}

# Figures that no other one names, with what they are read as.
APART = [
    ("产量8.9万吨，库存1.2万吨。", "1.2万吨", "库存"),
    # sums of money that another makes with a third are of their own
    ("全年收入50亿元，支出46亿元，结余4亿元。", "4亿元", "结余"),
    ("全县产值86亿元，减税4亿元。", "4亿元", "减税"),
    # a share of a whole, and a verb that takes one as its object
    ("成活率68%。鲈鱼占31%。", "31%", "鲈鱼"),
    ("工业增加值增长6.5%；旅客增长9.3%。", "增长9.3%", "旅客"),
    # so many on a day are no amount of what was sold, and two measures leave it open
    ("上半年销量8.6万辆。\n\n停着轿车120辆。", "120辆", "轿车"),
    ("上半年销量8.6万辆，产量8.8万辆。\n\n一季度轿车2.1万辆。", "2.1万辆", "轿车"),
    # nobody tells that they are part of it
    ("工伤保险参保92.6万人。职工4万人。", "4万人", "职工"),
    # people are themselves whatever they are gone into from
    ("2100名职工里，医师640人。", "640人", "医师"),
    # another thing that a measure word counts
    ("科创平台16个，其中实验室6个。", "6个", "实验室"),
    ("海铁联运量86万标箱。多式联运量12万标箱。", "12万标箱", "多式联运"),
]

# Figures that are left without a name: another paragraph, two topics, a size of something else.
UNNAMED = [
    ("全县茶园面积8.6万亩。\n\n来看看。共8.1万亩。", "8.1万亩"),
    ("茶园8.6万亩、果园9.2万亩。去年同期是8.1万亩。", "8.1万亩"),
]

IDLE = [("所以",), ("单季",), ("为止",), ("站稳",), ("多一点",)]
NAMES = [("企业",), ("一期",), ("进度",), ("死亡",), ("招生",), ()]


@pytest.mark.parametrize(("metric", "figure", "text"), [(m, *row) for m, rows in READS.items() for row in rows])
def test_reads(metric, figure, text):
    assert {c.metric.text for c in told(text) if c.text == figure} == {metric}


@pytest.mark.parametrize(("text", "figure", "metric"), APART)
def test_a_name_of_its_own_is_kept(text, figure, metric):
    assert only(text, figure).metric.text == metric


@pytest.mark.parametrize(("text", "figure"), UNNAMED)
def test_nothing_is_guessed(text, figure):
    assert [c.metric.text for c in told(text) if c.text == figure] == []


@pytest.mark.parametrize("words", IDLE)
def test_adverbs_times_and_plain_verbs_name_nothing(words):
    assert names_nothing(words)


@pytest.mark.parametrize("words", NAMES)
def test_what_things_are_called_by_names_them(words):
    assert not names_nothing(words)


def test_what_was_done_to_some_of_them_is_told_of_some():
    text = "今年救助候鸟147只。治疗后放飞113只。"
    assert [c.role for c in told(text) if c.text == "113只" and c.metric.text == "候鸟"] in ([], ["subset"])


def test_how_many_more_a_part_has_is_no_level_of_it():
    text = "小学在校生7.2万人，初中在校生3.1万人。与上学年相比，小学多1500人。"
    assert (only(text, "1500人").metric.text, only(text, "1500人").role) == ("小学在校生", "delta")


def test_a_goal_is_not_due_when_it_was_told():
    goal = only("今年的目标在3月的订货会上已经公布：总产量58万吨。", "58万吨")
    assert goal.status is Status.TARGET
    assert goal.period is not None
    assert goal.period.end is not None
    assert goal.period.end.month == 12


def test_a_growth_goes_with_what_the_part_is_named():
    growth = only("全年产量8.9万吨，同比增长4%。总厂3.6万吨，增长2%。", "增长2%")
    assert growth.metric.text == "总厂产量"
