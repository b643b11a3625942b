"""What an article is about: its home place, its main organisation, and the short names it introduces."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.entities import names
from checker.claims.names.topics import proper
from checker.claims.places.containment import unit_level
from checker.claims.places.gazetteer import gazetteer
from checker.claims.places.places_met import mark
from checker.claims.subjects.bodies import is_thing, nouns_of, own
from checker.claims.subjects.headed import headed
from checker.claims.subjects.places import PAPER, PlaceMention, home, places
from checker.claims.subjects.referring import bare, short_for
from checker.claims.words.segments import segment
from checker.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.names.whole import Whole
    from checker.model import Article
    from checker.settings import Settings


_SHORT = re.compile(r"（以下简称[“\"‘「]?(?P<short>[^”\"’」）]{2,12})[”\"’」]?）", needs=("以下简称",))


# An article's organisations are named in so many of its first sentences.
_LEAD = 4
# What stands before a place that is another than the article's own.
_OTHERS = (
    "仅次于", "次于", "高于", "低于", "毗邻", "相邻的", "邻省的", "邻市的", "邻近的", "支援", "援建", "来自", "运往",
    "销往",
)  # fmt: skip
# A place that is named without its ending is sought in so many.
_BODY = 60


# The levels of places whose name 全县, 该镇 and 区内 stand for.
_LEVELS = frozenset({"市", "区县", "乡镇", "园区"})
# Where an organisation lies, and what is no organisation.
_OUTER = frozenset({"省", "市", "区县", "乡镇"})
# So often an article says 全市 whose place is its paper's.
_OFTEN = 2


_KIND = re.compile(
    r"(?:特别行政区|自治区|自治州|自治县|高新技术产业开发区|经济技术开发区|高新技术开发区|经济开发区|高新区|经开区|开发区|新区|(?<=.)新城"
    r"|省|市|区|县|旗|镇|乡|街道|港)$"
)


@dataclass(frozen=True)
class Ground:
    """What an article is about: its home place, its main organisation, and the short names it introduces.

    ``orgs``: the organisations that its title and its first sentences name. ``meant``: what its 全县 and 该镇 mean,
    each the only place of its sort that it names. ``titled``: the unknown names of its title that stand in its text.
    ``nouns``: what it calls ``org`` by the sort that it is of. ``sole``: it deals with ``org`` above all, so that its
    figures are of that where nothing else is named.
    """

    home: str
    org: str
    shorts: tuple[tuple[str, str], ...]
    orgs: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    sole: bool = False


def ground(article: Article, whole: Whole, settings: Settings) -> Ground:
    """The home place and main organisation of an article."""
    body = whole.body
    shorts = tuple((m["short"], m["short"]) for m in _SHORT.finditer(body))
    org = shorts[0][1] if shorts else ""
    lead = (f for n in range(min(_LEAD, len(whole.sentences))) for f in whole.names(n))
    called = [bare(f.text) for f in (*names(article.title), *lead)]
    orgs = tuple(dict.fromkeys(filter(is_org, called)))
    if not shorts and (branch := _branch(article.title, orgs)):
        shorts, org = (branch,), branch[1]
    if not org:
        counted = {name: body.count(name) for name in orgs}
        best = max(counted.items(), key=lambda kv: (kv[1], len(kv[0]), kv[0]), default=("", 0))
        org = best[0] if best[1] >= 3 else ""
    told = () if article.place else whole.places_of_body(titled=True)
    meant = _meant(told, f"{article.title}\n{body}")
    place = home(article.title, body, article.place, settings.places, article.source, told=told)
    stem = stem_of(place)
    if stem == place and len(segment(place)) == 1 and not places(place):
        place = ""  # an everyday word that the search for a name came upon
    sure = bool(article.place) or stem in article.title or (body.count(stem) > 2 and _alone(place, whole))
    sure = sure or (bool(place) and (place in meant or _of_paper(place, article, told)))
    if not (place and sure):
        place = meant[0] if len(meant) == 1 else headed(article.title, whole.sentences[:_BODY], told, called)
    relatives = sum(p.relative and p.level in _OUTER for p in told)
    named = place if place in gazetteer().forms or place in body or place in article.title else ""
    one = own(article.title, orgs, whole, stem_of(named), relatives)
    if one is not None and not shorts:
        org = one.name
        shorts = tuple((form, org) for form in (org, *one.forms))
    if place and not named and org.startswith(stem_of(place)):
        place = ""  # 屹霖电池 is in no 屹霖市
    own_name = {short for short, _ in shorts}
    things = [name for name in dict.fromkeys(called) if is_thing(name) or name in orgs]
    called_short = tuple(pair for pair in short_for(things) if pair[0] not in own_name)
    shorts = (*shorts, *called_short)
    sole = one is not None and one.sole and org == one.name
    titled = tuple(sorted((name for name in proper(article.title) if name in body), key=lambda n: (-len(n), n)))
    return Ground(place, org, shorts, orgs, meant, titled, nouns_of(org) if org else (), sole)


def _of_paper(place: str, article: Article, told: Sequence[PlaceMention]) -> bool:
    """Whether a place is the one that a local paper is called after, whose article says 全市 of no other."""
    paper = PAPER.match(article.source)
    if paper is None or stem_of(place) != paper[1]:
        return False
    ends = [mark(p.name) for p in told if p.relative and p.level in _OUTER]
    others = {p.canonical for p in told if not p.relative and p.level in _OUTER and p.canonical != place}
    return ends.count(place[-1]) >= _OFTEN and not any(name.endswith(place[-1]) for name in others)


# A branch of a body by its own name: 槐安医疗集团*东院区*.
_BRANCH = re.compile(r"(?:集团|医院|大学|学院|学校|中学|小学)(?P<short>[㐀-鿿]{1,4}(?:院区|校区|分院|分校))$")


def _branch(title: str, orgs: Sequence[str]) -> tuple[str, str] | None:
    """The branch of a body that an article deals with, as its title calls it and in full; None where there is none."""
    found = [(m["short"], name) for name in orgs if (m := _BRANCH.search(name)) is not None and m["short"] in title]
    return found[0] if len(found) == 1 else None


def _meant(told: Sequence[PlaceMention], text: str) -> tuple[str, ...]:
    """The places below the province that 全县 and 该镇 can only mean, as an article names no other of their sort.

    What is only compared with (仅次于邻省的*平岗县*) is none of them, nor what is called so (“*数字新港*”行动).
    """
    found: list[str] = []
    told = [p for p in told if p.relative or not (text.endswith(_OTHERS, 0, p.start) or _called(text, p))]
    for end in dict.fromkeys(mark(p.name) for p in told if p.relative):
        named = {n for p in told if not p.relative and p.level in _LEVELS for n in _named(p) if end and n.endswith(end)}
        if len(named) == 1:
            found += named
    return tuple(found)


def _called(text: str, place: PlaceMention) -> bool:
    """Whether a name stands in quotation marks by itself, as no place does."""
    return text.endswith("“", 0, place.start) and text.startswith("”", place.end)


def _named(place: PlaceMention) -> tuple[str, ...]:
    """The places that a mention names: 安源区石桥镇 names both."""
    outer = place.name.removesuffix(place.canonical)
    return (place.canonical, outer) if 1 < len(outer) < len(place.name) else (place.canonical,)


def _alone(place: str, whole: Whole) -> bool:
    """Whether no other place of its level is named half as often as one (as many are in a digest of the news)."""
    at = unit_level(place)
    if not at:
        return True
    told = Counter([p.canonical for p in whole.places_of_body(titled=False) if not p.relative])
    rivals = [n for name, n in told.items() if name != place and unit_level(name) == at]
    return 2 * max(rivals, default=0) < max(told[place], 1)


def is_org(name: str) -> bool:
    """Whether a name is of an organisation, by its ending, and no name of a sort (高速铁路).

    >>> is_org("青岛大学"), is_org("繁星计划")
    (True, False)
    """
    return name.endswith(_org_endings()) and name not in words("organisations", "generic")


@cache
def _org_endings() -> tuple[str, ...]:
    return tuple(sorted(words("organisations", "endings")))


@lru_cache(maxsize=1024)
def stem_of(place: str) -> str:
    """The proper part of a place's name.

    >>> stem_of("崂山区"), stem_of("云岭高新区")
    ('崂山', '云岭')
    """
    return _KIND.sub("", place)
