"""Exact arithmetic with the figures of one article: sums, shares and the words between them."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.places.containment import chain
from checker.disputes import interval, point
from checker.figures.intervals import Interval
from checker.figures.units import dimension
from checker.model import ArticleRef, Claim, Comparator, Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from checker.model import Extraction, Sentence


def by_sentence(extraction: Extraction) -> Sequence[tuple[Sentence, tuple[Claim, ...]]]:
    """The sentences that hold figures, each with its claims in order, names left out."""
    return extraction.figured


def amounts_in(
    extraction: Extraction, kinds: Sequence[Kind] = (Kind.QUANTITY,)
) -> Iterator[tuple[Sentence, tuple[Claim, ...], tuple[Claim, ...]]]:
    """The sentences that hold claims of ``kinds`` with values: each with these, and those of the one before it.

    What the first sentence of a paragraph follows is empty.
    """
    last: tuple[Claim, ...] = ()
    for sentence, claims in by_sentence(extraction):
        told = tuple([c for c in claims if c.figure.kind in kinds and c.figure.value is not None and not sorts(c)])
        before = last if last and last[0].sentence.paragraph == sentence.paragraph else ()
        if told:
            yield sentence, told, before
        last = told


def numbers_in(extraction: Extraction) -> list[Claim]:
    """The amounts of an article that tell one number each, in order."""
    told = (c for c in extraction.claims if c.figure.kind is Kind.QUANTITY and not sorts(c))
    return [c for c in told if point(c)]


def sorts(claim: Claim) -> bool:
    """Whether an amount only says which sort of thing another counts: 5人制118片, 65岁以上63万人, 投资超亿元的5个."""
    behind = claim.sentence.text[claim.figure.end : claim.figure.end + 4]
    if claim.figure.comparator in _BOUNDS and behind.startswith("的") and behind[1:2] in _COUNTS:
        return True
    return (
        behind.startswith(("制", "级"))
        or claim.text.endswith(("岁以上", "岁以下", "岁及以上", "岁及以下"))
        or (claim.text.endswith("岁") and behind.lstrip("及（含").startswith(("以上", "以下")))
    )


def phrase(extraction: Extraction, sentence: Sentence, start: int, end: int, kind: Kind = Kind.PHRASE) -> Claim:
    """Some characters of a sentence as a claim to point at: the figure that stands there if there is one."""
    where = sentence.in_file(Span(start, end))
    told = extraction.claims
    at = bisect_left(told, (sentence.index, start), key=lambda c: (c.sentence.index, c.figure.start))
    for claim in told[at : at + 3]:
        if (claim.start, claim.end) == where:
            return claim
    figure = Figure(start, end, sentence.text[start:end], kind, Span(start, end))
    ref = told[0].article if told else ArticleRef.of(extraction.article)
    return Claim(ref, sentence, figure, where.start, where.end, extraction.article.locate(where.start))


def gap(first: Claim, second: Claim) -> str:
    """The words between two claims of one sentence; "" where the second begins before the first ends.

    >>> from types import SimpleNamespace as N
    >>> s = N(text="甲3家、乙4家")
    >>> gap(N(sentence=s, figure=N(end=3)), N(sentence=s, figure=N(start=5)))
    '、乙'
    """
    return first.sentence.text[first.figure.end : second.figure.start]


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims are amounts of one dimension, and things counted by one measure word (家 and 架 are not)."""
    if a.kind is not Kind.QUANTITY or b.kind is not Kind.QUANTITY or a.value is None or b.value is None:
        return False
    kind = dimension(a.value.unit)
    return a.value.unit == b.value.unit or (kind == dimension(b.value.unit) and kind not in _THINGS)


def added(terms: Iterable[Interval]) -> Interval:
    """The interval of a sum.

    >>> five, six = Interval(Fraction(5), Fraction(5)), Interval(Fraction(6), None)
    >>> added([five, six])[:2]
    (Fraction(11, 1), None)
    """
    told = list(terms)
    lows, highs = [i.low for i in told], [i.high for i in told]
    return Interval(
        None if None in lows else sum((n for n in lows if n is not None), Fraction(0)),
        None if None in highs else sum((n for n in highs if n is not None), Fraction(0)),
        low_open=any(i.low_open for i in told),
        high_open=any(i.high_open for i in told),
    )


def ratio(part: Interval, whole: Interval) -> Interval:
    """The interval of a part over its whole, in percent; both of positive numbers, else unbounded.

    >>> ratio(Interval(Fraction(50), Fraction(50)), Interval(Fraction(200), Fraction(200)))[:2]
    (Fraction(25, 1), Fraction(25, 1))
    >>> ratio(Interval(Fraction(50), Fraction(50)), Interval(None, None))[:2]
    (None, None)
    """
    low = part.low / whole.high * 100 if part.low is not None and whole.high else None
    high = part.high / whole.low * 100 if part.high is not None and whole.low else None
    return Interval(low, high, high_open=part.high_open or whole.low_open)


