"""What marks two claims that cannot both hold: how alike their names, numbers, times, scopes and clauses are.

Each mark is a short name; which of them speak for one fact with one wrong number, and how strongly, is weighed in
:mod:`checker.linking.evidence.odds`.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.topics import proper_in_both
from checker.claims.words.bigrams import wide_pairs
from checker.disputes import accounted, clash, digits, exact, miswritten, point, slip, strain, tells
from checker.lexicon import load
from checker.linking.evidence.marking import AKIN, beside, clause, likeness, step
from checker.linking.evidence.vagueness import definite, vague
from checker.linking.evidence.weighing import one_name, wording
from checker.linking.numbers.companions import common_numbers, companions, numerals, sole_unit, stands_in
from checker.linking.whose.kinship import Kinship
from checker.linking.whose.subjects import same_org
from checker.model import Behaviour, RegionKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.linking.pairs import Pair
    from checker.model import Claim

# Numbers further apart are of two things.
_FAR = 20
# So many figures of one unit in a sentence are a list.
_LIST = 3
_STOP = re.compile("[，；。：！？、]")
_HAN = re.compile(r"[㐀-鿿]")
_HANS = re.compile(r"[㐀-鿿]+")
# The longest run of characters that is looked for in both.
_LONGEST = 6
# What is surely of two matters: 1号线, 2号线.
_SURELY_TWO = frozenset({"scope", "instance", "season", "purpose"})
_LEVELS = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
_GOALS = frozenset({Status.TARGET, Status.PLAN})


def open_to_doubt(pair: Pair) -> bool:
    """Whether two claims of two papers and one subject have no value in common, and may yet be of one fact.

    Nothing is doubtful where one tells the other's number too, or by how much it is more or less, nor where a number
    grows with time and no slip makes one of the other, nor of two numbered parts, turns, seasons or purposes.
    """
    x, y = pair.x, pair.y
    if pair.within or not (clash(x, y) or strain(x, y)) or not pair.one_dimension or pair.kin is not Kinship.STRONG:
        return False
    a, b = point(x), point(y)
    if a and b and max(abs(a), abs(b)) > _FAR * min(abs(a), abs(b)):
        return False
    if _tells(x, y) or _tells(y, x) or accounted(x, y):
        return False
    grown = _direction(pair) == "rises" and not pair.slip
    return not grown and pair.apart not in _SURELY_TWO


def _tells(claim: Claim, other: Claim) -> bool:
    """Whether a claim's sentence tells the number of another of unlike text too."""
    return claim.text != other.text and tells(claim.sentence.text, other.text)


def marks(pair: Pair) -> list[str]:
    """The marks of two claims for which :func:`open_to_doubt` holds, in a fixed order."""
    return [*_of_names(pair), *_of_clauses(pair), *_of_numbers(pair), *_of_times(pair), *_of_scopes(pair)]


def _of_names(pair: Pair) -> Iterator[str]:
    """How alike the two names are, and what each has more."""
    like, p, q, weight = pair.like[0], pair.p, pair.q, pair.weight
    yield f"group {p.group}"
    yield step("names", like.score, (0, 0.4, 0.6, 0.75, 0.9, 0.999))
    met = [w for w in dict.fromkeys(p.words) if w in q.words]
    yield step("shared words", sum(weight.get(w, 1.0) for w in met), (0, 0.5, 1, 1.5, 2, 3))
    yield step("other words", sum(weight.get(w, 1.0) for w in (*like.only_a, *like.only_b)), (0, 0.5, 1, 2, 3))
    if like.only_a and like.only_b:
        yield "both have other words"
    yield "one head" if p.head == q.head else "two heads"
    x, y = pair.x.metric, pair.y.metric
    yield f"verbs {beside(x.verb, y.verb)}"
    yield f"counted {beside(x.counted, y.counted)}"
    yield f"predicates {beside(x.predicate, y.predicate)}"
    yield f"subjects {beside(x.subject, y.subject)}"
    yield f"definite {definite(pair.x) + definite(pair.y)}"
    yield f"events {x.event + y.event}"
    yield f"levels {x.level + y.level}"
    yield f"part of a whole {bool(p.whole) + bool(q.whole)}"


def _of_clauses(pair: Pair) -> Iterator[str]:
    """What the clauses and sentences around the two figures share, and which words of measure one has alone."""
    x, y = pair.x, pair.y
    yield step("characters", len(wording(x) & wording(y)), (0, 1, 2, 3, 5, 8))
    one, other = clause(x), clause(y)
    yield step("pairs of characters", len(_pairs(one) & _pairs(other)), (0, 1, 2, 4, 7))
    yield step("sentences", pair.alike, (0.05, 0.1, 0.2, 0.3, 0.5))
    yield f"a run of {_run(one, other)} characters in both clauses"
    yield f"a run of {_run(x.sentence.text, y.sentence.text)} characters in both sentences"
    if proper_in_both(x.sentence.text, y.sentence.text):
        yield "a name in both sentences"
    alone = [w for w in _cues() if (w in one) != (w in other)]
    yield step("words alone", len(alone), (0, 1, 2, 3))
    yield from (f"alone {w}" for w in alone)
    if RegionKind.TITLE in (x.sentence.region, y.sentence.region):
        yield "a title"
    listed = [_of_one_unit(c) for c in (x, y)]
    if max(listed) >= _LIST:
        yield "a list"
    yield "several of a unit" if min(listed) > 1 else "one of a unit"


