"""What a rank is of that is a sentence by itself before the one that tells it: *全省第二！*去年茶叶产量2.1万吨."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.metrics.assigned import readings
from checker.claims.metrics.following import thing
from checker.claims.metrics.readings import MEASURED, metric
from checker.figures import figures
from checker.frozen import replace
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.claims.metrics.readings import Reading
    from checker.model import Metric, Period

_CRIES = "！!"


def cried_out(text: str, told: Sequence[Reading]) -> bool:
    """Whether a sentence is nothing but a rank of what it does not say: *全省第二！*."""
    if len(told) != 1 or text[-1:] not in _CRIES or told[0].slot.figure.kind is not Kind.RANK:
        return False
    return not told[0].metric.words and text.strip(f"{_CRIES} “”【】") == told[0].slot.figure.text


def announced(r: Reading, following: str, published: date | None) -> tuple[Reading, Period | None]:
    """A rank with what the sentence behind it tells first, and the time that this is of; as it is where none does."""
    seen = figures(following, published)
    if r.slot.figure.first:
        named: Metric | None = metric(told) if (told := thing(following, Span(0, len(following))).words) else None
    else:
        amounts = (x for x in readings(following, seen) if x.slot.figure.kind in MEASURED and x.role == "value")
        named = next((x.metric for x in amounts if x.metric.words), None)
    days = [f.period for f in seen if f.kind is Kind.DATE and f.period is not None]
    return (r, None) if named is None else (replace(r, metric=named, inherited=True), days[0] if days else None)
