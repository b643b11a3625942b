"""Paths → records of articles: what is unchanged is neither read nor extracted again."""

from __future__ import annotations

import os
import time
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker import codec
from checker.disk import DamageError, checksum
from checker.engine.batches import batched, paying
from checker.engine.workers import each, forked
from checker.judging import judge
from checker.linking.notes import Notes, notes
from checker.linking.wording.profile import alias_table
from checker.model import Article, Discrepancy, Extraction, Problem
from checker.pipeline import extract
from checker.problems import strange
from checker.reading import taken
from checker.reading.paths import files
from checker.store.manifest import File, Place, Row, Stat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.rule import Rule
    from checker.settings import Settings
    from checker.store import Store

# What was extracted is committed so often (seconds), so that little is lost with a run that is killed.
_OFTEN = 10.0


class Record(msgspec.Struct, array_like=True, frozen=True):
    """What is kept of an article: the notes on it and its extraction, both encoded."""

    notes: bytes
    extraction: bytes

    @classmethod
    def of(cls, data: bytes) -> Record:
        """The record that these bytes are; :class:`DamageError` where they are none."""
        try:
            return msgspec.msgpack.decode(data, type=cls)
        except msgspec.MsgspecError as error:
            raise DamageError from error


class Corpus(NamedTuple):
    """The articles of a run, sorted by id, and what is wrong with the input, sorted by place.

    ``paths``: the file of each article. ``inodes``: of each file, where it is known without looking at it once more.
    ``found``: what article rules found in those that were extracted now, encoded.
    """

    rows: tuple[Row, ...]
    paths: dict[str, str]
    inodes: dict[str, int | None]
    problems: tuple[Problem, ...]
    found: dict[bytes, bytes]


class _Reading(NamedTuple):
    """A file that was read: its articles with their digests, and the rows that are known of it."""

    path: str
    stat: Stat | None
    digest: bytes
    problems: bytes
    articles: tuple[Article, ...]
    keys: tuple[bytes, ...]
    rows: dict[bytes, Row]

    def file(self) -> File:
        """What is known of it now; nothing holds of it as a whole before all its articles are extracted."""
        rows = tuple(self.rows[k] for k in self.keys if k in self.rows)
        whole = len(rows) == len(self.keys)
        return File(self.stat if whole else None, self.digest if whole else b"", rows, self.problems)


def corpus(  # noqa: PLR0913 - as pipeline.check
    paths: Sequence[str],
    settings: Settings,
    store: Store,
    *,
    rules: Sequence[Rule] = (),
    exclude: Sequence[str] = (),
    tick: Callable[[int, int], None],
    jobs: int,
) -> Corpus:
    """The articles below ``paths``; those that the store does not know are extracted and noted there."""
    named, found = files(paths, exclude)
    problems = list(found)
    known = store.manifest().files
    told: dict[str, File] = {}
    changed: dict[str, File] = {}
    read: list[_Reading] = []
    for path in named:
        old = known.get(path)
        try:
            now = _looked_at(path, old)
        except OSError as error:
            problems.append(Problem(path, f"无法读取（{error.strerror}），请检查权限"))
            continue
        if isinstance(now, _Reading):
            read.append(now)
        elif now is not None:
            told[path] = now
            if now is not old:
                changed[path] = now
    work = partial(_records, settings=settings, rules=rules if forked() else ())
    judged = _extract(read, work, store, tick=tick, jobs=jobs)
    changed |= {r.path: r.file() for r in read}
    gone = [path for path in known.keys() - set(named) if not Path(path).exists()]
    if changed or gone:
        store.commit(changed, gone)
    told |= changed
    none = _told(())
    wrong = (file.problems for file in told.values() if file.problems != none)
    problems += (p for data in wrong for p in codec.decode(tuple[Problem, ...], data))
    return Corpus(
        tuple(sorted((row for file in told.values() for row in file.rows), key=lambda row: row.id)),
        {row.id: path for path, file in told.items() for row in file.rows},
        {path: file.stat.inode if file.stat else None for path, file in told.items()},
        tuple(sorted(problems, key=lambda p: (p.path, p.line, p.column, p.message))),
        judged if work.keywords["rules"] else {},
    )


