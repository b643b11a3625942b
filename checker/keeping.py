"""What takes long to work out of files that seldom change, kept from one run to the next as bytecode is.

It stands in the platform's cache folder, or in the one that ``KANWU_CACHE_DIR`` names, each under a digest of all that
it was made of. It is read only where its checksum holds, and then typed; where it cannot be, or nothing can be written,
it is worked out anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from checker.disk import DamageError, mark, opened, sealed, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

# So many of one name are kept: those of other versions, or of other sources.
_MOST = 4


def home() -> Path:
    """The folder of all that Kanwu keeps for itself."""
    told = os.environ.get("KANWU_CACHE_DIR", "")
    if told:
        return Path(told)
    from platformdirs import user_cache_path  # noqa: PLC0415 - --help must not pay for it

    return user_cache_path("kanwu", appauthor=False)


def kept(name: str, sources: Iterable[bytes], kind: type[T], make: Callable[[], T]) -> T:
    """What ``make`` returns, a ``kind`` that msgspec knows; from an earlier run where the ``sources`` were the same.

    >>> kept("doctest", [b"source"], list[int], lambda: [1, 2])
    [1, 2]
    """
    told = tuple(sources)
    found = taken(name, told, kind)
    if found is None:
        found = make()
        put(name, told, found)
    return found


def taken(name: str, sources: Iterable[bytes], kind: type[T]) -> T | None:
    """What an earlier run put there, a ``kind`` that msgspec knows; None where that is not there, or not whole.

    >>> taken("doctest", [b"nobody's"], list[int]) is None
    True
    """
    with contextlib.suppress(OSError, DamageError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(opened(_file(name, sources).read_bytes()), type=kind)
    return None


def put(name: str, sources: Iterable[bytes], value: object) -> None:
    """Keep a value for later runs, as far as the folder can be written."""
    file = _file(name, sources)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        mark(file.parent.parent)
        write(file, sealed(msgspec.msgpack.encode(value)))
        others = sorted(file.parent.glob(f"{name}-*"), key=lambda f: f.stat().st_mtime, reverse=True)
        for other in others[_MOST:]:
            other.unlink()


def _file(name: str, sources: Iterable[bytes]) -> Path:
    told = hashlib.blake2b(digest_size=16)
    for source in sources:
        told.update(b"%d\n" % len(source))
        told.update(source)
    return home() / "words" / f"{name}-{told.hexdigest()}"
