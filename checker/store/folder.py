"""A context of the cache on disk: its manifest, its segments, and what was linked and found."""

from __future__ import annotations

import contextlib
import shutil
import time
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from checker.store.disk import DamageError, checksum, is_aside, locked, write
from checker.store.manifest import Manifest, Place, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from checker.store.manifest import File

T = TypeVar("T")

_MANIFEST = "manifest"
_SEGMENTS = "segments"
# Files that nobody names are kept so long (seconds): a run that began before may still read them.
_GRACE = 3600
# Contexts of older programs or other settings that are kept.
_CONTEXTS = 6
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of Kanwu and can be deleted.\n"


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

    def manifest(self) -> Manifest:
        """All that is known of files; empty where nothing is."""
        return self.load(_MANIFEST, Manifest) or Manifest({})

    def load(self, name: str, kind: type[T]) -> T | None:
        """The file of that name, None where there is none."""
        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamageError from error
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
            if place.segment not in self._open:
                self._open[place.segment] = (self.folder / _SEGMENTS / place.segment).open("rb")
            file = self._open[place.segment]
            file.seek(place.start)
            data = file.read(place.length)
        except (OSError, ValueError, OverflowError) as error:
            raise DamageError from error
        if len(data) != place.length or checksum(data) != place.sum:
            raise DamageError
        return data

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
        """Note what is known of files now; what other runs noted of other files stays."""
        self._prepare()
        with locked(self.folder):
            try:
                files = self.manifest().files
            except DamageError:
                files = {}
            files.update(known)
            for path in gone:
                files.pop(path, None)
            write(self.folder / _MANIFEST, pack(Manifest(files)))

    def sweep(self, named: Collection[str]) -> None:
        """Delete segments that are not named, and what was left half written, once no run can be reading them."""
        with contextlib.suppress(OSError):
            old = time.time() - _GRACE
            for file in (*(self.folder / _SEGMENTS).iterdir(), *self.folder.iterdir()):
                unnamed = file.parent.name == _SEGMENTS and file.name not in named
                if (unnamed or is_aside(file)) and file.is_file() and file.stat().st_mtime < old:
                    file.unlink()
            others = [f for f in self.root.iterdir() if (f / _MANIFEST).is_file() and f != self.folder]
            for other in sorted(others, key=lambda f: (f / _MANIFEST).stat().st_mtime)[: -_CONTEXTS or None]:
                if (other / _MANIFEST).stat().st_mtime < old:
                    shutil.rmtree(other)

    def segments(self) -> int:
        """How many segments there are."""
        folder = self.folder / _SEGMENTS
        return sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0

    def drop(self) -> None:
        """Delete the context, damaged or not."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Close the segments that were read from."""
        for file in self._open.values():
            file.close()
        self._open.clear()

    def _prepare(self) -> None:
        (self.folder / _SEGMENTS).mkdir(parents=True, exist_ok=True)
        for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
            if not (self.root / name).exists():
                (self.root / name).write_text(text, encoding="utf-8")
