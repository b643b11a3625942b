"""``kanwu.yaml`` → typed settings; an unknown key or a wrong type is an error with line and column."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from checker.loading import OptionError, configured, did_you_mean
from checker.model import Level
from checker.settings import Place, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Discrepancy, Report
    from checker.rule import Rule

FILE = "kanwu.yaml"


class FailLevel(StrEnum):
    """From which level on a report ends the run with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def kebab(name: str) -> str:
    """The key of a field.

    >>> kebab("fail_level")
    'fail-level'
    """
    return name.replace("_", "-")


@dataclass(frozen=True)
class PerPath:
    """Rules that are not reported where every witness stands in these paths."""

    paths: tuple[str, ...] = field(metadata={"doc": "Globs, relative to this file: archive/**"})
    ignore: tuple[str, ...] = field(metadata={"doc": "Codes, prefixes of codes, or names of rules."})


@dataclass(frozen=True)
class Keys:
    """The keys of ``kanwu.yaml``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    paths: tuple[str, ...] = field(default=(), metadata={"doc": "What to check when no path is given."})
    exclude: tuple[str, ...] = field(default=(), metadata={"doc": "Globs of files and folders to pass over."})
    select: tuple[str, ...] = field(
        default=(), metadata={"doc": "Codes, prefixes of codes, or names of the rules to use; all when empty."}
    )
    ignore: tuple[str, ...] = field(default=(), metadata={"doc": "Rules not to use, as in select."})
    fail_level: FailLevel = field(
        default=FailLevel.ERROR, metadata={"doc": "From which level on the run ends with exit code 1."}
    )
    rule_folders: tuple[str, ...] = field(
        default=(), metadata={"doc": "Folders of the newsroom's own rules, relative to this file."}
    )
    rules: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict, metadata={"doc": "By code or name of a rule: its level, and its own options."}
    )
    per_path: tuple[PerPath, ...] = field(default=(), metadata={"doc": "Rules to leave out for some paths."})
    places: tuple[Place, ...] = field(
        default=(), metadata={"doc": "Places of the newsroom's own: name, other names, the place around it."}
    )
    aliases: tuple[tuple[str, ...], ...] = field(
        default=(), metadata={"doc": "Groups of names of one and the same metric."}
    )


class ConfigError(Exception):
    """Something in a configuration that cannot be used, with file, line and column (from 1; 0 unknown)."""

    def __init__(self, path: Path | str, line: int, column: int, message: str) -> None:
        """Keep the place and the message."""
        place = f"{path}:{line}:{column}" if line else f"{path}"
        super().__init__(f"{place}: {message}")
        self.path = Path(path)
        self.line = line
        self.column = column


Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Config(Keys):
    """The settings of a run, and where in which file each was written.

    ``marks`` maps the path of a key or value to ``(line of the key, column of the key, line of the value,
    column of the value)``.
    """

    file: Path | None = None
    marks: Mapping[Where, tuple[int, int, int, int]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def settings(self) -> Settings:
        """What the engine is told of the newsroom's language."""
        return Settings(places=self.places, aliases=self.aliases)

    @property
    def folder(self) -> Path:
        """The folder that paths in the file are relative to."""
        return self.file.parent if self.file else Path()

    def error(self, where: Where, message: str, *, key: bool = False) -> ConfigError:
        """An error at the key or value of that path."""
        mark = next((self.marks[where[:n]] for n in range(len(where), -1, -1) if where[:n] in self.marks), (0,) * 4)
        line, column = mark[:2] if key else mark[2:]
        return ConfigError(self.file or FILE, line, column, message)

    def apply(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """The rules with their options set; every rule that the file names must be among them."""
        names = {key for rule in rules for key in (rule.code, rule.name)}
        options: dict[str, dict[str, Any]] = {}
        for key, given in self.rules.items():
            if key in PROBLEM_CODES:
                continue
            options[key] = {k: v for k, v in given.items() if k != "level"}
        for where, selector in self._selectors():
            if not any(_matches(selector, code) for code in names | set(PROBLEM_CODES)):
                raise self.error(where, unknown_selector(selector, rules))
        for key, given in self.rules.items():
            if "level" in given and given["level"] not in [str(level) for level in Level]:
                raise self.error(("rules", key, "level"), f"应为 {'、'.join(Level)} 之一")
        try:
            return configured(rules, options)
        except OptionError as error:
            where = ("rules", error.rule, *([error.option] if error.option else []))
            raise self.error(where, str(error), key=error.is_key) from error

    def _selectors(self) -> Iterator[tuple[Where, str]]:
        for key in ("select", "ignore"):
            for i, selector in enumerate(getattr(self, key)):
                yield (key, i), selector
        for n, entry in enumerate(self.per_path):
            for i, selector in enumerate(entry.ignore):
                yield ("per-path", n, "ignore", i), selector

    def adjust(self, report: Report) -> Report:
        """The report with the configured levels, without what the paths or ``ignore`` leave out."""
        levels = {key: Level(given["level"]) for key, given in self.rules.items() if "level" in given}
        found = tuple(_levelled(d, levels) for d in report.discrepancies if not self._silenced(d))
        problems = tuple(
            replace(p, level=levels.get(p.code, p.level))
            for p in report.problems
            if not any(_matches(s, p.code) for s in self.ignore)
        )
        return replace(report, discrepancies=found, problems=problems)

    def _silenced(self, found: Discrepancy) -> bool:
        globs = [
            glob
            for entry in self.per_path
            if any(_matches(s, c) for s in entry.ignore for c in (found.code, found.rule))
            for glob in entry.paths
        ]
        return bool(globs) and all(any(self._stands_in(c.article.path, g) for g in globs) for c in found.claims)

    def _stands_in(self, path: str, glob: str) -> bool:
        relative = PurePath(os.path.relpath(path, self.folder)).as_posix()
        return fnmatchcase(relative, glob) or fnmatchcase(relative, glob.rstrip("/") + "/*")


PROBLEM_CODES = ("KW901", "KW902", "KW903", "KW904")


def _levelled(found: Discrepancy, levels: Mapping[str, Level]) -> Discrepancy:
    level = levels.get(found.code) or levels.get(found.rule)
    return replace(found, level=level) if level else found


def _matches(selector: str, name: str) -> bool:
    return (
        selector == "ALL"
        or selector == name
        or (selector.isalnum() and selector.isupper() and name.startswith(selector))
    )


def unknown_selector(selector: str, rules: Sequence[Rule]) -> str:
    """What to say of a selector that names no rule."""
    known = [name for rule in rules for name in (rule.code, rule.name)]
    return f"没有规则 {selector}{did_you_mean(selector, known)}"


def selected(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that ``select`` names (all when empty) and ``ignore`` does not: codes, prefixes or names."""

    def named(rule: Rule, selectors: Iterable[str]) -> bool:
        return any(_matches(s, rule.code) or s == rule.name for s in selectors)

    return tuple(r for r in rules if (not select or named(r, select)) and not named(r, ignore))


def find_config(start: Path) -> Path | None:
    """The nearest ``kanwu.yaml`` in ``start`` or a folder above it."""
    start = start.resolve()
    return next((f for folder in (start, *start.parents) if (f := folder / FILE).is_file()), None)


def load_config(file: Path) -> Config:
    """The settings in ``file``. Raises :class:`ConfigError` at the first thing that cannot be used."""
    data, marks = _read(file)
    blank = Config(file=file, marks=marks)
    if data is None:
        return blank
    from pydantic import TypeAdapter, ValidationError

    try:
        keys = TypeAdapter(Keys).validate_json(json.dumps(data, default=str), strict=True)
    except ValidationError as error:
        first = min(error.errors(), key=lambda e: marks.get(tuple(e["loc"]), (0, 0, 0, 0)))
        raise _explained(blank, first) from error
    return Config(**{f.name: getattr(keys, f.name) for f in fields(Keys)}, file=file, marks=marks)


def _explained(blank: Config, error: Mapping[str, Any]) -> ConfigError:
    where: Where = tuple(error["loc"])
    unknown = error["type"] in {"extra_forbidden", "unexpected_keyword_argument"}
    if unknown:
        known = _keys_at(where[:-1])
        hint = did_you_mean(str(where[-1]), known) or f"；可用的键：{'、'.join(known)}"
        return blank.error(where, f"未知的键 {where[-1]}{hint}", key=True)
    return blank.error(where, f"{where[-1]}：{complaint(error)}" if where else complaint(error))


def _keys_at(where: Where) -> list[str]:
    kinds: dict[str, type[Keys | Place | PerPath]] = {"places": Place, "per-path": PerPath}
    return [kebab(f.name) for f in fields(kinds.get(str(where[0]) if where else "", Keys))]


def complaint(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, in an editor's words, from an error of the type checker."""
    context = error.get("ctx") or {}
    told = {
        "string_type": "应为文字（加引号）",
        "bool_type": "应为 true 或 false",
        "int_type": "应为整数",
        "int_from_float": "应为整数",
        "float_type": "应为数字",
        "decimal_type": "应为数字",
        "decimal_parsing": "应为数字",
        "tuple_type": "应为列表",
        "list_type": "应为列表",
        "dict_type": "应为键值对",
        "mapping_type": "应为键值对",
        "dataclass_type": "应为键值对",
        "dataclass_exact_type": "应为键值对",
        "missing": "缺少这个键",
        "enum": f"应为 {context.get('expected')} 之一",
        "literal_error": f"应为 {context.get('expected')} 之一",
    }
    return told.get(error["type"]) or str(error["msg"])


def _read(file: Path) -> tuple[Any, dict[Where, tuple[int, int, int, int]]]:
    import yaml

    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(file, 0, 0, f"读不了：{error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(file, 0, 0, "不是 UTF-8 编码") from error
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        marks: dict[Where, tuple[int, int, int, int]] = {}
        if root is not None:
            _mark(file, root, (), marks)
        data = None if root is None else loader.construct_document(root)
        json.dumps(data, default=str)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigError(file, *at, f"YAML 语法错误：{error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise ConfigError(file, 0, 0, f"YAML 语法错误：{error}") from error
    if root is not None and not isinstance(data, dict):
        raise ConfigError(file, root.start_mark.line + 1, root.start_mark.column + 1, "应为键值对")
    return data, marks


def _mark(file: Path, node: Any, where: Where, marks: dict[Where, tuple[int, int, int, int]]) -> None:
    import yaml

    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    marks.setdefault(where, at + at)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            here = (key.start_mark.line + 1, key.start_mark.column + 1)
            name = str(key.value)
            if name in seen:
                raise ConfigError(file, *here, f"键 {name} 写了两次")
            seen.add(name)
            _mark(file, value, (*where, name), marks)
            marks[*where, name] = here + marks[*where, name][2:]
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            _mark(file, value, (*where, i), marks)
