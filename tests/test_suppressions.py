"""Comments that silence rules: where they hold, what is said of those without effect, and that they are no text."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from checker.loading import load_rules
from checker.pipeline import extract
from checker.reading.corpus import taken
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


def row(text, **more):
    import json

    return json.dumps({"date": "2025-12-09", "place": "东岛区", "text": text, **more}, ensure_ascii=False) + "\n"


@pytest.fixture
def rows(tmp_path, monkeypatch, kanwu):
    """Check rows of one file; the state of the dispute and the problems that are told."""
    import json

    monkeypatch.chdir(tmp_path)

    def run(*told):
        (tmp_path / "a.jsonl").write_text("".join(told), encoding="utf-8")
        found = json.loads(kanwu("check", ".", "--format", "json").out)["discrepancies"]
        return (
            [d["state"] for d in found if d["code"] == "KW101"],
            [(d["code"], d["message"]) for d in found if d["code"] in {"KW902", "KW903"}],
        )

    return run


@pytest.mark.parametrize(
    "first",
    [
        row(A, kanwu="ignore KW101 口径不同"),
        row(A, kanwu="kanwu: ignore conflicting-values 口径不同"),
        row(A, kanwu=["ignore-file KW101 口径不同"]),
        row(f"<!-- kanwu: ignore KW101 口径不同 -->\n会议召开。\n{A}"),
    ],
    ids=["key", "with its name", "list", "in the text"],
)
def test_a_row_silences_by_a_key_or_a_comment(rows, first):
    assert rows(first, row(B)) == (["suppressed"], [])
    assert rows(row(B), first) == (["suppressed"], [])


def test_a_key_of_a_row_without_effect_is_told(rows):
    told = "a.jsonl:1：屏蔽没有写理由，不起作用"
    assert rows(row(A, kanwu="ignore KW101"), row(B)) == (["new"], [("KW903", told)])
    states, ((code, message),) = rows(row(A, kanwu={"ignore": "KW101"}), row(B))
    assert (states, code) == (["new"], "KW902")
    assert message.startswith("a.jsonl:1：kanwu 应为")


def test_a_comment_in_a_row_is_no_text():
    (article,), _ = taken("a.jsonl", row(f"{A[:10]}<!-- 99家 -->{A[10:]}").encode())
    (sentence,) = extract(article, Settings()).sentences
    assert sentence.text == A


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
    "</Relationships>"
)


def word(paragraphs, comments=()):
    """A draft in Word's format; each comment is the number of its paragraph and its words."""
    at = {n: k for k, (n, _) in enumerate(comments)}

    def paragraph(n, text):
        half = len(text) // 2
        mark = f'<w:r><w:commentReference w:id="{at[n]}"/></w:r>' if n in at else ""
        runs = (f"<w:r><w:t>{part}</w:t></w:r>" for part in (text[:half], text[half:]))
        return f"<w:p>{mark.join(runs)}</w:p>"

    body = "".join(paragraph(n, text) for n, text in enumerate(paragraphs))
    notes = "".join(
        f'<w:comment w:id="{k}" w:initials="王"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        for k, (_, text) in enumerate(comments)
    )
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        if comments:
            archive.writestr("word/_rels/document.xml.rels", LINKS)
            archive.writestr("word/comments.xml", f"<w:comments {WORD}>{notes}</w:comments>")
    return made.getvalue()


PARAGRAPHS = ("2025年12月9日", "会议召开。", A, "会议结束。")


@pytest.mark.parametrize(
    ("comments", "told"),
    [
        ([(2, "kanwu: ignore KW101 口径不同")], (["suppressed"], [])),
        ([(1, "王：请核"), (2, "kanwu：ignore 口径不同 --&gt; &lt;b&gt;")], (["suppressed"], [])),
        ([(0, "kanwu: ignore-file KW101 口径不同")], (["suppressed"], [])),
        ([(1, "kanwu: ignore KW101 口径不同")], (["new"], ["a.docx:2:1：屏蔽没有用上，可以删去"])),
        ([(2, "核过")], (["new"], [])),
    ],
    ids=["paragraph", "among others", "file", "elsewhere", "another's"],
)
def test_a_comment_of_word_silences_its_paragraph(tmp_path, monkeypatch, kanwu, comments, told):
    import json

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(word(PARAGRAPHS, comments))
    (tmp_path / "b.md").write_text(MATTER + B, encoding="utf-8")
    found = json.loads(kanwu("check", ".", "--format", "json").out)["discrepancies"]
    states = [d["state"] for d in found if d["code"] == "KW101"]
    assert (states, [d["message"] for d in found if d["code"] == "KW903"]) == told


def test_comments_of_word_are_no_text():
    (plain_draft,), _ = taken("a.docx", word(PARAGRAPHS))
    (commented,), _ = taken("a.docx", word(PARAGRAPHS, [(1, "另有99家"), (2, "kanwu: ignore KW101 另有5家")]))
    assert commented.text == plain_draft.text
    assert commented.regions == plain_draft.regions
    assert [s.line for s in commented.suppressions] == [3]


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
