"""``.md`` and ``.txt`` → an article: front matter, if any, and the layout of the text below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Article, Problem, Region, RegionKind
from checker.reading.comments import comments, printed, suppressions, without
from checker.reading.dating import dated
from checker.reading.layout import regions
from checker.reading.lines import lines
from checker.reading.matter import matter

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOURCE = re.compile(r"(?:来源|稿源)\s?[:：]\s*([^\s，。|｜]{2,20})")
_HEAD = 8


def plain(path: str, text: str) -> tuple[Article, tuple[Problem, ...]]:
    r"""The article that a text file holds, and what is wrong with it.

    >>> article, problems = plain("a.md", "甲地开工\n2025-03-10 08:31\n\n项目开工。\n")
    >>> article.title, article.published, problems
    ('甲地开工', datetime.date(2025, 3, 10), ())
    >>> plain("a.md", "---\ntitle: 甲\n---\n")[1][0].message
    '没有正文，请补上正文或删除此文件'
    """
    known = matter(text)
    hidden = comments(text, known.body)
    shown = printed(text, hidden)
    found = list(lines(shown, known.body))
    parts = without(regions(found, known.title), hidden)
    title = known.title or titled(parts, text)
    if known.title_at:
        parts = (Region(RegionKind.TITLE, (known.title_at,)), *parts)
    day, by = (known.published, "front-matter") if known.published else dated([n.text for n in found])
    problems = [replace(p, path=path) for p in known.problems]
    if not found:
        message = "没有正文，请补上正文或删除此文件" if known.body else "空文件，请补上内容或删除此文件"
        problems.append(Problem(path, message))
    article = Article(
        path=path,
        text=text,
        regions=parts,
        title=title,
        published=day,
        dated_by=by,
        source=known.source or sourced([n.text for n in found]),
        place=known.place,
        corrects=known.corrects,
    )
    return replace(article, suppressions=suppressions(article, hidden, shown, known.body)), tuple(problems)


def titled(parts: Sequence[Region], text: str) -> str:
    """The words of the first title region, "" if there is none."""
    title = next((r for r in parts if r.kind is RegionKind.TITLE), None)
    return "".join(text[s.start : s.end] for s in title.pieces) if title else ""


def sourced(found: Sequence[str]) -> str:
    """The paper that a page's first lines name as its source (来源：某报), "" if they do not.

    >>> sourced(["甲地开工", "2025-12-09 来源：某某日报"]), sourced(["甲地开工"])
    ('某某日报', '')
    """
    named = (_SOURCE.search(line) for line in found[:_HEAD] if len(line) <= 100)
    return next((n[1] for n in named if n), "")
