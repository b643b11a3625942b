"""Places: the full name first, then the texts it is read from."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.places.gazetteer import gazetteer
from checker.claims.places.placenames import Sites
from checker.claims.subjects.headed import headed
from checker.claims.subjects.places import chain, contains, home, places, resolve, same_place
from checker.claims.words.bigrams import pairs
from checker.lexicon import load
from checker.settings import Place

# Canonical name → texts that name it and nothing else.
READS = {
    "崂山区": ["崂山区引进企业", "青岛市崂山区今年", "山东青岛崂山区", "青岛崂山引进企业"],
    "青岛市": ["青岛港口", "山东省青岛市", "青岛市场活跃", "在青岛召开"],
    "内蒙古自治区": ["内蒙古自治区", "内蒙古草原"],
    "延边朝鲜族自治州": ["延边朝鲜族自治州", "吉林延边"],
    "阿坝藏族羌族自治州": ["阿坝藏族羌族自治州"],
    "浦东新区": ["上海市浦东新区", "浦东新区"],
    "赵县": ["石家庄市赵县"],
    "德国": ["出口到德国的产品"],
    "松屿区": ["走进松屿区，", "槐安市松屿区"],
    "青石镇": ["在青石镇，", "松屿区青石镇"],
    "槐安高新技术产业开发区": ["槐安高新技术产业开发区今年"],
    "槐安高新区": ["今年以来，槐安高新区引进"],
    "望川港": ["望川港完成吞吐量"],
    "滨河街道": ["辖区滨河街道新建"],
    # told once, in words that are seldom else than names
    "鹤鸣县": ["鹤鸣县现有水窖", "今年，鹤鸣县"],
    "松涛市": ["松涛市今年建成"],
    "银杏岭县": ["走进银杏岭县，"],
    "宝塔湾区": ["宝塔湾区现有"],
    "浦江市": ["浦江市今年新增"],  # there is a county of that name
}

RELATIVE = {
    "区县": ["全区", "我区", "区内", "区里", "全县", "该县", "县里"],
    "市": ["全市", "我市", "本市", "市内", "市里"],
    "省": ["全省", "我省", "省内"],
    "国": ["全国", "我国", "国内"],
    "全球": ["全球"],
    "园区": ["全港", "园区"],
    "单位": ["全校", "全院", "全系统"],
    "": ["当地"],
}

IGNORES = [
    "社区居民逛超市，城市更新，片区改造，校区扩建。",
    "该片区、各街区、景区和市区道路",
    "来宾们走进小区，日照充足，世界大同。",
    "家乡、乡村、农村、古镇、特色小镇。",
    "上市公司，股市，楼市，门市。",
    "确保安全省心，健全市场机制。",
    "农业和县域经济",
    "辖区内，控制区内，资本市场",
    "中山路、南京路、海南岛",
    "国旗、红旗、军旗",
    "候诊区新增座椅，亲子区开放，晾晒区扩建。",
    "太行山区、高寒山区，摘帽县全部验收。",
    "城市里的公园，小区里的路",
    "其中国际旅客54万人次，其中国有企业12家。",
    "",
]

MISSES = {
    "槐安": ["槐安今年引进企业。"],  # a place that is not listed, without its ending
    "韩林城市": ["走进韩林城市。"],  # its name ends in 城, and 城市 is a word
}


def canonical(text: str, known: tuple[Place, ...] = ()) -> list[str]:
    return [m.canonical for m in places(text, known) if not m.relative]


HEADED = [
    ("云峰县", "机器换人", "云峰已有企业4200家，全县上云企业3家。", ()),
    ("银杏湖市", "看银杏湖如何办学", "银杏湖开展活动2场，全市累计3场。", ()),
    ("", "合作社丰收", "本报讯（记者 云峰岭）合作社今年扩种，全县有合作社3家，全县都知道云峰岭。", ()),  # who wrote it
    ("", "访林云峰", "林云峰说，全县有企业3家。", ()),  # a person
    ("", "云峰产业园投产", "云峰产业园今年投产，全县有企业3家。", ("云峰产业园",)),  # a project
    ("", "全港增长", "全港吞吐量增长，全市外贸提速。", ()),
    ("", "果园丰收", "果园丰收，全县有企业3家。", ()),  # a common word
]


@pytest.mark.parametrize(("place", "title", "text", "named"), HEADED)
def test_the_place_that_heads_a_clause(place, title, text, named):
    assert headed(title, [text], places(f"{title}\n{text}"), named) == place


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in READS.items() for t in ts])
def test_reads(name, text):
    assert canonical(text) == [name]


@pytest.mark.parametrize(("level", "text"), [(n, t) for n, ts in RELATIVE.items() for t in ts])
def test_reads_relative_expressions(level, text):
    assert [(m.name, m.level, m.relative) for m in places(f"，{text}增长5%")] == [(text, level, True)]


@pytest.mark.parametrize("text", IGNORES)
def test_ignores(text):
    assert places(text) == []


@pytest.mark.xfail(reason="not listed, and no ending tells")
@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in MISSES.items() for t in ts])
def test_misses(name, text):
    assert canonical(text) == [name]


def test_a_county_goes_by_its_plain_name_where_its_full_name_stands_too():
    assert canonical("崂山区发布规划。崂山引进企业。") == ["崂山区", "崂山区"]
    assert canonical("崂山引进企业。") == []


def test_a_made_name_is_cut_back_to_the_name_told_elsewhere():
    assert canonical("拜访青石镇。青石镇今年增收。") == ["青石镇", "青石镇"]


def test_all_of_a_named_place_is_that_place():
    assert [(m.name, m.canonical, m.relative) for m in places("广东全省降雨。")] == [("广东全省", "广东省", False)]


def test_the_newsroom_s_own_places():
    known = (Place("枫林谷", ("枫谷",), "松屿区"), Place("松屿区", (), "青岛市"))
    assert canonical("枫谷今年增收。", known) == ["枫林谷"]
    assert contains("山东省", "枫林谷", known) is True
    assert resolve(places("全市")[0], "枫林谷", known) == "青岛市"


@pytest.mark.parametrize(
    ("expression", "place", "meant"),
    [
        ("全区", "崂山区", "崂山区"),
        ("全区", "青岛市", "全区"),
        ("全市", "崂山区", "青岛市"),
        ("全市", "胶州市", "胶州市"),
        ("全省", "崂山区", "山东省"),
        ("全国", "崂山区", "全国"),
        ("我国", "", "全国"),
        ("全市", "松屿区", "全市"),
        ("全市", "槐安市松屿区", "槐安市"),
        ("全市", "槐安", "槐安"),
        ("全市", "朝阳区", "全市"),
        ("全市", "北京市朝阳区", "北京市"),
        ("全区", "槐安高新区", "槐安高新区"),
        ("全区", "南宁市", "广西壮族自治区"),
        ("当地", "崂山区", "崂山区"),
        ("全校", "崂山区", "全校"),
        ("全市", "", "全市"),
    ],
)
def test_resolves(expression, place, meant):
    assert resolve(places(expression)[0], place) == meant


@pytest.mark.parametrize(
    ("outer", "inner", "told"),
    [
        ("青岛市", "崂山区", True),
        ("山东省", "崂山区", True),
        ("全国", "崂山区", True),
        ("全球", "全国", True),
        ("全球", "德国", True),
        ("全市", "全区", True),
        ("槐安市", "槐安市松屿区", True),
        ("崂山区", "青岛市", False),
        ("济南市", "崂山区", False),
        ("全国", "德国", False),
        ("崂山区", "崂山", False),
        ("槐安市", "松屿区", None),
        ("山东省", "鼓楼区", None),
    ],
)
def test_contains(outer, inner, told):
    assert contains(outer, inner) is told


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("崂山区", "青岛市崂山区", True),
        ("崂山区", "崂山", True),
        ("槐安高新区", "槐安国家高新技术产业开发区", True),
        ("槐安", "槐安市", True),
        ("徐州市鼓楼区", "鼓楼区", True),
        ("徐州市鼓楼区", "南京市鼓楼区", False),
        ("朝阳区", "朝阳市", False),
        ("槐安高新区", "槐安经开区", False),
        ("青岛市", "崂山区", False),
    ],
)
def test_same_place(a, b, same):
    assert same_place(a, b) is same
    assert same_place(b, a) is same


@pytest.mark.parametrize(
    ("title", "text", "place", "source", "home_"),
    [
        ("松屿区项目加速", "槐安市松屿区昨日开工。松屿区今年将完成投资。", "", "", "松屿区"),
        ("项目加速", "全区项目加速，崂山区开工12个，青岛市领导出席。", "", "", "崂山区"),
        ("项目加速", "全市项目加速，青岛市开工120个，崂山区开工12个。", "", "", "青岛市"),
        ("项目加速", "松屿区开工12个。", "青岛市崂山区", "", "崂山区"),
        ("槐安部署重点任务", "会议指出，槐安要抓落实，全市一盘棋。", "", "槐安日报", "槐安市"),
        ("槐安部署重点任务", "会议指出，槐安要抓落实，全市、全县一盘棋。", "", "槐安日报", "槐安"),
        ("望川港吞吐量创新高", "望川港完成吞吐量2亿吨。望川港靠泊能力提升，望川港开通航线。", "", "", "望川"),
        ("春天来了", "花开了。", "", "", ""),
        ("项目加速", "名单报市科技局审定，全市开工12个。材料见市政务网。", "", "", ""),
        ("项目加速", "三件事写进县志，全县开工12个。", "", "", ""),
        ("冷云舟：蓝天是抠出来的", "冷云舟说，全市有26个断面。冷云舟笑了。冷云舟又说起水。", "", "", ""),
        ("老胡的湖", "老胡翻开账本，老胡记得，全市有27处湿地，老胡守了其中一处。", "", "", ""),
        ("云岫科创港满五年", "云岫科创港建成，全市关注。云岫科创港招商，云岫科创港扩建。", "", "", ""),
    ],
)
def test_home(title, text, place, source, home_):
    assert home(title, text, place, source=source) == home_


def test_the_divisions_are_whole():
    china = load("places")["china"]
    assert len(china) == 34
    assert sum(1 for name, cities in china.items() for city in cities if city not in (name, "直辖")) == 333
    mainland = [cities for name, cities in china.items() if name != "台湾省"]
    assert sum(len(counties.split()) for cities in mainland for counties in cities.values()) == 2844
    for cities in china.values():
        for counties in cities.values():
            assert len(counties.split()) == len(set(counties.split()))


def test_every_listed_unit_stands_within_the_nation():
    for units in gazetteer().forms.values():
        for unit in units:
            assert unit.level == "国" or unit.within[-1] == "全国"


PIECES = (
    "青岛", "市", "崂山", "区", "全", "槐安", "镇", "港", "高新", "国", "朝阳", "的", "走进", "，",
    "\n", "A", "１", "（",
)  # fmt: skip
CHARACTERS = "青岛市崂山区全国鼓楼槐安高新技术县"


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join))
def test_spans_are_what_stands_in_the_text(text):
    reached = 0
    for mention in places(text):
        assert text[mention.start : mention.end] == mention.name
        assert reached <= mention.start < mention.end
        reached = mention.end


@given(st.text(alphabet=CHARACTERS, max_size=9), st.text(alphabet=CHARACTERS, max_size=9))
def test_nothing_raises_and_no_place_contains_its_container(a, b):
    chain(a)
    assert same_place(a, b) == same_place(b, a)
    assert not (contains(a, b) and contains(b, a))
    home(a, b)


@pytest.mark.parametrize("unit", ["1", "亿", "（", "市", "青岛", "发现市", "省市区"])
def test_time_grows_with_length_alone(unit):
    places("发现市")
    text = (unit * 100_000)[:100_000]
    start = time.process_time()
    places(text)
    assert time.process_time() - start < 4


def test_places_of_a_line_are_those_of_the_line_alone():
    lines = ["发现市", "青岛市崂山区增长。", "走进青石镇，青石镇动工", "全市、广东全省降雨", "朝阳增长", ""]
    text, at = "\n".join(lines), 0
    sites = Sites(text, set(pairs(text)))
    for line in lines:
        assert sites.within(at, at + len(line)) == places(line)
        at += len(line) + 1
    assert [m.canonical for m in sites.within(0, len(text))] == [m.canonical for m in places(text)]
