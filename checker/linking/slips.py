"""Two numbers that one slip of the pen makes of one: evidence that two claims are of one thing, though worded apart.

Nobody copies a number into a hundred others by chance: where two exact numbers of three digits or more differ by a
shifted point, by two digits that changed places, by one of four or more, or only in their unit, and the words around
them are akin, both papers mean one number, and what is guessed of time and place need not agree.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.grounds import stem_of
from checker.claims.places import same_place
from checker.claims.readings import clause_start
from checker.disputes import digits, miswritten, point
from checker.figures.units import unit
from checker.lexicon import words
from checker.linking.companions import common_numbers, stands_in
from checker.model import Behaviour, Comparator, Kind

if TYPE_CHECKING:
    from datetime import date

    from checker.linking.gate import Gate
    from checker.linking.pairs import Pair
    from checker.model import Claim, Value

_POWERS = (10, 100, 1000, 10**4, 10**8)
# Three digits are right to half of one in a hundred.
_ROUNDING = 0.005
_DIGITS, _LONG = 3, 4
# No slip of a digit but of the zeros makes a number ten times another.
_FAR = 10
# How alike two wordings must be: with numbers of four digits, with shorter ones; how many characters they must share.
_ALIKE, _SHARED, _LEAST = 0.5, 0.6, 3
# How alike two names must be where one digit is all that differs.
_NAMED = 0.75
_SOON, _NEAR, _YEAR = 45, 200, 400
# Names this alike are of one count, whose turned digits are no growth of a year.
_TOLD_ALIKE = 0.95
# A slip of a number is told only of what can be counted twice and come out the same.
_KINDS = frozenset({Kind.QUANTITY, Kind.NUMBER})
# Reasons that rest on what is guessed of two claims, and not on what is written.
_GUESSED = frozenset({"", "scope", "period", "behaviour", "level", "matter", "instance"})
_PLANNED = _GUESSED | {"status"}
# Units that are often mistaken for each other; dimensions that most figures have.
_OFTEN_MISTAKEN = frozenset({"亩", "公顷"})
_COMMON = frozenset({"", "人民币", "美元", "个体", "人", "人次", "户", "场次", "比例"})
# Measure words of which one holds several of the other.
_FAMILIES = (frozenset("瓶箱盒袋支粒片桶包罐板"), frozenset("对列趟班"), frozenset("件套组"))
_OF_WATER = frozenset({"吨", "立方米"})
_WATER = re.compile(r"处理|能力|供水|用水|取水|排水|水量|污水|水厂|蓄水|补水")
_HAN = re.compile(r"[㐀-鿿]")
_AFTER, _AROUND = 12, 24
_OF = re.compile("[的了]")
# So many characters right at two numbers say that both are of one thing.
_WORDS = re.compile(r"[㐀-鿿A-Za-z]{3}")
_AGAIN = 0.9
_STOP = re.compile(r"[，。；：！？、\s“”（）《》]")


class Slip(StrEnum):
    """What sets two numbers apart; ``NONE`` where more than a slip does."""

    NONE = ""
    SCALE = "只差数量级"
    SWAP = "数字颠倒"
    UNIT = "数同而单位不同"
    DIGIT = "只差一个数字"
    MEASURE = "数同而量不同"


@lru_cache(maxsize=65536)
def _figures(text: str) -> tuple[str, str]:
    """The first digit of a number as it is written, and all of them in order of size, without zeros."""
    told = [c for c in text if "1" <= c <= "9"]
    return (told[0], "".join(sorted(told))) if told else ("", "")


def may_slip(a: str, b: str) -> bool:
    """Whether a slip may set two figures apart, by their text: a glance before :func:`slip_of`.

    A number in characters may be any; rounding may make 9.96 of 10.

    >>> may_slip("186亿元", "168亿元"), may_slip("186亿元", "420亩"), may_slip("996家", "1000家")
    (True, False, True)
    """
    (one, digits_), (other, others) = _figures(a), _figures(b)
    return not one or not other or one == other or digits_ == others or {one, other} == {"1", "9"}


def slip_between(a: Claim, b: Claim) -> Slip:
    """The slip that sets two claims apart; in one article only where the same words stand at both numbers."""
    if a.article.id != b.article.id:
        return slip_of(a, b) if may_slip(a.figure.text, b.figure.text) else Slip.NONE
    return Slip.DIGIT if _told_again(a, b) else Slip.NONE


def slip_of(a: Claim, b: Claim) -> Slip:
    """The slip that would turn one exact number into the other."""
    x, y = a.value, b.value
    if x is None or y is None or a.kind not in _KINDS or b.kind not in _KINDS:
        return Slip.NONE
    if a.figure.comparator != Comparator.EQ or b.figure.comparator != Comparator.EQ:
        return Slip.NONE
    one, other = _written(x), _written(y)
    if one is None or other is None:
        return Slip.NONE
    if one[1] != other[1] and not _rounded(one[0], other[0]) and not _mistyped(a, b):
        return Slip.NONE
    return _sort(a, b, one[0], other[0])


def _sort(a: Claim, b: Claim, one: str, other: str) -> Slip:  # noqa: PLR0911 - one way out a slip
    """The slip between two claims whose digits, ``one`` and ``other``, are the same in some order."""
    x, y = a.value, b.value
    if x is None or y is None:
        return Slip.NONE
    m, n = point(a), point(b)
    akin = _dimension(x.unit) == _dimension(y.unit)
    if akin and x.unit != y.unit and x.low == y.low and m != n:
        return Slip.UNIT
    if _measured_apart(x, y, akin=akin):
        return Slip.MEASURE
    if not x.unit or not akin or not m or not n or min(len(one), len(other)) < _DIGITS:
        return Slip.NONE
    if _rounded(one, other):
        ratio = max(m, n) / min(m, n)
        return Slip.SCALE if any(abs(ratio / k - 1) < _ROUNDING for k in _POWERS) else Slip.NONE
    if _swapped(one, other):
        return Slip.SWAP if 1 / _FAR < m / n < _FAR else Slip.NONE
    return Slip.DIGIT if _mistyped(a, b) and 1 / _FAR < m / n < _FAR else Slip.NONE


def _measured_apart(x: Value, y: Value, *, akin: bool) -> bool:
    """Whether one number of three digits is told in two measures: 46.8万立方米, 46.8万吨; 12.6万册, 12.6万种."""
    if x.low is None or x.low != y.low or x.unit == y.unit or len(digits(x.low)) < _DIGITS - 1:
        return False
    return bool(x.unit and y.unit) and (not akin or _dimension(x.unit) == "个体")


def _rounded(one: str, other: str) -> bool:
    """Whether two numbers have the same digits as far as the shorter goes: 38264, 383."""
    short, long = sorted((one, other), key=len)
    n = len(short)
    up = str(int(long[:n]) + 1) if long[n : n + 1] >= "5" else long[:n]
    return short == up


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places."""
    apart = [i for i in range(len(one)) if one[i] != other[i]] if len(one) == len(other) else []
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _mistyped(a: Claim, b: Claim) -> bool:
    """Whether one digit of four or more differs: not the last, as of a count that goes on, and not the first."""
    if miswritten(a, b) < _LONG:
        return False
    one, other = (c.sentence.text[slice(*c.figure.number)].replace(".", "") for c in (a, b))
    apart = [i for i in range(len(one)) if one[i] != other[i]]
    return len(apart) == 1 and 0 < apart[0] < min(len(one.rstrip("0")), len(other.rstrip("0"))) - 1


