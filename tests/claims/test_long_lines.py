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
    "首个",
    "唯一",
    "3月",
    "3-",
    "3年来",
    "3家",
    "去年",
    "上百",
    "前三季度",
    "高3米",
    "3：",
    "五年来",
    "市、县、区、",
    "“十四五”期间",
    "截至3月底，",
]


@pytest.mark.parametrize("fragment", [*FRAGMENTS, "全市3家，", "面积3亩、"])
def test_long_lines_take_linear_time(fragment):
    text = fragment * (SIZE // len(fragment))
    cost(text[:100])
    assert cost(text * 4) < 8 * cost(text) + 0.5


PROSE = (
    "全市规上工业总产值达到958亿元，同比增长18.3%，其中高新技术企业贡献了三成。市经信局局长林舟介绍，园区新增企业36家。"
)


@pytest.mark.parametrize(
    "fragment", ["首个", "唯一", "3月", "3-", "3年来", "3家", "去年", "上百", "高3米", "该线3公里，"]
)
def test_lines_packed_with_figures_cost_little_more_than_prose(fragment):
    size = 4 * SIZE
    prose = PROSE * (size // len(PROSE))
    cost(prose[:200])
    assert cost(fragment * (size // len(fragment))) < 6 * cost(prose) + 0.2


def test_figures_packed_without_words_are_claims_without_metrics():
    def read(text: str) -> list[tuple[str, str]]:
        region = Region(RegionKind.BODY, (Span(0, len(text)),))
        told = extract(Article("a.md", text, (region,), published=date(2025, 3, 1)), Settings()).claims
        return [(c.figure.text, c.metric.text) for c in told]

    assert read("桥长3米、" * 100)[-1] == ("3米", "桥长")
    assert read("桥长3米、" * 201) == [("3米", "")] * 201
    assert read("桥上的护栏全长为3米、" * 201)[-1] == ("3米", "护栏全长")
