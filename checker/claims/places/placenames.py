"""Places in a text: administrative divisions, zones, countries, and the words that mean the article's own place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.places.gazetteer import Unit, gazetteer, own
from checker.claims.places.placenames_made import endings, guards, made
from checker.claims.places.places_met import Hit, PlaceMention, above, is_han, mark, relative_levels
from checker.claims.words.bigrams import numbered, pairs
from checker.claims.words.branching import branches
from checker.frozen import replace
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from checker.settings import Place

    Hits = tuple[list[Hit], list[Hit], list[Hit]]


# The fewest characters of a place's full name that a longer one can end in.
_FULL = 3
# What a clause begins behind, and words of one character that stand before a place's name.
_EDGES = frozenset("，。；：！？、“”《》（）\n \u3000—")
_WORDS = frozenset(
    "在到从由与和对向去赴及等为以该是让使给于至经离沿把将按据因跟同往省市县区州原今又而但并即如像当有自距驻过抵回访来"
)


@cache
def relative_starts() -> frozenset[int]:
    """The first two characters of the expressions: without any of them in a text no expression stands there."""
    return frozenset(numbered({w[:2] for w in relative_levels()}))


@cache
def _relative() -> re.Pattern[str]:
    data = load("places")
    refused = {w: i for w in data["relative_refused"].split() for i in range(3) if w[i : i + 2] in relative_levels()}
    before = "".join(f"(?<!{w[:i]})" for w, i in sorted(refused.items()) if i and len(w) == i + 2)
    after = [w for w, i in sorted(refused.items()) if not i]
    first = "".join(sorted({w[0] for w in relative_levels()}))
    return re.compile(rf"(?=[{first}]){before}(?!{branches(after)}){branches(relative_levels())}")


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
    return Sites(text, set(pairs(text)), known).within(0, len(text))


class Sites:
    r"""Where a text may name places: sought once in all of it, for the places of each of its lines.

    >>> text = "甲市\n青岛市崂山区"
    >>> [(m.start, m.canonical) for m in Sites(text, set(pairs(text))).within(3, 9)]
    [(0, '崂山区')]
    """

    def __init__(self, text: str, told: AbstractSet[int], known: tuple[Place, ...] = ()) -> None:
        """``told``: all that stands side by side in the text; ``known``: the newsroom's own places."""
        self._text, self._mine = text, own(known)
        relative = _relatives(text) if not told.isdisjoint(relative_starts()) else []
        self._hits: Hits = _listed(text, told), relative, endings(text)
        self._meant = frozenset([mark(word) for _, word in relative])

    def by_line(self, starts: Sequence[int]) -> dict[int, Hits]:
        """What may name places in each line that holds any of it, by its number; ``starts``: where the lines begin."""
        lines: dict[int, Hits] = {}
        for kind, hits in enumerate(self._hits):
            for at, word in hits:
                n = bisect_right(starts, at) - 1
                lines.setdefault(n, ([], [], []))[kind].append((at - starts[n], word))
        return lines

    def within(self, start: int, end: int) -> list[PlaceMention]:
        """The places of the text from ``start`` to ``end``, told by where they stand in that stretch."""
        listed, relative, ending = self._hits
        told = _between(listed, start, end), _between(relative, start, end), _between(ending, start, end)
        return self.named(self._text[start:end], told)

    def named(self, text: str, hits: Hits) -> list[PlaceMention]:
        """The places of a stretch of the text; ``hits``: what may name them, by where it stands there."""
        listed, relative, ending = hits
        if not (listed or relative or ending or self._mine):
            return []
        found = _own(text, self._mine) if self._mine else []
        found += _meant(listed) if listed else []
        if relative:
            levels = relative_levels()
            found += [
                PlaceMention(at, at + len(word), word, word, levels[word], relative=True) for at, word in relative
            ]
        taken = _disjoint(found) if len(found) > 1 else found
        built = made(text, taken, ending, self._meant) if ending else []
        if built:
            taken = _disjoint([*taken, *built])
        return _joined(text, taken) if len(taken) > 1 else taken


