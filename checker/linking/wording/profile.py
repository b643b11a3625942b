"""The words of a metric in the form in which two newspapers' words can meet."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import classes, cut, has_letters, is_verb
from checker.figures.units import dimension
from checker.frozen import dataclass
from checker.lexicon import load, words
from checker.linking.wording.measures import measures
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Claim
    from checker.settings import Settings

_QUOTES = re.compile(r"[“”‘’\"'《》（）()\s　]")
# What people are counted in; a verb that names them is short for who does it: *从业*4万人, 从业人员4万人.
_PEOPLE = "人"
_TURNS, _VISITS = "台次", "人次"
# Words of this length that begin so point at what was named before: 该厂, 这家, 此次, 各村.
_POINTING, _POINTED = frozenset("该此这各"), 2
# The sums that add nothing to what is ranked or grows: 出口*总值*增长9.2%.
_SUMMED = {Kind.RANK: "rank", Kind.GROWTH: "growth"}
# The most characters that make one word.
_COMPOUND = 4
_GROUP = {Kind.SHARE: "share", Kind.RATE: "share"}


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {long: short for short, longs in load("synonyms")["abbreviations"].items() for long in longs}
    forms = sorted(table, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, forms)), needs=forms), table


@cache
def _synonyms() -> dict[str, str]:
    """Each word of a group, mapped to the first of it; what is to stay one word, to itself."""
    told = load("synonyms")
    groups = (group.split() for table in ("same", "deeds") for group in told[table])
    found = {word: group[0] for group in groups for word in group}
    return {**{word: word for word in words("synonyms", "whole")}, **found}


@cache
def _longest() -> dict[str, int]:
    """Each character that an entry begins with, and the length of the longest that does."""
    found: dict[str, int] = {}
    for word in _synonyms():
        found[word[0]] = max(found.get(word[0], 0), len(word))
    return found


@lru_cache(maxsize=4096)
def _read_as(word: str) -> tuple[str, ...]:
    """The words that an entry stands for; () where its own words say that, looked at one by one."""
    first = _synonyms()[word]
    pieces = cut(first)
    if len(pieces) == 1 or first in words("synonyms", "whole") or all(len(w) == 1 for w in pieces):
        return (first,)
    return one_word_for_each(pieces) if word != first else ()


def _entry(told: tuple[str, ...], i: int) -> tuple[tuple[str, ...], int]:
    """The longest entry that begins at a word of a name, or the word itself, and how many words it takes."""
    joined, longest, last = "", _longest().get(told[i][:1], 0), i
    found: tuple[str, ...] = (told[i],)
    taken = 1
    while last < len(told) and len(joined) + len(told[last]) <= longest:
        joined += told[last]
        last += 1
        read = _read_as(joined) if joined in _synonyms() else ()
        if read:
            found, taken = read, last - i
    return found, taken


def one_word_for_each(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, those that have synonyms as the first of their group, however many words each is cut into.

    >>> one_word_for_each(("纯", "利润")), one_word_for_each(("利润",))
    (('净利润',), ('利润',))
    """
    out, i = list[str](), 0
    while i < len(told):
        words, taken = _entry(told, i)
        out += words
        i += taken
    return tuple(out)


@lru_cache(maxsize=65536)
def canonical(text: str) -> tuple[str, ...]:
    """The content words of a metric's name, long official forms in their short form, synonyms as one.

    >>> canonical("规模以上工业企业") == canonical("规上工业企业")
    True
    >>> canonical("进出港旅客") == canonical("旅客吞吐量")
    True
    >>> canonical("“”")
    ()
    """
    pattern, table = _abbreviations()
    plain = pattern.sub(lambda m: table[m.group()], _QUOTES.sub("", text))
    empty = classes().empty
    told = one_word_for_each(tuple(w for w in cut(plain) if has_letters(w)))
    return _unpointed(tuple(w for w in told if w not in empty)) or told


