"""Two articles that tell of one matter beyond doubt, as other numbers of theirs are one: less must be said of each.

What one paper calls 纸质图书 is another's 纸本藏书. Where both name one library and tell of its 3600 seats, a noun that
both have and numbers of one size say that one thing is meant.
"""

from __future__ import annotations

from functools import lru_cache
from operator import ne
from typing import TYPE_CHECKING

from checker.claims.metrics.deeds import same_deed
from checker.claims.words.segments import classes, is_verb
from checker.disputes import digits
from checker.figures.telling import telling
from checker.lexicon import words
from checker.linking.evidence.vouching import placed
from checker.linking.evidence.weighing import one_name, wording
from checker.linking.gate import of_like_size
from checker.linking.numbers.companions import common_numbers, sole_unit
from checker.linking.when.times import when
from checker.linking.whose.kinship import Kinship
from checker.linking.wording.clauses import of_a_part
from checker.linking.wording.rival_measures import two_measures
from checker.linking.wording.similarity import word_likeness
from checker.model import Behaviour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim, Number

# Two counts of one thing seldom lie further apart than these two numbers, but for a slip of zeros.
_LEAST, _MOST = 4, 5
# Two neighbouring digits in another order make a number less than so many times the other: 19, 91.
_FAR = 5
_TWO = 2
_PEOPLE = ("人", "男子", "女子", "者", "员", "民", "国家", "地区", "人口", "男性", "女性", "选手")
# So much is to be shared of other numbers where names say next to nothing: one of three digits and one of two.
_MORE = 3
_POWERS = (10, 100, 1000, 10**4, 10**8)
_ROUNDING = 200  # from a power a ratio may differ by the two hundredth part of it
# Units of so many sorts of things that a noun must say which.
_OFTEN = frozenset({*"件家项所台户种辆吨亩座处只本套篇起例", "人次", "平方米"})
# How alike two nouns of one matter must be, and what names are worth that hold such.
_NOUN, _SAME, _AKIN = 0.55, 0.86, 0.82
# How alike two names must be whose clauses share less than half.
_LIKE = 0.3


def bound(a: Claim, b: Claim) -> bool:
    """Whether the articles of two claims share other numbers, as those of one subject that tell of one matter do."""
    return common_numbers(a, b) > 0


def of_one_matter(pair: Pair) -> float:
    """The score of two names told of one matter in numbers of one size; 0 where the nouns of the names do not meet."""
    if not _may_meet(pair):
        return 0.0
    tied = bound(pair.x, pair.y)
    if not (tied or _alone(pair) or _of_one_stretch(pair)):
        return 0.0
    if not pair.of_one_size or _told_apart(pair) or _told_by_both(pair):
        return 0.0
    if fallen_sum(pair):
        return _AKIN
    if pair.kin != Kinship.STRONG and not (tied and pair.miscopied):
        return 0.0
    found = _vouched(pair, tied=tied) if tied or _alone(pair) else 0.0
    return found or (_AKIN if _of_one_time(pair) else 0.0)


def _may_meet(pair: Pair) -> bool:
    """Whether two articles tell amounts of one dimension, of one subject or at least of one name."""
    if pair.within or pair.p.group not in ("quantity", "share") or not pair.one_dimension:
        return False
    return pair.kin == Kinship.STRONG or pair.p.words == pair.q.words


def _of_one_stretch(pair: Pair) -> bool:
    """Whether both are stated to end on one day, or are sums of all the time so far."""
    x, y = pair.x, pair.y
    if x.behaviour == y.behaviour == Behaviour.CUMULATIVE:
        return True
    p, q = x.period, y.period
    return p is not None and q is not None and p.explicit and q.explicit and p.end == q.end


def _of_one_time(pair: Pair) -> bool:
    """Whether both are stated of one time, in names and clauses that have half in common: 养殖水产品, 水产品产量."""
    x, y = pair.x, pair.y
    if when(x, y) != ("same", True) or x.scope.levels != y.scope.levels or pair.like[0].score < _LIKE:
        return False
    a, b = wording(x), wording(y)
    short = min((pair.p.words, pair.q.words), key=len)
    if all(len(w) < _TWO for w in short):
        return False  # 铜8.4万吨, 再生铜9.6万吨
    return not _two_sorts(pair) and len(a & b) >= _TWO and 2 * len(a & b) >= min(len(a), len(b))


