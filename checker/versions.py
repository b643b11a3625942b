"""Earlier versions of a draft among the articles that it is compared with: what a draft replaces is no witness."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
    names: dict[str, list[Article]] = {}
    titles: dict[str, list[Article]] = {}
    days: dict[str, list[Article]] = {}
    for draft in drafts:
        names.setdefault(_name(draft.id), []).append(draft)
        if title := _plain(draft.title):
            titles.setdefault(title, []).append(draft)
        if draft.source and draft.published:
            days.setdefault(draft.published.isoformat(), []).append(draft)
    # The archive is long: a title is compared only where it holds the first and the last character of some.
    firsts, lasts = {title[0] for title in titles}, {title[-1] for title in titles}
    found = []
    for name, title, day in archive:
        fits = [*names.get(_name(name), ()), *days.get(day, ())]
        if not (firsts.isdisjoint(title) or lasts.isdisjoint(title)):
            fits += titles.get(_plain(title), ())
        if fits and any(_replaces(draft, article(name)) for draft in {d.id: d for d in fits}.values()):
            found.append(name)
    return tuple(found)


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
