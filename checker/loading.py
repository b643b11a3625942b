"""Rules by one road: the built-in folder, a newsroom's folders, and installed packages (entry points)."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import inspect
import os
import sys
import traceback
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from checker import patterns as re
from checker.complaints import complaint, did_you_mean
from checker.rule import ArticleRule, Clash, Clean, FactRule, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

ENTRY_POINTS = "checker.rules"

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")


class RuleError(Exception):
    """A rule that cannot be used: its file, the line (0: unknown) and what is wrong with it."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        """Keep the place and the message."""
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = Path(path)
        self.line = line
        self.message = message


class OptionError(Exception):
    """An option that a rule does not have, or a value that does not fit it.

    ``rule``: as the caller named it; ``option``: as the caller spelt it, "" where the rule itself is unknown.
    ``is_key``: the name is wrong, not the value.
    """

    def __init__(self, rule: str, option: str, message: str, *, is_key: bool) -> None:
        """Keep the place and the message."""
        super().__init__(message)
        self.rule = rule
        self.option = option
        self.is_key = is_key


def built_in_folder() -> Path:
    """The folder of built-in rules: inside the package when installed, else beside it in a working copy."""
    package = Path(__file__).resolve().parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_rules(
    folders: Sequence[Path] = (),
    *,
    entry_points: bool = True,
    options: Mapping[str, Mapping[str, object]] | None = None,
) -> tuple[Rule, ...]:
    """All rules with their options set, sorted by code.

    ``options`` maps a rule's code or name to its options. Raises :class:`RuleError` for a file that cannot be
    loaded as exactly one rule, or a code or name that is taken; :class:`OptionError` for an unknown option.

    >>> load_rules([Path("no-such-folder")], entry_points=False)
    Traceback (most recent call last):
    checker.loading.RuleError: no-such-folder: 规则文件夹不存在
    """
    files = list(rule_files(built_in_folder()))
    for folder in folders:
        files += rule_files(folder)
    if entry_points:
        files += installed_files()
    rules: dict[str, tuple[Rule, Path]] = {}
    for file in dict.fromkeys(f.resolve() for f in files):
        rule = load_rule(file)
        _refuse_duplicates(rule, file, rules.values())
        rules[rule.code] = rule, file
    return configured([rules[code][0] for code in sorted(rules)], options or {})


def rule_files(folder: Path) -> Iterator[Path]:
    """The rule files of a folder, sorted; names that begin with an underscore are not rules."""
    if not folder.is_dir():
        raise RuleError(folder, 0, "规则文件夹不存在")
    yield from sorted(f for f in folder.glob("*.py") if not f.name.startswith("_"))


def installed_files() -> Iterator[Path]:
    """The rule files of installed packages: an entry point names a package of rule files, or one module."""
    for name, target in sorted(_points()):
        where = f"{ENTRY_POINTS}: {name} = {target}"
        if ":" in target:
            raise RuleError(where, 0, "入口点应指向一个模块或包，不能指向其中的对象")
        try:
            spec = importlib.util.find_spec(target)
        except (ImportError, ValueError) as error:
            raise RuleError(where, 0, f"找不到入口点所指的模块：{error}") from error
        if spec is None:
            raise RuleError(where, 0, "找不到入口点所指的模块")
        if spec.submodule_search_locations is not None:
            for folder in spec.submodule_search_locations:
                yield from rule_files(Path(folder))
        elif spec.origin:
            yield Path(spec.origin)


def _points() -> set[tuple[str, str]]:
    """The names and targets of the entry points; what reads them is loaded only where a package may have any."""
    if not any(map(_may_have_points, sys.path)):
        return set()
    from importlib.metadata import entry_points

    return {(p.name, p.value) for p in entry_points(group=ENTRY_POINTS)}


def _may_have_points(folder: str) -> bool:
    """Whether something in a folder of packages names our group; yes of what is no folder, as a zip file."""
    told = ENTRY_POINTS.encode()
    try:
        names = [n for n in os.listdir(folder or ".") if n.endswith((".dist-info", ".egg-info", ".egg"))]  # noqa: PTH208
        return any(n.endswith(".egg") or told in _points_of(os.path.join(folder, n)) for n in names)  # noqa: PTH118
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _points_of(package: str) -> bytes:
    try:
        with open(os.path.join(package, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123 - hundreds of packages
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return b""


def load_rule(file: Path) -> Rule:
    """The one rule that ``file`` holds, with its default options."""
    module = _import(file)
    classes = [c for c in vars(module).values() if _is_rule(c) and c.__module__ == module.__name__]
    if len(classes) != 1:
        names = "、".join(c.__name__ for c in classes) or "一条也没有"
        raise RuleError(
            file, _line_of(file, classes[-1].__name__) if classes else 1, f"一个文件只能有一条规则：{names}"
        )
    cls = classes[0]
    fault = "；".join(_faults(cls, file))
    if fault:
        raise RuleError(file, _line_of(file, cls.__name__), fault)
    try:
        rule: Rule = cls()
    except TypeError as error:
        raise RuleError(file, _line_of(file, cls.__name__), f"规则的每个选项都要有默认值：{error}") from error
    return rule


def configured(rules: Sequence[Rule], options: Mapping[str, Mapping[str, object]]) -> tuple[Rule, ...]:
    """The rules with ``options`` (by code or name) set. Raises :class:`OptionError`."""
    names = {key: rule.code for rule in rules for key in (rule.code, rule.name)}
    given: dict[str, dict[str, object]] = {}
    for key, values in options.items():
        if key not in names:
            raise OptionError(key, "", f"没有规则 {key}{did_you_mean(key, names)}", is_key=True)
        given.setdefault(names[key], {}).update(_typed(next(r for r in rules if r.code == names[key]), key, values))
    return tuple(replace(r, **given[r.code]) if given.get(r.code) else r for r in rules)  # type: ignore[type-var]


def option_types(rule: Rule) -> dict[str, Any]:
    """The type of each option of a rule, by its name as written in a configuration (kebab case)."""
    return _option_types(type(rule))


def _option_types(cls: type[Rule]) -> dict[str, Any]:
    """Only the options' annotations are evaluated: the others may name what only a type checker imports."""
    types = {}
    for f in fields(cls):  # type: ignore[arg-type]
        owner = next(c for c in cls.__mro__ if f.name in vars(c).get("__annotations__", {}))
        alone = type("Option", (), {"__annotations__": {f.name: f.type}})
        types[f.name.replace("_", "-")] = get_type_hints(alone, vars(sys.modules[owner.__module__]))[f.name]
    return types


