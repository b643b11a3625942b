"""The words of ``lexicon/dates.yaml``, typed and ready for use."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from checker.figures.words import lexicon
from checker.frozen import dataclass


@dataclass(frozen=True)
class Festival:
    """When a festival falls and how long its official holiday is."""

    name: str
    day: tuple[int, int] | None = None
    lunar: tuple[int, int] | None = None
    weekday: tuple[int, int, int] | None = None
    term: str = ""
    bare: bool = False
    holiday: tuple[int, int] | None = None


@dataclass(frozen=True)
class Words:
    """Each word of the lexicon with what it means: ``kind`` names its table, ``meaning`` its entry."""

    meanings: dict[str, tuple[str, Any]]
    festivals: dict[str, Festival]
    holidays: dict[tuple[str, int], tuple[date, date]]
    holiday_tails: tuple[str, ...]
    epochs: dict[str, date]
    future: tuple[str, ...]
    dayparts: tuple[str, ...]
    terms_bare: tuple[str, ...]
    guards: dict[str, dict[str, str]]
    numbered: dict[str, tuple[str, ...]]


MAPPED = ("days", "months", "years", "next_after", "year_groups", "quarters", "weeks", "school_years", "seasons")
LISTED = ("same_day", "same_month", "same_year", "now", "vague", "same_period", "year_parts", "month_parts")


@cache
def words() -> Words:
    """The lexicon of dates, read once.

    >>> words().meanings["去年"]
    ('years', -1)
    >>> words().meanings.get("老年") is None
    True
    """
    raw = lexicon("dates")
    day = date.fromisoformat
    meanings: dict[str, tuple[str, Any]] = {}
    for table in MAPPED:
        meanings.update({word: (table, meaning) for word, meaning in raw[table].items()})
    for table in LISTED:
        meanings.update(dict.fromkeys(raw[table], (table, None)))
    return Words(
        meanings=meanings,
        festivals={name: _festival(name, entry) for name, entry in raw["festivals"].items()},
        holidays={(n, y): (day(a), day(b)) for n, years in raw["holidays"].items() for y, (a, b) in years.items()},
        holiday_tails=tuple(raw["holiday_tails"]),
        epochs={name: day(told) for name, told in raw["epochs"].items()},
        future=tuple(raw["future"]),
        dayparts=tuple(raw["dayparts"]),
        terms_bare=tuple(raw["terms_bare"]),
        guards=raw["guards"],
        numbered={side: tuple(told) for side, told in raw["numbered"].items()},
    )


def _festival(name: str, entry: dict[str, Any]) -> Festival:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Festival(name, **fields)
