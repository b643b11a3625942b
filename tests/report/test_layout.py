from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.report.layout import CLOSING, OPENING, cells, elided, printable, wrapped

CHINESE = st.text(alphabet="数字甲乙，。“”（）5700P%… ", max_size=200)


@given(CHINESE, st.integers(4, 100))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    lines = [text[s:e] for s, e in wrapped(text, width)]
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("width", range(12, 40))
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(width):
    text = "全区（含新区）高新技术企业，5700家；其中“专精特新”企业达到1.2亿元（同比增长18.3%）。" * 3
    for start, end in wrapped(text, width)[1:]:
        assert text[start] not in CLOSING
        assert text[start - 1] not in OPENING, text[start:end]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 10), st.integers(20, 200))
def test_eliding_keeps_the_figure(text, start, length, limit):
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    short, mark = elided(text, span, limit)
    assert short[mark.start : mark.end] == text[span.start : span.end]
    assert cells(short) <= max(limit, cells(text[span.start : span.end]) + 8)


@given(st.text())
def test_printable_keeps_every_place_and_no_control_character(text):
    assert len(printable(text)) == len(text)
    assert printable(text).isprintable()


@pytest.mark.parametrize("char", ["9", "亿", "（", "，", "a", " ", "（，"])
def test_an_endless_line_is_wrapped_quickly(char):
    began = time.process_time()
    wrapped((char * 200_000)[:200_000], 76)
    assert time.process_time() - began < 5
