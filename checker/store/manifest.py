"""What a cache knows of each file of a corpus, and where the records of its articles stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from checker.disk import DamageError, opened, sealed

if TYPE_CHECKING:
    import os

T = TypeVar("T")

# A file that was changed so shortly before it was looked at may change again without a new time (nanoseconds).
RACY = 2_000_000_000


class Place(msgspec.Struct, array_like=True, frozen=True):
    """Where a record stands: its segment, its bytes there, and their checksum."""

    segment: str
    start: int
    length: int
    sum: bytes


class Row(msgspec.Struct, array_like=True, frozen=True):
    """An article of a file: its digest, its record, and what the summary of a run needs to know.

    ``silenced``: comments in it ask rules to be silent. ``number``: of a row of a .jsonl file. ``problems``: what is
    said of it as input, encoded.
    """

    id: str
    key: bytes
    place: Place
    title: str
    published: str
    characters: int
    figures: int
    claims: int
    silenced: bool
    number: int = 0
    problems: bytes = b""


class Stat(msgspec.Struct, array_like=True, frozen=True):
    """By what an unchanged file is known without reading it."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, told: os.stat_result) -> Stat:
        """The stat of a file, as the system tells it."""
        return cls(told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)

    def rests(self, now: int) -> bool:
        """Whether a file that looks like this at ``now`` (nanoseconds) cannot change without looking otherwise."""
        return max(self.modified, self.changed) + RACY < now


class File(msgspec.Struct, array_like=True, frozen=True):
    """A file: its stat where that can be relied on, the digest of its bytes, its articles and encoded problems."""

    stat: Stat | None
    digest: bytes
    rows: tuple[Row, ...]
    problems: bytes


class Manifest(msgspec.Struct, array_like=True):
    """The files of a corpus by their path."""

    files: dict[str, File]


def pack(told: object) -> bytes:
    """A struct as bytes with their checksum."""
    return sealed(msgspec.msgpack.encode(told))


def unpack(kind: type[T], data: bytes) -> T:
    """The struct that :func:`pack` was given; :class:`DamageError` for other bytes."""
    try:
        return msgspec.msgpack.decode(opened(data), type=kind)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise DamageError from error
