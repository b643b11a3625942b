"""The place that an article is about where only the head of a clause names it, without its ending: *澄湖*外贸提速."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import ending
from checker.claims.names.sites import short_names, sort_of
from checker.claims.names.topics import inner, proper
from checker.claims.places.gazetteer import gazetteer
from checker.claims.places.places_met import mark
from checker.claims.subjects.places import begins_longer
from checker.claims.words.segments import is_verb, parts, segment, sparing
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.places.places_met import PlaceMention

# A place is named in the title or so many of the first sentences, in the first characters of a clause.
_LEAD, _NEAR = 3, 8
_LONGEST, _AGAIN, _PAIR = 3, 2, 2
# What 全市 and 全县 mean.
_RUNGS = ("市", "区县")
# A word that is no more frequent can be the name of a place.
_FREQUENT, _RARE = 500, 100
# What many other words end in.
_PASSING = frozenset("和化德中春")
# What begins no name: *全*港.
_MEANT = frozenset("全该本我各某这那其每此")
_SCHOOLS = ("大学", "学院")
_PROJECTS = frozenset({"park", "plan", "event"})
# Who wrote it, after whom no place is called: 本报讯（*记者 江舟*）.
_BYLINE = re.compile(r"（[^（）]{0,12}(?:记者|通讯员|见习|实习生)[^（）]{0,40}）", needs="（")
_HEAD = re.compile(
    r"""
    (?: ^ | (?<=[，。；：！？\s“”|]) | (?<=[0-9]年) )
    (?: 走进 | 走近 | 来到 | 在 | 近年来 | 近日 | 日前 | 昨日 | 目前 | 如今 | 今年 | 去年 )?   # *走进*澄湖
    (?P<head> [\u4e00-\u9fff]{2,8} )
    """,
    re.VERBOSE,
)


def headed(title: str, sentences: Sequence[str], told: Sequence[PlaceMention], names: Sequence[str] = ()) -> str:
    """The place that clauses begin with, as 全市 says that is told of no other; "" where none stands out.

    ``told``: the places known by other means. ``names``: what the article names; a project is no place (澄湖*产业园*).

    >>> headed("澄湖外贸提速", ["澄湖出口额增长。"], ())
    '澄湖'
    >>> headed("外贸提速", ["出口额增长。"], ())
    ''
    """
    told_of = {p.level for p in told if not p.relative and p.level in _RUNGS}
    marks = {mark(p.name) for p in told if p.relative and p.level in _RUNGS and p.level not in told_of}
    if told_of and (not marks or "市" in told_of):
        return ""
    lead = _BYLINE.sub("，", "\n".join((title, *sentences[:_LEAD])))
    own = tuple(name for name in names if ending(name)[1] in _PROJECTS)
    text = "\n".join((title, *sentences))
    heads = [m["head"] for m in _HEAD.finditer(lead)]
    things = words("organisations", "sites", "works")
    own += tuple(f.text for head in heads for f in short_names(head) if not f.start and sort_of(f.text) in things)
    calls = (_named(head) or (_unlikely(head) if marks else "") for head in heads)
    named = (_shorter(name, text) for name in calls if name and not any(n.startswith(name) for n in own))
    schools = tuple(name for name in names if name.endswith(_SCHOOLS))
    found = Counter(
        name
        for name in named
        if not (_person(name, text) or _of_school(name, schools, text) or begins_longer(name, text))
    )
    if not found:
        return ""
    name = max(found, key=lambda n: (text.count(n), len(n), n))
    if not any(name in s for s in sentences if s != title):
        return ""
    if not marks and (text.count(name) < _AGAIN or len(segment(name)) == 1):
        return ""
    return name + marks.pop() if len(marks) == 1 else name


def _shorter(name: str, text: str) -> str:
    """A name without the first character of what follows it, where a text has it without that: *浔泽*云鹤机场."""
    short = name[:_PAIR]
    return (
        short
        if len(name) > _PAIR and text.count(short) > text.count(name) and not gazetteer().forms.get(name)
        else name
    )


def _unlikely(head: str) -> str:
    """A name of two characters that begins like a verb (*望礁*), where 全市 is said of a place that must be named."""
    first, second, *_ = (*segment(head), "", "")
    fits = len(first) == len(second) == 1 and inner(first) and second in _lands()
    return first + second if fits and parts(first + second) else ""


def _of_school(name: str, schools: Sequence[str], text: str) -> bool:
    """Whether a name is told only as the beginning of a school's, which may stand elsewhere: *北岭*理工大学."""
    within = [school for school in schools if school.startswith(name)]
    return bool(within) and text.count(name) <= sum(map(text.count, within))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("names")["surnames"].split())


@cache
def _deeds() -> tuple[str, ...]:
    return tuple(load("names")["persons_do"].split())


def _person(name: str, text: str) -> bool:
    """Whether a name may be of a person: one that begins with a surname, or of whom it is told what he says."""
    if not _surnames().isdisjoint((name[:1], name[:2])) and name[-1] not in words("places", "shores"):
        return True
    return any(text.startswith(_deeds(), m.end()) for m in re.finditer(re.escape(name), text))


@cache
def _lands() -> frozenset[str]:
    """What names of places end in and few other words do."""
    return words("places", "lands") - _PASSING


def _named(head: str) -> str:
    """The name of a place that the first words of a clause can be, "" where they can be none."""
    lands = _lands()
    if head[0] in _MEANT or lands.isdisjoint(head[1:_LONGEST]):
        return ""
    names = [n for n in proper(head) if head.startswith(n) and len(n) <= _LONGEST and n[-1] in lands]
    if names:
        return max(names, key=len)
    first, *rest = segment(head)
    rest = [w for w in rest[:1] if len(w) == 1]
    if any(w not in lands and inner(w) for w in rest):
        return ""  # *驼峰*梁
    seldom = sparing().seldom(first, _FREQUENT) and not is_verb(first)
    if not 1 < len(first) <= _LONGEST or not (seldom or first in gazetteer().forms):
        return ""
    name = first + "".join(w for w in rest if w in lands)
    rare = name != first or (seldom and sparing().seldom(first, _RARE) and first not in words("terms", "terms"))
    return name if rare and len(name) <= _LONGEST and name[-1] in lands else ""
