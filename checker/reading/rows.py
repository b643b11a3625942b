"""``.jsonl`` → articles, one a line: id, text, and if given title, date, source, place, corrects.

``kanwu`` holds what a comment would tell Kanwu, or a list of that; it holds for the row, as do comments in the text.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker import patterns as re
from checker.model import Article, Field, Level, Problem, Region, RegionKind, Span
from checker.reading.comments import comments, placed, printed, suppression, suppressions, without
from checker.reading.dating import as_day, dated
from checker.reading.layout import regions
from checker.reading.lines import lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from checker.model import Suppression

_ROWS = re.compile(r"[^\r\n]+|\r\n|\n|\r")
_LONE = re.compile(r"[\ud800-\udfff]")
EMPTY = "空文件，请补上内容或删除此文件"
_NO_TEXT = "没有 text 字段，不是文章，已略过"


def rows(path: str, text: str) -> tuple[list[Article], list[Problem]]:
    r"""The articles of a file of JSON rows, and what is wrong with the others.

    >>> [a.id for a in rows("a.jsonl", '{"id": "7", "text": "开工。"}\n{"text": "竣工。"}\n')[0]]
    ['a.jsonl#7', 'a.jsonl#2']
    >>> rows("a.jsonl", '{"text": "开工。"}\n{"text": ')[1][0].line
    2
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    lacking: list[int] = []
    taken: set[str] = set()
    n = 1
    for found in _ROWS.finditer(text):
        if found[0][0] in "\r\n":
            n += 1
            continue
        if not found[0].strip():
            continue
        told = row(path, n, found[0], taken)
        if told is None:
            lacking.append(n)
            continue
        article, wrong = told
        problems += wrong
        if article:
            articles.append(article)
            taken.add(article.row_id)
    problems += textless(path, lacking, alone=not (articles or problems))
    if not (articles or problems):
        problems.append(Problem(path, EMPTY))
    return articles, problems


def row(path: str, n: int, text: str, taken: Collection[str] = ()) -> tuple[Article | None, list[Problem]] | None:
    """The article in row ``n`` of a file and what is wrong with it; None for a row without text, which is no article.

    ``taken``: ids of rows before it.

    >>> row("a.jsonl", 3, '{"text": "开工。"}')[0].id
    'a.jsonl#3'
    >>> row("a.jsonl", 3, '{"title": "开工"}') is None
    True
    """
    value, trouble = _value(text)
    if trouble:
        return None, [Problem(path, trouble[0], line=n, column=trouble[1])]
    return _article(path, n, value, taken) if "text" in value else None


def textless(path: str, lines: Sequence[int], *, alone: bool) -> list[Problem]:
    """What to say of the rows of a file that have no text; ``alone``: nothing else was found in it.

    >>> [p.line for p in textless("a.jsonl", [2, 5], alone=False)], len(textless("a.jsonl", [2, 5], alone=True))
    ([2, 5], 1)
    """
    if lines and alone:
        return [Problem(path, _NO_TEXT, Level.NOTE)]
    return [Problem(path, f"此行{_NO_TEXT}；如是文章请补上 text", line=n) for n in lines]


def identifier(text: str, n: int) -> str:
    """The id of the article in row ``n``: the one it gives itself, else its number; "" for a row that is none.

    >>> identifier('{"id": 7, "text": "开工。"}', 3), identifier('{"text": "开工。"}', 3), identifier('{"text": ""}', 3)
    ('7', '3', '')
    """
    value, _ = _value(text)
    if not _worded(value.get("text"))[0].strip():
        return ""
    return _worded(value.get("id"))[0].strip() or str(n)


def whole(path: str, text: str) -> tuple[list[Article], list[Problem]]:
    """A ``.json`` file: rows if its lines are rows with text, otherwise not an article, with a note.

    >>> whole("gold.json", '{"findings": []}')[1][0].level
    <Level.NOTE: 'note'>
    """
    head = text.lstrip().partition("\n")[0]
    value, trouble = _value(head)
    if not trouble and "text" in value:
        return rows(path, text)
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        parsed = None
    first = parsed[0] if isinstance(parsed, list) and parsed else parsed
    if isinstance(first, dict) and "text" in first:
        return [], [Problem(path, "一个 .json 里的文章无法定位到行，请另存为 .jsonl（每行一篇）")]
    return [], [Problem(path, _NO_TEXT, Level.NOTE)]


