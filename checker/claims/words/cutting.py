"""The segmenter's dictionary → the likeliest words of a text: jieba's own cut without its hidden Markov model, sooner.

Two ways to the same words: in Python, and in Rust where the extra ``kanwu[fast]`` is installed.

jieba lists every word that may begin at each character and weighs them afterwards, with a logarithm for each; here both
are done at once, from weights that are worked out one time. The sums are added in jieba's order and ties are broken in
its way, so that the words are the same to the last character.
"""

from __future__ import annotations

import sys
from math import log
from typing import TYPE_CHECKING

from checker import patterns as re

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# What a word may be made of, as jieba has it; everything else is cut into characters.
_BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
_MARKS = re.compile(r"\r\n|.", re.DOTALL)
_LATIN = re.compile(r"[a-zA-Z0-9]")
_THRICE = re.compile(r"([\u4E00-\u9FD5])\1\1")
# A word that no text has, of characters that are nobody's.
_UNWRITTEN = "\ue000\ue001"


class Cutter:
    """Cuts texts into the words whose frequencies have the greatest product.

    >>> cutter = Cutter({"高": 5, "高新": 40, "新": 9, "新区": 30, "区": 7}, 91)
    >>> cutter.cut("高新区，A4")
    ['高新', '区', '，', 'A4']
    >>> cutter.cut("")
    []
    """

    def __init__(self, frequencies: Mapping[str, int], total: int) -> None:
        """``frequencies``: of each word; ``total``: their sum, or what stands for it."""
        weights = {n: log(n) - log(total) for n in set(frequencies.values()) if n}
        self._least = log(1) - log(total)
        found = _beginnings(frequencies)
        found.update((word, weights[n]) for word, n in frequencies.items() if n)
        self._weight: Callable[[str], float | None] = found.get

    def cut(self, text: str) -> list[str]:
        """The words of ``text``, in order, marks and blanks among them."""
        words: list[str] = []
        for n, block in enumerate(_BLOCK.split(text)):
            if not n % 2:
                words += _MARKS.findall(block)
                continue
            ends, at, size = self._ends(block), 0, len(block)
            if _LATIN.search(block):
                words += _with_latin(block, ends)
                continue
            while at < size:
                end = ends[at]
                words.append(block[at:end])
                at = end
        return words

    def seldom(self, word: str, most: int) -> bool:
        """Whether a word is known, and no more frequent than ``most``.

        >>> Cutter({"高": 5, "高新": 40}, 45).seldom("高新", 30), Cutter({"高": 5, "高新": 40}, 45).seldom("高新", 50)
        (False, True)
        """
        self._weight(word[:2])  # longer ones are met with their first two
        weight = self._weight(word)
        return bool(weight) and weight - self._least <= log(most)  # type: ignore[operator]

    def _ends(self, block: str) -> list[int]:
        """Where the word ends that begins at each character, on the likeliest way from there to the end."""
        weight, least, n = self._weight, self._least, len(block)
        way = [0.0] * (n + 1)
        ends = [n] * n
        way[n - 1] = weight(block[n - 1]) or least
        for i in range(n - 2, -1, -1):
            w = weight(block[i : i + 2])
            if w is None:
                way[i] = (weight(block[i]) or least) + way[i + 1]
                ends[i] = i + 1
                continue
            one = weight(block[i])
            best, end, j = (one + way[i + 1] if one else None), i + 1, i + 2
            while w is not None:
                if w:
                    told = w + way[j]
                    if best is None or told >= best:
                        best, end = told, j
                j += 1
                w = weight(block[i:j]) if j <= n else None
            way[i] = best if best is not None else least + way[i + 1]
            ends[i] = end
        return ends


def _beginnings(words: Iterable[str]) -> dict[str, float]:
    """What every beginning of a word weighs that is no word itself: nothing, where words weigh less."""
    found: dict[str, float] = {}
    longer, n = [w for w in words if len(w) > 1], 1
    while longer:
        found.update(dict.fromkeys([w[:n] for w in longer], 0.0))
        n += 1
        longer = [w for w in longer if len(w) > n]
    return found


def _with_latin(block: str, ends: list[int]) -> list[str]:
    """The words of a block, single Latin letters and digits in runs (GDP, 5700)."""
    words: list[str] = []
    at, run = 0, ""
    while at < len(block):
        word = block[at : ends[at]]
        at = ends[at]
        if len(word) == 1 and _LATIN.match(word):
            run += word
            continue
        if run:
            words.append(run)
            run = ""
        words.append(word)
    return [*words, run] if run else words


class FastCutter:
    """Cuts texts as :class:`Cutter` does, by rjieba, which brings the same dictionary.

    Its own division of a text into blocks is another one, so that it is handed single blocks.
    """

    def __init__(self, ours: Mapping[str, int], rest: int, same: Callable[[], Cutter]) -> None:
        """``ours``: the words that rjieba lacks or weighs otherwise; ``rest``: what the sum of all counts besides.

        ``same``: gives the segmenter in Python, for blocks in which two ways are equally likely (大大大): there the
        last bit of a logarithm would decide.
        """
        self._same = same
        # rjieba loads its dictionary when it is imported, and again for each segmenter: who comes first has that one.
        first = "rjieba" not in sys.modules
        import rjieba  # noqa: PLC0415 - an extra

        self._words = rjieba if first else rjieba.Jieba()
        for word, n in ours.items():
            self._words.add_word(word, n, None)
        self._words.add_word(_UNWRITTEN, rest, None)

    def cut(self, text: str) -> list[str]:
        """The words of ``text``, in order, marks and blanks among them."""
        if _BLOCK.fullmatch(text) and not _THRICE.search(text):
            alone: list[str] = self._words.cut(text, False)  # noqa: FBT003 - not by name
            return alone
        words: list[str] = []
        for n, block in enumerate(_BLOCK.split(text)):
            if not n % 2:
                words += _MARKS.findall(block)
            elif _THRICE.search(block):
                words += self._same().cut(block)
            else:
                words += self._words.cut(block, False)  # noqa: FBT003 - not by name
        return words
