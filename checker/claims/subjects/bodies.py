"""The organisation that an article deals with: its name, what else it is called, and the words for its sort.

A paper names a carmaker once, in the title or the lead, and then writes 公司, 集团, or its name without the sort of it
(翎禾 for 翎禾汽车); a school is 学校 and 浔大, a park 园区.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import ending
from checker.claims.names.sites import coined, short_names, sort_of
from checker.claims.names.topics import of_one_thing
from checker.claims.places.gazetteer import gazetteer, level
from checker.claims.words.branching import branches
from checker.claims.words.segments import is_verb, segment
from checker.frozen import dataclass
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.claims.names.whole import Whole
    from checker.model import Figure

# How often an article means a body by a word for its sort, or names it, where its title tells of it and where not.
_TOLD, _UNTOLD = 2, 5
# What is no organisation, and has figures of its own.
_FUNDS, _WORKS = frozenset({"基金"}), "工程"
# A full name of an organisation is so long, and a name without its sort.
_NAMED, _STEM = 4, 2
# What stands behind the name of a place, and before a word for a sort that means the article's own.
_SEATS = "省市县区州旗镇乡"
_SORT_AHEAD = "(?:(?<![㐀-鿿])|(?<=[年月日末季度])|[一这][家所个座])"


@dataclass(frozen=True)
class Body:
    """An organisation as an article calls it.

    ``forms``: its shorter names. ``nouns``: the words for its sort that mean it. ``sole``: whether the article deals
    with it above all, so that its figures are of it where nothing else is named.
    """

    name: str
    forms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    sole: bool = False


def own(title: str, orgs: Sequence[str], whole: Whole, home: str, relatives: int) -> Body | None:
    """The organisation that an article deals with; None where it deals with none.

    ``orgs``: what its title and its first sentences name. ``home``: the name of its place without its ending.
    ``relatives``: how often it means its place (全市, 我县).
    """
    found = []
    candidates = _candidates(title, orgs, whole)
    heading = title
    for name in candidates:
        title, text = _without(name, candidates, heading), _without(name, candidates, whole.body)
        nouns = nouns_of(name)
        if (family := _family(name, candidates)) and name not in title and not name.endswith(_GROUP):
            continue
        forms = _forms(name, title, text, shared=name[:_STEM] if family and not name.endswith(_GROUP) else home)
        called = sum(map(text.count, _apart((name, *forms))))
        meant = _meant(nouns, text)
        told = _of_sort((*nouns, _sort(name)), title) or any(form in title for form in (name, *forms))
        if not meant and not name.endswith((*_own_ends(), *_sites())):
            continue  # 槐安*文旅* is of many where nothing says that it is one firm
        if called + meant >= (_TOLD if told else _UNTOLD) and (told or meant):
            found.append((told, called + meant, name, forms, nouns))
    if not found:
        return None
    told, n, name, forms, nouns = max(found, key=lambda one: (one[0], one[1], len(one[2]), one[2]))
    return Body(name, forms, nouns, sole=n > relatives)


def _candidates(title: str, orgs: Sequence[str], whole: Whole) -> tuple[str, ...]:
    """The organisations that an article may deal with, and firms that are known by their trade (屹霖*电池*)."""
    ends = _own_ends()
    named = [name for name in orgs if len(name) >= _NAMED and name.endswith(ends)]
    short = [f.text for f in (*short_names(title), *(f for n in sorted(whole.sited) for f in whole.short_names(n)))]
    told = [
        name
        for name in short
        if is_firm(name, title) or (name in title and sort_of(name) in words("organisations", "works"))
    ]
    times = {name: whole.body.count(name) + title.count(name) for name in (*named, *told)}
    return tuple(name for name, n in times.items() if not _of_another(name, n, times))


def _without(name: str, candidates: Sequence[str], text: str) -> str:
    """A text without the longer names that begin with a name, as that of a group with that of its first house."""
    for other in candidates:
        if other != name and other.startswith(name) and other.endswith(_GROUP):
            text = text.replace(other, "")
    return text


def _family(name: str, candidates: Sequence[str]) -> bool:
    """Whether firms of one house are told of, whose common name means the house: *屹霖*财险, *屹霖*人寿."""
    return sum(other.startswith(name[:_STEM]) for other in candidates) > 1


def _of_another(name: str, n: int, times: Mapping[str, int]) -> bool:
    """Whether a name is only the end of a longer one, or a shorter one with a word before it (*前往*浔泽大学)."""
    for other, m in times.items():
        if other != name and ((other.endswith(name) and m >= n) or (name.endswith(other) and m > n)):
            return True
    return False


def firms(short: Sequence[Figure]) -> list[Figure]:
    """Those of the short names of things that firms have."""
    return [f for f in short if is_firm(f.text)]


@cache
def is_firm(name: str, title: str = "") -> bool:
    """Whether a short name is of a firm, by a coined word before its trade, or as a title tells of it.

    >>> is_firm("翎禾汽车"), is_firm("新能源汽车"), is_firm("屹霖电池"), is_firm("屹霖电池", "屹霖去年盈利")
    (True, False, False, True)
    """
    sort = sort_of(name)
    stem = name.removesuffix(sort)
    if sort not in _trades() or not coined(stem) or stem in gazetteer().forms:
        return False
    return sort in words("organisations", "firms") or stem in title


@cache
def _sites() -> frozenset[str]:
    return words("organisations", "sites", "works")


@cache
def _trades() -> frozenset[str]:
    """What stands behind the coined name of a firm."""
    told = words("organisations", "firms") | frozenset(load("names")["sorts"].split())
    return frozenset(sort for sort in told - _sites() if not level(sort))


@cache
def is_thing(name: str) -> bool:
    """Whether a name is of a fund or of works, which have figures of their own, as events and schemes seldom do.

    >>> [is_thing(name) for name in ("浔泽创新母基金", "浔泽防洪治理工程", "浔泽机械工程", "繁星计划")]
    [True, True, False, False]
    """
    end = ending(name)[0]
    if end != _WORKS:
        return end in _FUNDS
    told = segment(name.removesuffix(end))
    return is_verb(told[-1]) or told[-1].endswith("期")  # what is done, or how much of it


def _forms(name: str, title: str, text: str, shared: str) -> tuple[str, ...]:
    """The shorter names of an organisation that an article has: 翎禾, 济和集团, 浔大.

    ``shared``: a name that is of its place, or of others too (屹霖财险, 屹霖人寿), and by itself means none of them.
    """
    told = f"{title}\n{text}"
    if name.endswith(_BRANCHES):
        return ()
    sort = _sort(name)
    stems = {name[i : i + _STEM] for i in range(len(name) - len(sort) - 1)}
    stems |= {name[: i + _STEM] for i in range(1, len(name) - len(sort) - 1)}
    found = {stem + sort for stem in stems if of_one_thing(stem)}
    if sort == "大学":
        found.add(name[0] + "大")
    if sort not in words("organisations", "sites"):
        found |= set(_stems(name, told))
    return tuple(sorted(f for f in found - {name, shared} if f in told))


def _stems(name: str, told: str) -> Iterator[str]:
    """The name of a firm without its trade, and without its form, where no place is called so."""
    bare = _LEGAL.sub("", name)
    if bare != name and bare.endswith(tuple(_sites())):
        return  # 浔澜机场 is one of those that 浔澜机场集团 holds
    if bare != name and len(bare) >= _NAMED:
        yield bare
    stem = bare.removesuffix(sort_of(bare))
    if len(stem) < _STEM or stem in gazetteer().forms or not coined(stem) or any(stem + s in told for s in _SEATS):
        return
    yield stem


# A firm of many, and those that it is of.
_GROUP, _BRANCHES = "集团", ("分公司", "子公司")
_LEGAL = re.compile("(?:股份)?(?:有限)?(?:责任)?公司$|集团$")


def _sort(name: str) -> str:
    return next((end for end in _own_ends() if name.endswith(end)), "") or sort_of(name)


def _apart(names: Iterable[str]) -> list[str]:
    """Names of which none stands within another."""
    told = sorted(set(names), key=len)
    return [name for name in told if not any(short in name for short in told if short != name)]


def _of_sort(nouns: Sequence[str], title: str) -> bool:
    """Whether a title tells of an organisation by a word for its sort: *集团*“壮”了, 一所*大学*的账单."""
    return bool(nouns) and re.search(_SORT_AHEAD + branches(nouns), title) is not None


def _meant(nouns: Sequence[str], text: str) -> int:
    """How often a text means its own organisation by a word for its sort."""
    return len(re.findall(_SORT_AHEAD + branches(nouns), text)) if nouns else 0


@cache
def _rows() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The endings of the names of each sort of organisation, and what articles call such a one."""
    return tuple((tuple(ends.split()), tuple(forms.split())) for ends, forms in load("organisations")["called"])


