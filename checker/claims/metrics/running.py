"""What is being talked about: the thing or measure last named in a unit, of which later figures in that unit are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.metrics.entering import among, entered, heading, within
from checker.claims.metrics.masking import blank
from checker.claims.metrics.phrases import sizes
from checker.claims.metrics.predicating import measure
from checker.claims.metrics.rating import PERCENT, rate_of, rated
from checker.claims.metrics.readings import ASPECTS, Reading, clause_start, dimension_of
from checker.claims.metrics.referring import pointed
from checker.claims.metrics.sufficing import AMOUNTS, ITEM, akin, lifted, part_of, shortened, suffices, taken_up
from checker.claims.words.segments import classes, has_letters, is_adverb, is_loose, is_time, is_verb, segment
from checker.figures.telling import digits_of
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Metric, Number

# So many sentences on, what was talked about is out of mind.
_FAR = 2
# What stands behind a figure that ends its clause; "" at the end of a sentence.
_CLOSED = frozenset((*"，。；：、！？）) ", ""))
_TIMES = (Kind.DATE, Kind.DURATION)
_JOINS = ("、", "和", "及", "与")
# So many digits tell an amount from others.
_TELLING = 3
_ROLES = frozenset({"value", "base", "subset", "delta"})


class Topic(NamedTuple):
    """What is talked about in a unit, since which sentence, in which paragraph.

    ``latest``: what was named last in that sentence, of which the figures behind it are. ``sure``: it was the only one.
    ``heads``: a clause of its own names it, before a list.
    """

    metric: Metric
    sentence: int
    paragraph: int
    latest: Metric
    sure: bool = True
    heads: bool = False


class At(NamedTuple):
    """A sentence, by its text, its number and that of its paragraph."""

    text: str
    sentence: int
    paragraph: int


class Running:
    """What was named in each unit so far in an article."""

    def __init__(self) -> None:
        """Nothing named yet."""
        self._topics: dict[str, Topic] = {}
        # Measures by their unit and by the noun that they are a measure of: 旅客*吞吐量*.
        self._measures: dict[tuple[str, str], Metric] = {}
        # What an amount was named by, to the digit.
        self._amounts: dict[tuple[str, Number | None], Metric] = {}
        # Measures by their unit, as long as no other was told in it.
        self._sole: dict[str, Metric | None] = {}
        # What parts were of, by their unit, their own words and their paragraph.
        self._shares: dict[tuple[str, tuple[str, ...], int], Metric] = {}
        # In which sentence a figure in a unit was last told as a part.
        self._parts: dict[str, int] = {}

    def clear(self) -> None:
        """Forgets what is talked about, where something else is asked."""
        self._topics.clear()

    def told(self, readings: Sequence[Reading], text: str, sentence: int, paragraph: int) -> list[Reading]:
        """The readings of a sentence, those that name nothing or a part only with the name of what they are of."""
        out: list[Reading] = []
        at = At(text, sentence, paragraph)
        for r in readings:
            found, f = _led(r, readings, out), r.slot.figure
            counts = f.kind is Kind.QUANTITY and f.value is not None and r.role in _ROLES and not pointed(found)
            if counts and not _goes_on(r, text):
                found = (
                    self._named(found, readings, out, at) if found.metric.words else self._unnamed(found, readings, at)
                )
            elif f.kind in PERCENT and found.metric.words:
                found = self._percent(found, readings, at)
            out.append(found)
        return out

    def _unnamed(self, r: Reading, readings: Sequence[Reading], at: At) -> Reading:
        """A figure that nothing names, as one of what is talked about, or of what was told to be as much."""
        assert r.slot.figure.value is not None  # noqa: S101 - asked by the caller
        value = r.slot.figure.value
        topic, of = self._topics.get(value.unit), self._of(value.unit, at)
        here = topic is not None and topic.sentence == at.sentence
        again = None if r.deed or r.inherited else self._amounts.get((value.unit, value.point))
        if again is not None and entered(at.text, r):
            of = None
        if of is not None and (deed := _untold(r, at.text, readings, here=here)) is not None:
            role = "subset" if deed and r.role == "value" else r.role
            return replace(r, metric=taken_up(r.metric, of, deed), role=role, inherited=True)
        if again is None:
            return r
        self._note(value.unit, again, at)
        return replace(r, metric=replace(again, counted=""), inherited=True)

    def _named(self, r: Reading, readings: Sequence[Reading], out: Sequence[Reading], at: At) -> Reading:
        """A figure with words of its own, with those of what it is part of where these alone are no name."""
        f, i = r.slot.figure, len(out)
        if r.inherited or f.value is None:
            return r
        unit, enough = f.value.unit, suffices(r.metric, dimension_of(f))
        if (head := heading(at.text, readings, i, enough=enough)) is not None:
            self._topics[unit] = Topic(head, at.sentence, at.paragraph, head, heads=True)
        fuller = self._measures.get((unit, r.metric.words[-1]))
        if fuller is not None and shortened(r, fuller):
            return replace(r, metric=lifted(r.metric, fuller))
        part = r.whole is not None or among(at.text) or self._parts.get(unit) == at.sentence
        into = within(at.text, readings, i)
        framed = into is not None
        topic, of = self._topics.get(unit), self._of(unit, at) if into is None else out[into].metric
        if topic is not None and topic.heads and topic.sentence == at.sentence:
            part, framed = True, framed or not measure(topic.metric.head)
        if of is None and len(r.metric.text) > 1 and timed(r, readings, at.text):
            of = self._sole.get(unit)
        again = self._shares.get((unit, r.metric.words, at.paragraph))
        if again is not None and not (r.metric.counted or r.counted_span):
            of, part = again, True
        if of is not None and of.words and part_of(r, of, listed=part or framed or r.role == "subset", framed=framed):
            self._parts[unit] = at.sentence
            self._shares[unit, r.metric.words, at.paragraph] = of
            role = "delta" if r.role == "value" and _changed(r, at.text) else r.role
            named = lifted(r.metric, of)
            self._keep(r, named, at)
            return replace(r, metric=named, role=role)
        if enough and r.role in ("value", "base") and not (part or framed) and not listed(at.text, readings, i):
            self._tell(r, at)
        return r

    def _percent(self, r: Reading, readings: Sequence[Reading], at: At) -> Reading:
        """A rate or growth, with the measure told before where its own words only name whose it is."""
        sort = "growth" if r.slot.figure.kind is Kind.GROWTH else "rate"
        if rated(r.metric):
            self._note(sort, r.metric, at)
            return r
        of = self._of(sort, at)
        led = r.lead is not None and readings[r.lead].slot.figure.kind is not Kind.RATE
        if of is None or r.role not in ("value", "base") or r.inherited or led or not rate_of(r, of, at.text):
            return r
        return replace(r, metric=lifted(r.metric, of), lead=None)

    def _tell(self, r: Reading, at: At) -> None:
        """Keeps what a figure was named by, for those behind it."""
        f = r.slot.figure
        assert f.value is not None  # noqa: S101 - asked by the caller
        self._note(f.value.unit, r.metric, at)
        self._keep(r, r.metric, at)
        if measure(r.metric.words[-1]):
            sole = self._sole.setdefault(f.value.unit, r.metric)
            if sole is not None and sole.words[-1] != r.metric.words[-1]:
                self._sole[f.value.unit] = None
        if len(r.metric.words) > 1 and measure(r.metric.words[-1]):
            self._measures[f.value.unit, r.metric.words[-2]] = r.metric

    def _keep(self, r: Reading, named: Metric, at: At) -> None:
        """Keeps what an amount that its digits tell from others was named by."""
        f = r.slot.figure
        if f.value is not None and digits_of(at.text[f.number.start : f.number.end]) >= _TELLING:
            self._amounts[f.value.unit, f.value.point] = named

    def _alive(self, unit: str, at: At) -> Topic | None:
        """What is still talked about in a unit."""
        topic = self._topics.get(unit)
        gone = topic is None or topic.paragraph != at.paragraph or at.sentence - topic.sentence > _FAR
        return None if gone else topic

    def _of(self, unit: str, at: At) -> Metric | None:
        """What a figure in a unit is of by what was told before it."""
        topic = self._alive(unit, at)
        if topic is None or topic.sentence == at.sentence:
            return topic.latest if topic else None
        return topic.metric if topic.sure else None

    def _note(self, unit: str, named: Metric, at: At) -> None:
        """Takes what was named as what is talked about from there on; a kind of what is talked about is that still."""
        topic = self._alive(unit, at)
        if topic is None:
            self._topics[unit] = Topic(named, at.sentence, at.paragraph, named)
        elif akin(named.words[-1], topic.metric.words[-1]):
            self._topics[unit] = topic._replace(sentence=at.sentence, latest=named)
        else:
            sure = topic.sentence != at.sentence
            self._topics[unit] = Topic(named if sure else topic.metric, at.sentence, at.paragraph, named, sure)


def _changed(r: Reading, text: str) -> bool:
    """Whether a part is told by how much there is more or less of it: 小学*多*1500人."""
    return r.metric_span is not None and text[r.metric_span.end : r.slot.figure.start] in words("verbs", "changes")


def _goes_on(r: Reading, text: str) -> bool:
    """Whether the name before a figure goes on as that of a measure: 多式联运*量*."""
    return r.metric_span is not None and text[r.metric_span.end : r.metric_span.end + 1] in AMOUNTS


def timed(r: Reading, readings: Sequence[Reading], text: str) -> bool:
    """Whether a stretch of time is told before a figure in its clause, as it is of amounts: *一季度*轿车5.3万辆."""
    f = r.slot.figure
    start = clause_start(text, f.start)
    days = (x.slot.figure.period for x in readings if start <= x.slot.figure.start < f.start)
    return any(d is not None and d.start != d.end for d in days)


def listed(text: str, readings: Sequence[Reading], i: int) -> bool:
    """Whether a figure is one of a list of such in one unit, so that none of them is what all is about."""
    f = readings[i].slot.figure
    unit = f.value.unit if f.value else ""
    for a, b in ((i - 1, i), (i, i + 1)):
        if a < 0 or b >= len(readings):
            continue
        x, y = readings[a].slot.figure, readings[b].slot.figure
        other = (x if a < i else y).value
        if other is not None and other.unit == unit and text.startswith(_JOINS, x.end):
            return True
    return False


def _led(r: Reading, told: Sequence[Reading], out: Sequence[Reading]) -> Reading:
    """A reading that borrowed the name of an earlier one, with that as it is now."""
    if r.lead is None or r.lead >= len(out):
        return r
    was, now = told[r.lead].metric, out[r.lead].metric
    if not was.words or was.words == now.words or r.metric.words[: len(was.words)] != was.words:
        return r
    named = (*now.words, *r.metric.words[len(was.words) :])
    head = now.head if len(named) == len(now.words) else r.metric.head
    return replace(r, metric=replace(r.metric, text="".join(named), words=named, head=head))


def _untold(r: Reading, text: str, readings: Sequence[Reading], *, here: bool) -> str | None:
    """What stands at a figure that nothing names: "" where at most a time, else a deed; None where it is of another.

    ``here``: what is talked about was named in its sentence; else a sum is of what that sentence tells, and money of
    what was told is told with a time.
    """
    f = r.slot.figure
    if r.deed or text[f.end : f.end + 1] not in _CLOSED:
        return None
    start = clause_start(text, f.start) if r.slot.after is None else r.slot.left.start
    dates = [x.slot.figure.span for x in readings if x.slot.figure.kind in _TIMES]
    near = blank(text[: f.start], [d for d in dates if d.end <= f.start])[start:]
    told = [w for w in segment(near.strip()) if has_letters(w)]
    if any(w in sizes() and w not in words("terms", "totals") for w in told):
        return None
    known = classes()
    timed = bool(r.slot.dated) or any(start <= d.start < f.start for d in dates)
    if not here and not timed and (dimension_of(f) == "人民币" or any(w in known.cumulative for w in told)):
        return None
    idle = _idle()
    rest = [w for w in told if not (w in idle or is_adverb(w) or is_loose(w) or is_time(w))]
    if not rest:
        return ""
    return "".join(rest) if len(rest) <= ITEM and any(is_verb(w) or w in known.flow for w in rest) else None


@cache
def _idle() -> frozenset[str]:
    """Words that say no more of a figure than that it is told."""
    known = classes()
    sorts = words("verbs", "mere", "having", "level", "changes", "passed") | words("terms", "totals", "goals")
    return known.light | known.cumulative | known.empty | known.base | known.reach | ASPECTS | sorts
