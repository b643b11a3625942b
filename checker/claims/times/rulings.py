"""What rules the next figure of a sentence, and how the words between a date and a figure turn it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.governed import Governed
from checker.claims.times.passing import spoken
from checker.frozen import dataclass, replace
from checker.lexicon import words
from checker.model import Period

if TYPE_CHECKING:
    from datetime import date

    from checker.model import Figure


@dataclass(frozen=True)
class Ruling:
    """What rules the next figure: the date told last, one for that figure alone, what the paragraph hands on.

    ``began``/``ended``: the times of the two ends of the change told last (由*2020年*的8万增加到*2023年*的9万).
    ``whole``: what ruled before a time that parts are told of (增加3692亿元，其中*上半年*2186亿元；贷款36018亿元).
    """

    current: Governed | None = None
    own: Governed | None = None
    handed: Period | None = None
    began: Governed | None = None
    ended: Governed | None = None
    whole: Governed | None = None

    @property
    def period(self) -> Period | None:
        """The period of the date told last."""
        return self.current.period if self.current is not None else None


_OPENING, _REACHING = ("由", "从"), ("到", "至", "为")
# What there is beside what is to come: 计划明年6月完工，*已有*22家企业预订.
_HAS = re.compile("[，；。][^，。；：0-9]{0,8}(?:目前(?!的)|现[有已]|已[有经建完入])", needs="目现已")
# What a year is told to be for by the way: 现有企业9家，*今年力争*新增2家；学校327所.
_AIMS = re.compile("(?:我们|还|也|又|再|全[省市县区州])?(?:力争|争取|确保|计划|打算|拟|将|要|预计|有望|目标)")
_COUNTED = re.compile("[0-9](?![0-9.]*[年月日号时点届至—-]|[0-9.])")
_AMONG = ("其中", "其中，", "其中仅")
_NOW = re.compile(r"[，；。][^，；。：0-9]{0,6}现(?:已)?(?:有|拥有|设有|设|辖|共有)", needs="现")
# 现有 stands so many characters before the first figure that it is told of at the most.
_REACH = 40


def of_parts(text: str, date_: Figure, before: Ruling, after: Ruling) -> Ruling:
    """What rules after a date, which frames nothing but the parts of a total where it stands behind 其中.

    A word for this day behind a stretch of time rules its own half of the sentence alone.
    """
    if after.current is before.current:
        return after
    if _AIMS.match(text, date_.end) and _COUNTED.search(text, text.rfind("；", 0, date_.start) + 1, date_.start):
        return replace(after, whole=before.current or Governed(before.handed))
    if before.current is not None and _by_now(date_, before):
        return replace(after, whole=replace(before.current, resumed=True))
    if not text.endswith(_AMONG, 1, date_.start):  # one that opens a sentence is of what was told before
        return replace(after, whole=None)
    return replace(after, handed=before.handed, whole=before.current or Governed(before.handed))


def _by_now(date_: Figure, before: Ruling) -> bool:
    """Whether a word for this day stands behind a stretch of time: *上半年*新增3家，*目前*共12家；新办企业86家."""
    stretch = before.period
    return date_.text in words("dates", "now") and stretch is not None and not stretch.as_of and stretch.explicit


def of_all(text: str, figure: Figure, ruling: Ruling) -> Ruling:
    """What rules a figure, that which ruled the total again where a semicolon ends what is told of its parts."""
    if ruling.whole is None or ruling.current is None or ruling.current.span is None:
        return ruling
    if text.find("；", ruling.current.span.end, figure.start) < 0:
        return ruling
    return replace(ruling, current=ruling.whole, whole=None)


def ends(text: str, date_: Figure, ruling: Ruling) -> Ruling:
    """The ruling with what a date says of an end of a change, by the words before it."""
    told = ruling.own or ruling.current
    if told is None or told.span != date_.span or told.period is None:
        return ruling
    told = told if told.own else replace(told, own=True)
    if text.endswith(_OPENING, 0, date_.start):
        return replace(ruling, began=told, ended=None, own=told if ruling.own is not None else None)
    if ruling.began is not None and ruling.ended is None and text.endswith(_REACHING, 0, date_.start):
        return replace(ruling, ended=told)
    return ruling


def likewise(text: str, figure: Figure, ruling: Ruling) -> Ruling:
    """What rules where a change is told without times after one that had them (…，*户厕由8600座增加到2.1万座*)."""
    told = ruling.own is None and ruling.began is not None and ruling.ended is not None
    return replace(ruling, own=ruling.began) if told and text.endswith(_OPENING, 0, figure.start) else ruling


def now(text: str, figure: Figure, ruling: Ruling, published: date | None) -> Ruling:
    """What rules after 现有, where a stretch of time was told before it: the day of publication.

    A time to come rules what there is beside it no more, nor what stands behind the quotation that it stands in.
    """
    current = ruling.current
    if published is None or current is None or current.span is None or ruling.period is None:
        return ruling
    ahead = ruling.period.start is not None and ruling.period.start > published
    if ahead and text.find("”", current.span.end, figure.start) >= 0 and spoken(text, current.span):
        return replace(ruling, current=Governed(ruling.handed))  # “*明年*还要扩建。”馆长说，全馆藏书6万册
    if ahead and _HAS.search(text, current.span.end, figure.start):
        return replace(ruling, current=Governed(ruling.handed))
    if ruling.period.as_of or not _NOW.search(text, max(current.span.end, figure.start - _REACH), figure.start):
        return ruling
    return replace(ruling, current=Governed(Period(published, published, explicit=False, as_of=True)))
