"""What rules share: the pairs of a fact that break a condition, grouped into disputes, and words to report them."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures.intervals import admissible, disjoint, show, tension
from checker.figures.units import unit
from checker.lexicon import words
from checker.model import Behaviour, Comparator, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from checker.figures.intervals import Interval
    from checker.model import Claim, Fact, Link, Number


# The fewest characters that say to what something has come.
_ATTAINED = 5
_DIGITS = frozenset("0123456789.")
# A number of so many digits is hardly told twice by chance.
_TELLING = 3


def base(claim: Claim) -> Value | None:
    """The stated value of a claim in the base unit of its dimension; None where it has none."""
    return None if claim.value is None else _base(claim.value)


def _base(v: Value) -> Value:
    known = unit(v.unit)
    if known is None or known.factor == 1:
        return v
    k = known.factor
    return Value(
        v.low * k if v.low is not None else None,
        v.high * k if v.high is not None else None,
        v.unit,
        v.step * k if v.step is not None else None,
    )


def interval(claim: Claim) -> Interval | None:
    """The values that a claim admits, in the base unit of its dimension."""
    return None if claim.value is None else _interval(claim.value, claim.figure.comparator)


# Where many articles tell one number it is asked for with each pair of them.
@lru_cache(maxsize=8192)
def _interval(value: Value, comparator: Comparator) -> Interval:
    return admissible(_base(value), comparator)


def clash(a: Claim, b: Claim) -> bool:
    """Whether no value satisfies both claims."""
    x, y = interval(a), interval(b)
    return x is not None and y is not None and disjoint(x, y)


def strain(a: Claim, b: Claim) -> bool:
    """Whether two bounds meet only beyond the soft cap of one."""
    x, y = interval(a), interval(b)
    return x is not None and y is not None and tension(x, y)


def point(claim: Claim) -> Number | None:
    """The written number of a claim in the base unit of its dimension; None for a range."""
    v = base(claim)
    return v.point if v is not None else None


def level(claim: Claim) -> bool:
    """Whether a claim is told as a level on a day, by a word of having or no verb at all, and not as something done."""
    metric = claim.metric
    return claim.behaviour == Behaviour.CUMULATIVE or metric.level or not (metric.event or metric.counted)


def reached(claim: Claim) -> bool:
    """Whether a claim is told as a level, as what was done by a day that is stated, or of all that have come so far.

    *截至4月底*，组建团队186个; 9个学科*进入ESI全球前1%*.
    """
    dated = claim.behaviour == Behaviour.STOCK and not claim.metric.counted and on_a_day(claim)
    return level(claim) or attained(claim) or dated


def attained(claim: Claim) -> bool:
    """Whether a count is of all that have come to something so far: 9个学科*进入ESI全球前1%*."""
    told = claim.metric.predicate
    return len(told) >= _ATTAINED and told.startswith(tuple(words("verbs", "attained")))


def on_a_day(claim: Claim) -> bool:
    """Whether a claim is told of a day that is stated, and not of now."""
    period = claim.period
    return period is not None and period.explicit and period.as_of and period.end != claim.article.published


_CLAUSE_ENDS = re.compile("[，。；：！？]")


def timed(claim: Claim) -> bool:
    """Whether the time of a claim is told in its clause: 全年投放5.3亿尾，放流*累计达到*42.6亿尾 is of no year."""
    text, figure = claim.sentence.text, claim.figure
    start = max((m.end() for m in _CLAUSE_ENDS.finditer(text, 0, figure.start)), default=0)
    end = _CLAUSE_ENDS.search(text, figure.end)
    return claim.period is not None and claim.period.text in text[start : end.start() if end else None]


def known_on(claim: Claim) -> date | None:
    """The last day that a claim can speak of: the end of its period, or its publication if that was earlier."""
    days = [d for d in (claim.period.end if claim.period else None, claim.article.published) if d is not None]
    return min(days) if days else None


# A year or month by the day in which it is told, and no stretch up to that day.
_RUNNING = re.compile(r"(?:今年|本年度?|本月|本周|本季度?)(?!以?来|.*[至到])", needs=("今年", "本"))


def unfinished(claim: Claim) -> bool:
    """Whether a claim is told of a year or a month that its paper did not see the end of: *今年*放映84场, in August."""
    period, day = claim.period, claim.article.published
    if period is None or day is None or period.start is None or period.end is None or period.as_of:
        return False
    if not period.start < day <= period.end:
        return False
    return day < period.end or _RUNNING.match(period.text) is not None


def exact(claim: Claim) -> bool:
    """Whether a claim states a number without a hedge."""
    v = claim.value
    return v is not None and claim.figure.comparator is Comparator.EQ and (v.low is v.high or v.low == v.high)


def disputes(
    fact: Fact, holds: Callable[[Link, Claim, Claim], bool]
) -> Iterator[tuple[tuple[Claim, ...], tuple[Link, ...]]]:
    """The groups of claims that links for which ``holds`` connect, with those links; claims in the fact's order."""
    chosen = [e for e in fact.links if holds(e, fact.claims[e.a], fact.claims[e.b])]
    group: dict[int, set[int]] = {}
    for e in chosen:
        merged = group.get(e.a, {e.a}) | group.get(e.b, {e.b})
        for i in merged:
            group[i] = merged
    done: set[int] = set()
    for e in chosen:
        if e.a in done:
            continue
        members = sorted(group[e.a])
        done.update(members)
        yield tuple(fact.claims[i] for i in members), tuple(x for x in chosen if x.a in group[e.a])


