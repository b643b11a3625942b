"""What is said of the input itself: articles without a day, units that are not known, and how to be rid of it."""

from __future__ import annotations

import json

import pytest

from checker.model import Level
from checker.pipeline import extract
from checker.problems import PAGES, shortcomings
from checker.reading.corpus import taken
from checker.settings import Settings


def told(text, name="a.md"):
    articles, _ = taken(name, text.encode())
    return [(p.code, p.line, p.message) for p in shortcomings([extract(a, Settings()) for a in articles])]


DATED = "---\ndate: 2025-12-09\n---\n"


def test_an_article_without_a_day_is_told_and_one_with_a_day_is_not():
    assert [code for code, *_ in told("项目开工。\n")] == ["KW901"]
    assert told(f"{DATED}项目开工。\n") == []
    assert told("项目开工\n2025-12-09 08:30\n\n项目今天开工。\n") == []


def test_the_rows_of_a_file_are_told_once():
    rows = '{"text": "甲地开工。", "date": "2025-12-09"}\n{"text": "乙地开工。"}\n{"text": "丙地开工。"}\n'
    ((code, line, message),) = told(rows, "a.jsonl")
    assert (code, line) == ("KW901", 2)
    assert "2 篇" in message


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("电站装机容量120MWp，二期再建80MWp。", ["MWp"]),
        ("剂量30mSv，速率100fps。", ["mSv", "fps"]),
        ("算力20EFLOPS，吞吐量1200万TEU，充电桩360kW。", []),
        ("5G基站、CRH380A列车、2025NBA常规赛、新款15Pro手机、3D打印。", []),
        ("经费1.2亿，人口7.5万。", []),
    ],
)
def test_a_unit_that_is_not_known_is_told_once(text, units):
    messages = [message for _, _, message in told(DATED + text)]
    assert len(messages) == len(units)
    assert all(f"“{unit}”" in message for unit, message in zip(units, messages, strict=True))


@pytest.fixture
def codes(tmp_path, monkeypatch, kanwu):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("电站装机容量120MWp。", encoding="utf-8")

    def run(*options):
        done = kanwu("check", "a.md", "--format", "json", *options)
        assert done.code in (0, 1), done.err
        return [d["code"] for d in json.loads(done.out)["discrepancies"]]

    return run


@pytest.mark.parametrize(
    ("options", "left"),
    [
        ((), ["KW901", "KW904"]),
        (("--ignore", "KW901"), ["KW904"]),
        (("--ignore", "unknown-unit"), ["KW901"]),
        (("--ignore", "KW9"), []),
        (("--select", "KW1"), []),
        (("--select", "KW1,KW904"), ["KW904"]),
    ],
)
def test_the_command_line_chooses_among_them(codes, options, left):
    assert codes(*options) == left


def test_the_configuration_chooses_among_them(codes, tmp_path, kanwu):
    (tmp_path / "kanwu.yaml").write_text(
        "ignore: [undated-article]\nrules:\n  KW904: {level: warning}\nfail-level: warning\n", encoding="utf-8"
    )
    assert codes() == ["KW904"]
    assert kanwu("check", "a.md").code == 1


def test_a_note_fails_no_run_unless_asked_for(codes, kanwu):
    codes()
    assert kanwu("check", "a.md").code == 0
    assert kanwu("check", "a.md", "--fail-level", "note").code == 1


def test_an_archive_is_not_told_of(codes, tmp_path):
    (tmp_path / "old.md").write_text("旧稿，装机容量90MWp。", encoding="utf-8")
    (tmp_path / "a.md").write_text(f"{DATED}电站开工。", encoding="utf-8")
    assert codes("--against", "old.md") == []


@pytest.mark.parametrize("code", PAGES)
def test_each_has_a_page_and_a_line(code, kanwu):
    page = kanwu("explain", code).out
    assert page.startswith(f"# {code} {PAGES[code].name}（")
    assert kanwu("explain", PAGES[code].name).out == page
    assert "## 怎样判断" in page
    assert code in kanwu("rules").out
    assert code in [r["code"] for r in json.loads(kanwu("rules", "--format", "json").out)]


def test_only_what_was_not_read_is_an_error():
    assert [code for code, page in PAGES.items() if page.level is Level.ERROR] == ["KW902"]
