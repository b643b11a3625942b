"""A context of the cache on disk: its manifest, its segments, and what was linked and found."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from msgspec.structs import replace

from checker.disk import DamageError, GoneError, checksum, is_aside, locked, mark, write
from checker.store.manifest import Manifest, Place, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from checker.store.manifest import File

T = TypeVar("T")

_MANIFEST = "manifest"
_SEGMENTS = "segments"
# Files that nobody names are kept so long (seconds): a run that began before may still read them.
_GRACE = 3600
# Segments of fewer bytes are gathered in one when there are more than so many.
_SMALL, _MANY = 4 * 1024 * 1024, 64
# Contexts of older programs or other settings that are kept, and links of other sets of articles.
_CONTEXTS = 6


class Store:
    """The cached records of one context; ``folder`` need not exist.

    Whatever is read raises :class:`DamageError` where it is not what was written.
    """

    def __init__(self, root: Path, context: str) -> None:
        """The context of that name below ``root``."""
        self.root = root
        self.folder = root / context
        self._open: dict[str, BinaryIO] = {}
        self._held: dict[str, bytes] = {}
        self._closed = False
        self._seen: tuple[bytes, Manifest] | None = None

    def manifest(self) -> Manifest:
        """All that is known of files; empty where nothing is."""
        try:
            data = (self.folder / _MANIFEST).read_bytes()
        except FileNotFoundError:
            return Manifest({})
        if self._seen is None or self._seen[0] != data:
            self._seen = data, unpack(Manifest, data)
        return Manifest({**self._seen[1].files})

    def load(self, name: str, kind: type[T]) -> T | None:
        """The file of that name, None where there is none."""
        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        return unpack(kind, data)

    def save(self, name: str, told: object) -> None:
        """Put a file there as a whole."""
        self._prepare()
        write(self.folder / name, pack(told))

    def record(self, place: Place) -> bytes:
        """The record at a place."""
        if place.segment in self._held:
            return self._held[place.segment]
        try:
            with self._segment(place.segment) as file:
                file.seek(place.start)
                data = file.read(place.length)
        except FileNotFoundError as error:
            raise GoneError from error
        except (ValueError, OverflowError) as error:
            raise DamageError from error
        if len(data) != place.length or checksum(data) != place.sum:
            raise DamageError
        return data

    @contextlib.contextmanager
    def _segment(self, name: str) -> Iterator[BinaryIO]:
        """A segment, open until the store is closed; after that, no longer than it is read."""
        if name in self._open:
            yield self._open[name]
            return
        file = (self.folder / _SEGMENTS / name).open("rb")
        if not self._closed:
            self._open[name] = file
            yield file
            return
        with file:
            yield file

    def add(self, records: Iterable[bytes]) -> list[Place]:
        """Keep records, in a new segment; they are nobody's until a manifest that names them is committed."""
        kept = list(records)
        if not kept:
            return []
        self._prepare()
        sums = [checksum(data) for data in kept]
        name = checksum(b"".join(sums)).hex()
        write(self.folder / _SEGMENTS / name, b"".join(kept))
        places, start = [], 0
        for data, own in zip(kept, sums, strict=True):
            places.append(Place(name, start, len(data), own))
            start += len(data)
        return places

    def hold(self, record: bytes) -> Place:
        """Keep a record for this run alone."""
        name = f"held-{len(self._held)}"
        self._held[name] = record
        return Place(name, 0, len(record), b"")

    def commit(self, known: dict[str, File], gone: Collection[str] = ()) -> None:
        """Note what is known of files now, and which are gone; what other runs noted of other files stays.

        Where small segments have become many, their records are gathered in one.
        """
        self._prepare()
        with locked(self.folder):
            try:
                files = self.manifest().files
            except DamageError:
                files = {}
            before = _named(files)
            files.update(known)
            for path in gone:
                files.pop(path, None)
            write(self.folder / _MANIFEST, pack(Manifest(files)))
            small = {f.name for f in (self.folder / _SEGMENTS).iterdir() if f.stat().st_size < _SMALL}
            if len(small) > _MANY:
                files = self._gathered(files, small)
                write(self.folder / _MANIFEST, pack(Manifest(files)))
            for name in before - _named(files):  # a run that began before may be reading it
                with contextlib.suppress(OSError):
                    os.utime(self.folder / _SEGMENTS / name)
            self._sweep(_named(files))

    def _gathered(self, files: dict[str, File], small: Collection[str]) -> dict[str, File]:
        """The same files, with the records of these segments in a new one."""
        old = [row.place for file in files.values() for row in file.rows if row.place.segment in small]
        new = dict(zip(old, self.add(self.record(place) for place in old), strict=True))
        return {
            path: replace(file, rows=tuple(replace(row, place=new.get(row.place, row.place)) for row in file.rows))
            for path, file in files.items()
        }

    def _sweep(self, named: Collection[str]) -> None:
        """Delete segments that are not named, and what was left half written, once no run can be reading them."""
        old = time.time() - _GRACE
        with contextlib.suppress(OSError):
            for file in (*(self.folder / _SEGMENTS).iterdir(), *self.folder.iterdir()):
                unnamed = file.parent.name == _SEGMENTS and file.name not in named
                if (unnamed or is_aside(file)) and file.is_file() and file.stat().st_mtime < old:
                    file.unlink()
            links = sorted(self.folder.glob("linked-*"), key=lambda f: f.stat().st_mtime, reverse=True)
            for file in links[_CONTEXTS:]:
                if file.stat().st_mtime < old:
                    file.unlink()
            others = [f / _MANIFEST for f in self.root.iterdir() if (f / _MANIFEST).is_file() and f != self.folder]
            for other in sorted(others, key=lambda f: f.stat().st_mtime, reverse=True)[_CONTEXTS:]:
                if other.stat().st_mtime < old:
                    shutil.rmtree(other.parent)

    def drop(self) -> None:
        """Delete the context, damaged or not."""
        for file in self._open.values():
            file.close()
        self._open.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Close the segments that were read from; what a report asks for later is read all the same."""
        self._closed = True
        for file in self._open.values():
            file.close()
        self._open.clear()

    def _prepare(self) -> None:
        (self.folder / _SEGMENTS).mkdir(parents=True, exist_ok=True)
        mark(self.root)


def _named(files: dict[str, File]) -> set[str]:
    return {row.place.segment for file in files.values() for row in file.rows}
