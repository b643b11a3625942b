"""Entries of a newsroom's ledger of confirmed facts, and the sentence that each is read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from checker import patterns as re
from checker.model import Article, Confirmed, Field, Region, RegionKind, Span

_YEAR = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WORD = re.compile(r"\W*[^\W\d]")
FIELD = "entry"


def key(name: str) -> str:
    """The key of a field.

    >>> key("as_of")
    'as-of'
    """
    return name.replace("_", "-")


@dataclass(frozen=True)
class Departure:
    """Why a value departs from others: the sort of reason, the reason, and the other value where that stands too."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": key}

    type: Literal["口径变更", "数据修订", "其他"]
    reason: str
    value: str = ""


@dataclass(frozen=True)
class Entry:
    """A confirmed fact: what it is a figure of, whose, when, and the figure as a newspaper would print it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": key}

    metric: str
    scope: str
    period: str
    value: str
    source: str
    as_of: date | None = None
    recheck: date | None = None
    status: Literal["actual", "target"] = "actual"
    exception: Departure | None = None

    @property
    def text(self) -> str:
        """The entry as the sentence that it is read as, and its exception's value as another."""
        return "\n".join(self.told(v) for v in self.values)

    @property
    def values(self) -> tuple[str, ...]:
        """The value, and the one that its exception lets stand beside it."""
        other = self.exception.value if self.exception else ""
        return (self.value, other) if other else (self.value,)

    def told(self, value: str, joint: str = "") -> str:
        """The sentence that tells ``value``; ``joint`` parts the scope from the metric.

        >>> Entry("上市企业", "东岛区", "2025-11-30", "7家", "区统计局").told("7家")
        '截至2025年11月30日，东岛区上市企业7家。'
        """
        verb = "力争达到" if self.status == "target" and not _WORD.match(value) else ""
        return f"{when(self.period)}，{self.scope}{joint}{self.metric}{verb}{value}。"


def when(period: str) -> str:
    """A period in words; one in digits as a newspaper writes it, a day as the day that a level is told of.

    >>> [when(p) for p in ("2025", "2025-11", "2025-11-30", "“十四五”期间")]
    ['2025年', '2025年11月', '截至2025年11月30日', '“十四五”期间']
    """
    told = _YEAR.fullmatch(period.strip())
    if told is None:
        return period.strip()
    year, month, day = told.groups()
    if day:
        return f"截至{year}年{int(month)}月{int(day)}日"
    return f"{year}年{int(month)}月" if month else f"{year}年"


def article(entry: Entry, path: str, number: int, line: int, joint: str = "") -> Article:
    """The article of an entry, as of the day it was confirmed; ``number``/``line``: where it stands in its file."""
    text = "\n".join(entry.told(v, joint) for v in entry.values)
    regions, at = [], 0
    for sentence in text.split("\n"):
        regions.append(Region(RegionKind.BODY, (Span(at, at + len(sentence)),)))
        at += len(sentence) + 1
    note = f"{entry.exception.type}：{entry.exception.reason}" if entry.exception else ""
    return Article(
        path=path,
        text=text,
        regions=tuple(regions),
        row_id=str(number),
        row=line,
        fields=(Field(FIELD, 0, len(text)),),
        published=entry.as_of,
        source=entry.source,
        confirmed=Confirmed(entry.source, entry.recheck, note),
    )
