"""Result, goal, plan or forecast: the status first, then the sentences that tell it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.cues import cues
from checker.claims.status import continues, looks_ahead, status_at
from checker.model import Status
from tests.claims.cases import only, told

# Status → sentences whose one figure has it.
READS = {
    Status.TARGET: [
        "力争新增高企30家。",
        "力争全年新增高企30家。",
        "确保年底前改造小区36个。",
        "目标任务是新增学位3000个。",
        "到2027年，高新技术企业达到600家。",
        "争取引进企业42家。",
        "绿化率争取到42%。",
        "去年的目标是新增高企30家。",
        "今年的任务已在会上分解：新增高企30家。",
        "全年定下的盘子，是新增高企30家。",
    ],
    Status.PLAN: [
        "计划新建学校5所。",
        "今年将新增停车位8000个。",
        "2026年，全区将建成学校6所。",
        "拟新建学校5所。",
        "还将新增学位3000个。",
        "下一步，新增学位3000个。",
        "今年要建成充电站40座。",
        "今年产值要跨过240亿元。",
    ],
    Status.FORECAST: [
        "预计到2027年建成充电站40座。",
        "全年有望新增高企30家。",
        "项目建成后，新增床位420张。",
        "预计全年接待游客1200万人次。",
    ],
    Status.ACTUAL: [
        "新增高企30家。",
        "由社区安排工作的残疾人39人。",
        "目前已建成充电站26座。",
        "深入实施三年行动计划，新增停车位3000个。",
        "去年，全区新增停车位2600个。",
        "“繁星计划”引进企业42家。",
        "截至11月底，引进企业42家。",
        "将流程再压缩，受理案件42件。",
        "需要帮助的家庭有42户。",
        "虚拟电厂接入企业42家。",
        # a goal that was reached says nothing of what follows
        "超额完成目标，新增高企42家。",
        "实现年初确定的目标任务，新增高企42家。",
        "取得了新增高企42家的成绩。",
        # nor does one that results are measured by
        "绿道比年初目标多修12公里。",
        "年初的目标提前完成，新修绿道12公里。",
        # an undertaking, and no goal
        "码头承担着全省六成的煤炭接卸任务。",
        # what was won from others
        "争取中央预算内投资项目资金2.7亿元。",
        "争取到上级补助资金2.7亿元。",
    ],
}


def rows(table):
    return [(status, text) for status, texts in table.items() for text in texts]


@pytest.mark.parametrize(("status", "text"), rows(READS))
def test_reads(status, text):
    assert only(text).status == status


@pytest.mark.parametrize("text", ["深入实施三年行动计划", "规划面积", "“繁星计划”", "主要", "虚拟", ""])
def test_names_and_nouns_are_no_cues(text):
    assert cues(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("会议提出，2025年产量达到20万吨。", Status.TARGET),
        ("对于2025年，公司在年报中提出，产量达到20万吨。", Status.TARGET),
        ("会议提出，今年一季度产量达到20万吨。", Status.ACTUAL),  # a time that is over
        ("他提到，今年产量已达到20万吨。", Status.ACTUAL),
        ("今年提出的口号不变，产量达到20万吨。", Status.ACTUAL),
    ],
)
def test_what_a_meeting_sets_for_a_time_that_is_not_over_is_a_goal(text, status):
    assert only(text, "20万吨", day="2025-05-09").status == status


def test_result_and_goal_of_one_sentence():
    done, goal = told("已建成充电站26座，力争年底达到40座。")
    assert (done.status, goal.status) == (Status.ACTUAL, Status.TARGET)
    goal, done = told("计划新建改扩建学校12所，目前已开工8所。")
    assert (goal.status, done.status) == (Status.PLAN, Status.ACTUAL)


def test_goal_reaches_over_the_clauses_that_follow():
    assert [c.status for c in told("力争新增高企30家，引进企业42家。")] == [Status.TARGET] * 2


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        # a goal that is told last of what a semicolon closes ends there
        ("现有书店9家，力争再开2家；电影院14座。", "actual target actual"),
        # one that heads it, or is told to go on, does not
        ("力争再开书店2家；电影院14座。", "target target"),
        ("今年目标如下：书店2家；力争新开电影院14座；剧场3个。", "target target target"),
        ("现有书店9家，力争再开2家；同时新建电影院14座。", "actual target target"),
    ],
)
def test_how_far_a_goal_reaches_over_semicolons(text, statuses):
    assert [c.status.value for c in told(text)] == statuses.split()


def test_estimate_ends_at_a_semicolon():
    expected, done = told("预计全年接待游客1200万人次；今年已接待游客980万人次。")
    assert (expected.status, done.status) == (Status.FORECAST, Status.ACTUAL)


def test_goal_named_after_a_result():
    done, goal = told("全年新增高企42家，超过年度目标30家。")
    assert (done.status, goal.status) == (Status.ACTUAL, Status.TARGET)


def test_base_of_a_goal_is_a_result():
    base, goal = told("力争在校学生从3.2万人增长到4.1万人。")
    assert (base.status, goal.status) == (Status.ACTUAL, Status.TARGET)


def test_plan_is_carried_into_a_sentence_that_goes_on():
    first, second = told("计划新建学校12所。其中，新建小学5所。")
    assert (first.status, second.status) == (Status.PLAN, Status.PLAN)
    first, second = told("计划新建学校12所。新建小学5所。")
    assert (first.status, second.status) == (Status.PLAN, Status.ACTUAL)


def test_answer_to_a_question_about_what_comes_is_a_plan():
    text = "记者：下一步有何打算？\n\n林某：新建学校12所。"
    assert only(text).status == Status.PLAN


def test_estimate_of_what_will_be_is_an_estimate():
    assert only("预计日客流还将维持在9000人次上下。").status == Status.FORECAST
    assert only("国庆期间，将新增班次90个。").status == Status.PLAN


def test_result_ends_what_was_planned():
    plan, built, staff = told("计划用3年时间建设科技小院36个，目前已建成14个，入驻师生230人。")
    assert [c.status for c in (plan, built, staff)] == [Status.PLAN, Status.ACTUAL, Status.ACTUAL]
    _, more = told("计划新建车站8个，在已建成的12个站点之外，再设换乘点3个。")[::2]
    assert more.status == Status.PLAN


def test_plan_that_is_a_name_plans_nothing():
    assert only("学校入选国家级人才计划7人次。").status == Status.ACTUAL
    grants, money = told("承担国家重点研发计划项目7项，新增到账经费1.28亿元。")
    assert (grants.status, money.status) == (Status.ACTUAL, Status.ACTUAL)
    assert only("灾后重建规划已着手编制，初步梳理项目112个。").status == Status.ACTUAL
    assert only("列入计划新建学校12所。").status == Status.PLAN


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("视力改善计划惠及学生2.1万名。", "actual"),
        ("县教育局计划资助学生2.1万名。", "plan"),
        ("二期扩建计划投资3亿元。", "plan"),
        # what is said in quotation marks ends with them, and a name in them is no speech
        ("“明年还要让书走下乡。”馆长说，全县办证读者累计6800人。", "actual"),
        ("今年将建“口袋书屋”，新增藏书6800册。", "plan"),
        # all that was done up to now is no plan, whatever stood before it
        ("会议要求抓好助学；2021年以来，全县资助学生8.6万人次。", "actual"),
        ("2021年以来的助学要抓好，计划资助学生8.6万人次。", "plan"),
    ],
)
def test_how_far_a_plan_reaches(text, statuses):
    assert [c.status.value for c in told(text, day="2025-02-20")] == statuses.split()


def test_what_there_is_answers_no_question_about_what_comes():
    staff = told("记者：下一步有何打算？\n\n林某：公司在册职工860人。")[0]
    assert staff.status == Status.ACTUAL


def test_status_says_which_word_decided():
    text = "力争新增高企30家。"
    claim = only(text)
    span = claim.evidence["status"]
    assert claim.sentence.text[: span.end - span.start] == "力争"


@pytest.mark.parametrize(
    ("at", "expected"),
    [(4, Status.ACTUAL), (12, Status.TARGET), (24, Status.TARGET)],
)
def test_nearest_cue_before_the_figure_wins(at, expected):
    found = [(0, 2, Status.ACTUAL), (8, 10, Status.TARGET)]
    assert status_at(found, 0 if at < 8 else 8, at, Status.ACTUAL)[0] == expected


def test_without_a_cue_the_default_holds():
    assert status_at([], 0, 9, Status.PLAN) == (Status.PLAN, 0, 0)


def test_headings_that_look_ahead():
    assert looks_ahead("下一步工作安排")
    assert not looks_ahead("过去一年")
    assert continues("其中，新建小学5所。")
    assert not continues("新建小学5所。")


@given(
    st.lists(st.tuples(st.integers(0, 30), st.just(0), st.sampled_from(Status)), unique_by=lambda c: c[0]).map(sorted),
    st.integers(0, 30),
    st.integers(0, 10),
    st.integers(0, 30),
)
def test_the_cue_is_the_one_that_a_walk_over_all_would_find(found, clause_start, after, half):
    at = clause_start + after
    told = (Status.PLAN, 0, 0)
    seen = [cue for cue in found if cue[0] < at]
    here = [cue for cue in seen if cue[0] >= clause_start]
    estimates = [b for a, b in pairwise(here) if (a[2], b[2]) == (Status.FORECAST, Status.PLAN)]  # 预计还将
    seen = [cue for cue in seen if cue not in estimates]
    for start, end, status in reversed(seen):
        if status == Status.FORECAST and start < half:
            continue
        if status != Status.ACTUAL or start >= clause_start:
            told = (status, start, end)
            break
    assert status_at(found, clause_start, at, Status.PLAN, half) == told


def test_what_may_come_is_an_estimate():
    assert only("按出生人口推算，2030年在园幼儿可能只剩1.2万人。").status == Status.FORECAST
