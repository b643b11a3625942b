"""The examples of every rule: a clash is reported at exactly the marked places, a clean is not."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from checker.ledger import extraction, held
from checker.loading import load_rules
from checker.pipeline import assess, extract
from checker.reading.plain import plain
from checker.rule import Clash, Clean, Entry
from checker.settings import Settings

RULES = load_rules(entry_points=False)
MARK = re.compile(r"⟦([^⟦⟧]*)⟧")


def named(kind):
    cases = [(rule, e, n) for rule in RULES for n, e in enumerate(rule.examples) if isinstance(e, kind)]
    return pytest.mark.parametrize(
        ("rule", "example"), [c[:2] for c in cases], ids=[f"{c[0].code}-{c[2]}" for c in cases]
    )


def files(example):
    """The text of each article of an example as a file, marks included."""
    for n, sample in enumerate(example.articles):
        if isinstance(sample, Entry):
            yield f"{n}.yaml", sample.text
            continue
        keys = {"title": sample.title, "date": sample.date, "source": sample.source, "place": sample.place}
        matter = "".join(f"{key}: {told}\n" for key, told in keys.items() if told)
        yield f"{n}.md", f"---\n{matter}---\n{sample.text}\n"


@cache
def extractions(example):
    """The articles of an example, read and extracted as files would be."""
    read = [plain(path, MARK.sub(r"\1", text)) for path, text in files(example) if path.endswith(".md")]
    assert not [p for _, problems in read for p in problems if p.level == "error"]
    return tuple(extract(article, Settings()) for article, _ in read)


@cache
def entries(example):
    """The entries of the ledger of an example, read as from a file."""
    return tuple(
        extraction(replace(sample, value=MARK.sub(r"\1", sample.value)), f"{n}.yaml", n, n, Settings())
        for n, sample in enumerate(example.articles)
        if isinstance(sample, Entry)
    )


def found(example, rules):
    report = assess(extractions(example), rules, Settings())
    return held(report, entries(example), rules, Settings()).discrepancies


def places(discrepancy):
    return sorted((c.article.path, c.start, c.end, c.text) for c in discrepancy.claims)


def marked(example):
    """The marked places: article, start and end in the file without marks, and the words."""
    for path, text in files(example):
        for i, match in enumerate(MARK.finditer(text)):
            start = match.start() - 2 * i
            yield path, start, start + len(match[1]), match[1]


@named(Clash)
def test_a_clash_is_one_report_at_the_marked_places(rule, example):
    assert [places(d) for d in found(example, [rule])] == [sorted(marked(example))]


@named(Clash)
def test_a_clash_is_reported_when_all_rules_are_on(rule, example):
    wanted = set(marked(example))
    told = [d for d in found(example, RULES) if wanted & set(places(d))]
    assert any(rule.code in {d.code, *d.also} for d in told), [(d.code, d.also, places(d)) for d in told]


@named(Clean)
def test_a_clean_is_not_reported(rule, example):
    assert [places(d) for d in found(example, [rule])] == []
