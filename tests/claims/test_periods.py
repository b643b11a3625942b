"""Which days figures hold for: the days first, then the sentences, of a paper of 9 December 2025."""

from __future__ import annotations

import pytest

from tests.claims.cases import days, only, told

# First and last day → (figure, text).
READS = {
    "2024-01-01..2024-12-31": [
        ("2600个", "去年，全区新增停车位2600个。"),
        ("2600个", "2024年新增停车位2600个。"),
        ("2600个", "全区2024年新增停车位2600个。"),
        ("1200家", "全市企业在上年1200家的基础上增加到1350家。"),
        ("38.2亿元", "2025年，公司营收在2024年38.2亿元的基础上增长5.1%。"),
    ],
    "2025-01-01..2025-12-31": [
        ("30家", "力争全年新增高企30家。"),
    ],
    "2025-01-01..2025-09-30": [
        ("958亿元", "前三季度，规上工业总产值达到958亿元。"),
        ("958亿元", "1—9月，规上工业总产值达到958亿元。"),
        ("958亿元", "今年前三季度，全区规上工业总产值958亿元。"),
    ],
    "2025-11-30..2025-11-30": [
        ("412家", "截至11月底，高新技术企业达到412家。"),
        ("412家", "截至今年11月底，高新技术企业达到412家。"),
        ("412家", "截至2025年11月30日，全区共有高新技术企业412家。"),
    ],
    "2024-12-31..2024-12-31": [("52万人", "截至2024年末，常住人口52万人。"), ("52万人", "2024年末，常住人口52万人。")],
    "2021-01-01..2025-12-31": [
        ("3.2万人", "“十四五”期间，全区累计引进人才3.2万人。"),
        ("3.2万人", "“十四五”时期，累计引进人才3.2万人。"),
    ],
    "2025-12-08..2025-12-08": [
        ("3例", "昨日，新增病例3例。"),
        ("3例", "12月8日，新增病例3例。"),
        ("零下18摄氏度", "首尔8日的最低气温降到了零下18摄氏度。"),
    ],
    "2025-10-01..2025-10-08": [
        ("46万人次", "今年国庆游人如织。8天长假，古镇接待游客46万人次。"),
        ("46万人次", "国庆中秋假期，古镇推出灯会，8天里接待游客46万人次。"),
    ],
    "2025-01-01..2025-06-30": [
        ("5800起", "从1月到6月，支队共接警5800起。"),
        ("5800起", "1月至6月，支队共接警5800起。"),
    ],
    "2025-12-09..2026-01-18": [("29万人次", "未来40天里预计发送旅客29万人次。")],
    "2025-01-01..2025-02-28": [("20亿元", "今年头两个月，出口20亿元。")],
    "2025-01-01..2025-12-09": [("36个", "今年以来，签约项目36个。"), ("30家", "今年新增高企30家。")],
    # a level without a date is of the day of the paper
    "2025-12-09..2025-12-09": [
        ("412家", "高新技术企业达到412家。"),
        ("412家", "全区拥有高新技术企业412家。"),
        ("412家", "目前，高新技术企业达到412家。"),
        # when something was founded, or a goal was set, says nothing of what is told of it
        ("180件", "远帆智能装备股份有限公司成立于2010年。该公司拥有专利180件。"),
        ("180件", "远帆智能装备股份有限公司2010年成立，拥有专利180件。"),
        ("412家", "完成去年提出的目标，高新技术企业达到412家。"),
    ],
    # what was done without a date is of no known time
    "": [("30家", "新增高企30家。"), ("420张", "新增420张床位。")],
}


ENDS = {
    ("2021-01-01..2021-12-31", "2025-12-09..2025-12-09"): "联合实验室由四年前的27个增加到52个。",
    ("2020-01-01..2020-12-31", "2025-12-09..2025-12-09"): "自给率从5年前的10%提高到50%。",
}


@pytest.mark.parametrize(("ends", "text"), ENDS.items())
def test_so_many_years_ago_is_a_year(ends, text):
    base, reached = told(text)
    assert (days(base.period), days(reached.period)) == ends
    assert not base.period.explicit


def test_the_ends_of_a_change_are_those_of_the_one_before_it():
    *_, base, reached = told("用水户由2019年的1.2万户增加到2022年的3.6万户，卫生户厕由8600座增加到2.1万座。")
    assert days(base.period) == "2019-01-01..2019-12-31"
    assert days(reached.period) == "2022-01-01..2022-12-31"


