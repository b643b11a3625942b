"""What a newsroom tells the engine about its own language: places and metric aliases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A place of the newsroom's own: its name, other names for it, and the place that contains it ("" unknown)."""

    name: str
    aliases: tuple[str, ...] = ()
    within: str = ""


@dataclass(frozen=True)
class Settings:
    """The settings that change what is read and linked, and so belong to the cache key of an extraction.

    ``aliases``: each group holds names of one and the same metric.
    """

    places: tuple[Place, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
