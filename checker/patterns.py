"""The standard ``re``, but that a pattern is compiled when it is first used: most runs need few of them.

``from checker import patterns as re`` stands where ``import re`` would.
"""

from __future__ import annotations

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001 - as re has it
    """The pattern, to be compiled when it is first used, which is also when a fault in it is found.

    >>> compile("[0-9]+").findall("12家，7个")
    ['12', '7']
    >>> compile("[0-9]+").search("几家") is None
    True
    """
    return cast("Pattern[AnyStr]", _Lazy(pattern, flags))


class _Kept:
    """A pattern with its methods as its own."""

    __slots__ = ("_compiled", "_told", *_METHODS)
    _compiled: Any

    def __init__(self, pattern: Any, flags: int) -> None:
        self._told = pattern, flags

    def __reduce__(self) -> tuple[Any, ...]:
        return compile, self._told


class _Lazy(_Kept):
    """A pattern that is compiled at the first question, and is a :class:`_Ready` one from then on."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has of that name."""
        if name.startswith("__"):
            raise AttributeError(name)
        self._compiled = re.compile(*self._told)
        for method in _METHODS:
            setattr(self, method, getattr(self._compiled, method))
        self.__class__ = _Ready  # type: ignore[assignment] # of the same slots
        return getattr(self, name)


class _Ready(_Kept):
    """A pattern that was compiled: without ``__getattr__`` all that it has is found sooner."""

    __slots__ = ()

    @property
    def pattern(self) -> Any:
        """The text of the pattern."""
        return self._compiled.pattern

    @property
    def flags(self) -> int:
        """The flags that it was compiled with."""
        return int(self._compiled.flags)

    @property
    def groups(self) -> int:
        """The number of its groups."""
        return int(self._compiled.groups)

    @property
    def groupindex(self) -> Any:
        """The numbers of its named groups."""
        return self._compiled.groupindex
