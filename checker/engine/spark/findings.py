"""Names, moments and the settling of findings, as joins."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pyspark.sql import Window
from pyspark.sql import functions as f

from checker.claims.names.meant import RECURRING
from checker.claims.names.skeletons import skeletons
from checker.codec import decode, encode
from checker.engine.spark.judging import moments, names, settled
from checker.engine.spark.tables import FOUND, SEPARATOR, Table
from checker.linking.other_facts.moments import CROWD as MOMENT_CROWD
from checker.linking.other_facts.names import CROWD, TWICE, WITNESSES, of_persons, of_things, person_keys
from checker.linking.other_facts.traces import CERTAIN, vouched
from checker.model import Discrepancy
from checker.report.json import discrepancy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyspark.sql import DataFrame

    from checker.engine.spark.plan import Plan

Row = dict[str, Any]

# Names of things, and persons: the two are never set against each other, and sort in this order.
_THING, _PERSON = "2", "3"
_PAIR = 2

RESULTS = Table(
    {
        "place": "string",
        "precedence": "string",
        "code": "string",
        "rule": "string",
        "level": "string",
        "verdict": "string",
        "message": "string",
        "fingerprint": "string",
        "articles": "array<string>",
        "json": "string",
        "data": "binary",
    }
)


def of_moments(plan: Plan, read: DataFrame, kinds: Mapping[str, int]) -> Iterator[DataFrame]:
    """What is found in events and beginnings."""
    if kinds.get("moment", 0) < _PAIR:
        return
    told = read.where("kind = 'moment'").select("name", "title", "position", "data")
    met = told.groupBy("title").count().where(f.col("count").between(_PAIR, MOMENT_CROWD)).select("title")
    rows = plan.spread(told.join(met, "title"), plan.width(kinds["moment"], 20_000), "title", "position")
    yield plan.mapped(rows, moments, FOUND, plan.work)


def of_names(plan: Plan, read: DataFrame, kinds: Mapping[str, int]) -> Iterator[DataFrame]:
    """What is found in names of which one can be a slip of the other."""
    if kinds.get("name", 0) < _PAIR:
        return
    told = read.where("kind = 'name'").select(
        f.when(f.col("title") == "", _THING).otherwise(_PERSON).alias("sort"),
        *("name", "title", "article", "sentence", "about", "position", "data"),
    )
    near = plan.saved(_things(plan, told).unionByName(_persons(plan, told)), "near")
    if near.isEmpty():
        return
    pairs = plan.saved(_vouched(plan, near, told), "names")
    if pairs.isEmpty():
        return
    pairs = plan.saved(_once(_apart(_recurring(pairs, told), told)), "apart")
    needed = pairs.select("sort", f.explode(f.array("a", "b")).alias("name")).distinct()
    first = f.row_number().over(Window.partitionBy("sort", "name").orderBy("position"))
    shown = told.join(needed, ["sort", "name"]).withColumn("n", first).where(f.col("n") <= WITNESSES)
    sides = pairs.withColumn("name", f.explode(f.array("a", "b")))
    rows = sides.join(shown.select("sort", "name", "position", "data"), ["sort", "name"])
    width = plan.width(kinds["name"], 50_000)
    rows = plan.spread(rows, width, "sort", "a", "b", "position", by=("sort", "a", "b"))
    yield plan.mapped(rows, names, FOUND, plan.work)


def joined(parts: Sequence[DataFrame]) -> DataFrame:
    """The rows of all parts."""
    made = parts[0]
    for part in parts[1:]:
        made = made.unionByName(part)
    return made


_KEYED = Table({"key": "string", "name": "string"})
_PAIRS = Table({"sort": "string", "a": "string", "b": "string", "how": "string"})


def _things(plan: Plan, told: DataFrame) -> DataFrame:
    """Names of things of which one can be a variant of the other."""

    def keyed(rows: Iterable[Row]) -> Iterator[Row]:
        return ({"key": key, "name": row["name"]} for row in rows for key in sorted(skeletons(row["name"])))

    def variants(rows: Iterable[Row]) -> Iterator[Row]:
        return ({**row, "sort": _THING, "how": how} for row in rows for how in of_things(row["a"], row["b"]))

    known = plan.mapped(told.where(f.col("sort") == _THING).select("name").distinct(), keyed, _KEYED)
    met = known.groupBy("key").count().where(f.col("count").between(_PAIR, CROWD)).select("key")
    return plan.mapped(_met(known.join(met, "key")), variants, _PAIRS)


def _persons(plan: Plan, told: DataFrame) -> DataFrame:
    """Persons of one position, or of names that sound alike, that differ in one character."""

    def keyed(rows: Iterable[Row]) -> Iterator[Row]:
        return (
            {"key": SEPARATOR.join(key), "name": row["name"]}
            for row in rows
            for key in person_keys(row["name"], row["title"])
        )

    def kin(rows: Iterable[Row]) -> Iterator[Row]:
        return ({**row, "sort": _PERSON, "how": of_persons(row["a"], row["b"])} for row in rows)

    persons = told.where(f.col("sort") == _PERSON)
    known = plan.mapped(persons.select("name", "title").distinct(), keyed, _KEYED)
    return plan.mapped(_met(known.distinct()), kin, _PAIRS)


def _vouched(plan: Plan, pairs: DataFrame, told: DataFrame) -> DataFrame:
    """The pairs that are certain, or that share a trace that counts for them."""

    def counted(rows: Iterable[Row]) -> Iterator[Row]:
        return (
            {k: row[k] for k in ("sort", "a", "b", "how")}
            for row in rows
            if vouched(row["how"], [row["trace"]], [row["trace"]])
        )

    certain = f.col("how").isin(*CERTAIN)
    about = told.select("sort", "name", f.explode("about").alias("trace")).distinct()
    one, other = about.withColumnRenamed("name", "a"), about.withColumnRenamed("name", "b")
    shared = pairs.where(~certain).join(one, ["sort", "a"]).join(other, ["sort", "b", "trace"])
    return pairs.where(certain).unionByName(plan.mapped(shared, counted, _PAIRS).distinct())


def _recurring(pairs: DataFrame, told: DataFrame) -> DataFrame:
    """The pairs without those of which neither name is told so much oftener than the other as that asks for."""
    known = told.select("sort", "name", "article").distinct().groupBy("sort", "name").count()
    one = known.withColumnRenamed("name", "a").withColumnRenamed("count", "n")
    other = known.withColumnRenamed("name", "b").withColumnRenamed("count", "m")
    counted = pairs.join(one, ["sort", "a"]).join(other, ["sort", "b"])
    oftener = f.greatest("n", "m") >= f.lit(TWICE) * f.least("n", "m")
    return counted.where((f.col("how") != RECURRING) | oftener).select("sort", "a", "b", "how")


def _once(pairs: DataFrame) -> DataFrame:
    """Each pair once, with what is certain of it where anything is."""
    first = f.row_number().over(Window.partitionBy("sort", "a", "b").orderBy(~f.col("how").isin(*CERTAIN), "how"))
    return pairs.withColumn("n", first).where("n = 1").drop("n")


def _met(known: DataFrame) -> DataFrame:
    """Each two names that share a key, once."""
    one = known.select("key", f.col("name").alias("a"))
    other = known.select("key", f.col("name").alias("b"))
    return one.join(other, "key").where("a < b").select("a", "b").distinct()


def _apart(pairs: DataFrame, told: DataFrame) -> DataFrame:
    """The pairs without those that one sentence, or one article where they are not certain, tells of together."""
    stands = told.select("sort", "name", "article", "sentence").distinct()
    one = stands.withColumnRenamed("name", "a").withColumnRenamed("sentence", "here")
    other = stands.withColumnRenamed("name", "b")
    beside = pairs.join(one, ["sort", "a"]).join(other, ["sort", "b", "article"])
    beside = beside.where(~f.col("how").isin(*CERTAIN) | (f.col("here") == f.col("sentence")))
    named = ["sort", "a", "b", "how"]
    return pairs.join(beside.select(*named).distinct(), named, "left_anti")


def reported(plan: Plan, found: DataFrame, claims: int) -> DataFrame:
    """The findings as they are reported, each known by its fingerprint, as :func:`checker.judging.settle` does it."""
    sides = found.where(f.size("keys") > 1).select(
        f.col("keys")[0].alias("a"), f.explode(f.slice("keys", 2, f.size("keys") - 1)).alias("b")
    )
    roots = plan.components(sides, "disputes")
    first = f.coalesce(f.col("root"), f.col("keys")[0], f.col("precedence"))
    rooted = found.join(roots, f.col("keys")[0] == roots["node"], "left").withColumn("root", first).drop("node")
    width = plan.width(claims, 100_000)
    table = Table({**FOUND.columns, "root": "string"})
    kept = plan.mapped(plan.spread(rooted, width, "root", "precedence"), settled, table)
    once = _numbered(kept, "verbatim", "precedence").where("n = 1")
    own = f.when(f.col("n") == 1, f.col("fingerprint")).otherwise(f.col("verbatim"))
    return plan.mapped(_numbered(once, "fingerprint", "place", "precedence").withColumn("own", own), _told, RESULTS)


def _numbered(rows: DataFrame, mark: str, *order: str) -> DataFrame:
    """The rows with their number among those of one mark, as ``n``."""
    return rows.withColumn("n", f.row_number().over(Window.partitionBy(mark).orderBy(*order)))


def _told(rows: Iterable[Row]) -> Iterator[Row]:
    """Findings as rows of :data:`RESULTS`."""
    for row in rows:
        told = replace(decode(Discrepancy, row["data"]), fingerprint=row["own"])
        yield {
            "place": row["place"],
            "precedence": row["precedence"],
            "code": told.code,
            "rule": told.rule,
            "level": str(told.level),
            "verdict": str(told.verdict),
            "message": told.message,
            "fingerprint": told.fingerprint,
            "articles": sorted({c.article.id for c in told.claims}),
            "json": json.dumps(discrepancy(told), ensure_ascii=False),
            "data": encode(Discrepancy, told),
        }
