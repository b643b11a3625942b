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


def position(order: Order, n: int) -> str:
    """The place of a candidate in the one order of all, that of its article where ``n`` is its number.

    >>> one, other = ("", "a.md", 9, 12, "quantity"), ("", "a.md", 10, 12, "quantity")
    >>> position(one, 4) < position(other, 5)
    True
    """
    day, article, *_ = order
    return END.join((day, article, _number(n)))


def place(claim: Claim, n: int) -> str:
    """The place of a claim by article, where ``n`` is its number."""
    return place_of(claim.article.id, n)


def place_of(article: str, n: int) -> str:
    """The place of the thing with this number in an article.

    >>> place_of("a.md", 9) < place_of("a.md", 10) < place_of("a.md.txt", 1)
    True
    """
    return END.join((article, _number(n)))


def key(claim: Claim) -> str:
    """The identity of a claim; sorts as :attr:`Claim.key`."""
    return f"{claim.article.id}{END}{_number(claim.start)}"


def precedence(found: Discrepancy, origin: str) -> str:
    """Sorts as :func:`checker.judging.precedence`, and what is equal there by ``origin``, where it was found."""
    loud = f"{found.level == Level.NOTE:d}{_number(found.rank)}{LOUDNESS[found.level]}"
    return END.join((loud + _number(_MOST - len(found.claims)) + found.code, _keys(found.claims), origin))


def report_order(found: Discrepancy) -> str:
    """Sorts as :func:`checker.judging.order`."""
    first = [f"{c.article.path}{END}{_number(c.start)}" for c in found.claims[:1]]
    return END.join((f"{LOUDNESS[found.level]}{''.join(first)}", found.code, _keys(found.claims)))


def _keys(claims: Sequence[Claim]) -> str:
    return "".join(f"{key(c)}\1" for c in claims)
