"""The time that a growth is told against, and whether a level of another place can be what it set out from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.model import Behaviour, Claim, Kind, Period

if TYPE_CHECKING:
    from datetime import date

# Days within which a level is of that time where it doubled since, and of one year where a yearly event came again.
_NEAR, _TURN = 200, range(300, 431)
_BACK = 60
# A growth to a day is of a level told of one so near it.
_WEEKS = 45
# A year is reviewed in the first months of the next.
_REVIEWED = 3
_YEAR_END = re.compile(r"年初|年底|年末|上年末|去年末")
_TURNS = re.compile(r"上一?[届期]")
# The season of the year before, and no quarter: 较*上个雪季*.
_LAST_SEASON = re.compile("上一?个?(?:[㐀-鿿]{1,2}季(?!度)|[学财][㐀-鿿]?年度?|年度)")
# What an amount is said to be more or less than: *比2024年*多171万人次, *同比*增加520吨.
_MORE = re.compile(
    r"(?P<basis>同比|[比较与同跟][^，。；：]{1,10}?)(?:相比|相较)?(?:又|再|还|也)?(?:净|新|共|多)?"
    r"(?:多|增加?|增长|提高|上升|扩大|减少?|少|下降|降低?|缩小)[^，。；：0-9]{0,3}$"
)
_LAST = re.compile(r"同比|上年|去年|同期|[上前]一年")
_OTHER = re.compile(r"环比|上月|上周|上季|前一[日天]|计划|目标|往年|疫情前|期初|前年|十[一二三四五六]五|[0-9]月")
_STATED = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年")
# 与2021年相比，…; 在2020年的基础上…; 较2020年….
_AGAINST = re.compile(
    r"(?:[与和同跟比较]|相比于?|相较于?|在)(?P<year>(?:19|20)[0-9]{2})年(?:(?:全年|同期)?(?:相比|相较|比)|的?基础上)?"
    r"[^。；0-9]{0,24}$"
)
# 四年来，…; 三年间…; 两年翻一番.
_SINCE = re.compile(
    r"(?<![第0-9一二三四五六七八九十])(?P<n>[0-9]{1,2}|[一二两三四五六七八九十])年(?:多|之)?(?P<span>[来间内里]|时间)?"
    r"(?P<gap>[^。；0-9]{0,30})$"
)
# 比三年前翻了一番; 是五年前的2倍.
_AGO = re.compile(r"(?P<n>[1-9][0-9]?|[一两二三四五六七八九十])年前[^，。；0-9]{0,6}$")
_NUMBERS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


class Baseline(NamedTuple):
    """What a growth is told against: so many years before its level, the year's end before it, or the last turn."""

    years: int = 1
    year: int = 0
    year_end: bool = False
    turn: bool = False


def baseline(growth: Claim) -> Baseline | None:
    """What a growth is told against, the year before where nothing is said; None where that is not known."""
    basis, text = growth.figure.basis, growth.sentence.text[: growth.figure.start]
    if growth.kind is Kind.QUANTITY and growth.role == "delta":
        more = _MORE.search(text)
        return _of_basis(more["basis"], text, growth.article.published) if more else None
    if "年均" in growth.text or growth.text.startswith("环比"):
        return None
    return _of_basis(basis, text, growth.article.published) if basis else _before(text[-_BACK:])


def _of_basis(basis: str, text: str, published: date | None = None) -> Baseline | None:
    """What a basis stands for; ``text``: what stands before it; ``published``: when 前年 was said."""
    if stated := _STATED.search(basis):
        return Baseline(year=int(stated["year"]), year_end=bool(re.search("年[底末]", basis)))
    if ago := _AGO.search(basis) or _AGO.search(text[-_BACK:]):
        return Baseline(years=_number(ago["n"]))
    if published is not None and "前年" in basis:
        return Baseline(year=published.year - 2)
    if _YEAR_END.search(basis):
        return Baseline(year_end=True)
    if _TURNS.search(basis):
        return Baseline(turn=True)
    last = _LAST_SEASON.search(basis) or (_LAST.search(basis) and not _OTHER.search(basis))
    return Baseline() if last else None


