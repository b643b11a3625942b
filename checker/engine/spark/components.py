"""Edges → which nodes hang together, where no one machine need hold them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyspark.sql import Window
from pyspark.sql import functions as f

from checker.engine.spark.tables import EDGES, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

# Up to so many edges are joined by one task: they take about 1 GB there, and rounds on the cluster take longer.
BY_ONE_TASK = 2_000_000

Edge = tuple[str, str]


def forest(edges: Iterable[Edge]) -> Iterator[Edge]:
    """For each node of ``edges`` that hangs together with a lesser one, itself and the least.

    >>> sorted(forest([("c", "b"), ("b", "a"), ("e", "d")]))
    [('b', 'a'), ('c', 'a'), ('e', 'd')]
    """
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = parent[above]
            node = above
        return node

    for a, b in edges:
        x, y = root(a), root(b)
        parent[max(x, y)] = min(x, y)
    yield from ((node, least) for node in parent if (least := root(node)) != node)


def _stars(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    rows: Iterator[dict[str, Any]] = told(batches)
    return EDGES.batches({"a": node, "b": least} for node, least in forest((row["a"], row["b"]) for row in rows))


def components(
    edges: DataFrame, saved: Callable[[DataFrame, str], DataFrame], *, by_one_task: int = BY_ONE_TASK
) -> DataFrame:
    """Each node of ``edges`` (``a``, ``b``) with the least one it hangs together with, as ``node`` and ``root``.

    ``saved`` writes rows under a name and reads them back, so that no round is worked out twice. Few edges are joined
    by one task, others in rounds on the cluster: each node is told first the least neighbour of its greater ones,
    then of its lesser ones, until nothing changes (Kiveris and others, Connected Components in MapReduce and Beyond).
    """
    made = saved(edges.select("a", "b").mapInArrow(_stars, EDGES.ddl), "edges-0")
    now = _digest(made)
    if now[0] <= by_one_task:
        made = made.coalesce(1).mapInArrow(_stars, EDGES.ddl)
    else:
        before, n = None, 0
        while now != before:
            before, n = now, n + 1
            made = saved(_small_star(_large_star(made)), f"edges-{n}")
            now = _digest(made)
    # A root hangs together with itself.
    sides = [f.struct(f.col(node).alias("node"), f.col("b").alias("root")) for node in ("a", "b")]
    return made.select(f.explode(f.array(*sides)).alias("one")).select("one.node", "one.root").distinct()


def _large_star(edges: DataFrame) -> DataFrame:
    """Each greater neighbour of a node is joined to the least of its neighbourhood."""
    both = edges.select("a", "b").unionByName(edges.select(f.col("b").alias("a"), f.col("a").alias("b")))
    least = f.least("a", f.min("b").over(Window.partitionBy("a")))
    return both.withColumn("least", least).where("b > a").select(f.col("b").alias("a"), f.col("least").alias("b"))


def _small_star(edges: DataFrame) -> DataFrame:
    """Each lesser neighbour of a node, and itself, is joined to the least of them."""
    down = edges.where("a != b").select(f.greatest("a", "b").alias("a"), f.least("a", "b").alias("b"))
    least = down.withColumn("least", f.min("b").over(Window.partitionBy("a")))
    lesser = least.where("b != least").select(f.col("b").alias("a"), f.col("least").alias("b"))
    return lesser.unionByName(least.select("a", f.col("least").alias("b"))).distinct()


def _digest(edges: DataFrame) -> tuple[Any, ...]:
    return tuple(edges.agg(f.count("*"), f.sum(f.xxhash64("a", "b").cast("decimal(38,0)"))).collect()[0])
