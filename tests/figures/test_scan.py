"""Whole sentences: one reading a figure, its kind first; and what must hold of any text."""

from __future__ import annotations

import re
import sys
import time
from fractions import Fraction
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.figures.scan import scan
from checker.model import Kind

READS = {
    Kind.QUANTITY: {
        "全市共有7家": ["7家"],
        "算力规模突破5700P。": ["突破5700P"],
        "16个教育集团": ["16个"],
        "总投资1.55亿元": ["1.55亿元"],
        "获得4金1银2铜。": ["4金", "1银", "2铜"],
        "3.5元/股": ["3.5元/股"],
        "电价为0.4元/千瓦时": ["0.4元/千瓦时"],
        "储能60万千瓦/120万千瓦时": ["60万千瓦", "120万千瓦时"],
        "两个亿卢布": ["两个亿卢布"],
        "一百三十五块六角七分": ["一百三十五块六角七分"],
        "打造千亿级产业集群": ["千亿级"],
        "每支260多元": ["260多元"],
        "5名校长和3支队伍": ["5名", "3支"],
        "仅剩一公里": ["一公里"],
        "造成一人死亡": ["一人"],
        "为企业减负36亿元": ["36亿元"],
        "减轻税负约8000万元": ["约8000万元"],
    },
    Kind.SHARE: {
        "占全省的24%": ["24%"],
        "三分之一的学校": ["三分之一"],
        "六成五的企业": ["六成五"],
        "进度过半": ["过半"],
        "占了一半": ["一半"],
        "一半以上的人": ["一半以上"],
    },
    Kind.RATE: {
        "覆盖率达90.5%": ["90.5%"],
        "赤字率从2.1%提高到2.3%": ["2.1%", "2.3%"],
        "废品率由3.1%下降为2.3%": ["3.1%", "2.3%"],
        "每万人拥有专利180件": ["180件"],
        "发病率6.8/10万": ["6.8/10万"],
    },
    Kind.GROWTH: {
        "产值同比增长18.3%": ["同比增长18.3%"],
        "比上年提高2.3个百分点": ["比上年提高2.3个百分点"],
        "较2024年增长5%": ["较2024年增长5%"],
        "分别增长5%和6%": ["分别增长5%", "6%"],
        "产值翻一番": ["翻一番"],
        "成本降低了两倍": ["降低了两倍"],
        "增速保持在7%左右": ["7%左右"],
        "产量增长为5%": ["增长为5%"],
    },
    Kind.RANK: {
        "总量居全国第三": ["全国第三"],
        "保持全市第一": ["全市第一"],
        "建成全国首个平台": ["全国首个"],
        "全球最大的市场": ["全球最大"],
        "居全国沿海港口第11位": ["第11位"],
        "该领域唯一案例": ["唯一"],
        "稳居全省首位": ["全省首位"],
    },
    Kind.PHRASE: {"位居全市前列": ["全市前列"], "水平全省领先": ["全省领先"]},
    Kind.ENUMERATION: {"做强四大产业": ["四大产业"], "抓好三个方面": ["三个方面"], "三个“更”": ["三个“更”"]},
    Kind.DURATION: {
        "历时3年": ["3年"],
        "一个半小时": ["一个半小时"],
        "3个多月": ["3个多月"],
        "2小时30分": ["2小时30分"],
        "半年多": ["半年多"],
    },
    Kind.ORDINAL: {
        "第28届大会": ["第28届"],
        "第三批名单": ["第三批"],
        "党的十八届五中全会": ["十八届"],
        "一是抓实": ["一是"],
    },
    Kind.LABEL: {
        "“7+4+1”体系": ["7+4+1"],
        "5G基站": ["5G"],
        "沿G60走廊": ["G60"],
        "4A级景区": ["4A"],
        "打通最后一公里": ["最后一公里"],
        "三位一体": ["三位一体"],
        "〔2024〕15号": ["2024〕15号"],
        "拨打12345热线": ["12345热线"],
        "7×24小时": ["7×24小时"],
        "形成两横三纵格局": ["两横三纵"],
        "“十条”": ["十条"],
        "全国百强": ["百强"],
        "三年行动方案": ["三年行动"],
        "电话0532-88888888": ["0532-88888888"],
        "“苍鹰9”火箭": ["9"],
        "拨打“96111”": ["96111"],
        "电影《深海2》": ["2"],
        "一架图-134飞机": ["图-134"],
        "一架歼-30，": ["歼-30"],
        "驻岛76123部队": ["76123部队"],
    },
    Kind.NUMBER: {"主队3:1获胜": ["3:1"], "增长57..3%": ["57..3%"], "总量1,00万": ["1,00万"], "惠及4万家长": ["4万"]},
}
CASES = [(kind, text, found) for kind, told in READS.items() for text, found in told.items()]

