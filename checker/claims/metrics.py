"""What each figure of a sentence is a figure of: its own words, its lead's, or one of a list's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims.phrases import REACH, Phrase, Slot, before, blank, following, slots, thing, without_asides
from checker.claims.segments import classes, has_letters, is_verb, segment
from checker.figures.units import dimension
from checker.lexicon import words
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from checker.model import Figure

MEASURED = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.NUMBER})
# Kinds that say something of the figure before them when they name nothing themselves.
_DEPENDENT = frozenset({Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK})
_RESPECTIVELY = re.compile(r"分别|依次|各为")
_EARLIER = re.compile(r"上年|去年|上期|同期|前年|上月|上季|上届|上一")
_LIST_NOUN = re.compile(r"评价|排名|排行|评比|考核|榜|评估|指数|测评|竞赛|大赛|比赛|百强|评选|监测")
_AMONG = re.compile(r"其中")
_GAP = re.compile(r"高于|低于|高出|低出|快于|慢于|领先|落后|多于|少于|相差|差距")
_SPLIT = re.compile(r"[、，]|和|及|与")
# Heads that name a sort of number and not what is measured.
_GENERIC = frozenset(
    [
        "占比",
        "比重",
        "比例",
        "比率",
        "率",
        "增速",
        "增幅",
        "总额",
        "总量",
        "总数",
        "金额",
        "合同金额",
        "合同总金额",
        "数量",
        "规模",
        "总规模",
        "面积",
        "总面积",
        "均价",
        "单价",
        "价格",
        "人数",
        "家数",
        "总投资",
        "总投资额",
        "投资额",
        "产值",
        "收入",
        "参与率",
        "覆盖率",
        "完成率",
        "合格率",
        "达标率",
        "核销率",
        "签约率",
        "排名",
        "位次",
        "得分",
    ]
)


@dataclass(frozen=True)
class Reading:
    """A slot with its metric; ``lead`` indexes the figure it qualifies, ``whole`` the total it is part of."""

    slot: Slot
    metric: Metric
    role: str = "value"
    lead: int | None = None
    whole: int | None = None
    metric_span: Span | None = None
    counted_span: Span | None = None
    inherited: bool = False
    opened: bool = False
    reaches: bool = False


def readings(text: str, figures: Sequence[Figure], owners: Sequence[Span] = ()) -> list[Reading]:
    """One reading per figure of a sentence, in order; figures that nothing names have an empty metric.

    ``owners``: spans of places and organisations that own figures and so are no part of a metric's name.
    """
    masked = blank(
        without_asides(text, figures),
        [s for s in owners if not any(f.start < s.end and s.start < f.end for f in figures)],
    )
    found: list[Reading] = []
    for slot in slots(text, figures):
        found.append(_read(masked, slot, found))
    return _respective(masked, _parts(masked, _starts(_told_after(found))))


def _counts(figure: Figure) -> bool:
    """Whether the words after the figure can be what is counted."""
    if figure.kind in (Kind.ENUMERATION, Kind.RANK):
        return True
    if figure.kind != Kind.QUANTITY or figure.value is None:
        return False
    return True


def _role(left: Phrase) -> str:
    """``base`` where 由/从/比 stands at the figure; ``delta`` where a verb of change stands between (比上年*增加*95名)."""
    if not left.opens:
        return "value"
    return "delta" if left.verbs and left.opens not in ("由", "从", "自") else "base"


def _verb(phrase: Phrase) -> str:
    known = classes()
    return next(
        (known.flow[v] for v in phrase.verbs if v in known.flow),
        next((v for v in phrase.verbs if v in known.cumulative or v in known.stock), ""),
    )


def _metric(words: Sequence[str], counted: Sequence[str] = (), verb: str = "") -> Metric:
    return Metric("".join(words), tuple(words), words[-1] if words else "", "".join(counted), verb)


def _read(masked: str, slot: Slot, sofar: Sequence[Reading]) -> Reading:
    f = slot.figure
    if f.kind in (Kind.DATE, Kind.LABEL, Kind.NAME, Kind.ORDINAL, Kind.DURATION, Kind.PHRASE):
        return Reading(slot, Metric(""))
    left = before(masked, slot.left)
    found = _told(masked, slot, left, sofar)
    return replace(found, opened=left.opens in ("由", "从", "自"), reaches=left.reaches)


def _told(masked: str, slot: Slot, left: Phrase, sofar: Sequence[Reading]) -> Reading:
    f = slot.figure
    right = following(masked, slot.right) if _counts(f) else Phrase()
    if right.words and (quoted := _QUOTES_BEFORE.search(masked, slot.left.start, f.start)):
        left = before(masked, Span(slot.left.start, quoted.start()))
    verb = _verb(left)
    role = "base" if _EARLIER.search(slot.dated) and f.kind in MEASURED else _role(left)
    level = any(v in _LEVEL or v in classes().stock or classes().flow.get(v) in _GATHERING for v in left.verbs)
    level = level or f.text.startswith(_PASSED)
    event = not level and any(v not in _LEVEL and v not in _MERE and v not in classes().stock for v in left.verbs)
    if f.kind in MEASURED and masked.startswith(("相比", "相较", "持平"), f.end):
        role = "base"
    if _GAP.search(masked, slot.left.start, slot.left.end) and f.kind in MEASURED:
        role = "gap"
    if f.kind == Kind.RANK and f.first:
        described = thing(masked, slot.right)
        owner = () if left.listed else thing(masked, Span(slot.left.start, f.start)).words
        words_ = tuple(dict.fromkeys((*owner, *described.words)))
        return Reading(
            slot,
            _metric(words_, described.words, verb),
            role,
            metric_span=described.span if described.words else left.span,
        )
    if f.kind == Kind.ENUMERATION:
        return Reading(
            slot,
            _metric(right.words or left.words, right.words, verb),
            role,
            metric_span=right.span if right.words else left.span,
        )
    if f.kind == Kind.RANK:
        return _rank(masked, slot, left, sofar)
    countable = f.value is not None and dimension(f.value.unit) in _COUNTABLE
    if _is_goal(masked, f, left):
        return _goal(slot, left, sofar)
    modifies = masked[f.start - 1 : f.start] == "的" or masked[f.start - 2 : f.start] in ("的约", "的近", "的超")
    if right.words and f.kind == Kind.QUANTITY and (countable or not left.words or modifies):
        metric = replace(
            _metric(right.words, right.words, verb), predicate=right.rest, level=level, subject=left.subject
        )
        return Reading(slot, metric, role, metric_span=right.span, counted_span=right.span)
    counted = sofar[slot.after].counted_span if slot.after is not None else None
    if counted and left.words and left.span.start < counted.end and f.kind == Kind.QUANTITY:
        role = "subset" if _unit(f) == _unit(sofar[slot.after or 0].slot.figure) else role
    lead = _lead(slot, left, sofar, f)
    if left.share_of:
        numerator = left.words or (sofar[lead].metric.words if lead is not None else ())
        metric = replace(_metric((*numerator, "占", *left.share_of), (), verb), head="占比")
        return Reading(slot, metric, role, lead, metric_span=left.span)
    if left.words and all(w in _ATTRIBUTES for w in left.words):
        owner = _owner(masked, slot, sofar)
        metric = replace(_metric((*owner, *left.words), (), verb), level=level, event=event, subject=left.subject)
        return Reading(slot, metric, role, lead if f.kind in _DEPENDENT else None, metric_span=left.span)
    if left.words:
        done = not level and any(is_verb(w) and w not in _ADJECTIVAL for w in (left.words[0], left.words[-1]))
        metric = replace(_metric(left.words, (), verb), level=level, event=event or done, subject=left.subject)
        if f.kind == Kind.QUANTITY and not countable and left.verbs and left.verbs[0] in _CHANGES and role == "value":
            role = "delta"
        if lead is not None and (
            metric.text in _GENERIC or (f.kind in _DEPENDENT and metric.head in _GENERIC and len(left.words) == 1)
        ):
            owner = sofar[lead].metric
            metric = replace(metric, text=owner.text + metric.text, words=(*owner.words, *left.words))
        return Reading(slot, metric, role, lead if f.kind in _DEPENDENT else None, metric_span=left.span)
    if lead is None:
        topic = _topic(masked, slot, sofar) if f.kind in MEASURED else Phrase()
        return Reading(
            slot,
            replace(_metric(topic.words, (), verb), level=level, event=event),
            role,
            metric_span=topic.span if topic.words else None,
        )
    owner = sofar[lead].metric
    metric = replace(
        owner, verb=_own_verb(verb, owner, f), level=owner.level or level, subject=left.subject or owner.subject
    )
    if metric.verb == "新增" != owner.verb and role == "value":
        role = "delta"
    if f.kind == Kind.QUANTITY and role == "value" and left.verbs:
        if left.verbs[0] in _CHANGES:
            role = "delta"
        elif (
            not level
            and not left.reaches
            and all(v not in classes().light and v not in classes().flow for v in left.verbs)
        ):
            role = "subset"  # another deed done to the same things: 清理3017件，废止668件
    if f.kind == Kind.QUANTITY and slot.after == lead and not left.reaches and role == "value":
        role = "subset"
    return Reading(slot, metric, role, lead, metric_span=sofar[lead].metric_span, inherited=True)


_ATTRIBUTES = words("terms", "attributes")
_GOALS = words("terms", "goals")
_GOAL_AFTER = re.compile(r"^的?(?:年度|全年|年初)?(?:目标|任务|计划|预期|招生计划|建设任务)")
_QUOTES_BEFORE = re.compile(r"(?:“[^“”]{1,24}”[、和及]?)+$")


def _topic(masked: str, slot: Slot, sofar: Sequence[Reading]) -> Phrase:
    """The noun phrase that makes up the clause before (海外仓面积，从62万平方米增加到…), where no figure stands in it."""
    cut = masked.rfind("，", 0, slot.left.start)
    if (
        cut < 0
        or slot.left.start - cut > 1
        or any(r.slot.figure.end > cut - REACH // 2 and r.slot.figure.start < cut for r in sofar)
    ):
        return Phrase()
    start = max((masked.rfind(c, 0, cut) for c in "，：；。！？"), default=-1) + 1
    copula = masked.find("是", start, cut)
    found = before(masked, Span(max(start, cut - REACH // 2), copula if copula > start else cut))
    return found if not found.verbs and len(found.words) <= 5 else Phrase()


def _is_goal(masked: str, figure: Figure, left: Phrase) -> bool:
    """Whether a figure is a goal named after it, or by nothing but words of goals before it."""
    if figure.kind not in MEASURED:
        return False
    return bool(_GOAL_AFTER.match(masked[figure.end :])) or (bool(left.words) and all(w in _GOALS for w in left.words))


def _goal(slot: Slot, left: Phrase, sofar: Sequence[Reading]) -> Reading:
    """A goal, of what its own words name or else of the figure it is set against."""
    own = tuple(w for w in left.words if w not in _GOALS)
    unit = _unit(slot.figure)
    lead = next(
        (j for j in range(len(sofar) - 1, -1, -1) if sofar[j].metric.text and _unit(sofar[j].slot.figure) == unit), None
    )
    if own or lead is None:
        return Reading(slot, _metric(own), "goal", metric_span=left.span)
    owner = sofar[lead]
    verb = _verb(left)
    metric = replace(owner.metric, verb=verb) if verb.startswith("新") else owner.metric
    return Reading(slot, metric, "goal", lead, metric_span=owner.metric_span, inherited=True)


def _owner(masked: str, slot: Slot, sofar: Sequence[Reading]) -> tuple[str, ...]:
    """Whose length, area or cost an attribute is: the noun after 的, the thing counted before it, or the sentence's first noun."""
    after = masked[slot.figure.end :]
    if after.startswith("的"):
        found = thing(masked, Span(slot.figure.end + 1, min(len(masked), slot.figure.end + 24)))
        return found.words
    if (
        slot.after is not None
        and sofar[slot.after].metric.words
        and sofar[slot.after].slot.figure.kind == Kind.QUANTITY
    ):
        earlier = sofar[slot.after]
        return () if all(w in _ATTRIBUTES for w in earlier.metric.words[-1:]) else earlier.metric.words
    for r in reversed(sofar):
        if r.metric.words and r.metric.words[-1] in _ATTRIBUTES and len(r.metric.words) > 1:
            return r.metric.words[:-1]
    head = re.split(r"[，。；：！？]", masked, maxsplit=1)[0]
    if slot.left.start < len(head):
        return ()
    known = classes()
    named = (w for w in segment(head.strip()) if len(w) > 1 and has_letters(w))
    return tuple(w for w in named if w not in known.empty and w not in known.stop and w not in known.light)[:6]


