"""Lists told with 分别: to each figure its own item."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.phrases import before
from checker.claims.metrics.readings import DEPENDENT, MEASURED, clause_start, metric
from checker.claims.words.segments import classes, has_letters, is_verb, segment
from checker.frozen import replace
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Reading

_RESPECTIVELY = re.compile(r"分别|依次|各为")
_SPLIT = re.compile(r"[、，]|和|及|与")
# What sums up a list at its end: 甲、乙、丙*三个板块*.
_SUMMED = re.compile(
    r"(?:等|[及和]其[他它])?[两三四五六七八九十][个大类种项家座][㐀-鿿]{0,6}$", needs="两三四五六七八九十"
)
_DIGIT = re.compile(r"[0-9]")
_BETWEEN = re.compile(r"\s*[、和及与，]?\s*")
# What one of a list is told apart by where the others share the rest of the last one's name.
_PAIRED = frozenset({"城镇", "农村", "城市", "乡村", "男性", "女性", "国内", "国外", "境内", "境外", "线上", "线下"})
_TOLD = MEASURED | {Kind.RANK}
# The first figure stands so many characters after 分别 at the most.
_NEAR = 16
# More figures than one 分别 is told of.
_MOST = 64


def respective(masked: str, found: Sequence[Reading]) -> list[Reading]:
    """Gives each figure after 分别 its own item of the list before it; unequal lists get no metric."""
    out = list(found)
    if not ("分别" in masked or "依次" in masked or "各为" in masked):
        return out
    splits: list[tuple[int, int]] | None = None
    amounts: list[int] = []
    first = counted = 0
    for m in _RESPECTIVELY.finditer(masked):
        while first < len(out) and out[first].slot.figure.end <= m.end():
            first += 1
        group = _group(masked, m.end(), out, first)
        if len(group) < 2:
            continue
        head = out[group[0]].slot.figure
        splits = [s.span() for s in _SPLIT.finditer(masked)] if splits is None else splits
        items = _items_of(masked, m.start(), splits, len(group))
        amounts += [i for i in range(counted, group[0]) if _is_amount(out[i])]
        counted = group[0]
        earlier = amounts[-len(group) :]
        if len(items) == len(group):
            tail = before(masked, Span(m.end(), head.start)).words
            for i, item in zip(group, items, strict=True):
                own = metric((*item, *tail), (), out[i].metric.verb)
                role = out[group[0]].role if out[group[0]].role == "delta" else out[i].role
                out[i] = replace(out[i], metric=own, role=role, lead=None, inherited=False, metric_span=None)
            _grown(masked, out, group)
        elif len(earlier) == len(group) and not items and (head.kind in DEPENDENT or out[group[0]].role == "delta"):
            for i, j in zip(group, earlier, strict=True):
                out[i] = replace(
                    out[i],
                    metric=out[j].metric,
                    role=out[group[0]].role,
                    lead=j if head.kind in DEPENDENT else None,
                    inherited=True,
                    metric_span=out[j].metric_span,
                )
        else:
            for i in group:
                out[i] = replace(out[i], metric=Metric(""), role="respective", lead=None)
    return out


def _grown(masked: str, out: list[Reading], group: Sequence[int]) -> None:
    """Gives the growths right behind a list of amounts to these in turn: 分别为5.4万元和3.1万元，增长*6.8%和6.6%*."""
    after = [i for i in range(group[-1] + 1, len(out)) if out[i].slot.figure.kind in _TOLD][: len(group)]
    if len(after) < len(group) or any(out[i].slot.figure.kind != Kind.GROWTH for i in after):
        return
    between = masked[out[group[-1]].slot.figure.end : out[after[0]].slot.figure.start].strip()
    listed = all(
        _BETWEEN.fullmatch(masked, out[i].slot.figure.end, out[j].slot.figure.start) for i, j in pairwise(after)
    )
    if not listed or between not in ("，", "，分别", "，同比", "，同比分别"):
        return
    for i, j in zip(after, group, strict=True):
        out[i] = replace(out[i], metric=out[j].metric, role="value", lead=j, inherited=True, metric_span=None)


def _is_amount(r: Reading) -> bool:
    """Whether a reading is of an amount that one of a list of growths can be told of."""
    return r.slot.figure.kind == Kind.QUANTITY and r.role == "value"


def _group(masked: str, start: int, found: Sequence[Reading], first: int) -> list[int]:
    """The run of figures after ``start`` that only list marks part; ``first``: the first that ends behind it.

    A longer one than anybody would tell with 分别 is none.
    """
    group: list[int] = []
    for i in range(first, len(found)):
        f = found[i].slot.figure
        if not group and f.start - start > _NEAR:
            break
        if f.kind not in _TOLD:
            continue
        if group and not _BETWEEN.fullmatch(masked, found[group[-1]].slot.figure.end, f.start):
            break
        opens = found[group[0]].slot.figure if group else f
        unlike = (f.kind == Kind.GROWTH) != (opens.kind == Kind.GROWTH)
        if unlike and not (f.value and opens.value and f.value.unit == opens.value.unit == "倍"):
            break
        group.append(i)
        if len(group) > _MOST:
            return []
    return group


def _items_of(masked: str, end: int, splits: Sequence[tuple[int, int]], most: int) -> list[tuple[str, ...]]:
    """The list that so many figures are told of: parted by all list marks or by 、 alone, or told a clause before.

    A list that begins with 城乡 is of both: 城乡低保标准.
    """
    items = _items(masked, end, splits, most)
    if len(items) == most:
        return items
    if any(masked[a:b] == "、" for a, b in splits):
        marks = [(a, b) for a, b in splits if masked[a:b] in "、，"]
        strong = _items(masked, end, marks, most)
        if len(strong) == most:
            return strong
    begin = clause_start(masked, end)
    alone = [w for w in segment(masked[begin:end].strip()) if has_letters(w) and w not in classes().stop]
    if not items and most == 2 and alone[:1] == ["城乡"]:
        return [("城镇", *alone[1:]), ("农村", *alone[1:])]
    if (
        not items
        and begin > 0
        and masked[begin - 1] == "，"
        and not _DIGIT.search(masked, clause_start(masked, begin - 1), end)
    ):
        marks = [(a, b) for a, b in splits if masked[a:b] in "、，"]
        told = before(masked, Span(begin, end)).words
        for parted in (splits, marks):
            earlier = _items(masked, begin - 1, parted, most)
            if len(earlier) == most and not any(is_verb(w) for w in earlier[-1][1:]):
                return [(*item, *told) for item in earlier]
    return items


def _items(masked: str, end: int, splits: Sequence[tuple[int, int]], most: int) -> list[tuple[str, ...]]:
    """The parts of the list that ends just before 分别, its common head given to each (铁矿石、原油、粮食吞吐量).

    ``splits``: the spans of all list marks of the text. Of a list of more than ``most`` parts only the last are told,
    one more than ``most``.
    """
    parts: list[str] = []
    begin = clause_start(masked, end)
    n = bisect_left(splits, (end, end)) - 1
    while end > begin and len(parts) <= most:
        start, after = splits[n] if n >= 0 and splits[n][0] >= begin else (begin, begin)
        if has_letters(masked[after:end]):
            parts.append(masked[after:end])
        end, n = start, n - 1
    parts.reverse()
    if len(parts) < 2:
        return []
    summed = _SUMMED.search(parts[-1])
    if summed and summed.start():
        parts[-1] = parts[-1][: summed.start()]
    named = [tuple(w for w in segment(p.strip()) if has_letters(w) and w not in classes().stop) for p in parts]
    last = named[-1]
    alone = all(len(w) == 1 or (w and w[-1] in _PAIRED) for w in named[:-1])  # 某市*城镇*、农村居民可支配收入
    whole = all(w and w[-1][-1] == last[-1][-1] for w in named if last)  # 客车、商用车: each has its own head
    common = () if summed or len(last) < 2 or whole else last[1:] if alone else last[-1:]
    sort = last[0][2:] if last[0][:2] in _PAIRED else ""  # 城镇、农村*居民*可支配收入
    return [*((*_sorted(w, sort), *common) for w in named[:-1]), last]


def _sorted(item: tuple[str, ...], sort: str) -> tuple[str, ...]:
    """An item of a list with what its last word shares with that of the last one: *城镇*居民."""
    return (*item[:-1], item[-1] + sort) if sort and item and item[-1] in _PAIRED else item
