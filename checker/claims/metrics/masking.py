"""A sentence with what can name no figure blanked: dates, bases of rates, bracketed asides."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.bases import bases
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


_ASIDE = re.compile(r"（[^（）]{0,60}）|\([^()]{0,60}\)")


# A time that something is compared with and that is no date: 比*改革之初*增长.
_EARLIER = re.compile(
    r"(?:比|较)(?P<time>[㐀-鿿]{2,6}?(?:之初|初期|以前|之前|前))(?=增|提高|提升|下降|减|降|多|少|高|低|翻|扩大|上升|缩)",
    needs=("之初", "初期", "前"),
)


# What stands behind a year or two and says which time of them is meant: *2020—2021雪季*.
_SEASON = re.compile(
    r"(?:雪季|冰雪季|赛季|榨季|采暖季|供暖季|产季|渔季|茶季|汛季|采摘季|销售季|演出季|旺季|淡季|年度)(?=[^㐀-鿿]|[翻增下减共累全总收，比较])"
)
# What a growth starts from, told before it: *在去年的基础上*翻一番.
_UPON = re.compile(r"在[^，。；：！？、0-9]{0,16}基础上")
# … and what says so behind the amount that it starts from: 在上年1200家*的基础上*增加到1350家.
UPON = ("的基础上", "基础上")


# The article's own place, told by what it is: *这座城市*的进出口总额.
_HERE = re.compile(
    r"这[座个片](?:城市|小城|古城|县城|山城|水城|海岛|小岛|小镇|古镇|村庄|山村|小村|渔村|大县|小县|强县|地区|区域)的?"
)
# A mean's time, which says of no thing what it is: 港区*每天*发车420车次.
_EACH_DAY = re.compile(r"每[天日月年周](?!均)")
# How a number was found, which is no part of its name: 品牌价值*经评估*为48.6亿元.
_FOUND = re.compile(
    r"经(?:专家|专业机构|第三方|初步|综合|最终|逐户|现场)?"
    r"(?:评估|评定|核定|认定|测算|统计|审计|核算|鉴定|勘测|测量|检测|核查|核实|普查|调查)(?=[为达有，共])",
    needs="经",
)
# One of whom many are like: *像她这样的*校医有近170名.
_LIKE = re.compile(r"[像跟和][^，。；：！？、0-9]{1,8}(?:这样|那样|一样)的")


_START, _END = attrgetter("start"), attrgetter("end")


def blank(text: str, spans: Sequence[Span]) -> str:
    """The text with some spans overwritten by spaces, offsets unchanged."""
    if not spans:
        return text
    kept, reached = [], 0
    for start, end in sorted(spans):
        if end > reached:
            start = max(start, reached)  # noqa: PLW2901 - where spans overlap
            kept += [text[reached:start], " " * (end - start)]
            reached = end
    return "".join(kept) + text[reached:]


def without_asides(text: str, figures: Sequence[Figure]) -> str:
    """The text with dates, durations, the bases of rates and bracketed asides that hold no figure blanked."""
    spans = bases(text, figures)
    spans += [f.span for f in figures if f.kind in (Kind.DATE, Kind.DURATION)]
    if "于" in text:  # 概算已*于*[7月]由4.1亿元调整
        dated = (f.span for f in figures if f.kind is Kind.DATE and text.startswith(("由", "从"), f.end))
        spans += [Span(start - 1, start) for start, _ in dated if text.startswith("于", start - 1)]
    grown = {f.start for f in figures if f.kind == Kind.GROWTH}
    if "季" in text or "年度" in text:
        after = [_SEASON.match(text, f.end) for f in figures if f.kind == Kind.DATE]
        spans += [Span(*m.span()) for m in after if m]
    if "前" in text or "初" in text:
        spans += [Span(*(m.span() if m.end() in grown else m.span("time"))) for m in _EARLIER.finditer(text)]
    if "这座" in text or "这个" in text or "这片" in text:
        spans += [Span(*m.span()) for m in _HERE.finditer(text)]
    if "每" in text:
        spans += [Span(*m.span()) for m in _EACH_DAY.finditer(text) if not meets(Span(*m.span()), figures)]
    if "经" in text:
        spans += [Span(*m.span()) for m in _FOUND.finditer(text)]
    if "样的" in text:
        spans += [Span(*m.span()) for m in _LIKE.finditer(text)]
    if "基础上" in text:
        spans += _upon(text, figures)
    if "（" in text or "(" in text:
        asides = (Span(*m.span()) for m in _ASIDE.finditer(text))
        spans += [aside for aside in asides if not _holds(aside, figures)]
    return blank(text, spans)


def _upon(text: str, figures: Sequence[Figure]) -> list[Span]:
    """The spans that say what a growth starts from, where they hold no amount; where they do, what stands behind it."""
    bare = blank(text, [f.span for f in figures if f.kind in (Kind.DATE, Kind.DURATION)])
    behind = [(f.end, word) for f in figures for word in UPON if text.startswith(word, f.end)]
    return [Span(*m.span()) for m in _UPON.finditer(bare)] + [Span(at, at + len(word)) for at, word in behind]


def _holds(span: Span, figures: Sequence[Figure]) -> bool:
    """Whether one of the figures, which are in order, begins inside a span."""
    n = bisect_right(figures, span.start, key=_START)
    return n < len(figures) and figures[n].start < span.end


def meets(span: Span, figures: Sequence[Figure]) -> bool:
    """Whether a span and one of the figures, which are in order, share characters."""
    n = bisect_right(figures, span.start, key=_END)
    return n < len(figures) and figures[n].start < span.end
