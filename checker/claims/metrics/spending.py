"""Money by what it is paid for: 拿出18.4亿元*建新院区*, 安排800万元*用于助学*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.phrases import tokens_of
from checker.claims.metrics.readings import Reading, dimension_of, metric
from checker.claims.words.segments import classes, has_letters
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context

_END = re.compile(r"[，。；：！？、（(]|以及")
_REACH = 24
# The most words that a purpose is known by.
_MOST = 6
_INVESTED, _GIVEN = "投资", "资金"


def spent(c: Context, role: str) -> Reading | None:
    """A sum that someone pays for what is told right behind it; None for any other figure."""
    if dimension_of(c.figure) != "人民币":
        return None
    paid = words("verbs", "paying")
    payer = tuple(w for w in c.left.words if w not in paid)
    if len(payer) == len(c.left.words) and not any(v in paid for v in c.left.verbs):
        return None
    start = c.figure.end
    stop = _END.search(c.masked, start, start + _REACH)
    end = min(stop.start() if stop else start + _REACH, c.slot.right.end)
    named = purpose([w for w, _ in tokens_of(c.masked, Span(start, max(start, end)))])
    if not named:
        return None
    return Reading(c.slot, metric(named, (), c.verb, event=True, subject=payer), role)


def purpose(told: list[str]) -> tuple[str, ...]:
    """What words right behind a sum say that it is for; () where they say nothing of that.

    >>> purpose(["建", "新院区"]), purpose(["用于", "困难", "群众", "救助"]), purpose(["左右"])
    (('新院区', '投资'), ('困难', '群众', '救助', '资金'), ())
    """
    for_ = words("verbs", "purposes")
    builds = bool(told) and (told[0] in words("verbs", "building") or told[0] == "建新")
    if not builds and (not told or told[0] not in for_):
        return ()
    kept = tuple(w for w in told if has_letters(w) and w not in _skipped() and not w[0].isdigit())
    return (*kept[:_MOST], _INVESTED if builds else _GIVEN) if kept else ()


@cache
def _skipped() -> frozenset[str]:
    """Words behind a sum that name nothing it is for."""
    known = classes()
    said = known.empty | known.stop | known.light | words("verbs", "purposes", "building")
    return said | {"项目", "工程", "建新"}
