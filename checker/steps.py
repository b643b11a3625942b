"""Between which two levels a growth is told: those that can be its base and what it led to, weighed by their words.

As with shares, any two amounts near a growth that make it explain it. Where none do, it is held against those that its
own words and their times point at.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import gap
from checker.baselines import baseline, set_out_from
from checker.changes import Change
from checker.disputes import exact, interval, point
from checker.ends import is_level, like
from checker.frozen import dataclass
from checker.model import Claim, Kind, Status
from checker.slipped import respelt
from checker.stated import factor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.figures.intervals import Interval


@dataclass(frozen=True)
class Step:
    """A change that a growth can be told of; ``weight``: 2 where the words point at both levels, 3 in one sentence."""

    change: Change
    weight: int


_POINTED, _SURE = 2, 3
_EARLIER = re.compile(
    r"""
    (?: [去上前]一?年 | 上[届期] | 年初 | [此之以从]前 | 原[来先] | 最初 | 当初 | 起初 | 过去
      | (?:19|20)[0-9]{2}年 | [0-9一二两三四五六七八九十几]年前 ) [^，。；：]{0,12}$
    """,
    re.VERBOSE,
)
# What opens a sentence that tells of long ago, and the next, of now.
_AGO = re.compile(
    r"^(?:而|但)?(?:早在|在)?(?:(?:19|20)[0-9]{2}年|[0-9一二两三四五六七八九十几]{1,3}年前|当[年初时]|最初|起初|刚[^，。；]{1,6}时|过去|从前|以前|原来)"
)
_NOW = re.compile("如今|现在|目前|眼下|而今|今年|去年|现已|到(?:19|20)[0-9]{2}年")
_BEHIND = re.compile(r"^，?(?:已|已经|现已)?(?:达到?|增至|增加到|升至|降至|至|为|突破)[^，。；：0-9]{0,6}$")
# A growth that another is set off against, and no amount: 增速比一季度的*34.5%*慢.
_PACE = re.compile(
    r"(?:增速|增幅|涨幅|降幅|目标|预期)[^，。；：]{0,14}$", needs=("增速", "增幅", "涨幅", "降幅", "目标", "预期")
)
_ASIDE = ("delta", "gap", "goal", "threshold")
_YEAR, _MONTH = 300, 27
_BACK = 24
# By how much less there is, in so many characters before the amount.
_LESS = re.compile("减|少|降|缩")
_VERB = 4


def steps(growth: Claim, told: Sequence[Claim]) -> list[Step]:
    """The changes that a growth may be told of, the likeliest first.

    ``told``: the amounts of the article that are numbers, in order. None is told of a growth that has no number of its
    own, is measured by the year, or is only what another is set off against.
    """
    ahead = growth.sentence.text[max(0, growth.figure.start - _BACK) : growth.figure.start]
    if growth.role == "base" or not exact(growth) or factor(growth) is None or growth.status is not Status.ACTUAL:
        return []
    if "年均" in growth.text or (growth.kind is Kind.GROWTH and not growth.figure.direction) or _PACE.search(ahead):
        return []
    found = [
        Step(Change(growth, level, base=base), min(near, weight))
        for level, near in _levels(growth, told)
        for base, weight in _bases(growth, level, told)
    ]
    return sorted(found, key=lambda s: -s.weight)


def _levels(growth: Claim, told: Sequence[Claim]) -> Iterator[tuple[Claim, int]]:
    """The amounts that a growth can have led to, with how much speaks for each."""
    here = [c for c in told if c.sentence.index == growth.sentence.index and is_level(c) and c.role not in _ASIDE]
    behind = next((c for c in here if c.figure.start >= growth.figure.end), None)
    if behind is not None and (behind.lead == growth.key or _BEHIND.match(gap(growth, behind))):
        yield behind, _SURE
        return
    before = [c for c in here if c.figure.end <= growth.figure.start and c.role != "base"]
    clause = growth.sentence.text.rfind("；", 0, growth.figure.start)
    before = [c for c in before if c.figure.start > clause] or before
    own = [c for c in before if c.key == growth.lead]
    named = [c for c in before if growth.metric.text and set(growth.metric.words) == set(c.metric.words)]
    if own or named:
        yield (own[0], _SURE) if own else (named[-1], _POINTED)
    elif before and growth.metric.text[-1:] in ("", before[-1].text[-1], *before[-1].metric.counted[-1:]):
        yield before[-1], _POINTED  # 已有112户人家，种植*户*翻了两番


def _bases(growth: Claim, level: Claim, told: Sequence[Claim]) -> Iterator[tuple[Claim, int]]:
    """The amounts that a level can have come from, with how much speaks for each."""
    can = [
        c
        for c in told
        if c.key != level.key
        and like(c, level)
        and is_level(c)
        and c.role not in _ASIDE
        and c.status is Status.ACTUAL
        and not _of_other_length(c, level)
    ]
    here = [c for c in can if c.sentence.index == growth.sentence.index]
    ahead = [c for c in here if c.figure.end <= growth.figure.start and _before(c, level)]
    if near := [c for c in ahead if _of_one(c, level) and _of_its_year(c, level, growth)]:
        yield near[-1], _SURE
        return
    if here and not growth.figure.basis:
        return
    apart = [c for c in can if c not in here and _same(c, level) and set_out_from(c, level, growth)]
    if len({point(c) for c in apart}) == 1:
        yield apart[-1], _POINTED
    elif not growth.figure.basis and _NOW.search(level.sentence.text[: level.figure.start]):
        then = [c for c in can if c.sentence.index == level.sentence.index - 1 and _long_ago(c, level)]
        if len(then) == 1:
            yield then[0], _POINTED


def _long_ago(base: Claim, level: Claim) -> bool:
    """Whether the sentence of an amount opens with an earlier time than that of the next: *五年前*只有36户。*如今*…."""
    same = base.value is not None and level.value is not None and base.value.unit == level.value.unit
    text = base.sentence.text[: base.figure.start]
    return same and base.sentence.paragraph == level.sentence.paragraph and _AGO.search(text) is not None


def _before(base: Claim, level: Claim) -> bool:
    """Whether an amount is told of an earlier time than another of its sentence."""
    p, q = base.period, level.period
    if base.role == "base":
        return True
    if p is not None and q is not None and p.end is not None and q.end is not None and p.explicit:
        return (q.end - p.end).days > _YEAR
    return _EARLIER.search(base.sentence.text[max(0, base.figure.start - _BACK) : base.figure.start]) is not None


def _of_other_length(base: Claim, level: Claim) -> bool:
    """Whether two amounts are said to have come in stretches of other lengths: 三季度268万吨, 前三季度770万吨."""
    p, q = base.period, level.period
    if p is None or q is None or p.as_of or q.as_of:
        return False
    if p.start is None or p.end is None or q.start is None or q.end is None:
        return False
    return abs((p.end - p.start).days - (q.end - q.start).days) > _MONTH


def _of_one(base: Claim, level: Claim) -> bool:
    """Whether two levels of a sentence can be of one metric."""
    a, b = base.metric.text, level.metric.text
    return not a or not b or a in b or b in a


def _of_its_year(base: Claim, level: Claim, growth: Claim) -> bool:
    """Whether a base is of the year that a growth is said to be measured against."""
    against, p, q = baseline(growth), base.period, level.period
    if against is None or not growth.figure.basis or p is None or q is None or p.end is None or q.end is None:
        return True
    return against.turn or against.year_end or p.end.year == (against.year or q.end.year - against.years)


def _same(base: Claim, level: Claim) -> bool:
    """Whether two amounts of one article are of one metric, place and owner."""
    a, b = base.scope, level.scope
    named = bool(base.metric.text) and set(base.metric.words) == set(level.metric.words)
    return named and (a.levels, a.part, a.place) == (b.levels, b.part, b.place) and base.role != "goal"


def grown(base: Interval, level: Interval, said: tuple[Fraction, Fraction], spare: Fraction = Fraction(0)) -> bool:
    """Whether a growth from a base to a level lies, in percent, between two numbers, give or take ``spare`` points."""
    if not base.low or not base.high or level.low is None or level.high is None or base.low <= 0:
        return False
    least, most = (level.low / base.high - 1) * 100, (level.high / base.low - 1) * 100
    return least <= said[1] + spare and said[0] - spare <= most


def times_told(base: Claim, level: Claim, more: Claim) -> Fraction | None:
    """How many times what it is said to differ by a level differs from its base; None where it does by just that."""
    x, y, d = interval(base), interval(level), interval(more)
    px, py, pd = point(base), point(level), point(more)
    if x is None or y is None or d is None or not px or not py or not pd or None in (x.low, x.high, y.low, y.high):
        return None
    sign = -1 if _LESS.search(more.sentence.text[max(0, more.figure.start - _VERB) : more.figure.start]) else 1
    least, most = sorted((sign * (y.low - x.high), sign * (y.high - x.low)))  # type: ignore[operator]
    if d.low is None or d.high is None or (least <= d.high and d.low <= most):
        return None
    return Fraction(sign * (py - px) / pd)


def grown_so(growth: Claim, told: Sequence[Claim], spare: Fraction) -> bool:
    """Whether two amounts of a growth's sentence or those beside it make it, or one and what it changed by."""
    stated = factor(growth)
    if stated is None:
        return True
    said = stated[0], stated[2]
    near = [c for c in told if abs(c.sentence.index - growth.sentence.index) <= 1]
    each = [(c, i) for c in near if (i := interval(c)) is not None and i.low and i.high is not None and i.low > 0]
    pairs = [(x, y) for a, x in each for b, y in each if a is not b and like(a, b)]
    return any(grown(x, y, said, spare) or grown(_without(x, y, stated[1]), x, said, spare) for x, y in pairs)


