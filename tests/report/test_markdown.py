from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from checker.model import Level, Report, Summary
from checker.report.markdown import MARK, render, size


def crowd(report, count, level=Level.WARNING, **changes):
    told = report.discrepancies[0]
    found = tuple(replace(told, level=level, message=f"第{n}处", **changes) for n in range(count))
    return replace(report, discrepancies=found, problems=())


def shown(page):
    """The text that a reader of the page sees, without markup."""
    tokens = [
        t
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
        for t in [token, *(token.children or [])]
    ]
    return "".join(t.content for t in tokens if t.type == "text")


def test_both_sentences_stand_in_the_comment(report):
    page = render(report)
    assert page.startswith(f"{MARK}\n## 勘误：错误 1 处，警告 1 处\n")
    assert "<b>KW101</b> conflicting-values　上市高新技术企业有两个数：7家和8家" in page
    assert "<code>a.md:12:8</code>　2025-12-09 青岛日报<br>截至11月底，全区上市高新技术企业<b>7家</b>。" in page
    assert "全区上市高新技术企业达到<b>8家</b>。" in page
    assert page.index("KW902") < page.index("<details>") < page.index("KW101") < page.index("</details>")


def test_nothing_found_says_so():
    assert "## 勘误：没有问题" in render(Report(Summary(articles=3), ()))


def test_what_was_dealt_with_is_only_counted(report):
    told = replace(report, discrepancies=(replace(report.discrepancies[0], state="baselined"),), problems=())
    page = render(told)
    assert "已入基线 1 处，不再列出。" in page
    assert "KW101" not in page


@pytest.mark.parametrize("count", [1, 40, 700, 5000])
def test_the_comment_keeps_within_its_limit_and_counts_what_it_leaves_out(report, count):
    page = render(crowd(report, count, repair="𠮷" * 40))
    assert size(page) < 65_536
    listed = sum(f"第{n}处" in page for n in range(count))
    left = f"另有 {count - listed} 处" in page
    assert left == (listed < count)
    assert page.count("<details>") == page.count("</details>")


def test_errors_are_told_before_all_else_and_lose_no_room_to_notes(report):
    found = (
        *crowd(report, 3000, Level.NOTE).discrepancies,
        *crowd(report, 30, Level.ERROR, code="KW105").discrepancies,
    )
    page = render(replace(report, discrepancies=found, problems=()))
    assert page.count("<b>KW105</b>") == 30
    assert page.index("KW105") < page.index("<details>\n<summary>其余错误 20 处") < page.index("<summary>提示 3000 处")


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script></details>",
        "![x](y) [a](b) **c** __d__ `e` ~~f~~ |g|",
        "$x$ \\( # - 1.",
        "&lt;b&gt;",
    ],
)
def test_an_article_cannot_write_markup(report, words):
    claim = report.discrepancies[0].claims[0]
    text = words + claim.sentence.text
    at = claim.figure.start + len(words)
    figure = replace(claim.figure, start=at, end=at + 2)
    evil = replace(claim, sentence=replace(claim.sentence, text=text), figure=figure)
    page = render(replace(report, discrepancies=(replace(report.discrepancies[0], claims=(evil,)),), problems=()))
    line = next(line for line in page.splitlines() if line.startswith("- <code>"))
    assert words in shown(line)
    assert "<script" not in page


@pytest.mark.parametrize("words", ["@wang", "#12", "http://a.b", "www.a.b"])
def test_an_article_tells_nobody_and_links_to_nothing(report, words):
    page = render(replace(report, discrepancies=(replace(report.discrepancies[0], message=words),)))
    assert words not in page
    tokens = [
        t
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
        for t in token.children or []
    ]
    assert "link_open" not in [t.type for t in tokens]
