"""Names that differ by a slip → facts."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.names.akin import akin
from checker.claims.names.brands import rivals, told_apart
from checker.claims.names.meant import RECURRING, meant, siblings
from checker.claims.names.near import SAME, near
from checker.claims.names.nested import parts_of
from checker.claims.names.persons import posts
from checker.claims.names.programmes import WORDED, reworded
from checker.claims.names.skeletons import skeletons, variant
from checker.claims.names.sounds import sounds
from checker.claims.names.suspects import BESIDE, NEAR, SOUND, heard, mistaken, suspected
from checker.lexicon import words
from checker.linking.other_facts.traces import BRAND, CALLED, CERTAIN, POST, traces, vouched
from checker.model import Fact, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from checker.model import Claim

# A key that more distinct names share than this tells nothing.
CROWD = 12
# A surname of one character and a given name of two.
_FULL = 3
# A part of a name is compared with another name from this length.
_LONG = 7
# What vouches for names that differ in a character, that are of one house, or of programmes of which one thing is told.
_LOOSE = frozenset({CERTAIN[0], NEAR, WORDED, BESIDE + WORDED})
# So much oftener is a name told than what is a slip for it.
TWICE = 2
# Witnesses shown of each name.
WITNESSES = 3


def name_facts(claims: Sequence[Claim]) -> list[Fact]:
    """One fact per pair of distinct names of which one can be a slip or a short form of the other.

    Two names that one sentence lists together are two things.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    persons: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.figure.kind == Kind.NAME:
            (persons if c.metric.text else told)[c.text].append(c)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(told):
        for key in skeletons(name):
            blocks[key].append(name)
    found = {pair for block in blocks.values() if len(block) > 1 for pair in similar(block)}
    titles = {name: {c.metric.text for c in own} for name, own in persons.items()}
    facts = [institution(a, b, told[a], told[b]) for a, b in sorted(found)]
    facts += [person(a, b, persons[a], persons[b]) for a, b in misspelt(titles)]
    return [fact for fact in facts if fact is not None]


def similar(block: Collection[str]) -> Iterator[tuple[str, str]]:
    """The pairs of the names that share a skeleton, in order within each; none of a crowd."""
    names = set(block)
    return combinations(sorted(names), 2) if len(names) <= CROWD else iter(())


def institution(a: str, b: str, one: Sequence[Claim], other: Sequence[Claim]) -> Fact | None:
    """The fact of two names of institutions that can be one, each with its claims in order of article and place."""
    return _fact(a, b, one, other, *of_things(a, b))


def person(a: str, b: str, one: Sequence[Claim], other: Sequence[Claim]) -> Fact | None:
    """The fact of two names of persons, as :func:`misspelt` pairs them, where both are of one house."""
    return _fact(a, b, one, other, of_persons(a, b))


def of_things(a: str, b: str) -> tuple[str, ...]:
    """How two names of things, or of their parts, can be one, each as :func:`vouched` takes it.

    >>> of_things("望川大学技术转移中心", "望传大学附属医院"), of_things("望川大学", "望川大学附属医院")
    (('sound',), ())
    """
    pairs = [
        (a, b),
        *((x, b) for x in parts_of(a) if len(x) >= _LONG),
        *((a, y) for y in parts_of(b) if len(y) >= _LONG),
    ]
    said, taken = _in_words(a, b), next((how for x, y in pairs if (how := meant(x, y))), "")
    if said in _LOOSE and siblings(a, b):
        return ()
    return tuple(dict.fromkeys(how for how in (said, taken, SAME if taken == RECURRING else "") if how))