# The verb of a rank: what is ranked stands before it, the field after it (出货量*跃居*国产品牌第二).
_PLACED = re.compile(r"稳居|位居|跃居|跻身|名列|位列|分列|排名|排在|排到|升至|跃升至|跃升为|占据|[居列排](?![家于])")


def _rank(masked: str, slot: Slot, left: Phrase, sofar: Sequence[Reading]) -> Reading:
    """A rank with what is ranked: the list it is told in, the words before its verb, or the figure it is said of."""
    lead = _lead(slot, left, sofar, slot.figure)
    if listed := _ranking(masked, slot.figure.start):
        return Reading(slot, _metric(listed), lead=lead)
    placed = None
    for m in _PLACED.finditer(masked, slot.left.start, slot.figure.end):
        placed = m
    if placed is not None:
        left = before(masked, Span(slot.left.start, placed.start()))
    if left.words:
        return Reading(slot, _metric(left.words), lead=lead, metric_span=left.span)
    if lead is None:
        return Reading(slot, Metric(""))
    return Reading(slot, sofar[lead].metric, lead=lead, metric_span=sofar[lead].metric_span, inherited=True)


def _ranking(masked: str, at: int) -> tuple[str, ...]:
    """The words of the list that a rank is told in: 在…综合评价中，…位居第二."""
    found = None
    for m in _LIST_NOUN.finditer(masked, 0, at):
        found = m
    if found is None:
        return ()
    start = max((masked.rfind(c, 0, found.start()) for c in "，；：。！？"), default=-1) + 1
    return before(masked, Span(max(start, found.end() - REACH), found.end())).words