def name_of(claims: Sequence[Claim]) -> str:
    """The name of the metric as the fullest of the claims words it, with its qualifiers and the deed of a part."""
    best = max(claims, key=lambda c: (len(c.metric.text), c.metric.text))
    part = f"（其中{best.metric.predicate}）" if best.role == "subset" and best.metric.predicate else ""
    words, levels = best.metric.words, best.scope.levels
    named = "".join(words[1:]) if any(w.endswith(words[:1]) for w in levels) else best.metric.text
    return "".join((*(w for w in levels if not named.startswith(w)), named, part))


def told(claim: Claim) -> str:
    """A figure with the day it was printed: 7家（2025-12-09）."""
    day = claim.article.published.isoformat() if claim.article.published else "日期不明"
    return f"{claim.text}（{day}）"


def told_all(claims: Sequence[Claim]) -> str:
    """The figures of a dispute, each distinct text once, in order."""
    seen: list[str] = []
    for c in claims:
        if (text := told(c)) not in seen:
            seen.append(text)
    return "、".join(seen)


def difference(a: Claim, b: Claim) -> str:
    """The arithmetic between two written numbers: 7 与 8，相差 1家（14.3%）; "" where there is none."""
    x, y = point(a), point(b)
    if x is None or y is None or a.value is None:
        return ""
    known = unit(a.value.unit)
    k = known.factor if known is not None else 1
    gap = abs(y - x) / k
    share = f"，{float(abs(y - x) / abs(x)) * 100:.1f}%" if x else ""
    return f"{show(x / k, a.value.unit)} 与 {show(y / k, a.value.unit)}，相差 {show(gap, a.value.unit)}{share}"


def tells(text: str, figure: str) -> bool:
    """Whether a text tells a figure as it is written, and not as the end of a longer number."""
    at = text.find(figure)
    while at >= 0:
        if not (at and figure[0] in _DIGITS and text[at - 1] in _DIGITS):
            return True
        at = text.find(figure, at + 1)
    return False


def side_by_side(a: Claim, b: Claim) -> bool:
    """Whether one of two sentences tells the other's number of three digits or more too: 2480起火灾里的*248起*."""
    if a.text == b.text or min(len(digits(point(c))) for c in (a, b)) < _TELLING:
        return False
    return tells(a.sentence.text, b.text) or tells(b.sentence.text, a.text)


# How much one number is more or less than another, told right behind it: 4860万元，*比年初安排多了60*万元.
_BY = re.compile(
    r"[，（(]?(?:(?:比|较)[^，。；：0-9]{1,16}?[多少增减高低超](?:[加少出了])*|[^，。；：0-9]{0,8}?[多少增减](?:加|少)?了)"
    r"(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<k>[万亿]?)",
    needs=("比", "较", "了"),
)
# … or right before it: *增加床位20张，达到*230张.
_COME_TO = re.compile(
    r"(?:增加|新增|增设|增添|减少|调减)了?[^，。；：0-9]{0,8}(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<k>[万亿]?)[^，。；：0-9]{1,4}"
    r"，[^，。；：0-9]{0,4}(?:达到?|增至|增加到|增到|减至|减少到|减到)$",
    needs="，",
)
_SCALE = {"": 1, "万": 10_000, "亿": 100_000_000}


# By what part of itself one number is more or less than another, told right behind it: 86.4万亩，*比年初增长8.2%*.
_BY_SHARE = re.compile(
    r"[，（(](?:比|较)[^，。；：0-9]{1,10}?(?:(?P<more>增长|上升|提高|上涨|增加|扩大)|下降|减少|降低|回落)了?(?P<n>[0-9]+\.[0-9]+)[%％]",
    needs=("比", "较"),
)


