"""What Kanwu says of the input itself (KW9xx): the pages of these reports, and the notes that are read off articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.figures.units import unit
from checker.lexicon import words
from checker.model import Kind, Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Article, Claim, Extraction


class Page(NamedTuple):
    """What a reader is told of one sort of problem: its name, its level, a sentence in either language, the rest."""

    name: str
    level: Level
    summary: str
    english: str
    text: str


UNDATED, UNREADABLE, UNUSED, STRANGE = "KW901", "KW902", "KW903", "KW904"

PAGES: dict[str, Page] = {
    UNDATED: Page(
        "undated-article",
        Level.NOTE,
        "稿件没有日期。",
        "an article without a day of publication.",
        "## 为什么\n不知道哪天刊发，“目前”“今年”就不知道指哪天："
        "这样的数只能与写明时点的数相比，更新和降低也分不清。\n\n"
        "## 怎样判断\n开头的 `date`、.jsonl 的 `date`、网页的元数据、正文头几行的日期，一样都没有。"
        "一份 .jsonl 只提示一次，写明有几篇。\n\n"
        "## 怎样改\n在稿件开头写 `date: 2025-12-09`。本来就没有日期的资料，在 kanwu.yaml 里写 `ignore: [KW901]`。\n",
    ),
    UNREADABLE: Page(
        "unreadable-article",
        Level.ERROR,
        "稿件或其中一行读不了。",
        "an article, or a line of it, that cannot be read.",
        "## 为什么\n没有读到的稿件等于没有检查，所以它使运行失败。\n\n"
        "## 怎样判断\n编码不对、文件损坏、没有正文、.jsonl 的一行不是 JSON、开头的字段写错。其余的稿件照常检查。\n",
    ),
    UNUSED: Page(
        "unused-suppression",
        Level.NOTE,
        "一处屏蔽没有用上。",
        "a comment that silences nothing.",
        "## 为什么\n文字改好以后，留下的屏蔽会遮住以后的错误。\n\n"
        "## 怎样判断\n`kanwu: ignore` 没有遮住任何一处发现，没有写理由，规则的编号不存在，"
        "或者 `ignore-file` 不在正文开头。\n",
    ),
    STRANGE: Page(
        "unknown-unit",
        Level.NOTE,
        "单位不认识。",
        "a number with a unit that is not known, so that it is compared with nothing.",
        "## 为什么\n单位不认识，就不知道是什么量，这个数没有参加比较；也可能是单位写错了（30mSv、120Mwp）。\n\n"
        "## 怎样判断\n数字后面紧跟一个拉丁字母的单位（两个字母以上，含小写），不在单位表里。"
        "一篇里同一个单位只提示一次。\n\n"
        "## 不报什么\n型号和标签（5G、CRH380A、2025NBA、15Pro）；汉字写的量词：分不清是量词还是名词。\n",
    ),
}

_MEASURED = re.compile(
    r"""
    (?P<number>[0-9][0-9,.]*[百千万亿]*)   # 120  1.5万
    [ ]?
    (?P<unit>[A-Za-zμµΩ]{2,8}(?:/[A-Za-z]{1,4})?)   # MWp  mSv  mSv/h
    """,
    re.VERBOSE,
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def shortcomings(told: Sequence[Extraction]) -> Iterator[Problem]:
    """A note for each article without a day, and for each unit of an article that is not known.

    >>> from checker.model import Article
    >>> from checker.model import Extraction
    >>> [p.code for p in shortcomings([Extraction(Article("a.md", "开工。", ()), (), ())])]
    ['KW901']
    """
    yield from undated(e.article for e in told)
    for e in told:
        yield from strange(e)


def undated(articles: Iterable[Article]) -> Iterator[Problem]:
    """One note for an article, or for all the rows of a file."""
    rows: dict[str, list[int]] = defaultdict(list)
    for article in articles:
        if article.published is not None:
            continue
        if article.row:
            rows[article.path].append(article.row)
        else:
            yield dayless(article.path)
    for path, lines in rows.items():
        yield dayless(path, len(lines), min(lines))


def dayless(path: str, rows: int = 0, first: int = 0) -> Problem:
    """The note for an article without a day, or for so many rows of a file, the first of which stands on this line."""
    if not rows:
        return Problem(path, "没有日期，请在开头写 date: YYYY-MM-DD", Level.NOTE, code=UNDATED)
    told = f"从这一行起有 {rows} 篇没有日期" if rows > 1 else "这一行没有日期"
    return Problem(path, f"{told}，请补上 date", Level.NOTE, first, code=UNDATED)


def strange(told: Extraction) -> Iterator[Problem]:
    """One note for each unknown unit, at the first number that has it."""
    seen: set[str] = set()
    for claim in told.claims:
        name = strange_unit(claim)
        if name and name not in seen:
            seen.add(name)
            at = claim.location
            message = f"不认识单位“{name}”（{claim.text}），这个数没有与别处相比"
            yield Problem(claim.article.path, message, Level.NOTE, at.line, 0 if at.field else at.column, STRANGE)


def strange_unit(claim: Claim) -> str:
    """The unit of a figure that is read as a mere label since nobody knows it; "" where it is none.

    A unit has a small letter, and its number is no year.
    """
    found = _MEASURED.fullmatch(claim.text) if claim.kind is Kind.LABEL else None
    if found is None or _YEAR.fullmatch(found["number"]) or not any(c.islower() for c in found["unit"]):
        return ""
    name = found["unit"]
    return "" if unit(name) is not None or name.lower() in words("labels", "editions") else name
