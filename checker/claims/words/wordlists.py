"""Long word lists, looked up in a text: what a regular expression would find, without the time to compile it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordList:
    """Words of which the longest is wanted that stands somewhere.

    >>> words = WordList(["大学", "大", "学生"])
    >>> words.end("大学生", 0, 3), words.end("大学生", 0, 1), words.end("中学", 0, 2)
    (2, 1, 0)
    """

    def __init__(self, words: Iterable[str]) -> None:
        """The list; the empty word is none. ``firsts``: the characters that words begin with."""
        self._words = frozenset(words)
        self.firsts = frozenset([word[0] for word in self._words if word])
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            if word:
                # A word of one character stands behind the longer ones that begin with it, and by itself.
                lengths.setdefault(word[:2], {1} if word[0] in self._words else set()).add(len(word))
        self._lengths = {start: tuple(sorted(n, reverse=True)) for start, n in lengths.items()}

    def end(self, text: str, at: int, limit: int) -> int:
        """Where the longest word ends that begins at ``at`` and ends by ``limit``; ``at`` where there is none."""
        known = self._lengths
        for n in known.get(text[at : at + 2]) or known.get(text[at], ()):
            if at + n <= limit and text[at : at + n] in self._words:
                return at + n
        return at

    def make(self, text: str) -> bool:
        """Whether a text is nothing but words, one after the other.

        >>> words = WordList(["大学", "大", "学生"])
        >>> words.make("大学生"), words.make("大学学"), words.make("")
        (True, False, True)
        """
        reached = [True, *[False] * len(text)]
        for at, c in enumerate(text):
            if reached[at]:
                for n in self._lengths.get(text[at : at + 2]) or self._lengths.get(c, ()):
                    if at + n <= len(text) and text[at : at + n] in self._words:
                        reached[at + n] = True
        return reached[-1]
