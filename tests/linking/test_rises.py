"""A growth that is told without its level: which levels of other papers it meets."""

from __future__ import annotations

import pytest

from checker.linking import link
from checker.linking.wording.rises import rises_alone
from checker.model import Kind
from checker.settings import Settings
from tests.claims.cases import extraction, told

GROWTH = "2024年，渔家民宿接待游客比2023年增长28%，旺季一房难求。"
# What another paper tells, and whether the growth may be of that.
LEVELS = [
    ("2023年，渔家民宿接待游客46万人次。", True),
    ("2024年，渔家民宿接待游客55.2万人次。", True),
    ("2022年，渔家民宿接待游客40万人次。", False),
    ("2024年，渔家民宿计划接待游客60万人次。", False),
    ("2024年，渔家民宿收入3.6亿元。", False),
]


@pytest.mark.parametrize(("text", "meets"), LEVELS)
def test_levels_of_its_two_years_meet_a_growth(text, *, meets):
    papers = extraction(GROWTH, path="a.md", day="2025-02-10"), extraction(text, path="b.md", day="2025-01-10")
    facts = link([c for p in papers for c in p.claims], Settings()).facts
    assert any(e.refusal == "growth" for fact in facts for e in fact.links) is meets


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (GROWTH, True),
        ("三年来，公共充电桩数量翻了一番。", True),
        ("2024年，渔家民宿接待游客55.2万人次，增长28%。", False),
        ("渔家民宿接待游客年均增长28%。", False),
        ("2025年，力争渔家民宿接待游客增长28%。", False),
    ],
)
def test_a_growth_rises_alone_whose_sentence_tells_no_level(text, *, holds):
    (growth,) = (c for c in told(text, day="2025-02-10") if c.kind is Kind.GROWTH)
    assert rises_alone(growth) is holds
