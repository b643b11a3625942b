"""Names that differ by a slip become one fact; names of two things do not."""

from __future__ import annotations

from itertools import permutations

import pytest

from checker.linking.names import name_facts
from checker.model import Kind
from tests.claims.cases import extraction

# Texts of two papers of which one misspells or shortens a name: the two names.
READS = {
    ("槐安精密制造研究院", "槐安精密智造研究院"): ["昨日，槐安精密制造研究院启用。", "昨日，槐安精密智造研究院启用。"],
    ("林怀珩", "林怀恒"): ["市统计局副局长林怀珩通报经济运行情况。", "市统计局副局长林怀恒介绍情况。"],
    ("强企提升三年行动", "强企提质三年行动"): ["深入实施强企提质三年行动。", "深入实施强企提升三年行动。"],
}

IGNORES = [
    ["昨日，槐安精密制造研究院启用。", "今日，槐安精密制造研究院揭牌。"],
    ["昨日，槐安精密制造研究院启用。", "昨日，望川大学附属医院启用。"],
    ["槐安第一中学扩建。", "槐安第二中学扩建。"],
    # one sentence names both: they are two
    ["槐安精密制造研究院与槐安精密智造研究院签约。", "昨日，槐安精密制造研究院启用。"],
    [],
]


def claims(texts):
    return [c for n, text in enumerate(texts) for c in extraction(text, f"{n}.md").claims]


def told(texts):
    return [tuple(sorted({c.text for c in f.claims})) for f in name_facts(claims(texts))]


@pytest.mark.parametrize(("names", "texts"), READS.items())
def test_reads(names, texts):
    assert told(texts) == [tuple(sorted(names))]


@pytest.mark.parametrize("texts", IGNORES)
def test_ignores(texts):
    assert told(texts) == []


def test_links_join_the_two_names_and_say_how():
    (fact,) = name_facts(claims(next(iter(READS.values()))))
    assert [(e.a, e.b) for e in fact.links] == [(0, 1)]
    assert fact.links[0].reasons[0]
    assert {c.kind for c in fact.claims} == {Kind.NAME}


def test_a_much_told_name_shows_few_witnesses():
    first, second = next(iter(READS.values()))
    (fact,) = name_facts(claims([first] * 9 + [second]))
    assert len(fact.claims) <= 6
    assert len({c.text for c in fact.claims}) == 2


def test_the_same_for_any_order_of_papers():
    texts = [t for pair in READS.values() for t in pair][:3]
    read = [extraction(t, f"{n}.md").claims for n, t in enumerate(texts)]
    results = {repr([f.id for f in name_facts([c for e in order for c in e])]) for order in permutations(read)}
    assert len(results) == 1
