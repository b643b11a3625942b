from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.against import assess as against
from checker.loading import load_rules
from checker.model import Decision, Discrepancy, Fact, Level, Link, Report, Summary, Verdict
from checker.pipeline import check
from checker.report import html
from checker.report.html.data import page_data
from checker.report.html.points import neighbours, plot
from checker.report.html.states import State, key, standings
from checker.report.html.words import LANGUAGES, words
from checker.report.view import View
from checker.settings import Settings
from tests.conftest import ROOT, make_claim

HERE = files("checker.report.html")
SCRIPTS = {name: HERE.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in html.SCRIPTS}
TEMPLATE = HERE.joinpath("page.html.jinja").read_text(encoding="utf-8")
EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><!--\u2028{{7*7}}"

MARK = "f" * 16
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function")


def embedded(page):
    """The data that a page carries, read as a browser would."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found[1])


@pytest.fixture(scope="module")
def corpus():
    return check([str(ROOT / "corpus")], load_rules(entry_points=False), Settings())


def hostile():
    """A report in which everything that an article can say is markup."""
    sentence = f"全区上市企业7家。{EVIL}"
    claims = tuple(
        replace(c, article=replace(c.article, title=EVIL, source=EVIL, place=EVIL))
        for c in (make_claim("7家", sentence, f"{EVIL}.md"), make_claim("7家", sentence, "b.md", date(2025, 12, 25)))
    )
    found = Discrepancy(
        "KW101",
        "conflicting-values",
        Level.ERROR,
        Verdict.CONTRADICTION,
        EVIL,
        claims,
        EVIL,
        EVIL,
        fingerprint=MARK,
    )
    return Report(Summary(2, 100, 2, 2, 1), (found,))


def test_what_articles_say_is_never_markup():
    page = html.render(hostile())
    assert len(re.findall(r"<script", page)) == 2
    assert "<img" not in page
    assert "<!--" not in page
    assert "49" not in re.findall(r"<h2[^>]*>(.*?)</h2>", page)[0]
    data = embedded(page)
    assert data["findings"][0]["message"] == EVIL
    assert data["articles"][0]["title"] == EVIL


@given(st.text())
def test_embedded_data_holds_no_markup_and_reads_back(text):
    told = html._embedded({"text": text})
    assert not set(told) & set("<>&\u2028\u2029")
    assert json.loads(told) == {"text": text}


def test_the_policy_allows_this_style_and_this_script_alone(report):
    page = html.render(report)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    for name, text in (("style", style), ("script", script)):
        told = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{told}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_page_asks_for_nothing():
    style = HERE.joinpath("style.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import", style)
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", "".join(SCRIPTS.values()) + TEMPLATE)
    assert not re.search(r'(?:src|href)="(?!#|data:,)', TEMPLATE)


def test_the_script_makes_no_markup_of_text():
    for name, text in SCRIPTS.items():
        assert not MARKUP.search(text), name
        assert "</script" not in text, name
        assert "<!--" not in text, name
    assert {p.name for p in HERE.iterdir() if p.name.endswith(".js")} == {f"{name}.js" for name in SCRIPTS}


def test_every_word_of_the_page_is_known_and_used():
    known = words("zh")
    used = set(re.findall(r"\bwords\.(\w+)", "".join(SCRIPTS.values()) + TEMPLATE))
    used |= set(re.findall(r'"(key_\w+)"', SCRIPTS["keys"]))
    used |= {"value", "metric", "scope", "period", "status", "behaviour", "admits"}  # rows of the readings
    used |= {"level", "rule", "article", "place", "decision"}  # facets
    assert used == set(known)


def test_both_languages_have_the_same_words():
    zh, en = (words(lang) for lang in LANGUAGES)
    assert zh.keys() == en.keys()
    for name, told in zh.items():
        if name == "refusals":
            assert told.keys() <= en[name].keys()
        elif isinstance(told, dict):
            assert told.keys() == en[name].keys(), name
        else:
            assert set(re.findall(r"\{\w+\}", told)) == set(re.findall(r"\{\w+\}", en[name])), name


def test_the_page_speaks_the_language_that_is_asked_for(report):
    assert '<html lang="zh-Hans">' in html.render(report)
    page = html.render(report, View(lang="en"))
    assert '<html lang="en">' in page
    around = re.sub(r"<noscript>.*?</noscript>|<script.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search(r"[\u4e00-\u9fff]", around)


def test_each_figure_stands_where_the_data_says(corpus):
    data = page_data(corpus)
    told = [*(e.claims for e in corpus.extractions), *(d.claims for d in corpus.discrepancies)]
    texts = {c.text for claims in told for c in claims}
    assert len(data["claims"]) > 400
    for c in data["claims"]:
        sentence = data["articles"][c["article"]]["paragraphs"][c["paragraph"]]["sentences"][c["sentence"]]
        assert c.get("text", sentence[c["from"] : c["to"]]) in texts
        assert c["from"] < c["to"] <= len(sentence)
    for article in data["articles"]:
        order = [(c["paragraph"], c["sentence"], c["from"]) for c in (data["claims"][n] for n in article["claims"])]
        assert order == sorted(order)


def test_every_finding_names_its_claims(corpus):
    data = page_data(corpus)
    assert [f["id"] for f in data["findings"]] == [d.fingerprint for d in corpus.discrepancies]
    for told, found in zip(data["findings"], corpus.discrepancies, strict=True):
        named = [data["claims"][n] for n, _role in told["claims"]]
        assert [data["articles"][c["article"]]["id"] for c in named] == [c.article.id for c in found.claims]


def test_a_finding_tells_what_was_decided_of_it(report):
    decision = Decision("confirmed", "统计局核实", "王", "2026-01-31", date(2026, 12, 31))
    first, *rest = report.discrepancies
    told = page_data(replace(report, discrepancies=(replace(first, decision=decision), *rest)))["findings"]
    by_id = {f["id"]: f.get("decision") for f in told}
    assert by_id.pop(first.fingerprint) == {
        "as": "confirmed",
        "reason": "统计局核实",
        "who": "王",
        "when": "2026-01-31",
        "until": "2026-12-31",
    }
    assert set(by_id.values()) == {None}


def test_of_too_much_text_only_what_is_reported_stays(corpus):
    whole, little = page_data(corpus), page_data(corpus, room=0)
    assert [f["id"] for f in whole["findings"]] == [f["id"] for f in little["findings"]]
    assert all(a["cut"] for a in little["articles"])
    assert not any("cut" in a for a in whole["articles"])
    said = [p for a in little["articles"] for p in a["paragraphs"]]
    assert len(said) < sum(len(a["paragraphs"]) for a in whole["articles"]) / 2


def test_an_article_that_the_report_does_not_hold_shows_its_sentences(report):
    data = page_data(report)
    assert [a["paragraphs"][0]["sentences"] for a in data["articles"]] == [
        ["截至11月底，全区上市高新技术企业7家。"],
        ["截至11月底，全区上市高新技术企业达到8家。"],
    ]
    assert all(a["cut"] for a in data["articles"])
    assert data["findings"][0]["path"] == "c.md:3"


def linked(a, b, refusal="", found=()):
    return Report(Summary(), found, facts=(Fact("f", (a, b), (Link(0, 1, 0.9, refusal=refusal),)),))


def test_states_of_figures():
    a, b = make_claim(), make_claim("8家", "截至11月底，全区上市高新技术企业达到8家。", "b.md")
    found = Discrepancy("KW101", "x", Level.ERROR, Verdict.CONTRADICTION, "", (a, b))

    def state(report):
        report = replace(report, extractions=(_Read((a, b)),))
        told = standings(report)[key(a)]
        return told.state, told.reason

    class _Read:
        def __init__(self, claims):
            self.claims = claims

    b = replace(b, figure=replace(b.figure, value=replace(a.value, low=a.value.low + 1, high=a.value.high + 1)))
    assert state(linked(a, a)) == (State.CONSISTENT, "")
    assert state(linked(a, b)) == (State.COMPARED, "")
    assert state(linked(a, b, "period")) == (State.OPEN, "period")
    assert state(linked(a, b, found=(found,))) == (State.DISPUTED, "")
    assert state(linked(a, b, found=(replace(found, state="decided"),))) == (State.COMPARED, "")
    assert state(linked(a, b, found=(replace(found, verdict=Verdict.SUPERSEDED),))) == (State.COMPARED, "")
    assert state(Report(Summary(), ())) == (State.OPEN, "alone")


def test_a_plot_needs_two_days_and_one_subject():
    a = make_claim()
    b = make_claim("8家", "截至11月底，全区上市高新技术企业达到8家。", "b.md", date(2025, 12, 25))
    found = Discrepancy("KW101", "x", Level.ERROR, Verdict.CONTRADICTION, "", (a, b))
    told = plot(found, {})
    assert (told.unit, [(p.low, p.high, p.disputed) for p in told.points]) == ("家", [(7, 7, True), (7, 7, True)])
    assert plot(replace(found, claims=(a, make_claim(path="c.md"))), {}) is None
    assert plot(replace(found, claims=(a.told_as("total"), b.told_as("part"))), {}) is None


def test_a_plot_shows_what_else_was_told_of_the_fact():
    a = make_claim()
    b = make_claim("8家", "截至11月底，全区上市高新技术企业达到8家。", "b.md", date(2025, 12, 25))
    fact = Fact("f", (a, b), (Link(0, 1, 0.9, refusal="period"),))
    alone = Discrepancy("KW101", "x", Level.ERROR, Verdict.CONTRADICTION, "", (a,))
    assert [p.disputed for p in plot(alone, neighbours([fact])).points] == [True, False]


def test_a_draft_is_shown_with_the_articles_that_it_disagrees_with(corpus):
    read = {e.article.id: e for e in corpus.extractions}
    name = next(n for n in read if "achievement-list" in n)
    archive = [e for n, e in read.items() if n != name]
    told = against([read[name]], archive, load_rules(entry_points=False), Settings())
    data = page_data(told)
    named = {c.article.id for d in told.discrepancies for c in d.claims}
    assert {a["id"] for a in data["articles"]} == {name} | named
    assert 1 < len(data["articles"]) <= len(archive)
    assert not any("cut" in a for a in data["articles"])


def test_the_same_report_makes_the_same_page(corpus):
    assert html.render(corpus) == html.render(replace(corpus))
