"""Goals in whatever words: what is aimed at, set, kept to or still short of; and what sounds like one and is none."""

from __future__ import annotations

import pytest

from checker.model import Behaviour, Status
from tests.claims.cases import days, only, told

YEAR = "2025-01-01..2025-12-31"
DAY = "2025-09-12"
TODAY = f"{DAY}..{DAY}"

# Figure, its metric, days and status → text.
READS = [
    # what someone goes after
    ("6000吨", "春茶产量", YEAR, Status.TARGET, "上半年春茶产量2800吨，全年我们奔着6000吨去。"),
    ("12亿元", "快递业务收入", YEAR, Status.TARGET, "上半年全区快递业务收入5亿元，全年盯住12亿元不放松。"),
    ("500亿元", "产值", YEAR, Status.TARGET, "今年园区产值朝着500亿元迈进。"),
    # a goal of the year, told beside the end of a month
    ("40万亩", "种植早稻", YEAR, Status.TARGET, "到8月底，全县种植早稻32万亩，离全年40万亩的目标还差8万亩。"),
    # a goal by the noun behind it, set by the words before it
    ("30枚", "奖牌", TODAY, Status.TARGET, "赛前定下的30枚奖牌任务能否拿下，教练心里有底。"),
    ("30枚", "奖牌", TODAY, Status.TARGET, "队员们提前完成了赛前定下的30枚奖牌任务。"),
    # a goal by its verb alone
    ("45万吨", "出栏", YEAR, Status.TARGET, "公司将维持全年出栏45万吨的目标不变。"),
    # no goals
    ("3个", "短板", TODAY, Status.ACTUAL, "瞄准3个短板。"),
    ("30枚", "奖牌", TODAY, Status.ACTUAL, "队员们捧回了30枚奖牌。"),
]

# Figure, its metric, days and how it moves → text.
REACHED = [
    ("26个", "重点专科", TODAY, Behaviour.STOCK, "重点专科也攒到了26个。"),
    ("5万亩", "茶园", TODAY, Behaviour.STOCK, "全镇的茶园由此扩大到5万亩。"),
    ("迈上70万吨", "白糖产能", TODAY, Behaviour.STOCK, "全县的白糖产能由此迈上70万吨的新台阶。"),
]

# Figure and its days → text: a rank is of the time of what it is told of, a list of that of its publication.
RANKED = [
    ("第三位", "2024-01-01..2024-12-31", "我们去年的品牌价值是44亿元，在全省排第三位。"),
    ("第九", "2025-06-01..2025-06-30", "6月公布的全省水质评价中，望川河名列第九。"),
    # against last year
    ("第三位", TODAY, "产量超过去年的44万吨，在全省排第三位。"),
]


@pytest.mark.parametrize(("figure", "metric", "span", "status", "text"), READS)
def test_goals(figure, metric, span, status, text):
    claim = only(text, figure, day=DAY)
    assert (claim.metric.text, days(claim.period), claim.status) == (metric, span, status)


@pytest.mark.parametrize(("figure", "metric", "span", "behaviour", "text"), REACHED)
def test_levels_come_to_by_verbs_of_gathering(figure, metric, span, behaviour, text):
    claim = only(text, figure, day=DAY)
    assert (claim.metric.text, days(claim.period), claim.behaviour) == (metric, span, behaviour)


@pytest.mark.parametrize(("figure", "span", "text"), RANKED)
def test_ranks_are_of_the_time_of_what_they_are_told_of(figure, span, text):
    assert days(only(text, figure, day=DAY).period) == span


