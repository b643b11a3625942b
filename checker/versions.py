"""Earlier versions of a draft among the articles that it is compared with: what a draft replaces is no witness."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from checker.model import Article

_RUN = 5
# So much of the shorter text stands in the other, and so much of the longer.
_LEAST_SHARED, _LEAST_WHOLE = 0.8, 0.5
_LEAST_FIGURES = 0.5

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_NO_WORD = re.compile(r"[\W\d_]+")


class Label(NamedTuple):
    """What is known of an article without reading it; ``day``: of publication, in ISO form, "" if not known."""

    id: str
    title: str
    day: str

    @classmethod
    def of(cls, article: Article) -> Label:
        """The label of an article."""
        return cls(article.id, article.title, article.published.isoformat() if article.published else "")


def earlier_versions(
    drafts: Sequence[Article], archive: Iterable[Label], article: Callable[[str], Article]
) -> tuple[str, ...]:
    """Those of ``archive`` that a draft is a later version of, by id, in their order; ``article`` reads one.

    A version has the draft's words but for a few, and its file name, its title or, from one source, its day. Where the
    days are not known to be one, most figures are equal too, so that a monthly report stands beside the last one. What
    another paper printed is no version.

    >>> from checker.model import Article, Region, RegionKind, Span
    >>> def made(path, text):
    ...     return Article(path, text, (Region(RegionKind.BODY, (Span(0, len(text)),)),))
    >>> told = "全区上市企业{}家，比上年增加2家，占全市的15%，今年还将培育10家。"
    >>> old, draft = made("archive/001.md", told.format(8)), made("001.md", told.format(7))
    >>> earlier_versions([draft], [Label.of(old)], lambda _: old)
    ('archive/001.md',)
    >>> other = made("archive/001.md", "上市企业说明会昨天举行。")
    >>> earlier_versions([draft], [Label.of(other)], lambda _: other)
    ()
    """
    known: dict[tuple[str, str], list[Article]] = {}
    for draft in drafts:
        for sign in _signs(Label.of(draft)):
            if sign[0] != "day" or draft.source:
                known.setdefault(sign, []).append(draft)
    found = []
    for label in archive:
        fits = {d.id: d for sign in _signs(label) for d in known.get(sign, ())}
        if fits and any(_replaces(draft, article(label.id)) for draft in fits.values()):
            found.append(label.id)
    return tuple(found)


def _signs(label: Label) -> Iterator[tuple[str, str]]:
    """By what a version can be known, whatever it says."""
    yield "name", _name(label.id)
    if title := _plain(label.title):
        yield "title", title
    if label.day:
        yield "day", label.day


def _name(article: str) -> str:
    """The name of an article's file without its folder and suffix, or of its row."""
    name = article.rpartition("#")[2].rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    return stem if stem and suffix else name


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text)


def _replaces(draft: Article, old: Article) -> bool:
    if draft.source and old.source and draft.source != old.source:
        return False
    if not _same_words(draft, old):
        return False
    named = _name(draft.id) == _name(old.id)
    titled = bool(draft.title) and _plain(draft.title) == _plain(old.title)
    days = {a.published for a in (draft, old) if a.published}
    if len(days) == 1 and draft.published and old.published and (named or titled):
        return True
    sourced = bool(draft.source) and draft.source == old.source and len(days) == 1
    if not (named and titled if len(days) > 1 else named or titled or sourced):
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
