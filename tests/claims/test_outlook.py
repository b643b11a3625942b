"""The parts of a report: the status and days first, then the report that a figure stands in, of 5 February 2025."""

from __future__ import annotations

from datetime import date

import pytest

from checker.claims.outlook import Part, part_of, turned
from checker.model import Status
from tests.claims.cases import days, only

DAY = "2025-02-05"
LAST, THIS = "2024-01-01..2024-12-31", "2025-01-01..2025-12-31"
REPORT = """
## 一、2024年工作回顾

过去一年，全县上下真抓实干。

{done}

## 二、2025年重点工作

今年是关键之年。

### （一）办好民生实事

{planned}

## 三、把改革引向深入

{later}

"""

# What stands in the review: status and days → sentences.
DONE = {
    (Status.ACTUAL, LAST): [
        "新增学位3000个。",
        "财政安排助学资金3000万元。",
        "投入助学资金3000万元，比上年增加200万元。",
        "实现年初确定的目标，引进企业3000家。",
    ],
    (Status.TARGET, "2027-12-31..2027-12-31"): ["到2027年，学位达到3000个。"],
}
# What stands under what lies ahead.
PLANNED = {
    (Status.PLAN, THIS): [
        "新增学位3000个。",
        "投入助学资金3000万元，比上年增加200万元。",
        "淘汰老旧锅炉3000台。",
        "铁路投资要保持在3000万元以上。",
        "今年改造管网3000米。",
    ],
    (Status.TARGET, THIS): ["力争新增学位3000个。"],
    (Status.FORECAST, THIS): ["今年社会融资规模预期增长3%。"],
    (Status.ACTUAL, LAST): ["去年新增学位3000个。"],
    (Status.ACTUAL, THIS): ["实现了3000个学位的扩容。"],
}


def read(text, where):
    parts = {"done": "", "planned": "", "later": "", where: text}
    first = next(f for f in ("3000万元以上", "3000万元", "3000个", "3000台", "3000家", "3000米", "3%") if f in text)
    told = "预期增长3%" if "预期增长3%" in text else first
    return only(REPORT.format(**parts), told, day=DAY)


def rows(table):
    return [(*key, text) for key, texts in table.items() for text in texts]


@pytest.mark.parametrize(("status", "span", "text"), rows(DONE))
def test_reads_a_review(status, span, text):
    claim = read(text, "done")
    assert (claim.status, days(claim.period)) == (status, span)


@pytest.mark.parametrize("where", ["planned", "later"])
@pytest.mark.parametrize(("status", "span", "text"), rows(PLANNED))
def test_reads_what_lies_ahead(status, span, text, where):
    claim = read(text, where)
    assert (claim.status, days(claim.period)) == (status, span)


def test_a_look_back_ends_with_the_next_plan():
    told = "过去一年，救援队伍建设取得进展。\n\n新增救援站24个。\n\n今年要加快建设。\n\n新增救援艇12艘。"
    text = REPORT.format(done="", planned=told, later="")
    done, planned = only(text, "24个", day=DAY), only(text, "12艘", day=DAY)
    assert (done.status, days(done.period)) == (Status.ACTUAL, LAST)
    assert (planned.status, days(planned.period)) == (Status.PLAN, THIS)


MIXED = "二、“十四五”时期发展成就和“十五五”时期主要目标"
PARTS = {
    (True, False): ["一、2024年工作回顾", "重点任务完成情况", "过去五年工作"],
    (False, True): ["二、2025年工作总体部署", "下一步打算", "主要任务和政策取向"],
    (False, False): ["生活服务", "三、教育", ""],
    (True, True): [MIXED],
}


@pytest.mark.parametrize(("sides", "heading"), [(s, h) for s, hs in PARTS.items() for h in hs])
def test_headings(sides, heading):
    part = part_of(heading, date(2025, 2, 5), Part())
    assert (part.back, part.ahead) == sides


def test_a_heading_without_a_number_ends_with_the_next():
    plans = part_of("下一步打算", None, Part())
    assert not part_of("便民信息", None, plans).plans


def test_a_numbered_heading_ends_a_plan_that_no_review_came_before():
    plans = part_of("二、主要任务", None, Part())
    assert not part_of("三、组织领导", None, plans).plans


def test_a_part_of_both_turns_where_the_text_does():
    both = part_of(MIXED, None, Part())
    assert both.reports
    assert turned(both, "主要目标是：", None).plans
