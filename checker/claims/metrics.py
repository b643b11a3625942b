"""What each figure of a sentence is a figure of: its own words, its lead's, or one of a list's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.borrowed import (
    beside,
    described_by,
    done_before,
    goal,
    inherited,
    is_goal,
    lead_of,
    owner_of,
    told_after,
    topic,
)
from checker.claims.calling import above, by_deed_alone, by_sum
from checker.claims.doing import deed
from checker.claims.following import following
from checker.claims.hours import lasting
from checker.claims.masking import blank, meets, without_asides
from checker.claims.parts import with_parts
from checker.claims.phrases import Phrase, before, sizes
from checker.claims.ranks import first, rank
from checker.claims.readings import ASPECTS, DEPENDENT, MEASURED, Context, Reading, clause_start, dimension_of, metric
from checker.claims.referring import explained
from checker.claims.respective import respective
from checker.claims.segments import classes, is_verb, segment
from checker.claims.slots import Slot, slots
from checker.claims.titles import portion, title
from checker.claims.visiting import visitors
from checker.frozen import replace
from checker.lexicon import load, words
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

# Kinds that nothing names.
UNNAMED = frozenset({Kind.DATE, Kind.LABEL, Kind.NAME, Kind.ORDINAL, Kind.DURATION, Kind.PHRASE})
_EARLIER = re.compile(r"上年|去年|上期|同期|前年|上月|上季|上届|上一")
_GAP = re.compile(
    r"高于|低于|高出|低出|快于|慢于|领先|落后(?!的|产|地)|多于|少于|相差|差距|超出",
    needs=("高于", "低于", "高出", "低出", "快于", "慢于", "领先", "落后", "多于", "少于", "相差", "差距", "超出"),
)
# By how much it is more than something, however long that is told: 比四年前在邻市举行的上届*增加*2248名.
_MORE_BY = re.compile(
    r"(?<![相对])[比较][^，。；：]{0,30}?(?:增加|增长|新增|净增|减少|提高|上升|下降|降低|扩大|缩短|多出?|少)了?$",
    needs="比较",
)
_IS = re.compile(r"(?:均?为|是|属于|系)")
_AGAINST = ("相比", "相较", "持平")
_QUOTES_BEFORE = re.compile(r"(?:“[^“”]{1,24}”[、和及]?)+$")
_CLOSING = frozenset("”、和及")
# What tells an amount again in another currency: 7000万美元，*约合*4亿元.
_RESTATED = ("约合", "折合", "合人民币")
# 我国*第一次*科考: a first of its kind, told by its number.
_FIRST = re.compile(r"第一(?:[次个家座条台批部艘颗]|例)$", needs=("第一",))
# 50.1亿元*——*这是去年的交易额.
_THIS = re.compile(r"[”）]?(?:——|—|：|，|！|--)(?=[这此](?:就|便|正)?是)")
# How numbers end that need no measure word before what they count.
_ROUND = tuple("万亿多余")
# 由/从 begin a change; 比/较 only name what another figure is measured against.
_FROM = ("由", "从", "自")


def readings(
    text: str, figures: Sequence[Figure], owners: Sequence[Span] = (), cuts: Sequence[int] | None = None
) -> list[Reading]:
    """One reading per figure of a sentence, in order; figures that nothing names have an empty metric.

    ``owners``: spans of places and organisations that own figures and so are no part of a metric's name. ``cuts``: the
    boundaries of its clauses, where the caller has them.

    >>> from checker.figures import figures
    >>> [r.metric.text for r in readings("总产值达到958亿元。", figures("总产值达到958亿元。"))]
    ['总产值']
    >>> [r.metric.text for r in readings("达到958亿元。", figures("达到958亿元。"))]
    ['']
    """
    masked = blank(without_asides(text, figures), [s for s in owners if not meets(s, figures)])
    found: list[Reading] = []
    counted: Reading | None = None
    for slot in slots(text, figures, cuts):
        found.append(_read(masked, slot, found, counted))
        counted = found[-1] if slot.figure.kind == Kind.QUANTITY else counted
    return respective(masked, with_parts(masked, _starts(told_after(above(masked, found)))))


def _read(masked: str, slot: Slot, sofar: Sequence[Reading], counted: Reading | None) -> Reading:
    """What a figure is a figure of; ``counted``: the last quantity before it."""
    f = slot.figure
    if f.kind in UNNAMED:
        return Reading(slot, Metric(""))
    left = near = by_deed_alone(before(masked, slot.left), f)
    opens = not (left.words or left.verbs or left.opens or left.listed)
    right = following(masked, slot.right, opens=opens) if _counts(f) else Phrase()
    came = visitors(masked, slot) if _counts(f) else Phrase()
    right = came if came.words else right
    if not right.words and counted is not None and _counts(f):
        right = _sort_of(masked, slot, counted)
    closed = right.words and f.start and masked[f.start - 1] in _CLOSING
    if closed and (quoted := _QUOTES_BEFORE.search(masked, slot.left.start, f.start)):
        near = before(masked, Span(slot.left.start, quoted.start()))
    if "比" in masked or "较" in masked:
        near = _without_base(masked, slot, near)
    near = near if right.words else by_sum(near, f)
    found = _told(Context(masked, slot, near, right, sofar))
    if f.value is not None and dimension_of(f) == "时间":
        found = replace(found, metric=lasting(found.metric, f))
    opened = left.opens in _FROM
    return replace(found, opened=opened, reaches=left.reaches) if opened or left.reaches else found


def _without_base(masked: str, slot: Slot, near: Phrase) -> Phrase:
    """The phrase before a figure without what it is said to be more than: *参赛选手*比上届*增加*2248名."""
    than = _MORE_BY.search(masked, slot.left.start, slot.figure.start)
    if than is None:
        return near
    return replace(before(masked, Span(slot.left.start, than.start())), verbs=near.verbs, opens=near.opens or "比")


def _sort_of(masked: str, slot: Slot, earlier: Reading) -> Phrase:
    """What sort of the things counted before a figure counts: 航线76条，34条为*外贸航线*."""
    m = _IS.match(masked, slot.right.start)
    found = following(masked, Span(m.end(), slot.right.end)) if m else Phrase()
    same = found.words and earlier.metric.head and found.words[-1].endswith(earlier.metric.head[-1])
    return found if same else Phrase()


def _counts(figure: Figure) -> bool:
    """Whether the words after the figure can be what is counted."""
    counted = (figure.kind == Kind.QUANTITY or _round(figure)) and figure.value is not None
    return counted or figure.kind in (Kind.ENUMERATION, Kind.RANK)


def _round(figure: Figure) -> bool:
    """Whether a number without a unit is one that things are counted by: *6万多*居民."""
    return figure.kind == Kind.NUMBER and figure.text[-1:] in _ROUND


def _told(c: Context) -> Reading:
    role = _role(c)
    if c.figure.kind == Kind.RANK:
        if "最" in c.figure.text and c.masked.startswith("的", c.figure.end):
            return first(Context(c.masked, c.slot, Phrase(listed=True), c.right, c.sofar), role)
        return first(c, role) if c.figure.first or _FIRST.search(c.figure.text) else rank(c)
    if c.figure.kind == Kind.ENUMERATION:
        named, span = (c.right.words, c.right.span) if c.right.words else (c.left.words, c.left.span)
        return Reading(c.slot, metric(named, c.right.words, c.verb), role, metric_span=span)
    if is_goal(c):
        return goal(c)
    return _counted(c, role) if _names_what_follows(c) else _measured(c, role)


def _role(c: Context) -> str:
    """``gap`` after 高于; ``base`` where 由/从/比 or 上年 stands at the figure; ``delta`` after 比上年*增加*."""
    f, left = c.figure, c.left
    if f.kind in MEASURED:
        if _GAP.search(c.masked, c.slot.left.start, c.slot.left.end):
            return "gap"
        if c.figure.kind == Kind.QUANTITY and _MORE_BY.search(c.masked, c.slot.left.start, c.figure.start):
            return "delta"
        if c.masked.startswith(_AGAINST, f.end) or (c.slot.dated and _EARLIER.search(c.slot.dated)):
            return "base"
    grown = f.kind == Kind.GROWTH and left.opens not in _FROM  # 与2020年的3.2亿元*相比翻了一番*
    if not left.opens or grown:
        return "value"
    return "delta" if left.verbs and left.opens not in _FROM else "base"


def _names_what_follows(c: Context) -> bool:
    """Whether the figure counts the noun after it: by its unit, or as the noun's description."""
    counting = c.figure.kind == Kind.QUANTITY or _round(c.figure)
    if not c.right.words or not counting or c.right.words[0] in words("terms", "marks"):
        return False
    masked, start = c.masked, c.figure.start
    modifies = masked[start - 1 : start] == "的" or masked[start - 2 : start] in ("的约", "的近", "的超")
    return c.countable or not c.left.words or modifies or _describes(c) or _beside_counted(c)


