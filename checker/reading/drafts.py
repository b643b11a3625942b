"""``.docx`` drafts → an article, as the draft stands with its tracked changes accepted.

Read with the standard library: of the packages, python-docx drops tracked insertions, and docx2python (3.7)
reads text that was moved away a second time and fails on a document without relationships.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from checker.model import Article, Problem, RegionKind
from checker.reading.blocks import Block, composed

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Deleted text, the old place of moved text, formulae of fields, and the second copy of a text box.
_DROPPED = frozenset({_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _W + "delInstrText", _FALLBACK})
_LARGEST = 64 * 1024 * 1024
_KINDS = (
    ("title", RegionKind.TITLE),
    ("标题", RegionKind.HEADING),
    ("heading", RegionKind.HEADING),
    ("subtitle", RegionKind.HEADING),
    ("caption", RegionKind.CAPTION),
    ("题注", RegionKind.CAPTION),
)


def draft(path: str, data: bytes) -> tuple[Article | None, list[Problem]]:
    """The article of a Word file, one paragraph a line; tracked insertions are read, deletions are not.

    >>> draft("a.docx", b"not a zip")[1][0].message
    '不是可读的 .docx 文件（文件损坏、加密或是旧的 .doc），请用 Word 另存为 .docx'
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, "word/document.xml")
            styles = _styles(archive)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        message = "不是可读的 .docx 文件（文件损坏、加密或是旧的 .doc），请用 Word 另存为 .docx"
        return None, [Problem(path, message)]
    except ET.ParseError as error:
        return None, [Problem(path, f".docx 的内容有损坏（{error}），请用 Word 打开并另存")]
    blocks = list(_blocks(document, styles))
    if not any(b.text.strip() for b in blocks):
        return None, [Problem(path, "没有正文，请补上正文或删除此文件")]
    return composed(path, blocks), []


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    if archive.getinfo(name).file_size > _LARGEST:
        message = f"{name} is larger than {_LARGEST} bytes"
        raise ValueError(message)
    # Expat refuses entities that blow up; no external entity is ever fetched.
    return ET.fromstring(archive.read(name))  # noqa: S314


def _styles(archive: zipfile.ZipFile) -> dict[str, str]:
    """The names of the styles by their ids: a Chinese Word calls heading 1 "1"."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    found = {}
    for style in _part(archive, "word/styles.xml").iter(_W + "style"):
        name = style.find(_W + "name")
        if name is not None:
            found[style.get(_W + "styleId", "")] = name.get(_W + "val", "")
    return found


def _blocks(document: ET.Element, styles: dict[str, str]) -> Iterator[Block]:
    """The paragraphs in document order; a paragraph whose mark is deleted goes on in the next."""
    kept = ""
    for paragraph in _paragraphs(document):
        text = kept + "".join(_words(paragraph))
        kept = ""
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            kept = text
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        named = style.get(_W + "val", "") if style is not None else ""
        kind, level = _kind(styles.get(named, named))
        yield from (Block(line, kind, level) for line in text.split("\n"))
    if kept:
        yield Block(kept)


def _paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == _W + "p":
            yield element
        if element.tag not in _DROPPED:
            stack += reversed(element)


def _words(paragraph: ET.Element) -> Iterator[str]:
    """The characters of one paragraph, not those of a text box inside it."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == _W + "t":
            yield (element.text or "").replace("\r", "").replace("\n", " ")
        elif tag in {_W + "br", _W + "cr"}:
            yield "\n"
        elif tag == _W + "tab":
            yield "\t"
        elif tag == _W + "noBreakHyphen":
            yield "-"
        elif tag not in _DROPPED and tag not in {_W + "p", _W + "pPr", _W + "rPr"}:
            stack += reversed(element)


def _kind(style: str) -> tuple[RegionKind | None, int]:
    name = style.strip().lower()
    for word, kind in _KINDS:
        if name.startswith(word):
            digits = "".join(c for c in name if c.isdigit())
            return kind, int(digits[:1] or 1) if kind is RegionKind.HEADING else 0
    return None, 0
