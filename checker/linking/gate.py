"""Whether two claims of one metric may be compared, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.deeds import same_deed
from checker.claims.metrics.readings import clause_start
from checker.disputes import tells, timed
from checker.figures.units import dimension
from checker.frozen import dataclass
from checker.lexicon import words
from checker.linking.when.growths import told_against
from checker.linking.when.times import NEAR, designed, when
from checker.linking.when.timing import clause
from checker.linking.whose.subjects import scope_refusal
from checker.model import Behaviour, Kind, RegionKind, Status

if TYPE_CHECKING:
    from checker.linking.wording.profile import Profile
    from checker.model import Claim, Period

_DATED = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
# Roles of figures that only stand beside the figure of a metric: by how much, some of it, one of a list.
_BESIDE = frozenset({"gap", "respective", "delta", "subset"})

_TOLD = frozenset({"value", "goal"})
_DEED = 2
_AGAINST = re.compile("[比较]|同期|环比")
_PACE = "增速"
# Amounts further apart are hardly of one thing.
_NEARLY = 1.5


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
    if a.kind == Kind.GROWTH and not (_alike(a, b) and {a.role, b.role} <= _TOLD):
        return "baseline"
    if a.kind == Kind.RANK and (_PACE in a.metric.words) != (_PACE in b.metric.words):
        return "baseline"  # 总量居全市第五, 增速全市第一
    beside = (a.role in _BESIDE or b.role in _BESIDE) and not _same_part(a, b) and not _same_change(a, b)
    return "role" if beside else ""


def _alike(a: Claim, b: Claim) -> bool:
    """Whether two growths are told against one time, at one sort of prices."""
    return told_against(a) == told_against(b) and _real(a) == _real(b)


def _told_with(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell both of two numbers, so that each has its like: *20家*单独派驻、*27家*综合派驻."""
    if a.text == b.text:
        return False
    if a.article.id == b.article.id and RegionKind.TITLE in (a.sentence.region, b.sentence.region):
        title, told = (a, b) if a.sentence.region is RegionKind.TITLE else (b, a)
        if tells(told.sentence.text, title.text):
            return True  # 每10股派4元; 派2.5元，加上已派的1.5元，全年4元
    return all(tells(one.sentence.text, other.text) for one, other in ((a, b), (b, a)))


def _same_part(a: Claim, b: Claim) -> bool:
    """Whether both are parts of a total that the same deed sets off: 其中6个通过备案, 其中5个通过备案; 废止668件."""
    if a.role != "subset" or b.role != "subset":
        return False
    told = _deed_before(a)
    if a.whole is None or b.whole is None:
        return len(told) == _DEED and told == _deed_before(b) and a.metric.words == b.metric.words
    return same_deed(a.metric.predicate, b.metric.predicate)


def _same_change(a: Claim, b: Claim) -> bool:
    """Whether both tell by how much one deed changed one thing, and against nothing else: 累计*节约*药费47.2亿元."""
    if not a.role == b.role == "delta" or not a.metric.verb or a.metric.verb != b.metric.verb:
        return False
    return a.metric.words == b.metric.words and not any(_AGAINST.search(clause(c)) for c in (a, b))


def _deed_before(claim: Claim) -> str:
    """The two characters that lead up to a figure."""
    return claim.sentence.text[: claim.figure.start].rstrip("了")[-_DEED:]


def _status_refusal(a: Claim, b: Claim) -> str:
    """Why two claims of one subject count other things, or tell a hope and a result."""
    if a.scope.levels != b.scope.levels:
        return "level"
    if _of_design(a) and _of_design(b):
        return ""
    return "status" if _told_as_result(a) != _told_as_result(b) else ""


def _of_design(claim: Claim) -> bool:
    """Whether a claim tells how large a thing is made, which it is before it stands: 规划36个班，*占地*72亩."""
    made = claim.metric.head in words("terms", "fixed") and claim.status in (Status.ACTUAL, Status.PLAN)
    return made or designed(claim)


