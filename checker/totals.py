"""Lists of amounts beside a total: where they end, whether they are all of it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.disputes import point
from checker.naming import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim

_OPEN = re.compile(
    r"(?<![一二三四五高中初同相平优上下均])等(?![级次额奖候待于]|[功]勋)|主要|包括但|多为|大多|约占|(?:以及其他|其余|其[他它])(?![^，。；、0-9]{0,8}[0-9])"
)
_SUBSET = re.compile(r"其中包括|还有|另有|此外|首次|今年|当年|上年|去年|本年|累计|平均|人均|最[大高多长]|比|较")
_JOIN = re.compile(r"^[^，。；：、]{0,14}[、，和及与](?:[^，。；：、0-9]|(?<=[A-Z])[0-9]){0,14}$")
# What closes a list with the number of its parts, or as what makes up the whole: *三项*；, *两部分组成*.
_CLOSES = re.compile(
    r"""
    ^(?P<n>[两二三四五六七八九]) (?:[大个]?(?:部分|方面|板块|类|项|块|种|级)|[个家座条所])
     (?:组成|构成|资金|内容|项目|投入)? (?=[，。；])
    | ^(?:共同)?(?:组成|构成) (?=[，。；])
    """,
    re.VERBOSE,
)
_MADE_OF = re.compile(r"^[^，。；：、0-9]{0,8}，?(?:包括|包含|涵盖|由|分为|分别(?:是|为|由)|有)[^，。；：、0-9]{1,12}$")
_NUMBERS = "零一二三四五六七八九"
_PERSONS = {"人", "名", "位"}
_THINGS = ("件", "批", "项", "起")


def open_ended(text: str) -> bool:
    """Whether a list says that there is more than it names.

    >>> open_ended("党员61人、女性30人等"), open_ended("党员61人、高等教育30人")
    (True, False)
    """
    return _OPEN.search(text) is not None


def partial(names: Sequence[str]) -> bool:
    """Whether one of the names tells of something beside a part: 累计, 比上年.

    >>> partial(["出口", "累计进口"]), partial(["出口", "进口"])
    (True, False)
    """
    return any(_SUBSET.search(n) for n in names)


def one_list(parts: Sequence[Claim]) -> Sequence[Claim]:
    """The parts up to where a list goes on to something else: 城区41个、农村55个，*有14个…*; 农村55个；*医院14个*."""
    joins = [gap(a, b) for a, b in pairwise(parts)]
    if not all("；" in words for words in joins):
        stop = next((i for i, words in enumerate(joins) if "；" in words), len(joins))
        parts, joins = parts[: stop + 1], joins[:stop]
    if not joins or "、" not in joins[0]:
        return parts
    stop = next(
        (i for i, words in enumerate(joins) if "；" in words or ("，" in words and "、" not in words)), len(joins)
    )
    return parts[: stop + 1]


def closed(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list is told to make up its total: 包括A3亿元、B4亿元*两部分*; or is more: 包括A5亿元和B6亿元."""
    text = whole.sentence.text
    if not _MADE_OF.match(gap(whole, parts[0])):
        return False
    closes = _CLOSES.match(text[parts[-1].figure.end :])
    if closes:
        number = closes["n"]
        return number is None or (2 if number == "两" else _NUMBERS.index(number)) == len(parts)
    tail = text[parts[-1].figure.end : parts[-1].figure.end + 8]
    names = names_of(parts)
    light = partial(names) or open_ended(text[parts[0].figure.start : parts[-1].figure.end] + tail)
    return len(parts) == 2 and not light and "包括" in gap(whole, parts[0]) and exceeds(parts, whole)


def of_one_kind(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list in mid-sentence names sorts of what is counted: 68所中小学，小学41所、初中14所、高中13所，."""
    noun, names = whole.metric.counted or whole.metric.head, names_of(parts)
    behind = whole.sentence.text[parts[-1].figure.end :]
    return len(noun) > 1 and behind.startswith("，") and all(set(n) & set(noun) and noun not in n for n in names)


def exceeds(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether the parts are more than the whole, as overlapping ones may be."""
    return sum((point(p) or Fraction(0) for p in parts), Fraction(0)) > (point(whole) or Fraction(0))


def run_of(candidates: Sequence[Claim], like: Claim) -> list[Claim]:
    """The claims next to each other that are of one unit with ``like`` and joined as a list."""
    found: list[Claim] = []
    unit = like.value.unit if like.value is not None else ""
    for c in candidates:
        unit = found[0].value.unit if found and found[0].value is not None else unit
        if not found and c.value is not None and {unit.removesuffix("次"), c.value.unit} <= _PERSONS:
            unit = c.value.unit
        if c.value is not None and unit == f"{c.value.unit}次" and c.value.unit in _THINGS:
            unit = c.value.unit
        if (
            not alike(c, like)
            or (c.role != like.role and c.role in ("base", "delta", "gap"))
            or c.value is None
            or c.value.unit != unit
        ):
            break
        if found:
            first, second = sorted((found[-1], c), key=lambda x: x.figure.start)
            if not _JOIN.match(gap(first, second)):
                break
        found.append(c)
    return found
