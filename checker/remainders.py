"""What is left of a total when a part is told: 42个小区已完工25个，其余17个…, which are all of it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import added, alike, gap
from checker.disputes import exact, interval, point
from checker.figures.intervals import disjoint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim

# What leads up to what is left, at the head of its clause.
_LEFT = re.compile(
    r"(?:^|[，；：、（(])(?:而|尚|还|但)?(?:其余|余下|剩余|剩下|剩|另外)[^，。；：、0-9]{0,14}$",
    needs=("其余", "余", "剩", "另外"),
)
# By how much each of several was more is no rest: 其余三季*都各多*12项.
_EACH = re.compile("各|均|每|多|少|增|减")
# A list goes on with these, and its total is told before it.
_LISTED = re.compile("、|；")
_CHANGES = frozenset({"base", "delta", "gap"})
_PERSONS = frozenset("人名位")
_REACH = 8


def remainders(amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The totals of a sentence, each with the part and the rest that are told of it, where no amounts make the rest.

    ``before``: the amounts of the sentence before, of which the rest may be told too.
    """
    for i, left in enumerate(amounts):
        if i < 2 or not exact(left):
            continue
        words = _LEFT.search(gap(amounts[i - 1], left))
        if words is None or _EACH.search(words.group()):
            continue
        here = [c for c in amounts[:i] if _same(c, left) and c.role not in _CHANGES]
        known = [*(c for c in before if _same(c, left)), *here][-_REACH:]
        listed = len(here) > 2 and _LISTED.search(gap(here[-3], here[-2])) is not None
        if len(here) > 1 and not listed and not _made(known, left) and _of_one(here[-2], here[-1], left):
            yield here[-2], here[-1], left


def _same(a: Claim, b: Claim) -> bool:
    """Whether two exact amounts count one thing: 230*人*, 12*名*."""
    if a.value is None or b.value is None or not exact(a) or not alike(a, b):
        return False
    return a.value.unit == b.value.unit or {a.value.unit, b.value.unit} <= _PERSONS


def _of_one(whole: Claim, part: Claim, left: Claim) -> bool:
    """Whether the larger of three amounts stands first and no list leads from it to the next."""
    w, p, rest = (point(c) or 0 for c in (whole, part, left))
    return w > p and w > rest and not _LISTED.search(gap(whole, part)) and not _LISTED.search(gap(part, left)[:-1])


def _made(known: Sequence[Claim], left: Claim) -> bool:
    """Whether some amounts told one after the other make up another amount, together with what is left."""
    rest = interval(left)
    told = [i for c in known if (i := interval(c)) is not None]
    if rest is None:
        return True
    for n, whole in enumerate(told):
        others = told[:n] + told[n + 1 :]
        for first in range(len(others)):
            for last in range(first + 1, len(others) + 1):
                if not disjoint(added([*others[first:last], rest]), whole):
                    return True
    return False
