"""Bare numbers of 人数 and the like, and figures that stand by themselves."""

from __future__ import annotations

import pytest

from checker.model import Behaviour, Kind, Status
from tests.claims.cases import only, told

READS = {
    "人次": ["景区入园人次突破50万。", "入园人次累计达到50万。"],
    "人": ["志愿者人数已达1.2万。"],
    "": ["编号为50万。", "注册资本50万。"],
}


@pytest.mark.parametrize(("unit", "text"), [(unit, text) for unit, texts in READS.items() for text in texts])
def test_bare_number(unit, text):
    (claim,) = [c for c in told(text) if c.kind in (Kind.QUANTITY, Kind.NUMBER)]
    assert claim.value.unit == unit


# The figure, its metric and verb, and the text in which the sentence after it says what it is.
ALONE = [
    ("1086人", "博士", "新引进", "二、引才：1086人。这是全年新引进的博士人数，其中海外博士164人。"),
    ("6.2万亩", "高标准农田", "新建", "6.2万亩\n\n这是一年里新建的高标准农田。"),
    ("5600套", "人才公寓", "累计", "三、安居：1200套。这是年内新建的人才公寓套数，累计达到5600套。"),
    ("164人", "海外博士", "", "二、引才：1086人。这不容易，其中海外博士164人。"),
]


@pytest.mark.parametrize(("figure", "metric", "verb", "text"), ALONE)
def test_figure_by_itself(figure, metric, verb, text):
    claim = only(text, figure)
    assert (claim.metric.text, claim.metric.verb) == (metric, verb)


# By how much something is more, however long it is told than what.
MORE = [
    ("delta", "2248名", "参赛运动员共15108名，比四年前在邻市举行的上届赛事增加2248名。"),
    ("delta", "2亿元", "全年完成投资60亿元，比年度计划多2亿元。"),
    ("value", "148.6亿元", "全年完成投资60亿元，比年度计划多2亿元，累计完成148.6亿元。"),
    ("value", "30家", "商户相对集中，新增30家。"),
]


@pytest.mark.parametrize(("role", "figure", "text"), MORE)
def test_more_by(role, figure, text):
    assert only(text, figure).role == role


# What a figure counts by the verb at it, by the list it stands in, by a verb of one character and 到.
NAMED = [
    ("286例", "心脏移植", "累计完成心脏移植286例。"),
    ("4500万吨", "钢铁产能", "化解2.5亿吨煤炭产能和4500万吨钢铁产能。"),
    ("2.5亿吨", "煤炭产能", "化解2.5亿吨煤炭产能和4500万吨钢铁产能。"),
]


@pytest.mark.parametrize(("figure", "metric", "text"), NAMED)
def test_named(figure, metric, text):
    assert only(text, figure).metric.text == metric


def test_what_it_came_to_is_a_level():
    claim = only("服务综合体已经开到71个。", "71个")
    assert (claim.metric.level, claim.metric.event, claim.behaviour) == (True, False, Behaviour.STOCK)


# Goals by the noun after the figure; what was done with one is a result.
GOALS = [
    (Status.TARGET, "8.2亿元", "今年8.2亿元的重建投资计划已经落实。"),
    (Status.TARGET, "186个", "全年186个小区改造任务全部完成。"),
    (Status.ACTUAL, "8.2亿元", "完成8.2亿元的重建投资任务。"),
    (Status.ACTUAL, "186个", "186个小区完成改造。"),
]


@pytest.mark.parametrize(("status", "figure", "text"), GOALS)
def test_goal_by_its_noun(status, figure, text):
    assert only(text, figure).status is status
