"""What every executor is told of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from checker.frozen import dataclass
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.rule import Rule


class Rules(Protocol):
    """The rules of a run as they travel, such as :class:`checker.ruleset.Ruleset`."""

    def rules(self) -> tuple[Rule, ...]:
        """The rules, loaded where they are needed."""


@dataclass(frozen=True)
class Work:
    """The newsroom's language and the rules of a run."""

    settings: Settings
    ruleset: Rules
