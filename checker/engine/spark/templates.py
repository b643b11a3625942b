"""Sentences that are one but for their numbers: tellings that meet by their words → findings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from pyspark.sql import Window
from pyspark.sql import functions as f

from checker.codec import decode, encode
from checker.engine.spark.judging import judged_facts
from checker.engine.spark.positions import place_of
from checker.engine.spark.tables import END, FOUND, Table
from checker.linking.candidates import by_article
from checker.linking.other_facts.templates import CROWD, Telling, differing, tellings, template_fact
from checker.model import Claim, Extraction, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyspark.sql import DataFrame

    from checker.engine.spark.plan import Plan
    from checker.engine.spark.work import Work

Row = dict[str, Any]
_CLAIMS = tuple[Claim, ...]
# No template is longer.
_LONGEST = 10**6
_TOLD = Table(
    {
        "title": "string",
        "position": "string",
        "numbers": "int",
        "names": "array<string>",
        "long": "boolean",
        "data": "binary",
    }
)
_PAIRS = Table({"one": "string", "other": "string", "origin": "string", "data": "binary"})


def of_templates(plan: Plan, read: DataFrame, kinds: Mapping[str, int]) -> Iterator[DataFrame]:
    """What is found in tellings of equal words and unequal numbers.

    Few words are told twice: the claims of a telling are only taken from their article where its words are.
    """
    if kinds.get("telling", 0) < 2:
        return
    light = read.where("kind = 'telling'").select("title", "name", "article")
    many = f.count_distinct("name").alias("n")
    met = plan.saved(light.groupBy("title").agg(many).where(f.col("n").between(2, CROWD)), "templates")
    if met.isEmpty():
        return
    asked = light.join(met.select("title"), "title").groupBy("article").agg(f.collect_set("title").alias("titles"))
    articles = read.where("kind = 'article'").select("article", "data").join(asked, "article")
    width = plan.width(kinds["telling"], 50_000)
    rows = plan.spread(plan.mapped(articles, _told, _TOLD), width, "title", "position")
    pairs = plan.mapped(rows, _pairs, _PAIRS)
    # Two sentences are told of once, by the longest words that they share.
    first = f.row_number().over(Window.partitionBy("one", "other").orderBy("origin"))
    once = pairs.withColumn("n", first).where("n = 1").select("origin", "data")
    yield plan.mapped(once, _judged, FOUND, plan.work)


def _told(rows: Iterable[Row]) -> Iterator[Row]:
    """The tellings of articles (``data``) that have one of ``titles`` as their words."""
    for row in rows:
        wanted = frozenset(row["titles"])
        for claims in by_article(decode(Extraction, row["data"]).claims):
            for n, (words, telling) in enumerate(tellings(claims)):
                if words in wanted:
                    yield {
                        "title": words,
                        "position": place_of(row["article"], n),
                        "numbers": len(telling.claims),
                        "names": sorted(telling.names),
                        "long": telling.long,
                        "data": encode(_CLAIMS, (*telling.claims, *telling.dates)),
                    }


def _pairs(rows: Iterable[Row]) -> Iterator[Row]:
    """The facts of tellings of equal words, the rows of which stand together in their order."""
    for words, group in groupby(rows, key=lambda row: row["title"]):
        for n, (one, other) in enumerate(differing([_telling(row) for row in group])):
            yield {
                "one": place_of(*one[0].place),
                "other": place_of(*other[0].place),
                "origin": f"5{_LONGEST - len(words):07d}{words}{END}{n:06d}",
                "data": encode(Fact, template_fact(words, one, other)),
            }


def _telling(row: Row) -> Telling:
    claims = decode(_CLAIMS, row["data"])
    return Telling(claims[: row["numbers"]], claims[row["numbers"] :], frozenset(row["names"]), row["long"])


def _judged(rows: Iterable[Row], work: Work) -> Iterator[Row]:
    rules = work.ruleset.rules()
    for row in rows:
        yield from judged_facts([decode(Fact, row["data"])], rules, row["origin"])
