"""The articles of a cached corpus by their slots: their notes and claims, read as far as they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker import codec
from checker.disk import DamageError
from checker.engine.cached import Record
from checker.frozen import once
from checker.linking.blocks import keys
from checker.linking.candidates import Candidate, Stub, candidate
from checker.linking.notes import Notes
from checker.store.manifest import Row  # noqa: TC001 - msgspec reads the types of its fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.linking.blocks import Key
    from checker.linking.candidates import Order
    from checker.linking.wording.profile import Profile
    from checker.model import Claim
    from checker.store import Store

# A claim is known by the number of its article among the slots, and its own among the stubs of the article.
BITS = 20
_MASK = (1 << BITS) - 1

Loc = int


class Slot(msgspec.Struct, array_like=True):
    """An article that was linked: its row, and the organisation that its title is about. ``live``: it still is."""

    row: Row
    owner: str
    live: bool = True


def slot_of(loc: Loc) -> int:
    """The slot of the article that a claim stands in."""
    return loc >> BITS


class _Article:
    """What is kept of an article, decoded as far as it is asked for."""

    def __init__(self, record: Record) -> None:
        self._record = record

    @once
    def notes(self) -> Notes:
        return codec.decode(Notes, self._record.notes)

    @once
    def stubs(self) -> tuple[Stub, ...] | codec.Parts[Stub]:
        return self.notes.stubs if "notes" in vars(self) else codec.Parts(Notes, Stub, self._record.notes)

    @once
    def claims(self) -> codec.Claims:
        return codec.Claims(self._record.extraction)


class Articles:
    """The notes and claims of the articles of some slots, read when they are asked for."""

    def __init__(self, slots: list[Slot], store: Store) -> None:
        """The articles in ``slots``, which may grow."""
        self.slots, self.store = slots, store
        self._read: dict[int, _Article] = {}
        self._told: dict[Loc, Candidate] = {}

    def _article(self, slot: int) -> _Article:
        if slot not in self._read:
            if not 0 <= slot < len(self.slots):
                raise DamageError
            self._read[slot] = _Article(Record.of(self.store.record(self.slots[slot].row.place)))
        return self._read[slot]

    def notes(self, slot: int) -> Notes:
        """The notes on an article."""
        return self._article(slot).notes

    def locs(self, slot: int) -> range:
        """The linkable claims of an article."""
        return range(slot << BITS, (slot << BITS) + len(self._article(slot).stubs))

    def stub(self, loc: Loc) -> Stub:
        """A linkable claim as far as its article's notes tell it."""
        told = self._article(loc >> BITS).stubs
        if loc & _MASK >= len(told):
            raise DamageError
        return told[loc & _MASK]

    def order(self, loc: Loc) -> Order:
        """The place of a linkable claim in the one order of all."""
        row = self.slots[loc >> BITS].row
        return (row.published, row.id, *self.stub(loc).place)

    def claim(self, slot: int, number: int) -> Claim:
        """A claim of an article by its number."""
        return self._article(slot).claims[number]

    def candidate(self, loc: Loc) -> Candidate:
        """A linkable claim with the organisation of its article."""
        if loc not in self._told:
            stub, slot = self.stub(loc), loc >> BITS
            self._told[loc] = candidate(stub, self.claim(slot, stub.number), self.slots[slot].owner)
        return self._told[loc]

    def keys(self, loc: Loc, weight: Mapping[str, float]) -> list[Key]:
        """The blocks that a linkable claim stands in."""
        stub = self.stub(loc)
        return [*keys(stub.profile, weight), *stub.equal]


class Member(NamedTuple):
    """A claim as a member of a block: its words are known from its notes, all else is read where it is asked for."""

    articles: Articles
    loc: Loc

    @property
    def profile(self) -> Profile:
        """Its profile."""
        return self.articles.stub(self.loc).profile

    @property
    def claim(self) -> Claim:
        """The claim with the organisation of its article."""
        return self.articles.candidate(self.loc).claim
