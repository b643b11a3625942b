"""Places known by the ending of their name alone: 青石镇, 云岭高新区."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.places.gazetteer import gazetteer, level
from checker.claims.places.places_met import Hit, PlaceMention, is_han
from checker.claims.words.branching import branches
from checker.claims.words.segments import classes, is_verb, segment, sparing
from checker.claims.words.wordlists import WordList
from checker.frozen import replace
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


_BEFORE = 8
_OF_BODY = 2  # characters of a name that a body can be part of
_COUNTY, _TOWN, _LONG = 2, 3, 4  # characters of a name before its ending
# What stands before a clause, or before a name within it.
_EDGES = frozenset("，。；：！？、“”《》（）\n \u3000—在")
_TIMES = (
    "目前", "今年", "去年", "前年", "近年", "近日", "日前", "昨日", "昨天", "今天", "如今", "眼下", "年底", "年末",
    "月底", "月末", "走进", "来到", "地处", "位于", "记者从", "以来", "季度", "半年", "截至", "其中",
)  # fmt: skip
# Words of the dictionary that are no more frequent are names rather than common words.
_RARE = 1000
# Features of the land that places are called after.
_FEATURES = frozenset("岭山坡坪坝坳谷峡川江河湖溪泉潭滩湾塘浦渡津港岛洲原林关口门桥寨堡城屯店坑洞岩石峰崖台")
_MARKS = frozenset("市区县")
# What counts places, and ends the name of none: 沿线*四*县.
_NUMERALS = frozenset("一二两三四五六七八九十数几各多")
# What is no name before 区: 太行*山区*, 鄱阳*湖区*, 旧*城区*.
_TRACTS = frozenset("山湖城林海港园")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(branches(w for ws in load("places")["endings"].values() for w in ws.split()))


@cache
def _cuts() -> WordList:
    """What no name has in it: words that cut, and a numeral with a measure word."""
    names, data = load("names"), load("places")
    counts = map("".join, product("0123456789一二两三四五六七八九十百千万亿几数多余", names["measures"]))
    return WordList([*names["cut"].split(), *names["cut_characters"], *data["not_in_names"].split(), *counts])


def _reach(text: str, low: int, at: int) -> int:
    """Where the run begins before ``at`` that may be a name: behind the last cut, or at ``low``."""
    cuts = _cuts()
    for n in range(at - 1, low - 1, -1):
        c = text[n]
        stop = cuts.end(text, n, at) if c in cuts.firsts else n
        if stop > n or not is_han(c):
            return max(stop, n + 1)
    return low


@cache
def guards(table: str) -> Mapping[str, tuple[str, ...]]:
    """What, by the last or first character of a name or ending, must not stand beside it; ``table``: its name."""
    return {w: tuple(ws.split()) for w, ws in load("places")[table].items()}


@cache
def _generic() -> WordList:
    return WordList(load("names")["generic"].split())


def endings(text: str) -> list[Hit]:
    """Where an ending of the names of places stands that is no part of another word (市场, 城市)."""
    after, before, found = guards("not_followed"), guards("not_preceded"), []
    for m in _ends().finditer(text):
        at, ending = m.start(), m[0]
        others = after.get(ending)
        if others and text.startswith(others, m.end()):
            continue
        others = before.get(ending)
        if not (others and text.endswith(others, 0, at)):
            found.append((at, ending))
    return found


def made(
    text: str, taken: Sequence[PlaceMention], marks: Sequence[Hit], meant: Collection[str] = ()
) -> list[PlaceMention]:
    """Places known by their ending alone (青石镇), outside of those that are ``taken``; ``marks``: the endings.

    ``meant``: the endings of which the whole text says 全县 or 该县, so that it names one with each.
    """
    found = _built(text, taken, marks)
    stops = {m.end for m in taken if not m.relative}
    return _likely(_trimmed(found), stops, {m.start for m in found if _opens(text, m.start)}, meant) if found else []


def _opens(text: str, at: int) -> bool:
    """Whether a clause opens at a place of the text, before it nothing but a time: 目前，*青石岭县*; 在*青石岭县*."""
    return not at or text[at - 1] in _EDGES or text.endswith(_TIMES, 0, at)


def _built(text: str, taken: Sequence[PlaceMention], marks: Sequence[Hit]) -> list[PlaceMention]:
    """What may be the name of a place before each ending."""
    found: list[PlaceMention] = []
    reached = stop = n = 0
    for at, ending in marks:
        while n < len(taken) and taken[n].start <= at:
            stop = taken[n].end
            n += 1
        floor = max(reached, stop)
        if floor > at:
            continue
        low = max(floor, at - _BEFORE)
        begin = _past_verb(text, _reach(text, low, at), at)
        name = text[begin:at]
        counted = ending != "村" and name[-1:] in _NUMERALS
        if len(name) > 1 and not counted and _proper(name, ending, at_edge=low == floor or begin > low):
            reached = at + len(ending)
            found.append(PlaceMention(at - len(name), reached, name + ending, name + ending, level(ending)))
    return found


def _past_verb(text: str, begin: int, end: int) -> int:
    """Where a name begins behind a date or a verb that no list of cuts has (2024*年*青石镇, *串起*青石镇)."""
    while begin < end - 2 and text[begin] in "年月日号":
        begin += 1
    past = at = begin
    for word in segment(text[begin:end]) if end - begin >= _LONG else ():
        at += len(word)
        if len(word) > 1 and is_verb(word) and at < end - 1:
            past = at
    return past if at - past <= _LONG or past == begin else begin


def _proper(name: str, ending: str, *, at_edge: bool) -> bool:
    """Whether ``name`` before ``ending`` looks like a proper name: short, not cut in its middle, no common words."""
    longest = 6 if len(ending) > 1 else 4
    if len(name) > _OF_BODY and _bodies().search(name):
        return False  # 某区*人民医院*新城院区, 某*大学*科技园
    sort = name in words("places", "sorts_of_places")
    return at_edge and 2 <= len(name) <= longest and not sort and not _generic().make(name)


@cache
def _bodies() -> re.Pattern[str]:
    """Words for bodies that have grounds of their own, which are no places of the division."""
    return re.compile(branches(load("places")["bodies"].split()))


def _trimmed(found: list[PlaceMention]) -> list[PlaceMention]:
    """The same mentions, those cut back that carry another's whole name at their end (走进青石镇 beside 青石镇)."""
    names = {m.name for m in found}
    trimmed = []
    for m in found:
        shorter = next((m.name[i:] for i in range(len(m.name) - 3, 0, -1) if m.name[i:] in names), "")
        if shorter and len(shorter) >= 3:
            trimmed.append(replace(m, start=m.end - len(shorter), name=shorter, canonical=shorter))
        else:
            trimmed.append(m)
    return trimmed