# Words by which a figure is told as a level, and not as what happened in a stretch of time.
_LEVEL = words("verbs", "level")
_PASSED = ("突破", "超", "逾", "破", "达", "增至", "升至")
# Verbs that describe the things counted: 上市公司, 注册护士.
_ADJECTIVAL = words("verbs", "adjectival")
_GATHERING = words("verbs", "gathering")
# Verbs of change without 到: what follows is by how much, and no level.
_CHANGES = frozenset(
    [
        "多增",
        "少增",
        "增收",
        "减收",
        "少减",
        "多减",
        "增加",
        "提高",
        "降低",
        "减少",
        "上涨",
        "下降",
        "提升",
        "上调",
        "下调",
        "下跌",
        "增长",
        "缩短",
        "压缩",
        "节约",
        "节省",
        "净增",
        "多",
        "少",
    ]
)
# Words before a figure that say nothing of how it came about.
_MERE = frozenset(
    [
        "为",
        "是",
        "约",
        "近",
        "大约",
        "仅",
        "只",
        "就",
        "才",
        "则",
        "即",
        "也",
        "又",
        "还",
        "再",
        "均",
        "各",
        "目前",
        "当前",
        "现",
        "已",
        "已经",
        "其中",
        "包括",
        "含",
        "分别",
        "依次",
        "平均",
        "总",
        "全部",
        "左右",
        "了",
        "过",
        "着",
        "有",
        "到",
        "至",
        "占",
        "达",
        "比",
        "较",
        "同比",
        "环比",
    ]
)
_COUNTABLE = frozenset({"个体", "人", "户", "人次", "台次", "场次", "批次", "种类", "床位", "学位", "机位"})


