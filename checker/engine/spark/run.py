"""The whole run on one page: rows → what articles give → candidates → links → facts → findings."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from pyspark.sql import functions as f

from checker.codec import SCHEMA
from checker.engine.results import FORMAT, PROBLEM, assembled
from checker.engine.spark import blocking, findings, inputs, judging, pairing, reading
from checker.engine.spark.session import Outcome
from checker.engine.spark.tables import FOUND, LINKS, MEMBERS, READ, ROWS, SEPARATOR
from checker.linking.census import Census
from checker.model import Level, Problem, Summary
from checker.reading.rows import EMPTY, textless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark import Broadcast
    from pyspark.sql import DataFrame

    from checker.engine.spark.inputs import Listing, Source
    from checker.engine.spark.plan import Plan
    from checker.engine.spark.session import Progress

STEPS = ("读稿", "清点", "分组", "比对", "归并与判断", "名称与日期", "定稿", "写出")
# So many bytes are read by one task: some thousand articles.
_SHARE = 4_000_000
# A report of so many findings is held in one place: they take some 2 GB there.
AT_MOST = 100_000


def run(plan: Plan, given: Sequence[Source], exclude: Sequence[str], progress: Progress) -> Outcome:
    """Writes the findings on the articles at ``given`` to the folder of the plan."""
    with progress.step("读稿"):
        found = inputs.listing(plan.spark, given, exclude)
        read = _read(plan, inputs.rows(plan.spark, given, found, exclude), found)
    with progress.step("清点"):
        counted = _census(plan, read)
    with progress.step("分组"):
        members = _members(plan, read, counted)
        blocks, crowded = blocking.blocks(plan, members)
    with progress.step("比对"):
        links = _links(plan, members, blocks, counted)
    with progress.step("归并与判断"):
        judged = plan.saved(_facts(plan, members, links), "facts")
    with progress.step("名称与日期"):
        named = findings.of_names(plan, read)
        dated = findings.of_moments(plan, read)
        judged = judged.unionByName(plan.saved(dated if named is None else dated.unionByName(named), "named"))
    with progress.step("定稿"):
        every = judged.unionByName(read.select(*FOUND.columns)).where("kind = 'finding'")
        results = plan.saved(findings.reported(plan, every), "results")
    with progress.step("写出"):
        refused = {r[0]: int(r[1]) for r in links.where("refusal != ''").groupBy("refusal").count().collect()}
        if crowded:
            refused["block-too-large"] = crowded
        summary = _summary(read, judged.where("kind = 'fact'").count(), refused)
        return _written(plan, read, results, summary, found.lines)


def _read(plan: Plan, rows: DataFrame, found: Listing) -> DataFrame:
    """What each article gives. A row whose id stands in its file before is told where that is (``first``)."""
    known = rows.where("form = 'row' and id != ''").groupBy("path", "id")
    twice = known.agg(f.count("*").alias("n"), f.min("line").alias("first")).where("n > 1").drop("n")
    if found.rows and not (twice := plan.saved(twice, "twice")).isEmpty():
        rows = rows.join(twice, ["path", "id"], "left").select(*ROWS.columns, "first")
    else:
        rows = rows.withColumn("first", f.lit(None).cast("int"))
    spread = rows.repartition(plan.width(sum(found.sizes.values()), _SHARE), "path", "line")
    return plan.saved(plan.mapped(spread, reading.read, READ, plan.work), "read", "kind")


def _census(plan: Plan, read: DataFrame) -> Broadcast[Census]:
    """What linking must know of the corpus as a whole."""
    articles = read.where("kind = 'article'")
    orgs = articles.select(f.explode("orgs").alias("org")).groupBy("org").count()
    metrics = articles.select(f.explode("metrics").alias("metric")).distinct()
    words = metrics.select(f.explode(f.array_distinct(f.split("metric", SEPARATOR))).alias("word")).where("word != ''")
    seen = {str(r[0]): int(r[1]) for r in words.groupBy("word").count().toLocalIterator()}
    known = {str(r[0]): int(r[1]) for r in orgs.toLocalIterator()}
    return plan.spark.sparkContext.broadcast(Census(metrics.count(), seen, known))


def _members(plan: Plan, read: DataFrame, counted: Broadcast[Census]) -> DataFrame:
    """The claims that can be linked."""
    articles = read.where("kind = 'article'").select("data")
    return plan.saved(plan.mapped(articles, pairing.members, MEMBERS, counted, plan.work.settings), "members")


def _links(plan: Plan, members: DataFrame, blocks: DataFrame, counted: Broadcast[Census]) -> DataFrame:
    """The links between claims that share a block."""
    own = blocks.groupBy("position").agg(f.collect_list("block").alias("blocks"))
    told = members.select("position", "data").join(own, "position").withColumn("block", f.explode("blocks"))
    rows = plan.spread(told, plan.width(blocks.count(), 5000), "block", "position")
    return plan.saved(plan.mapped(rows, pairing.links, LINKS, counted), "links")


def _facts(plan: Plan, members: DataFrame, links: DataFrame) -> DataFrame:
    """What is found in groups of claims that links connect."""
    roots = plan.components(links.select("a", "b"), "groups")
    told = members.withColumnRenamed("position", "a").drop("keys", "words", "scope")
    rows = told.unionByName(links, allowMissingColumns=True).join(roots, f.col("a") == f.col("node")).drop("node")
    width = plan.width(links.count(), 2000)
    return plan.mapped(plan.spread(rows, width, "root", "a", "b"), judging.facts, FOUND, plan.work)


def _summary(read: DataFrame, facts: int, refused: dict[str, int]) -> Summary:
    told = read.where("kind = 'article'").agg(
        f.count("*"), *(f.coalesce(f.sum(n), f.lit(0)) for n in ("characters", "figures", "claims", "undated"))
    )
    articles, characters, figures, claims, undated = (int(n) for n in told.collect()[0])
    return Summary(articles, characters, figures, claims, facts, undated, dict(sorted(refused.items())))


_REJECTED = ("path", "line", "column", "level", "code", "message", "data")


def _rejected(plan: Plan, read: DataFrame, lines: Sequence[str]) -> DataFrame:
    """What could not be read, with the reason; of a row also its bytes."""
    problems = read.where("kind = 'problem'").select(*_REJECTED)
    known = read.where("kind in ('article', 'problem')").select("path").distinct().withColumn("known", f.lit(1))
    bare = read.where("kind = 'textless'").select("path", "line", "data").join(known, "path", "left")
    (row,), (note,) = (textless("", [1], alone=alone) for alone in (False, True))
    told = [
        bare.where("known is not null").select(*_said(row, f.col("line")), "data"),
        bare.where("known is null").select("path").distinct().select(*_said(note, f.lit(0)), f.lit(None).alias("data")),
    ]
    heard = {str(r[0]) for r in read.where("path is not null").select("path").distinct().toLocalIterator()}
    blank = [path for path in lines if path not in heard]
    if blank:
        paths = plan.spark.range(1).select(f.explode(f.array(*(f.lit(path) for path in blank))).alias("path"))
        told.append(paths.select(*_said(Problem("", EMPTY), f.lit(0)), f.lit(None).alias("data")))
    for part in told:
        problems = problems.unionByName(part)
    return problems


def _said(told: Problem, line: Any) -> list[Any]:
    plain = {"level": str(told.level), "code": told.code, "message": told.message}
    said = [f.lit(value).alias(name) for name, value in plain.items()]
    return [f.col("path"), line.cast("int").alias("line"), f.lit(0).cast("int").alias("column"), *said]


def _written(plan: Plan, read: DataFrame, results: DataFrame, summary: Summary, lines: Sequence[str]) -> Outcome:
    """The findings in report order, what could not be read, the articles that a report shows, and last the summary."""
    ordered = results.orderBy("place", "precedence")
    ordered.write.parquet(plan.files.at("findings.parquet"))
    ordered.select("json").write.text(plan.files.at("findings.jsonl"))
    rejected = plan.saved(_rejected(plan, read, lines), "rejected").orderBy("path", "line", "column", "message")
    rejected.write.parquet(plan.files.at("rejected.parquet"))
    raw = f.decode("data", "utf-8").alias("row")
    rejected.select(*_REJECTED[:-1], raw).write.json(plan.files.at("rejected.jsonl"))
    named = results.select(f.explode("articles").alias("article"))
    kept = read.where("kind = 'article' and kept").select("article")
    shown = named.unionByName(kept).distinct()
    articles = read.where("kind = 'article'").select("article", "data").join(shown, "article")
    articles = plan.saved(articles, "articles").orderBy("article")
    articles.write.parquet(plan.files.at("articles.parquet"))
    levels = {str(level): 0 for level in Level}
    levels |= {str(r[0]): int(r[1]) for r in results.groupBy("level").count().collect()}
    lost, whole = rejected.count(), None
    if sum(levels.values()) + lost <= AT_MOST:
        rows = (
            table.select(*names).toLocalIterator()
            for table, names in (
                (ordered, ("data",)),
                (articles, ("data",)),
                (rejected, PROBLEM),
            )
        )
        whole = assembled(summary, *((row.asDict() for row in part) for part in rows))
    told = {
        "format": FORMAT,
        "schema": SCHEMA,
        "summary": {k.name: getattr(summary, k.name) for k in fields(summary)},
        "levels": levels,
        "rejected": lost,
    }
    plan.files.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "summary.json")
    return Outcome(whole, levels, lost)
