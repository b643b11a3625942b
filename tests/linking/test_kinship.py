"""How well two claims are known to have one subject: strong, weak, none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.linking.whose.kinship import Kinship, kinship
from checker.model import ArticleRef, Scope
from tests.conftest import make_claim


def pair(a, b, one=None, two=None):
    """Two claims of two papers with these scopes; the papers' other fields as given."""
    first = ArticleRef("a.md", "a.md", **(one or {}))
    second = ArticleRef("b.md", "b.md", **(two or {}))
    return make_claim(article=first, scope=a), make_claim(article=second, scope=b)


NOWHERE = Scope("")

# Kinship → what two papers and their scopes have in common.
READS = {
    Kinship.STRONG: [
        pair(Scope("崂山区"), Scope("崂山区")),
        pair(Scope("崂山区"), Scope("崂山")),
        pair(NOWHERE, NOWHERE, {"place": "松屿区"}, {"place": "松屿区"}),
        pair(Scope("", "青石造船集团"), Scope("", "青石造船集团")),
        pair(NOWHERE, NOWHERE, {"about": ("榆垡", "澹州")}, {"about": ("澹州",)}),
        pair(NOWHERE, NOWHERE, {"title": "澄湖教育交出答卷"}, {"title": "看澄湖如何办学"}),
        pair(Scope("沁河市"), Scope("全市"), {}, {"source": "沁河日报"}),
        pair(NOWHERE, NOWHERE, {"named": ("云桦", "云桦能源")}, {"named": ("云桦能源", "西岭")}),
        pair(NOWHERE, NOWHERE, {"about": ("云桦",)}, {"named": ("云桦",)}),
        pair(NOWHERE, NOWHERE, {"named": ("青石镇",)}, {"named": ("青石镇",)}),
        pair(NOWHERE, NOWHERE, {"about": ("澹州",)}, {"lead": "三月的澹州，茶香满山。"}),
        pair(NOWHERE, NOWHERE, {"about": ("澹州",)}, {"title": "澹州：茶香满山"}),
        pair(NOWHERE, NOWHERE, {"named": ("鹤鸣谷",)}, {"named": ("鹤鸣谷",)}),  # a seldom word and one character
    ],
    Kinship.WEAK: [
        pair(Scope("山东省"), Scope("山东省")),
        pair(Scope("浙江省"), Scope("浙江省")),
    ],
    Kinship.NONE: [
        pair(Scope("", "青石造船集团"), Scope("", "云桦能源")),
        pair(NOWHERE, NOWHERE),
        pair(NOWHERE, NOWHERE, {"named": ("云桦能源",)}, {"named": ("西岭能源",)}),
        pair(NOWHERE, NOWHERE, {"about": ("平原",)}, {"lead": "走进华北平原，麦浪翻滚。"}),  # a common word
        pair(NOWHERE, NOWHERE, {"about": ("甘肃",)}, {"lead": "甘肃近日出台办法。"}),  # as wide as a province
        pair(NOWHERE, NOWHERE, {"named": ("施策",)}, {"named": ("施策",)}),  # a new word
        pair(Scope("崂山区"), NOWHERE),
        pair(Scope("崂山区"), Scope("浦东新区")),
        pair(Scope("全区"), Scope("全区")),
        pair(Scope("该市"), Scope("该市")),
        pair(Scope("全市"), Scope("全市"), {"source": "经济日报"}, {"source": "经济日报"}),
        pair(Scope("沁河县"), Scope("全市"), {}, {"source": "海门日报"}),
        pair(NOWHERE, NOWHERE, {"title": "教育交出答卷"}, {"title": "教育交出答卷"}),
        pair(NOWHERE, NOWHERE, {"place": "松屿区"}, {"place": "青石镇"}),
    ],
}


def test_one_actor_of_whom_both_tell_at_first():
    a, b = pair(NOWHERE, NOWHERE, {"named": ("兰桐",)}, {"named": ("兰桐",)})
    did = replace(a.metric, subject=("兰桐陆港",))
    assert kinship(a, b, 0) is Kinship.NONE
    assert kinship(replace(a, metric=did), replace(b, metric=did), 0) is Kinship.STRONG
    other = replace(a.metric, subject=("兰桐海关",))
    assert kinship(replace(a, metric=did), replace(b, metric=other), 0) is Kinship.NONE


@pytest.mark.parametrize(("known", "a", "b"), [(k, *p) for k, pairs in READS.items() for p in pairs])
def test_reads(known, a, b):
    assert kinship(a, b, 0) == kinship(b, a, 0) == known


def test_one_article_has_one_subject():
    a = make_claim(scope=NOWHERE)
    assert kinship(a, replace(a, start=300), 0) == Kinship.STRONG


def test_sentences_much_alike_have_one_subject():
    a, b = pair(NOWHERE, NOWHERE)
    assert kinship(a, b, 0.9) == Kinship.STRONG
    assert kinship(a, b, 0.1) == Kinship.NONE


def test_kinship_is_ordered():
    assert Kinship.NONE < Kinship.WEAK < Kinship.STRONG
