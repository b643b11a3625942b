"""Lists told with 分别: to each figure its own item."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.phrases import before
from checker.claims.readings import DEPENDENT, MEASURED, clause_start, metric
from checker.claims.segments import classes, has_letters, segment
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.readings import Reading

_RESPECTIVELY = re.compile(r"分别|依次|各为")
_SPLIT = re.compile(r"[、，]|和|及|与")
_BETWEEN = re.compile(r"\s*[、和及与，]?\s*")
# The first figure stands so many characters after 分别 at the most.
_NEAR = 16


def respective(masked: str, found: Sequence[Reading]) -> list[Reading]:
    """Gives each figure after 分别 its own item of the list before it; unequal lists get no metric."""
    out = list(found)
    for m in _RESPECTIVELY.finditer(masked):
        group = _group(masked, m.end(), out)
        if len(group) < 2:
            continue
        head = out[group[0]].slot.figure
        items = _items(masked, m.start())
        earlier = _amounts(out, group[0])[-len(group) :]
        if len(items) == len(group):
            tail = before(masked, Span(m.end(), head.start)).words
            for i, item in zip(group, items, strict=True):
                own = metric((*item, *tail), (), out[i].metric.verb)
                role = out[group[0]].role if out[group[0]].role == "delta" else out[i].role
                out[i] = replace(out[i], metric=own, role=role, lead=None, inherited=False)
        elif len(earlier) == len(group) and not items and head.kind in DEPENDENT:
            for i, j in zip(group, earlier, strict=True):
                out[i] = replace(out[i], metric=out[j].metric, lead=j, inherited=True, metric_span=out[j].metric_span)
        else:
            for i in group:
                out[i] = replace(out[i], metric=Metric(""), role="respective", lead=None)
    return out


def _amounts(found: Sequence[Reading], end: int) -> list[int]:
    """The amounts among the first ``end`` readings that a list of growths can be told of."""
    return [i for i in range(end) if found[i].slot.figure.kind == Kind.QUANTITY and found[i].role == "value"]


def _group(masked: str, start: int, found: Sequence[Reading]) -> list[int]:
    """The run of figures after ``start`` that only list marks part."""
    group: list[int] = []
    for i, r in enumerate(found):
        f = r.slot.figure
        if f.end <= start or f.kind not in MEASURED | {Kind.RANK}:
            continue
        if group and not _BETWEEN.fullmatch(masked[found[group[-1]].slot.figure.end : f.start]):
            break
        if not group and f.start - start > _NEAR:
            break
        group.append(i)
    return group


def _items(masked: str, end: int) -> list[tuple[str, ...]]:
    """The parts of the list that ends just before 分别, its common head given to each (铁矿石、原油、粮食吞吐量)."""
    parts = [p for p in _SPLIT.split(masked[clause_start(masked, end) : end]) if has_letters(p)]
    if len(parts) < 2:
        return []
    named = [tuple(w for w in segment(p.strip()) if has_letters(w) and w not in classes().stop) for p in parts]
    last = named[-1]
    common = last[-1:] if len(last) > 1 else ()
    return [*((*w, *common) for w in named[:-1]), last]
