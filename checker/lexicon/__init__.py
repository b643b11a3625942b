"""Words and units as data: YAML files beside this module, each loaded once, when first needed."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The parsed content of ``lexicon/NAME.yaml``.

    >>> "light" in load("verbs")
    True
    """
    import yaml  # noqa: PLC0415 - costs 20 ms and --help must not pay for it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)  # noqa: S506


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
