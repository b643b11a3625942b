"""Which files are read, under which name, and in which order."""

from __future__ import annotations

import os

import pytest

from checker.reading import read


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("corpus/b.md", "corpus/a.md", "corpus/sub/c.txt", "corpus/.git/d.md", "corpus/.e.md", "corpus/f.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("开工。", encoding="utf-8")
    return tmp_path


def _read(*paths, exclude=()):
    return [a.path for a in read(paths, exclude=exclude).articles]


@pytest.mark.usefixtures("corpus")
def test_a_folder_is_walked_sorted_without_hidden_and_unknown_files():
    assert _read("corpus") == ["corpus/a.md", "corpus/b.md", "corpus/sub/c.txt"]
    assert read(["corpus"]).problems == ()


@pytest.mark.usefixtures("corpus")
def test_arguments_do_not_decide_order_or_number():
    expected = _read("corpus")
    assert _read("corpus/sub", "./corpus", "corpus/b.md", "corpus//b.md", "corpus/") == expected
    assert read(["corpus/b.md", "corpus"]) == read(["corpus", "corpus/b.md"])


def test_the_current_folder_gives_plain_names(corpus, monkeypatch):
    monkeypatch.chdir(corpus / "corpus")
    assert _read(".") == ["a.md", "b.md", "sub/c.txt"]


def test_an_absolute_and_a_relative_name_are_one_file(corpus):
    assert len(_read("corpus/a.md", str(corpus / "corpus" / "a.md"))) == 1


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("corpus/sub/*", ["corpus/a.md", "corpus/b.md"]),
        ("corpus/sub", ["corpus/a.md", "corpus/b.md"]),
        ("sub", ["corpus/a.md", "corpus/b.md"]),
        ("**/c.txt", ["corpus/a.md", "corpus/b.md"]),
        ("*.md", ["corpus/sub/c.txt"]),
        ("c?rpus/[ab].md", ["corpus/sub/c.txt"]),
        ("nothing", ["corpus/a.md", "corpus/b.md", "corpus/sub/c.txt"]),
    ],
)
def test_excluded_paths_are_not_read(pattern, left):
    assert _read("corpus", exclude=[pattern]) == left


@pytest.mark.usefixtures("corpus")
def test_a_named_file_of_unknown_kind_and_a_missing_one_are_told():
    reading = read(["corpus/f.csv", "corpus/none.md", "corpus/a.md"])
    assert [p.path for p in reading.problems] == ["corpus/f.csv", "corpus/none.md"]
    assert ".csv" in reading.problems[0].message
    assert [a.path for a in reading.articles] == ["corpus/a.md"]


def test_a_link_that_leads_nowhere_is_told(corpus):
    (corpus / "corpus" / "z.md").symlink_to(corpus / "gone.md")
    assert [p.path for p in read(["corpus"]).problems] == ["corpus/z.md"]


def test_a_link_to_a_file_is_the_file(corpus):
    (corpus / "corpus" / "z.md").symlink_to(corpus / "corpus" / "a.md")
    assert _read("corpus") == ["corpus/a.md", "corpus/b.md", "corpus/sub/c.txt"]


def test_a_name_that_is_no_utf8_is_told(corpus):
    try:
        (corpus / os.fsdecode(b"corpus/\xff.md")).write_text("开工。", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    (problem,) = read(["corpus"]).problems
    problem.path.encode()
    assert "文件名" in problem.message
