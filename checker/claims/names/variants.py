"""How two names differ that may be one."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple

from checker import patterns as re
from checker.claims.names.cores import EDITION, MARKS, core, ending, plan, undated
from checker.claims.names.sounds import alike
from checker.claims.places.gazetteer import gazetteer
from checker.claims.words.segments import segment
from checker.lexicon import load

_LATIN = re.compile(r"[0-9A-Za-z]")
NUMERAL = re.compile(r"[0-9]+|[一二三四五六七八九十百千万亿两零〇]|[A-Za-z]+")
_BRAND = re.compile(r"“(?P<name>[^“”]{2,12})”(?P<rest>.*)")
# What follows the last character of a place's or road's name: 梅*山街道*, 梅*岭街道*.
WARD = re.compile(r".?(?:[省市区县州镇乡村路街]|街道|社区|大道)")
_BRANDED = 4  # a shorter name in quotation marks has too little in common with another
_WORD = 2  # the longest difference that may be a slip
# Characters that must be shared before a difference is held for a slip.
_ENOUGH, _MUCH, _PLENTY = 5, 7, 9
_SUBJECT = 2  # characters at the beginning of a name that tell whose it is


class _Split(NamedTuple):
    """Two names with what they share at either end (``head``, ``tail``: how many characters) and what they do not."""

    one: str
    other: str
    left: str
    right: str
    head: int
    tail: int
    kind: str

    @property
    def shared(self) -> int:
        return self.head + self.tail


def variant(a: str, b: str) -> str | None:
    """How two names differ that may be one: ``"slip"``, ``"abbreviation"``, or None.

    None where they name two things, and where they differ by marks alone.

    >>> variant("槐安精密制造研究院", "槐安精密智造研究院")
    'slip'
    >>> variant("槐安陆港集团", "槐安港口集团")
    >>> variant("槐安市中级法院第二分院", "槐安市中级法院二分院")
    'abbreviation'
    """
    if a == b:
        return None
    if not (EDITION.search(a) and EDITION.search(b)):
        a, b = undated(a), undated(b)
    editions = EDITION.findall(a) == EDITION.findall(b)
    one, other = core(a), core(b)
    if one == other:
        marked = MARKS.sub("", a) == MARKS.sub("", b)
        return "abbreviation" if editions and not marked else None
    if plan(one)[-_WORD:] == plan(other)[-_WORD:] and plan(one) != plan(other):
        one, other = plan(one), plan(other)
    if not editions or sorted(NUMERAL.findall(one)) != sorted(NUMERAL.findall(other)):
        return None
    if (inner := _quotes(a, b)) is not None:
        return "slip" if _brands(*inner) else None
    return _told_apart(_split(one, other))


def _told_apart(split: _Split) -> str | None:
    """How two unlike names differ that may be one."""
    if sorted(split.left) == sorted(split.right):
        return _transposed(split)
    if not split.left or not split.right:
        return _inserted(split)
    return "slip" if len(split.left) == len(split.right) <= _WORD and _replaced(split) else None


def _quotes(a: str, b: str) -> tuple[str, str] | None:
    """What stands in the quotation marks that two names begin with, where the rest of them is equal."""
    x, y = _BRAND.fullmatch(a), _BRAND.fullmatch(b)
    same = x is not None and y is not None and x["rest"] == y["rest"] and x["name"] != y["name"]
    return (x["name"], y["name"]) if same and x is not None and y is not None else None


def _brands(one: str, other: str) -> bool:
    """Whether two quoted names differ by one character that a coined word has on one side alone (邻里, 邻聚)."""
    if len(one) != len(other) or len(one) < _BRANDED:
        return False
    split = _split(one, other)
    if len(split.left) != 1 or set(split.left + split.right) & set(load("names")["telling"]):
        return False
    return not NUMERAL.search(split.left + split.right) and (alike(split.left, split.right) or _coined(split))


def _split(one: str, other: str) -> _Split:
    head = _common(one, other)
    tail = _common(one[head:][::-1], other[head:][::-1])
    kind = ending(one)[1] if ending(one)[1] == ending(other)[1] else "?"
    return _Split(one, other, one[head : len(one) - tail], other[head : len(other) - tail], head, tail, kind)


def _common(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


# --- the same characters in another order -------------------------------------------------------------


def _transposed(split: _Split) -> str | None:
    """Two words of one name in turned order; at its beginning only in events' names, without a subject there."""
    subject = split.head < _SUBJECT and any(split.left[i : i + 2] in gazetteer().forms for i in range(len(split.left)))
    if subject or (
        split.head < _SUBJECT and (split.kind != "event" or len(split.left) < 4 or _LATIN.search(split.left))
    ):
        return None
    turned = any(split.left[i:] + split.left[:i] == split.right for i in range(1, len(split.left)))
    return "slip" if turned or len(split.left) >= 4 else None


# --- a word put in or left out ---------------------------------------------------------------------------