def _time_refusal(a: Claim, b: Claim, time: str) -> str:
    """Why two claims cannot be compared as their periods stand to each other."""
    if _goal_by_noun(a, b) and time == "same":
        return ""
    if _moves_alike(a, b):
        return "" if time != "unknown" and not _two_stretches(a, b) else "period"
    if _sum_so_far(a, b):
        return "behaviour"
    if a.behaviour == b.behaviour or _one_span(a, b) or _since_one_day(a, b):
        return "" if time in ("same", "wider", "narrower") else "period"
    return "behaviour"


def _since_one_day(a: Claim, b: Claim) -> bool:
    """Whether both are told of all that was done since one day, one of them in so many words: 2021年以来(累计)资助."""
    p, q = a.period, b.period
    if {a.behaviour, b.behaviour} != {Behaviour.FLOW, Behaviour.CUMULATIVE} or p is None or q is None:
        return False
    since = all(t.explicit and not t.as_of and t.text.endswith(("以来", "至今")) for t in (p, q))
    return since and p.start is not None and p.start == q.start


def _goal_by_noun(a: Claim, b: Claim) -> bool:
    """Whether two goals are told, one of them by no verb that says how it moves: 40枚金牌*的目标*, 力争拿下45枚金牌."""
    if not {a.status, b.status} <= {Status.TARGET, Status.PLAN} or Behaviour.RATE in (a.behaviour, b.behaviour):
        return False
    return any(c.role == "goal" and not c.metric.verb for c in (a, b))


def _two_stretches(a: Claim, b: Claim) -> bool:
    """Whether two sums are of two stated stretches of time, one after the other: 五年累计造林, told in two terms."""
    p, q = a.period, b.period
    if not a.behaviour == b.behaviour == Behaviour.CUMULATIVE or p is None or q is None:
        return False
    if not (p.explicit and q.explicit) or p.start is None or q.start is None or p.end is None or q.end is None:
        return False
    apart = p.start < p.end < q.start < q.end or q.start < q.end < p.start < p.end
    return apart and all(map(timed, (a, b)))


def _sum_so_far(a: Claim, b: Claim) -> bool:
    """Whether one is a sum over all the time so far, and the other of one stretch of it (新开工30项, 累计300项)."""
    for one, other in ((a, b), (b, a)):
        if one.behaviour == Behaviour.CUMULATIVE and other.behaviour == Behaviour.FLOW:
            return one.period is None or not one.period.explicit
    return False


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
    whole = a.article.id != b.article.id and _one_year(p, q) and of_like_size(a, b)
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


def of_like_size(a: Claim, b: Claim, times: float = _NEARLY) -> bool:
    """Whether two amounts are so near each other that they can be of one thing: one at most so many times the other."""
    sizes = [v.point or v.low or v.high if v is not None else None for v in (a.value, b.value)]
    return all(sizes) and max(sizes) <= times * min(sizes)  # type: ignore[type-var, operator]


def _told_as_result(claim: Claim) -> bool:
    """Whether a claim is a result, or an estimate printed when its period was all but over (全年预计 in December)."""
    if claim.status == Status.ACTUAL:
        return True
    p, day = claim.period, claim.article.published
    return claim.status == Status.FORECAST and p is not None and None not in (p.end, day) and (p.end - day).days <= NEAR  # type: ignore[operator]


def one_dimension(a: Claim, b: Claim, pa: Profile, pb: Profile) -> bool:
    """Whether two numbers are of one dimension; one unit is one, though words about one say that it counts turns."""
    if pa.dimension == pb.dimension:
        return True
    units = [c.value.unit for c in (a, b) if c.value is not None and c.value.unit]
    return len(units) > 1 and dimension(units[0]) == dimension(units[1])


def _same_unit(pa: Profile, pb: Profile, a: Claim, b: Claim) -> bool:
    if not one_dimension(a, b, pa, pb):
        return False
    ua, ub = (a.value.unit if a.value else ""), (b.value.unit if b.value else "")
    return ua == ub if a.kind == Kind.GROWTH or not pa.dimension else True
