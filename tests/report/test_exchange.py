"""The formats that other programs read, held to their schemas and to what is known of their readers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from junitparser import Error, Failure, JUnitXml, Skipped

from checker.model import Level, Report, Summary
from checker.report import github, gitlab, jsonl, junit, rdjson, sarif
from checker.report.json import document
from checker.report.view import RulePage, View

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
PAGES = (
    RulePage("KW101", "conflicting-values", Level.ERROR, "数值不一。", "values differ.", "# 数值不一"),
    RulePage("KW103", "falling-total", Level.ERROR, "总数变小。"),
)
VIEW = View(rules=PAGES, version="1.2.3")
EMPTY = Report(Summary(), ())


def valid(name, told):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(told)
    return told


def with_states(report, *states):
    """The dispute of the report once in each state, as findings of their own."""
    told = report.discrepancies[0]
    found = tuple(replace(told, state=state, fingerprint=f"{n:016x}") for n, state in enumerate(states))
    return replace(report, discrepancies=found)


def log(report, view=VIEW):
    return valid("sarif-2.1.0.json", json.loads(sarif.render(report, view)))["runs"][0]


# --- SARIF ------------------------------------------------------------------------------------------


def test_sarif_is_valid_also_where_nothing_is_known(hard, report):
    assert log(hard.report, hard.view)["results"]
    assert log(EMPTY, View())["results"] == []
    assert log(report, View())["tool"]["driver"]["rules"][0]["id"] == "KW101"


def test_sarif_links_the_message_to_the_other_article(report):
    problem, found = log(report)["results"]
    (main,), (other,) = found["locations"], found["relatedLocations"]
    assert main["physicalLocation"]["artifactLocation"]["uri"] == "a.md"
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "b.md"
    assert f"[b.md:12:8 8家]({other['id']})" in found["message"]["text"]
    assert other["message"]["text"] == "截至11月底，全区上市高新技术企业达到【8家】。"
    assert problem["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert "relatedLocations" not in problem


def test_sarif_rules_have_help_and_no_address(report):
    driver = log(report)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["KW101", "KW103", "KW902"]
    assert all(rule["help"]["text"] for rule in driver["rules"])
    assert "http" not in json.dumps(driver)
    for result in log(report)["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_tells_what_was_dealt_with(report):
    told = log(replace(with_states(report, "new", "baselined", "suppressed", "decided"), problems=()))["results"]
    assert [r["baselineState"] for r in told] == ["new", "unchanged", "new", "new"]
    assert [[s["kind"] for s in r["suppressions"]] for r in told] == [[], [], ["inSource"], ["external"]]
    assert len({r["partialFingerprints"]["primaryLocationLineHash"] for r in told}) == 4


def test_sarif_fingerprints_are_those_of_the_report(report):
    *_, found = log(report)["results"]
    assert found["partialFingerprints"] == {"kanwu/v1": "f00d", "primaryLocationLineHash": "f00d:1"}


def test_sarif_reads_no_link_and_no_placeholder_out_of_an_article(report):
    told = report.discrepancies[0]
    evil = replace(told, message="见[这里](1)和{0}", work="", repair=None)
    first, second = told.claims
    evil = replace(evil, claims=(first, replace(second, figure=replace(second.figure, text="8]家"))))
    *_, found = log(replace(report, discrepancies=(evil,)))["results"]
    assert found["message"]["text"] == "见[这里]\\(1)和{{0}}。对照：[b.md:12:8 8\\]家](1)。"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("稿 件/一#二.md", "%E7%A8%BF%20%E4%BB%B6/%E4%B8%80%23%E4%BA%8C.md"),
        ("../a:b?.md", "../a%3Ab%3F.md"),
        ("/稿/a.md", "file:///%E7%A8%BF/a.md"),
    ],
)
def test_a_path_is_a_uri(path, uri):
    assert sarif.uri(path) == uri


# --- GitHub -----------------------------------------------------------------------------------------


def runner(line):
    """A workflow command as the runner reads it."""
    head, _, data = line.removeprefix("::").partition("::")
    name, _, given = head.partition(" ")
    plain = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    undo = lambda text, marks: re.sub("|".join(marks), lambda m: plain[m[0]], text)  # noqa: E731
    properties = dict(part.split("=", 1) for part in given.split(","))
    return name, {k: undo(v, plain) for k, v in properties.items()}, undo(data, ["%0D", "%0A", "%25"])


def test_a_workflow_command_survives_the_runner(report):
    told = report.discrepancies[0]
    first, second = told.claims
    path = "稿件/a:b,100%.md"
    evil = replace(first, article=replace(first.article, path=path, id=path))
    page = github.render(
        replace(report, discrepancies=(replace(told, message="增5%0A\n::error::x", claims=(evil, second)),))
    )
    assert len(page.splitlines()) == 2
    name, given, data = runner(page.splitlines()[1])
    assert (name, given["file"], given["title"]) == ("warning", path, "KW101 conflicting-values")
    assert data.splitlines()[0] == "增5%0A ::error::x"
    assert "算式：7 ≠ 8" in data
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in page.splitlines())


def test_loud_annotations_come_first_and_only_what_is_new(report):
    quiet = replace(report.discrepancies[0], level=Level.NOTE)
    found = with_states(replace(report, discrepancies=(quiet,)), "new", "baselined", "suppressed", "decided")
    assert [line.split()[0] for line in github.render(found).splitlines()] == ["::error", "::notice"]


# --- GitLab -----------------------------------------------------------------------------------------


def test_gitlab_takes_the_report(report, hard):
    for told in (report, hard.report, with_states(report, "new", "new", "baselined")):
        found = valid("gitlab-codequality.json", json.loads(gitlab.render(told)))
        assert len({f["fingerprint"] for f in found}) == len(found), "GitLab keeps one of each fingerprint"
    assert json.loads(gitlab.render(EMPTY)) == []
    assert [f["severity"] for f in json.loads(gitlab.render(report))] == ["critical", "major"]


def test_gitlab_wants_paths_from_the_top_of_the_repository(report):
    first, second = report.discrepancies[0].claims
    here = replace(first, article=replace(first.article, path="./a.md"))
    told = replace(report, discrepancies=(replace(report.discrepancies[0], claims=(here, second)),))
    assert json.loads(gitlab.render(told))[1]["location"] == {"path": "a.md", "lines": {"begin": 12}}


# --- JUnit ------------------------------------------------------------------------------------------


def test_junit_is_read_as_it_is_meant(report):
    found = with_states(report, "new", "baselined", "decided")
    suite = next(iter(JUnitXml.fromstring(junit.render(found, VIEW).encode())))
    kinds = [[type(r) for r in case.result] for case in suite]
    assert kinds == [[Error], [Failure], [Skipped], [Skipped], []]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (5, 1, 1, 2)
    assert [case.classname for case in suite][-1] == "KW103.falling-total"
    failure = list(suite)[1].result[0]
    assert failure.message == "警告：上市高新技术企业有两个数：7家和8家"
    assert "b.md:12:8：截至11月底，全区上市高新技术企业达到【8家】。" in failure.text


def test_junit_holds_no_character_that_xml_forbids(report):
    told = replace(report.discrepancies[0], message="\x00\x1b]]>\ufffe<&\"'", work="\x0b\ud800]]>")
    suite = next(iter(JUnitXml.fromstring(junit.render(replace(report, discrepancies=(told,)), VIEW).encode())))
    assert "]]>" in list(suite)[1].result[0].message


def test_junit_of_nothing_is_a_suite_that_passes():
    suite = next(iter(JUnitXml.fromstring(junit.render(EMPTY, VIEW).encode())))
    assert (suite.tests, suite.failures, suite.errors) == (2, 0, 0)


# --- reviewdog and JSON lines -----------------------------------------------------------------------


def test_reviewdog_takes_the_report(report, hard):
    for told, view in ((report, VIEW), (hard.report, hard.view), (EMPTY, VIEW)):
        valid("rdjson.json", json.loads(rdjson.render(told, view)))
    problem, found = json.loads(rdjson.render(report))["diagnostics"]
    assert problem["location"] == {"path": "c.md", "range": {"start": {"line": 3}}}
    assert (found["severity"], found["code"]["value"]) == ("WARNING", "KW101")
    assert [r["location"]["path"] for r in found["related_locations"]] == ["b.md"]


def test_json_lines_are_the_discrepancies_of_the_json_report(report):
    told = [json.loads(line) for line in jsonl.render(report).splitlines()]
    assert told == document(report)["discrepancies"]
    assert jsonl.render(EMPTY) == ""
