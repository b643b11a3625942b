"""Rows → what each article gives: its extraction, findings, names and moments, or why it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.codec import encode
from checker.engine.spark.judging import found
from checker.engine.spark.positions import place, place_of
from checker.engine.spark.tables import SEPARATOR
from checker.judging import judge
from checker.linking.candidates import by_article, organisations, stubs
from checker.linking.other_facts.moments import key, moments
from checker.linking.other_facts.templates import tellings
from checker.linking.other_facts.traces import traces
from checker.linking.wording.profile import alias_table
from checker.model import Claim, Extraction, Kind, Problem
from checker.pipeline import extract
from checker.problems import dayless, strange
from checker.reading import taken
from checker.reading.decoding import UndecodableError, decode
from checker.reading.rows import row as article_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.engine.spark.work import Work
    from checker.model import Article

Row = dict[str, Any]

# The order in which shortcomings are told, after all that could not be read.
DAYLESS, DAYLESS_ROWS, STRANGE = 1, 2, 3


def read(rows: Iterable[Row], work: Work) -> Iterator[Row]:
    """Each row of :data:`ROWS` as rows of :data:`READ`; nothing that cannot be read is lost."""
    rules = work.ruleset.rules()
    for row in rows:
        articles, problems, known = _articles(row)
        if not known:
            yield {
                "kind": "textless",
                "path": row["path"],
                "line": row["line"],
                "row": row["data"].decode("utf-8", "replace"),
            }
        for problem in problems:
            yield _problem(problem, row)
        for article in articles:
            try:
                extraction = extract(article, work.settings)
                judged = judge(extraction, rules)
            except Exception as error:  # noqa: BLE001 - one article of a hundred million must not end the run
                why = f"处理时出错，已略过（{type(error).__name__}: {error}）；请报告此错误"
                yield _problem(Problem(article.path, why, line=article.row), row)
            else:
                yield from told(extraction, work)
                yield from _shortcomings(extraction)
                yield from found(judged, f"0{article.id}")


def _articles(row: Row) -> tuple[Sequence[Article], Sequence[Problem], bool]:
    """The articles in a row, what is wrong with it, and whether it is meant for an article at all."""
    if row["form"] == "file":
        return *taken(row["path"], row["data"]), True
    before = {row["id"]} if row["first"] is not None and row["first"] < row["line"] else ()
    try:
        made = article_row(row["path"], row["line"], decode(row["data"]), before)
    except UndecodableError as error:
        return (), [Problem(row["path"], str(error), line=row["line"])], True
    if made is None:
        return (), (), False
    article, problems = made
    return [article] if article else [], problems, True


def _problem(told: Problem, row: Row) -> Row:
    return {
        **problem(told),
        "row": row["data"].decode("utf-8", "replace") if row["form"] == "row" else None,
    }


def problem(told: Problem, rank: int = 0, position: str = "") -> Row:
    """What is wrong with the input as a row; ``rank`` and ``position`` say where it is told."""
    return {
        "kind": "problem",
        "rank": rank,
        "position": position,
        "path": told.path,
        "line": told.line,
        "column": told.column,
        "level": str(told.level),
        "code": told.code,
        "message": told.message,
    }


def _shortcomings(extraction: Extraction) -> Iterator[Row]:
    """As :func:`checker.problems.shortcomings`, of rows without a day what it takes to tell of all of a file."""
    article = extraction.article
    if article.published is None and article.row:
        yield {"kind": "undated", "path": article.path, "line": article.row, "article": article.id}
    elif article.published is None:
        yield problem(dayless(article.path), DAYLESS, article.id)
    for n, one in enumerate(strange(extraction)):
        yield problem(one, STRANGE, place_of(article.id, n))


def undated_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """The notes for files that hold rows without a day: of each its path, how many, the first line and article."""
    return (problem(dayless(row["path"], row["rows"], row["first"]), DAYLESS_ROWS, row["article"]) for row in rows)


def told(extraction: Extraction, work: Work) -> Iterator[Row]:
    """What an article gives to the whole: itself, with what is counted over a corpus, and its names and moments."""
    article = extraction.article
    aliases = alias_table(work.settings)
    (claims,) = by_article(extraction.claims) or ([],)
    chosen = stubs(claims, aliases)
    yield {
        "kind": "article",
        "path": article.path,
        "article": article.id,
        "characters": len(article.text),
        "figures": len(extraction.claims),
        "claims": sum(1 for c in extraction.claims if c.metric.text),
        "undated": int(article.published is None),
        "kept": bool(article.suppressions),
        "linkable": len(chosen),
        "orgs": sorted(organisations(chosen)),
        "metrics": sorted({SEPARATOR.join(one.profile.words) for one in chosen}),
        "data": encode(Extraction, extraction),
    }
    for words, telling in tellings(claims):
        numbers = SEPARATOR.join(telling.numbers)
        yield {"kind": "telling", "article": article.id, "title": words, "name": numbers}
    for n, claim in enumerate(claims):
        where = {"article": article.id, "position": place(claim, n), "sentence": claim.sentence.index}
        if claim.kind == Kind.NAME:
            yield {
                "kind": "name",
                "name": claim.text,
                "title": claim.metric.text,
                "about": traces(claim),
                "data": encode(Claim, claim),
                **where,
            }
        for k, (what, name) in enumerate(moments(claim)):
            where["position"] = f"{place(claim, n)}{k}"
            yield {
                "kind": "moment",
                "name": name,
                "title": SEPARATOR.join(key(what, name)),
                "data": encode(Claim, claim),
                **where,
            }
