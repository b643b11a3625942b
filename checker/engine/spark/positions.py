"""Orders as strings: what sorts tuples on one machine sorts bytes on a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.spark.tables import END
from checker.judging import LOUDNESS
from checker.model import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.candidates import Order
    from checker.model import Claim, Discrepancy

# Greater than any number that stands in a key.
_MOST = 10**9


def _number(n: int) -> str:
    return f"{n:010d}"


def position(order: Order) -> str:
    """The place of a candidate in the one order of all.

    >>> one, other = ("", "a.md", 9, 12, "quantity"), ("", "a.md", 10, 12, "quantity")
    >>> position(one) < position(other)
    True
    """
    day, article, start, end, kind = order
    return END.join((day, article, _number(start) + _number(end) + kind))


def place(claim: Claim) -> str:
    """The place of a claim by article and offset."""
    return END.join((claim.article.id, _number(claim.start) + _number(claim.end) + claim.kind))


def key(claim: Claim) -> str:
    """The identity of a claim; sorts as :attr:`Claim.key`."""
    return f"{claim.article.id}{END}{_number(claim.start)}"


def precedence(found: Discrepancy, origin: str) -> str:
    """Sorts as :func:`checker.judging.precedence`, and what is equal there by ``origin``, where it was found."""
    return END.join(
        (
            f"{found.level == Level.NOTE:d}{_number(found.rank)}{LOUDNESS[found.level]}{_number(_MOST - len(found.claims))}{found.code}",
            _keys(found.claims),
            origin,
        )
    )


def report_order(found: Discrepancy) -> str:
    """Sorts as :func:`checker.judging.order`."""
    first = found.claims[0]
    return END.join(
        (f"{LOUDNESS[found.level]}{first.article.path}", _number(first.start), found.code, _keys(found.claims))
    )


def _keys(claims: Sequence[Claim]) -> str:
    return "".join(f"{key(c)}\1" for c in claims)
