"""Any bytes are read or refused, never a crash; and the figures of the shared corpora hold."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reading import read
from checker.reading.drafts import draft
from checker.sentences import sentences

_SHARED = Path(__file__).parents[3] / "shared"
_needs_shared = pytest.mark.skipif(not _SHARED.is_dir(), reason="the shared corpora are not here")

_PIECES = st.one_of(
    st.sampled_from(("---\n", "title: 甲\n", "date: 2025-03-10\n", "date: x\n", "{", "}", '"text"', ":", '"甲。"')),
    st.sampled_from(
        ("甲县", "。", "\r", "\n", "\ufeff", "\0", "\t", "# ", "（记者 ", "12月8日", "2025年", "▲", "“", "”")
    ),
    st.sampled_from(("<p>", "</p>", "<aside>", "&lt;", "\u2028", "**", "|", "- ")),
)
_BYTES = st.one_of(st.binary(max_size=200), st.lists(_PIECES, max_size=30).map(lambda p: "".join(p).encode()))


@settings(max_examples=60, deadline=None)
@given(_BYTES, st.sampled_from([".md", ".txt", ".jsonl", ".json", ".html", ".docx"]))
def test_any_bytes_are_read_or_told(data, suffix):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        reading = read([str(path)])
    assert reading.articles or reading.problems
    for article in reading.articles:
        article.text.encode()
        for sentence in sentences(article):
            assert "".join(article.text[sentence.at(i)] for i in range(len(sentence.text))) == sentence.text
        for region in article.regions:
            assert all(0 <= s.start <= s.end <= len(article.text) for s in region.pieces)
            assert article.locate(region.pieces[0].start).line >= 1


_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TAGS = ("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "moveTo", "sym", "hyperlink", "footnoteReference", "fldChar")
_NODES = st.recursive(
    st.sampled_from(("8家", "。", "&#x2028;", "<w:br/>", "<w:sym/>", '<w:gridSpan w:val="x"/>', "<oops", "&no;")),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>", st.sampled_from(_TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(_NODES, st.sampled_from(("<w:style/>", "")))
def test_any_draft_is_read_or_told(body, styles):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {_NS}>{styles}</w:styles>")
    article, problems = draft("a.docx", data.getvalue())
    assert (article is None) == bool(problems)


def test_a_deep_draft_does_not_crash():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        deep = "<w:sdtContent>" * 50_000 + "</w:sdtContent>" * 50_000
        archive.writestr("word/document.xml", f"<w:document {_NS}><w:body>{deep}</w:body></w:document>")
    article, problems = draft("a.docx", data.getvalue())
    assert article is None
    assert ".docx" in problems[0].message


@_needs_shared
def test_the_raw_pages_are_dated_right_or_not_at_all():
    days = [a.published for a in read([str(_SHARED / "seeds")]).articles]
    assert days == [date(2025, 12, 8), date(2025, 12, 24), None, date(2025, 3, 20), date(2024, 6, 19)]


@_needs_shared
@pytest.mark.parametrize("folder", ["seeds", "bench/seeds"])
def test_the_pages_are_rejoined(folder):
    told = [s.text for a in read([str(_SHARED / folder)], exclude=["*.json"]).articles for s in sentences(a)]
    for joint in (
        "区建设成为",
        "1银2铜",
        "母体高校",
        "LY102片",
        "过河桥梁",
        "供需对接",
        "实施的“",
        "青少年校园",
        "以上科技",
        "配套制定",
    ):
        assert any(joint in words for words in told), joint
    assert not any("计划气" in words or "的引创新" in words for words in told)


@_needs_shared
def test_every_corpus_is_read_without_a_problem():
    folders = [str(_SHARED / "bench" / "dev"), str(_SHARED / "corpora" / "national-reports")]
    reading = read(folders, exclude=["gold.json"])
    assert reading.problems == ()
    assert len(reading.articles) == 49
    assert all(a.published and a.title for a in reading.articles)
    assert os.sep in reading.articles[0].path
