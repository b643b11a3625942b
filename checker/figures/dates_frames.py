"""The words around a date that make it a point of time (截至, 到) or open one of its ends (以来, 起, 前)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures.dates_calendar import Days
from checker.figures.dates_nodes import Node
from checker.model import Span

if TYPE_CHECKING:
    from checker.figures.dates_context import Context

SINCE = re.compile(
    r"""
      以来                     # 2020年以来
    | 来(?=[，、])             # 2016年来，
    | 起(?![草飞来步诉源伏义码价到点降用居运征])(?:至今|到现在)?    # 2019年起
    | 开始(?!前)               # 3月开始
    | [以之]后                 # 2020年以后
    """,
    re.VERBOSE,
)
BEFORE = re.compile(
    r"""
      [以之]前                 # 6月之前
    | 前(?!
        [\d一二三四五六七八九十两几]{1,3}个?[季月年周天日名位强批]
      | [后列景往去期沿身夕任哨台夜来线段部天不所首门方面进者瞻卫提]
      )                        # 2025年前, but not 2025年前三季度, 10月1日前往
    """,
    re.VERBOSE,
)
WITHIN = re.compile(r"期间|时期")
AS_OF = re.compile(r"(?:截[至止](?:到|至)?|截到)\s?$")
BY = re.compile(r"(?:^|[，。；：、（(“\s为和与及并以若])(?:到|至)$")
# 自成立*到今年10月*: up to a day, from a beginning that is no date.
UP_TO = re.compile(r"(?:自从|自|从)[^，。；、：0-9一二三四五六七八九十年月日]{2,10}(?:到|至)$", needs="到至")
_FAR = 14
FROM = re.compile(r"(?:自从|自|从)$")
# What the words behind a date begin with, and those before it end with.
_BEHIND, _NEAR = frozenset("以之来起开前"), frozenset("至止到从自 \t\u3000\xa0")


def framed(text: str, span: Span, node: Node, ctx: Context, *, joined: bool) -> tuple[Span, Node]:
    """The date with the words around it that make it a point of time, or open one of its ends."""
    start, end = span
    ahead, after = text[max(0, start - 5) : start], text[end : end + 1]
    near = ahead[-1:] in _NEAR
    since = SINCE.match(text, end) if after in _BEHIND else None
    before = BEFORE.match(text, end) if after in _BEHIND else None
    source = FROM.search(ahead) if near else None
    if source and (since or joined or node.grain in {"years", "months", "days"}):
        start -= len(source.group())
    if since and node.grain not in {"time", "vague", "now"}:
        return Span(start, since.end()), _since(node, ctx)
    if after == "止" and node.grain in {"range", "days", "day"}:
        end += 1
    if before and node.grain not in {"time", "vague", "now"}:
        return Span(start, before.end()), _before(node, ctx)
    within = WITHIN.match(text, end) if node.grain in {"years", "range", "year"} else None
    end = within.end() if within else end
    as_of = AS_OF.search(ahead) if near else None
    if as_of:
        return Span(start - len(as_of.group()), end), _as_of(node, ctx)
    by = near and (BY.search(ahead) or UP_TO.search(text[max(0, start - _FAR) : start]))
    if by and node.grain not in {"time", "vague", "range", "days"}:
        return Span(start - 1, end), _as_of(node, ctx, clip=False)
    return Span(start, end), node


def _since(node: Node, ctx: Context) -> Node:
    if not node.days:
        return node
    end = ctx.published if ctx.published and ctx.published >= node.days.start else None
    return Node((node.days.start, end), "open", label=node.label)  # type: ignore[arg-type]


def _before(node: Node, ctx: Context) -> Node:
    if not node.days:
        return node
    if node.grain in {"range", "years"}:
        return node
    start = ctx.published if ctx.published and ctx.published <= node.days.end else None
    end = node.days.end
    return Node((start, end), "open", label=node.label)  # type: ignore[arg-type]


def _as_of(node: Node, ctx: Context, *, clip: bool = True) -> Node:
    if not node.days or node.as_of:
        return node
    end = node.days.end
    if clip and ctx.published and node.days.start <= ctx.published < end:
        end = ctx.published
    return Node(Days(end, end), "part", as_of=True, label=node.label)
