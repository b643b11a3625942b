"""Names that stand before a metric are whose it is; what stands around a count says of what it is."""

from __future__ import annotations

import pytest

from checker.claims.subjects.places import places
from checker.model import Kind
from tests.claims.cases import only, told

# The words of the metric → (figure, text, title).
READS = {
    ("产值",): [
        ("3.2亿元", "去年，松溪县禾丰食品公司产值3.2亿元。", "简讯"),
        ("6.1亿元", "去年，岱湾产值6.1亿元。", "岱湾工业走稳"),
    ],
    ("茶园", "面积"): [
        ("12万亩", "目前，青麓岭县茶园面积12万亩。", "简讯"),
        ("12万亩", "黑石坳区茶园面积12万亩。", "简讯"),
    ],
    ("护士",): [
        ("286人", "松溪县中心医院负责人介绍，医院护士已有286人。", "简讯"),
        ("124人", "松溪县第一人民医院护士124人。", "简讯"),
    ],
    ("主跨",): [("880米", "这座主跨880米的大桥合龙。", "简讯")],
    ("读者",): [("21万人次", "书市上，21万人次的读者走进会场。", "简讯")],
    ("观众",): [("18.4万人次", "两个月里，18.4万人次走进展厅。", "简讯")],
    ("旅客",): [("9.3万人次", "五天里，9.3万人次乘坐轨道交通出行。", "简讯")],
    ("护理员",): [("1.2万人次", "1.2万人次参加了护理员培训。", "简讯")],
    ("制造业", "项目"): [("32个", "今年，全区有32个五亿元以上的制造业项目落户。", "简讯")],
    ("商户",): [
        ("1800户", "商户从改造前的1800户增加到2400户。", "简讯"),
        ("2400户", "商户从改造前的1800户增加到2400户。", "简讯"),
    ],
    ("跨境电商", "交易额"): [("28亿元", "去年跨境电商交易28亿元。", "简讯")],
    ("接待",): [("96万", "去年，景区接待人次攀升至96万。", "简讯")],
    ("港区", "发车"): [("420车次", "港区每天发车420车次。", "简讯")],
    ("培训班",): [("24期", "去年举办培训班24期。", "简讯")],
}


@pytest.mark.parametrize(
    ("named", "figure", "text", "title"), [(named, *case) for named, cases in READS.items() for case in cases]
)
def test_reads(named, figure, text, title):
    assert only(text, figure, place="", title=title).metric.words == named


def test_who_realised_a_sum_is_kept():
    assert only("2021年，机器人产业实现产值36亿元。", "36亿元").metric.subject == ("机器人", "产业")


def test_a_threshold_is_of_nothing():
    claims = told("今年，全区有32个五亿元以上的制造业项目落户。")
    assert [c.text for c in claims if c.metric.text] == ["32个"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("全区签约项目58个，其中投资额过亿元的项目32个。", "亿元以上"),
        ("全区签约项目58个，其中投资超10亿元的项目6个。", "十亿元以上"),
        ("全区签约项目58个，其中超百亿元项目3个。", "百亿元以上"),
        ("全区引进项目58个，其中过亿元的签约项目全年32个。", "亿元以上"),
    ],
)
def test_a_bound_before_what_is_counted_is_a_threshold(text, level):
    whole, part = [c for c in told(text) if c.metric.text]
    assert (part.scope.levels, part.whole) == ((level,), whole.key)


def test_a_bound_with_a_noun_of_its_own_is_none():
    assert "threshold" not in {c.role for c in told("全区完成投资超10亿元，开工项目6个。")}


@pytest.mark.parametrize(
    "text", ["太行山区建成步道。", "目前，城市区位优势明显。", "高举旗帜前进。", "红旗招展。", "科普区人头攒动。"]
)
def test_no_place(text):
    assert not [m.name for m in places(text) if not m.relative]


def test_a_place_is_not_of_one_character():
    assert only("昌岭坝县现有果园12万亩。全县有农户3万户。", "3万户", place="").scope.place == "昌岭坝县"