def accounted(a: Claim, b: Claim) -> bool:
    """Whether one of two claims tells by how much it is more or less than the other: 比年初安排多了60万元, 增长8.2%.

    In one article it is enough that what makes the one up is told before it: 加上老院区*600张*，全院床位增至1400张.
    """
    x, y = point(a), point(b)
    if x is None or y is None:
        return False
    if _grown_from(a, y) or _grown_from(b, x):
        return True
    within = a.article.id == b.article.id and a.sentence.index != b.sentence.index
    return any(abs(x - y) in (_gaps(c) or (_added(c) if within else ())) for c in (a, b))


def _grown_from(claim: Claim, before: Number) -> bool:
    """Whether the growth that is told right behind a claim is just that from another number."""
    m, now = _BY_SHARE.match(claim.sentence.text, claim.figure.end), point(claim)
    if m is None or now is None or not before:
        return False
    told, step = Fraction(m["n"]), Fraction(1, 10 ** len(m["n"].partition(".")[2]))
    return abs((now / before - 1) * 100 - (told if m["more"] else -told)) <= step / 2


def _added(claim: Claim) -> tuple[Number, ...]:
    """The number of a claim's unit that its sentence adds to another before it, in the base unit of its dimension."""
    if claim.value is None:
        return ()
    text = claim.sentence.text[: claim.figure.start]
    more = rf"(?:加上|连同)[^，。；0-9]{{0,16}}?([0-9]+(?:\.[0-9]+)?)([万亿]?){re.escape(claim.value.unit)}"
    found = re.findall(more, text)
    known = unit(claim.value.unit)
    return tuple(Fraction(n) * _SCALE[k] * (known.factor if known is not None else 1) for n, k in found)


def _gaps(claim: Claim) -> tuple[Number, ...]:
    """The differences that are told right behind a claim, or right before it, in the base unit of its dimension."""
    m = _BY.match(claim.sentence.text, claim.figure.end) or _COME_TO.search(claim.sentence.text[: claim.figure.start])
    known = unit(claim.value.unit) if claim.value is not None else None
    factor = known.factor if known is not None else 1
    return (Fraction(m["n"]) * _SCALE[m["k"]] * factor,) if m else ()


def strangers(a: Claim, b: Claim, times: float) -> bool:
    """Whether one number of a unit is more than so many times another, and no slip of digits or zeros sets them apart.

    Two tellings of one thing are seldom so far from each other: one of the two is of something else.
    """
    x, y = point(a), point(b)
    if not x or not y or a.value is None or b.value is None or a.value.unit != b.value.unit:
        return False
    low, high = sorted((abs(x), abs(y)))
    return high > low * times and sorted(digits(x)) != sorted(digits(y))


def slip(a: Claim, b: Claim) -> str | None:
    """The one edit that would reconcile two written numbers: digits swapped, or one digit; None if there is none."""
    x, y = point(a), point(b)
    if not x or not y:
        return None
    dx, dy = digits(x), digits(y)
    if len(dx) == len(dy) and len(dx) > 1 and dx != dy:
        apart = [i for i in range(len(dx)) if dx[i] != dy[i]]
        if len(apart) == 2 and dx[apart[0]] == dy[apart[1]] and dx[apart[1]] == dy[apart[0]]:
            return "数字颠倒？"
        if len(apart) == 1 and len(dx) > 2:
            return "一个数字写错？"
    return None


def miswritten(a: Claim, b: Claim) -> int:
    """How many digits two exact numbers have that differ by one, or by two neighbours that changed places; else 0.

    Zeros at either end do not count, nor does what has not the same unit.
    """
    one, other = (c.sentence.text[slice(*c.figure.number)] for c in (a, b))
    if a.value is None or b.value is None or a.value.unit != b.value.unit or not (exact(a) and exact(b)):
        return 0
    if len(one) != len(other) or one.find(".") != other.find(".") or point(a) == point(b):
        return 0
    one, other = one.replace(".", ""), other.replace(".", "")
    if not (one.isdigit() and other.isdigit()):
        return 0
    apart = [i for i in range(len(one)) if one[i] != other[i]]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(other)
    return len(one.strip("0")) if len(apart) == 1 or turned else 0


def digits(number: Number | None) -> str:
    """The significant digits of a decimal number without trailing zeros; "" where no decimal is exact.

    >>> from fractions import Fraction
    >>> digits(Fraction(339)), digits(Fraction("86.40")), digits(Fraction(1, 3))
    ('339', '864', '')
    """
    if number is None:
        return ""
    rest = number.denominator
    for p in (2, 5):
        while rest % p == 0:
            rest //= p
    if rest != 1:
        return ""
    n = number
    while n.denominator != 1:
        n *= 10
    return str(abs(n.numerator)).rstrip("0")