def _written(value: Value) -> tuple[str, str] | None:
    """The significant digits of an exact value, in their order and sorted without zeros; None where it is not exact."""
    low, high = value.low, value.high
    if low is None or (low is not high and low != high) or low.numerator <= 0:
        return None
    return _significant(low.numerator, low.denominator)


@lru_cache(maxsize=65536)
def _significant(above: int, below: int) -> tuple[str, str] | None:
    told = digits(Fraction(above, below))
    return (told, "".join(sorted(told.replace("0", "")))) if told else None


def digit_key(claim: Claim) -> tuple[str, ...]:
    """The key under which numbers meet that are made of the same digits; () where they are too few to tell."""
    value = claim.value
    if value is None or claim.kind not in _KINDS or claim.figure.comparator != Comparator.EQ:
        return ()
    told = _written(value)
    if told is None or len(told[0]) < _DIGITS:
        return ()
    return ("~", told[1], _dimension(value.unit))


def _dimension(of: str) -> str:
    known = unit(of)
    return known.dimension if known is not None else ""


def slipped(pair: Pair, score: float, slip: Slip, held: Gate, apart: str) -> float:
    """The score of a pair that a slip sets apart, 0 where too little else speaks for one thing.

    ``score``: by the words alone. ``held``, ``apart``: what speaks against comparing the two.
    """
    if slip is Slip.MEASURE:
        return _of_one_thing(pair, score, held)
    # What is planned of a thing's own measures is what it has: 规划用地35亩, 占地35公顷.
    allowed = _PLANNED if slip is Slip.UNIT else _GUESSED
    if pair.within:
        return _AGAIN if held.refusal in _GUESSED and apart in _GUESSED and not _two_times(held) else 0.0
    if held.refusal not in allowed or apart not in _GUESSED or not _one_time(pair, slip):
        return 0.0
    n = min(len(told[0]) if (told := _written(v)) else 0 for v in (pair.x.value, pair.y.value) if v is not None)
    if not _placed(pair) or not _one_sort(pair, certain=slip is Slip.SWAP and n >= _LONG):
        return 0.0
    if slip is Slip.DIGIT:  # the weakest of slips: the words must say that one thing is meant, and of one time
        akin = max(pair.like[0].score, score)
        timely = held.time == "same" or miswritten(pair.x, pair.y) > _LONG
        return round(akin + (1 - akin) * 0.6, 3) if akin >= _NAMED and timely else 0.0
    others = (
        _shared(pair) if n >= _DIGITS else 0.0,
        _owned(pair, slip, n),
        _seldom(pair, slip, n),
        _of_one_matter(pair, slip, n),
    )
    akin = max(pair.like[0].score, score, *others)
    return round(akin + (1 - akin) * 0.6, 3) if akin >= (_ALIKE if n >= _LONG else _SHARED) else 0.0


