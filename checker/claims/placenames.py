"""Places in a text: administrative divisions, zones, countries, and the words that mean the article's own place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache
from itertools import product
from operator import add
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.branching import branches
from checker.claims.gazetteer import Unit, gazetteer, level, own
from checker.claims.segments import segment
from checker.claims.wordlists import WordList
from checker.frozen import dataclass, replace
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from checker.settings import Place

LADDER = ("园区", "乡镇", "区县", "市", "省", "国")
Hit = tuple[int, str]
"""Where a word stands, and the word."""

_BEFORE = 8
_OF_BODY = 2  # characters of a name that a body can be part of
_COUNTY, _TOWN = 2, 3  # characters of a name before its ending


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
def relative_levels() -> Mapping[str, str]:
    """Each expression for a place of the article's own with the level it means."""
    return {w: str(at) for at, ws in load("places")["relative"].items() for w in ws.split()}


@cache
def _relative_words() -> re.Pattern[str]:
    """The expressions alone, whatever stands around them: found much sooner, and seldom there."""
    return re.compile(branches(relative_levels()))


@cache
def _relative() -> re.Pattern[str]:
    data = load("places")
    refused = {w: i for w in data["relative_refused"].split() for i in range(3) if w[i : i + 2] in relative_levels()}
    before = "".join(f"(?<!{w[:i]})" for w, i in sorted(refused.items()) if i and len(w) == i + 2)
    after = [w for w, i in sorted(refused.items()) if not i]
    first = "".join(sorted({w[0] for w in relative_levels()}))
    return re.compile(rf"(?=[{first}]){before}(?!{branches(after)}){branches(relative_levels())}")


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
        stop = cuts.end(text, n, at)
        if stop > n or not _is_han(text[n]):
            return max(stop, n + 1)
    return low


@cache
def _guards(table: str) -> Mapping[str, tuple[str, ...]]:
    return {w: tuple(ws.split()) for w, ws in load("places")[table].items()}


@cache
def _generic() -> WordList:
    return WordList(load("names")["generic"].split())


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
    return Sites(text, known).within(0, len(text))


class Sites:
    r"""Where a text may name places: sought once in all of it, for the places of each of its lines.

    >>> text = "甲市\n青岛市崂山区"
    >>> [(m.start, m.canonical) for m in Sites(text).within(3, 9)]
    [(0, '崂山区')]
    """

    def __init__(self, text: str, known: tuple[Place, ...] = (), pairs: AbstractSet[str] | None = None) -> None:
        """``pairs``: all runs of two characters in the text, where the caller has them."""
        self._text, self._mine = text, own(known)
        self._listed = _listed(text, set(map(add, text, text[1:])) if pairs is None else pairs)
        self._relative = _relatives(text)
        self._endings = _endings(text)

    def within(self, start: int, end: int) -> list[PlaceMention]:
        """The places of the text from ``start`` to ``end``, told by where they stand in that stretch."""
        text = self._text[start:end]
        listed = _between(self._listed, start, end) if self._listed else []
        relative = _between(self._relative, start, end) if self._relative else []
        endings = _between(self._endings, start, end) if self._endings else []
        if not (listed or relative or endings or self._mine):
            return []
        found = _own(text, self._mine) if self._mine else []
        found += _meant(listed) if listed else []
        if relative:
            levels = relative_levels()
            found += [
                PlaceMention(at, at + len(word), word, word, levels[word], relative=True) for at, word in relative
            ]
        taken = _disjoint(found)
        made = _made(text, taken, endings) if endings else []
        if made:
            likely = _likely(_trimmed(made), {m.end for m in taken if not m.relative})
            taken = _disjoint([*taken, *likely])
        return _joined(text, taken) if len(taken) > 1 else taken


def _between(hits: list[Hit], start: int, end: int) -> list[Hit]:
    """The hits that begin in a stretch of text, told by where they stand in it."""
    first = bisect_left(hits, (start,)) if start else 0
    last = bisect_left(hits, (end,), first)
    return [(at - start, word) for at, word in hits[first:last]] if last > first else []


def _relatives(text: str) -> list[Hit]:
    """Expressions for the article's own place; 区内 and 本县 not at the end of another word (控制区内, 熊本县)."""
    if not _relative_words().search(text):
        return []
    free, found = load("names")["cut_characters"], []
    for m in _relative().finditer(text):
        at, word = m.start(), m[0]
        before = text[at - 1 : at]
        if (word[1] == "内" or word[0] == "本") and _is_han(before) and before not in free:
            continue
        found.append((at, word))
    return found


def _is_han(c: str) -> bool:
    return "㐀" <= c <= "鿿" or c == "〇"


