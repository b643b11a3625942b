"""A Spark session, or in an editor's words why there is none; files wherever Spark reaches them; progress."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyspark.sql import SparkSession

    from checker.model import Report

LEAST_JAVA = 17
_POLL = 0.5
_PATIENCE = 15.0

# What a run relies on or does better with; what the user sets goes before it.
SETTINGS = {
    "spark.sql.adaptive.enabled": "true",
    # A claim costs far more to judge than to move: partitions are counted by claims, never by bytes.
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    "spark.sql.files.maxPartitionBytes": "16m",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.ui.showConsoleProgress": "false",
    # A worker that dies takes one task with it; a task is tried again on another.
    "spark.task.maxFailures": "8",
}


class SparkError(Exception):
    """Why a run on Spark cannot begin or go on, and what to do, in an editor's words."""


class Outcome(NamedTuple):
    """What a run found: the report, None where it is too large for one place; findings by level; problems of input."""

    report: Report | None
    levels: Mapping[str, int]
    problems: int


def begun(master: str | None, settings: Mapping[str, str]) -> tuple[SparkSession, bool]:
    """A session on ``master`` (None: where ``spark-submit`` says), and whether it was begun here.

    :class:`SparkError` where there is none.
    """
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - only this engine needs Spark
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        raise SparkError(f"没有安装 {error.name or 'pyspark'}；请先运行 pip install 'kanwu[spark]'") from error
    if (active := SparkSession.getActiveSession()) is not None:
        return active, False
    if master is not None and master.startswith("sc://"):
        raise SparkError("sc://（Spark Connect）不能用；请写集群管理器的地址，如 yarn、k8s://…、spark://…、local[*]")
    if master is None and not os.environ.get("PYSPARK_GATEWAY_PORT") and not os.environ.get("SPARK_CONF_DIR"):
        raise SparkError(
            "要写 --master URL，如 yarn、k8s://https://…、spark://host:7077、local[*]；或用 spark-submit 启动"
        )
    _java()
    _hadoop(master)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYTHONHASHSEED", "0")
    builder = SparkSession.builder.appName("kanwu")
    if master is not None:
        builder = builder.master(master)
    for name, value in {**SETTINGS, **settings}.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        # Lines are counted in one reading and used in the next: files must be cut at the same places in both.
        spark.conf.set("spark.sql.files.minPartitionNum", str(spark.sparkContext.defaultParallelism))
    except (PySparkException, RuntimeError, OSError) as error:
        raise SparkError(f"Spark 没有启动：{_first(error)}") from error
    except Exception as error:
        # py4j's own errors, whose module a run without Spark cannot name.
        if type(error).__module__.startswith("py4j"):
            raise SparkError(f"连不上 {master or '集群'}：{_first(error)}；请查地址、网络和集群的日志") from error
        raise
    return spark, True


def _hadoop(master: str | None) -> None:
    """Refuse to look for a YARN cluster without its configuration."""
    if master == "yarn" and not (os.environ.get("HADOOP_CONF_DIR") or os.environ.get("YARN_CONF_DIR")):
        raise SparkError("--master yarn 要有集群的配置：请把 HADOOP_CONF_DIR 设为其配置文件夹（如 /etc/hadoop/conf）")


def _java() -> None:
    """Refuse to go on without a Java that Spark runs on."""
    home = os.environ.get("JAVA_HOME")
    program = Path(home, "bin", "java") if home else None
    if program is not None and not program.exists():
        raise SparkError(f"JAVA_HOME 指向 {home}，但那里没有 bin/java；请改正，或取消这个变量")
    if program is None and shutil.which("java") is None:
        raise SparkError(
            f"没有找到 Java；请安装 Java {LEAST_JAVA}（如 apt install openjdk-17-jre-headless）并设 JAVA_HOME"
        )


