"""What each figure of a sentence is a figure of: its own words, its lead's, or one of a list's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.ages import aged
from checker.claims.metrics.borrowed import back, described_by, inherited, lead_of, owner_of, told_after
from checker.claims.metrics.calling import above, added, by_deed_alone, by_sum, earned, medals
from checker.claims.metrics.contrasts import EXTREMES, contrasted, extreme
from checker.claims.metrics.distances import distances
from checker.claims.metrics.doing import deed
from checker.claims.metrics.firsts import first
from checker.claims.metrics.following import following
from checker.claims.metrics.goals import done_of_goal, goal, is_goal
from checker.claims.metrics.hours import lasting
from checker.claims.metrics.masking import blank, meets, without_asides
from checker.claims.metrics.nameless import without_junk
from checker.claims.metrics.parts import with_parts
from checker.claims.metrics.phrases import Phrase, before
from checker.claims.metrics.predicating import subject
from checker.claims.metrics.ranks import rank
from checker.claims.metrics.readings import (
    ASPECTS,
    COUNTABLE,
    DEPENDENT,
    MEASURED,
    Context,
    Reading,
    dimension_of,
    metric,
    verb_of,
)
from checker.claims.metrics.respective import respective
from checker.claims.metrics.resuming import some_of
from checker.claims.metrics.roles import (
    FROM,
    GAP,
    MORE_BY,
    YEARLY,
    is_round,
    names_what_follows,
    role_of,
    within_counted,
)
from checker.claims.metrics.settling import set_for
from checker.claims.metrics.sharing import portioned, share, shared_of
from checker.claims.metrics.slots import Slot, slots
from checker.claims.metrics.spending import spent
from checker.claims.metrics.titles import title
from checker.claims.metrics.together import beside_counted, listed, with_others
from checker.claims.metrics.unnamed import unnamed
from checker.claims.metrics.visiting import visitors
from checker.claims.words.segments import classes, is_verb
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

# Kinds that nothing names.
UNNAMED = frozenset({Kind.DATE, Kind.LABEL, Kind.NAME, Kind.ORDINAL, Kind.DURATION, Kind.PHRASE})
# What a growth is told against: 用工*比老车间*减少六成; 水面*比旱情最重的[去年9月]*扩大一倍, the date blanked.
_THAN = re.compile(
    r"""
    (?<![相对同环可百])[比较](?![重例率值赛快大高好低强为])[^，。；：！？、的]{2,12}(?:的\ *)?
    """
    r"$",
    re.VERBOSE,
    needs="比较",
)
# … *与邻县*相比增长12%, *相当于建院之初的*四倍.
_WITH = re.compile(r"[与和同跟][^，。；：！？、]{2,16}$")
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?了?)[^，。；：！？]{2,12}的$")
_IS = re.compile(r"(?:均?为|是|属于|系)")
_QUOTES_BEFORE = re.compile(r"(?:“[^“”]{1,24}”[、和及]?)+$")
_CLOSING = frozenset("”、和及")
# 我国*第一次*科考: a first of its kind, told by its number.
_FIRST = re.compile(r"第一(?:[次个家座条台批部艘颗]|例)$", needs=("第一",))
# What stands behind a figure that ends its clause, or one item of it.
_CLOSED = frozenset("，。；：、！？）)和及与 \n")
# What is left of 还差 and of 600吨级4台, which are no names.
_LACKING = (("差",), ("级",))
# Of which stretch of time something was the most: *单日*最高.
_DAILY = frozenset({"单日", "单月", "单场", "单次", "单周", "历史", "全年", "平均"})
# The most words that tell a deed by its manner: *直接利用*15个.
_DEED = 2
# The shortest name of a house by its sort alone, what ends it, and how far behind its number it may begin.
_NAMED, _BEHIND_NAME, _ADJOINING = 5, frozenset(("", *"，。；：、！？“《")), 2
_MEDALS = ("金", "银", "铜")
# How ranks end that are of a deed: *首次*主持起草.
_TIMES = frozenset("次度回")
# What goes into those counted before: 16条线路*里，有*9条.
_OF_THEM = re.compile(r"[中里]，?(?:其中)?[已也还就共现仅只]*有?$", needs="中里")
# So many figures before one may count the same things.
_LATELY = 6


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
    within = [f for f in figures if f.kind is not Kind.ORDINAL]  # 江城市*第一*人民医院
    owners = [s for s in owners if not _is_counted(text, s, figures)]
    firsts = {f.end for f in figures if f.first}  # what begins there is what is the first: 全省首个*云汀托育中心*
    masked = blank(without_asides(text, figures), [s for s in owners if s.start not in firsts and not meets(s, within)])
    found: list[Reading] = []
    counted: Reading | None = None
    for slot in slots(text, figures, cuts, owners):
        found.append(_read(masked, slot, found, counted))
        counted = found[-1] if slot.figure.kind == Kind.QUANTITY else counted
    found = distances(text, masked, found) if "距" in text else found
    return respective(masked, with_parts(masked, _starts(told_after(above(masked, listed(masked, found))))))


def _is_counted(text: str, owner: Span, figures: Sequence[Figure]) -> bool:
    """Whether what looks like the name of a house is all that the figure right before it counts: 首个*空间实验室*."""
    start, end = owner
    if end - start < _NAMED or text[end : end + 1] not in _BEHIND_NAME:
        return False
    near = (f for f in figures if 0 <= start - f.end <= _ADJOINING)
    return any(_counts(f) and (f.kind is Kind.RANK or dimension_of(f) in COUNTABLE) for f in near)


def _read(masked: str, slot: Slot, sofar: Sequence[Reading], counted: Reading | None) -> Reading:
    """What a figure is a figure of; ``counted``: the last quantity before it."""
    f = slot.figure
    if f.kind in UNNAMED or slot.grade:
        return Reading(slot, Metric(""))
    closed = f.kind is not Kind.RANK and (f.end == len(masked) or masked[f.end] in _CLOSED)
    left = near = by_deed_alone(before(masked, slot.left, closed=closed), f)
    unit = _unit(f)
    again = bool(unit) and _counted_before(masked, slot, sofar)
    opens = subject(left) and not (f.kind == Kind.RANK and f.text[-1] in _TIMES)
    right = Phrase()
    if _counts(f):
        right = following(masked, slot.right, opens=opens, unit=unit, amount=not unit, again=again)
    came = visitors(masked, slot, bare=not left.words) if _counts(f) else Phrase()
    right = came if came.words else right
    if not right.words and counted is not None and _counts(f):
        sort = _sort_of(masked, slot, counted)
        right = sort if sort.words else right
    ends = right.words and f.start and masked[f.start - 1] in _CLOSING
    if ends and (quoted := _QUOTES_BEFORE.search(masked, slot.left.start, f.start)):
        near = before(masked, Span(slot.left.start, quoted.start()))
    if "比" in masked or "较" in masked or f.basis:
        near = _without_base(masked, slot, near)
    near = near if right.words else by_sum(_without_gap(masked, slot, near), f)
    near = without_junk(masked, near) if f.kind in MEASURED else near
    found = _told(Context(masked, slot, near, right, sofar))
    if f.value is not None and dimension_of(f) == "时间":
        found = replace(found, metric=lasting(found.metric, f))
    if f.text[-1:] in _MEDALS:
        found = replace(found, metric=medals(found.metric, f), role="value" if found.inherited else found.role)
    some = right.rest and not right.words and (found.role == "subset" or found.inherited)
    if some and found.metric.words:
        found = replace(found, metric=replace(found.metric, predicate=right.rest))  # 86个村已有61个*恢复供电*
    opened = left.opens in FROM
    return replace(found, opened=opened, reaches=left.reaches) if opened or left.reaches else found


def _unit(figure: Figure) -> str:
    """The measure word of a figure that counts; "" for an amount."""
    return figure.value.unit if figure.value and dimension_of(figure) in COUNTABLE else ""


def _counted_before(masked: str, slot: Slot, sofar: Sequence[Reading]) -> bool:
    """Whether the figure before one in its clause, or before its 其中, counts named things by the same measure word."""
    unit = _unit(slot.figure)
    if slot.after is not None:
        r = sofar[slot.after]
        return bool(r.metric.words) and _unit(r.slot.figure) == unit
    near = masked[slot.left.start : slot.left.end]
    rest = "其中" in near or any(w in near for w in ("其余", "余下", "剩余", "剩下", "另有"))
    if not rest and not _OF_THEM.search(masked, 0, slot.figure.start):
        return False
    return any(r.metric.words and _unit(r.slot.figure) == unit for r in sofar[-_LATELY:])


def _without_base(masked: str, slot: Slot, near: Phrase) -> Phrase:
    """The phrase before a figure without what it is said to be more than: *参赛选手*比上届*增加*2248名."""
    grown = slot.figure.kind is Kind.GROWTH
    sorts = (_than(slot.figure),) if grown else (MORE_BY, YEARLY)
    found = (sort.search(masked, slot.left.start, slot.figure.start) for sort in sorts)
    than = next((m for m in found if m is not None), None)
    if than is None or (grown and not masked[than.start() + 1 : than.end()].strip(" 的")):
        return near
    if grown and not (bare := before(masked, Span(slot.left.start, than.start()))).words:
        return replace(bare, verbs=near.verbs)
    return replace(before(masked, Span(slot.left.start, than.start())), verbs=near.verbs, opens=near.opens or "比")


def _than(growth: Figure) -> re.Pattern[str]:
    """What reads what a growth is told against, by how it is told."""
    if growth.basis.startswith("是"):
        return _TIMES_OF
    return _WITH if growth.text.startswith("相比") else _THAN


def _without_gap(masked: str, slot: Slot, near: Phrase) -> Phrase:
    """The phrase before a figure that tells how far two others are apart: 投档分*高出控制线*66分, *还差*2.8个百分点."""
    if near.words in _LACKING:
        return replace(near, words=())
    if slot.figure.kind is Kind.GROWTH or (gap := GAP.search(masked, slot.left.start, slot.figure.start)) is None:
        return near
    return replace(before(masked, Span(slot.left.start, gap.start())), verbs=near.verbs)


def _sort_of(masked: str, slot: Slot, earlier: Reading) -> Phrase:
    """What sort of the things counted before a figure counts: 航线76条，34条为*外贸航线*."""
    m = _IS.match(masked, slot.right.start)
    found = following(masked, Span(m.end(), slot.right.end)) if m else Phrase()
    same = found.words and earlier.metric.head and found.words[-1].endswith(earlier.metric.head[-1])
    return found if same else Phrase()


def _counts(figure: Figure) -> bool:
    """Whether the words after the figure can be what is counted."""
    counted = (figure.kind == Kind.QUANTITY or is_round(figure)) and figure.value is not None
    return counted or figure.kind in (Kind.ENUMERATION, Kind.RANK)


def _told(c: Context) -> Reading:
    role = role_of(c)
    if c.figure.kind == Kind.RANK:
        if "最" in c.figure.text and c.masked.startswith("的", c.figure.end):
            return first(Context(c.masked, c.slot, Phrase(listed=True), c.right, c.sofar), role)
        return first(c, role) if c.figure.first or _FIRST.search(c.figure.text) else rank(c)
    if c.figure.kind == Kind.ENUMERATION:
        named, span = (c.right.words, c.right.span) if c.right.words else (c.left.words, c.left.span)
        return Reading(c.slot, metric(named, c.right.words, c.verb), role, metric_span=span)
    if (part := done_of_goal(c)) is not None:
        return part
    if is_goal(c):
        return goal(c)
    return _counted(c, role) if names_what_follows(c) else _measured(c, role)


def _counted(c: Context, role: str) -> Reading:
    """A count of what is named after the figure: 16个*教育集团*."""
    right = c.right
    part = c.masked.find("其中", c.slot.left.start, c.figure.start) >= 0  # of its total, however it is named
    if not part and (became := title(c.masked, right)).words:
        own = metric(became.words, right.words, c.verb, event=True)
        return Reading(c.slot, own, role, metric_span=became.span, counted_span=right.span)
    doing = {*c.left.verbs, *c.left.words[-1:]}
    done = classes().flow.get(right.rest, "")
    if done and not done.startswith("新") and not words("verbs", "carrying").isdisjoint(doing):
        own = metric(right.words, right.words, done, event=True, subject=c.left.subject)  # 完成286个小区*改造*
        return Reading(c.slot, own, role, metric_span=right.span, counted_span=right.span)
    verb = c.verb if c.verb and c.verb not in words("verbs", "having") else verb_of(right) or c.verb
    own = metric(right.words, right.words, verb, predicate=right.rest, level=c.level, subject=c.left.subject)
    return Reading(c.slot, own, role, metric_span=right.span, counted_span=right.span)


def _measured(c: Context, role: str) -> Reading:
    """A figure told of what stands before it, or of what it borrows."""
    if beside_counted(c):
        c = Context(c.masked, c.slot, Phrase(listed=True), c.right, c.sofar)
    role = "subset" if within_counted(c) and not c.left.reaches else role
    if c.figure.text.endswith("岁") and (whose := aged(c)):
        return Reading(c.slot, metric(whose, level=True), role)
    return with_others(c, role) or spent(c, role) or set_for(c) or _by_words_before(c, role)


def _by_words_before(c: Context, role: str) -> Reading:  # noqa: PLR0911 -- one way out per reading
    """A figure told of what stands before it, or of what its lead is told of."""
    lead = lead_of(c)
    lead = None if lead is not None and _of_another(c, c.sofar[lead]) else lead
    if c.left.share_of:
        return share(c, role, lead)
    if (some := some_of(c)) is not None:
        return some
    if c.figure.kind == Kind.SHARE and (part := portioned(c)) is not None:
        return Reading(c.slot, part, role)
    if (
        c.figure.value is not None
        and c.figure.value.unit == "岁"
        and not (_aged(c) or (lead is not None and c.changed))
    ):
        return Reading(c.slot, metric(described_by(c)), role)
    if (of := shared_of(c)) is not None:
        return Reading(c.slot, of, role)
    if (told := _by_verb_or_against(c, role)) is not None:
        return told
    if c.left.words and (told := _done_to_others(c)) is not None:
        return told
    if c.left.words:
        return _named_before(c, role, lead)
    if lead is not None and (more := added(c, c.sofar[lead])):
        return Reading(c.slot, metric(more, (), c.verb, level=c.level), role)
    return inherited(c, role, lead, c.sofar[lead]) if lead is not None else unnamed(c, role)


def _done_to_others(c: Context) -> Reading | None:
    """One more of what a list tells the deeds of: 使用场馆38个，其中新建6个、改造17个、*直接利用*15个; None else."""
    near = c.sofar[-1] if c.sofar else None
    if near is None or not near.inherited or c.slot.after != len(c.sofar) - 1 or c.figure.kind != Kind.QUANTITY:
        return None
    listed = c.masked[near.slot.figure.end : c.left.span.start].strip() == "、"
    alike = near.slot.figure.value and c.figure.value and near.slot.figure.value.unit == c.figure.value.unit
    done = is_verb(c.left.words[-1]) or c.left.words[-1] in words("verbs", "dual")
    if not (listed and alike and done) or len(c.left.words) > _DEED:
        return None
    told = inherited(c, near.role, len(c.sofar) - 1, near)
    return replace(told, metric=replace(told.metric, verb=c.left.words[-1]))


def _by_verb_or_against(c: Context, role: str) -> Reading | None:
    """A figure that its verb names, or that the figure before it names with what tells the two apart; None else."""
    if noun := earned(c):
        return Reading(c.slot, metric((*c.left.words, noun), (), c.verb), role, metric_span=c.left.span)
    if not c.left.words:
        return None
    if done := deed(c):
        return Reading(c.slot, metric(done, (), c.verb, level=c.level, event=True), role)
    if told := contrasted(c):
        return Reading(c.slot, metric(told, (), c.verb, level=c.level), role)
    if c.left.words[-1:] in EXTREMES and set(c.left.words[:-1]) <= _DAILY:
        return extreme(c) or unnamed(Context(c.masked, c.slot, replace(c.left, words=()), c.right, c.sofar), role)
    return None


def _named_before(c: Context, role: str, lead: int | None) -> Reading:
    """A figure told of what stands before it: a measure of some thing, or a metric of its own."""
    attributes = words("terms", "attributes")
    bare = all(w in attributes for w in c.left.words)
    if not bare and c.left.words[-1] in attributes and described_by(c):
        own = replace(c.left, words=c.left.words[-1:], subject=())
        return _attribute(Context(c.masked, c.slot, own, c.right, c.sofar), role, lead)
    return _attribute(c, role, lead) if bare else _own(c, role, lead)


def _aged(c: Context) -> bool:
    """Whether the words before an age are of whom it is: 平均年龄38岁, 骑车老人70岁, and not 过上好日子、年仅42岁."""
    return bool(c.left.words) and not c.left.listed and not described_by(c)


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


def _told_in_full(c: Context) -> int | None:
    """What a growth is of whose words only end the name of an amount before it: 风电装机258万千瓦，*装机*翻了一番."""
    own, n = c.left.words, len(c.left.words)
    if c.left.subject or c.slot.owned >= 0 or any(r.metric.words == own for r in c.sofar[-_LATELY:]):
        return None
    for i in back(c):
        told, f = c.sofar[i].metric.words, c.sofar[i].slot.figure
        amount = f.kind is Kind.QUANTITY and c.sofar[i].role == "value"
        if (
            amount
            and len(told) > n
            and told[-n:] == own
            and "占" not in told
            and c.sofar[i].slot.clause != c.slot.clause
        ):
            return i
    return None


def _own(c: Context, role: str, lead: int | None) -> Reading:
    """A figure named by the words before it, with its lead's before them where they only name a sort of number."""
    left, dependent = c.left.words, c.figure.kind in DEPENDENT
    if c.figure.kind is Kind.GROWTH and (fuller := _told_in_full(c)) is not None:
        full = c.sofar[fuller]
        return Reading(c.slot, full.metric, role, fuller, metric_span=full.metric_span, inherited=True)
    left = (*left, *_graded_beside(c))
    own = metric(left, (), c.verb, level=c.level, event=c.event or _of_deed(c), subject=c.left.subject)
    generic = words("terms", "generic")
    if lead is not None and (own.text in generic or (dependent and len(left) == 1 and own.head in generic)):
        owner = c.sofar[lead].metric
        own = replace(own, text=owner.text + own.text, words=(*owner.words, *left))
    own = _as_listed(c, own)
    less = _lessened(c) or c.left.verbs[:1] in (("多",), ("少",))
    if c.figure.kind == Kind.QUANTITY and role == "value" and ((not c.countable and c.changed) or less):
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
    led = earlier.metric.words[0] if len(earlier.metric.words) > 1 else ""
    done = led if is_verb(led) and led not in _still() else ""  # *淘汰*炼铁产能9000万吨、水泥2.3亿吨
    return replace(own, event=True, verb=own.verb or earlier.metric.verb or done)


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
    """Whether the name of a metric begins or ends with a verb that does not describe a noun (上市公司, 在职博士)."""
    ends = (w for w in (c.left.words[0], c.left.words[-1]) if w[0] != "在")
    return not c.level and any(is_verb(w) and w not in _still() for w in ends)


@cache
def _still() -> frozenset[str]:
    """Verbs that describe a noun."""
    return words("verbs", "adjectival") | words("terms", "attributes")


def _starts(found: Sequence[Reading]) -> list[Reading]:
    """Keeps 由/从 a beginning only where the next figure ends the change (由6个班*扩至*8个班, 从第五*升至*第三)."""
    out = list(found)
    for i, r in enumerate(out):
        if r.role != "base" or not r.opened:
            continue
        of_sort = {Kind.RANK} if r.slot.figure.kind is Kind.RANK else MEASURED
        nxt = next((x for x in out[i + 1 :] if x.slot.figure.kind in of_sort), None)
        if nxt is None or not (nxt.reaches or nxt.inherited):
            out[i] = replace(r, role="value")
    return out
