"""``kanwu.yaml`` → typed settings; an unknown key or a wrong type is an error with line and column."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from checker.complaints import complaint, did_you_mean
from checker.loading import OptionError, configured
from checker.model import Level
from checker.positions import ConfigError, Mark, Where, read_yaml
from checker.problems import PAGES, STRANGE, UNDATED
from checker.settings import Place, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Discrepancy, Problem, Report
    from checker.rule import Rule

FILE = "kanwu.yaml"
# Where what editors keep beside the configuration stands, where it does not say.
BESIDE = {
    "baseline": ("kanwu-baseline.jsonl",),
    "decisions": ("decisions.jsonl",),
    "ledger": ("ledger.yaml", "ledger.csv"),
}


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


def _told(doc: str, example: str) -> dict[str, str]:
    """What an editor is told of a key, and an example of it in YAML."""
    return {"doc": doc, "example": example}


@dataclass(frozen=True)
class PerPath:
    """Rules that are not reported where every witness stands in these paths."""

    paths: tuple[str, ...] = field(metadata={"doc": "通配的路径，相对于本文件。"})
    ignore: tuple[str, ...] = field(metadata={"doc": "规则的编号、编号前缀或名称。"})


@dataclass(frozen=True)
class Keys:
    """The keys of ``kanwu.yaml``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    paths: tuple[str, ...] = field(
        default=(), metadata=_told("命令行没有写路径时检查什么，相对于本文件。", "[articles]")
    )
    exclude: tuple[str, ...] = field(
        default=(),
        metadata=_told(
            "不读的文件和文件夹：含斜线的通配相对于本文件，不含的配任何一级名称。", '["drafts/**", "*.bak.md"]'
        ),
    )
    select: tuple[str, ...] = field(
        default=(),
        metadata=_told("只用这些规则：编号、编号前缀（KW1）或名称；不写就用全部规则。", "[KW1, enumeration-count]"),
    )
    ignore: tuple[str, ...] = field(default=(), metadata=_told("不用这些规则，写法同上。", "[KW104]"))
    fail_level: FailLevel = field(
        default=FailLevel.ERROR,
        metadata=_told("达到哪一级时以 1 退出：error、warning、note、never。", "error"),
    )
    rule_folders: tuple[str, ...] = field(
        default=(), metadata=_told("本社自己的规则所在的文件夹，相对于本文件。", "[rules]")
    )
    baseline: str = field(
        default="",
        metadata=_told(
            "基线：已知而暂不改的问题，不使运行失败；不写时用本文件旁的 kanwu-baseline.jsonl，没有就不用。",
            "kanwu-baseline.jsonl",
        ),
    )
    decisions: str = field(
        default="",
        metadata=_told("编辑的裁定（kanwu decide）；不写时用本文件旁的 decisions.jsonl。", "decisions.jsonl"),
    )
    ledger: str = field(
        default="",
        metadata=_told(
            "台账：本社核实过的事实，稿件与它对照；.yaml 或 .csv，不写时用本文件旁的 ledger.yaml 或 ledger.csv。",
            "ledger.yaml",
        ),
    )
    cache: bool | str = field(
        default=True,
        metadata=_told(
            "缓存读过的稿件，没有改动的不再读：true 放在系统的缓存文件夹，false 不用，或写一个相对于本文件的文件夹。",
            ".kanwu-cache",
        ),
    )
    rules: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict,
        metadata=_told(
            "按编号或名称设定一条规则：level 是它的级别，其余是它自己的选项（kanwu explain 编号）。",
            "\n  KW101:\n    level: warning",
        ),
    )
    per_path: tuple[PerPath, ...] = field(
        default=(),
        metadata=_told(
            "某些路径下不报的规则；一处分歧的出处全在这些路径里时才不报。",
            '\n  - paths: ["archive/**"]\n    ignore: [KW1]',
        ),
    )
    places: tuple[Place, ...] = field(
        default=(),
        metadata=_told(
            "本社常写的地方：名称、别名、上级。",
            "\n  - name: 高新技术产业开发区\n    aliases: [高新区]\n    within: 某市",
        ),
    )
    aliases: tuple[tuple[str, ...], ...] = field(
        default=(), metadata=_told("同一指标的不同叫法，一组一行。", "\n  - [上市高企, 上市高新技术企业]")
    )


