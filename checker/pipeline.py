"""The whole program on one page: read → extract → link → judge → report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import claims
from checker.judging import judge, settle
from checker.linking import link
from checker.model import Extraction, Report, Summary
from checker.problems import shortcomings
from checker.reading import read
from checker.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.model import Article, Problem
    from checker.rule import Rule
    from checker.settings import Settings


def extract(article: Article, settings: Settings) -> Extraction:
    """The sentences and claims of one article; depends on nothing but its arguments."""
    told = sentences(article)
    return Extraction(article, told, claims(article, told, settings))


def check(
    paths: Sequence[str],
    rules: Sequence[Rule],
    settings: Settings,
    *,
    exclude: Sequence[str] = (),
    tick: Callable[[int, int], None] = lambda _done, _total: None,
) -> Report:
    """The report over all articles below ``paths``. ``tick(done, total)`` is called after each article."""
    reading = read(paths, exclude=exclude)
    extractions = []
    for n, article in enumerate(reading.articles, 1):
        extractions.append(extract(article, settings))
        tick(n, len(reading.articles))
    return assess(extractions, rules, settings, reading.problems)


def assess(
    extractions: Iterable[Extraction], rules: Sequence[Rule], settings: Settings, problems: Sequence[Problem] = ()
) -> Report:
    """The report over articles that are extracted already, in any order."""
    told = sorted(extractions, key=lambda e: e.article.id)
    linked = link([c for e in told for c in e.claims], settings)
    found = [d for e in told for d in judge(e, rules)]
    found += [d for fact in linked.facts for d in judge(fact, rules)]
    summary = Summary(
        articles=len(told),
        characters=sum(len(e.article.text) for e in told),
        figures=sum(len(e.claims) for e in told),
        claims=sum(1 for e in told for c in e.claims if c.metric.text),
        facts=len(linked.facts),
        undated=sum(e.article.published is None for e in told),
        not_assessable=linked.not_assessable,
    )
    return Report(summary, settle(found), (*problems, *shortcomings(told)), tuple(told), linked.facts)
