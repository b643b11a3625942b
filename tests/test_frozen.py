"""A noun is what an ordinary dataclass would be, but for its making."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from dataclasses import field

import pytest

from checker.frozen import dataclass, once, replace


class _Told:
    """A noun."""

    name: str
    parts: tuple[int, ...] = ()
    notes: dict[str, int] = field(default_factory=dict, hash=False, compare=False)

    @property
    def size(self) -> int:
        return len(self.parts)

    @classmethod
    def of(cls, name: str) -> _Told:
        return cls(name)


_Plain = dataclasses.dataclass(frozen=True)(type("_Told", (), dict(vars(_Told))))
_Quick = dataclass(frozen=True)(type("_Told", (), dict(vars(_Told))))


@dataclass(frozen=True)
class Pair:
    left: int
    right: int = 0


@dataclass(frozen=True)
class Sum:
    parts: tuple[int, ...]

    @once
    def total(self) -> int:
        return sum(self.parts)


def test_it_has_the_fields_methods_and_words_of_the_dataclass():
    assert [(f.name, f.type) for f in dataclasses.fields(_Quick)] == [
        (f.name, f.type) for f in dataclasses.fields(_Plain)
    ]
    assert typing.get_type_hints(_Quick) == typing.get_type_hints(_Plain)
    assert (_Quick.__name__, _Quick.__qualname__, _Quick.__module__, _Quick.__doc__) == (
        "_Told",
        "_Told",
        __name__,
        "A noun.",
    )
    assert dataclasses.is_dataclass(_Quick)
    assert _Quick.of("甲").size == 0
    assert _Quick("甲", (1, 2)).size == 2
    assert repr(_Quick("甲", (1,))) == repr(_Plain("甲", (1,)))


def test_it_compares_and_hashes_by_the_fields_that_compare():
    one, other = _Quick("甲", (1,), {"a": 1}), _Quick("甲", (1,), {"b": 2})
    assert one == other
    assert hash(one) == hash(other)
    assert one != _Quick("甲", (2,))
    assert one != ("甲", (1,))
    assert (Pair(1) == Pair(1, 0), Pair(1) == Pair(1, 1), len({Pair(1), Pair(1, 0)})) == (True, False, 1)


def test_what_is_left_out_is_made_anew_for_each():
    assert _Quick("甲").notes == {}
    assert _Quick("甲").notes is not _Quick("甲").notes


@pytest.mark.parametrize("copied", [replace, dataclasses.replace])
def test_a_copy_has_what_was_not_changed(copied):
    told = _Quick("甲", (1,), {"a": 1})
    assert repr(copied(told, name="乙")) == "_Told(name='乙', parts=(1,), notes={'a': 1})"
    with pytest.raises(TypeError):
        copied(told, colour="红")


def test_it_travels_between_processes():
    told = Pair(1, 2)
    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - written a moment ago
    assert copy.deepcopy(told) == told


def test_it_remembers_what_was_worked_out_once():
    told = Sum((1, 2))
    assert (told.total, vars(told)) == (3, {"total": 3})
    assert told == Sum((1, 2))
    assert not hasattr(Pair(1), "__dict__")


def test_what_cannot_be_one_is_refused():
    with pytest.raises(TypeError, match="has a base"):
        dataclass(frozen=True)(type("_Derived", (Pair,), {}))
    with pytest.raises(TypeError, match="ordinary"):
        dataclass(frozen=False)


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError):
        Pair(1).left = 2
    with pytest.raises(AttributeError):
        Pair(1).middle = 2
    with pytest.raises(TypeError):
        Pair()