@dataclass(frozen=True)
class Config(Keys):
    """The settings of a run, and where in which file each was written.

    ``marks``: where each key and value stands, by its path (``("rules", "KW101", "level")``).
    """

    file: Path | None = None
    marks: Mapping[Where, Mark] = field(default_factory=dict, hash=False, compare=False)

    @property
    def settings(self) -> Settings:
        """What the engine is told of the newsroom's language."""
        return Settings(places=self.places, aliases=self.aliases)

    @property
    def excluded(self) -> tuple[str, ...]:
        """The globs of ``exclude`` as seen from the working folder; one without a slash matches any name.

        What Kanwu keeps for editors is no article.
        """
        files = (file for key in BESIDE if (file := self.beside(key)).exists())
        own = (f"./{escape(file.as_posix())}" for file in files)
        given = (g if "/" not in g else PurePath(os.path.relpath(self.folder / g)).as_posix() for g in self.exclude)
        return (*given, *own)

    @property
    def folder(self) -> Path:
        """The folder that paths in the file are relative to."""
        return self.file.parent if self.file else Path()

    def beside(self, key: str) -> Path:
        """The file that the key names, or one of a usual name beside the configuration, the first if there is none."""
        given: str = getattr(self, key)
        names = (given,) if given else BESIDE[key]
        files = [Path(os.path.relpath(self.folder / name)) for name in names]
        return next((file for file in files if file.exists()), files[0])

    def narrowed(self, select: Sequence[str], ignore: Sequence[str]) -> Config:
        """The same with what the command line selects, in place of what the file does, and ignores, besides it."""
        return replace(self, select=tuple(select) or self.select, ignore=(*(() if select else self.ignore), *ignore))

    def error(self, where: Where, message: str, *, key: bool = False) -> ConfigError:
        """An error at the key or value of that path."""
        mark = next((self.marks[where[:n]] for n in range(len(where), -1, -1) if where[:n] in self.marks), Mark())
        line, column = mark[:2] if key else mark[2:]
        return ConfigError(self.file or FILE, line, column, message)

    def apply(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """The rules with their options set; every rule that the file names must be among them."""
        names = {key for rule in rules for key in (rule.code, rule.name)}
        options: dict[str, dict[str, Any]] = {}
        for key, given in self.rules.items():
            if key in PAGES:
                continue
            options[key] = {k: v for k, v in given.items() if k != "level"}
        for where, selector in self._selectors():
            if not any(_matches(selector, name) for name in names) and not named(selector):
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
        problems = tuple(replace(p, level=levels.get(p.code, p.level)) for p in report.problems if self._wanted(p))
        return replace(report, discrepancies=found, problems=problems)

    def _wanted(self, problem: Problem) -> bool:
        """Whether a problem of the input is told; ``select`` leaves out only what is read off the articles."""
        names = (problem.code, PAGES[problem.code].name) if problem.code in PAGES else (problem.code,)
        chosen = problem.code not in (UNDATED, STRANGE) or not self.select
        here = (g for e in self.per_path if _any(e.ignore, names) for g in e.paths)
        silenced = _any(self.ignore, names) or any(self._stands_in(problem.path, g) for g in here)
        return (chosen or _any(self.select, names)) and not silenced

    def _silenced(self, found: Discrepancy) -> bool:
        globs = [
            glob
            for entry in self.per_path
            if any(_matches(s, c) for s in entry.ignore for c in (found.code, found.rule))
            for glob in entry.paths
        ]
        return bool(globs) and all(
            any(self._stands_in(c.article.path, g) for g in globs) for c in found.claims if not c.article.confirmed
        )

    def _stands_in(self, path: str, glob: str) -> bool:
        relative = PurePath(os.path.relpath(path, self.folder)).as_posix()
        return fnmatchcase(relative, glob) or fnmatchcase(relative, glob.rstrip("/") + "/*")


def _levelled(found: Discrepancy, levels: Mapping[str, Level]) -> Discrepancy:
    level = levels.get(found.code) or levels.get(found.rule)
    return replace(found, level=level) if level else found


def _matches(selector: str, name: str) -> bool:
    if selector.isalnum() and selector.isupper():
        return selector == "ALL" or name.startswith(selector)
    return selector == name


def named(selector: str) -> bool:
    """Whether a selector names something that is said of the input itself.

    >>> named("KW9"), named("undated-article"), named("KW999")
    (True, True, False)
    """
    return any(_matches(selector, name) for name in problem_names())


def problem_names() -> set[str]:
    """The codes and names of what is said of the input itself."""
    return {name for code, page in PAGES.items() for name in (code, page.name)}


def _any(selectors: Iterable[str], names: Sequence[str]) -> bool:
    return any(_matches(s, name) for s in selectors for name in names)


def unknown_selector(selector: str, rules: Sequence[Rule]) -> str:
    """What to say of a selector that names no rule."""
    known = [*(name for rule in rules for name in (rule.code, rule.name)), *sorted(problem_names())]
    return f"没有规则 {selector}{did_you_mean(selector, known)}"


def selected(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that ``select`` names (all when empty) and ``ignore`` does not: codes, prefixes or names."""

    def named(rule: Rule, selectors: Iterable[str]) -> bool:
        return any(_matches(s, name) for s in selectors for name in (rule.code, rule.name))

    return tuple(r for r in rules if (not select or named(r, select)) and not named(r, ignore))


def find_config(start: Path) -> Path | None:
    """The nearest ``kanwu.yaml`` in ``start`` or a folder above it."""
    start = start.resolve()
    return next((f for folder in (start, *start.parents) if (f := folder / FILE).is_file()), None)


def load_config(file: Path) -> Config:
    """The settings in ``file``. Raises :class:`ConfigError` at the first thing that cannot be used."""
    data, marks = read_yaml(file)
    blank = Config(file=file, marks=marks)
    if data is None:
        return blank
    from pydantic import TypeAdapter, ValidationError

    try:
        keys = TypeAdapter(Keys).validate_json(json.dumps(data, default=str), strict=True)
    except ValidationError as error:
        first = min(error.errors(), key=lambda e: marks.get(tuple(e["loc"]), Mark()))
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
