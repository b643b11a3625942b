"""How long a time holds: the clause, the comparison and the paper's day that end it, and what is handed on of it."""

from __future__ import annotations

import pytest

from checker.model import Behaviour
from tests.claims.cases import days, extraction, only

DAY = "2025-12-09"
HALF, YEAR = "2025-01-01..2025-06-30", "2024-01-01..2024-12-31"

# Figure, its days → text, of a paper of 9 December 2025.
READS = [
    # what was done this year was done up to the day of its paper
    ("84场", f"2025-01-01..{DAY}", "今年，影院放映电影84场。"),
    ("19.1万亩", f"2025-01-01..{DAY}", "今年茶园扩到19.1万亩。"),
    ("100场", "2025-01-01..2025-12-31", "今年，影院计划放映电影100场。"),
    ("100场", "2025-01-01..2025-12-31", "全年放映电影100场。"),
    # a difference grew between two days
    ("63座", "2025-01-01..2025-11-30", "11月底，全县有冷库331座，比去年底的268座净增63座。"),
    ("4座", "2025-06-01..2025-08-31", "8月底，全县有冷库300座，比5月底的296座多4座。"),
    ("12座", "2025-01-01..2025-11-30", "11月底，全县有冷库331座，净增12座。"),
    ("5座", "2025-11-30..2025-11-30", "11月底，全县有冷库331座，比去年同期多5座。"),
    # what is measured by another time is not of it
    ("一半", "2025-04-01..2025-06-30", "二季度净收入2.1亿元，恰是去年二季度4.2亿元的一半。"),
    ("4.2亿元", "2024-04-01..2024-06-30", "二季度净收入2.1亿元，恰是去年二季度4.2亿元的一半。"),
    ("两倍", HALF, "上半年，民宿接待游客8万人次，是去年上半年的两倍。"),
    ("相比增长6.3%", HALF, "上半年，全港货物吞吐量1.2亿吨，与去年同期相比增长6.3%。"),
    # what is told of the year before hands nothing on
    ("3.9亿元", HALF, "上半年，公司收入8.6亿元，上年同期为8.1亿元。净利润3.9亿元。"),
    # a change without times after one that had them
    ("25人", "2024-01-01..2024-06-30", "上半年溺水死亡49人，上年同期为60人；涉野塘的从25人降到18人。"),
    ("18人", HALF, "上半年溺水死亡49人，上年同期为60人；涉野塘的从25人降到18人。"),
    # a part of the time that is told of does not rule the next sentence
    ("12万吨", YEAR, "2024年，车站发送旅客900万人次，三季度里，暑运占了七成。货运量12万吨。"),
    # the same day of another year
    ("110吨", "2024-12-05..2024-12-05", "12月5日，市场成交110吨。12月5日，成交126吨；去年同日成交110吨。"),
]


@pytest.mark.parametrize(("figure", "when", "text"), READS)
def test_ends(figure, when, text):
    found = [c for c in extraction(text).claims if c.text == figure]
    assert days(found[-1].period) == when


def test_a_difference_of_two_days_is_what_came_about_between_them():
    assert only("11月底，全县有冷库331座，比去年底净增63座。", "63座").behaviour is Behaviour.FLOW


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("今年春天，全区办班12期；公寓6300套。", Behaviour.STOCK),
        ("今年春天，全区销售住宅1200套；公寓6300套。", Behaviour.FLOW),
    ],
)
def test_a_count_behind_a_semicolon_is_no_amount_of_the_time_before_it(text, how):
    assert only(text, "6300套").behaviour is how


@pytest.mark.parametrize(
    ("figure", "span", "how"),
    [
        ("12所", "2025-12-09..2025-12-09", Behaviour.STOCK),
        ("86家", "2025-01-01..2025-06-30", Behaviour.FLOW),
        ("36所", "2025-01-01..2025-06-30", Behaviour.STOCK),
    ],
)
def test_a_word_for_this_day_rules_its_own_half_alone(figure, span, how):
    text = "上半年，全县新增学校3所，目前共有12所；新办企业86家；幼儿园36所。"
    claim = only(text, figure, day=DAY)
    assert (days(claim.period), claim.behaviour) == (span, how)


def test_a_figure_that_names_nothing_is_of_some_time():
    (last,) = (c for c in extraction("全县办班12期。“8000人，够了。”").claims if c.text == "8000人")
    assert not last.metric.text
    assert days(last.period) == f"{DAY}..{DAY}"


def test_that_evening_is_of_the_day_told_last():
    text = "12月5日，船队出海。当天，出海渔船40艘。码头人来人往。当晚，交易中心成交鲜货126吨。"
    assert days(only(text, "126吨").period) == "2025-12-05..2025-12-05"


def test_a_month_in_an_article_that_is_not_about_last_year_is_of_this_one():
    text = (
        "路口装上了新灯。\n\n骑车的人多了。\n\n有人不戴头盔。\n\n去年，全市查处违章186起。\n\n支队在3月发出问卷2860份。"
    )
    assert days(only(text, "2860份", day="2025-05-20").period) == "2025-03-01..2025-03-31"


def test_three_quarters_that_are_just_over_are_of_this_year():
    text = "去年全年，这个数字是1713.8亿元。规上企业208家，前三季度营收702.6亿元。"
    assert days(only(text, "702.6亿元", day="2025-10-18").period) == "2025-01-01..2025-09-30"