def _value(row: str) -> tuple[dict[str, Any], tuple[str, int] | None]:
    try:
        value = json.loads(row)
    except json.JSONDecodeError as error:
        return {}, ("此行不是有效的 JSON，请检查引号、逗号和括号", error.pos + 1)
    except (ValueError, RecursionError):
        return {}, ("此行不是可读的 JSON（数字过长或嵌套过深）", 1)
    if not isinstance(value, dict):
        return {}, ('此行应为一个对象，如 {"id": "1", "text": "……"}', 1)
    return value, None


def _worded(given: object) -> tuple[str, str]:
    """A field as words, and what is wrong with it, "" if nothing."""
    if isinstance(given, int | float) and not isinstance(given, bool):
        given = str(given)
    if given is not None and not isinstance(given, str):
        return "", "应为一段文字"
    if given and _LONE.search(given):
        return _LONE.sub("\ufffd", given), "含有不成对的 \\u 转义，请检查编码"
    return given or "", ""


def _article(path: str, n: int, value: dict[str, Any], taken: Collection[str]) -> tuple[Article | None, list[Problem]]:
    problems: list[Problem] = []

    def words(name: str) -> str:
        given, fault = _worded(value.get(name))
        if fault:
            problems.append(Problem(path, f"{name} {fault}", line=n))
        return given

    body, title = words("text"), words("title")
    if not body.strip():
        return None, problems or [Problem(path, "text 为空，请补上正文或删除此行", line=n)]
    row_id = words("id").strip() or str(n)
    if row_id in taken:
        problems.append(Problem(path, f"id “{row_id}”与前面的行重复，此行改称“{row_id}~{n}”；请改成不同的 id", line=n))
        row_id = f"{row_id}~{n}"
    text = f"{title}\n{body}" if title else body
    start = len(title) + 1 if title else 0
    hidden = comments(text)
    shown = printed(text, hidden)
    found = list(lines(shown, start))
    fields: tuple[Field, ...] = (Field("text", start, len(text)),)
    parts = regions(found, title, titled=False)
    if title:
        fields = (Field("title", 0, len(title)), *fields)
        parts = (Region(RegionKind.TITLE, (Span(0, len(title)),)), *parts)
    parts = without(parts, hidden)
    day, by = _dated(words("date"), [title, *(line.text for line in found)], path, n, problems)
    article = Article(
        path=path,
        text=text,
        regions=parts,
        row_id=row_id,
        row=n,
        fields=fields,
        title=title.strip(),
        published=day,
        dated_by=by,
        source=words("source").strip(),
        place=words("place").strip(),
        corrects=words("corrects").strip(),
    )
    told = (*_silenced(value.get("kanwu"), path, n, problems), *suppressions(article, hidden, shown, start))
    return replace(article, suppressions=told), problems


def _silenced(given: Any, path: str, n: int, problems: list[Problem]) -> Iterator[Suppression]:
    """What the row tells Kanwu outside its text."""
    told = [given] if isinstance(given, str) else given or []
    if not (isinstance(told, list) and all(isinstance(one, str) for one in told)):
        problems.append(Problem(path, 'kanwu 应为一段文字或一列文字，如 "ignore KW101 口径不同"', line=n))
        return
    for one in told:
        read = suppression(one) or suppression(f"kanwu: {one}")
        if read is not None:
            yield placed(read, n, n, 0, first=True)


def _dated(given: str, found: list[str], path: str, n: int, problems: list[Problem]) -> tuple[date | None, str]:
    if given.strip():
        if day := as_day(given):
            return day, "row"
        problems.append(Problem(path, f"日期“{given[:40]}”无法识别，请写成 YYYY-MM-DD（如 2025-03-10）", line=n))
    return dated(found)
