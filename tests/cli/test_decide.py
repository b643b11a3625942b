"""Baseline, decisions and what a run makes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

A = "截至2025年11月底，东岛区引进人才120人，上市高新技术企业7家。\n"
B = "截至2025年11月底，东岛区上市高新技术企业达到8家。\n"
WHEN = "1767225600"  # 2026-01-01


def write(name, text, day="2025-12-09"):
    Path("articles", name).write_text(f"---\ndate: {day}\nplace: 东岛区\n---\n{text}", encoding="utf-8")


@pytest.fixture(autouse=True)
def _corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", WHEN)
    Path("articles").mkdir()
    write("a.md", A)
    write("b.md", B, "2025-12-25")


@pytest.fixture
def disputes(kanwu):
    """What a run says of the companies: state, level, and what was decided."""

    def run(*options):
        done = kanwu("check", "articles", "--format", "json", *options)
        assert done.code != 3, done.err
        told = [d for d in json.loads(done.out)["discrepancies"] if d["level"] != "note"]
        return done.code, [(d["state"], d["level"], (d["decision"] or {}).get("as")) for d in told]

    return run


@pytest.fixture
def mark(kanwu):
    """The fingerprint of the dispute."""
    (found,) = json.loads(kanwu("check", "articles", "--format", "json").out)["discrepancies"]
    return found["fingerprint"]


def test_what_stands_in_the_baseline_fails_no_run(kanwu, disputes):
    assert disputes() == (1, [("new", "error", None)])
    assert kanwu("baseline", "write", "articles").code == 0
    assert disputes("--fail-level", "warning") == (0, [("baselined", "error", None)])
    assert "另有未列出的 1 处：已入基线 1。" in kanwu("check", "articles").out
    told = json.loads(Path("kanwu-baseline.jsonl").read_text(encoding="utf-8"))
    assert told["rule"] == "KW101 conflicting-values"
    assert told["paths"] == ["articles/a.md", "articles/b.md"]
    assert "7家" in told["message"]
    assert "articles/a.md、articles/b.md" in kanwu("baseline", "show").out


def test_the_baseline_holds_where_text_moves_and_not_where_figures_change(kanwu, disputes):
    kanwu("baseline", "write", "articles")
    write("a.md", f"会议昨天召开。\n\n{A}")
    Path("articles/b.md").rename("articles/0.md")
    assert disputes() == (0, [("baselined", "error", None)])
    write("0.md", B.replace("8家", "9家"), "2025-12-25")
    assert disputes("--ci") == (1, [("new", "error", None)])


def test_a_stale_entry_fails_in_ci_and_is_taken_out_elsewhere(kanwu, monkeypatch):
    kanwu("baseline", "write", "articles")
    before = Path("kanwu-baseline.jsonl").read_bytes()
    write("b.md", B.replace("8家", "7家"), "2025-12-25")
    monkeypatch.setenv("CI", "true")
    done = kanwu("check", "articles")
    assert (done.code, "1 条已经过时" in done.err) == (4, True)
    assert Path("kanwu-baseline.jsonl").read_bytes() == before
    assert kanwu("check", "articles", "--no-ci").code == 0
    assert Path("kanwu-baseline.jsonl").read_bytes() == b""
    assert kanwu("check", "articles").code == 0


@pytest.mark.parametrize(
    "options", [["articles/a.md"], ["articles", "--select", "KW2"], ["articles", "--ignore", "KW1"]]
)
def test_a_run_that_looked_for_less_takes_nothing_out(kanwu, options):
    kanwu("baseline", "write", "articles")
    before = Path("kanwu-baseline.jsonl").read_bytes()
    assert kanwu("check", *options, "--ci").code == 0
    assert kanwu("check", *options).code == 0
    assert Path("kanwu-baseline.jsonl").read_bytes() == before


def test_a_broken_article_takes_nothing_out(kanwu):
    kanwu("baseline", "write", "articles")
    before = Path("kanwu-baseline.jsonl").read_bytes()
    Path("articles/b.md").write_bytes(b"")
    assert kanwu("check", "articles").code == 1
    assert Path("kanwu-baseline.jsonl").read_bytes() == before


def test_pruning_takes_out_what_is_gone_and_adds_nothing(kanwu):
    kanwu("baseline", "write", "articles")
    assert "还有 1 条" in kanwu("baseline", "prune", "articles").out
    done = kanwu("baseline", "prune", "articles/a.md")
    assert (done.code, "没有读全" in done.err) == (2, True)
    write("b.md", B.replace("8家", "9家"), "2025-12-25")
    assert "删去 1 条，还有 0 条" in kanwu("baseline", "prune", "articles").out
    assert kanwu("check", "articles").code == 1


def test_a_deleted_article_makes_its_entries_stale(kanwu):
    kanwu("baseline", "write", "articles")
    Path("articles/b.md").unlink()
    assert kanwu("check", "articles", "--ci").code == 4


def test_the_configuration_names_the_baseline(kanwu, disputes):
    Path("kanwu.yaml").write_text("baseline: 已知.jsonl\n", encoding="utf-8")
    done = kanwu("check", "articles")
    assert (done.code, "kanwu.yaml:1:11: 没有文件 " in done.err) == (2, True)
    kanwu("baseline", "write", "articles")
    assert Path("已知.jsonl").exists()
    assert disputes() == (0, [("baselined", "error", None)])
    assert kanwu("check", "articles", "--baseline", "none.jsonl").code == 2


def test_the_configuration_names_the_decisions(kanwu, disputes, mark):
    Path("kanwu.yaml").write_text("decisions: 裁定.jsonl\n", encoding="utf-8")
    assert kanwu("check", "articles").code == 2
    assert kanwu("decide", mark, "articles", "--as", "explained", "--reason", "口径不同").code == 0
    assert Path("裁定.jsonl").exists()
    assert disputes() == (0, [("decided", "error", "explained")])


def test_what_kanwu_keeps_is_no_article(kanwu, mark):
    kanwu("baseline", "write", ".")
    kanwu("decide", mark, "--as", "explained", "--reason", "口径不同", ".")
    told = json.loads(kanwu("check", ".", "--format", "json").out)
    assert [d["code"] for d in told["discrepancies"]] == ["KW101"]


@pytest.mark.parametrize(
    ("kind", "after"),
    [("explained", (0, "decided")), ("false-positive", (0, "decided")), ("confirmed", (1, "new"))],
)
def test_a_decision_holds(kanwu, disputes, mark, kind, after):
    done = kanwu("decide", mark[:6], "articles", "--as", kind, "--reason", "口径不同", "--who", "王编辑")
    assert done.code == 0, done.err
    assert disputes() == (after[0], [(after[1], "error", kind)])
    told = json.loads(Path("decisions.jsonl").read_text(encoding="utf-8"))
    assert told.items() >= {"fingerprint": mark, "as": kind, "reason": "口径不同", "who": "王编辑"}.items()
    assert "when" in told
    if kind == "confirmed":
        assert "裁定：确有错误，待改正。口径不同（王编辑，" in kanwu("check", "articles").out


def test_the_last_decision_holds_and_lines_are_only_added(kanwu, disputes, mark):
    kanwu("decide", mark, "--as", "confirmed", "--reason", "一", "articles")
    first = Path("decisions.jsonl").read_bytes()
    kanwu("decide", mark, "--as", "explained", "--reason", "二", "articles")
    assert Path("decisions.jsonl").read_bytes().startswith(first)
    assert disputes() == (0, [("decided", "error", "explained")])


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", A.replace("7家", "6家")), ("a.md", A.replace("120人", "130人")), ("b.md", B.replace("8家", "9家"))],
    ids=["one side", "another figure of the sentence", "the other side"],
)
def test_a_decision_lapses_with_the_figures(kanwu, disputes, mark, name, text):
    kanwu("decide", mark, "--as", "explained", "--reason", "口径不同", "articles")
    write(name, text, "2025-12-25" if name == "b.md" else "2025-12-09")
    assert disputes() == (1, [("new", "error", None)])


def test_a_decision_lapses_with_its_day(kanwu, disputes, mark, monkeypatch):
    kanwu("decide", mark, "--as", "explained", "--reason", "待核", "--until", "2026-01-31", "articles")
    assert disputes() == (0, [("decided", "error", "explained")])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    assert disputes() == (1, [("new", "error", "explained")])
    assert "裁定：“有合理解释”已于2026-01-31到期，请重新裁定。待核" in kanwu("check", "articles").out


def test_a_confirmed_warning_is_an_error_though_it_was_known(kanwu, disputes):
    write("a.md", A.replace("截至2025年11月底，", "目前，"))
    assert disputes()[1] == [("new", "warning", None)]
    (found,) = json.loads(kanwu("check", "articles", "--format", "json").out)["discrepancies"]
    kanwu("baseline", "write", "articles")
    kanwu("decide", found["fingerprint"], "--as", "confirmed", "--reason", "应为8家", "articles")
    assert disputes() == (1, [("new", "error", "confirmed")])


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["FP", "--as", "explained"], "请用 --reason 写明理由"),
        (["FP", "--as", "explained", "--reason", " "], "请用 --reason 写明理由"),
        (["FP", "--reason", "a"], "请用 --as 写明怎样裁定"),
        (["--as", "explained", "--reason", "a"], "请写明哪一处"),
        (["FP", "--as", "wrong", "--reason", "a"], "wrong"),
        (["FP", "--as", "explained", "--reason", "a", "--until", "2025-12-31"], "已经过了"),
        (["zzzz", "articles", "--as", "explained", "--reason", "a"], "没有指纹是 zzzz 的发现"),
        (["FP0", "articles", "--as", "explained", "--reason", "a"], "是否想写 FP"),
        (["--import", "none.jsonl", "articles"], "none.jsonl: 读不了"),
        (["--import", "none.jsonl", "--as", "explained"], "写在文件里"),
    ],
)
def test_wrong_usage_is_refused(kanwu, mark, args, message):
    done = kanwu("decide", *(a.replace("FP", mark[:5]) for a in args))
    assert done.code == 2
    assert message.replace("FP", mark[:5]) in done.err
    assert not Path("decisions.jsonl").exists()


def test_decisions_of_the_page_are_taken_in(kanwu, disputes, mark):
    lines = [
        {"fingerprint": mark, "as": "explained", "reason": "甲", "who": None, "when": None, "until": None},
        {"fingerprint": "0" * 16, "as": "explained", "reason": "乙"},
        {"fingerprint": mark, "as": "false-positive", "reason": "丙", "when": "2026-01-01T08:00:00.000Z"},
    ]
    Path("out.jsonl").write_text("\n".join(json.dumps(x) for x in lines), encoding="utf-8")
    done = kanwu("decide", "--import", "out.jsonl", "articles", "--who", "李编辑")
    assert done.code == 0
    assert "out.jsonl:2: 没有指纹是 0000000000000000 的发现" in done.err
    told = [json.loads(x) for x in Path("decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(t["as"], t["reason"], t["who"]) for t in told] == [
        ("explained", "甲", "李编辑"),
        ("false-positive", "丙", "李编辑"),
    ]
    assert disputes() == (0, [("decided", "error", "false-positive")])


def test_what_is_imported_twice_is_noted_once(kanwu, mark):
    line = {"fingerprint": mark, "as": "explained", "reason": "甲", "who": "", "when": "2026-01-01T08:00:00Z"}
    Path("out.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert kanwu("decide", "--import", "out.jsonl", "articles").code == 0
    before = Path("decisions.jsonl").read_bytes()
    done = kanwu("decide", "--import", "out.jsonl", "articles")
    assert (done.code, "1 条裁定早已记下" in done.err) == (0, True)
    assert Path("decisions.jsonl").read_bytes() == before
    done = kanwu("decide", "--import", "decisions.jsonl", "articles")
    assert (done.code, "就是记裁定的文件" in done.err) == (2, True)


def test_decisions_that_lie_elsewhere_are_told(kanwu, mark, monkeypatch):
    kanwu("decide", mark, "articles", "--as", "explained", "--reason", "甲")
    assert kanwu("check", "articles").err == ""
    here = Path.cwd()
    monkeypatch.chdir(here.parent)
    done = kanwu("check", f"{here.name}/articles")
    assert f"没有用上 {here.name}/decisions.jsonl" in done.err
    assert done.code == 1
    monkeypatch.chdir(here / "articles")
    assert "没有用上" in kanwu("check", ".").err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "2:2: 这一行不是 JSON"),
        ("[1]", "2:1: 这一行应为键值对"),
        ('{"fingerprint": "FP", "as": "explained"}', "2:1: reason：缺少这个键"),
        ('{"fingerprint": "FP", "as": "explained", "reason": "  "}', "2:1: reason：不能为空"),
        ('{"fingerprint": "FP", "as": "explained", "raeson": "a"}', "未知的键 raeson，是否想写 reason？"),
        ('{"fingerprint": "FP", "as": "maybe", "reason": "a"}', "as：应为 confirmed、explained、false-positive 之一"),
        ('{"fingerprint": "f00d", "as": "explained", "reason": "a"}', "fingerprint：写法不对"),
        ('{"fingerprint": "FP", "as": "explained", "reason": "a", "until": "soon"}', "until：应为日期"),
        ('{"fingerprint": "FP", "as": "explained", "reason": "a", "when": "soon"}', "when：写法不对"),
        ("<<<<<<< HEAD", "2:1: 合并冲突还没有解决"),
    ],
)
def test_a_broken_file_ends_the_run_with_its_line(kanwu, line, message):
    good = json.dumps({"fingerprint": "0" * 16, "as": "explained", "reason": "a"})
    Path("decisions.jsonl").write_text(f"{good}\n{line.replace('FP', '0' * 16)}\n", encoding="utf-8")
    done = kanwu("check", "articles")
    assert done.code == 2
    assert "decisions.jsonl:" in done.err
    assert message in done.err


def test_a_broken_baseline_ends_the_run_with_its_line(kanwu):
    Path("kanwu-baseline.jsonl").write_text('\n{"fingerprint": "f00d"}\n', encoding="utf-8")
    done = kanwu("check", "articles")
    assert (done.code, "kanwu-baseline.jsonl:2:1: fingerprint" in done.err) == (2, True)
