from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from checker.cli.progress import reported
from checker.loading import load_rules
from checker.problems import PAGES

A = "截至2025年11月底，东岛区上市高新技术企业7家。\n"
B = "截至2025年11月底，东岛区上市高新技术企业达到8家。\n"


@pytest.fixture(autouse=True)
def _corpus(tmp_path, monkeypatch):
    """Two articles that disagree, in the working folder."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, day, text in (("a.md", "2025-12-09", A), ("b.md", "2025-12-25", B)):
        (folder / name).write_text(f"---\ndate: {day}\nplace: 东岛区\n---\n{text}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_check_reports_both_sentences(kanwu):
    done = kanwu("check", "articles")
    assert done.code == 1
    assert "KW101" in done.out
    assert "articles/a.md:5:24" in done.out
    assert "articles/b.md:5:26" in done.out
    assert "\x1b" not in done.out


def test_check_json_points_into_the_files(kanwu):
    done = kanwu("check", "articles", "--format", "json")
    told = json.loads(done.out)
    claims = [c for d in told["discrepancies"] if d["code"] == "KW101" for c in d["claims"]]
    assert {c["text"] for c in claims} == {"7家", "8家"}
    for claim in claims:
        text = Path(claim["path"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        for start, end in claim["evidence"].values():
            assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--fail-level", "never"], 0),
        (["--fail-level", "note"], 1),
        (["--select", "KW2"], 0),
        (["--ignore", "KW1,KW4", "--ignore", "falling-total"], 0),
        (["--select", "conflicting-values"], 1),
    ],
)
def test_exit_codes(kanwu, options, code):
    assert kanwu("check", "articles", *options).code == code


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["check", "nowhere"], "没有这个文件或文件夹：nowhere"),
        (["check", "articles", "--select", "KW0"], "没有规则 KW0"),
        (["check", "articles", "--ignore", "conflicting-value"], "是否想写 conflicting-values"),
        (["check", "articles", "--config", "none.yaml"], "none.yaml: 读不了"),
        (["check", "articles", "--rules", "none"], "none: 规则文件夹不存在"),
        (["check", "articles", "--format", "xml"], "xml"),
        (["check", "--fial-level", "error"], "--fail-level"),
        (["explain", "KW1O1"], "是否想写 KW1"),
        (["chek"], "是否想写 check"),
        (["extract", "nowhere"], "没有这个文件或文件夹"),
        (["check", "articles", "--output", "articles"], "写不了"),
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_what_is_wrong(kanwu, args, message):
    done = kanwu(*args)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


def test_a_wrong_configuration_is_told_with_its_place(kanwu):
    Path("kanwu.yaml").write_text("paths: [articles]\nrules:\n  KW101: {lvel: note}\n", encoding="utf-8")
    done = kanwu("check")
    assert done.code == 2
    assert "kanwu.yaml:3:11: 规则 KW101 没有选项 lvel" in done.err


def test_the_configuration_sets_paths_levels_and_fail_level(kanwu):
    Path("kanwu.yaml").write_text(
        "paths: [articles]\nfail-level: warning\nrules: {conflicting-values: {level: note}}\n", encoding="utf-8"
    )
    done = kanwu("check")
    assert "提示 KW101" in done.out
    assert done.code == 0
    assert kanwu("check", "--fail-level", "note").code == 1


def test_paths_count_from_the_configuration(kanwu, monkeypatch):
    Path("kanwu.yaml").write_text("paths: [articles]\nexclude: [articles/b.md]\n", encoding="utf-8")
    Path("below").mkdir()
    monkeypatch.chdir("below")
    told = json.loads(kanwu("check", "--format", "json").out)
    assert told["summary"]["articles"] == 1


def test_select_replaces_what_the_configuration_ignores(kanwu):
    Path("kanwu.yaml").write_text("ignore: [KW1]\n", encoding="utf-8")
    assert kanwu("check", "articles").code == 0
    assert kanwu("check", "articles", "--select", "KW101").code == 1


def test_an_unreadable_file_is_an_error_and_nothing_else_is_lost(kanwu):
    Path("articles/c.md").write_bytes(b"\xff\xfe\x00\xd8\x00")
    done = kanwu("check", "articles", "--format", "json")
    told = json.loads(done.out)
    assert [d["claims"] for d in told["discrepancies"] if d["code"] == "KW902"] == [[]]
    assert "KW101" in [d["code"] for d in told["discrepancies"]]
    assert done.code == 1
    assert "KW902" in kanwu("check", "articles").out


def test_output_goes_to_a_file(kanwu):
    done = kanwu("check", "articles", "--output", "out/report.txt", "--color", "always")
    assert done.out == ""
    assert "报告已写入 out" in done.err
    text = Path("out/report.txt").read_text(encoding="utf-8")
    assert "KW101" in text
    assert "\x1b" not in text


def test_quiet_says_nothing_of_a_clean_corpus(kanwu):
    assert kanwu("check", "articles/a.md", "-q").out == ""
    assert "没有发现问题。" in kanwu("check", "articles/a.md").out


@pytest.mark.parametrize(("choice", "coloured"), [("always", True), ("never", False), ("auto", False)])
def test_colour(kanwu, choice, coloured):
    assert ("\x1b[" in kanwu("check", "articles", "--color", choice).out) == coloured


def test_extract_prints_a_claim_a_line(kanwu):
    rows = [{"id": "x", "text": A, "title": "东岛区上市企业7家", "date": "2025-12-09"}]
    Path("rows.jsonl").write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    done = kanwu("extract", "articles", "rows.jsonl", "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    told = [json.loads(line) for line in done.out.splitlines()]
    assert {"articles/a.md", "articles/b.md", "rows.jsonl#x"} <= {t["article"] for t in told}
    texts = {"title": rows[0]["title"], "text": rows[0]["text"]}
    of_row = [t for t in told if t["path"] == "rows.jsonl"]
    assert {t["field"] for t in of_row} == {"title", "text"}
    for t in of_row:
        assert texts[t["field"]][t["start"] : t["end"]] == t["text"]
        assert t["line"] == 1
    assert "7家" in kanwu("extract", "articles").out


def test_rules_lists_every_rule(kanwu):
    rules = load_rules()
    out = kanwu("rules").out
    assert all(f"{r.code}  {r.name}" in out for r in rules)
    assert [r["code"] for r in json.loads(kanwu("rules", "--format", "json").out)] == [
        *(r.code for r in rules),
        *PAGES,
    ]


@pytest.mark.parametrize("rule", load_rules(entry_points=False), ids=lambda rule: rule.code)
def test_explain_shows_the_page_of_every_rule(kanwu, rule):
    page = kanwu("explain", rule.code).out
    assert page.startswith(f"# {rule.code} {rule.name}")
    assert "## 为什么" in page
    assert page.count("\n- 20") + page.count("\n- 台账") == sum(len(e.articles) for e in rule.examples)
    assert kanwu("explain", rule.name).out == page
    assert "\x1b[" in kanwu("explain", rule.code.lower(), "--color", "always").out


def test_init_never_overwrites_unasked(kanwu):
    assert kanwu("init").code == 0
    Path("kanwu.yaml").write_text("fail-level: never\n", encoding="utf-8")
    assert kanwu("init").code == 2
    assert Path("kanwu.yaml").read_text(encoding="utf-8") == "fail-level: never\n"
    assert kanwu("init", "--force").code == 0
    assert "fail-level: never" not in Path("kanwu.yaml").read_text(encoding="utf-8")


def test_schema_is_json(kanwu):
    assert json.loads(kanwu("schema").out)["title"] == "kanwu.yaml"


def test_an_internal_error_is_exit_code_3(kanwu, monkeypatch):
    def fail(*_args, **_more):
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("checker.engine.local.check", fail)
    done = kanwu("check", "articles")
    assert done.code == 3
    assert "ZeroDivisionError: by design" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("KANWU_TRACEBACK", "1")
    assert "Traceback" in kanwu("check", "articles").err


def test_the_bar_waits_a_second_and_needs_a_terminal(capsys, monkeypatch):
    now = 0.0
    with reported(lambda: now) as tick:
        tick(1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with reported(lambda: now) as tick:
        tick(1, 4)
        assert capsys.readouterr().err == ""
        now = 1.5
        tick(2, 4)
        assert "2/4" in capsys.readouterr().err
    assert capsys.readouterr().err.strip() == ""


def test_the_working_folder_is_checked_when_nothing_is_named(kanwu, monkeypatch):
    monkeypatch.chdir("articles")
    assert json.loads(kanwu("check", "--format", "json").out)["summary"]["articles"] == 2


def test_one_run_writes_several_reports(kanwu):
    done = kanwu("check", "articles", "-o", "json=out/a.json", "-o", "text=out/a.txt")
    assert done.out == ""
    assert "发现 " in done.err
    assert "报告已写入 out/a.json、out/a.txt" in done.err
    assert Path("out/a.json").read_text(encoding="utf-8") == kanwu("check", "articles", "--format", "json").out
    assert "KW101" in Path("out/a.txt").read_text(encoding="utf-8")


def test_a_format_that_is_asked_for_is_shown_besides_the_files(kanwu):
    assert "KW101" in kanwu("check", "articles", "--format", "text", "-o", "json=a.json").out
    assert json.loads(kanwu("check", "articles", "-o", "text=a.txt", "-o", "json=-").out)
    assert kanwu("check", "articles", "--format", "json", "-o", "text=a.txt", "-o", "b.json").out == ""
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "jsn=a.json"], "没有 jsn 这种格式，是否想写 json？"),
        (["-o", "quark=a"], "可用的格式：text、json"),
        (["-o", "json=a.json", "-o", "text=a.json"], "两份报告都要写到a.json"),
        (["-o", "json=-", "-o", "text=-"], "两份报告都要写到标准输出"),
    ],
)
def test_an_output_that_cannot_be_is_told_before_anything_is_read(kanwu, options, message):
    done = kanwu("check", "articles", *options)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not Path("a.json").exists()