def _told_again(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell numbers of three digits or more in the same words, and one digit sets them apart."""
    if a.sentence.index == b.sentence.index or a.kind not in _KINDS or miswritten(a, b) < _DIGITS:
        return False
    behind = [_WORDS.match(_OF.sub("", c.sentence.text[c.figure.end : c.figure.end + _AFTER])) for c in (a, b)]
    ahead = [_WORDS.match(_OF.sub("", c.sentence.text[: c.figure.start][-_AFTER:])[::-1]) for c in (a, b)]
    return any(x and y and x.group() == y.group() for x, y in (behind, ahead))


def _two_times(held: Gate) -> bool:
    """Whether both say of what time they are, and it is not one."""
    return held.sure and held.time != "same"


def _of_one_thing(pair: Pair, score: float, held: Gate) -> float:
    """The score of a pair that tells one number in two measures; a ton of water is a cubic metre."""
    text = "".join(c.sentence.text[max(0, c.figure.start - _AROUND) : c.figure.end + _AFTER] for c in (pair.x, pair.y))
    units = {v.unit for v in (pair.x.value, pair.y.value) if v is not None}
    apart = held.refusal == "unit" or (not held.refusal and any(units <= family for family in _FAMILIES))
    if pair.within or not apart or (units == _OF_WATER and _WATER.search(text)):
        return 0.0
    days = [_day(c) for c in (pair.x, pair.y)]
    soon = None not in days and abs((days[0] - days[1]).days) <= 3 * _YEAR  # type: ignore[operator]
    akin, value = max(pair.like[0].score, score), pair.x.value
    least = _SHARED if value is not None and len(digits(value.low)) >= _DIGITS else _NAMED
    return round(akin + (1 - akin) * 0.6, 3) if soon and akin >= least and _placed(pair) and _one_sort(pair) else 0.0


def _owned(pair: Pair, slip: Slip, n: int) -> float:
    """How surely one measure of one thing is meant, whatever it is called: 占地35亩, 占地35公顷."""
    x, y = pair.x, pair.y
    heads = {x.metric.head, y.metric.head}
    owned = (bool(x.scope.org) and x.scope.org == y.scope.org) or common_numbers(x, y) > 0
    if slip is Slip.SCALE:  # 项目总投资128亿元, 这个总投资12.8亿元的工程
        return _SHARED if owned and n >= _DIGITS and len(heads) == 1 and heads <= words("terms", "fixed") else 0.0
    measured = slip is Slip.UNIT and heads <= words("terms", "attributes")
    mistaken = {v.unit for v in (x.value, y.value) if v is not None} == _OFTEN_MISTAKEN
    return _SHARED if measured and (owned or n >= _DIGITS or mistaken) else 0.0


def _of_one_matter(pair: Pair, slip: Slip, n: int) -> float:
    """How surely one thing is meant by two numbers of articles that share others, where neither has both."""
    x, y = pair.x, pair.y
    if pair.within or n < _DIGITS or slip not in (Slip.SWAP, Slip.SCALE):
        return 0.0
    shared = common_numbers(x, y)
    if not shared or stands_in(x, y.article) or stands_in(y, x.article):
        return 0.0
    return _SHARED if len(_wording(x) & _wording(y)) >= (1 if shared > 1 else _LEAST - 1) else 0.0


def _seldom(pair: Pair, slip: Slip, n: int) -> float:
    """How surely one thing is meant by long numbers of a measure that few figures have, which one word says too."""
    kind = _dimension(pair.x.value.unit) if pair.x.value is not None else ""
    told = slip is Slip.SWAP and n >= _LONG and kind not in _COMMON
    return _ALIKE if told and _wording(pair.x) & _wording(pair.y) else 0.0


def _one_sort(pair: Pair, *, certain: bool = False) -> bool:
    """Whether neither side is of a sort that the other is not; 外贸企业 may be 企业 told short.

    ``certain``: their numbers are too long to be alike by chance, so that only one may be told as a part.
    """
    a, b = set(pair.x.scope.levels), set(pair.y.scope.levels)
    return (a <= b or b <= a) and (certain or pair.x.scope.part == pair.y.scope.part)


def _placed(pair: Pair) -> bool:
    """Whether no two places or organisations that the papers name stand against each other."""
    a, b = pair.x.scope, pair.y.scope
    if a.org and b.org and not (a.org in b.org or b.org in a.org):
        return False
    if not (a.explicit and b.explicit):
        return True
    ours = any(p[:1] == "全" and q.endswith(p[1:]) for p, q in ((a.place, b.place), (b.place, a.place)))
    within = ours or a.place in b.place or b.place in a.place
    return not a.place or not b.place or within or same_place(a.place, b.place) or stem_of(a.place) == stem_of(b.place)


def _one_time(pair: Pair, slip: Slip) -> bool:
    """Whether what is stated of their times leaves room for one time; nothing grows to ten times itself in a season."""
    p, q = pair.x.period, pair.y.period
    days = [_day(c) for c in (pair.x, pair.y)]
    if p is None or q is None:
        return None not in days and abs((days[0] - days[1]).days) <= _YEAR  # type: ignore[operator]
    if None in (p.start, p.end, q.start, q.end):
        return False
    owned = bool(pair.x.scope.org) and pair.x.scope.org == pair.y.scope.org
    if _fixed(pair) and (owned or common_numbers(pair.x, pair.y)):
        return True
    stated = p.explicit and q.explicit
    near = abs((p.end - q.end).days)  # type: ignore[operator]
    if slip is Slip.UNIT and not stated:
        return bool(near <= _YEAR)
    if Behaviour.FLOW in (pair.x.behaviour, pair.y.behaviour):
        meet = (p.start <= q.end and q.start <= p.end) or (near <= _SOON and not stated)  # type: ignore[operator]
        level = Behaviour.STOCK in (pair.x.behaviour, pair.y.behaviour)
        return bool(meet and (not stated or near == 0 or level or slip is Slip.SCALE))
    return bool(near <= _apart_at_most(pair, slip, stated=stated))


def _apart_at_most(pair: Pair, slip: Slip, *, stated: bool) -> int:
    """How many days apart two levels may be told that a slip sets apart."""
    if slip is Slip.SWAP and stated:
        return 3
    return _YEAR if slip is Slip.SWAP and pair.like[0].score >= _TOLD_ALIKE else _NEAR


def _fixed(pair: Pair) -> bool:
    """Whether both are measures that do not move with time: 总投资, 全长."""
    return all(c.metric.head in words("terms", "fixed") for c in (pair.x, pair.y))


def _day(claim: Claim) -> date | None:
    return claim.period.end if claim.period and claim.period.end else claim.article.published


def _shared(pair: Pair) -> float:
    """How much of the shorter wording around one figure the other's holds, by characters."""
    a, b = (_wording(c) for c in (pair.x, pair.y))
    both = a & b
    return len(both) / min(len(a), len(b)) * 0.9 if len(both) >= _LEAST else 0.0


def _wording(claim: Claim) -> frozenset[str]:
    """The characters of the clause around a figure that say what it is of."""
    text, figure = claim.sentence.text, claim.figure
    head = text[clause_start(text, figure.start) : figure.start]
    tail = _STOP.split(text[figure.end : figure.end + _AFTER])[0]
    told = "".join((head, tail, claim.metric.text, claim.metric.counted, "".join(claim.metric.subject)))
    return frozenset(_HAN.findall(told)) - words("matters", "idle") - frozenset(claim.scope.place)