def _own_verb(verb: str, owner: Metric, figure: Figure) -> str:
    """新增/净增 told of an inherited metric make it a flow; other verbs do not change what the owner was told by."""
    if figure.kind == Kind.QUANTITY and verb == "新增":
        return verb
    return verb or owner.verb


def _lead(slot: Slot, left: Phrase, sofar: Sequence[Reading], figure: Figure) -> int | None:
    """The earlier figure of the sentence whose metric this one borrows or qualifies."""
    for j in range(len(sofar) - 1, -1, -1):
        r = sofar[j]
        g = r.slot.figure
        if g.kind not in MEASURED and not (figure.kind == Kind.RANK and g.kind == Kind.RANK):
            continue
        if not r.metric.text:
            return None
        if figure.kind in _DEPENDENT:
            if g.kind in (Kind.QUANTITY, Kind.RATE) or (
                g.kind == Kind.SHARE and (figure.kind != Kind.SHARE or r.role == "base")
            ):
                if r.role in ("base", "delta") and r.inherited and r.lead is not None and not r.opened:
                    return r.lead
                return j
            continue
        if g.kind in (Kind.GROWTH, Kind.SHARE) and figure.kind == Kind.QUANTITY and r.lead is not None:
            r, g = sofar[r.lead], sofar[r.lead].slot.figure
            j = sofar.index(r)
        same = (
            g.value is not None and figure.value is not None and dimension(g.value.unit) == dimension(figure.value.unit)
        )
        if not same:
            return None
        listed = slot.after is not None and slot.after == j and left.listed and not left.verbs
        return None if listed else j
    return None


