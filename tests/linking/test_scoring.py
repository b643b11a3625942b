"""How alike two names are told: whose a measure is, is no part of its name where both papers tell of the same."""

from __future__ import annotations

from checker.linking.pairs import Pair
from checker.linking.wording.profile import profile
from checker.linking.wording.scoring import like
from tests.claims.cases import told

REPORT = "琅栈网络去年海外市场收入19.2亿元。"


def alike(one, other):
    """The likeness of the names of the last figures of two papers."""
    a = told(one, path="a.md", day="2023-04-27", place="", title="出海收入稳步提升")[-1]
    b = told(other, path="b.md", day="2024-04-25", place="", title="游戏公司年报扫描")[-1]
    return like(Pair(a, b, profile(a, (), {}), profile(b, (), {}), {}))[0].score


def test_a_name_that_both_papers_tell_is_no_word_of_a_metric():
    named = alike("琅栈网络2022年海外游戏收入24.0亿元。", REPORT)
    assert named == alike("琅栈网络2022年海外游戏收入24.0亿元。", "去年海外市场收入19.2亿元。")