def _two_sorts(pair: Pair) -> bool:
    """Whether one noun is told of two sorts: *国际*旅客, *中转*旅客; not *库区*蓄水量, *水库*蓄水量."""
    p, q = pair.p.words, pair.q.words
    one, other = {c for w in p if w not in q for c in w}, {c for w in q if w not in p for c in w}
    return pair.p.head == pair.q.head and bool(one) and bool(other) and one.isdisjoint(other)


def fallen_sum(pair: Pair) -> bool:
    """Whether both tell a sum of all the time so far, the later the smaller, of one subject in words that are akin.

    Two such sums of one unit seldom come near each other but where one of them is wrong.
    """
    x, y = pair.x, pair.y
    if not x.behaviour == y.behaviour == Behaviour.CUMULATIVE or pair.kin != Kinship.STRONG or not placed(pair):
        return False
    time = when(x, y)[0]
    first, later = (x, y) if time == "before" else (y, x)
    a, b = (v.low if v.low is not None else v.high for v in (first.value, later.value) if v is not None)
    if time not in ("before", "after") or not a or not b or not b < a or _LEAST * a >= _MOST * b:
        return False
    sole = bool(sole_unit(x)) + bool(sole_unit(y))
    others = sole > 1 or one_name(pair) or common_numbers(x, y) > 1
    return told_alike(pair) or (others and bool(wording(x) & wording(y)))


def _vouched(pair: Pair, *, tied: bool) -> float:
    """The score of two names by their nouns, or by the unit that only these two numbers have.

    ``tied``: the articles share other numbers.
    """
    a, b = _kept(pair.x, pair.p.words, pair.q.words), _kept(pair.y, pair.q.words, pair.p.words)
    if any(_passing(told) for told in (a, b)) and common_numbers(pair.x, pair.y) < _MORE:
        return 0.0
    met = _names_meet(a, b) if a and b else 0.0
    if met:
        return met if tied else _AKIN
    if not _alone(pair):
        return 0.0
    seldom = sole_unit(pair.x) not in _OFTEN
    return _AKIN if (tied and (seldom or pair.miscopied)) or told_alike(pair) else 0.0


def told_alike(pair: Pair) -> bool:
    """Whether the clauses around two figures share half of what the shorter says (全年进出口货运量, 进出的货物)."""
    if _two_sorts(pair):
        return False
    a, b = wording(pair.x), wording(pair.y)
    shared = len(a & b)
    return shared >= _TWO and (2 * shared >= min(len(a), len(b)) or pair.like[0].score >= _LIKE)


def _alone(pair: Pair) -> bool:
    """Whether each article tells one number only in the unit that both numbers have, so that each must be the other."""
    if set(pair.x.article.sole).isdisjoint(pair.y.article.sole):
        return False  # most pairs: their units need not be read
    unit = sole_unit(pair.x)
    return bool(unit) and unit == sole_unit(pair.y) and pair.x.scope.levels == pair.y.scope.levels


def _passing(told: Sequence[str]) -> bool:
    """Whether a name is one short word that every article may use of something else: 国家, 男子, 纳税人."""
    return len(told) == 1 and told[0].endswith(_PEOPLE)


def _bare(told: Sequence[str]) -> bool:
    """Whether a name is of a measure of the thing itself, whatever that is called: 项目总投资, 工程总投资."""
    common = words("terms", "common")
    return bool(told) and told[-1] in words("terms", "fixed") and all(w in common or w == "工程" for w in told[:-1])


def _told_apart(pair: Pair) -> bool:
    """Whether two deeds, two totals or two parts are told of, and not one."""
    x, y, p, q = pair.x, pair.y, pair.p, pair.q
    verbs = {x.metric.verb, y.metric.verb} - {""}
    deeds = {x.metric.predicate, y.metric.predicate} - {""}
    few = min((p.words, q.words), key=len)
    bare = len(few) == 1 and few[0] in words("terms", "common")
    return (
        (two_measures(pair) and pair.like[0].score < _SAME)
        or of_a_part(x, y)
        or (bare and bool(x.metric.predicate) != bool(y.metric.predicate))  # 另有18所学校*实现午休躺睡*
        or (len(verbs) > 1 and verbs.isdisjoint(classes().stock) and verbs.isdisjoint(classes().cumulative))
        or (len(deeds) > 1 and not same_deed(x.metric.predicate, y.metric.predicate))
        or x.scope.part != y.scope.part
        or bool(p.whole) != bool(q.whole)
    )