def _told_after(found: Sequence[Reading]) -> list[Reading]:
    """Names figures by the growth that is told of them in the next clause (从A到B，*海外收入*翻了两番)."""
    out = list(found)
    for i, r in enumerate(out):
        if r.slot.figure.kind != Kind.GROWTH or not r.metric.text or r.lead is not None:
            continue
        unnamed = [
            j
            for j in range(i)
            if out[j].slot.clause == r.slot.clause - 1
            and out[j].slot.figure.kind == Kind.QUANTITY
            and not out[j].metric.text
        ]
        for j in unnamed:
            out[j] = replace(
                out[j], metric=r.metric, metric_span=r.metric_span, role="base" if j != unnamed[-1] else "value"
            )
        if unnamed:
            out[i] = replace(r, lead=unnamed[-1])
    return out


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


def _parts(masked: str, found: list[Reading]) -> list[Reading]:
    """Marks the figures told as 其中 of a total, and names the total.

    The parts end where a figure of another unit is told, or where they would outgrow the total.
    """
    out = list(found)
    for m in _AMONG.finditer(masked):
        whole = _whole(out, m.start())
        if whole is None:
            continue
        total = out[whole].slot.figure
        unit, rest = _unit(total), _most(total)
        for i, r in enumerate(out):
            f = r.slot.figure
            if f.start < m.start() or f.kind not in MEASURED:
                continue
            if f.kind == Kind.QUANTITY:
                first = rest == _most(total)
                if _unit(f) != unit or (not first and (rest is None or (_most(f) or 0) > rest)):
                    break
                rest = rest - (_most(f) or 0) if rest is not None else None
                out[i] = (
                    _part(r, out[whole].metric, whole) if not r.inherited else replace(r, role="subset", whole=whole)
                )
            elif r.lead is not None and out[r.lead].whole is not None:
                out[i] = replace(r, whole=whole)
    return out


