"""Findings, what is wrong with the input, and the articles that a report shows → the folder of a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pyspark.sql import functions as f

from checker.codec import SCHEMA
from checker.engine.results import COUNTED, FORMAT, PROBLEM, assembled
from checker.engine.spark.findings import joined
from checker.engine.spark.reading import undated_rows
from checker.engine.spark.session import Outcome
from checker.engine.spark.tables import PROBLEMS
from checker.model import Level, Problem
from checker.reading.rows import EMPTY, textless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyspark.sql import DataFrame

    from checker.engine.spark.inputs import Listing
    from checker.engine.spark.plan import Plan
    from checker.model import Summary

# A report of so many findings is held in one place: they take some 2 GB there.
AT_MOST = 100_000
PARTS = ("findings.parquet", "findings.jsonl", "problems.parquet", "problems.jsonl", "articles.parquet")
_ORDER = ("rank", "position", "path", "line", "column", "message")


def written(  # noqa: PLR0913, PLR0917 - all that a run made
    plan: Plan,
    read: DataFrame,
    results: DataFrame,
    summary: Summary,
    kinds: Mapping[str, int],
    listed: Listing,
) -> Outcome:
    """Writes the findings in report order, what is wrong with the input, the articles shown, and last a summary."""
    levels = {str(level): 0 for level in Level}
    levels |= {str(r[0]): int(r[1]) for r in results.groupBy("level").count().collect()}
    small = sum(levels.values()) + kinds.get("problem", 0) <= AT_MOST
    ordered = _ordered(results, "place", "precedence", small=small)
    ordered.write.parquet(plan.files.at("findings.parquet"))
    ordered.select("json").write.text(plan.files.at("findings.jsonl"))
    problems = _ordered(plan.saved(_problems(plan, read, kinds, listed), "problems"), *_ORDER, small=small)
    problems.select(*PROBLEM, "row").write.parquet(plan.files.at("problems.parquet"))
    problems.select(*PROBLEM, "row").write.json(plan.files.at("problems.jsonl"))
    articles = _ordered(plan.saved(_shown(read, results), "articles"), "article", small=small)
    articles.write.parquet(plan.files.at("articles.parquet"))
    wrong, whole = problems.count(), None
    if small:
        parts = ((ordered, ["data"]), (articles, ["data"]), (problems, PROBLEM))
        rows = [[row.asDict() for row in table.select(*names).collect()] for table, names in parts]
        whole = assembled(summary, *rows)
    told = {
        "format": FORMAT,
        "schema": SCHEMA,
        "summary": {name: getattr(summary, name) for name in COUNTED},
        "levels": levels,
        "problems": wrong,
    }
    plan.files.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "summary.json")
    return Outcome(whole, levels, wrong)


def _ordered(rows: DataFrame, *order: str, small: bool) -> DataFrame:
    """The rows in order: few in one file, many in several whose names sort as they do."""
    return rows.coalesce(1).sortWithinPartitions(*order) if small else rows.orderBy(*order)


def _shown(read: DataFrame, results: DataFrame) -> DataFrame:
    """The articles that findings name, and those that hold comments for rules."""
    named = results.select(f.explode("articles").alias("article"))
    kept = read.where("kind = 'article' and kept").select("article")
    articles = read.where("kind = 'article'").select("article", "data")
    return articles.join(named.unionByName(kept).distinct(), "article")


def _problems(plan: Plan, read: DataFrame, kinds: Mapping[str, int], listed: Listing) -> DataFrame:
    """What is wrong with the input, as :data:`PROBLEMS`: what could not be read, then days and units that lack."""
    parts = [read.where("kind = 'problem'").select(*PROBLEMS.columns)]
    if kinds.get("textless"):
        known = read.where("kind in ('article', 'problem')").select("path").distinct().withColumn("known", f.lit(1))
        bare = read.where("kind = 'textless'").select("path", "line", "row").join(known, "path", "left")
        (one,), (whole,) = (textless("", [1], alone=alone) for alone in (False, True))
        parts.append(_said(bare.where("known is not null"), one))
        alone = bare.where("known is null").select("path").distinct()
        parts.append(_said(alone.select("path", f.lit(0).alias("line"), f.lit(None).alias("row")), whole))
    if listed.lines:
        heard = {str(r[0]) for r in read.where("path is not null").select("path").distinct().collect()}
        if blank := [path for path in listed.lines if path not in heard]:
            paths = plan.spark.range(1).select(f.explode(f.array(*(f.lit(path) for path in blank))).alias("path"))
            empty = paths.select("path", f.lit(0).alias("line"), f.lit(None).alias("row"))
            parts.append(_said(empty, Problem("", EMPTY)))
    if kinds.get("undated"):
        dayless = read.where("kind = 'undated'").groupBy("path")
        counted = (f.count("*").alias("rows"), f.min("line").alias("first"), f.min("article").alias("article"))
        parts.append(plan.mapped(dayless.agg(*counted), undated_rows, PROBLEMS))
    return joined(parts)


def _said(rows: DataFrame, told: Problem) -> DataFrame:
    """The problem ``told`` of each of these rows, of which path, line and text are known."""
    plain = {"rank": 0, "position": "", "column": 0, "level": str(told.level), "code": told.code}
    said = {**{name: f.lit(value) for name, value in plain.items()}, "message": f.lit(told.message)}
    return rows.select(*(said.get(name, f.col(name)).cast(kind).alias(name) for name, kind in PROBLEMS.columns.items()))
