"""A line of one fragment told again and again is read in time that grows with it, and not with its square."""

from __future__ import annotations

import time
from datetime import date

import pytest

from checker.model import Article, Region, RegionKind, Span
from checker.pipeline import extract
from checker.settings import Settings

SIZE = 3_000


def cost(text: str) -> float:
    """The processor time to read an article of one line."""
    region = Region(RegionKind.BODY, (Span(0, len(text)),))
    article = Article("a.md", text, (region,), title="甲", published=date(2025, 3, 1))
    begun = time.process_time()
    extract(article, Settings())
    return time.process_time() - begun


FRAGMENTS = [
    "四大”、",
    "第一，",
    "全国第一，",
    "百强",
    "该线3公里，",
    "目标3家，",
    "（含3家）",
    "其中0家，",
    "现有3家，",
    "分别增长3%、5%、",
]


@pytest.mark.parametrize("fragment", [*FRAGMENTS, "全市3家，", "面积3亩、"])
def test_long_lines_take_linear_time(fragment):
    text = fragment * (SIZE // len(fragment))
    cost(text[:100])
    assert cost(text * 4) < 8 * cost(text) + 0.5
