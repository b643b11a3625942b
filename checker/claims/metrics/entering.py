"""What is gone into part by part: by a clause that names it, by its number, by 其中 at the head of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.masking import blank
from checker.claims.metrics.phrases import before
from checker.claims.metrics.preceding import measured
from checker.claims.metrics.readings import Reading, clause_start, metric
from checker.claims.metrics.sufficing import countable
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Metric

# How a sentence begins that goes into what the one before told.
_AMONG = re.compile(r"(?:这?其中|当中|里面)")
# What goes into things by their number.
_GONE_INTO = re.compile(r"[当之其]?[中里](?:面|，|有)")
_TIMES = (Kind.DATE, Kind.DURATION)


def among(text: str) -> bool:
    """Whether a sentence goes into what the one before it told.

    >>> among("其中东片8万吨。"), among("东片8万吨。")
    (True, False)
    """
    return _AMONG.match(text) is not None


def entered(text: str, r: Reading) -> bool:
    """Whether what a figure counts is gone into right behind it: *220名职工*里，车间140名."""
    return _GONE_INTO.match(text, r.counted_span.end if r.counted_span else r.slot.figure.end) is not None


def heading(text: str, readings: Sequence[Reading], i: int, *, enough: bool) -> Metric | None:
    """What a clause right before a figure's own names without one: *亩均税收*，东片8.9万元; *受理申请*中，变更类120件.

    ``enough``: the figure has a name, so that it can only be gone into by 中 or 里.
    """
    f = readings[i].slot.figure
    end = clause_start(text, f.start) - 1
    if end < 1 or text[end] not in "，：":
        return None
    start, into = clause_start(text, end), text[end - 1] in "中里"
    if enough and not into:
        return None
    inside = [r.slot.figure for r in readings[:i] if r.slot.figure.end > start]
    start = max([start, *(x.end for x in inside if x.kind not in _TIMES)])  # *三个*港区货物吞吐量：
    end -= into
    if into and any(x.end > clause_start(text, end) and x.kind not in _TIMES for x in inside):
        return None  # *三个*港区里
    found = before(blank(text[:end], [x.span for x in inside]), Span(start, end))
    if not found.words or found.span.end != end or found.share_of:
        return None
    named = measured(found.words) or (into and countable(found.words[-1], f.value.unit if f.value else ""))
    return metric(found.words, level=True) if named else None


def within(text: str, readings: Sequence[Reading], i: int) -> int | None:
    """The figure in the same unit that was gone into before one, by its index: *220名*职工里，车间140名."""
    f = readings[i].slot.figure
    for j in range(i - 1, -1, -1):
        g = readings[j].slot.figure
        if g.value and f.value and g.value.unit == f.value.unit and entered(text, readings[j]):
            return j
    return None
