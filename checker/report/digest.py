"""A report as one short word: two runs that found the same have the same."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from checker.report.json import document

if TYPE_CHECKING:
    from checker.model import Report


def digest(report: Report) -> str:
    """The hexadecimal SHA-256 of all that the JSON report tells: findings in their order, problems, coverage figures.

    >>> from checker.model import Report, Summary
    >>> digest(Report(Summary(), ())) == digest(Report(Summary(articles=1), ()))
    False
    """
    told = json.dumps(document(report), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()