def _typed(rule: Rule, key: str, values: Mapping[str, object]) -> dict[str, object]:
    types = option_types(rule)
    made = {}
    for option, given in values.items():
        if option not in types:
            known = "、".join(types) or "（无）"
            message = f"规则 {key} 没有选项 {option}{did_you_mean(option, types) or f'；它的选项：{known}'}"
            raise OptionError(key, option, message, is_key=True)
        made[option.replace("-", "_")] = _value(key, option, given, types[option])
    return made


def _value(key: str, option: str, given: object, wanted: Any) -> object:
    import json

    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(wanted).validate_json(json.dumps(given, default=str), strict=True)
    except ValidationError as error:
        raise OptionError(key, option, f"{option}：{complaint(error.errors()[0])}", is_key=False) from error


def _import(file: Path) -> ModuleType:
    folder = hashlib.sha256(str(file.parent).encode()).hexdigest()[:8]
    name = f"_kanwu_rules_{folder}_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise RuleError(file, 0, "不是 Python 文件")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up there
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        del sys.modules[name]
        raise RuleError(error.filename or file, error.lineno or 0, f"语法错误：{error.msg}") from error
    except Exception as error:
        del sys.modules[name]
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == str(file)]
        at = next((n for n in reversed(lines) if n), 0)
        raise RuleError(file, at, f"规则文件不能载入：{type(error).__name__}: {error}") from error
    return module


def _is_rule(thing: object) -> bool:
    return inspect.isclass(thing) and issubclass(thing, Rule) and not inspect.isabstract(thing) and thing is not Rule


def _faults(cls: type[Rule], file: Path) -> Iterator[str]:
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
    if not issubclass(cls, (ArticleRule, FactRule)):
        yield f"{cls.__name__} 应继承 ArticleRule 或 FactRule"
    if not is_dataclass(cls) or "__dataclass_params__" not in vars(cls) or not cls.__dataclass_params__.frozen:
        yield f"{cls.__name__} 应为 @dataclass(frozen=True)"
    else:
        yield from _option_faults(cls)
    if file.stem != snake:
        yield f"文件名应为 {snake}.py，与类名 {cls.__name__} 一致"
    if not _CODE.fullmatch(str(getattr(cls, "code", ""))):
        yield f"{cls.__name__} 缺少形如 KW101 的 code"
    if not _own_doc(cls):
        yield f"{cls.__name__} 缺少说明（docstring）"
    if not any(isinstance(e, Clash) for e in cls.examples) or not any(isinstance(e, Clean) for e in cls.examples):
        yield f"{cls.__name__} 的 examples 至少要有一个 Clash 和一个 Clean"


def _option_faults(cls: type[Rule]) -> Iterator[str]:
    for f in fields(cls):  # type: ignore[arg-type]
        if not f.metadata.get("doc"):
            yield f'选项 {f.name} 缺少说明：field(default=…, metadata={{"doc": "…"}})'
        if f.name == "level":
            yield "选项不能叫 level，它是配置里规则的级别"
    try:
        _option_types(cls)
    except NameError as error:
        yield f"选项的类型不明：{error}"


def _own_doc(cls: type[Rule]) -> str:
    """The docstring as written; a dataclass without one gets its signature instead."""
    doc = vars(cls).get("__doc__") or ""
    return "" if doc.startswith(f"{cls.__name__}(") else doc


def _refuse_duplicates(rule: Rule, file: Path, known: Iterable[tuple[Rule, Path]]) -> None:
    for other, place in known:
        for mine, theirs in ((rule.code, other.code), (rule.name, other.name)):
            if mine == theirs:
                raise RuleError(file, _line_of(file, type(rule).__name__), f"{mine} 已由 {place} 使用")


def _line_of(file: Path, name: str) -> int:
    tree = ast.parse(file.read_bytes())
    return next((n.lineno for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name), 1)