@cache
def _own_ends() -> tuple[str, ...]:
    return tuple(sorted((end for ends, _ in _rows() for end in ends), key=lambda w: (-len(w), w)))


@cache
def nouns_of(name: str) -> tuple[str, ...]:
    """What an article calls an organisation by the sort that its name tells; a firm's where it tells none.

    >>> "该校" in nouns_of("浔泽大学"), "集团" in nouns_of("翎禾汽车"), "集团" in nouns_of("浔泽大学")
    (True, True, False)
    """
    if is_thing(name):
        return (ending(name)[0],)
    sort = sort_of(name)
    end = next((end for end in _own_ends() if name.endswith(end)), "" if sort in _sites() else "公司")
    return next((forms for ends, forms in _rows() if end in ends), (sort,))


@cache
def all_nouns() -> frozenset[str]:
    """The words that mean an organisation by its sort."""
    return frozenset(form for _, forms in _rows() for form in forms)


@cache
def sorts_of(noun: str) -> frozenset[tuple[str, ...]]:
    """The sorts of organisations that a word for one can mean, each by its words; none where it tells none (我们)."""
    return frozenset(forms for _, forms in _rows() if noun in forms)


def fits(noun: str, name: str) -> bool:
    """Whether a word for a sort can mean an organisation of that name.

    >>> fits("该校", "浔泽大学"), fits("公司", "浔泽大学"), fits("我们", "浔泽大学")
    (True, False, True)
    """
    sorts = sorts_of(noun)
    return not sorts or nouns_of(name) in sorts
