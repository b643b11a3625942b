"""Names of which one may be a slip for the other, whatever sort of thing they are of: “星课堂”, “星学堂”.

Nothing in two such names says that one is wrong. That both are one thing is told by the papers of one house: they never
tell both, they tell what is called so with the same words beside it, and most of them know one of the two alone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from checker import patterns as re
from checker.claims.names.cores import EDITION, core, ending, undated
from checker.claims.names.near import SAME
from checker.claims.names.sites import sort_of, sorts
from checker.claims.names.sounds import alike, sounds
from checker.claims.names.suspects import NEAR, SOUND, forms
from checker.claims.names.variants import NUMERAL, WARD
from checker.claims.places.gazetteer import gazetteer
from checker.claims.words.segments import is_verb, segment
from checker.lexicon import load

# Who vouches for a pair: one word beside both in papers of one house (LIKENED), and where nothing in the names speaks
# for a slip, also that most of them tell one of the two (RECURRING). Where they share much, the house is enough.
LIKENED, RECURRING = "likened", "recurring"

_QUOTED = re.compile("“(?P<own>[^“”]{2,16})”", needs="“")
# What a house is, and not what it is called: *县级*鲜叶交易中心.
_GRADED = re.compile("(?:国家|[省市区县乡镇村])级")
_LATIN = re.compile("[A-Za-z]")
# A word, and the longest that one name may have more; so many characters names of their own have, or share beside one
# that differs; so many beside a word that one has more.
_WORD, _PUT_IN = 2, 3
_SKY = frozenset("天地日月")  # they tell things apart by themselves, and not in a word: 湿*地*
_SHORT, _LEAST = 3, 4
_SHARED, _MUCH = 5, 8


class _Apart(NamedTuple):
    """Two names of their own with what each has between the ``head`` and ``tail`` characters that they share."""

    one: str
    other: str
    head: int
    tail: int

    @property
    def left(self) -> str:
        return self.one[self.head : len(self.one) - self.tail]

    @property
    def right(self) -> str:
        return self.other[self.head : len(self.other) - self.tail]

    @property
    def shared(self) -> int:
        return self.head + self.tail


def heard_keys(name: str) -> list[str]:
    """The keys that a coined name of two characters shares with those that sound or look alike.

    >>> bool(set(heard_keys("“凌霁”芯片")) & set(heard_keys("凌济"))), heard_keys("芯片")
    (True, [])
    """
    told = own(name)
    if len(told) != _WORD or _known(told):
        return []
    return [f"♪{told[1 - i]}{i}.{n}" for i in range(_WORD) for n in sorted(sounds(told[i]))]


def own(name: str) -> str:
    """What a thing is called, without its place and the word for its sort behind quotation marks.

    >>> own("槐安县“星课堂”平台"), own("槐安县石门坑水库")
    ('星课堂', '石门坑水库')
    """
    quoted = _QUOTED.search(name)
    return core(quoted["own"]) if quoted is not None else forms(name)[-1]


@lru_cache(maxsize=8192)
def meant(a: str, b: str) -> str:
    """Who must vouch for two names that they are one: ``LIKENED``, ``RECURRING``; "" if none can.

    >>> meant("“云栗星课堂”平台", "“云栗星学堂”平台"), meant("金穗进村", "金穗入村"), meant("金穗进村", "金穗进校")
    ('recurring', 'likened', '')
    """
    if EDITION.findall(undated(a)) != EDITION.findall(undated(b)):
        return ""
    apart = _apart(own(a), own(b))
    one, other = apart.one, apart.other
    if _GRADED.match(one) or one == other or sorted(NUMERAL.findall(one)) != sorted(NUMERAL.findall(other)):
        return ""
    if sorted(one) == sorted(other):
        return "" if not _turned(apart) else NEAR if len(one) > _MUCH else LIKENED
    if not apart.left or not apart.right:
        return _put_in(apart)
    if len(one) != len(other):
        return ""
    marked = ("“" in a and "“" in b) or not _sort(apart)
    return SOUND if marked and _heard(apart) else _replaced(apart)


def _sort(apart: _Apart) -> str:
    """The word for the sort of two things that ends both their names; "" where none does."""
    sort = ending(apart.one)[0] or sort_of(apart.one)
    return sort if len(sort) <= apart.tail else ""


def _heard(apart: _Apart) -> bool:
    """Whether names differ in one character that sounds or looks alike, and are no words of the dictionary."""
    if len(apart.left) != 1 or not alike(apart.left, apart.right) or NUMERAL.search(apart.left + apart.right):
        return False
    return len(apart.one) >= _LEAST or not (_known(apart.one) or _known(apart.other))


def siblings(a: str, b: str) -> bool:
    """Whether two names differ in one character by which two things of one house are told apart.

    >>> siblings("送戏下乡", "送书下乡"), siblings("云栗湖湿地公园", "云栗河湿地公园"), siblings("金穗进村", "金穗入村")
    (True, True, False)
    """
    apart = _apart(own(a), own(b))
    return len(apart.left) == len(apart.right) == 1 and not alike(apart.left, apart.right) and _objects(apart)


def _apart(one: str, other: str) -> _Apart:
    head = _common(one, other)
    return _Apart(one, other, head, _common(one[head:][::-1], other[head:][::-1]))


def _common(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _turned(apart: _Apart) -> bool:
    """Whether two names are of the same words or characters in turned order, and of no two places."""
    left, right = apart.left, apart.right
    whole = len(apart.one) >= _LEAST or _LATIN.search(apart.one) is not None
    return whole and not ({left[:_WORD], right[:_WORD]} <= gazetteer().forms.keys())


def _put_in(apart: _Apart) -> str:
    """A word that one name has more, inside, by which no two things are told apart."""
    word = apart.left or apart.right
    if len(word) > _PUT_IN or not apart.tail or apart.head < _WORD or _contrary(word) or apart.shared < _SHARED:
        return ""
    sort = _sort(apart)
    if len(word) == 1 if not sort else apart.tail <= len(sort):
        return ""  # 创新强区, 创新*型*强区; 附属医院, 附属*口腔*医院
    laid = next((w for w in _rules() if apart.one.endswith(w)), "")
    if laid and word not in _ruling() and apart.tail > len(laid):
        return NEAR  # a city lays down one rule for one matter
    return LIKENED if apart.shared >= _MUCH else RECURRING


def _replaced(apart: _Apart) -> str:
    """A character or a word of two in place of another, with which it has a character in common."""
    left, right = apart.left, apart.right
    common = set(left) & set(right)
    if len(left) > _WORD or (len(left) == _WORD and not common):
        return ""
    sort = _sort(apart)
    if not apart.head:
        return ""
    if len(left) == 1 and is_verb(left) and is_verb(right):
        told = "" if {left + right, right + left} & _opposite() else LIKENED if _one_verb(left, right) else RECURRING
    else:
        told = "" if _told_apart(apart) or _objects(apart) else RECURRING
    return told if apart.shared + len(common) - len(sort) >= (_WORD if sort else _SHORT) else told and SAME


def _known(name: str) -> bool:
    return len(segment(name)) == 1


def _one_verb(left: str, right: str) -> bool:
    """Whether two verbs make one that says what each does: *进*, *入*, *进入*."""
    return is_verb(left + right) or is_verb(right + left)


def _told_apart(apart: _Apart) -> bool:
    """Whether two names differ in a place, a rank, a side, a number or a sort of people.

    A character that tells things apart tells nothing where it stands in a word that the other name has no like of:
    英才新*政*, 英才新*策*.
    """
    told = apart.left + apart.right
    known = [_in_word(name, apart) for name in (apart.one, apart.other)]
    if NUMERAL.search(told) or not _sides().isdisjoint(told) or {apart.left, apart.right} <= gazetteer().forms.keys():
        return True
    if not any(known) and WARD.match(apart.one[apart.head + len(apart.left) :]):
        return True
    return known[0] == known[1] and not _telling().isdisjoint(told)


def _in_word(name: str, apart: _Apart) -> bool:
    """Whether what parts a name from another stands in a word of two characters with the one beside it."""
    at, end = apart.head, len(name) - apart.tail
    return any(len(pair) == _WORD and _known(pair) for pair in (name[at - 1 : end], name[at : end + 1], name[at:end]))


def _contrary(word: str) -> bool:
    """Whether a word tells of a place, a rank, a side or a number."""
    return bool(NUMERAL.search(word)) or word in gazetteer().forms or not (_telling() - _SKY).isdisjoint(word)


def _objects(apart: _Apart) -> bool:
    """Whether two names say that one thing is done to two others (送*戏*下乡, 送*书*下乡), or are of two sorts."""
    left, right, at = apart.left, apart.right, apart.head
    if len(left) > 1:
        return False
    if {left, right} <= sorts():
        return True
    does = len(apart.one) == _LEAST and at % _WORD == 1 and is_verb(apart.one[at - 1])
    return does and not (is_verb(left) or is_verb(right))


@cache
def _rules() -> tuple[str, ...]:
    return tuple(load("names")["rules"].split())


@cache
def _ruling() -> frozenset[str]:
    return frozenset(load("names")["ruling"].split())


@cache
def _opposite() -> frozenset[str]:
    return frozenset(load("names")["opposite_deeds"].split())


@cache
def _sides() -> frozenset[str]:
    return frozenset(load("names")["sides"])


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("names")["telling"])
