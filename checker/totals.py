"""Lists of amounts beside a total: where they end, whether they are all of it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.disputes import point
from checker.figures.units import dimension
from checker.model import Kind
from checker.naming import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim

_OPEN = re.compile(
    r"(?<![一二三四五高中初同相平优上下均])等(?![级次额奖候待于]|[功]勋|\s?[0-9])|主要|重点|包括但|多为|大多|约占|(?:以及其他|其余|其[他它])(?![^，。；、0-9]{0,8}[0-9])"
)
# What 等 leaves open within the name of a part, and not in the list: *护林员、保洁员等公益岗位*30个.
_NAMED = re.compile("(?:^|[，；：、和及与])[^，。；：、0-9]{1,14}等(?=[^，。；：、0-9]{1,10}[0-9])", needs="等")
_SUBSET = re.compile(
    r"其中包括|还有|另有|此外|首次|今年|当年|上年|去年|本年|累计|平均|人均|最[大高多长]|比|较"
    r"|[年月期]初|上月|净增|退出|迁出|转出|流出|调出|离开|走了|注销|拆除|报废|清退|进来"
)
# What opens one more part; whether it is one, only the numbers tell.
_MORE = re.compile("还有|另有|此外")
_REST = re.compile("其他|其它|其余|剩余|余下")
# A name that commas or semicolons set off may hold names of its own: ，*铁路、公路等通道*2亿元.
_JOIN = re.compile(
    r"""
    ^[^，。；：、]{0,14} (?: [、，和及与](?:[^，。；：、0-9]|(?<=[A-Z])[0-9]){0,14}
      | [、，](?:[^，。；：、0-9]{1,8}、){1,3}[^，。；：、0-9]{1,8}等[^，。；：、0-9]{0,10} ) $
    """,
    re.VERBOSE,
)
_MATED = re.compile(r"^[^，。；：、]{0,14}[、和及与][^，。；：、0-9]{0,14}$")
MARKS = "，、；"
_PERSONS = {"人", "名", "位"}
_THINGS = ("件", "批", "项", "起")
# A total that is named by what its parts have in common: 金牌8枚、银牌6枚，*奖牌总数*14枚.
_OF_ALL = re.compile(r"^[，、](?P<noun>[\u4e00-\u9fff]{2,4})总(?:数|量|额|计)(?:为|是|达到?|共)?$", needs="总")


def open_ended(text: str) -> bool:
    """Whether a list says that there is more than it names; 等 before a number closes what stands before it.

    >>> open_ended("党员61人、女性30人等"), open_ended("党员61人、高等教育30人"), open_ended("东湖等3个区、城郊等2个县")
    (True, False, False)
    >>> open_ended("护林员、保洁员等公益岗位61个、帮扶车间30个"), open_ended("公益岗位61个等，帮扶车间30个")
    (False, True)
    """
    return _OPEN.search(_NAMED.sub("", text)) is not None


def more(names: Sequence[str]) -> bool:
    """Whether the last of a list is told as one more of it: ，还有*560名仍在求职*.

    >>> more(["升学", "还有"]), more(["还有升学", "就业"])
    (True, False)
    """
    return bool(names) and _MORE.search(names[-1]) is not None


def partial(names: Sequence[str]) -> bool:
    """Whether one of the names tells of something beside a part: 累计, 比上年.

    >>> partial(["出口", "累计进口"]), partial(["出口", "进口"])
    (True, False)
    """
    return any(_SUBSET.search(n) for n in names[:-1]) or any(_SUBSET.search(_MORE.sub("", n)) for n in names[-1:])


def _outermost(parts: Sequence[Claim]) -> list[Claim]:
    """The parts without those that a bracket behind one of them goes into: 甲校240人*（男生150人、女生90人）*、…."""
    kept: list[Claim] = []
    for p in parts:
        if kept:
            between = p.sentence.text[kept[-1].figure.end : p.figure.start]
            if between.count("（") > between.count("）"):
                continue
        kept.append(p)
    return kept


def one_list(parts: Sequence[Claim]) -> Sequence[Claim]:
    """The parts up to where a list goes on to something else: 城区41个、农村55个，*有14个…*; 农村55个；*医院14个*."""
    parts = _outermost(parts)
    joins = [gap(a, b) for a, b in pairwise(parts)]
    if not all("；" in words for words in joins):
        stop = next((i for i, words in enumerate(joins) if "；" in words), len(joins))
        parts, joins = parts[: stop + 1], joins[:stop]
    if joins and _nested(joins):
        return parts[:1]
    if not joins or _first_mark(joins[0]) == "，":
        return parts
    stop = next((i for i, words in enumerate(joins) if "；" in words or _breaks(words)), len(joins))
    return parts[: stop + 1]


def _nested(joins: Sequence[str]) -> bool:
    """Whether a comma leads from the first part to a list of its own: 教师1520人*，*教授318人*、*副教授506人."""
    return joins[0].startswith("，") and len(joins) > 1 and all(words.startswith("、") for words in joins[1:])


def _breaks(words: str) -> bool:
    """Whether a comma ends a list that other marks join; not before the last of it: 梨3亩、桃2亩*，其他果树*1亩."""
    return _first_mark(words) == "，" and _REST.search(words) is None and not words.endswith("各")


def _first_mark(words: str) -> str:
    """What parts two items; those in the name of the second come later: ，*铁路、公路等通道*2亿元."""
    return next((c for c in words if c in MARKS), "")


def of_all(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether an amount behind a list is called the total of what all its parts are: 金牌、银牌，*奖牌总数*14枚."""
    m = _OF_ALL.match(gap(parts[-1], whole))
    return m is not None and all(n.endswith(m["noun"][-1]) for n in names_of(parts))


def exceeds(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether the parts are more than the whole, as overlapping ones may be."""
    return sum((point(p) or Fraction(0) for p in parts), Fraction(0)) > (point(whole) or Fraction(0))


def run_of(candidates: Sequence[Claim], like: Claim) -> list[Claim]:
    """The claims next to each other that are of one unit with ``like`` and joined as a list."""
    found: list[Claim] = []
    unit = like.value.unit if like.value is not None else ""
    for i, c in enumerate(candidates):
        if found and _mate(c, like, candidates[i + 1 : i + 2]) and _MATED.match(gap(*_in_order(found[-1], c))):
            found.append(c)
            continue
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
        if found and not _JOIN.match(gap(*_in_order(found[-1], c))):
            break
        found.append(c)
    return found


def _in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    return (a, b) if a.figure.start < b.figure.start else (b, a)


def _mate(claim: Claim, like: Claim, then: Sequence[Claim]) -> bool:
    """Whether one of a list is counted by 个 between others that are not: 小学86所、*教学点31个*、中学9所."""
    if claim.value is None or like.value is None or not then or not alike(then[0], like):
        return False
    general = claim.kind is Kind.QUANTITY and claim.value.unit == "个" and claim.role == like.role
    return general and dimension(like.value.unit) == "个体" and like.value.unit != "个"
