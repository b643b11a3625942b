"""Which figure of the body a headline's or caption's figure retells."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.arithmetic import alike
from checker.disputes import base, digits, exact, interval, point, slip
from checker.figures.intervals import disjoint
from checker.model import Comparator, Kind
from checker.naming import opposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim, Number

_MARK = re.compile(r"[，。；：！？!?;:\s—|｜]")
_DROPPED = re.compile(r"[0-9０-９.％%“”‘’《》（）()、·]|图[①-⑩为：]?")
_DIGIT = re.compile("[0-9]")
_PERCENT = (Kind.SHARE, Kind.RATE)
# A length of time with a name is told as an amount: *车程*2小时.
_LENGTHS = {Kind.DURATION, Kind.QUANTITY}
_GENERIC = frozenset(
    {
        "同比",
        "增长",
        "下降",
        "达到",
        "超过",
        "今年",
        "全年",
        "累计",
        "全市",
        "全区",
        "全县",
        "全省",
        "亿元",
        "万元",
        "的一",
    }
)
_REACH = 30


class Twin(NamedTuple):
    """A figure of the body that tells what another tells: its words' likeness, 0..1, and how many are shared."""

    claim: Claim
    likeness: float
    shared: int


def comparable(a: Claim, b: Claim) -> bool:
    """Whether two claims can be the same figure: amounts of one unit, shares, or growths of one direction."""
    if a.value is None or b.value is None:
        return False
    if a.kind is Kind.GROWTH or b.kind is Kind.GROWTH:
        doubled = ("翻" in a.text) == ("翻" in b.text)
        return a.kind is b.kind and _measured(a) == _measured(b) and doubled
    if a.kind in _PERCENT and b.kind in _PERCENT:
        return a.value.unit == b.value.unit
    if a.kind is Kind.ENUMERATION or b.kind is Kind.ENUMERATION:
        return a.kind is b.kind and a.text[1:] == b.text[1:]
    if a.kind is Kind.DURATION or b.kind is Kind.DURATION:
        return {a.kind, b.kind} <= _LENGTHS and a.value.unit == b.value.unit
    return alike(a, b)


def _measured(growth: Claim) -> tuple[str, int]:
    return growth.value.unit if growth.value is not None else "", growth.figure.direction


def agrees(a: Claim, b: Claim) -> bool:
    """Whether one number can satisfy both claims, rounding and hedges allowed for."""
    x, y = interval(a), interval(b)
    return x is not None and y is not None and not disjoint(x, y)


def near(a: Claim, b: Claim) -> bool:
    """Whether two written numbers are of one size, or made of the same digits; 20余 is taken as 20."""
    x, y = _written(a), _written(b)
    if not x or not y:
        return False
    if digits(x) == digits(y):
        return True
    return Fraction(1, 2) <= x / y <= 2 or (sorted(digits(x)) == sorted(digits(y)) and Fraction(1, 20) < x / y < 20)


def _written(claim: Claim) -> Number | None:
    if (x := point(claim)) is not None:
        return x
    value = base(claim)
    return value.low if value is not None else None


def transposed(a: Claim, b: Claim) -> bool:
    """Whether two exact numbers of one unit differ by two digits that changed places: 162亿, 126亿."""
    alike_units = a.value is not None and b.value is not None and a.value.unit == b.value.unit
    return alike_units and exact(a) and exact(b) and (slip(a, b) == "数字颠倒？" or _turned(a.text, b.text))


def _turned(one: str, other: str) -> bool:
    """Whether two numbers as written differ by two digits that changed places: 2小时27分15秒, …51秒; 120座, 102座."""
    if len(one) != len(other) or _DIGIT.sub("0", one) != _DIGIT.sub("0", other):
        return False
    apart = [i for i in range(len(one)) if one[i] != other[i]]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]
    return turned and one[apart[1]] == other[apart[0]]


def hedged(claim: Claim) -> bool:
    """Whether a number is told as a bound: 20余, 近300, 突破5000."""
    return claim.figure.comparator not in (Comparator.EQ, Comparator.RANGE, Comparator.ABOUT)


def twins(claim: Claim, body: Sequence[Claim]) -> list[Twin]:
    """The comparable claims of ``body`` that share words with ``claim``, the likest first."""
    mine = _pairs(_around(claim)) - _pairs(claim.scope.place)
    if not mine:
        return []
    found = []
    for other in body:
        if not comparable(claim, other) or _contrary(claim, other):
            continue
        shared = mine & _pairs(other.metric.text + "|" + _around(other))
        if shared:
            found.append(Twin(other, len(shared) / len(mine), len(shared)))
    return sorted(found, key=lambda t: (-t.shared, t.claim.start))


def retold(claim: Claim, body: Sequence[Claim], least: int = 4) -> list[Twin]:
    """The figures of ``body`` that ``claim`` may retell: by clauses first, then by sentences."""
    by_clause = twins(claim, body)
    known = {t.claim.key for t in by_clause}
    rest = []
    for other in body:
        if other.key in known or not comparable(claim, other) or _contrary(claim, other):
            continue
        part, shared = likeness(claim.sentence.text, other.sentence.text)
        if shared >= least:
            rest.append(Twin(other, part, shared))
    return by_clause + sorted(rest, key=lambda t: -t.shared)


def clause(text: str, start: int, end: int, reach: int = _REACH) -> str:
    """The clause that a figure stands in, without the figure.

    >>> clause("今年以来，新投用8所学校，反响良好", 8, 10)
    '新投用|学校'
    """
    head = _MARK.split(text[max(0, start - reach) : start])[-1]
    tail = _MARK.split(text[end : end + reach])[0]
    return f"{head}|{tail}"


def likeness(one: str, other: str) -> tuple[float, int]:
    """How much of one phrase's pairs of characters another holds, as a part of 1 and in number.

    >>> likeness("油菜花节开幕", "第六届油菜花节在村里开幕")
    (0.8, 4)
    """
    mine = _pairs(one)
    shared = mine & _pairs(other)
    return (len(shared) / len(mine) if mine else 0.0, len(shared))


def _contrary(a: Claim, b: Claim) -> bool:
    """Whether the clauses of two claims tell of what two opposites part: 女子冠军以…, 男子冠军以…."""
    return opposed([_around(a), _around(b)])


def _around(claim: Claim) -> str:
    figure = claim.figure
    return clause(claim.sentence.text, figure.start, figure.end)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a phrase, without digits, marks and the commonest words."""
    runs = _DROPPED.sub("|", text).split("|")
    return frozenset(r[i : i + 2] for r in runs for i in range(len(r) - 1)) - _GENERIC
