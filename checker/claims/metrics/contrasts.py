"""Figures whose subject stands against another's, which alone has the measure: 试验组达标率76%，*对照组*为51%."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import ASPECTS, MEASURED, Reading, dimension_of, metric
from checker.claims.words.segments import classes, is_verb
from checker.lexicon import words
from checker.model import Kind

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context

# What says by itself only that a figure is the most or the least of several.
EXTREMES = frozenset((a + b,) for a in "最" for b in "高低大小多少长短远近快慢")
# How the names of measures end, told of many things.
_ENDS = frozenset("率额量度值价费数")
_PER = re.compile(r"[人户亩日月年]均|平均", needs="均")
# Amounts in these are of things that are counted, each with a name of its own.
_COUNTED = frozenset({"个体", "人", "户", "人次", "台次", "场次", "批次", "种类", "床位", "学位", "机位"})
# The most words that name whom the other figure is of.
_SHORT = 3


def contrasted(c: Context) -> tuple[str, ...]:
    """Whom a figure is of with the measure that the figure before it has; () where it needs none."""
    r = next((r for r in reversed(c.sofar) if r.slot.figure.kind in MEASURED), None)
    if r is None or not 0 < len(c.left.words) <= _SHORT or len(r.metric.words) < 2 or not _alike(c, r):
        return ()
    known = classes()
    if any(v not in known.light and v not in ASPECTS for v in c.left.verbs) or c.left.opens or c.left.share_of:
        return ()
    if not _measures(r.metric.head) or _measures(c.left.words[-1]) or any(is_verb(w) for w in c.left.words):
        return ()
    tail = _behind(r.metric.words, c.left.words[-1])
    if not tail and c.figure.kind is Kind.QUANTITY:
        return ()
    tail = tail or r.metric.words[-1:]
    span = r.metric_span
    per = _PER.search(c.masked, span.start, span.end) if span else None
    return (*c.left.words, *([per[0]] if per and per[0] not in tail else ()), *tail)


def _alike(c: Context, r: Reading) -> bool:
    """Whether two figures can be of one measure: percentages of which the first is a rate, or amounts of one unit."""
    f, g = c.figure, r.slot.figure
    if f.value is None or g.value is None or c.slot.clause - r.slot.clause > 1 or f.value.unit != g.value.unit:
        return False
    if f.kind in (Kind.SHARE, Kind.RATE):
        copula = c.masked[c.left.span.end : f.start].strip()
        return g.kind is Kind.RATE and bool(copula) and "占" not in copula
    return f.kind is g.kind is Kind.QUANTITY and dimension_of(f) not in _COUNTED and r.role == "value"


def _behind(named: tuple[str, ...], subject: str) -> tuple[str, ...]:
    """The words of a name behind the one that is of the sort of a subject: 试验*组*, 对照*组*; () where none is."""
    at = next((i for i, w in enumerate(named[:-1]) if w != subject and w[-1] == subject[-1]), None)
    return named[at + 1 :] if at is not None else ()


@cache
def _nouns() -> frozenset[str]:
    return words("terms", "flow") | words("terms", "stock") | words("terms", "attributes") | words("terms", "generic")


def _measures(word: str) -> bool:
    """Whether a word is the name of a measure, and not of whom it is told."""
    return word in _nouns() or word[-1] in _ENDS or word.endswith(("收入", "支出", "水平", "指数", "寿命", "时间"))


def extreme(c: Context) -> Reading | None:
    """The most or the least of what the figure before it was told of: 平均单机效率38箱，*最高*49箱."""
    earlier = next((r for r in reversed(c.sofar) if r.slot.figure.kind in MEASURED), None)
    if earlier is None or not earlier.metric.words or earlier.slot.figure.kind is not c.figure.kind:
        return None
    if dimension_of(earlier.slot.figure) != dimension_of(c.figure) or c.slot.clause - earlier.slot.clause > 1:
        return None
    words_ = tuple(w for w in earlier.metric.words if (w,) not in EXTREMES)
    return Reading(c.slot, metric((*words_, *c.left.words), (), c.verb, level=c.level), metric_span=c.left.span)
