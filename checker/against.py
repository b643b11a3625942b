"""Drafts against an archive: the report on what concerns the drafts, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.judging import judge, settle
from checker.linking import link
from checker.model import Report, Summary
from checker.problems import shortcomings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from checker.model import Discrepancy, Extraction, Fact, Problem
    from checker.rule import Rule
    from checker.settings import Settings


def assess(
    drafts: Sequence[Extraction],
    archive: Sequence[Extraction],
    rules: Sequence[Rule],
    settings: Settings,
    problems: Sequence[Problem] = (),
) -> Report:
    """The report over ``drafts``: what is wrong within them, and between them and ``archive``.

    In each discrepancy the claims of the drafts stand first. The coverage figures count the drafts; ``archive`` in
    them is the number of articles that the drafts were compared with. Of these the report holds those that it names.
    """
    told = {e.article.id: e for e in (*drafts, *archive)}
    facts = link([c for name in sorted(told) for c in told[name].claims], settings).facts
    return concluded(drafts, facts, rules, problems, archive=len(archive), article=lambda name: told[name])


def concluded(  # noqa: PLR0913 - all that a report is made of
    drafts: Sequence[Extraction],
    linked: Iterable[Fact],
    rules: Sequence[Rule],
    problems: Sequence[Problem],
    *,
    archive: int,
    article: Callable[[str], Extraction],
) -> Report:
    """The report over ``drafts``, from facts of which some hold a claim of theirs; ``article`` tells one by its id."""
    mine = sorted(drafts, key=lambda e: e.article.id)
    known = {e.article.id for e in drafts}
    facts = [_foremost(fact, known) for fact in linked if any(c.article.id in known for c in fact.claims)]
    found = [d for e in mine for d in judge(e, rules)]
    found += [d for fact in facts for d in judge(fact, rules)]
    summary = Summary(
        articles=len(mine),
        characters=sum(len(e.article.text) for e in mine),
        figures=sum(len(e.claims) for e in mine),
        claims=sum(1 for e in mine for c in e.claims if c.metric.text),
        facts=len(facts),
        undated=sum(e.article.published is None for e in mine),
        not_assessable=_refused(facts, known),
        archive=archive,
    )
    settled = settle(_led(d, known) for d in found if _concerns(d, known))
    named = known | {c.article.id for d in settled for c in d.claims}
    wrong = (*problems, *shortcomings(mine))
    return Report(summary, settled, wrong, tuple(article(name) for name in sorted(named)), tuple(facts))


def _foremost(fact: Fact, drafts: Collection[str]) -> Fact:
    """The same fact with the links of the drafts first: the arithmetic of a dispute is that of its first link."""
    told = [any(fact.claims[n].article.id in drafts for n in (link.a, link.b)) for link in fact.links]
    own = [link for link, concerned in zip(fact.links, told, strict=True) if concerned]
    rest = [link for link, concerned in zip(fact.links, told, strict=True) if not concerned]
    return replace(fact, links=(*own, *rest))


def _concerns(found: Discrepancy, drafts: Collection[str]) -> bool:
    return any(c.article.id in drafts for c in found.claims)


def _led(found: Discrepancy, drafts: Collection[str]) -> Discrepancy:
    """The same discrepancy with the claims of the drafts first, otherwise in their order."""
    return replace(found, claims=tuple(sorted(found.claims, key=lambda c: c.article.id not in drafts)))


def _refused(facts: Sequence[Fact], drafts: Collection[str]) -> dict[str, int]:
    """How many pairs that hold a claim of the drafts were refused, by reason."""
    count = Counter(
        link.refusal
        for fact in facts
        for link in fact.links
        if link.refusal and {fact.claims[link.a].article.id, fact.claims[link.b].article.id} & set(drafts)
    )
    return dict(sorted(count.items()))
