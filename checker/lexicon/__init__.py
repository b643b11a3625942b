"""Words and units as data: YAML files beside this module, each loaded once, when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from checker import patterns as re
from checker.keeping import kept


@cache
def load(name: str) -> Any:
    """The parsed content of ``lexicon/NAME.yaml``.

    >>> "light" in load("verbs")
    True
    """
    return _all()[name]


@cache
def sources() -> tuple[bytes, ...]:
    """The files themselves, in order: by what is worked out of them it is known whether that still holds."""
    return tuple(file.name.encode() + b"\n" + file.read_bytes() for file in _files())


def _files() -> list[Path]:
    return sorted(Path(__file__).parent.glob("*.yaml"))


@cache
def _all() -> dict[str, Any]:
    """The content of each file by its name; YAML takes long to parse, so that it is kept."""
    return kept("lexicon", sources(), dict[str, Any], _parsed)


def _parsed() -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - costs 20 ms

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # in C where that is there
        """Reads plain data; a date is text."""

    known = Loader.yaml_implicit_resolvers.items()
    Loader.yaml_implicit_resolvers = {c: [r for r in told if not r[0].endswith(":timestamp")] for c, told in known}
    return {f.name.removesuffix(".yaml"): yaml.load(f.read_bytes(), Loader=Loader) for f in _files()}  # noqa: S506


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The words of one or more lists of a lexicon file, flattened.

    >>> "达到" in words("verbs", "light")
    True
    """
    found: list[str] = []
    for key in keys:
        for entry in load(name)[key]:
            found += str(entry).split()
    return frozenset(found)


@cache
def pattern(name: str, *keys: str) -> str:
    """The words of :func:`words` as one group of a regular expression, the longest first.

    >>> pattern("durations", "works").startswith("(?:")
    True
    """
    found = sorted(words(name, *keys), key=lambda w: (-len(w), w))
    return f"(?:{'|'.join(map(re.escape, found))})"
