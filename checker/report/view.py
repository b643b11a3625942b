"""What a report may be told besides what was found: the page it is for, the rules, the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from checker.frozen import dataclass
from checker.model import Level


@dataclass(frozen=True)
class RulePage:
    """What a reader is told of a rule: its summary in Chinese and in English, and its whole page in Markdown."""

    code: str
    name: str
    level: Level
    summary: str
    english: str = ""
    page: str = ""


def _unread(_path: str) -> str | None:
    return None


@dataclass(frozen=True)
class View:
    """How a report is to be shown; each format heeds what concerns it.

    ``width``, ``colour``, ``quiet``: of a terminal. ``rules``: those of the run, for formats that describe them.
    ``source``: the decoded text of a file as it stands, None where it cannot be read; only a ``.jsonl`` file needs it,
    since an article's own text is in the report. ``version``: that of Kanwu. ``lang``: of the page around what was
    found, ``zh`` or ``en``; messages and articles stay Chinese. ``arguments``: by which another command takes
    the same articles, rules and configuration.
    """

    width: int = 80
    colour: bool = False
    quiet: bool = False
    rules: tuple[RulePage, ...] = ()
    source: Callable[[str], str | None] = field(default=_unread, compare=False)
    version: str = ""
    lang: str = "zh"
    arguments: tuple[str, ...] = ()
