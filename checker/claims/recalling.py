"""What the sentences around it leave to a figure: its subject, what was asked, what it is said to have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.metrics.doing import by_deed
from checker.claims.metrics.phrases import Phrase
from checker.claims.metrics.ranked_lists import listed_before
from checker.claims.metrics.ranks import PACE
from checker.claims.metrics.readings import MEASURED, metric
from checker.claims.metrics.referring import alone, answered, asked, explained, pointed, queried, referred
from checker.claims.metrics.resuming import lacks_subject, taken_up
from checker.claims.metrics.running import Running, listed
from checker.figures.dates import dates
from checker.figures.units import dimension
from checker.frozen import replace
from checker.model import Kind, Metric

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.claims.metrics.readings import Reading
    from checker.claims.times.governed import Governed
    from checker.model import Sentence

# How much of what stands before a sentence is kept for its pronouns.
_EARLIER = 200
# Who asks in an interview.
_ASKERS = ("记者", "问", "本报", "本刊", "本报记者", "本刊记者", "主持人")
# Dimensions in which most things are told, and so few sentences back what was told in them is still spoken of.
_COMMON, _FEW = frozenset({"个体", "人", "户", "人民币", "质量", "面积", ""}), 3
ASKING, _UNASKED = ("？", "?"), Phrase()


class Recall:
    """What an article has told up to a sentence, as far as later ones leave it out.

    ``earlier``: the text right before the sentence. ``asked``: its paragraph is a question of an interview.
    """

    def __init__(self, source: str = "") -> None:
        """Nothing told yet; ``source``: the paper, which asks by its own name: *财经周报：*今年有什么打算？"""
        self._asks = tuple(
            w + mark for mark in "：:" for w in (*_ASKERS, *(source[i:] for i in range(len(source) - 1)))
        )
        self.earlier, self.asked = "", False
        self._last: dict[str, Metric] = {}
        # In which sentence an amount in each unit was last told with its name.
        self._named: dict[str, int] = {}
        # What alone was told in each unit so far; None where several things were.
        self._only: dict[str, Metric | None] = {}
        # In which sentence an amount was last told with its name, whatever its unit, and that name.
        self._amount: tuple[int, Metric] = -2, Metric("")
        self._topic, self._query = Phrase(), _UNASKED
        self._running = Running()
        # The sentence that says what a figure by itself was of, by its index, and what it says.
        self._explains = -1, Phrase()

    def enter(self, text: str) -> bool:
        """Enters a paragraph by its first sentence; whether it answers the paragraph before."""
        follows, self.asked = self.asked, text.startswith(self._asks)
        if self.asked:
            self._last.clear()  # what is asked next is answered next
            self._running.clear()
        self._topic = asked(text) if self.asked else self._topic if follows else Phrase()
        return follows

    def passed(self, text: str) -> None:
        """Leaves a sentence behind."""
        self.earlier = (self.earlier + text)[-_EARLIER:]
        self._query = queried(text) if text.endswith(ASKING) else _UNASKED

    def told(self, sentence: Sentence, told: Sequence[Reading]) -> list[Reading]:
        """The readings of a sentence with what its neighbours say of them."""
        found = listed_before(referred(told, sentence.text, self.earlier), self.earlier)
        named = self._elided(self._running.told(found, sentence.text, sentence.index, sentence.paragraph), sentence)
        named = _with_their_lead(told, named)
        if self._query.words and alone(sentence.text, [r.slot.figure for r in told]):
            named = [answered(r, self._query) for r in named]
        if self._topic.words and not self.asked:
            named = [answered(r, self._topic) for r in named]
        if sentence.index == self._explains[0]:
            named = [answered(r, self._explains[1]) for r in named]
        return by_deed(named)

    def explained(
        self, after: Sentence, told: Sequence[Reading], days: Sequence[Governed], published: date | None
    ) -> tuple[list[Reading], list[Governed]]:
        """Names a figure that stands by itself by the sentence after it: 引才：1086人。*这是全年新引进的博士人数*。"""
        topic, named = explained(after.text)
        if not topic.words:
            return list(told), list(days)
        own = [f.period for f in dates(named, published) if f.period is not None]
        if own:
            days = [d if d.period and d.period.explicit else replace(d, period=own[-1]) for d in days]
        self._explains = after.index, topic
        return [answered(r, topic) for r in told], list(days)

    def _elided(self, told: Sequence[Reading], sentence: Sentence) -> list[Reading]:
        """Gives figures whose subject is left out the metric last told in their unit."""
        text, index = sentence.text, sentence.index
        out: list[Reading] = []
        for r in told:
            f = r.slot.figure
            unit = f.value.unit if f.value else ""
            if r.role == "goal" and (goal := self._grown(r, index) or self._goal(r, unit, index)):
                r = replace(r, metric=goal, inherited=True)  # noqa: PLW2901
            elif (
                f.kind in MEASURED
                and r.role in ("value", "base")
                and ((not r.metric.text and r.slot.dated) or pointed(r))
                and unit in self._last
            ):
                r = replace(r, metric=self._last[unit], inherited=True)  # noqa: PLW2901
            elif f.kind == Kind.GROWTH and pointed(r) and (named := _last_named(out)) is not None:
                r = replace(r, metric=named, inherited=True)  # noqa: PLW2901
            elif self._named.get(unit, -2) >= index - 1 and lacks_subject(r, text):
                r = replace(r, metric=taken_up(r.metric, self._last[unit]), inherited=True)  # noqa: PLW2901
            elif (
                f.kind in MEASURED
                and r.metric.text
                and r.role in ("value", "base")
                and r.whole is None
                and not listed(text, told, len(out))
            ):
                self._last[unit] = r.metric
                self._named[unit] = index
                only = self._only.setdefault(unit, r.metric)
                self._only[unit] = r.metric if only is not None and only.text == r.metric.text else None
                if f.kind == Kind.QUANTITY:
                    self._amount = index, r.metric
            out.append(r)
        return out

    def _grown(self, r: Reading, index: int) -> Metric | None:
        """What is to grow or to fall of which only the end is named: 事故死亡64人. 距*亡人数*下降8%的目标…."""
        at, told = self._amount
        near = r.slot.figure.kind == Kind.GROWTH and at >= index - 1 and bool(told.words)
        return told if near and told.text.endswith(r.metric.text) else None

    def _goal(self, r: Reading, unit: str, index: int) -> Metric | None:
        """What a goal is of that names nothing, or only the end of what was just told (年末*余额*480亿元的目标)."""
        if self._named.get(unit, -2) < index - 1:
            return self._only_told(r, unit, index)
        told = self._last[unit]
        if r.deed or r.metric.counted or (r.metric.words and (told.head != r.metric.text or len(told.words) == 1)):
            return None
        return told

    def _only_told(self, r: Reading, unit: str, index: int) -> Metric | None:
        """What alone was told so far in the unit of a goal without a name: *480万标箱的目标*不变."""
        if r.metric.words or r.deed or not unit:
            return None
        near = dimension(unit) not in _COMMON or self._named.get(unit, -_FEW) >= index - _FEW
        return self._only.get(unit) if near else None


def _with_their_lead(told: Sequence[Reading], named: list[Reading]) -> list[Reading]:
    """The readings with what each borrowed named as its lead now is: 这一数字变为1468家，超过*1450家*目标.

    So is the pace that is ranked of it: 去年这个数字是20万吨，增长9%，*增速*居第三.
    """
    for i, r in enumerate(named):
        if r.lead is None or not r.inherited or not _begins(r, told[r.lead].metric):
            continue
        was, own = told[r.lead].metric, named[r.lead].metric
        if own.text and own.text != was.text:
            more = r.metric.words[len(was.words) :]
            fuller = metric((*own.words, *more)) if more else own
            named[i] = replace(r, metric=replace(fuller, verb=r.metric.verb or own.verb))
    return named


def _begins(r: Reading, was: Metric) -> bool:
    """Whether a reading is named as its lead was, or is the rank of a pace of that."""
    pace = r.slot.figure.kind is Kind.RANK and bool(was.words) and r.metric.words == (*was.words, PACE)
    return pace or r.metric.text == was.text


def _last_named(told: Sequence[Reading]) -> Metric | None:
    """The metric of the last figure that names one; None where none does."""
    return next((r.metric for r in reversed(told) if r.slot.figure.kind in MEASURED and r.metric.text), None)
