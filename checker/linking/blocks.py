"""Blocking keys: only claims that share one are ever looked at as a pair."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations, count
from typing import TYPE_CHECKING, Protocol

from checker.figures.telling import digits_of
from checker.lexicon import words
from checker.linking.numbers.companions import numerals, sole_unit
from checker.linking.numbers.slips import POWERED, digit_key
from checker.linking.wording.editions import long_numbers
from checker.linking.wording.measures import owners
from checker.linking.wording.rises import rises_alone
from checker.model import Behaviour, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.linking.candidates import Candidate
    from checker.linking.wording.profile import Profile
    from checker.model import Claim

Key = tuple[str, ...]

# A block larger than this is split by finer keys; what no key splits is reported as not assessable.
BOUND = 240
_WORDS = 6
# A head of twice as many characters ends in a noun of its own.
_TAIL = 2
# A number of so many digits beside a figure is a key, of so many of them.
_TELLING, _COMPANIONS = 3, 4
# Of so many names that an article is about, each is a key of the numbers that stand alone there in their unit.
_NAMES = 6


# Of these an article tells few.
_GOALS = frozenset({Status.TARGET, Status.PLAN})

# Turns and visits may be told in the measure words of the things and people that take them.
_SORTS = {"台次": "个体", "人次": "人"}


class Told(Protocol):
    """What a block must know of its members."""

    @property
    def claim(self) -> Claim:
        """The claim."""

    @property
    def profile(self) -> Profile:
        """Its profile."""


def sort(p: Profile) -> str:
    """The dimension of a claim, that of turns as that of what takes them."""
    return _SORTS.get(p.dimension, p.dimension)


def heads(p: Profile) -> tuple[str, ...]:
    """The head of a claim's name, and the noun that a long one ends in: 在手*订单* meets 订单."""
    return (p.head, p.head[-_TAIL:]) if len(p.head) >= 2 * _TAIL else (p.head,)


def keys(p: Profile, weight: Mapping[str, float]) -> list[Key]:
    """The keys of a claim: its sort of number and dimension with each of its distinguishing words."""
    if not p.words:
        return []
    most = len(p.words) if p.group == "first" else _WORDS  # what is first is described at very different length
    chosen = sorted(set(p.words), key=lambda w: (-weight.get(w, 1.0), w))[:most]
    return [(p.group, sort(p), w) for w in sorted({*chosen, *heads(p)})]


def equal_number_keys(claim: Claim, p: Profile) -> list[Key]:
    """The keys under which numbers meet whatever their metric is called, where they are rare enough.

    Equal ones by their value; those that a slip sets apart, with them, by their digits.
    """
    v = claim.value
    if v is None or v.point is None or not p.words:
        return []
    alone = (
        [("1", sole_unit(claim), p.group, name) for name in claim.article.about[:_NAMES]] if sole_unit(claim) else []
    )
    if claim.behaviour == Behaviour.CUMULATIVE or p.group == "rank" or claim.status in _GOALS:
        alone += [("+", sort(p), p.group, name) for name in claim.article.about[:_NAMES]]
    digits = str(abs(v.point.numerator)).rstrip("0")
    made: list[Key] = [("=", str(v.point), p.group)] if len(digits) > 1 else []
    if p.dimension in POWERED:
        made.append(("=", str(v.point), p.head))
    slip = digit_key(claim)
    found = [*made, *alone, *_beside(claim, p), *_measured(claim, p), *_listed(claim, p)]
    return [*found, slip] if slip else found


def weightless_keys(claim: Claim, p: Profile) -> list[Key]:
    """The keys of a claim that do not depend on what its words weigh."""
    return [*equal_number_keys(claim, p), *_rising(claim, p)]


def _rising(claim: Claim, p: Profile) -> list[Key]:
    """The keys of amounts under which a growth that is told without its level meets those of its name."""
    if p.group != "growth" or not p.words or not rises_alone(claim):
        return []
    return [("quantity", name, w) for name in sorted(words("measures", "growing")) for w in heads(p)]


