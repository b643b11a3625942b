"""``.docx`` drafts → an article, as the draft stands with its tracked changes accepted.

Read with mammoth: python-docx drops tracked insertions, and docx2python (3.7) reads moved text twice.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.parsers.expat import ExpatError

from checker import patterns as re
from checker.model import Article, Level, Problem, RegionKind
from checker.reading.blocks import Block, composed
from checker.reading.pages import blocks

_LARGEST = 32 * 1024 * 1024
_LEVELS = [(n, min(n + 1, 6)) for n in range(1, 10)]  # one lower than in Word: h1 is the title
_STYLES = "\n".join((
    *(f"p{style} => h1:fresh" for style in (".Title", "[style-name='Title']", "[style-name='标题']")),
    *(f"p.Heading{n} => h{level}:fresh" for n, level in _LEVELS),
    *(f"p[style-name^='{word} {n}'] => h{level}:fresh" for n, level in _LEVELS for word in ("heading", "标题")),
    *(f"p[style-name^='{word}'] => h2:fresh" for word in ("heading", "标题", "副标题", "subtitle")),
    *(f"p[style-name^='{word}'] => figcaption:fresh" for word in ("caption", "题注")),
    "p.Subtitle => h2:fresh",
    "p.Caption => figcaption:fresh",
    "comment-reference => sup",
))  # fmt: skip
_UNREAD = re.compile(r"unrecognised element was ignored: (?P<name>w:(?:fldSimple|ruby|smartTag|sdt\w*|object|pict))")
_BALLOON = re.compile(r'<sup><a href="#comment-\d+" id="comment-ref-(?P<key>\d+)">[^<]*</a></sup>')
_MARKS = 'a[id^="footnote-ref-"], a[id^="endnote-ref-"], a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]'


def draft(path: str, data: bytes) -> tuple[Article | None, list[Problem]]:
    """The article of a Word file, one paragraph a line, notes last; insertions are read, deletions are not.

    A comment of Word's is about the paragraph that it ends in.

    >>> draft("a.docx", b"not a zip")[1][0].message
    '不是可读的 .docx 文件（文件损坏、加密或是旧的 .doc），请用 Word 另存为 .docx'
    """
    try:
        html, unread = _html(data)
        found = _blocks(html)
    except ExpatError as error:
        return None, [Problem(path, f".docx 的内容有损坏（{error}），请用 Word 打开并另存")]
    except Exception:  # noqa: BLE001  -- mammoth promises no error of its own for files that are no drafts
        return None, [Problem(path, "不是可读的 .docx 文件（文件损坏、加密或是旧的 .doc），请用 Word 另存为 .docx")]
    if not any(b.text.strip() for b in found):
        return None, [Problem(path, "没有正文，请补上正文或删除此文件")]
    notes = [Problem(path, f"有{'、'.join(unread)}一类内容没有读出，请核对原稿", Level.NOTE)] if unread else []
    return composed(path, found), notes


def _html(data: bytes) -> tuple[str, list[str]]:
    """The draft as HTML without its pictures, and the names of Word's elements whose text was left out."""
    import mammoth  # noqa: PLC0415  -- only a corpus with drafts pays for it

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))
    if size > _LARGEST:
        raise ValueError(f"{size} bytes of text")
    made = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=_STYLES,
        include_embedded_style_map=False,
        convert_image=lambda _: [],
    )
    # Word's non-breaking and optional hyphens are the characters of its typesetting, not the writer's.
    html = str(made.value).replace("\u2011", "-").replace("\xad", "")
    return html, sorted({m["name"] for m in map(_UNREAD.search, (n.message for n in made.messages)) if m})


def _commented(html: str) -> str:
    """The draft with what its comments say where they refer to, as comments of HTML, and not at its end."""
    if not _BALLOON.search(html):
        return html
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    at = html.rindex('<dl><dt id="comment-')
    tree = LexborHTMLParser(html[at:])
    for back in tree.css('a[href^="#comment-ref-"]'):
        back.decompose()
    keys = (mark.attributes["id"] or "" for mark in tree.css("dt"))
    words = (told.text(separator=" ") for told in tree.css("dd"))
    said = {key.removeprefix("comment-"): text for key, text in zip(keys, words, strict=True)}
    return _BALLOON.sub(lambda m: f"<!--{said.get(m['key'], '').replace('--', '—')}-->", html[:at])


def _blocks(html: str) -> list[Block]:
    """The blocks of the draft without the marks of its notes, headings at the level that Word gives them."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    tree = LexborHTMLParser(_commented(html))
    for mark in tree.css(_MARKS):
        mark.decompose()
    found = blocks(tree.body) if tree.body is not None else []
    return [replace(b, level=max(b.level - 1, 1)) if b.kind is RegionKind.HEADING else b for b in found]
