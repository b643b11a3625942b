"""Candidates → the blocks within which all are compared, as :mod:`checker.linking.blocks` parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import Window
from pyspark.sql import functions as f

from checker.engine.spark.tables import SEPARATOR
from checker.linking.blocks import BOUND

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

    from checker.engine.spark.plan import Plan


def blocks(plan: Plan, members: DataFrame) -> tuple[DataFrame, int]:
    """Each ``block`` with the ``position`` of each candidate in it, and how many have room in none.

    No block is larger than ``BOUND``, so that no task holds more than so many claims however common a word is; only
    keys and positions are moved to find them. A candidate that is alone with its key is in no block.
    """
    told = members.select("position", "words", "scope", f.explode("keys").alias("block"))
    fitting, large = _sized(plan, told, "keys")
    made = [fitting]
    crowded = 0
    if large is not None:
        # A larger block is parted by a second word of the metric, then by the scope.
        rest = f.array_except("words", f.split("block", SEPARATOR))
        second = f.explode(f.when(f.size(rest) > 0, rest).otherwise(f.array(f.lit(""))))
        parted = large.withColumn("second", second)
        fitting, large = _sized(plan, parted.withColumn("block", _joined("block", "second")), "words")
        made.append(fitting)
    if large is not None:
        scoped = large.withColumn("block", _joined("block", "scope"))
        sizes = scoped.groupBy("block").count().where(f.col("count") > BOUND)
        crowded = int(sizes.agg(f.coalesce(f.sum(f.col("count") - BOUND), f.lit(0))).collect()[0][0])
        place = f.row_number().over(Window.partitionBy("block").orderBy("position"))
        made.append(scoped.withColumn("n", place).where(f.col("n") <= BOUND))
    every = made[0].select("block", "position")
    for part in made[1:]:
        every = every.unionByName(part.select("block", "position"))
    return plan.saved(every, "blocks"), crowded


def _sized(plan: Plan, told: DataFrame, name: str) -> tuple[DataFrame, DataFrame | None]:
    """The rows of blocks that can be compared in full, and those of larger ones, None where there are none."""
    sizes = plan.saved(told.groupBy("block").count().where("count > 1"), name)
    fitting = told.join(sizes.where(f.col("count") <= BOUND).select("block"), "block")
    large = sizes.where(f.col("count") > BOUND).select("block")
    return fitting, None if large.isEmpty() else told.join(large, "block")


def _joined(*names: str) -> Column:
    return f.concat_ws("\x1e", *names)
