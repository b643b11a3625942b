"""Whether two claims of one metric may be compared, and how they stand in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from checker.claims.names import variant
from checker.claims.places import level, same_place
from checker.claims.scopes import stem_of
from checker.claims.skeletons import skeletons
from checker.model import Behaviour, Kind, Status

if TYPE_CHECKING:
    from checker.linking.profile import Profile
    from checker.model import Claim, Period, Scope

# Levels told without a day are held to be of the day of publication, give or take this many days.
NEAR = 45
_DAY, _SOON = timedelta(days=1), 60
_BRIEF = 120
_DATED = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})


@dataclass(frozen=True)
class Gate:
    """``refusal``: "" or why the two are not compared; ``time``: same, before, after, narrower, wider or unknown; ``sure``: both periods explicit."""

    refusal: str = ""
    time: str = "unknown"
    sure: bool = False


def gate(a: Claim, b: Claim, pa: Profile, pb: Profile) -> Gate:
    """Compares two claims by kind, unit, scope, status, behaviour and period, in that order."""
    if pa.group != pb.group:
        return Gate("kind")
    time, sure = when(a, b)
    if a.article.id == b.article.id and a.sentence.index == b.sentence.index:
        return Gate("sentence", time, sure)
    if not _same_unit(pa, pb, a, b):
        return Gate("unit", time, sure)
    if a.kind == Kind.GROWTH and (_basis(a) != _basis(b) or a.role != "value" or b.role != "value"):
        return Gate("baseline", time, sure)
    if a.role in ("gap", "respective", "delta", "subset") or b.role in ("gap", "respective", "delta", "subset"):
        return Gate("role", time)
    refusal = scope_refusal(a.scope, b.scope)
    if refusal:
        return Gate(refusal, time, sure)
    if a.scope.levels != b.scope.levels:
        return Gate("level", time, sure)
    if _told_as_result(a) != _told_as_result(b):
        return Gate("status", time, sure)
    if _moves_alike(a, b):
        return Gate("" if time != "unknown" else "period", time, sure)
    if a.behaviour == b.behaviour or _one_span(a, b):
        return Gate("" if time in ("same", "wider", "narrower") else "period", time, sure)
    return Gate("behaviour", time, sure)


_YEARLY = re.compile(r"^(?:同比|比上年|较上年|比去年|较去年|与上年|同上年|比上年同期|较上年同期)")


def _basis(claim: Claim) -> str:
    """What a growth is measured against; the year before where nothing is said."""
    text = claim.figure.basis
    return "" if not text or _YEARLY.match(text) else text


def _moves_alike(a: Claim, b: Claim) -> bool:
    """Whether both are levels, which may be compared at different times."""
    return a.behaviour in _DATED and b.behaviour in _DATED


def _one_span(a: Claim, b: Claim) -> bool:
    """Whether two claims are told of exactly the same stated days, so that it does not matter how each paper words it."""
    p, q = a.period, b.period
    if (
        p is None
        or q is None
        or None in (p.start, p.end)
        or (a.metric.verb.startswith("新") != b.metric.verb.startswith("新"))
    ):
        return False
    return (
        p.end == q.end
        and (p.start == q.start or p.as_of or q.as_of)
        and Behaviour.RATE not in (a.behaviour, b.behaviour)
    )


def _told_as_result(claim: Claim) -> bool:
    """Whether a claim is a result, or an estimate printed when its period was all but over (全年预计, on 30 December)."""
    if claim.status == Status.ACTUAL:
        return True
    p, day = claim.period, claim.article.published
    return claim.status == Status.FORECAST and p is not None and None not in (p.end, day) and (p.end - day).days <= NEAR  # type: ignore[operator]


def _same_unit(pa: Profile, pb: Profile, a: Claim, b: Claim) -> bool:
    ua, ub = (a.value.unit if a.value else ""), (b.value.unit if b.value else "")
    if pa.dimension != pb.dimension:
        return False
    return ua == ub if a.kind == Kind.GROWTH or not pa.dimension else True


def scope_refusal(a: Scope, b: Scope) -> str:
    """Why two scopes are of different subjects; "" if they may be one.

    An organisation that only one side names is no refusal unless the other side names a place by itself.
    """
    if a.org and b.org:
        return "" if same_org(a.org, b.org) else "scope"
    for one, other in ((a, b), (b, a)):
        if one.org and not one.main and other.explicit:
            return "scope"
    return "" if _may_be_one(a.place, b.place, guessed=not (a.explicit and b.explicit)) else "scope"


_ANY = {"全国": "国", "全省": "省", "全市": "市", "全区": "区县", "全县": "区县", "中国": "国", "我国": "国"}
_ENDS = (
    ("自治区", "省"),
    ("省", "省"),
    ("市", "市"),
    ("高新区", ""),
    ("经开区", ""),
    ("开发区", ""),
    ("新区", ""),
    ("区", "区县"),
    ("县", "区县"),
    ("旗", "区县"),
)


def _rung(place: str) -> str:
    """The level of a place by its ending; "" where it can be of several or is a zone, a port, a park."""
    return _ANY.get(place) or next((level for end, level in _ENDS if place.endswith(end)), "")


def _known(place: str) -> bool:
    """Whether a place without an ending is a name of the gazetteer, and no guess."""
    return bool(level(place)) or bool(_rung(place))


def _may_be_one(a: str, b: str, *, guessed: bool) -> bool:
    """Whether two places can be one: either unknown, equal, or of one level and one of them only relative (全区)."""
    if not a or not b or same_place(a, b):
        return True
    x, y = _rung(a), _rung(b)
    if stem_of(a) == stem_of(b) and (not x or not y):
        return True
    if stem_of(a) == a or stem_of(b) == b:
        return stem_of(a) in ("", stem_of(b)) or not (_known(a) and _known(b))
    if a in _ANY or b in _ANY:
        return not x or not y or x == y
    return guessed and x != y and "省" in (x, y)


def same_org(a: str, b: str) -> bool:
    """Whether two names can be of one organisation: equal, one a short form or slip of the other."""
    if a == b or a in b or b in a:
        return True
    return bool(set(skeletons(a)) & set(skeletons(b))) and variant(a, b) is not None


def when(a: Claim, b: Claim) -> tuple[str, bool]:
    """How the periods of two claims stand to each other, and whether both are stated."""
    pa, pb = a.period, b.period
    if pa is None or pb is None:
        return _undated(a, b), False
    sure = pa.explicit and pb.explicit
    if pa.label and pa.label == pb.label and (pa.start, pa.end) == (pb.start, pb.end):
        return "same", sure
    if a.behaviour in _DATED and b.behaviour in _DATED:
        return _levels(a, b, pa, pb), sure
    if None in (pa.start, pa.end, pb.start, pb.end):
        return "unknown", sure
    if (pa.start, pa.end) == (pb.start, pb.end) or _about_equal(pa, pb):
        return "same", sure
    if pa.start == pb.start and not pa.as_of and not pb.as_of:
        return ("narrower" if pa.end < pb.end else "wider"), sure  # type: ignore[operator]
    if _guess(pa) or _guess(pb):
        return ("same" if pa.start <= pb.end and pb.start <= pa.end else "unknown"), False  # type: ignore[operator]
    if pa.end < pb.start or (pa.end < pb.end and pa.start < pb.start):  # type: ignore[operator]
        return "before", sure
    if pb.end < pa.start or (pb.end < pa.end and pb.start < pa.start):  # type: ignore[operator]
        return "after", sure
    return "unknown", sure


def _guess(period: Period) -> bool:
    """Whether a period is only inferred and no stretch that figures are collected over (year, half, quarter, months)."""
    whole = period.start.day == 1 and (period.end + _DAY).day == 1  # type: ignore[union-attr,operator]
    return not period.explicit and not whole and (period.end - period.start).days <= _BRIEF  # type: ignore[operator]


def _undated(a: Claim, b: Claim) -> str:
    """Events told without a day are of the time of publication: same if the other's period reaches there or both are near."""
    days = [c.article.published for c in (a, b)]
    if None in days or Behaviour.RATE in (a.behaviour, b.behaviour):
        return "unknown"
    return "same" if abs((days[0] - days[1]).days) <= _SOON and a.period is b.period is None else "unknown"  # type: ignore[operator]


