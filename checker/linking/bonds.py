"""Whether two articles tell of one matter beyond doubt: their subject is one, and so are other numbers of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.linking.companions import common_numbers
from checker.linking.kinship import Kinship, kinship

if TYPE_CHECKING:
    from checker.model import Claim

# What the other numbers that two articles share must be worth: where they are known to have one subject; where not.
_KNOWN, _ALONE = 1, 3


def bound(a: Claim, b: Claim, alike: float) -> bool:
    """Whether the articles of two claims share other numbers, and as many as the rest of what they share asks for."""
    worth = common_numbers(a, b)
    return worth >= _ALONE or (worth >= _KNOWN and kinship(a, b, alike) == Kinship.STRONG)