def intervals(claims: Sequence[Claim]) -> list[Interval] | None:
    """The interval of each claim; None where one of them has none."""
    found = [interval(c) for c in claims]
    return [i for i in found if i is not None] if all(i is not None for i in found) else None


_BRACKET = re.compile(r"(?:[（(]?含[）)]?)?及?以[上下]|至|到|—|-|老|人口|以[上下]$")
# Which of several are counted, and not how much they are: 10亿元以上*的有*35个.
_BOUNDS = (Comparator.ABOVE, Comparator.AT_LEAST, Comparator.BELOW, Comparator.AT_MOST)
_COUNTS = tuple("有就已达占是就共约近超为0123456789")
_THINGS = ("个体",)
_COUNTED = ("个体", "人", "户")
_CHANGES = frozenset({"base", "delta", "gap", "goal"})
_OF_THEM = re.compile(
    r"""
    ^(?:[^，。；0-9]{0,10}[^其集，。；0-9])? 中 (?:，|共?有) [^，。；0-9]{0,12}$   # 3200名学生中，住校生有
    | ^[^，。；0-9]{0,10}[^这那哪公心，。；0-9] 里 (?:，|共?有) [^，。；0-9]{0,12}$   # 21座车站里，已有
    """,
    re.VERBOSE,
    needs="中里",
)
_AND = re.compile(r"(?:[，、]|和|与|及|以及|另有|有){1,2}[^，。；：、0-9]{0,2}$")
_LISTED = re.compile(r"^[^，。；：、]{0,6}[、和][^，。；：、]{1,14}$")
_COMMAED = re.compile(r"^[^，。；：、]{0,6}，[^，。；：、]{1,14}$")
_MEAN = re.compile(
    r"(?:[日月年周季人户亩]均|平均|单[日月]|每[日月年天人户])[^，。；：、0-9]{0,6}$", needs=("均", "每", "单日", "单月")
)
# Over how many places a total is spread, which is not what its parts are of.
_SPREAD = re.compile(r"(?:分布|覆盖|涉及|来自|惠及|遍布|辐射|散布|坐落)[在于了到]?[^，。；：、0-9]{0,6}$")
# Of what a share is told: ，*占*182万户客户总数*的4.8%*.
_TAKES = re.compile(r"占[^，。；：、0-9]{0,10}$", needs="占")
_SHARE = re.compile(r"[^，。；：0-9]{0,10}的(?:约|近|超过?)?[0-9.]+%")
_REACH, _LEAD = 6, 14
_LADDER = {"国": 1, "省": 2, "市": 3, "区": 4, "县": 4, "旗": 4, "镇": 5, "乡": 5, "村": 6}


def parts_of(
    claims: Sequence[Claim], before: Sequence[Claim] = (), *, loose: bool = False
) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """The totals of one sentence with the parts that 其中 tells of them, in order.

    ``before``: the claims of the sentence before, where a sentence that opens with 其中 finds its total. A part that
    stands before its name (其中5亿元用于…，2亿元用于…) belongs to the nearest amount of its kind. ``loose``: what
    follows behind a comma goes on with the parts too, which a total told next would as well.
    """
    amounts = [c for c in claims if c.figure.kind is Kind.QUANTITY and c.figure.value is not None and not sorts(c)]
    if not amounts:
        return []
    whole_of: dict[int, Claim] = {}
    by_key = {c.key: c for c in amounts}
    told: dict[tuple[str, int], tuple[Claim, list[Claim]]] = {}
    for i, part in enumerate(amounts):
        whole = _whole(i, amounts, by_key, whole_of, before, loose=loose)
        if whole is not None:
            whole_of[i] = whole
            told.setdefault(whole.key, (whole, []))[1].append(part)
    return [(whole, tuple(parts)) for whole, parts in told.values()]