def _without(level: Interval, by: Interval, growth: Fraction) -> Interval:
    """The base of a level that grew, or fell, by an amount."""
    if level.low is None or level.high is None or by.low is None or by.high is None:
        return level
    if growth < 0:
        return level._replace(low=level.low + by.low, high=level.high + by.high)
    return level._replace(low=level.low - by.high, high=level.high - by.low)


def slipped_step(change: Change) -> bool:
    """Whether one slip in one of the three numbers of a change, or one doubling more or less, makes it come out."""
    stated = factor(change.growth)
    base, level = interval(change.base) if change.base else None, interval(change.level)
    if stated is None or base is None or level is None or change.base is None:
        return False
    said = stated[0], stated[2]
    return (
        any(grown(n, level, said) for n in respelt(change.base))
        or any(grown(base, n, said) for n in respelt(change.level))
        or any(grown(base, level, s) for s in _restated(change.growth, said))
    )


def _restated(growth: Claim, said: tuple[Fraction, Fraction]) -> Iterator[tuple[Fraction, Fraction]]:
    """What a growth may have been meant to state: one digit other, one doubling or one fold more or less."""
    if growth.value is not None and growth.value.unit == "倍":
        for sign in (1, -1):
            if "番" in growth.text:
                yield tuple((100 + n) * Fraction(2) ** sign - 100 for n in said)  # type: ignore[misc]
            else:
                yield tuple(n + 100 * sign for n in said)  # type: ignore[misc]
        return
    told, sign = interval(growth), -1 if growth.figure.direction < 0 else 1
    for meant in respelt(growth):
        if told is not None and told.low is not None and meant.low is not None:
            off = sign * (meant.low - told.low)
            yield said[0] + off, said[1] + off