def _measured(claim: Claim, p: Profile) -> list[Key]:
    """The keys under which claims of one measure meet that are told of one name, whatever each calls it."""
    if not p.measures:
        return []
    return [("~", name, p.group, sort(p), owner) for owner in owners(claim) for name in p.measures]


def _listed(claim: Claim, p: Profile) -> list[Key]:
    """The keys under which ranks meet that are told with one number of three digits: *96.3分*，列第4位."""
    return [("#", told) for told in sorted(long_numbers(claim, _TELLING))[:_COMPANIONS]] if p.group == "rank" else []


def _beside(claim: Claim, p: Profile) -> list[Key]:
    """The keys under which figures meet that stand in one sentence with a number of three digits."""
    if p.group not in ("quantity", "share"):
        return []
    told = {digits for digits, _ in numerals(claim.sentence.text)}
    beside = sorted(one for one in told if digits_of(one) >= _TELLING and one not in claim.text)
    return [("&", digits, p.group, sort(p)) for digits in beside[:_COMPANIONS]]


def keys_of(one: Candidate, weight: Mapping[str, float]) -> list[Key]:
    """All keys of the blocks that a candidate stands in."""
    return [*keys(one.profile, weight), *weightless_keys(one.claim, one.profile)]


def blocks(told: Sequence[Candidate], weight: Mapping[str, float]) -> dict[Key, list[int]]:
    """The blocks by key, each the indices of its members in order."""
    table: dict[Key, list[int]] = defaultdict(list)
    for i, one in enumerate(told):
        for key in keys_of(one, weight):
            table[key].append(i)
    return table


def _all_pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    return combinations(members, 2)


def pairs(
    told: Sequence[Candidate],
    weight: Mapping[str, float],
    too_large: Callable[[Key, int], None],
    among: Callable[[Sequence[int]], Iterator[tuple[int, int]]] = _all_pairs,
) -> Iterator[tuple[int, int]]:
    """Each pair of indices that shares a block, once, ``a < b``; ``told`` in order.

    ``among``: which pairs of some of them are looked at.
    """
    table = blocks(told, weight)
    met: dict[int, set[int]] = {}  # the parts, by number, that a candidate stood in before
    number = count()
    for key in sorted(table):
        block = table.pop(key)
        if len(block) < 2:
            continue
        for part in parts([told[i] for i in block], key, partial(too_large, key)):
            members = [block[k] for k in part]
            for i in members:
                met.setdefault(i, set())
            for a, b in among(members):
                if met[a].isdisjoint(met[b]):
                    yield a, b
            n = next(number)
            for i in members:
                met[i].add(n)


def parts(block: Sequence[Told], key: Key, too_large: Callable[[int], None]) -> Iterator[Sequence[int]]:
    """The parts of a block within which all are compared, as indices of its members, which stand in order.

    A block of up to ``BOUND`` is one part. A larger one is split by a second word of the metric, then by the scope;
    ``too_large`` is called with the number of those that no part has room for.
    """
    if len(block) <= BOUND:
        if len(block) > 1:
            yield range(len(block))
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(block):
        for w in sorted(set(one.profile.words) - set(key)) or [""]:
            finer[w].append(i)
    for second in sorted(finer):
        if 1 < len(finer[second]) <= BOUND:
            yield finer[second]
        elif len(finer[second]) > BOUND:
            yield from _by_scope(block, finer[second], too_large)


def _by_scope(block: Sequence[Told], part: Sequence[int], too_large: Callable[[int], None]) -> Iterator[Sequence[int]]:
    scoped: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in part:
        scope = block[i].claim.scope
        scoped[scope.place, scope.org].append(i)
    for place in sorted(scoped):
        last = scoped[place]
        if len(last) > BOUND:
            too_large(len(last) - BOUND)
        yield last[:BOUND]
