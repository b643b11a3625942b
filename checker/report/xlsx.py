"""勘误表 as an Excel workbook, with filters and a fixed heading."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from checker.report.csv import FORMULAS
from checker.report.errata import HEADINGS, rows

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.view import View

WIDTHS = (28, 8, 48, 28, 8, 48, 40, 24, 6, 22, 8, 18)
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same input makes the same bytes


def render(report: Report, _view: View | None = None) -> bytes:
    """The workbook; every cell is text, so that nothing in it is a formula or a link."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only this format pays for it

    file = BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "勘误表", "created": MADE})
    sheet = book.add_worksheet("勘误表")
    heading = book.add_format({"bold": True, "bg_color": "#DDDDDD", "border": 1})
    plain = {"text_wrap": True, "valign": "top", "num_format": "@"}
    cell, quoted = book.add_format(plain), book.add_format({**plain, "quote_prefix": True})
    table = rows(report)
    for column, (title, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, heading)
        for n, row in enumerate(table, 1):
            sheet.write_string(n, column, row[column], quoted if row[column].startswith(FORMULAS) else cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(HEADINGS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return file.getvalue()
