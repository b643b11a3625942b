"""What is the first of its kind, and what is ranked: the name first, then the sentences that tell it."""

from __future__ import annotations

import pytest

from checker.model import Claim, Kind
from tests.claims.cases import days, extraction, told


def claims_of(text: str) -> tuple[Claim, ...]:
    """All claims of a text, in order."""
    return extraction(text).claims


FIRSTS = {
    "零碳高速服务区": ["全国首个零碳高速服务区在青石投用。", "全国首个零碳高速服务区正式启用。"],
    "湿地主题图书馆": ["全省首座湿地主题图书馆建成开馆。"],
    "氢能市域列车": ["全国首列氢能市域列车驶上环线。"],
    "儿童肝移植": ["全市首例儿童肝移植在县医院完成。"],
    "跨流域生态补偿协议": ["全省首个跨流域生态补偿协议。"],
    "职工培训基地": ["全省首个职工培训基地。"],
    "古桥保护法庭": ["古桥保护法庭揭牌，是全省第二家同类法庭。", "古桥保护法庭揭牌，这也是全国首家。"],
    "植物染传承工坊": ["全省首家植物染传承工坊这块牌子来之不易。"],
    # a house and a place are of its name too
    "氢能装备概念验证中心": ["全省首个氢能装备概念验证中心启用。"],
    # described by no noun, or given a name of its own before
    "睡眠门诊县医院开设": ["去年开诊的睡眠门诊，是全省首家由县医院开设的，要预约。"],
    "青苗设在车间讲堂": ["“青苗讲堂”，是全国首个设在车间的讲堂。"],
    # cried out before the sentence that tells it
    "古桥保护法庭揭牌": ["全国首个！古桥保护法庭揭牌。"],
    # 该 stands for what the clause before tells
    "保税柴油跨港直供业务": ["给货轮加注600吨保税柴油，这是全省首单该品种的跨港直供业务。"],
    "开进产业园的老年大学": ["全省首所开进产业园的老年大学占地3200平方米。"],
}


@pytest.mark.parametrize(("named", "text"), [(named, text) for named, texts in FIRSTS.items() for text in texts])
def test_first_is_of_the_thing_and_not_of_what_is_told_of_it(named, text):
    first = next(c for c in told(text) if c.kind is Kind.RANK)
    assert first.metric.text == named.replace("的", "")


RANKS = {
    "工业增加值增速": ["工业增加值增长9.1%，增速居全市第一。", "工业增加值增速居全市第一。"],
    "洪峰水位": ["洪峰水位58.74米，超出警戒水位3.24米，列有资料以来第二位。"],
    "剧组": ["累计接待剧组286个，接待量在全省影视基地里排第一。"],
    # since there are records
    "降雨量": ["全年降雨量1286毫米，为有气象记录以来第三多。", "全年降雨量1286毫米，是有记录以来第二多的一年。"],
    # by how much there is of what is called by the deed
    "茶叶出口": ["茶叶出口2.86万吨，出口量列全省第三位。"],
    "经济总量": ["GDP过千亿的松屿，总量在全市11个区县中排第四。"],
    "品牌价值": ["品牌价值经评估为48.6亿元，在全国茶叶品牌中排第16位。"],
    "货邮吞吐量": ["货邮吞吐量37.2万吨，居全国机场第17名。", "货邮吞吐量37.2万吨，排全国第17。"],
    # among so many, with the number of the field before or behind the verb
    "快递业务量增速": [
        "快递业务量增幅在全省13个市中排名第四。",
        "快递业务量的增长幅度居13个地市第四位。",
        "快递业务量增长9%，增速在13个市中列第四。",
        "完成快递业务量1.2亿件，去年这个数字是1.1亿件，增长9%，增幅在13个市中列第四。",
    ],
    "客运量": ["客运量居13个地市第四位。"],
    # of the whole, and not of the part that was told last
    "货物吞吐量": ["完成货物吞吐量1.86亿吨，其中外贸0.62亿吨、内贸1.24亿吨，总量在6个沿海港口中排第二。"],
    # from one place to another
    "空气质量": ["空气质量由上年的全市第八位跃升至第四位。", "空气质量从全市第八前移到第四。"],
    # a list by a nickname, a review that is no list by its noun, and a word for places
    "乡村振兴考核": ["在2023年度的全省乡村振兴“大考”中，松屿列第八名。"],
    "环保督查": ["在去年的全省环保督查里，松屿列第六位。"],
    "可支配收入": ["可支配收入5.26万元，位次列全省第五。"],
    # pointed at, named behind, told before the clause, named anew
    "养老床位使用率": ["养老床位使用率为61.2%，这一比率居全省第二。"],
    "海带产量": ["凭全省第三的海带产量，松屿站稳了脚跟。"],
    "供水服务满意度": ["用户对供水服务的满意度，松屿排在全省第三。"],
    "大桥主跨": ["大桥主跨960米，跨度全省第一。"],
    # of the rank before
    "粮食单产": ["粮食单产居全市第三、全省第十二。", "粮食单产升至全市第三，而2023年是第五。"],
    "零售额增速": ["零售额总量全省第五、增速全省第二。"],
    # a list named by verbs, in the clause before
    "平安建设考核": ["全市平安建设考核，松屿县第四。"],
    # told by a field with its number, by one that ends in a body, by who is the Nth largest
    "小麦单产": ["小麦单产居全市9个县（市、区）第三。", "小麦单产全省农业大县第六。"],
    "光伏装机": ["松屿是全省光伏装机第三大的县。", "松屿是全省光伏装机第三大县。"],
    "护理员持证率": ["护理员持证率82.6%，这在全市是第三。"],
    # the list is told behind the rank
    "医院数字化评估": ["上升6位、来到全国第26名，这是医院数字化评估的结果。"],
    "信访工作考评": ["来到全省第八名，松屿在全省信访工作考评中前进7位。"],
    "男子全程": ["邱某第六个冲过男子全程终点。", "邱某获男子全程第六名。"],
}


