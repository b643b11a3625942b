"""Two articles that share other numbers: names that are worded apart meet, and those of two things do not."""

from __future__ import annotations

import pytest

from checker.linking.evidence.bonds import fallen_sum, of_one_matter, turned
from checker.linking.pairs import Pair, linked
from checker.linking.wording.profile import profile
from tests.claims.cases import told

HALL = "榆湾市美术馆昨日迎来新展。全馆设展厅14间，保安136名。"
AGAIN = "周末，榆湾市美术馆人头攒动。14间展厅里，136名保安来回走动。"

# What each paper goes on with, and the two figures, that are of one thing.
ONE = [
    ("馆内展出瓷器460件。", "460件", "馆中陈列瓷器640件。", "640件"),
    ("现有纸质画册2.86万册。", "2.86万册", "纸本画册达到2.68万册。", "2.68万册"),
    ("去年接待观众118万人次。", "118万人次", "去年，参观者不足110万人次。", "不足110万人次"),
]
# The same of two things.
TWO = [
    ("馆内展出瓷器460件。", "460件", "馆中陈列瓷器1280件。", "1280件"),  # numbers too far apart
    ("馆内展出瓷器460件。", "460件", "馆中陈列字画480件。", "480件"),
    ("去年签约项目46个。", "46个", "去年竣工项目42个。", "42个"),
    ("国际旅客达到142万人次。", "142万人次", "中转旅客达到150万人次。", "150万人次"),  # each has words of its own
]


def pair(one, figure, other, second):
    told_here = told(HALL + one, path="a.md", day="2025-03-04", place="", title="美术馆上新")
    told_there = told(AGAIN + other, path="b.md", day="2025-03-18", place="", title="走进美术馆")
    (x,), (y,) = ([c for c in found if c.text == f] for found, f in ((told_here, figure), (told_there, second)))
    return Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})


@pytest.mark.parametrize("case", ONE)
def test_one_matter_makes_names_one(case):
    found = linked(pair(*case), 0, 1)
    assert found is not None
    assert (found.refusal, found.time) == ("", "same")
    assert found.score > 0.8


@pytest.mark.parametrize("case", TWO)
def test_two_things_of_one_matter_stay_apart(case):
    assert of_one_matter(pair(*case)) == 0


# No noun is shared, but each article tells one number only in this unit.
ALONE = [
    ("修复师用掉宣纸36公斤。", "36公斤", "工作间里耗去纸张40公斤。", "40公斤"),
    ("修复古画640幅。", "640幅", "救回旧卷460幅。", "460幅"),
]
NOT_ALONE = [
    ("修复师用掉宣纸36公斤、颜料12公斤。", "36公斤", "工作间里耗去纸张40公斤。", "40公斤"),
    ("修复师用掉宣纸36公斤。", "36公斤", "工作间里耗去纸张80公斤。", "80公斤"),
]


@pytest.mark.parametrize("case", ALONE)
def test_numbers_alone_in_their_unit_are_one(case):
    assert of_one_matter(pair(*case)) > 0.8


@pytest.mark.parametrize("case", NOT_ALONE)
def test_numbers_that_others_stand_beside_are_not_one(case):
    assert of_one_matter(pair(*case)) == 0


def test_turned_digits():
    assert turned(pair("馆内展出瓷器46件。", "46件", "馆中陈列瓷器64件。", "64件"))
    assert not turned(pair("馆内展出瓷器46件。", "46件", "馆中陈列瓷器48件。", "48件"))


def apart(one, figure, other, second):
    """The pair of two figures of two papers on one port."""
    a = told(one, path="a.md", day="2024-08-15", place="", title="瓯屿港区五周年")
    b = told(other, path="b.md", day="2024-12-19", place="", title="走进瓯屿港区")
    (x,), (y,) = ([c for c in found if c.text == f] for found, f in ((a, figure), (b, second)))
    return Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})


# Sums of all the time so far that fall are of one thing, whatever words stand between them.
FALLEN = [
    (
        True,
        ("瓯屿港区自2019年8月以来，累计加注量达518万吨。", "518万吨"),
        ("瓯屿港区已累计为国际船舶加注保税燃油481万吨。", "481万吨"),
    ),
    (
        False,  # it grew
        ("瓯屿港区自2019年8月以来，累计加注量达518万吨。", "518万吨"),
        ("瓯屿港区已累计为国际船舶加注保税燃油536万吨。", "536万吨"),
    ),
    (
        False,  # of this year alone
        ("瓯屿港区自2019年8月以来，累计加注量达518万吨。", "518万吨"),
        ("今年前11个月，瓯屿港区加注保税燃油481万吨。", "481万吨"),
    ),
    (
        False,  # nothing in common
        ("瓯屿港区自2019年8月以来，累计加注量达518万吨。", "518万吨"),
        ("瓯屿港区已累计清淤481万吨。", "481万吨"),
    ),
]


@pytest.mark.parametrize(("fell", "a", "b"), FALLEN)
def test_a_sum_that_falls(fell, a, b):
    pair = apart(*a, *b)
    found = linked(pair, 0, 1)
    assert fallen_sum(pair) is fell
    assert not fell or (found is not None and not found.refusal and found.time == "before")


# Two papers on one stated year.
LAST_YEAR = ("去年，瓯屿港区水产品总产量达到42.0万吨。", "42.0万吨")
YEARS = [
    (True, LAST_YEAR, ("去年瓯屿港区40.2万吨水产品中，海水养殖占六成。", "40.2万吨")),
    (False, LAST_YEAR, ("去年瓯屿港区完成水果运量40.2万吨。", "40.2万吨")),
    (False, LAST_YEAR, ("2021年瓯屿港区40.2万吨水产品中，海水养殖占六成。", "40.2万吨")),
]


@pytest.mark.parametrize(("one", "a", "b"), YEARS)
def test_half_the_words_and_one_year(one, a, b):
    found = linked(apart(*a, *b), 0, 1)
    assert (found is not None and not found.refusal and found.time == "same") is one


def test_two_measures_of_one_matter_stay_apart():
    own = "榆湾风电场去年发电8.6亿千瓦时，风机136台，职工86名。"
    sent = "榆湾风电场136台风机不停转动，86名职工轮流值守。去年送往城区的绿电有6.8亿千瓦时。"
    found = apart(own, "8.6亿千瓦时", sent, "6.8亿千瓦时")
    assert found.p.measures
    assert found.q.measures
    assert of_one_matter(found) == 0.0
