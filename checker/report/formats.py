"""The formats of a report: their names, and the module of each, imported when it is asked for.

A format is a module of this package with ``render(report, view)`` that yields text, or bytes where the format is no
text. Another one is a line in :data:`FORMATS` and such a module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.view import View


@dataclass(frozen=True)
class Format:
    """A format: its name on the command line, what it is for, the ending of its files, and its module.

    ``terminal``: for a reader at a terminal, whose encoding and colour it heeds; any other is UTF-8. ``binary``: no
    text, so that it is not shown on a terminal. ``pages``: it tells of the rules and of the version of Kanwu.
    """

    name: str
    about: str
    suffix: str
    terminal: bool = False
    binary: bool = False
    pages: bool = False

    def render(self, report: Report, view: View) -> str | bytes:
        """The report in this format."""
        told: str | bytes = import_module(f"checker.report.{self.name}").render(report, view)
        return told


FORMATS = {
    made.name: made
    for made in (
        Format("text", "供编辑在终端阅读", ".txt", terminal=True),
        Format("json", "供程序读取，全部字段", ".json"),
        Format("jsonl", "同 json，每行一处", ".jsonl"),
        Format("html", "在浏览器里阅读和裁定，一个文件，不联网", ".html", pages=True),
        Format("markdown", "合并请求的评论", ".md"),
        Format("csv", "勘误表，可用 Excel 打开", ".csv"),
        Format("xlsx", "勘误表，Excel 工作簿", ".xlsx", binary=True),
        Format("sarif", "SARIF 2.1.0，供代码扫描", ".sarif", pages=True),
        Format("github", "GitHub 工作流的批注", ".github.txt"),
        Format("gitlab", "GitLab 代码质量", ".gitlab.json"),
        Format("junit", "JUnit XML", ".junit.xml", pages=True),
        Format("rdjson", "reviewdog", ".rdjson"),
    )
}
