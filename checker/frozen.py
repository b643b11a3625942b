"""Frozen dataclasses with slots, made in half the time: nouns are made by the thousand in every article."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
S = TypeVar("S")
V = TypeVar("V")


def quick(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots whose ``__init__`` writes to the slots; in all else ``cls`` as it is.

    The one that dataclasses write asks for ``object.__setattr__`` at each field and looks the field up by its name.

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(x=1, y=0)
    (Point(x=1, y=0), True)
    >>> Point(1).x = 2
    Traceback (most recent call last):
        ...
    dataclasses.FrozenInstanceError: cannot assign to field 'x'
    >>> replace(Point(1), y=2)
    Point(x=1, y=2)
    """
    named, told, body, known = [], [], [], dict[str, Any](MISSING=MISSING, cls=cls)
    for f in fields(cls):  # type: ignore[arg-type] # a dataclass, as said
        known[f"set_{f.name}"] = getattr(cls, f.name).__set__
        if f.default is not MISSING:
            known[f"default_{f.name}"] = f.default
            told.append(f"{f.name}=default_{f.name}")
        elif f.default_factory is not MISSING:
            known[f"make_{f.name}"] = f.default_factory
            told.append(f"{f.name}=MISSING")
            body.append(f"set_{f.name}(self, make_{f.name}() if {f.name} is MISSING else {f.name})")
            continue
        else:
            named.append(f.name)
        body.append(f"set_{f.name}(self, {f.name})")
    made = _written("__init__", f"self, {', '.join([*named, *told])}", "\n    ".join(body), known)
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    cls.__init__ = made  # type: ignore[method-assign]
    names = [f.name for f in fields(cls)]  # type: ignore[arg-type]
    takes = ", ".join(f"{name}=MISSING" for name in names)
    gives = ", ".join(f"self.{name} if {name} is MISSING else {name}" for name in names)
    setattr(cls, _CHANGED, _written(_CHANGED, f"self, {takes}", f"return cls({gives})", known))
    return cls


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


_CHANGED = "_changed"


def _written(name: str, takes: str, body: str, known: dict[str, Any]) -> Callable[..., Any]:
    exec(f"def {name}({takes}):\n    {body}", known)  # noqa: S102 - as dataclasses do
    made: Callable[..., Any] = known[name]
    return made


def replace(told: T, /, **changes: Any) -> T:
    """A copy of what :func:`quick` made, with some of its fields changed; as ``dataclasses.replace``, but sooner.

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Point:
    ...     x: int
    >>> replace(Point(1), x=2)
    Point(x=2)
    >>> replace(Point(1), z=2)
    Traceback (most recent call last):
        ...
    TypeError: _changed() got an unexpected keyword argument 'z'
    """
    copy: T = told._changed(**changes)  # type: ignore[attr-defined] # noqa: SLF001 - of this module
    return copy
