"""Compiled patterns, kept from one run to the next as bytecode is: working them out takes longer than a small run.

CPython has no public name for the code of a pattern, so that what is asked of it here is little, and all of it in
:func:`_told` and :func:`_made`: where an interpreter is built otherwise, patterns are compiled as ever. What is read
back was made by the same build of the interpreter, its checksum holds, and the matcher takes no code that is not sound.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from functools import cache
from typing import Any

import msgspec

from checker.keeping import put, taken

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # an interpreter that has none of these
    _sre = _compiler = _parser = None

# More patterns than the package has: those of its earlier versions are left out first.
_MOST = 2048
_NAME = "patterns"
_WORD = "I"


class _Code(msgspec.Struct, array_like=True, frozen=True):
    """What the matcher is made of: its flags, its code as machine words, how many groups it has, and their names."""

    flags: int
    words: bytes
    groups: int
    named: dict[str, int]


_Codes = dict[tuple[str, int], _Code]


class Shelf:
    """The patterns of earlier runs, and those that this one adds to them."""

    def __init__(self) -> None:
        """Reads what was kept."""
        self._known = _read()
        self._used: _Codes = {}
        self._new = False

    def compiled(self, text: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile`` returns.

        >>> Shelf().compiled("(?P<n>[0-9]+)家").search("共12家")["n"]
        '12'
        """
        key = text, int(flags)
        code = self._known.get(key) or self._used.get(key)
        if code is None:
            code = _told(text, flags)
            if code is None:
                return re.compile(text, flags)
            self._new = True
        self._used[key] = code
        return _made(text, code) or re.compile(text, flags)

    def close(self) -> None:
        """Keeps what is new for the next run."""
        if self._new:
            others = {key: code for key, code in _read().items() if key not in self._used}
            room = max(0, _MOST - len(self._used))
            found = {**self._used, **dict(list(others.items())[:room])}
            put(_NAME, _build(), [(*key, code) for key, code in found.items()])
            self._new = False


@cache
def shelf() -> Shelf:
    """The one of this process, which is closed where that ends."""
    opened = Shelf()
    atexit.register(opened.close)
    return opened


def _read() -> _Codes:
    told = taken(_NAME, _build(), list[tuple[str, int, _Code]])
    return {(text, flags): code for text, flags, code in told or ()}


def _build() -> tuple[bytes, ...]:
    """By what it is known whether a code is of this interpreter."""
    build = (sys.version, getattr(_sre, "MAGIC", None), sys.byteorder, array(_WORD).itemsize)
    return tuple(str(one).encode() for one in build)


def _told(text: str, flags: int) -> _Code | None:
    """What the standard library works out of a pattern's text; None where it does not do so as is known here."""
    try:
        parsed = _parser.parse(text, flags)
        state, code = parsed.state, _compiler._code(parsed, flags)  # noqa: SLF001 - see above
        words = array(_WORD, map(int, code)).tobytes()
        return _Code(int(flags | state.flags), words, state.groups - 1, dict(state.groupdict))
    except (AttributeError, TypeError, OverflowError):
        return None


def _made(text: str, code: _Code) -> re.Pattern[str] | None:
    """The pattern of a code; None where the matcher does not take it."""
    names: list[Any] = [None] * (code.groups + 1)
    for name, n in code.named.items():
        names[n] = name
    try:
        words = array(_WORD, code.words).tolist()
        found: re.Pattern[str] = _sre.compile(text, code.flags, words, code.groups, code.named, tuple(names))
    except (AttributeError, TypeError, IndexError, ValueError, RuntimeError):
        return None
    return found
