"""Comments that silence rules: where they hold, what is said of those without effect, and that they are no text."""

from __future__ import annotations

import pytest

from checker.loading import load_rules
from checker.pipeline import extract
from checker.reading.pages import page
from checker.reading.plain import plain
from checker.settings import Settings

RULES = load_rules(entry_points=False)
MATTER = "---\ndate: 2025-12-09\nplace: 东岛区\n---\n"
A = "截至2025年11月底，东岛区上市高新技术企业7家。"
B = "截至2025年11月底，东岛区上市高新技术企业达到8家。"


@pytest.fixture
def states(tmp_path, monkeypatch, kanwu):
    """Check two articles; the state of each dispute and the problems that are told."""
    import json

    monkeypatch.chdir(tmp_path)

    def run(a, b, *options, suffix=".md"):
        (tmp_path / f"a{suffix}").write_text(a if suffix == ".html" else MATTER + a, encoding="utf-8")
        (tmp_path / f"b{suffix}").write_text(b if suffix == ".html" else MATTER + b, encoding="utf-8")
        told = json.loads(kanwu("check", ".", "--format", "json", *options).out)["discrepancies"]
        return (
            [d["state"] for d in told if d["code"] == "KW101"],
            [d["message"] for d in told if d["code"] == "KW903"],
        )

    return run


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"{A} <!-- kanwu: ignore KW101 口径不同 -->\n", B),
        (f"<!-- kanwu: ignore KW101 口径不同 -->\n{A}\n", B),
        (f"会议召开。\n\n<!-- kanwu：ignore conflicting-values 口径不同 -->\n\n{A}\n", B),
        (A, f"{B[:10]}<!-- kanwu: ignore 口径不同 -->{B[10:]}"),
        (A, f"<!-- kanwu: ignore-file KW2, KW1 口径不同 -->\n会议召开。\n\n{B}\n"),
        (A, f"<!--\nkanwu: ignore\nKW101 口径不同\n-->\n{B}\n"),
    ],
    ids=["same line", "line before", "a blank between, by name", "in the sentence, all rules", "file", "several lines"],
)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_a_comment_on_either_side_silences(states, a, b, suffix):
    assert states(a, b, suffix=suffix) == (["suppressed"], [])


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{A}<!-- kanwu: ignore KW101 口径不同 --></p>",
        f"<p>会议召开。</p>\n<!-- kanwu: ignore KW101 口径不同 -->\n<p>{A}</p>",
        f"<p>{A}</p> <!-- kanwu: ignore KW101 口径不同 -->\n<p>会议召开。</p>",
        f"<!-- kanwu: ignore-file KW101 口径不同 --><p>会议召开。</p><p>{A}</p>",
    ],
    ids=["inside", "before", "behind", "file"],
)
def test_a_page_silences_with_comments_too(states, html):
    shell = "<html><head><meta name='date' content='2025-12-09'></head><body>{}</body></html>"
    assert states(shell.format(html), shell.format(f"<p>{B}</p>"), suffix=".html") == (["suppressed"], [])


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore KW101", "屏蔽没有写理由，不起作用"),
        ("ignroe KW101 口径不同", "屏蔽不认识“ignroe”，是否想写 ignore？"),
        ("ignore KW202 口径不同", "屏蔽没有用上，可以删去"),
        ("ignore conflicting-value 口径不同", "屏蔽没有规则 conflicting-value，是否想写 conflicting-values？"),
        ("ignore-file KW101 口径不同", "屏蔽ignore-file 要写在正文开头，不起作用"),
    ],
)
def test_a_comment_without_effect_is_told_with_its_place(states, comment, told):
    found, notes = states(f"会议召开。\n\n<!-- kanwu: {comment} -->\n{A}\n", B)
    assert found == ["new"]
    assert notes == [f"a.md:7:1：{told}"]


def test_what_was_not_looked_for_is_not_held_against_a_comment(states):
    assert states(f"{A}<!-- kanwu: ignore KW101 口径不同 -->", B, "--select", "KW2") == ([], [])
    assert states(f"{A}<!-- kanwu: ignore 口径不同 -->", B, "--select", "KW2") == ([], [])


def test_a_comment_elsewhere_silences_nothing(states):
    assert states(f"<!-- kanwu: ignore KW101 口径不同 -->\n会议召开。\n\n{A}\n", B)[0] == ["new"]


BODY = """# 全区企业情况

截至2025年11月底，东岛区上市高新技术企业7家，
其中新上市2家。

图为车间。

去年新建学校3所，学位1200个。
"""


@pytest.mark.parametrize("at", range(len(BODY.splitlines())))
def test_a_comment_on_a_line_of_its_own_changes_nothing_that_is_read(at):
    lines = BODY.splitlines(keepends=True)
    comment = "<!-- kanwu: ignore KW101 比上年多5家，见2024年统计 -->\n"
    text = "".join([*lines[:at], comment, *lines[at:]])

    def read(body):
        told = extract(plain("a.md", MATTER + body)[0], Settings())
        sentences = [(s.text, s.region, s.section) for s in told.sentences]
        return sentences, [(c.text, c.metric, c.scope) for c in told.claims]

    assert read(text) == read(BODY)


def test_a_comment_within_a_line_is_no_text():
    text = f"{MATTER}截至2025年11月底，企业<!-- 99家 -->7家 <!-- kanwu: ignore KW101 另有5家 -->，学校3所。\n"
    article, _ = plain("a.md", text)
    (sentence,) = extract(article, Settings()).sentences
    assert sentence.text == "截至2025年11月底，企业7家，学校3所。"
    for i, c in enumerate(sentence.text):
        assert article.text[sentence.at(i)] == c
    assert "99" not in page("a.html", "<p>企业<!-- 99家 -->7家。</p>")[0].text


@pytest.mark.parametrize(
    "text",
    ["<!--" * 100_000, "<!-- kanwu: ignore -->" * 20_000, "<!---->" * 20_000 + "甲。" * 20_000, "甲<!---->" * 20_000],
)
def test_endless_comments_are_read_in_time(text):
    article, _ = plain("a.md", text)
    assert len(article.suppressions) == text.count("kanwu")
