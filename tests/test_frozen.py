"""Our dataclasses are to their users those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping  # noqa: TC003 - dataclasses read it
from dataclasses import field

import pytest

from checker import frozen, model
from checker.loading import load_rules


def made(dataclass, *, slots):
    @dataclass(frozen=True, slots=slots)
    class Thing:
        """A thing."""

        a: int
        b: str = "b"
        c: Mapping[str, int] = field(default_factory=dict, hash=False)
        d: tuple[int, ...] = field(default=(), compare=False, repr=False)

    return Thing


@pytest.fixture(params=[True, False], ids=["slots", "dict"])
def pair(request):
    return made(dataclasses.dataclass, slots=request.param), made(frozen.dataclass, slots=request.param)


def test_they_look_alike(pair):
    theirs, ours = pair
    for args in ((1,), (1, "x"), (2, "b", {"k": 1}), (2, "b", {}, (1,))):
        assert repr(ours(*args)) == repr(theirs(*args))
        assert hash(ours(*args)) == hash(theirs(*args))
        assert dataclasses.astuple(ours(*args)) == dataclasses.astuple(theirs(*args))
        assert (
            dataclasses.replace(ours(*args), b="z")
            == ours(args[0], "z", *args[2:])
            == frozen.replace(ours(*args), b="z")
        )
    assert ours(1) == ours(1, d=(9,)) != ours(2)
    assert ours(1) != theirs(1)
    assert ours(1) != 1
    assert ours.__match_args__ == theirs.__match_args__
    assert ours(1).c is not ours(1).c
    assert hasattr(ours(1), "__dict__") == hasattr(theirs(1), "__dict__")
    assert repr(ours.__dataclass_params__) == repr(theirs.__dataclass_params__)


@pytest.mark.parametrize("args", [(), (1, "b", {}, (), 5)])
def test_they_refuse_alike(pair, args):
    for one in pair:
        with pytest.raises(TypeError):
            one(*args)
        with pytest.raises(TypeError):
            one(1, z=2)
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'a'"):
            one(1).a = 2
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'a'"):
            del one(1).a


def test_nouns_and_rules_travel():
    span = model.Problem("a.md", "text")
    assert pickle.loads(pickle.dumps(span)) == copy.deepcopy(span) == span  # noqa: S301 - our own
    link = model.Link(0, 1, 0.5)
    assert pickle.loads(pickle.dumps(link)) == copy.deepcopy(link) == link  # noqa: S301
    assert frozen.replace(link, score=1.0).score == 1.0
    for rule in load_rules():
        assert dataclasses.is_dataclass(rule)
        assert pickle.loads(pickle.dumps(model.Level.ERROR)) == model.Level.ERROR  # noqa: S301
        assert rule == dataclasses.replace(rule)


def test_what_cannot_be_made_so_is_refused():
    @frozen.dataclass(frozen=True)
    class Odd:
        """Has a field that is no parameter."""

        a: int = field(default=1, init=False)

    with pytest.raises(TypeError, match="no plain parameter"):
        Odd()