def _looked_at(path: str, old: File | None) -> File | _Reading:
    """What is known of a file, where its stat or its bytes are as they were; else what is read of it."""
    now = time.time_ns()
    stat = Stat.of(os.stat(path))  # noqa: PTH116 - of thousands of files, each is looked at
    if old is not None and old.stat == stat:
        return old
    data = Path(path).read_bytes()
    digest = checksum(data)
    sure = stat if stat.rests(now) else None
    if old is not None and old.digest == digest:
        return File(sure, digest, old.rows, old.problems) if sure != old.stat else old
    articles, problems = taken(path, data)
    keys = tuple(checksum(codec.encode(Article, a)) for a in articles)
    kept = {row.key: row for row in old.rows} if old else {}
    return _Reading(path, sure, digest, _told(problems), tuple(articles), keys, {k: kept[k] for k in keys if k in kept})


def _extract(
    read: Sequence[_Reading],
    work: Callable[[Sequence[Article]], list[_Made]],
    store: Store,
    *,
    tick: Callable[[int, int], None],
    jobs: int,
) -> dict[bytes, bytes]:
    """Extract the articles without a row, and give them one; what rules found in each."""
    judged: dict[bytes, bytes] = {}
    todo = [(r, k, a) for r in read for k, a in zip(r.keys, r.articles, strict=True) if k not in r.rows]
    if not todo:
        return judged
    workers = paying(sum(len(a.text) for _, _, a in todo), jobs)
    batches = batched((a for _, _, a in todo), lambda a: len(a.text))
    done = chain.from_iterable(map(work, batches) if workers < 2 else each(work, batches, workers))
    held: list[tuple[_Reading, bytes, Article, _Made]] = []
    last = time.monotonic()
    try:
        for n, ((reading, key, article), made) in enumerate(zip(todo, done, strict=True), 1):
            held.append((reading, key, article, made))
            judged[key] = made.found
            tick(n, len(todo))
            if time.monotonic() - last > _OFTEN:
                _keep(held, store)
                store.commit({r.path: r.file() for r, _, _, _ in held})
                held.clear()
                last = time.monotonic()
    except KeyboardInterrupt:
        _keep(held, store)
        store.commit({r.path: r.file() for r, _, _, _ in held})
        raise
    _keep(held, store)
    return judged


def _keep(held: Sequence[tuple[_Reading, bytes, Article, _Made]], store: Store) -> None:
    places = store.add(made.record for _, _, _, made in held)
    for (reading, key, article, made), place in zip(held, places, strict=True):
        reading.rows[key] = _row(article, key, place, made)


class _Made(NamedTuple):
    """What was made of an article: its record, how many figures and claims there are, and what rules found."""

    record: bytes
    figures: int
    claims: int
    found: bytes
    problems: bytes


def _row(article: Article, key: bytes, place: Place, made: _Made) -> Row:
    return Row(
        article.id,
        key,
        place,
        article.title,
        article.published.isoformat() if article.published else "",
        len(article.text),
        made.figures,
        made.claims,
        bool(article.suppressions),
        article.row,
        made.problems,
    )


def _records(articles: Sequence[Article], settings: Settings, rules: Sequence[Rule]) -> list[_Made]:
    """What is kept of each article of a batch."""
    aliases = alias_table(settings)
    return [_made(extract(a, settings), aliases, rules) for a in articles]


def _made(told: Extraction, aliases: dict[str, str], rules: Sequence[Rule]) -> _Made:
    own = codec.encode(Notes, notes(told.claims, aliases))
    record = msgspec.msgpack.encode(Record(own, codec.encode(Extraction, told)))
    found = written(judge(told, rules)) if rules else b""
    odd = tuple(strange(told))
    wrong = _told(odd) if odd else b""
    return _Made(record, len(told.claims), sum(1 for c in told.claims if c.metric.text), found, wrong)


def _told(problems: Iterable[Problem]) -> bytes:
    return codec.encode(tuple[Problem, ...], tuple(problems))


def written(found: Sequence[Discrepancy]) -> bytes:
    """What rules found, encoded; nothing where that is nothing."""
    return codec.encode(tuple[Discrepancy, ...], tuple(found)) if found else b""


def extraction(row: Row, store: Store) -> Extraction:
    """The extraction of an article, read from its record."""
    return codec.decode(Extraction, Record.of(store.record(row.place)).extraction)


def held(told: Extraction, settings: Settings, store: Store) -> Row:
    """The row of an article that is kept for this run alone."""
    made = _made(told, alias_table(settings), ())
    return _row(told.article, checksum(made.record), store.hold(made.record), made)
