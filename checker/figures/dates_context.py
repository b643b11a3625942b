"""What the dates of one sentence are read against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from checker import patterns as re
from checker.figures.dates_calendar import Days
from checker.figures.dates_words import words


@dataclass(slots=True)
class Context:
    """What the dates of one sentence are read against; ``last`` is the date before, ``year`` that of its story.

    ``focus``: the year of the date told last with its year, also where that is a day of it (去年底).
    """

    text: str
    published: date | None = None
    year: int | None = None
    last: Days | None = None
    last_grain: str = ""
    told_year: int | None = None
    focus: int | None = None

    @property
    def year_told(self) -> int | None:
        """The year of the story: told in the sentence, told by the caller, or that of publication."""
        return self.told_year or self.year or (self.published.year if self.published else None)

    def future(self, start: int, end: int) -> bool:
        """Whether a word for things to come stands near a span."""
        return bool(_future().search(self.text, max(0, start - 12), min(len(self.text), end + 12)))


@cache
def _future() -> re.Pattern[str]:
    return re.compile("|".join(words().future))
