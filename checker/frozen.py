"""Frozen dataclasses made in C: nouns are made by the thousand in every article."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import NODEFAULT, defstruct, field

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field, replace
else:
    from msgspec.structs import replace

__all__ = ["once", "quick", "replace"]

T = TypeVar("T")
S = TypeVar("S")
V = TypeVar("V")

# What dataclasses write and a struct has of its own.
_WRITTEN = frozenset((
    "__annotations__", "__delattr__", "__getstate__", "__init__", "__match_args__", "__replace__", "__repr__",
    "__setattr__", "__setstate__", "__slots__",
))  # fmt: skip
_COMPARING = frozenset(("__eq__", "__hash__"))


def quick(cls: type[T]) -> type[T]:
    """A frozen dataclass as a struct with its fields and methods: made, compared and copied in C.

    It is still a dataclass to all who ask for its fields. ``replace`` of this module copies it with changes.

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
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
    told = fields(cls)  # type: ignore[arg-type] # a dataclass, as said
    left = _WRITTEN | {f.name for f in told}
    if all(f.compare and f.hash is None for f in told):
        left |= _COMPARING
    made: Any = defstruct(
        cls.__name__,
        [(f.name, f.type, _default(f)) for f in told],
        namespace={name: what for name, what in vars(cls).items() if name not in left},
        module=cls.__module__,
        frozen=True,
    )
    made.__qualname__ = cls.__qualname__
    kind: type[T] = made
    return kind


def _default(told: Field[Any]) -> Any:
    if told.default_factory is not MISSING:
        return field(default_factory=told.default_factory)
    return NODEFAULT if told.default is MISSING else told.default


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
