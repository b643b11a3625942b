"""What a third paper says of one number under two names: its own number for one of the names convicts that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.disputes import point
from checker.model import Behaviour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.model import Claim, Fact, Link

# How alike two names must be that are one; how far two numbers must lie apart at one time, and at two.
_ONE_NAME = 0.9
_OFF, _FALLEN = 1.05, 1.15
# Levels of two times by which a number can be known to have another name.
_GROWS = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
_REFUSED = frozenset({"", "period"})


def misnamed(fact: Fact, link: Link) -> str:
    """The third number by which one of two names of one number is wrong, as it is written; "" if there is none.

    It has the one name at the same time, or would have fallen since, or risen before, to what is told under it; the
    other name says what that lacks.
    """
    for right, wrong in ((link.a, link.b), (link.b, link.a)):
        a, b = fact.claims[right], fact.claims[wrong]
        if not _says_more(a, b):
            continue
        for third, e in _others(fact, wrong):
            c = fact.claims[third]
            named = e.score >= _ONE_NAME and e.strong and e.refusal in _REFUSED
            if named and not _linked(fact, right, third) and _convicts(e, wrong, b, c):
                return c.text
    return ""


def misowned(fact: Fact, link: Link) -> str:
    """The number that one paper has for the house that another gives a second house's number; "" if there is none.

    集团起降25万架次，其中机场16.8万架次; 集团起降16.8万架次.
    """
    for right, wrong in ((link.a, link.b), (link.b, link.a)):
        a, b = fact.claims[right], fact.claims[wrong]
        if not a.scope.org or not b.scope.org or a.scope.org in b.scope.org or b.scope.org in a.scope.org:
            continue
        for c in fact.claims:
            there = c.article.id == a.article.id and c.scope.org == b.scope.org and c.status == a.status == b.status
            if (
                there
                and not set(c.metric.words).isdisjoint(a.metric.words)
                and _ends(b) == _ends(c)
                and _far(b, c, _FALLEN)
            ):
                return c.text
    return ""


def _ends(claim: Claim) -> date | None:
    """The last day of a claim's time."""
    return claim.period.end if claim.period is not None else None


def _others(fact: Fact, at: int) -> Iterator[tuple[int, Link]]:
    """The claims of other articles that a claim is linked with, with the links."""
    for e in fact.links:
        other = e.b if e.a == at else e.a if e.b == at else -1
        if other >= 0 and fact.claims[other].article.id != fact.claims[at].article.id:
            yield other, e


def _linked(fact: Fact, one: int, other: int) -> bool:
    """Whether two claims are one, or linked as told under one name."""
    return one == other or any({e.a, e.b} == {one, other} and e.refusal in _REFUSED for e in fact.links)


def _says_more(a: Claim, b: Claim) -> bool:
    """Whether a name has a word that another lacks and that the other's sentence does not tell."""
    own = [w for w in a.metric.words if len(w) > 1 and w not in b.metric.words]
    return any(w not in b.sentence.text for w in own)


def _convicts(e: Link, wrong: int, told: Claim, third: Claim) -> bool:
    """Whether a number cannot be told under a name under which a third paper has its own."""
    if told.status != third.status:
        return False
    if e.time == "same" and e.sure:
        return _far(told, third, _OFF)
    if e.time not in ("before", "after", "same") or not {told.behaviour, third.behaviour} <= _GROWS:
        return False
    earlier = third if (e.time == "before") == (e.b == wrong) else told
    later = told if earlier is third else third
    x, y = point(earlier), point(later)
    return bool(x and y) and _far(told, third, _FALLEN) and y < x  # type: ignore[operator]


def _far(a: Claim, b: Claim, times: float) -> bool:
    """Whether two numbers of one unit lie so far apart."""
    x, y = point(a), point(b)
    if not x or not y or a.value is None or b.value is None or a.value.unit != b.value.unit:
        return False
    return max(x, y) > times * min(x, y)
