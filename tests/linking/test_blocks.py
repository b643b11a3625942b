"""Blocks: every pair that shares a key is looked at, once; a block over the bound is split or counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.linking import blocks
from checker.linking.blocks import BOUND, equal_number_keys, keys, pairs
from checker.linking.candidates import Candidate
from checker.linking.wording.profile import Profile
from checker.model import Scope
from tests.conftest import make_claim

CLAIM = make_claim()
WORDS = st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=0, max_size=3, unique=True).map(tuple)


def made(words, group="quantity", dimension="个体"):
    return Profile(tuple(words), (), group, dimension)


def found(profiles, claims=None):
    lost = []
    candidates = [Candidate(c, p) for c, p in zip(claims or [CLAIM] * len(profiles), profiles, strict=True)]
    told = list(pairs(candidates, {}, lambda _, n: lost.append(n)))
    return told, lost


def shares_a_key(p, q):
    return bool(set(keys(p, {})) & set(keys(q, {})))


@given(st.lists(WORDS, max_size=12))
def test_no_pair_below_the_bound_is_lost_and_none_comes_twice(names):
    profiles = [made(words) for words in names]
    told, lost = found(profiles)
    numbers = {i for i, p in enumerate(profiles) if equal_number_keys(CLAIM, p)}
    wanted = {
        (a, b)
        for a, b in combinations(range(len(profiles)), 2)
        if shares_a_key(profiles[a], profiles[b]) or {a, b} <= numbers
    }
    assert sorted(told) == sorted(wanted)
    assert lost == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (made("甲乙"), made("丙丁")),
        (made("甲乙"), made("甲乙", group="share")),
        (made("甲乙"), made("甲乙", dimension="人")),
        (made(""), made("")),
    ],
)
def test_strangers_never_meet(a, b):
    assert found([a, b])[0] == []


def test_heads_meet_though_a_modifier_differs():
    assert found([made(("上市", "高企")), made(("民营", "高企"))])[0] == [(0, 1)]


def test_equal_rare_numbers_meet_whatever_they_are_called():
    figure = make_claim("339家", "全区平台339家。").figure
    rare = make_claim(figure=replace(figure, value=_value(339)))
    told, _ = found([made(("市级", "平台")), made(("规上", "企业"))], [rare, rare])
    assert told == [(0, 1)]


def test_equal_round_numbers_are_no_reason_to_meet():
    claim = make_claim(figure=replace(CLAIM.figure, value=_value(300)))
    assert found([made(("市级", "平台")), made(("规上", "企业"))], [claim, claim])[0] == []


def _value(number):
    value = CLAIM.figure.value
    return value.__class__(number * value.low / value.low, number * value.low / value.low, "家", value.step)


def test_only_the_rarest_words_of_a_long_name_are_keys():
    many = made("甲乙丙丁戊己庚辛壬癸")
    weight = {"甲": 0.4}
    assert ("quantity", "个体", "甲") not in keys(many, weight)
    assert ("quantity", "个体", many.head) in keys(many, weight)


def test_large_block_is_split_by_a_second_word(monkeypatch):
    monkeypatch.setattr(blocks, "BOUND", 4)
    profiles = [made(("甲" if i % 2 else "乙", "企业")) for i in range(8)]
    told, lost = found(profiles)
    assert lost == []
    assert set(told) >= {(a, b) for a, b in combinations(range(8), 2) if a % 2 == b % 2}


def test_large_block_is_split_by_scope(monkeypatch):
    monkeypatch.setattr(blocks, "BOUND", 4)
    claims = [make_claim(scope=Scope("甲区" if i % 2 else "乙区")) for i in range(8)]
    told, lost = found([made(("企业",))] * 8, claims)
    assert lost == []
    assert set(told) == {(a, b) for a, b in combinations(range(8), 2) if a % 2 == b % 2}


def test_what_no_key_splits_is_counted(monkeypatch):
    monkeypatch.setattr(blocks, "BOUND", 4)
    told, lost = found([made(("企业",))] * 7)
    assert sum(lost) == 3
    assert set(told) == set(combinations(range(4), 2))


def test_cost_grows_with_the_corpus_and_not_with_its_square():
    n = 3 * BOUND
    told, _ = found([made((f"甲{i % 7}", "企业")) for i in range(n)])
    assert len(told) <= n * BOUND
