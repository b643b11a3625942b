"""The whole run on one page: rows → what articles give → candidates → links → facts → findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyspark.sql import functions as f

from checker.engine.spark import blocking, findings, inputs, judging, pairing, reading, templates, writing
from checker.engine.spark.tables import FOUND, LINKS, MEMBERS, READ, ROWS, SEPARATOR
from checker.linking.census import Census
from checker.model import Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyspark import Broadcast
    from pyspark.sql import DataFrame

    from checker.engine.spark.inputs import Listing, Source
    from checker.engine.spark.plan import Plan
    from checker.engine.spark.session import Outcome, Progress

STEPS = ("读稿", "清点", "分组", "比对", "归并与判断", "名称与日期", "定稿", "写出")
# A task reads so many bytes, some thousand articles; it compares so many claims with those of their blocks, and judges
# the facts of so many: some minute of work.
_BYTES, _COMPARED, _JUDGED = 4_000_000, 1000, 5000
_SUMS = ("characters", "figures", "claims", "undated", "linkable")


class Tally(NamedTuple):
    """How many rows of each kind articles gave, and what was counted in the articles."""

    kinds: Mapping[str, int]
    sums: Mapping[str, int]


def run(plan: Plan, given: Sequence[Source], exclude: Sequence[str], progress: Progress) -> Outcome:
    """Writes the findings on the articles at ``given`` to the folder of the plan."""
    with progress.step("读稿"):
        listed = inputs.listing(plan.spark, given, exclude)
        read = _read(plan, inputs.rows(plan.spark, given, listed, exclude), listed)
    with progress.step("清点"):
        tally = _tally(read)
        census = _census(plan, read)
    claims = tally.sums["linkable"]
    with progress.step("分组"):
        members = _members(plan, read, census)
        blocks, crowded = blocking.blocks(plan, members)
    with progress.step("比对"):
        links = _links(plan, members, blocks, census, claims)
    with progress.step("归并与判断"):
        judged = plan.saved(_facts(plan, members, links, claims), "facts")
    with progress.step("名称与日期"):
        families = (findings.of_names, findings.of_moments, templates.of_templates)
        if told := [rows for family in families for rows in family(plan, read, tally.kinds)]:
            judged = judged.unionByName(plan.saved(findings.joined(told), "named"))
    with progress.step("定稿"):
        every = judged.unionByName(read.select(*FOUND.columns)).where("kind = 'finding'")
        results = plan.saved(findings.reported(plan, every, claims), "results")
    with progress.step("写出"):
        summary = _summary(tally, judged, links, crowded)
        return writing.written(plan, read, results, summary, tally.kinds, listed)


def _read(plan: Plan, rows: DataFrame, listed: Listing) -> DataFrame:
    """What each article gives. A row whose id stands in its file before is told where that is (``first``)."""
    known = rows.where("form = 'row' and id != ''").groupBy("path", "id")
    twice = known.agg(f.count("*").alias("n"), f.min("line").alias("first")).where("n > 1").drop("n")
    if listed.rows and not (twice := plan.saved(twice, "twice")).isEmpty():
        rows = rows.join(twice, ["path", "id"], "left").select(*ROWS.columns, "first")
    else:
        rows = rows.withColumn("first", f.lit(None).cast("int"))
    spread = rows.repartition(plan.width(sum(listed.sizes.values()), _BYTES), "path", "line")
    return plan.saved(plan.mapped(spread, reading.read, READ, plan.work), "read", "kind")


def _tally(read: DataFrame) -> Tally:
    sums = [f.coalesce(f.sum(name), f.lit(0)).alias(name) for name in _SUMS]
    told = {str(r[0]): r for r in read.groupBy("kind").agg(f.count("*"), *sums).collect()}
    counted = told.get("article")
    return Tally(
        {kind: int(row[1]) for kind, row in told.items()},
        {name: int(counted[name]) if counted is not None else 0 for name in _SUMS},
    )


def _census(plan: Plan, read: DataFrame) -> Broadcast[Census]:
    """What linking must know of the corpus as a whole."""
    articles = read.where("kind = 'article'")
    orgs = articles.select(f.lit("org").alias("sort"), f.explode("orgs").alias("name")).groupBy("sort", "name").count()
    metrics = articles.select(f.explode("metrics").alias("metric")).distinct()
    words = f.array_distinct(f.split("metric", SEPARATOR))
    # Each metric counts as itself and once for each of its words.
    named = f.concat(f.array(f.lit("metric")), f.transform(words, lambda word: f.concat(f.lit("word:"), word)))
    counted = (
        metrics.select(f.lit("word").alias("sort"), f.explode(named).alias("name")).groupBy("sort", "name").count()
    )
    known: dict[str, int] = {}
    seen: dict[str, int] = {}
    for sort, name, n in orgs.unionByName(counted).collect():
        (known if sort == "org" else seen)[str(name)] = int(n)
    metric = seen.pop("metric", 0)
    told = {name.removeprefix("word:"): n for name, n in sorted(seen.items()) if name != "word:"}
    return plan.spark.sparkContext.broadcast(Census(metric, told, dict(sorted(known.items()))))


def _members(plan: Plan, read: DataFrame, census: Broadcast[Census]) -> DataFrame:
    """The claims that can be linked."""
    articles = read.where("kind = 'article'").select("data")
    return plan.saved(plan.mapped(articles, pairing.members, MEMBERS, census, plan.work.settings), "members")


def _links(plan: Plan, members: DataFrame, blocks: DataFrame, census: Broadcast[Census], claims: int) -> DataFrame:
    """The links between claims that share a block."""
    own = blocks.groupBy("position").agg(f.collect_list("block").alias("blocks"))
    told = members.select("position", "data").join(own, "position").withColumn("block", f.explode("blocks"))
    rows = plan.spread(told, plan.width(claims, _COMPARED), "block", "position")
    return plan.saved(plan.mapped(rows, pairing.links, LINKS, census), "links")


def _facts(plan: Plan, members: DataFrame, links: DataFrame, claims: int) -> DataFrame:
    """What is found in groups of claims that links connect."""
    roots = plan.components(links.select("a", "b"), "groups")
    told = members.withColumnRenamed("position", "a").drop("keys", "words", "scope")
    rows = told.unionByName(links, allowMissingColumns=True).join(roots, f.col("a") == f.col("node")).drop("node")
    return plan.mapped(
        plan.spread(rows, plan.width(claims, _JUDGED), "root", "a", "b"), judging.facts, FOUND, plan.work
    )


def _summary(tally: Tally, judged: DataFrame, links: DataFrame, crowded: int) -> Summary:
    facts = judged.where("kind = 'fact'").count()
    refused = {str(r[0]): int(r[1]) for r in links.where("refusal != ''").groupBy("refusal").count().collect()}
    if crowded:
        refused["block-too-large"] = crowded
    sums = tally.sums
    return Summary(
        articles=tally.kinds.get("article", 0),
        characters=sums["characters"],
        figures=sums["figures"],
        claims=sums["claims"],
        facts=facts,
        undated=sums["undated"],
        not_assessable=dict(sorted(refused.items())),
    )
