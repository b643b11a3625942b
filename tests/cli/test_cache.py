"""Where the cache is, when it is used, and that no report shows it."""

from __future__ import annotations

import json

import pytest

from checker.cli import caches


@pytest.fixture
def room(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for n in range(4):
        text = f"---\ndate: 2025-12-0{n + 1}\n---\n\n截至2025年底，东岛区上市高新技术企业{n + 7}家。\n"
        (tmp_path / f"{n}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def beside(room, monkeypatch):
    """A cache in a folder that the configuration names."""
    monkeypatch.delenv("KANWU_CACHE_DIR")
    (room / "kanwu.yaml").write_text("cache: .kanwu-cache\n", encoding="utf-8")
    return room / ".kanwu-cache"


def test_a_small_corpus_needs_none(room, kanwu, monkeypatch):
    kanwu("check", ".")  # word lists are kept by any run
    monkeypatch.setenv("KANWU_CACHE_DIR", str(room / "kept"))
    plain = kanwu("check", ".", "--format", "json")
    assert not (room / "kept").exists()
    assert kanwu("check", ".", "--format", "json", "--cache") == plain
    assert (room / "kept" / "CACHEDIR.TAG").read_text(encoding="utf-8").startswith("Signature: 8a477f597d28d172789f")
    assert (room / "kept" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_larger_one_has_one(room, kanwu, monkeypatch):
    monkeypatch.setattr(caches, "SMALL", 100)
    monkeypatch.setenv("KANWU_CACHE_DIR", str(room / "kept"))
    kanwu("check", ".", "--no-cache")
    assert not (room / "kept").exists()
    kanwu("check", ".")
    assert (room / "kept").exists()


def test_it_stands_where_the_configuration_says_and_moves_with_the_corpus(beside, kanwu, monkeypatch, tmp_path_factory):
    first = kanwu("check", ".", "--format", "json")
    (context,) = (f for f in beside.iterdir() if f.is_dir())
    elsewhere = tmp_path_factory.mktemp("moved") / "room"
    beside.parent.rename(elsewhere)
    monkeypatch.chdir(elsewhere)
    assert kanwu("check", ".", "--format", "json") == first
    assert [f.name for f in (elsewhere / beside.name).iterdir() if f.is_dir()] == [context.name]


def test_info_and_clear(beside, kanwu):
    assert "没有缓存" in kanwu("cache", "info").out
    kanwu("check", ".")
    assert "4 篇" in kanwu("cache", "info").out
    assert kanwu("cache", "clear").code == 0
    assert not beside.exists()
    assert kanwu("cache", "clear").code == 0


def test_what_is_no_cache_is_never_cleared(beside, kanwu):
    beside.mkdir()
    (beside / "novel.txt").write_text("", encoding="utf-8")
    assert kanwu("cache", "clear").code == 2
    assert (beside / "novel.txt").exists()


def test_damage_is_told_in_one_line_and_changes_no_report(beside, kanwu):
    first = kanwu("check", ".", "--format", "json")
    manifest = next(beside.rglob("manifest"))
    manifest.write_bytes(manifest.read_bytes()[:-1])
    again = kanwu("check", ".", "--format", "json")
    assert (again.code, again.out) == (first.code, first.out)
    assert again.err.count("\n") == 1
    assert "缓存已损坏，重新建立" in again.err
    assert kanwu("check", ".", "--format", "json") == first


def test_a_cache_that_cannot_be_written_is_done_without(beside, kanwu):
    beside.write_text("a file", encoding="utf-8")
    done = kanwu("check", ".", "--format", "json")
    assert json.loads(done.out)["summary"]["articles"] == 4
    assert "缓存用不了" in done.err


def test_all_formats_and_comments_work_from_a_cache(beside, kanwu):
    file = beside.parent / "0.md"
    file.write_text(file.read_text(encoding="utf-8") + "<!-- kanwu: ignore-file KW1 口径不同 -->\n", encoding="utf-8")
    for form in ("html", "sarif", "json", "text", "rdjson"):
        plain = kanwu("check", ".", "--format", form, "--no-cache")
        assert kanwu("check", ".", "--format", form) == plain
        assert kanwu("check", ".", "--format", form) == plain


def test_a_draft_against_a_cached_archive(beside, kanwu):
    (beside.parent / "draft").mkdir()
    draft = beside.parent / "draft" / "d.md"
    draft.write_text("---\ndate: 2025-12-09\n---\n\n截至2025年底，东岛区上市高新技术企业6家。\n", encoding="utf-8")
    plain = kanwu("check", str(draft), "--against", ".", "--format", "json", "--no-cache")
    assert json.loads(plain.out)["summary"]["facts"] >= 1
    for _ in range(2):
        assert kanwu("check", str(draft), "--against", ".", "--format", "json") == plain
    draft.write_text("全文。\n", encoding="utf-8")
    plain = kanwu("check", str(draft), "--against", ".", "--format", "json", "--no-cache")
    assert kanwu("check", str(draft), "--against", ".", "--format", "json") == plain
