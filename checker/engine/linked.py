"""The links of a corpus, brought up to date after an edit: only what the edit touches is compared again.

What a link depends on is small: its two claims, what their words weigh, and that they meet in a block. So a claim is
*touched* when its article came, went, or was given another organisation, and when a word of its metric weighs another
number of steps than before. All pairs with a touched claim are compared again, and the facts that held one are made
anew; where a block grows beyond its bound or shrinks below it, so are the pairs that meet, or meet no more, by that.
The result is that of a run from nothing, to the byte.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker import codec
from checker.disk import DamageError, GoneError, checksum
from checker.engine.articles import BITS, Articles, Loc, Member, Slot
from checker.engine.index import Index, Table, hashed, table
from checker.linking.blocks import BOUND, heads, pairs, parts, sort
from checker.linking.candidates import Stub, organisations
from checker.linking.census import Census
from checker.linking.facts import CROWDED, Between, facts_of, link_of
from checker.linking.ties import Ties
from checker.linking.wording.profile import rounded, worth
from checker.model import Fact, Kind, Link
from checker.store.manifest import Row  # noqa: TC001 - msgspec reads the types of its fields

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from checker.linking.blocks import Key
    from checker.linking.notes import Notes
    from checker.store import Store

_JOINED = "\x1f"
# With more than one article in so many changed, all are linked anew.
_NEAR = 20
# No group of claims has this name.
_WORD = "word"

Ends = tuple[Loc, Loc]


class Group(msgspec.Struct, array_like=True):
    """A fact: the place of its first claim in the order of all, its claims in order, and itself, encoded."""

    order: tuple[str, str, int, int, str]
    members: list[int]
    fact: bytes
    sum: bytes
    refused: dict[str, int]


class Linked(msgspec.Struct, array_like=True):
    """All that is known of the links of a corpus.

    ``metrics``: how many claims each metric has, as its joined words; ``words``: in how many metrics each word stands;
    ``organisations``: how many articles name each. ``crowded``: for how many claims a block had no room.
    """

    slots: list[Slot]
    metrics: dict[str, int]
    words: dict[str, int]
    organisations: dict[str, int]
    groups: list[Group]
    crowded: dict[int, int]
    table: Table
    added: dict[int, list[int]]

    @property
    def refused(self) -> dict[str, int]:
        """How many pairs were refused, by reason."""
        told: Counter[str] = Counter()
        for group in self.groups:
            told.update(group.refused)
        crowded = sum(self.crowded.values())
        return dict(sorted((told | Counter({CROWDED: crowded} if crowded else {})).items()))

    @property
    def weight(self) -> dict[str, float]:
        """What each word weighs."""
        return worth(len(self.metrics), self.words)


def near(old: Linked, rows: Sequence[Row]) -> bool:
    """Whether so few articles are others that it is worth while to begin with what is known."""
    known = {(slot.row.id, slot.row.key) for slot in old.slots if slot.live}
    changed = len(known ^ {(row.id, row.key) for row in rows})
    dead = len(old.slots) - len(known)
    return changed * _NEAR <= len(rows) and dead * 4 <= len(rows)


class Change(NamedTuple):
    """The links as they are now, the articles, and the slots of those that went and came since; None: all are new."""

    linked: Linked
    articles: Articles
    gone: Collection[int]
    come: Collection[int]
    anew: bool


def linked(rows: Sequence[Row], store: Store, old: Linked | None) -> Change:
    """The links of the articles ``rows``, from those of another state of the corpus where that is near."""
    if old is not None and near(old, rows):
        update = _Update(old, rows, store)
        with suppress(GoneError):  # what is known of an article that went was swept long ago
            if (done := update.done()) is not None:
                return Change(done, update.articles, update.gone, update.new, anew=False)
    made = _anew(rows, store)
    return Change(made, Articles(made.slots, store), (), range(len(rows)), anew=True)


def _entries(stub: Stub) -> Iterator[int]:
    """Under what a claim is looked for: its blocks whatever its words weigh, and all words that its likeness sees."""
    p = stub.profile
    yield from (hashed(p.group, sort(p), w) for w in sorted({*p.words, *heads(p)}))
    yield from (hashed(*key) for key in stub.equal)
    yield from (hashed(_WORD, w) for w in sorted({*p.words, *p.whole, *p.subject}))


def _anew(rows: Sequence[Row], store: Store) -> Linked:
    """The links of a corpus of which nothing is known."""
    made = Linked([Slot(row, "") for row in rows], {}, {}, {}, [], {}, Table(b"", b""), {})
    articles = Articles(made.slots, store)
    count = _Count(made)
    for n in range(len(rows)):
        count.add(articles.notes(n), 1)
    owner = count.owner()
    for n, slot in enumerate(made.slots):
        if any(one.ownable for one in articles.notes(n).stubs):
            slot.owner = owner(slot.row.title)
    locs = sorted((loc for n in range(len(rows)) for loc in articles.locs(n)), key=articles.order)
    made.table = table((key, loc) for loc in locs for key in _entries(articles.stub(loc)))
    told = [articles.candidate(loc) for loc in locs]
    crowded: Counter[int] = Counter()
    weight = made.weight
    met = pairs(told, weight, lambda key, n: crowded.update({hashed(*key): n}), Ties(told).among)
    between = Between(told, weight)
    found = ((locs[a], locs[b], between(a, b)) for a, b in met)
    made.groups = _groups({(a, b): link for a, b, link in found if link is not None}, articles)
    made.crowded = dict(crowded)
    return made


class _Count:
    """The counts of a state, to be changed by articles that come and go."""

    def __init__(self, state: Linked) -> None:
        self.state = state

    def add(self, told: Notes, by: int) -> None:
        """Count the claims of an article in (1) or out (-1)."""
        state = self.state
        for stub in told.stubs:
            metric = _JOINED.join(stub.profile.words)
            if _counted(state.metrics, metric, by):
                for w in set(stub.profile.words):
                    _counted(state.words, w, by)
        for name in organisations(told.stubs):
            _counted(state.organisations, name, by)

    def owner(self) -> Callable[[str], str]:
        """Names the organisation that a title is about."""
        return Census(organisations=self.state.organisations).owner()


def _counted(table: dict[str, int], name: str, by: int) -> bool:
    """Whether a count began or ended with this change."""
    old = table.get(name, 0)
    new = old + by
    if new > 0:
        table[name] = new
    else:
        table.pop(name, None)
    return (old > 0) != (new > 0)


def _groups(links: Mapping[Ends, Link], articles: Articles) -> list[Group]:
    """The facts that links make."""
    ends = {loc for pair in links for loc in pair}
    beside = {loc for slot in {e >> BITS for e in ends} for loc in _growths(slot, articles)}
    locs = sorted(ends | beside, key=articles.order)
    at = {loc: n for n, loc in enumerate(locs)}
    claims = [articles.candidate(loc).claim for loc in locs]
    number = {id(c): loc for c, loc in zip(claims, locs, strict=True)}
    facts = facts_of(claims, (replace(link, a=at[a], b=at[b]) for (a, b), link in links.items()))
    return [_group(fact, [number[id(c)] for c in fact.claims], articles) for fact in facts]


def _growths(slot: int, articles: Articles) -> Iterator[Loc]:
    """The growths and differences of an article, which stand beside the levels that they are told of."""
    told = ((loc, articles.stub(loc)) for loc in articles.locs(slot))
    return (loc for loc, stub in told if stub.place[2] == Kind.GROWTH or stub.lead is not None)


def _group(fact: Fact, members: list[Loc], articles: Articles) -> Group:
    data = codec.encode(Fact, fact)
    refused = Counter(link.refusal for link in fact.links if link.refusal)
    return Group(articles.order(members[0]), members, data, checksum(data), dict(refused))


def _within(group: Group) -> dict[Ends, Link]:
    """The links of a fact by their ends."""
    fact = codec.decode(Fact, group.fact)
    if len(fact.claims) != len(group.members):
        raise DamageError
    return {(group.members[link.a], group.members[link.b]): link for link in fact.links}


class _Update:
    """One step from a state of the corpus to another."""

    def __init__(self, state: Linked, rows: Sequence[Row], store: Store) -> None:
        self.state, self.store = state, store
        self.articles = Articles(state.slots, store)
        self._known: dict[tuple[Loc, bool], frozenset[Key]] = {}
        known = {(s.row.id, s.row.key): n for n, s in enumerate(state.slots) if s.live}
        self.gone: set[int] = set(known.values())
        self.come: list[Row] = []
        self.new: set[int] = set()
        for row in rows:
            n = known.get((row.id, row.key))
            if n is None:
                self.come.append(row)
            else:
                self.gone.discard(n)
                state.slots[n].row = row

    def done(self) -> Linked | None:
        """The links of the corpus as it is now; None where every weight changed."""
        if not (self.gone or self.come):
            return self.state
        size = rounded(max(len(self.state.metrics), 2))
        self.before, was = self.state.weight, self.state.words.keys() | set()
        self.new = self._changed()
        if rounded(max(len(self.state.metrics), 2)) != size:
            return None
        self.now = self.state.weight
        words = was | self.state.words.keys()
        self.index = Index(self.state.table, self.state.added)
        for n in sorted(self.new):
            for loc in self.articles.locs(n):
                for key in _entries(self.articles.stub(loc)):
                    self.index.add(key, loc)
        moved = sorted(w for w in words if self.before.get(w, 1.0) != self.now.get(w, 1.0))
        self.weighed = {loc for w in moved for loc in self._live(hashed(_WORD, w)) if self._has(loc, w)}
        self.weighed = {loc for loc in self.weighed if loc >> BITS not in self.new}
        self._compare()
        if self.index.grown:
            return self._compacted()
        return self.state

    def _changed(self) -> set[int]:
        """Count what came and went; the slots that are new. An article with another owner went and came."""
        state, count = self.state, _Count(self.state)
        known = dict(state.organisations)
        for n in sorted(self.gone):
            count.add(self.articles.notes(n), -1)
        first = len(state.slots)
        state.slots += [Slot(row, "") for row in self.come]
        for n in range(first, len(state.slots)):
            count.add(self.articles.notes(n), 1)
        owner = count.owner()
        names = known.keys() | state.organisations.keys()
        moved = [n for n in names if known.get(n) != state.organisations.get(n)]
        new = set(range(first, len(state.slots)))
        for n in range(first):
            slot = state.slots[n]
            if slot.live and n not in self.gone and any(name in slot.row.title for name in moved):
                told = owner(slot.row.title)
                if told != slot.owner and any(one.ownable for one in self.articles.notes(n).stubs):
                    self.gone.add(n)
                    new.add(len(state.slots))
                    state.slots.append(Slot(slot.row, ""))
        for n in sorted(new):
            if any(one.ownable for one in self.articles.notes(n).stubs):
                state.slots[n].owner = owner(state.slots[n].row.title)
        for n in self.gone:
            state.slots[n].live = False
        return new

    def _live(self, key: int) -> list[Loc]:
        return [loc for loc in self.index[key] if loc >> BITS < len(self.state.slots) and self._is_live(loc)]

    def _is_live(self, loc: Loc) -> bool:
        return self.state.slots[loc >> BITS].live

    def _has(self, loc: Loc, word: str) -> bool:
        p = self.articles.stub(loc).profile
        return word in p.words or word in p.whole or word in p.subject

    def _compare(self) -> None:
        """Compare what is touched, and make the facts anew that held or hold any of it."""
        articles, state = self.articles, self.state
        went = {loc for n in self.gone for loc in articles.locs(n)}
        came = {loc for n in self.new for loc in articles.locs(n)}
        old = {loc: articles.keys(loc, self.before) for loc in went | self.weighed}
        new = {loc: articles.keys(loc, self.now) for loc in came | self.weighed}
        touched = {*old, *new}
        blocks = {key for told in (*old.values(), *new.values()) for key in told}
        meet: set[Ends] = set()
        apart: set[Ends] = set()
        for key in sorted(blocks):
            self._meet(key, touched, meet, apart)
        new_ends, old_ends = ({e for e in pairs if touched.isdisjoint(e)} for pairs in (meet, apart))
        linked_before = {e for e in self._links(new_ends | old_ends) if touched.isdisjoint(e)}
        dropped = {e for e in sorted(old_ends & linked_before) if not self._together(*e)}
        fresh: dict[Ends, Link] = {}
        for a, b in sorted(meet - linked_before):
            link = link_of(articles.candidate(a), articles.candidate(b), self.now)
            if link is not None:
                fresh[a, b] = link
        ends = {loc for pair in (*fresh, *dropped) for loc in pair} | touched
        again = [g for g in state.groups if not ends.isdisjoint(g.members)]
        left = [g for g in state.groups if ends.isdisjoint(g.members)]
        links = {e: k for g in again for e, k in _within(g).items() if touched.isdisjoint(e) and e not in dropped}
        state.groups = sorted([*left, *_groups(links | fresh, articles)], key=lambda g: g.order)

    def _members(self, key: Key, weight: Mapping[str, float]) -> list[Loc]:
        """The members of a block as it was (``before``) or is now, in order."""
        then = weight is self.before
        found = []
        for loc in self.index[hashed(*key)]:
            n = loc >> BITS
            if n >= len(self.state.slots):
                raise DamageError
            there = (n in self.gone or (self.state.slots[n].live and n not in self.new)) if then else self._is_live(loc)
            if there and key in self._keys(loc, then=then):
                found.append(loc)
        return sorted(found, key=self.articles.order)

    def _keys(self, loc: Loc, *, then: bool) -> frozenset[Key]:
        """The blocks of a claim; as they were where that is not the same."""
        at = loc, then and (loc in self.weighed or loc >> BITS in self.gone)
        if at not in self._known:
            self._known[at] = frozenset(self.articles.keys(loc, self.before if at[1] else self.now))
        return self._known[at]

    def _meet(self, key: Key, touched: Collection[Loc], meet: set[Ends], apart: set[Ends]) -> None:
        """Add the pairs that meet in a block and are to be compared, and those that meet there no more."""
        now = self._members(key, self.now)
        if len(self.index[hashed(*key)]) <= BOUND or max(len(now), len(self._members(key, self.before))) <= BOUND:
            at = {loc: n for n, loc in enumerate(now)}
            for t in (loc for loc in now if loc in touched):
                meet.update((t, m) if at[t] < at[m] else (m, t) for m in now if m != t)
            return
        lost: list[int] = []
        together = self._parts(now, key, lost.append)
        for part in together:
            for n, t in enumerate(part):
                if t in touched:
                    meet.update((m, t) for m in part[:n])
                    meet.update((t, m) for m in part[n + 1 :])
        before = self._parts(self._members(key, self.before), key, lambda _: None)
        # Of what is not touched, only a part that another took the place of holds pairs that meet now, or no more.
        are, were = ({tuple(m for m in part if m not in touched) for part in told} for told in (together, before))
        meet.update(e for part in are - were for e in combinations(part, 2))
        apart.update(e for part in were - are for e in combinations(part, 2))
        self.state.crowded.pop(hashed(*key), None)
        if lost:
            self.state.crowded[hashed(*key)] = sum(lost)

    def _parts(self, members: Sequence[Loc], key: Key, lost: Callable[[int], None]) -> list[tuple[Loc, ...]]:
        """The parts of a block, within each of which all are compared."""
        told = [Member(self.articles, loc) for loc in members]
        return [tuple(members[n] for n in part) for part in parts(told, key, lost)]

    def _together(self, a: Loc, b: Loc) -> bool:
        """Whether two claims meet in any block as it is now."""
        shared = self._keys(a, then=False) & self._keys(b, then=False)
        return any(
            a in part and b in part
            for key in sorted(shared)
            for part in self._parts(self._members(key, self.now), key, lambda _: None)
        )

    def _links(self, pairs: Collection[Ends]) -> dict[Ends, Link]:
        """The links that were, in each fact that holds an end of these pairs."""
        ends = {loc for pair in pairs for loc in pair}
        return {e: k for g in self.state.groups if not ends.isdisjoint(g.members) for e, k in _within(g).items()}

    def _compacted(self) -> Linked:
        """The same state with all entries in the sorted table."""
        locs = [loc for n, slot in enumerate(self.state.slots) if slot.live for loc in self.articles.locs(n)]
        self.state.table = table((key, loc) for loc in locs for key in _entries(self.articles.stub(loc)))
        self.state.added = {}
        return self.state
