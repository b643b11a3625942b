"""Places in a text: administrative divisions, zones, countries, and the words that mean the article's own place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from operator import add
from typing import TYPE_CHECKING

from checker.claims.gazetteer import Unit, gazetteer, level, own
from checker.claims.branching import branches
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.settings import Place

_HAN = "㐀-鿿〇"
_LADDER = ("园区", "乡镇", "区县", "市", "省", "国")
_BEFORE = 8


@dataclass(frozen=True)
class PlaceMention:
    """A place as it stands in a text.

    ``name`` as written; ``canonical`` the full name of the unit (青岛市崂山区 and 崂山 give 崂山区), of a relative
    expression the expression itself. ``level``: 国, 省, 市, 区县, 乡镇, 园区, for relative expressions also 全球,
    单位 (全校, 全院) or "" (当地). ``relative``: means a place of the article (全区, 我市).
    """

    start: int
    end: int
    name: str
    canonical: str
    level: str
    relative: bool = False


@cache
def _relative_levels() -> Mapping[str, str]:
    return {w: str(at) for at, ws in load("places")["relative"].items() for w in ws.split()}


@cache
def _relative() -> re.Pattern[str]:
    data = load("places")
    refused = {w: i for w in data["relative_refused"].split() for i in range(3) if w[i : i + 2] in _relative_levels()}
    before = "".join(f"(?<!{w[:i]})" for w, i in sorted(refused.items()) if i and len(w) == i + 2)
    after = [w for w, i in sorted(refused.items()) if not i]
    first = "".join(sorted({w[0] for w in _relative_levels()}))
    return re.compile(rf"(?=[{first}]){before}(?!{branches(after)}){branches(_relative_levels())}")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(branches(w for ws in load("places")["endings"].values() for w in ws.split()))


@cache
def _reach() -> re.Pattern[str]:
    """What stands in the window before an ending: anything up to the last cut, then the run that may be a name."""
    names, data = load("names"), load("places")
    cuts = [*names["cut"].split(), *names["cut_characters"], *data["not_in_names"].split()]
    count = rf"[0-9一二两三四五六七八九十百千万亿几数多余][{names['measures']}]"
    return re.compile(rf"(?:.*(?:{branches(cuts)}|{count}|[^{_HAN}]))?([{_HAN}]*)\Z", re.DOTALL)


@cache
def _guards(table: str) -> Mapping[str, tuple[str, ...]]:
    return {w: tuple(ws.split()) for w, ws in load("places")[table].items()}


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{branches(load('names')['generic'].split())})*")


@cache
def _refused_after() -> tuple[str, ...]:
    return tuple(load("places")["refused_after"].split())


def places(text: str, known: tuple[Place, ...] = ()) -> list[PlaceMention]:
    """The places that ``text`` names, in order, none overlapping another.

    >>> [(m.name, m.canonical) for m in places("青岛市崂山区今年引进企业，全市排第一。")]
    [('青岛市崂山区', '崂山区'), ('全市', '全市')]
    >>> places("社区居民逛超市。")
    []
    """
    mine = own(known)
    found = list(_own(text, mine))
    found += _listed(text)
    found += (
        PlaceMention(m.start(), m.end(), m[0], m[0], _relative_levels()[m[0]], relative=True) for m in _relative().finditer(text)
    )
    taken = _disjoint(found)
    made = _trimmed(list(_made(text, taken)))
    return _joined(text, _disjoint([*taken, *made]))


def _disjoint(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions from left to right, of overlapping ones the first found of the leftmost."""
    kept: list[PlaceMention] = []
    for m in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    return kept


def _own(text: str, mine: Mapping[str, Unit]) -> Iterator[PlaceMention]:
    if not mine:
        return
    for m in re.finditer(branches(mine), text):
        unit = mine[m[0]]
        yield PlaceMention(m.start(), m.end(), m[0], unit.name, unit.level)