def _compounds(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words with those of one character that end a name as one, which no dictionary knows: *雪道*, 船舶*岸电*.

    Those that begin one with a verb too: *入藏*纸质图书.
    """
    if len(told) > 2 and is_verb(told[0]) and _single(told[0]) and _single(told[1]) and not _single(told[2]):
        told = (told[0] + told[1], *told[2:])
    first = len(told)
    while first and len(told) - first < _COMPOUND and _single(told[first - 1]):
        first -= 1
    return (*told[:first], "".join(told[first:])) if len(told) - first > 1 else told


def _single(word: str) -> bool:
    """Whether a word is one character that says something."""
    return len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in classes().empty


def without(told: tuple[str, ...], names: Iterable[str]) -> tuple[str, ...]:
    """The words of a metric's name but for those that spell a name together; all of them where none would be left.

    >>> without(("平湖", "岭", "区", "产值"), {"平湖岭区"}), without(("平湖", "岭", "区"), {"平湖岭区"})
    (('产值',), ('平湖', '岭', '区'))
    """
    kept = told
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for i in range(len(kept) - 1):
            n = next((n for n in range(1, len(kept) - i) if "".join(kept[i : i + n]) == name), 0)
            if n:
                kept = kept[:i] + kept[i + n :]
                break
    return kept


def _unpointed(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without those that only point (*该厂*产值, *此次*投资)."""
    return tuple(_measure(w) for w in told if not _points(w)) or told


def _points(word: str) -> bool:
    """Whether a word points at what was named before, and says not of what sort it is (*这样*的小码头)."""
    return 1 < len(word) <= _POINTED and word[0] in _POINTING and word[1] not in "样种类"


@cache
def _measures() -> frozenset[str]:
    return words("terms", "flow") | words("terms", "attributes") | words("terms", "stock")


def _measure(word: str) -> str:
    """A word without the 年 before a measure: *年*产值."""
    return word[1:] if len(word) > 2 and word[0] == "年" and word[1:] in _measures() else word


@dataclass(frozen=True)
class Profile:
    """What linking sees of a claim: canonical words, those of its whole, its kind and dimension, its year.

    ``beside``: the names of the other figures of its sort that its sentence tells, of the same levels.
    """

    words: tuple[str, ...]
    whole: tuple[str, ...]
    group: str
    dimension: str
    subject: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()

    @property
    def head(self) -> str:
        """The last word of the metric."""
        return self.words[-1] if self.words else ""


def group(claim: Claim) -> str:
    """The sort of number that may be compared with its like: quantity, share (with rate), growth, rank or first."""
    f = claim.figure
    if f.kind == Kind.RANK:
        return "first" if f.first else "rank"
    return _GROUP.get(f.kind, str(f.kind))


def profile(claim: Claim, whole: Sequence[str], aliases: Mapping[str, str]) -> Profile:
    """The profile of a claim; ``aliases`` maps a newsroom's own names of a metric to one of them."""
    told = measures(claim)
    return Profile(
        named(claim, aliases),
        canonical("".join(whole)) if whole else (),
        group(claim),
        _dimension(claim, told),
        canonical("".join(claim.metric.subject)) if claim.metric.subject else (),
        told,
    )


def _dimension(claim: Claim, told: Sequence[str]) -> str:
    """What a claim's number is counted in; where turns are told of, things are counted as turns: 2.6万*台*手术.

    Who came is counted as often as he came: 231万*人*坐过船. Posts are as many as those who are sought for them.
    """
    unit = claim.value.unit if claim.value else ""
    turns = load("measures")["turns"]
    if any(unit in turns[name].split() for name in told if name in turns):
        return _TURNS
    sort = dimension(unit)
    if unit == "个" and not words("measures", "posts").isdisjoint(told):
        return _PEOPLE
    return _VISITS if sort == _PEOPLE and not words("measures", "visits").isdisjoint(told) else sort


def named(claim: Claim, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a claim's metric."""
    text = claim.metric.text
    told = canonical(aliases.get(text, text))
    return _unsummed(told if claim.kind is Kind.RANK else _compounds(told), claim)


def _unsummed(told: tuple[str, ...], claim: Claim) -> tuple[str, ...]:
    """The words of a name without a last one that says no more than the unit, or than the rank: 进出口*总值*."""
    unit = claim.value.unit if claim.value is not None else ""
    sort = _SUMMED.get(claim.kind) or dimension(unit)
    idle = _sums().get(sort, ())
    kept = told
    while len(kept) > 1 and kept[-1] in idle:
        kept = kept[:-1]
    people = f"{kept[-1]}人员" if kept and sort == _PEOPLE else ""
    return (*kept[:-1], people) if people in _synonyms() else kept


@cache
def _sums() -> dict[str, frozenset[str]]:
    """The words that say no more than a unit of each sort."""
    return {sort: frozenset(str(told).split()) for sort, told in load("terms")["sums"].items()}


def alias_table(settings: Settings) -> dict[str, str]:
    """Each alias of a metric, mapped to the first of its group."""
    return {name: names[0] for names in settings.aliases for name in names}


def weights(profiles: Iterable[Profile]) -> dict[str, float]:
    """How much each word of these metrics distinguishes.

    A word counts once per distinct metric, so that a much repeated metric does not make its own words common.
    """
    distinct = {p.words for p in profiles}
    return worth(len(distinct), Counter(w for words in distinct for w in set(words)))


def worth(metrics: int, seen: Mapping[str, int]) -> dict[str, float]:
    """What each word weighs that stands in so many of the metrics: the fewer, the more; 0.4 to 1.

    Numbers above three are rounded to powers of two, so that an article more or less changes few of the weights.
    """
    n = rounded(max(metrics, 2))
    most = math.log(n)
    told = {k: round(max(0.4, 1 - 0.6 * math.log(rounded(k)) / most), 4) for k in set(seen.values())}
    return {w: told[k] for w, k in seen.items()}


def rounded(number: int) -> int:
    """A number up to three as it is, a larger one as the power of two below it.

    >>> [rounded(n) for n in (3, 4, 7, 8, 100)]
    [3, 4, 4, 8, 64]
    """
    return number if number < 4 else 1 << (number.bit_length() - 1)


@lru_cache(maxsize=65536)
def is_telling(named: tuple[str, ...]) -> bool:
    """Whether a name is of two words or more, not all of them common nouns."""
    return len(named) > 1 and not words("terms", "common").issuperset(named)
