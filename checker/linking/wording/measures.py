"""What a number measures, by the verb or the noun at it and by its unit: two papers' words for one measure."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.subjects.grounds import stem_of
from checker.figures.units import dimension
from checker.frozen import dataclass
from checker.lexicon import load, words
from checker.linking.gate import of_like_size
from checker.linking.numbers.slips import Slip
from checker.linking.whose.kinship import broad
from checker.linking.wording.clauses import clause, of_some
from checker.linking.wording.similarity import word_likeness
from checker.model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim

# What names of one measure are worth, and where one of them has a word that the other paper does not tell.
_ONE, _NARROWER = 0.84, 0.72
# Two works seldom are so nearly of one size.
_NEAR = 1.05
_AKIN = 0.55
# Of so many names that an article is about, each is a key of the measures that it tells.
_NAMES = 6
# So much before a figure can tell what it measures.
_AHEAD = 40
_DIGIT = re.compile(r"[0-9]")
# Nouns of one character that say no more than a measure does: *产量*, 共收*货*6万吨.
_UNSAYING = frozenset("量额率值总约共全各年日月人户物品货")
# What is meant to be, or what a thing is able to do, and not what is. A project's money is what it is meant to cost.
_AHEAD_OF = re.compile(r"目标|计划|规划|设计|预计|力争|拟|将|要|可(?!回收|再生|持续|支配|降解)")
_MONEY = frozenset({"人民币", "美元"})
_SEVERAL = re.compile(r"(?:项目|工程)[0-9]+[个项]|[0-9]+[个项][^，。0-9]{0,8}(?:项目|工程)")


@dataclass(frozen=True)
class _Measure:
    """A measure: the words that tell it, those that make it another one, and those beside it that say no more."""

    told: frozenset[str]
    other: frozenset[str]
    idle: frozenset[str]


@cache
def _measures() -> dict[str, _Measure]:
    def split(entry: dict[str, str], key: str) -> frozenset[str]:
        return frozenset(entry[key].split())

    table = load("measures")["measures"]
    return {m: _Measure(*(split(entry, key) for key in ("told", "not", "idle"))) for m, entry in table.items()}


@cache
def _tellers() -> dict[str, tuple[re.Pattern[str], dict[str, tuple[str, ...]]]]:
    """Of each dimension the words that tell a measure or rule it out, longest first, and which each word tells."""
    told: dict[str, dict[str, list[str]]] = {}
    spoken: dict[str, set[str]] = {}
    for name, entry in load("measures")["measures"].items():
        one = _measures()[name]
        for sort in entry["of"].split():
            for word in one.told:
                told.setdefault(sort, {}).setdefault(word, []).append(name)
            spoken.setdefault(sort, set()).update(one.told, one.other)
    return {
        sort: (
            re.compile("|".join(map(re.escape, sorted(spoken[sort], key=lambda w: (-len(w), w))))),
            {word: tuple(sorted(names)) for word, names in own.items()},
        )
        for sort, own in told.items()
    }


def measures(claim: Claim) -> tuple[str, ...]:
    """The measures that the clause of a claim's figure and the name of its metric tell, in order; () where none is."""
    sort = dimension(claim.value.unit) if claim.value is not None and claim.kind is not Kind.RANK else ""
    tellers = _tellers().get(sort)
    if tellers is None:
        return ()
    pattern, table = tellers
    metric, text = claim.metric, clause(claim.sentence.text, claim.figure.start, claim.figure.end)
    if "分别" in text:
        text = ""  # what stands nearest is of another one of the list
    spoken = {*pattern.findall(f"{text}　{metric.text}　{metric.predicate}"), *metric.words}
    found = {name for word in sorted(spoken & table.keys()) for name in table[word]}
    return tuple(sorted(name for name in found if _measures()[name].other.isdisjoint(spoken)))


def owners(claim: Claim) -> list[str]:
    """The names of whom a claim may be told of, by which two claims of one measure meet."""
    article, places = claim.article, (claim.scope.place, claim.article.place)
    stems = [stem_of(p) for p in places if p and p[0] not in "全该本我" and not broad(p)]
    names = (*article.about[:_NAMES], *article.named[:_NAMES], *stems, claim.scope.org)
    return list(dict.fromkeys(n for n in names if len(n) > 1))


def of_one_measure(pair: Pair) -> tuple[str, float]:
    """The measure that two claims of two articles share, and what that is worth; "" and 0 where there is none.

    Each word of one's name that tells of more than the measure must stand in the other's article; where a slip
    explains the numbers, all but one.
    """
    both = frozenset(pair.p.measures).intersection(pair.q.measures)
    x, y = pair.x, pair.y
    if not both or pair.within or not pair.one_dimension or x.scope.part != y.scope.part:
        return "", 0.0
    if not _of_like_size(pair) or _one_sided(x, y) or _by_two_means(x, y):
        return "", 0.0
    works = words("measures", "works") if _two_works(pair) else frozenset[str]()
    for name in sorted(both - works):
        left = [_left(name, c, told, others, d) for c, told, others, d in _sides(pair)]
        if not any(left):
            return name, _ONE
        if sum(map(len, left)) == 1 and _slipped(pair) and not _DIGIT.search("".join([*left[0], *left[1]])):
            return name, _NARROWER
    return "", 0.0