@pytest.mark.parametrize(("named", "text"), [(named, text) for named, texts in RANKS.items() for text in texts])
def test_rank_is_of_what_is_ranked(named, text):
    rank = [c for c in told(text) if c.kind is Kind.RANK][-1]
    assert rank.metric.text == named


def test_each_of_several_ranks_has_its_own_item():
    found = [
        c for c in told("松屿工业增加值、工业投资、技改投资增速分别居全省第二、第五和第三位。") if c.kind is Kind.RANK
    ]
    assert [c.metric.text for c in found] == ["工业增加值增速", "工业投资增速", "技改投资增速"]


def test_a_rank_cried_out_is_of_what_and_when_the_next_sentence_tells():
    (rank,) = (c for c in told("全省第二！2024年茶叶产量突破2万吨。") if c.kind is Kind.RANK)
    assert (rank.metric.text, days(rank.period)) == ("茶叶产量", "2024-01-01..2024-12-31")


@pytest.mark.parametrize(
    "text",
    ["坚持质量第一，安全第一。", "第一，抓好春耕。第二，抓好防汛。", "第三、第四产业园开工。", "全市建成第二水厂。"],
)
def test_what_no_field_or_list_leads_up_to_is_no_rank(text):
    assert [c.text for c in claims_of(text) if c.kind is Kind.RANK] == []


def test_what_is_ranked_lies_in_its_field():
    (rank,) = (c for c in told("2024年全市供水服务测评，松屿排全市第二。", place="松屿区") if c.kind is Kind.RANK)
    assert rank.scope.place == "松屿区"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("全省", "这是岭南省开出的首条冷链班列线路。"),
        ("全市", "这是我市建成的首座灯塔书房。"),
    ],
)
def test_first_has_whose_it_is_for_a_field(field, text):
    assert [c.figure.among for c in claims_of(text) if c.figure.first] == [field]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("全省", "这样的水井在全省是头一回见到。"),
        ("全省", "在全省还是第一次采用整体打捞的方式。"),
        ("全国", "这样的水井在全国尚属首次发现。"),
        ("全国", "这类手术全国还是首例，历时6小时。"),
    ],
)
def test_first_has_its_field_before_the_verb_of_being(field, text):
    first = next(c for c in claims_of(text) if c.kind is Kind.RANK)
    assert (first.figure.among, bool(first.figure.first)) == (field, True)


def test_once_in_a_name_is_no_first():
    assert [c.figure.first for c in claims_of("全国第一次经济普查启动。") if c.figure.first] == []
    assert [c.kind for c in claims_of("第二批抵达36人。") if c.text.startswith("第二批")] == [Kind.ORDINAL]


def test_rank_that_something_came_from_is_of_the_time_before():
    first, second = (c for c in told("2025年，小麦单产从全市第五位升至第三位。") if c.kind is Kind.RANK)
    assert (first.role, days(first.period)) == ("base", "2024-01-01..2024-12-31")
    assert (second.role, days(second.period)) == ("value", "2025-01-01..2025-12-31")
    assert [c.role for c in told("从全市试点做起，小麦单产居全市第三位。") if c.kind is Kind.RANK] == ["value"]


BEHIND = {
    2: ["快递业务量9.6亿件，仅次于槐安市。", "快递业务量在全省仅次于槐安市，增长9%。"],
    3: ["快递业务量9.6亿件，仅次于槐安市、望川市。", "快递业务量9.6亿件，仅次于槐安和望川。"],
}


@pytest.mark.parametrize(("nth", "text"), [(nth, text) for nth, texts in BEHIND.items() for text in texts])
def test_who_alone_is_ahead_tells_a_rank(nth, text):
    (rank,) = (c for c in claims_of(text) if c.kind is Kind.RANK)
    assert (rank.value.point, rank.metric.text) == (nth, "快递业务量")


@pytest.mark.parametrize(
    "text",
    [
        "降雨量仅次于2019年。",
        "水位仅次于历史最高值。",
        "成绩仅次于上届。",
        "快递业务量居全省第三位，仅次于槐安市、望川市。",  # told already
    ],
)
def test_what_comes_behind_a_time_or_beside_a_rank_has_none(text):
    assert [c for c in claims_of(text) if c.text.startswith("仅次于")] == []
