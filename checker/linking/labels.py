"""One number under two names that cannot both be right: 研发人员2860人, 硕士以上学历人员2860人.

Nobody counts two things and comes out at the same three digits by chance. Where one paper tells a number of one sort
and the other of another, of one of two things that the first counts together, or of the whole of which the first says
that it is a part, a name was mixed up on the way.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.disputes import digits, exact, point
from checker.lexicon import load
from checker.linking.companions import common_numbers
from checker.linking.contexts import titled
from checker.linking.kinship import Kinship
from checker.linking.similarity import likeness
from checker.linking.times import when
from checker.linking.vouching import placed
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim

# So many digits are no chance; papers so far apart may tell of two times.
_LEAST, _DAYS = 3, 400
_KINDS = frozenset({Kind.QUANTITY, Kind.NUMBER, Kind.SHARE, Kind.RATE})
_SHARES = frozenset({Kind.SHARE, Kind.RATE})
# So much before a figure, and behind it, tells what it is of.
_AHEAD, _BEHIND = 40, 16
_STOP = re.compile(r"[，。；：！？0-9]")
_BREAK = re.compile(r"[，。；：！？、0-9]")
# What says of all that were just counted what else they are: 2860人，*均为*硕士.
_ALL_OF_THEM = re.compile(r"[^，。；0-9]{0,3}[，（](?:均|都|全|皆|且|清一色)(?P<told>[^，。；0-9]{1,20})")
_ONLY = re.compile("^(?:光|仅|单|只)")
_AND = "(?:和|与|及|以及|、)"
_LISTS = re.compile("[和与及、]")
# What both names must end in where the words that part them are taken out.
_TAIL = 2
# How alike the name of a whole must be to the other paper's.
_WHOLE = 0.85

Options = frozenset[tuple[str, int]]


def two_labels(pair: Pair) -> str:
    """Why the names of one number cannot both be right, for a reader: 研发≠硕士; "" where nothing says so.

    ``pair``: of two articles on one subject, their numbers equal and unrounded.
    """
    x, y = pair.x, pair.y
    if pair.within or x.kind not in _KINDS or not (exact(x) and exact(y)) or len(digits(point(x))) < _LEAST:
        return ""
    if (
        not (pair.kin == Kinship.STRONG or common_numbers(x, y))
        or not _one_unit(pair)
        or not _timely(x, y)
        or not placed(pair)
    ):
        return ""
    return _contrary(x, y) or _of_another_extent(x, y) or _one_of_two(x, y) or _part_for_whole(pair)


def _one_unit(pair: Pair) -> bool:
    """Whether both numbers are in one unit, or one in the turns of the other: 14.9万台, 14.9万台次."""
    units = [c.value.unit if c.value is not None else "" for c in (pair.x, pair.y)]
    short, long = sorted(units, key=len)
    return bool(short) and (pair.p.dimension == pair.q.dimension or (long == short + "次" and short != "人"))


def _timely(x: Claim, y: Claim) -> bool:
    """Whether both can be told of one time."""
    a, b = x.article.published, y.article.published
    if a is None or b is None or abs((a - b).days) > _DAYS:
        return False
    time, sure = when(x, y)
    p, q = x.period, y.period
    if time == "same" or not sure or p is None or q is None or None in (p.end, q.end):
        return True
    starts = [one.start or one.end for one in (p, q)]
    return starts[0] <= q.end and starts[1] <= p.end and x.kind not in _SHARES  # type: ignore[operator]


# --- words that exclude each other ------------------------------------------------------------------------


def _contrary(x: Claim, y: Claim) -> str:
    """The words of one group of options that only one of two names has each, where all else may be one."""
    one, other = _named(x), _named(y)
    if not one or not other:
        return ""
    for group in sorted({g for g, _ in one} & {g for g, _ in other}):
        a, b = ({o for o in told if o[0] == group} for told in (one, other))
        only = a - b, b - a
        if not all(only):
            continue
        words = [_spoken(claim, own) for claim, own in zip((x, y), only, strict=True)]
        if all(words) and _ends_alike(x, y, *words) and not (_says(x, words[1]) or _says(y, words[0])):
            return f"{words[0][0]}≠{words[1][0]}"
    return ""


def _named(claim: Claim) -> Options:
    """The options that the name of what a claim counts tells, with the verb that carries it."""
    metric = claim.metric
    levels = "　".join(claim.scope.levels)
    return _options(f"{metric.verb}　{''.join(metric.subject)}　{metric.text}　{metric.predicate[:_BEHIND]}　{levels}")


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
    metric, table = claim.metric, _table()
    text = (
        f"{metric.text}　{metric.verb}　{''.join(metric.subject)}　{metric.predicate}　{'　'.join(claim.scope.levels)}"
    )
    return tuple(dict.fromkeys(w for w in _finder().findall(text) if not options.isdisjoint(table[w])))


def _ends_alike(x: Claim, y: Claim, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names end in the same word, or in nothing, where the words that part them are taken out."""
    a, b = (_without(c.metric.text, told) for c, told in ((x, one), (y, other)))
    short, long = sorted((a, b), key=len)
    if x.kind in _SHARES and not short:
        return False
    return long.endswith(short) or (len(short) >= _TAIL and short[-_TAIL:] == long[-_TAIL:])


