"""How long one deed came after another that the same article dates: 从进场到贯通，奋战72小时; 时隔24年再度举办."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lengths import YEAR, Length, length
from checker.lexicon import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim, Number

_FROM_TO = re.compile(r"从(?P<first>[^，。；从到0-9]{2,8})到(?P<last>[^，。；到0-9]{2,8})，[^，。；]{0,8}$", needs="从")
_HOUR = re.compile(r"(?P<late>下午|傍晚|晚|夜)?间?(?P<h>[0-9]{1,2})[时点](?:(?P<m>[0-9]{1,2})分|(?P<half>半))?")
_REACH = 60
# What was done the last time.
_LAST_TIME = re.compile(
    r"^[^。；]{0,30}(?:举行|举办|承办|主办|夺得|夺冠|获得|捧得|落户|登陆|在此|在这里|首次|上一次|上次|亮相|入选)"
)
_NOON = 12
# What is said of the whole time from the one to the other.


@cache
def _spent() -> re.Pattern[str]:
    fought = r"奋战|鏖战|激战|苦战|连战|坚持|持续|忙碌|燃烧|整整|救援|搜救|抢修"
    return re.compile(rf"(?:{fought}|{pattern('durations', 'spent', 'terms', 'stops')})了?$")


# How long someone kept at something: 讲台上*一站就是*34年.
_KEPT = re.compile(r"(?:一[㐀-鿿]{1,2}就是|[干守教站走当做待跑演画写修看]了(?:整整)?)$", needs=("就是", "了"))
_BORN = re.compile(r"(?:生于|出生于)$")
_LEFT = re.compile(r"[^，。；]{0,6}?(?:退休|荣休|离休|离任|卸任|离岗|调离|谢幕|退役|退伍|转业|去世)")
# Who has gone since does not keep on.
_GONE = re.compile(
    r"退休|离休|离任|卸任|离开|调离|调到|调任|去世|病逝|逝世|牺牲|殉职|停刊|关闭|直[至到]"
    r"|后来(?!到)|随后|之后|转到|转任|转岗|改行|回到|去了|升任"
)
# What is said of the whole of it.
_ALL = ("历时", "前后历时", "全程历时", "总共用了", "前后用了", "共用时", "一共用了")
_HEAD, _SIDES = 8, 2
# An hour more or less is no slip: the first and the last are told in round numbers.
_SPARE = 2


def passages(told: Claim, dated: Sequence[Claim]) -> Iterator[Length]:
    """The reading of a length in hours or days against the one day and hour of each of the two deeds it is told of.

    ``dated``: all dates of the article, in order. Yields nothing where a deed is dated twice or not at all.
    """
    text, figure = told.sentence.text, told.figure
    unit = told.value.unit if told.value is not None else ""
    m = _FROM_TO.search(text[: figure.start]) if unit in ("小时", "天") else None
    said = length(told)
    if m is None or said is None:
        return
    first, last = (_dated(m[name][-2:], dated) for name in ("first", "last"))
    if first is None or last is None or first.key == last.key:
        return
    between = _hours(first, last)
    if between is None or between <= 0:
        return
    if unit == "小时":
        if _HOUR.search(first.text) and _HOUR.search(last.text):
            shown = f"{first.text} 至 {last.text} 是{float(between):g}小时"
            yield Length(told, (first, last), said, between - _SPARE, between + _SPARE, shown)
        return
    days = int(between // 24)
    shown = f"{first.text} 至 {last.text} 首尾都算是{days + 1}天"
    yield Length(told, (first, last), said, Fraction(days - 1), Fraction(days + 2), shown)


def between(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    """The reading of a length in hours against the two hours that its sentence tells before it: 12日18时…14日6时…."""
    said, figure = length(told), told.figure
    if said is None or told.value is None or told.value.unit != "小时":
        return
    head = told.sentence.text[max(0, figure.start - _HEAD) : figure.start]
    hours = [c for c in dates if c.figure.end <= figure.start and _HOUR.search(c.text) and re.search("[日号]", c.text)]
    if not hours or not _spent().search(head):
        return
    parted = "；" in told.sentence.text[hours[0].figure.end : figure.start]
    if len(hours) > _SIDES and head.endswith(_ALL):  # 19日14时…；20日8时…；21日20时…，历时54小时
        yield from _from_first_to_last(told, hours, said)
    elif parted:
        return
    elif len(hours) == 1:  # 6月28日8时至7月2日8时，…，过程历时96小时
        apart, shown = _through(hours[0]), hours[0].text
        yield from _in_hours(told, hours, said, apart, shown)
    elif len(hours) == _SIDES:
        yield from _in_hours(told, hours, said, _hours(*hours), f"{hours[0].text} 至 {hours[1].text}")


def _in_hours(
    told: Claim, dates: Sequence[Claim], said: Number, apart: Fraction | None, shown: str
) -> Iterator[Length]:
    """The reading of a length against so many hours, if there are any."""
    if apart is not None and apart > 0:
        yield Length(told, tuple(dates), said, apart - _SPARE, apart + _SPARE, f"{shown} 是{float(apart):g}小时")


def _from_first_to_last(told: Claim, hours: Sequence[Claim], said: Number) -> Iterator[Length]:
    """The reading of the whole time against the first and the last of several hours; none where two others make it."""
    apart = [n for a, b in combinations(hours, 2) if (n := _hours(a, b)) is not None]
    if not any(abs(n - said) <= 1 for n in apart):
        first, last = hours[0], hours[-1]
        yield from _in_hours(told, (first, last), said, _hours(first, last), f"{first.text} 至 {last.text}")


def served(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    """The reading of the years that someone kept at something against the two years told before it: 一站就是34年."""
    said, figure, text = length(told), told.figure, told.sentence.text
    head = text[max(0, figure.start - _HEAD) : figure.start]
    if said is None or not told.text.endswith("年") or not _KEPT.search(head):
        return
    years = [c for c in dates if c.figure.end <= figure.start and YEAR.fullmatch(c.text)]
    starts = [c.figure.period.start for c in years if c.figure.period and c.figure.period.start]
    if not years or not _LEFT.match(_behind(years[-1])):
        return  # 1991年进厂，一干就是34年: up to now
    if len(starts) == _SIDES and starts[0] < starts[1]:
        apart = Fraction(starts[1].year - starts[0].year)
        shown = f"{starts[1].year} − {starts[0].year} ＝ {apart}年"
        yield Length(told, tuple(years), said, apart - 1, apart + 1, shown)


def kept_on(told: Claim, dates: Sequence[Claim], dated: Sequence[Claim]) -> Iterator[Length]:
    """The reading of the years that someone has kept at something up to now, against the one year told before it.

    Only where one digit of the number is wrong: whoever left in between did so in another year than a slip makes it.
    ``dates``: those of its sentence, ``dated``: of the article, one of which may be the year in which it ended.
    """
    said, published, figure = length(told), told.article.published, told.figure
    text = told.sentence.text
    since_then = figure.start == 0 and told.text.endswith(("年来", "年间"))  # 2015年，她开了书店。*十年来*，…
    kept = told.text.endswith("年") and _KEPT.search(text[max(0, figure.start - _HEAD) : figure.start])
    if said is None or published is None or not (kept or since_then) or _GONE.search(text):
        return
    if since_then:
        here = told.sentence
        ahead = (c for c in dated if c.sentence.index == here.index - 1)
        dates = [c for c in ahead if c.sentence.paragraph == here.paragraph and not _GONE.search(c.sentence.text)]
    years = [c for c in dates if YEAR.search(c.text) and not _BORN.search(text[: c.figure.start])]
    if len(years) != 1 or years[0].start > told.start:
        return
    start = years[0].figure.period.start if years[0].figure.period else None
    if start is None or any(_told_end(c, start.year + int(said)) for c in dated):
        return
    apart = published.year - start.year
    if _one_digit(int(said), apart):
        shown = f"{published.year} − {start.year} ＝ {apart}年"
        yield Length(told, (years[0],), said, Fraction(apart - 1), Fraction(apart + 1), shown)


def _told_end(claim: Claim, year: int) -> bool:
    period = claim.figure.period
    return period is not None and period.end is not None and abs(period.end.year - year) < _SIDES


def _one_digit(a: int, b: int) -> bool:
    """Whether two numbers differ in one of two digits.

    >>> _one_digit(26, 29), _one_digit(26, 31), _one_digit(6, 9)
    (True, False, False)
    """
    x, y = str(a), str(b)
    return len(x) == len(y) == _SIDES and sum(p != q for p, q in zip(x, y, strict=True)) == 1


def again(told: Claim, dated: Sequence[Claim]) -> Iterator[Length]:
    """The reading of 时隔N年 against the one year of the last time, told in a sentence near by."""
    said, published, text = length(told), told.article.published, told.sentence.text
    if said is None or published is None or not text[: told.figure.start].endswith("时隔") or "年" not in told.text:
        return
    near = [c for c in dated if abs(c.sentence.index - told.sentence.index) <= 1 and _LAST_TIME.match(_behind(c))]
    years = {c.figure.period.start.year: c for c in near if c.figure.period and c.figure.period.start}
    years = {year: c for year, c in years.items() if year < published.year and YEAR.search(c.text)}
    if len(years) == 1:
        ((year, claim),) = years.items()
        apart = Fraction(published.year - year)
        yield Length(told, (claim,), said, apart - 1, apart + 1, f"{published.year} − {year} ＝ {apart}年")


def _behind(claim: Claim) -> str:
    return claim.sentence.text[claim.figure.end : claim.figure.end + _REACH]


def _dated(deed: str, dated: Sequence[Claim]) -> Claim | None:
    """The one day on which a deed was done, by the last two characters of its name: the nearest before the word."""
    found: dict[object, Claim] = {}
    for i, c in enumerate(dated):
        period, text = c.figure.period, c.sentence.text
        if period is None or period.start is None or period.start != period.end:
            continue
        at = text.find(deed, c.figure.end, c.figure.end + _REACH)
        after = dated[i + 1] if i + 1 < len(dated) and dated[i + 1].sentence.index == c.sentence.index else None
        if at >= 0 and (after is None or after.figure.start > at) and not re.search("。|；", text[c.figure.end : at]):
            found.setdefault(period.start, c)
    return next(iter(found.values())) if len(found) == 1 else None


def _hours(first: Claim, last: Claim) -> Fraction | None:
    """The hours from one moment to another; a day without an hour counts from its beginning."""
    p, q = first.figure.period, last.figure.period
    if p is None or q is None or p.start is None or q.start is None:
        return None
    return Fraction((q.start - p.start).days * 24) + _clock(last.text) - _clock(first.text)


def _through(span: Claim) -> Fraction | None:
    """The hours of a stretch of time that is told from an hour to an hour; None for any other date."""
    told, period = [m.group() for m in _HOUR.finditer(span.text)], span.figure.period
    if len(told) != _SIDES or period is None or period.start is None or period.end is None:
        return None
    return Fraction((period.end - period.start).days * 24) + _clock(told[1]) - _clock(told[0])


def _clock(text: str) -> Fraction:
    m = _HOUR.search(text)
    if m is None:
        return Fraction(0)
    hour = int(m["h"]) + (_NOON if m["late"] and int(m["h"]) < _NOON else 0)
    return hour + Fraction(int(m["m"] or 0), 60) + (Fraction(1, 2) if m["half"] else 0)