def _inserted(split: _Split) -> str | None:
    word = split.left or split.right
    if word == "第" and NUMERAL.match(split.one, split.head + len(split.left)):
        return "abbreviation"  # 检察院第一分院 is 检察院一分院 for short
    if split.head == 0 or len(word) > _WORD or split.kind == "?" or NUMERAL.search(word):
        return None
    if split.tail == 0:
        return "abbreviation" if ending(split.one)[0] and split.shared >= _MUCH else None
    if word in gazetteer().forms:
        return "abbreviation" if split.shared >= _MUCH else None
    return _word_more(split, word)


def _word_more(split: _Split, word: str) -> str | None:
    """A light word more or less; right before the ending of a plan it narrows what is meant (专项规划, 规划)."""
    longer = max(split.one, split.other, key=len)
    if word in _list("legal"):
        return "abbreviation" if split.shared >= _ENOUGH else None  # 康宁养老*集团*城南分院
    narrower = split.kind in ("plan", "event", "") and split.tail == len(ending(longer)[0])
    wide = split.kind == "event" and word in _list("light_event") and split.one[: split.head] not in _list("world")
    if word in _list("light") or wide:
        enough = {"": _PLENTY, "organisation": _MUCH}.get(split.kind, _ENOUGH)
        return None if split.shared < enough else "abbreviation" if narrower else "slip"
    if set(word) & set(load("names")["telling"]) or split.shared < _PLENTY:
        return None
    return "slip" if len(word) == 1 and not narrower and not _words_either_way(split) else None


def _words_either_way(split: _Split) -> bool:
    """Whether the text around the difference is made of ordinary words on both sides."""
    return all(_ordinary(name, split.head, len(name) - split.tail) for name in (split.one, split.other))


def _ordinary(name: str, start: int, end: int) -> bool:
    """Whether the characters from ``start`` to ``end`` all lie in words of two characters or more."""
    at = 0
    for word in segment(name):
        stop = at + len(word)
        if at < max(end, start + 1) and stop > min(start, end - 1) and len(word) == 1:
            return False
        at = stop
    return True


# --- a word in place of another ----------------------------------------------------------------------------


def _replaced(split: _Split) -> bool:
    return _in_stem(split) or _in_body(split)


def _in_body(split: _Split) -> bool:
    """Whether the difference stands where two names of one thing may differ: behind the first two characters."""
    names = load("names")
    if split.head < _SUBJECT or split.shared < _ENOUGH or split.kind == "?":
        return _endings_of_one_plan(split)
    if split.kind in ("plan", "event", "") and _manner(split):
        known = len(split.left) == 1 and _manner(split, _WORD)  # 持续改善, 持续改进
        return known or not set(split.left + split.right) & set(names["telling"])
    if len(split.left) > 1:
        return False
    if alike(split.left, split.right):
        return _after_place(split) >= _SUBJECT and split.shared > _ENOUGH and not _words_either_way(split)
    if set(split.left + split.right) & set(names["telling"]) or WARD.match(split.one[split.head + 1 :]):
        return False
    return split.shared > (_ENOUGH if split.kind in ("plan", "event") else _MUCH) and _coined(split)


def _in_stem(split: _Split) -> bool:
    """Whether the second character of a long name is one that sounds or looks like the other's, and neither is a place.

    云*麓*湖传感研究院, 云*鹿*湖传感研究院.
    """
    forms = gazetteer().forms
    listed = any(name[:n] in forms for name in (split.one, split.other) for n in (_SUBJECT, _SUBJECT + 1))
    long = split.kind != "?" and split.head == 1 and split.shared >= _MUCH
    return long and len(split.left) == 1 and alike(split.left, split.right) and not listed


def _endings_of_one_plan(split: _Split) -> bool:
    """三年行动计划 and 三年行动方案: long, equal but for the word for a plan."""
    words = (*load("names")["plan_words"].split(),)
    return split.tail == 0 and split.left in words and split.right in words and split.head >= _PLENTY


def _after_place(split: _Split) -> int:
    """How many characters the names share at their beginning after a listed place."""
    forms = gazetteer().forms
    place = next((n for n in range(min(split.head, 8), 1, -1) if split.one[:n] in forms), 0)
    return split.head - place


def _manner(split: _Split, least: int = 1) -> bool:
    """Whether both names have a word of manner where they differ, of so many characters at least."""
    words, width = _list("manner"), len(split.left)
    end = split.head + width
    spans = list(product(range(max(0, split.head - 1), split.head + 1), range(end, end + 2)))
    return all(any(j - i >= least and name[i:j] in words for i, j in spans) for name in (split.one, split.other))


def _coined(split: _Split) -> bool:
    """Whether the changed character stands in an ordinary word on one side alone (创新, 创享)."""
    told = []
    for name in (split.one, split.other):
        pairs = (name[split.head - 1 : split.head + 1], name[split.head : split.head + _WORD])
        told.append(any(len(segment(pair)) == 1 for pair in pairs))
    return told[0] != told[1]


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("names")[name].split())