def _beside_counted(c: Context) -> bool:
    """Whether an amount of a noun stands in a list of such: 化解2.5亿吨煤炭产能和*4500万吨*钢铁产能."""
    if not _within_counted(c) or c.right.span.start != c.figure.end:
        return False
    counted = c.sofar[c.slot.after or 0].counted_span
    return counted is not None and c.masked[counted.end : c.figure.start] in ("和", "、", "与", "及", "以及")


def _describes(c: Context) -> bool:
    """Whether an amount right after a verb describes the verb's object: 安排*1000亿元*专项资金; 使*6069万*农民受益."""
    word = c.right.words[0]
    if c.right.span.start != c.figure.end or is_verb(word):
        return False
    if c.figure.kind == Kind.NUMBER:
        return True
    between = c.masked[c.left.span.end : c.figure.start]
    verb = next((v for v in c.left.verbs if v not in ASPECTS), "")
    known = classes()
    acts = verb in known.flow or (is_verb(verb) and verb not in known.light)
    named = c.left.words[-1:] == (verb,) and not between.strip()  # 国家确定的*化解*2.5亿吨煤炭产能
    return acts and (named or between.strip().startswith(verb))


def _counted(c: Context, role: str) -> Reading:
    """A count of what is named after the figure: 16个*教育集团*."""
    right = c.right
    part = c.masked.find("其中", c.slot.left.start, c.figure.start) >= 0  # of its total, however it is named
    if not part and (became := title(c.masked, right)).words:
        own = metric(became.words, right.words, c.verb, event=True)
        return Reading(c.slot, own, role, metric_span=became.span, counted_span=right.span)
    own = metric(right.words, right.words, c.verb, predicate=right.rest, level=c.level, subject=c.left.subject)
    return Reading(c.slot, own, role, metric_span=right.span, counted_span=right.span)