def lasting(pair: Pair) -> bool:
    """Whether both tell a measure of a thing that does not move with time, whatever verb tells it."""
    return pair.measure[0] in words("measures", "fixed")


def level(pair: Pair) -> bool:
    """Whether both tell a measure that is a level on a day, whatever verb tells it."""
    return pair.measure[0] in words("measures", "fixed", "levels")


def _sides(pair: Pair) -> Iterable[tuple[Claim, Sequence[str], Sequence[str], Claim]]:
    yield pair.x, pair.p.words, pair.q.words, pair.y
    yield pair.y, pair.q.words, pair.p.words, pair.x


def _left(name: str, claim: Claim, told: Sequence[str], others: Sequence[str], other: Claim) -> list[str]:
    """The words of a claim's name that tell of more than a measure and that the other's article does not tell."""
    measure = _measures()[name]
    known = measure.told | measure.idle
    named = (*owners(claim), *owners(other), claim.scope.place, other.scope.place)
    text = f"{other.sentence.text}　{other.article.title}"
    if _by_one_character(told) and not any(told[0] in v for v in (other.sentence.text, *others)):
        return [*told]  # *产铁*1065万吨, *粗钢*产量1198万吨
    return [
        w
        for w in _spelt(told)
        if (len(w) > 1 or _DIGIT.search(w))
        and not (w in known or w in _plain() or w in text or any(_short_for(w, name) for name in named))
        and not any(len(k) > 1 and k in w for k in measure.told)
        and not any(word_likeness(w, v) >= _AKIN for v in others)
    ]


def _by_one_character(told: Sequence[str]) -> bool:
    """Whether a name is one noun of one character: 产*铁*1065万吨."""
    return len(told) == 1 == len(told[0]) and told[0] not in _UNSAYING


def _short_for(word: str, name: str) -> bool:
    """Whether a word stands in a name, or leaves out characters of it: 师院, 泉山师范学院."""
    rest = iter(name)
    return all(c in rest for c in word)


def _spelt(told: Sequence[str]) -> Iterable[str]:
    """The words of a name, those of one character that stand together as the one word that they spell."""
    for single, run in groupby(told, key=lambda w: len(w) == 1):
        if single:
            yield "".join(run)
        else:
            yield from run


@cache
def _plain() -> frozenset[str]:
    """Words that say how a thing is counted and not of what it is."""
    lists = ("generic", "numbers", "sorts", "attributes", "goals", "marks", "totals")
    return frozenset().union(*(words("terms", one) for one in lists), words("measures", "plain"))


def _one_sided(x: Claim, y: Claim) -> bool:
    """Whether one clause has a word that makes a count one of some, or of what is to be: *新增*装机, *设计*发电."""
    a, b = (clause(c.sentence.text, c.figure.start, c.figure.end) for c in (x, y))
    if of_some(x, y):
        return True
    money = x.value is not None and dimension(x.value.unit) in _MONEY
    return not money and _ahead(x, a) != _ahead(y, b)


def _two_works(pair: Pair) -> bool:
    """Whether a measure of a work is of two works: the numbers are unlike, or one is of several."""
    if of_several(pair.x) != of_several(pair.y):
        return True
    return not of_like_size(pair.x, pair.y, _NEAR) and not _slipped(pair)


def of_several(claim: Claim) -> bool:
    """Whether an amount is of so many works, and not of one: 签约项目*42个*，总投资214亿元."""
    at = claim.figure.start
    return _SEVERAL.search(claim.sentence.text, max(0, at - _AHEAD), at) is not None


def _by_two_means(x: Claim, y: Claim) -> bool:
    """Whether two sentences tell of travel by two means: *公交*运送乘客1.2亿人次, *地铁*客流1.3亿人次."""
    told = [{n for n, group in enumerate(_means()) if any(w in c.sentence.text for w in group)} for c in (x, y)]
    return bool(told[0] and told[1]) and told[0].isdisjoint(told[1])


@cache
def _means() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.split()) for group in load("measures")["means"])


def _ahead(claim: Claim, spoken: str) -> bool:
    """Whether a claim tells what is meant to be or can be done, and not what is."""
    goal = "目标" in claim.sentence.text[claim.figure.end :] and "提出" in claim.sentence.text[: claim.figure.start]
    return goal or claim.status is not Status.ACTUAL or _AHEAD_OF.search(spoken) is not None


def _slipped(pair: Pair) -> bool:
    """Whether a slip of the pen sets two numbers apart: their zeros, their unit, two digits in another order."""
    return pair.slip is not Slip.NONE or pair.turned or pair.miscopied


def _of_like_size(pair: Pair) -> bool:
    """Whether two amounts are so near each other that they can be of one thing, or a slip sets them apart."""
    return _slipped(pair) or of_like_size(pair.x, pair.y)
