"""Findings, what could not be read, and the articles that a report shows → the folder of a run."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from pyspark.sql import functions as f

from checker.codec import SCHEMA
from checker.engine.results import FORMAT, PROBLEM, assembled
from checker.engine.spark.session import Outcome
from checker.model import Level, Problem
from checker.reading.rows import EMPTY, textless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyspark.sql import Column, DataFrame

    from checker.engine.spark.inputs import Listing
    from checker.engine.spark.plan import Plan
    from checker.model import Summary

# A report of so many findings is held in one place: they take some 2 GB there.
AT_MOST = 100_000
PARTS = ("findings.parquet", "findings.jsonl", "rejected.parquet", "rejected.jsonl", "articles.parquet")
_REJECTED = (*PROBLEM, "row")


def written(  # noqa: PLR0913, PLR0917 - all that a run made
    plan: Plan,
    read: DataFrame,
    results: DataFrame,
    summary: Summary,
    kinds: Mapping[str, int],
    listed: Listing,
) -> Outcome:
    """Writes the findings in report order, what could not be read, the articles that reports show; last the summary."""
    levels = {str(level): 0 for level in Level}
    levels |= {str(r[0]): int(r[1]) for r in results.groupBy("level").count().collect()}
    small = sum(levels.values()) + kinds.get("problem", 0) <= AT_MOST
    ordered = _ordered(results, "place", "precedence", small=small)
    ordered.write.parquet(plan.files.at("findings.parquet"))
    ordered.select("json").write.text(plan.files.at("findings.jsonl"))
    rejected = plan.saved(_rejected(plan, read, kinds, listed), "rejected")
    rejected = _ordered(rejected, "path", "line", "column", "message", small=small)
    rejected.write.parquet(plan.files.at("rejected.parquet"))
    rejected.write.json(plan.files.at("rejected.jsonl"))
    articles = _ordered(plan.saved(_shown(read, results), "articles"), "article", small=small)
    articles.write.parquet(plan.files.at("articles.parquet"))
    lost, whole = rejected.count(), None
    if small:
        parts = ((ordered, ["data"]), (articles, ["data"]), (rejected, PROBLEM))
        rows = [[row.asDict() for row in table.select(*names).collect()] for table, names in parts]
        whole = assembled(summary, *rows)
    told = {
        "format": FORMAT,
        "schema": SCHEMA,
        "summary": {k.name: getattr(summary, k.name) for k in fields(summary)},
        "levels": levels,
        "rejected": lost,
    }
    plan.files.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "summary.json")
    return Outcome(whole, levels, lost)


def _ordered(rows: DataFrame, *order: str, small: bool) -> DataFrame:
    """The rows in order: few in one file, many in several whose names sort as they do."""
    return rows.coalesce(1).sortWithinPartitions(*order) if small else rows.orderBy(*order)


def _shown(read: DataFrame, results: DataFrame) -> DataFrame:
    """The articles that findings name, and those that hold comments for rules."""
    named = results.select(f.explode("articles").alias("article"))
    kept = read.where("kind = 'article' and kept").select("article")
    articles = read.where("kind = 'article'").select("article", "data")
    return articles.join(named.unionByName(kept).distinct(), "article")


def _rejected(plan: Plan, read: DataFrame, kinds: Mapping[str, int], listed: Listing) -> DataFrame:
    """What could not be read, with the reason and, of a row, its text."""
    parts = [read.where("kind = 'problem'").select(*_REJECTED)]
    if kinds.get("textless"):
        known = read.where("kind in ('article', 'problem')").select("path").distinct().withColumn("known", f.lit(1))
        bare = read.where("kind = 'textless'").select("path", "line", "row").join(known, "path", "left")
        (one,), (whole,) = (textless("", [1], alone=alone) for alone in (False, True))
        parts.append(bare.where("known is not null").select(*_said(one, f.col("line")), "row"))
        alone = bare.where("known is null").groupBy("path").agg(f.lit(None).cast("string").alias("row"))
        parts.append(alone.select(*_said(whole, f.lit(0)), "row"))
    if listed.lines:
        heard = {str(r[0]) for r in read.where("path is not null").select("path").distinct().collect()}
        if blank := [path for path in listed.lines if path not in heard]:
            paths = plan.spark.range(1).select(f.explode(f.array(*(f.lit(path) for path in blank))).alias("path"))
            parts.append(paths.select(*_said(Problem("", EMPTY), f.lit(0)), f.lit(None).cast("string").alias("row")))
    made = parts[0]
    for part in parts[1:]:
        made = made.unionByName(part)
    return made


def _said(told: Problem, line: Column) -> list[Column]:
    plain = {"level": str(told.level), "code": told.code, "message": told.message}
    said = [f.lit(value).alias(name) for name, value in plain.items()]
    return [f.col("path"), line.cast("int").alias("line"), f.lit(0).cast("int").alias("column"), *said]
