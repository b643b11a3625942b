"""Names, moments and templates of a corpus, brought up to date after an edit as its links are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from checker import codec
from checker.claims.names.skeletons import skeletons
from checker.disk import DamageError
from checker.engine.articles import BITS
from checker.engine.index import Index, Table, hashed, table
from checker.linking.other_facts.moments import key, of_one_thing
from checker.linking.other_facts.names import institution, misspelt, person, similar
from checker.linking.other_facts.templates import NAME, template_facts
from checker.model import Fact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from checker.engine.articles import Articles
    from checker.linking.other_facts.templates import Template
    from checker.model import Claim

Pair = tuple[str, str]


class Shared(msgspec.Struct, array_like=True):
    """The fact of a template: its words, its place among those of the same words, its first sentence, itself."""

    words: str
    place: int
    sentence: int
    fact: bytes


class Named(msgspec.Struct, array_like=True):
    """The facts of names and moments, encoded, each under what it is of, and where each name and thing is told of.

    ``names``: the slots of the articles that tell each institution. ``persons``: likewise, by position. ``things``: the
    slots for each key of moments, the two parts of which are joined by a zero character. ``skeletons``: the numbers of
    names (in ``numbered``) under the hash of each skeleton. ``templates``: the sentences under digests of their words.
    """

    names: dict[str, list[int]]
    persons: dict[str, dict[str, list[int]]]
    things: dict[str, list[int]]
    numbered: list[str]
    skeletons: Table
    added: dict[int, list[int]]
    institutions: dict[str, bytes]
    people: dict[str, bytes]
    moments: dict[str, bytes]
    templates: Table
    also: dict[int, list[int]]
    shared: list[Shared]

    @property
    def facts(self) -> list[bytes]:
        """The encoded facts, in order."""
        told = (self.institutions, self.people, self.moments)
        ordered = [facts[name] for facts in told for name in sorted(facts, key=_parts)]
        return [*ordered, *(s.fact for s in sorted(self.shared, key=lambda s: (-len(s.words), s.words, s.place)))]


def _parts(name: str) -> list[str]:
    return name.split("\0")


def nothing() -> Named:
    """What is known of no articles."""
    empty = Table(b"", b"")
    return Named({}, {}, {}, [], empty, {}, {}, {}, {}, empty, {}, [])


def renamed(told: Named, articles: Articles, gone: Collection[int], come: Collection[int]) -> Named:
    """The names and moments after the articles of some slots went and others came."""
    return _Step(told, articles, gone, come).done()


class _Step:
    """One step from a state of the corpus to another."""

    def __init__(self, told: Named, articles: Articles, gone: Collection[int], come: Collection[int]) -> None:
        self.told, self.articles, self.gone, self.come = told, articles, gone, come
        self.index = Index(told.skeletons, told.added)
        self.sentences = Index(told.templates, told.also)
        self._skeletons = cache(skeletons)
        self._block = cache(self._named_alike)

    def done(self) -> Named:
        told = self.told
        before = set(told.names)
        names: set[str] = set()
        persons: set[str] = set()
        things: set[str] = set()
        for slot, there in [*((n, False) for n in sorted(self.gone)), *((n, True) for n in sorted(self.come))]:
            notes = self.articles.notes(slot)
            for name, title in dict.fromkeys((name, title) for _, name, title in notes.names):
                (persons if title else names).add(name)
                where = told.persons.setdefault(name, {}) if title else told.names
                _put(where, title or name, slot, there=there)
                if title and not where:
                    del told.persons[name]
            for at in dict.fromkeys("\0".join(key(what, name)) for _, what, name in notes.moments):
                things.add(at)
                _put(told.things, at, slot, there=there)
        self._institutions(names, before)
        self._people(persons)
        for at in things:
            self._moment(at)
        self._templates()
        if self.index.grown:
            self._compact()
        if self.sentences.grown:
            slots = [n for n, slot in enumerate(self.articles.slots) if slot.live]
            entries = ((w, loc) for n in slots for loc, t in self._told(n) for w in t.words)
            told.templates, told.also = table(entries), {}
        return told

    def _told(self, slot: int) -> Iterator[tuple[int, Template]]:
        """The templates of an article, each with the number of its sentence among all."""
        return (((slot << BITS) + t.sentence, t) for t in self.articles.notes(slot).templates)

    def _templates(self) -> None:
        """Make the facts anew of all sentences that words connect with one that came or went, however far."""
        for slot in sorted(self.come):
            for loc, template in self._told(slot):
                for words in template.words:
                    self.sentences.add(words, loc)
        there, shared = self._connected()
        again = sorted(loc for loc in shared if self._lives(loc >> BITS))
        claims = [self.articles.claim(loc >> BITS, n) for loc in again for n in there[loc].claims]
        slots = {self.articles.slots[loc >> BITS].row.id: loc >> BITS for loc in again}
        left = [s for s in self.told.shared if s.sentence not in there]
        for place, fact in enumerate(template_facts(sorted(claims, key=_place))):
            first = fact.claims[0]
            sentence = (slots[first.article.id] << BITS) + first.sentence.index
            left.append(Shared(fact.id.removeprefix(NAME), place, sentence, codec.encode(Fact, fact)))
        self.told.shared = left

    def _connected(self) -> tuple[dict[int, Template], set[int]]:
        """The sentences that words connect with one that came or went, and those that share words with another."""
        there = {loc: t for slot in sorted({*self.gone, *self.come}) for loc, t in self._told(slot)}
        waiting = sorted(there)
        shared: set[int] = set()
        while waiting:
            for words in there[waiting.pop()].words:
                others = [other for other in self.sentences[words] if self._concerns(other >> BITS)]
                if sum(self._lives(other >> BITS) for other in others) > 1:
                    shared.update(others)
                new = [other for other in others if other not in there]
                there |= {other: self._template(other) for other in new}
                waiting += new
        return there, shared

    def _template(self, loc: int) -> Template:
        found = next((t for at, t in self._told(loc >> BITS) if at == loc), None)
        if found is None:
            raise DamageError
        return found

    def _lives(self, slot: int) -> bool:
        return slot < len(self.articles.slots) and self.articles.slots[slot].live

    def _concerns(self, slot: int) -> bool:
        return self._lives(slot) or slot in self.gone

    def _institutions(self, touched: AbstractSet[str], before: AbstractSet[str]) -> None:
        now = self.told.names
        new = sorted(n for n in touched if n in now and n not in before)
        fresh = frozenset(new)
        old = {n for n in touched if n not in now}
        again: set[Pair] = set()
        for name in new:
            for k in self._skeletons(name):
                self.index.add(hashed(k), len(self.told.numbered))
            self.told.numbered.append(name)
        for k in sorted({k for name in touched for k in self._skeletons(name)}):
            there = self._block(k)
            pairs = set(similar(there))
            again.update(p for p in pairs if not touched.isdisjoint(p))
            then = (there - fresh) | {n for n in old if k in self._skeletons(n)}
            if then != there:
                again |= pairs.symmetric_difference(similar(then))
        known = (p for p in map(_parts, self.told.institutions) if not touched.isdisjoint(p))
        again.update((p[0], p[1]) for p in known)
        for a, b in sorted(again):
            fact = None
            if a in now and b in now and self._similar(a, b):
                fact = institution(
                    a, b, self._claims(now[a], a, of_person=False), self._claims(now[b], b, of_person=False)
                )
            _note(self.told.institutions, f"{a}\0{b}", fact)

    def _named_alike(self, skeleton: str) -> set[str]:
        numbered = self.told.numbered
        numbers = self.index[hashed(skeleton)]
        if numbers and max(numbers) >= len(numbered):
            raise DamageError
        return {name for n in numbers if (name := numbered[n]) in self.told.names and skeleton in self._skeletons(name)}

    def _similar(self, a: str, b: str) -> bool:
        shared = set(self._skeletons(a)) & set(self._skeletons(b))
        return any((a, b) in set(similar(self._block(k))) for k in shared)

    def _people(self, touched: AbstractSet[str]) -> None:
        """Make the facts anew of persons that are touched; whether two can be one depends on no others."""
        if not touched:
            return
        are = {p for p in misspelt(_titles(self.told)) if not touched.isdisjoint(p)}
        was = {(a, b) for a, b in map(_parts, self.told.people) if not touched.isdisjoint((a, b))}
        for a, b in sorted(was | are):
            fact = None
            if (a, b) in are:
                fact = person(a, b, self._person(a), self._person(b))
            _note(self.told.people, f"{a}\0{b}", fact)

    def _person(self, name: str) -> list[Claim]:
        slots = {n for own in self.told.persons[name].values() for n in own}
        return self._claims(slots, name, of_person=True)

    def _claims(self, slots: Iterable[int], name: str, *, of_person: bool) -> list[Claim]:
        """The claims of a name in order of article and place."""
        found = [
            self.articles.claim(slot, n)
            for slot in slots
            for n, told, position in self.articles.notes(slot).names
            if told == name and bool(position) == of_person
        ]
        return sorted(found, key=_place)

    def _moment(self, at: str) -> None:
        own = [
            (name, self.articles.claim(slot, n))
            for slot in self.told.things.get(at, ())
            for n, what, name in self.articles.notes(slot).moments
            if "\0".join(key(what, name)) == at
        ]
        own.sort(key=lambda told: _place(told[1]))
        _note(self.told.moments, at, next(iter(of_one_thing(_parts(at)[0], own)), None))

    def _compact(self) -> None:
        live = sorted(self.told.names)
        self.told.numbered = live
        self.told.skeletons = table((hashed(k), n) for n, name in enumerate(live) for k in self._skeletons(name))
        self.told.added = {}


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article.id, claim.start, claim.end, claim.kind


def _titles(told: Named) -> dict[str, set[str]]:
    return {name: set(titles) for name, titles in told.persons.items()}


def _put(table: dict[str, list[int]], name: str, slot: int, *, there: bool) -> None:
    """Note that the article of a slot tells of a name, or does no more."""
    if there:
        table.setdefault(name, []).append(slot)
        return
    left = [n for n in table.get(name, ()) if n != slot]
    if left:
        table[name] = left
    else:
        table.pop(name, None)


def _note(table: dict[str, bytes], name: str, fact: Fact | None) -> None:
    if fact is None:
        table.pop(name, None)
    else:
        table[name] = codec.encode(Fact, fact)