def _listed(text: str) -> list[PlaceMention]:
    """Listed places, by full name or by a plain name that can be none but theirs."""
    known = gazetteer()
    starts, found, reached = known.starts, [], 0
    for at in [i for i, pair in enumerate(map(add, text, text[1:])) if pair in starts]:
        if at < reached:
            continue
        form = next((f for f in starts[text[at : at + 2]] if text.startswith(f, at) and _stands(text, at, f, known.plain)), "")
        if form:
            reached = at + len(form)
            unit = known.forms[form][0]
            found.append(PlaceMention(at, reached, form, unit.name, unit.level))
    full = {m.canonical for m in found if m.name == m.canonical}
    return [m for i, m in enumerate(found) if _meant(m, found[i - 1] if i else None, full, known.plain)]


def _stands(text: str, at: int, form: str, bare: frozenset[str]) -> bool:
    end = at + len(form)
    if form in bare:
        return not text.startswith(_refused_after(), end)
    return not text.startswith(_guards("not_followed").get(form[-1], ()), end) if form[-1] in "省市区县旗镇" else True


def _meant(m: PlaceMention, before: PlaceMention | None, full: set[str], bare: frozenset[str]) -> bool:
    """Whether a county's plain or two-character name is meant as a place: named in full elsewhere, or after its city."""
    if m.level != "区县" or (m.name not in bare and len(m.name) > 2):
        return True
    units = gazetteer().forms[m.name]
    after_parent = before is not None and before.end == m.start and any(before.canonical in u.within for u in units)
    return after_parent or (m.name in bare and m.canonical in full)


