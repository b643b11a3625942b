"""Frozen dataclasses made in C: nouns are made by the thousand in every article."""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import NODEFAULT, defstruct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from dataclasses import Field, dataclass, replace
else:
    from msgspec.structs import replace

__all__ = ["dataclass", "once", "replace"]

T = TypeVar("T")
S = TypeVar("S")
V = TypeVar("V")

# What a class without slots has of its own, and a struct too.
_OWN = frozenset(("__annotations__", "__dict__", "__match_args__", "__weakref__"))


def _made(*, frozen: bool, slots: bool = False) -> Callable[[type[T]], type[T]]:
    """A frozen dataclass as a struct with its fields and methods: made, compared and copied in C.

    It is still a dataclass to all who ask for its fields, and sooner written: Python compiles no method of it.
    ``replace`` of this module copies it with changes. It may have no base, and its fields are all shown.

    >>> @dataclass(frozen=True)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(x=1, y=0), replace(Point(1), y=2)
    (Point(x=1, y=0), True, Point(x=1, y=2))
    >>> [f.name for f in fields(Point)]
    ['x', 'y']
    >>> Point(1).x = 2
    Traceback (most recent call last):
        ...
    AttributeError: immutable type: 'Point'
    >>> replace(Point(1), z=2)
    Traceback (most recent call last):
        ...
    TypeError: `Point` has no field 'z'
    """
    if not frozen:
        raise TypeError("what may change is an ordinary dataclass")

    def struct(cls: type[T]) -> type[T]:
        if cls.__bases__ != (object,):
            raise TypeError(f"{cls.__name__} has a base")
        named = dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)(cls)
        told = fields(named)  # type: ignore[arg-type] # a dataclass, as said
        left = _OWN | {f.name for f in told}
        own = {name: what for name, what in vars(named).items() if name not in left}
        keeping = not slots and any(isinstance(what, once) for what in own.values())
        made: Any = defstruct(
            cls.__name__,
            [(f.name, f.type, _default(f)) for f in told],
            namespace=own | _comparing(told),
            module=cls.__module__,
            frozen=True,
            dict=keeping,
            # What is made of what was there before, and keeps nothing else, is never part of a cycle.
            gc=keeping,
        )
        made.__qualname__ = cls.__qualname__
        kind: type[T] = made
        return kind

    return struct


if not TYPE_CHECKING:
    dataclass = _made


def _default(told: Field[Any]) -> Any:
    if told.default_factory is not MISSING:
        return field(default_factory=told.default_factory)
    return NODEFAULT if told.default is MISSING else told.default


def _comparing(told: Sequence[Field[Any]]) -> dict[str, Any]:
    """How nouns compare some of whose fields have no part in it; else a struct has its own way."""
    if all(f.compare and f.hash is None for f in told):
        return {}
    equal = attrgetter(*(f.name for f in told if f.compare))
    hashed = attrgetter(*(f.name for f in told if (f.compare if f.hash is None else f.hash)))

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - as it is called
        return equal(self) == equal(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - as it is called
        return hash(hashed(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


class once(Generic[S, V]):  # noqa: N801 - a decorator
    """A property that is worked out when it is first asked for; as ``functools.cached_property``, but without a lock.

    >>> class Word:
    ...     @once
    ...     def letters(self) -> set[str]:
    ...         return set("aab")
    >>> word = Word()
    >>> len(word.letters), word.letters is word.letters
    (2, True)
    """

    def __init__(self, work: Callable[[S], V]) -> None:
        """``work``: a method without arguments, of a class whose objects keep a dictionary."""
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, of: S, owner: type[S] | None = None) -> V:
        """What ``work`` gives, kept where the next look finds it first."""
        found = of.__dict__[self._name] = self._work(of)
        return found
