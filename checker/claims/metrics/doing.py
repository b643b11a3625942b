"""Amounts that a verb alone names: 全年*接待*12万人次, *执行到位*2180万元."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.metrics.predicating import agent
from checker.claims.metrics.readings import ASPECTS, MEASURED, Context, Reading, dimension_of
from checker.claims.words.segments import classes, is_verb
from checker.frozen import replace
from checker.lexicon import load, words
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

# What only says which way something went: 合*起来*47亿元.
_WAYS = frozenset({"起来", "下来", "出来", "过来", "上来", "回来", "下去", "出去", "上去", "过去"})
# Counted by these, things are known by the verb: 开行1200*列*.
_COUNTED = frozenset("列艘架辆头只株棵例篇册尾羽眼孔吨件起宗股") | frozenset({"口井"})
_CLAUSES = 2


@cache
def _mere() -> frozenset[str]:
    """Verbs that say how an amount stands or moves, and not what was done."""
    known = classes()
    sorts = ("mere", "changes", "lessening", "passed", "having", "grows", "level")
    return known.light | known.stock | known.cumulative | known.reach | known.base | words("verbs", *sorts) | ASPECTS


def deed(c: Context) -> tuple[str, ...]:
    """The verbs at a figure that say what it is an amount of; () where they do not."""
    f = c.figure
    if f.kind is not Kind.QUANTITY or f.value is None or c.right.words or c.left.opens:
        return ()
    spoken = load("verbs")["spoken"] if not ASPECTS.isdisjoint(c.left.verbs) else {}
    if c.left.words and (c.left.listed or not _acts(c.left.words[-1], spoken=bool(spoken))):
        return ()
    played = dimension_of(f) == "场次" and c.verb != "举办"
    if not played and dimension_of(f) not in words("units", "known") and f.value.unit not in _COUNTED:
        return ()
    # 惠及*企业*1268户: what a verb before it is done to does nothing itself.
    behind = c.masked[c.left.span.end : f.start]
    if c.left.words and not any(v in behind for v in c.left.verbs if v not in _mere()):
        return ()
    verbs = (
        spoken.get(v, v.removeprefix("累计").removeprefix("共")) for v in reversed(c.left.verbs) if v not in _mere()
    )
    told = tuple(v for v in verbs if len(v) > 1 and v not in _WAYS and _does(v))
    return told[-_CLAUSES:] if told and not any(v.startswith(("新", "净")) for v in told) else ()


def _acts(noun: str, *, spoken: bool) -> bool:
    """Whether a noun before a verb is of who does it; with a verb as speech has it, any of people: 队员*唱了*241场."""
    return noun in words("terms", "doers") or (spoken and (agent(noun) or noun.endswith(("里", "上"))))


def _does(verb: str) -> bool:
    return verb in classes().flow or is_verb(verb)


def by_deed(told: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, those that nothing else names by the verbs at them.

    What was then done to them is told of the same: 受理*举报*746件，办结*740件*; and what they are held against too.
    """
    out: list[Reading] = []
    last: int | None = None
    for r in told:
        f = r.slot.figure
        named = r if r.metric.text or not r.deed or f.kind not in MEASURED else _named(r)
        if named is r and not r.metric.text and _anew(out, r):
            named = replace(r, metric=out[-1].metric, inherited=True)
        elif last is not None and not r.metric.text and f.kind in MEASURED:
            named = _told_on(named, out, last)
        elif named is not r and r.deed[-1] not in classes().flow:
            last = len(out)
        out.append(named)
    return out


def _anew(out: Sequence[Reading], r: Reading) -> bool:
    """Whether a figure measures anew what a verb alone named right before it: 累计投放46.8亿元、*1268笔*."""
    beside = (
        bool(out) and r.slot.after == len(out) - 1 and len(r.slot.left) and r.slot.left.end - r.slot.left.start == 1
    )
    f = r.slot.figure
    return bool(beside) and f.kind is Kind.QUANTITY and bool(out[-1].deed) and out[-1].metric.event


def _told_on(r: Reading, out: Sequence[Reading], last: int) -> Reading:
    """A reading as one more of what the figure at ``last`` was told of, where it is of the same unit or its growth."""
    owner, f = out[last], r.slot.figure
    if f.kind is Kind.GROWTH:
        return replace(r, metric=owner.metric, lead=last, inherited=True)
    unit = owner.slot.figure.value.unit if owner.slot.figure.value else ""
    if f.value is None or f.value.unit != unit or (r.deed and r.deed[-1] not in classes().flow):
        return r
    own = replace(owner.metric, verb=r.metric.verb or owner.metric.verb)
    return replace(r, metric=own, inherited=True, role="subset" if r.deed and r.role == "value" else r.role)


def _named(r: Reading) -> Reading:
    own = replace(r.metric, text="".join(r.deed), words=r.deed, head=r.deed[-1], event=True)
    return replace(r, metric=own)
