"""The numbers that an article is known by."""

from __future__ import annotations

import time

import pytest

from checker.figures.telling import sole, telling, unit_at

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


SOLE = [
    ("藏书268.4万册，座位420席。", ("册", "席")),
    ("新书36册、旧书28册，座位420席。", ("席",)),
    ("全长36公里，其中高架36公里。", ("公里",)),  # one number told twice
    ("共12人、34名、56个，占78%。", ()),  # what most numbers are told in
    ("2024年6月12日开馆。", ()),
]


@pytest.mark.parametrize(("text", "units"), SOLE)
def test_units_of_one_number(text, units):
    assert sole(text) == units


def test_the_unit_of_a_number():
    assert unit_at("用纸36公斤", 2) == "公斤"
    assert unit_at("用纸36公斤", 0) == ""
