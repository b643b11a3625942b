"""``.html`` pages → an article: the main text, its headings, captions and sidebars as the markup names them.

Read with selectolax, which keeps the tree: a general extractor returns the text alone and loses what is a
caption and what an aside.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker import patterns as re
from checker.frozen import dataclass
from checker.model import Article, Problem, RegionKind
from checker.reading.blocks import Block, composed
from checker.reading.dating import as_day

if TYPE_CHECKING:
    from datetime import date

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "footer", "iframe", "svg", "canvas", "form", "button",
    "select", "option", "input", "textarea", "object", "embed", "audio", "video", "map", "head", "rp", "rt",
})  # fmt: skip
_BREAKING = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "body",
})  # fmt: skip
_HEADINGS = {"h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|footer|foot|copyright|share|sharing|comments?|recommend(?:ed)?|"
    r"related-?links|pager|pagination|toolbar|login|search|advert|ads?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DATES = (
    "article:published_time", "og:published_time", "publishdate", "pubdate", "publish_date", "publication_date",
    "datepublished", "dc.date", "dc.date.issued", "weibo: article:create_at", "firstpublishedtime", "date",
)  # fmt: skip
_SOURCES = ("source", "contentsource", "mediaid", "og:site_name")
_SITE = re.compile(r"\s*(?:[-_|｜—–]{1,2})\s*[^-_|｜—–]{2,20}$")


def page(path: str, text: str) -> tuple[Article | None, list[Problem]]:
    r"""The article of an HTML page; scripts, menus and footers are dropped, entities decoded.

    >>> page("a.html", "<h1>甲地开工</h1><p>投资&#49;&nbsp;亿元。</p><footer>某报</footer>")[0].text
    '甲地开工\n投资1\xa0亿元。'
    >>> page("a.html", "<nav>首页</nav>")[1][0].message
    '没有正文，请检查此页面是否完整'
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  -- loaded only where there are pages

    tree = LexborHTMLParser(text)
    root = _main(tree)
    found = blocks(root) if root is not None else []
    if not any(b.text.strip() for b in found):
        return None, [Problem(path, "没有正文，请检查此页面是否完整")]
    metas = _metas(tree)
    title = "" if any(b.kind is RegionKind.TITLE for b in found) else _title(tree, metas)
    source = next((metas[k] for k in _SOURCES if metas.get(k)), "")
    return composed(path, found, title=title, published=_published(tree, metas), source=source), []


def _main(tree: Any) -> Any:
    """The one ``article`` or ``main`` of the page, else its body."""
    for selector in ("article", "main", '[itemprop="articleBody"]'):
        found = tree.css(selector)
        if len(found) == 1 and found[0].text(strip=True):
            return found[0]
    return tree.body


@dataclass(frozen=True)
class _Place:
    """What the elements around a text say it is."""

    kind: RegionKind | None = None
    level: int = 0
    apart: bool = False

    def inside(self, tag: str) -> _Place:
        """The place inside an element that stands here."""
        if tag in {"figcaption", "caption"}:
            return replace(self, kind=RegionKind.CAPTION, level=0)
        if tag == "h1":
            return replace(self, kind=RegionKind.TITLE, level=0)
        if tag in _HEADINGS:
            return replace(self, kind=RegionKind.HEADING, level=_HEADINGS[tag])
        return replace(self, apart=True) if tag == "aside" else self


def blocks(root: Any) -> list[Block]:
    """The blocks of text below ``root``, a node of selectolax; a second ``h1`` is a heading.

    A comment is about the block it stands in or right behind, otherwise about the next one.
    """
    found: list[Block] = []
    words: list[str] = []
    notes: list[str] = []
    places = [_Place()]

    def flush() -> None:
        text = _SPACE.sub(" ", "".join(words)).strip(" ")
        words.clear()
        if text:
            found.append(Block(text, places[-1].kind, places[-1].level, places[-1].apart, tuple(notes)))
            notes.clear()

    stack: list[tuple[Any, bool]] = [(child, False) for child in reversed(_children(root))]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag
        if leaving:
            flush()
            places.pop()
        elif tag == "-text":
            words.append(node.text_content or "")
        elif tag == "-comment":
            _note(node, found if not "".join(words).strip() else [], notes)
        elif tag in _DROPPED or tag.startswith(("-", "_", "!")) or _hidden(node):
            continue
        elif tag == "br" and places[-1].kind is not None:
            words.append(" ")
        else:
            if tag in _BREAKING:
                flush()
                places.append(places[-1].inside(tag))
                stack.append((node, True))
            stack += [(child, False) for child in reversed(_children(node))]
    flush()
    first = next((n for n, b in enumerate(found) if b.kind is RegionKind.TITLE), len(found))
    later = (
        replace(b, kind=RegionKind.HEADING, level=1) if b.kind is RegionKind.TITLE else b for b in found[first + 1 :]
    )
    return [*found[: first + 1], *later]


def _note(comment: Any, found: list[Block], notes: list[str]) -> None:
    """Keep what a comment says with the last block if it stands right behind it, else for the next."""
    told = comment.html[4:-3]
    if found and _behind(comment):
        found[-1] = replace(found[-1], notes=(*found[-1].notes, told))
    else:
        notes.append(told)


def _behind(comment: Any) -> bool:
    """Whether a comment stands on the line on which an element ends."""
    before = comment.prev
    blank = ""
    while before is not None and before.tag in {"-text", "-comment"}:
        blank = (before.text_content or "") + blank if before.tag == "-text" else blank
        before = before.prev
    return before is not None and not blank.strip() and "\n" not in blank


def _children(node: Any) -> list[Any]:
    children, child = [], node.child
    while child is not None:
        children.append(child)
        child = child.next
    return children


def _hidden(node: Any) -> bool:
    if node.tag in {"body", "article", "main", "p"}:
        return False
    given = node.attributes
    if "hidden" in given or given.get("role") in {"navigation", "contentinfo", "search", "banner"}:
        return True
    return bool(_FURNITURE.search(f"{given.get('class') or ''} {given.get('id') or ''}"))


def _metas(tree: Any) -> dict[str, str]:
    """The page's metadata by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.css("meta"):
        given = meta.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name and given.get("content"):
            found.setdefault(name, given["content"].strip())
    return found


def _title(tree: Any, metas: dict[str, str]) -> str:
    head = tree.css_first("title")
    named = metas.get("og:title") or (_SITE.sub("", head.text(strip=True)) if head else "")
    return _SPACE.sub(" ", named).strip()


def _published(tree: Any, metas: dict[str, str]) -> date | None:
    times = (t.attributes.get("datetime") or "" for t in tree.css("time")[:1])
    for words in (*(metas.get(name, "") for name in _DATES), *times):
        if day := as_day(words):
            return day
    return None