IGNORES = [
    "一心一意谋发展",
    "千家万户",
    "十分重要",
    "统一部署",
    "一些地方",
    "四川省",
    "二氧化碳",
    "一个重要的问题",
    "零部件产业",
    "单位：万元",
    "百姓",
    "首都机场",
    "一般公共预算",
    "之一",
    "三峡库区",
    "两岸同胞",
]
MISSES = ["五打鸡蛋", "身高米九"]


@pytest.mark.parametrize(("kind", "text", "found"), CASES)
def test_reads(kind: Kind, text: str, found: list[str]) -> None:
    figures = scan(text)
    assert [f.text for f in figures] == found
    assert {f.kind for f in figures} == {kind}


@pytest.mark.parametrize("text", IGNORES)
def test_ignores(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize("text", MISSES)
@pytest.mark.xfail(strict=True, reason="a unit that is mostly a verb, or that precedes its number")
def test_misses(text: str) -> None:
    assert scan(text)


def test_a_malformed_number_is_caught_without_a_value() -> None:
    for text in ("57..3%", "20224年", "1,00万", "XX万元"):
        (figure,) = scan(f"达到{text}")
        assert figure.kind is Kind.NUMBER
        assert figure.value is None


def test_growth_tells_direction_and_basis() -> None:
    (figure,) = scan("较上年同期下降1.6个百分点")
    assert (figure.direction, figure.basis) == (-1, "较上年同期")


def test_rank_tells_its_field() -> None:
    (figure,) = scan("获批全省首家中心")
    assert (figure.among, figure.first) == ("全省", "首家")


def test_rate_per_head_keeps_its_base() -> None:
    (figure,) = scan("每万人拥有专利180件")
    assert figure.value is not None
    assert figure.value.unit == "件/万人"


NUMBERS = st.one_of(
    st.integers(2, 10**12).map(str),
    st.decimals(min_value=1, max_value=10**6, places=2).map(lambda d: f"{d:.2f}"),
    st.sampled_from(
        ["三百二十", "两千五", "十五", "二十多", "数百", "三四百", "三万五千", "1.2亿", "5千多万", "100余"]
    ),
)
UNITS = st.sampled_from(["家", "名", "元", "万元", "亿元", "公里", "亩", "%", "个百分点", "人次", "吨", "件"])
BEFORE = st.sampled_from(["", "突破", "近", "约", "不超过", "至少", "同比增长", "超过"])
AFTER = st.sampled_from(["", "以上", "左右", "以内"])


@given(BEFORE, NUMBERS, UNITS, AFTER)
@settings(max_examples=300, deadline=None)
def test_a_figure_reads_the_same_alone(before: str, number: str, unit: str, after: str) -> None:
    for figure in scan(f"全市达到{before}{number}{unit}{after}，其中"):
        again = scan(figure.text)
        assert [(f.value, f.text) for f in again] == [(figure.value, figure.text)]


@given(
    st.text(
        alphabet="0123456789.,，一二两十百千万亿零半第首个家元%年多余以上约近突破超过比至—-~:/“”〔〕+×G 增长翻番A\n大",
        max_size=60,
    )
)
@settings(max_examples=600, deadline=None)
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    end = 0
    for figure in scan(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= end
        assert figure.start <= figure.number.start <= figure.number.end <= figure.end
        end = figure.end


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_text_raises(text: str) -> None:
    scan(text)


@pytest.mark.parametrize("unit", ["1", "亿", "〔", "一万", "1,", "超过", "-", "“", "半", "又1"])
def test_long_lines_take_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    begun = time.process_time()
    scan(text)
    short = time.process_time() - begun
    begun = time.process_time()
    scan(text * 4)
    assert time.process_time() - begun < 10 * short + 0.5


def test_spaces_inside_a_figure_are_no_obstacle() -> None:
    (figure,) = scan("总数为 3 000 家".replace("3 000", "3000"))
    assert figure.text == "3000 家"
    (figure,) = scan("增长了 一 百 五 十 个 百 分 点")
    assert figure.value is not None
    assert figure.value.low == Fraction(150)


# Characters that words of ranks, labels and halves begin with, and some that stand behind them.
HITTABLE = "首唯率独榜魁领前填先最空龙标之翻过超逾双对倍一个家半数折列跑高大后公里3第全国市，。"


@given(st.text(alphabet=HITTABLE, max_size=30))
def test_only_what_no_reader_would_read_is_passed_over(text):
    every = re.compile(
        "[0-9零〇一二两俩仨三四五六七八九十百千万亿廿卅半几数首唯率独榜魁领前填先最空龙标之翻过超逾双对倍NXx×＊□]"
    )
    with mock.patch.object(sys.modules[scan.__module__], "_hits", return_value=every):
        plainly = scan(text)
    assert scan(text) == plainly
