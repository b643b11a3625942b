from __future__ import annotations

import csv as reader
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from checker.model import Report, Summary
from checker.report import csv, xlsx
from checker.report.errata import CELL, HEADINGS, rows

EVIL = ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1"]


def table(report):
    page = csv.render(report)
    assert page.startswith("\ufeff")
    return list(reader.reader(StringIO(page.removeprefix("\ufeff"), newline="")))


def sheet(report):
    return load_workbook(BytesIO(xlsx.render(report))).active


def wronged(report, words):
    return replace(report, discrepancies=(replace(report.discrepancies[0], repair=words),))


def test_a_row_tells_both_articles(report):
    head, problem, row = table(report)
    assert head == list(HEADINGS)
    told = dict(zip(head, row, strict=True))
    assert told["稿件"] == "a.md"
    assert told["位置"] == "12:8"
    assert told["原文"] == "截至11月底，全区上市高新技术企业【7家】。"
    assert told["对照稿件"] == "b.md"
    assert told["对照原文"] == "截至11月底，全区上市高新技术企业达到【8家】。"
    assert told["问题"] == "上市高新技术企业有两个数：7家和8家\n算式：7 ≠ 8"
    assert told["建议"] == "若以后一篇为准，a.md 应为8家"
    assert told["级别"] == "警告"
    assert problem[:3] == ["c.md", "3", ""]


def test_both_tables_hold_the_same(report):
    told = [[cell.value or "" for cell in row] for row in sheet(report).iter_rows()]
    assert told == table(report)


@pytest.mark.parametrize("words", EVIL)
def test_no_cell_is_a_formula(report, words):
    told = wronged(report, words)
    cell = table(told)[2][7]
    assert not cell.startswith(csv.FORMULAS)
    kept = sheet(told).cell(3, 8)
    assert kept.data_type == "s"
    assert kept.value.strip() == words.strip()
    assert kept.quotePrefix == kept.value.startswith(csv.FORMULAS)


def test_a_figure_that_looks_like_a_sum_is_left_alone(report):
    assert table(wronged(report, "应为7+4+1"))[2][7] == "应为7+4+1"


def test_a_cell_holds_no_more_than_excel_takes(report):
    told = wronged(report, "长" * 40_000)
    assert max(len(cell) for row in rows(told) for cell in row) == CELL
    assert sheet(told).cell(3, 8).value.endswith("…")


def test_control_characters_reach_no_cell(report):
    claim = report.discrepancies[0].claims[0]
    evil = replace(claim, sentence=replace(claim.sentence, text="\x00\x1b[2J_x0041_" + claim.sentence.text[10:]))
    told = replace(report, discrepancies=(replace(report.discrepancies[0], claims=(evil,)),))
    assert "\x1b" not in csv.render(told)
    assert "_x0041_" in sheet(told).cell(3, 3).value


def test_the_same_report_makes_the_same_bytes(report):
    assert xlsx.render(report) == xlsx.render(report)
    assert len(table(Report(Summary(), ()))) == 1
    assert sheet(Report(Summary(), ())).max_row == 1
