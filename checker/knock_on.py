"""Arithmetic that fails for one number only, which another report already disputes: told as one with that report."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic import added, intervals, ratio
from checker.changes import Change
from checker.disputes import interval, point
from checker.figures.intervals import disjoint
from checker.model import Level, Verdict
from checker.stated import factor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim, Discrepancy

_WITNESS = "value"
_RECKONED = frozenset({"rate", "total", "part", "delta", "gap"})
# How far a growth or a share may be from what two numbers make, in percentage points: as the rules that judge them.
_SLACK = Fraction(15, 100)
_PAIR = 2


def told_as_one(found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """The discrepancies, with arithmetic that holds once a number it shares with a dispute is set right told with it.

    研发投入 38.6亿元 in one paper and 36.8亿元 in another are one fault; that 46.3亿元 is no growth of 19.9 % from
    36.8亿元 follows from it, and speaks for 38.6亿元. The louder of the two stays, the dispute where both are as loud,
    with the code of the other in ``also`` and the number that was spoken for in ``repair``.
    """
    disputes: dict[tuple[str, int], list[int]] = {}
    for i, d in enumerate(found):
        if _sets_values(d):
            for c in d.claims:
                disputes.setdefault(c.key, []).append(i)
    told: dict[int, Discrepancy] = dict(enumerate(found))
    for i, d in enumerate(found):
        if not disputes:
            break
        for at, wrong, right in _explained(d, disputes, found):
            if at in told and at != i:
                stays, goes = (i, at) if d.level == Level.ERROR != found[at].level else (at, i)
                others = "、".join(c.text for c in d.claims if c.key != wrong.key)
                told[stays] = _with(told[stays], told.pop(goes), f"{others}只与{right.text}算得合")
                break
    return list(told.values())


def _sets_values(d: Discrepancy) -> bool:
    """Whether a report sets numbers of one fact against each other, each told as such."""
    return d.level != Level.NOTE and len(d.claims) > 1 and not any(c.role in _RECKONED for c in d.claims)


def _explained(
    d: Discrepancy, disputes: dict[tuple[str, int], list[int]], found: Sequence[Discrepancy]
) -> Iterator[tuple[int, Claim, Claim]]:
    """The disputes one of whose other numbers makes the arithmetic of a report hold: the wrong number and that one."""
    for n, claim in enumerate(d.claims):
        for at in disputes.get(claim.key, ()):
            for other in found[at].claims:
                if found[at] is d or not _another(claim, other):
                    continue
                instead = replace(claim, figure=replace(claim.figure, value=other.value))
                claims = (*d.claims[:n], instead, *d.claims[n + 1 :])
                if _rises(d, claims, found[at]) if _sets_values(d) else _holds(claims):
                    yield at, claim, other


def _another(claim: Claim, other: Claim) -> bool:
    """Whether a witness tells another number of the same unit."""
    units = [c.value.unit if c.value is not None else None for c in (claim, other)]
    return units[0] is not None and units[0] == units[1] and point(claim) != point(other) is not None


def _rises(d: Discrepancy, claims: Sequence[Claim], dispute: Discrepancy) -> bool:
    """Whether a level that was doubted as it fell does not fall, once a number that another report refutes is right."""
    if d.verdict != Verdict.SUSPECT or dispute.verdict != Verdict.CONTRADICTION or len(claims) != _PAIR:
        return False
    (x, y), (first, later) = (point(c) for c in d.claims), (point(c) for c in claims)
    return None not in (x, y, first, later) and x > y and first <= later  # type: ignore[operator]


def _holds(claims: Sequence[Claim]) -> bool:
    """Whether claims agree in what their roles say they make: growth, share, part of a total, parts of a total."""
    roles = [c.role for c in claims]
    if roles == ["base", _WITNESS, "rate"]:
        return _grows(*claims)
    if roles == ["total", "part", "rate"]:
        return _takes(*claims)
    if roles[0] == "total" and all(r == "part" for r in roles[1:]):
        return _contains(claims[0], claims[1:])
    return False


def _grows(base: Claim, level: Claim, growth: Claim) -> bool:
    made, said = Change(growth, level, base=base).made, factor(growth)
    return made is not None and said is not None and said[0] <= made[2] + _SLACK and made[0] - _SLACK <= said[2]


def _takes(total: Claim, part: Claim, share: Claim) -> bool:
    whole, of, told = interval(total), interval(part), interval(share)
    if whole is None or of is None or told is None or not whole.low or whole.low <= 0:
        return False
    return not disjoint(ratio(of, whole), told)


def _contains(total: Claim, parts: Sequence[Claim]) -> bool:
    whole, each = interval(total), intervals(parts)
    if whole is None or each is None:
        return False
    if len(parts) > 1:
        return not disjoint(added(each), whole)
    return whole.high is None or each[0].low is None or each[0].low <= whole.high


def _with(d: Discrepancy, other: Discrepancy, hint: str) -> Discrepancy:
    """A discrepancy that another is told with."""
    also = tuple(sorted({*d.also, other.code, *other.also} - {d.code}))
    return replace(d, also=also, repair=f"{d.repair}；{hint}" if d.repair else hint)
