"""Whom an article is about, and what it names: of its title, its first sentences and its paper."""

from __future__ import annotations

import pytest

from checker.pipeline import extract
from checker.reading.plain import plain
from checker.settings import Settings


def claims(text, title="简讯", source="财经周刊"):
    made = plain("a.md", f"---\ntitle: {title}\ndate: 2025-12-09\nsource: {source}\n---\n{text}\n")[0]
    return extract(made, Settings()).claims


def ref(*told):
    return claims(*told)[0].article


# What an article is about → its text, title and paper.
ABOUT = [
    ("玉屏", ("全县现有书店46家。", "书香漫卷", "玉屏日报")),  # 全县 of a paper's own place
    ("槐安", ("槐安县道路通畅。全县现有公路1200公里。",)),  # 全县 of the only county named
    ("丰县", ("江苏省丰县道路通畅。丰县现有公路1200公里，丰县还要再修。",)),  # a stem of one character is no name
    ("玉屏", ("来到玉屏看展的有46人。", "书香漫卷", "玉屏日报")),
]
NOT_ABOUT = [
    ("人民", ("全市现有书店46家。", "书香漫卷", "人民日报")),
    ("玉屏", ("现有书店46家。", "书香漫卷", "玉屏日报")),  # of no place that it tells
    ("槐安", ("槐安县与松屿县相邻。全县现有公路1200公里。",)),
]

# What an article names → its text.
NAMED = [
    ("浔泽", ("浔泽机器人公司现有员工620人。",)),
    ("沧浪古镇", ("沧浪古镇现有民宿62家。",)),  # a seldom word, and what is called so
    ("青石内河港口博览会", ("青石内河港口博览会吸引客商620人。",)),
]
NOT_NAMED = [
    ("工业遗址", ("工业遗址现有厂房62座。",)),
    ("十五个古镇", ("十五个古镇现有民宿62家。",)),
]


@pytest.mark.parametrize(("name", "told"), ABOUT)
def test_is_about(name, told):
    assert name in ref(*told).about


@pytest.mark.parametrize(("name", "told"), NOT_ABOUT)
def test_is_not_about(name, told):
    assert name not in ref(*told).about


@pytest.mark.parametrize(("name", "told"), NAMED)
def test_names(name, told):
    assert name in ref(*told).named


@pytest.mark.parametrize(("name", "told"), NOT_NAMED)
def test_does_not_name(name, told):
    assert name not in ref(*told).named


# Place of the last figure → a text of an article that has no place of its own.
PLACES = [
    ("槐安县", "槐安县道路通畅。全县现有公路1200公里。"),
    ("槐安县", "1200公里的乡路串起槐安县的村庄。该县现有公交46条。"),  # behind a verb, and told once
    ("青石镇", "青石镇山清水秀。全镇现有民宿46家。"),
    ("全县", "槐安县与松屿县相邻。全县现有公路1200公里。"),
    ("全市", "槐安县道路通畅。全市现有公路1200公里。"),
]


@pytest.mark.parametrize(("place", "text"), PLACES)
def test_relative_places(place, text):
    assert claims(text)[-1].scope.place == place
