"""One report per dispute: who reports it, whom it names beside, and by what it is known again."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from checker.judging import fingerprint, judge, settle
from checker.model import Discrepancy, Extraction, Fact, Level, RegionKind, Sentence, Verdict
from checker.reading.plain import plain
from checker.rule import ArticleRule, FactRule
from tests.conftest import make_claim

ONE = make_claim()
OTHER = make_claim("8家", "截至11月底，全区上市高新技术企业达到8家。", "b.md")
THIRD = make_claim("9家", "全区上市高新技术企业已有9家。", "c.md")


def found(code="KW101", claims=(ONE, OTHER), rank=100, level=Level.WARNING):
    return Discrepancy(code, f"rule-{code}", level, Verdict.SUSPECT, "", tuple(claims), rank=rank)


def codes(reports):
    return [(d.code, d.also) for d in reports]


def test_the_most_specific_rule_reports_and_names_the_others():
    told = [found("KW101", rank=130), found("KW105", rank=30), found("KW109", rank=110)]
    for order in permutations(told):
        assert codes(settle(order)) == [("KW105", ("KW101", "KW109"))]


def test_a_note_never_swallows_a_warning():
    told = [found("KW113", rank=1, level=Level.NOTE), found("KW101", rank=130)]
    for order in permutations(told):
        assert codes(settle(order)) == [("KW101", ("KW113",))]
        assert settle(order)[0].level == Level.WARNING


def test_other_pairs_are_other_reports():
    told = [found(claims=(ONE, OTHER)), found(claims=(ONE, THIRD)), found(claims=(OTHER, THIRD))]
    assert len(settle(told)) == 3


def test_a_claim_wrong_by_itself_is_taken_into_a_report_that_holds_it():
    told = [found("KW504", (ONE,), rank=10), found("KW101", (ONE, OTHER), rank=130)]
    assert codes(settle(told)) == [("KW504", ("KW101",))]


def test_all_witnesses_stay_in_the_report():
    (report,) = settle([found("KW101", (ONE, OTHER, THIRD)), found("KW101", (ONE, OTHER))])
    assert report.claims == (ONE, OTHER, THIRD)
    assert report.also == ()


def test_a_dispute_printed_twice_is_one_report():
    again = tuple(replace(c, article=replace(c.article, id=f"re-{c.article.id}")) for c in (ONE, OTHER))
    assert len(settle([found(), found(claims=again)])) == 1


def test_loud_reports_come_first():
    told = [
        found("KW501", (THIRD,), level=Level.NOTE),
        found("KW101", (ONE,), level=Level.WARNING),
        found("KW301", (OTHER,), level=Level.ERROR),
    ]
    for order in permutations(told):
        assert [d.level for d in settle(order)] == [Level.ERROR, Level.WARNING, Level.NOTE]


def test_nothing_found_is_nothing_reported():
    assert settle([]) == ()


def test_every_report_has_its_fingerprint():
    (report,) = settle([found()])
    assert report.fingerprint == fingerprint(found())
    assert len(report.fingerprint) == 16


def moved(claim, by=500):
    """The claim further down a renamed file."""
    there = claim.location._replace(line=claim.location.line + 9, start=claim.location.start + by)
    article = replace(claim.article, path="moved.md", id="moved.md")
    sentence = Sentence(claim.sentence.text, ((0, 100 + by),), RegionKind.BODY, 7, 9)
    start, end = claim.start + by, claim.end + by
    return replace(claim, start=start, end=end, location=there, article=article, sentence=sentence)


@pytest.mark.parametrize(
    "same",
    [
        found(claims=(OTHER, ONE)),
        found(claims=(moved(ONE), OTHER)),
        found(claims=(ONE, OTHER, ONE)),
        found(level=Level.ERROR, rank=7),
    ],
    ids=["swapped", "moved", "repeated", "louder"],
)
def test_fingerprint_stays(same):
    assert fingerprint(same) == fingerprint(found())


@pytest.mark.parametrize(
    "other",
    [found("KW105"), found(claims=(ONE, THIRD)), found(claims=(ONE,))],
    ids=["another rule", "another figure", "one side"],
)
def test_fingerprint_changes(other):
    assert fingerprint(other) != fingerprint(found())


def test_layout_of_a_sentence_is_no_part_of_a_fingerprint():
    text = ONE.sentence.text.replace("，", "， \n")
    figure = replace(ONE.figure, start=ONE.figure.start + 2, end=ONE.figure.end + 2)
    spaced = replace(ONE, sentence=replace(ONE.sentence, text=text), figure=figure)
    assert fingerprint(found(claims=(spaced, OTHER))) == fingerprint(found())


class OfFacts(FactRule):
    code = "KW998"

    def check(self, fact):
        yield self.report(fact.claims, "")


class OfArticles(ArticleRule):
    code = "KW999"

    def check(self, extraction):
        yield self.report(extraction.claims, "")


def test_rules_see_what_they_judge():
    rules = [OfFacts(), OfArticles()]
    extraction = Extraction(plain("a.md", "正文。\n")[0], (), (ONE,))
    assert [d.code for d in judge(extraction, rules)] == ["KW999"]
    assert [d.code for d in judge(Fact("f", (ONE, OTHER), ()), rules)] == ["KW998"]


def test_what_is_neither_is_refused():
    with pytest.raises(TypeError):
        judge("text", [])
