"""The rows that pass between the stages: their columns, as Spark names the types and as Arrow holds them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPES = {
    "string": pa.string(),
    "binary": pa.binary(),
    "int": pa.int32(),
    "bigint": pa.int64(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
    "array<string>": pa.list_(pa.string()),
}
# Rows that go back to Spark at a time; an article with its claims takes some 20 KB.
_AT_ONCE = 256
# Between the parts of a key; no text holds it, and every character that a text holds is greater.
SEPARATOR = "\x1f"
END = "\0"


@dataclass(frozen=True)
class Table:
    """The columns of some rows, by name, with their types in Spark's words."""

    columns: Mapping[str, str]

    @property
    def ddl(self) -> str:
        """The columns as a schema that Spark reads.

        >>> Table({"path": "string", "line": "int"}).ddl
        '`path` string, `line` int'
        """
        return ", ".join(f"`{name}` {kind}" for name, kind in self.columns.items())

    def batches(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[pa.RecordBatch]:
        """The rows as Arrow batches; what a row does not name is null in it.

        >>> [b.to_pylist() for b in Table({"path": "string", "line": "int"}).batches([{"path": "a.md"}])]
        [[{'path': 'a.md', 'line': None}]]
        """
        schema = pa.schema([(name, _TYPES[kind]) for name, kind in self.columns.items()])
        source = iter(rows)
        while some := list(islice(source, _AT_ONCE)):
            columns = [pa.array([row.get(f.name) for row in some], f.type) for f in schema]
            yield pa.RecordBatch.from_arrays(columns, schema=schema)


def told(batches: Iterable[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    """The rows of Arrow batches, one after the other.

    >>> list(told([pa.RecordBatch.from_pydict({"line": [1, 2]})]))
    [{'line': 1}, {'line': 2}]
    """
    for batch in batches:
        yield from batch.to_pylist()


ROWS = Table({"form": "string", "path": "string", "line": "int", "id": "string", "data": "binary"})
"""What is read: ``form`` ``row`` (an article as JSON) or ``file`` (the bytes of a file); ``id`` of a row."""

_FOUND = {
    "kind": "string",
    "precedence": "string",
    "place": "string",
    "keys": "array<string>",
    "verbatim": "string",
    "fingerprint": "string",
    "data": "binary",
}

FOUND = Table(_FOUND)
"""What was judged. ``kind``: ``finding``, or ``fact`` for each fact that was looked at.

``precedence`` and ``place`` sort as :mod:`checker.judging` does, ``keys`` are the claims of a finding.
"""

_PROBLEM = {
    "rank": "int",
    "position": "string",
    "path": "string",
    "line": "int",
    "column": "int",
    "level": "string",
    "code": "string",
    "message": "string",
    "row": "string",
}

PROBLEMS = Table(_PROBLEM)
"""What is wrong with the input, in the order of ``rank``, ``position`` and place; ``row``: what could not be read."""

READ = Table(
    {
        **_FOUND,
        **_PROBLEM,
        "article": "string",
        "characters": "bigint",
        "figures": "bigint",
        "claims": "bigint",
        "linkable": "bigint",
        "undated": "int",
        "kept": "boolean",
        "orgs": "array<string>",
        "metrics": "array<string>",
        "name": "string",
        "title": "string",
        "sentence": "int",
        "about": "array<string>",
    }
)
"""What one article gives. ``kind``: ``article`` (its extraction), ``finding``, ``name``, ``moment``, ``telling`` (its
words as ``title``, its numbers as ``name``), ``problem``, ``undated`` for a row without a day, or ``textless`` for one
that is no article."""

MEMBERS = Table(
    {
        "position": "string",
        "keys": "array<string>",
        "words": "array<string>",
        "scope": "string",
        "data": "binary",
        "places": "array<string>",
        "beside": "binary",
    }
)
"""Claims that can be linked, each with its blocking keys; ``position`` sorts as linking does.

``beside``: the growth claims that are told of it, at ``places``.
"""

LINKS = Table(
    {
        "a": "string",
        "b": "string",
        "score": "double",
        "reasons": "array<string>",
        "refusal": "string",
        "time": "string",
        "sure": "boolean",
        "alike": "double",
        "strong": "boolean",
        "narrower": "string",
        "odds": "double",
    }
)
"""Links between claims, by their positions."""

EDGES = Table({"a": "string", "b": "string"})
