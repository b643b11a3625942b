"""Of which total and which number a mean is told: 每千人口床位7.5张, 户均分红3万元, 日均12万人次.

As with shares, any total and number near a mean that make it explain it. Where none do, it is held against the total
that its words name and the number of what it is told per.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.disputes import interval, point
from checker.figures.intervals import Interval, disjoint
from checker.figures.units import dimension
from checker.frozen import dataclass
from checker.model import Claim, Comparator, Kind
from checker.slipped import slipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Per(NamedTuple):
    """What a mean is told per, ``many`` of a ``unit``, and of what: ``of``, the words between these and the mean."""

    unit: str
    many: int
    of: str


@dataclass(frozen=True)
class Mean:
    """A mean with a total and a number that it can be told of; ``many``: per how many, ``weight`` as of a share.

    ``days``: how many days, months or years the total was in coming, where it is told by these and no number says so;
    ``by``: what it is divided by, in words.
    """

    mean: Claim
    total: Claim
    number: Claim | None
    many: Fraction
    weight: int
    days: int = 0
    by: str = ""

    @property
    def claims(self) -> list[Claim]:
        """The figures in the roles that a report shows."""
        number = [self.number] if self.number is not None else []
        return [*number, self.total.told_as("total"), self.mean.told_as("rate")]


_UNITS = "人户亩家所村台辆名趟班列场天日车只头株棵艘架件位店校间套册次盒箱"
_PER = re.compile(
    rf"""
    (?: (?:平均)?每(?P<k>[十百千万]?)[名个位户家座]?(?:常住|户籍|参保|农业)?
        (?P<unit>公顷|平方公里|[{_UNITS}]) (?:人口|居民|群众|平均)?
      | (?P<short>[人户亩社村家场趟班店校日天月年]|单[日场])均 | (?:平均)?(?P<mu>亩)产 )
    (?P<of>[^，。；：、0-9]{{0,10}})$
    """,
    re.VERBOSE,
    needs=("每", "均", "亩产"),
)
_MANY = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10_000}
_CLAUSE = re.compile("[，。；：（、]")
# Statistics that are reckoned of what no article tells.
_UNRELATED = re.compile(
    r"人均(?:GDP|地区生产|生产总值|可支配|纯收入|预期|寿命|公园|住房|消费|体育|文化)|同比|增长"
    r"|工作日|交易日|营业日|开放日|单日最|最[高多大低少]"
)
# A mean of another time, which this one is set off against: *比去年的*日均4万人次.
_THEN = re.compile("比|较|与|[去上前]年|上一?[届次期]|同期|(?:19|20)[0-9]{2}年")
# What stands between a mean's name and its figure and names nothing.
_LINKS = re.compile("[约近超逾可达到为是了的仅有就]|突破|不足|[分领拿得摊]得?|获得|到手|拥有|大概|左右|[数量额]$")
_DIMENSIONS = {"人": "人", "名": "人", "位": "人", "户": "户", "亩": "面积", "公顷": "面积", "平方公里": "面积"}
_COUNTED = {
    "社": "家个",
    "村": "个",
    "场": "场",
    "趟": "趟列",
    "班": "班",
    "店": "家个",
    "校": "所个",
    "家": "家个",
    "车": "辆台",
    "盒": "盒",
}
_AREA = {"亩": Fraction(2000, 3), "公顷": Fraction(10_000), "平方公里": Fraction(1_000_000)}
_SPANS = {"日": "天", "天": "天", "月": "个月", "年": "年"}
_WORTH = {"天": Fraction(1), "个月": Fraction(365, 12), "年": Fraction(365)}
_YEAR = 12
_LEAD, _BEFORE, _BEHIND = 16, 24, 3
_SIDE, _SURE = 2, 3
_LONGEST = 366
_NOT_A_TOTAL = ("delta", "gap", "goal")


def per(mean: Claim) -> Per | None:
    """What a figure is told per, by the words before it; None where it is no mean, or that of another time."""
    text, start = mean.sentence.text, mean.figure.start
    told = _PER.search(text[max(0, start - _BEFORE) : start])
    if told is None or _UNRELATED.search(text[max(0, start - _LEAD) : mean.figure.end + 2]):
        return None
    if _THEN.search(_CLAUSE.split(text[max(0, start - _BEFORE) : start].rstrip("的"))[-1]):
        return None
    unit = told["unit"] or told["mu"] or told["short"].removeprefix("单")
    return Per(unit, _MANY[told["k"] or ""], told["of"])


def means(mean: Claim, told: Sequence[Claim], spans: Sequence[Claim]) -> list[Mean]:
    """The totals and numbers that a figure may be the mean of, the likeliest first; none where it is no mean.

    ``told``: the amounts near it that are numbers, in order; ``spans``: the lengths of time of its sentence.
    """
    named = per(mean)
    if named is None or mean.value is None or mean.figure.comparator is Comparator.RANGE:
        return []
    found = [
        Mean(mean, total, number, worth * named.many, min(near, weight), days, _by(number, named.unit, days))
        for total, near in _totals(mean, named, told)
        for number, worth, weight, days in _numbers(mean, total, named, told, spans)
    ]
    return sorted(found, key=lambda m: -m.weight)


def _by(number: Claim | None, unit: str, days: int) -> str:
    return number.text if number is not None else f"{days}{_SPANS.get(unit, unit)}"


def _totals(mean: Claim, named: Per, told: Sequence[Claim]) -> Iterator[tuple[Claim, int]]:
    """The amounts that can be the total of a mean, with how much speaks for each."""
    of = _LINKS.sub("", named.of)
    can = [c for c in told if c.key != mean.key and c.start < mean.start and _commensurable(c, mean)]
    can = [c for c in can if c.role not in _NOT_A_TOTAL and per(c) is None]
    own = [c for c in can if c.sentence.index == mean.sentence.index]
    weight = _SURE if own else _SIDE
    for n, c in enumerate((own or can)[::-1]):
        name = c.metric.text + c.metric.counted
        if of and set(of) & set(name + c.sentence.text[max(0, c.figure.start - _LEAD) : c.figure.end]):
            yield c, weight
        elif len(of) < 2:
            alike = not of and (not mean.metric.text or set(mean.metric.text) & set(name))
            yield c, 1 if n else weight if alike else min(weight, _SIDE)


def _commensurable(c: Claim, mean: Claim) -> bool:
    if c.value is None or mean.value is None or c.kind is not Kind.QUANTITY:
        return False
    unit = mean.value.unit.split("/")[0]
    same = c.value.unit == unit or (dimension(unit) == dimension(c.value.unit) and dimension(unit) != "个体")
    a, b = point(c), point(mean)
    return same and a is not None and b is not None and a > b


def _numbers(
    mean: Claim, total: Claim, named: Per, told: Sequence[Claim], spans: Sequence[Claim]
) -> Iterator[tuple[Claim | None, Fraction, int, int]]:
    """The numbers of what a mean is told per, each with what one is worth, how much speaks for it, and its days."""
    if named.unit in _SPANS:
        unit = _SPANS[named.unit]
        own = [c for c in spans if c.value is not None and c.value.unit == unit and c.start < mean.start]
        yield from ((c, _WORTH[unit], _SURE, 0) for c in own[-1:])
        if not spans and (n := _length(total, unit)):
            yield None, Fraction(1), _SIDE, n
        return
    wanted, units = _DIMENSIONS.get(named.unit), _COUNTED.get(named.unit, named.unit)
    can = [
        c
        for c in told
        if c.key not in (mean.key, total.key)
        and c.value is not None
        and c.start < mean.start
        and (dimension(c.value.unit) == wanted if wanted else c.value.unit in tuple(units) or c.text[-1] in units)
        and per(c) is None
        and c.role not in _NOT_A_TOTAL
    ]
    own = [c for c in can if c.sentence.index == mean.sentence.index]
    for i, c in enumerate((own or can)[::-1]):
        yield c, _AREA.get(named.unit, Fraction(1)), (_SURE if own else _SIDE) if not i else 1, 0


def _length(total: Claim, unit: str) -> int:
    """How many days, months or years the stated period of a total has, in whole ones; else 0."""
    p = total.period
    if p is None or not p.explicit or p.as_of or p.start is None or p.end is None:
        return 0
    days, after = (p.end - p.start).days + 1, p.end + timedelta(days=1)
    if unit == "天":
        return days if 1 < days <= _LONGEST else 0
    months = (after.year - p.start.year) * 12 + after.month - p.start.month
    if p.start.day != 1 or after.day != 1 or months < 2 or (unit == "年" and months % 12):
        return 0
    return months if unit == "个月" else months // 12 if months > _YEAR else 0


def made(found: Mean, spare: Fraction) -> bool:
    """Whether a total and a number make a mean, within a part ``spare`` of it."""
    total, mean = interval(found.total), interval(found.mean)
    number = (
        interval(found.number) if found.number is not None else Interval(Fraction(found.days), Fraction(found.days))
    )
    if total is None or mean is None or number is None:
        return True
    return averages(total, number, mean, found.many, spare)


def averages(total: Interval, number: Interval, mean: Interval, many: Fraction, spare: Fraction) -> bool:
    """Whether a total over a number, times so many, can be a mean, within a part ``spare`` of it."""
    if total.low is None or not number.low or number.low <= 0:
        return False
    low = total.low / number.high * many / (1 + spare) if number.high is not None else Fraction(0)
    high = total.high / number.low * many * (1 + spare) if total.high is not None else None
    return not disjoint(Interval(low, high), mean)  # 超过21万步 in 8 days is 2.6万步以上 a day


def slipped_mean(found: Mean) -> bool:
    """Whether one slip in one of the numbers makes them come out."""
    days = Interval(Fraction(found.days), Fraction(found.days))
    claims = [found.total, found.mean, *([found.number] if found.number is not None else [])]
    none = Fraction(0)
    return slipped(claims, lambda n: averages(n[0], [*n, days][2], n[1], found.many, none)) is not None
