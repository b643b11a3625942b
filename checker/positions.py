"""YAML with the place of every key and value, for errors that an editor can find."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from checker.failures import failure

Where = tuple[str | int, ...]


class Mark(NamedTuple):
    """Where a key and its value begin, from 1; both alike where there is no key."""

    key_line: int = 0
    key_column: int = 0
    line: int = 0
    column: int = 0


class ConfigError(Exception):
    """Something in a configuration that cannot be used, with file, line and column (from 1; 0 unknown)."""

    def __init__(self, path: Path | str, line: int, column: int, message: str) -> None:
        """Keep the place and the message."""
        place = f"{path}:{line}:{column}" if line else f"{path}"
        super().__init__(f"{place}: {message}")
        self.path = Path(path)
        self.line = line
        self.column = column


def read_text(file: Path) -> str:
    """The text of a file that an editor wrote for Kanwu."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(file, 0, 0, f"读不了：{failure(error)}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(file, 0, 0, "不是 UTF-8 编码") from error


def read_yaml(file: Path, root: type = dict) -> tuple[Any, dict[Where, Mark]]:
    """The data in ``file``, and the mark of each key and value by its path; None where the file says nothing."""
    import yaml  # noqa: PLC0415 - a run without such files has no use for it

    text = read_text(file)
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        marks: dict[Where, Mark] = {}
        if node is not None:
            _mark(file, node, (), marks)
        data = None if node is None else loader.construct_document(node)
        json.dumps(data, default=str)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigError(file, *at, f"YAML 语法错误：{error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise ConfigError(file, 0, 0, f"YAML 语法错误：{error}") from error
    if node is not None and data is not None and not isinstance(data, root):
        told = "应为键值对" if root is dict else "应为列表，一条一项，以 - 开头"
        raise ConfigError(file, node.start_mark.line + 1, node.start_mark.column + 1, told)
    return data, marks


def _mark(file: Path, node: Any, where: Where, marks: dict[Where, Mark]) -> None:
    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    marks.setdefault(where, Mark(*at, *at))
    if node.id == "mapping":
        seen: set[str] = set()
        for key, value in node.value:
            here = (key.start_mark.line + 1, key.start_mark.column + 1)
            name = str(key.value)
            if name in seen:
                raise ConfigError(file, *here, f"键 {name} 写了两次")
            seen.add(name)
            _mark(file, value, (*where, name), marks)
            marks[*where, name] = Mark(*here, *marks[*where, name][2:])
    elif node.id == "sequence":
        for i, value in enumerate(node.value):
            _mark(file, value, (*where, i), marks)