def _of_numbers(pair: Pair) -> Iterator[str]:
    """How far apart the two numbers are, what slip may set them so, and what is told of them elsewhere."""
    x, y = pair.x, pair.y
    a, b = point(x), point(y)
    told = bool(a and b)
    yield step("ratio", math.log(max(a, b) / min(a, b)) if a and b and a > 0 and b > 0 else -1, _RATIOS)
    yield step("digits", min(len(digits(a)), len(digits(b))) if told else 0, (1, 2, 3))
    yield f"exact {exact(x) + exact(y)}"
    if not clash(x, y):
        yield "strained"
    edit = slip(x, y) or ""
    if pair.slip:
        yield f"slip {pair.slip}"
    if edit:
        yield f"edit {edit}"
    yield step("miswritten", miswritten(x, y), (0, 2, 3))
    if edit and pair.like[0].score > AKIN:
        yield "an edit under one name"
    yield f"names {likeness(pair)}, {'a slip' if pair.slip or edit else 'no slip'}"
    yield f"sole in its unit {bool(sole_unit(x)) + bool(sole_unit(y))}"
    stands = stands_in(x, y.article) + stands_in(y, x.article)
    yield f"told by the other {stands}"
    yield f"told by the other {min(stands, 1)}, {_direction(pair)}"
    yield step("common numbers", common_numbers(x, y), (0, 1, 3, 6))
    yield step("companions", companions(x, y), (0, 1))
    unit, other = (c.value.unit if c.value is not None else "" for c in (x, y))
    yield "one unit" if unit == other else "two units"
    yield "a common unit" if {unit, other} <= set(load("odds")["common_units"]) else "a rare unit"
    yield "roles " + "|".join(sorted({x.role, y.role}))


_RATIOS = (-0.5, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.2, 2.3)


# Which of the two stands first is nothing to weigh.
_ONE_WAY = {"after": "before", "wider": "narrower"}


def _of_times(pair: Pair) -> Iterator[str]:
    """How the times stand, which way the number went between them, and what sort of numbers the two are."""
    x, y, held = pair.x, pair.y, pair.held
    way, sort = _direction(pair), _sort(x, y)
    yield f"refusal {held.refusal}"
    time = _ONE_WAY.get(held.time, held.time)
    yield f"time {time}, {way}, {sort}"
    yield f"time {time}, {way}"
    yield f"sort {sort}"
    yield f"names {likeness(pair)}, {sort}, {way}"
    yield f"names {likeness(pair)}, {time}, {way}"
    yield "times stated" if held.sure else "a time guessed"
    periods = [c.period for c in (x, y)]
    yield f"stated {sum(p is not None and p.explicit for p in periods)}"
    ends = [p.end if p is not None else None for p in periods]
    yield step("days between", abs((ends[0] - ends[1]).days) if None not in ends else -1, _DAYS)  # type: ignore[operator]
    days = [c.article.published for c in (x, y)]
    yield step("days between papers", abs((days[0] - days[1]).days) if None not in days else -1, _DAYS)  # type: ignore[operator]
    yield "status " + "|".join(sorted({"goal" if c.status in _GOALS else str(c.status) for c in (x, y)}))


_DAYS = (-1, 0, 7, 45, 200, 400)


def _of_scopes(pair: Pair) -> Iterator[str]:
    """Whose and of what sort the two are, and whether anything says that they are of two matters."""
    x, y = pair.x.scope, pair.y.scope
    yield f"sorts {beside(x.levels, y.levels)}"
    yield "bodies one" if x.org and y.org and same_org(x.org, y.org) else f"bodies {beside(x.org, y.org)}"
    yield f"places {beside(x.place, y.place)}"
    yield f"parts {x.part + y.part}"
    yield "two matters" if pair.apart else "one matter"
    if vague(pair):
        yield "vague"
    if one_name(pair):
        yield "one longer name"
    if pair.bond:
        yield "bond"
    if pair.measure[1]:
        yield "one measure"


def _direction(pair: Pair) -> str:
    """Whether the later of two numbers is the lower, or the part of a stretch more than all of it."""
    a, b, time = point(pair.x), point(pair.y), pair.held.time
    if a is None or b is None:
        return "unknown"
    if time in ("narrower", "wider") and pair.x.behaviour == pair.y.behaviour:
        part, whole = (a, b) if time == "narrower" else (b, a)
        return "part above whole" if part > whole else "part below whole"
    ends = [c.period.end if c.period is not None else None for c in (pair.x, pair.y)]
    levels = _LEVELS & {pair.x.behaviour, pair.y.behaviour}
    if (time not in ("before", "after") and not levels) or None in ends or ends[0] == ends[1]:
        return "no way"
    first, later = (a, b) if ends[0] < ends[1] else (b, a)  # type: ignore[operator]
    return "falls" if later < first else "rises"


def _sort(x: Claim, y: Claim) -> str:
    """The behaviours of two claims as one word."""
    sorts = {x.behaviour, y.behaviour}
    if sorts == {Behaviour.STOCK, Behaviour.CUMULATIVE}:
        return "levels"
    return "|".join(sorted(map(str, sorts)))


def _of_one_unit(claim: Claim) -> int:
    """How many numbers of a claim's unit its sentence tells."""
    unit = claim.value.unit[:1] if claim.value is not None else ""
    return sum(told.lstrip("万亿")[:1] == unit for _, told in numerals(claim.sentence.text)) if unit else 0


def _run(a: str, b: str) -> int:
    """The length of the longest run of Han characters that two texts share, up to :data:`_LONGEST`; 0 below two."""
    found = 1
    for run in _HANS.findall(a):
        for at in range(len(run) - 1):
            while found < _LONGEST and at + found < len(run) and run[at : at + found + 1] in b:
                found += 1
    return found if found > 1 else 0


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[int]:
    return frozenset(wide_pairs("".join(_HAN.findall(text))))


@lru_cache(maxsize=1)
def _cues() -> tuple[str, ...]:
    return tuple(str(load("odds")["cues"]).split())
