"""A number and what stands behind it leave out the dates that they cannot begin, and no other."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.figures.dates_atoms import NUMERALS, NUMERIC, numeric

WHOLE = re.compile("|".join(f"(?P<n{n}>{pattern})" for n, (_, _, pattern, _) in enumerate(NUMERIC)))
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
def test_the_length_of_a_number_and_the_character_behind_it_change_no_reading(text):
    for hit in NUMBER.finditer(text):
        behind, han = text[hit.end() : hit.end() + 1], not hit[0].isascii()
        told, chosen = WHOLE.match(text, hit.start()), numeric(min(len(hit[0]), 9), behind, han=han)
        found = chosen and chosen.pattern.match(text, hit.start())
        assert (told and (told.lastgroup, told.span())) == (found and (found.lastgroup, found.span()))


def test_a_year_is_no_reading_before_a_month():
    assert numeric(4, "月", han=False) is None
    assert numeric(4, "年", han=False).pattern.match("2025年")["n12"] == "2025年"
