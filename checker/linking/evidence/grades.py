"""Grades that part two names of one number: 1万吨级以上泊位64个, 5万吨级以上泊位64个; 国家级奖项186项, of which 41 are.

Of what is sorted by its grade there are fewer of each higher one, so that one number is never of two of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.linking.wording.options import clause_of
from checker.linking.wording.similarity import word_likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.linking.pairs import Pair
    from checker.model import Claim

# How alike the last words of two names must be, and how far behind a figure stands what it counts.
_SAME, _BEHIND = 0.85, 16
_NUMBER = "[0-9]+(?:\\.[0-9]+)?[十百千万亿]*|[一二三四五六七八九十百千万亿]+"
# A grade, its number and by what it is measured: *5万吨级*泊位, *80岁以上*老人, *四级*手术, *10亿元以上*项目.
_GRADE = re.compile(
    rf"""
    (?P<number> {_NUMBER})
    (?P<measure>
        (?: 吨 | 千瓦 | 兆瓦 | 千伏 | 立方米 | 星 | 元 | 人 | 吨 )? (?: 级 (?![别数联差距产]) )
      | (?: 周? 岁 | 亿元 | 万元 | 元 | 米 | 平方米 | 亩 | 公里 | 吨 | 年 | 千伏 | 千瓦 | 兆瓦 ) (?= 及?以上)
    )
    """,
    re.VERBOSE,
    needs=("级", "以上"),
)
_ENDS = re.compile("[，。；：！？]")
# Another number with its measure word, and the mark behind it: 万吨级以上64个、10万吨级以上27个.
_COUNTED = re.compile(r"[0-9][0-9.]*[万亿]?[㐀-鿿]{1,2}、")


def two_grades(pair: Pair) -> str:
    """Why two names of one number are of two grades, for a reader: 5万吨级≠万吨级; "" where nothing says so."""
    x, y = pair.x, pair.y
    told = [_grades(_around(c)) for c in (x, y)]
    for measure in sorted(told[0].keys() & told[1].keys()):
        a, b = told[0][measure], told[1][measure]
        if a.isdisjoint(b) and _one_thing(pair):
            return f"{min(a)}{measure}≠{min(b)}{measure}"
    return ""


def one_grade(pair: Pair) -> bool:
    """Whether both numbers are told of one grade, whatever of it: 80岁以上老人, 80岁以上的12.6万人."""
    told = [_grades(_around(c)) for c in (pair.x, pair.y)]
    return any(not told[0][m].isdisjoint(told[1][m]) for m in told[0].keys() & told[1].keys())


def _one_thing(pair: Pair) -> bool:
    """Whether two names end in one word, whatever it is of which grade."""
    heads = pair.x.metric.head, pair.y.metric.head
    return all(heads) and (heads[0].endswith(heads[1]) or heads[1].endswith(heads[0]) or word_likeness(*heads) >= _SAME)


@lru_cache(maxsize=16384)
def _grades(text: str) -> Mapping[str, frozenset[str]]:
    """The grades that a text tells, each measure with its numbers."""
    found: dict[str, set[str]] = {}
    for m in _GRADE.finditer(text):
        found.setdefault(m["measure"], set()).add(m["number"].removeprefix("1") or "1")
    return {measure: frozenset(numbers) for measure, numbers in found.items()}


def _around(claim: Claim) -> str:
    """What names what a figure counts: its clause up to it, and what follows it there."""
    text, figure = claim.sentence.text, claim.figure
    ends = _ENDS.search(text, figure.end, figure.end + _BEHIND)
    behind = text[figure.end : ends.start() if ends else figure.end + _BEHIND]
    ahead = clause_of(claim)
    last = max((m.end() for m in _COUNTED.finditer(ahead)), default=0)
    return ahead[last:] + "　" + behind


def graded_otherwise(pair: Pair) -> str:
    """Why one name's level is that of the other paper's other number: 奖项186项，其中*国家级*41项; "" if it is none."""
    for right, wrong in ((pair.x, pair.y), (pair.y, pair.x)):
        unit = right.figure.unit_span
        told = right.sentence.text[slice(*unit)] if unit is not None else ""
        own = clause_of(right)
        for level in wrong.scope.levels:
            if "级" not in level or level in right.scope.levels or level in own or not told:
                continue
            if any(number != _digits(right) for number in _numbers_of(level, told, right.sentence.text)):
                return f"{own[own.rfind('、') + 1 :]}≠{level}"
    return ""


def _numbers_of(level: str, unit: str, text: str) -> Iterator[str]:
    """The numbers that a sentence tells right behind a level, in a unit."""
    pattern = rf"{re.escape(level)}[^，。；：！？0-9]{{0,8}}(?P<number>[0-9]+(?:\.[0-9]+)?[万亿]?){re.escape(unit)}"
    yield from (m["number"] for m in re.finditer(pattern, text))


def _digits(claim: Claim) -> str:
    return claim.sentence.text[slice(*claim.figure.number)]
