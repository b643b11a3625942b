"""The standard ``re``, but that a pattern is compiled when it is first used: most runs need few of them.

``from checker import patterns as re`` stands where ``import re`` would. A pattern that few texts have a match of may
say what such a text holds (``needs``): a run over few articles then never compiles it.
"""

from __future__ import annotations

import re
from functools import partial
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
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

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

# What the methods of a pattern give for a text that has no match.
_NOTHING: dict[str, Callable[..., Any]] = {
    "search": lambda *_: None,
    "match": lambda *_: None,
    "fullmatch": lambda *_: None,
    "findall": lambda *_: [],
    "finditer": lambda *_: iter(()),
    "split": lambda text, *_: [text],
    "sub": lambda _, text, *__: text,
    "subn": lambda _, text, *__: (text, 0),
}
_METHODS = tuple(_NOTHING)
_REPLACING = ("sub", "subn")
# Of so many texts it is looked up whether they hold what a pattern needs; with more it is worth its compiling.
_MANY = 500


def compile(  # noqa: A001 - as re has it
    pattern: AnyStr, flags: int = 0, *, needs: Collection[AnyStr] = ()
) -> Pattern[AnyStr]:
    """The pattern, to be compiled when it is first used, which is also when a fault in it is found.

    ``needs``: no text has a match that holds none of these, around the match if not in it.

    >>> compile("[0-9]+").findall("12家，7个")
    ['12', '7']
    >>> compile("[0-9]+").search("几家") is None
    True
    >>> compile("[0-9]+家", needs="家").sub("", "12个")
    '12个'
    """
    return cast("Pattern[AnyStr]", _Lazy(pattern, flags, needs))


def _compiled(pattern: Any, flags: int) -> Any:
    from checker.compiled import shelf  # noqa: PLC0415 - a command that asks for no pattern need not read any

    return shelf().compiled(pattern, flags) if isinstance(pattern, str) else re.compile(pattern, flags)


class _Kept:
    """A pattern with its methods as its own."""

    __slots__ = ("_compiled", "_left", "_needs", "_told", *_METHODS)
    _compiled: Any

    def __init__(self, pattern: Any, flags: int, needs: Any) -> None:
        self._told, self._needs = (pattern, flags), needs
        self._left = _MANY if needs else 0

    def __reduce__(self) -> tuple[Any, ...]:
        return _Lazy, (*self._told, self._needs)

    def _asked(self, name: str, *told: Any, **further: Any) -> Any:
        """What a method gives; without the pattern, where the text holds nothing that it needs."""
        text = told[1 if name in _REPLACING else 0]
        if self._left and not any(one in text for one in self._needs):
            self._left -= 1
            return _NOTHING[name](*told)
        return getattr(self._ready(), name)(*told, **further)

    def _ready(self) -> _Kept:
        if self.__class__ is _Lazy:
            self._left = 0
            self._compiled = _compiled(*self._told)
            for method in _METHODS:
                setattr(self, method, getattr(self._compiled, method))
            self.__class__ = _Ready  # type: ignore[assignment] # of the same slots
        return self


class _Lazy(_Kept):
    """A pattern that is compiled at the first question, and is a :class:`_Ready` one from then on."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has of that name."""
        if name.startswith("__"):
            raise AttributeError(name)
        if self._left and name in _NOTHING:
            return partial(self._asked, name)
        return getattr(self._ready(), name)


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
