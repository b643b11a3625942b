"""Names of what is undertaken or laid down: “银杏安居”工程, “银杏宜居”工程. Two that differ by a word may be one.

Programmes, rules and consortia have names that are made up of plain words, so that a slip in one makes another name as
good. That both are one is told by what is told of them (:mod:`checker.linking.other_facts.deeds`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from operator import ne
from typing import NamedTuple

from checker import patterns as re
from checker.claims.names.cores import EDITION, ending, undated
from checker.claims.names.suspects import NEAR, forms
from checker.claims.names.variants import NUMERAL
from checker.claims.places.gazetteer import gazetteer
from checker.claims.words.segments import is_verb, segment
from checker.lexicon import load

# Who vouches for a pair: what is told of both in one house, where the words that part them have a character in common
# or one is put in (WORDED); two such things, or a number, where they have none (THEMED).
WORDED, THEMED = "worded", "themed"

_QUOTED = re.compile(r"“(?P<own>[^“”]{3,10})”", needs="“")
_LEAST, _KEPT = 4, 5  # characters of a name's own that are in quotation marks, and that two others must share
_WORD = 2
_LONG = 6  # names that share so many and are two words for one are of one house


class Programme(NamedTuple):
    """A name of its own and the word for its sort; ``quoted``: whether its own name stands in quotation marks."""

    own: str
    sort: str
    quoted: bool


@lru_cache(maxsize=8192)
def programme(name: str) -> Programme | None:
    """What a name is made of that is one of a programme, a rule or a consortium; None of any other.

    >>> programme("槐安市“银杏安居”工程")
    Programme(own='银杏安居', sort='工程', quoted=True)
    >>> programme("槐安市湿地生态保护条例").sort, programme("槐安大学")
    ('条例', None)
    """
    bare = forms(name)[-1]
    sort = next((w for w in _sorts() if bare.endswith(w)), "")
    quoted = _QUOTED.search(name)
    if quoted is not None and (sort or ending(bare)[1] in {"plan", "event"}):
        own = forms(quoted["own"])[0]
        return Programme(own, _kind(bare, sort), quoted=True) if len(own) >= _LEAST else None
    return Programme(bare.removesuffix(sort), sort, quoted=False) if sort and len(bare) > len(sort) + _LEAST else None


def _kind(bare: str, sort: str) -> str:
    return sort or ending(bare)[0]


@cache
def _sorts() -> tuple[str, ...]:
    return tuple(sorted(load("names")["undertaken"].split(), key=lambda w: (-len(w), w)))


def quoted_keys(name: str) -> list[str]:
    """The keys under which what is called so in quotation marks meets what has one character else.

    >>> bool(set(quoted_keys("“银杏安居”工程")) & set(quoted_keys("“银杏宜居”品牌")))
    True
    """
    known = programme(name) if "“" in name else None
    if known is None or not known.quoted:
        return []
    own = "".join(sorted(known.own))
    return ["“" + key for key in dict.fromkeys(own[:i] + own[i + 1 :] for i in range(len(own)))]


@lru_cache(maxsize=8192)
def reworded(a: str, b: str) -> str:  # noqa: PLR0911 -- one way out per reading
    """Who must vouch for two programmes that they are one: ``WORDED``, ``THEMED``; "" if none can.

    >>> reworded("“银杏安居”工程", "“银杏宜居”工程"), reworded("“银杏安居”工程", "“银杏守护”工程")
    ('worded', 'themed')
    >>> reworded("“银杏安居”工程", "“银杏宜居”品牌"), reworded("东区强企行动", "西区强企行动")
    ('worded', '')
    """
    one, other = programme(a), programme(b)
    if one is None or other is None or one.own == other.own:
        return ""
    quoted = one.quoted and other.quoted
    themed = quoted and one.sort == other.sort
    if one.sort != other.sort and not (quoted and _rules().isdisjoint((one.sort, other.sort))):
        return ""  # what is called so in quotation marks is an 行动 to one paper and a 品牌 to the other
    if any(pattern.findall(undated(a)) != pattern.findall(undated(b)) for pattern in (EDITION, NUMERAL)):
        return ""
    head = _common(one.own, other.own)
    tail = _common(one.own[head:][::-1], other.own[head:][::-1])
    left, right = one.own[head : len(one.own) - tail], other.own[head : len(other.own) - tail]
    told = _telling_apart(left, right)
    if told == _WORD:
        return ""
    if told and not any(is_verb(name[head : head + _WORD]) for name in (one.own, other.own)):
        return THEMED if themed and head + tail > _WORD else ""
    if _turned(one.own, other.own):
        return WORDED
    if head + tail < (_WORD if quoted else _KEPT) or max(len(left), len(right)) > _WORD:
        return ""
    if len(left) == len(right) == 1 and _one_head(one.own, other.own, head):
        return NEAR if head + tail >= _LONG else WORDED
    if all(_of_manner(name, head, len(name) - tail) for name in (one.own, other.own)):
        return WORDED
    of_one = themed or (not quoted and len(left) == _WORD and head >= _LEAST and one.sort in _rules())
    return THEMED if of_one and len(left) == len(right) else ""


def _telling_apart(left: str, right: str) -> int:
    """How many of two words tell things apart: two places, or a side, a rank or a sort of people; at most two."""
    if {left, right} <= gazetteer().forms.keys():
        return 2
    return sum(not _telling().isdisjoint(word) for word in (left, right))


def _common(a: str, b: str) -> int:
    """How many characters two names begin with."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _turned(one: str, other: str) -> bool:
    """Whether two names are of the same characters but one, in another order: 智慧绿港, 绿色智港."""
    if len(one) != len(other) or len(one) < _LEAST or sum(map(ne, one, other)) < _WORD:
        return False
    rest = list(other)
    for c in one:
        if c in rest:
            rest.remove(c)
    return len(rest) <= 1


def _one_head(one: str, other: str, at: int) -> bool:
    """Whether the character that parts two names makes a word with the same one behind it in both: *安*居, *宜*居."""
    return all(len(name) > at + 1 and len(segment(name[at : at + _WORD])) == 1 for name in (one, other))


def _of_manner(name: str, start: int, end: int) -> bool:
    """Whether what stands in a name from ``start`` to ``end`` is or belongs to a word of manner, or is empty."""
    spans = ((i, j) for i in (start, start - 1) for j in (end, end + 1) if i >= 0)
    return start == end or any(name[i:j] in _manner() for i, j in spans)


@cache
def _manner() -> frozenset[str]:
    names = load("names")
    return frozenset(word for table in ("manner", "light", "ruling") for word in names[table].split())


@cache
def _rules() -> frozenset[str]:
    return frozenset(load("names")["rules"].split())


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("names")["telling"])
