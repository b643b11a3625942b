from __future__ import annotations

import gc
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker import patterns
from checker.loading import load_rules
from checker.pipeline import check
from checker.settings import Settings

CORPUS = Path(__file__).parent.parent / "corpus"
ASKED = {
    "search": (),
    "match": (),
    "fullmatch": (),
    "findall": (),
    "split": (),
    "sub": ("",),
    "subn": ("",),
}


@pytest.mark.parametrize(("method", "first"), ASKED.items())
def test_what_a_text_without_the_needed_has_is_what_the_pattern_says(method: str, first: tuple[str, ...]) -> None:
    text = "12个，7个"
    lazily = getattr(patterns.compile("([0-9]+)家", needs="家"), method)(*first, text)
    assert lazily == getattr(re.compile("([0-9]+)家"), method)(*first, text)


def test_iterating_finds_nothing_where_the_needed_is_not_and_all_where_it_is() -> None:
    pattern = patterns.compile("[0-9]+家", needs=("家",))
    assert [m[0] for text in ("12个", "12家，7家") for m in pattern.finditer(text)] == ["12家", "7家"]


def test_a_pattern_is_not_compiled_for_texts_without_the_needed() -> None:
    broken = patterns.compile("(家", needs="家")
    assert broken.search("12个") is None
    with pytest.raises(re.error):
        broken.search("12家")


def test_a_pattern_is_compiled_where_many_texts_are_without_the_needed() -> None:
    broken = patterns.compile("(家", needs="家")
    with pytest.raises(re.error):
        all(broken.search("12个") is None for _ in range(1000))


def test_a_method_that_was_taken_before_the_compiling_holds_after_it() -> None:
    pattern = patterns.compile("[0-9]+家", needs="家")
    search = pattern.search
    assert pattern.match("12家") is not None
    assert search("12个") is None
    assert search("共12家") is not None


@cache
def guarded() -> tuple[tuple[re.Pattern[str], Any], ...]:
    """All patterns of the package that say what they need, and what that is."""
    check([str(CORPUS)], load_rules(), Settings())
    told = [one for one in gc.get_objects() if isinstance(one, patterns._Kept)]
    found = {(*one._told, tuple(sorted(one._needs))) for one in told if one._needs}
    made = ((re.compile(text, flags), needs) for text, flags, needs in sorted(found, key=repr))
    return tuple((pattern, needs) for pattern, needs in made if needs != ("家",))


# All at once are more than one example has room for.
PARTS = 16


@pytest.mark.parametrize("part", range(PARTS))
@settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_matches_holds_what_it_needs(part: int, data: st.DataObject) -> None:
    for pattern, needs in guarded()[part::PARTS]:
        text = data.draw(st.from_regex(pattern))
        assert any(one in text for one in needs), (pattern, text)
