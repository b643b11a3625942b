"""What speaks for one thing where a slip sets two numbers apart, weighed: words, names, other numbers, one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start
from checker.claims.words.segments import classes
from checker.lexicon import words
from checker.linking.numbers.companions import common_numbers, companions, sole_unit
from checker.linking.numbers.slips import LONG, SHORT, Slip, written
from checker.linking.whose.gatherings import of_one_event
from checker.linking.whose.kinship import Kinship

if TYPE_CHECKING:
    from checker.linking.pairs import Pair
    from checker.model import Claim

_SOON = 45
# What must speak for one thing where both are of one event, where a subject is known, and where it is not; so many
# shared characters count.
_FEWER, _POINTS, _MORE, _TELLING = 2, 3, 5.5, 6
# So many shared characters speak for one thing though each number counts a noun of its own.
_MANY = 3
# One verb of doing is worth so many shared characters.
_DEED = 2
# Another number of three digits that both tell.
_TOLD = 2
_MONEY = frozenset({"人民币", "美元"})
# How alike the names must be of two amounts of money of which one is a tenth of the other.
_TENTH = 0.25
_HAN = re.compile(r"[㐀-鿿]")
_AFTER = 12
# What a clause says that says of what only in the one before it.
_COPULAS = "为是达有约超近到了共计也就才仅"
_STOP = re.compile(r"[，。；：！？、\s“”（）《》]")


def enough(pair: Pair, slip: Slip) -> bool:
    """Whether all that speaks for one thing weighs enough, where none of it alone does.

    Two figures in a hundred thousand pairs are a slip apart by chance; of one subject there are few such pairs.
    """
    n = length(pair)
    if pair.within or n < SHORT or slip not in (Slip.SWAP, Slip.SCALE) or not pair.one_dimension:
        return False
    strong = pair.kin == Kinship.STRONG
    words_ = len(wording(pair.x) & wording(pair.y)) + (_DEED if _of_one_deed(pair) else 0)
    units = {unit for c in (pair.x, pair.y) if (unit := c.value.unit if c.value is not None else "")}
    if len(units) > 1 and "人" not in units:
        return False  # 1140个, 141项
    if strong and slip is Slip.SCALE and pair.p.dimension in _MONEY and pair.like[0].score < _TENTH:
        return False  # of a firm's revenue a tenth may be its profit
    alone = bool(sole_unit(pair.x) and sole_unit(pair.y)) and one_name(pair)
    bound = strong and slip is Slip.SWAP and pair.held.time == "same" and (of_one_event(pair) or _counted_beside(pair))
    if (not strong and slip is Slip.SCALE) or not (words_ or pair.like[0].score or alone or bound):
        return False  # 新建公路186公里, 改造管网168公里
    if not bound and n == SHORT and not pair.like[0].score and words_ < _MANY and _of_two_nouns(pair):
        return False  # 迎来138名新生, 183名校友赶来
    return _points(pair, n, words_) >= (_FEWER if bound else _POINTS if strong else _MORE)


def _of_one_deed(pair: Pair) -> bool:
    """Whether one verb of doing carries both, however each paper puts it: *接待*剧组136个, *迎来*163支拍摄队伍."""
    verb = pair.x.metric.verb
    return verb == pair.y.metric.verb and verb in set(classes().flow.values())


def _of_two_nouns(pair: Pair) -> bool:
    """Whether each number counts a noun of its own."""
    return bool(pair.x.metric.counted and pair.y.metric.counted)


def _counted_beside(pair: Pair) -> bool:
    """Whether both sentences tell one other number of three digits, or both articles do of one stated time."""
    x, y = pair.x, pair.y
    return companions(x, y) >= _TOLD or (pair.held.sure and common_numbers(x, y) > _TOLD)


def _points(pair: Pair, n: int, shared: int) -> float:
    """What speaks for one thing, in points: the length of the numbers, and what papers, clauses and names share."""
    x, y = pair.x, pair.y
    days = [c.article.published for c in (x, y)]
    soon = None not in days and abs((days[0] - days[1]).days) <= _SOON  # type: ignore[operator]
    return sum(
        (
            2 if n >= LONG else 1,
            0.5 * min(shared, _TELLING),
            2 * pair.like[0].score,
            0.5 * (bool(sole_unit(x)) + bool(sole_unit(y))),
            pair.held.time == "same" and pair.held.sure,
            0.5 * min(common_numbers(x, y), 2),
            one_name(pair),
            0.5 * soon,
        )
    )


def one_name(pair: Pair) -> bool:
    """Whether both articles tell one longer name, as of a body or a project."""
    a, b = pair.x.article, pair.y.article
    return any(len(name) >= LONG for name in {*a.about, *a.named} & {*b.about, *b.named})


def length(pair: Pair) -> int:
    """How many significant digits the shorter of two numbers has."""
    return min(len(told[0]) if (told := written(v)) else 0 for v in (pair.x.value, pair.y.value) if v is not None)


def wording(claim: Claim) -> frozenset[str]:
    """The characters of the clause around a figure that say what it is of."""
    text, figure = claim.sentence.text, claim.figure
    start = clause_start(text, figure.start)
    if start and not text[start : figure.start].strip(_COPULAS):
        start = clause_start(text, start - 1)  # 最大雨量出现在青坑水库站，*为*286.4毫米
    head = text[start : figure.start]
    tail = _STOP.split(text[figure.end : figure.end + _AFTER])[0]
    told = "".join((head, tail, claim.metric.text, claim.metric.counted, "".join(claim.metric.subject)))
    return frozenset(_HAN.findall(told)) - words("matters", "idle") - frozenset(claim.scope.place + claim.scope.org)
