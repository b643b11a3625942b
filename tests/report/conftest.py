"""A corpus that is hard to count in, and the report on it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest

from checker.cli.outputs import view
from checker.loading import load_rules
from checker.model import Report
from checker.pipeline import check
from checker.report.view import View
from checker.settings import Settings

MATTER = "---\r\ntitle: 𠮷字头\r\ndate: 2025-12-09\r\nplace: 东岛区\r\n---\r\n"
TOLD = "截至2025年11月底，东岛区上市高新技术企业"
ROWS = (
    {"id": "x", "title": "𠮷", "date": "2025-12-25", "place": "东岛区", "text": f"甲说：“\t好”。\n𠮷\\{TOLD}9家。"},
    {"id": "y", "date": "2025-12-26", "place": "东岛区", "text": f'"𠮷"，{TOLD}11家。'},
)
TEXTS = {
    "a.md": f"{MATTER}𠮷田镇\t介绍，{TOLD}7家。\r\n",
    "b.txt": f"𠮷祥路🏭旁，\t{TOLD}达到8家。\r",
    "c.jsonl": f"{json.dumps(ROWS[0])}\r\n{json.dumps(ROWS[1], ensure_ascii=False)}\n",
    "d.html": f"<html><body><p>{TOLD}12家。</p></body></html>",
}
CODECS = {"a.md": "utf-8-sig", "b.txt": "utf-16", "c.jsonl": "utf-8-sig", "d.html": "utf-8"}


@dataclass(frozen=True)
class Hard:
    """A report, how it is to be shown, and the texts of its files without their marks."""

    report: Report
    view: View
    texts: dict[str, str]


@pytest.fixture(scope="session")
def hard(tmp_path_factory) -> Hard:
    """Five articles that all tell another number, in files of several encodings, and one that is broken."""
    folder = tmp_path_factory.mktemp("hard")
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode(CODECS[name]))
    (folder / "e.md").write_bytes(b"\xff\xfe\x00\xd8\x00")
    rules = load_rules(entry_points=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        report = check(["."], rules, Settings())
    assert {c.article.path for d in report.discrepancies for c in d.claims} == set(TEXTS)
    return Hard(report, replace(view(rules), source=TEXTS.get), TEXTS)
