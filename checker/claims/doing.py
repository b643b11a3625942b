"""Amounts that a verb alone names: 全年*接待*12万人次, *执行到位*2180万元."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.readings import ASPECTS, MEASURED, Context, Reading, dimension_of
from checker.claims.segments import classes, is_verb
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

# What is told in these is known by the verb: people, money, mass; not so what is counted by 个 or 家.
_KNOWN = frozenset(
    {
        "人",
        "人次",
        "户",
        "人民币",
        "美元",
        "欧元",
        "港元",
        "质量",
        "能量",
        "体积",
        "面积",
        "长度",
        "台次",
        "标箱",
        "时间",
        "剂次",
    }
)
_COUNTED = frozenset("列艘架辆头只株棵例篇册尾羽眼孔吨") | frozenset({"口井"})
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
    if f.kind is not Kind.QUANTITY or f.value is None or c.left.words or c.right.words or c.left.opens:
        return ()
    if dimension_of(f) not in _KNOWN and f.value.unit not in _COUNTED:
        return ()
    told = tuple(v for v in reversed(c.left.verbs) if v not in _mere() and len(v) > 1 and _does(v))
    return told[-_CLAUSES:] if told and not any(v.startswith(("新", "净")) for v in told) else ()


def _does(verb: str) -> bool:
    return verb in classes().flow or is_verb(verb)


def by_deed(told: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, those that nothing else names by the verbs at them."""
    return [_named(r) if r.deed and not r.metric.text and r.slot.figure.kind in MEASURED else r for r in told]


def _named(r: Reading) -> Reading:
    own = replace(r.metric, text="".join(r.deed), words=r.deed, head=r.deed[-1], event=True)
    return replace(r, metric=own)
