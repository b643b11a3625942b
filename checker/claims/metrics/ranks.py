"""What a rank ranks: the list it is told in, or what it is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.borrowed import lead_of
from checker.claims.metrics.fields import AMONG, beyond_field, left_from, risen_from, verb_of_rank
from checker.claims.metrics.firsts import in_field
from checker.claims.metrics.phrases import Phrase, before
from checker.claims.metrics.placing import FINISH, placed
from checker.claims.metrics.ranked_lists import listed_behind, named_in, ranking
from checker.claims.metrics.ranked_things import noun_behind, points_back, rank_before, renamed, topic_before
from checker.claims.metrics.readings import MEASURED, Reading, clause_start, dimension_of, metric
from checker.claims.metrics.slots import REACH
from checker.figures.ranks import SINCE
from checker.frozen import replace
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Context
    from checker.model import Figure

# By what it is ranked, right before the verb: 以99.12分*位列*, 以682亿元的营业收入*位列*.
_BY = re.compile(r"(?:以|凭|凭借)$")
_BY_WHAT = re.compile(r"(?:的[^，。；：]{1,10})?$")
_PLACES = frozenset({"位次", "名次", "排名", "排位"})
# What is ranked is the amount, and not the share that was told of it last: *规模*居全省第三.
_SIZE = re.compile(r"规模|总量|总额|总数|总值")
_ECONOMY = re.compile("GDP|生产总值|经济")
# What is ranked is how fast it grew, and how that is called.
PACE = "增速"
_PACE = re.compile(
    r"(?:增速|增幅|涨幅|增长率|增长幅度|增长速度)(?:[^，。；：、0-9]|(?<![0-9])[0-9]{1,3}(?=[个家座省市区县名所])){0,24}$"
)


# What is held in so many turns, or the verb of holding it, right before their number.
_COURSE = re.compile(
    r"(?:举办|开办|承办|开设|推出|组织|开展|办|培训|轮训|开|出版|发行|刊发|播出|[班营课坛堂刊训讲座])"
    r"(?:了|过|共|累计|达|已|共计|已达|已有|总计|近|超)*$"
)
# So many turns are more than the parts that a work is built in.
_MANY = 5
# Kinds that :func:`ranked` may take for another.
RANKABLE = frozenset({Kind.ORDINAL, Kind.QUANTITY, Kind.RANK})


def ranked(figure: Figure, text: str) -> Figure:
    """A figure whose kind its sentence decides.

    第11位, and 第二 after 排, are ranks wherever they stand; 一期 and 二级 name a part or class.
    """
    if figure.kind == Kind.RANK:
        return in_field(figure, text)
    if figure.value is None:
        return figure
    if figure.kind == Kind.ORDINAL:
        return placed(figure, text)
    if figure.kind == Kind.QUANTITY and figure.value.unit in ("期", "级", "号", "届", "等"):
        return figure if figure.value.unit == "期" and _held(figure, text) else replace(figure, kind=Kind.LABEL)
    return figure


def _held(figure: Figure, text: str) -> bool:
    """Whether a number of 期 counts what was held so often (培训班*37期*), and names none (二*期*工程)."""
    told = figure.value.point if figure.value else None
    if told is None or told < _MANY or not figure.text[:1].isdigit():
        return False
    return _COURSE.search(text, max(0, figure.start - REACH // 2), figure.start) is not None


def rank(c: Context) -> Reading:
    """A rank with what is ranked: the list it is told in, the words before its verb, or the figure it is said of."""
    if finish := FINISH.match(c.masked, c.figure.end):
        course = before(c.masked, Span(*(finish.span("course") if finish["course"] else (finish.start(),) * 2)))
        return Reading(c.slot, metric(course.words, subject=c.left.words), metric_span=course.span)
    if (earlier := risen_from(c)) is not None:
        owner = c.sofar[earlier]
        return Reading(c.slot, owner.metric, lead=owner.lead, metric_span=owner.metric_span, inherited=True)
    told = _told(c)
    return replace(told, role="base", opened=True) if left_from(c) else told


def _told(c: Context) -> Reading:
    """A rank with what is ranked, by its own words or by the figure that it is said of."""
    lead = _passing_gaps(c, lead_of(c))
    ends = [r.slot.figure.end for r in c.sofar[-2:] if r.slot.figure.kind not in (Kind.LABEL, Kind.PHRASE)]
    since = c.figure.text[:1] == "第" and SINCE.search(c.masked, clause_start(c.masked, c.figure.start), c.figure.start)
    left = Phrase() if since else _ranked_before(c)
    if _PLACES.issuperset(left.words) or points_back(c, verb_of_rank(c)):
        left = Phrase()  # 收入5.2万元，*位次*列全省第五; 献血率16.2‰，*这一比率*居全省第二
    if listed := ranking(c.masked, c.figure.start, ends):
        own = () if set(left.words) & set(listed) else named_in(left.words)
        return Reading(c.slot, metric(listed, subject=own), lead=lead)
    if (pace := _pace(c, left)) is not None:
        return pace
    if lead is not None and renamed(c, left, lead):
        left = Phrase()
    if left.words:
        told, lead = _summed(c, left.words), _describing(c, lead)
        return Reading(c.slot, told or metric(left.words), lead=lead, metric_span=left.span, inherited=told is not None)
    if described := noun_behind(c):
        return Reading(c.slot, metric(described))
    return _borrowed(c, beyond_field(c, lead))


def _borrowed(c: Context, lead: int | None) -> Reading:
    """A rank that no word of its clause names, of what stands before its clause or, as a list, behind it."""
    if lead is None or not c.sofar[lead].metric.words:
        if (near := rank_before(c)) is not None:
            return Reading(c.slot, near.metric, lead=near.lead, metric_span=near.metric_span, inherited=True)
        named = listed_behind(c.masked, c.figure.end) or topic_before(c)
        return Reading(c.slot, metric(named) if named else _size_of(c), lead=lead)
    owner = c.sofar[lead]
    if _SIZE.search(c.masked, clause_start(c.masked, c.figure.start), c.figure.start):
        lead = _sized(c, lead)
        owner = c.sofar[lead]
    return Reading(c.slot, owner.metric, lead=lead, metric_span=owner.metric_span, inherited=True)


def _describing(c: Context, lead: int | None) -> int | None:
    """What a rank is told of by its index, where that stands before what is ranked: *8万吨*的年产能居全国第二."""
    near = c.sofar[-1].slot.figure if c.sofar else None
    described = near is not None and near.kind in MEASURED and c.masked.startswith("的", near.end)
    same = described and near is not None and clause_start(c.masked, c.figure.start) <= near.start
    return len(c.sofar) - 1 if same else lead


def _sized(c: Context, lead: int) -> int:
    """Of what the size is ranked: not of the share told last, nor of one part: 出口52亿元、进口34亿元，*总量*居第二."""
    owner = c.sofar[lead]
    if owner.slot.figure.kind == Kind.SHARE and owner.lead is not None:
        return owner.lead
    last = owner.slot.figure
    among = c.masked.rfind("其中", 0, last.start)
    totals = (j for j in range(lead - 1, -1, -1) if among >= 0 and c.sofar[j].slot.figure.end <= among)
    whole = next((j for j in totals if dimension_of(c.sofar[j].slot.figure) == dimension_of(last)), lead)
    return whole if c.sofar[whole].metric.words else lead


def _passing_gaps(c: Context, lead: int | None) -> int | None:
    """What a rank is said of, where the figure before it only tells by how much: 水位58米，*超出*警戒3米，列第二."""
    while lead is not None and c.sofar[lead].role in ("gap", "delta"):
        earlier = c.sofar[lead].lead
        lead = earlier if earlier is not None else lead - 1 if lead else None
    return lead


def _pace(c: Context, left: Phrase) -> Reading | None:
    """The rank of a growth: 增加值增长9.1%，*增速*居全市第一; None where no growth is ranked."""
    if _PACE.search(c.masked, clause_start(c.masked, c.figure.start), c.figure.start) is None:
        return None
    if told := tuple(w for w in left.words if not _PACE.match(w)):
        return Reading(c.slot, metric((*told, PACE)), metric_span=left.span)
    grown = (j for j in range(len(c.sofar) - 1, -1, -1) if c.sofar[j].slot.figure.kind is Kind.GROWTH)
    lead = next(grown, beyond_field(c, len(c.sofar) - 1) if c.sofar else None)
    if lead is None or not c.sofar[lead].metric.words:
        return None
    owner = c.sofar[lead]
    if owner.slot.figure.kind not in MEASURED | {Kind.RANK} or owner.slot.figure.first:
        return None
    whose = owner.metric.words
    if owner.slot.figure.kind is Kind.RANK:  # 零售额*总量*全省第五、增速全省第二
        whose = tuple(w for w in whose if not _SIZE.fullmatch(w)) or whose
    named = metric((*whose, PACE))
    return Reading(c.slot, named, lead=lead, metric_span=owner.metric_span, inherited=True)


def _summed(c: Context, told: Sequence[str]) -> Metric | None:
    """What is ranked by how much of it was done: 接待剧组286个，*接待量*居全省第一; None where that is not told.

    So is what is called by the deed: 茶叶*出口*2.8万吨，*出口量*居第三.
    """
    deed = told[0][:-1] if len(told) == 1 and told[0][-1:] in ("量", "数") else ""
    if len(deed) < len("接待"):
        return None
    sums = (r.metric for r in reversed(c.sofar) if deed in (r.metric.verb, r.metric.head) and r.metric.words)
    return next(sums, None)


def _size_of(c: Context) -> Metric:
    """What is ranked by its size alone, of what the clause before names: GDP过千亿的县，*总量*居全市第四."""
    start = clause_start(c.masked, c.figure.start)
    if _SIZE.search(c.masked, start, c.figure.start) is None:
        return Metric("")
    return metric(("经济总量",)) if _ECONOMY.search(c.masked, 0, c.figure.start) else Metric("")


def _ranked_before(c: Context) -> Phrase:
    """The words before the verb of a rank and before the field that it is told in, where there is a verb."""
    verb = verb_of_rank(c)
    if verb is None:
        among = _field_before(c)
        return c.left if among is None else before(c.masked, Span(c.slot.left.start, among))
    start = clause_start(c.masked, verb)
    if (by := _by_what(c, start, verb)) is not None:
        return before(c.masked, Span(start, by))
    field = AMONG.search(c.masked, start, verb)
    end = verb if field is None else field.start()
    begin = max([start, *(r.slot.figure.end for r in c.sofar if r.slot.figure.end <= end)])
    return before(c.masked, Span(begin if field or verb < c.slot.left.start else c.slot.left.start, end))


def _field_before(c: Context) -> int | None:
    """Where the field of a rank begins that does not stand right at it: 吞吐量*全国内河港口*第六; None without one."""
    if not c.figure.among or c.figure.text.startswith(c.figure.among) or "大" in c.figure.text:
        return None
    found = c.masked.rfind(c.figure.among, c.slot.left.start, c.figure.start)
    return found if found >= 0 else None


def _by_what(c: Context, start: int, verb: int) -> int | None:
    """Where an amount begins, with its 以, by which something is ranked: 群众安全感*以99.12分*位列全省第8."""
    last = c.sofar[-1].slot.figure if c.sofar else None
    if last is None or last.start <= start or last.kind != Kind.QUANTITY:
        return None
    by = _BY.search(c.masked, start, last.start)
    return by.start() if by and _BY_WHAT.fullmatch(c.masked, last.end, verb) else None
