"""Long names of one beginning that may be one: 望湖冰雪运动*中心*, 望湖冰雪运动*基地*; and those with a word more.

Nothing in such names says that one is wrong. They are of one house where its papers never tell both.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.claims.names.cores import EDITION, ending
from checker.claims.names.suspects import BESIDE, NEAR, forms
from checker.claims.names.variants import NUMERAL
from checker.claims.places.gazetteer import gazetteer
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

# So many characters of its own a name has before its sort, and in all beside a word that another has more.
_STEM, _SHARED = 6, 10
_WORD = 2


@cache
def _classes() -> Mapping[str, int]:
    """Each word for a sort of things with the number of those that it is taken for."""
    return {w: n for n, words in enumerate(load("names")["taken_for"]) for w in words.split()}


def _parted(name: str) -> tuple[str, str]:
    """A name before its sort, and its sort, where that is taken for others; two empty strings else."""
    bare = forms(name)[-1]
    known = _classes()
    sort = next((bare[at:] for at in range(max(0, len(bare) - 6), len(bare)) if bare[at:] in known), "")
    stem = bare.removesuffix(sort)
    return (stem, sort) if sort and len(stem) >= _STEM else ("", "")


def ended(name: str) -> list[str]:
    """The key that a long name shares with those that differ in a word for its sort alone.

    >>> ended("望湖冰雪运动中心") == ended("望湖冰雪运动基地"), ended("望湖运动中心")
    (True, [])
    """
    stem, sort = _parted(name)
    return [f"≈{_classes()[sort]}.{stem}"] if sort else []


@lru_cache(maxsize=4096)
def akin(a: str, b: str) -> str:
    """Who must vouch for two long names that they are one: ``NEAR``, of events ``BESIDE``; "" if none can.

    >>> akin("望湖冰雪运动中心", "望湖冰雪运动基地"), akin("望湖冰雪运动中心", "望湖冰雪运动学校")
    ('near', '')
    >>> akin("甲省肺病介入治疗临床研究中心", "甲省肺病介入治疗临床医学研究中心")
    'near'
    """
    if EDITION.findall(a) != EDITION.findall(b):
        return ""
    (stem, sort), (other, rival) = _parted(a), _parted(b)
    if stem and stem == other and sort != rival and _classes()[sort] == _classes()[rival]:
        held = ending(sort)[1] == "event" or ending(rival)[1] == "event"
        return BESIDE if held else NEAR  # one fair of a year may have a rival
    return NEAR if _worded_more(*sorted((forms(a)[-1], forms(b)[-1]), key=len)) else ""


def _worded_more(short: str, long: str) -> bool:
    """Whether a name of a place of work has a word of two characters more, and nothing by which two are told apart."""
    if len(long) - len(short) != _WORD or len(short) < _SHARED or ending(short)[0] not in _fields():
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    word = long[at : at + _WORD]
    if short[:at] + word + short[at:] != long or not _WORD <= at <= len(short) - len(ending(short)[0]):
        return False
    telling = load("names")["telling"]
    return not (NUMERAL.search(word) or word in gazetteer().forms or set(word) & set(telling))


@cache
def _fields() -> frozenset[str]:
    """The sorts of places of work that are called after what is worked at."""
    return frozenset(load("names")["worked_at"].split())
