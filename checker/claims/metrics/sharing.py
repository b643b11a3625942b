"""What shares are of: what stands behind them, what they are parted from, the whole behind 占."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.metrics.borrowed import described_by
from checker.claims.metrics.following import following
from checker.claims.metrics.readings import Reading, clause_start, metric
from checker.claims.metrics.titles import portion
from checker.claims.words.segments import is_verb
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind, Span

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context
    from checker.model import Metric

# How a share ends that is told in tenths or as a fraction.
_TENTHS = "成半数一二三四五六七八九"


def shared_of(c: Context) -> Metric | None:
    """What a share is of where that stands behind it: 惠及90%的*在校生*, 八成*纠纷*; with what does it where named."""
    unit = c.figure.value.unit if c.figure.value else ""
    if c.figure.kind is not Kind.SHARE and (c.figure.kind is not Kind.RATE or unit != "%"):
        return None
    of = c.masked.startswith("的", c.figure.end)
    noun = described_by(c) if of else _parted(c)
    reaching = c.verb in words("verbs", "extending") or any(v in words("verbs", "extending") for v in c.left.verbs)
    if not noun or (c.left.words and not reaching):
        return None
    noun, done = (noun, "") if c.left.words or c.left.verbs else _doing(c, noun, of=of)
    return metric((*c.left.words, *noun), (), c.verb, predicate=done, level=c.level, event=c.event)


def _doing(c: Context, noun: tuple[str, ...], *, of: bool) -> tuple[tuple[str, ...], str]:
    """Those of whom a share is told, and what it is told to do: 48%的*选民* *支持改革*; "" where nothing is."""
    found = following(c.masked, Span(c.figure.end + of, c.slot.right.end), opens=True)
    same = found.words and noun[: len(found.words)] == found.words
    return (found.words, found.rest) if same else (noun, "")


def _parted(c: Context) -> tuple[str, ...]:
    """The noun right behind a share that is told in tenths or as a fraction: 八成*纠纷*, 近半数*农户*."""
    f = c.figure
    if (f.end - f.number.end > 0 and f.text[-1] not in _TENTHS) or f.text[-1] == "%":
        return ()
    found = following(c.masked, c.slot.right, opens=True)
    near = found.words and found.span.start == f.end and len(found.words[0]) > 1 and not is_verb(found.words[0])
    return found.words if near and found.words[0] not in words("terms", "marks") else ()


def portioned(c: Context) -> Metric | None:
    """The share of a part in a whole by where it comes from: GDP中有36%*来自制造业*, 制造业贡献了36%的*税收*."""
    part, whole = portion(c.masked, c.figure, clause_start(c.masked, c.figure.start))
    return replace(metric((*part, "占", *whole), (), c.verb), head="占比") if part else None


def share(c: Context, role: str, lead: int | None) -> Reading:
    """A share of a whole that is named: 甲*占乙的比重*."""
    told = (r.metric.words for r in reversed(c.sofar) if r.metric.words and r.slot.figure.kind is Kind.GROWTH)
    numerator = c.left.words or (c.sofar[lead].metric.words if lead is not None else next(told, ()))
    own = replace(metric((*numerator, "占", *c.left.share_of), (), c.verb), head="占比")
    return Reading(c.slot, own, role, lead, metric_span=c.left.span)
