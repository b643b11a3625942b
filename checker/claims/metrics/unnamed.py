"""What a figure is of that no noun stands at: by the verb at it, by its neighbours, by the sum that it is part of."""

from __future__ import annotations

from checker import patterns as re
from checker.claims.metrics.borrowed import beside, described_by, done_before, owner_of
from checker.claims.metrics.doing import deed
from checker.claims.metrics.nameless import without_junk
from checker.claims.metrics.phrases import Phrase, sizes
from checker.claims.metrics.preceding import measured, topic
from checker.claims.metrics.readings import MEASURED, Context, Reading, clause_start, dimension_of, metric
from checker.claims.metrics.referring import explained
from checker.claims.metrics.together import by_what_they_did, counts_them
from checker.claims.words.segments import classes, segment
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind

# What tells an amount again in another currency: 7000万美元，*约合*4亿元.
_RESTATED = ("约合", "折合", "合人民币")
# 50.1亿元*——*这是去年的交易额, 【50.1亿元*】*这是去年的交易额.
_THIS = re.compile(r"(?:[”）]?(?:——|—|：|，|！|--)|】\s*)(?=[这此](?:就|便|正)?是)")
# Of all that was told of before: 子基金已有26只，*总规模*245亿元.
_WHOLE = "总规模"


def unnamed(c: Context, role: str) -> Reading:
    """A figure that nothing before it in its own clause names: by what it describes, or restates, or stands beside."""
    if (told := _by_neighbours(c, role) or _growing_on(c, role)) is not None:
        return told
    if _sized(c) and (done := done_before(c) or _sum_of(c)):
        return Reading(c.slot, metric(done, (), c.verb, level=c.level), role)
    if c.figure.kind == Kind.QUANTITY and c.verb == _WHOLE and (of := _summed(c)):
        return Reading(c.slot, metric(of, (), c.verb, level=True), role)
    above = without_junk(c.masked, topic(c)) if c.figure.kind in MEASURED else Phrase()
    if (did := by_what_they_did(c)) and not (above.words and counts_them(above.words[-1])):
        return Reading(c.slot, metric(did, did, c.verb, level=c.level), role)
    own = metric(above.words, (), c.verb, level=c.level, event=c.event)
    return Reading(c.slot, own, role, metric_span=above.span if above.words else None, deed=deed(c))


def _sum_of(c: Context) -> tuple[str, ...]:
    """What was counted right before its sum: 8260人次获得*奖助学金*，总额4780万元."""
    near = c.sofar[-1] if c.sofar else None
    counted = near is not None and near.counted_span is not None and near.slot.clause + 1 == c.slot.clause
    return near.metric.words if near is not None and counted and dimension_of(c.figure) == "人民币" else ()


def _growing_on(c: Context, role: str) -> Reading | None:
    """A growth told of the growth before it: 增加值增长6.1%，*比上年同期加快0.5个百分点*; None where there is none."""
    near = next((r for r in reversed(c.sofar) if r.slot.figure.kind in MEASURED), None)
    if c.figure.kind is not Kind.GROWTH or near is None or near.slot.figure.kind is not Kind.GROWTH:
        return None
    if not near.metric.text or measured(topic(c).words):
        return None  # 特别是*民间投资*，当月同比增长5.9%
    return Reading(c.slot, near.metric, role, inherited=True)


def _summed(c: Context) -> tuple[str, ...]:
    """What a whole sum is of: what is counted right before it (子基金已有26只，*总规模*245亿元), else its owner."""
    near = c.sofar[-1] if c.sofar else None
    counted = near is not None and near.metric.words and near.slot.figure.kind == Kind.QUANTITY
    return near.metric.words if near is not None and counted else owner_of(c)


def _by_neighbours(c: Context, role: str) -> Reading | None:
    """An unnamed figure by what stands right at it: what it describes, restates, measures anew; None where nothing."""
    described = described_by(c) if c.figure.kind == Kind.QUANTITY and not c.countable else ()
    if described and described[-1] not in words("terms", "generic"):
        long = c.figure.value is not None and c.figure.value.unit == "公里"  # 这条83.4公里的山区高速
        named = (*described, "全长") if long else described
        return Reading(c.slot, metric(named, (), c.verb, level=c.level, event=c.event and not long), role)
    if (again := _again(c, role)) is not None:
        return again
    if told := _told_by_what_follows(c):
        verb = told.verbs[0] if told.verbs else ""
        return Reading(c.slot, metric(told.words, (), verb, event=bool(verb)), role)
    return None


def _again(c: Context, role: str) -> Reading | None:
    """A figure that tells the one before it in another currency or unit; None for any other."""
    if c.sofar and c.masked.startswith(_RESTATED, c.slot.left.start) and c.sofar[-1].metric.text:
        return replace(c.sofar[-1], slot=c.slot, inherited=True)
    if not (named := beside(c)):
        return None
    told = c.sofar[-1].metric
    own = metric(named, (), c.verb or told.verb, level=c.level or told.level, event=c.event or told.event)
    return Reading(c.slot, own, role)


def _told_by_what_follows(c: Context) -> Phrase | None:
    """What a figure that opens its clause is said to be of right after it: 50.1亿元——*这是去年的交易额*."""
    f = c.figure
    mark = _THIS.match(c.masked, f.end)
    if mark is None or c.masked[clause_start(c.masked, f.start) : f.start].strip(" 【"):
        return None
    found, _ = explained(c.masked[mark.end() :])
    return found if found.words else None


def _sized(c: Context) -> bool:
    """Whether nothing but a noun of size names a figure: 发行绿色债券，*规模*15亿元."""
    told = segment(c.masked[c.slot.left.start : c.figure.start].strip())
    known = classes()
    return any(w in sizes() for w in told) and all(w in sizes() or w in known.empty or w in known.light for w in told)
