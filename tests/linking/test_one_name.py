"""Names of any sort that one house writes in two ways, and those of two things that are nearly alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.linking.other_facts.names import name_facts
from tests.claims.cases import extraction

CASES = Path(__file__).with_name("one_name.txt")


def cases(heading: str) -> list[tuple[str, ...]]:
    """The cases under a heading of the file: a city, and what its papers write."""
    found: list[tuple[str, ...]] = []
    there = False
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            there = line == f"## {heading}"
        elif there and line.startswith("  "):
            found[-1] += (line.strip(),)
        elif there and line:
            found.append((line,))
    return found


def told(city: str, *texts: str) -> list[str]:
    """The facts of names in articles of a city's paper, each by its two names."""
    read = [extraction(f"{city}市消息。{t}", f"{n}.md", source=f"{city}日报") for n, t in enumerate(texts)]
    return [fact.id for fact in name_facts([c for e in read for c in e.claims])]


@pytest.mark.parametrize("case", cases("one thing"))
def test_one_thing(case):
    assert told(*case)


@pytest.mark.xfail(strict=True, reason="a name is not read whole, or what tells the two apart is too long")
@pytest.mark.parametrize("case", cases("one thing, missed"))
def test_one_thing_missed(case):
    assert told(*case)


@pytest.mark.parametrize("case", cases("two things"))
def test_two_things(case):
    assert told(*case) == []


@pytest.mark.parametrize("case", cases("two things"))
def test_two_things_of_which_one_is_told_oftener(case):
    assert told(*case, case[1].replace("。", "，市民点赞。")) == []