def _without(text: str, told: Sequence[str]) -> str:
    for word in told:
        text = text.replace(word, "")
    return text


def _says(claim: Claim, told: Sequence[str]) -> bool:
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


# --- a part of a place, or of a list, or of a whole --------------------------------------------------------


def _of_another_extent(x: Claim, y: Claim) -> str:
    """The words for how much of a place is meant, where only they part two names: 周边, 全市."""
    told = [_extents(_clause(c)) for c in (x, y)]
    if not all(told) or x.metric.head[-_TAIL:] != y.metric.head[-_TAIL:]:
        return ""
    only = told[0].keys() - told[1].keys(), told[1].keys() - told[0].keys()
    if not all(only) or 0 not in {*only[0], *only[1]}:
        return ""
    words = [tuple(told[i][o] for o in sorted(own)) for i, own in enumerate(only)]
    names = [_without(c.metric.text, own) for c, own in zip((x, y), words, strict=True)]
    return f"{words[0][0]}≠{words[1][0]}" if names[0].endswith(names[1]) or names[1].endswith(names[0]) else ""


def _clause(claim: Claim) -> str:
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


def _one_of_two(x: Claim, y: Claim) -> str:
    """The name that one paper has alone and the other with a second: 三级和四级手术, 四级手术."""
    for claim, beside in ((x, y), (y, x)):
        label = _ONLY.sub("", beside.metric.text)
        text = _clause(claim)
        if len(label) < _TAIL or _LISTS.search(_clause(beside)) or not _LISTS.search(text):
            continue
        if both := _listed_with(label, text):
            return f"{both}≠{label}" if claim is x else f"{label}≠{both}"
    return ""


@lru_cache(maxsize=16384)
def _listed_with(label: str, text: str) -> str:
    """The two names with which a text ends, of which a label is one: 冠脉介入和外周介入手术 for 冠脉介入手术."""
    last = re.search(rf"[㐀-鿿]{{2,8}}{_AND}{re.escape(label)}$", text)
    if last is not None:
        return last.group()
    for n in range(_TAIL, len(label) - 1):
        found = re.search(rf"{re.escape(label[:n])}{_AND}[㐀-鿿]{{2,8}}{re.escape(label[n:])}$", text)
        if found is not None:
            return found.group()
    return ""


def _part_for_whole(pair: Pair) -> str:
    """The names of a part and of the whole that one paper sets it off from, where the other has the whole's name."""
    sides = ((pair.x, pair.p, pair.y, pair.q), (pair.y, pair.q, pair.x, pair.p))
    for part, p, whole, q in sides:
        own = [w for w in p.words if w not in p.whole and len(w) > 1]
        if not p.whole or q.whole or whole.scope.part or not own or whole.scope.levels != ():
            continue
        if likeness(p.whole, q.words, pair.weight).score < _WHOLE:
            continue
        if any(w in whole.sentence.text or titled(whole, w) for w in own):
            continue
        return f"{part.metric.text}≠{whole.metric.text}"
    return ""
