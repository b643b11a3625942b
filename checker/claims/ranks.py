"""What a rank ranks, and what is said to be the first."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.borrowed import lead_of
from checker.claims.following import thing
from checker.claims.phrases import before
from checker.claims.readings import Reading, clause_start, metric
from checker.claims.slots import BOUNDARY, REACH
from checker.frozen import replace
from checker.model import Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.phrases import Phrase
    from checker.claims.readings import Context
    from checker.model import Figure

# Nouns of a list that ranks are told in: 在…综合*评价*中，…位居第二.
_LIST_NOUN = re.compile(
    r"评价|排名|排行榜?|评比|考核|榜单?|评估|指数|测评|竞赛|大赛|比赛|(?:[十百千]|[1-9]00?0?)强(?:名单|榜单?|县市?|企业)?|评选|监测|名单"
)
# What was done with a list that an article tells of, and is no part of its name: *公布的*群众安全感测评.
_RELEASED = frozenset(
    {"公布", "发布", "揭晓", "出炉", "通报", "刊发", "推出", "开展", "组织", "参加", "举行", "进行", "最新"}
)
# A list that the sentences before tell of: *县域经济百强榜单*揭晓.
_OUT = re.compile(r"(?:日前|近日|昨日|今日|今天|昨天|正式|重磅)?(?:揭晓|发布|出炉|公布|发榜)")
# The amount that a rank is told by stands behind 以: 安全感*以*99.12分*位列*第8.
_BY = re.compile(r"以$")
# What a clause begins with that only tells where the numbers come from.
_SOURCE = re.compile(r"\s*(?:根?据|按照?|经)")
# The field of a rank with its number: *在全省*14个*市中*.
_IN = re.compile(r"[在居列][^，。；0-9]{0,6}$")
_WITHIN = re.compile(r"[^，。；0-9]{0,10}[中里]")
_MEASURES = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH)
# The noun right before its number is the verb of a rank: 在…评价中，我市*排名*第二.
_IS_PLACED = re.compile(r"(?:排名|排行)第?")
# The verb of a rank: what is ranked stands before it, the field after it (出货量*跃居*国产品牌第二).
_PLACED = re.compile(r"稳居|位居|跃居|跻身|名列|位列|分列|排名|排在|排到|升至|跃升至|跃升为|占据|[居列排](?![家于])")
# The field that stands before the verb: *在全国沿海港口中*排在第12位.
_AMONG_FIELD = re.compile(r"在[^，。；！？]{1,24}[中里内上]?$")
_PLACED_AT = re.compile(r"(?:(?:名次|位次|排名)[是为列]?|排名?|排在|位?居|位?列|名列|位于|跃居|跃升至|升至)$")
# What is ranked is the amount, and not the share that was told of it last: *规模*居全省第三.
_SIZE = re.compile(r"规模|总量|总额|总数|总值")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FIELD = re.compile(r"全国|全省|全市|全区|全县|全球|世界|亚洲")


# Words of a list's name that say where it is of.
_FIELDS = frozenset({"中国", "全国", "全省", "全市", "全球", "我国", "我省", "我市", "世界"})
# Kinds that :func:`ranked` may take for another.
RANKABLE = frozenset({Kind.ORDINAL, Kind.QUANTITY})


def ranked(figure: Figure, text: str) -> Figure:
    """A figure whose kind its sentence decides.

    第11位, and 第二 after 排, are ranks wherever they stand; 一期 and 二级 name a part or class.
    """
    if figure.value is None:
        return figure
    if figure.kind == Kind.ORDINAL:
        ends = text[figure.end : figure.end + 1] in ("", *"，。；！？、）")
        placed = ends and _PLACED_AT.search(text[max(0, figure.start - 4) : figure.start])
        if not placed and text[figure.end - 1] not in "位名":
            return figure
        fields = _FIELD.findall(text[max(0, figure.start - 16) : figure.start])
        return replace(figure, kind=Kind.RANK, among=fields[-1] if fields else figure.among)
    if figure.kind == Kind.QUANTITY and figure.value.unit in ("期", "级", "号", "届", "等"):
        return replace(figure, kind=Kind.LABEL)
    return figure


def first(c: Context, role: str) -> Reading:
    """What is the first of its kind: the words of its clause before 首个 and after it."""
    described = thing(c.masked, _clause_after(c.masked, c.figure.end))
    owner = () if c.left.listed else thing(c.masked, Span(c.slot.left.start, c.figure.start)).words
    named = tuple(dict.fromkeys((*owner, *described.words)))
    span = described.span if described.words else c.left.span
    return Reading(c.slot, metric(named, described.words, c.verb), role, metric_span=span)


def _clause_after(masked: str, at: int) -> Span:
    """The rest of the clause from ``at``, with the figures that are part of a name: 首台国产*5.0T*磁共振."""
    ends = BOUNDARY.search(masked, at, at + REACH)
    return Span(at, ends.start() if ends else min(len(masked), at + REACH))


def rank(c: Context) -> Reading:
    """A rank with what is ranked: the list it is told in, the words before its verb, or the figure it is said of."""
    lead = lead_of(c)
    ends = [r.slot.figure.end for r in c.sofar[-2:] if r.slot.figure.kind != Kind.LABEL]
    if listed := _ranking(c.masked, c.figure.start, ends):
        return Reading(c.slot, metric(listed), lead=lead)
    left = c.left
    placed = [m.start() for m in _PLACED.finditer(c.masked, c.slot.left.start, c.figure.end)]
    if placed:
        field = _AMONG_FIELD.search(c.masked, clause_start(c.masked, placed[-1]), placed[-1])
        begin = _clear(c, field.start()) if field else c.slot.left.start
        left = before(c.masked, Span(begin, field.start() if field else placed[-1]))
        left = left if left.words or field else _ranked_by(c, left)
    if left.words:
        return Reading(c.slot, metric(left.words), lead=lead, metric_span=left.span)
    lead = _beyond_field(c, lead)
    if lead is None:
        return Reading(c.slot, Metric(""))
    owner = c.sofar[lead]
    size = _SIZE.search(c.masked, c.slot.left.start, c.figure.start)
    if size and owner.slot.figure.kind == Kind.SHARE and owner.lead is not None:
        lead, owner = owner.lead, c.sofar[owner.lead]
    return Reading(c.slot, owner.metric, lead=lead, metric_span=owner.metric_span, inherited=True)


def _clear(c: Context, at: int) -> int:
    """Where the text begins that can name what stands before ``at``: with its clause, behind the last figure in it."""
    told = (r.slot.figure.end for r in reversed(c.sofar) if r.slot.figure.end <= at)
    return max(clause_start(c.masked, at), next(told, 0))


def _ranked_by(c: Context, left: Phrase) -> Phrase:
    """What is ranked by the amount before the verb: *群众安全感*以99.12分位列第8."""
    amount = next((r.slot.figure for r in reversed(c.sofar) if r.slot.figure.kind in _MEASURES), None)
    if amount is None or amount.start < clause_start(c.masked, c.figure.start):
        return left
    by = _BY.search(c.masked, max(0, amount.start - 1), amount.start)
    return before(c.masked, Span(_clear(c, by.start()), by.start())) if by else left


def _beyond_field(c: Context, lead: int | None) -> int | None:
    """What a rank is said of where the figure before it only counts its field: 票房3亿元，在全省*14个*市中排在第三."""
    if lead is None:
        return None
    counted = c.sofar[lead].slot.figure
    start = clause_start(c.masked, c.figure.start)
    if (
        counted.start < start
        or not _IN.search(c.masked[start : counted.start])
        or not _WITHIN.match(c.masked, counted.end)
    ):
        return lead
    told = (j for j in range(lead - 1, -1, -1) if c.sofar[j].metric.text and c.sofar[j].slot.figure.kind in _MEASURES)
    return next(told, None)


@lru_cache(maxsize=8)
def _list_nouns(masked: str) -> tuple[tuple[int, int], ...]:
    """The spans of the nouns that lists are called by: found once a sentence, however many ranks ask for them."""
    return tuple(m.span() for m in _LIST_NOUN.finditer(masked))


def _ranking(masked: str, at: int, ends: Sequence[int] = ()) -> tuple[str, ...]:
    """The words of the list that a rank is told in; ``ends``: where the figures before it end, in order."""
    nouns = _list_nouns(masked)
    last = bisect_right(nouns, at, key=itemgetter(1))
    for start, end in nouns[max(0, last - 2) : last][::-1]:
        opens = max((e for e in ends if e <= start), default=0)  # 金牌榜第二、*总分榜*第一
        begin = clause_start(masked, start)
        if _SOURCE.match(masked, begin) and masked[end : end + 1] == "，":
            continue  # *据第三方监测*，全县网络零售额24.7亿元，居全省第一
        found = before(masked, Span(max(begin, end - REACH, opens), end)).words
        while len(found) > 1 and found[0] in _RELEASED:
            found = found[1:]
        if found or not _IS_PLACED.fullmatch(masked, start, at):
            return found
    return ()


def listed(told: Sequence[Reading], text: str, earlier: str) -> list[Reading]:
    """The readings of a sentence, its ranks as of the list that was just told to be out, where they name none.

    ``earlier``: what stands before the sentence in its paragraph. 百强榜单*揭晓*。我市位列第46位。
    """
    if not any(_unlisted(r, text) for r in told):
        return list(told)
    out = list(_OUT.finditer(earlier))
    found = _ranking(earlier, out[-1].start()) if out else ()
    found = tuple(w for w in found if not _YEAR.fullmatch(w) and w not in _FIELDS)
    if not found:
        return list(told)
    return [_in_list(r, found) if _unlisted(r, text) else r for r in told]


def _unlisted(r: Reading, text: str) -> bool:
    """Whether a rank is told by its amount or of nothing, so that a list must be known before."""
    f = r.slot.figure
    if f.kind != Kind.RANK or f.first or f.value is None or _ranking(text, f.start):
        return False
    return not r.metric.text or "以" in text[clause_start(text, f.start) : f.start]


def _in_list(r: Reading, found: tuple[str, ...]) -> Reading:
    return replace(r, metric=metric(found), metric_span=None, lead=None)
