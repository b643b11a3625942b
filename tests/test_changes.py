from __future__ import annotations

from datetime import date

import pytest

from checker.arithmetic import by_sentence
from checker.changes import changes
from checker.pipeline import extract
from checker.reading.plain import plain
from checker.settings import Settings
from checker.stated import factor


def told(text, day=date(2025, 12, 15)):
    article, _ = plain("a.md", f"---\ndate: {day}\n---\n{text}\n")
    return [c for _, claims in by_sentence(extract(article, Settings())) for c in changes(claims)]


def sides(change):
    return tuple(c.text if c else None for c in (change.base, change.delta, change.level, change.growth))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("存栏由320头增加到480头，增长50%。", ("320头", None, "480头", "增长50%")),
        ("产蛋480吨，比上年的320吨增长50%。", ("320吨", None, "480吨", "增长50%")),
        ("产蛋480吨，比上年的320吨增加160吨，增长50%。", ("320吨", None, "480吨", "增长50%")),
        ("产蛋480吨（去年同期320吨），同比增长50%。", ("320吨", None, "480吨", "同比增长50%")),
        ("产蛋480吨，同比增长50%，去年同期为320吨。", ("320吨", None, "480吨", "同比增长50%")),
        ("去年产蛋320吨，今年达到480吨，增长50%。", ("320吨", None, "480吨", "增长50%")),
        ("蛋鸡换笼前，一年产蛋320吨；换笼后的头一年就有480吨，增长50%。", ("320吨", None, "480吨", "增长50%")),
        ("起初年产蛋320吨，眼下是480吨，增长50%。", ("320吨", None, "480吨", "增长50%")),
        ("合作社原来有12个鸡舍，现在扩到18个，增长50%。", ("12个", None, "18个", "增长50%")),
        ("巡检间隔由20天延长到30天，延长50%。", ("20天", None, "30天", "延长50%")),
        ("2024年，产蛋480吨，增长50%；2023年为320吨。", ("320吨", None, "480吨", "增长50%")),
        ("以前一年产蛋320吨，换了鸡种，今年产蛋480吨，多了50%。", ("320吨", None, "480吨", "多了50%")),
        ("产蛋480吨，比上年多产了160吨，增长50%。", (None, "160吨", "480吨", "增长50%")),
        ("今年前7个月产蛋480吨，已是去年全年320吨的1.5倍。", ("320吨", None, "480吨", "1.5倍")),
        ("产蛋480吨，是去年320吨的1.5倍。", ("320吨", None, "480吨", "1.5倍")),
        ("建场时存栏蛋鸡320只，如今已达480只，增长50%。", ("320只", None, "480只", "增长50%")),
        ("建场第一年，存栏蛋鸡320只；到了去年，存栏蛋鸡480只，增长50%。", ("320只", None, "480只", "增长50%")),
        ("产蛋比上年增加160吨，达到480吨，增长50%。", (None, "160吨", "480吨", "增长50%")),
        ("产蛋480吨，比上年增加160吨，增长50%。", (None, "160吨", "480吨", "增长50%")),
        ("产蛋480吨，同比多收160吨，增长50%。", (None, "160吨", "480吨", "增长50%")),
        ("2024年产蛋480吨，而2021年才320吨，三年增长50%。", ("320吨", None, "480吨", "增长50%")),
        ("2021年产蛋320吨，去年是480吨，三年增长50%。", ("320吨", None, "480吨", "增长50%")),
    ],
)
def test_ways_to_tell_a_change(text, wanted):
    (change,) = told(text)
    assert sides(change) == wanted
    least, actual, most = change.made
    assert least <= actual == 50 <= most


@pytest.mark.parametrize(
    "text",
    [
        "产蛋480吨，同比增长50%。",
        "2024年，产蛋480吨，增长50%；2021年为320吨。",
        "产蛋由320吨增加到480吨，仅去年就增长8%。",
        "产蛋由320吨增加到480吨，养鸡户增长8%。",
        "2024年，产蛋由2020年的320吨增加到480吨，比2022年增长16%。",
        "2024年，产蛋由2020年的320吨增加到480吨，较上年增长6%。",
        "工期由40天缩短到25天，提速20%。",
        "换笼前，产蛋320吨；大棚建成后产菜480吨，增长50%。",
        "产蛋480吨、产肉320吨，分别增长50%和20%。",
        "存栏由320头增加到480头，产值12万元，增长50%。",
        "存栏320头；产蛋480吨，增长50%。",
    ],
)
def test_what_tells_no_base_is_no_change(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("存栏由320头增加到480头，增长50%。", 49.5, 50.5),
        ("存栏由320头增加到480头，增长1.5倍。", 140, 160),
        ("存栏由320头增加到960头，是原来的3倍。", 170, 280),
        ("存栏由320头增加到640头，翻了一番。", 80, 170),
        ("存栏由480头减少到320头，下降33.3%。", -33.35, -33.25),
    ],
)
def test_a_growth_allows_what_its_last_digit_hides(text, least, most):
    (change,) = told(text)
    low, _, high = factor(change.growth)
    assert (float(low), float(high)) == pytest.approx((least, most))


def test_years_between_are_read_where_both_are_stated():
    (change,) = told("2020年至2024年，学校从312所增加到745所，年均增长24.3%。")
    assert change.years == 4


def test_a_long_line_is_read_in_linear_time():
    assert told("由" + "1" * 200_000 + "增加到2，增长3%。" * 3) is not None