def _measured(c: Context, role: str) -> Reading:  # noqa: PLR0911 -- one way out per reading
    """A figure told of what stands before it, or of what it borrows."""
    if _within_counted(c):
        role = "subset"
    lead = lead_of(c)
    lead = None if lead is not None and _of_another(c, c.sofar[lead]) else lead
    if c.left.share_of:
        return _share(c, role, lead)
    if c.figure.kind == Kind.SHARE and (portioned := _portioned(c)) is not None:
        return Reading(c.slot, portioned, role)
    if c.figure.value is not None and c.figure.value.unit == "岁" and not _aged(c):
        return Reading(c.slot, metric(described_by(c)), role)
    if (of := _shared_of(c)) is not None:
        return Reading(c.slot, of, role)
    if earned := _earned(c):
        return Reading(c.slot, metric((*c.left.words, earned), (), c.verb), role, metric_span=c.left.span)
    if c.left.words and (done := deed(c)):
        return Reading(c.slot, metric(done, (), c.verb, level=c.level, event=True), role)
    if c.left.words:
        return _named_before(c, role, lead)
    if lead is not None:
        return inherited(c, role, lead, c.sofar[lead])
    return _unnamed(c, role)


def _earned(c: Context) -> str:
    """The noun that a sum of money is of by the verb at it: 公司*净赚*3.68亿元; "" where the verb names none."""
    verb = next((v for v in c.left.verbs if v not in ASPECTS), "")
    if not verb or dimension_of(c.figure) != "人民币" or c.right.words or c.masked.startswith("的", c.figure.end):
        return ""
    return next((noun for noun, forms in load("verbs")["earning"].items() if verb in forms.split()), "")


def _shared_of(c: Context) -> Metric | None:
    """What a share is of where 的 stands between them: 惠及90%的*在校生*; with what does it where that is named."""
    unit = c.figure.value.unit if c.figure.value else ""
    if c.figure.kind not in (Kind.SHARE, Kind.RATE) or unit != "%" or not c.masked.startswith("的", c.figure.end):
        return None
    noun = described_by(c)
    reaching = c.verb in words("verbs", "extending") or any(v in words("verbs", "extending") for v in c.left.verbs)
    if not noun or (c.left.words and not reaching):
        return None
    return metric((*c.left.words, *noun), (), c.verb, level=c.level, event=c.event)


