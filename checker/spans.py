"""How long a work took or a show was open, told in one article, against the days that others tell."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import months_between
from checker.lengths import Length, length, more_months
from checker.lexicon import pattern
from checker.lexicon import words as listed
from checker.model import Claim, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_REACH = 72
# Months that the telling of a work may lag behind its end, or round it.
_SPARE = 2
# What a work is to take, and not what it took: 2022年9月开工，*工期*四年半.
_PLANNED = re.compile(r"(?:工期|建设期|周期)[^，。；]{0,4}$", needs=("工期", "建设期", "周期"))


@cache
def words() -> dict[str, re.Pattern[str]]:
    """What follows the day on which a work or a show begins or ends."""
    shown, over = pattern("durations", "shown"), pattern("durations", "over")
    return {
        "begun": re.compile(
            r"^[^，。；]{0,12}(?:开工|动工|破土|奠基|开建)", needs=("开工", "动工", "破土", "奠基", "开建")
        ),
        "shown": re.compile(rf"^[^，。；]{{0,10}}{shown}", needs=listed("durations", "shown")),
        "over": re.compile(rf"^[^，。；]{{0,6}}{over}", needs=listed("durations", "over")),
        "done": re.compile(rf"^[^。；！]{{0,60}}{pattern('durations', 'done')}", needs=listed("durations", "done")),
    }


def role(claim: Claim, *, work: bool) -> str:
    """What a day does to a work, or to a show: ``begins`` it, ``ends`` it; "" if neither.

    >>> from types import SimpleNamespace as N
    >>> def told(text, work=True):
    ...     return role(N(sentence=N(text=text), figure=N(end=4)), work=work)
    >>> told("6月8日动工"), told("6月8日下午，大桥正式通车"), told("6月8日，天晴"), told("6月8日亮灯", work=False)
    ('begins', 'ends', '', 'begins')
    """
    tail = claim.sentence.text[claim.figure.end : claim.figure.end + _REACH]
    if words()["begun" if work else "shown"].match(tail):
        return "begins"
    return "ends" if words()["done" if work else "over"].match(tail) else ""


def spans(told: Sequence[Claim]) -> Iterator[Length]:
    """The readings of the lengths among claims of one work or show against the one day on which it can have begun."""
    days = [c for c in told if c.kind is Kind.DATE and _start(c) is not None]
    for claim in told:
        work = claim.value is not None and claim.value.unit in ("年", "个月")
        said, published = length(claim) if claim.kind is Kind.DURATION else None, claim.article.published
        if said is None or published is None:
            continue
        begun = [c for c in days if role(c, work=work) == "begins" and (_start(c) or published) < published]
        begun = [c for c in begun if c.article.id == claim.article.id] or begun
        if len({_start(c) for c in begun}) == 1:
            ends = [c for c in days if role(c, work=work) == "ends"]
            yield from _length(claim, begun[0], ends, said)


def _length(claim: Claim, begun: Claim, days: Sequence[Claim], said: Fraction) -> Iterator[Length]:
    start, published = _start(begun), claim.article.published
    ends = [c for c in days if start < (_start(c) or start)]  # type: ignore[operator]
    own = [c for c in ends if c.article.id == claim.article.id] or ends
    over = {_start(c): c for c in own}
    end = next(iter(over.values())) if len(over) == 1 else None
    if start is None or published is None:
        return
    unit = claim.value.unit if claim.value is not None else ""
    if unit in ("天", "日"):
        if end is not None and (stop := _start(end)) is not None:
            number = (stop - start).days + 1
            shown = f"{start.isoformat()} 至 {stop.isoformat()} 首尾都算是{number}天"
            yield Length(claim, (begun, end), said, Fraction(number - 1), Fraction(number + 1), shown)
        return
    whole = said * (12 if unit == "年" else 1) + more_months(claim)
    spare = 6 if unit == "年" and not more_months(claim) else _SPARE
    if end is not None and end.article.id == claim.article.id and (stop := _start(end)) is not None:
        yield _months(claim, (begun, end), whole, stop, spare)
    else:
        found = _months(claim, (begun,), whole, published, spare)
        planned = _PLANNED.search(claim.sentence.text[: claim.figure.start])
        if found.said > found.most and not planned:
            yield found


def _months(claim: Claim, days: tuple[Claim, ...], whole: Fraction, stop: date, spare: int) -> Length:
    start = _start(days[0]) or stop
    months = months_between(start, stop)
    shown = f"{days[0].text} 至 {stop.year}年{stop.month}月 是{months}个月"
    return Length(claim, days, whole, Fraction(months - spare), Fraction(months + spare), shown)


def _start(claim: Claim) -> date | None:
    return claim.figure.period.start if claim.figure.period else None
