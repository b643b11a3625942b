"""Ties: no pair is linked that has none, and those of two subjects have none."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from checker.linking.candidates import Candidate, by_article
from checker.linking.facts import candidates_of, link_of
from checker.linking.numbers.slips import Slip, kept_by_slips, slip_of
from checker.linking.ties import Ties
from checker.linking.whose.kinship import Kinship
from checker.linking.wording.profile import Profile
from checker.pipeline import extract
from checker.reading import read
from checker.settings import Settings
from tests.claims.cases import extraction
from tests.linking.test_facts import READS, REFUSED
from tests.linking.test_kinship import NOWHERE, pair
from tests.linking.test_kinship import READS as KIN
from tests.linking.test_slips import SLIPS, one

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PLAIN, OTHER = (Profile((word,), (), "quantity", "个体") for word in ("企业", "学校"))


def tied(told):
    return set(Ties(told).among(range(len(told))))


def candidates(claims):
    return candidates_of(by_article(claims), Settings())


def apart(a, b, named=OTHER):
    """Whether two claims may be linked that are told in other sentences; ``named``: as the second is."""
    b = replace(b, sentence=replace(b.sentence, text="明天多云转晴，山区有小雨。"))
    return bool(tied([Candidate(a, PLAIN), Candidate(b, named)]))


def test_no_two_claims_are_linked_that_have_no_tie():
    texts = sorted({t for told in READS for t in told} | {t for _, *told in REFUSED for t in told})
    own = [extract(a, Settings()) for a in read([str(CORPUS)]).articles]
    own += [extraction(text, f"{n}.md", place="松屿区") for n, text in enumerate(texts)]
    told, weight = candidates([c for one in own for c in one.claims])
    untied = sorted(set(combinations(range(len(told)), 2)) - tied(told))
    assert len(untied) > len(told)
    assert [(a, b) for a, b in untied if link_of(told[a], told[b], weight) is not None] == []


@pytest.mark.parametrize(("a", "b"), [p for known, pairs in KIN.items() if known > Kinship.NONE for p in pairs])
def test_who_is_told_of_ties(a, b):
    assert apart(a, b)
    assert apart(b, a)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({}, {}),
        ({"named": ("云桦能源",)}, {"named": ("西岭能源",)}),
        ({"named": ("施策",)}, {"named": ("施策",)}),  # both hold it, and neither is about it
        ({"title": "教育交出答卷"}, {"title": "教育交出答卷"}),
        ({"place": "松屿区"}, {"place": "青石镇"}),
    ],
)
def test_what_ties_no_two(one, two):
    assert not apart(*pair(NOWHERE, NOWHERE, one, two))


def test_other_numbers_tie_by_two_or_with_a_name():
    a, b = {"numbers": ("340个", "56亩")}, {"numbers": ("420个", "56亩")}
    assert apart(*pair(NOWHERE, NOWHERE, a, a))
    assert not apart(*pair(NOWHERE, NOWHERE, a, b))
    assert apart(*pair(NOWHERE, NOWHERE, a, b), PLAIN)


def test_sentences_much_alike_tie():
    a, b = pair(NOWHERE, NOWHERE)
    assert tied([Candidate(a, PLAIN), Candidate(b, PLAIN)])


@pytest.mark.parametrize(("a", "b"), [(a, b) for slip, a, b in SLIPS if slip not in (Slip.NONE, Slip.UNIT)])
def test_what_a_slip_sets_apart_has_something_in_common(a, b):
    (x, more), (y, others) = kept_by_slips(one(a)), kept_by_slips(one(b))
    assert {*x} & {*y, *others} or {*y} & {*more}


@pytest.mark.parametrize(("a", "b"), [("186家", "1690家"), ("2860家", "3860家"), ("12家", "21家")])
def test_other_numbers_have_nothing_in_common(a, b):
    (x, more), (y, others) = kept_by_slips(one(a)), kept_by_slips(one(b))
    assert slip_of(one(a), one(b)) is Slip.NONE
    assert not {*x} & {*y, *others}
    assert not {*y} & {*more}
