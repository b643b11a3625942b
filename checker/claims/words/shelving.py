"""The words of a dictionary by their first two characters: a short text meets few of them, and looks at no others."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from math import log
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker.claims.words.cutting import Cutter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


# No character beyond this stands in a word, as segmenters divide texts.
_LAST = "\uffff"


class Shelves(NamedTuple):
    """Words with their frequencies.

    ``single``: those of one character. ``pairs``: the beginnings of all others, of two characters each, as numbers in
    order; ``ends``: where the words of each end in ``told``, in which they stand without their beginnings.
    """

    single: dict[str, int]
    pairs: bytes
    ends: bytes
    told: bytes


def shelved(frequencies: Mapping[str, int]) -> Shelves:
    """The words of a dictionary on their shelves.

    >>> shelved({"高": 5, "高新": 40, "高新区": 9}).single
    {'高': 5}
    """
    groups: dict[int, dict[str, int]] = {}
    for word, n in frequencies.items():
        if len(word) > 1 and max(word[:2]) <= _LAST:
            groups.setdefault(_number(word), {})[word[2:]] = n
    pairs, ends, told = array("I", sorted(groups)), array("I"), bytearray()
    for pair in pairs:
        told += msgspec.msgpack.encode(groups[pair])
        ends.append(len(told))
    return Shelves({w: n for w, n in frequencies.items() if len(w) == 1}, pairs.tobytes(), ends.tobytes(), bytes(told))


def _number(word: str) -> int:
    return ord(word[0]) << 16 | ord(word[1])


class Weights(dict[str, "float | None"]):
    """What words weigh, 0 for what only begins one, None for what does not; looked up when it is asked for.

    >>> weights = Weights(shelved({"高新区": 40}), {"新区": 3}, 50)
    >>> weights["高新"], weights["高山"], weights["新区"] == log(3) - log(50)
    (0.0, None, True)
    """

    def __init__(self, words: Shelves, ours: Mapping[str, int], total: int) -> None:
        """The words on the shelves, those of ``ours`` before others; ``total``: as of :class:`Cutter`."""
        super().__init__()
        self._words, self._all = words, log(total)
        self._pairs, self._ends = array("I", words.pairs), array("I", words.ends)
        self._ours: dict[str, dict[str, int]] = {}
        self._single = {**words.single, **{w: n for w, n in ours.items() if len(w) == 1}}
        for word, n in ours.items():
            if len(word) > 1:
                self._ours.setdefault(word[:2], {})[word[2:]] = n

    def __missing__(self, word: str) -> float | None:
        """What a word weighs that was not asked for before; of longer ones all were met with their first two."""
        if len(word) > 2:
            return None
        self[word] = None
        if len(word) == 1:
            n = self._single.get(word)
            self[word] = log(n) - self._all if n else None
        else:
            self.update(self._beginning_with(word))
        return self[word]

    def _beginning_with(self, pair: str) -> Iterator[tuple[str, float]]:
        """All words that begin so, after all that only begins one."""
        at, own = bisect_left(self._pairs, number := _number(pair)), self._ours.get(pair, {})
        if at < len(self._pairs) and self._pairs[at] == number:
            group = self._words.told[self._ends[at - 1] if at else 0 : self._ends[at]]
            own = {**msgspec.msgpack.decode(group, type=dict[str, int]), **own}
        yield from ((pair + rest[:n], 0.0) for rest in own for n in range(len(rest) + 1))
        yield from ((pair + rest, log(n) - self._all) for rest, n in own.items() if n)


class SparingCutter(Cutter):
    """Cuts texts as :class:`Cutter` does, of words that stand on shelves: ready at once, and slower with each new word.

    >>> SparingCutter(shelved({"高": 5, "高新": 40, "新": 9, "新区": 30, "区": 7}), {}, 91).cut("高新区，A4")
    ['高新', '区', '，', 'A4']
    """

    def __init__(self, words: Shelves, ours: Mapping[str, int], total: int) -> None:
        """``ours``: words with frequencies that go before those of the others; ``total``: as there."""
        self._least = log(1) - log(total)
        self._weight = Weights(words, ours, total).__getitem__
