"""Years that a text counts from a beginning to now: anniversaries, ages, editions."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import months_between, years_between
from checker.lengths import MONTH, YEAR, Length, length, more_months
from checker.lexicon import load, pattern
from checker.model import Claim, Comparator, Kind, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.model import Number

_SINCE = re.compile(r"(?:自|从|始于|于|始自)$")
_RANGE = re.compile(r"(?:到|至|—|-|～|~|–)\s?$")
_UP_TO_NOW = re.compile(r"至今|到现在|到如今|迄今|到今天", needs=("至今", "到现在", "到如今", "迄今", "到今天"))
# 1983年，她考进剧团，*从那时算起*，…32年: what began in a year, whatever it was.
_SINCE_THEN = re.compile(r"(?:从|自|打)那(?:时|年|天|以后|一年)?(?:算起|起)[^。；0-9]{0,16}$", needs=("算起", "起"))
# 2009年春天，他做了调解员，*到如今整整*15年: right before the years.
_TILL_NOW = re.compile(
    r"，(?:到如今|到现在|到今天|至今|迄今|如今)，?(?:已经?|整整|有|足足|差不多)*$",
    needs=("如今", "现在", "今天", "至今", "迄今"),
)
_AGE = re.compile(r"(?:今年|现年|如今|年仅|今已|现已|已|年已)[^，。；0-9]{0,2}$")
_BORN = re.compile(r"^[^，。；]{0,8}(?:出?生)(?!产|活|长|态|意|效|源|物|育)")
_BORN_AT = re.compile(r"(?:出?生)于$")
_LOOSE = re.compile(r"^(?:近|约|逾|超|连续|头|前|后|这|那|第|每)|[多余几数]")
_YEARLY = re.compile(r"每年|一年一[度届]|连年")
_TO = re.compile(r"[到至][12]?$")
_OF_A_THING = re.compile(r"建(?P<kind>.)$|(?P<feast>.)庆$|创(?P<paper>刊)$")
_FEAST_BEHIND = re.compile(r"^(?P<feast>.)庆")
_NEAR = 40
_SINCE_IT = re.compile(r"[^，。；0-9]{0,16}以?来，[^，。；0-9]{0,4}|[^，。；0-9]{0,16}以来的?", needs="来")
_MONTH = Fraction(1, 12)
_YEARS = ("年", "载", "年头", "春秋", "寒暑")


@cache
def _words() -> dict[str, re.Pattern[str]]:
    months = r"(?:零?[0-9一二两三四五六七八九十]{1,2}个月)?"
    founded = pattern("durations", "founded")
    return {
        "founded": re.compile(
            rf"^[^，。；庆纪]{{0,20}}?{founded}(?![0-9一二三四五六七八九十]+周?年)|^，[^，。；庆纪]{{0,14}}?{founded}(?=[，。；]|$)"
        ),
        "founded_at": re.compile(rf"{pattern('durations', 'founded_at')}于$", needs="于"),
        "tells": re.compile(rf"^{months}的?{pattern('durations', 'tells')}"),
        "passed": re.compile(rf"{pattern('durations', 'passed')}(?:了|已|近)?[^，。；0-9]{{0,4}}$"),
    }


def since(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    """The readings of a count of years (8年间, 60周年, 58岁, 第十届) against a year of beginning in its sentence."""
    if told.kind is Kind.DURATION:
        yield from _years(told, dates)
    elif told.kind is Kind.QUANTITY and told.value is not None and told.value.unit == "岁":
        yield from _age(told, dates)
    elif told.kind is Kind.ORDINAL and told.text.endswith("届"):
        yield from _editions(told, dates)


def _years(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    text, figure = told.sentence.text, told.figure
    if told.text.removesuffix("来").endswith("年多") and told.value is not None:
        yield from _more_than(told, dates)
        return
    said = length(told)
    if said is None or not told.text.removesuffix("时间").strip("间来里").endswith(_YEARS) or _LOOSE.search(told.text):
        return
    tail = told.text[-1] if told.text[-1] in "间来里" else text[figure.end : figure.end + 6]
    head = text[max(0, figure.start - 8) : figure.start]
    start = _year_before(told, dates)
    if start is not None and _TO.search(text[: start.figure.start] + start.text[:1]):  # 从1998年建厂到2025年
        start = _year_before(start, dates)
    now = start is not None and bool(_UP_TO_NOW.search(text[start.figure.start : figure.start]))
    words = _words()
    if (
        start is not None
        and (_SINCE_THEN.search(text[start.figure.end : figure.start]) or _TILL_NOW.search(text, 0, figure.start))
        and not any(c.figure.start > figure.end for c in dates)
    ):
        yield from counted(start, told, said)
        return
    if not (words["tells"].match(tail) or "周年" in told.text or words["passed"].search(head) or now):
        return
    if start is None:
        start = next((c for c in dates if 0 <= c.figure.start - figure.end < 8 and YEAR.search(c.text)), None)
    if start is None or figure.start - start.figure.end > _NEAR or not founds(start):
        return
    yield from counted(start, told, said + Fraction(more_months(told), 12))


def _more_than(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    """自2019年3月启动以来的*六年多*: so many years and less than another, where the month is told."""
    text, figure, published = told.sentence.text, told.figure, told.article.published
    said = told.value.low if told.value is not None else None
    start = _year_before(told, dates)
    period = start.figure.period if start is not None else None
    if said is None or start is None or published is None or period is None or period.start is None:
        return
    between = text[start.figure.end : figure.start]
    if not MONTH.search(start.text) or not _SINCE_IT.fullmatch(between) or any(c.start > start.start for c in dates):
        return
    months = Fraction(months_between(period.start, published), 12)
    shown = f"{start.text} 至 {published.year}年{published.month}月 是{_spell(period.start, published, start.text)}"
    yield Length(told, (start,), said, months - 1 - _MONTH, months + _MONTH, shown)


def founds(start: Claim) -> bool:
    """Whether a year is told as the one in which something began."""
    text, figure = start.sentence.text, start.figure
    head = text[max(0, figure.start - 6) : figure.start]
    if not YEAR.search(start.text) or _RANGE.search(head):
        return False
    if _UP_TO_NOW.search(start.text) and start.text.startswith(("自", "从")):
        return True
    words = _words()
    return bool(_SINCE.search(head) or words["founded_at"].search(head)) or bool(
        words["founded"].match(text[figure.end : figure.end + 30])
    )


def counted(start: Claim, told: Claim, said: Number) -> Iterator[Length]:
    """The years from a beginning to the day of publication, against those that are told."""
    published, period = told.article.published, start.figure.period
    if published is None or period is None or period.start is None or period.end is None:
        return
    open_ended = bool(_UP_TO_NOW.search(start.text))
    if ((period.end - period.start).days > 366 and not open_ended) or period.start > published:
        return
    if "月" in start.text:
        months = months_between(period.start, published)
        fewest, most = Fraction(months // 12), Fraction(-(-months // 12))
        if said.denominator != 1:
            fewest, most = Fraction(months - 1, 12), Fraction(months + 1, 12)
    else:
        years = years_between(period.start, published)
        fewest, most = Fraction(years - 1), Fraction(years + 1)
    work = f"{start.text} 至 {published.year}年{published.month}月 是{_spell(period.start, published, start.text)}"
    yield Length(told, (start,), said, fewest, most, work)


def anniversaries(
    sentences: Sequence[tuple[Sentence, tuple[Claim, ...]]], whole: Sequence[Sentence]
) -> Iterator[Length]:
    """建校50周年 in one sentence against the year of founding that another one tells of the one thing of that kind.

    ``whole``: the article, with what no figure stands in.
    """
    founded: dict[str, list[Claim]] = {}
    told: list[tuple[str, Claim]] = []
    kinds: dict[str, list[str]] = load("durations")["kinds"]
    for _, claims in sentences:
        for c in claims:
            if c.figure.kind is Kind.DATE and founds(c) and (kind := _kind_of(c, kinds)):
                founded.setdefault(kind, []).append(c)
            elif c.figure.kind is Kind.DURATION and (kind := feast(c)):
                told.append((kind, c))
    for kind, claim in told:
        starts = [c for c in founded.get(kind, []) if _noun(c, kinds[kind]) in ("", _chief(whole, kinds[kind]))]
        years = {c.figure.period.start.year for c in starts if c.figure.period and c.figure.period.start}
        if len(years) == 1 and starts[0].sentence.index != claim.sentence.index and (said := length(claim)) is not None:
            yield from counted(starts[0], claim, said)


def _kind_of(start: Claim, kinds: dict[str, list[str]]) -> str:
    """What was founded in a year: 校, 院 …, by the words around; "" if that is not clear."""
    text, figure = start.sentence.text, start.figure
    around = text[max(0, figure.start - 24) : figure.end + 24]
    found = [k for k, names in kinds.items() if any(n in around for n in names if len(n) > 1)]
    return found[0] if len(found) == 1 else ""


def _noun(start: Claim, names: Sequence[str]) -> str:
    """What the thing founded in a year is called, of the names of its kind but the first, which holds for each."""
    text, figure = start.sentence.text, start.figure
    head, tail = text[max(0, figure.start - 24) : figure.start], text[figure.end : figure.end + 24]
    told = [n for n in names[1:] if len(n) > 1]
    behind = [(tail.index(n), n) for n in told if n in tail]  # 2021年成立的*学院*
    before = [(-head.rindex(n), n) for n in told if n in head]
    return min(behind or before, default=(0, ""))[1]


def _chief(whole: Sequence[Sentence], names: Sequence[str]) -> str:
    """Which of the names of a kind an article tells most: an academy founded by a university is not that."""
    told = Counter({n: sum(s.text.count(n) for s in whole) for n in names[1:] if len(n) > 1})
    return told.most_common(1)[0][0] if told.total() else ""


def feast(told: Claim) -> str:
    """The kind of thing whose years are counted: 校 of 建校75年来; "" if none."""
    if not re.search(r"周?年(?:来|间)?$|周年", told.text) or _LOOSE.search(told.text):
        return ""
    number = re.search(r"[0-9一二三四五六七八九十百]", told.text)
    head = (
        told.sentence.text[max(0, told.figure.start - 6) : told.figure.start]
        + told.text[: number.start() if number else 0]
    )
    m = _OF_A_THING.search(head) or _FEAST_BEHIND.match(told.sentence.text[told.figure.end :])
    kind = next((g for g in m.groups() if g), "") if m else ""
    return kind if kind in load("durations")["kinds"] else ""


def _age(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    published, value, figure, text = told.article.published, told.value, told.figure, told.sentence.text
    if published is None or value is None or value.point is None or figure.comparator is not Comparator.EQ:
        return
    if not _AGE.search(text[max(0, figure.start - 6) : figure.start]):
        return
    behind = (c for c in dates if 0 <= c.figure.start - figure.end < 12 and YEAR.search(c.text))
    for born in (_year_before(told, dates), next(behind, None)):
        if born is None or born.figure.period is None or born.figure.period.start is None:
            continue
        after = text[born.figure.end : born.figure.end + 10]
        head = text[max(0, born.figure.start - 4) : born.figure.start]
        if _BORN.match(after) or _BORN_AT.search(head):
            years = years_between(born.figure.period.start, published)
            work = f"{published.year} − {born.figure.period.start.year} ＝ {years}岁"
            yield Length(told, (born,), value.point, Fraction(years - 1), Fraction(years + 1), work)
            return


def _editions(told: Claim, dates: Sequence[Claim]) -> Iterator[Length]:
    """第N届 of a yearly event that was founded too late for it."""
    published, value, text = told.article.published, told.value, told.sentence.text
    head = text[max(0, told.figure.start - 8) : told.figure.start]
    if published is None or value is None or value.point is None or not re.search(r"今年[^，。；]{0,4}$", head):
        return
    start = next((c for c in dates if c.figure.end <= told.figure.start and founds(c)), None)
    if start is None or start.figure.period is None or start.figure.period.start is None or not _YEARLY.search(text):
        return
    years = years_between(start.figure.period.start, published)
    work = f"{start.text}创办、每年一届，至{published.year}年至多{years + 1}届"
    yield Length(told, (start,), value.point, Fraction(0), Fraction(years + 1), work)


def _year_before(told: Claim, dates: Sequence[Claim]) -> Claim | None:
    """The last date before a figure that states its year."""
    return next((c for c in reversed(dates) if c.figure.end <= told.figure.start and YEAR.search(c.text)), None)


def _spell(start: date, end: date, text: str) -> str:
    if not MONTH.search(text) and "月" not in text:
        return f"{years_between(start, end)}年"
    years, months = divmod(months_between(start, end), 12)
    return f"{years}年" + (f"{months}个月" if months else "")
