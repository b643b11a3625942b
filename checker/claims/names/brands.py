"""Brands and what else is called by a name in quotation marks: 公用品牌“湖畔优选”, “湖畔畅游”年票."""

from __future__ import annotations

from functools import cache

from checker import patterns as re
from checker.claims.words.segments import segment
from checker.lexicon import load

# So many characters brands have that are made of plain words, and so many of them are one in two names of one.
_LENGTHS = range(4, 7)
_AHEAD, _BEHIND, _WORD = 8, 8, 2
_NAMED = re.compile("“(?P<name>[^“”]+)”[\u4e00-\u9fff]{2,6}", needs="“")


# What stands right behind the quotation marks, and the longest word for what is called so.
_NOUN = re.compile("”的?(?P<noun>[\u4e00-\u9fff]{2,8})", needs="”")
_LONGEST = 4


def thing(text: str, end: int) -> str:
    """The word for what is called by the name in quotation marks that ends at ``end``; "" where none follows.

    >>> thing("凭“湖畔畅游”年票入园", 6), thing("树立“生态优先”理念", 7)
    ('年票', '')
    """
    found = _NOUN.match(text, end)
    noun = ""
    for word in segment(found["noun"]) if found is not None else ():
        noun += word
        if len(noun) > _LONGEST:
            return ""
        if len(noun) >= _WORD and noun.endswith(_things()):
            return noun
    return ""


@cache
def _things() -> tuple[str, ...]:
    return tuple(load("names")["things"].split())


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words()})(?:名称|名字)?(?:——|：|，)?[定取命]?名?[为叫是]?$", needs=_list())


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：！？、“”0-9]{{0,5}}?(?:{_words()})", needs=_list())


def _words() -> str:
    return "|".join(sorted(_list(), key=lambda w: (-len(w), w)))


@cache
def _list() -> tuple[str, ...]:
    return tuple(load("names")["brands"].split())


def branded(text: str, start: int, end: int) -> bool:
    """Whether what stands between quotation marks from ``start`` to ``end`` is called a brand.

    >>> branded("公用品牌“湖畔优选”上市", 5, 9), branded("齐唱“湖畔晚风”", 3, 7)
    (True, False)
    """
    if text[start : start + 1] == "“" and (named := _NAMED.fullmatch(text, start, end)) is not None:
        start, end = named.span("name")
    if text[start - 1 : start] != "“" or text[end : end + 1] != "”":
        return False
    ahead, behind = text[max(0, start - 1 - _AHEAD) : start - 1], text[end + 1 : end + 1 + _BEHIND]
    return _ahead().search(ahead) is not None or _behind().match(behind) is not None


def fits(name: str) -> bool:
    """Whether a name is as long as brands are that are made of plain words, what says that it is one aside."""
    return len(_bare(name)) in _LENGTHS


def _bare(name: str) -> str:
    """A name without its quotation marks and what stands behind them."""
    named = _NAMED.fullmatch(name)
    return named["name"] if named is not None else name


def rivals(a: str, b: str) -> bool:
    """Whether two names of brands of one house may be one: they differ in one character that is no number.

    >>> rivals("湖畔优选", "湖畔鲜选"), rivals("湖畔优选", "湖山鲜选")
    (True, False)
    """
    a, b = _bare(a), _bare(b)
    if len(a) != len(b) or not fits(a):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and not _counting().intersection(apart[0])


def told_apart(a: str, b: str) -> bool:
    """Whether the character that sets two names of brands apart tells things apart: a side, a season, a sort of people.

    >>> told_apart("湖畔东游", "湖畔西游"), told_apart("湖畔优选", "湖畔鲜选")
    (True, False)
    """
    apart = {c for pair in zip(_bare(a), _bare(b), strict=False) if pair[0] != pair[1] for c in pair}
    return not apart.isdisjoint(load("names")["telling"])


@cache
def _counting() -> frozenset[str]:
    return frozenset("0123456789一二三四五六七八九十百千万")
