"""What a goal is of that someone sets behind its topic: 全年的游客接待量，*局里定在*3200万人次."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.phrases import before, sizes
from checker.claims.metrics.preceding import measured
from checker.claims.metrics.readings import Reading, clause_start, metric
from checker.claims.words.segments import is_verb, segment
from checker.lexicon import words
from checker.model import Kind, Span

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context

# So many characters before a figure tell who set it, and so many before that what it is of.
_NEAR, _FAR = 20, 32
# What leads to a topic: *至于*产值，公司定在90亿元.
_LED = re.compile(r"\s*(?:至于|关于|对于|针对|说到|谈到|提到|论)?\s*的?")
# A goal by what is to be done: 全年的*销售*目标.
_OF_DEED = re.compile("(?:年度|全年)?(?P<deed>[㐀-鿿]{2})(?:总|预期)?(?:目标|任务)")
_AIMED = {Kind.QUANTITY, Kind.SHARE, Kind.RATE}


@cache
def _sets() -> re.Pattern[str]:
    verbs = sorted(words("verbs", "settling"), key=lambda w: (-len(w), w))
    told = "|".join(map(re.escape, verbs))
    return re.compile(
        rf"[，：](?P<who>[^，。；：、的0-9]{{0,8}}?)[把将]?(?:目标|任务|指标)?就?(?:{told})了?\s*$", needs=verbs
    )


def set_for(c: Context) -> Reading | None:
    """A goal that someone sets for what the clause before names; None for any other figure.

    Not where the clause of the verb names a measure itself (全年销售，*产值*定在90亿元).
    """
    if c.figure.kind not in _AIMED or c.right.words:
        return None
    end = c.figure.start
    set_ = _sets().search(c.masked, max(0, end - _NEAR), end)
    if set_ is None or not _someone(set_["who"]):
        return None
    cut = set_.start()
    start = max(clause_start(c.masked, cut), cut - _FAR)
    led = _LED.match(c.masked, start, cut)
    begins = led.end() if led else start
    found = before(c.masked, Span(begins, cut))
    if (deed := _OF_DEED.fullmatch(c.masked, begins, cut)) is not None:
        return Reading(c.slot, metric((deed["deed"],), (), "", level=c.level), metric_span=Span(*deed.span("deed")))
    goals = words("terms", "goals")
    named = tuple(w for w in found.words if w not in goals)
    told = len(named) < len(found.words) or measured(named) or (bool(named) and named[-1].endswith(tuple(sizes())))
    if not named or not told or c.masked[begins : found.span.start].strip():
        return None
    return Reading(c.slot, metric(named, (), "", level=c.level), metric_span=found.span)


def _someone(who: str) -> bool:
    """Whether words before a verb can be who does it: a name that is blanked, a pronoun, a body, and no measure."""
    told = segment(who.strip())
    return not told or not (measured(told) or told[-1] in sizes() or is_verb(told[-1]))
