"""What stands behind a number leaves out the dates that it cannot begin, and no other."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.figures.dates_atoms import NUMERALS, NUMERIC, numeric

WHOLE = re.compile("|".join(f"(?P<n{n}>{pattern})" for n, (_, _, pattern) in enumerate(NUMERIC)))
NUMBER = re.compile(f"[0-9]+|[{NUMERALS}○廿]+")
PIECES = [
    *"0123456789一二三十廿〇年月日号时点·./-—–~至到、和及 　:：第Qq上下半季多个份",
    "2025",
    "2016年",
    "年代",
    "世纪",
    "季度",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
def test_the_character_behind_a_number_changes_no_reading(text):
    for hit in NUMBER.finditer(text):
        told, chosen = WHOLE.match(text, hit.start()), numeric(text[hit.end() : hit.end() + 1])
        found = chosen.pattern.match(text, hit.start())
        assert (told and (told.lastgroup, told.span())) == (found and (found.lastgroup, found.span()))


def test_a_year_is_no_reading_before_a_month():
    assert numeric("月").pattern.match("2025年") is None
    assert numeric("年").pattern.match("2025年")["n10"] == "2025年"
