"""Sentences that are one but for their numbers → facts: a paragraph that is carried from article to article."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.claims.names.sites import SHORT
from checker.lexicon import pattern
from checker.linking.when.times import when
from checker.linking.whose.kinship import Kinship, kinship
from checker.linking.whose.subjects import scope_refusal
from checker.model import Fact, Kind, RegionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim

NAME = "template:"
_SLOTS = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.NUMBER, Kind.ENUMERATION, Kind.DURATION})
_BESIDE = frozenset({Kind.DATE, Kind.NAME})
_BREAK = re.compile("[，；：。！？,;:]")
_DROPPED = re.compile("[^\u4e00-\u9fffA-Za-z0-9#@]+")
# Fewer characters than this are no template, more of them are not looked at.
_LEAST, _MOST = 12, 300
# So many words in common are of one subject, whatever else is known of it.
_ALONE = 24
# A template that more distinct tellings share than this is a form that is filled in.
CROWD = 6
_WITNESSES = 3
# Numbers without a time of their own are of one time in articles at most this many days apart.
_NEAR = 31


class Telling(NamedTuple):
    """A run of clauses in one article: its numbers and its dates, in their order, and what its sentence names.

    ``long``: so many words that two articles tell of one subject with them.
    """

    claims: tuple[Claim, ...]
    dates: tuple[Claim, ...]
    names: frozenset[str]
    long: bool

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as written."""
        return tuple(c.text for c in self.claims)

    @property
    def place(self) -> tuple[str, int]:
        """The article and the sentence."""
        first = self.claims[0]
        return first.article.id, first.sentence.index


def template_facts(claims: Sequence[Claim]) -> list[Fact]:
    """One fact for each two tellings of one run of words, in two articles, whose numbers are not all the same.

    Its claims are the numbers of one telling after those of the other, and of further witnesses of either. It has no
    links: which number stands for which is told by their order.
    """
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for told in _shared(list(_by_sentence(claims))):
        for words, telling in _tellings(told):
            blocks[words].append(telling)
    facts: list[Fact] = []
    done: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for words in sorted((w for w in blocks if len(blocks[w]) > 1), key=lambda w: (-len(w), w)):
        for one, other in differing(blocks[words]):
            pair = one[0].place, other[0].place
            if pair not in done:
                done.add(pair)
                facts.append(template_fact(words, one, other))
    return facts


def template_fact(words: str, one: Sequence[Telling], other: Sequence[Telling]) -> Fact:
    """The fact of two tellings of these words, each with its further witnesses."""
    return Fact(NAME + words, tuple(c for t in (*one, *other) for c in t.claims), ())


def tellings(claims: Sequence[Claim]) -> Iterator[tuple[str, Telling]]:
    """The tellings of one article by their words; its claims in order."""
    return (found for told in _by_sentence(claims) for found in _tellings(told))


class Template(NamedTuple):
    """A sentence that can be told elsewhere with other numbers: digests of its words, the numbers of its claims."""

    sentence: int
    words: tuple[int, ...]
    claims: tuple[int, ...]


def templates(claims: Sequence[Claim]) -> Iterator[Template]:
    """The templates of one article, whose claims these are; two sentences without a common word make no fact."""
    number = {id(c): n for n, c in enumerate(claims)}
    for told in _by_sentence(claims):
        words = tuple(dict.fromkeys(_digest(words) for words, _ in _tellings(told)))
        if words:
            yield Template(told[0].sentence.index, words, tuple(number[id(c)] for c in told))


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "little") >> 1


def _shared(sentences: Sequence[list[Claim]]) -> Iterator[list[Claim]]:
    """The sentences that have words in common with another; of most, only a digest is kept."""
    first: dict[bytes, int] = {}
    shared: set[int] = set()
    for n, told in enumerate(sentences):
        for words, _ in _tellings(told):
            other = first.setdefault(blake2b(words.encode(), digest_size=8).digest(), n)
            if other != n:
                shared |= {n, other}
    return (sentences[n] for n in sorted(shared))


