"""Places in a text: administrative divisions, zones, countries, and the words that mean the article's own place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from operator import add
from typing import TYPE_CHECKING

from checker.claims.branching import branches
from checker.claims.gazetteer import Unit, gazetteer, level, own
from checker.claims.segments import segment
from checker.frozen import quick
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.settings import Place

_HAN = "㐀-鿿〇"
LADDER = ("园区", "乡镇", "区县", "市", "省", "国")
_BEFORE = 8
_OF_BODY = 2  # characters of a name that a body can be part of
_COUNTY, _TOWN = 2, 3  # characters of a name before its ending


@quick
@dataclass(frozen=True, slots=True)
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
    found += _relatives(text)
    taken = _disjoint(found)
    made = list(_made(text, taken))
    if made:
        likely = _likely(_trimmed(made), {m.end for m in taken if not m.relative})
        taken = _disjoint([*taken, *likely])
    return _joined(text, taken)


def _relatives(text: str) -> Iterator[PlaceMention]:
    """Expressions for the article's own place; 区内 and 本县 not at the end of another word (控制区内, 熊本县)."""
    if not _relative_words().search(text):
        return
    free = load("names")["cut_characters"]
    for m in _relative().finditer(text):
        before = text[m.start() - 1 : m.start()]
        if (m[0][1] == "内" or m[0][0] == "本") and re.match(f"[{_HAN}]", before) and before not in free:
            continue
        yield PlaceMention(m.start(), m.end(), m[0], m[0], relative_levels()[m[0]], relative=True)


def _disjoint(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions from left to right, of overlapping ones the first found of the leftmost."""
    if len(mentions) < 2:
        return list(mentions)
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
    pairs = known.starts.keys() & set(map(add, text, text[1:]))
    if not pairs:
        return []
    found, reached = [], 0
    for at in sorted(_standing(text, pairs)):
        if at < reached:
            continue
        forms = known.starts[text[at : at + 2]]
        form = next((f for f in forms if text.startswith(f, at) and _stands(text, at, f, known.plain)), "")
        if form:
            reached = at + len(form)
            unit = known.forms[form][0]
            found.append(PlaceMention(at, reached, form, unit.name, unit.level))
    full = {m.canonical for m in found if m.name == m.canonical}
    return [m for i, m in enumerate(found) if _meant(m, found[i - 1] if i else None, full, known.plain)]


def _standing(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where any of ``words`` stands, word by word."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)


def _stands(text: str, at: int, form: str, bare: frozenset[str]) -> bool:
    end = at + len(form)
    if form in bare:
        titled = text.endswith(_guards("refused_before").get(form[0], ()), 0, at)
        return not titled and not text.startswith(_refused_after(), end)
    return not text.startswith(_guards("not_followed").get(form[-1], ()), end) if form[-1] in "省市区县旗镇" else True


def _meant(m: PlaceMention, before: PlaceMention | None, full: set[str], bare: frozenset[str]) -> bool:
    """Whether a county's plain or two-character name is a place: named in full elsewhere, or after its city."""
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
        if _proper(name, ending, at_edge=low == floor or (run is not None and run.start(1) > low)):
            yield PlaceMention(m.start() - len(name), m.end(), name + ending, name + ending, level(ending))
            made = m.end()


def _other_word(text: str, at: int, end: int, ending: str) -> bool:
    """Whether the ending belongs to another word (市场, 城市)."""
    after, before = _guards("not_followed").get(ending, ()), _guards("not_preceded").get(ending, ())
    return text.startswith(after, end) or text.endswith(before, 0, at)


def _proper(name: str, ending: str, *, at_edge: bool) -> bool:
    """Whether ``name`` before ``ending`` looks like a proper name: short, not cut in its middle, no common words."""
    longest = 6 if len(ending) > 1 else 4
    if len(name) > _OF_BODY and _bodies().search(name):
        return False  # 某区*人民医院*新城院区, 某*大学*科技园
    return at_edge and 2 <= len(name) <= longest and not _generic().fullmatch(name)


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