def _made(text: str, taken: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Places known by their ending alone (青石镇), outside of those that are ``taken``."""
    stops = [m.end for m in taken]
    starts = [m.start for m in taken]
    made = 0
    for m in _ends().finditer(text):
        before = bisect_right(starts, m.start()) - 1
        floor = max(made, stops[before] if before >= 0 else 0)
        if floor > m.start():
            continue
        ending = m[0]
        if _other_word(text, m.start(), m.end(), ending):
            continue
        low = max(floor, m.start() - _BEFORE)
        run = _reach().match(text, low, m.start())
        name = run[1] if run else ""
        if _proper(name, ending, at_edge=low == floor or run is not None and run.start(1) > low):
            yield PlaceMention(m.start() - len(name), m.end(), name + ending, name + ending, level(ending))
            made = m.end()


def _other_word(text: str, at: int, end: int, ending: str) -> bool:
    """Whether the ending belongs to another word (市场, 城市)."""
    after, before = _guards("not_followed").get(ending, ()), _guards("not_preceded").get(ending, ())
    return text.startswith(after, end) or text.endswith(before, 0, at)


def _proper(name: str, ending: str, *, at_edge: bool) -> bool:
    """Whether ``name`` before ``ending`` looks like a proper name: short, not cut in its middle, no common words."""
    longest = 6 if len(ending) > 1 else 4
    return at_edge and 2 <= len(name) <= longest and not _generic().fullmatch(name)


def _trimmed(made: list[PlaceMention]) -> list[PlaceMention]:
    """The same mentions, those cut back that carry another's whole name at their end (走进青石镇 beside 青石镇)."""
    names = {m.name for m in made}
    trimmed = []
    for m in made:
        shorter = next((m.name[i:] for i in range(len(m.name) - 3, 0, -1) if m.name[i:] in names), "")
        if shorter and len(shorter) >= 3:
            trimmed.append(replace(m, start=m.end - len(shorter), name=shorter, canonical=shorter))
        else:
            trimmed.append(m)
    return trimmed


def _joined(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, a place that directly follows a larger one joined with it."""
    joined: list[PlaceMention] = []
    for m in mentions:
        last = joined[-1] if joined else None
        if last and last.end == m.start and not (last.relative or m.relative) and _above(last.level, m.level):
            joined[-1] = replace(m, start=last.start, name=text[last.start : m.end])
        else:
            joined.append(m)
    return joined


def _above(outer: str, inner: str) -> bool:
    return outer in _LADDER and inner in _LADDER and _LADDER.index(outer) > _LADDER.index(inner)


# --- what places are to each other ---------------------------------------------------------------


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
    return re.compile(rf"(.{{1,8}}?[省市区县州盟旗])(?=.{{2}})(.+)")


def _parts(place: str, known: tuple[Place, ...]) -> tuple[str, ...]:
    """A joined name as its outer and its inner part (青岛市, 崂山区)."""
    for at in range(len(place) - 2, 1, -1):
        if _units(place[:at], known) and (level(place[at:]) or _units(place[at:], known)):
            return place[:at], place[at:]
    m = _split().fullmatch(place)
    return (m[1], m[2]) if m and level(m[2]) and _above(level(m[1]), level(m[2])) else (place,)


def resolve(mention: PlaceMention, home: str, known: tuple[Place, ...] = ()) -> str:
    """The place that ``mention`` means in an article about ``home``; its own words where that cannot be told.

    >>> wide = places("全市")[0]
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
    if not mention.level:
        return around[0] if around else mention.canonical
    mark = next((c for c in mention.canonical if c in "省市区县州盟旗镇乡村港"), "")
    at = next((p for p in around if p.endswith(mark)), "") if mark else ""
    if not at:
        at = next((p for p in around if level(p) == mention.level or _level(p) == mention.level), "")
    return at or mention.canonical


def _level(place: str) -> str:
    units = gazetteer().forms.get(place, ())
    return units[0].level if units else level(place)


def contains(outer: str, inner: str, known: tuple[Place, ...] = ()) -> bool | None:
    """Whether ``outer`` contains ``inner`` as a larger place a smaller; None where that is not known.

    >>> contains("山东省", "崂山区"), contains("崂山区", "青岛市"), contains("松屿区", "青石镇")
    (True, False, None)
    """
    if same_place(outer, inner, known):
        return False
    if outer == "全球":
        return True
    ours, theirs = chain(outer, known), chain(inner, known)
    if not ours or not theirs:
        return None
    if ours[0] in theirs[1:]:
        return True
    if ours[0] == "全国":
        return None if not _level(theirs[0]) and not level(theirs[0]) else _level(theirs[0]) != "国"
    if theirs[0] in ours[1:] or theirs[0] == "全国":
        return False
    if outer in _relative_levels() and inner in _relative_levels():
        return _above(_relative_levels()[outer], _relative_levels()[inner])
    listed = all(len(_units(p, known)) == 1 for p in (ours[0], theirs[0]))
    return False if listed else None


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
    return len(short) > 1 and full.startswith(short) and full[len(short) :] in ("省", "市", "区", "县", "旗", "镇", "乡")


# --- the place an article is about -----------------------------------------------------------------


def home(title: str, text: str, place: str = "", known: tuple[Place, ...] = ()) -> str:
    """The place that an article is about, in its full name, or "" where none stands out.

    >>> home("松屿区项目加速", "槐安市松屿区昨日开工。松屿区今年将完成投资。")
    '松屿区'
    >>> home("春天来了", "花开了。")
    ''
    """
    if place:
        return chain(place, known)[0]
    told = places(f"{title}\n{text}", known)
    weights: Counter[str] = Counter()
    for m in told:
        if not m.relative and m.level not in ("国", "乡镇"):
            weights[m.canonical] += 3 if m.end <= len(title) + 201 else 1
    relative = Counter(m.level for m in told if m.relative and m.level in _LADDER[:5])
    best = max(weights.items(), key=lambda item: (_weight(item, relative), -len(item[0])), default=("", 0))
    return best[0] if best[1] >= 3 else _plain_home(title, text)


def _weight(item: tuple[str, int], relative: Counter[str]) -> int:
    """How strongly a place is meant: how often it is named, and doubly where the article says 全区 of a district."""
    at = _level(item[0]) or level(item[0])
    own_level = max(relative, key=lambda k: (relative[k], k), default="")
    return item[1] * (3 if at == own_level else 2)


def _plain_home(title: str, text: str) -> str:
    """A place that is named only without its ending, before words that follow places (槐安港, 槐安日报)."""
    return ""
