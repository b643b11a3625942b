"""Earlier versions of a draft among the articles that it is compared with: what a draft replaces is no witness."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Article

_RUN = 5
# So much of the shorter text stands in the other, and so much of the longer.
_LEAST_SHARED, _LEAST_WHOLE = 0.8, 0.5
_LEAST_FIGURES = 0.5

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_NO_WORD = re.compile(r"[\W\d_]+")


def earlier_versions(drafts: Sequence[Article], archive: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of ``archive`` that a draft is a later version of, in their order.

    A version has the draft's words but for a few, and its file name, its title or, from one source, its day. Where the
    days are not known to be one, most figures are equal too, so that a monthly report stands beside the last one. What
    another paper printed is no version.

    >>> from checker.model import Article, Region, RegionKind, Span
    >>> def made(path, text):
    ...     return Article(path, text, (Region(RegionKind.BODY, (Span(0, len(text)),)),))
    >>> told = "全区上市企业{}家，比上年增加2家，占全市的15%，今年还将培育10家。"
    >>> old, draft = made("archive/001.md", told.format(8)), made("001.md", told.format(7))
    >>> [a.path for a in earlier_versions([draft], [old])]
    ['archive/001.md']
    >>> earlier_versions([draft], [made("archive/001.md", "上市企业说明会昨天举行。"), made("b.md", old.text)])
    ()
    """
    known: dict[tuple[str, str], list[Article]] = {}
    for draft in drafts:
        for sign in _signs(draft):
            known.setdefault(sign, []).append(draft)
    return tuple(old for old in archive if any(_replaces(d, old) for s in _signs(old) for d in known.get(s, ())))


def _signs(article: Article) -> Iterable[tuple[str, str]]:
    """By what a version can be known, whatever it says."""
    yield "name", _name(article)
    if title := _plain(article.title):
        yield "title", title
    if article.source and article.published:
        yield article.source, article.published.isoformat()


def _name(article: Article) -> str:
    return article.row_id or PurePosixPath(article.path).stem


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text)


def _replaces(draft: Article, old: Article) -> bool:
    if draft.source and old.source and draft.source != old.source:
        return False
    if not _same_words(draft, old):
        return False
    named = _name(draft) == _name(old)
    titled = bool(draft.title) and _plain(draft.title) == _plain(old.title)
    days = {a.published for a in (draft, old) if a.published}
    if len(days) == 1 and draft.published and old.published and (named or titled):
        return True
    if len(days) > 1 and not (named and titled):
        return False
    return _same_figures(draft, old)


def _same_words(draft: Article, old: Article) -> bool:
    """Whether one text is the other with a few words changed, left out or added, their figures aside."""
    runs = [_runs(_plain(_printed(a))) for a in (draft, old)]
    sizes = sorted(sum(r.values()) for r in runs)
    shared = sum((runs[0] & runs[1]).values())
    return shared > 0 and shared >= sizes[0] * _LEAST_SHARED and shared >= sizes[1] * _LEAST_WHOLE


def _same_figures(draft: Article, old: Article) -> bool:
    told = [Counter(_NUMERAL.findall(_printed(a))) for a in (draft, old)]
    return sum((told[0] & told[1]).values()) >= min(sum(t.values()) for t in told) * _LEAST_FIGURES


def _runs(text: str) -> Counter[str]:
    return Counter(text[i : i + _RUN] for i in range(len(text) - _RUN + 1))


def _printed(article: Article) -> str:
    """The words of an article, without front matter and comments."""
    return "".join(article.text[s.start : s.end] for region in article.regions for s in region.pieces)
