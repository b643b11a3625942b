"""The year that a title names by its number alone: *盘点2024*：…, 青石教育的*2025*."""

from __future__ import annotations

from datetime import date

from checker import patterns as re
from checker.model import Period

_YEAR = re.compile(
    r"""
    (?: ^ | (?<=[：｜|·—“《\s])
      | (?<=盘点) | (?<=回[眸望首顾看]) | (?<=[再告]别) | (?<=再见) | (?<=数[说读看]) | (?<=走过) | (?<=的)
    )
    (?P<year> 20[0-9]{2})
    (?= [，：｜|·—！!”》\s] | $ )
    """,
    re.VERBOSE,
    needs="20",
)
# A review of a year is printed so many months before its end at the earliest, and so many after it at the latest.
_BEFORE, _AFTER = 12, 4


def titled_year(title: str, published: date | None) -> Period | None:
    """The year that a title looks back on; None where it names none by itself, or one that is not just over.

    >>> titled_year("盘点2024：铁路的人流与物流", date(2025, 1, 8)).end.isoformat()
    '2024-12-31'
    >>> titled_year("盘点2024：铁路的人流与物流", date(2025, 9, 8)) is None
    True
    >>> titled_year("2024新品发布", date(2025, 1, 8)) is None
    True
    """
    named = _YEAR.search(title)
    if named is None or published is None:
        return None
    year = int(named["year"])
    over = published.year - 1 == year and published.month <= _AFTER
    ending = published.year == year and published.month >= _BEFORE
    return Period(date(year, 1, 1), date(year, 12, 31), explicit=False) if over or ending else None
