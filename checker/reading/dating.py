"""The day an article was published, as its page says; unknown rather than wrong.

In this order: a line that is a date (with a time, a source, brackets); a full date that opens one of the first
lines, below the title or where the years in the text show it is no bygone one; a dateline (12月8日电) or a day
told in the first lines (12月8日，…举行) with the year from context. A full date anywhere else tells of an event
and is never taken: of 4,833 news items without a dateline most such dates were of other years.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker import patterns as re

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 12
_TAIL = 3

_FULL = re.compile(
    r"""(?<!\d)(?P<y>(?:19|20)\d\d)
    (?:
        \s?年\s?(?P<m1>\d{1,2})\s?月\s?(?P<d1>\d{1,2})\s?[日号]   # 2025年3月10日
      | -(?P<m2>\d{1,2})-(?P<d2>\d{1,2})(?![\d-])                # 2025-03-10
      | /(?P<m3>\d{1,2})/(?P<d3>\d{1,2})(?![\d/])                # 2025/3/10
      | \.(?P<m4>\d{1,2})\.(?P<d4>\d{1,2})(?![\d.])              # 2025.3.10
    )""",
    re.VERBOSE,
)
_DAY = re.compile(r"(?<![\d年])(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_ISO = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")

# What may stand beside the date in a line that is a date: labels, times, a source, brackets.
_FURNITURE = re.compile(
    r"""
    (?:发布|发表|更新|刊发|见报)?(?:时间|日期)\s?[:：]?      # 发布时间：
  | (?:来源|稿源|作者|记者|编辑|责编|字号|浏览|阅读)[:：]?   # 来源：某报
  | \d{1,2}[:：]\d\d(?:[:：]\d\d)?                          # 08:31
  | (?:星期|周)[一二三四五六日天]                            # 星期三
  | 第?\s?[A-Z]?\d{1,3}\s?版                                # A03版
    """,
    re.VERBOSE,
)
_STOPS = re.compile(r"[。！？；，]")
_DATELINE = re.compile(r"(?<![\d年])(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:电|讯|专电)")

_PLAN_YEARS = re.compile(r"(?:19|20)\d\d年?\s?(?:[—\-–~～至到]|——)\s?(?:19|20)\d\d年?|(?:19|20)\d\d版")  # 2025—2027年
_YEAR = re.compile(
    r"(?P<before>[到至]|力争|展望|[于在])?(?<!\d)(?P<y>(?:19|20)\d\d)年(?P<month>\d{1,2}月)?(?P<after>[底末前]?)"
)
_HOPED = re.compile(r"将|力争|确保|计划|预计|目标|该如何|要(?!素|求|点|闻)|远景|规划")
_TOLD = re.compile(r"达|增长|突破|实现|完成|荣?获|累计|新增|成功|顺利|通过|入选|占|居")
# A meeting or match named after the year it is held in; a meeting *about* a year (表彰, 总结, 年度) is held later.
_EVENT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年(?!度|\d{1,2}月)(?![^，。]{0,30}(?:总结|表彰))[^，。]{0,30}(?:会|论坛|[联大比]赛|节|仪式|活动)"
)
# A day before which one of these stands is no day of writing: 将于3月5日, 自3月5日起.
_AHEAD = re.compile(r"将|定于|拟于|截至|截止|[自从至到]$")
_CLAUSES = re.compile(r"[^。！？!?\r\n]+")
_PLANS = re.compile(r"十([一二三四五六七八九])五")


def as_day(words: str) -> date | None:
    """The day that a written date names, or None.

    >>> as_day("2025-03-10"), as_day("2025年3月10日 08:31")
    (datetime.date(2025, 3, 10), datetime.date(2025, 3, 10))
    >>> as_day("2025-02-30") is None
    True
    """
    words = words.strip()
    found = _FULL.match(words) or _ISO.fullmatch(words)
    return _day(found) if found else None


def dated(lines: Sequence[str]) -> tuple[date | None, str]:
    """The day of publication that the lines of a page give, and by what: "dateline", "text" or "".

    ``lines`` are the page's lines without blank ones, the title first.

    >>> dated(["甲地开工", "2025-12-09 08:31 来源：某报", "项目开工。"])
    (datetime.date(2025, 12, 9), 'dateline')
    >>> dated(["1994年5月1日，甲区成立。", "2024年，全区增长5%。"])
    (None, '')
    """
    ends = [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _TAIL) :]]
    for line in ends:
        printed = _dateline(line)
        if printed:
            return printed, "dateline"
    lead = _lead(lines)
    years = _Years.of(lines)
    for line in lead:
        found = _FULL.match(line.lstrip("—-（( "))
        day = _day(found) if found else None
        if day and day.year >= years.told and ("。" not in line or years.current(day.year)):
            return day, "text"
    for by, pattern, where in (("dateline", _DATELINE, ends), ("text", _DAY, lead)):
        for line in where:
            found = pattern.search(line)
            if not found or _AHEAD.search(line, max(0, found.start() - 8), found.start()):
                continue
            if day := years.complete(found, line):
                return day, by
    return None, ""


def _dateline(line: str) -> date | None:
    """The day of a line that is nothing but a date and its furniture."""
    if len(line) > 80:
        return None
    found = _FULL.search(line)
    if not found or _STOPS.search(line):
        return None
    rest = _FURNITURE.sub(" ", line[: found.start()] + " " + line[found.end() :])
    named = _FURNITURE.search(line) is not None
    return _day(found) if len(re.sub(r"[\W_]", "", rest)) <= (16 if named else 0) else None


def _lead(lines: Sequence[str]) -> list[str]:
    """The first lines, to the end of the first paragraph that has a full stop."""
    lead = []
    for line in lines[:_HEAD]:
        lead.append(line[:400])
        if "。" in line:
            break
    return lead


def _day(found: re.Match[str]) -> date | None:
    parts = [int(v) for k, v in found.groupdict().items() if v and k[0] in "md"]
    try:
        return date(int(found["y"]), *parts)
    except ValueError:
        return None


class _Years:
    """What the years named in a text say of the year it was written in."""

    def __init__(self, told: list[int], hoped: list[int], named: list[int], plans: list[int]) -> None:
        self.results = told
        self.hoped = hoped
        self.plans = plans
        self.told = max(named, default=0)

    @classmethod
    def of(cls, lines: Sequence[str]) -> _Years:
        """Read the years of ``lines``: told as results, hoped for, named at all; and the five-year plans."""
        told, hoped, named, plans = [], [], [], []
        for line in lines:
            for clause in _CLAUSES.findall(_PLAN_YEARS.sub("", line)):
                plans += [2006 + 5 * "一二三四五六七八九".index(n) for n in _PLANS.findall(clause)]
                for found in _YEAR.finditer(clause):
                    year, rest = int(found["y"]), clause[found.end() : found.end() + 60]
                    if (
                        found["before"] in {"到", "至", "力争", "展望"}
                        or found["after"]
                        or (not found["month"] and _HOPED.search(rest))
                    ):
                        hoped.append(year)
                        continue
                    named.append(year)
                    if not found["month"] and _TOLD.search(rest):
                        told.append(year)
        return cls(told, hoped, named, plans)

    def complete(self, found: re.Match[str], line: str) -> date | None:
        """The day ``found`` names, with the one year the context allows; None where it allows several."""
        month, day = int(found["m"]), int(found["d"])
        near = {int(y) for y in _EVENT.findall(_around(line, found))}
        year = near.pop() if len(near) == 1 else 0
        try:
            return date(year if year >= max(self.told, 1) else self._year(month), month, day)
        except ValueError:
            return None

    def current(self, year: int) -> bool:
        """Whether the text tells results of the year before or hopes for the years from ``year`` on."""
        return year - 1 in self.results or any(year <= y <= year + 2 for y in self.hoped)

    def _year(self, month: int) -> int:
        """The year of writing, 0 if it cannot be had.

        Results of a whole year are told after it: in the first eight months twice-told results of year y
        mean y + 1, where nothing is hoped for y + 1 or nearer than that. Late in the year the same words
        may be of this year or the last, so it takes two neighbouring five-year plans, one looked back on
        and one ahead, to settle it.
        """
        last = max(self.results, default=0)
        if not last:
            return 0
        if month <= 8:
            if last in self.hoped and last - 1 in self.results:
                return last
            return last + 1 if self.results.count(last) > 1 or last + 1 in self.hoped else 0
        ends = sorted({start + 4 for start in self.plans})
        if last in ends and last + 5 in ends:
            return last
        return 0


def _around(line: str, found: re.Match[str]) -> str:
    start = line.rfind("。", 0, found.start()) + 1
    end = line.find("。", found.end())
    return line[start : end if end >= 0 else len(line)]
