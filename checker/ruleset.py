"""The rules of a run as they travel: executors load them from their own copy of Kanwu and from files sent along."""

from __future__ import annotations

import inspect
import tempfile
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.loading import load_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rule import Rule

_Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Ruleset:
    """The codes of the rules in their order, their options, and the files of those that a newsroom wrote."""

    codes: tuple[str, ...]
    options: tuple[dict[str, Any], ...]
    files: _Files

    @classmethod
    def of(cls, rules: Sequence[Rule], folders: Sequence[Path]) -> Ruleset:
        """The rules of a run; ``folders`` hold those that no package installs."""
        own = {folder.resolve() for folder in folders}
        places = sorted({Path(inspect.getfile(type(r))).resolve() for r in rules})
        files = [(p.name, p.read_bytes()) for p in places if p.parent in own]
        options = tuple({f.name: getattr(r, f.name) for f in fields(r)} for r in rules)  # type: ignore[arg-type]
        return cls(tuple(r.code for r in rules), options, tuple(files))

    def rules(self) -> tuple[Rule, ...]:
        """The rules, loaded here once."""
        known = _loaded(self.files)
        return tuple(
            replace(known[code], **given)  # type: ignore[type-var]
            for code, given in zip(self.codes, self.options, strict=True)
        )


@cache
def _loaded(files: _Files) -> dict[str, Rule]:
    with tempfile.TemporaryDirectory(prefix="kanwu-rules-") as folder:
        for name, data in files:
            Path(folder, name).write_bytes(data)
        return {rule.code: rule for rule in load_rules([Path(folder)])}
