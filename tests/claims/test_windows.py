"""Statements over several years: the days first, then the sentences, of a paper of 5 February 2025."""

from __future__ import annotations

import pytest

from tests.claims.cases import days, only

READS = {
    "2020-01-01..2024-12-31": [
        ("年均增长6%", "五年来，全县生产总值年均增长6%。"),
        ("年均增长6%", "五年来，全县生产总值从300亿元增加到402亿元，年均增长6%。"),
        ("年均增长6%", "过去五年，发展迈上新台阶。全县生产总值年均增长6%。"),
        ("3000亿元", "五年累计，投入治污资金3000亿元。"),
        ("3000亿元", "县财政五年累计投入治污资金3000亿元。"),
    ],
    "2021-01-01..2025-12-31": [("年均增长6%", "“十四五”规划的任务全面完成。一是产业兴旺，工业产值年均增长6%。")],
    "2024-01-01..2024-12-31": [
        ("9.8万公里", "五年来，全县公路总里程达9.8万公里。"),
        ("402亿元", "五年来，全县生产总值从300亿元增加到402亿元，年均增长6%。"),
        ("1.4万亿斤", "一年来，粮食总产量达到1.4万亿斤。"),
    ],
}


def rows(table):
    return [(span, figure, text) for span, told in table.items() for figure, text in told]


@pytest.mark.parametrize(("span", "figure", "text"), rows(READS))
def test_reads(span, figure, text):
    assert days(only(text, figure, day="2025-02-05").period) == span


def test_a_count_of_what_was_done_in_five_years_is_no_level_of_the_last():
    claim = only("过去五年，成效明显。完成7300座水库除险加固。", "7300座", day="2025-02-05")
    assert days(claim.period) == "2020-01-01..2024-12-31"


def test_a_level_of_the_day_ends_a_window_in_the_year():
    claim = only("2020年以来，全县公路总里程达9.8万公里。", day="2025-06-05")
    assert days(claim.period) == "2025-06-05..2025-06-05"
    assert claim.period.as_of


def test_years_at_the_head_of_a_clause_are_those_the_text_is_about():
    text = "## 过去五年工作回顾\n\n道路越修越宽，五年县财政投入资金28亿元。"
    assert days(only(text, "28亿元", day="2025-02-05").period) == "2020-01-01..2024-12-31"
