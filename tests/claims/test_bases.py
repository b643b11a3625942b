"""What a rate is told for each of: metric and unit first, then the sentences."""

from __future__ import annotations

import pytest

from checker.claims.metrics.bases import bases
from checker.figures import figures
from tests.claims.cases import only, told

# Metric and unit → (figure, text).
READS = {
    ("补助标准", "元/人/年"): [
        ("360元", "补助标准由每人每年320元提高到360元。"),
        ("320元", "补助标准由每人每年320元提高到360元。"),
        ("360元", "补助标准提高到每人每年360元。"),
    ],
    ("低保标准", "元/人/月"): [("980元", "低保标准提高到每人每月980元。")],
    ("小麦收购价", "元/50公斤"): [("3到4元", "小麦收购价每50公斤提高3到4元。")],
    ("租金", "元/月"): [("600元", "租金每月600元。")],
    ("列车时速", "公里/小时"): [("380公里", "列车时速达到380公里。")],
    ("设计时速", "公里/小时"): [("120公里", "设计时速120公里。")],
}
# Figures that nothing but their base stands before: no metric rather than a wrong one.
UNNAMED = ["风暴以每小时21公里的速度移动。", "由人均80元提高到420元。", "每户2600元。"]
# What counts people or places for each of which something is told is a metric's word, where it is no base of money.
NO_BASE = ["每万人拥有专利180件", "每年接待游客30万人次", "每天运行80列"]


@pytest.mark.parametrize(("named", "figure", "text"), [(n, f, t) for n, ts in READS.items() for f, t in ts])
def test_reads(named, figure, text):
    claim = only(text, figure)
    assert (claim.metric.text, claim.value.unit) == named


@pytest.mark.parametrize("text", UNNAMED)
def test_ignores(text):
    assert told(text) == []


@pytest.mark.parametrize("text", NO_BASE)
def test_is_no_base(text):
    assert bases(text, figures(text)) == []


def test_increments_of_a_list_are_increments():
    first, second = told("居民医保和公卫经费补助标准分别再提高20元和6元。")
    assert (first.role, second.role) == ("delta", "delta")


@pytest.mark.parametrize("text", ["人均补贴280元。", "补助标准人均提高5元。", "补助标准人均360元。"])
def test_a_mean_a_head_is_of_each_head(text):
    found = told(text)
    assert [c.scope.levels for c in found] == [("人均",)]


# Figure → (metric, role), of what a change starts from.
UPON = {
    "412.6万件": ("快递业务量", "base", "快递业务量458.7万件，在2024年412.6万件的基础上增长11.2%。"),
    "1200家": ("企业", "base", "全市企业在上年1200家的基础上增加到1350家。"),
    "1350家": ("企业", "value", "全市企业在上年1200家的基础上增加到1350家。"),
}


@pytest.mark.parametrize(("figure", "metric", "role", "text"), [(f, *told_) for f, told_ in UPON.items()])
def test_what_a_change_starts_from_is_a_base(figure, metric, role, text):
    claim = only(text, figure)
    assert (claim.metric.text, claim.role) == (metric, role)


def test_how_much_came_in_how_long_is_a_difference():
    assert only("门诊量一年少了3200人次。", "3200人次").role == "delta"
