"""What a growth is told against, and how a figure told by how much it is more is read: sentences first."""

from __future__ import annotations

import pytest

from checker.model import Kind
from tests.claims.cases import days, only, told

# Sentence → the baseline of its last growth.
READS = {
    "粮库库容比五年前增长37.2%。": "比五年前",
    "粮库库容较2021年增长60%。": "较2021年",
    "粮库库容较之2021年增长60%。": "比2021年",
    "客流比闹旱灾的2022年增长12%。": "比闹旱灾的2022年",
    "与2018年末相比，法人单位增长37.2%。": "比2018年末",
    "与三年前相比，法人单位增长37.2%，利润翻了一番。": "比三年前",
    "发病率比改造前下降2.1个百分点。": "比改造前",
    "出栏量是前年的近两倍。": "是前年",
    "年诊疗量相当于建院之初的四倍。": "是建院之初",
}
# Growths that nothing is said of but the growth.
NONE = [
    "产值增长9.3%，占比提高2.1个百分点。",
    "2024年教育支出32.6亿元，比上年的30.7亿元增长6.2%。",
    "产值增长较快，增幅9.3%。",
]


@pytest.mark.parametrize(("text", "basis"), READS.items(), ids=READS)
def test_a_growth_is_told_against(text, basis):
    assert [c.figure.basis for c in told(text) if c.kind == Kind.GROWTH][-1] == basis


@pytest.mark.parametrize("text", NONE)
def test_no_baseline(text):
    assert [c.figure.basis for c in told(text) if c.kind == Kind.GROWTH][-1] == ""


@pytest.mark.parametrize(
    ("metric", "figure", "text"),
    [
        ("水面", "扩大了近一倍", "目前，水面恢复到57平方公里，比旱情最重的去年9月扩大了近一倍。"),
        ("诊疗", "四倍", "年诊疗量相当于建院之初的四倍。"),
        ("药价", "相比下降12%", "药价与集采之前相比下降12%。"),
        ("水面", "20平方公里", "2024年，水面57平方公里，比大旱的2023年增加20平方公里。"),
        ("票价", "6元", "平均票价却比去年同期便宜了6元。"),
        ("旅客", "9.6万人次", "火车站发送旅客128.4万人次，比去年春运多发送9.6万人次。"),
    ],
)
def test_what_it_is_told_against_is_no_metric(metric, figure, text):
    assert only(text, figure).metric.text == metric


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("6元", "平均票价却比去年同期便宜了6元。"),
        ("9.6万人次", "火车站发送旅客128.4万人次，比去年春运多发送9.6万人次。"),
        ("1.2万斤", "合作社的枇杷比隔壁村多卖了1.2万斤。"),
        ("8米", "新桥比老桥宽8米。"),
    ],
)
def test_more_than_another_is_a_difference(figure, text):
    assert [c.role for c in told(text) if c.text == figure] == ["delta"]


@pytest.mark.parametrize("text", ["较多的设备有6台。", "比较多的一户养蜂60箱。"])
def test_much_is_no_difference(text):
    assert [c.role for c in told(text)] in ([], ["value"])


def test_what_a_time_is_compared_with_rules_no_growth():
    text = "2024年，水面57平方公里，比大旱的2023年扩大20%。"
    assert days(only(text, "扩大20%").period) == "2024-01-01..2024-12-31"
    text = "2024年游客120万人次，在上年基数较高的情况下仍增长9%。"
    assert days(only(text, "增长9%").period) == "2024-01-01..2024-12-31"


@pytest.mark.parametrize(
    ("metric", "figure", "text"),
    [
        ("蒸发量", "2644毫米", "但蒸发量却达到2644毫米。"),
        ("首付比例", "30%", "首付比例须提高到30%。"),
        ("库容", "73万吨", "总库容由此达到73万吨。"),
        ("种植面积", "40万亩", "种植面积因此减少到40万亩。"),
        ("参赛选手", "2.4万人", "本届参赛选手达2.4万人。"),
        ("湖面面积", "57平方公里", "湖面面积恢复到57平方公里。"),
    ],
)
def test_words_that_only_join_name_nothing(metric, figure, text):
    assert only(text, figure).metric.text == metric


@pytest.mark.parametrize("text", ["一次就订走120台。", "最大的一单要了120台。"])
def test_that_there_was_one_names_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("312天", "空气优良天数达到312天。"),
        ("17天", "重污染天数由17天减少到9天。"),
        ("9天", "重污染天数由17天减少到9天。"),
    ],
)
def test_a_number_of_days_is_an_amount(figure, text):
    assert only(text, figure).kind is Kind.QUANTITY


@pytest.mark.parametrize("text", ["在职护士124人。", "在编教师860人。"])
def test_who_is_there_is_counted_as_a_level(text):
    assert [c.metric.event for c in told(text)] == [False]


@pytest.mark.parametrize(
    ("metric", "role", "figure", "text"),
    [
        ("群众", "base", "2.2万人次", "上半年接待群众3.1万人次，远高于去年同期的2.2万人次。"),
        ("房", "value", "22间", "客栈从最早的3间房做到了如今的22间。"),
        ("馒头", "value", "八千个", "我们的馒头一天能卖八千个。"),
        ("馒头", "value", "三倍", "馒头卖出八千个，是平时的三倍。"),
        ("微创手术", "value", "超过2100台", "仅微创手术一项就超过2100台。"),
        ("销售额", "value", "微增2.1%", "全年销售额微增2.1%。"),
        ("营收", "value", "比2019年高出10%", "营收比2019年高出10%。"),
    ],
)
def test_role(metric, role, figure, text):
    found = [c for c in told(text) if c.text == figure]
    assert [(c.metric.text, c.role) for c in found] == [(metric, role)]


def test_the_end_of_a_change_of_growths_is_a_growth():
    first, last = told("用电量增速从4.1%加快至6.9%。")
    assert (first.kind, first.role, last.kind, last.metric.text) == (Kind.GROWTH, "base", Kind.GROWTH, "用电量")
