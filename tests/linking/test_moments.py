from __future__ import annotations

from datetime import date

import pytest

from checker.linking.moments import moment_facts
from checker.pipeline import extract
from checker.reading.plain import plain
from checker.settings import Settings


def facts(*texts):
    claims = []
    for n, (day, text) in enumerate(texts):
        article, _ = plain(f"{n}.md", f"---\ndate: {day}\n---\n{text}\n")
        claims += extract(article, Settings()).claims
    return [(f.id, [c.text for c in f.claims]) for f in moment_facts(claims)]


JUNE, DECEMBER = date(2025, 6, 29), date(2025, 12, 30)


def test_two_days_of_one_opening_are_one_fact():
    told = facts(
        (JUNE, "6月28日，东山地铁二号线一期正式开通运营。"), (DECEMBER, "6月26日，二号线一期开通运营，设站24座。")
    )
    assert told == [("开通运营:二号线一期", ["6月28日", "6月26日"])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("6月28日，东山地铁二号线一期正式开通运营。", "6月28日，二号线一期开通运营。"),
        ("6月28日，东山地铁二号线一期正式开通运营。", "6月26日，三号线一期开通运营。"),
        ("东山地铁二号线一期计划6月26日开通运营。", "6月28日，二号线一期开通运营。"),
        ("6月28日，项目开工。", "6月26日，项目开工。"),
        ("2月28日，东山地铁二号线一期正式开通运营。", "6月26日，二号线一期开通运营。"),
    ],
)
def test_what_is_no_dispute_makes_no_fact(first, second):
    assert facts((JUNE, first), (DECEMBER, second)) == []


def test_the_years_of_one_institution_are_one_fact():
    told = facts(
        (JUNE, "始建于1955年的东山大学，现有学生3万人。"), (DECEMBER, "建校75年来，东山大学培养毕业生12万人。")
    )
    assert told == [("since:东山大学", ["1955年", "建校75年来"])]
