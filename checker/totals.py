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
    r"(?<![一二三四五高中初同相平优上下均])等(?![级次额奖候待于]|[功]勋|\s?[0-9])|主要|包括但|多为|大多|约占|(?:以及其他|其余|其[他它])(?![^，。；、0-9]{0,8}[0-9])"
)
_SUBSET = re.compile(
    r"其中包括|还有|另有|此外|首次|今年|当年|上年|去年|本年|累计|平均|人均|最[大高多长]|比|较"
    r"|[年月期]初|上月|净增|退出|迁出|转出|流出|调出|离开|走了|注销|拆除|报废|清退|进来"
)
_REST = re.compile("其他|其它|其余|剩余|余下")
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
# How a total changed, in a clause before its list.
_CHANGED = re.compile(r"^，(?:同比|比|较)[^，。；：]{2,18}(?=，)")
_ENDS = re.compile(r"^[^，、0-9]{0,8}(?:[。；）]|$)")
_MANY = 4
# How long the name of a sort of things is at most; what such things are counted by.
_SORT = 5
_COUNTED = frozenset("件只头株棵辆艘台套册幅张尾架份本枚")
_NUMBERS = "零一二三四五六七八九"
_PERSONS = {"人", "名", "位"}
_THINGS = ("件", "批", "项", "起")
# A clause of its own that says by what a total is parted: 茶园18万亩，*按品种分*，A7万亩.
_BY_SORT = re.compile(
    r"^[^，。；：、0-9]{0,8}，[按从分依][^，。；：、0-9]{1,8}(?:分|看|划分|而言|统计|计算|归类)[，：][^，。；：、0-9]{1,14}$",
    needs="按从分依",
)
# How many parts a list that follows has: *由三部分构成：*A3亿元.
_IN_PARTS = re.compile(
    r"""
    ^[^，。；：、0-9]{0,8}，? (?:由|分|包括|包含|共?有|来自|涵盖|[按从][^，。；：、0-9]{1,8}) [为成以下于]{0,2}
    (?P<n>[两二三四五六七八九]) [大个]? (?:部分|方面|板块|类|块|项|种|档|级|渠道)
    [^，。；：、0-9]{0,6} (?:：|，|——) (?:即|分别[是为])? [^，。；：、0-9]{1,14}$
    """,
    re.VERBOSE,
    needs=("部分", "方面", "板块", "类", "块", "项", "种", "档", "级", "渠道"),
)
# A total that is named by what its parts have in common: 金牌8枚、银牌6枚，*奖牌总数*14枚.
_OF_ALL = re.compile(r"^[，、](?P<noun>[\u4e00-\u9fff]{2,4})总(?:数|量|额|计)(?:为|是|达到?|共)?$", needs="总")
# … and of all there are among them: 186门选修课*里，*理工类74门.
_AMONG = re.compile(r"^[^，。；：、0-9]{1,10}(?:当中|之中|[里中])，[^，。；：、0-9]{1,10}$", needs="里中")
# What opens a list of what a total takes in: 项目24个，*涉及*水利9个.
_TAKES_IN = re.compile(
    r"^[^，。；：、0-9]{0,8}，(?:分别)?(?:涉及|涵盖|覆盖|分布[在于]|来自|分属|隶属|用于|投向)[^，。；：、0-9]{1,10}$",
    needs=("涉及", "涵盖", "覆盖", "分布", "来自", "分属", "隶属", "用于", "投向"),
)
# What parts a total by sorts: 按业态*分为*四类.
_INTO = re.compile(r"^[^，。；：、0-9]{0,8}，?(?:[按从][^，。；：、0-9]{1,8})?，?(?:共?分|细分|划分|归)?[为成]?$")
_SORTS = frozenset({"类", "种", "块", "大类", "部分", "档", "组", "个"})


def open_ended(text: str) -> bool:
    """Whether a list says that there is more than it names; 等 before a number closes what stands before it.

    >>> open_ended("党员61人、女性30人等"), open_ended("党员61人、高等教育30人"), open_ended("东湖等3个区、城郊等2个县")
    (True, False, False)
    """
    return _OPEN.search(text) is not None


def partial(names: Sequence[str]) -> bool:
    """Whether one of the names tells of something beside a part: 累计, 比上年.

    >>> partial(["出口", "累计进口"]), partial(["出口", "进口"])
    (True, False)
    """
    return any(_SUBSET.search(n) for n in names)


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
    if not joins or "、" not in joins[0]:
        return parts
    stop = next((i for i, words in enumerate(joins) if "；" in words or _breaks(words)), len(joins))
    return parts[: stop + 1]


def _nested(joins: Sequence[str]) -> bool:
    """Whether a comma leads from the first part to a list of its own: 教师1520人*，*教授318人*、*副教授506人."""
    return joins[0].startswith("，") and len(joins) > 1 and all(words.startswith("、") for words in joins[1:])