def _first(error: BaseException) -> str:
    """The line of an error that says most: the first that names a cause, else the first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith(("Caused by: ", ": "))]
    return (causes or lines or [type(error).__name__])[-1 if causes else 0].lstrip(": ")[:300]


def last_line(error: BaseException) -> str:
    """What an error says, without the lines of where it arose: of an exception of a worker its last line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines or [type(error).__name__])[-1 if "Traceback" in str(error) else 0][:300]


class Files:
    """The files of a run, wherever Spark reaches them: a folder here, ``hdfs://``, ``s3a://``."""

    def __init__(self, spark: SparkSession, folder: str) -> None:
        """Take the session and the folder that paths are told from."""
        self._jvm: Any = spark.sparkContext._jvm  # noqa: SLF001 - the only way to Hadoop's files
        self._conf: Any = spark.sparkContext._jsc.hadoopConfiguration()  # noqa: SLF001
        self.folder = folder.rstrip("/")

    def at(self, *names: str) -> str:
        """The address of a file below the folder."""
        return "/".join([self.folder, *names])

    def claim(self) -> None:
        """Refuse to write to a folder that holds anything."""
        path = self._path()
        system = path.getFileSystem(self._conf)
        if system.exists(path) and not (system.isDirectory(path) and len(system.listStatus(path)) == 0):
            raise SparkError(f"{self.folder} 里已有文件；请换一个文件夹，或先删去它")

    def write(self, text: str, *names: str) -> None:
        """Write a small file, whole or not at all."""
        path, made = self._path(*names), self._path(*names[:-1], f"_{names[-1]}")
        system = path.getFileSystem(self._conf)
        stream = system.create(made, True)  # noqa: FBT003 - Java knows no keywords
        stream.write(bytearray(text.encode()))
        stream.close()
        system.rename(made, path)

    def remove(self, *names: str) -> None:
        """Remove a file or folder, if there is one."""
        path = self._path(*names)
        path.getFileSystem(self._conf).delete(path, True)  # noqa: FBT003 - Java knows no keywords

    def _path(self, *names: str) -> Any:
        return self._jvm.org.apache.hadoop.fs.Path(self.at(*names))


class Progress:
    """Tells on stderr which step a run is at: a line that moves on a terminal, a line a step elsewhere."""

    def __init__(self, spark: SparkSession, steps: Sequence[str], *, quiet: bool = False) -> None:
        """Take the names of all steps, in order."""
        self._context = spark.sparkContext
        self._steps = tuple(steps)
        self._quiet = quiet
        self._lively = sys.stderr.isatty()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Tell of one step while it lasts."""
        head = f"[{self._steps.index(name) + 1}/{len(self._steps)}] {name}"
        ended, began = threading.Event(), time.monotonic()
        watch = threading.Thread(target=self._watch, args=(head, ended, began), daemon=True)
        if not self._quiet:
            watch.start()
        try:
            yield
        finally:
            ended.set()
            if not self._quiet:
                watch.join()
                self._say(f"{head}：{time.monotonic() - began:.0f} 秒", last=True)

    def _watch(self, head: str, ended: threading.Event, began: float) -> None:
        told = ""
        while not ended.wait(_POLL if self._lively else _PATIENCE):
            done, total, failed = self._tasks()
            line = f"{head}：{done}/{total} 个任务" + (f"，{failed} 个重试" if failed else "")
            if total and (self._lively or line != told):
                told = line
                self._say(f"{line}，{time.monotonic() - began:.0f} 秒")

    def _tasks(self) -> tuple[int, int, int]:
        tracker = self._context.statusTracker()
        infos = [i for s in tracker.getActiveStageIds() if (i := tracker.getStageInfo(s)) is not None]
        return (
            sum(i.numCompletedTasks for i in infos),
            sum(i.numTasks for i in infos),
            sum(i.numFailedTasks for i in infos),
        )

    def _say(self, line: str, *, last: bool = False) -> None:
        if self._lively:
            sys.stderr.write(f"\r\x1b[K{line}" + ("\n" if last else ""))
        else:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
