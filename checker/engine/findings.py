"""A cached corpus → its report: what rules found in an article or a fact is kept, and holds while that is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, overload

import msgspec

from checker import codec
from checker.against import concluded
from checker.disk import DamageError, checksum
from checker.engine.articles import slot_of
from checker.engine.cached import extraction, held, written
from checker.engine.linked import Linked, linked, near
from checker.engine.named import Named, nothing, renamed
from checker.judging import judge, settle
from checker.model import Article, Discrepancy, Extraction, Fact, Problem, Report, Source, Summary
from checker.pipeline import extract
from checker.problems import undated
from checker.reading import taken
from checker.store.version import of_rules

if TYPE_CHECKING:
    from checker.engine.cached import Corpus
    from checker.rule import Rule
    from checker.settings import Settings
    from checker.store import Row, Store

T = TypeVar("T")
_Found = tuple[Discrepancy, ...]
# Findings of articles and facts that are no more are kept while they are not many times as many as those that are.
_ROOM = 10_000


class State(msgspec.Struct, array_like=True):
    """What is linked of one set of articles."""

    linked: Linked
    named: Named


class Found(msgspec.Struct, array_like=True):
    """What rules found in each article and each fact, by digest; the empty are noted too."""

    articles: dict[bytes, bytes]
    facts: dict[bytes, bytes]


class Lazy(Sequence[T], Generic[T]):
    """A sequence whose elements are made when they are asked for."""

    def __init__(self, makers: Sequence[Callable[[], T]]) -> None:
        """The results of ``makers``."""
        self._makers = makers

    def __len__(self) -> int:
        """How many there are."""
        return len(self._makers)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """The element, made anew each time."""
        return self._makers[index]() if isinstance(index, int) else Lazy(self._makers[index])


def report(told: Corpus, store: Store, rules: Sequence[Rule], settings: Settings, name: str) -> Report:
    """The report over a corpus, as :func:`checker.pipeline.assess` makes it; ``name`` is that of the set of paths."""
    state = _state(told.rows, store, name)
    facts = [*(g.fact for g in state.linked.groups), *state.named.facts]
    sums = [*(g.sum for g in state.linked.groups), *map(checksum, state.named.facts)]
    found = _judged(told, dict(zip(sums, facts, strict=True)), store, rules)
    discrepancies = settle([d for row in told.rows for d in found(row.key)] + [d for s in sums for d in found(s)])
    summary = Summary(
        articles=len(told.rows),
        characters=sum(row.characters for row in told.rows),
        figures=sum(row.figures for row in told.rows),
        claims=sum(row.claims for row in told.rows),
        facts=len(facts),
        undated=sum(not row.published for row in told.rows),
        not_assessable=state.linked.refused,
    )
    return Report(
        summary,
        discrepancies,
        (*told.problems, *_shortcomings(told)),
        Lazy([partial(_sound, row, told.paths[row.id], store, settings) for row in told.rows]),
        Lazy([partial(codec.decode, Fact, data) for data in facts]),
        [_source(row, told.paths[row.id], store) for row in told.rows],
    )


def _shortcomings(told: Corpus) -> Iterator[Problem]:
    """What is said of the articles as input, as :func:`checker.problems.shortcomings` says it."""
    yield from undated(Article(told.paths[row.id], "", (), row=row.number) for row in told.rows if not row.published)
    for row in told.rows:
        if row.problems:
            yield from codec.decode(tuple[Problem, ...], row.problems)


def _sound(row: Row, path: str, store: Store, settings: Settings) -> Extraction:
    """The extraction of an article; where its record is damaged only now, what its file tells."""
    try:
        return extraction(row, store)
    except (DamageError, codec.CodecError):
        articles, _ = taken(path, Path(path).read_bytes())
        return next(extract(a, settings) for a in articles if a.id == row.id)


def _source(row: Row, path: str, store: Store) -> Source:
    """What all reports must know of an article; few have comments for which it must be read."""
    return Source.of(extraction(row, store).article) if row.silenced else Source(path, row.id)


def _state(rows: Sequence[Row], store: Store, name: str) -> State:
    """What is linked of these articles, brought up to date and kept."""
    file = f"linked-{name}"
    old = store.load(file, State)
    state, changed = _moved(rows, store, old)
    if changed:
        store.save(file, state)
    return state


def _moved(rows: Sequence[Row], store: Store, old: State | None) -> tuple[State, bool]:
    """What is linked of these articles, from another state where that is near, and whether anything changed.

    ``old`` may be changed in place.
    """
    change = linked(rows, store, old.linked if old else None)
    if old is not None and not (change.anew or change.gone or change.come):
        return old, False
    before = nothing() if old is None or change.anew else old.named
    return State(change.linked, renamed(before, change.articles, change.gone, change.come)), True


def against(  # noqa: PLR0913, PLR0917 - all that the report depends on
    drafts: Sequence[Extraction],
    archive: Sequence[Row],
    store: Store,
    rules: Sequence[Rule],
    settings: Settings,
    problems: Sequence[Problem],
    name: str,
) -> Report:
    """The report over drafts, as :func:`checker.against.assess` makes it.

    Of the archive only what the drafts touch is read; the links of the archive itself are kept, never the drafts'.
    """
    mine = [held(e, settings, store) for e in drafts]
    rows = {row.id: row for row in (*archive, *mine)}
    old = store.load(f"linked-{name}", State)
    if old is None or not near(old.linked, archive):
        old = _state(archive, store, name)
    state, _ = _moved([rows[i] for i in sorted(rows)], store, old)
    own = {n for n, slot in enumerate(state.linked.slots) if slot.live and slot.row.id in {row.id for row in mine}}
    told = [g.fact for g in state.linked.groups if any(slot_of(loc) in own for loc in g.members)]
    facts = [codec.decode(Fact, data) for data in (*told, *state.named.facts)]
    return concluded(drafts, facts, rules, problems, archive=len(archive), article=lambda i: extraction(rows[i], store))


def _judged(
    told: Corpus, facts: dict[bytes, bytes], store: Store, rules: Sequence[Rule]
) -> Callable[[bytes], Sequence[Discrepancy]]:
    """What the rules find, by the digest of the article or the fact."""
    file = f"found-{of_rules(rules)}"
    known = store.load(file, Found) or Found({}, {})
    crowd = _ROOM + 4 * (len(told.rows) + len(facts))
    now = (
        Found({}, {}) if len(known.articles) + len(known.facts) > crowd else Found({**known.articles}, {**known.facts})
    )
    for row in told.rows:
        data = known.articles.get(row.key)
        data = told.found.get(row.key) if data is None else data
        now.articles[row.key] = written(judge(extraction(row, store), rules)) if data is None else data
    for digest, fact in facts.items():
        data = known.facts.get(digest)
        now.facts[digest] = data if data is not None else written(judge(codec.decode(Fact, fact), rules))
    if now.articles.keys() - known.articles.keys() or now.facts.keys() - known.facts.keys():
        store.save(file, now)
    return lambda digest: _read(now.articles.get(digest) or now.facts.get(digest) or b"")


def _read(data: bytes) -> Sequence[Discrepancy]:
    return codec.decode(_Found, data) if data else ()
