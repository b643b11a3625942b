"""The administrative divisions of China and the countries, with their short names and what contains them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.claims.words.bigrams import numbered
from checker.claims.words.branching import branches
from checker.frozen import dataclass
from checker.keeping import kept
from checker.lexicon import load, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.settings import Place

COUNTRY = "中国"
NATION = "全国"
_MUNICIPAL = "直辖"


@dataclass(frozen=True)
class Unit:
    """A listed place: its full name, its name without the ending, its level, and what contains it, innermost first."""

    name: str
    plain: str
    level: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """Listed places by every form that they are written in, and the forms by their first two characters.

    A form that several places share has them all. ``plain`` marks forms without an ending (崂山). ``numbers``: the
    first two characters by the numbers that stand for them.
    """

    forms: Mapping[str, tuple[Unit, ...]]
    plain: frozenset[str]
    starts: Mapping[str, tuple[str, ...]]
    numbers: Mapping[int, str]


@cache
def _autonomous() -> re.Pattern[str]:
    return re.compile(rf"(?:{branches(load('places')['peoples'].split())})+$")


def plain(name: str) -> str:
    """``name`` without its ending and the people it is autonomous for.

    >>> plain("延边朝鲜族自治州"), plain("崂山区"), plain("赵县")
    ('延边', '崂山', '赵县')
    """
    bare = re.sub(r"(?:特别行政区|自治[区州县旗]|(?<=神农架)林区|矿区|新区|特区|地区|[省市区县旗盟州])$", "", name)
    of_whom = _autonomous().search(bare) if "自治" in name else None
    if of_whom and of_whom.start() > 1:
        bare = bare[: of_whom.start()]
    return bare if len(bare) > 1 else name


def _county(name: str, within: tuple[str, ...]) -> Unit:
    return Unit(name, plain(name), "区县", within)


def _units() -> Iterator[Unit]:
    """Every listed place, provinces first within each province."""
    for name, prefectures in load("places")["china"].items():
        yield Unit(name, plain(name), "省", (NATION,))
        for city, counties in prefectures.items():
            if city in (name, _MUNICIPAL):
                within: tuple[str, ...] = (name, NATION)
            else:
                within = (city, name, NATION)
                yield Unit(city, plain(city), "市", (name, NATION))
            yield from (_county(county, within) for county in counties.split())
    for name in load("places")["countries"].split():
        yield Unit(name, name, "国")


@cache
def gazetteer() -> Gazetteer:
    """The listed places.

    >>> gazetteer().forms["崂山区"][0].within
    ('青岛市', '山东省', '全国')
    >>> "来宾" in gazetteer().forms
    False
    """
    told = kept("gazetteer", (*sources(), Path(__file__).read_bytes()), _Columns, _columns)
    chains = [tuple(chain.split()) for chain in told.chains.split("\n")]
    within = map(chains.__getitem__, told.within)
    units = list(map(Unit, told.names.split(), told.plains.split(), told.levels.split(), within))
    forms = dict(zip(told.forms.split(), (tuple([units[n] for n in own]) for own in told.units), strict=True))
    starts: dict[str, list[str]] = {}
    for form in forms:
        starts.setdefault(form[:2], []).append(form)
    return Gazetteer(forms, frozenset(told.bare.split()), {k: tuple(v) for k, v in starts.items()}, numbered(starts))


class _Columns(NamedTuple):
    """The gazetteer as it is soonest read: columns of words, parted by blanks.

    ``within``: the number of each unit's chain among ``chains``. ``forms``: the longest first, in order; ``units``: the
    numbers of those that share each.
    """

    names: str
    plains: str
    levels: str
    within: list[int]
    chains: str
    forms: str
    units: list[list[int]]
    bare: str


def _columns() -> _Columns:
    forms, bare = _forms()
    ordered = sorted(forms, key=lambda f: (-len(f), f))
    units = list(dict.fromkeys(unit for form in ordered for unit in forms[form]))
    number = {unit: n for n, unit in enumerate(units)}
    chains = list(dict.fromkeys(unit.within for unit in units))
    return _Columns(
        " ".join(u.name for u in units),
        " ".join(u.plain for u in units),
        " ".join(u.level for u in units),
        [chains.index(u.within) for u in units],
        "\n".join(map(" ".join, chains)),
        " ".join(ordered),
        [[number[unit] for unit in forms[form]] for form in ordered],
        " ".join(sorted(bare)),
    )


def _forms() -> tuple[dict[str, tuple[Unit, ...]], frozenset[str]]:
    """The units that share each form, and the forms without an ending."""
    full: dict[str, list[Unit]] = {}
    bare: dict[str, list[Unit]] = {}
    words = frozenset(load("places")["words_first"].split())
    for unit in _units():
        full.setdefault(unit.name, []).append(unit)
        if unit.plain != unit.name and unit.plain not in words:
            bare.setdefault(unit.plain, []).append(unit)
    forms = {name: tuple(units) for name, units in full.items()}
    rank = ("国", "省", "市", "区县")
    for name, units in bare.items():
        first = min(rank.index(u.level) for u in units)
        highest = tuple(u for u in units if u.level == rank[first])
        if len(highest) == 1 and name not in forms:
            forms[name] = highest
    return forms, frozenset(bare) - frozenset(full)


def own(known: tuple[Place, ...]) -> Mapping[str, Unit]:
    """A newsroom's own places by each of their names; a listed place that contains one lends its own containers."""
    parents = {p.name: p.within for p in known}
    found: dict[str, Unit] = {}
    for place in known:
        chain: list[str] = []
        at = place.within
        while at and at not in chain:
            chain.append(at)
            at = parents.get(at, "")
        if chain and len(gazetteer().forms.get(chain[-1], ())) == 1:
            top = gazetteer().forms[chain[-1]][0]
            chain = [*chain[:-1], top.name, *top.within]
        unit = Unit(place.name, plain(place.name), level(place.name), tuple(chain))
        found.update(dict.fromkeys((place.name, *place.aliases), unit))
    return found


@cache
def _endings() -> Mapping[str, str]:
    return {w: str(at) for at, ws in load("places")["endings"].items() for w in ws.split()}


def level(name: str) -> str:
    """The level that the ending of a place's name tells, or "".

    >>> level("槐安高新区"), level("槐安")
    ('园区', '')
    """
    known = _endings()
    return next((known[name[i:]] for i in range(len(name)) if name[i:] in known), "")
