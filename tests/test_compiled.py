"""Patterns that are read back match what they matched; where they cannot be, they are compiled."""

from __future__ import annotations

import re
import sys

import pytest

from checker import compiled
from checker.compiled import Shelf

TEXT = "全市现有高新技术企业1,086家，比上年增长18.3%；Kanwu 是 CI 里的一步。\n截至11月底，累计签约项目42个。"
PATTERNS = [
    (r"[0-9][0-9,.]*", 0),
    (r"(?P<n>[0-9,]+)(?P<unit>家|个)", 0),
    (r"(?<=现有)[\u4e00-\u9fff]{2,}?(?=[0-9])", 0),
    (r"kanwu | ci   # either", re.VERBOSE | re.IGNORECASE),
    (r"^截至.*$", re.MULTILINE),
    (r"(?:(全市)|(累计))(?=.)", re.DOTALL),
    (r"(.)\1", 0),
]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KANWU_CACHE_DIR", str(tmp_path / "kept"))
    return tmp_path / "kept" / "words"


def kept_by_an_earlier_run():
    first = Shelf()
    for text, flags in PATTERNS:
        first.compiled(text, flags)
    first.close()


def told(pattern):
    return [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)]


@pytest.fixture
def read_back(monkeypatch):
    """A later run, in which nothing may be worked out anew."""
    kept_by_an_earlier_run()

    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(compiled, "_told", refuse)
    monkeypatch.setattr(compiled.re, "compile", refuse)
    return Shelf()


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_pattern_read_back_is_the_one_that_was_compiled(read_back, text, flags, monkeypatch):
    found = read_back.compiled(text, flags)
    monkeypatch.undo()
    made = re.compile(text, flags)
    assert told(found) == told(made) != []
    assert (found.pattern, found.flags, found.groups, dict(found.groupindex)) == (
        made.pattern,
        made.flags,
        made.groups,
        dict(made.groupindex),
    )


def test_what_is_known_already_is_not_written_again(folder):
    kept_by_an_earlier_run()
    (file,) = folder.iterdir()
    before = file.stat().st_mtime_ns
    later = Shelf()
    later.compiled(*PATTERNS[0])
    later.close()
    assert file.stat().st_mtime_ns == before


def test_a_run_adds_to_what_others_kept():
    kept_by_an_earlier_run()
    later = Shelf()
    later.compiled("[a-z]{3}")
    later.close()
    assert {text for text, _ in Shelf()._known} >= {"[a-z]{3}", *(text for text, _ in PATTERNS)}


def test_patterns_of_earlier_versions_make_room(monkeypatch):
    kept_by_an_earlier_run()
    monkeypatch.setattr(compiled, "_MOST", 2)
    later = Shelf()
    later.compiled("[a-z]{3}")
    later.close()
    assert len(Shelf()._known) == 2
    assert ("[a-z]{3}", 0) in Shelf()._known


@pytest.mark.parametrize("spoil", [lambda w: b"\0" * len(w), lambda w: w[:-4], lambda w: w[:-1], lambda _: b""])
def test_a_code_that_is_not_sound_is_not_taken(spoil):
    shelf = Shelf()
    code = compiled._told("[0-9]+", 0)
    spoilt = compiled._Code(code.flags, spoil(code.words), code.groups, code.named)
    assert compiled._made("[0-9]+", spoilt) is None
    shelf._known["[0-9]+", 0] = spoilt
    assert shelf.compiled("[0-9]+").findall(TEXT) == re.findall("[0-9]+", TEXT)


def test_another_interpreter_reads_none_of_it(monkeypatch):
    kept_by_an_earlier_run()
    monkeypatch.setattr(sys, "version", "4.0")
    assert not Shelf()._known


def test_where_the_compiler_is_not_as_it_is_known_patterns_are_compiled_as_ever(monkeypatch):
    monkeypatch.setattr(compiled, "_parser", None)
    assert Shelf().compiled("[0-9]+").findall("12家") == ["12"]


def test_a_fault_in_a_pattern_is_told():
    with pytest.raises(re.error):
        Shelf().compiled("(家")