def stem(name: str) -> str:
    """A made name without its ending (槐安高新区 → 槐安)."""
    ending = _ends().search(name, 2)
    return name[: ending.start()] if ending else name


def _featured(short: str, name: str) -> bool:
    """Whether a name of two or three characters ends in a feature of the land, and is no common words: 青石*岭*县."""
    if len(short) not in (_COUNTY, _TOWN) or (short[-1] not in _FEATURES and name[-1] not in "县旗"):
        return False
    return not name.endswith("山区") and all(map(_named_so, segment(short)))


def _named_so(word: str) -> bool:
    """Whether a word can be part of a name: one character that is no function word, or a seldom word."""
    known = classes()
    if len(word) == 1:
        return word not in known.stop and word not in known.light and word not in known.base
    return sparing().seldom(word, _RARE) and not is_verb(word)


def _likely(
    found: list[PlaceMention], stops: set[int], opening: set[int], meant: Collection[str]
) -> list[PlaceMention]:
    """The mentions but those that a passing word may have made (发现市): long or ordinary, told once, and not meant.

    ``opening``: where those begin that open a clause.
    """
    times = Counter(m.name for m in found)
    ends = stops | {m.end for m in found}

    def likely(m: PlaceMention) -> bool:
        if m.level not in ("省", "市", "区县", "乡镇") or m.name.endswith("村") or times[m.name] > 1 or m.start in ends:
            return True
        short = stem(m.name)
        if m.level == "乡镇" and not m.name.endswith("乡"):
            return len(short) <= _TOWN
        if m.name[-1] in meant:
            return len(short) in (_COUNTY, _TOWN) and _may_be_called(short)
        if m.start in opening and _featured(short, m.name):
            return True
        if m.name.endswith("旗"):
            return False
        return (len(short) == _COUNTY and len(segment(short)) > 1) or _seldom(short, m.name[-1])

    return [m for m in found if likely(m)]


def _may_be_called(short: str) -> bool:
    """Whether a place that an article says 全市 of may be called so: no verb, nor led up to by one (名单*见*市…)."""
    if short.endswith(_leading()):
        return False
    told = [w for w in segment(short) if len(w) > 1]
    return not any(is_verb(w) for w in told) and (len(short) == _COUNTY or all(map(_named_so, told)))


@cache
def _leading() -> tuple[str, ...]:
    """Verbs of one character that stand before bodies of a city, and end no name: *报*市教育局, 写*进*县志."""
    return tuple(load("places")["leading"].split())


@lru_cache(maxsize=8192)
def _seldom(short: str, ending: str) -> bool:
    """Whether a name is of seldom words that name a place before its ending: 岭东*市*, 云顶湾*区*; not 晾衣*区*."""
    if ending not in _MARKS or len(short) not in (_COUNTY, _TOWN):
        return False
    told = [w for w in segment(short) if len(w) > 1]
    if not all((sparing().seldom(w, _RARE) and not is_verb(w)) or w in gazetteer().forms for w in told):
        return False
    lands = words("places", "lands")
    if ending == "区":
        return short[-1] in lands - _TRACTS
    return len(short) == _COUNTY or short[-1] in lands
