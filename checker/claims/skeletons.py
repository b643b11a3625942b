"""Keys by which near-equal names meet, and how two names differ that met."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.words import branches, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS = re.compile(r"[\s“”‘’\"'《》〈〉（）()·・「」『』【】\-—]")
_EDITION = re.compile(
    r"""
    第[0-9一二三四五六七八九十百零〇]+届     # 第八届
  | (?:19|20)[0-9]{2}年?度?                  # 2025年
  | [一二]〇[0-9〇一二三四五六七八九]{2}年   # 二〇二五年
    """,
    re.VERBOSE,
)
_NUMERAL = re.compile(r"[0-9]+|[一二三四五六七八九十百千万亿两零〇甲乙丙丁]|[A-Za-z]+")
_LONGEST = 40


@cache
def _short_forms() -> Mapping[str, str]:
    return {str(k): str(v) for k, v in lexicon("names")["short_forms"].items()}


@cache
def _long() -> re.Pattern[str]:
    return re.compile(branches(_short_forms()))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lexicon("names")[name].split())


@cache
def endings() -> Mapping[str, str]:
    """Each ending of a name with the type of thing that it tells."""
    return {w: kind for kind, ws in lexicon("names")["endings"].items() for w in ws.split()}


def ending(name: str) -> tuple[str, str]:
    """The longest known ending of ``name`` and the type it tells, or two empty strings.

    >>> ending("槐安精密制造研究院")
    ('研究院', 'organisation')
    >>> ending("槐安")
    ('', '')
    """
    known = endings()
    for at in range(max(0, len(name) - 6), len(name)):
        if name[at:] in known:
            return name[at:], known[name[at:]]
    return "", ""


def core(name: str) -> str:
    """``name`` without marks, edition and year, official long forms made short.

    >>> core("第八届“槐安”国际文化旅游节")
    '槐安国际文化旅游节'
    >>> core("槐安高新技术产业开发区管理委员会")
    '槐安高新区管委会'
    """
    bare = _EDITION.sub("", _MARKS.sub("", name))
    return _long().sub(lambda m: _short_forms()[m[0]], bare)


def skeletons(name: str) -> tuple[str, ...]:
    """The keys of ``name``: two names share one if they differ by one character replaced, one or two put in, or by order.

    >>> a, b = skeletons("槐安精密制造研究院"), skeletons("槐安精密智造研究院")
    >>> bool(set(a) & set(b))
    True
    >>> bool(set(a) & set(skeletons("槐安市人民医院")))
    False
    """
    bare = core(name)[:_LONGEST]
    if len(bare) < 4:
        return (bare,) if bare else ()
    keys = {"".join(sorted(bare)): None}
    for width in (1, 2):
        for at in range(len(bare) - width + 1):
            keys["".join(sorted(bare[:at] + bare[at + width :]))] = None
    return tuple(keys)


def skeleton(name: str) -> str:
    """The key of ``name`` that does not see the order of its characters."""
    return next(iter(skeletons(name)), "")


def variant(a: str, b: str) -> str | None:
    """How two names differ that may be one: ``"slip"``, ``"abbreviation"``, or None where they name two things.

    >>> variant("槐安强企提质三年行动", "槐安强企提升三年行动")
    'slip'
    >>> variant("槐安陆港集团", "槐安港口集团")
    """
    if a == b:
        return None
    one, other = core(a), core(b)
    if one == other:
        return "abbreviation" if _EDITION.findall(a) == _EDITION.findall(b) and _MARKS.sub("", a) != _MARKS.sub("", b) else None
    if sorted(_NUMERAL.findall(one)) != sorted(_NUMERAL.findall(other)) or _EDITION.findall(a) != _EDITION.findall(b):
        return None
    head = _common(one, other)
    tail = _common(one[head:][::-1], other[head:][::-1])
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    return _difference(one, other, (left, right), (head, tail))


def _common(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _difference(one: str, other: str, middle: tuple[str, str], shared: tuple[int, int]) -> str | None:
    left, right = middle
    head, tail = shared
    if sorted(left) == sorted(right):
        return _transposed(left, right, head)
    kind = ending(one)[1]
    if kind != ending(other)[1]:
        return None
    if not left or not right:
        return _inserted(left or right, kind, head, tail)
    if len(left) == len(right) <= 2:
        return _replaced((one, other), middle, kind, shared)
    return None


def _transposed(left: str, right: str, head: int) -> str | None:
    turned = any(left[i:] + left[:i] == right for i in range(1, len(left)))
    swapped = len(left) >= 4
    return "slip" if (turned or swapped) and (head >= 2 or len(left) >= 4) else None


def _inserted(word: str, kind: str, head: int, tail: int) -> str | None:
    if head == 0 or len(word) > 2:
        return None
    if tail == 0:
        return None
    if word in _list("light") and head + tail >= (7 if kind == "organisation" else 5):
        return "slip"
    if set(word) & set(lexicon("names")["telling"]):
        return None
    return "slip" if kind in ("plan", "event") and head + tail >= 6 else None


def _replaced(pair: tuple[str, str], middle: tuple[str, str], kind: str, shared: tuple[int, int]) -> str | None:
    left, right = middle
    head, tail = shared
    if head < 2 or head + tail < 5 or set(left + right) & set(lexicon("names")["telling"]):
        return None
    if kind in ("plan", "event", "") and _manner(pair, middle, head):
        return "slip"
    return "slip" if kind == "organisation" and _unlike_words(pair, middle, head) else None


def _manner(pair: tuple[str, str], middle: tuple[str, str], head: int) -> bool:
    """Whether both names have a word of manner where they differ."""
    words = _list("manner")
    width = len(middle[0])
    return all(
        any(name[i:j] in words for i in range(max(0, head - 2), head + 1) for j in range(head + width, head + width + 3))
        for name in pair
    )


def _unlike_words(pair: tuple[str, str], middle: tuple[str, str], head: int) -> bool:
    """Whether one side has no ordinary word where they differ, so that it is the other's slip."""
    return False
