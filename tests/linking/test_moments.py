from __future__ import annotations

from datetime import date

import pytest

from checker.linking.other_facts.moments import moment_facts
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


TOWN = "东山县"


def annals(*texts):
    claims = []
    for n, (day, text) in enumerate(texts):
        article, _ = plain(f"{n}.md", f"---\ndate: {day}\nplace: {TOWN}\n---\n{text}\n")
        claims += extract(article, Settings()).claims
    return [(f.id, [c.text for c in f.claims]) for f in moment_facts(claims) if f.id.partition(":")[2].startswith(TOWN)]


def test_the_one_hospital_of_a_place_needs_no_name():
    told = annals((JUNE, "县人民医院建于1956年，设床位320张。"), (DECEMBER, "这家已有59年历史的医院，如今焕然一新。"))
    assert told == [("since:东山县|医院", ["1956年", "59年"])]


def test_the_one_work_of_a_place_needs_no_name():
    told = annals((JUNE, "一期2023年9月动工，主体已完工。"), (DECEMBER, "从打桩到首台产品下线，历时18个月。"))
    assert told == [("span:东山县|工期", ["2023年9月", "18个月"])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # two houses of one sort
        ("槐坪医院建于1956年，岱丘医院建于1987年。", "这家已有59年历史的医院，如今焕然一新。"),
        # another sort of house
        ("县人民医院建于1956年，设床位320张。", "这所已有59年历史的学校，如今焕然一新。"),
        # no beginning
        ("一期2023年9月完工。", "从打桩到首台产品下线，历时18个月。"),
        # no exact number
        ("县人民医院建于1956年，设床位320张。", "这家已有近60年历史的医院，如今焕然一新。"),
    ],
)
def test_more_than_one_house_makes_no_fact(first, second):
    assert annals((JUNE, first), (DECEMBER, second)) == []
