"""Units: their canonical names, their dimensions, and what one is worth in another."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.words import by_two, lexicon
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model import Number


# Dimensions of what is counted one by one, and of the turns at which such things are used.
_THINGS, _TURNS = "个体", "台次"
# What persons and firms are counted by besides their own measure words: 172*席*议员, 45*例*患者; 1.46万*家*商户.
_ONE_EACH = {"人": ("个", "席", "例"), "户": ("个", "家")}


@dataclass(frozen=True)
class Unit:
    """A unit by its canonical name, with its dimension and its worth in the dimension's base unit."""

    name: str
    dimension: str
    factor: Fraction


def printed(name: str, *, changed: bool = True) -> str:
    """The unit as a reader is shown it: 百分点 with its measure word, or in percent where nothing ``changed``.

    >>> printed("百分点"), printed("百分点", changed=False), printed("家")
    ('个百分点', '%', '家')
    """
    return ("个百分点" if changed else "%") if name == "百分点" else name


class Written(NamedTuple):
    """A unit as it stands in a text."""

    end: int
    name: str


def unit(name: str) -> Unit | None:
    """The unit of this spelling; None for words that are no unit. ``a/b`` is read from its parts.

    >>> unit("PFLOPS").name, unit("亩").factor
    ('P', Fraction(2000, 3))
    >>> unit("玫瑰") is None
    True
    """
    known = _spellings().get(name)
    if known is not None or "/" not in name:
        return known
    over, per = name.split("/", 1)
    of, by = unit(over), unit(per.lstrip("0123456789万亿千百十")) if per else None
    if of is None:
        return None
    dimension = by.dimension if by is not None else per
    return Unit(name, f"{of.dimension}/{dimension}", of.factor)


def dimension(name: str) -> str:
    """The dimension of a unit as one short word; the unit itself where it is unknown.

    >>> dimension("名"), dimension("位"), dimension("美元"), dimension("元/股")
    ('人', '人', '美元', '人民币/股')
    >>> dimension("某单位")
    '某单位'
    """
    known = _spellings().get(name) or unit(name)
    return known.dimension if known is not None else name


@cache
def of_turns(name: str) -> bool:
    """Whether a measure word of things also counts the turns at which they are used: *台* as in 台次, *架* as in 架次.

    >>> of_turns("台"), of_turns("家次"), of_turns("人")
    (True, False, False)
    """
    return dimension(name) == _THINGS and dimension(f"{name}次") == _TURNS


def one_turn(a: str, b: str) -> bool:
    """Whether two measure words may count the same turns: 手术2.6万*台*, 2.6万*台次*, 2.6万*例*.

    >>> one_turn("例", "台次"), one_turn("家", "人次")
    (True, False)
    """
    sorts = {dimension(a), dimension(b)}
    return sorts == {_THINGS, _TURNS} and (of_turns(a) or of_turns(b))


def one_each(a: str, b: str) -> bool:
    """Whether one of two units counts persons or firms, and the other what each of them has or is: 172人, 172席.

    >>> one_each("名", "个"), one_each("家", "户"), one_each("人", "台")
    (True, True, False)
    """
    return any(y in _ONE_EACH.get(dimension(x), ()) for x, y in ((a, b), (b, a)))


@cache
def interchangeable(a: str, b: str) -> bool:
    """Whether one thing may be counted in either of two units, the number being the same.

    >>> interchangeable("件", "项"), interchangeable("名", "个"), interchangeable("家", "户")
    (True, True, True)
    >>> interchangeable("亩", "公顷"), interchangeable("吨", "立方米"), interchangeable("人", "家")
    (False, False, False)
    """
    if a == b or dimension(a) != dimension(b):
        return a == b or one_each(a, b)
    one, other = unit(a), unit(b)
    return one is None or other is None or one.factor == other.factor


def convert(number: Number, name: str, to: str) -> Fraction | None:
    """``number`` of one unit in another; None where their dimensions differ.

    >>> convert(Fraction(3), "公顷", "亩")
    Fraction(45, 1)
    >>> convert(Fraction(3), "公顷", "美元") is None
    True
    """
    if name == to:
        return number
    here, there = unit(name), unit(to)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    if "/" in name:
        return None
    return number * here.factor / there.factor


def written(text: str, at: int) -> Written | None:
    """The longest unit that stands at ``at`` and does not begin another word.

    >>> written("5700P算力规模", 4)
    Written(end=5, name='P')
    >>> written("3年级", 1) is None
    True
    """
    known = _by_start()
    for spelling, name, latin, never in known.get(text[at : at + 2]) or known.get(text[at : at + 1], ()):
        if not text.startswith(spelling, at):
            continue
        end = at + len(spelling)
        if latin:
            after = text[end : end + 1]
            if after.isascii() and after.isalnum() and not (after.isdigit() and not spelling[-1].isdigit()):
                continue
        if never and text.startswith(never, end):
            continue
        return Written(end, name)
    return None


def spellings() -> tuple[tuple[str, Unit], ...]:
    """Every spelling with its unit, in the order of the lexicon."""
    return tuple(_spellings().items())


@cache
def nouns() -> frozenset[str]:
    """Units that are nouns first: counted only by Arabic numbers or by more than ten."""
    return frozenset(lexicon("units")["nouns"])


@cache
def _spellings() -> Mapping[str, Unit]:
    found: dict[str, Unit] = {}
    for kind, units in lexicon("units")["dimensions"].items():
        for name, (factor, *others) in units.items():
            known = Unit(name, kind, Fraction(str(factor)))
            for spelling in (name, *others):
                found[spelling] = known
    return found


class _Spelling(NamedTuple):
    """How a unit is written, whether it ends in a Latin letter or digit, and what never follows it."""

    text: str
    name: str
    latin: bool
    never: tuple[str, ...]


@cache
def _by_start() -> Mapping[str, tuple[_Spelling, ...]]:
    known, never = _spellings(), _never()
    return {
        start: tuple(
            _Spelling(w, known[w].name, w[-1].isascii() and w[-1].isalnum(), never.get(w, ())) for w in spellings_
        )
        for start, spellings_ in by_two(known).items()
    }


@cache
def _never() -> Mapping[str, tuple[str, ...]]:
    """What never follows a spelling; what never follows a measure word never follows it behind 个 either."""
    told = {name: tuple(words) for name, words in lexicon("units")["never"].items()}
    behind = {f"个{name}": words for name, words in told.items() if f"个{name}" in _spellings()}
    return {**told, **{name: (*words, *told.get(name, ())) for name, words in behind.items()}}
