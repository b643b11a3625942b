"""How probable it is that two claims are of one fact and one of them is wrong, by all that marks them.

Where no single test is sure, what speaks for one fact and what speaks against it is weighed together, as records are
matched by Fellegi and Sunter (A Theory for Record Linkage, 1969): each mark adds the logarithm of the odds that it
gives. The weights are estimated by logistic regression (``tests/benchmarks/fit_odds.py``) and stand in
``lexicon/odds.yaml``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from checker.lexicon import load
from checker.linking.evidence.marks import marks, open_to_doubt

if TYPE_CHECKING:
    from checker.linking.pairs import Pair

# What is less probable is not told.
LEAST = 0.5


def odds(pair: Pair) -> float:
    """The probability, 0..1, that two clashing claims are of one fact; 0 where it is below :data:`LEAST`."""
    if not open_to_doubt(pair):
        return 0.0
    told = load("odds")
    weights = told["weights"]
    total = told["bias"] + sum(weights.get(mark, 0.0) for mark in marks(pair))
    found = 1 / (1 + math.exp(-total))
    return round(found, 3) if found >= LEAST else 0.0
