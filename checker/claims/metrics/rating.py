"""Percentages that name only whose they are, by the rate or the growth that was told before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.metrics.predicating import measure
from checker.claims.metrics.sufficing import AMOUNTS, ITEM, akin, house
from checker.claims.words.segments import classes, has_letters, is_adverb, is_verb, segment
from checker.lexicon import words
from checker.model import Kind

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Reading
    from checker.model import Metric

PERCENT = frozenset({Kind.SHARE, Kind.RATE, Kind.GROWTH})


def rated(told: Metric) -> bool:
    """Whether a name says of what a percentage is."""
    return told.words[-1][-1] in AMOUNTS or measure(told.words[-1])


def rate_of(r: Reading, of: Metric, text: str) -> bool:
    """Whether a percentage's own words only name whose it is by the measure that was told in percent before.

    A rate is told with no verb of its own: 早茬成活率68%，*晚茬*83%; a growth is that of another branch or house.
    """
    own, f, known = r.metric, r.slot.figure, classes()
    if len(own.words) > ITEM or own.counted or own.predicate or own.verb in known.flow.values():
        return False
    last = own.words[-1]
    if len(own.text) == 1 or last in known.flow or (is_verb(last) and last not in known.nominal):
        return False
    if f.kind is Kind.GROWTH:
        return house(last) or any(akin(last, w) and w != last for w in of.words[:-1])
    if r.metric_span is None or of.words[-1][-1] != "率":
        return False
    between = [w for w in segment(text[r.metric_span.end : f.start].strip()) if has_letters(w)]
    plain = all(w in known.light or is_adverb(w) or w in words("verbs", "mere", "level") for w in between)
    return plain and "占" not in own.text + "".join(between)
