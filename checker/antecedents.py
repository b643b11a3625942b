"""What 分别 is said of where its own clause names no list: the nearest list or number of things told before it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import dataclass
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLAUSE = re.compile("[，：]|——")
_STOP = re.compile("[。；！？!?;（()）]")
_JOINED = re.compile("[、和与及]|以及")
# Two or more that one word holds: 城乡居民收入分别为.
_PLURAL = re.compile(
    r"男女|城乡|进出口|收支|产销|东西|南北|上下|存贷|存取|水陆|汽柴|昼夜|早晚|前后|中美|两岸|双方|前者|后者"
)
_COUNT = re.compile(
    r"(?<![第十百千万约近超逾多每各0-9一二三四五六七八九])(?P<n>[两二三四五六七八九]|[2-9](?![0-9.]))"
    r"(?P<of>个季度|个(?!月|小时|百分)|季度|大(?!约|概)|[座家名位所项条类种只支款处间栋门部期轮批组队艘台辆块片层枚株场国地市县区镇乡村省州校院馆站港线路者次届年])"
)
# 前三季度 are one stretch of time, 五年来 and 三年前 too.
_STRETCH = re.compile(r"(?:季度|年)$")
_SINCE = re.compile(r"以?[来前后]|多|级|期|规划|行动|计划")
# An amount is what a growth is told of, and no list of names is known beside it.
_AMOUNT = re.compile(r"[0-9](?!号|期|组|班|级|标|月|季|楼|队|线|[0-9.]|年)[^、0-9]")
_DAYS = re.compile(r"^[0-9一二两三四五六七八九十]{1,3}天")
_QUOTES = re.compile(r"(?:“[^“”]{1,16}”|《[^《》]{1,16}》){2,}")
_QUOTE = re.compile("[“《]")
_VERBAL = re.compile(r"[了着将被]|的.{3,}|等")
# What stands between two lists of values of the same things: what the first makes together, and what is told next.
_AGAIN = re.compile(
    r"(?:[，；][^，。；：、]{0,4}(?:累计|合计|共计?|总计)[^，。；：、]{0,12})?[，；][^，。；：、0-9和与及]{0,10}"
)
# Of each of the things that were counted: *各方面*依次为.
_EACH = re.compile("(?:其中)?各(?P<of>[㐀-鿿]{2})")
_NUMBERS = "零一二三四五六七八九"
_LONGEST, _BACK, _REACH = 10, 2, 120


@dataclass(frozen=True)
class Antecedent:
    """How many things there are, and where the text tells them: a list, what counts them, or both."""

    number: int
    spans: tuple[Span, ...]


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether another list of values is told of the same things: 依次为3处、2处、1处，*共6处；投资*依次为.

    ``start``: where the first list ends; ``end``: where the next 分别 stands.
    """
    return _AGAIN.fullmatch(text, start, end) is not None and not _PLURAL.search(text, start, end)


def antecedent(text: str, at: int) -> Antecedent | None:
    """The things that 分别 at ``at`` is said of; None where they are no list of names and not counted.

    >>> text = "东渡、西渡、南渡三港最忙，上半年分别运粮"
    >>> found = antecedent(text, 16)
    >>> found.number, [text[s.start : s.end] for s in found.spans]
    (3, ['东渡、西渡、南渡', '三港'])
    >>> antecedent("上半年运粮86万吨，运煤64万吨，分别增长", 16) is None
    True
    """
    floor = max((m.end() for m in _STOP.finditer(text, max(0, at - _REACH), at)), default=max(0, at - _REACH))
    cuts = [floor, *(m.end() for m in _CLAUSE.finditer(text, floor, at)), at]
    clauses = [(a, _CLAUSE.split(text[a:b])[0]) for a, b in pairwise(cuts)]
    start, own = clauses[-1]
    if _JOINED.search(own) or _PLURAL.search(own):
        return None
    if (each := _EACH.match(own)) is not None:
        return _each(text[floor:start], floor, each["of"])
    if (found := _counts(own, start)) is not None:
        return found
    return None if _AMOUNT.search(_DAYS.sub("", own)) else _before(clauses[-2 - _BACK : -1])


def _before(clauses: Sequence[tuple[int, str]]) -> Antecedent | None:
    """The things that the last of some clauses tells that tells any; none where amounts stand between."""
    for begin, told in reversed(clauses):
        if _AMOUNT.search(_COUNT.sub("", told)):
            break
        found = _listed(told, begin) if told.count("、") > 1 or _QUOTES.search(told) else _counts(told, begin)
        if found is not None or _JOINED.search(told) or _PLURAL.search(told):
            return found
    return None


def _each(text: str, at: int, noun: str) -> Antecedent | None:
    """How many of what 各 is said of there are: *五个方面*推出26条举措，各方面依次为."""
    found = [m for m in _COUNT.finditer(text) if text.startswith(noun, m.end())]
    if not found:
        return None
    return Antecedent(_number(found[-1]["n"]), (Span(at + found[-1].start(), at + found[-1].end()),))


def _counts(clause: str, at: int) -> Antecedent | None:
    """The number of things that a clause tells; None where it tells two numbers."""
    found = [m for m in _COUNT.finditer(clause) if not _one_time(clause, m)]
    numbers = {_number(m["n"]) for m in found}
    spans = tuple(Span(at + m.start(), at + m.end()) for m in found)
    return Antecedent(numbers.pop(), spans) if len(numbers) == 1 else None


def _one_time(clause: str, m: re.Match[str]) -> bool:
    """Whether so many years or quarters are one stretch of time, of which one thing is told: 前三季度, 五年来."""
    if not _STRETCH.search(m["of"]):
        return False
    return clause[: m.start()].endswith(("前", "后", "头", "近", "过去")) or bool(_SINCE.match(clause, m.end()))


def _listed(clause: str, at: int) -> Antecedent | None:
    """The names of a clause that are parted by 、, or told in quotation marks, with what counts them."""
    counts = _counts(clause, at)
    quotes = _QUOTES.search(clause)
    if quotes is not None:
        number, span = len(_QUOTE.findall(quotes.group())), Span(at + quotes.start(), at + quotes.end())
    else:
        parts = clause.split("、")
        if len(parts) < 3 or any(len(p) > _LONGEST or _VERBAL.search(p) or _JOINED.search(p) for p in parts[1:-1]):
            return None
        *names, last = parts
        tail = re.split(r"(?:[和与及]|以及)", last)
        number = len(parts) + (len(tail) - 1)
        if len(tail) > 2 or any(_JOINED.search(n) for n in names) or not tail[-1]:
            return None
        span = _span(clause, names, last, len(last) - len(tail[-1]))
        span = Span(at + span.start, at + span.end)
    if counts is None:
        return Antecedent(number, (span,))
    return Antecedent(number, (span, *counts.spans)) if counts.number == number else None


def _span(clause: str, names: list[str], last: str, joined: int) -> Span:
    """Where the names of a clause stand: the first and the last of them are about as long as those between.

    ``joined``: how much of the last part stands before its last name, where 和 joins two.
    """
    longest = max(len(n) for n in names[1:])
    lead = 0 if len(names[0]) <= longest + 2 else len(names[0]) - longest
    begin = len(clause) - len(last)
    count = _COUNT.search(clause, begin + joined + 1)
    own = longest if count is None or count.start() - begin - joined > longest + 1 else count.start() - begin - joined
    return Span(lead, min(begin + joined + own, len(clause)))


def _number(told: str) -> int:
    return 2 if told == "两" else int(told) if told.isdigit() else _NUMBERS.index(told)
