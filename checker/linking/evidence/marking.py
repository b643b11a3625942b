"""Values as marks that can be weighed: by the first edge not passed, by how two stand side by side."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim

# How alike two names are of one thing, and of what may be one.
ALIKE, AKIN = 0.9, 0.6
_STOP = re.compile("[，。；：！？、]")


def step(name: str, value: float, edges: Sequence[float]) -> str:
    """The mark of a value by the first edge that it does not pass.

    >>> step("digits", 2, (1, 2, 3)), step("digits", 7, (1, 2, 3))
    ('digits <= 2', 'digits > 3')
    """
    found = next((edge for edge in edges if value <= edge), None)
    return f"{name} > {edges[-1]}" if found is None else f"{name} <= {found}"


def beside(a: object, b: object) -> str:
    """How what two claims tell of one aspect stands side by side.

    >>> beside("", ""), beside("区", ""), beside("区", "区"), beside("区", "市")
    ('none', 'of one', 'one', 'two')
    """
    if not (a or b):
        return "none"
    if not (a and b):
        return "of one"
    return "one" if a == b else "two"


def likeness(pair: Pair) -> str:
    """How alike two names are, in a word."""
    score = pair.like[0].score
    return "alike" if score > ALIKE else "akin" if score > AKIN else "unlike"


def clause(claim: Claim) -> str:
    """The clause of a figure without the figure."""
    return _clause_at(claim.sentence.text, claim.figure.start, claim.figure.end)


@lru_cache(maxsize=8192)
def _clause_at(text: str, start: int, end: int) -> str:
    stop = _STOP.search(text, end)
    return text[clause_start(text, start) : start] + text[end : stop.start() if stop else None]
