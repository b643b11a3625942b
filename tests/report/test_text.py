from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from checker.model import Decision, Level, Location, Report, Sentence, Summary
from checker.report.layout import cells
from checker.report.text import reading, render, sides
from checker.report.view import View

PAGE = """\
错误 KW902 unreadable-article
  c.md:3：不是 UTF-8 编码

警告 KW101 conflicting-values（又见 KW113）  f00d
  上市高新技术企业有两个数：7家和8家
  a.md:12:8  2025-12-09  青岛日报
    截至11月底，全区上市高新技术企业【7家】。
    读作：7家｜上市高新技术企业｜崂山区｜截至11月底（2025-11-30）｜实际｜存量
  b.md:12:8  2025-12-25  青岛日报
    截至11月底，全区上市高新技术企业达到【8家】。
    读作：7家｜上市高新技术企业｜崂山区｜截至11月底（2025-11-30）｜实际｜存量
  算式：7 ≠ 8
  修改假设：若以后一篇为准，a.md 应为8家

发现 2 处：错误 1，警告 1。
差错率：已确定的计 0 个差错，合万分之 0；警告如都确有错误，再计 1 个，合万分之
33.33（报纸合格线为万分之三）。
读了 2 篇、300 字，9 个数字和名次，其中 7 个知道说的是什么，归为 5 件事实。
不知日期的稿件：1 篇。
未能比较：时期不同或不明 12，范围不同或不明 3。
"""


def test_the_page(report):
    assert render(report) == PAGE


def test_quiet_leaves_out_the_figures_at_the_end(report):
    assert render(report, View(quiet=True)) == PAGE.partition("\n发现")[0]


def test_what_is_dealt_with_is_counted_and_not_shown(report):
    (found,) = report.discrepancies
    told = [replace(found, state=state) for state in ("baselined", "decided", "suppressed", "decided")]
    page = render(replace(report, discrepancies=(found, *told)))
    assert page.count("KW101") == 1
    assert "\n发现 2 处：错误 1，警告 1。\n另有未列出的 4 处：已入基线 1，已屏蔽 1，已裁定 2。\n" in page
    assert render(replace(report, discrepancies=tuple(told), problems=())).startswith("没有发现新的问题。\n另有")


def test_a_decision_that_settles_nothing_is_told(report):
    (found,) = report.discrepancies
    told = Decision("explained", "口径不同", "王编辑", "2026-01-01T08:00:00+08:00", date(2026, 1, 31), lapsed=True)
    page = render(replace(report, discrepancies=(replace(found, decision=told),)), View(width=120))
    assert "  裁定：“有合理解释”已于2026-01-31到期，请重新裁定。口径不同（王编辑，2026-01-01）\n" in page


def test_a_clean_run_says_so():
    assert render(Report(Summary(articles=1), ())).startswith("没有发现问题。\n读了 1 篇")


def test_colour_changes_nothing_but_the_marks(report):
    coloured = render(report, View(colour=True))
    assert "\x1b[1;4m7家\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == PAGE.replace("【", "").replace("】", "")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_lines_fit_the_terminal(report, width):
    long = "据了解，" * 60 + "全区上市高新技术企业7家，" + "其中一家在科创板，" * 30
    first, second = report.discrepancies[0].claims
    claim = replace(first, sentence=Sentence(long, ((0, 0),), first.sentence.region, 0, 0))
    at = long.index("7家")
    claim = replace(claim, figure=replace(claim.figure, start=at, end=at + 2))
    told = replace(report, discrepancies=(replace(report.discrepancies[0], claims=(claim, second), work="7 + " * 80),))
    page = render(told, View(width=width))
    assert all(cells(line) <= width for line in page.splitlines())
    assert "【7家】" in page
    assert "……" not in page.replace("\n", "")
    assert page.count("据了解") < 30


def test_control_characters_of_an_article_do_not_reach_the_terminal(report):
    first, second = report.discrepancies[0].claims
    evil = replace(first, sentence=replace(first.sentence, text="\x1b[2J\x07\n" + first.sentence.text[4:]))
    page = render(replace(report, discrepancies=(replace(report.discrepancies[0], claims=(evil, second)),)))
    assert "\x1b" not in page
    assert "\x07" not in page


def test_louder_reports_come_first_whatever_their_order(report):
    dispute = report.discrepancies[0]
    found = [replace(dispute, level=level, code=f"KW10{n}") for n, level in enumerate(Level)]
    page = render(replace(report, problems=(), discrepancies=tuple(reversed(found))))
    assert page == render(replace(report, problems=(), discrepancies=tuple(found)))
    assert page.index("错误 KW100") < page.index("警告 KW101") < page.index("提示 KW102")


def test_many_witnesses_of_one_side_are_told_in_one_line(report):
    first, second = report.discrepancies[0].claims
    crowd = [replace(first, location=Location(n, 1, first.start, "")) for n in range(1, 8)]
    shown, rest = sides([*crowd, second])
    assert (len(shown), len(rest)) == (3, 5)
    page = render(replace(report, discrepancies=(replace(report.discrepancies[0], claims=(*crowd, second)),)))
    assert "另有 5 处：a.md:3:1（7家），a.md:4:1（7家）" in page


def test_a_reading_says_what_is_not_known(report):
    claim = report.discrepancies[0].claims[0]
    bare = replace(claim, period=replace(claim.period, explicit=False), metric=replace(claim.metric, text=""))
    assert reading(bare).startswith("7家｜（指标不明）｜崂山区｜截至11月底（2025-11-30）〔推断〕｜实际")