def _named_before(c: Context, role: str, lead: int | None) -> Reading:
    """A figure told of what stands before it: a measure of some thing, or a metric of its own."""
    attributes = words("terms", "attributes")
    bare = all(w in attributes for w in c.left.words)
    if not bare and c.left.words[-1] in attributes and described_by(c):
        own = replace(c.left, words=c.left.words[-1:], subject=())
        return _attribute(Context(c.masked, c.slot, own, c.right, c.sofar), role, lead)
    return _attribute(c, role, lead) if bare else _own(c, role, lead)


def _unnamed(c: Context, role: str) -> Reading:
    """A figure that nothing before it in its own clause names: by what it describes, or restates, or stands beside."""
    described = described_by(c) if c.figure.kind == Kind.QUANTITY and not c.countable else ()
    if described and described[-1] not in words("terms", "generic"):
        long = c.figure.value is not None and c.figure.value.unit == "公里"  # 这条83.4公里的山区高速
        named = (*described, "全长") if long else described
        return Reading(c.slot, metric(named, (), c.verb, level=c.level, event=c.event and not long), role)
    if c.sofar and c.masked.startswith(_RESTATED, c.slot.left.start) and c.sofar[-1].metric.text:
        return replace(c.sofar[-1], slot=c.slot, inherited=True)
    if listed := beside(c):
        return Reading(c.slot, metric(listed, (), c.verb, level=c.level), role)
    if told := _told_by_what_follows(c):
        verb = told.verbs[0] if told.verbs else ""
        return Reading(c.slot, metric(told.words, (), verb, event=bool(verb)), role)
    if _sized(c) and (done := done_before(c)):
        return Reading(c.slot, metric(done, (), c.verb, level=c.level), role)
    above = topic(c) if c.figure.kind in MEASURED else Phrase()
    own = metric(above.words, (), c.verb, level=c.level, event=c.event)
    return Reading(c.slot, own, role, metric_span=above.span if above.words else None, deed=deed(c))


def _told_by_what_follows(c: Context) -> Phrase | None:
    """What a figure that opens its clause is said to be of right after it: 50.1亿元——*这是去年的交易额*."""
    f = c.figure
    mark = _THIS.match(c.masked, f.end)
    if mark is None or c.masked[clause_start(c.masked, f.start) : f.start].strip():
        return None
    found, _ = explained(c.masked[mark.end() :])
    return found if found.words else None


def _sized(c: Context) -> bool:
    """Whether nothing but a noun of size names a figure: 发行绿色债券，*规模*15亿元."""
    told = segment(c.masked[c.slot.left.start : c.figure.start].strip())
    known = classes()
    return any(w in sizes() for w in told) and all(w in sizes() or w in known.empty or w in known.light for w in told)


def _aged(c: Context) -> bool:
    """Whether the words before an age are of whom it is: 平均年龄38岁, 骑车老人70岁, and not 过上好日子、年仅42岁."""
    return bool(c.left.words) and not c.left.listed and not described_by(c)


def _within_counted(c: Context) -> bool:
    """Whether the words before a figure are what the figure before it counts, so that it tells of some of them."""
    if c.slot.after is None or c.figure.kind != Kind.QUANTITY or not c.left.words:
        return False
    earlier = c.sofar[c.slot.after]
    counted = earlier.counted_span
    overlaps = bool(counted) and counted is not None and c.left.span.start < counted.end
    return overlaps and dimension_of(c.figure) == dimension_of(earlier.slot.figure)


def _portioned(c: Context) -> Metric | None:
    """The share of a part in a whole by where it comes from: GDP中有36%*来自制造业*, 制造业贡献了36%的*税收*."""
    part, whole = portion(c.masked, c.figure, clause_start(c.masked, c.figure.start))
    return replace(metric((*part, "占", *whole), (), c.verb), head="占比") if part else None


def _share(c: Context, role: str, lead: int | None) -> Reading:
    """A share of a whole that is named: 甲*占乙的比重*."""
    numerator = c.left.words or (c.sofar[lead].metric.words if lead is not None else ())
    own = replace(metric((*numerator, "占", *c.left.share_of), (), c.verb), head="占比")
    return Reading(c.slot, own, role, lead, metric_span=c.left.span)