def _whole(  # noqa: PLR0913 - one return a way of telling a part
    i: int,
    amounts: Sequence[Claim],
    by_key: Mapping[tuple[str, int], Claim],
    known: Mapping[int, Claim],
    before: Sequence[Claim],
    *,
    loose: bool,
) -> Claim | None:
    """The total that the i-th amount of a sentence is told as a part of."""
    part = amounts[i]
    own = by_key.get(part.whole) if part.whole is not None else None
    own = None if own is not None and _shared_in(own) else own
    if i and _summed(amounts[i - 1], part):
        own = amounts[i - 1]
    if own is not None and alike(own, part) and not _mean(own) and not _SPREAD.search(_head(own)):
        return _namesake(own, part, [amounts[j] for j in range(max(0, i - _REACH), i) if j not in known])
    words = part.sentence.text[: part.figure.start] if i == 0 else gap(amounts[i - 1], part)
    if i == 0:
        opens = words.startswith("其中") and "；" not in words and len(words) < 20
        return _last(before, part) if opens else None
    if "其中" in words and not any(mark in words[words.rfind("其中") :] for mark in "；。："):
        return _last(amounts[max(0, i - _REACH) : i], part)
    counted = part.value is not None and dimension(part.value.unit) in _COUNTED
    if counted and alike(amounts[i - 1], part) and _OF_THEM.match(words):
        return amounts[i - 1]
    if i - 1 not in known or not alike(amounts[i - 1], part) or any(mark in words for mark in "；。："):
        return None
    apart = known[i - 1].sentence.index != part.sentence.index
    joined = _COMMAED.match(words) if apart or loose else amounts[i - 1].whole is None and _AND.search(words)
    return known[i - 1] if _LISTED.match(words) or joined else None


def _summed(total: Claim, part: Claim) -> bool:
    """Whether a total stands right before its part: 加上10名，共77人，其中45人."""
    head = total.sentence.text[max(0, total.figure.start - 3) : total.figure.start]
    same = total.sentence.index == part.sentence.index and alike(total, part)
    return same and head.endswith(("共", "合计", "总计", "共计")) and gap(total, part).startswith("，其中")


def _last(claims: Sequence[Claim], part: Claim) -> Claim | None:
    """The last amount that can be the total of a part."""
    can = [
        c
        for c in claims
        if alike(c, part)
        and not _mean(c)
        and (c.role == part.role or not {c.role, part.role} & _CHANGES)
        and not _shared_in(c)
    ]
    can = [c for c in can if not _SPREAD.search(_head(c))] or can  # 场馆28个，*分布在*8个县，其中新建6个
    return _namesake(can[-1], part, can) if can else None


def _head(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 10) : claim.figure.start]


def _shared_in(claim: Claim) -> bool:
    """Whether an amount is told as what a share is of, and no more: 停电客户8.7万户，*占*182.6万户*的4.8%*."""
    text, figure = claim.sentence.text, claim.figure
    lead = text[max(0, figure.start - _LEAD) : figure.start]
    return bool(_TAKES.search(lead)) and bool(_SHARE.match(text, figure.end))


def _mean(claim: Claim) -> bool:
    """Whether an amount is told of each day or head, so that it can be no total."""
    return bool(_MEAN.search(_head(claim)))


def _namesake(nearest: Claim, part: Claim, claims: Sequence[Claim]) -> Claim:
    """The amount that counts what the part counts, where the nearest one is told of something else."""
    noun = part.metric.text[-2:]
    if len(noun) < 2 or not nearest.metric.text or noun in nearest.metric.text + nearest.metric.counted:
        return nearest
    same = [c for c in claims if alike(c, part) and c.role not in _CHANGES and c.metric.text.endswith(noun)]
    if not same:
        return nearest
    told = [point(c) for c in (same[-1], part, nearest)]
    fits = None not in told and told[0] < told[1] <= told[2]  # type: ignore[operator]
    return nearest if fits else same[-1]  # 撤并村小22所，小学减到61所，其中村小44所


def months_between(start: date, end: date) -> int:
    """The months from the month of one day to that of another.

    >>> from datetime import date
    >>> months_between(date(2018, 5, 1), date(2024, 5, 20))
    72
    """
    return (end.year - start.year) * 12 + end.month - start.month


def years_between(start: date, end: date) -> int:
    """The years from the year of one day to that of another.

    >>> from datetime import date
    >>> years_between(date(1952, 12, 31), date(2024, 1, 1))
    72
    """
    return end.year - start.year


def encloses(outer: str, inner: str) -> bool:
    """Whether one place lies within another, by the gazetteer or by the ladder of 全国, 全省, 全市, 全县.

    >>> encloses("全市", "东湖区"), encloses("青岛市", "崂山区"), encloses("东湖区", "西湖区")
    (True, True, False)
    """
    if not outer or not inner or outer == inner:
        return False
    if outer in chain(inner)[1:]:
        return True
    wide = _LADDER.get(outer[-1], 0) if outer.startswith(("全", "我")) or outer.endswith(("国", "省")) else 0
    return 0 < wide < _LADDER.get(inner[-1], 0)


def rung(place: str) -> int:
    """How far down a place stands, by the last character of its name: 1 for a country, 6 for a village, 0 unknown.

    >>> rung("全省"), rung("白石县"), rung("镇"), rung("白石")
    (2, 4, 5, 0)
    """
    return _LADDER.get(place[-1:], 0)