def _disjoint(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions from left to right, of overlapping ones the first found of the leftmost."""
    if len(mentions) < 2:
        return list(mentions)
    kept: list[PlaceMention] = []
    for m in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    return kept


def _own(text: str, mine: Mapping[str, Unit]) -> list[PlaceMention]:
    found = []
    for m in re.finditer(branches(mine), text):
        unit = mine[m[0]]
        found.append(PlaceMention(m.start(), m.end(), m[0], unit.name, unit.level))
    return found


def _listed(text: str, pairs: AbstractSet[str]) -> list[Hit]:
    """Where listed places stand, by full name or by a plain name."""
    known, find, standing = gazetteer(), text.find, []
    for pair in known.starts.keys() & pairs:
        at = find(pair)
        while at >= 0:
            standing.append(at)
            at = find(pair, at + 1)
    found, reached = [], 0
    for at in sorted(standing):
        if at < reached:
            continue
        for form in known.starts[text[at : at + 2]]:
            if text.startswith(form, at) and _stands(text, at, form, known.plain):
                reached = at + len(form)
                found.append((at, form))
                break
    return found


def _stands(text: str, at: int, form: str, bare: frozenset[str]) -> bool:
    end = at + len(form)
    if form in bare:
        titled = text.endswith(_guards("refused_before").get(form[0], ()), 0, at)
        return not titled and not text.startswith(_refused_after(), end)
    return not text.startswith(_guards("not_followed").get(form[-1], ()), end) if form[-1] in "省市区县旗镇" else True


def _meant(hits: list[Hit]) -> list[PlaceMention]:
    """The listed places that are meant.

    The plain or two-character name of a county is one only where it is named in full elsewhere, or after its city.
    """
    known = gazetteer()
    forms, bare = known.forms, known.plain
    found: list[PlaceMention] = []
    reached, before, full = -1, "", {form for _, form in hits if form == forms[form][0].name}
    for at, form in hits:
        units, end = forms[form], at + len(form)
        name, rank = units[0].name, units[0].level
        if (
            rank != "区县"
            or (len(form) > 2 and form not in bare)
            or (form in bare and name in full)
            or (reached == at and any(before in u.within for u in units))
        ):
            found.append(PlaceMention(at, end, form, name, rank))
        reached, before = end, name
    return found


def _endings(text: str) -> list[Hit]:
    """Where an ending of the names of places stands that is no part of another word (市场, 城市)."""
    after, before, found = _guards("not_followed"), _guards("not_preceded"), []
    for m in _ends().finditer(text):
        at, ending = m.start(), m[0]
        others = after.get(ending)
        if others and text.startswith(others, m.end()):
            continue
        others = before.get(ending)
        if not (others and text.endswith(others, 0, at)):
            found.append((at, ending))
    return found


def _made(text: str, taken: Sequence[PlaceMention], endings: Sequence[Hit]) -> list[PlaceMention]:
    """Places known by their ending alone (青石镇), outside of those that are ``taken``."""
    found: list[PlaceMention] = []
    made = stop = n = 0
    for at, ending in endings:
        while n < len(taken) and taken[n].start <= at:
            stop = taken[n].end
            n += 1
        floor = max(made, stop)
        if floor > at:
            continue
        low = max(floor, at - _BEFORE)
        begin = _reach(text, low, at)
        name = text[begin:at]
        if len(name) > 1 and _proper(name, ending, at_edge=low == floor or begin > low):
            made = at + len(ending)
            found.append(PlaceMention(at - len(name), made, name + ending, name + ending, level(ending)))
    return found


def _proper(name: str, ending: str, *, at_edge: bool) -> bool:
    """Whether ``name`` before ``ending`` looks like a proper name: short, not cut in its middle, no common words."""
    longest = 6 if len(ending) > 1 else 4
    if len(name) > _OF_BODY and _bodies().search(name):
        return False  # 某区*人民医院*新城院区, 某*大学*科技园
    return at_edge and 2 <= len(name) <= longest and not _generic().make(name)


@cache
def _bodies() -> re.Pattern[str]:
    """Words for bodies that have grounds of their own, which are no places of the division."""
    return re.compile(branches(load("places")["bodies"].split()))


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


def stem(name: str) -> str:
    """A made name without its ending (槐安高新区 → 槐安)."""
    ending = _ends().search(name, 2)
    return name[: ending.start()] if ending else name


def _likely(made: list[PlaceMention], stops: set[int]) -> list[PlaceMention]:
    """The mentions but those that a passing word may have made (发现市): long or ordinary, and told once."""
    times = Counter(m.name for m in made)
    ends = stops | {m.end for m in made}

    def likely(m: PlaceMention) -> bool:
        if m.level not in ("省", "市", "区县", "乡镇") or m.name.endswith("村") or times[m.name] > 1 or m.start in ends:
            return True
        short = stem(m.name)
        if m.level == "乡镇" and not m.name.endswith("乡"):
            return len(short) <= _TOWN
        return len(short) == _COUNTY and len(segment(short)) > 1

    return [m for m in made if likely(m)]


def _joined(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions; a place right after a larger one is joined with it, 全省 right after a province with that."""
    joined: list[PlaceMention] = []
    for m in mentions:
        last = joined[-1] if joined else None
        touching = last is not None and last.end == m.start and not last.relative
        if last and touching and not m.relative and above(last.level, m.level):
            joined[-1] = replace(m, start=last.start, name=text[last.start : m.end])
        elif last and touching and m.relative and m.name.startswith("全") and m.level == last.level:
            joined[-1] = replace(last, end=m.end, name=text[last.start : m.end])  # 广东全省 is not the article's 全省
        else:
            joined.append(m)
    return joined


def above(outer: str, inner: str) -> bool:
    """Whether the level ``outer`` stands above the level ``inner``; False for levels of no ladder."""
    return outer in LADDER and inner in LADDER and LADDER.index(outer) > LADDER.index(inner)
