"""Lists that stand below a total: 投资9亿元，*用于*厂房5亿元、设备4亿元, however they are opened."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.disputes import point
from checker.lexicon import pattern
from checker.naming import names_of
from checker.totals import MARKS, exceeds, one_list, open_ended, partial, run_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim

# By how much a total changed, between it and its list.
_GROWN = re.compile(r"，[^，。；：0-9]{0,12}(?:[0-9.]+(?:%|个百分点|倍)|持平)", needs=("%", "百分点", "倍", "持平"))
# What is left when parts are told, without its number.
_OVER = re.compile("余下|剩余|剩下|其余|另有|还有")
# How many parts or sorts there are, before a list or behind it: *由三部分构成*，; *两部分组成*.
_IN_PARTS = re.compile(
    r"(?P<n>[两二三四五六七八九])[大个]?(?:部分|方面|板块|类|块|项|种|档|级|渠道|领域)", needs="两二三四五六七八九"
)
_CLOSES = re.compile(
    r"""
    ^(?P<n>[两二三四五六七八九]) (?:[大个]?(?:部分|方面|板块|类|项|块|种|级)|[个家座条所])
     (?:组成|构成|资金|内容|项目|投入)? (?=[，。；])
    | ^(?:共同)?(?:组成|构成) (?=[，。；])
    """,
    re.VERBOSE,
)
# What opens parts that need not be all of it, and a total that says that it is one.
_SOME = re.compile("其中|包[括含]|涵盖|含")
_TOTAL = re.compile(r"(?:共|合计|总[㐀-鿿])[^，。；：、]{0,10}$")
_SORTS = frozenset({"类", "种", "块", "大类", "部分", "档", "组", "个"})
_NUMBERS = "零一二三四五六七八九"
_FAR, _CLAUSES = 40, 2
_LEAD, _TAIL = 12, 8


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"{pattern('lists', 'heads')}|[：（里中]|——")


def listed_below(whole: Claim, behind: Sequence[Claim]) -> Sequence[Claim]:
    """The parts of a list behind a total that ends with them; none where it goes on, is open or of something else.

    By how much the total changed, and of how many sorts its parts are, may stand before them: 46家，分为*四类*：.
    """
    sorts = None
    while len(behind) > 1 and (behind[0].role == "delta" or _of_sorts(behind[0], behind[1])):
        sorts = point(behind[0]) if behind[0].role != "delta" else sorts
        behind = behind[1:]
    run = run_of(behind, whole)
    parts = one_list(run)
    if len(parts) < len(run) or len(parts) < 2 or sorts not in (None, len(parts)):
        return ()
    last = parts[-1]
    rest = last.sentence.text[last.figure.end :].removeprefix(last.metric.counted)
    others = any(c.figure.start >= last.figure.end and alike(c, last) and "；" not in gap(last, c) for c in behind)
    if others or rest.startswith(("、", "和", "及", "与")) or _OVER.search(rest) or partial(names_of(parts)):
        return ()
    words = whole.sentence.text[whole.figure.end : parts[0].figure.end]
    told = _IN_PARTS.search(words)
    if open_ended(words) or open_ended(rest[:_TAIL]) or (told and _number(told["n"]) != len(parts)):
        return ()
    return parts if opened(whole, parts) or _set_below(whole, parts) else ()


def _of_sorts(sorts: Claim, first: Claim) -> bool:
    """Whether an amount is of how many sorts a list has, and not the first of it: 分为*四个板块*：A17家."""
    return sorts.value is not None and sorts.value.unit in _SORTS and "：" in gap(sorts, first)[:6]


def opened(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list is opened by a word or a mark, or its total is called one: *总*投资9亿元，*用于*A3亿元，B6亿元."""
    told = _below(whole, parts)
    head = whole.sentence.text[max(0, whole.figure.start - _LEAD) : whole.figure.start]
    return bool(told) and bool(_opens().search(told) or _TOTAL.search(head))


def some(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list is told as what is among the whole, and need not be all of it: 其中, 包括."""
    return _SOME.search(gap(whole, parts[0])) is not None


def _set_below(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether another mark than parts its items stands before a list: 医院68所*，*A41所*、*B14所*、*C13所.

    Not 职工19人*，*教师11人*，*志愿者6人, which is one list; but 46件*拍品*，书画26件，瓷器14件.
    """
    mark = next((c for c in reversed(_below(whole, parts)) if c in MARKS), "")
    joins = {c for a, b in pairwise(parts) for c in gap(a, b) if c in MARKS}
    named = whole.metric.counted and not any(p.metric.counted for p in parts)
    return len(parts) > 2 and bool(mark) and bool(joins) and (mark not in joins or bool(named))


def _below(whole: Claim, parts: Sequence[Claim]) -> str:
    """The words between an amount and a list, without how it changed; "" where the list is too far from it."""
    words = _GROWN.sub("", gap(whole, parts[0]))
    far = len(words) > _FAR or "。" in words or "；" in words or words.count("，") > _CLAUSES
    return "" if far else words


def closed(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list is told to make up its total: 包括A3亿元、B4亿元*两部分*; *共*9亿元：A、B; or is more than it."""
    text = whole.sentence.text
    closes = _CLOSES.match(text[parts[-1].figure.end :])
    if closes:
        return closes["n"] is None or _number(closes["n"]) == len(parts)
    words = gap(whole, parts[0])
    if _IN_PARTS.search(words) or ("：" in words and _TOTAL.search(text[: whole.figure.start][-_LEAD:])):
        return True
    return "包括" in words and exceeds(parts, whole)


def _number(told: str) -> int:
    return 2 if told == "两" else _NUMBERS.index(told)
