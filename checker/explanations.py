"""Why two figures are, or are not, held to speak of one thing: a pair in an editor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.linking.wording.profile import group
from checker.report.text import BEHAVIOURS, REASONS, STATUSES, days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.comparison import Pair

Sides = tuple[str, str]

SIDES: Sides = ("甲", "乙")
KINDS = {"quantity": "数量", "share": "比例", "growth": "增幅", "rank": "名次", "first": "“首个”一类", "number": "数"}
KINSHIP = ("看不出是同一主体", "只知道同在一省、一国或更大范围", "可以认作同一主体")
TIMES = {
    "same": "同一时期",
    "before": "甲在前，乙在后",
    "after": "乙在前，甲在后",
    "narrower": "甲的时期在乙之内",
    "wider": "乙的时期在甲之内",
}
ROLES = {"value": "本数", "gap": "差额", "respective": "分别的数", "delta": "增减", "subset": "其中一部分"}


def names(p: Pair, sides: Sides = SIDES) -> str:
    """Which words of two metrics meet, and which only one side has."""
    words = "名称相同" if p.words[0] == p.words[1] else f"对上的：{'、'.join(p.met)}" if p.met else "没有对上的词"
    only = [f"只有{side}有：{'、'.join(told)}" for side, told in zip(sides, p.only, strict=True) if told]
    return "；".join([words, *only, f"名称相似度 {p.score:.2f}"])


def refusal(p: Pair, reason: str = "", sides: Sides = SIDES) -> str:
    """Why two figures are not compared, with what each says."""
    reason = reason or p.refusal
    a, b = p.a, p.b
    told = {
        "kind": [KINDS.get(group(c), str(c.kind)) for c in (a, b)],
        "unit": [c.value.unit if c.value else "" for c in (a, b)],
        "baseline": [c.figure.basis or "上年同期" for c in (a, b)],
        "scope": ["".join(dict.fromkeys((c.scope.place, c.scope.org))) for c in (a, b)],
        "level": ["".join(c.scope.levels) for c in (a, b)],
        "status": [STATUSES[c.status] for c in (a, b)],
        "behaviour": [BEHAVIOURS.get(c.behaviour or "", "") for c in (a, b)],
        "period": [days(c.period) for c in (a, b)],
        "role": [ROLES.get(c.role, c.role) for c in (a, b)],
    }.get(reason)
    words = REASONS.get(reason, reason)
    return f"{words}（{each(told, sides)}）" if told else words


def time(p: Pair) -> str:
    """How the times of two figures stand to each other."""
    told, sure = (p.link.time, p.link.sure) if p.link is not None else (p.time, p.sure)
    if told not in TIMES:
        return "先后不明"
    return f"{TIMES[told]}（{'两处都写明' if sure else '有一处是推断'}）"


def each(told: Sequence[str], sides: Sides = SIDES) -> str:
    """What each side says.

    >>> each(["市级", ""])
    '甲：市级；乙：未写明'
    """
    return "；".join(f"{side}：{words or '未写明'}" for side, words in zip(sides, told, strict=True))


def apart(p: Pair, sides: Sides = SIDES) -> str:
    """The first reason that keeps two figures of like names from being compared."""
    reason = p.link.refusal if p.link is not None else p.refusal
    if reason:
        return refusal(p, reason, sides)
    if (p.link.time if p.link is not None else p.time) != "same":
        return f"时期不同（{each([days(p.a.period), days(p.b.period)], sides)}）"
    if p.link is None and not p.kin:
        return "看不出是同一主体"
    return f"指标名不够相近（{names(p, sides)}）"
