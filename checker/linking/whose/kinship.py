"""Whether two claims can be told of one subject: the place, the organisation, the thing their articles are about."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.topics import proper_in_both
from checker.claims.subjects.grounds import stem_of
from checker.claims.subjects.places import same_place
from checker.linking.numbers.companions import common_numbers, companions
from checker.linking.whose.subjects import same_org
from checker.linking.whose.tellings import Telling, broad, telling

if TYPE_CHECKING:
    from checker.model import Claim

__all__ = ["Kinship", "broad", "kinship"]

# Sentences this alike speak of one thing whatever else is known of them.
ALIKE = 0.4
# What two sentences must share of other numbers to speak of one thing: two of two digits, or one of three.
_SHARED = 2
# What two whole articles must share of other numbers: three of two digits, or one of three with one of two.
_MATTER = 3
# Of sentences this alike it is enough that they share one.
_AKIN = 0.25
# An actor's name of so many characters is of one.
LONG = 4
# A relative place that could not be resolved is no place.
_RELATIVE = re.compile(r"[全该本我][^国]|当地")
# A paper of a place is called after it.
_LOCAL = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3}?)[市县区]?(?:日报|晚报|晨报|早报|时报|新闻|发布|融媒|广播电视|电视台|在线|网)"
)
_LEVELS = frozenset("市区县旗州镇乡")


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
    if one.id == other.id or alike >= ALIKE or (one.place and one.place == other.place):
        return Kinship.STRONG
    one_body = bool(a.scope.org and b.scope.org) and same_org(a.scope.org, b.scope.org)
    if one_body or (a.metric.subject and _of_one_actor(a, b)):
        return Kinship.STRONG
    mine, theirs = telling(one), telling(other)
    topic = not mine.initials.isdisjoint(theirs.initials) and _one_topic(one.about, other.about)
    if topic or mine.named_with(theirs) or _told_in_passing(a, b, mine, theirs):
        return Kinship.STRONG
    if companions(a, b) >= (_SHARED if alike < _AKIN else 1):
        return Kinship.STRONG
    if not mine.numbers.isdisjoint(theirs.numbers) and common_numbers(a, b) >= _MATTER:
        return Kinship.STRONG
    return _by_place(a, b)


def _told_in_passing(a: Claim, b: Claim, mine: Telling, theirs: Telling) -> bool:
    """Whether one claim's sentence, or how its article opens, names what the other's is about, or a title does."""
    if any(map(a.sentence.text.__contains__, theirs.about)) or any(map(b.sentence.text.__contains__, mine.about)):
        return True
    if mine.opens_with(theirs) or theirs.opens_with(mine):
        return True
    return not mine.titled.isdisjoint(theirs.titled) and proper_in_both(a.article.title, b.article.title)


def _by_place(a: Claim, b: Claim) -> Kinship:
    """How well the places of two claims say that they have one subject."""
    x, y = a.scope.place, b.scope.place
    if not x or not y or (_RELATIVE.match(x) and _RELATIVE.match(y)):
        return Kinship.NONE
    return _of_places(place_of(a), place_of(b))


@lru_cache(maxsize=65536)
def _of_places(x: str, y: str) -> Kinship:
    if x and y and (same_place(x, y) or (len(stem_of(x)) > 1 and stem_of(x) == stem_of(y))):
        return Kinship.WEAK if broad(x) else Kinship.STRONG
    return Kinship.NONE


def place_of(claim: Claim) -> str:
    """The place of a claim, "" if unknown; what a paper named after a place calls 全市 is that place's (沁河日报)."""
    return _placed(claim.scope.place, claim.article.source)


@lru_cache(maxsize=4096)
def _placed(place: str, source: str) -> str:
    if not _RELATIVE.match(place):
        return place
    paper = _LOCAL.match(source) if place[:1] == "全" and place[1:] in _LEVELS else None
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


def _of_one_actor(a: Claim, b: Claim) -> bool:
    """Whether one and the same name, of which both articles tell at first, is told to have done what is counted."""
    actor = "".join(a.metric.subject)
    if len(actor) < LONG or actor != "".join(b.metric.subject):
        return False
    return any(name in actor for name in {*a.article.named} & {*b.article.named})
