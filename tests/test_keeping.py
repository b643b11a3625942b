"""What is kept from run to run is never trusted, and never needed."""

from __future__ import annotations

import pytest

from checker.keeping import home, kept
from checker.lexicon import load


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KANWU_CACHE_DIR", str(tmp_path / "kept"))
    return tmp_path / "kept" / "words"


def counted(made):
    def make():
        made.append(1)
        return {"词": [len(made)]}

    return make


def ask(made, source=b"a"):
    return kept("words", [source], dict[str, list[int]], counted(made))


def test_it_is_made_once_for_the_same_sources(folder):
    made = []
    assert [ask(made), ask(made)] == [{"词": [1]}, {"词": [1]}]
    assert ask(made, b"b") == {"词": [2]}
    assert ask(made) == {"词": [1]}
    assert home() == folder.parent


@pytest.mark.parametrize(
    "spoil", [lambda d: d[:-1], lambda d: d[:20] + b"\0" + d[21:], lambda _: b"", lambda d: d + b"x"]
)
def test_what_is_damaged_is_made_anew(folder, spoil):
    ask([])
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    made = []
    assert ask(made) == {"词": [1]}
    assert made
    assert file.read_bytes() == whole


def test_what_is_of_another_kind_is_made_anew(folder):
    kept("words", [b"a"], list[int], lambda: [1, 2])
    assert ask([]) == {"词": [1]}
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_none(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("KANWU_CACHE_DIR", str(tmp_path / "file"))
    assert ask([]) == {"词": [1]}


def test_few_are_kept(folder):
    for n in range(9):
        ask([], bytes([n]))
    assert len(list(folder.iterdir())) == 4


def test_the_word_lists_are_what_is_written():
    assert load("dates")["epochs"]["改革开放"] == "1978-12-18"
    assert load("hedges") is load("hedges")
