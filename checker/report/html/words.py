"""The words of the page around what was found, in the reader's language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from checker.report import text

LANGUAGES = ("zh", "en")


def words(lang: str) -> dict[str, Any]:
    """Every word of the page by its name; groups of words are dictionaries.

    >>> words("zh")["findings"], words("en")["states"]["disputed"], words("zh")["levels"]["error"]
    ('问题', 'disputed', '错误')
    >>> words("fr")
    Traceback (most recent call last):
    ValueError: no such language: fr
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang}")
    at = LANGUAGES.index(lang)
    told = {name: _in(entry, at) for name, entry in _loaded().items() if name != "english"}
    return told | (_chinese() if lang == "zh" else _loaded()["english"])


def _in(entry: Any, at: int) -> Any:
    return {name: pair[at] for name, pair in entry.items()} if isinstance(entry, dict) else entry[at]


def _chinese() -> dict[str, dict[str, str]]:
    """What other reports have words for already."""
    return {
        "levels": {str(k): v for k, v in text.LEVELS.items()},
        "statuses": text.STATUSES,
        "behaviours": text.BEHAVIOURS,
        "roles": text.ROLES,
        "found": text.STATES,
        "decisions": text.DECIDED,
        "refusals": text.REASONS,
    }


@cache
def _loaded() -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - only this format needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = files("checker.report.html").joinpath("words.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.load(source, Loader=loader)  # noqa: S506 - a safe loader
    return told
