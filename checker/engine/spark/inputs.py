"""Paths and addresses → rows: what is read, and where each row stands in its file, as a run on one machine tells it."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from pyspark.sql import functions as f

from checker.engine.spark.session import SparkError
from checker.engine.spark.tables import ROWS
from checker.engine.spark.tables import told as rows_of
from checker.reading.decoding import UndecodableError, decode
from checker.reading.paths import SUFFIXES, excluder
from checker.reading.rows import identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa
    from pyspark.sql import Column, DataFrame, DataFrameReader, SparkSession

# What a row of a table may say of an article.
_FIELDS = ("id", "text", "title", "date", "source", "place", "corrects", "kanwu")
_ROWS = (".jsonl", ".jsonl.gz", ".jsonl.bz2")
_FILES = tuple(sorted(SUFFIXES - {".jsonl"}))
_TABLES = (".parquet",)


class Source(NamedTuple):
    """A path as it was given, and the address under which Spark knows it."""

    shown: str
    address: str


def sources(paths: Sequence[str]) -> tuple[Source, ...]:
    """The paths as Spark reaches them, none that stands below another; a path without a scheme is one of this machine.

    >>> [s.shown for s in sources(["s3a://desk/2025/", "hdfs://nn/archive", "s3a://desk/2025/12"])]
    ['hdfs://nn/archive', 's3a://desk/2025']
    """
    found = {}
    for given in paths:
        shown = given.rstrip("/") if "://" in given else os.path.normpath(given).replace(os.sep, "/")
        address = shown if "://" in given else Path(shown).absolute().as_uri()
        if address.startswith("file:///"):
            address = "file:" + unquote(address.removeprefix("file://"))
        found[address] = Source(shown, address)
    outer = [s for s in found.values() if not any(_below(s.address, other) for other in found)]
    return tuple(sorted(outer, key=lambda s: s.shown))


def _below(address: str, other: str) -> bool:
    return address.startswith(f"{other.rstrip('/')}/")


def shown(address: str, given: Sequence[Source]) -> str:
    """The path of a file as reports show it: below the path that was given.

    >>> shown("file:/data/archive/a%20b.md", [Source("archive", "file:/data/archive")])
    'archive/a b.md'
    """
    plain = unquote(address)
    for source in given:
        if plain == source.address:
            return source.shown
        if _below(plain, source.address):
            rest = plain[len(source.address.rstrip("/")) + 1 :]
            return rest if source.shown == "." else f"{source.shown}/{rest}"
    return plain


class Listing(NamedTuple):
    """What stands at the sources: the bytes of its files by suffix, and the files of rows."""

    sizes: Mapping[str, int]
    lines: tuple[str, ...]

    @property
    def rows(self) -> bool:
        """Whether there are files that hold an article a row."""
        return any(suffix in self.sizes for suffix in (*_ROWS, *_TABLES))


def listing(spark: SparkSession, given: Sequence[Source], exclude: Sequence[str]) -> Listing:
    """What stands at the sources; :class:`SparkError` where nothing can be read."""
    from pyspark.errors import PySparkException  # noqa: PLC0415 - its home differs between versions of Spark

    suffix = f.regexp_extract(f.lower("path"), r"(\.jsonl\.gz|\.jsonl\.bz2|\.[a-z0-9]+)$", 1)
    try:
        files = _reader(spark, "binaryFile", ()).load([s.address for s in given])
        named = files.select(f.col("_metadata.file_path").alias("path"), "length").withColumn("suffix", suffix)
        lined = f.collect_list(f.when(f.col("suffix").isin(list(_ROWS)), f.col("path")))
        told = {str(r[0]): r for r in named.groupBy("suffix").agg(f.sum("length"), lined).collect()}
    except PySparkException as error:
        raise SparkError(f"读不了输入：{str(error).splitlines()[0][:300]}") from error
    known = [*_ROWS, *_FILES, *_TABLES]
    sizes = {s: int(told[s][1]) for s in known if s in told}
    if not sizes:
        paths = "、".join(s.shown for s in given)
        raise SparkError(f"{paths} 里没有可读的文件；可读的有 {' '.join(known)}")
    told_as = _namer(given, exclude)
    rows = (told_as(address) for s in _ROWS if s in told for address in told[s][2])
    return Listing(sizes, tuple(sorted(path for path in rows if path)))


def rows(spark: SparkSession, given: Sequence[Source], found: Listing, exclude: Sequence[str]) -> DataFrame:
    """All that is to be read, as :data:`ROWS`; a row of a ``.jsonl`` file knows its line, one of a table its place."""
    parts = []
    if any(s in found.sizes for s in _ROWS):
        parts.append(_lines(spark, given, exclude))
    if any(s in found.sizes for s in _TABLES):
        parts.append(_tables(spark, given, exclude))
    if any(s in found.sizes for s in _FILES):
        parts.append(_whole(spark, given, exclude))
    made = parts[0]
    for part in parts[1:]:
        made = made.unionByName(part)
    return made


def _reader(spark: SparkSession, form: str, suffixes: Iterable[str]) -> DataFrameReader:
    made = spark.read.format(form).option("recursiveFileLookup", "true")
    globs = ",".join("*" + "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in s) for s in suffixes)
    return made.option("pathGlobFilter", f"{{{globs}}}") if globs else made


def _lines(spark: SparkSession, given: Sequence[Source], exclude: Sequence[str]) -> DataFrame:
    """The rows of ``.jsonl`` files.

    Spark cuts a large file into splits and reads each in order: the lines of all splits are counted first, so that
    each knows how many lines stand before it.
    """
    lines = (
        _reader(spark, "text", _ROWS)
        .load([s.address for s in given])
        .select(
            f.col("value").cast("binary").alias("data"),
            f.col("_metadata.file_path").alias("path"),
            f.col("_metadata.file_block_start").alias("block"),
        )
    )
    counted = lines.groupBy("path", "block").count().collect()
    before = spark.sparkContext.broadcast(_before((str(r[0]), int(r[1]), int(r[2])) for r in counted))
    told_as = _namer(given, exclude)

    def numbered(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return ROWS.batches(_numbered(batches, before.value, told_as))

    return lines.mapInArrow(numbered, ROWS.ddl)


def _before(counted: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int], int]:
    """For each split, by its file and where it begins, the number of lines before it in its file.

    >>> _before([("b", 9, 2), ("a", 0, 5), ("b", 0, 3)])
    {('a', 0): 0, ('b', 0): 0, ('b', 9): 3}
    """
    sums: dict[str, int] = defaultdict(int)
    made = {}
    for path, block, lines in sorted(counted):
        made[path, block] = sums[path]
        sums[path] += lines
    return made


def _numbered(
    batches: Iterable[pa.RecordBatch], before: Mapping[tuple[str, int], int], told_as: Callable[[str], str]
) -> Iterator[dict[str, object]]:
    """The lines that hold anything, each with its number in its file."""
    at = dict(before)
    for row in rows_of(batches):
        split = row["path"], row["block"]
        at[split] += 1
        path = told_as(row["path"])
        if path and row["data"].strip():
            yield {
                "form": "row",
                "path": path,
                "line": at[split],
                "id": _identified(row["data"], at[split]),
                "data": row["data"],
            }


def _tables(spark: SparkSession, given: Sequence[Source], exclude: Sequence[str]) -> DataFrame:
    """The rows of Parquet files, as JSON."""
    table = _reader(spark, "parquet", _TABLES).option("mergeSchema", "true").load([s.address for s in given])
    kinds = dict(table.dtypes)
    known = [_field(n, kinds[n]) for n in _FIELDS if n in kinds]
    packed = table.select(
        (f.to_json(f.struct(*known)) if known else f.lit("{}")).cast("binary").alias("data"),
        f.col("_metadata.file_path").alias("path"),
        (f.col("_metadata.row_index") + 1).cast("int").alias("line"),
    )
    told_as = _namer(given, exclude)

    def placed(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return ROWS.batches(
            {**row, "form": "row", "path": path, "id": _identified(row["data"], row["line"])}
            for row in rows_of(batches)
            if (path := told_as(row["path"]))
        )

    return packed.mapInArrow(placed, ROWS.ddl)


def _field(name: str, kind: str) -> Column:
    """A column as JSON tells it: a moment as its day, what is nested as it is, all else as words."""
    column = f.to_date(name) if kind.startswith("timestamp") else f.col(name)
    return column if kind.startswith(("array", "struct", "map")) else column.cast("string").alias(name)


def _whole(spark: SparkSession, given: Sequence[Source], exclude: Sequence[str]) -> DataFrame:
    """Files that are read whole: one article, or a ``.json`` file of several."""
    files = (
        _reader(spark, "binaryFile", _FILES)
        .load([s.address for s in given])
        .select(f.col("content").alias("data"), f.col("_metadata.file_path").alias("path"))
    )
    told_as = _namer(given, exclude)

    def named(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return ROWS.batches(
            {**row, "form": "file", "path": path, "line": 0}
            for row in rows_of(batches)
            if (path := told_as(row["path"]))
        )

    return files.mapInArrow(named, ROWS.ddl)


def _identified(data: bytes, line: int) -> str:
    """The id of the article in a row, "" where it is none."""
    try:
        return identifier(decode(data), line)
    except UndecodableError:
        return ""


def _namer(given: Sequence[Source], exclude: Sequence[str]) -> Callable[[str], str]:
    """Names a file as reports show it, "" for one that is not to be read."""
    excluded = excluder(exclude)
    known: dict[str, str] = {}

    def told_as(address: str) -> str:
        if (path := known.get(address)) is None:
            path = shown(address, given)
            known[address] = path = "" if excluded(path) else path
        return path

    return told_as
