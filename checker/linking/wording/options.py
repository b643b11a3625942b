"""Words of which a counted thing is one or another, so that two names of one number cannot both be right.

研发人员 and 硕士学历人员 may be as many by chance, but not to the last of three digits; nor are the hotels near a race
track as full as those of all the city.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import load
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Claim

_SHARES = frozenset({Kind.SHARE, Kind.RATE})
# So much before a figure, and behind it, tells what it is of.
_AHEAD, _BEHIND = 40, 16
_STOP = re.compile(r"[，。；：！？0-9]")
_BREAK = re.compile(r"[，。；：！？、0-9]")
# What says of all that were just counted what else they are: 2860人，*均为*硕士.
_ALL_OF_THEM = re.compile(r"[^，。；0-9]{0,3}[，（](?:均|都|全|皆|且|清一色)(?P<told>[^，。；0-9]{1,20})")
# What both names must end in where the words that part them are taken out.
_TAIL = 2
# What is left of a word for persons where the other has a longer one: 本科*生*, 研究生.
_PEOPLE = "生员者人"

Options = frozenset[tuple[str, int]]


def contrary(x: Claim, y: Claim) -> str:
    """The words of one group of options that only one of two names has each, where all else may be one."""
    one, other = _options(_name(x)), _options(_name(y))
    if not one or not other:
        return ""
    for group in sorted({g for g, _ in one} & {g for g, _ in other}):
        a, b = ({o for o in told if o[0] == group} for told in (one, other))
        only = a - b, b - a
        if not all(only):
            continue
        words = [_spoken(claim, own) for claim, own in zip((x, y), only, strict=True)]
        if not all(words) or says(x, words[1]) or says(y, words[0]):
            continue
        if _ends_alike(x, y, *words) or _numbered(x, words[1]) or _numbered(y, words[0]):
            return f"{words[0][0]}≠{words[1][0]}"
    return ""


def _name(claim: Claim) -> str:
    """The name of what a claim counts, with whose it is and the verb that carries it."""
    metric = claim.metric
    owner = claim.scope.org if claim.scope.explicit else ""
    told = (metric.verb, "".join(metric.subject), metric.text, metric.predicate[:_BEHIND], owner, *claim.scope.levels)
    return "　".join(told)


@lru_cache(maxsize=65536)
def _options(text: str) -> Options:
    found, table = _finder(), _table()
    return frozenset([option for word in found.findall(text) for option in table[word]])


@cache
def _table() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Each word with its options: the group and the option's number in it."""
    table: dict[str, list[tuple[str, int]]] = {}
    for group, options in load("options")["named"].items():
        for n, option in enumerate(options):
            for word in str(option).split():
                table.setdefault(word, []).append((str(group), n))
    return {word: tuple(told) for word, told in table.items()}


@cache
def _finder() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_table(), key=lambda w: (-len(w), w)))))


def _spoken(claim: Claim, options: set[tuple[str, int]]) -> tuple[str, ...]:
    """The words by which a claim's name tells some options, as they stand in it."""
    table = _table()
    return tuple(dict.fromkeys(w for w in _finder().findall(_name(claim)) if not options.isdisjoint(table[w])))


def _ends_alike(x: Claim, y: Claim, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names end in the same word, or in nothing, where the words that part them are taken out."""
    a, b = (_without(c.metric.text, told).rstrip(_PEOPLE) for c, told in ((x, one), (y, other)))
    short, long = sorted((a, b), key=len)
    if x.kind in _SHARES and not short:
        return False
    return long.endswith(short) or (len(short) >= _TAIL and short[-_TAIL:] == long[-_TAIL:])


def _numbered(claim: Claim, told: Sequence[str]) -> bool:
    """Whether a claim's sentence tells another number by one of some words: *报名*4862人，体检3175人."""
    text = claim.sentence.text
    found = (m for word in told for m in re.finditer(rf"{re.escape(word)}[^，。；：、0-9]{{0,4}}(?=[0-9])", text))
    return any(m.end() != claim.figure.number.start for m in found)


def _without(text: str, told: Sequence[str]) -> str:
    for word in told:
        text = text.replace(word, "")
    return text


def says(claim: Claim, told: Sequence[str]) -> bool:
    """Whether a claim's clause, or what is said of all that it counts, has one of some words."""
    text, figure = claim.sentence.text, claim.figure
    behind = _BREAK.search(text, figure.end, figure.end + _BEHIND)
    stretch = _leading(claim) + text[figure.end : behind.start() if behind else figure.end + _BEHIND]
    if also := _ALL_OF_THEM.match(text, figure.end):
        stretch += also["told"]
    return any(word in stretch for word in told)


def _leading(claim: Claim) -> str:
    """What leads up to a figure from the last mark or number before it."""
    text, end = claim.sentence.text, claim.figure.start
    low = max(0, end - _AHEAD)
    marks = [m.end() for m in _STOP.finditer(text, low, end)]
    return text[marks[-1] if marks else low : end]


def of_another_extent(x: Claim, y: Claim) -> str:
    """The words for how much of a place is meant, where only they part two names: 周边, 全市."""
    told = [_extents(_unplaced(c)) for c in (x, y)]
    if not all(told) or x.metric.head[-_TAIL:] != y.metric.head[-_TAIL:]:
        return ""
    only = told[0].keys() - told[1].keys(), told[1].keys() - told[0].keys()
    if not all(only) or 0 not in {*only[0], *only[1]}:
        return ""
    words = [tuple(told[i][o] for o in sorted(own)) for i, own in enumerate(only)]
    names = [_without(c.metric.text, own) for c, own in zip((x, y), words, strict=True)]
    return f"{words[0][0]}≠{words[1][0]}" if names[0].endswith(names[1]) or names[1].endswith(names[0]) else ""


def _unplaced(claim: Claim) -> str:
    """What leads up to a figure without the names of places that the claim is told of: 望*城区*."""
    names = {claim.scope.place, claim.scope.org, claim.article.place, *claim.article.about, *claim.article.named}
    return _without(clause_of(claim), sorted(names - {""}, key=lambda n: (-len(n), n)))


def clause_of(claim: Claim) -> str:
    """What leads up to a figure from the last mark before it, numbers in it or not: 周边*3*公里内酒店."""
    text, end = claim.sentence.text, claim.figure.start
    low = max(0, end - _AHEAD)
    marks = [text.rfind(c, low, end) + 1 for c in "，。；：！？"]
    return text[max(low, *marks) : end]


@lru_cache(maxsize=16384)
def _extents(text: str) -> dict[int, str]:
    """The extents that a text tells, by their numbers, each with its word; 0 is all of a place."""
    table = _extent_table()
    return {table[word]: word for word in _extent_finder().findall(text)}


@cache
def _extent_table() -> Mapping[str, int]:
    return {word: n for n, option in enumerate(load("options")["extent"]) for word in str(option).split()}


@cache
def _extent_finder() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_extent_table(), key=lambda w: (-len(w), w)))))