def _between(hits: list[Hit], start: int, end: int) -> list[Hit]:
    """The hits that begin in a stretch of text, told by where they stand in it."""
    first = bisect_left(hits, (start,)) if start else 0
    last = bisect_left(hits, (end,), first)
    return [(at - start, word) for at, word in hits[first:last]] if last > first else []


def _relatives(text: str) -> list[Hit]:
    """Expressions for the article's own place; not 区内, 园区, 市里 or 本县 at a word's end (控制区内, 产业园区)."""
    free, found = load("names")["cut_characters"], []
    for m in _relative().finditer(text):
        at, word = m.start(), m[0]
        before = text[at - 1 : at]
        if (word[1] in "内里" or word[0] == "本" or word == "园区") and is_han(before) and before not in free:
            continue
        found.append((at, word))
    return found


def _disjoint(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions from left to right, of overlapping ones the first found of the leftmost."""
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


def _listed(text: str, told: AbstractSet[int]) -> list[Hit]:
    """Where listed places stand, by full name or by a plain name."""
    known, find, standing = gazetteer(), text.find, []
    for number in known.numbers.keys() & told:
        pair = known.numbers[number]
        at = find(pair)
        while at >= 0:
            standing.append(at)
            at = find(pair, at + 1)
    found, reached = [], 0
    for at in sorted(standing):
        if at < reached:
            continue
        for form in known.starts[text[at : at + 2]]:
            if (
                text.startswith(form, at)
                and _stands(text, at, form, known.plain)
                and not _within_longer(text, at, form)
            ):
                reached = at + len(form)
                found.append((at, form))
                break
    return found


def _stands(text: str, at: int, form: str, bare: frozenset[str]) -> bool:
    end = at + len(form)
    if text.endswith(guards("refused_before").get(form[0], ()), 0, at):
        return False
    if form in bare:
        if text.endswith(_posts(), 0, at):
            return False  # 团委书记濮阳静说
        return not text.startswith(_refused_after(), end)
    return not text.startswith(guards("not_followed").get(form[-1], ()), end) if form[-1] in "省市区县旗镇" else True


@cache
def _posts() -> tuple[str, ...]:
    """What the name of a person follows: 书记, 校长."""
    return tuple(sorted(set(load("names")["titles"].split()) - {"记者", "通讯员"}))


def _within_longer(text: str, at: int, form: str) -> bool:
    """Whether a clause opens with one character more, so that it names another place: *云*盘山县."""
    if len(form) < _FULL or form[-1] not in "县区市旗" or not at or not is_han(text[at - 1]):
        return False
    opens = at == 1 or text[at - 2] in _EDGES
    return opens and text[at - 1] not in _WORDS


def _meant(hits: list[Hit]) -> list[PlaceMention]:
    """The listed places that are meant.

    The plain or two-character name of a county is one only where it is named in full elsewhere, or after its city.
    """
    found: list[PlaceMention] = []
    reached, before, told = -1, "", {form for _, form in hits}
    for at, form in hits:
        (name, rank, sure), end = _unit(form), at + len(form)
        if sure or (name != form and name in told) or (reached == at and _lies_in(form, before)):
            found.append(PlaceMention(at, end, form, name, rank))
        reached, before = end, name
    return found


@lru_cache(maxsize=8192)
def _unit(form: str) -> tuple[str, str, bool]:
    """The name and level of the place that a form names, and whether it names it wherever it stands."""
    known = gazetteer()
    first = known.forms[form][0]
    return first.name, first.level, first.level != "区县" or (len(form) > 2 and form not in known.plain)


def _lies_in(form: str, outer: str) -> bool:
    """Whether one of the places that share a form lies in another place."""
    return any(outer in unit.within for unit in gazetteer().forms[form])


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