# Figure, its metric, days and status → text.
TOLD = [
    ("1800套", "保障房", YEAR, Status.TARGET, "今年给自己定的盘子是，保障房再筹1800套。"),
    ("900万吨", "港口吞吐量", YEAR, Status.PLAN, "今年港口吞吐量要冲900万吨。"),
    ("96%", "结案率", YEAR, Status.PLAN, "今年将把办案时间压到30天，结案率提高到96%。"),
    # at least, in a year that is not over
    ("不低于96%", "结案率", YEAR, Status.TARGET, "全年结案率不低于96%。"),
    ("不低于96%", "结案率", "2024-01-01..2024-12-31", Status.ACTUAL, "去年结案率不低于96%。"),
    # of what was told in the sentence before
    ("700万尾", "投放鱼苗", YEAR, Status.TARGET, "上半年投放鱼苗310万尾。离全年700万尾的目标还有一半。"),
    ("90亿元", "涉农贷款余额", YEAR, Status.TARGET, "6月末涉农贷款余额84亿元。全年余额90亿元的目标不变。"),
    # a share of it is done
    ("600公里", "管网", YEAR, Status.TARGET, "全区已改造管网420公里，占全年任务600公里的七成。"),
    # by its noun
    ("9万箱", "苹果", YEAR, Status.TARGET, "上半年售出苹果4万箱，全年9万箱的盘子不变。"),
    ("2万亩", "林场造林", YEAR, Status.TARGET, "年初，林场立下造林2万亩的军令状。"),
    (
        "6万尾",
        "投放鱼苗",
        "2025-01-01..2025-12-31",
        Status.TARGET,
        "前7个月投放鱼苗4万尾，完成年度任务6万尾的三分之二。",
    ),
    ("5200套", "公租房", YEAR, Status.TARGET, "今年的供应清单：筹集公租房5200套。"),
    # what is to be done
    ("过6000万元", "村集体收入", YEAR, Status.PLAN, "今年村集体收入要过6000万元。"),
    ("46面", "架设天线", TODAY, Status.PLAN, "按设计，阵列一共要架设天线46面。"),
    ("90%", "覆盖率", YEAR, Status.TARGET, "今年覆盖率至少做到90%。"),
    ("186个", "工作站", "2026-01-01..2026-12-31", Status.PLAN, "司法局计划，2026年底前，工作站增加到186个。"),
    ("6800人", "就业", YEAR, Status.TARGET, "今年主要预期：新增就业6800人。"),
    ("3亿元", "创业贷款", YEAR, Status.TARGET, "今年创业贷款任务是3亿元。"),
    ("1.4万名", "专职消防员", "2028-12-31..2028-12-31", Status.TARGET, "到2028年，专职消防员扩充至1.4万名。"),
    ("46万亩", "国土绿化", YEAR, Status.TARGET, "今年国土绿化任务46万亩。"),
    ("28亿元", "旅游收入", YEAR, Status.TARGET, "上半年旅游收入13亿元，离今年28亿元的小目标近了一半。"),
    ("8600吨", "春茶产量", YEAR, Status.TARGET, "今年春茶产量奔8600吨去。"),
    ("15个", "文明村", YEAR, Status.TARGET, "今年争创文明村15个。"),
    ("96%", "入托率", TODAY, Status.PLAN, "入托率要从71%提到96%。"),
    ("9.8亿元", "体彩销售额", YEAR, Status.TARGET, "体彩前八个月卖了6.4亿元，完成全年9.8亿元销售目标的65%。"),
    ("9.8亿元", "体彩销售额", YEAR, Status.TARGET, "今年体彩销售额冲击9.8亿元。"),
    ("46张", "养老床位", "2025-12-31..2025-12-31", Status.PLAN, "年底，养老床位要配到46张。"),
    ("261根", "桩基", YEAR, Status.TARGET, "桩基全年任务261根。"),
    # of what alone was told in its unit, however long before
    (
        "480万标箱",
        "集装箱吞吐量",
        YEAR,
        Status.TARGET,
        "上半年，集装箱吞吐量221万标箱。航线多了。码头忙了。年初定下的全年480万标箱目标不动摇。",
    ),
    # whose they are is no part of what is counted
    ("298种", "鸟类", TODAY, Status.ACTUAL, "我县鸟类记录到298种。"),
]


@pytest.mark.parametrize(("figure", "metric", "span", "status", "text"), TOLD)
def test_goals_told_around_their_number(figure, metric, span, status, text):
    claim = only(text, figure, day=DAY)
    assert (claim.metric.text, days(claim.period), claim.status) == (metric, span, status)


