"""One discrepancy a line, with the fields of the JSON report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.report.json import document

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.view import View


def render(report: Report, _view: View | None = None) -> str:
    """The discrepancies of the JSON report, one object a line; problems of the input stand first."""
    return "".join(f"{json.dumps(d, ensure_ascii=False)}\n" for d in document(report)["discrepancies"])
