"""Sums told of one occasion by its name, whenever each paper tells them: 省运会相关视频, 省运会期间的视频."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import load
from checker.model import Behaviour, Kind, Status

if TYPE_CHECKING:
    from datetime import date

    from checker.model import Claim

# Papers further apart may tell of two of a kind that is held every year.
_DAYS = 150
# Such stretches of time are told to say which of a kind it was; papers tell of it so long behind them.
_LONG, _AFTER = 27, timedelta(days=15)
_OTHER = re.compile("上届|上一届|往届|历届|去年|上年|首日|当天|当日|首周|今天|昨天|每[天日]|日均|目前|已")
# How many characters of a name stand before its sort at the least.
_TWO, _OWN = 2, {"运会": 1}


@cache
def _named() -> re.Pattern[str]:
    sorts = [w for w in str(load("names")["endings"]["event"]).split() if len(w) > 1]
    feasts = r"(?<![环细季调情关章脱礼枝骨])节(?![日气目约省能点假奏制庆])"
    ends = feasts + "|" + "|".join(sorted(map(re.escape, (*sorts, "运会")), key=lambda w: (-len(w), w)))
    return re.compile(rf"[㐀-鿿]{{1,8}}?(?P<sort>{ends})", needs=(*sorts, "运会", "节"))


def of_one_occasion(a: Claim, b: Claim) -> str:
    """How two sums of one occasion stand, of which one paper may tell before it was over; "" for all others.

    Neither says of what days it is.
    """
    days = a.article.published, b.article.published
    if None in days or a.article.id == b.article.id or not (_summed(a, days[1]) and _summed(b, days[0])):  # type: ignore[arg-type]
        return ""
    gap = (days[1] - days[0]).days  # type: ignore[operator]
    if abs(gap) > _DAYS:
        return ""
    known = _names(b)
    if not any(sort == other and _one_name(name, told, sort) for name, sort in _names(a) for told, other in known):
        return ""
    return "same" if not gap else "narrower" if gap > 0 else "wider"


def _summed(claim: Claim, told: date) -> bool:
    """Whether a claim is an amount of what happened, of no days that it states, or of long ones.

    Such hold the day on which the other paper ``told`` of it: *今年春天的*音乐节.
    """
    result = claim.kind is Kind.QUANTITY and claim.status is Status.ACTUAL and claim.behaviour is Behaviour.FLOW
    p = claim.period
    if not result or p is None or not p.explicit:
        return result
    if p.start is None or p.end is None or (p.end - p.start).days < _LONG:
        return False
    return p.start <= told <= p.end + _AFTER


def _names(claim: Claim) -> list[tuple[str, str]]:
    """The occasions that a claim's sentence names before it, each with its sort at the end.

    None where it tells of another of the kind, or of a part of one.
    """
    text = claim.sentence.text[: claim.figure.start]
    found = [(m.group(), m["sort"]) for m in _named().finditer(text)]
    return [] if found and _OTHER.search(text) else found


def _one_name(a: str, b: str, sort: str) -> bool:
    """Whether two names that end in one sort of occasion end alike before it: 第十六届*省*运会, *省*运会."""
    own = _OWN.get(sort, _TWO) + len(sort)
    return len(a) >= own <= len(b) and a[-own:] == b[-own:]
