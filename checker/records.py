"""JSON Lines that Kanwu keeps for editors: a record a line, so that they can be read, compared and merged."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from checker import patterns as re
from checker.complaints import complaint, did_you_mean
from checker.failures import failure
from checker.positions import ConfigError, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

T = TypeVar("T")

UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")


def key(name: str) -> str:
    """The key of a field.

    >>> key("as_"), key("re_check")
    ('as', 're-check')
    """
    return name.rstrip("_").replace("_", "-")


def read(file: Path, kind: type[T]) -> list[tuple[int, T]]:
    """The records of a file with their lines; :class:`ConfigError` at the first line that is none."""
    adapter = TypeAdapter(kind)
    return [(n, _record(adapter, kind, file, n, line)) for n, line in _lines(read_text(file))]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield n, line


def _record(adapter: TypeAdapter[T], kind: type[T], file: Path, n: int, line: str) -> T:
    if _CONFLICT.match(line):
        raise ConfigError(file, n, 1, "合并冲突还没有解决；两边的行都留下，去掉冲突标记")
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise ConfigError(file, n, error.colno, "这一行不是 JSON，请检查引号、逗号和括号") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(file, n, 1, "这一行不是可读的 JSON") from error
    if not isinstance(data, dict):
        raise ConfigError(file, n, 1, "这一行应为键值对")
    try:
        return adapter.validate_json(line)
    except ValidationError as error:
        first = min(error.errors(), key=lambda e: e["type"] not in UNKNOWN)
        raise ConfigError(file, n, 1, _told(first, kind)) from error


def _told(error: Any, kind: type[Any]) -> str:
    name = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] in UNKNOWN:
        known = [key(f.name) for f in fields(kind)]
        return f"未知的键 {name}{did_you_mean(name, known) or '；可用的键：' + '、'.join(known)}"
    return f"{name}：{complaint(error)}" if name else complaint(error)


def line(record: Any) -> str:
    """A record as one line, empty values left out."""
    told = {key(f.name): getattr(record, f.name) for f in fields(record)}
    kept = {name: value for name, value in told.items() if value not in (None, "", ())}
    return json.dumps(kept, ensure_ascii=False, default=str) + "\n"


def append(file: Path, text: str) -> None:
    """Write ``text`` at the end of a file, on a line of its own; :class:`ConfigError` where that cannot be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_bytes() if file.exists() else b""
        with file.open("ab") as out:
            out.write((b"\n" if before and not before.endswith(b"\n") else b"") + text.encode())
    except OSError as error:
        raise ConfigError(file, 0, 0, f"写不了：{failure(error)}") from error


def write(file: Path, text: str) -> None:
    """Write a file whole; :class:`ConfigError` where that cannot be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    except OSError as error:
        raise ConfigError(file, 0, 0, f"写不了：{failure(error)}") from error
