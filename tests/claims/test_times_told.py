"""Times that are told beside a figure and are not its own: beginnings, deadlines, former times, times behind it."""

from __future__ import annotations

import pytest

from checker.model import Behaviour, Status
from tests.claims.cases import days, only, told

DAY = "2025-12-09"
TODAY = f"{DAY}..{DAY}"

# Figure, its days and how it moves → text.
READS = [
    # what a thing has is of today, whenever it began
    ("238.6亿元", TODAY, Behaviour.STOCK, "望川铁路于2019年9月28日动工，总投资238.6亿元，全长186公里。"),
    ("186公里", TODAY, Behaviour.STOCK, "望川铁路于2019年9月28日动工，总投资238.6亿元，全长186公里。"),
    ("4.2平方公里", TODAY, Behaviour.STOCK, "保税区2018年5月18日通过验收，面积4.2平方公里。"),
    ("1846个", TODAY, Behaviour.STOCK, "全区2000年底以前建成的老旧小区共有1846个。"),
    ("20亿元", TODAY, Behaviour.STOCK, "这家2020年3月成立的国企注册资本20亿元。"),
    # what it has done is of all the time since
    ("120万人次", f"2021-05-01..{DAY}", Behaviour.CUMULATIVE, "新馆2021年5月开馆，接待观众120万人次。"),
    # what began in a year is counted in it
    ("12所", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年建成的12所学校，都在城郊。"),
    # a deadline rules no result
    ("5个", TODAY, Behaviour.STOCK, "剩余256人将于明年5月底前搬入新居，6个安置点已建成5个。"),
    # a time behind what opens its clause is told of it
    ("190个", "2026-01-01..2026-12-31", Behaviour.FLOW, "剩余190个小区2026年全部完成改造。"),
    ("120台", "2024-11-01..2024-11-30", Behaviour.FLOW, "首批120台设备去年11月投用。"),
    # a time before, and one to come
    ("35元", "", Behaviour.FLOW, "去年全区拉水1200车。过去拉一车水35元。"),
    ("900元", "", Behaviour.STOCK, "去年房源紧俏。改造前隔壁单元的月租金900元。"),
    # who is so old this year
    ("17名", TODAY, Behaviour.STOCK, "站长今年34岁。全站有职工17名。"),
    # 年度 and 活动 are no names of meetings where a deed stands before them
    ("240个", "2025-01-01..2025-12-31", Behaviour.FLOW, "2025年全区计划改造老旧小区240个。"),
    ("300场", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年全区举办各类活动300场。"),
    # 今年目标是
    ("500部", "2025-01-01..2025-12-31", Behaviour.FLOW, "加装电梯方面，今年目标是500部。"),
    # the day of a sentence before
    ("126吨", "2025-12-05..2025-12-05", Behaviour.FLOW, "12月5日12时，开渔仪式举行。交易中心当晚成交鲜货126吨。"),
    # what stands so is a level, though a year is named
    ("4200人", "2024-01-01..2024-12-31", Behaviour.STOCK, "2024年，县职教中心在校生4200人。"),
    ("36家", "2024-01-01..2024-12-31", Behaviour.STOCK, "2024年，创业园在孵企业36家。"),
    ("36家", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年，创业园毕业企业36家。"),
    # prices and purses are levels
    ("76元", TODAY, Behaviour.STOCK, "二等座票价76元。"),
    ("50亿元", TODAY, Behaviour.STOCK, "引导基金50亿元。"),
    # sizes belong to things
    ("38.6平方公里", TODAY, Behaviour.STOCK, "五年来，这片38.6平方公里的热土撑起了外贸。"),
    # years of a career, counted from its beginning
    ("48项", f"2021-01-01..{DAY}", Behaviour.FLOW, "2020年，工作室挂牌，5年里完成技术攻关48项。"),
    # a mark against all before it
    ("1286万吨", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年，刷新1992年开关以来的纪录，货运量1286万吨。"),
    # what decades brought about is of their end
    ("14位", "2025-12-09..2025-12-09", Behaviour.STOCK, "这座三十多年来长成的城市，拥有14位院士。"),
    # what is told of the same stretch of the year before is of it alone
    ("4.6亿元", "2024-01-01..2024-06-30", Behaviour.FLOW, "上半年，门票收入5.2亿元，去年同期4.6亿元，增长13%。"),
    ("增长13%", "2025-01-01..2025-06-30", Behaviour.RATE, "上半年，门票收入5.2亿元，去年同期4.6亿元，增长13%。"),
    # half a year is reported on in its middle
    ("3.1亿元", "2024-01-01..2024-06-30", Behaviour.FLOW, "公司发布2025年中报：净利润3.6亿元，上年同期为3.1亿元。"),
    # what once was frames nothing that is told next
    ("8.6亿元", "", Behaviour.FLOW, "一季度还下降4.1%，如今已经回升。\n\n加工费8.6亿元。"),
    # an end of a year, and all that came about in it
    ("120头", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年，牧场年初存栏640头，一年产犊120头，年末710头。"),
    # what the year before left is of that year, and what follows is not
    ("18件", "2024-01-01..2024-12-31", Behaviour.FLOW, "2025年收案240件。加上上一年结转的18件，共审理258件。"),
    ("258件", "2025-01-01..2025-12-31", Behaviour.FLOW, "2025年收案240件。加上上一年结转的18件，共审理258件。"),
    # what a thing had when it began
    ("12户", "2016-05-18..2016-05-18", Behaviour.STOCK, "2016年5月18日合作社成立时，社员12户，如今186户。"),
    # what another time is compared with, and where
    (
        "86.4亿元",
        "2025-01-01..2025-06-30",
        Behaviour.FLOW,
        "上半年零售额320.5亿元，二季度明显弱于一季度；全区财政收入86.4亿元。",
    ),
    ("62亿元", "2025-01-01..2025-06-30", Behaviour.FLOW, "上半年货运量远不及去年，全区工业产值62亿元。"),
    # so long a part of a year
    ("4.6万人次", "2024-10-08..2024-12-31", Behaviour.FLOW, "去年只有10月8日至年底的三个月，新馆接待读者4.6万人次。"),
    # what there is now, behind the year of a part of it
    ("38个", TODAY, Behaviour.STOCK, "加上2019年投用的一期14个，渔港现有泊位38个。"),
    # a day of a year that nothing names
    ("260吨", "", Behaviour.FLOW, "开渔后头三天成交鲜货930吨，去年头一天成交260吨。"),
    # who came in some time, however many there were in all
    ("13.9万人次", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年，剧场共有观众13.9万人次。"),
    # a season that begins in one year and ends in the next
    ("36场", "2023-11-01..2024-04-30", Behaviour.FLOW, "2023—2024雪季，滑雪场举办赛事36场。"),
    # a time that parts of a total are told of rules nothing behind the semicolon
    (
        "360亿元",
        "2024-12-31..2024-12-31",
        Behaviour.STOCK,
        "2024年末存款820亿元，其中上半年增加21亿元；贷款余额360亿元。",
    ),
    ("3126万平方米", "2024-01-01..2024-12-31", Behaviour.FLOW, "2024年，商品房销售面积3126万平方米。"),
    # a share of what was in a year is of its own year
    ("四成", "2024-01-01..2024-12-31", Behaviour.RATE, "2024年，公园接待量恢复到2019年的四成。"),
    # the ends of a change are levels
    ("52家", "2020-01-01..2020-12-31", Behaviour.STOCK, "成员单位由2020年的52家增加到128家。"),
]


@pytest.mark.parametrize(("figure", "when", "how", "text"), READS)
def test_times_beside_a_figure(figure, when, how, text):
    claim = only(text, figure)
    assert (days(claim.period), claim.behaviour) == (when, how)


def test_parts_are_told_as_their_total():
    text = "截至11月底，工程累计供水3860万立方米，其中城乡生活供水2240万立方米、农业供水1310万立方米。"
    assert {(days(c.period), c.behaviour) for c in told(text)} == {("2025-11-30..2025-11-30", Behaviour.CUMULATIVE)}


def test_a_bound_of_what_is_counted_is_no_part():
    text = "2024年，全区引进项目142个，总投资638亿元，其中10亿元以上项目19个。"
    assert only(text, "19个").behaviour is Behaviour.FLOW


def test_deeds_of_a_reviewed_year_are_of_that_year():
    text = "去年，全区接待游客860万人次。\n\n盘活闲置用房217处，更新改造渔船126艘。"
    assert {days(c.period) for c in told(text, day="2025-01-16")} == {"2024-01-01..2024-12-31"}


def test_a_deadline_told_behind_a_count_makes_it_a_plan():
    claim = only("6座水厂将在12月底前完成切换。", "6座")
    assert (claim.status, days(claim.period)) == (Status.PLAN, "2025-12-09..2025-12-31")


def test_a_month_told_after_last_year_is_of_that_year():
    text = "去年全院出院患儿7.9万人次，其中6月启用的滨河院区接诊3.3万人次。"
    assert days(only(text, "3.3万人次", day="2025-01-08").period) == "2024-06-01..2024-06-30"


def test_a_goal_of_no_time_is_of_the_year():
    assert days(only("力争新改造小区30个。", "30个").period) == "2025-01-01..2025-12-31"


def test_a_rank_of_being_the_first_is_of_today():
    text = "2009年启动普查。该馆是全国首座水文化博物馆。"
    assert days(only(text).period) == TODAY


def test_the_things_of_one_list_are_of_one_time():
    text = "今年上半年，公司交付船舶16艘、182万载重吨，包括散货船7艘、油轮5艘。"
    assert {(days(c.period), c.behaviour) for c in told(text)} == {("2025-01-01..2025-06-30", Behaviour.FLOW)}


def test_a_goal_set_at_the_start_of_a_year_is_of_that_year():
    claim = only("下半年计划交付船舶20艘，年初定下的交付船舶36艘的目标不变。", "36艘", day="2025-08-29")
    assert days(claim.period) == "2025-01-01..2025-12-31"


def test_a_year_is_told_where_copyright_is_told_of():
    assert days(only("2023年全国版权产业对经济的贡献率达7.27%。").period) == "2023-01-01..2023-12-31"


def test_what_is_told_of_a_new_year_is_planned_for_it():
    text = "去年，全区新建书房25座。新的一年，全区将办好第九届读书节，新增博物馆3家。"
    claim = only(text, "3家", day="2025-01-16")
    assert (claim.status, days(claim.period)) == (Status.TARGET, "2025-01-01..2025-12-31")
    claim = only(text, "3家", day="2025-12-28")
    assert (claim.status, days(claim.period)) == (Status.TARGET, "2026-01-01..2026-12-31")


def test_what_was_counted_up_to_last_month_is_of_this_year():
    for stretch in ("前三个月", "头三个月", "1—3月", "一季度"):
        text = f"去年，全市退税一共48.1亿元。开局不错。{stretch}组织收入138.6亿元。"
        claim = only(text, "138.6亿元", day="2025-04-18")
        assert days(claim.period) == "2025-01-01..2025-03-31", stretch


def test_what_has_just_opened_plans_for_longer_than_its_day():
    claim = only("本届读书节12月3日启幕，计划举办活动1800场。", "1800场")
    assert days(claim.period) == "2025-01-01..2025-12-31"
    claim = only("二期计划2026年6月投运，届时日处理污水15万吨。", "15万吨")
    assert days(claim.period) == "2026-06-01..2026-06-30"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("年初计划改造小区30个，实际完成34个。", "30个"),
        ("年初承诺新增床位750张以上，实际新增784张。", "750张以上"),
        ("剩下的留给明年。年初计划全县公交线路达到30条，已经做到。", "30条"),
    ],
)
def test_what_was_planned_as_a_year_began_is_a_goal_of_that_year(text, figure):
    claim = only(text, figure, day="2024-12-25")
    assert (claim.status, days(claim.period)) == (Status.TARGET, "2024-01-01..2024-12-31")


def test_next_year_is_yet_to_come_in_its_last_week():
    text = "明年的项目也已酝酿：公交线路达到45条。"
    claim = only(text, "45条", day="2024-12-25")
    assert (claim.status, days(claim.period)) == (Status.TARGET, "2025-01-01..2025-12-31")


def test_years_up_to_a_day_to_come_are_not_those_gone_by():
    text = "展望下一个规划，公司提出到2030年营业收入突破900亿元；研发投入五年累计120亿元。"
    claim = only(text, "120亿元")
    assert (claim.status, days(claim.period)) == (Status.PLAN, "2030-01-01..2030-12-31")


def test_a_year_before_the_one_told_of():
    text = "2025年，监测点位110个，比前一年多24个，里程20.9万公里，前一年是21.6万公里。"
    assert days(only(text, "21.6万公里", day="2026-01-21").period) == "2024-01-01..2024-12-31"
    assert only(text, "24个", day="2026-01-21").role == "delta"


def test_a_growth_is_told_against_what_the_difference_before_it_is():
    grown = [
        c.figure.basis
        for c in told("存款余额820亿元，比年初增加41亿元，增长5.3%，同比增长9.6%。")
        if c.figure.direction
    ]
    assert grown == ["比年初", "同比"]


def test_what_there_is_so_far_is_no_goal_of_the_year():
    text = "到2月底，全区今年的城镇新增就业还只有0.73万人。"
    assert only(text, "0.73万人", day="2025-03-18").status is Status.ACTUAL
    assert only("今年城镇新增就业5万人。", "5万人", day="2025-03-18").status is Status.TARGET


def test_what_was_newly_made_out_is_no_running_total():
    text = "借书证累计7.04万张，去年新办1.18万张，比前年的2.12万张少了近一半。"
    assert only(text, "2.12万张").behaviour is Behaviour.FLOW
