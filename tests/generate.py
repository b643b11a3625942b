"""Write what is generated: the schema of kanwu.yaml, the tables and the excerpt of the READMEs, and reports/.

python tests/generate.py          # write
python tests/generate.py --check  # say what is out of date, exit code 1
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

from checker.cli.outputs import view
from checker.cli.review import entries
from checker.config import load_config
from checker.ledger import held
from checker.loading import load_rules
from checker.model import Level
from checker.pipeline import check
from checker.problems import PAGES
from checker.report import text as report_text
from checker.report.formats import FORMATS
from checker.report.view import View
from checker.schema import english, schema, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Report
    from checker.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
EXCERPT = ("KW101", "7家")  # the rule and a figure of the dispute that the READMEs show


def corpus_report(rules: Sequence[Rule]) -> Report:
    """The report over corpus/, held against its ledger, as seen from the top of the repository."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        config = load_config(Path("corpus", "kanwu.yaml"))
        report = check(["corpus"], rules, config.settings)
        return held(report, entries(config.beside("ledger"), config), rules, config.settings)
    finally:
        os.chdir(here)


def generated() -> Iterator[tuple[Path, str | bytes]]:
    """Each generated file with what it should hold."""
    rules = load_rules(entry_points=False)
    report = corpus_report(rules)
    shown = json.dumps(schema(rules), ensure_ascii=False, indent=2) + "\n"
    yield ROOT / "checker" / "kanwu.schema.json", shown
    for form in FORMATS.values():
        told = form.render(
            report, replace(view(rules), width=80, arguments=("--config", "corpus/kanwu.yaml", "corpus"))
        )
        yield ROOT / "reports" / f"corpus{form.suffix}", told
    for name, chinese in (("README.md", False), ("README.zh-CN.md", True)):
        page = (ROOT / name).read_text(encoding="utf-8")
        page = filled(page, "rules", table(rules, chinese=chinese))
        yield ROOT / name, filled(page, "report", f"```text\n{excerpt(report)}```\n")


def filled(page: str, name: str, text: str) -> str:
    """The page with ``text`` between its marks ``<!-- name -->`` and ``<!-- /name -->``."""
    between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return between.sub(lambda m: f"{m[1]}{text}{m[2]}", page)


def table(rules: Sequence[Rule], *, chinese: bool) -> str:
    """The table of rules in Markdown."""
    head = "| 编号 | 名称 | 级别 | 报告什么 |" if chinese else "| code | name | level | what it reports |"
    rows = [
        f"| {r.code} | {r.name} | {report_text.LEVELS[r.level] if chinese else r.level} |"
        f" {summary(r) if chinese else english(r)} |"
        for r in rules
    ]
    rows += [
        f"| {code} | {p.name} | {report_text.LEVELS[p.level] if chinese else p.level} |"
        f" {p.summary if chinese else p.english} |"
        for code, p in PAGES.items()
    ]
    return "\n".join([head, "| --- | --- | --- | --- |", *rows]) + "\n"


def excerpt(report: Report) -> str:
    """The dispute that the READMEs show, as a terminal of 80 columns shows it; the loudest if it is gone."""
    code, figure = EXCERPT
    wanted = [d for d in report.discrepancies if d.code == code and figure in [c.text for c in d.claims]]
    found = wanted or [d for d in report.discrepancies if d.level is Level.ERROR] or list(report.discrepancies)
    only = type(report)(report.summary, tuple(found[:1]))
    return report_text.render(only, View(quiet=True))


def same(old: bytes, new: bytes) -> bool:
    """Whether two files hold the same; a workbook's parts are compared, since compressors differ."""
    if not new.startswith(b"PK"):
        return old == new
    return is_zipfile(BytesIO(old)) and parts(old) == parts(new)


def parts(workbook: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(args: Sequence[str]) -> int:
    """Write the files, or with ``--check`` name those that are out of date."""
    stale = 0
    for path, text in generated():
        data = text if isinstance(text, bytes) else text.encode()
        if path.exists() and same(path.read_bytes(), data):
            continue
        stale += 1
        state = "out of date, run: make generate" if "--check" in args else "written"
        sys.stdout.write(f"{path.relative_to(ROOT)}: {state}\n")
        if "--check" not in args:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    return int(bool(stale) and "--check" in args)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
