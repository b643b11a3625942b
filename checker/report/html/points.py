"""What to plot of a dispute: its claims and those linked with them, as intervals over the days of publication."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.disputes import interval
from checker.figures.units import dimension, unit
from checker.frozen import dataclass
from checker.model import Claim, Kind
from checker.report.html.states import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from checker.model import Discrepancy, Fact
    from checker.report.html.states import Key

MOST = 40  # points of one plot
_FAR = 5  # a point so many times larger or smaller than what is disputed is not plotted beside it
# Roles in which figures stand beside each other within one sentence, rather than speak of one thing.
APART = frozenset({"total", "part", "base", "rate", "delta", "share"})
PLOTTED = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.NUMBER, Kind.RANK})


@dataclass(frozen=True)
class Point:
    """A claim's values in the unit of its plot; None is open. ``soft``: beyond it the writer would have said more."""

    claim: Claim
    low: float | None
    high: float | None
    soft: float | None
    disputed: bool


@dataclass(frozen=True)
class Plot:
    """The points of a dispute in one unit, in order of publication."""

    unit: str
    points: tuple[Point, ...]


def neighbours(facts: Iterable[Fact]) -> dict[Key, list[Claim]]:
    """For each claim of a fact those that it is linked with."""
    told: dict[Key, list[Claim]] = defaultdict(list)
    for fact in facts:
        for e in fact.links:
            a, b = fact.claims[e.a], fact.claims[e.b]
            if e.refusal not in ("unit", "kind", "scope", "sentence", "role", "level") and not e.narrower:
                told[key(a)].append(b)
                told[key(b)].append(a)
    return told


def plot(found: Discrepancy, beside: Mapping[Key, Sequence[Claim]]) -> Plot | None:
    """The plot of a dispute, None where its claims do not tell one thing at two times."""
    told = [c for c in found.claims if c.kind in PLOTTED and c.value is not None and not c.figure.first]
    if not told or any(c.role in APART for c in told):
        return None
    first = told[0]
    name = first.value.unit if first.value else ""
    own = {key(c) for c in told}
    around = {key(c): c for d in told for c in beside.get(key(d), ()) if key(c) not in own}
    near = sorted(around.values(), key=_order)[: max(0, MOST - len(told))]
    points = [
        p
        for c in sorted((*told, *near), key=_order)
        if _alike(first, c) and (p := _point(c, name, disputed=key(c) in own)) is not None
    ]
    points = _in_sight(points)
    days = {p.claim.article.published for p in points if p.claim.article.published is not None}
    return Plot(name, tuple(points)) if len(days) > 1 else None


def _in_sight(points: Sequence[Point]) -> list[Point]:
    """The points without what lies so far from the dispute that its sides would fall together."""
    sizes = [abs(n) for p in points if p.disputed for n in (p.low, p.high) if n]
    if not sizes:
        return list(points)
    near, far = min(sizes) / _FAR, max(sizes) * _FAR
    return [p for p in points if p.disputed or all(near <= abs(n) <= far for n in (p.low, p.high) if n)]


def _order(claim: Claim) -> tuple[object, ...]:
    return (str(claim.article.published or "9999"), claim.article.id, claim.start)


def _alike(a: Claim, b: Claim) -> bool:
    x, y = a.value, b.value
    return a.kind is b.kind and x is not None and y is not None and dimension(x.unit) == dimension(y.unit)


def _point(claim: Claim, name: str, *, disputed: bool) -> Point | None:
    admits = interval(claim)
    if admits is None or (admits.low is None and admits.high is None):
        return None
    known = unit(name)
    worth = known.factor if known is not None else 1
    sign = -1 if claim.kind is Kind.GROWTH and claim.figure.direction < 0 else 1

    def scaled(n: Fraction | None) -> float | None:
        return None if n is None else float(n / worth) * sign

    low, high = scaled(admits.low), scaled(admits.high)
    if sign < 0:
        return Point(claim, high, low, None, disputed)
    return Point(claim, low, high, scaled(admits.soft_high), disputed)
