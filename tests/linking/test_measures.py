"""What a verb and a unit tell of a measure: two papers' words for one meet, and those of two measures do not."""

from __future__ import annotations

import pytest

from checker.lexicon import load
from checker.linking.measures import measures
from checker.linking.pairs import Pair, linked
from checker.linking.profile import profile
from tests.claims.cases import only

ONE = [
    ("去年，海棠剧团演出186场。", "186场", "海棠剧团去年登台168次。", "168次"),
    ("去年，槐安博物馆接待观众26.3万人次。", "26.3万人次", "去年，23.6万人次走进槐安博物馆展厅。", "23.6万人次"),
    ("2024年，槐安市寄出快件2.31亿件。", "2.31亿件", "2024年，槐安市快递业务量为2.13亿件。", "2.13亿件"),
    ("到去年底，槐安市累计治理沙化土地86万亩。", "86万亩", "到去年底，槐安市累计治沙68万亩。", "68万亩"),
    ("2024年，槐安地铁运送乘客1.26亿人次。", "1.26亿人次", "2024年，槐安地铁客流达到1.32亿人次。", "1.32亿人次"),
]
# The same of two measures, or of some and of all.
TWO = [
    ("2024年，槐安市揽收快件2.31亿件。", "2.31亿件", "2024年，槐安市投递快件2.13亿件。", "2.13亿件"),
    ("去年，槐安市法院受理案件1860件。", "1860件", "去年，槐安市法院审结案件1680件。", "1680件"),
    ("到去年底，槐安市光伏装机86万千瓦。", "86万千瓦", "到去年底，槐安市新增装机68万千瓦。", "68万千瓦"),
    ("去年，槐安市销售苹果26.3万吨。", "26.3万吨", "去年，槐安市苹果产量23.6万吨。", "23.6万吨"),
    ("去年，海棠剧团演出186场。", "186场", "海棠剧团去年登台1680次。", "1680次"),
]


def pair(one, figure, other, second):
    x = only(one, figure, path="a.md", day="2025-01-14", place="槐安市")
    y = only(other, second, path="b.md", day="2025-01-22", place="槐安市")
    return Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})


@pytest.mark.parametrize("case", ONE)
def test_two_words_for_one_measure_meet(case):
    found = linked(pair(*case), 0, 1)
    assert found is not None
    assert (found.refusal, found.time) == ("", "same")


@pytest.mark.parametrize("case", TWO)
def test_two_measures_of_one_unit_stay_apart(case):
    assert pair(*case).measure == ("", 0.0)


def test_a_goal_and_a_result_are_not_one_measure():
    told = pair("会上提出，今年接待游客260万人次的目标。", "260万人次", "今年，全市接待游客238万人次。", "238万人次")
    assert told.measure[0] == ""


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("槐安博物馆去年迎来观众26万人次。", "26万人次", "参观"),
        ("全市集中供热面积达到6250万平方米。", "6250万平方米", "供热"),
        ("全市新增5G基站860个。", "860个", ""),
        ("交船、接单分别为37艘和44艘。", "44艘", "订单"),
    ],
)
def test_the_clause_tells_the_measure(text, figure, name):
    assert (name in measures(only(text, figure))) if name else measures(only(text, figure)) == ()


def test_each_measure_names_dimensions_and_words_of_its_own():
    table = load("measures")["measures"]
    for name, entry in table.items():
        told, other = set(entry["told"].split()), set(entry["not"].split())
        assert told, name
        assert not told & other, name
