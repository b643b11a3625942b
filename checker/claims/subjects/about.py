"""Whom and what an article is about: the names by which another article can be known to speak of the same."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import ending
from checker.claims.names.topics import often, proper, unknown
from checker.claims.names.topics import titled as names_of_title
from checker.claims.places.gazetteer import gazetteer
from checker.claims.subjects.grounds import stem_of
from checker.claims.subjects.places import PAPER
from checker.claims.words.segments import parts
from checker.lexicon import load

if TYPE_CHECKING:
    from checker.claims.names.whole import Whole
    from checker.claims.subjects.grounds import Ground
    from checker.model import Article

# A name of the title that is no passing word is told again in the text.
_AGAIN = 2
# A shorter name of an organisation (县医院) is of many, but where it begins with a name of its own (槐安大学).
_ORG, _SHORT_ORG = 5, 4
# The first sentences of an article tell what it deals with, and names of these sorts are of one thing each.
_LEAD = 4
_KINDS = frozenset({"organisation", "park", "event"})
_LEVELS, _FEW = frozenset({"市", "区县", "乡镇", "园区"}), 2
_OFFICIAL = frozenset("省市区县州镇乡村旗盟全本该我各贵两某国")
# A turn of an event, with the first words of its name.
_TURN = re.compile(
    r"""
    第[一二三四五六七八九十0-9]{1,3}届                                     # 第十四届民间收藏博览会
    (?! 全国 | 人民 | 人大 | 政协 | 中央 | 委员 | 省委 | 市委 | 县委 | 区委 | 党 | 会议 )  # each place has its own
    [\u4e00-\u9fff]{2,4}
    """,
    re.VERBOSE,
)
# A town, and what only begins like one: 新城区, 全市区, 城区域.
_NO_STEM = frozenset(
    "了的在是和与及全各本我该省市到从等新老主城山库景园小校院辖郊灾片路线个这那两一二三四五六七八九十每"
)
_TOWN = re.compile(r"(?:[市县旗]|[镇乡](?![村亲愁土])|区(?![域位间块划别分内级]))(?![委长级场民政])")
_STEM = re.compile("[\u4e00-\u9fff]{2}")
# So many towns of one article say where it is at home.
_SEATS = 8
# What a paper is, and not what it is called.
_MEDIUM = re.compile(
    "微信公众号|微信视频号|公众号|视频号|微信|微博|客户端|融媒体?中心|融媒",
    needs=("公众号", "视频号", "微信", "微博", "客户端", "融媒"),
)


def about(article: Article, whole: Whole, ground: Ground) -> tuple[str, ...]:
    """The names that an article is about, in order of the alphabet.

    Unknown names that recur in its text, or stand in its title and its text, or that its paper is called after; its
    home place; the organisations of its title and its first sentences.
    """
    titled = {name for name in names_of_title(article.title) if whole.text.count(name) >= _AGAIN}
    stem = stem_of(ground.home)
    home = {stem if len(stem) > 1 else ground.home} if ground.home else set()  # 丰县 is called by no less
    orgs = {form for name in ground.orgs for form in (name, _unplaced(name)) if _telling(form)}
    paper = {*proper(_MEDIUM.sub("，", article.source)), *(() if home else _local(article, whole))}
    return tuple(sorted({*often(whole.text, whole.pairs), *titled, *home, *orgs, *paper}))


def _local(article: Article, whole: Whole) -> set[str]:
    """The place of a local paper, whose article names it, or says 全市 and of no other place."""
    paper = PAPER.match(article.source)
    if paper is None or paper[1] in load("names")["papers"].split():
        return set()
    units = gazetteer().forms.get(paper[1], ())
    told = paper[1] in article.title + whole.text or any(p.relative for p in whole.places_of_body(titled=True))
    return {paper[1]} if told and not any(u.level in ("省", "国") for u in units) else set()


def named(article: Article, whole: Whole) -> tuple[str, ...]:
    """The names that an article tells in its title and its first sentences, in order of the alphabet.

    Unknown names, and longer ones of bodies, places and events that are known by their ending.
    """
    first = whole.sentences[:_LEAD]
    told = {name for text in (article.title, *first) for name in unknown(text)}
    ended = [f.text for n in range(len(first)) for f in whole.names(n)]
    own = {name for name in ended if len(name) >= _ORG and ending(name)[1] in _KINDS}
    turns = {m.group() for text in (article.title, *first) for m in _TURN.finditer(text)}
    return tuple(sorted({*told, *own, *_places(whole), *turns}))


def towns(text: str) -> tuple[str, ...]:
    """The cities, counties, districts and towns that a text tells of most, by their stems of two characters.

    >>> towns("槐安市溪屏县开工，溪屏县投产，新城区、老市区添绿。")
    ('溪屏', '槐安')
    """
    told = Counter(text[m.start() - 2 : m.start()] for m in _TOWN.finditer(text))
    known = gazetteer().forms
    named = ((n, stem) for stem, n in told.items() if _NO_STEM.isdisjoint(stem) and _STEM.fullmatch(stem))
    seats = [(-n, stem) for n, stem in named if stem in known or parts(stem)]
    return tuple(stem for _, stem in sorted(seats)[:_SEATS])


def _places(whole: Whole) -> set[str]:
    """The places below the province that the first sentences name, where they are few."""
    met = [p for n in range(min(_LEAD, len(whole.sentences))) for p in whole.places(n) if not p.relative]
    told = {p.canonical for p in met if p.level in _LEVELS}
    return told if len(told) <= _FEW else set()


def _telling(org: str) -> bool:
    """Whether a name of an organisation is of one and not of many: 槐安大学, but not 县医院, 人民医院."""
    if len(org) >= _ORG:
        return True
    rest = org.removesuffix(ending(org)[0])
    return len(org) >= _SHORT_ORG and len(rest) > 1 and rest[0] not in _OFFICIAL and rest not in _generic()


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("names")["generic"].split())


def _unplaced(org: str) -> str:
    """An organisation's name without the unknown place that it begins with (岱川*省立医院集团*)."""
    start = next((name for name in sorted(proper(org), key=len, reverse=True) if org.startswith(name)), "")
    return org[len(start) :]