def _by_sentence(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of each sentence of a body that has numbers, in their order."""
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for c in claims:
        body = c.sentence.region is RegionKind.BODY and c.article.confirmed is None
        if body and (c.figure.kind in _SLOTS or c.figure.kind in _BESIDE):
            found[c.article.id, c.sentence.index].append(c)
    for told in found.values():
        if len(told[0].sentence.text) <= _MOST and any(c.figure.kind in _SLOTS for c in told):
            yield sorted(told, key=lambda c: c.figure.start)


def _tellings(told: Sequence[Claim]) -> Iterator[tuple[str, Telling]]:
    """The sentence, and each two neighbouring clauses of it, by their words; the same words once."""
    called = [c for c in told if c.figure.kind is Kind.NAME and c.role != SHORT]
    names = frozenset(c.text for c in called if not c.metric.text)  # persons stand for nothing
    clauses = _clauses([c for c in told if c.figure.kind is not Kind.NAME])
    runs = [clauses, *([clauses[i : i + 2] for i in range(len(clauses) - 1)] if len(clauses) > 2 else [])]
    seen: set[str] = set()
    for run in runs:
        words = "".join(text for text, _ in run)
        if words in seen:
            continue
        seen.add(words)
        own = [c for _, inside in run for c in inside]
        numbers = tuple(c for c in own if c.figure.kind in _SLOTS)
        length = len(words) - len(words.encode("ascii", "ignore")) if numbers else 0  # what is not Latin is Han
        if length >= _LEAST:
            yield words, Telling(numbers, tuple(c for c in own if c.figure.kind is Kind.DATE), names, length >= _ALONE)


def _clauses(told: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """The clauses of a sentence: their words, a # for each number and a @ for each date, and their claims."""
    text, at = told[0].sentence.text, 0
    clauses: list[tuple[str, list[Claim]]] = [("", [])]

    def on(words: str) -> None:
        first, *rest = _BREAK.split(words)
        clauses[-1] = (clauses[-1][0] + first, clauses[-1][1])
        clauses.extend((part, []) for part in rest)

    for c in told:
        number = c.figure.number if c.figure.kind in _SLOTS else c.figure.span
        if number.start < at or number.end <= number.start:
            continue
        hedged = [h for h in c.figure.hedges if c.figure.kind in _SLOTS and h.start >= at]
        on("".join(_around(text, at, number.start, hedged)))
        clauses[-1] = (clauses[-1][0] + ("#" if c.figure.kind in _SLOTS else "@"), [*clauses[-1][1], c])
        at = max(number.end, *(h.end for h in hedged if h.start == number.end), number.end)
    on(text[at:])
    return [(_light().sub("", _DROPPED.sub("", words)), own) for words, own in clauses if words]


def _around(text: str, start: int, end: int, hedges: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The text without the hedges in it."""
    for first, last in sorted(hedges):
        if start <= first and last <= end:
            yield text[start:first]
            start = last
    yield text[start:end]


@cache
def _light() -> re.Pattern[str]:
    return re.compile(pattern("templates", "light"))


def differing(told: Sequence[Telling]) -> Iterator[tuple[list[Telling], list[Telling]]]:
    """Each two groups of tellings, of equal numbers each, that two articles can mean of one thing and time."""
    groups: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for t in told:
        groups[t.numbers].append(t)
    if not 1 < len(groups) <= CROWD:
        return
    ordered = sorted(groups.values(), key=lambda g: _order(g[0]))
    for one, other in combinations(ordered, 2):
        first = next(((a, b) for a in one for b in other if _one_thing(a, b)), None)
        if first is not None:
            a, b = first
            yield [a, *_more(a, one, b)], [b, *_more(b, other, a)]


def _more(shown: Telling, group: Sequence[Telling], against: Telling) -> list[Telling]:
    """Further witnesses of the same numbers."""
    return [t for t in group if t is not shown and _one_thing(t, against)][: _WITNESSES - 1]


def _order(told: Telling) -> tuple[str, tuple[str, int]]:
    day = told.claims[0].article.published
    return (day.isoformat() if day else "", told.place)


def _one_thing(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of two articles, of one subject, and of one time."""
    if a.place[0] == b.place[0] or len(a.claims) != len(b.claims) or len(a.dates) != len(b.dates):
        return False
    if any(x.figure.period != y.figure.period and x.period != y.period for x, y in zip(a.dates, b.dates, strict=True)):
        return False
    pairs = list(zip(a.claims, b.claims, strict=True))
    named = a.long or bool(a.names & b.names)
    kin = all((named or kinship(x, y, 0) is Kinship.STRONG) and not scope_refusal(x.scope, y.scope) for x, y in pairs)
    return kin and all(x.kind is y.kind and x.status is y.status and _one_time(x, y) for x, y in pairs)


def _one_time(a: Claim, b: Claim) -> bool:
    """Whether two numbers are told of one time; what has no time of its own is of its article's."""
    if a.period is not None or b.period is not None:
        return when(a, b)[0] == "same"
    days = a.article.published, b.article.published
    return None not in days and abs((days[0] - days[1]).days) <= _NEAR  # type: ignore[operator]
