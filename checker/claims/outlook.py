"""The part of a report that a sentence stands in: a review of what was done, or the work that lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.behaviour import lasting
from checker.claims.cues import cues
from checker.claims.status import looks_ahead, looks_back
from checker.figures.dates import dates
from checker.frozen import dataclass, replace
from checker.model import Period, Status

if TYPE_CHECKING:
    from datetime import date

_NUMBERED = (
    re.compile(r"第?[一二三四五六七八九十]{1,3}(?:[、．.]|部分)"),  # 一、
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]"),  # （一）
    re.compile(r"\d{1,2}[、．.](?!\d)"),  # 1.
    re.compile(r"[（(]\d{1,2}[)）]"),  # （1）
)
_BACK = re.compile(r"(?:回顾)?(?:过去(?:的)?一年|一年来|过去(?:的)?[三五]年|[三五]年来|去年)")
_ON = re.compile(r"今年|新的一年|今后|未来|下一步|接下来|我们要|必须|要(?!素|求|点)")
_AND = re.compile(r"[和与及、，；]")
_WORK = re.compile(r"工作|任务")
# A sentence that opens what lies ahead in a part that looks back and ahead.
_TURN = re.compile(r"今后|未来|主要目标|总体要求|目标任务")


@dataclass(frozen=True)
class Part:
    """What a heading and the sentences under it say of the time they are told of.

    ``rank``: 1 for 一、, 2 for （一） …, 0 for an unnumbered heading. ``back``/``ahead``: told as done, as to be done;
    both where the heading names both and the turn has not come. ``reviewed``: a part before looked back at the same
    rank. ``aside``: a sentence of a part that looks ahead looked back, and none has looked ahead since.
    """

    rank: int = 0
    back: bool = False
    ahead: bool = False
    period: Period | None = None
    reviewed: bool = False
    aside: Period | None = None
    seen: bool = False

    @property
    def plans(self) -> bool:
        """Whether what is told without a word of time is yet to be done."""
        return self.ahead and not self.back and not self.seen

    @property
    def reports(self) -> bool:
        """Whether what is told without a word of time has been done."""
        return self.back or (self.ahead and self.seen)

    @property
    def frame(self) -> Period | None:
        """The stretch of time that frames its sentences."""
        return self.aside if self.seen else self.period


def part_of(heading: str, published: date | None, before: Part) -> Part:
    """The part that begins with a heading, after ``before``: the same one under a heading of a lower rank.

    >>> part_of("二、主要任务", None, Part()).plans
    True
    >>> part_of("（一）办好教育", None, part_of("二、主要任务", None, Part())).plans
    True
    >>> part_of("生活服务", None, part_of("下一步打算", None, Part())).plans
    False
    """
    rank = next((n for n, p in enumerate(_NUMBERED, 1) if p.match(heading)), 0)
    back, ahead = _sides(heading)
    if rank == before.rank == 1 and (before.back or before.ahead) and not (back or ahead):
        ahead = bool(_WORK.search(heading))
    if not (back or ahead):
        return _inherited(rank, before) or Part(rank, period=_period(heading, published))
    reviewed = before.rank == rank > 0 and (before.back or before.reviewed)
    return Part(rank, back, ahead, _period(heading, published), reviewed)


def _sides(heading: str) -> tuple[bool, bool]:
    """Whether a heading looks back, and whether it looks ahead; tasks that were done (重点任务完成情况) are done."""
    parts = _AND.split(heading)
    back = any(looks_back(p) for p in parts)
    return back, any(looks_ahead(p) and not looks_back(p) for p in parts)


def _inherited(rank: int, before: Part) -> Part | None:
    """The part before, where a heading that says nothing of time does not end it."""
    if not (before.back or before.ahead):
        return None
    lower = rank > before.rank or (rank == 0 and before.rank > 0)
    on = rank == before.rank == 1 and before.ahead and before.reviewed
    return replace(before, seen=False, aside=None) if lower or on else None


def _period(heading: str, published: date | None) -> Period | None:
    """The stretch of time that a heading names (过去五年工作回顾)."""
    if not heading:
        return None
    found = [f.period for f in dates(heading, published) if f.period is not None]
    long = [p for p in found if not p.as_of and lasting(p)]
    return replace(long[0], explicit=False) if long else None


def turned(part: Part, sentence: str, published: date | None) -> Part:
    """The part as a sentence leaves it: 过去一年 looks back in a part that looks ahead, 今年 ahead again.

    >>> plans = part_of("二、主要任务", None, Part())
    >>> turned(plans, "过去一年，改革取得进展。", None).reports, turned(plans, "加快改革。", None).reports
    (True, False)
    """
    if part.back and part.ahead:
        return replace(part, back=False) if _TURN.search(sentence) else part
    if not part.ahead:
        return part
    if _BACK.match(sentence):
        return replace(part, seen=True, aside=_period(sentence[:10], published))
    if not part.seen:
        return part
    goes_on = _ON.match(sentence) or any(s in (Status.TARGET, Status.PLAN) for _, _, s in cues(sentence))
    return replace(part, seen=False, aside=None) if goes_on else part
