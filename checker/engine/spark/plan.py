"""What all stages need: rows through functions of ours, rows spread over the cluster, rows saved between stages."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pyspark import Broadcast
from pyspark.sql import SparkSession

from checker.engine.spark import components
from checker.engine.spark.session import Files
from checker.engine.spark.tables import Table, told
from checker.engine.spark.work import Work
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import pyarrow as pa
    from pyspark.sql import DataFrame


STAGES = "_stages"
_WIDEST = 100_000


@dataclass(frozen=True)
class Plan:
    """A session, the files of a run, and what every executor is told of it."""

    spark: SparkSession
    files: Files
    work: Work
    by_one_task: int = components.BY_ONE_TASK

    def mapped(
        self, rows: DataFrame, function: Callable[..., Iterator[Mapping[str, Any]]], table: Table, *given: Any
    ) -> DataFrame:
        """The rows that ``function`` makes of ``rows``, a partition at a time; broadcasts reach it as their values."""

        def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            values = [one.value if isinstance(one, Broadcast) else one for one in given]
            return table.batches(function(told(batches), *values))

        return rows.mapInArrow(run, table.ddl)

    def width(self, rows: int, share: int) -> int:
        """The number of partitions in which each holds about ``share`` of so many rows, and no core is idle."""
        return max(self.spark.sparkContext.defaultParallelism, min(math.ceil(rows / share), _WIDEST))

    def spread(self, rows: DataFrame, width: int, *order: str, by: tuple[str, ...] = ()) -> DataFrame:
        """The rows in so many partitions, those of one group (first of ``order``, or ``by``) together and in order."""
        return rows.repartition(width, *(by or order[:1])).sortWithinPartitions(*order)

    def saved(self, rows: DataFrame, name: str, *parts: str) -> DataFrame:
        """The rows, written once, so that no later stage works them out again."""
        where = self.files.at(STAGES, name)
        rows.write.mode("overwrite").partitionBy(*parts).parquet(where)
        return self.spark.read.schema(rows.schema).parquet(where)

    def components(self, edges: DataFrame, name: str) -> DataFrame:
        """Each node of ``edges`` with the least one it hangs together with."""
        return components.components(
            edges, lambda rows, part: self.saved(rows, f"{name}-{part}"), by_one_task=self.by_one_task
        )
