"""The programs of patterns that are kept from one run to the next."""

from __future__ import annotations

import re
from array import array

import pytest

from checker import programs

TEXT = "截至2025年底，全市高新技术企业达1.2万家，同比增长8.5%；其中(A1)3家。"
PATTERNS = (
    ("(?P<number>[0-9][0-9.]*)(?P<unit>[万亿]?[家%])", 0),
    ("[^，。；]{2,6}?企业|[㐀-鿿]+", 0),
    (r"""
    (?P<year> [0-9]{4} )年   # 2025年
  | \((?P<label> [a-z] [0-9] )\)
    """, re.VERBOSE | re.IGNORECASE),
    ("(全|本)市(?=高)", re.DOTALL),
)  # fmt: skip


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A cache folder of the test's own, in which nothing is known."""
    monkeypatch.setenv("KANWU_CACHE_DIR", str(tmp_path))
    programs._programs.cache_clear()
    yield tmp_path
    programs._programs.cache_clear()


def again():
    """As the next run begins."""
    programs.keep()
    programs._programs.cache_clear()


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_pattern(pattern, flags):
    plain = re.compile(pattern, flags)
    for _ in range(2):
        made = programs.compiled(pattern, flags)
        assert made == plain
        assert (made.flags, made.groups, dict(made.groupindex)) == (plain.flags, plain.groups, dict(plain.groupindex))
        found = [(m.group(), m.groupdict(), m.lastgroup) for m in made.finditer(TEXT)]
        assert found == [(m.group(), m.groupdict(), m.lastgroup) for m in plain.finditer(TEXT)]
        again()
    assert not programs._programs().used
    assert len(programs._programs().known) == 1


@pytest.mark.usefixtures("room")
def test_flags_tell_patterns_apart():
    assert programs.compiled("a1").search("A1") is None
    again()
    assert programs.compiled("a1", re.IGNORECASE).search("A1") is not None


def test_what_is_known_is_not_written_again(room):
    programs.compiled("甲+")
    again()
    (file,) = (room / "words").glob("patterns-*")
    before = file.stat().st_mtime_ns
    programs.compiled("甲+")
    again()
    assert file.stat().st_mtime_ns == before


def test_a_damaged_file_is_made_anew(room):
    programs.compiled("甲+")
    again()
    (file,) = (room / "words").glob("patterns-*")
    file.write_bytes(file.read_bytes()[:-3] + b"xyz")
    assert programs.compiled("甲+").findall("甲甲乙") == ["甲甲"]
    again()
    assert programs._programs().known


@pytest.mark.usefixtures("room")
def test_a_program_that_is_none_is_compiled_anew():
    pattern = "甲(?P<n>乙)"
    programs.compiled(pattern)
    flags, groups, names, _ = programs._programs().used[f"0 {pattern}"]
    for told in ((flags, groups, names, array("I", [9, 9, 9]).tobytes()), (flags, 0, {"n": 7}, b""), (0, 1, {}, b"1")):
        programs._programs().known[f"0 {pattern}"] = told
        assert programs.compiled(pattern).search("甲乙")["n"] == "乙"


def test_another_python_compiles_as_ever(room, monkeypatch):
    monkeypatch.setattr(programs, "_maker", lambda: None)
    assert programs.compiled("甲+") == re.compile("甲+")
    again()
    assert not list(room.glob("words/patterns-*"))
