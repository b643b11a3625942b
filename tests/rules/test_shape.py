"""Every built-in rule has the shape that its page, its options and its tests rest on."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from checker.loading import built_in_folder, load_rules, option_types
from checker.rule import Clash, Clean, Rule
from checker.schema import english, summary

RULES = load_rules(entry_points=False)
FILES = sorted(built_in_folder().glob("*.py"))

HEADINGS = ["## 为什么", "## 怎样判断", "## 不报什么"]

each = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def doc(rule: Rule) -> str:
    return inspect.cleandoc(type(rule).__doc__)


def test_every_file_is_a_rule():
    assert len(FILES) == len(RULES)


@each
def test_code_and_name(rule):
    assert re.fullmatch(r"KW[1-9][0-9]{2}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name), "the name is the defect, in two words or more"
    assert not rule.name.startswith(("check-", "avoid-", "no-"))
    assert Path(inspect.getfile(type(rule))).stem == rule.name.replace("-", "_")


@each
def test_it_is_frozen(rule):
    assert is_dataclass(rule)
    assert type(rule).__dataclass_params__.frozen
    hash(rule)


@each
def test_page(rule):
    assert re.search(r"[\u4e00-\u9fff].*。$", summary(rule)), "the first line is a Chinese sentence"
    assert len(summary(rule)) <= 60
    assert re.fullmatch(r"[A-Za-z].*[.]", english(rule)), "a line `English: …` sums it up"
    lines = doc(rule).splitlines()
    assert [line for line in lines if line.startswith("#")] == HEADINGS
    for heading in HEADINGS:
        at = lines.index(heading)
        assert any(line.strip() and not line.startswith("#") for line in lines[at + 1 : at + 3]), heading


@each
def test_options_are_typed_and_explained(rule):
    assert set(option_types(rule)) == {f.name.replace("_", "-") for f in fields(rule)}
    for f in fields(rule):
        assert re.search(r"[\u4e00-\u9fff]", f.metadata["doc"])


@each
def test_examples(rule):
    clashes = [e for e in rule.examples if isinstance(e, Clash)]
    cleans = [e for e in rule.examples if isinstance(e, Clean)]
    assert len(clashes) >= 1
    assert len(cleans) >= 2
    assert len(clashes) + len(cleans) == len(rule.examples)
    for clean in cleans:
        assert clean.because, "a clean example says why it is one"
        assert not any("⟦" in a.text or "⟧" in a.text for a in clean.articles)
    for clash in clashes:
        text = "".join(a.text for a in clash.articles)
        assert len(re.findall(r"⟦[^⟦⟧]+⟧", text)) == text.count("⟦") == text.count("⟧") >= 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_rule_sees_only_what_rules_may_see(file):
    allowed = set(sys.stdlib_module_names) | {"checker.rule"}
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            seen = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "rules are independent of each other"
            seen = [node.module or ""]
        else:
            continue
        for module in seen:
            assert module in allowed or module.partition(".")[0] in allowed, f"line {node.lineno}: {module}"


def test_no_two_rules_share_a_rank():
    ranks = [rule.rank for rule in RULES]
    assert sorted(set(ranks)) == sorted(ranks)
