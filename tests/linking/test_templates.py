from __future__ import annotations

from datetime import date

import pytest

from checker.linking.other_facts.templates import template_facts
from checker.pipeline import extract
from checker.reading.plain import plain
from checker.settings import Settings

MAY, JUNE, LATER = date(2025, 5, 18), date(2025, 6, 2), date(2025, 12, 2)
ONE = "东山博物馆馆藏文物12680件，常设展厅6个，历时三年建成。"
OTHER = "东山博物馆馆藏文物12680件，常设展厅8个，历时三年建成。"


def claims(*texts):
    for n, (day, text) in enumerate(texts):
        article, _ = plain(f"{n}.md", f"---\ndate: {day}\n---\n{text}\n")
        yield from extract(article, Settings()).claims


def told(*texts):
    return [[(c.article.path, c.text) for c in f.claims] for f in template_facts(list(claims(*texts)))]


def test_two_tellings_are_one_fact_number_by_number():
    assert told((MAY, ONE), (JUNE, OTHER)) == [
        [("0.md", "12680件"), ("0.md", "6个"), ("0.md", "三年"), ("1.md", "12680件"), ("1.md", "8个"), ("1.md", "三年")]
    ]


@pytest.mark.parametrize(
    "other",
    [
        "目前，东山博物馆已有馆藏文物12680件，常设展厅达到8个，历时三年建成。",
        "东山博物馆馆藏文物12680件、常设展厅近8个，历时三年建成。",
        "在东城，东山博物馆馆藏文物12680件，常设展厅8个，是游客常去的地方。",
    ],
    ids=["light words", "a hedge", "two clauses of it"],
)
def test_words_that_say_nothing_part_no_telling(other):
    (fact,) = told((MAY, ONE), (JUNE, other))
    assert "6个" in [text for _, text in fact]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((MAY, ONE), (JUNE, ONE)),
        ((MAY, ONE), (LATER, OTHER)),
        ((MAY, ONE), (JUNE, OTHER.replace("东山", "西山"))),
        ((MAY, f"截至4月底，{ONE}"), (JUNE, f"截至5月底，{OTHER}")),
        ((MAY, "展厅6个。"), (JUNE, "展厅8个。")),
        (
            (MAY, "东山博物馆计划新增文物1200件，改造展厅6个。"),
            (JUNE, "东山博物馆新增文物1200件，改造展厅8个。"),
        ),
    ],
    ids=["equal", "much later", "another subject", "another day", "too short", "a plan"],
)
def test_what_is_no_second_telling(first, second):
    assert told(first, second) == []


def test_a_form_that_is_filled_in_is_no_template():
    rows = [(MAY, f"东山博物馆馆藏文物12680件，常设展厅{n}个，历时三年建成。") for n in range(2, 12)]
    assert told(*rows) == []


def test_reprints_are_witnesses_of_one_fact():
    (fact,) = told((MAY, ONE), (MAY, ONE), (JUNE, OTHER))
    assert {path for path, _ in fact} == {"0.md", "1.md", "2.md"}


def test_a_long_line_is_left_alone_in_time():
    text = "东山博物馆馆藏文物12680件，常设展厅6个，" * 2_000
    assert template_facts(list(claims((MAY, text[:5_000]), (JUNE, text[:5_000])))) == []


def test_a_clause_without_words_makes_no_second_telling():
    text = "“＊”，截至2025年11月底，东山区上市高新技术企业{}家。"
    (fact,) = template_facts(list(claims((MAY, text.format(7)), (JUNE, text.format(8)))))
    assert [c.text for c in fact.claims] == ["7家", "8家"]
