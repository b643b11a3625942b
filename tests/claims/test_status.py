"""Result, goal, plan or forecast: the status first, then the sentences that tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.status import continues, cues, looks_ahead, status_at
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
        "去年的目标是新增高企30家。",
    ],
    Status.PLAN: [
        "计划新建学校5所。",
        "今年将新增停车位8000个。",
        "2026年，全区将建成学校6所。",
        "拟新建学校5所。",
        "还将新增学位3000个。",
        "下一步，新增学位3000个。",
        "今年要建成充电站40座。",
    ],
    Status.FORECAST: [
        "预计到2027年建成充电站40座。",
        "全年有望新增高企30家。",
        "项目建成后，新增床位420张。",
        "预计全年接待游客1200万人次。",
    ],
    Status.ACTUAL: [
        "新增高企30家。",
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


def test_result_and_goal_of_one_sentence():
    done, goal = told("已建成充电站26座，力争年底达到40座。")
    assert (done.status, goal.status) == (Status.ACTUAL, Status.TARGET)
    goal, done = told("计划新建改扩建学校12所，目前已开工8所。")
    assert (goal.status, done.status) == (Status.PLAN, Status.ACTUAL)


def test_goal_reaches_over_the_clauses_that_follow():
    assert [c.status for c in told("力争新增高企30家，引进企业42家。")] == [Status.TARGET] * 2


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
    for start, end, status in reversed(found):
        if start >= at or (status == Status.FORECAST and start < half):
            continue
        if status != Status.ACTUAL or start >= clause_start:
            told = (status, start, end)
            break
    assert status_at(found, clause_start, at, Status.PLAN, half) == told