# What is measured by a goal, its days and status, and those of the goal → text.
MEASURED = [
    ("52%", "2025-01-01..2025-06-30", "18亿元", "上半年，公司营业收入9.3亿元，完成全年计划18亿元的52%。"),
    ("60.7%", "2025-01-01..2025-06-30", "2.8万亩", "上半年，全县造林1.7万亩，为全年任务2.8万亩的60.7%。"),
    ("三成", "2025-01-01..2025-06-30", "40万吨", "上半年，玻璃完成40万吨的三成。"),
    ("近六成", "2025-01-01..2025-06-30", "5万亩", "上半年，轮作5万亩的任务已经完成近六成。"),
]


@pytest.mark.parametrize(("share", "span", "goal", "text"), MEASURED)
def test_how_much_of_a_goal_is_done_is_no_goal(share, span, goal, text):
    assert only(text, share, day=DAY).status == Status.ACTUAL
    assert days(only(text, share, day=DAY).period) == span
    assert only(text, goal, day=DAY).status == Status.TARGET


def test_what_stands_behind_a_goal_of_the_year_is_of_the_time_told_before():
    text = "上半年，营业收入9.3亿元，完成全年计划18亿元的52%；利润总额6300万元。"
    assert days(only(text, "6300万元", day=DAY).period) == "2025-01-01..2025-06-30"
    assert days(only(text, "18亿元", day=DAY).period) == YEAR


def test_a_year_that_a_goal_is_told_for_by_the_way_ends_with_it():
    text = "到2024年末，书店9家，今年力争新开2家；电影院14座。"
    assert days(only(text, "14座", day="2025-02-20").period) == "2024-12-31..2024-12-31"


def test_what_there_is_beside_what_is_to_come():
    text = "二期厂房今年3月开工，计划2026年6月完工，已有22家企业预订。"
    assert only(text, "22家", day=DAY).status == Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        # a goal that was changed, and an amount that was
        ("全年销量目标由58万辆改为55万辆。", "58万辆", Status.TARGET),
        ("全年销量目标由58万辆改为55万辆。", "55万辆", Status.TARGET),
        ("全年销量由58万辆降到55万辆。", "58万辆", Status.ACTUAL),
        ("全村计划把梯田由58亩扩到65亩。", "58亩", Status.ACTUAL),
        # goals that are told to be so many
        ("轿车20万辆、客车12万辆、出口6万辆三个分项目标都没有动。", "20万辆", Status.TARGET),
        ("轿车20万辆、客车12万辆、出口6万辆三个分项目标都没有动。", "6万辆", Status.TARGET),
        ("轿车20万辆、客车12万辆、出口6万辆，三个品牌都没有动。", "6万辆", Status.ACTUAL),
        # by the end of the year
        ("年内，充电柜增加到2万个。", "2万个", Status.TARGET),
        ("今年成本控制在6亿元以内。", "6亿元以内", Status.TARGET),
        # as good as reached
        ("全年接诊13万人次没有悬念。", "13万人次", Status.FORECAST),
        ("全年接诊13万人次。", "13万人次", Status.ACTUAL),
        # by how much a goal was passed
        ("绿道比年初目标多修12公里。", "12公里", Status.ACTUAL),
        ("全县已修绿道30公里，离全年目标还差12公里。", "12公里", Status.ACTUAL),
        # what was agreed on for years that are mostly to come
        ("2025年至2028年累计供货12万吨。", "12万吨", Status.TARGET),
    ],
)
def test_goals_by_how_they_were_set(text, figure, status):
    assert only(text, figure, day=DAY).status == status


def test_the_whole_year_that_something_is_to_be_done_in_is_no_year_gone_by():
    claim = only("董事长在信中提出，全年要办展览60场。", "60场", day="2025-01-11")
    assert (days(claim.period), claim.status) == (YEAR, Status.PLAN)


