"""How the times that two claims are told of stand to each other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start
from checker.disputes import unfinished
from checker.lexicon import words
from checker.linking.when.occasions import of_one_occasion
from checker.model import Behaviour, Kind, Status

if TYPE_CHECKING:
    from checker.model import Claim, Period

# Levels told without a day are held to be of the day of publication, give or take this many days.
NEAR = 45
_DAY, _SOON = timedelta(days=1), 60
_BRIEF = 120
# A review of a stretch is printed so many days before its end at the most.
_CLOSING = 35
_DATED = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
# Ranks that are told without a time are of one list where so little time lies between their papers.
_SEASON = timedelta(days=100)


def when(a: Claim, b: Claim) -> tuple[str, bool]:
    """How the periods of two claims stand to each other, and whether both are stated."""
    pa, pb = a.period, b.period
    if (_lasts(a) and _lasts(b)) or (designed(a) and designed(b)):
        return "same", False
    if pa is None or pb is None:
        return _undated(a, b), False
    sure = pa.explicit and pb.explicit
    if pa.label and pa.label == pb.label and (pa.start, pa.end) == (pb.start, pb.end):
        return "same", sure
    if _by_one_day(a, b) or _standing_then(a, b) or _of_that_year(a, b):
        return "same", sure
    if a.behaviour in _DATED and b.behaviour in _DATED:
        return "same" if _goals_of_one_season(a, b) else _levels(a, b, pa, pb), sure
    da, db = _days(pa), _days(pb)
    return _closed(a, b, da, db) if da and db else "unknown", sure


def _closed(a: Claim, b: Claim, da: tuple[date, date], db: tuple[date, date]) -> str:
    """How two claims of stretches with both ends stand."""
    if _of_one_year(a, b, da, db):
        return _parted(a, b, da, db)
    return _stretches(a.period, b.period, da, db) if a.period and b.period else "unknown"


def _of_one_year(a: Claim, b: Claim, da: tuple[date, date], db: tuple[date, date]) -> bool:
    """Whether two claims are told of one stretch, or of one year as far as it had come when each was printed."""
    if da == db:
        return True
    if da[0] != db[0] or (da[0].month, da[0].day) != (1, 1):
        return False
    so_far = [unfinished(c) for c in (a, b)]
    return any(so_far) and all(
        said or d[1] == date(d[0].year, 12, 31) for said, d in zip(so_far, (da, db), strict=True)
    )


def _parted(a: Claim, b: Claim, da: tuple[date, date], db: tuple[date, date]) -> str:
    """How two claims of one stretch stand, of which one paper may have seen but a part: 今年, in August."""
    x, y = _so_far(a, da)[1], _so_far(b, db)[1]
    if abs((x - y).days) <= NEAR:
        return "same"
    return "narrower" if x < y else "wider"


def _by_one_day(a: Claim, b: Claim) -> bool:
    """Whether two goals are to be reached by one day: 到2026年底达到90%, 2026年87.5%的目标.

    What is reached in a year is told of its end too: 到今年底产值达到330亿元; not what is done by then (新建12所).
    """
    if a.period is None or b.period is None or not {a.status, b.status} <= {Status.TARGET, Status.PLAN}:
        return False
    if a.period.end is None or a.period.end != b.period.end:
        return False
    if a.behaviour != b.behaviour:  # 2025年至2027年新增3所, 到2027年底累计新增2所
        summed = {a.behaviour, b.behaviour} == {Behaviour.FLOW, Behaviour.CUMULATIVE}
        return summed and bool(a.metric.verb) and a.metric.verb == b.metric.verb
    if _by_the_end(a, b) or _by_the_end(b, a):
        return True
    reached = a.behaviour != Behaviour.FLOW or all(map(_come_to, (a, b)))
    return reached or (_of_this_year(a) and _of_this_year(b))


def _come_to(claim: Claim) -> bool:
    """Whether a goal is how large a measure is to be, not how much is to be done: 产值300亿元; 新建12所, 投资3亿元."""
    metric = claim.metric
    done = metric.verb or metric.counted or metric.head.endswith("投资")
    return (metric.level and not metric.event) or not done


def _goals_of_one_season(a: Claim, b: Claim) -> bool:
    """Whether two goals are told without a time by papers of some months: 金牌目标80枚, 赛前确定的90枚金牌任务."""
    if not a.status == b.status == Status.TARGET:
        return False
    days = [c.article.published for c in (a, b) if c.period is not None and c.period.as_of and not c.period.explicit]
    return len(days) == 2 and None not in days and abs((days[0] - days[1]).days) <= _BRIEF  # type: ignore[operator]


def _by_the_end(a: Claim, b: Claim) -> bool:
    """Whether one goal is of a plan period and the other of its last day, some years on: 到2025年, “十四五”期间."""
    p, q = a.period, b.period
    if p is None or q is None or not p.label or q.start not in (None, q.end):
        return False
    return not _of_this_year(b)


def _of_this_year(claim: Claim) -> bool:
    """Whether a goal is of the year in which its paper is printed, so that 到年底新增 is all that the year adds."""
    p, day = claim.period, claim.article.published
    if p is None or p.end is None or day is None or (p.end.month, p.end.day) != (12, 31):
        return False
    return p.end.year == day.year and (p.start in (None, p.end) or (p.start.month, p.start.day) == (1, 1))


def _standing_then(a: Claim, b: Claim) -> bool:
    """Whether two ranks are told without a time by papers of one season: 金牌榜第二, 坐第三把交椅."""
    if not a.kind == b.kind == Kind.RANK or a.period is None or b.period is None:
        return False
    days = [_days(p) for p in (a.period, b.period) if p.as_of and not p.explicit]
    return len(days) == 2 and None not in days and abs(days[0][1] - days[1][1]) <= _SEASON  # type: ignore[index]


def _of_that_year(a: Claim, b: Claim) -> bool:
    """Whether two ranks, or shares, are told of a year and of one day that stands for it.

    A list comes out on a day: 7月25日发布的榜单上列第17位, 今年列第12位. The last day of a year is its end.
    """
    if a.kind != b.kind or a.kind not in (Kind.RANK, Kind.RATE) or a.period is None or b.period is None:
        return False
    one, other = sorted((a.period, b.period), key=lambda p: p.start == p.end)
    if None in (one.start, one.end, other.end) or other.start != other.end or not (one.explicit and other.explicit):
        return False
    year = (one.start.month, one.start.day, one.end.month, one.end.day) == (1, 1, 12, 31)  # type: ignore[union-attr]
    inside = one.start.year == one.end.year == other.end.year  # type: ignore[union-attr]
    return year and inside and (a.kind == Kind.RANK or other.end == one.end)


def _lasts(claim: Claim) -> bool:
    """Whether a measure of a named thing is told that does not move with time: 环湖公路全长, 产业园二期总投资."""
    named = claim.metric.words[:-1]
    fixed = claim.behaviour == Behaviour.STOCK and claim.metric.head in words("terms", "fixed")
    return fixed and (bool(claim.scope.org) or not all(w in words("terms", "common") for w in named))


_DESIGNED = re.compile(
    "设计(?!院|师|单位|大赛|周)|规划(?:设置|建设|设|用|[㐀-鿿]{0,3}(?:[床学机泊车]位|能力|规模))|核定|建成后|投用后|建成投用|[拟可]容纳",
    needs=("设计", "规划", "核定", "后", "投用", "容纳"),
)


def designed(claim: Claim) -> bool:
    """Whether a level is how much a body's house is made for, built or not: *设计*床位600张, *建成后*有床位500张."""
    if claim.kind is not Kind.QUANTITY or claim.behaviour != Behaviour.STOCK or claim.status == Status.TARGET:
        return False
    text, at = claim.sentence.text, claim.figure.start
    return bool(claim.scope.org) and _DESIGNED.search(text, clause_start(text, at), at) is not None


