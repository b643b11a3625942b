"""Paths given → files to read, each once, in an order that no argument and no file system decides."""

from __future__ import annotations

import os
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.failures import failure
from checker.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".jsonl", ".json", ".html", ".htm", ".docx"})


def files(paths: Sequence[str], exclude: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files to read below ``paths``, sorted, with posix slashes, and what is wrong with the paths.

    Folders are walked to the bottom; hidden names and unknown suffixes in them are passed over. A file that
    is reached by two ways is listed once. ``exclude`` holds globs over the whole path (``*`` crosses
    slashes); a glob without a slash also matches any one name in the path, one that begins with ``./`` only the whole.

    >>> files(["no/such/file.md"])[1][0].message
    '路径不存在，请检查拼写'
    >>> files(["no/such/file.md"], exclude=["*.md"])
    ((), ())
    """
    excluded = excluder(exclude)
    found: dict[str, str] = {}
    problems: dict[str, Problem] = {}
    real_folder = cache(os.path.realpath)
    for given in sorted({os.path.normpath(p) for p in paths if p}):
        for path, trouble, own in _below(given, excluded, real_folder):
            shown = path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")
            shown = shown.replace(os.sep, "/")
            if excluded(shown):
                continue
            if trouble or shown != path.replace(os.sep, "/"):
                problems[shown] = Problem(shown, trouble or "文件名不是有效的 UTF-8，请改名后再读")
            else:
                found[own] = min(found.get(own, shown), shown)
    return tuple(sorted(found.values())), tuple(problems[p] for p in sorted(problems))


def real(path: str, real_folder: Callable[[str], str] = os.path.realpath) -> str:
    """The real path of a file; ``real_folder`` tells that of its folder, which many files share."""
    return os.path.realpath(path) if os.path.islink(path) else _within(path, real_folder)  # noqa: PTH114 - of thousands


def _within(path: str, real_folder: Callable[[str], str]) -> str:
    folder, name = os.path.split(path)
    return os.path.join(real_folder(folder), name)  # noqa: PTH118 - of thousands of files, each is looked at


def _below(
    given: str, excluded: Callable[[str], bool], real_folder: Callable[[str], str]
) -> Iterator[tuple[str, str, str]]:
    """Each file of one argument with what is wrong with it, "" if nothing; and its real path."""
    if not Path(given).is_dir():
        yield given, _trouble(given), real(given, real_folder)
        return
    refused: list[OSError] = []
    waiting = [given]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                there = [e for e in entries if not e.name.startswith(".")]
        except OSError as error:
            refused.append(error)
            continue
        start = "" if folder == os.curdir else os.path.join(folder, "")  # noqa: PTH118
        within = os.path.join(real_folder(folder), "")  # noqa: PTH118
        for entry in there:
            path, linked = start + entry.name, entry.is_symlink()
            if _is(entry.is_dir):
                if not linked and not excluded(path):
                    waiting.append(path)
            elif _suffix(entry.name) in SUFFIXES:
                trouble = "" if _is(entry.is_file) else "链接指向的文件不存在，请修复或删除此链接"
                yield path, trouble, os.path.realpath(path) if linked else within + entry.name
    for refusal in refused:
        yield str(refusal.filename), f"文件夹无法打开（{failure(refusal)}），请检查权限", ""


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return dot + suffix.lower() if stem else ""


def _is(asked: Callable[[], bool]) -> bool:
    """What the system says of an entry of a folder; no where it cannot say."""
    try:
        return asked()
    except OSError:
        return False


def _trouble(path: str) -> str:
    if not Path(path).exists():
        return "路径不存在，请检查拼写"
    if not Path(path).is_file():
        return "不是普通文件，无法读取"
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        return f"不认识的文件类型“{suffix or '无后缀'}”，可读的有 {' '.join(sorted(SUFFIXES))}"
    return ""


def excluder(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether a path, with posix slashes, is left out by one of these globs.

    >>> [excluder(["drafts/**"])(path) for path in ("drafts/a.md", "a.md")]
    [True, False]
    """
    if not any(patterns):
        return lambda _: False
    whole: list[re.Pattern[str]] = []
    names: list[re.Pattern[str]] = []
    for pattern in patterns:
        plain = os.path.normpath(pattern).replace(os.sep, "/") if pattern else ""
        if not plain:
            continue
        (whole if "/" in plain or pattern.startswith("./") else names).append(re.compile(translate(plain)))
        whole.append(re.compile(translate(plain + "/*")))
        if plain.startswith("**/"):
            whole.append(re.compile(translate(plain[3:])))
            names.extend([re.compile(translate(plain[3:]))] if "/" not in plain[3:] else [])

    def excluded(path: str) -> bool:
        path = path.replace(os.sep, "/")
        return any(w.match(path) for w in whole) or any(n.match(part) for n in names for part in path.split("/"))

    return excluded