@pytest.mark.parametrize(
    ("text", "figure", "named", "level"),
    [
        ("城镇、农村居民人均可支配收入分别为5万元和3万元，比上年增长6.8%和7.1%。", "7.1%", "农村居民", "农村"),
        (
            "城镇、农村居民人均可支配收入分别为5万元和3万元，比上年增长6.8%和7.1%。",
            "比上年增长6.8%",
            "城镇居民",
            "城镇",
        ),
    ],
)
def test_growths_behind_a_list_are_of_its_items(text, figure, named, level):
    claim = only(text, figure)
    assert claim.metric.words[0] == named
    assert level in claim.scope.levels
    assert claim.lead is not None


def test_more_than_before_is_growth():
    claim = next(c for c in told("放映电影12万场，比去年同期多出三成。") if "三成" in c.text)
    assert claim.kind == Kind.GROWTH
    assert claim.metric.words == ("放映", "电影")


def test_a_growth_that_opens_a_clause_is_of_the_level_behind_it():
    claims = told("海外仓由58个增至81个，总面积翻了一番，达到68万平方米。")
    growth = next(c for c in claims if c.kind == Kind.GROWTH)
    assert growth.lead == next(c.key for c in claims if c.text == "68万平方米")


@pytest.mark.parametrize(
    ("text", "figure", "named"),
    [
        ("修复暗管730处，管网漏损率仍在10%以上。", "10%以上", "漏损率"),
        ("服务业占GDP的41%。按照规划，2027年这一比重将提高到45%。", "45%", "GDP"),
        ("全市有企业30家。今年这一数字是40家。", "40家", "企业"),
        ("完成货邮吞吐量12万吨，距离2027年做到35万吨的目标还有空间。", "35万吨", "吞吐量"),
        ("过去一年，这座城市的进出口总额增长21.5%。", "增长21.5%", "进出口"),
    ],
)
def test_heads(text, figure, named):
    assert only(text, figure).metric.head == named


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("车间连续安全生产4120天。", "4120天"),
        ("测年显示遗址距今约4300年。", "约4300年"),
    ],
)
def test_lengths_of_time_that_are_measured(text, figure):
    claim = only(text, figure)
    assert claim.kind == Kind.QUANTITY
    assert claim.metric.text


def test_a_bare_number_counts_the_people_behind_it():
    assert only("面对4.2万考生，各部门联动。", "4.2万").value.unit == "人"
    assert only("云盘山县有果园12万亩。", "12万亩", place="").scope.place == "云盘山县"


def test_figures_of_an_article_about_one_organisation_are_its():
    text = "青岭理工大学昨日公布年度数据。\n\n学校到账科研经费6.2亿元，全校专利486件。\n\n现有图书馆藏书312万册。"
    books = told(text, place="", title="一所大学的年度账单")[-1]
    assert (books.scope.org, books.scope.main, books.scope.explicit) == ("青岭理工大学", True, False)


def test_organisation_in_passing_owns_nothing_else():
    text = "青岭理工大学专家来到现场。\n\n全县现有茶园21万亩，茶企86家。"
    assert {c.scope.org for c in told(text, place="青石县", title="青石县茶产业提速")} == {""}


def test_what_a_house_has_founded_is_no_longer_its_own():
    claim = told("寒区装备重点实验室孵化的凛川科技，员工已有47人。", place="")[-1]
    assert claim.scope.org != "寒区装备重点实验室"


def test_body_of_government_owns_nothing_of_the_next_sentence():
    claims = told("青石县防汛指挥部已提升响应。沿河37个村的居民撤到高处。", place="青石县")
    assert claims[-1].scope.org == ""


def test_name_of_a_person_is_no_place():
    assert [p.name for p in places("校团委书记濮阳静说，企业36家。")] == []
    assert [p.name for p in places("校团委书记来到濮阳，企业36家。")] == ["濮阳"]


def test_school_gives_no_place_its_name():
    text = "北岭理工大学昨日公布数据。全市企业委托项目36个，北岭理工大学承担了24个。"
    assert {c.scope.place for c in told(text, place="", title="北岭理工大学观察")} <= {"", "全市"}


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("五亿元以上", "全市5亿元以上项目58个。"),
        ("十亿元以上", "全市有58个十亿元以上的项目。"),
        ("国控", "9个国控断面全部优良。"),
        ("省控", "9个省控断面全部优良。"),
        ("亿元以上", "亿元以上项目达到36个。"),
    ],
)
def test_grade_that_is_counted(level, text):
    assert told(text)[-1].scope.levels == (level,)