def _days(period: Period) -> tuple[date, date] | None:
    """The first and the last day of a period; None if one is open."""
    return (period.start, period.end) if period.start is not None and period.end is not None else None


def _so_far(claim: Claim, days: tuple[date, date]) -> tuple[date, date]:
    """The days of a sum as far as they were over when it was printed: *今年*查处152起, told in August."""
    day = claim.article.published
    summed = claim.status == Status.ACTUAL and claim.behaviour == Behaviour.FLOW and claim.kind == Kind.QUANTITY
    if day is None or not summed or not days[0] <= day or (days[1] - day).days <= _CLOSING:
        return days
    return days[0], day


def _stretches(a: Period, b: Period, da: tuple[date, date], db: tuple[date, date]) -> str:
    """How two closed stretches of time stand to each other."""
    if da == db or _about_equal(da, db, stated=a.explicit and b.explicit):
        return "same"
    if da[0] == db[0] and not a.as_of and not b.as_of:
        return "narrower" if da[1] < db[1] else "wider"
    if _guess(a, da) or _guess(b, db):
        return "same" if da[0] <= db[1] and db[0] <= da[1] else "unknown"
    if da[1] < db[0] or (da[1] < db[1] and da[0] < db[0]):
        return "before"
    return "after" if db[1] < da[0] or (db[1] < da[1] and db[0] < da[0]) else "unknown"


