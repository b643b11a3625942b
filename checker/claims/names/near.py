"""Short names that may be one but for a character that sounds or looks alike: 永丰桥, 永峰桥."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from checker.claims.names.cores import ending
from checker.claims.names.sites import coined, lonely, sort_of, sorts, stem_before
from checker.claims.names.sounds import alike, sounds
from checker.claims.names.suspects import SOUND, forms
from checker.claims.names.variants import NUMERAL
from checker.claims.words.segments import segment
from checker.lexicon import load

# Who vouches for a pair of which many are called alike: that both articles tell of one matter, whatever their place; of
# villages and hills that both sentences do.
MATTER, CLOSE = "matter", "close"
# That both sentences tell one number of three digits, of names whose one character is another word.
SAME = "same"

_STEM, _LONGEST, _WORD = 2, 4, 2
_COINED = range(3, 7)
_FORMS = ("集团股份公司", "集团公司", "公司", "集团")
_LEFT = "^"


class _Short(NamedTuple):
    """A short name: its own characters and the word for its sort, "" where it has none."""

    stem: str
    sort: str


@lru_cache(maxsize=4096)
def _short(name: str) -> _Short | None:
    """A name of two to four characters before its sort; None of any other."""
    bare = forms(name)[-1]
    for form in _FORMS:
        short = bare.removesuffix(form)
        if short != bare and (sort := sort_of(short)):
            return _fitting(short.removesuffix(sort), sort)
    sort = sort_of(bare) or ending(bare)[0]
    if not sort:
        return _Short(bare, "") if len(bare) in _COINED and lonely(bare) else None
    return _fitting(bare.removesuffix(sort), sort)


def _fitting(stem: str, sort: str) -> _Short | None:
    """The short name, cut out of a longer one where its sort says where it begins: 走过*永丰*大桥."""
    if len(stem) > _LONGEST:
        own = stem_before(stem, sort) if sort in sorts() else 0
        stem = stem[len(stem) - own :]
    return _Short(stem, sort) if len(stem) >= _STEM else None


def near(a: str, b: str) -> str:
    """Who must vouch for two short names that they are one: ``SOUND``, ``MATTER``, ``CLOSE``, ``SAME``; "" if none can.

    >>> near("永丰大桥", "永峰大桥"), near("永丰桥", "永峰桥"), near("永丰桥", "永安桥"), near("永丰桥", "西丰桥")
    ('sound', 'matter', 'same', '')
    >>> near("凤鸣隧洞", "鸣凤隧洞")
    'matter'
    """
    one, other = _short(a), _short(b)
    if one is None or other is None or one.sort != other.sort:
        return ""
    length = min(len(one.stem), len(other.stem))
    if not one.sort and (len(one.stem) != len(other.stem) or not (coined(one.stem) or coined(other.stem))):
        return ""  # a slip makes no word: 渔港通, 渔岗通
    left, right = one.stem[-length:], other.stem[-length:]
    if left != right and sorted(left) == sorted(right):
        return CLOSE if one.sort in _land() else MATTER
    apart = [i for i, (x, y) in enumerate(zip(left, right, strict=True)) if x != y]
    return _told(left, right, apart[0], one.sort) if len(apart) == 1 else ""


def _told(left: str, right: str, at: int, sort: str) -> str:
    """Who must vouch for two stems of one sort that differ at one place."""
    if not _alike(left, right, at):
        return SAME if sort in _sited() and _free(left[at] + right[at]) else ""
    if (len(left) > _STEM and at > 0) or sort not in _many():
        return SOUND
    return CLOSE if sort in _land() else MATTER


def _free(pair: str) -> bool:
    """Whether two characters tell no place, rank or number by which two things of one sort are told apart."""
    return not NUMERAL.search(pair) and _telling().isdisjoint(pair)


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("names")["telling"])


def _alike(one: str, other: str, at: int) -> bool:
    """Whether two stems differ at one place in characters that are alike, and that do not make words of both."""
    left, right = one[at], other[at]
    if not alike(left, right) or (NUMERAL.search(left) and NUMERAL.search(right)):
        return False
    return not (_words(one, at) and _words(other, at))


def _words(stem: str, at: int) -> bool:
    pairs = (stem[at - 1 : at + 1] if at else "", stem[at : at + _WORD])
    return any(len(pair) == _WORD and len(segment(pair)) == 1 for pair in pairs)


@cache
def _sited() -> frozenset[str]:
    """The sorts of what stands in one place: no firms, and nothing that is made."""
    return _land() | frozenset(load("sites")["endings"]["built"].split())


@cache
def _many() -> frozenset[str]:
    """The sorts of which many things are called alike in one place."""
    return _land() | {w for w in load("sites")["endings"]["built"].split() if len(w) == 1}


@cache
def _land() -> frozenset[str]:
    return frozenset(load("sites")["endings"]["land"].split())


def sounding(name: str) -> list[str]:
    """The keys that a short name shares with those that :func:`near` takes for it.

    >>> bool(set(sounding("永丰桥")) & set(sounding("永峰桥"))), bool(set(sounding("永丰桥")) & set(sounding("安济桥")))
    (True, False)
    """
    short = _short(name)
    if short is None:
        return []
    stem, sort = short
    keys = [f"~{''.join(sorted(stem))}.{sort}"]
    keys += [f"{stem[:i]}*{stem[i + 1 :]}.{sort}" for i in range(len(stem))] if sort in _sited() else []
    for i, c in enumerate(stem):
        before = [stem[i - 1]] if i else [_LEFT]
        if i and i + 1 < len(stem) and sort:
            before.append(_LEFT)
        keys += [f"{b}{n}{stem[i + 1 :]}.{sort}" for b in before for n in sorted(sounds(c))]
    return keys
