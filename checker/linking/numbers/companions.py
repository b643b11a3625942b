"""The numbers that two sentences or articles share beside those that are compared: both tell of one thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures.telling import digits_of, unit_at

if TYPE_CHECKING:
    from checker.model import ArticleRef, Claim

# A number of two digits is met by chance, one of three seldom.
_FEW, _MANY = 1, 2
_TELLING = 3
# Papers further apart share a number of two digits by chance.
_DAYS = 400
_DIGITS = re.compile(r"[0-9.]+")
_NUMERAL = re.compile(
    r"""
    (?P<digits> [0-9]{1,15}(?:[.．][0-9]{1,6})?)
    (?P<unit> [万亿]{0,2}[^\s0-9，。；：、年月日号时点分届期级度])   # 6.7公里, 316名; no days, no editions
    """,
    re.VERBOSE,
)


def companions(a: Claim, b: Claim) -> int:
    """How surely two sentences share numbers beside the claims' own: 2 for each of three digits, 1 for each of two."""
    shared = numerals(a.sentence.text) & numerals(b.sentence.text)
    if not shared:
        return 0
    return sum(_worth(told) for told in shared if told[0] not in a.text and told[0] not in b.text)


def common_numbers(a: Claim, b: Claim) -> int:
    """How surely two articles share numbers beside the claims' own: 2 for each of three digits, 1 for each of two.

    Only the former count in papers more than a year apart; none does where one article has so many numbers that it
    shares some with any other.
    """
    x, y = a.article, b.article
    if x.id == y.id or not x.numbers or not y.numbers:
        return 0
    if _numbers(x).isdisjoint(_numbers(y)):
        return 0
    far = bool(x.published and y.published) and abs((x.published - y.published).days) > _DAYS  # type: ignore[operator]
    own, least = frozenset((_number(a), _number(b))), _MANY if far else _FEW
    return sum(worth for told, worth in _shared(x, y) if told not in own and worth >= least)


def stands_in(claim: Claim, article: ArticleRef) -> bool:
    """Whether a claim's number is one that another article tells too."""
    number = _number(claim)
    return any((m := _DIGITS.match(told)) is not None and m.group() == number for told in article.numbers)


def sole_unit(claim: Claim) -> str:
    """The unit of a claim's number where its article tells no other number in it; "" else."""
    unit = unit_at(claim.sentence.text, claim.figure.number.start) if claim.article.sole else ""
    return unit if unit in claim.article.sole else ""


def _number(claim: Claim) -> str:
    """The digits of a claim's number as they are written."""
    told = _DIGITS.match(claim.sentence.text, claim.figure.number.start)
    return told.group() if told else ""


@lru_cache(maxsize=16384)
def _numbers(article: ArticleRef) -> frozenset[str]:
    return frozenset(article.numbers)


@lru_cache(maxsize=16384)
def _shared(a: ArticleRef, b: ArticleRef) -> tuple[tuple[str, int], ...]:
    """The digits of the numbers that stand in both, each with what it is worth."""
    digits = {m.group() for told in _numbers(a) & _numbers(b) if (m := _DIGITS.match(told))}
    return tuple((d, _MANY if digits_of(d) >= _TELLING else _FEW) for d in sorted(digits))


@lru_cache(maxsize=16384)
def numerals(text: str) -> frozenset[tuple[str, str]]:
    """The numbers of a sentence with the first characters of their units.

    >>> sorted(numerals("全长55.6公里，设47座车站，2016年通车"))
    [('47', '座'), ('55.6', '公')]
    """
    found = ((m["digits"].replace("．", "."), m["unit"]) for m in _NUMERAL.finditer(text))
    return frozenset(one for one in found if digits_of(one[0]) > 1)


def _worth(told: tuple[str, str]) -> int:
    return _MANY if digits_of(told[0]) >= _TELLING else _FEW