def _part(r: Reading, total: Metric, whole: int) -> Reading:
    """A part, which takes the total's name where it has only a qualifier of its own (省级6个)."""
    bare = all(w.endswith("级") or w in ("以上", "规上") for w in r.metric.words)
    metric = (
        replace(r.metric, words=(*r.metric.words, *total.words), text=r.metric.text + total.text) if bare else r.metric
    )
    return replace(r, metric=metric, whole=whole)


def _whole(found: Sequence[Reading], at: int) -> int | None:
    """The last quantity before 其中 that is told by itself."""
    best = None
    for i, r in enumerate(found):
        f = r.slot.figure
        if (
            f.start < at
            and f.kind == Kind.QUANTITY
            and f.value
            and r.role == "value"
            and r.metric.text
            and r.whole is None
        ):
            best = i
    return best


def _unit(figure: Figure) -> str:
    return dimension(figure.value.unit) if figure.value else ""


def _most(figure: Figure) -> Fraction | None:
    v = figure.value
    return None if v is None else v.high if v.high is not None else v.low


def _respective(masked: str, found: list[Reading]) -> list[Reading]:
    """Gives each figure after 分别 its own item of the list before it; unequal lists get no metric."""
    out = list(found)
    for m in _RESPECTIVELY.finditer(masked):
        group = _group(masked, m.end(), out)
        if len(group) < 2:
            continue
        head = out[group[0]]
        tail = before(masked, Span(m.end(), head.slot.figure.start)).words
        items = _items(masked, m.start())
        earlier = [i for i in range(group[0]) if out[i].slot.figure.kind == Kind.QUANTITY and out[i].role == "value"][
            -len(group) :
        ]
        if len(items) == len(group):
            for i, words in zip(group, items, strict=True):
                out[i] = replace(
                    out[i], metric=_metric((*words, *tail), (), out[i].metric.verb), lead=None, inherited=False
                )
        elif len(earlier) == len(group) and not items and head.slot.figure.kind in _DEPENDENT:
            for i, j in zip(group, earlier, strict=True):
                out[i] = replace(out[i], metric=out[j].metric, lead=j, inherited=True, metric_span=out[j].metric_span)
        else:
            for i in group:
                out[i] = replace(out[i], metric=Metric(""), role="respective", lead=None)
    return out


def _group(masked: str, start: int, found: Sequence[Reading]) -> list[int]:
    """The run of figures after ``start`` that only list marks part."""
    group: list[int] = []
    for i, r in enumerate(found):
        f = r.slot.figure
        if f.end <= start or f.kind not in MEASURED | {Kind.RANK}:
            continue
        between = masked[found[group[-1]].slot.figure.end : f.start] if group else ""
        if group and not re.fullmatch(r"\s*[、和及与，]?\s*", between):
            break
        if not group and f.start - start > 16:
            break
        group.append(i)
    return group


def _items(masked: str, end: int) -> list[tuple[str, ...]]:
    """The parts of the list that ends just before 分别, its common head given to each (铁矿石、原油、粮食吞吐量)."""
    start = max((masked.rfind(mark, 0, end) for mark in "，；：。！？"), default=-1) + 1
    parts = [p for p in _SPLIT.split(masked[start:end]) if has_letters(p)]
    if len(parts) < 2:
        return []
    words = [tuple(w for w in segment(p.strip()) if has_letters(w) and w not in classes().stop) for p in parts]
    last = words[-1]
    common = last[-1:] if len(last) > 1 else ()
    return [w if i == len(words) - 1 else (*w, *common) for i, w in enumerate(words)]
