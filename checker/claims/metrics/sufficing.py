"""Whether a name says what a figure in its unit is of, or only which part it is of what is talked about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.metrics.predicating import HOUSES, PERSONS, agent, fits, measure, person
from checker.claims.metrics.readings import COUNTABLE, Reading, dimension_of
from checker.claims.words.segments import classes, is_verb
from checker.frozen import replace
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Metric

# Dimensions of single things and people, which a measure word and their own noun tell.
_SINGLE = COUNTABLE - {"人次", "台次"}
# How nouns of sums of money end.
_MONEY = ("款", "费", "金", "税", "债", "券", "薪", "资", "价", "贷", "产", "账", "财力", "补助", "补贴", "赔偿")
# How the names of measures end, and those of houses and places.
AMOUNTS = frozenset("量额率值数积")
_HOUSES = frozenset("区县市镇乡村院校园馆站所港部司店厂楼厅")
# Dimensions in which much else is told by a noun alone: 产量8.9万吨，*秸秆*6万吨.
_OPEN = frozenset({"质量", "体积", "面积", "长度", "能量", "人民币"})
# The most words that a part of what is talked about is named by.
ITEM = 3
# How long a verb is that ends a longer one.
_DEED = 2


def suffices(told: Metric, dimension: str) -> bool:
    """Whether a name says what an amount in a dimension is of, and not only of which part of it.

    >>> from checker.claims.metrics.readings import metric
    >>> suffices(metric(("吞吐量",)), "质量"), suffices(metric(("南港",)), "质量")
    (True, False)
    """
    if not told.words:
        return False
    last = told.words[-1]
    if told.counted or told.event or told.verb in classes().flow.values() or _measures(last):
        return True
    if dimension in _SINGLE:
        return not (last in _sides() or (dimension == "人" and house(last)))
    if dimension == "人民币":
        return last.endswith(_MONEY) or last in words("terms", "goals", "marks")
    return dimension == "人次" and (agent(last) or person(last))


def part_of(r: Reading, of: Metric, *, listed: bool, framed: bool = False) -> bool:
    """Whether a figure's own words only say which part it is of what was named in its unit.

    ``listed``: it is told as a part of that; ``framed``: as one of those that were gone into by their name or number.
    """
    own = r.metric
    if not own.words or len(own.words) > ITEM or r.counted_span or own.counted or own.predicate or "占" in own.words:
        return False
    last, head, dimension = own.words[-1], of.words[-1], dimension_of(r.slot.figure)
    if head in own.words:
        return False
    if dimension not in _SINGLE:
        sided = last in _sides() or (dimension != "人民币" and (house(last) or any(akin(last, w) for w in of.words)))
        return not of.counted and not suffices(own, dimension) and (listed or sided or dimension not in _OPEN)
    deed = own.verb in classes().flow.values() or last in words("verbs", "dual")
    return not deed and not _measures(last) and _counted_so(r, last, head, listed=listed, framed=framed)


def shortened(r: Reading, fuller: Metric) -> bool:
    """Whether a figure's words leave out the measure that was told with them before: 旅客吞吐量, then 国内*旅客*."""
    own = r.metric
    plain = not (own.verb in classes().flow.values() or own.counted or own.predicate or r.counted_span)
    return plain and len(own.words) <= ITEM and not _measures(own.words[-1]) and fuller.words[-1] not in own.words


def _counted_so(r: Reading, last: str, head: str, *, listed: bool, framed: bool) -> bool:
    """Whether single things that one noun names are not what is counted, but whose or which of those of another."""
    unit = r.slot.figure.value.unit if r.slot.figure.value else ""
    if measure(head) or (listed and unit in PERSONS and is_verb(head)):
        return listed or not (unit in PERSONS and person(last))
    if akin(last, head) or last in _sides() or (unit in PERSONS and house(last) and not house(head)):
        return not akin(last, head)
    if framed or not listed:
        return framed and not (unit in PERSONS and person(last))
    if last.endswith("级"):
        return True  # 航空公司36家，其中*国内*25家
    if unit in ("家", "户"):
        return not fits(unit, (last,)) and fits(unit, (head,))
    return house(last) and not house(head) and unit not in PERSONS


def countable(noun: str, unit: str) -> bool:
    """Whether a noun can be what is counted by a measure word, and is no place or house that others stand in.

    >>> countable("案件", "件"), countable("县区", "家")
    (True, False)
    """
    stands = noun not in words("terms", "ranks_of_places") and (unit in HOUSES or not house(noun))
    return stands and fits(unit, (noun,))


@cache
def _sides() -> frozenset[str]:
    """Words that only say which side or part of a kind is meant: 国内, 境外, 公办, 规上."""
    pairs = {w for pair in load("opposites")["pairs"] for w in pair}
    return frozenset(pairs | {form for forms in load("scope")["qualifiers"].values() for form in forms})


def _measures(noun: str) -> bool:
    done = noun[-_DEED:]  # 焚烧*处理*
    standing = noun in words("terms", "standing")
    return noun[-1] in AMOUNTS or standing or measure(noun) or is_verb(done) or done in classes().flow


def house(noun: str) -> bool:
    """Whether a noun is of a house or a place, in which people and things are.

    >>> house("幼儿园"), house("普通高中"), house("产值")
    (True, True, False)
    """
    sorts = words("terms", "bodies", "houses", "doers", "ranks_of_places")
    return noun in sorts or noun[-_DEED:] in sorts or noun[-1] in _HOUSES


def akin(own: str, of: str) -> bool:
    """Whether two nouns are of one sort by how they end, or one is within the other: 商用*车* and 整*车*."""
    return own[-1] == of[-1] or own in of or of in own


def _instead(own: str, of: str) -> bool:
    """Whether a word of a part stands for one of what it is part of: of its sort, or a house or side as that is."""
    alike = (house(own) and house(of)) or (person(own) and person(of))
    return alike or akin(own, of) or (own in _sides() and of in _sides())


def headed(own: Sequence[str], of: Sequence[str]) -> tuple[str, ...]:
    """The words of a part with those of what it is part of, without what both say.

    >>> headed(("国际", "旅客"), ("旅客", "吞吐量"))
    ('国际', '旅客', '吞吐量')
    >>> headed(("新能源车",), ("整车", "产量"))
    ('新能源车', '产量')
    """
    if own[-1] in of:
        return (*own, *of[of.index(own[-1]) + 1 :])
    kept = tuple(w for w in dict.fromkeys(of[:-1]) if w not in own and w != of[-1] and not _instead(own[-1], w))
    return (*own, *kept, of[-1])


def lifted(own: Metric, of: Metric) -> Metric:
    """The metric of a part that is named by its own words before those of what it is part of."""
    named = headed(own.words, of.words)
    return replace(
        of, text="".join(named), words=named, head=named[-1], verb=own.verb or of.verb, level=own.level or of.level,
        event=own.event or of.event, counted="", predicate="", subject=own.subject or of.subject,
    )  # fmt: skip


def taken_up(own: Metric, of: Metric, deed: str = "") -> Metric:
    """What is talked about, with the verb of a figure that names nothing else; ``deed``: what was done to some."""
    return replace(
        of, verb=own.verb or of.verb, event=own.event or of.event, level=of.level and not own.event,
        counted="", predicate=own.predicate or deed, subject=own.subject or of.subject,
    )  # fmt: skip