def test_a_year_told_for_comparison_does_not_rule_what_follows():
    text = "去年优良断面20个。湖水总磷浓度为0.083毫克/升，而2022年是0.124毫克/升，降幅33.1%。"
    assert days(told(text)[-1].period) == "2024-01-01..2024-12-31"


def test_the_year_of_a_multiple_is_not_that_of_the_review():
    text = "2024年安排资金17亿元，是2023年的2.2倍，全年建成住房43万套。"
    assert days(only(text, "43万套").period) == "2024-01-01..2024-12-31"


def test_growth_over_so_many_years_is_of_all_of_them():
    text = "一、过去五年工作回顾\n\n各类市场主体达到98万户，五年增加70%以上。"
    assert days(only(text, "增加70%以上", day="2018-03-05").period) == "2013-01-01..2017-12-31"


def test_by_how_much_more_than_last_year_is_of_this_year():
    text = "2024年毛利率31.2%，今年一季度达到33%，比去年全年提高1.8个百分点。"
    assert days(told(text)[-1].period) == "2025-01-01..2025-03-31"


def test_a_first_sentence_that_opens_with_a_time_just_over_says_what_all_is_about():
    text = "2024年，全县教育系统扩资源、强队伍。\n\n队伍进一步优化。完成投资12亿元。"
    assert days(only(text, "12亿元", day="2025-01-20").period) == "2024-01-01..2024-12-31"


def test_what_went_on_for_years_rules_its_own_clause_alone():
    text = "2024年粮食产量53万吨，实现连续6年增产；新增就业1.1万人。村里连续5年投入12亿元，修路36公里。"
    _, jobs, spent, roads = told(text)
    assert days(jobs.period) == "2024-01-01..2024-12-31"
    assert spent.period.length == 5
    assert roads.period is None or roads.period.length is None


def test_each_year_of_a_list_has_its_own_figure():
    first, second = told("预计2026年和2027年全市用电量将分别增长3.4%和3.6%。")
    assert (days(first.period), days(second.period)) == ("2026-01-01..2026-12-31", "2027-01-01..2027-12-31")


def test_what_has_just_ended_lasted_as_long_as_is_told():
    assert days(only("为期10天的灯会昨日结束，接待游客5万人次。").period) == "2025-11-29..2025-12-08"


def test_the_base_of_a_rate_is_of_the_year_before():
    first, last = told("2025年，报销比例由50%提高到60%。")
    assert (days(first.period), days(last.period)) == ("2024-01-01..2024-12-31", "2025-01-01..2025-12-31")


def test_when_a_goal_was_set_is_not_when_a_rank_was_reached():
    rank = only("2024年吞吐量226万标箱，超出年初目标6万标箱，总量跃居全省第二位。", "全省第二位")
    assert days(rank.period) == "2024-01-01..2024-12-31"


def test_the_month_in_which_a_ranking_was_published_is_that_of_a_rank():
    rank = only("建院60年来，医院救治了数百万名患者。今年5月公布的专科排名中，该院眼科居全省第3位。", "全省第3位")
    assert days(rank.period) == "2025-05-01..2025-05-31"


def test_how_long_something_is_the_most_is_the_time_of_nothing_else():
    growth = only("2025年，上线率提高3个百分点，增幅为近五年最大，合格率达98%。", "98%")
    assert days(growth.period) == "2025-01-01..2025-12-31"


def test_what_went_on_in_a_year_is_of_that_year():
    rank = only("在2023年度的全省环境考核中，全区列第八位。", "第八位")
    assert days(rank.period) == "2023-01-01..2023-12-31"


def test_the_year_before_by_a_word_that_points_rules_its_figure_alone():
    text = "2024年发送旅客182万人，上一年这个数字是158万人，一年增长15.2%。"
    assert days(only(text, "增长15.2%").period) == "2024-01-01..2024-12-31"


def test_a_year_in_the_title_is_what_a_review_looks_back_on():
    rate = "优良率达92%。"
    assert days(only(rate, "92%", day="2026-01-08", title="2025，松屿这一年").period) == "2025-01-01..2025-12-31"
    assert days(only(rate, "92%", day="2026-01-08", title="盘点2025：松屿的水").period) == "2025-01-01..2025-12-31"
    assert days(only(rate, "92%", day="2026-09-08", title="盘点2025：松屿的水").period) == "2026-09-08..2026-09-08"
    assert days(only(rate, "92%", day="2026-01-08", title="松屿2025科技大会").period) == "2026-01-08..2026-01-08"


