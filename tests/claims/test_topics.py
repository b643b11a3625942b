"""Names that no dictionary explains: the name first, then the titles and texts it is found in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims.names.topics import proper, recurring

# Name → titles that hold it.
READS = {
    "澄湖": ["澄湖教育交出答卷", "走进澄湖"],
    "榆垡": ["榆垡产业园开工"],
    "澹州": ["澹州日报", "澹州图书馆开馆"],
}

IGNORES = ["", "教育工作交出答卷", "全区新增企业42家", "三月十日上午", "2025年12月9日", "abc 123"]


@pytest.mark.parametrize(("name", "title"), [(n, t) for n, ts in READS.items() for t in ts])
def test_reads(name, title):
    assert name in proper(title)


@pytest.mark.parametrize("title", IGNORES)
def test_ignores(title):
    assert proper(title) == frozenset()


def test_recurs_from_the_third_time():
    twice = "澹州开馆。澹州市民排队。"
    assert recurring(twice) == ()
    assert recurring(twice + "在澹州，人人爱书。") == ("澹州",)


def test_recurring_names_are_in_fixed_order():
    text = "榆垡开馆。澹州开馆。" * 3
    assert list(recurring(text)) == sorted(recurring(text))
    assert {"榆垡", "澹州"} <= set(recurring(text))


@given(st.text(alphabet="澹州澄湖榆垡教育开馆的在了12家，。", max_size=40))
@settings(deadline=None)  # the first text loads the dictionary
def test_names_stand_in_the_text(text):
    for name in proper(text):
        assert 2 <= len(name) <= 4
        assert name in text
    assert all(text.count(name) >= 3 for name in recurring(text))


@given(st.text(alphabet="澹州澄湖榆垡教育中国务院开馆的在了12家，。 a\u9fd6\u9fd7", max_size=80))
def test_only_what_may_hold_a_name_is_segmented_and_none_is_missed(text):
    whole = tuple(sorted(name for name in proper(text) if text.count(name) >= 3))
    assert recurring(text) == whole
