"""The day that a dateline says its text was written on, which is what 今天 and 昨天 count from."""

from __future__ import annotations

from datetime import date, timedelta

from checker import patterns as re

_DATELINE = re.compile(
    r"^[^，。；：、]{0,24}?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?:专?电|讯)", needs=("电", "讯")
)
# A paper prints what was sent to it some days before at the most.
_OLD = 3
_LEAD = 40


def written(text: str, published: date | None) -> date | None:
    """The day of the dateline that opens a text, where the text was printed within days of it; None without one.

    >>> written("本报白石9月29日电（记者 王平）今晚，", date(2025, 9, 30))
    datetime.date(2025, 9, 29)
    >>> written("本报9月2日讯", date(2025, 9, 30)) is None, written("9月29日，电视台", date(2025, 9, 30)) is None
    (True, True)
    """
    if published is None or "日" not in text[:_LEAD]:
        return None
    told = _DATELINE.match(text[:_LEAD])
    if told is None:
        return None
    days = (published - timedelta(days=n) for n in range(_OLD + 1))
    return next((d for d in days if (d.month, d.day) == (int(told["month"]), int(told["day"]))), None)