def rows(table):
    return [(span, figure, text) for span, texts in table.items() for figure, text in texts]


@pytest.mark.parametrize(("span", "figure", "text"), rows(READS))
def test_reads(span, figure, text):
    assert days(only(text, figure).period) == span


STATED = {
    True: ["去年，新增停车位2600个。", "截至11月底，高新技术企业达到412家。"],
    False: ["高新技术企业达到412家。"],
}


@pytest.mark.parametrize(("explicit", "text"), [(e, t) for e, ts in STATED.items() for t in ts])
def test_stated_or_inferred(explicit, text):
    assert only(text).period.explicit is explicit


def test_level_of_a_day_is_marked():
    assert only("截至11月底，高新技术企业达到412家。").period.as_of
    assert not only("去年，新增停车位2600个。").period.as_of


STORIES = {
    # 全年 is of the year told last, 截至 of the year of the paper, 年内 too unless its paragraph is of another
    "2024-01-01..2024-12-31": [
        ("30亿千瓦时", "去年底，装机容量达到300万千瓦；全年发电量30亿千瓦时。"),
        ("260座", "2024年，接待游客120万人次。年内新建电站260座。"),
        # after any mark a date opens its clause
        ("3.2亿元", "【骑行】去年的环湖赛，带动消费3.2亿元。"),
    ],
    "2025-11-30..2025-11-30": [
        ("40座", "去年接待游客120万人次。截至11月底，拥有充电站40座。"),
        ("90%", "截至11月底，拥有充电站40座，覆盖率达90%。"),
    ],
    "2025-01-01..2025-12-31": [("260座", "去年，接待游客120万人次。\n\n年内新建电站260座。")],
    # 现有 and 目前 end a stretch of years
    "2025-12-09..2025-12-09": [
        ("2140人", "近五年，转化成果987件；现有教师2140人。"),
        ("163人次", "近五年，转化成果987件；现有教师2140人，国家级人才163人次。"),
        ("2140人", "近五年，转化成果987件；目前教师2140人。"),
    ],
    "2021-01-01..2025-12-09": [("987件", "近五年转化成果987件；现有教师2140人。")],
}


@pytest.mark.parametrize(("span", "figure", "text"), rows(STORIES))
def test_reads_by_the_story(span, figure, text):
    assert days(only(text, figure).period) == span


@pytest.mark.parametrize("text", ["到年底，图书馆达到36座。", "年末，图书馆36座。", "至年末，图书馆达36座。"])
def test_end_of_the_year_told_early_in_the_next(text):
    claim = only(text, day="2025-01-15")
    assert (days(claim.period), claim.status.value) == ("2024-12-31..2024-12-31", "actual")


def test_plan_period_keeps_its_label():
    assert only("“十四五”期间，累计引进人才3.2万人。").period.label == "十四五"


def test_date_rules_until_the_next_one():
    first, second = told("上半年新增企业36家，下半年新增企业42家。")
    assert days(first.period) == "2025-01-01..2025-06-30"
    assert days(second.period) == "2025-07-01..2025-12-31"


def test_year_is_carried_through_its_paragraph():
    visitors, income = told("2024年，全区接待游客120万人次。旅游收入18亿元。")
    assert days(visitors.period) == days(income.period) == "2024-01-01..2024-12-31"
    assert (visitors.period.explicit, income.period.explicit) == (True, False)


def test_year_is_not_carried_to_a_level_of_the_next_paragraph():
    _, firms = told("2024年，全区接待游客120万人次。\n\n高新技术企业达到412家。")
    assert days(firms.period) == "2025-12-09..2025-12-09"


def test_day_of_an_event_is_not_carried():
    _, later = told("12月1日，新增病例3例。新增床位420张。")
    assert days(later.period) != "2025-12-01..2025-12-01"


def test_year_before_is_before_the_year_of_the_story():
    income, before = told("2024年全区税收收入30.7亿元，上年为28.1亿元。")
    assert days(income.period) == "2024-01-01..2024-12-31"
    assert days(before.period) == "2023-01-01..2023-12-31"


def test_year_before_is_last_year_where_no_story_says_otherwise():
    found = told("税收收入30.7亿元，上年为28.1亿元。")
    assert days(found[-1].period) == "2024-01-01..2024-12-31"