def _in_words(a: str, b: str) -> str:
    """How two names can be one for all that they say themselves; "" if they cannot."""
    how = _as_written(a, b)
    if how in {"", BESIDE, SAME} and (undertaken := reworded(a, b)):
        return BESIDE + undertaken if how == BESIDE and undertaken != NEAR else undertaken
    if how := how or akin(a, b):
        return how
    pairs = [(x, y) for x in (a, *parts_of(a)) for y in (b, *parts_of(b))][1:]
    sound = any(SOUND in {suspected(x, y), near(x, y)} for x, y in pairs)
    if sound or not rivals(a, b):
        return SOUND if sound else ""
    return BRAND if told_apart(a, b) else CALLED


def _as_written(a: str, b: str) -> str:
    how = variant(a, b) or suspected(a, b)
    return how if how in {*CERTAIN, SOUND} else near(a, b) or how


def of_persons(a: str, b: str) -> str:
    """How two names of persons, as :func:`misspelt` pairs them, can be one, as :func:`vouched` takes it."""
    return SOUND if mistaken(a, b) else POST


def misspelt(titles: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    """Persons of one position, or of names that sound alike, of whose three characters one in the given name differs.

    ``titles``: the positions told of each name. Two names that only differ in the last character may be of brothers,
    so that both must never stand in one article.
    """
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(titles):
        for title in sorted(set(titles[name])):
            for key in person_keys(name, title):
                blocks[key].append(name)
    return sorted({pair for names in blocks.values() for pair in combinations(sorted(set(names)), 2)})


def person_keys(name: str, title: str) -> list[tuple[str, str]]:
    """The keys under which a person of a position meets those whose names differ in one character.

    It is one of the given name; of one position, a surname may sound alike, and so may the other of two characters.
    """
    many = title in words("names", "of_many") or title not in posts()
    if len(name) != _FULL:
        short = () if many or len(name) != _FULL - 1 else sounds(name[1])
        return [(f"{name[0]}{n}", title) for n in sorted(short)]
    sounding = [(key, "") for key in heard(name)]
    if many:
        return sounding
    family = [(f"{n}{name[1:]}", title) for n in sorted(sounds(name[0]))]
    return [(name[0] + name[1] + "*", title), (name[0] + "*" + name[2], title), *sounding, *family]


def _fact(a: str, b: str, one: Sequence[Claim], other: Sequence[Claim], *hows: str) -> Fact | None:
    hows = tuple(how for how in hows if how and not _together(one, other, apart=how not in CERTAIN))
    if RECURRING in hows and not recurs(*(len({c.article.id for c in told}) for told in (one, other))):
        hows = tuple(how for how in hows if how != RECURRING)
    if not hows:
        return None
    told = [{t for c in own for t in traces(c)} for own in (one, other)]
    how = next((how for how in hows if vouched(how, *told)), None)
    return None if how is None else name_fact(a, b, [*one[:WITNESSES], *other[:WITNESSES]], how)


def recurs(one: int, other: int) -> bool:
    """Whether so many articles tell one name, and so many the other, that one is what the thing is called.

    >>> recurs(2, 1), recurs(1, 4), recurs(1, 1), recurs(3, 2)
    (True, True, False, False)
    """
    return max(one, other) >= TWICE * min(one, other)


def name_fact(a: str, b: str, witnesses: Sequence[Claim], how: str) -> Fact:
    """The fact of two names, of which the first witnesses are shown: those of ``a``, then those of ``b``."""
    shown = sorted(
        witnesses,
        key=lambda c: (c.article.published.isoformat() if c.article.published else "", c.article.id, c.start),
    )
    reason = how if how in CERTAIN else CERTAIN[0]
    links = tuple(
        Link(i, j, 1.0, (reason,), "", "same")
        for i, j in combinations(range(len(shown)), 2)
        if shown[i].text != shown[j].text
    )
    return Fact(f"{a}|{b}", tuple(shown), links)


def _together(a: Sequence[Claim], b: Sequence[Claim], *, apart: bool) -> bool:
    """Whether one sentence, or one article (``apart``), tells of both."""
    where = {(c.article.id, not apart and c.sentence.index) for c in a}
    return any((c.article.id, not apart and c.sentence.index) in where for c in b)
