"""Whether two claims of one metric may be compared, and how they stand in time."""

from __future__ import annotations

from datetime import timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.cores import core
from checker.claims.deeds import same_deed
from checker.claims.gazetteer import gazetteer
from checker.claims.grounds import stem_of
from checker.claims.names import variant
from checker.claims.places import contains, level, same_place
from checker.claims.readings import clause_start
from checker.claims.skeletons import skeletons
from checker.frozen import dataclass
from checker.lexicon import load, words
from checker.model import Behaviour, Kind, Status

if TYPE_CHECKING:
    from datetime import date

    from checker.linking.profile import Profile
    from checker.model import Claim, Period, Scope

# Levels told without a day are held to be of the day of publication, give or take this many days.
NEAR = 45
_DAY, _SOON = timedelta(days=1), 60
_BRIEF = 120
_DATED = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
# Roles of figures that only stand beside the figure of a metric: by how much, some of it, one of a list.
_BESIDE = frozenset({"gap", "respective", "delta", "subset"})

_TOLD = frozenset({"value", "goal"})
_DIGITS = frozenset("0123456789.")
_DEED = 2
# Amounts further apart are hardly of one thing.
_NEARLY = 1.5
# The longest that the name of a body is beside its place's.
_NAMED = 8


@dataclass(frozen=True)
class Gate:
    """Whether two claims are comparable.

    ``refusal``: "" or why the two are not compared. ``time``: same, before, after, narrower, wider or unknown.
    ``sure``: both periods explicit.
    """

    refusal: str = ""
    time: str = "unknown"
    sure: bool = False


def gate(a: Claim, b: Claim, pa: Profile, pb: Profile) -> Gate:
    """Compares two claims by kind, unit, scope, status, behaviour and period, in that order."""
    if pa.group != pb.group:
        return Gate("kind")
    time, sure = when(a, b)
    refusal = (
        _figure_refusal(a, b, pa, pb)
        or scope_refusal(a.scope, b.scope)
        or _status_refusal(a, b)
        or _time_refusal(a, b, time)
    )
    return Gate(refusal, time, sure and refusal != "role")


def _figure_refusal(a: Claim, b: Claim, pa: Profile, pb: Profile) -> str:
    """Why two figures are of different sorts, or stand in one sentence on purpose."""
    if (a.article.id == b.article.id and a.sentence.index == b.sentence.index) or _told_with(a, b):
        return "sentence"
    if not _same_unit(pa, pb, a, b):
        return "unit"
    if a.kind == Kind.GROWTH and (_basis(a) != _basis(b) or _real(a) != _real(b) or not {a.role, b.role} <= _TOLD):
        return "baseline"
    return "role" if (a.role in _BESIDE or b.role in _BESIDE) and not _same_part(a, b) else ""


