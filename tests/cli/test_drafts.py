from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

OLD = "截至2025年11月底，东岛区上市高新技术企业7家。\n"
NEW = "截至2025年11月底，东岛区上市高新技术企业达到8家。\n"
WRONG = "全区水利项目15个，其中新建项目7个、改扩建项目6个。\n"
ALSO_WRONG = "队伍里有医生12名、护士25名，共38名。\n"


def article(text, day="2025-12-09"):
    return f"---\ndate: {day}\nplace: 东岛区\n---\n{text}"


@pytest.fixture(autouse=True)
def _archive(tmp_path, monkeypatch):
    """An archive with one good article and one that is wrong by itself, and a draft beside it."""
    monkeypatch.chdir(tmp_path)
    Path("archive").mkdir()
    Path("archive/a.md").write_text(article(OLD), encoding="utf-8")
    Path("archive/b.md").write_text(article(ALSO_WRONG), encoding="utf-8")
    Path("draft.md").write_text(article(NEW + "\n" + WRONG, "2025-12-25"), encoding="utf-8")


@pytest.fixture
def pipe(monkeypatch):
    """Give the command line some bytes as its standard input."""

    def given(data):
        told = data.encode() if isinstance(data, str) else data
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(told), encoding="utf-8"))

    return given


def found(done):
    return [(d["code"], [(c["path"], c["text"]) for c in d["claims"]]) for d in json.loads(done.out)["discrepancies"]]


def test_a_draft_is_compared_with_the_archive_and_stands_first(kanwu):
    done = kanwu("check", "draft.md", "--against", "archive", "--format", "json")
    told = dict(found(done))
    assert set(told) == {"KW101", "KW201"}
    assert told["KW101"] == [("draft.md", "8家"), ("archive/a.md", "7家")]
    assert {path for path, _ in told["KW201"]} == {"draft.md"}
    assert done.code == 1
    summary = json.loads(done.out)["summary"]
    assert (summary["articles"], summary["archive"]) == (1, 2)


def test_the_text_report_says_how_many_articles_were_compared(kanwu):
    done = kanwu("check", "draft.md", "--against", "archive")
    assert "相比的旧稿：2 篇" in done.out
    assert done.out.index("draft.md:") < done.out.index("archive/a.md:")


def test_what_is_wrong_in_the_archive_alone_fails_no_draft(kanwu):
    Path("clean.md").write_text(article("东岛区上市高新技术企业7家。\n", "2025-12-09"), encoding="utf-8")
    Path("archive/c.md").write_bytes(b"\xff\xfe\x00\xd8\x00")
    done = kanwu("check", "clean.md", "--against", "archive", "--format", "json")
    assert found(done) == []
    assert done.code == 0
    assert "archive/c.md" in done.err


def test_nothing_is_found_that_a_run_over_everything_would_not_find(kanwu):
    everything = found(kanwu("check", "draft.md", "archive", "--format", "json"))
    told = found(kanwu("check", "draft.md", "--against", "archive", "--format", "json"))
    assert {(code, tuple(sorted(claims))) for code, claims in told} <= {
        (code, tuple(sorted(claims))) for code, claims in everything
    }


def test_a_draft_that_stands_in_the_archive_is_not_its_own_witness(kanwu):
    Path("archive/draft.md").write_text(article(NEW, "2025-12-25"), encoding="utf-8")
    done = kanwu("check", "archive/draft.md", "--against", "archive", "--format", "json")
    assert found(done) == [("KW101", [("archive/draft.md", "8家"), ("archive/a.md", "7家")])]


def test_standard_input_is_read_as_the_named_file(kanwu, pipe):
    pipe(article(NEW + "\n" + WRONG, "2025-12-25"))
    done = kanwu("check", "--stdin-filename", "./drafts/new.md", "--format", "json")
    (code, claims), *rest = found(done)
    assert (code, claims[0], rest) == ("KW201", ("drafts/new.md", "15个"), [])
    claim = json.loads(done.out)["discrepancies"][0]["claims"][0]
    text = article(NEW + "\n" + WRONG, "2025-12-25")
    assert text[claim["start"] : claim["end"]] == "15个"


