"""Keys → numbers: a sorted table that is written once, and what was added to it since."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Table(msgspec.Struct, array_like=True):
    """Two columns as the bytes of 64-bit numbers, little-endian: the keys in order, and what stands under each."""

    keys: bytes
    told: bytes


class Index:
    """What stands under each key, in order. Only the sorted table is long; lookups read a few numbers of it."""

    def __init__(self, table: Table, added: dict[int, list[int]]) -> None:
        """The table with what was ``added`` to it since."""
        self._keys, self._told = _numbers(table.keys), _numbers(table.told)
        if len(self._keys) != len(self._told):
            raise ValueError("columns of unlike length")
        self.added = added

    def __getitem__(self, key: int) -> list[int]:
        """All that was put under a key, also what is not valid any more."""
        at = bisect_left(self._keys, key)
        found = []
        while at < len(self._keys) and self._keys[at] == key:
            found.append(self._told[at])
            at += 1
        return [*found, *self.added.get(key, ())]

    def add(self, key: int, told: int) -> None:
        """Put a number under a key."""
        self.added.setdefault(key, []).append(told)

    @property
    def grown(self) -> bool:
        """Whether so much was added that the table should be written anew."""
        return len(self.added) > 2000 + len(self._keys) // 8


def table(told: Iterable[tuple[int, int]]) -> Table:
    """The table of pairs of keys and numbers."""
    rows = sorted(told)
    return Table(_bytes(key for key, _ in rows), _bytes(one for _, one in rows))


def hashed(*key: str) -> int:
    """A key as a number of 63 bits, the same in each run. Keys that meet by chance do no harm: members are looked at.

    >>> hashed("甲", "乙") == hashed("甲乙")
    False
    """
    data = "\0".join(key).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little") >> 1


def _bytes(numbers: Iterator[int]) -> bytes:
    return b"".join(n.to_bytes(8, "little") for n in numbers)


def _numbers(data: bytes) -> array[int]:
    import sys  # noqa: PLC0415

    made = array("Q")
    made.frombytes(data)
    if sys.byteorder == "big":
        made.byteswap()
    return made