def _guess(period: Period, days: tuple[date, date]) -> bool:
    """Whether a period is only inferred and no stretch that figures are collected over (quarter, months)."""
    whole = days[0].day == 1 and (days[1] + _DAY).day == 1
    return not period.explicit and not whole and (days[1] - days[0]).days <= _BRIEF


def _undated(a: Claim, b: Claim) -> str:
    """How two events stand that are told without a day, and so are of about the time of publication."""
    days = [c.article.published for c in (a, b)]
    if None in days or Behaviour.RATE in (a.behaviour, b.behaviour):
        return "unknown"
    if _ahead_of(a, b) or _ahead_of(b, a):
        return "same"
    if abs((days[0] - days[1]).days) <= _SOON and a.period is b.period is None:  # type: ignore[operator]
        return "same"
    return of_one_occasion(a, b) or "unknown"


def _ahead_of(a: Claim, b: Claim) -> bool:
    """Whether one outlook is for days yet to come and the other, of the same season, for none that it names."""
    if Status.ACTUAL in (a.status, b.status) or b.period is not None or a.period is None or a.period.start is None:
        return False
    x, y = a.article.published, b.article.published
    return x is not None and y is not None and a.period.start > max(x, y) and abs((x - y).days) <= _BRIEF


def _about_equal(a: tuple[date, date], b: tuple[date, date], *, stated: bool) -> bool:
    """Whether two long periods are one told with ends a few days apart (今年以来 in two papers of a week)."""
    days = (a[1] - a[0]).days
    slack = 20 if days > 330 and not stated else 7 if days > 60 else 0
    return abs((a[0] - b[0]).days) <= slack and abs((a[1] - b[1]).days) <= slack


def _levels(a: Claim, b: Claim, pa: Period, pb: Period) -> str:
    """How two levels stand in time: by the last day each is told of, capped by its publication."""
    ea, eb = _last_day(a, pa), _last_day(b, pb)
    if ea is None or eb is None:
        return "unknown"
    gap = (eb - ea).days
    if abs(gap) <= _slack(a, b, pa, pb):
        return "same"
    return "before" if gap > 0 else "after"


def _last_day(claim: Claim, period: Period) -> date | None:
    """The last day that a level is told of; a result is of its publication at the latest."""
    day, end = claim.article.published, period.end
    return min(end, day) if day and end and claim.status == Status.ACTUAL else end


def _slack(a: Claim, b: Claim, pa: Period, pb: Period) -> int:
    """How many days apart two levels may be told and still be of one time."""
    if a.metric.event or b.metric.event:
        return 1
    if pa.explicit and pb.explicit:
        return 3 if pa.as_of or pb.as_of else 10
    told = pa.explicit or pb.explicit
    return 3 if not told and any(c.metric.counted and not c.metric.level for c in (a, b)) else NEAR
