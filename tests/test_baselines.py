"""What a growth is told against: the sentence first, then the baseline."""

from __future__ import annotations

import pytest

from checker.baselines import Baseline, baseline, led_to, set_out_from
from checker.model import Kind
from tests.claims.cases import told

READS = {
    "茶叶产值达到9.6亿元，同比增长12%。": Baseline(),
    "茶叶产值达到9.6亿元，比2020年翻了一番。": Baseline(year=2020),
    "与2021年相比，技校的学员翻了一番，目前有860人。": Baseline(year=2021),
    "民宿收入在2020年的基础上翻了一番，达到4.8亿元。": Baseline(year=2020),
    "民宿达到72家，是2019年的3倍。": Baseline(year=2019),
    "茶叶产值达到9.6亿元，三年翻了一番。": Baseline(years=3),
    "四年来，家政从业人员总量翻了一番，达到10.4万人。": Baseline(years=4),
    "茶叶产值达到9.6亿元，比三年前翻了一番。": Baseline(years=3),
    "茶叶销售额达到4100万元，比上届增长52%。": Baseline(turn=True),
    "存款余额达到9.6亿元，比年初增长12%。": Baseline(year_end=True),
    "滑雪者达到9.6万人次，较上个雪季增长12%。": Baseline(),
    "民宿达到72家，是前年的3倍。": Baseline(year=2023),
    "茶叶产值达到9.6亿元，年均增长12%。": None,
    "茶叶产值达到9.6亿元，环比增长12%。": None,
}


@pytest.mark.parametrize(("text", "base"), READS.items(), ids=READS)
def test_a_growth_is_told_against(text, base):
    growth = next(c for c in told(text) if c.kind == Kind.GROWTH)
    assert baseline(growth) == base


DIFFERS = {
    "茶叶产值达到9.6亿元，比2020年多1.2亿元。": Baseline(year=2020),
    "茶叶产值达到9.6亿元，同比增加1.2亿元。": Baseline(),
    "存款余额达到9.6亿元，较年初净增1.2亿元。": Baseline(year_end=True),
    "茶叶产值达到9.6亿元，比上月多1.2亿元。": None,
    "茶叶产值达到9.6亿元，比邻县多1.2亿元。": None,
}


@pytest.mark.parametrize(("text", "base"), DIFFERS.items(), ids=DIFFERS)
def test_a_difference_is_told_against(text, base):
    more = next(c for c in told(text) if c.text == "1.2亿元")
    assert (more.role, baseline(more)) == ("delta", base)


def test_february_ends_on_two_days():
    base = told("2023年11月至2024年2月，雪场接待游客36万人次。", path="a.md", day="2024-03-05")[-1]
    level, growth = told("2024年11月至2025年2月，雪场接待游客45万人次，较上个雪季增长25%。", day="2025-03-05")[-2:]
    assert set_out_from(base, level, growth)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("2024年，民宿床位3600张。", True),
        ("2023年，民宿床位3600张。", False),
        ("2024年上半年，民宿接待游客36万人次。", False),
    ],
)
def test_a_growth_led_to_a_level_of_its_time(text, *, holds):
    (level,) = told(text, path="a.md", day="2025-01-10")
    growth = next(c for c in told("2024年民宿床位比2023年增长20%。", day="2025-02-10") if c.kind is Kind.GROWTH)
    assert led_to(growth, level) is holds


def review(year, amount, *, month=1):
    text = f"{year}年全市经济运行平稳。一般公共预算收入{amount}亿元，同比增长9.0%。"
    found = told(text, path=f"{year}.md", day=f"{year + 1}-{month:02}-15")
    return [c for c in found if c.text in (f"{amount}亿元", "同比增长9.0%")]


def test_reviews_of_two_years_tell_the_two_levels_of_a_growth():
    (base, _), (level, growth) = review(2024, "58.6"), review(2025, "62.7")
    assert set_out_from(base, level, growth)
    assert not set_out_from(level, base, growth)


def test_what_is_printed_in_the_midst_of_a_year_is_no_review():
    (base, _), (level, growth) = review(2024, "58.6", month=9), review(2025, "62.7", month=9)
    assert not set_out_from(base, level, growth)


@pytest.mark.parametrize(
    "text",
    ["茶叶产值达到9.6亿元，比改造前增长12%。", "茶叶产值达到9.6亿元，与山那边的邻县相比增长12%。"],
)
def test_what_is_no_time_is_no_year_before(text):
    assert baseline(next(c for c in told(text) if c.kind == Kind.GROWTH)) is None