def test_a_goal_of_growth_is_of_what_the_sentence_before_told():
    text = "上半年，森林火灾伤亡64人。离年初定下的全年伤亡下降8%的目标还有距离。"
    assert only(text, "下降8%", day=DAY).metric.text == "森林火灾伤亡"
    far = "上半年，森林火灾伤亡64人。雨水不少。队伍也多。离年初定下的全年伤亡下降8%的目标还有距离。"
    assert only(far, "下降8%", day=DAY).metric.text == "伤亡"


def test_the_time_that_a_paper_asks_for_by_its_own_name_is_that_of_the_answer():
    text = "2024年，客运量120万人次。\n\n松屿晚报：今年有什么打算？\n\n林某：客运量再添15万人次。"
    own, other = (only(text, "15万人次", day=DAY, source=paper) for paper in ("松屿晚报", "青石日报"))
    assert (own.period.text, other.period.text if other.period else "") == ("今年", "")


def test_a_total_with_what_is_added_is_of_what_both_are():
    assert only("公共停车位2.4万个，加上专用停车位，总数达到7.3万个。", "7.3万个").metric.text == "停车位"
    assert only("民宿12家，加上酒店，总数达到73家。", "73家").metric.text == "民宿酒店"


def test_a_month_that_ends_what_began_in_a_year_before_is_the_one_just_over():
    text = "从2023年11月算起，码头累计装卸到6月底已有253万吨。"
    assert days(only(text, "253万吨", day=DAY).period) == "2025-06-30..2025-06-30"


def test_a_grade_by_size_is_a_grade():
    berths, more = (only(t) for t in ("拥有64个5万吨级以上泊位。", "万吨级泊位增至66个。"))
    assert (berths.scope.levels, more.scope.levels) == (("5万吨级",), ("万吨级",))


@pytest.mark.parametrize("text", ["建站至今，共救助候鸟1.2万只。", "建队以来，营救群众860人。"])
def test_what_was_done_since_something_was_founded_is_a_sum(text):
    assert only(text, day=DAY).behaviour == Behaviour.CUMULATIVE


def test_the_end_of_the_year_that_a_goal_is_for_is_yet_to_come():
    claim = only("我们给自己定的线是年底结案率达到96%。", day="2025-02-20")
    assert (days(claim.period), claim.status) == ("2025-12-31..2025-12-31", Status.TARGET)


def test_a_vow_names_nothing():
    assert only("全园已接待游客48万人次，离年初许下的90万人次还差一截。", "90万人次", day=DAY).metric.text == "游客"


@pytest.mark.parametrize(
    ("status", "day", "text"),
    [
        # what is told of a year that has just begun is yet to come
        (Status.TARGET, "2025-02-14", "2025年，全市种植大豆22万亩。"),
        (Status.ACTUAL, "2025-02-14", "今年，全市已种植大豆22万亩。"),
        (Status.ACTUAL, "2025-02-14", "2024年，全市种植大豆22万亩。"),
        (Status.ACTUAL, "2025-10-14", "2025年，全市种植大豆22万亩。"),
        # an undertaking that is carried out is no goal
        (Status.ACTUAL, "2025-10-14", "今年完成疏浚任务22万立方米。"),
    ],
)
def test_a_year_that_has_just_begun(status, day, text):
    assert only(text, day=day).status == status


def test_a_goal_beside_a_number_that_points_back_is_of_the_same():
    text = "五年前全区有民宿518家；到8月末，这一数字变为1468家，超过年初定下的1450家目标。"
    assert only(text, "1450家", day=DAY).metric.text == "民宿"


def test_a_goal_is_of_nothing_that_two_things_were_told_in():
    text = "上半年，煤炭运量221万吨。粮食运量36万吨。码头忙了。全年480万吨的目标不变。"
    assert not [c for c in told(text, day=DAY) if c.text == "480万吨"]


def test_a_goal_of_several_years_is_not_one_of_this_year():
    assert days(only("全市计划用三年时间培训护理员5.4万人。", day=DAY).period) == ""
    assert days(only("全市计划培训护理员5.4万人。", day=DAY).period) == YEAR
