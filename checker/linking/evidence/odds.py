"""How probable it is that two claims are of one fact and one of them is wrong, by all that marks them.

Where no single test is sure, what speaks for one fact and what speaks against it is weighed together, as records are
matched by Fellegi and Sunter (A Theory for Record Linkage, 1969): each mark adds the logarithm of the odds that it
gives. The weights are estimated by logistic regression (``tests/benchmarks/fit_odds.py``) and stand in
``lexicon/odds.yaml``, those of two values, of two units of one number and of its two labels each for itself.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from checker.lexicon import load
from checker.linking.evidence.marks import marks, open_to_doubt
from checker.linking.evidence.mislabels import marks_of_labels, mislabelled

if TYPE_CHECKING:
    from checker.linking.pairs import Pair

# What is less probable is not told.
LEAST = 0.5


def doubt(pair: Pair) -> str:
    """What of two claims may be wrong if they are of one fact: a ``value``, a ``unit``, a ``label``; "" if nothing."""
    return mislabelled(pair) or ("value" if open_to_doubt(pair) else "")


def marked(pair: Pair, sort: str) -> list[str]:
    """The marks of two claims that are weighed for a :func:`doubt` of some sort."""
    return marks(pair) if sort == "value" else [*marks(pair), *marks_of_labels(pair)]


def odds(pair: Pair) -> float:
    """The probability, 0..1, that two claims are of one fact, one of them wrong; 0 where it is below :data:`LEAST`."""
    sort = doubt(pair)
    if not sort:
        return 0.0
    told = load("odds")[sort]
    weights = told["weights"]
    total = told["bias"] + sum(weights.get(mark, 0.0) for mark in marked(pair, sort))
    found = 1 / (1 + math.exp(-total))
    return round(found, 3) if found >= LEAST else 0.0
