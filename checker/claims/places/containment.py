"""What places are to each other: one and the same, one within the other, or meant by 全市 and 我区."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.places.gazetteer import Unit, gazetteer, level, own
from checker.claims.places.places_met import LADDER, PlaceMention, above, mark, relative_levels
from checker.claims.words.branching import branches
from checker.lexicon import load

if TYPE_CHECKING:
    from checker.settings import Place


def chain(place: str, known: tuple[Place, ...] = ()) -> tuple[str, ...]:
    """``place`` in its full name and what contains it, innermost first, as far as is known.

    >>> chain("崂山")
    ('崂山区', '青岛市', '山东省', '全国')
    >>> chain("槐安市松屿区")
    ('松屿区', '槐安市')
    """
    if place in ("全国", "中国", "我国"):
        return ("全国",)
    units = _units(place, known)
    if len(units) == 1:
        return (units[0].name, *units[0].within)
    parts = _parts(place, known)
    if len(parts) < 2:
        return (units[0].name,) if units else (place,) if place else ()
    outer = chain(parts[0], known)
    inner = next((u for u in _units(parts[1], known) if outer[0] in u.within), None)
    if inner:
        return (inner.name, *inner.within)
    return (*chain(parts[1], known)[:1], *outer)


def _units(place: str, known: tuple[Place, ...]) -> tuple[Unit, ...]:
    mine = own(known)
    return (mine[place],) if place in mine else gazetteer().forms.get(place, ())


@cache
def _split() -> re.Pattern[str]:
    return re.compile(r"(.{1,8}?[省市区县州盟旗])(?=.{2})(.+)")


# The name of no place is one character with its ending: 石门岭县 is not 岭县 in 石门.
_LEAST = 2


def _parts(place: str, known: tuple[Place, ...]) -> tuple[str, ...]:
    """A joined name as its outer and its inner part (青岛市, 崂山区)."""
    for at in range(len(place) - 2, 1, -1):
        inner = _units(place[at:], known) or (level(place[at:]) if len(place) - at > _LEAST else "")
        if inner and _units(place[:at], known):
            return place[:at], place[at:]
    m = _split().fullmatch(place)
    return (m[1], m[2]) if m and level(m[2]) and above(level(m[1]), level(m[2])) else (place,)


def resolve(mention: PlaceMention, home: str, known: tuple[Place, ...] = ()) -> str:
    """The place that ``mention`` means in an article about ``home``; its own words where that cannot be told.

    >>> wide = PlaceMention(0, 2, "全市", "全市", "市", relative=True)
    >>> resolve(wide, "崂山区"), resolve(wide, "松屿区")
    ('青岛市', '全市')
    """
    if not mention.relative:
        return mention.canonical
    if mention.level == "国":
        return "全国"
    if mention.level == "全球":
        return "全球"
    around = chain(home, known) if home else ()
    if around and (not mention.level or _unlisted_stem(home, known)):
        return around[0]
    own = mark(mention.canonical)
    at = next((p for p in around if p.endswith(own)), "") if own else ""
    if not at:
        at = next((p for p in around if level(p) == mention.level or unit_level(p) == mention.level), "")
    return at or mention.canonical


def _unlisted_stem(home: str, known: tuple[Place, ...]) -> bool:
    """Whether ``home`` is known by its plain name alone, so that nothing tells 全市 and 全县 apart."""
    return not _units(home, known) and not level(home)


def unit_level(place: str) -> str:
    """The level of a place, by the list or by its ending; "" unknown."""
    units = gazetteer().forms.get(place, ())
    return units[0].level if units else level(place)


def contains(outer: str, inner: str, known: tuple[Place, ...] = ()) -> bool | None:
    """Whether ``outer`` contains ``inner`` as a larger place a smaller; None where that is not known.

    >>> contains("山东省", "崂山区"), contains("崂山区", "青岛市"), contains("松屿区", "青石镇")
    (True, False, None)
    """
    ours, theirs = chain(outer, known), chain(inner, known)
    if not ours or not theirs:
        return None
    if same_place(outer, inner, known) or ours[0] in theirs or theirs[0] in ours:
        return ours[0] in theirs[1:]
    levels = [relative_levels().get(p, "") for p in (outer, inner)]
    if all(at in LADDER for at in levels):
        return above(*levels)
    if "全球" in levels or "全国" in (ours[0], theirs[0]):
        return _in_the_whole(ours[0], theirs[0])
    return False if all(len(_units(p, known)) == 1 for p in (ours[0], theirs[0])) else None


def _in_the_whole(outer: str, inner: str) -> bool | None:
    """Containment where one of two places is the nation or the world."""
    if "全球" in (outer, inner):
        return outer == "全球"
    if inner == "全国":
        return False
    at = unit_level(inner)
    return None if not at else at != "国"


@cache
def _short() -> re.Pattern[str]:
    return re.compile(branches(load("names")["short_forms"]))


def _bare(place: str) -> str:
    """A place's name with long official forms made short (云X高新技术产业开发区 → 云X高新区)."""
    forms = load("names")["short_forms"]
    return _short().sub(lambda m: str(forms[m[0]]), place.replace("国家级", "").replace("国家", ""))


def same_place(a: str, b: str, known: tuple[Place, ...] = ()) -> bool:
    """Whether two names are of one place: with its city or without, in long form or short.

    >>> same_place("青岛市崂山区", "崂山"), same_place("槐安国家高新技术产业开发区", "槐安高新区")
    (True, True)
    >>> same_place("朝阳区", "朝阳市")
    False
    """
    if a == b:
        return True
    one, other = chain(_bare(a), known), chain(_bare(b), known)
    if not one or not other:
        return False
    if one[0] != other[0]:
        return _plainly(one[0], other[0])
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _plainly(a: str, b: str) -> bool:
    """Whether one is the other without its ending (槐安, 槐安市)."""
    short, full = sorted((a, b), key=len)
    return len(short) > 1 and full in {short + ending for ending in _ENDINGS}


_ENDINGS = "省市区县旗镇乡"


@lru_cache(maxsize=4096)
def names_alike(place: str) -> frozenset[str]:
    """What a name of a place has in common with every other name of the same place; others may have it too.

    >>> sorted(names_alike("青岛市崂山区") & names_alike("崂山")), sorted(names_alike("朝阳区") & names_alike("松屿区"))
    (['崂山', '崂山区'], [])
    """
    told = chain(_bare(place))[:1]
    return frozenset((place, *told, *(name[:-1] for name in told if name.endswith(tuple(_ENDINGS)))))