def _number(told: str) -> int:
    return _NUMBERS.get(told) or int(told)


def _before(text: str) -> Baseline | None:
    """What the words before a growth say that it is told against."""
    if stated := _AGAINST.search(text):
        return Baseline(year=int(stated["year"]))
    if ago := _AGO.search(text):
        return Baseline(years=_number(ago["n"]))
    since = _SINCE.search(text)
    if since is None or not (since["span"] or not since["gap"]):
        return Baseline()
    n = _number(since["n"])
    return Baseline(years=n) if n else None


def set_out_from(base: Claim, level: Claim, growth: Claim) -> bool:
    """Whether a claim is told of the time that the growth of a level is told against."""
    told = baseline(growth)
    p, q = base.period, level.period
    if told is None or told.turn:
        return told is not None and _last_turn(base, level)
    p, q = base.period, level.period
    if p is None or q is None or p.end is None or q.end is None:
        return False
    years = q.end.year - told.year if told.year else told.years
    if told.year_end:
        return p.as_of and (p.end.month, p.end.day, p.end.year + years) == (12, 31, q.end.year)
    if years < 1 or not (p.explicit or q.explicit or (_reviewed(base) and _reviewed(level))):
        return False
    if _later(p, q, years) or (growth.figure.basis.startswith("是") and _stood(base, level, years)):
        return True
    return "番" in growth.text and _about(base, level, years)


def led_to(growth: Claim, level: Claim) -> bool:
    """Whether a level of another sentence is told of the time that a growth came to."""
    p, q, told = growth.period, level.period, baseline(growth)
    if p is None or q is None or told is None or p.end is None or q.end is None:
        return False
    if _stock(level):
        return p.end.year == q.end.year and abs((p.end - q.end).days) <= _WEEKS
    years = p.end.year - told.year if told.year else told.years
    return p.end == q.end and (p.start == q.start or years > 1)


def _stock(*levels: Claim) -> bool:
    return all(c.behaviour in (Behaviour.STOCK, Behaviour.CUMULATIVE) for c in levels)


def _reviewed(claim: Claim) -> bool:
    """Whether an amount is of the year that its article, printed in the first months after it, is a review of."""
    p, day = claim.period, claim.article.published
    if p is None or p.start is None or p.end is None or day is None or claim.behaviour != Behaviour.FLOW:
        return False
    whole = (p.start.month, p.start.day, p.end.month, p.end.day) == (1, 1, 12, 31) and p.start.year == p.end.year
    return whole and day.year == p.end.year + 1 and day.month <= _REVIEWED


def _later(p: Period, q: Period, years: int) -> bool:
    """Whether two periods are one stretch of two years, so many years apart."""
    ends = ((p.start, q.start), (p.end, q.end))
    return all(d is not None and e is not None and _shifted(d, years) == _shifted(e, 0) for d, e in ends)


def _shifted(day: date, years: int) -> tuple[int, int, int]:
    return day.year + years, day.month, 28 if (day.month, day.day) == (2, 29) else day.day


def _about(base: Claim, level: Claim, years: int) -> bool:
    """Whether two levels are told about so many years apart."""
    p, q = base.period, level.period
    if p is None or q is None or p.end is None or q.end is None:
        return False
    stock = _stock(base, level)
    return stock and p.end.year + years == q.end.year and abs((q.end - p.end).days - 365 * years) <= _NEAR


def _stood(base: Claim, level: Claim, years: int) -> bool:
    """Whether two levels are told of the ends of two years, so many apart: 6.1万亩，相当于2020年的两倍."""
    p, q = base.period, level.period
    if p is None or q is None or p.end is None or q.end is None:
        return False
    stock = _stock(base, level)
    return stock and _shifted(p.end, years) == _shifted(q.end, 0)


def _last_turn(base: Claim, level: Claim) -> bool:
    """Whether two papers tell of two turns of a yearly event, one after the other."""
    first, later = base.article.published, level.article.published
    return first is not None and later is not None and (later - first).days in _TURN