def _breaks(words: str) -> bool:
    """Whether a comma ends a list that other marks join; not before the last of it: 梨3亩、桃2亩*，其他果树*1亩."""
    return "，" in words and "、" not in words and _REST.search(words) is None


def opening(whole: Claim, first: Claim) -> str:
    """What stands between a total and its first part, without how the total changed: 5860人*，比去年增加180人*，由…."""
    return _CHANGED.sub("", gap(whole, first), count=1)


def closed(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list is told to make up its total: 包括A3亿元、B4亿元*两部分*; or is more: 包括A5亿元和B6亿元."""
    text = whole.sentence.text
    if not _MADE_OF.match(opening(whole, parts[0])):
        return False
    closes = _CLOSES.match(text[parts[-1].figure.end :])
    if closes:
        return closes["n"] is None or _number(closes["n"]) == len(parts)
    tail = text[parts[-1].figure.end : parts[-1].figure.end + 8]
    names = names_of(parts)
    light = partial(names) or open_ended(text[parts[0].figure.start : parts[-1].figure.end] + tail)
    return len(parts) > 1 and not light and "包括" in opening(whole, parts[0]) and exceeds(parts, whole)


def spelt_out(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether 包括 opens a list of four or more that ends its sentence and leaves nothing open."""
    if len(parts) < _MANY or not _MADE_OF.match(opening(whole, parts[0])):
        return False
    tail = whole.sentence.text[parts[-1].figure.end :]
    text = whole.sentence.text[parts[0].figure.start : parts[-1].figure.end]
    return bool(_ENDS.match(tail)) and not open_ended(text + tail[:8]) and not partial(names_of(parts))


def of_one_kind(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list in mid-sentence names sorts of what is counted: 68所中小学，小学41所、初中14所、高中13所，."""
    noun, names = whole.metric.counted or whole.metric.head, names_of(parts)
    behind = whole.sentence.text[parts[-1].figure.end :]
    return len(noun) > 1 and behind.startswith("，") and all(set(n) & set(noun) and noun not in n for n in names)


def sorted_into(whole: Claim, amounts: Sequence[Claim]) -> list[Claim]:
    """The parts of a list that a number of sorts opens and that are as many: 企业46家，分为*四类：*A17家，B9家，…."""
    if len(amounts) < 3 or not _INTO.match(gap(whole, amounts[0])):
        return []
    sorts, first = amounts[0], amounts[1]
    number = point(sorts)
    if sorts.value is None or sorts.value.unit not in _SORTS or number is None or "：" not in gap(sorts, first)[:4]:
        return []
    parts = run_of(amounts[1:], whole)
    return parts if len(parts) == number > 1 else []


def by_sort(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the clause before a list says by what the total is parted: 茶园18万亩，*按品种分*，A7万亩、B8万亩."""
    return _BY_SORT.match(opening(whole, parts[0])) is not None


def in_parts(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether what opens a list says that it has as many parts as it has: 投资9亿元，*由两部分构成：*A3亿元，B5亿元."""
    m = _IN_PARTS.match(opening(whole, parts[0]))
    return m is not None and _number(m["n"]) == len(parts)


def of_all(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether an amount behind a list is called the total of what all its parts are: 金牌、银牌，*奖牌总数*14枚."""
    m = _OF_ALL.match(gap(parts[-1], whole))
    return m is not None and all(n.endswith(m["noun"][-1]) for n in names_of(parts))


def _number(told: str) -> int:
    return 2 if told == "两" else _NUMBERS.index(told)


def goes_over(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list of three or more is opened by a word for what a total takes in: 24个，*涉及*水利9个、…."""
    words = gap(whole, parts[0])
    return len(parts) > 2 and (_TAKES_IN.match(words) or (_AMONG.match(words) and same_ends(parts))) is not None


def things(parts: Sequence[Claim]) -> bool:
    """Whether parts are sorts of things, which do not overlap as houses may: 书画26件，瓷器14件，玉器8件."""
    named = all(1 < len(n) <= _SORT for n in names_of(parts))
    return named and len(parts) > 2 and all(p.value is not None and p.value.unit in _COUNTED for p in parts)


def same_ends(parts: Sequence[Claim]) -> bool:
    """Whether the names of all parts end alike, as those of sorts do: 理工*类*, 人文*类*."""
    return len({n[-1:] for n in names_of(parts)}) == 1


def exceeds(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether the parts are more than the whole, as overlapping ones may be."""
    return sum((point(p) or Fraction(0) for p in parts), Fraction(0)) > (point(whole) or Fraction(0))


def run_of(candidates: Sequence[Claim], like: Claim) -> list[Claim]:
    """The claims next to each other that are of one unit with ``like`` and joined as a list."""
    found: list[Claim] = []
    unit = like.value.unit if like.value is not None else ""
    for i, c in enumerate(candidates):
        if found and _mate(c, like, candidates[i + 1 : i + 2]) and _JOIN.match(gap(*_in_order(found[-1], c))):
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
