"""What a rank is of that no word before its verb names: the noun behind it, the topic before its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.borrowed import described_by
from checker.claims.metrics.fields import AMONG
from checker.claims.metrics.phrases import before, tokens_of
from checker.claims.metrics.predicating import measure
from checker.claims.metrics.readings import clause_start, dimension_of
from checker.claims.metrics.slots import REACH
from checker.claims.words.segments import classes, has_letters, is_verb
from checker.lexicon import words
from checker.model import Kind, Span

if TYPE_CHECKING:
    from checker.claims.metrics.phrases import Phrase
    from checker.claims.metrics.readings import Context, Reading

# A word that points at what was just told, all that stands before the verb: 献血率为16.2‰，*这一比率*居全省第二.
_POINTED = re.compile(
    r"[\s“]*(?:这|该|此|上述)(?:一|个|项)?(?P<noun>[㐀-鿿]{2,4}?)[也还已均都则更就]?\s*$",
    needs=("这", "该", "此", "上述"),
)
# What stands between two ranks of one thing, the dates blanked.
_AND = re.compile(r"[，、和及]?\s*(?:而|并|且|也|更|还|同时)?(?:在|则)?\s*(?:[是为居列排]|位居|位列|排名|排在)?\s*")
# Before whom or what a measure is taken of: 企业*对*政务服务的满意度.
_OF = frozenset("对在从由向为给跟和与")
_NUMBERS = frozenset({"数字", "数据", "比例", "比率", "比重", "占比", "水平", "成绩", "指标", "总数", "得分"})


def points_back(c: Context, verb: int | None) -> bool:
    """Whether all that stands before the verb of a rank points at what was told before: *这一比率*居全省第二."""
    end = c.figure.start if verb is None else verb
    start = clause_start(c.masked, end)
    field = AMONG.search(c.masked, start, end)
    found = _POINTED.match(c.masked, start, end if field is None else field.start())
    return found is not None and (found["noun"] in _NUMBERS or measure(found["noun"]))


def renamed(c: Context, left: Phrase, lead: int) -> bool:
    """Whether the one word before a rank only names anew how long the thing before it is: 主跨1120米，*跨度*居第二."""
    r = c.sofar[lead]
    near = r.slot.clause + 1 == c.slot.clause and dimension_of(r.slot.figure) == "长度"
    alike = len(left.words) == 1 and not set(left.words[0]).isdisjoint(r.metric.head)
    return near and alike and r.slot.figure.kind is Kind.QUANTITY


def rank_before(c: Context) -> Reading | None:
    """The rank right before one without a name, of one thing with it: *全市第一*、全省第三; *第四*，2023年是第七."""
    near = next((r for r in reversed(c.sofar) if r.slot.figure.kind not in (Kind.DATE, Kind.DURATION)), None)
    if near is None or near.slot.figure.kind is not Kind.RANK or near.slot.figure.first or not near.metric.words:
        return None
    return near if _AND.fullmatch(c.masked, near.slot.figure.end, c.figure.start) else None


def noun_behind(c: Context) -> tuple[str, ...]:
    """The measure that a rank describes: 全省第三的*海带产量*; () where it describes a thing, or nothing."""
    named = described_by(c)
    return named if named and measure(named[-1]) and named[-1] not in _NUMBERS else ()


def topic_before(c: Context) -> tuple[str, ...]:
    """What the clause before names and says nothing of, where it holds no figure: *企业对政务服务的满意度*，居第三.

    () where it tells of a deed, or ends in no measure.
    """
    start = clause_start(c.masked, c.figure.start)
    if c.masked[start - 1 : start] != "，":
        return ()
    opens = max(clause_start(c.masked, start - 1), start - 1 - REACH)
    if any(r.slot.figure.start >= opens and r.metric.text for r in c.sofar):
        return ()
    found = before(c.masked, Span(opens, start - 1))
    if found.span.end != start - 1 or not found.words or not measure(found.words[-1]):
        return ()
    of = 1 + max((i for i, w in enumerate(found.words) if w in _OF), default=-1)
    return found.words[of:] if of else _with_owner(c.masked, Span(opens, found.span.start), found.words)


def _with_owner(masked: str, span: Span, named: tuple[str, ...]) -> tuple[str, ...]:
    """A measure with what it is said to be of before 的: *营商环境*的满意度."""
    if not masked.endswith("的", span.start, span.end):
        return named
    known = classes()
    told = [w for w, _ in tokens_of(masked, Span(span.start, span.end - 1)) if has_letters(w)]
    kept: list[str] = []
    for w in reversed(told):
        if w in known.stop or w in known.light or w in _OF or is_verb(w) or w in words("organisations", "pronouns"):
            break
        kept.append(w)
    return (*reversed(kept), *named)