def _told_by_both(pair: Pair) -> bool:
    """Whether one of two unequal numbers stands in the other's article too: 单独派驻*20家*、综合派驻*27家*, twice."""
    one, other = _numbers(pair.x.text), _numbers(pair.y.text)
    if one == other:
        return False  # 超120万人次, 近120万人次
    return not (one.isdisjoint(pair.y.article.numbers) and other.isdisjoint(pair.x.article.numbers))


@lru_cache(maxsize=16384)
def _numbers(text: str) -> frozenset[str]:
    """The numbers that a figure tells, as an article tells them."""
    return frozenset(telling(text))


def of_one_size(pair: Pair) -> bool:
    """Whether two numbers are so near that one of them may be wrong, or differ by their zeros."""
    told = [v.low if v.low is not None else v.high for v in (pair.x.value, pair.y.value) if v is not None]
    sizes = [n for n in told if n]
    if len(sizes) < len((pair.x, pair.y)):
        return False
    less, more = sorted(map(abs, _ratio(*sizes)))
    return _LEAST * more < _MOST * less or pair.turned or pair.miscopied


def miscopied(pair: Pair) -> bool:
    """Whether two numbers of two digits or more differ by their zeros, or of three by two digits in another order."""
    x, y = (v.point for v in (pair.x.value, pair.y.value) if v is not None)
    if not x or not y:
        return False
    scaled = _scaled(x, y)
    return (scaled or pair.turned) and min(len(digits(x)), len(digits(y))) >= (_TWO if scaled else _TWO + 1)


def _scaled(x: Number, y: Number) -> bool:
    """Whether one of two numbers is some tens, hundreds, thousands … of times the other."""
    less, more = sorted(_ratio(x, y))
    return any(abs(more - k * less) * _ROUNDING <= k * abs(less) for k in _POWERS)


def _ratio(x: Number, y: Number) -> tuple[int, int]:
    """Two integers, neither of them 0, that stand to each other as two such numbers do."""
    return x.numerator * y.denominator, y.numerator * x.denominator


def turned(pair: Pair) -> bool:
    """Whether two numbers have the same digits, two of them in another order: 31, 13."""
    if not pair.one_dimension or not (pair.x.value and pair.y.value):
        return False
    if not of_like_size(pair.x, pair.y, _FAR):
        return False  # 186, 1680
    one, other = (c.sentence.text[slice(*c.figure.number)].strip("0") for c in (pair.x, pair.y))
    if one.find(".") != other.find("."):
        return False
    one, other = one.ljust(len(other), "0"), other.ljust(len(one), "0")  # 260, 206
    return len(one) > 1 and one != other and sorted(one) == sorted(other) and sum(map(ne, one, other)) == _TWO


def _kept(claim: Claim, told: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without those that the article is about.

    ``others``: the words of the other name; what stands there too is kept.
    """
    about = (*claim.article.about, claim.scope.org, claim.scope.place)
    kept = tuple(w for w in told if len(w) > 1 and (w in others or not any(w in name for name in about)))
    if _bare(kept):
        return kept[-1:]
    return kept


def _names_meet(a: Sequence[str], b: Sequence[str]) -> float:
    """What two names are worth of which one is the other with words more, and what they share is no verb alone."""
    short, long = sorted((a, b), key=lambda told: (len(told), [is_verb(w) for w in told]))
    pairs = [max(((_noun_likeness(w, x), x) for x in long), default=(0.0, "")) for w in short]
    met = [(likeness, w, x) for (likeness, x), w in zip(pairs, short, strict=True) if likeness >= _NOUN]
    if len(met) < len(short) or all(_deed(w) and _deed(x) for _, w, x in met):
        return 0.0
    return _SAME if min(likeness for likeness, _, _ in met) >= _AKIN else _AKIN


def _deed(word: str) -> bool:
    """Whether a word tells what is done and names nothing."""
    return is_verb(word) and word not in classes().nominal and word not in words("terms", "attributes")


@lru_cache(maxsize=16384)
def _noun_likeness(a: str, b: str) -> float:
    """How alike two nouns are; those of one matter that end alike are of one sort (剧团, 院团)."""
    alike = word_likeness(a, b)
    sort = a[-1] == b[-1] and a[-1] not in "者员人率量额数度费值额款级类性"
    return max(alike, _NOUN) if sort and len(a) == len(b) == 2 else alike
