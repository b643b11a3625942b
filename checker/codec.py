"""The nouns ↔ bytes: msgpack without field names, typed and validated on reading, so that no file need be trusted.

A message is ``(articles, sentences, told)``: wherever a noun refers to an :class:`ArticleRef` or a :class:`Sentence`
it holds its number in these tables, so that what claims share is written once and shared again after reading. A
dataclass is the list of its fields in their order, as :mod:`checker.model` declares them; the formats of all nouns
follow from there, and :data:`SCHEMA` changes with them.
"""

from __future__ import annotations

import hashlib
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from checker import model
from checker.model import ArticleRef, Claim, Sentence

T = TypeVar("T")

_SHARED: tuple[Any, ...] = (ArticleRef, Sentence)
_ITSELF: tuple[Any, ...] = (str, bytes, int, bool, float, date)
# Types are made of types here, which no type checker follows.
_TUPLE: Any = tuple
_DICT: Any = dict
_SMALL = 1 << 63


class CodecError(ValueError):
    """Bytes that are no message of the expected noun."""


def encode(kind: type[T], told: T) -> bytes:
    """``told`` as bytes; equal nouns have equal bytes.

    >>> from checker.model import Value
    >>> decode(Value, encode(Value, Value(Fraction(7), None, "家")))
    Value(low=Fraction(7, 1), high=None, unit='家', step=None)
    """
    tables = _Numbers()
    body = _plain(kind).write(told, tables)
    shared = [[_fields(k).write(one, tables) for one in tables.told[k]] for k in _SHARED]
    return _ENCODER.encode((*shared, body))


def decode(kind: type[T], data: bytes | memoryview) -> T:
    """The noun that :func:`encode` wrote; :class:`CodecError` for anything else.

    >>> from checker.model import Value
    >>> decode(Value, b"no message")
    Traceback (most recent call last):
    checker.codec.CodecError: Expected `array`, got `int`
    """
    try:
        *shared, body = _decoder(kind).decode(data)
        tables = _Tables({k: [_fields(k).read(one, {}) for one in own] for k, own in zip(_SHARED, shared, strict=True)})
        told: T = _plain(kind).read(body, tables)
    except (msgspec.MsgspecError, ValueError, TypeError, IndexError, ZeroDivisionError, OverflowError) as error:
        raise CodecError(str(error)) from error
    return told


