"""What stands around a figure, and whether it makes up for a word that its metric's name lacks."""

from __future__ import annotations

import pytest

from checker.linking.facts import link
from checker.linking.wording.contexts import around, nameless, titled, told_around
from checker.settings import Settings
from tests.claims.cases import only, told

# A figure's sentence, words that stand around the figure, and words that are told of another figure.
AROUND = [
    ("各银行投放给涉农主体的信用贷款，余额达到86亿元。", "86亿元", "信用 贷款", ""),
    ("2.4平方米的薄膜电池，转换效率24.6%。", "24.6%", "薄膜 电池", ""),
    ("18个山区乡镇有13个通了天然气。", "13个", "", "山区"),
    ("企业贷款32亿元，存款余额61亿元。", "61亿元", "存款", "企业"),
]


@pytest.mark.parametrize(("text", "figure", "there", "elsewhere"), AROUND)
def test_around(text, figure, there, elsewhere):
    claim = only(text, figure)
    assert all(told_around(claim, word) for word in there.split()), around(claim)
    assert not any(told_around(claim, word) for word in elsewhere.split()), around(claim)


def test_words_of_a_title_are_known_of_its_figures():
    claim = only("全县共有合作社86家。", title="高山蔬菜进城记")
    assert titled(claim, "蔬菜")
    assert not titled(claim, "水果")


def test_names_of_whom_both_papers_tell_are_no_words_of_a_metric():
    x = only("2024年，松屿区制造业增加值占地区生产总值的34.6%。", "34.6%")
    y = only("去年，全区贷款余额86亿元。", path="b.md")
    assert nameless(x, y, ("松屿", "区", "贷款"), ("贷款",)) == (("贷款",), ("贷款",))
    assert nameless(x, y, ("城区", "贷款"), ("贷款",)) is None


def last(text, path):
    return told(text, path=path, day="2025-01-09" if "去年" in text or "2024" in text else "2025-11-09")[-1]


# Whether two papers of one town are held to tell of one thing.
ONE = [
    (True, "三季度末，松屿区涉农信用贷款余额86.4亿元。", "9月末，各银行投放给涉农主体的信用贷款，余额达到82.4亿元。"),
    (False, "三季度末，松屿区涉农信用贷款余额86.4亿元。", "9月末，涉农信用贷款新增1.2亿元，存款余额达82.4亿元。"),
    # who did it, where the other paper does not say
    (True, "2024年，松屿区公安机关侦破盗窃案件347起。", "去年，全区侦破盗窃案件361起。"),
    # what is made is not what is sold
    (False, "2024年，公司生产压缩机38.6万台。", "去年，公司销售压缩机37.9万台。"),
]


@pytest.mark.parametrize(("one", "a", "b"), ONE)
def test_one_thing(one, a, b):
    x, y = last(a, "a.md"), last(b, "b.md")
    links = [e for f in link([x, y], Settings()).facts for e in f.links]
    assert any(not e.refusal and e.time == "same" and e.score >= 0.72 for e in links) is one