def _about_equal(a: Period, b: Period) -> bool:
    """Whether two long periods are one told with ends a few days apart (今年以来 in two papers of a week)."""
    days = (a.end - a.start).days  # type: ignore[operator]
    slack = 7 if days > 60 else 0
    if days > 330 and not (a.explicit and b.explicit):
        slack = 20
    return abs((a.start - b.start).days) <= slack and abs((a.end - b.end).days) <= slack  # type: ignore[operator]


def _levels(a: Claim, b: Claim, pa: Period, pb: Period) -> str:
    """How two levels stand in time: by the last day each is told of, capped by its publication."""
    ea, eb = pa.end, pb.end
    if a.article.published and ea and ea > a.article.published and a.status == Status.ACTUAL:
        ea = a.article.published
    if b.article.published and eb and eb > b.article.published and b.status == Status.ACTUAL:
        eb = b.article.published
    if ea is None or eb is None:
        return "unknown"
    if a.metric.event or b.metric.event:
        slack = 1
    elif (not (pa.explicit or pb.explicit) and any(c.metric.counted and not c.metric.level for c in (a, b))) or (
        pa.explicit and pb.explicit and (pa.as_of or pb.as_of)
    ):
        slack = 3
    elif pa.explicit and pb.explicit:
        slack = 10
    else:
        slack = NEAR
    gap = (eb - ea).days
    if abs(gap) <= slack:
        return "same"
    return "before" if gap > 0 else "after"
