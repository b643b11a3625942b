"""A run on a Spark cluster: the same functions as on one machine, the same findings to the byte.

Rows pass through :meth:`mapInArrow` a partition at a time, spread and sorted before; groups that a stage needs whole
stand together and may span batches. No task holds more of a group than ``BOUND`` claims, but the claims of one fact.
What every stage makes is saved in the output folder, so that the loss of an executor costs one stage's tasks at most.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from checker.engine.spark.session import Files, Outcome, Progress, SparkError, begun, last_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.engine.spark.work import Rules
    from checker.settings import Settings

__all__ = ["Outcome", "SparkError", "check"]


def check(  # noqa: PLR0913 - as pipeline.check, and where to run and write
    paths: Sequence[str],
    ruleset: Rules,
    settings: Settings,
    *,
    output: str,
    master: str | None = None,
    conf: Mapping[str, str] | None = None,
    exclude: Sequence[str] = (),
    quiet: bool = False,
) -> Outcome:
    """Writes the findings on the articles at ``paths`` to the folder ``output``; :class:`SparkError` where it cannot.

    A session that there is already is used and left as it is. :func:`checker.engine.results.report` reads what was
    written.
    """
    spark, own = begun(master, conf or {})
    from pyspark.errors import PySparkException  # noqa: PLC0415 - only here is it known to be installed

    from checker.engine.spark.inputs import sources  # noqa: PLC0415
    from checker.engine.spark.plan import STAGES, Plan  # noqa: PLC0415
    from checker.engine.spark.run import STEPS, run  # noqa: PLC0415
    from checker.engine.spark.work import Work  # noqa: PLC0415
    from checker.engine.spark.writing import PARTS  # noqa: PLC0415

    files = Files(spark, sources([output])[0].address)
    leftover: tuple[str, ...] = ()
    try:
        files.claim()
        leftover = (STAGES, *PARTS)
        plan = Plan(spark, files, Work(settings, ruleset))
        outcome = run(plan, sources(paths), exclude, Progress(spark, STEPS, quiet=quiet))
        leftover = (STAGES,)
    except Exception as error:
        # Of py4j too, whose module a run without Spark cannot name.
        if isinstance(error, PySparkException) or type(error).__module__.startswith("py4j"):
            raise SparkError(f"集群上的运行失败：{last_line(error)}") from error
        raise
    finally:
        # The folder was empty: what stands in it without a summary is of no use to anybody.
        with suppress(Exception):
            for name in leftover:
                files.remove(name)
        if own:
            spark.stop()
    return outcome
