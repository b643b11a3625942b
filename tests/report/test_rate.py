from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from checker.model import Level, RegionKind, Report, Summary, Verdict
from checker.report.rate import rate, told, weight


def found(report, **changes):
    return replace(report.discrepancies[0], **changes)


def of(*discrepancies, characters=20_000):
    return Report(Summary(characters=characters), discrepancies)


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"level": Level.ERROR}, 1),
        ({"level": Level.WARNING}, 1),
        ({"level": Level.NOTE}, 0),
        ({"level": Level.NOTE, "code": "KW501"}, Fraction(1, 10)),
        ({"level": Level.ERROR, "code": "KW503"}, 1),
        ({"level": Level.NOTE, "code": "KW504"}, Fraction(1, 10)),
        ({"level": Level.ERROR, "code": "KW301"}, 2),
        ({"level": Level.WARNING, "code": "KW403"}, 2),
        ({"level": Level.ERROR, "verdict": Verdict.SUPERSEDED}, 0),
    ],
)
def test_what_an_error_counts(report, changes, counts):
    assert weight(found(report, **changes)) == counts


def test_a_headline_counts_twice(report):
    claim = report.discrepancies[0].claims[0]
    title = replace(claim, sentence=replace(claim.sentence, region=RegionKind.TITLE))
    assert weight(found(report, level=Level.ERROR, claims=(title, claim))) == 2


def test_two_errors_in_twenty_thousand_characters_are_one_in_ten_thousand(report):
    error = found(report, level=Level.ERROR)
    assert rate(of(error, error)).lowest == 1


def test_warnings_are_told_apart_from_errors(report):
    both = rate(of(found(report, level=Level.ERROR), found(report), found(report)))
    assert (both.certain, both.doubtful, both.lowest, both.highest) == (1, 2, Fraction(1, 2), Fraction(3, 2))
    assert told(both) == (
        "差错率：已确定的计 1 个差错，合万分之 0.5；警告如都确有错误，再计 2 个，合万分之 1.5（报纸合格线为万分之三）。"
    )


def test_the_form_of_numbers_counts_one_in_an_issue_at_most(report):
    form = found(report, level=Level.NOTE, code="KW501")
    first, second = report.discrepancies[0].claims
    other = replace(form, claims=(second, first))
    assert rate(of(*[form] * 30)).certain == 1
    assert rate(of(*[form] * 30, *[other] * 3)).certain == Fraction(13, 10)


def test_what_was_dealt_with_does_not_count_but_a_baseline_does(report):
    states = [found(report, level=Level.ERROR, state=state) for state in ("new", "baselined", "suppressed", "decided")]
    assert rate(of(*states)).certain == 2


def test_nothing_is_told_where_nothing_counts(report):
    assert told(rate(of())) == ""
    assert rate(of(found(report), characters=0)).highest == 0
