"""Every column that a report tells must lead back to the figure, in the file's own bytes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from checker.report import github, rdjson, sarif
from checker.report.places import Place, Unit, characters, key, places, ruler

FIGURES = {"a.md": ["7家"], "b.txt": ["8家"], "c.jsonl": ["11家", "9家"]}


def lines(hard, path):
    return re.split(r"\r\n|\n|\r", hard.texts[path])


def cut(text, start, end, codec):
    """The text between two columns counted in units of ``codec``, from 1."""
    width = 2 if codec == "utf-16-le" else 1
    return text.encode(codec)[(start - 1) * width : (end - 1) * width].decode(codec)


def unescaped(path, text):
    return json.loads(f'"{text}"') if path.endswith(".jsonl") else text


def test_sarif_counts_utf_16_code_units(hard):
    log = sarif.document(hard.report, hard.view)["runs"][0]
    assert log["columnKind"] == "utf16CodeUnits"
    told = {}
    for result in (r for r in log["results"] if r["ruleId"] != "KW901"):
        for place in result["locations"] + result.get("relatedLocations", []):
            path = unquote(place["physicalLocation"]["artifactLocation"]["uri"])
            region = place["physicalLocation"]["region"]
            if path in FIGURES:
                line = lines(hard, path)[region["startLine"] - 1]
                found = cut(line, region["startColumn"], region["endColumn"], "utf-16-le")
                told.setdefault(path, []).append(unescaped(path, found))
                assert region.get("snippet", {"text": found})["text"] == found
            else:
                assert region == {"startLine": 1}, "of an extracted draft and of a broken file no column is known"
    assert {path: sorted(found) for path, found in told.items()} == FIGURES


def test_rdjson_counts_bytes_of_utf_8(hard):
    told = {}
    for found in json.loads(rdjson.render(hard.report, hard.view))["diagnostics"]:
        if found["code"]["value"] == "KW901":
            continue
        for place in [found["location"], *(r["location"] for r in found.get("related_locations", []))]:
            path = place["path"]
            if path in FIGURES:
                start, end = place["range"]["start"], place["range"]["end"]
                assert start["line"] == end["line"]
                figure = cut(lines(hard, path)[start["line"] - 1], start["column"], end["column"], "utf-8")
                told.setdefault(path, []).append(unescaped(path, figure))
    assert {path: sorted(found) for path, found in told.items()} == FIGURES


def test_a_workflow_command_counts_as_sarif_does(hard):
    command = next(c for c in github.render(hard.report, hard.view).splitlines() if "KW101" in c)
    given = dict(re.findall(r"(\w+)=([^,:]*)", command.partition("::")[2].partition("::")[0]))
    line = lines(hard, given["file"])[int(given["line"]) - 1]
    assert cut(line, int(given["col"]), int(given["endColumn"]), "utf-16-le") == "8家"


@pytest.mark.parametrize("unit", list(Unit))
def test_a_row_that_is_not_at_hand_is_known_by_its_line(hard, unit):
    found = places(hard.report, unit, lambda _path: None)
    rows = [p for p in found.values() if p.path == "c.jsonl"]
    assert sorted((p.line, p.column) for p in rows) == [(1, 0), (2, 0)]


def test_an_article_that_is_not_at_hand_is_known_by_its_line(report):
    found = places(report, Unit.UTF_8, lambda _path: None)
    assert {(p.path, p.line, p.column) for p in found.values()} == {("a.md", 12, 0), ("b.md", 12, 0)}
    assert key(report.discrepancies[0].claims[0]) in found


def test_a_figure_over_two_lines_ends_on_the_second(hard):
    claim = next(c for d in hard.report.discrepancies for c in d.claims if c.article.path == "a.md")
    long = replace(claim, start=claim.start - claim.location.column + 1 - len("-\r\n"))
    dispute = replace(hard.report.discrepancies[0], claims=(long,))
    (place,) = places(replace(hard.report, discrepancies=(dispute,)), Unit.UTF_16, hard.view.source).values()
    assert place == Place("a.md", 5, 3, 6, 34)


@pytest.mark.parametrize(
    ("row", "starts"),
    [
        ('{"text": "一"}', [10, 11]),
        ('{ "id" : {"text": "x"} , "text" : "\\ud842\\udfb7\\n" }', [35, 47, 49]),
        ('{"text": "a", "text": "b"}', [23, 24]),
        ('{"title": "一"}', ()),
        ('{"text": 7.50}', ()),
        ("", ()),
        ("not json", ()),
    ],
)
def test_characters_of_a_row(row, starts):
    assert characters(row, "text") == starts


def test_a_ruler_of_an_endless_line_is_made_once():
    assert ruler("亿" * 300_000, Unit.UTF_8)[-1] == 900_000
    assert ruler("𠮷" * 300_000, Unit.UTF_16)[-1] == 600_000
