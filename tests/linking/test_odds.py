"""How probable it is that two clashing claims are of one fact: what is told first, then the two papers."""

from __future__ import annotations

import pytest

from checker.lexicon import load
from checker.linking.candidates import by_article
from checker.linking.evidence.marks import marks, open_to_doubt
from checker.linking.evidence.mislabels import mislabelled
from checker.linking.evidence.odds import LEAST, doubt, marked, odds
from checker.linking.facts import candidates_of
from checker.linking.pairs import Pair
from checker.settings import Settings
from tests.claims.cases import told

SIGNED_UP = "全县农机手培训报名人数累计已达3.68万人。"


def pair(first, later, *, swapped=False):
    """The pair of the first figures that can be linked of two papers of one county."""
    papers = {"a.md": (first, "2025-06-10"), "b.md": (later, "2025-08-12")}
    claims = [c for path, (text, day) in papers.items() for c in told(text, path=path, day=day, place="青石县")]
    candidates, weight = candidates_of(by_article(claims), Settings())
    x, y = (next(c for c in candidates if c.claim.article.path == path) for path in papers)
    x, y = (y, x) if swapped else (x, y)
    return Pair(x.claim, y.claim, x.profile, y.profile, weight)


PROBABLE = [
    (SIGNED_UP, "招生启动以来，全县先后共有3.45万人报名农机手培训。"),
    ("全县累计有264人入选市级以上乡村人才计划。", "全县累计有246名乡土能人入选市级以上人才计划。"),
]
# What explains that the numbers differ.
NO_DOUBT = {
    "one value": (SIGNED_UP, "招生启动以来，全县先后共有3.68万人报名农机手培训。"),
    "grown": (SIGNED_UP, "招生启动以来，全县先后共有4.26万人报名农机手培训。"),
    "told too": (SIGNED_UP, "招生启动以来，全县先后共有3.45万人报名农机手培训，离3.68万人的目标不远。"),
    "by how much": ("全县有网格员1264人。", "全县有网格员1212人，比年初少了52人。"),
    "far apart": ("全县有网格员1264人。", "全县有网格员12人。"),
}


@pytest.mark.parametrize(("first", "later"), PROBABLE)
def test_what_marks_one_fact_is_probable(first, later):
    assert odds(pair(first, later)) >= LEAST


@pytest.mark.parametrize(("first", "later"), NO_DOUBT.values(), ids=NO_DOUBT)
def test_what_is_explained_is_not_open_to_doubt(first, later):
    told = pair(first, later)
    assert not open_to_doubt(told)
    assert odds(told) == 0


def test_other_things_are_not_probable():
    assert odds(pair("全县有网格员1264人。", "全县有羊肚菌大棚1212座。")) == 0
    assert odds(pair("去年，全县培训网格员1264人。", "全县招收护林员412人。")) == 0


@pytest.mark.parametrize(("first", "later"), PROBABLE)
def test_the_order_of_the_two_is_nothing_to_it(first, later):
    one, other = pair(first, later), pair(first, later, swapped=True)
    assert sorted(marks(one)) == sorted(marks(other))
    assert odds(one) == odds(other)


def test_weights_are_of_marks_that_there_are():
    kinds = {mark.split(" ")[0] for mark in load("odds")["value"]["weights"]}
    made = {mark.split(" ")[0] for two in PROBABLE for mark in marks(pair(*two))}
    assert len(kinds & made) > len(kinds) / 2


# One number in two units, or under two labels, and what of it is in doubt.
MIXED_UP = [
    ("全县柚园面积6.85万亩，年产值18.6亿元。", "拿柚子来说，全县种了6.85万公顷，年产值18.6亿元。", "unit"),
    ("全县选派428名专家到乡镇卫生院坐诊。", "去年派到乡镇卫生院坐诊的428批专家，带出了一批年轻医生。", "unit"),
    (
        "高山灌区建成供水管线386公里，惠及群众12.6万人。",
        "386海里长的高山灌区供水管线，让12.6万名群众用上了自来水。",
        "unit",
    ),
    ("全县普惠托位1050个，占托位总数的61.0%，公办托位860个。", "目前，全县公办托位达到1050个。", "label"),
    ("公司拥有有效专利1864件，其中发明专利612件。", "公司手握1864件发明专利。", "label"),
]
RIGHTLY_TOLD = {
    "one unit for another": ("全县有护林员426名。", "护林员全县共426人。"),
    "two measure words": ("全县受理民生诉求2746件。", "民生诉求全县受理了2746项。"),
    "one digit": ("全县有湿地公园6个。", "全县有国家级湿地公园6个。"),
    "another number": ("全县柚园面积6.85万亩。", "全县柚园面积7.15万公顷。"),
}


@pytest.mark.parametrize(("first", "later", "sort"), MIXED_UP)
def test_a_mixed_up_unit_or_label_is_probable(first, later, sort):
    told = pair(first, later)
    assert doubt(told) == sort
    assert odds(told) >= LEAST
    other = pair(first, later, swapped=True)
    assert sorted(marked(told, sort)) == sorted(marked(other, sort))


@pytest.mark.parametrize(("first", "later"), RIGHTLY_TOLD.values(), ids=RIGHTLY_TOLD)
def test_what_is_rightly_told_in_other_words_is_no_mixed_up_label(first, later):
    told = pair(first, later)
    assert not mislabelled(told) or odds(told) == 0


def test_each_doubt_has_weights_of_its_own():
    told = load("odds")
    assert {"value", "unit", "label"} <= set(told)
    assert all(told[sort]["weights"] for sort in ("value", "unit", "label"))
