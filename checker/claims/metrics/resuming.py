"""Figures that leave out what they count because it was just told: 累计*完工*1128个, *东片*97个, 升学*的占*38%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.phrases import before
from checker.claims.metrics.readings import ASPECTS, MEASURED, Reading, dimension_of, metric
from checker.claims.words.segments import classes, has_letters, is_verb, segment
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind, Span

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context
    from checker.model import Metric

# A clause of fewer words only says that the things were added.
_SHORTEST = 2
_STANDING = frozenset({"以上", "以下", "留在", "有", "具有", "获得", "无", "没有"})
_COUNTABLE = frozenset({"个体", "人", "户", "台次"})
# What stands between a clause that describes some of the counted and their number: 升学*的占*38%, 结案*的有*603件.
_SOME = re.compile(
    r"(?P<who>[^，。；：！？]{2,28})的(?:人数|数量)?(?P<has>(?:已有|已|共有|还有|就有|则有|仅有|只有|仅|只|有|占到|占|达到?|为|约|近|超过|接近)*)$",
    needs="的",
)
# What stands behind a figure that ends its clause; "" at the end of a sentence.
_CLOSED = frozenset((*"，。；：、！？）)和及 ", ""))
# What a change begins with, a figure is held against or a part is of: 由上届*的8个*, 占全国*的47%*.
_AGAINST = re.compile(
    r"""
    ^(?:自|到|超|加) | (?<![理自缘])由 | (?<![跟服听])从(?![事业军教医]) | (?<!对)比(?![赛例重亚]) | 较(?!量)
  | 占 | (?<=[增升降减少涨跌加高低提长展大小短缩扩])到 | 超过 | 相当 | 低于 | 高于 | [ ]{2}
    """,
    re.VERBOSE,
)
# A whole that is told in the same breath: *教师中*有博士学位的占七成.
_WITHIN = re.compile(r"^(?P<whole>[㐀-鿿]{2,10})[当之]?中，?(?P<who>.{2,})$", needs="中")
_WHOLE = re.compile(r"(?:^|[，；。：])(?P<whole>[㐀-鿿]{2,12})[当之]?[中里]，", needs=("中，", "里，"))
_AMONG = re.compile(r"^(?:其中|当中|里面)")


def lacks_subject(r: Reading, text: str) -> bool:
    """Whether a figure by its verb, or by the place or the house right before it, is one of what was told before.

    ``text``: that of its sentence, in which its clause must end with it.
    """
    f = r.slot.figure
    if r.deed or text[f.end : f.end + 1] not in _CLOSED:
        return False
    if f.kind is not Kind.QUANTITY or r.metric.text or r.role != "value" or dimension_of(f) not in _COUNTABLE:
        return False
    return bool(r.metric.verb and r.metric.verb not in words("verbs", "having")) or r.slot.owned >= 0


def taken_up(own: Metric, told: Metric) -> Metric:
    """A metric that was told before, with the verb of a figure that takes it up."""
    return replace(told, verb=own.verb or told.verb, event=own.event or told.event, level=told.level and not own.event)


def some_of(c: Context) -> Reading | None:
    """Some of what was just counted, by the clause before 的 that says which; None where no such stands there."""
    who = _which(c)
    if not who:
        return None
    share = c.figure.kind is Kind.SHARE
    role = "value" if share else "subset"
    if (within := _WITHIN.match(who)) is not None:
        whole = before(within["whole"], Span(0, len(within["whole"]))).words
        return Reading(c.slot, metric(whole, predicate=within["who"]), role) if whole else None
    if told := _within_before(c):
        return Reading(c.slot, metric(told, predicate=who), role)
    at = next((i for i in range(len(c.sofar) - 1, -1, -1) if _counts(c, c.sofar[i])), None)
    if at is None:
        return Reading(c.slot, metric(_clause(who)), role) if share or not c.left.words else None
    own = replace(c.sofar[at].metric, predicate=who, verb="", subject=())
    return Reading(c.slot, own, role, at if share else None, inherited=True)


def _clause(who: str) -> tuple[str, ...]:
    """The words of a clause that says who or which they are, by which alone they are known: *选“太远”的*占两成."""
    return tuple(w for w in segment(who) if has_letters(w) and w not in ASPECTS)


def _within_before(c: Context) -> tuple[str, ...]:
    """The whole that a clause before names: *就业的学生中*，留在本省的超过一半; () where none does."""
    half = c.masked.rfind("；", 0, c.figure.start) + 1
    found = list(_WHOLE.finditer(c.masked, half, c.slot.left.start))
    return before(c.masked, Span(*found[-1].span("whole"))).words if found else ()


def _which(c: Context) -> str:
    """The clause before 的 that says which of the counted a figure is of; "" where there is none."""
    share = c.figure.kind is Kind.SHARE
    counts = share or (c.figure.kind is Kind.QUANTITY and dimension_of(c.figure) in _COUNTABLE)
    if not counts or c.right.words or (not share and c.masked[c.figure.end : c.figure.end + 1] not in _CLOSED):
        return ""
    m = _SOME.search(c.masked, c.slot.left.start, c.figure.start)
    if m is None or _AGAINST.search(m["who"]) or (share and not m["has"]):
        return ""
    who = _AMONG.sub("", m["who"].strip())
    again = bool(c.sofar) and bool(c.sofar[-1].metric.predicate) and c.sofar[-1].role == "subset"
    return who if _acts(who, again=again) else ""


def _acts(who: str, *, again: bool) -> bool:
    """Whether a clause before 的 tells what some do or how they stand, and not whose they are.

    ``again``: such a clause stands right before it, so that a verb alone will do.
    """
    known, told = classes(), segment(who)
    if (len(told) < _SHORTEST and not again) or told[-1] in words("terms", "agents"):
        return False
    return "“" in who or any(is_verb(w) or w in known.flow or w in _STANDING for w in told)


def _counts(c: Context, r: Reading) -> bool:
    """Whether an earlier figure counts what the one of ``c`` can be some of."""
    f = r.slot.figure
    if f.kind is not Kind.QUANTITY or not r.metric.text or f.kind not in MEASURED:
        return False
    dimension = dimension_of(f)
    if "其中" in c.masked[r.slot.left.start : f.start]:
        return False
    return dimension in _COUNTABLE and (c.figure.kind is Kind.SHARE or dimension == dimension_of(c.figure))