def test_standard_input_replaces_the_saved_file_in_the_archive(kanwu, pipe):
    Path("archive/draft.md").write_text(article("东岛区上市高新技术企业9家。\n"), encoding="utf-8")
    pipe(article(NEW, "2025-12-25"))
    done = kanwu(
        "check", "-", "--stdin-filename", "archive/draft.md", "--against", "archive", "--format", "json", "-j", 2
    )
    assert found(done) == [("KW101", [("archive/draft.md", "8家"), ("archive/a.md", "7家")])]


def test_rows_and_encodings_are_read_from_standard_input(kanwu, pipe):
    pipe(json.dumps({"id": "x", "text": WRONG, "date": "2025-12-25"}, ensure_ascii=False) + "\n")
    assert [code for code, _ in found(kanwu("check", "--stdin-filename", "d.jsonl", "--format", "json"))] == ["KW201"]
    pipe(article(WRONG).encode("gb18030"))
    assert [code for code, _ in found(kanwu("check", "--stdin-filename", "d.txt", "--format", "json"))] == ["KW201"]
    pipe(b"\xff\xfe\x00\xd8\x00")
    assert [code for code, _ in found(kanwu("check", "--stdin-filename", "d.txt", "--format", "json"))] == ["KW902"]


def test_the_configuration_holds_for_standard_input(kanwu, pipe):
    Path("kanwu.yaml").write_text(
        "fail-level: never\nrules: {sum-of-parts: {level: note}}\n"
        "per-path:\n  - paths: [drafts/**]\n    ignore: [KW501, undated-article]\n",
        encoding="utf-8",
    )
    pipe(WRONG + "\n全县近200余家农家乐参加了活动。\n")
    done = kanwu("check", "--stdin-filename", "drafts/new.md", "--format", "json")
    assert [(d["code"], d["level"]) for d in json.loads(done.out)["discrepancies"]] == [("KW201", "note")]
    assert done.code == 0


def test_a_draft_named_by_itself_is_read_though_its_folder_is_excluded(kanwu):
    Path("kanwu.yaml").write_text('exclude: ["draft.md", "archive/b.md"]\n', encoding="utf-8")
    done = kanwu("check", "draft.md", "--against", "archive", "--format", "json")
    assert json.loads(done.out)["summary"]["articles"] == 1
    assert json.loads(done.out)["summary"]["archive"] == 1


def known(done):
    return [(d["code"], d["state"], (d["decision"] or {}).get("reason")) for d in json.loads(done.out)["discrepancies"]]


DRAFT = ("check", "draft.md", "--against", "archive", "--format", "json")


def test_a_draft_takes_nothing_out_of_the_baseline(kanwu):
    assert kanwu("baseline", "write", ".").code == 0
    before = Path("kanwu-baseline.jsonl").read_bytes()
    assert before.count(b"\n") == 3
    done = kanwu(*DRAFT)
    assert (done.code, {state for _, state, _ in known(done)}) == (0, {"baselined"})
    Path("draft.md").write_text(article(NEW.replace("8家", "7家")), encoding="utf-8")
    assert [kanwu(*DRAFT, option).code for option in ("--ci", "--no-ci")] == [0, 0]
    assert Path("kanwu-baseline.jsonl").read_bytes() == before


