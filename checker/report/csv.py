"""勘误表 as CSV that Excel opens as it is: UTF-8 with a mark, and no cell that it takes for a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from checker.report.errata import HEADINGS, rows

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.view import View

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def render(report: Report, _view: View | None = None) -> str:
    """The table with a byte order mark, every cell quoted, lines ended as RFC 4180 has them."""
    page = StringIO()
    page.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    table = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(HEADINGS)
    table.writerows([defused(cell) for cell in row] for row in rows(report))
    return page.getvalue()


def defused(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run.

    >>> defused("=HYPERLINK(1)"), defused("增长5%")
    ("'=HYPERLINK(1)", '增长5%')
    """
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
