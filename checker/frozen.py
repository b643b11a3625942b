"""Frozen dataclasses whose methods are written when they are first called: a run makes few of a hundred nouns.

``from checker.frozen import dataclass`` stands where the one of ``dataclasses`` would, which writes and compiles six
methods for each class at once. Nouns with slots are also made in half the time, since they come by the thousand.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from dataclasses import dataclass

T = TypeVar("T")

__all__ = ["dataclass", "quick", "replace"]

if not TYPE_CHECKING:

    def dataclass(cls=None, /, *, frozen=False, slots=False):  # noqa: ANN001, ANN201 - as the other is typed
        """A dataclass, to its users the one that :func:`dataclasses.dataclass` makes.

        >>> @dataclass(frozen=True)
        ... class Point:
        ...     x: int
        ...     y: int = 0
        >>> Point(1), Point(1) == Point(x=1, y=0), len({Point(1), Point(1)})
        (Point(x=1, y=0), True, 1)
        >>> Point(1).x = 2
        Traceback (most recent call last):
            ...
        dataclasses.FrozenInstanceError: cannot assign to field 'x'
        """
        if cls is None:
            return lambda told: dataclass(told, frozen=frozen, slots=slots)
        known = vars(cls)
        derived = any(dataclasses.is_dataclass(base) for base in cls.__bases__)
        if derived or not frozen or not known.get("__doc__") or "__post_init__" in known:
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots)
        own = {name for name in ("__init__", "__repr__", "__eq__", "__hash__") if known.get(name) is not None}
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
        for name, method in _methods(made, slots=slots).items():
            if name not in own:
                setattr(made, name, method)
        params = made.__dataclass_params__
        params.init = params.repr = params.eq = params.frozen = True
        return made


def _methods(cls: type[Any], *, slots: bool) -> dict[str, Any]:
    """The methods of a frozen dataclass, by their names; two of them are written when they are first called."""

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807
        cls.__init__ = _initial(cls, slots=slots)
        cls.__init__(self, *args, **given)

    def changed(self: Any, **changes: Any) -> Any:
        setattr(cls, _CHANGED, _copying(cls))
        return self._changed(**changes)

    made = [*_comparing(cls), *_refusing(cls), __init__, *((_state, _restore) if slots else ())]
    return {_CHANGED: changed, **{_NAMES.get(method.__name__, method.__name__): method for method in made}}


def _comparing(cls: type[Any]) -> Iterator[Callable[..., Any]]:
    told = fields(cls)
    compared = _getter([f.name for f in told if f.compare])
    hashed = _getter([f.name for f in told if (f.compare if f.hash is None else f.hash)])
    shown = [f.name for f in told if f.repr]

    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in shown])})"

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(hashed(self))

    yield from (__repr__, __eq__, __hash__)


def _refusing(cls: type[Any]) -> Iterator[Callable[..., None]]:
    names = frozenset(f.name for f in fields(cls))

    def __setattr__(self: Any, name: str, value: Any) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    yield from (__setattr__, __delattr__)


# A frozen thing with slots is pickled by these.
_NAMES = {"_state": "__getstate__", "_restore": "__setstate__"}


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for f, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Tells the fields of these names as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda told: tuple([getattr(told, name) for name in names])


def _initial(cls: type[Any], *, slots: bool) -> Callable[..., None]:
    """The ``__init__`` of a frozen dataclass.

    The one that dataclasses write looks ``object.__setattr__`` up at each field, and that one the field by its name.
    """
    named, told, body, known = [], [], ["pass"], dict[str, Any](MISSING=MISSING, put=object.__setattr__)
    for f in fields(cls):
        if not f.init or f.kw_only:
            raise TypeError(f"{cls.__qualname__}.{f.name}: a field that is no plain parameter")
        known[f"set_{f.name}"] = getattr(cls, f.name).__set__ if slots else None
        setting = f"set_{f.name}(self, " if slots else f"put(self, {f.name!r}, "
        value = f.name
        if f.default is not MISSING:
            known[f"default_{f.name}"] = f.default
            told.append(f"{f.name}=default_{f.name}")
        elif f.default_factory is not MISSING:
            known[f"make_{f.name}"] = f.default_factory
            told.append(f"{f.name}=MISSING")
            value = f"make_{f.name}() if {f.name} is MISSING else {f.name}"
        else:
            named.append(f.name)
        body.append(f"{setting}{value})")
    made = _written("__init__", ", ".join(["self", *named, *told]), "\n    ".join(body), known)
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _copying(cls: type[Any]) -> Callable[..., Any]:
    """Makes a copy with other values of some fields."""
    names = [f.name for f in fields(cls)]
    takes = ", ".join(["self", *(f"{name}=MISSING" for name in names)])
    gives = ", ".join(f"self.{name} if {name} is MISSING else {name}" for name in names)
    return _written(_CHANGED, takes, f"return cls({gives})", {"MISSING": MISSING, "cls": cls})


def quick(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots, as :func:`replace` needs it.

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
    if _CHANGED not in vars(cls):
        cls.__init__ = _initial(cls, slots=True)  # type: ignore[method-assign]
        setattr(cls, _CHANGED, _copying(cls))
    return cls


_CHANGED = "_changed"


def _written(name: str, takes: str, body: str, known: dict[str, Any]) -> Callable[..., Any]:
    exec(f"def {name}({takes}):\n    {body}", known)  # noqa: S102 - as dataclasses do
    made: Callable[..., Any] = known[name]
    return made


def replace(told: T, /, **changes: Any) -> T:
    """A copy of what :func:`quick` made, with some of its fields changed; as ``dataclasses.replace``, but sooner.

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
