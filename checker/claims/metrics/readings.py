"""A figure with what it is read to be a figure of, and what stands around it while that is worked out."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.slots import Slot
from checker.claims.words.segments import classes
from checker.figures.units import dimension
from checker.frozen import dataclass
from checker.lexicon import words
from checker.model import Figure, Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.phrases import Phrase

# What a house or a place has room for, at most so many characters before its number.
_ABLE = re.compile(
    r"[可能](?:同时|够|以|一次性?)?(?:提供|容纳|停放|停靠|安置|收治|接纳|存放|储存|存储)[^，。；：]{0,10}$"
)
_NEAR = 20
_CLAUSE_END = re.compile("[，；：。！？]")
MEASURED = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.NUMBER})
# Kinds that say something of the figure before them when they name nothing themselves.
DEPENDENT = frozenset({Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK})
# Particles that say how a verb stands in time and are no verb.
ASPECTS = frozenset({"了", "过", "着"})
COUNTABLE = frozenset({"个体", "人", "户", "人次", "台次", "场次", "批次", "种类", "床位", "学位", "机位"})


@dataclass(frozen=True)
class Reading:
    """A slot with its metric; ``lead`` indexes the figure it qualifies, ``whole`` the total it is part of.

    ``deed``: the verbs at a figure that nothing else names.
    """

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
    deed: tuple[str, ...] = ()


class Context:
    """A slot in its sentence: the phrases on either side of the figure, and the readings of the figures before it.

    ``masked`` is the sentence with dates, asides and owners blanked, offsets unchanged. ``verb``: the verb that carries
    the figure. ``changed``: that at the figure is one of change, so that it is told by how much. ``level``: the figure
    is told as a level, and not as what happened in a stretch of time; ``event``: by a verb of doing. ``countable``: its
    unit counts single things, people or occasions.
    """

    __slots__ = ("changed", "countable", "event", "figure", "left", "level", "masked", "right", "slot", "sofar", "verb")

    def __init__(self, masked: str, slot: Slot, left: Phrase, right: Phrase, sofar: Sequence[Reading]) -> None:
        """``left``/``right``: the phrases around the figure of ``slot``; ``sofar``: the readings before it."""
        figure = slot.figure
        self.masked, self.slot, self.figure = masked, slot, figure
        self.left, self.right, self.sofar = left, right, sofar
        self.countable = dimension_of(figure) in COUNTABLE
        self.verb, self.level, self.event, self.changed = "", False, False, False
        if verbs := left.verbs:
            flow, gathering, mere = classes().flow, words("verbs", "gathering"), words("verbs", "mere")
            self.verb = verb_of(left)
            having = [_of_having(v) for v in verbs]
            self.level = True in having or not gathering.isdisjoint([flow.get(v) for v in verbs])
            self.event = bool([v for v, has in zip(verbs, having, strict=True) if not has and v not in mere])
            first = next((v for v in verbs if v not in ASPECTS), "")
            self.changed = first in words("verbs", "changes")
        self.level = self.level or figure.text.startswith(_passed()) or self._able()
        self.event = self.event and not self.level

    def _able(self) -> bool:
        """Whether a figure tells what there is room for: *可提供*床位5200张."""
        clause = self.masked[max(self.slot.left.start, self.figure.start - _NEAR) : self.figure.start]
        return ("可" in clause or "能" in clause) and _ABLE.search(clause) is not None


@cache
def _passed() -> tuple[str, ...]:
    return tuple(sorted(words("verbs", "passed")))


def _of_having(verb: str) -> bool:
    return verb in words("verbs", "level") or verb in classes().stock


def metric(  # noqa: PLR0913 - the fields of a metric, most by name
    named: Sequence[str],
    counted: Sequence[str] = (),
    verb: str = "",
    *,
    predicate: str = "",
    level: bool = False,
    event: bool = False,
    subject: tuple[str, ...] = (),
) -> Metric:
    """The metric that some words name, the last of them its head.

    >>> metric(("规上", "工业", "总产值")).head
    '总产值'
    >>> metric(()).text
    ''
    """
    if not named:
        return Metric("", (), "", "".join(counted), verb, predicate, level, event, subject)
    return Metric("".join(named), tuple(named), named[-1], "".join(counted), verb, predicate, level, event, subject)


def verb_of(phrase: Phrase) -> str:
    """The canonical verb of doing that was passed before a figure, else one of having; "" if there was none.

    >>> from checker.claims.metrics.phrases import Phrase
    >>> verb_of(Phrase(verbs=("达到", "净增")))
    '新增'
    >>> verb_of(Phrase(verbs=("为",)))
    ''
    """
    if not phrase.verbs:
        return ""
    known = classes()
    for v in phrase.verbs:
        if v in known.flow:
            return known.flow[v]
        if v in words("verbs", "standing_so"):
            break  # 围绕乡村建设*提出*9项工程
    return next((v for v in phrase.verbs if v in known.cumulative or v in known.stock), "")


def dimension_of(figure: Figure) -> str:
    """The dimension of a figure's unit; "" for a figure without a value."""
    return dimension(figure.value.unit) if figure.value else ""


def clause_start(text: str, at: int) -> int:
    """The offset of the clause that ``at`` stands in, by full-width marks alone.

    >>> clause_start("稳中有进，总值居首", 7), clause_start("总值居首", 2)
    (5, 0)
    """
    ends = _clause_ends(text)
    before = bisect_right(ends, at)
    return ends[before - 1] if before else 0


@lru_cache(maxsize=8)
def _clause_ends(text: str) -> tuple[int, ...]:
    """The offset after each mark that ends a clause: found once a sentence, however many figures ask for it."""
    return tuple(m.end() for m in _CLAUSE_END.finditer(text))