def test_decisions_hold_for_drafts(kanwu):
    mark = next(d["fingerprint"] for d in json.loads(kanwu(*DRAFT).out)["discrepancies"] if d["code"] == "KW101")
    line = {"fingerprint": mark, "as": "explained", "reason": "口径不同"}
    Path("decisions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert ("KW101", "decided", "口径不同") in known(kanwu(*DRAFT))


def test_comments_in_a_draft_and_beside_it_silence(kanwu):
    comment = "<!-- kanwu: ignore KW101 {} -->\n"
    Path("draft.md").write_text(article(comment.format("两处都对") + NEW, "2025-12-25"), encoding="utf-8")
    assert known(kanwu(*DRAFT)) == [("KW101", "suppressed", "两处都对")]
    Path("draft.md").write_text(article(NEW, "2025-12-25"), encoding="utf-8")
    Path("archive/a.md").write_text(article(comment.format("旧稿如此") + OLD), encoding="utf-8")
    assert known(kanwu(*DRAFT)) == [("KW101", "suppressed", "旧稿如此")]


def test_a_comment_without_effect_is_told_of_the_draft_alone(kanwu):
    comment = "<!-- kanwu: ignore-file KW201 -->\n"
    Path("draft.md").write_text(article(comment + NEW, "2025-12-25"), encoding="utf-8")
    Path("archive/a.md").write_text(article(comment + OLD), encoding="utf-8")
    done = kanwu(*DRAFT)
    assert [code for code, _, _ in known(done)] == ["KW903", "KW101"]
    assert "draft.md" in json.loads(done.out)["discrepancies"][0]["message"]


def test_the_ledger_is_held_against_the_draft_alone(kanwu):
    Path("ledger.yaml").write_text(
        "- {metric: 上市高新技术企业, scope: 东岛区, period: 截至2025年11月底, value: 6家, source: 区科技局}\n",
        encoding="utf-8",
    )
    (told,) = [claims for code, claims in found(kanwu(*DRAFT)) if code == "KW601"]
    assert told[0] == ("draft.md", "8家")
    Path("draft.md").write_text(article(NEW.replace("8家", "6家"), "2025-12-25"), encoding="utf-8")
    assert all(claims[0][0] == "draft.md" for _, claims in found(kanwu(*DRAFT)))


def test_an_archive_without_articles_is_told(kanwu):
    Path("empty").mkdir()
    done = kanwu("check", "draft.md", "--against", "empty")
    assert "empty 里没有可以相比的稿件" in done.err
    assert "KW201" in done.out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--against", "archive"], "还要写明查哪一篇稿件"),
        (["draft.md", "--against", "nowhere"], "没有这个文件或文件夹：nowhere"),
        (["nothing.md", "--against", "archive"], "没有这个文件或文件夹：nothing.md"),
        (["-"], "要写 --stdin-filename"),
        (["draft.md", "--stdin-filename", "d.md"], "不能再写 PATH"),
        (["--stdin-filename", "d.pdf"], "不认识的文件类型“.pdf”"),
        (["--stdin-filename", "draft"], "不认识的文件类型“无后缀”"),
        (["draft.md", "--against", "archive", "--changed-since", "main"], "--changed-since 与 --against"),
        (["--stdin-filename", "d.md", "--changed-since", "main"], "--changed-since 与 --against"),
    ],
)
def test_wrong_usage_is_exit_code_2(kanwu, pipe, args, message):
    pipe(article(NEW))
    done = kanwu("check", *args)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


LONG = "截至2025年11月底，东岛区上市高新技术企业达到{}家，科技型中小企业突破2000家，全区有效发明专利拥有量12684件。\n"


@pytest.mark.parametrize("cache", ["--cache", "--no-cache"])
@pytest.mark.parametrize("name", ["a.md", "elsewhere/a.md"])
def test_an_earlier_version_of_the_draft_is_left_out_and_named(kanwu, monkeypatch, name, cache):
    monkeypatch.setenv("KANWU_CACHE_DIR", str(Path("cache").absolute()))
    Path("elsewhere").mkdir()
    Path("archive/a.md").write_text(article(LONG.format(8)), encoding="utf-8")
    Path(name).write_text(article(LONG.format(7)), encoding="utf-8")
    done = kanwu("check", name, "--against", "archive", cache, "--format", "json")
    assert found(done) == []
    told = json.loads(done.out)["summary"]
    assert (told["archive"], told["versions"]) == (1, ["archive/a.md"])
    assert "没有与它相比：archive/a.md" in kanwu("check", name, "--against", "archive").out


def test_what_only_shares_its_words_with_the_draft_is_compared(kanwu):
    Path("archive/a.md").write_text(article(LONG.format(8)), encoding="utf-8")
    Path("draft.md").write_text(article(LONG.format(7), "2025-12-25"), encoding="utf-8")
    done = kanwu("check", "draft.md", "--against", "archive", "--format", "json")
    assert [code for code, _ in found(done)] == ["KW101"]
    assert "versions" not in json.loads(done.out)["summary"]


def test_the_arithmetic_holds_the_figure_of_the_draft(kanwu):
    for name, day, count in (("a", "2025-12-09", 7), ("b", "2025-12-10", 8)):
        text = f"截至2025年11月底，东岛区上市高新技术企业{count}家。\n"
        Path(f"archive/{name}.md").write_text(article(text, day), encoding="utf-8")
    Path("draft.md").write_text(article("截至2025年11月底，东岛区上市高新技术企业11家。\n"), encoding="utf-8")
    done = kanwu("check", "draft.md", "--against", "archive", "--format", "json")
    told = json.loads(done.out)["discrepancies"]
    assert [{c["text"] for c in d["claims"]} for d in told] == [{"7家", "8家", "11家"}]
    assert "11家" in told[0]["work"]
