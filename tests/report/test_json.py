from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from checker.model import ArticleRef, Location, Span, Value
from checker.report.json import claim, decimal, document, render, value

CLAIM_KEYS = (
    "path, article, line, column, start, end, text, sentence, published, role, kind, comparator, metric, scope, "
    "period, status, behaviour, value, evidence"
)
SUMMARY_KEYS = "articles, characters, figures, claims, facts, undated, not_assessable, levels, states"
DISCREPANCY_KEYS = "code, rule, also, level, verdict, state, message, work, repair, fingerprint, decision, claims"


def test_document_has_the_keys_of_the_contract_in_their_order(report):
    told = json.loads(render(report))
    assert ", ".join(told) == "version, summary, discrepancies"
    assert ", ".join(told["summary"]) == SUMMARY_KEYS
    problem, dispute = told["discrepancies"]
    assert ", ".join(dispute) == ", ".join(problem) == DISCREPANCY_KEYS
    assert ", ".join(dispute["claims"][0]) == CLAIM_KEYS


def test_levels_count_problems_too(report):
    assert document(report)["summary"]["levels"] == {"error": 1, "warning": 1, "note": 0}


def test_a_problem_is_a_discrepancy_without_claims(report):
    problem = document(report)["discrepancies"][0]
    assert (problem["code"], problem["rule"], problem["level"], problem["claims"]) == (
        "KW902",
        "unreadable-article",
        "error",
        [],
    )
    assert problem["message"] == "c.md:3：不是 UTF-8 编码"


def test_a_claim_tells_its_reading(report):
    told = claim(report.discrepancies[0].claims[0])
    assert told["value"] == {"low": "7", "high": "7", "unit": "家", "step": "1"}
    assert told["period"] == {"start": None, "end": "2025-11-30", "explicit": True, "text": "截至11月底"}
    assert told["evidence"] == {"metric": [109, 117], "period": [100, 106]}
    assert (told["metric"], told["scope"], told["status"]) == ("上市高新技术企业", "崂山区", "actual")


def test_a_row_counts_in_its_field(report):
    row = replace(
        report.discrepancies[0].claims[0],
        article=ArticleRef("a.jsonl", "a.jsonl#x", title="标题"),
        location=Location(4, 18, 17, "text"),
        evidence={"scope": Span(0, 2), "metric": Span(109, 117)},
    )
    told = claim(row)
    assert (told["path"], told["article"], told["field"]) == ("a.jsonl", "a.jsonl#x", "text")
    assert (told["line"], told["start"], told["end"]) == (4, 17, 19)
    assert told["evidence"] == {"metric": [9, 17]}, "what stands in the title cannot be told in the text's numbering"


def test_open_sides_are_null():
    assert value(Value(Fraction(5700), None, "P")) == {"low": "5700", "high": None, "unit": "P", "step": None}
    assert value(None) is None


@given(st.fractions())
def test_decimal_is_exact(number):
    assert Fraction(decimal(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_decimal_has_no_fraction_bar(number):
    assert "/" not in decimal(Fraction(number))
