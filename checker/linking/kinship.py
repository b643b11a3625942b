"""Whether two claims can be told of one subject: the place, the organisation, the thing their articles are about."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.topics import of_one_thing, proper_in_both
from checker.claims.subjects.grounds import stem_of
from checker.claims.subjects.places import level, places, same_place
from checker.claims.words.segments import segment
from checker.linking.companions import common_numbers, companions

if TYPE_CHECKING:
    from checker.model import ArticleRef, Claim

# Sentences this alike speak of one thing whatever else is known of them.
_ALIKE = 0.4
# What two sentences must share of other numbers to speak of one thing: two of two digits, or one of three.
_SHARED = 2
# What two whole articles must share of other numbers: three of two digits, or one of three with one of two.
_MATTER = 3
# Of sentences this alike it is enough that they share one.
_AKIN = 0.25
# Two articles may tell of one person or of one new word (管党, 施策), but not of a longer name each by chance.
_LONG = 4
# A relative place that could not be resolved is no place.
_RELATIVE = re.compile(r"[全该本我][^国]|当地")
# A paper of a place is called after it.
_LOCAL = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3}?)[市县区]?(?:日报|晚报|晨报|早报|时报|新闻|发布|融媒|广播电视|电视台|在线|网)"
)
_LEVELS = frozenset("市区县旗州镇乡")
_CAPITAL = frozenset({"北京", "北京市"})


class Kinship(IntEnum):
    """How well it is known that two claims have one subject."""

    NONE = 0
    WEAK = 1
    STRONG = 2


def kinship(a: Claim, b: Claim, alike: float) -> Kinship:
    """How well it is known that two claims have one subject.

    Strong: one article, one organisation, one place below the province, one place that the newsroom itself set, a
    proper name shared by their titles or told by one of what the other's article is about, or sentences that are much
    alike or share other numbers, or articles that do. Weak: one province or country.
    """
    one, other = a.article, b.article
    if one.id == other.id or alike >= _ALIKE or (one.place and one.place == other.place):
        return Kinship.STRONG
    # Two organisations that differ are for the gate to refuse.
    owned = bool(a.scope.org and b.scope.org) or (a.metric.subject and _of_one_actor(a, b))
    if owned or _one_topic(one.about, other.about) or _named_alike(one, other) or _told_in_passing(a, b):
        return Kinship.STRONG
    if companions(a, b) >= (_SHARED if alike < _AKIN else 1) or common_numbers(a, b) >= _MATTER:
        return Kinship.STRONG
    return _by_place(a, b)


def _told_in_passing(a: Claim, b: Claim) -> bool:
    """Whether one claim's sentence or one title names what the other's article is about."""
    one, other = a.article, b.article
    return _tells_of(a, other.about) or _tells_of(b, one.about) or proper_in_both(one.title, other.title)


def _by_place(a: Claim, b: Claim) -> Kinship:
    """How well the places of two claims say that they have one subject."""
    x, y = a.scope.place, b.scope.place
    if not x or not y or (_RELATIVE.match(x) and _RELATIVE.match(y)):
        return Kinship.NONE
    return _of_places(_placed(a), _placed(b))


@lru_cache(maxsize=65536)
def _of_places(x: str, y: str) -> Kinship:
    if x and y and (same_place(x, y) or (len(stem_of(x)) > 1 and stem_of(x) == stem_of(y))):
        return Kinship.WEAK if broad(x) else Kinship.STRONG
    return Kinship.NONE


def _placed(claim: Claim) -> str:
    """The place of a claim; what a paper named after a place calls 全市 is that place's (沁河日报)."""
    place = claim.scope.place
    if not _RELATIVE.match(place):
        return place
    paper = _LOCAL.match(claim.article.source) if place[:1] == "全" and place[1:] in _LEVELS else None
    return f"{paper['place']}{place[1:]}" if paper else ""


@lru_cache(maxsize=65536)
def _one_topic(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two articles are about one name, or one about what belongs to the other's: 槐安, 槐安市图书馆."""
    if any(not broad(name) for name in set(a) & set(b)):
        return True
    return any(
        not broad(x) and y.startswith(x)
        for one, other in ((a, b), (b, a))
        for x in one
        for y in other
        if len(y) > len(x) + 1
    )


def _named_alike(a: ArticleRef, b: ArticleRef) -> bool:
    """Whether the first sentences of two articles tell one name that few others tell."""
    shared = {*a.about, *a.named} & {*b.about, *b.named}
    return any((_of_one(name) or name in a.about or name in b.about) and not broad(name) for name in shared)


@lru_cache(maxsize=65536)
def _of_one(name: str) -> bool:
    """Whether a name is so long, or such a compound, that two articles do not tell it of two things: 图灵谷, 青石镇."""
    return len(name) >= _LONG or (
        len(name) == _LONG - 1 and (bool(level(name)) or len(segment(name)) > 1 < len(segment(name)[0]))
    )


def _of_one_actor(a: Claim, b: Claim) -> bool:
    """Whether one and the same name, of which both articles tell at first, is told to have done what is counted."""
    actor = "".join(a.metric.subject)
    if len(actor) < _LONG or actor != "".join(b.metric.subject):
        return False
    return any(name in actor for name in {*a.article.named} & {*b.article.named})


def _tells_of(claim: Claim, about: tuple[str, ...]) -> bool:
    """Whether the sentence of a claim names what another article is about."""
    if not about:
        return False
    text = claim.sentence.text
    return any(name in text and not broad(name) for name in about) or _opens_with(claim.article, about)


def _opens_with(article: ArticleRef, about: tuple[str, ...]) -> bool:
    """Whether the title or the first sentences of an article name what another one is about, by a name of its own."""
    return _told_first(article.title, article.lead, about)


@lru_cache(maxsize=65536)
def _told_first(title: str, lead: str, about: tuple[str, ...]) -> bool:
    return any((name in title or name in lead) and of_one_thing(name) and not broad(name) for name in about)


@lru_cache(maxsize=4096)
def broad(place: str) -> bool:
    """Whether a place is so large (a province, a country) that two articles of it need not speak of one thing.

    The capital stands in the datelines of all that the country does.
    """
    if place in _CAPITAL or level(place) == "省":
        return True
    return any(m.level in ("国", "全球") and m.name == place for m in places(place))
