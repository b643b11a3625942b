"""The place that an article is about; with all that callers ask of places."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.persons import posts
from checker.claims.names.sites import short_names, sort_of
from checker.claims.names.topics import proper
from checker.claims.places.containment import chain, contains, resolve, same_place, unit_level
from checker.claims.places.gazetteer import gazetteer, level
from checker.claims.places.placenames import places
from checker.claims.places.placenames_made import stem
from checker.claims.places.places_met import LADDER, PlaceMention
from checker.claims.words.segments import segment
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.settings import Place

__all__ = ["PAPER", "PlaceMention", "chain", "contains", "home", "level", "places", "resolve", "same_place"]

_HAN = "㐀-鿿〇"
# The place that a local paper is called after.
PAPER = re.compile(
    rf"([{_HAN}]{{2,4}}?)(?:日报|晚报|早报|晨报|都市报|时报|新闻|发布|融媒|广播|电视)",
    needs=("日报", "晚报", "早报", "晨报", "都市报", "时报", "新闻", "发布", "融媒", "广播", "电视"),
)
# What follows the name of a place, and ends no longer one: 澄湖*市*, 澄湖*的*.
_ENDS = f"[省市区县旗州镇乡港{load('names')['cut_characters']}]"
# A name is told again, and mostly as that of a body.
_TWICE, _MOSTLY = 2, 0.7
# A port is called after a place of so many characters.
_PORT = 3
_LEAD, _LEAD_WEIGHT = 201, 3  # a place in the title or the first 200 characters counts for three


def home(  # noqa: PLR0913 - the fields of an article, all but two by name
    title: str,
    text: str,
    place: str = "",
    known: tuple[Place, ...] = (),
    source: str = "",
    *,
    told: Sequence[PlaceMention] | None = None,
) -> str:
    """The place that an article is about, in its full name, or "" where none stands out.

    ``place``: as its front matter says, which settles it. ``source``: the paper, whose own place it is if the
    article names that and no other stands out.

    >>> home("松屿区项目加速", "槐安市松屿区昨日开工。松屿区今年将完成投资。")
    '松屿区'
    >>> home("春天来了", "花开了。")
    ''
    """
    if place:
        return chain(place, known)[0]
    told = places(f"{title}\n{text}", known) if told is None else told
    weights: Counter[str] = Counter()
    for m in told:
        if not m.relative and m.level not in ("国", "乡镇") and not m.canonical.endswith("港"):
            weights[m.canonical] += _LEAD_WEIGHT if m.end <= len(title) + _LEAD else 1
    relative = Counter(m.level for m in told if m.relative and m.level in LADDER[:5])
    best = max(weights.items(), key=lambda item: (_weight(item, relative), -len(item[0]), item[0]), default=("", 0))
    return best[0] if best[1] >= _LEAD_WEIGHT else _plain_home(title, text, told, source)


def _weight(item: tuple[str, int], relative: Counter[str]) -> int:
    """How strongly a place is meant: how often it is named, more where the article says 全区 of a district."""
    at = unit_level(item[0])
    own_level = max(relative, key=lambda k: (relative[k], k), default="")
    return item[1] * (3 if at == own_level else 2)


def _plain_home(title: str, text: str, told: Sequence[PlaceMention], source: str) -> str:
    """A place that is named only without its ending: the stem of a port, or no common word of the title, often said."""
    ports = (stem(m.canonical) for m in told if m.canonical.endswith("港"))
    stems = Counter(port for port in ports if len(port) <= _PORT)
    if any(m.relative and m.level in ("市", "区县") for m in told):
        for pair in _uncommon(title):
            if not (begins_longer(pair, f"{title}\n{text}") or _of_a_person(pair, title)):
                stems[pair] += title.count(pair) + text.count(pair)
    paper = PAPER.match(source)
    if paper and paper[1] in title + text:
        stems[paper[1]] += _LEAD_WEIGHT
    best = max(stems.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return _in_full(best[0], told) if best[1] >= _LEAD_WEIGHT else ""


def begins_longer(name: str, text: str) -> bool:
    """Whether a text tells a name only as the beginning of one longer word, as of a person: *冷云*舟, *澜湖*实验室.

    >>> begins_longer("冷云", "冷云舟：蓝天不是等来的。冷云舟说"), begins_longer("澄湖", "澄湖外贸提速，澄湖出口增长。")
    (True, False)
    """
    after = [text[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), text)]
    if len(after) < _TWICE:
        return False
    bodies = sum(text.startswith(_bodies(), m.end()) for m in re.finditer(re.escape(name), text))
    if bodies >= _MOSTLY * len(after):
        return True  # 渠水*集团* need not be in a 渠水市
    if len(set(after)) > 1:
        return False
    return bool(re.fullmatch(f"[{_HAN}]" if name[0] in _surnames() else f"(?!{_ENDS})[{_HAN}]", after[0]))


@cache
def _bodies() -> tuple[str, ...]:
    """What makes a name that of a body: *集团*, *水务*公司."""
    return tuple(load("places")["named_bodies"].split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("names")["surnames"].split())


def _of_a_person(name: str, title: str) -> bool:
    """Whether a name is one among neighbours, or says in a title what someone does: 老胡, *护湿*人."""
    return (name[0] in "老小阿" and name[1:] in _surnames()) or bool(re.search(f"{re.escape(name)}[人员者匠]", title))


def _in_full(name: str, told: Sequence[PlaceMention]) -> str:
    """A place that is only named without its ending: by the list, else as 全市 says that is told of no other place."""
    listed = chain(name)[0]
    marks = {m.name[-1] for m in told if m.relative and m.level in ("市", "区县")}
    named = any(not m.relative and m.level in ("市", "区县") for m in told)
    if named or len(marks) != 1 or listed[-1] in marks:
        return listed
    return name + marks.pop()


def _uncommon(title: str) -> list[str]:
    """The first two characters of each run of the title that is no listed word, unless it names a person."""
    stop = f"[{load('names')['cut_characters']}年月日届访]"
    runs, before, run = [], "", ""
    for token in (*segment(title), ""):
        if re.fullmatch(f"(?!{stop})[{_HAN}]", token):
            run += token
            continue
        if len(run) > 1 and before not in posts():
            runs.append(run[:2])
        before, run = token, ""
    known = proper(title)
    sorts = words("organisations", "sites", "works")
    things = [f.text for f in short_names(title) if sort_of(f.text) in sorts]  # 鲸湾*渔港* is a port, and no town
    return [
        run
        for run in runs
        if run in known and run not in gazetteer().forms and not any(thing.startswith(run) for thing in things)
    ]
