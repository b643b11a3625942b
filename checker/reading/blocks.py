"""Blocks that a format has named already (a heading, a figure's caption) → an article, one block a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.model import Article, Region, RegionKind, Span
from checker.reading.comments import placed, suppression
from checker.reading.dating import dated
from checker.reading.layout import regions
from checker.reading.lines import BLANKS, Line
from checker.reading.plain import sourced, titled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True)
class Block:
    """A paragraph of a draft or page. ``kind`` None: the layout decides. ``apart``: it stands in a sidebar.

    ``notes``: the comments about it.
    """

    text: str
    kind: RegionKind | None = None
    level: int = 0
    apart: bool = False
    notes: tuple[str, ...] = ()


def composed(
    path: str,
    blocks: Iterable[Block],
    *,
    title: str = "",
    published: date | None = None,
    source: str = "",
) -> Article:
    r"""The article that the blocks make. What the format's own metadata says goes before what the text says.

    >>> article = composed("a.docx", [Block("甲地开工", RegionKind.TITLE), Block(" "), Block("项目开工。")])
    >>> article.text, article.title
    ('甲地开工\n项目开工。', '甲地开工')
    """
    words: list[str] = []
    lines: list[Line] = []
    aside: set[int] = set()
    notes: list[tuple[int, str]] = []
    at, before = 0, 0
    for block in blocks:
        text = block.text.strip(BLANKS)
        if not text:
            before += 1
            continue
        indented = block.text[0] in "\t\u3000"
        lines.append(Line(at, at + len(text), text, before, block.kind, block.level, indented=indented))
        if block.apart:
            aside.add(at)
        notes += [(len(words), note) for note in block.notes]
        words.append(text)
        at += len(text) + 1
        before = 0
    text = "\n".join(words)
    parts = tuple(
        Region(RegionKind.SIDEBAR, r.pieces, r.section)
        if r.kind is RegionKind.BODY and r.pieces[0].start in aside
        else r
        for r in regions(lines, title)
    )
    above = 1
    if title and not any(r.kind is RegionKind.TITLE for r in parts):
        text, parts = _headed(title, text, parts)
        above = 2
    day, by = (published, "meta") if published else dated([n.text for n in lines])
    return Article(
        path=path,
        text=text,
        regions=parts,
        title=title or titled(parts, text),
        published=day,
        dated_by=by,
        source=source or sourced([n.text for n in lines]),
        suppressions=tuple(
            placed(told, n + above, n + above, 1, first=n == 0) for n, note in notes if (told := suppression(note))
        ),
    )


def _headed(title: str, text: str, parts: tuple[Region, ...]) -> tuple[str, tuple[Region, ...]]:
    """The text with the title as its first line, for pages that name it in their head only."""
    shift = len(title) + 1
    moved = (Region(r.kind, tuple(Span(s.start + shift, s.end + shift) for s in r.pieces), r.section) for r in parts)
    return f"{title}\n{text}", (Region(RegionKind.TITLE, (Span(0, len(title)),)), *moved)
