"""Goals in whatever words: what is aimed at, set, kept to or still short of; and what sounds like one and is none."""

from __future__ import annotations

import pytest

from checker.model import Behaviour, Status
from tests.claims.cases import days, only

YEAR = "2025-01-01..2025-12-31"
DAY = "2025-09-12"
TODAY = f"{DAY}..{DAY}"

# Figure, its metric, days and status → text.
READS = [
    # what someone goes after
    ("6000吨", "春茶产量", YEAR, Status.TARGET, "上半年春茶产量2800吨，全年我们奔着6000吨去。"),
    ("12亿元", "快递业务收入", YEAR, Status.TARGET, "上半年全区快递业务收入5亿元，全年盯住12亿元不放松。"),
    ("500亿元", "产值", YEAR, Status.TARGET, "今年园区产值朝着500亿元迈进。"),
    # a goal of the year, told beside the end of a month
    ("40万亩", "种植早稻", YEAR, Status.TARGET, "到8月底，全县种植早稻32万亩，离全年40万亩的目标还差8万亩。"),
    # a goal by the noun behind it, set by the words before it
    ("30枚", "奖牌", TODAY, Status.TARGET, "赛前定下的30枚奖牌任务能否拿下，教练心里有底。"),
    ("30枚", "奖牌", TODAY, Status.TARGET, "队员们提前完成了赛前定下的30枚奖牌任务。"),
    # a goal by its verb alone
    ("45万吨", "出栏", YEAR, Status.TARGET, "公司将维持全年出栏45万吨的目标不变。"),
    # no goals
    ("3个", "短板", TODAY, Status.ACTUAL, "瞄准3个短板。"),
    ("30枚", "奖牌", TODAY, Status.ACTUAL, "队员们捧回了30枚奖牌。"),
]

# Figure, its metric, days and how it moves → text.
REACHED = [
    ("26个", "重点专科", TODAY, Behaviour.STOCK, "重点专科也攒到了26个。"),
    ("5万亩", "茶园", TODAY, Behaviour.STOCK, "全镇的茶园由此扩大到5万亩。"),
    ("迈上70万吨", "白糖产能", TODAY, Behaviour.STOCK, "全县的白糖产能由此迈上70万吨的新台阶。"),
]

# Figure and its days → text: a rank is of the time of what it is told of, a list of that of its publication.
RANKED = [
    ("第三位", "2024-01-01..2024-12-31", "我们去年的品牌价值是44亿元，在全省排第三位。"),
    ("第九", "2025-06-01..2025-06-30", "6月公布的全省水质评价中，望川河名列第九。"),
    # against last year
    ("第三位", TODAY, "产量超过去年的44万吨，在全省排第三位。"),
]


@pytest.mark.parametrize(("figure", "metric", "span", "status", "text"), READS)
def test_goals(figure, metric, span, status, text):
    claim = only(text, figure, day=DAY)
    assert (claim.metric.text, days(claim.period), claim.status) == (metric, span, status)


@pytest.mark.parametrize(("figure", "metric", "span", "behaviour", "text"), REACHED)
def test_levels_come_to_by_verbs_of_gathering(figure, metric, span, behaviour, text):
    claim = only(text, figure, day=DAY)
    assert (claim.metric.text, days(claim.period), claim.behaviour) == (metric, span, behaviour)


@pytest.mark.parametrize(("figure", "span", "text"), RANKED)
def test_ranks_are_of_the_time_of_what_they_are_told_of(figure, span, text):
    assert days(only(text, figure, day=DAY).period) == span
