"""What a figure that is named by too little borrows: from another figure, from the clause before, from its owner."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.doing import deed
from checker.claims.metrics.following import following
from checker.claims.metrics.phrases import before
from checker.claims.metrics.preceding import REPORTED, nouns, topic
from checker.claims.metrics.readings import ASPECTS, DEPENDENT, MEASURED, Reading, clause_start, dimension_of
from checker.claims.metrics.slots import REACH
from checker.claims.words.segments import classes, is_verb, segment
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Context
    from checker.model import Figure

_CLAUSE = re.compile(r"[，。；：！？]")
# Who speaks, at the head of what is said: 韩修远：.
_SPEAKER = re.compile(r"[^，。；：！？]{1,12}：")
# What is said first, with who says it: *“明年就能用上。”负责人介绍，*新馆占地30亩.
_SAID = re.compile(r"“[^“”]*[，。！？；][^“”]*”[^，。；：！？“”]{0,24}[，：]", needs="”")
# 产值翻了一番，*去年为*3000万元; 学员翻了一番，*目前有*720人.
_NOW = re.compile(r"，\s*(?:如今|现在|目前|现|则|也|就)?\s*(?:已经?|共)?(?:达到?了?|为|是|有|增至|升至)?")
# A measure that describes a noun, with the others of a list that do so too: 总投资5.2亿元*、全长46公里的*环湖公路.
_DESCRIBES = re.compile(r"(?:不等|(?<=亩)地)?(?:、[^，。；：！？、的]{2,20}){0,2}的")
# The longest stretch of text that can name the owner of a measure that stands before it.
_OWNER = 24
# How far before the object of a clause its verb may stand.
_VERB = 6
# The first clause of a sentence, and how many figures back another is looked for, at the most.
_HEAD, _FAR = 400, 64
# How the extent of counted things is called, by the dimension that it is told in.
_MEASURES = {"面积": "面积", "长度": "长度", "人民币": "金额"}
# Sums that are of what the clause before them names: 完成*C轮融资*，金额3.5亿元.
_SUMS = frozenset({"金额", "总金额", "总额", "规模", "总规模", "合同额", "合同金额"})
# What is told as a whole behind what came to it: 转移支付增加1.5万亿元，*规模*9.8万亿元.
_WHOLES = ("规模", "总规模", "总额", "总量", "总数")
# Parts make up their total where what is left is no more than one part in so many.
_ROUNDING = 200


def back(c: Context) -> range:
    """The indices of the readings before this one, the nearest first, as far back as a reader would look."""
    return range(len(c.sofar) - 1, max(-1, len(c.sofar) - 1 - _FAR), -1)


def lead_of(c: Context) -> int | None:
    """The earlier figure of the sentence whose metric this one borrows or qualifies, by its index."""
    for j in back(c):
        r = c.sofar[j]
        kind = r.slot.figure.kind
        if r.slot.grade or (kind not in MEASURED and not c.figure.kind == kind == Kind.RANK):
            continue
        if not r.metric.text:
            return None
        if c.figure.kind not in DEPENDENT:
            if _reached(c, r):
                return j
            near = _by_its_measure_word(c, j)
            found = _counterpart(c, _total_of(c, near) if c.left.opens in ("比", "较") or _anew(c, r) else near)
            if found is not None or not _of_one_unit(c, near):
                return found
            continue
        if _points(c, r):
            return j
        if _qualifiable(r, c.figure):
            return _qualified(c, r, j)
    return None


def _by_its_measure_word(c: Context, j: int) -> int:
    """The figure that one without a name counts more of, where that at ``j`` counts other things by the way.

    Places where things are (项目12个，分布在*8个县*，其中新建6个), and what another measure word counts
    (货运班列1028列，通达*96座城市*，累计已有4615列).
    """
    near, unit = c.sofar[j], c.figure.value.unit if c.figure.value is not None else ""
    other = near.slot.figure.value.unit if near.slot.figure.value is not None else ""
    where = near.metric.words[-1:] != () and near.metric.words[-1] in words("terms", "ranks_of_places")
    if not c.countable or c.left.words or not (where or unit not in (other, "个", "项", "次")):
        return j
    if dimension_of(c.figure) != "个体" or dimension_of(near.slot.figure) != "个体":
        return j
    told = (i for i in back(c) if i < j and c.sofar[i].metric.text and c.sofar[i].role == "value")
    return next((i for i in told if _counts_by(c.sofar[i], unit)), j)


def _counts_by(r: Reading, unit: str) -> bool:
    """Whether a figure counts things that are no places by a measure word."""
    f = r.slot.figure
    counts = f.kind is Kind.QUANTITY and f.value is not None and f.value.unit == unit
    return counts and r.metric.words[-1:] != () and r.metric.words[-1] not in words("terms", "ranks_of_places")


def _qualified(c: Context, r: Reading, j: int) -> int:
    """What a growth, share or rank is said of that stands behind the figure at ``j``: it, its total or its level."""
    if r.lead is not None and r.role in ("base", "delta") and r.inherited and not r.opened:
        return r.lead
    return _total_of(c, j) if c.left.share_of else j


def _points(c: Context, r: Reading) -> bool:
    """Whether a percentage is what its own growth in points led to: 贡献率*上升3个百分点*，达到51.2%."""
    f = r.slot.figure
    grown = f.kind is Kind.GROWTH and f.value is not None and f.value.unit == "百分点" and not r.inherited
    share = c.figure.kind is Kind.SHARE or c.figure.kind is Kind.RATE
    return grown and share and not c.left.share_of and _then(c, r)


def _reached(c: Context, r: Reading) -> bool:
    """Whether a figure is what a growth led to, or what a change that began with the other ended with."""
    begun = c.left.reaches and r.role == "base" and r.slot.clause == c.slot.clause  # 由*每周5列*增至7列
    return begun or ((c.left.reaches or _then(c, r)) and _grown_to(c, r))


def _of_one_unit(c: Context, j: int) -> bool:
    """Whether an unnamed figure may be of what stands before that at ``j``: 98个项目总投资21亿元，开工*92个*."""
    f, near = c.figure, c.sofar[j].slot.figure
    if f.kind != Kind.QUANTITY or near.value is None or f.value is None or dimension_of(f) == dimension_of(near):
        return False
    if not c.countable or c.right.words or deed(c) or (c.slot.after == j and not c.left.verbs and not c.left.opens):
        return False
    told = (c.sofar[i] for i in back(c) if i < j)
    first = next((r for r in told if dimension_of(r.slot.figure) == dimension_of(f) and r.metric.text), None)
    unit = first.slot.figure.value.unit if first is not None and first.slot.figure.value else ""
    return unit == f.value.unit or (first is not None and c.left.opens in ("比", "较") and dimension_of(f) == "人")


def _anew(c: Context, r: Reading) -> bool:
    """Whether a figure is told anew behind a semicolon: 上年接收214人，其中A、B；*今年接收231人*."""
    return "；" in c.masked[r.slot.figure.end : c.figure.start]


def _total_of(c: Context, j: int) -> int:
    """The total of the parts that the figure at ``j`` ends, where they make it up: A，其中B、C，*占*…; else ``j``.

    What is said in a clause of its own after all the parts is said of their total.
    """
    last = c.sofar[j].slot.figure
    among = c.masked.rfind("其中", 0, last.start)
    if among < 0 or not _CLAUSE.search(c.masked[last.end : c.figure.start]) or last.value is None:
        return j
    before = [i for i in range(j) if c.sofar[i].slot.figure.end <= among and _alike(c, i, last)]
    inside = [i for i in range(j + 1) if c.sofar[i].slot.figure.start > among and _alike(c, i, last)]
    points = [v.point for i in inside if (v := c.sofar[i].slot.figure.value) is not None]
    whole = c.sofar[before[-1]].slot.figure.value if before else None
    if len(inside) < 2 or None in points or whole is None or whole.point is None:
        return j
    rest = abs(sum(p for p in points if p is not None) - whole.point)
    return before[-1] if rest * _ROUNDING <= abs(whole.point) else j


def _alike(c: Context, i: int, last: Figure) -> bool:
    """Whether the figure at ``i`` is an amount in the dimension of ``last``."""
    f = c.sofar[i].slot.figure
    return f.kind == last.kind == Kind.QUANTITY and dimension_of(f) == dimension_of(last)


def _then(c: Context, r: Reading) -> bool:
    """Whether a figure opens the clause after a growth, with no more than a time and a verb of having before it."""
    between = c.masked[r.slot.figure.end : c.figure.start]
    return _NOW.fullmatch(between) is not None and (between != "，" or c.level)


def _grown_to(c: Context, r: Reading) -> bool:
    """Whether a figure is the level that a growth of its own name led to: 收入增长近5倍，达到*1.71亿元*."""
    if r.slot.figure.kind != Kind.GROWTH or c.figure.kind != Kind.QUANTITY or r.inherited:
        return False
    told = c.sofar[r.lead].slot.figure if r.lead is not None else None
    return told is None or dimension_of(told) != dimension_of(c.figure)


def _qualifiable(r: Reading, by: Figure) -> bool:
    """Whether a growth, share or rank can be said of a figure."""
    kind = r.slot.figure.kind
    if kind == Kind.SHARE:
        return by.kind != Kind.SHARE or r.role == "base"
    return kind in (Kind.QUANTITY, Kind.RATE)


def _counterpart(c: Context, j: int) -> int | None:
    """The figure at ``j`` or the one it qualifies, if of the same dimension and not beside this one in a list."""
    r = c.sofar[j]
    if r.slot.figure.kind in (Kind.GROWTH, Kind.SHARE) and c.figure.kind == Kind.QUANTITY and r.lead is not None:
        j = r.lead
    g = c.sofar[j].slot.figure
    if g.value is None or c.figure.value is None or dimension_of(g) != dimension_of(c.figure):
        return None
    listed = c.slot.after is not None and c.slot.after == j and c.left.listed and not c.left.verbs
    return None if listed else j


def inherited(c: Context, role: str, lead: int, owner: Reading) -> Reading:
    """A figure without a name of its own, as one more of what the figure at ``lead`` was told of."""
    own = replace(
        _newly(c, owner.metric),
        verb=c.verb or owner.metric.verb,
        level=owner.metric.level or c.level,
        event=owner.metric.event and not c.level,
        subject=c.left.subject or owner.metric.subject,
    )
    if owner.role == "delta" and c.masked.endswith(_WHOLES, 0, c.figure.start):
        return Reading(c.slot, replace(own, verb="", level=True, event=False), role, lead, inherited=True)
    if role == "value":
        role = "delta" if own.verb == "新增" != owner.metric.verb else _inherited_role(c, lead)
    return Reading(c.slot, own, role, lead, metric_span=owner.metric_span, inherited=True)


def _newly(c: Context, told: Metric) -> Metric:
    """What is held on a day, as what is newly done of it: *在手*订单61亿元，全年新签*74亿元*."""
    held = next((w for w in words("verbs", "held") if told.words and told.words[0].startswith(w)), "")
    rest = (told.words[0][len(held) :], *told.words[1:]) if held else ()
    kept = tuple(w for w in rest if w)
    if not kept or not c.verb.startswith(("新", "签", "承")):
        return told
    return replace(told, text="".join(kept), words=kept, head=kept[-1])


def _inherited_role(c: Context, lead: int) -> str:
    """``delta`` after a verb of change, ``subset`` where another deed was done to some: 清理3017件，废止668件."""
    if c.figure.kind != Kind.QUANTITY:
        return "value"
    if c.changed:
        return "delta"
    if c.left.reaches:
        return "value"
    known = classes()
    deeds = [v for v in c.left.verbs if v not in ASPECTS]
    named = c.sofar[lead].metric.text
    if deeds and c.slot.after != lead and all(v in named for v in deeds):
        return "value"  # 执行到位金额61亿元，增长6.8%，而去年全年*执行到位*64亿元
    other = bool(deeds) and not c.level and all(v not in known.light and v not in known.flow for v in deeds)
    # 授权专利4326件，转化987件: what was granted is not what was sold.
    other = other or (bool(deeds) and deeds[0] in known.flow and _named_by_deed(c.sofar[lead].metric.words))
    return "subset" if (c.left.verbs and other) or c.slot.after == lead else "value"


def _named_by_deed(named: Sequence[str]) -> bool:
    return any(w in words("verbs", "naming") for w in named)


def beside(c: Context) -> tuple[str, ...]:
    """What a figure measures of what is told right before it: 历史建筑138处、*4.6万平方米*; 船舶16艘、*182万载重吨*."""
    if c.slot.after is None or c.masked[c.sofar[c.slot.after].slot.figure.end : c.figure.start].strip() != "、":
        return ()
    earlier, measure = c.sofar[c.slot.after], _MEASURES.get(dimension_of(c.figure))
    if c.masked.startswith("级", c.figure.end):
        return ()  # 600吨级4台、*900吨*级2台
    if earlier.slot.figure.kind != Kind.QUANTITY or c.figure.kind != Kind.QUANTITY or not earlier.metric.words:
        return ()
    counted = dimension_of(earlier.slot.figure) == "个体"
    return (*earlier.metric.words, measure) if measure and counted else earlier.metric.words


def owner_of(c: Context) -> tuple[str, ...]:
    """Whose length, area or cost an attribute is.

    The noun after 的, else the thing counted before it, else the owner of the last attribute, else the sentence's first
    noun.
    """
    attributes = words("terms", "attributes")
    if described := described_by(c):
        return described
    if c.slot.owned >= 0 and not c.masked[c.slot.left.start : c.left.span.start].strip():
        return ()  # 作为主会场，[文体中心]占地36亩
    earlier = c.sofar[c.slot.after] if c.slot.after is not None else None
    if earlier is None and c.left.words[-1:] and c.left.words[-1] in _SUMS and (object_ := topic(c).words):
        return object_
    if earlier is not None and earlier.metric.words and earlier.slot.figure.kind == Kind.QUANTITY:
        return () if earlier.metric.words[-1] in attributes else earlier.metric.words
    return _measured_before(c)


def _measured_before(c: Context) -> tuple[str, ...]:
    """Whose an attribute is that says so by no word of its clause: the owner of the last, else the object before."""
    attributes = words("terms", "attributes")
    if c.left.words[-1:] == ("平均年龄",) and (aged := _people_before(c)):
        return aged
    if dimension_of(c.figure) == "人民币" and (worth := _projects_before(c)):
        return worth
    for r in (c.sofar[j] for j in back(c)):
        if r.metric.words and r.metric.words[-1] in attributes and (len(r.metric.words) > 1 or r.slot.owned >= 0):
            whose = r.metric.words[:-1]
            return () if all(w in words("verbs", "dual") for w in whose) else whose  # *设计*时速120公里
    return done_before(c) or _opening_noun(c)


def _people_before(c: Context) -> tuple[str, ...]:
    """The people that were counted last: 9100名*员工*，平均年龄36.8岁."""
    r = next((r for r in reversed(c.sofar) if r.slot.figure.kind == Kind.QUANTITY and r.metric.words), None)
    return r.metric.words if r is not None and dimension_of(r.slot.figure) == "人" else ()


def _projects_before(c: Context) -> tuple[str, ...]:
    """What was counted in the clause before its cost: 27个*项目*现场签约，总投资164亿元."""
    near = c.sofar[-1] if c.sofar else None
    if near is None or near.counted_span is None or near.slot.clause + 1 != c.slot.clause:
        return ()
    led = c.masked[c.slot.left.start : c.left.span.start].strip()
    return near.metric.words if not led and dimension_of(near.slot.figure) == "个体" else ()


def _opening_noun(c: Context) -> tuple[str, ...]:
    """The noun of the clause before an attribute, else the one that the sentence opens with."""
    spoken = _SPEAKER.match(c.masked) or _SAID.match(c.masked)
    opens = spoken.end() if spoken and spoken.end() <= c.slot.left.start else 0
    head = _CLAUSE.split(c.masked[opens:_HEAD], maxsplit=1)[0]
    figures = (r.slot.figure for r in c.sofar if r.slot.figure.kind in MEASURED)
    told = next((f.start for f in figures if f.start >= opens), _HEAD)
    head = head[: max(0, told - opens)]
    if REPORTED.search(head):
        return ()  # 集团*负责人介绍*，客流达到130万人次
    within = c.slot.left.start < opens + len(head)
    named = nouns(c.masked[c.slot.left.start : c.left.span.start]) if within else nouns(head)
    # An owner that is blanked leaves its verb: [文体中心]开工，占地36亩.
    owned = head[:1].isspace() and not any(r.slot.figure.start == opens for r in c.sofar)
    deed = owned and len(named) > 1 and (is_verb(named[0]) or named[0] in words("verbs", "dual"))
    return () if deed or all(w in classes().flow for w in named) else named


def done_before(c: Context) -> tuple[str, ...]:
    """The object of the clause before, where a deed was done to it: 完成*C轮融资*，金额3.5亿元."""
    at = c.slot.left.start - 1
    led = c.left.words and c.masked[c.slot.left.start : c.left.span.start].strip()
    if at < 0 or c.masked[at] != "，" or led:
        return ()
    start = max(clause_start(c.masked, at), at - REACH // 2)
    told = next((r for r in reversed(c.sofar) if r.slot.figure.kind in MEASURED), None)
    if told is not None and told.slot.figure.end > start:
        if told.metric.text:
            return ()
        start = told.slot.figure.end  # 8260人次*获得奖学金*，总额4780万元
    found = before(c.masked, Span(start, at))
    if not found.words or found.span.end != at:
        return ()
    earlier = segment(c.masked[max(start, found.span.start - _VERB) : found.span.start].strip())
    done = {"了", "过"} | ASPECTS
    verb = next((w for w in reversed(earlier) if w not in done), "")
    known = classes()
    acts = (verb in known.flow or verb in known.light or is_verb(verb)) and verb not in ("是", "为")
    return found.words if acts and not is_verb(found.words[-1]) else ()


def described_by(c: Context) -> tuple[str, ...]:
    """The thing after 的 that a measure before it describes: 占地36亩的*体育馆*; () where none stands there.

    A mark that a number sets or passes is none: 812亿元的*历史新高*.
    """
    found = _DESCRIBES.match(c.masked, c.figure.end)
    if found is None:
        return ()
    end = found.end()
    blanked = c.masked[end : end + 1].isspace()
    within = c.slot.right.end if c.slot.right.end > end else len(c.masked)
    named = following(c.masked, Span(end, min(within, end + _OWNER))).words
    if blanked and named and (is_verb(named[0]) or named[0] in classes().flow):
        return ()  # 总投资283亿元的[环湖铁路]通车
    counts = bool(named) and (named[0].isdigit() or named[0] in words("terms", "marks"))  # 年销售过亿元的*27家*
    return () if counts else _bare(named)


def _bare(named: Sequence[str]) -> tuple[str, ...]:
    """The words without the verbs that they end with: 环湖公路*开通*."""
    end = len(named)
    while end > 1 and is_verb(named[end - 1]) and named[end - 1] not in _named_so():
        end -= 1
    return tuple(named[:end])


@cache
def _named_so() -> frozenset[str]:
    """Verbs that things are called by too."""
    return classes().nominal | words("terms", "houses") | words("verbs", "dual")


def told_after(found: Sequence[Reading]) -> list[Reading]:
    """Names figures by the growth that is told of them in the next clause (从A到B，*海外收入*翻了两番)."""
    out = list(found)
    unnamed_in: dict[int, list[int]] = {}
    for i, r in enumerate(out):
        if r.slot.figure.kind == Kind.QUANTITY and not r.metric.text:
            unnamed_in.setdefault(r.slot.clause, []).append(i)
        if r.slot.figure.kind != Kind.GROWTH or not r.metric.text or r.lead is not None:
            continue
        unnamed = unnamed_in.pop(r.slot.clause - 1, [])
        for j in unnamed:
            role = "base" if j != unnamed[-1] else "value"
            out[j] = replace(out[j], metric=r.metric, metric_span=r.metric_span, role=role)
        if unnamed:
            out[i] = replace(r, lead=unnamed[-1])
    return _led_to(out)


def _led_to(out: list[Reading]) -> list[Reading]:
    """Has a growth that is told before its level be told of it: 销售额翻了一番，达到*3.2亿元*."""
    for r in list(out):
        if r.lead is None or not r.inherited or r.slot.figure.kind != Kind.QUANTITY:
            continue
        growth, at = out[r.lead], out.index(r)
        if growth.slot.figure.kind != Kind.GROWTH or growth.lead is not None:
            continue
        since = "番" in growth.slot.figure.text and not growth.slot.figure.basis.startswith("同比")
        if r.role == "value" or (r.role == "base" and since):  # 三年翻了两番，*去年为*3000万元
            out[at] = replace(r, role="value")
            out[r.lead] = replace(growth, lead=at)
    return out
