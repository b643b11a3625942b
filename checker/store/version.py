"""What an extraction depends on besides the article: the program, the libraries that it reads with, the settings."""

from __future__ import annotations

import hashlib
import inspect
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.disk import checksum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Rule
    from checker.settings import Settings

# Parts of the package that no extraction, link or finding depends on.
_ASIDE = ("cli", "report", "rules")
_LIBRARIES = ("borax", "jieba", "mammoth", "msgspec", "pyyaml", "rjieba", "selectolax")


@cache
def program() -> str:
    """A digest of the program: its code and its word lists, Python, and the libraries that decide what is read.

    All of it is read anew each time, which takes some 10 ms, since a file can change without its size and date.
    """
    told = hashlib.blake2b(digest_size=16)
    for name, data in sorted(_sources(Path(__file__).parent.parent)):
        told.update(f"{name} {len(data)}\n".encode())
        told.update(data)
    told.update(repr((sys.version_info[:2], sorted(_libraries()))).encode())
    return told.hexdigest()


def context(settings: Settings, folder: str) -> str:
    """The name of all that was read by this program with these settings from this working folder."""
    return checksum(repr((program(), settings, folder)).encode()).hex()


def of_rules(rules: Sequence[Rule]) -> str:
    """A digest of rules: their code and their options."""
    files = {inspect.getfile(type(r)) for r in rules}
    code = sorted(checksum(Path(name).read_bytes()) for name in files)
    return checksum(repr((code, [(r.code, r) for r in rules])).encode()).hex()


def _sources(package: Path) -> Iterator[tuple[str, bytes]]:
    waiting = [(entry.path, entry.name) for entry in os.scandir(package) if entry.name not in _ASIDE]
    while waiting:
        path, name = waiting.pop()
        if name.endswith((".py", ".yaml")):
            with open(path, "rb") as file:  # noqa: PTH123 - hundreds of files, at each start
                yield name, file.read()
        elif "." not in name and not name.endswith("__pycache__"):
            waiting += [(entry.path, f"{name}/{entry.name}") for entry in os.scandir(path)]


def _libraries() -> Iterator[str]:
    """The names and versions of the installed libraries, as their folders tell them."""
    for folder in sys.path:
        try:
            names = [name for name in os.listdir(folder or ".") if name.endswith(".dist-info")]  # noqa: PTH208
        except OSError:
            continue
        yield from (n for n in names if n.partition("-")[0].lower() in _LIBRARIES)
