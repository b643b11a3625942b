"""Whether two claims of one name tell of two moments, though nothing but what is guessed of their time says so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start
from checker.lexicon import pattern, words
from checker.linking.when.times import NEAR
from checker.model import Behaviour, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from checker.linking.pairs import Pair
    from checker.model import Claim, Number, Period

_WEEKS, _YEAR, _TIMES = 25, 366, 3
_SHARES = frozenset({Kind.SHARE, Kind.RATE, Kind.GROWTH})


def before(claim: Claim) -> str:
    """What leads up to a figure: the sentence, from its last semicolon on."""
    text, at = claim.sentence.text, claim.figure.start
    return text[text.rfind("；", 0, at) + 1 : at]


def clause(claim: Claim) -> str:
    """The clause of a figure up to it."""
    text, at = claim.sentence.text, claim.figure.start
    return text[clause_start(text, at) : at]


def days_apart(pair: Pair) -> int | None:
    """How many days lie between two articles; None where one has no date."""
    a, b = pair.x.article.published, pair.y.article.published
    return abs((a - b).days) if a is not None and b is not None else None


def stated(pair: Pair) -> bool:
    """Whether both say of what time they are."""
    return all(c.period is not None and c.period.explicit for c in (pair.x, pair.y))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(pattern("matters", "formerly"), needs=words("matters", "formerly"))


def _formerly(pair: Pair) -> bool:
    """Whether one of two claims is of a time before that is not named (此前曾跌至100万桶)."""
    past = [_past().search(before(c)) is not None and not (c.period and c.period.explicit) for c in (pair.x, pair.y)]
    return past[0] != past[1]


@cache
def _change() -> re.Pattern[str]:
    return re.compile(pattern("matters", "changes") + "[㐀-鿿]{0,2}后", needs="后")


def _changed(pair: Pair) -> bool:
    """Whether one article counts before a change and after it (清理规范后的审批事项共42项)."""
    after = [_change().search(before(c)) is not None for c in (pair.x, pair.y)]
    return pair.within and after[0] != after[1]


def _bases(pair: Pair) -> bool:
    """Whether one is what a change of that very day began with (从0.5%下调至0.25%)."""
    return any(c.role == "base" and _guessed_day(c.period) for c in (pair.x, pair.y))


_THAN = re.compile(r"[跟与和同](?P<base>[^，。；跟与和同]{2,12}?)相比", needs=("相比",))
_YEAR_BEFORE = re.compile("去年|上年|上一年|同期")


_AGAINST = re.compile(r"[比较](?P<base>[^，。；、比较]{1,10})$")


def _ground(claim: Claim) -> str:
    """What stands right before a growth as the time it is told against; "" for the year before and where none does."""
    ground = _AGAINST.search(before(claim))
    return "" if ground is None or _YEAR_BEFORE.search(ground["base"]) else ground["base"]


def _misread(claim: Claim) -> bool:
    """Whether the time that a growth is told against was read as its own."""
    ground, p = _ground(claim), claim.period
    return bool(ground) and p is not None and p.explicit and bool(p.text) and ground in p.text


def _grounds(pair: Pair) -> bool:
    """Whether a growth is told against another time than the year before, and the other is not (跟4月份相比).

    Where the time that it is told against (比*一季度*回落) was read as its own, nothing is known of its own.
    """
    if pair.x.kind != Kind.GROWTH:
        return False
    if _ground(pair.x) != _ground(pair.y) or _misread(pair.x) or _misread(pair.y):
        return True
    told = [[m["base"] for m in _THAN.finditer(before(c))] for c in (pair.x, pair.y)]
    other = [any(not _YEAR_BEFORE.search(base) for base in bases) for bases in told]
    return other[0] != other[1]


def _guessed_day(period: Period | None) -> bool:
    """Whether a period is one day that is not stated and no end of a year."""
    if period is None or period.explicit or period.start is None or period.start != period.end:
        return False
    return (period.start.month, period.start.day) != (12, 31)


def _rates(pair: Pair) -> bool:
    """Whether a share or a growth whose time is not stated stands beside one of a few days, or of long before."""
    spans = [_closed(c.period) for c in (pair.x, pair.y)]
    if pair.x.kind not in _SHARES or stated(pair) or spans[0] is None or spans[1] is None:
        return False
    gap = abs((spans[0][1] - spans[1][1]).days)
    brief = any(_brief(c.period) for c in (pair.x, pair.y))
    return gap > NEAR or (gap > 0 and brief)


def _brief(period: Period | None) -> bool:
    """Whether a period is a stated stretch of a few days, as a holiday is: what lies in it need not be all of it."""
    days = _closed(period)
    return period is not None and period.explicit and days is not None and (days[1] - days[0]).days < _WEEKS


def _closed(period: Period | None) -> tuple[date, date] | None:
    """The first and the last day of a period; None where one is open."""
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end


def _frames(pair: Pair) -> bool:
    """Whether one article's sums of years, none of them stated, may be of five years here and of the last one there."""
    if not pair.within or stated(pair) or Behaviour.FLOW not in (pair.x.behaviour, pair.y.behaviour):
        return False
    return all(_guessed_years(c.period) for c in (pair.x, pair.y)) or _far_apart(pair)


def _amount(claim: Claim) -> Number | None:
    """The number that is written, or the least that it can be."""
    v = claim.value
    return None if v is None else v.low if v.point is None else v.point


def _far_apart(pair: Pair) -> bool:
    """Whether one amount is several times the other and no slip of its zeros, as of several years beside one."""
    a, b = _amount(pair.x), _amount(pair.y)
    if a is None or b is None or min(a, b) <= 0 or max(a, b) < _TIMES * min(a, b):
        return False
    one, other = (str(n.numerator * 10**6 // n.denominator).rstrip("0") for n in (a, b))
    return one != other


def _guessed_years(period: Period | None) -> bool:
    """Whether a period is longer than a year and not stated where the figure stands."""
    days = _closed(period)
    return period is not None and not period.explicit and days is not None and (days[1] - days[0]).days > _YEAR


def _outlooks(pair: Pair) -> bool:
    """Whether two outlooks of unlike days name no time they are for."""
    if Status.ACTUAL in (pair.x.status, pair.y.status) or pair.x.behaviour != Behaviour.FLOW:
        return False
    told = [c.period is not None and (c.period.explicit or bool(c.period.text)) for c in (pair.x, pair.y)]
    if all(told) or (any(told) and _closed(pair.x.period) == _closed(pair.y.period)):
        return False
    days = days_apart(pair)
    return days is not None and days > NEAR


def _single_days(pair: Pair) -> bool:
    """Whether each tells what was done on a day of its own (今天加开列车858列)."""
    days = [_closed(c.period) for c in (pair.x, pair.y)]
    if days[0] is None or days[1] is None or days[0] == days[1] or not stated(pair):
        return False
    told = all(c.period is not None and not c.period.as_of and not c.metric.level for c in (pair.x, pair.y))
    return told and all(d[0] == d[1] for d in days if d is not None)


TESTS: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("period", _formerly),
    ("period", _changed),
    ("baseline", _bases),
    ("baseline", _grounds),
    ("period", _rates),
    ("period", _frames),
    ("period", _outlooks),
    ("period", _single_days),
)
