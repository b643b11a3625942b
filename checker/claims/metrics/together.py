"""Figures whose noun is told with another: the rest of them, those beside them in a list, the size of a group."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.borrowed import described_by, inherited
from checker.claims.metrics.phrases import before
from checker.claims.metrics.predicating import HOUSES, PERSONS, agent, person
from checker.claims.metrics.readings import ASPECTS, COUNTABLE, MEASURED, Reading, clause_start, dimension_of, metric
from checker.claims.words.segments import classes, has_letters, is_verb, segment
from checker.frozen import replace
from checker.lexicon import load, words
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Context
    from checker.model import Figure, Metric

# What ends a deed, and the most words that one is known by.
_END, _MOST = re.compile(r"[，。；：！？、,;:!?（(]"), 5
# How many figures back the whole is looked for that the rest is of.
_FAR = 8
# How nouns of people end that are told by their number.
_FOLK = ("人口", "人数", "人员", "对象", "队伍")
# What goes into those told before: 渔民*中已有*1120人.
_WHOLE = re.compile(r"(?<!其)[中里]，?[已也还就共现仅只]*有?$", needs="中里")
# Where something is done, before what is done: *在关门时间内*完赛.
_WITHIN = re.compile(r"^在[^，。；：！？]{1,12}?[内中上里下前后]")
# What is added to what was told before, up to the clause that has the sum.
_ADDED = re.compile(
    "，(?:再|若|如果)?(?:加上|连同|算上)(?P<name>[^，。；：！？、0-9]{2,14})，", needs=("加上", "连同", "算上")
)
_LISTED = frozenset({"、", "和", "及", "与"})
# What stands between a measure and what it describes: 3000元*不等的*补助, 8亩*地的*试验田.
_OF = ("的", "不等的", "地的")
_SEATS = frozenset({"座", "席"})


def rest_of(c: Context) -> Reading | None:
    """A figure that is named by nothing but that it is what is left, as some of what was counted: *余下*85户入住."""
    if c.figure.kind is not Kind.QUANTITY or c.right.words:
        return None
    told = c.left.words or c.left.verbs[:1]
    if not told or any(w not in words("terms", "remaining") for w in told):
        return None
    for j in range(len(c.sofar) - 1, max(-1, len(c.sofar) - 1 - _FAR), -1):
        r = c.sofar[j]
        if r.slot.figure.kind is Kind.QUANTITY and r.metric.words and _in_one_unit(r.slot.figure, c.figure):
            return replace(inherited(c, "subset", j, r), role="subset")
    return None


def _in_one_unit(a: Figure, b: Figure) -> bool:
    """Whether two amounts are in one dimension, and where they count single things by one measure word."""
    if dimension_of(a) != dimension_of(b) or a.value is None or b.value is None:
        return False
    return dimension_of(a) != "个体" or a.value.unit == b.value.unit


def of_them(c: Context) -> Reading | None:
    """A figure of those counted before it in its clause of whom only the deed is told again: 38条水体已*销号*37条."""
    earlier = c.sofar[c.slot.after] if c.slot.after is not None else None
    if earlier is None or earlier.counted_span is None or not c.countable or c.right.words or not c.left.words:
        return None
    if earlier.slot.figure.value is None or c.figure.value is None or not earlier.metric.words:
        return None
    same = earlier.slot.figure.value.unit == c.figure.value.unit and c.left.span.start >= earlier.counted_span.end
    deeds = all(w in words("verbs", "happening") or (is_verb(w) and w not in classes().nominal) for w in c.left.words)
    if not same or not deeds or any(v in classes().flow for v in c.left.verbs) or c.slot.after is None:
        return None
    found = inherited(c, "subset", c.slot.after, earlier)
    return replace(found, role="subset", metric=replace(found.metric, predicate="".join(c.left.words)))


def beside_counted(c: Context) -> bool:
    """Whether all that stands before a figure is what the one before it in a list counts: 63个*行政村*、11.6万人."""
    earlier = c.sofar[c.slot.after] if c.slot.after is not None else None
    if earlier is None or earlier.counted_span is None or not c.left.words or c.left.verbs or not c.left.listed:
        return False
    inside = c.left.span.end <= earlier.counted_span.end
    return inside and dimension_of(earlier.slot.figure) != dimension_of(c.figure)


def _with_more(c: Context) -> Reading | None:
    """A total of what was told and of another that is added: 公共停车位2.4万个，*加上专用停车位*，总数达到7.3万个.

    It is of what the two names have in common at their ends, or else of both.
    """
    if not c.sofar or c.figure.kind is not Kind.QUANTITY or not _sum_alone(c):
        return None
    told = c.sofar[-1]
    m = _ADDED.fullmatch(c.masked, told.slot.figure.end, clause_start(c.masked, c.figure.start))
    if m is None or dimension_of(told.slot.figure) != dimension_of(c.figure):
        return None
    name, added = told.metric.text, m["name"]
    shared = next((name[i:] for i in range(len(name) - 1) if added.endswith(name[i:])), "")
    named = segment(shared) if shared else (*told.metric.words, *segment(added))
    return Reading(c.slot, metric(named, (), c.verb, level=c.level, event=c.event))


def _sum_alone(c: Context) -> bool:
    """Whether nothing names a figure but that it is a sum: *总数*达到7.3万个."""
    totals = words("terms", "totals", "generic")
    return all(w in totals for w in (*c.left.words, *c.right.words))


def grouped(c: Context) -> Metric | None:
    """The group that so many people make, or the house that has so many seats: *146人*的掘进队."""
    unit = c.figure.value.unit if c.figure.value else ""
    if c.figure.kind is not Kind.QUANTITY or (unit not in PERSONS and unit not in _SEATS):
        return None
    if not c.masked.startswith("的", c.figure.end):
        return None
    named = described_by(c)
    if not named or not named[-1].endswith(tuple(words("terms", "groups"))):
        return None
    return metric(named, (), "", level=True)


def made(c: Context) -> tuple[str, ...]:
    """What a measure describes that something is done to: 设立*3亿元的风险补偿资金池*; () where nothing is."""
    visits = dimension_of(c.figure) == "人次"
    if (c.countable and not visits) or c.figure.kind is not Kind.QUANTITY:
        return ()
    if not c.masked.startswith(_OF, c.figure.end):
        return ()
    verb = next((v for v in c.left.verbs if v not in ASPECTS), "")
    known = classes()
    if not verb and (visits or c.left.words[-1:] == () or agent(c.left.words[-1])):
        return _made_of(c)
    idle = words("verbs", "mere", "changes", "passed") | known.light | known.reach
    plain = verb in idle and verb not in words("verbs", "having")  # 家里有8亩的试验田
    if not verb or plain or not (is_verb(verb) or verb in known.flow or verb in known.stock):
        return ()
    return _made_of(c)


def _made_of(c: Context) -> tuple[str, ...]:
    """What a measure describes, by the name of its amount where it is of one character."""
    named = described_by(c)
    called = load("terms")["amounts_of"]
    named = (*named[:-1], called.get(named[-1], named[-1])) if named else named
    visits = dimension_of(c.figure) == "人次"
    bare = visits or len(named) > 1  # 获得1.2亿元的*风险投资*
    sorts = words("terms", "marks", "goals") if bare else words("terms", "generic", "marks", "attributes", "goals")
    acts = bool(named) and is_verb(named[-1]) and named[-1] not in classes().nominal
    return named if named and named[-1] not in sorts and not acts else ()


def by_what_they_did(c: Context) -> tuple[str, ...]:
    """The words for what people did who are not named by anything else: 1.98万人*回乡创业*."""
    if c.figure.kind is not Kind.QUANTITY or c.right.words or not c.right.rest or c.right.rest[0] in "里中内":
        return ()
    unit = c.figure.value.unit if c.figure.value is not None else None
    if unit not in PERSONS and unit not in HOUSES:
        return ()
    if c.left.words and (c.left.share_of or c.left.opens or counts_them(c.left.words[-1])):
        return ()
    rest = _WITHIN.sub("", c.right.rest)
    end = _END.search(rest)
    told = segment(rest[: end.start()] if end else rest)
    return tuple(w for w in told if has_letters(w) and w not in _skipped())[:_MOST]


@cache
def _skipped() -> frozenset[str]:
    """Words that are passed over between people and what they did."""
    known = classes()
    return known.empty | known.stop | known.light | words("verbs", "standing")


def _among(c: Context) -> Reading | None:
    """Some of those that are gone into right before: *渔民*中已有1120人上岸."""
    if c.left.words or not c.countable or c.figure.kind is not Kind.QUANTITY or c.right.words:
        return None
    start = c.slot.left.start
    if c.masked[start - 1 : start] == "，" and c.masked[start - 2 : start - 1] in ("中", "里"):
        start = clause_start(c.masked, start - 1)
    m = _WHOLE.search(c.masked, start, c.figure.start)
    if m is None or any(r.slot.figure.end > start and r.slot.figure.kind in MEASURED for r in c.sofar):
        return None
    told = before(c.masked, Span(start, m.start()))
    if not told.words or told.verbs or told.span.end != m.start() or told.words[-1] in ("后者", "前者", "两者"):
        return None
    if not counts_them(told.words[-1]):
        return None
    own = metric(told.words, (), c.verb, predicate=c.right.rest, level=c.level, event=c.event)
    return Reading(c.slot, own, "subset", metric_span=told.span)


def counts_them(noun: str) -> bool:
    """Whether a noun before a number of people or houses says who they are: *教师*有120人参加培训."""
    sorts = words("terms", "numbers", "houses", "households", "counting")
    return agent(noun) or person(noun) or noun in sorts or noun[-1] in "户家店厂院校馆" or noun.endswith(_FOLK)


def with_others(c: Context, role: str) -> Reading | None:
    """A figure that is named by the one before it or by what it describes; None for any other."""
    if (found := rest_of(c) or of_them(c) or _among(c) or _with_more(c)) is not None:
        return found
    if (group := grouped(c)) is not None:
        return Reading(c.slot, group, role)
    if c.left.words and (did := by_what_they_did(c)):
        return Reading(c.slot, metric(did, did, c.verb, level=c.level, subject=c.left.words), role)
    if described := made(c):
        return Reading(c.slot, metric(described, (), c.verb, event=c.event), role)
    return None


def listed(masked: str, found: Sequence[Reading]) -> list[Reading]:
    """Names each count without a noun by that of the next in a list of such: *2316户*、5870名居民."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        r, nxt = out[i], out[i + 1]
        if r.metric.text or r.slot.figure.kind not in MEASURED or not nxt.counted_span:
            continue
        a, b = r.slot.figure, nxt.slot.figure
        beside = masked[a.end : b.start] in _LISTED and nxt.counted_span.start >= b.end
        if beside and dimension_of(a) in COUNTABLE and _alike(dimension_of(a), dimension_of(b)):
            own = replace(nxt.metric, verb=r.metric.verb or nxt.metric.verb, predicate="")
            out[i] = replace(r, metric=own, counted_span=nxt.counted_span, inherited=True)
    return out


def _alike(a: str, b: str) -> bool:
    return a == b or {a, b} == {"人", "户"}
