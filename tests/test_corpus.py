"""The demonstration corpus is well formed, in words of its own, and its expectations point into it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from checker.loading import load_rules
from tests.generate import corpus_report

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"
ARTICLES = sorted(CORPUS.glob("*.md"))
EXPECTED = yaml.safe_load((ROOT / "tests" / "corpus_expected.yaml").read_text(encoding="utf-8"))
ENTRIES = [*EXPECTED["discrepancies"], *EXPECTED["silent"]]

HAN = re.compile(r"[\u4e00-\u9fff]")
RUN = 22
RUN_HAN = 14
BETWEEN = ("KW1", "KW4")
WITHIN = {"KW111"}
RULES = [rule.code for rule in load_rules(entry_points=False)]


def parts(path):
    """The front matter and the body of an article."""
    text = path.read_bytes().decode("utf-8", errors="strict")
    _, matter, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(matter), body


def runs(text):
    """Every run of ``RUN`` characters, spaces aside, that is mostly Han characters."""
    text = "".join(text.split())
    han = [bool(HAN.match(c)) for c in text]
    return {text[i : i + RUN] for i in range(len(text) - RUN + 1) if sum(han[i : i + RUN]) >= RUN_HAN}


def by_name(path):
    return path.name


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_front_matter_is_whole(path):
    matter, body = parts(path)
    assert set(matter) == {"title", "date", "source", "place"}
    assert isinstance(matter["date"], date)
    assert path.name.startswith(matter["date"].isoformat())
    assert all(isinstance(matter[key], str) and matter[key] for key in ("title", "source", "place"))
    assert path.name.isascii()
    assert 450 <= len(HAN.findall(body)) <= 1100


def test_corpus_spans_eighteen_months_two_districts_and_several_outlets():
    matters = [parts(path)[0] for path in ARTICLES]
    days = [matter["date"] for matter in matters]
    assert (min(days).year, min(days).month) == (2024, 6)
    assert (max(days).year, max(days).month) == (2025, 12)
    assert {matter["place"] for matter in matters} == {"崂山区", "城阳区"}
    assert len({matter["source"] for matter in matters}) >= 4
    assert 12 <= len(ARTICLES) <= 14


@pytest.fixture(scope="module")
def shared_runs():
    folders = [SHARED / "seeds", SHARED / "bench"]
    pages = [
        p for folder in folders if folder.is_dir() for p in sorted(folder.rglob("*")) if p.suffix in {".md", ".txt"}
    ]
    if not pages:
        pytest.skip("the pages to compare with are absent")
    return set().union(*(runs(page.read_text(encoding="utf-8")) for page in pages))


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_words_are_our_own(path, shared_runs):
    assert runs(path.read_text(encoding="utf-8")) & shared_runs == set()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_expectation_points_into_the_corpus(entry):
    for mention in entry["mentions"]:
        text = (CORPUS / mention["path"]).read_text(encoding="utf-8")
        assert text.count(mention["quote"]) == 1, mention
        assert mention["quote"].count(mention["mention"]) == 1, mention
    assert entry["why"]


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_its_place_and_its_near_miss(code):
    assert any(entry["code"] == code and "missed" not in entry for entry in EXPECTED["discrepancies"])
    assert any(entry["code"] == code and "raised" not in entry for entry in EXPECTED["silent"])


def test_expectations_name_rules_and_near_misses_outnumber_discrepancies():
    assert {code for entry in ENTRIES for code in (entry["code"], *entry.get("accept", ()))} <= set(RULES)
    assert len(EXPECTED["silent"]) >= len(EXPECTED["discrepancies"])
    assert len({entry["id"] for entry in ENTRIES}) == len(ENTRIES)


def test_between_articles_means_two_articles():
    for entry in EXPECTED["discrepancies"]:
        if entry["code"].startswith(BETWEEN) and entry["code"] not in WITHIN:
            assert len({mention["path"] for mention in entry["mentions"]}) > 1, entry["id"]


@pytest.fixture(scope="module")
def report():
    """What the built-in rules report of the corpus, each with its level and the spans of its claims."""
    return corpus_report(load_rules(entry_points=False)).discrepancies


def spans(entry):
    """``(file name, start, end)`` of each mention of an expectation."""
    found = []
    for mention in entry["mentions"]:
        text = (CORPUS / mention["path"]).read_text(encoding="utf-8")
        at = text.index(mention["quote"]) + mention["quote"].index(mention["mention"])
        found.append((mention["path"], at, at + len(mention["mention"])))
    return found


def touched(discrepancy, wanted):
    """How many of the wanted spans a discrepancy points at."""
    claims = [(Path(c.article.path).name, c.start, c.end) for c in discrepancy.claims]
    return sum(any(c[0] == w[0] and c[1] < w[2] and w[1] < c[2] for c in claims) for w in wanted)


def told_of(discrepancy, entry):
    """Whether a discrepancy sets the mentions of an expectation against each other."""
    wanted = spans(entry)
    return touched(discrepancy, wanted) >= min(2, len(wanted))


def answers(discrepancy, entry):
    """Whether a discrepancy is the one that an expectation asks for."""
    codes = {entry["code"], *entry["accept"]}
    return bool(codes & {discrepancy.code, *discrepancy.also}) and told_of(discrepancy, entry)


@pytest.mark.parametrize("entry", EXPECTED["discrepancies"], ids=lambda entry: entry["id"])
def test_an_expected_discrepancy_is_reported(entry, report, request):
    if "missed" in entry:
        request.applymarker(pytest.mark.xfail(reason=entry["missed"], strict=True))
    assert any(answers(d, entry) for d in report), [(d.code, d.message) for d in report if told_of(d, entry)]


@pytest.mark.parametrize("entry", EXPECTED["silent"], ids=lambda entry: entry["id"])
def test_a_near_miss_stays_silent(entry, report, request):
    if "raised" in entry:
        request.applymarker(pytest.mark.xfail(reason=entry["raised"], strict=True))
    loud = [d for d in report if d.level != "note" and told_of(d, entry)]
    assert [d.message for d in loud if not any(answers(d, e) for e in EXPECTED["discrepancies"])] == []


@pytest.mark.parametrize("code", RULES)
def test_every_rule_speaks_where_it_was_planned(code, report):
    planned = [entry for entry in EXPECTED["discrepancies"] if entry["code"] == code]
    assert any(d.code == code and told_of(d, entry) for d in report for entry in planned)


def test_nothing_is_reported_that_nobody_planned(report):
    planned = EXPECTED["discrepancies"]
    raised = [entry for entry in EXPECTED["silent"] if "raised" in entry]
    timed = [entry for entry in EXPECTED["silent"] if "raised" not in entry]
    stray = [d for d in report if not any(answers(d, e) for e in planned) and not any(told_of(d, e) for e in raised)]
    assert [d.message for d in stray if d.code != "KW113" or not any(told_of(d, e) for e in timed)] == []
