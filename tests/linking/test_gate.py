"""What may be compared: the reason against it first, then two texts that differ in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checker.linking.gate import gate
from checker.linking.when.times import when
from checker.linking.whose.subjects import same_org, scope_refusal
from checker.linking.wording.profile import profile
from checker.model import Behaviour, Metric, Period, Scope, Status
from tests.claims.cases import only, told

BASE = "截至11月底，全区高新技术企业达到412家。"

# Reason → pairs of texts, "" where they are comparable.
REFUSES = {
    "": [
        (BASE, "截至11月底，全区高新技术企业有420家。"),
        (BASE, "截至10月底，全区高新技术企业达到396家。"),
        ("2024年，全区新增学位3000个。", "2024年，全区新增学位3600个。"),
        ("去年，规上工业总产值958亿元。", "2024年，规上工业总产值985亿元。"),
        ("2024年，全区接待游客120万人次。", "2024年，全区接待游客126万人次。"),
        ("力争到2026年底，断面优良比例达到90%。", "力争2026年断面优良比例达到87.5%。"),
        ("到2026年底，全区生产总值达到330亿元。", "力争2026年全区生产总值达到350亿元。"),
        ("代表团在金牌榜上名列次席。", "代表团在金牌榜上坐的是第三把交椅。"),
        ("到2030年，全区新增三甲医院4家。", "“十五五”期间，全区新增三甲医院6家。"),
        ("到2027年底，全区计划累计新增学位3000个。", "2025年至2027年，全区计划新增学位3600个。"),
        ("2025年7月25日发布的百强榜上，全区列第17位。", "今年，全区位列百强榜第12位。"),
        ("2025年，旅游收入比2020年增长60%。", "2025年，旅游收入比五年前增长52%。"),
        ("11月末，存款余额比年初增长12%。", "11月末，存款余额较2024年末增长8%。"),
        ("2024年末，出生率居全省第一。", "2024年，出生率居全省第三。"),
        # what is reached in a year, whatever verb tells it, and what was done since one day
        ("到2027年，全区茶叶产值达到30亿元。", "2027年，全区茶叶产值要做到36亿元。"),
        ("2021年以来，全区资助学生4.8万人次。", "2021年以来，全区累计资助学生4.1万人次。"),
        # what a thing is designed for
        ("松屿医院设计床位1200张。", "松屿医院规划床位1500张。"),
        ("2024年，全区减少二氧化碳排放3.2万吨。", "2024年，全区共减少二氧化碳排放2.3万吨。"),
    ],
    "role": [("截至11月底，全区累计节约药费3.2亿元。", "截至11月底，全区药费比上年累计节约2.3亿元。")],
    "kind": [(BASE, "截至11月底，全区高新技术企业占比达到41.2%。"), ("旅游收入18亿元。", "旅游收入同比增长18%。")],
    "unit": [("全区新增学位3000个。", "全区新增学位360万元。"), ("拥有仓库42万平方米。", "拥有仓库42家。")],
    "scope": [
        (BASE, "截至11月底，槐安市高新技术企业达到620家。"),
        ("远帆智能装备股份有限公司拥有专利180件。", "青石造船集团有限公司拥有专利260件。"),
        (BASE, "截至11月底，全省高新技术企业达到4120家。"),
    ],
    "level": [
        ("全区省级以上专精特新企业156家。", "全区市级以上专精特新企业230家。"),
        ("全区规上工业企业297家。", "全区工业企业860家。"),
    ],
    "status": [
        (BASE, "力争11月底高新技术企业达到500家。"),
        ("2025年，全区新增学位3000个。", "2025年，全区计划新增学位3600个。"),
        ("松屿医院开放床位1200张。", "松屿医院规划床位1500张。"),
    ],
    "behaviour": [
        ("2021年以来，全区资助学生4.8万人次。", "2016年以来，全区累计资助学生8.1万人次。"),
        ("截至11月底，全区共有高新技术企业412家。", "去年，全区新增高新技术企业42家。"),
    ],
    "period": [
        ("到2027年，全区新建学校12所。", "2027年，全区将新建学校5所。"),
        ("2024年，全区新增学位3000个。", "2023年，全区新增学位3600个。"),
        ("前三季度，规上工业总产值958亿元。", "去年，规上工业总产值1260亿元。"),
    ],
    "baseline": [
        ("旅游收入同比增长12%。", "旅游收入环比增长3%。"),
        ("旅游收入同比增长12%。", "旅游收入比五年前增长37%。"),
        ("旅游收入同比增长12%。", "旅游收入比疫情前的2019年增长3%。"),
        ("旅游收入比2020年翻了一番。", "旅游收入是2020年的3倍。"),
    ],
}

TIMES = {
    ("same", True): [(BASE, BASE), ("2024年，新增学位3000个。", "去年，新增学位3600个。")],
    ("before", True): [
        ("截至10月底，高新技术企业达到396家。", BASE),
        ("2023年，新增学位3000个。", "2024年，新增学位3600个。"),
    ],
    ("after", True): [(BASE, "截至10月底，高新技术企业达到396家。")],
    ("narrower", True): [("上半年，新增学位3000个。", "前三季度，新增学位3600个。")],
    ("wider", True): [("前三季度，新增学位3600个。", "上半年，新增学位3000个。")],
    ("same", False): [("高新技术企业达到396家。", "高新技术企业达到412家。")],
}


def compare(a, b, **known):
    """The gate between the first claims of two texts, as of two papers."""
    x, y = told(a)[0], told(b, **known)[0]
    y = replace(y, article=replace(y.article, id="b.md", path="b.md"))
    return gate(x, y, profile(x, (), {}), profile(y, (), {}))


@pytest.mark.parametrize(("reason", "a", "b"), [(r, *pair) for r, pairs in REFUSES.items() for pair in pairs])
def test_refuses(reason, a, b):
    assert compare(a, b).refusal == reason
    assert compare(b, a).refusal == reason


@pytest.mark.parametrize(("time", "sure", "a", "b"), [(*t, *pair) for t, pairs in TIMES.items() for pair in pairs])
def test_time(time, sure, a, b):
    found = compare(a, b)
    assert (found.time, found.sure) == (time, sure)


def test_two_figures_of_one_sentence_are_no_dispute():
    total, part = told("全区共有学校86所，其中学校31所。")[:2]
    assert gate(total, part, profile(total, (), {}), profile(part, (), {})).refusal == "sentence"


@pytest.mark.parametrize("role", ["gap", "delta", "subset", "respective"])
def test_what_is_no_value_of_the_metric_is_not_compared(role):
    x = only(BASE)
    y = replace(x, role=role, article=replace(x.article, id="b.md"))
    assert gate(x, y, profile(x, (), {}), profile(y, (), {})).refusal == "role"


PARTS = {
    "": [
        ("38个大模型，其中6个大模型通过中央网信办备案。", "37个大模型，其中5个通过国家备案。"),
        ("农民合作社86家，其中21家获评省级示范社。", "农民合作社86家，其中19家农民合作社获评省示范社。"),
    ],
    "role": [
        ("38个大模型，其中6个通过国家备案。", "37个大模型，其中5个通过省级备案。"),
        ("38个大模型，其中6个通过国家备案。", "37个大模型，其中5个通过备案。"),
        ("38个大模型，其中6个通过国家备案。", "37个大模型，其中5个投入使用。"),
        ("38个大模型，其中6个。", "37个大模型，其中5个。"),
    ],
}


@pytest.mark.parametrize(("reason", "a", "b"), [(r, *pair) for r, pairs in PARTS.items() for pair in pairs])
def test_parts_are_compared_where_one_deed_sets_them_off(reason, a, b):
    x, y = told(a)[1], told(b)[1]
    y = replace(y, article=replace(y.article, id="b.md"))
    assert (x.role, y.role) == ("subset", "subset")
    assert gate(x, y, profile(x, (), {}), profile(y, (), {})).refusal == reason


def test_levels_of_papers_of_one_month_are_of_one_time():
    text = "高新技术企业达到412家。"
    assert compare(text, text, day="2025-12-29").time == "same"
    assert compare(text, text, day="2026-06-09").time == "before"


def test_estimate_of_a_year_all_but_over_is_a_result():
    a, b = "2025年，全区新增学位3000个。", "2025年，全区预计新增学位3600个。"
    assert compare(a, b, day="2025-12-30").refusal == ""
    assert compare(a, b, day="2025-06-30").refusal == "status"


def test_a_body_of_a_place_counts_what_is_the_places():
    assert scope_refusal(Scope("", "松屿区公安局"), Scope("松屿区")) == ""
    assert scope_refusal(Scope("", "松屿区第一中学"), Scope("松屿区")) == "scope"
    assert scope_refusal(Scope("", "松屿区公安局"), Scope("槐安市")) == "scope"


def test_plan_period_is_one_time():
    x = only("“十四五”期间，累计引进人才3.2万人。")
    y = replace(x, article=replace(x.article, id="b.md", published=date(2025, 6, 1)))
    assert when(x, y) == ("same", True)


def test_unknown_periods_are_not_known_to_be_one():
    x = only("新增学位3000个。", day="")
    y = replace(x, article=replace(x.article, id="b.md"))
    assert x.period is None
    assert when(x, y) == ("unknown", False)


def test_long_periods_with_ends_some_days_apart_are_one():
    x = only("今年以来，签约项目36个。")
    shifted = replace(x.period, end=date(2025, 12, 4))
    assert when(x, replace(x, period=shifted))[0] == "same"
    assert when(x, replace(x, period=replace(x.period, end=date(2025, 9, 30))))[0] != "same"


SCOPES = {
    "": [
        (Scope("松屿区"), Scope("松屿区")),
        (Scope("松屿区"), Scope("")),
        (Scope("全区"), Scope("松屿区")),
        (Scope("松屿区", "青石造船集团"), Scope("松屿区", "青石造船集团有限公司")),
        (Scope("松屿区", "青石造船集团", main=True), Scope("松屿区")),
    ],
    "scope": [
        (Scope("松屿区"), Scope("槐安市")),
        (Scope("全市"), Scope("松屿区")),
        (Scope("全省"), Scope("全市")),
        (Scope("区内"), Scope("槐安市")),
        (Scope("松屿产业园"), Scope("松屿")),
        (Scope("松屿区", "青石造船集团"), Scope("松屿区", "远帆智能装备股份有限公司")),
        (Scope("松屿区", "青石造船集团"), Scope("松屿区")),
    ],
}


@pytest.mark.parametrize(("reason", "a", "b"), [(r, *pair) for r, pairs in SCOPES.items() for pair in pairs])
def test_scope(reason, a, b):
    assert scope_refusal(a, b) == reason
    assert scope_refusal(b, a) == reason


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("青石造船集团", "青石造船集团有限公司", True),
        ("青石精密制造研究院", "青石精密智造研究院", True),
        ("青石造船集团", "远帆造船集团", False),
        ("远帆集团", "远帆检测集团", True),  # by its first and last words
        ("青石大学", "青石理工大学", False),
        ("青岛集团", "青岛造船集团", False),
        ("青石师院", "青石师范学院", True),
        ("青石中院", "青石市中级人民法院", True),
        ("青石市远帆职业学校", "远帆职校", True),
        ("青石农大", "青石师大", False),
        ("太岳机场", "太岳国际机场", True),
        ("青石县医院", "青石县人民医院", True),
        ("青石县医院", "青石县中医院", False),
        ("太岳机场集团", "太岳国际机场", False),  # a group, and a house that it is called after
        ("青石县医院", "青石县医院集团", False),
        ("远帆汽车", "远帆汽车集团", True),
    ],
)
def test_organisations(a, b, one):
    assert same_org(a, b) is one


def test_order_of_the_reasons():
    """Kind outweighs all; scope is said before level, level before status, status before period."""
    x = only("2024年，全区新增学位3000个。")
    year = Period(date(2020, 1, 1), date(2020, 12, 31))
    changes = [
        ("scope", {"scope": Scope("槐安市", levels=("省级",))}),
        ("level", {"scope": replace(x.scope, levels=("省级",))}),
        ("status", {"status": Status.TARGET}),
        ("period", {"period": year}),
    ]
    y = replace(x, article=replace(x.article, id="b.md"))
    for n, (reason, _) in enumerate(changes):
        told_ = y
        for _, change in reversed(changes[n:]):
            told_ = replace(told_, **change)
        assert gate(x, told_, profile(x, (), {}), profile(told_, (), {})).refusal == reason


def test_rates_of_one_time_are_compared_and_others_not():
    x = replace(only(BASE), behaviour=Behaviour.RATE, metric=Metric("覆盖率", ("覆盖率",), "覆盖率"))
    y = replace(x, article=replace(x.article, id="b.md"))
    assert gate(x, y, profile(x, (), {}), profile(y, (), {})).refusal == ""
    y = replace(y, period=Period(date(2020, 1, 1), date(2020, 12, 31)))
    assert gate(x, y, profile(x, (), {}), profile(y, (), {})).refusal == "period"


def parts(one, other):
    """Two parts of a total, told in the same way but for their number."""
    texts = ((f"全省共清理文件{one[0]}，{one[1]}。", "a.md"), (f"全省共清理文件{other[0]}，{other[1]}。", "b.md"))
    return [next(c for c in told(text, path=path) if c.role == "subset") for text, path in texts]


def test_parts_are_one_where_the_same_deed_leads_up_to_them():
    x, y = parts(("3017件", "废止了668件"), ("3017件", "废止268件"))
    assert gate(x, y, profile(x, (), {}), profile(y, (), {})).refusal == ""
    x, y = parts(("3017件", "废止了668件"), ("3017件", "修改了268件"))
    assert gate(x, y, profile(x, (), {}), profile(y, (), {})).refusal == "role"


def test_a_sentence_that_tells_the_number_of_the_title_too_does_not_deny_it():
    title, *rest = told("董事会提议每10股派2.5元，加上已派的1.5元，全年每10股派4元。", title="公司每10股派4元")
    other = next(c for c in rest if c.text == "2.5元")
    assert gate(title, other, profile(title, (), {}), profile(other, (), {})).refusal == "sentence"
