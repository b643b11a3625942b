"""Files that are whole or not there: written aside, flushed, then renamed; read only where their checksum holds."""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUM = 16
_SEAL = 4
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of Kanwu and can be deleted.\n"
_TMP = ".tmp-"


class DamageError(ValueError):
    """A file of the cache that is not what was written."""


class GoneError(DamageError):
    """A segment that is not there any more."""


def checksum(data: bytes | memoryview) -> bytes:
    """A short digest of bytes.

    >>> checksum(b"a") == checksum(b"b")
    False
    """
    return hashlib.blake2b(data, digest_size=SUM).digest()


def sealed(data: bytes) -> bytes:
    """Bytes with a sum before them that tells what disks and crashes do to them, at a quarter of a digest's cost."""
    return _sum(data) + data


def opened(data: bytes) -> memoryview:
    """What :func:`sealed` was given; :class:`DamageError` where the sum does not hold.

    >>> bytes(opened(sealed(b"told")))
    b'told'
    >>> opened(b"told")
    Traceback (most recent call last):
    checker.disk.DamageError
    """
    told = memoryview(data)[_SEAL:]
    if len(data) < _SEAL or _sum(told) != data[:_SEAL]:
        raise DamageError
    return told


def _sum(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(_SEAL, "little")


def write(file: Path, data: bytes) -> None:
    """Put ``data`` where ``file`` is, as a whole: a reader, and a run after a crash, sees the old file or the new."""
    aside = file.with_name(f"{_TMP}{os.getpid()}-{os.urandom(4).hex()}")
    try:
        with aside.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):  # a folder cannot be flushed everywhere
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def mark(folder: Path) -> None:
    """Tell backups and version control that a folder is a cache, and ``kanwu cache clear`` that it is ours."""
    for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other process holds the folder, and hold it; the death of the holder frees it."""
    with (folder / ".lock").open("ab") as file:
        try:
            import fcntl  # noqa: PLC0415 - not everywhere
        except ImportError:
            import msvcrt  # noqa: PLC0415

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_aside(file: Path) -> bool:
    """Whether a file was being written."""
    return file.name.startswith(_TMP)