class Claims:
    """The claims of an encoded :class:`Extraction`, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """The claims in the bytes; :class:`CodecError` where they are no extraction."""
        try:
            refs, sentences, (_, _, claims) = _loose().decode(data)
            self._refs = [_fields(ArticleRef).read(_row(ArticleRef).decode(one), {}) for one in refs]
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise CodecError(str(error)) from error
        self._raw, self._sentences = claims, sentences
        self._told: dict[int, Sentence] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._raw)

    def __getitem__(self, index: int) -> Claim:
        """The claim of that number; :class:`CodecError` where its bytes are none."""
        try:
            claim: Claim = _fields(Claim).read(_row(Claim).decode(self._raw[index]), self)
        except (msgspec.MsgspecError, ValueError, TypeError, IndexError, ZeroDivisionError) as error:
            raise CodecError(str(error)) from error
        return claim

    def get(self, kind: type[Any], number: int) -> Any:
        """The article or sentence that a claim refers to."""
        if kind is ArticleRef:
            return self._refs[number]
        if number not in self._told:
            self._told[number] = _fields(Sentence).read(_row(Sentence).decode(self._sentences[number]), {})
        return self._told[number]


class Parts(Generic[T]):
    """The elements of the first field of an encoded noun, each read when it is asked for; they refer to no others."""

    def __init__(self, noun: type[Any], kind: type[T], data: bytes) -> None:
        """The elements, a ``kind`` each, in the bytes of a ``noun``; :class:`CodecError` where they are none."""
        try:
            _, _, (self._raw, *_) = _parted(noun).decode(data)
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise CodecError(str(error)) from error
        self._kind = kind
        self._told: dict[int, T] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._raw)

    def __getitem__(self, index: int) -> T:
        """The element of that number; :class:`CodecError` where its bytes are none."""
        if index not in self._told:
            try:
                self._told[index] = _fields(self._kind).read(_row(self._kind).decode(self._raw[index]), {})
            except (msgspec.MsgspecError, ValueError, TypeError, LookupError, ZeroDivisionError) as error:
                raise CodecError(str(error)) from error
        return self._told[index]


def _parting(noun: Any) -> msgspec.msgpack.Decoder[Any]:
    raw = _TUPLE[msgspec.Raw, ...]
    others = [msgspec.Raw] * (len(fields(noun)) - 1)
    return msgspec.msgpack.Decoder(_TUPLE[msgspec.Raw, msgspec.Raw, _TUPLE[(raw, *others)]])


_parted: Callable[[Any], msgspec.msgpack.Decoder[Any]] = cache(_parting)


def _loosely() -> msgspec.msgpack.Decoder[Any]:
    raw = _TUPLE[msgspec.Raw, ...]
    return msgspec.msgpack.Decoder(_TUPLE[raw, raw, _TUPLE[msgspec.Raw, msgspec.Raw, raw]])


_loose = cache(_loosely)


def _row_of(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(_fields(kind).wire)


_row: Callable[[Any], msgspec.msgpack.Decoder[Any]] = cache(_row_of)

_ENCODER = msgspec.msgpack.Encoder()


def _typed(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    shared = [_TUPLE[_fields(k).wire, ...] for k in _SHARED]
    return msgspec.msgpack.Decoder(_TUPLE[(*shared, _plain(kind).wire)])


_decoder: Callable[[Any], msgspec.msgpack.Decoder[Any]] = cache(_typed)


class _Numbers:
    """The shared nouns of a message that is being written, each with its number."""

    def __init__(self) -> None:
        self.told: dict[type[Any], dict[Any, int]] = {k: {} for k in _SHARED}

    def number(self, kind: type[Any], one: Any) -> int:
        table = self.told[kind]
        return table.setdefault(one, len(table))


class _Tables(NamedTuple):
    """The shared nouns of a message that was read."""

    told: Mapping[type[Any], list[Any]]

    def get(self, kind: type[Any], number: int) -> Any:
        return self.told[kind][number]


class _Format(NamedTuple):
    """How a type is written: the type that msgspec validates, and the ways there and back.

    ``same``: what msgspec reads and writes is the thing itself.
    """

    wire: Any
    write: Callable[[Any, _Numbers], Any]
    read: Callable[[Any, Any], Any]
    same: bool = False


def _plainly(kind: Any) -> _Format:
    """The format of a type as it stands in a field."""
    if kind in _SHARED:
        return _number_of(kind)
    if kind is Fraction:
        return _Format(int | str, lambda told, _: _written(told), lambda told, _: _fraction(told))
    if is_dataclass(kind):
        return _fields(kind)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is not None:
        return _composed(origin, args)
    if kind in _ITSELF or issubclass(kind, (tuple, Enum)):
        return _itself(kind)
    raise TypeError(kind)


_plain: Callable[[Any], _Format] = cache(_plainly)


def _composed(origin: Any, args: tuple[Any, ...]) -> _Format:
    """The format of a type that is made of others."""
    if origin in (typing.Union, UnionType):
        (inner,) = (a for a in args if a is not NoneType)
        return _optional(_plain(inner))
    if origin is tuple:
        return _several(_plain(args[0])) if args[1:] == (...,) else _itself(_TUPLE[args])
    if issubclass(origin, Mapping):
        return _itself(_DICT[args])
    raise TypeError(origin)


def _itself(kind: Any) -> _Format:
    return _Format(kind, lambda told, _: told, lambda told, _: told, same=True)


def _number_of(kind: Any) -> _Format:
    """A noun that messages share, as its number in the table."""

    def read(told: int, tables: Any) -> Any:
        if told < 0:
            raise IndexError(told)
        return tables.get(kind, told)

    return _Format(int, lambda told, tables: tables.number(kind, told), read)


def _optional(inner: _Format) -> _Format:
    if inner.same:
        return _itself(inner.wire | None)
    return _Format(
        inner.wire | None,
        lambda told, tables: None if told is None else inner.write(told, tables),
        lambda told, tables: None if told is None else inner.read(told, tables),
    )


def _several(inner: _Format) -> _Format:
    if inner.same:
        return _itself(_TUPLE[inner.wire, ...])
    return _Format(
        _TUPLE[inner.wire, ...],
        lambda told, tables: [inner.write(one, tables) for one in told],
        lambda told, tables: tuple([inner.read(one, tables) for one in told]),
    )


def _listed(kind: Any) -> _Format:
    """A dataclass as the list of its fields."""
    hints = typing.get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    formats = [_plain(hints[name]) for name in names]
    made = [(i, f) for i, f in enumerate(formats) if not f.same]
    take = attrgetter(*names) if len(names) > 1 else lambda told: (getattr(told, names[0]),)

    def write(told: Any, tables: _Numbers) -> Any:
        if not made:
            return take(told)
        row = list(take(told))
        for i, f in made:
            row[i] = f.write(row[i], tables)
        return row

    def read(told: Any, tables: Any) -> Any:
        if not made:
            return kind(*told)
        row = list(told)
        for i, f in made:
            row[i] = f.read(row[i], tables)
        return kind(*row)

    return _Format(_TUPLE[tuple(f.wire for f in formats)], write, read)


_fields: Callable[[Any], _Format] = cache(_listed)


def _written(number: Fraction) -> int | str:
    """A number as an integer where it is a small one, else as its two parts in hexadecimal."""
    if number.denominator == 1 and -_SMALL <= number.numerator < _SMALL:
        return number.numerator
    return f"{number.numerator:x}/{number.denominator:x}"


def _fraction(told: int | str) -> Fraction:
    if isinstance(told, int):
        return Fraction(told)
    above, _, below = told.partition("/")
    return Fraction(int(above, 16), int(below, 16))


def _schema() -> str:
    nouns = sorted((k.__name__, k) for k in vars(model).values() if isinstance(k, type) and is_dataclass(k))
    shapes = [(name, [(f.name, str(f.type)) for f in fields(k)]) for name, k in nouns]
    return hashlib.sha256(repr(shapes).encode()).hexdigest()[:16]


SCHEMA = _schema()
"""Changes whenever the fields of a noun change; what was written under another one cannot be read."""