def _told_with(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell both of two numbers, so that each has its like: *20家*单独派驻、*27家*综合派驻."""
    if a.text == b.text:
        return False
    return all(_tells(one.sentence.text, other.text) for one, other in ((a, b), (b, a)))


def _tells(text: str, figure: str) -> bool:
    """Whether a text tells a figure as it is written, and not as the end of a longer number."""
    at = text.find(figure)
    while at >= 0:
        if not (at and figure[0] in _DIGITS and text[at - 1] in _DIGITS):
            return True
        at = text.find(figure, at + 1)
    return False


def _same_part(a: Claim, b: Claim) -> bool:
    """Whether both are parts of a total that the same deed sets off: 其中6个通过备案, 其中5个通过备案; 废止668件."""
    if a.role != "subset" or b.role != "subset":
        return False
    told = _deed_before(a)
    if a.whole is None or b.whole is None:
        return len(told) == _DEED and told == _deed_before(b) and a.metric.words == b.metric.words
    return same_deed(a.metric.predicate, b.metric.predicate)


def _deed_before(claim: Claim) -> str:
    """The two characters that lead up to a figure."""
    return claim.sentence.text[: claim.figure.start].rstrip("了")[-_DEED:]


def _status_refusal(a: Claim, b: Claim) -> str:
    """Why two claims of one subject count other things, or tell a hope and a result."""
    if a.scope.levels != b.scope.levels:
        return "level"
    return "status" if _told_as_result(a) != _told_as_result(b) else ""


def _time_refusal(a: Claim, b: Claim, time: str) -> str:
    """Why two claims cannot be compared as their periods stand to each other."""
    if _moves_alike(a, b):
        return "" if time != "unknown" and not _two_stretches(a, b) else "period"
    if _sum_so_far(a, b):
        return "behaviour"
    if a.behaviour == b.behaviour or _one_span(a, b):
        return "" if time in ("same", "wider", "narrower") else "period"
    return "behaviour"


def _two_stretches(a: Claim, b: Claim) -> bool:
    """Whether two sums are of two stated stretches of time, one after the other: 五年累计造林, told in two terms."""
    p, q = a.period, b.period
    if not a.behaviour == b.behaviour == Behaviour.CUMULATIVE or p is None or q is None:
        return False
    if not (p.explicit and q.explicit) or p.start is None or q.start is None or p.end is None or q.end is None:
        return False
    return p.start < p.end < q.start < q.end or q.start < q.end < p.start < p.end


def _sum_so_far(a: Claim, b: Claim) -> bool:
    """Whether one is a sum over all the time so far, and the other of one stretch of it (新开工30项, 累计300项)."""
    for one, other in ((a, b), (b, a)):
        if one.behaviour == Behaviour.CUMULATIVE and other.behaviour == Behaviour.FLOW:
            return one.period is None or not one.period.explicit
    return False


# Ranks that are told without a time are of one list where so little time lies between their papers.
_SEASON = timedelta(days=100)
_YEARLY = re.compile(r"^(?:同比|比上年|较上年|比去年|较去年|与上年|同上年|比上年同期|较上年同期)")


def _basis(claim: Claim) -> str:
    """What a growth is measured against; the year before where nothing is said."""
    text = claim.figure.basis
    return "" if not text or _YEARLY.match(text) else text


_REAL = re.compile("实际|扣除价格|可比价|不变价")


def _real(claim: Claim) -> bool:
    """Whether a growth is told with prices held still (实际增长9.6%)."""
    start = clause_start(claim.sentence.text, claim.figure.start)
    return _REAL.search(claim.sentence.text, start, claim.figure.end) is not None


def _moves_alike(a: Claim, b: Claim) -> bool:
    """Whether both are levels, which may be compared at different times."""
    return a.behaviour in _DATED and b.behaviour in _DATED


def _one_span(a: Claim, b: Claim) -> bool:
    """Whether two claims are told of exactly the same stated days, however each paper words it."""
    p, q = a.period, b.period
    if p is None or q is None or None in (p.start, p.end):
        return False
    if a.metric.verb.startswith("新") != b.metric.verb.startswith("新"):
        return False
    whole = a.article.id != b.article.id and _one_year(p, q) and _of_like_size(a, b)
    if (a.metric.verb in words("terms", "totals")) != (b.metric.verb in words("terms", "totals")) and not whole:
        return False  # but: 2024年共有毕业生8.7万人, 2024年高校毕业生7.8万人
    one = p.end == q.end and (p.start == q.start or p.as_of or q.as_of)
    return one and Behaviour.RATE not in (a.behaviour, b.behaviour)


def _one_year(p: Period, q: Period) -> bool:
    """Whether two stated times are one whole year."""
    if None in (p.start, p.end) or (p.start, p.end) != (q.start, q.end) or p.as_of or q.as_of:
        return False
    ends = (p.start.month, p.start.day, p.end.month, p.end.day)  # type: ignore[union-attr]
    return p.explicit and q.explicit and ends == (1, 1, 12, 31)


def _of_like_size(a: Claim, b: Claim) -> bool:
    """Whether two amounts are so near each other that they can be of one thing."""
    sizes = [v.point or v.low or v.high if v is not None else None for v in (a.value, b.value)]
    return all(sizes) and max(sizes) <= _NEARLY * min(sizes)  # type: ignore[type-var, operator]


def _told_as_result(claim: Claim) -> bool:
    """Whether a claim is a result, or an estimate printed when its period was all but over (全年预计 in December)."""
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
        if one.org and not one.main and other.explicit and not (other.place and _speaks_for(one.org, other.place)):
            return "scope"
    return "" if _may_be_one(a.place, b.place, guessed=not (a.explicit and b.explicit)) else "scope"


_BODIES = ("局", "公安机关", "厅", "委员会", "办公室", "红十字会", "总工会", "慈善总会", "妇联", "残联")


def _speaks_for(org: str, place: str) -> bool:
    """Whether a body of a place's government counts what is the place's: 槐安县公安局, 槐安县."""
    stem = stem_of(place)
    return len(stem) > 1 and org.endswith(_BODIES) and org.startswith(stem) and len(org) <= len(place) + _NAMED


_ANY = {"全国": "国", "全省": "省", "全市": "市", "全区": "区县", "全县": "区县"}
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


_OURS = frozenset({"中国", "我国"})


@cache
def _countries() -> frozenset[str]:
    return frozenset(str(load("places")["countries"]).split()) - {"中国"}


def _known(place: str) -> bool:
    """Whether a place without an ending is a name of the gazetteer, and no guess."""
    return bool(level(place)) or bool(_rung(place))


def _may_be_one(a: str, b: str, *, guessed: bool) -> bool:
    """Whether two places can be one: either unknown, equal, or of one level and one of them only relative (全区)."""
    if not a or not b or same_place(a, b):
        return True
    if "、" in a or "、" in b:
        return set(a.split("、")) == set(b.split("、"))
    if a in _countries() or b in _countries():
        return _abroad(a, b)
    x, y = _rung(a), _rung(b)
    if guessed and x and y and contains(a, b) is contains(b, a) is False:
        return False
    return _of_one_level("全国" if a in _OURS else a, "全国" if b in _OURS else b, guessed=guessed)


def _of_one_level(a: str, b: str, *, guessed: bool) -> bool:
    """Whether two names that are not of one place by themselves may be: one a stem, one relative, one guessed."""
    x, y = _rung(a), _rung(b)
    if stem_of(a) == stem_of(b) and (not x or not y):
        return True
    if stem_of(a) == a or stem_of(b) == b:
        return stem_of(a) in ("", stem_of(b)) or not (_known(a) and _known(b))
    if a in _ANY or b in _ANY:
        return not x or not y or (x == y and {a[-1], b[-1]} != {"区", "县"})
    if any(len(p) == 2 and p[0] in "全该我本" and q.endswith(p[1]) for p, q in ((a, b), (b, a))):
        return True
    return guessed and x != y and "省" in (x, y)


def _abroad(a: str, b: str) -> bool:
    """Whether two places of which one is another country can be one; 全国 may be said of that country."""
    if a in _countries() and b in _countries():
        return a in b or b in a
    other = b if a in _countries() else a
    return other == "全国" or not (other in _OURS or _known(other))


def same_org(a: str, b: str) -> bool:
    """Whether two names can be of one organisation: equal, one a short form or slip of the other."""
    if a == b or a in b or b in a or _shortened(*sorted((a, b), key=len)):
        return True
    one, other = _in_short(a), _in_short(b)
    if one.endswith(other) or other.endswith(one) or _PLAIN.sub("", one) == _PLAIN.sub("", other):
        return True
    return bool(set(skeletons(a)) & set(skeletons(b))) and variant(a, b) is not None


# Words that the short name of a body leaves out: 太和*国际*机场, 恒远*股份有限*公司.
_PLAIN = re.compile("国际|股份|有限|责任|控股|集团|人民(?=医院)")
_SEAT = re.compile(r"(?<=^[㐀-鿿]{2})[省市县区州](?=[㐀-鿿]{2})")


@lru_cache(maxsize=8192)
def _in_short(name: str) -> str:
    """A name in short forms, without the ending of the place that it begins with: 槐安*市中级人民法院*, 槐安*中院*."""
    return _SEAT.sub("", core(name))


# Bodies that are called by their first and last words alone: 科锐集团 for 科锐检测集团; a university is not.
_CALLED_SHORT = ("集团", "公司", "研究院", "研究所", "研究中心", "实验室", "股份", "银行")
_OWN = 2


def _shortened(short: str, long: str) -> bool:
    """Whether one name of a firm or institute leaves out what the other says between its own name and its sort."""
    sort = next((end for end in _CALLED_SHORT if short.endswith(end) and long.endswith(end)), "")
    own = short[:_OWN]
    if not sort or len(short) != _OWN + len(sort) or not long.startswith(own) or level(own):
        return False
    return own not in gazetteer().forms and len(long) > len(short)


def when(a: Claim, b: Claim) -> tuple[str, bool]:
    """How the periods of two claims stand to each other, and whether both are stated."""
    pa, pb = a.period, b.period
    if _lasts(a) and _lasts(b):
        return "same", False
    if pa is None or pb is None:
        return _undated(a, b), False
    sure = pa.explicit and pb.explicit
    if pa.label and pa.label == pb.label and (pa.start, pa.end) == (pb.start, pb.end):
        return "same", sure
    if _by_one_day(a, b) or _standing_then(a, b) or _of_that_year(a, b):
        return "same", sure
    if a.behaviour in _DATED and b.behaviour in _DATED:
        return _levels(a, b, pa, pb), sure
    da, db = _days(pa), _days(pb)
    return (_stretches(pa, pb, da, db) if da and db else "unknown"), sure


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
    reached = a.behaviour != Behaviour.FLOW or all(c.metric.level and not c.metric.event for c in (a, b))
    return reached or (_of_this_year(a) and _of_this_year(b))


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


def _days(period: Period) -> tuple[date, date] | None:
    """The first and the last day of a period; None if one is open."""
    return (period.start, period.end) if period.start is not None and period.end is not None else None


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
    return "same" if abs((days[0] - days[1]).days) <= _SOON and a.period is b.period is None else "unknown"  # type: ignore[operator]


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
