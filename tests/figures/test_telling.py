"""The numbers that an article is known by."""

from __future__ import annotations

import time

import pytest

from checker.figures.telling import telling

TOLD = [
    ("全长55.6公里，设47座车站。", ("47个", "55.6公")),
    ("47座车站", ("47个",)),
    ("47个车站", ("47个",)),  # two papers seldom choose one measure word
    ("2016年3月12日9时30分，第12届、3期、8所。", ()),
    ("12,600人", ()),  # a number that is cut tells nothing
    ("", ()),
]


@pytest.mark.parametrize(("text", "numbers"), TOLD)
def test_telling(text, numbers):
    assert telling(text) == numbers


def test_an_article_of_many_numbers_is_known_by_none():
    assert telling("".join(f"{n}家、" for n in range(101, 190) if n % 10)) == ()


def test_long_runs_of_digits_take_no_time():
    start = time.monotonic()
    assert telling("1" * 1_000_000) == ()
    assert time.monotonic() - start < 5
