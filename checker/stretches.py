"""Lengths of time that a text tells of what lies between two of its dates: days, hours, months, years."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import months_between, years_between
from checker.frozen import replace
from checker.happenings import of_one
from checker.lengths import MONTH, YEAR, Length, inside, length, more_months, up_to_now
from checker.lexicon import pattern, words
from checker.model import Claim, Comparator, Kind, Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_FROM = re.compile(r"(?:自|从)$")
_DAYS = {"天": Fraction(1), "日": Fraction(1), "周": Fraction(7), "星期": Fraction(7), "个月": Fraction(304, 10)}
_YEARS_SPAN = re.compile(r"(?:1[89]|20)[0-9]{2}年?.{0,2}(?:到|至|—|-|～|~|–).*(?:1[89]|20)[0-9]{2}年")
# What happens to a work before it is done; what closes the clause of a length.
_AGAIN = re.compile(r"复工|重[新启]|停工|获批|批复|中标|签约|再次|启动|；")
_CLOSES = re.compile(r"(?:零?[0-9一二两三四五六七八九十]{1,2}个月)?(?:时间)?[，。；]")
_NAMES_DAY = re.compile(r"[0-9日号天晚]")
_SPAN_OF_DAYS = re.compile(r"[日号].*(?:至|到|—|-|～|~|–).*[日号]")
_CLOCK = (
    r"(?:(?:[0-9]{{1,2}}月)?(?P<{0}d>[0-9]{{1,2}})[日号])?(?P<{0}w>凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜间|深夜|当晚|当日|当天|次日|第二天)*"
    r"(?P<{0}h>[0-9]{{1,2}})[时点](?:(?P<{0}m>[0-9]{{1,2}})分?|(?P<{0}x>半))?整?"
)
_HOURS = re.compile(
    _CLOCK.format("a") + r"[^0-9，。；]{0,8}，?[^0-9，。；]{0,2}(?:至|到|—|-|～|~|–)" + _CLOCK.format("b")
)
# What parts dates from the length that they are: （5月1日至5日）*五天*.
_BESIDE = frozenset({"", "的", "）", "共", "，共", "）共", "这", "，这", "的这"})
# Some days of those that are told.
_PART_OF_IT = re.compile(
    r"(?:其中|[曾有])[^，。；]{0,6}$|(?<![已自])(?:连续|一连)$", needs=("其中", "曾", "有", "连续", "一连")
)
_INSIDE = re.compile(r"[0-9两二三四五六七八九十]{1,3}(?:个月|年)半?(?:里|间|之内|时间)", needs="月年")
# Up to when, behind the length: 展期94天，*将持续到*7月20日.
_UNTIL_THEN = re.compile(r"，(?:将|一直)?(?:持续|延续|展出|开放|举办)?(?:到|至)")
_ALL = ("，", "这", "的", "短短", "用", "用了")
_CLAUSE = 16
_LATE = ("下午", "傍晚", "晚", "夜")


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lasts, until = pattern("durations", "lasts", "terms", "stops", "spent"), pattern("durations", "until")
    ends, begins = pattern("durations", "ends"), pattern("durations", "begins", "shown", "opened")
    return {
        "lasts": re.compile(
            rf"(?:{lasts}[^，。；、0-9]{{0,3}}|(?:连续|持续|不间断)[^，。；、0-9]{{0,6}})$",
            needs=words("durations", "lasts", "terms", "stops", "spent"),
        ),
        "until": re.compile(rf"{until}?[^，。；]{{0,4}}(?:至|到|截至|截止到?)$"),
        "spent": re.compile(
            rf"(?:^|[，；])(?:前后|整个|全程|一共|共|总共|在[^，。；、0-9]{{1,4}})?"
            rf"(?P<of>[^，。；、0-9]{{0,6}}?){pattern('durations', 'spent')}{{1,2}}$",
            needs=words("durations", "spent"),
        ),
        "until_in": re.compile(r"^(?:持续|延续)?(?:至|到|截至|截止到?)"),
        "ends": re.compile(rf"^，?[^，。；]{{0,8}}{ends}"),
        "begins": re.compile(begins),
        "works": re.compile(rf"^，?[^，。；]{{0,12}}{pattern('durations', 'works')}"),
    }


def stretches(
    told: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
) -> Iterator[Length]:
    """The readings of a duration against the ``dates`` near it and the claims of the sentences ``before``."""
    head = told.sentence.text[max(0, told.figure.start - 8) : told.figure.start]
    over = told.figure.comparator is Comparator.ABOVE and told.value is not None
    said = told.value.low if over and told.value is not None else length(told)
    unit = told.value.unit if told.value is not None else ""
    under = told.figure.comparator is Comparator.BELOW and unit == "小时"
    said = told.value.high if under and told.value is not None else said
    if said is None or (over and unit not in ("年", "个月", "小时")):
        return
    lasts = _words()["lasts"].search(head) is not None
    timed = lasts or (not over and (inside(told) or _beside(told, dates)))
    days = _span(told, dates, before) if timed and unit in _DAYS and not up_to_now(told) else None
    if (span := _year_span(told, dates)) is not None and told.text.removesuffix("时间").strip("间来里").endswith(
        ("年", "载")
    ):
        yield from _years(span, told, said)
    elif days is not None:
        found = _days(told, said, unit, days)
        yield replace(found, least=Fraction(0)) if _PART_OF_IT.search(head) else found
    elif unit in ("年", "个月") and (lasts or _within(told)):
        found_ = _months(told, said, unit, dates, before)
        yield from (replace(one, least=Fraction(0)) for one in found_) if over else found_  # 历时五年*多*
    elif lasts and unit == "小时":
        yield from _hours(told, said, dates)


def _beside(told: Claim, dates: Sequence[Claim]) -> bool:
    """Whether a length stands right behind the days that it is: 5月1日至5日*五天*."""
    text, start = told.sentence.text, told.figure.start
    return any(
        c.figure.end <= start and _SPAN_OF_DAYS.search(c.text) and text[c.figure.end : start] in _BESIDE for c in dates
    )


def _within(told: Claim) -> bool:
    """Whether a length is told as that within which all happened: *42个月里*."""
    text, figure = told.sentence.text, told.figure
    return bool(
        _INSIDE.match(text[figure.start :]) and text[: figure.start].endswith(("，", "这", "的", "短短", "用", "用了"))
    )


def _days(told: Claim, said: Number, unit: str, span: tuple[date, date, list[Claim]]) -> Length:
    start, end, shown = span
    if (end - start).days > 300 and not any(YEAR.search(c.text) for c in shown):
        year = end.year - (start.month > end.month)
        start = start.replace(year=year, day=min(start.day, 28)) + timedelta(days=max(0, start.day - 28))
    days = (end - start).days
    exact = _DAYS[unit] == 1
    spare = 1 if exact else int(_DAYS[unit] * Fraction(1, 5) + said * 2)
    work = f"{start.isoformat()} 至 {end.isoformat()} 首尾都算是{days + 1}天"
    most = Fraction(days + 1 + (0 if exact else spare))
    return Length(told, tuple(shown), said * _DAYS[unit], Fraction(days + 1 - spare), most, work, f"{days + 1}天")


def _span(
    told: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
) -> tuple[date, date, list[Claim]] | None:
    """The first and last day of what lasts so long, with the claims that tell them."""
    text, figure = told.sentence.text, told.figure
    for c in sorted(dates, key=lambda c: -c.figure.start):
        apart = figure.start - c.figure.end if c.figure.end <= figure.start else c.figure.start - figure.end
        period = c.figure.period
        if not 0 <= apart <= 30 or period is None or period.start is None or period.end is None:
            continue
        if "；" in text[min(c.figure.end, figure.end) : max(c.figure.start, figure.start)]:
            continue
        if period.start != period.end and _SPAN_OF_DAYS.search(c.text):
            return period.start, period.end, [c]
        if period.start != period.end or not _NAMES_DAY.search(c.text):
            continue  # *目前*已完成投资1.92亿元: when the paper is printed, and no end
        head = text[max(0, c.figure.start - 8) : c.figure.start]
        behind = c.figure.end <= figure.start
        until = behind and bool(_words()["until_in"].match(c.text) or _words()["until"].search(head))
        until = until or (not behind and _UNTIL_THEN.fullmatch(text, figure.end, c.figure.start) is not None)
        if until or _words()["ends"].match(text[c.figure.end : c.figure.end + 14]):
            start = _start(c, dates, before)
            first = start.figure.period.start if start is not None and start.figure.period is not None else None
            apart = start is not None and start.sentence.index != c.sentence.index
            if start is not None and first is not None and (not apart or of_one(told, start, c)):
                return first, period.start, [start, c]
            if until:
                return None
    return _two_days(told, dates)


def _two_days(told: Claim, dates: Sequence[Claim]) -> tuple[date, date, list[Claim]] | None:
    """The two days that a sentence tells before the time that was spent from one to the other: …，*历时*九天."""
    text, figure = told.sentence.text, told.figure
    days = [c for c in dates if c.figure.end <= figure.start]
    spent = _words()["spent"].search(text[max(0, figure.start - _CLAUSE) : figure.start])
    if len(days) != 2 or not all(map(_one_day, days)) or spent is None:
        return None
    start, end = days
    p, q = start.figure.period, end.figure.period
    behind = text[end.figure.end : figure.start]
    if p is None or q is None or p.start is None or q.start is None or "；" in behind or _begins_there(end, behind):
        return None
    others = set(spent["of"]) and not set(spent["of"]) & set(text[: figure.start - len(spent.group())])
    if others or p.start >= q.start:
        return None  # what else took that long: …，*审讯*历时两天
    return p.start, q.start, days


def _begins_there(day: Claim, behind: str) -> bool:
    return day.text.endswith(("起", "开始")) or bool(_words()["begins"].search(behind) or _AGAIN.search(behind))


def _start(end: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]) -> Claim | None:
    """The day a thing began that lasts until ``end``: in its sentence, else where an opening is told before."""
    here = [c for c in dates if c.figure.end <= end.figure.start and _one_day(c)]
    if here:
        return here[-1] if _begins(here[-1]) or _FROM.search(end.sentence.text[: here[-1].figure.start]) else None
    for _, claims in reversed(before):
        if claims[0].sentence.paragraph != end.sentence.paragraph:
            return None
        opened = [c for c in claims if c.kind is Kind.DATE and _one_day(c) and _begins(c)]
        if opened:
            return opened[0]
    return None


def _one_day(claim: Claim) -> bool:
    period = claim.figure.period
    if not (period and period.start and re.search(r"[日号]", claim.text)):
        return False
    return period.start == period.end or claim.text.endswith(("起", "开始", "开始的"))


def _begins(claim: Claim) -> bool:
    text, figure = claim.sentence.text, claim.figure
    return figure.text.endswith(("起", "开始")) or bool(
        _words()["begins"].search(text[figure.end : figure.end + 40].split("。")[0])
    )


def _months(
    told: Claim, said: Number, unit: str, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
) -> Iterator[Length]:
    """2023年3月开工，2024年9月竣工，历时26个月, in one sentence or from one to the next."""
    text, figure = told.sentence.text, told.figure
    if text[: figure.start].endswith("为期"):
        return
    at = bisect_left(dates, figure.start, key=lambda c: c.figure.start)
    near = [c for c in dates[max(0, at - 1) : at + 1] if abs(c.figure.start - figure.start) < 60]
    ended = [c for c in near if _words()["ends"].match(text[c.figure.end : c.figure.end + 14]) and _month(c)]
    ended = ended or [c for c in near[:1] if _month(c) and _last_of_all(c, told)]
    begun = [c for c in dates if month_of_work(c)]
    begun = begun or [c for _, claims in before for c in claims if c.kind is Kind.DATE and month_of_work(c)]
    if not begun or not ended or ended[-1].key == begun[-1].key:
        return
    start, end = begun[-1], ended[-1]
    p, q = start.figure.period, end.figure.period
    if p is None or q is None or p.start is None or q.start is None or q.start < p.start:
        return
    months, more = months_between(p.start, q.start), more_months(told)
    whole = said * (12 if unit == "年" else 1) + more
    spare = 6 if unit == "年" and not more and said.denominator == 1 else 2 if said.denominator != 1 else 1
    work = f"{start.text} 至 {end.text} 是{months}个月"
    yield Length(told, (start, end), whole, Fraction(months - spare), Fraction(months + spare + 1), work)


def month_of_work(claim: Claim) -> bool:
    """Whether a month of a stated year is when building began."""
    return bool(
        MONTH.search(claim.text)
        and _words()["works"].match(claim.sentence.text[claim.figure.end : claim.figure.end + 20])
    )


# What is done of a work before all of it is: *首批*机组今年1月并网.
_SOME_OF = re.compile("首[批台期段座条列架艘组]|第一[批期台段]|部分|先期|先行")


def _last_of_all(date: Claim, told: Claim) -> bool:
    """Whether a date stands last before a length that ends its clause, so that it is the end: 12月*到顶*，用了三年."""
    text = told.sentence.text
    if date.figure.end > told.figure.start or _AGAIN.search(text[date.figure.end : told.figure.start]):
        return False
    clause = text.rfind("，", 0, date.figure.start) + 1
    return bool(_CLOSES.match(text, told.figure.end)) and not _SOME_OF.search(text, clause, told.figure.start)


def _month(claim: Claim) -> bool:
    """Whether a date names its month, of a stated or a plain year: 2024年9月, 今年6月28日."""
    return bool(claim.figure.period and claim.figure.period.start and re.search(r"年[0-9]{1,2}月", claim.text))


def _hours(told: Claim, said: Number, dates: Sequence[Claim]) -> Iterator[Length]:
    """8日晚10时到9日凌晨4时，历时6小时."""
    text, figure = told.sentence.text, told.figure
    found = list(_HOURS.finditer(text, max(0, figure.start - 48), figure.start))
    if not found or len(text[found[-1].end() : figure.start]) > 12:
        return
    m = found[-1]
    start, end = _clock(m, "a"), _clock(m, "b")
    if m["bd"] and m["ad"]:
        end += 24 * (int(m["bd"]) - int(m["ad"]))
    elif (m["bw"] or "") in ("次日", "第二天") or end < start:
        end += 24
    shown = tuple(c for c in dates if c.figure.start < m.end() and c.figure.end > m.start())
    between = end - start
    if not shown or between <= 0:
        return
    few, many = Fraction(49, 100), Fraction(49, 100)
    if told.figure.comparator is Comparator.BELOW:  # 近5个小时
        many = max(Fraction(1), between / 5)
    elif told.figure.comparator is Comparator.ABOVE:  # 4个多小时
        few = max(Fraction(1), between / 5)
    yield Length(told, shown, said, between - few, between + many, f"{m.group()} 是{float(between):g}小时")


def _clock(m: re.Match[str], side: str) -> Fraction:
    hour, half = int(m[side + "h"]), Fraction(1, 2) if m[side + "x"] else Fraction(0)
    late = any(w in text for w in _LATE) if (text := m.group()[: m.end(side + "h") - m.start()]) else False
    if side == "b":
        late = any(w in (m["bw"] or "") for w in _LATE)
    if late and hour <= 12:
        hour += 12
    return hour + half + Fraction(int(m[side + "m"] or 0), 60)


def _year_span(told: Claim, dates: Sequence[Claim]) -> Claim | None:
    """2015年到2024年 right before the years that it is said to last."""
    text = told.sentence.text
    for c in dates:
        between = text[c.figure.end : told.figure.start]
        beside = between in ("", "的", "，", "这", "共", "的这", "，共", "，这")
        if c.figure.end <= told.figure.start and beside and _YEARS_SPAN.search(c.text):
            return c
    return None


def _years(span: Claim, told: Claim, said: Number) -> Iterator[Length]:
    period = span.figure.period
    if period is None or period.start is None or period.end is None:
        return
    years = years_between(period.start, period.end)
    yield Length(told, (span,), said, Fraction(years), Fraction(years + 1), f"首尾都算是{years + 1}年")