def _attribute(c: Context, role: str, lead: int | None) -> Reading:
    """A length, area or cost that does not say of what."""
    named = (*owner_of(c), *c.left.words)
    own = metric(named, (), c.verb, level=c.level, event=c.event, subject=c.left.subject)
    paid = dimension_of(c.figure) == "人民币"
    if (
        paid
        and c.sofar
        and (owner := c.sofar[-1].metric).event
        and owner.words
        and own.words[: len(owner.words)] == owner.words
    ):
        own = replace(own, event=True, verb=owner.verb)  # 新签约项目118个，总投资526亿元
    return Reading(c.slot, own, role, lead if c.figure.kind in DEPENDENT else None, metric_span=c.left.span)


def _own(c: Context, role: str, lead: int | None) -> Reading:
    """A figure named by the words before it, with its lead's before them where they only name a sort of number."""
    left, dependent = c.left.words, c.figure.kind in DEPENDENT
    left = (*left, *_graded_beside(c))
    own = metric(left, (), c.verb, level=c.level, event=c.event or _of_deed(c), subject=c.left.subject)
    generic = words("terms", "generic")
    if lead is not None and (own.text in generic or (dependent and len(left) == 1 and own.head in generic)):
        owner = c.sofar[lead].metric
        own = replace(own, text=owner.text + own.text, words=(*owner.words, *left))
    own = _as_listed(c, own)
    if c.figure.kind == Kind.QUANTITY and role == "value" and ((not c.countable and c.changed) or _lessened(c)):
        role = "delta"
    return Reading(c.slot, own, role, lead if dependent else None, metric_span=c.left.span)


def _of_another(c: Context, earlier: Reading) -> bool:
    """Whether a growth opens a clause with a name of its own: 海外仓增至81个，*总面积*翻了一番."""
    if c.figure.kind != Kind.GROWTH or earlier.slot.clause == c.slot.clause or not c.left.words:
        return False
    told = {*earlier.metric.words, earlier.metric.counted}
    named = not words("terms", "generic").issuperset(c.left.words)
    return (named or c.left.words[-1].startswith("总")) and not any(w in t for w in c.left.words for t in told)


def _as_listed(c: Context, own: Metric) -> Metric:
    """A metric with the deed of the figure before it in a list: 改造老旧小区36个、*背街小巷*12条."""
    if c.left.verbs or not c.sofar or c.figure.kind != Kind.QUANTITY:
        return own
    earlier = c.sofar[-1]
    beside_it = c.masked[earlier.slot.figure.end : c.left.span.start] == "、"
    if not beside_it or not earlier.metric.event or earlier.slot.figure.kind != Kind.QUANTITY:
        return own
    return replace(own, event=True, verb=own.verb or earlier.metric.verb)


def _lessened(c: Context) -> bool:
    """Whether the verb before the phrase, or at the figure, says by how much something became less."""
    verb = next((v for v in c.left.verbs if v not in ASPECTS), "")
    return verb in words("verbs", "lessening") and not c.left.reaches


def _graded_beside(c: Context) -> tuple[str, ...]:
    """What the figure before this one counts, where only a grade names this one: 国家级专业31个、*省级*17个."""
    if not c.sofar or len(c.left.words) != 1 or c.figure.kind != Kind.QUANTITY:
        return ()
    earlier = c.sofar[-1]
    if c.masked[earlier.slot.figure.end : c.left.span.start] not in ("、", "，", "和", "，其中"):
        return ()
    graded = c.left.words[0].endswith("级") and any(w.endswith(("级", "级以上")) for w in earlier.metric.words)
    alike = dimension_of(earlier.slot.figure) == dimension_of(c.figure)
    return tuple(w for w in earlier.metric.words if not w.endswith(("级", "级以上"))) if graded and alike else ()


def _of_deed(c: Context) -> bool:
    """Whether the name of a metric begins or ends with a verb that does not describe a noun (上市公司)."""
    still = words("verbs", "adjectival") | words("terms", "attributes")
    return not c.level and any(is_verb(w) and w not in still for w in (c.left.words[0], c.left.words[-1]))


def _starts(found: Sequence[Reading]) -> list[Reading]:
    """Keeps 由/从 a beginning only where the next figure ends the change (由6个班*扩至*8个班)."""
    out = list(found)
    for i, r in enumerate(out):
        if r.role != "base" or not r.opened:
            continue
        nxt = next((x for x in out[i + 1 :] if x.slot.figure.kind in MEASURED), None)
        if nxt is None or not (nxt.reaches or nxt.inherited):
            out[i] = replace(r, role="value")
    return out
