"""Patterns as the programs that ``re`` runs, kept from one run to the next as bytecode is.

To make them anew takes a third of the time of a short run. They stand in one file beside the word lists, under the
version of Python that made them; where that file is not what was written, or another Python keeps its programs
otherwise, each pattern is compiled as ever.
"""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache
from typing import Any

# Of so many programs on, those of older versions are let go.
_MOST = 4000


Program = tuple[int, int, dict[str, int], bytes]
"""The flags of a pattern, how many groups it has, the numbers of those with names, and what the engine runs."""


class _Programs:
    """The programs of earlier runs by flags and pattern, and those that this one used. ``new``: it made some."""

    def __init__(self) -> None:
        from checker.keeping import held  # noqa: PLC0415 - whoever asks for no pattern pays for none of this

        self.known = held("patterns", _python(), dict[str, Program]) or {}
        self.used: dict[str, Program] = {}
        self.new = False


_programs = cache(_Programs)


def _python() -> list[bytes]:
    """All that programs depend on besides their patterns."""
    return [repr((sys.version, sys.byteorder, array("I").itemsize)).encode()]


@cache
def _maker() -> tuple[Any, Any, Any] | None:
    """The parser, the compiler and the engine of ``re``; None where they are not as in the Pythons that are known."""
    if sys.implementation.name != "cpython" or not (3, 11) <= sys.version_info[:2] <= (3, 14):
        return None
    try:
        import _sre  # type: ignore[import-not-found]  # noqa: PLC0415
        from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

        maker = _parser.parse, _compiler._code, _sre.compile  # noqa: SLF001
    except (ImportError, AttributeError):
        return None
    return maker


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, as ``re.compile`` makes it.

    >>> compiled("(?P<n>[0-9]+)家").search("有12家")["n"], compiled("甲|乙") == re.compile("甲|乙")
    ('12', True)
    >>> compiled("[")
    Traceback (most recent call last):
    re.error: unterminated character set at position 0
    """
    maker = _maker()
    if maker is None or not isinstance(pattern, str):
        return re.compile(pattern, flags)
    programs, key = _programs(), f"{int(flags)} {pattern}"
    told = programs.known.get(key)
    try:
        if told is None:
            told = _made(pattern, int(flags), maker)
            programs.new = True
        programs.used[key] = told
        return _loaded(pattern, told, maker)
    except (TypeError, RuntimeError, AttributeError, ValueError, IndexError, OverflowError):
        programs.used.pop(key, None)
        return re.compile(pattern, flags)


def _made(pattern: str, flags: int, maker: tuple[Any, Any, Any]) -> Program:
    parse, code, _ = maker
    tree = parse(pattern, flags)
    program = array("I", code(tree, flags)).tobytes()
    return flags | tree.state.flags, tree.state.groups - 1, dict(tree.state.groupdict), program


def _loaded(pattern: str, told: Program, maker: tuple[Any, Any, Any]) -> re.Pattern[str]:
    """The pattern of a program, which the engine looks through before it takes it."""
    flags, groups, names, program = told
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: re.Pattern[str] = maker[2](pattern, flags, array("I", program).tolist(), groups, names, tuple(numbered))
    return made


def keep() -> None:
    """Keep the programs that this run made, for the next."""
    if not _programs.cache_info().currsize or not (told := _programs()).new:
        return
    from checker.keeping import hold  # noqa: PLC0415

    all_ = {**told.known, **told.used}
    hold("patterns", _python(), told.used if len(all_) > _MOST else all_)
    told.new = False