def test_same_period_of_the_year_before_has_its_months():
    found = told("2024年前三季度，税收收入30.7亿元，上年同期为28.1亿元。")
    assert days(found[-1].period) == "2023-01-01..2023-09-30"


def test_date_at_a_figure_is_of_that_figure_alone():
    base, reached = told("税收收入由2020年的21.6亿元增加到2024年的30.7亿元。")
    assert days(base.period) == "2020-01-01..2020-12-31"
    assert days(reached.period) == "2024-01-01..2024-12-31"


def test_base_of_several_years_is_of_the_year_before_them():
    base, reached = told("2021—2024年，在校学生从3.2万人增长到4.1万人。")
    assert days(base.period) == "2020-01-01..2020-12-31"
    assert days(reached.period) == "2024-01-01..2024-12-31"


def test_what_is_compared_with_does_not_rule():
    assert days(only("较2020年，全区高新技术企业增加到412家。").period) == "2025-12-09..2025-12-09"


def test_what_someone_says_is_ruled_by_its_own_date():
    said = only("“按照规划，明年健身步道达到1500公里，全线贯通。”他说。", "1500公里")
    assert days(said.period) == "2026-01-01..2026-12-31"


def test_the_plans_of_a_year_are_what_it_brings():
    assert days(only("按照今年的安排，全县将造林5.3万亩。", "5.3万亩").period) == "2025-01-01..2025-12-31"


def test_that_quarter_is_the_one_told_before():
    told_ = told("七至九月，全区开展抽检86场。当季抽检食品6820批次。", day="2025-11-03")
    assert {days(c.period) for c in told_} == {"2025-07-01..2025-09-30"}


def test_title_of_a_document_does_not_rule():
    text = "根据《人才引进办法（2022—2024年）》，全区拥有高层次人才230人。"
    assert days(only(text, "230人").period) == "2025-12-09..2025-12-09"


def test_without_a_date_of_the_paper_nothing_is_guessed():
    claim = only("高新技术企业达到412家。", day="")
    assert claim.article.published is None
    assert days(claim.period) == ""


def test_period_says_where_it_stands():
    claim = only("截至11月底，高新技术企业达到412家。")
    span = claim.evidence["period"]
    assert claim.sentence.text[: span.end - span.start] == "截至11月底"


# Of what time a figure of an annual report is, by the day of the paper: days, day, figure, text.
REPORTS = [
    ("2024-01-01..2024-06-30", "2024-09-04", "82亿元", "8月30日，公司发布2024年半年度报告：营业收入82亿元。"),
    ("2024-01-01..2024-03-31", "2024-05-04", "3亿元", "一季报显示，公司研发费用3亿元。"),
    (
        "2023-01-01..2023-12-31",
        "2024-04-23",
        "186亿元",
        "公司披露2023年年度报告。全年实现营业收入186亿元，同比增长22%；净利润11亿元；拟每10股派发红利2.8元。",
    ),
    ("2025-01-01..2025-03-31", "2025-05-09", "5万台", "2024年，公司营收172亿元。有人问起钱：一季度汽车销量5万台。"),
    ("2024-01-01..2024-03-31", "2025-12-09", "5万台", "2024年，公司营收172亿元。一季度汽车销量5万台。"),
]


@pytest.mark.parametrize(("expected", "day", "figure", "text"), REPORTS)
def test_what_a_report_tells_is_of_the_time_that_it_covers(expected, day, figure, text):
    assert days(only(text, figure, day=day).period) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议指出，过去一年，面对大旱，全县全年造林3万亩。", "2023-01-01..2023-12-31"),
        ("会议指出，全县全年造林3万亩。", "2024-01-01..2024-12-31"),
    ],
)
def test_a_meeting_that_looks_back_sets_no_year(text, expected):
    assert days(only(text, "3万亩", day="2024-01-17").period) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("青石市2023年国民经济和社会发展统计公报发布", "2023-01-01..2023-12-31"),
        ("青石市2023年引进的企业投产", "2024-01-01..2024-12-31"),
    ],
)
def test_the_whole_year_of_a_report_is_the_one_in_its_title(title, expected):
    claim = only("全年实现社会消费品零售总额568.2亿元。", "568.2亿元", day="2024-03-29", title=title)
    assert days(claim.period) == expected
