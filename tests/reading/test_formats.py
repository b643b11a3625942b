"""Each format, each way it can be broken, and that the rest is read all the same."""

from __future__ import annotations

import json
import zipfile
from datetime import date

import pytest

from checker.model import Level, RegionKind
from checker.reading import read
from checker.sentences import sentences

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def _one(folder, name, content):
    reading = read([_write(folder, name, content)])
    assert len(reading.articles) == 1, reading.problems
    return reading.articles[0], reading.problems


def _words(article, kind=None):
    return [s.text for s in sentences(article) if kind is None or s.region is kind]


def _docx(folder, body, name="a.docx", styles="", notes=""):
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {_NS}>{styles}</w:styles>")
        if notes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {_NS}>{notes}</w:footnotes>")
    return str(path)


def _p(*runs, style=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def _style(key, name):
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'


def _t(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


# --- plain text ---------------------------------------------------------------------------------------


def test_front_matter_is_read_and_kept_in_the_text(tmp_path):
    text = "---\ntitle: '甲县：开工'\ndate: 2025-03-10\nsource: 某报\nplace: 甲县\nextra: 1\n---\n\n项目开工。\n"
    article, problems = _one(tmp_path, "a.md", text)
    assert problems == ()
    assert (article.title, article.published, article.dated_by) == ("甲县：开工", date(2025, 3, 10), "front-matter")
    assert (article.source, article.place) == ("某报", "甲县")
    assert article.text == text
    assert _words(article) == ["甲县：开工", "项目开工。"]
    start = article.regions[0].pieces[0].start
    assert article.locate(start).line == 2
    assert text[start : start + 5] == "甲县：开工"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_stay_and_the_mark_goes(tmp_path, ends, mark):
    text = ends.join(["---", "title: 甲县开工", "date: 2025-03-10", "---", "", "一段。", "", "二段。", ""])
    article, problems = _one(tmp_path, "a.md", mark + text)
    assert problems == ()
    assert article.text == text
    assert article.published == date(2025, 3, 10)
    assert _words(article, RegionKind.BODY) == ["一段。", "二段。"]
    assert article.locate(text.index("二段")).line == 8


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings_are_recognised(tmp_path, codec):
    text = "甲县科技创新大会召开\n\n全县共有高新技术企业128家，同比增长12.5%。\n"
    data = text.encode(codec)
    article, problems = _one(tmp_path, "a.txt", data)
    assert problems == ()
    assert article.text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\xff\xfe\x00\x01\x02", "无法解码"),
        ("全縣共有企業一百二十八家，較上年增長。".encode("big5"), "无法解码"),
        ("全县共有企业八家。\n其中\n".encode()[:-2] + b"\n", "无法解码"),
        ("全县共有企业八家".encode("utf-16-le"), "无法解码"),
        (b"abc\x00def", "空字符"),
        (b"\xff\xfe\x00\xd8\x41", "UTF-16"),
        (b"", "空文件"),
        (b" \r\n\n", "空文件"),
    ],
)
def test_undecodable_and_empty_files_are_problems(tmp_path, data, said):
    good = _write(tmp_path, "good.txt", "开工。")
    bad = _write(tmp_path, "bad.txt", data)
    reading = read([str(tmp_path)])
    assert [a.path for a in reading.articles] == [good]
    (problem,) = reading.problems
    assert (problem.path, problem.level, problem.code) == (bad, Level.ERROR, "KW902")
    assert said in problem.message


def test_the_line_of_undecodable_bytes_is_told(tmp_path):
    reading = read([_write(tmp_path, "a.txt", "第一行\n第二行\n".encode() + b"\xff\xff\n")])
    assert reading.problems[0].line == 3


@pytest.mark.parametrize(
    ("head", "line", "said", "published"),
    [
        ("---\ntitle: 甲\ndate: 2025-03-10\n", 1, "没有结束行", date(2025, 3, 10)),
        ('---\ntitle: "甲\ndate: 2025-03-10\n---\n', 4, "YAML", date(2025, 3, 10)),
        ("---\ntitle：甲\ndate：2025-03-10\n---\n", 2, "半角冒号", date(2025, 3, 10)),
        ("---\ntitle: 甲\ndate: 2025-13-40\n---\n", 3, "2025-13-40", None),
        ("---\ntitle: 甲\ndate: 前天\n---\n", 3, "前天", None),
        ("---\ntitle: [甲]\n---\n", 2, "title", None),
        ("---\n- 甲\n- 乙\n---\n", 2, "键: 值", None),
        ("---\na: [[[[[\n---\n", 3, "YAML", None),
    ],
)
def test_broken_front_matter_is_told_and_the_body_read(tmp_path, head, line, said, published):
    article, problems = _one(tmp_path, "a.md", head + "\n全县共有企业128家。\n")
    assert "全县共有企业128家。" in _words(article)
    assert said in problems[0].message
    assert problems[0].line == line
    assert article.published == published


@pytest.mark.parametrize("deep", ["[" * 900, "{" * 900, "\n" + "\n".join(" " * i + "a:" for i in range(1, 200))])
def test_deep_front_matter_does_not_crash(tmp_path, deep):
    article, _ = _one(tmp_path, "a.md", f"---\na: {deep}\n---\n正文。\n")
    assert _words(article) == ["正文。"]


def test_endless_front_matter_is_told(tmp_path):
    article, problems = _one(tmp_path, "a.md", "---\ntitle: 甲\na: " + "[" * 50_000 + "\n---\n正文。\n")
    assert "过长" in problems[0].message
    assert (article.title, _words(article)) == ("甲", ["甲", "正文。"])


def test_a_rule_at_the_top_is_no_front_matter(tmp_path):
    article, problems = _one(tmp_path, "a.md", "---\n\n全县共有企业128家。\n")
    assert problems == ()
    assert _words(article) == ["全县共有企业128家。"]


def test_front_matter_without_a_body_is_told(tmp_path):
    _, problems = _one(tmp_path, "a.md", "---\ntitle: 甲\n---\n\n")
    assert "没有正文" in problems[0].message


# --- rows ---------------------------------------------------------------------------------------------


def test_rows_know_their_line_and_field(tmp_path):
    rows = [
        {
            "id": "a",
            "title": "甲县开工",
            "text": "投资1亿元。\n计划2027年建成。",
            "date": "2025-03-10",
            "source": "某报",
        },
        {"id": 7, "text": "竣工。"},
    ]
    path = _write(tmp_path, "a.jsonl", "\r\n".join(json.dumps(r, ensure_ascii=False) for r in rows))
    first, second = sorted(read([path]).articles, key=lambda a: a.row)
    assert (first.id, first.row, first.published, first.dated_by) == (f"{path}#a", 1, date(2025, 3, 10), "row")
    assert first.text == "甲县开工\n投资1亿元。\n计划2027年建成。"
    assert first.locate(first.text.index("计划"))[:] == (1, 8, 7, "text")
    assert first.locate(2).field == "title"
    assert (second.id, second.row, second.fields[0].name) == (f"{path}#7", 2, "text")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"id": 1, "text": ', "JSON"),
        ("[1, 2]", "对象"),
        ('"甲"', "对象"),
        ('{"id": 1, "text": 5.5e}', "JSON"),
        ('{"id": 1, "title": "甲"}', "text"),
        ('{"id": 1, "text": "  "}', "为空"),
        ('{"id": 1, "text": ["甲"]}', "text"),
        ('{"id": "ok", "text": "重名。"}', "重复"),
        ('{"id": 1, "text": "坏\\ud800字。"}', "转义"),
        ('{"id": 1, "text": "甲。", "date": "某日"}', "某日"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_broken_row_is_told_with_its_line_and_the_others_go_on(tmp_path, row, said):
    path = _write(
        tmp_path, "a.jsonl", f'{{"id": "ok", "text": "开工。"}}\n\n{row}\n{{"id": "end", "text": "竣工。"}}\n'
    )
    reading = read([path])
    assert {"ok", "end"} <= {a.row_id for a in reading.articles}
    assert len({a.id for a in reading.articles}) == len(reading.articles)
    (problem,) = reading.problems
    assert (problem.line, problem.level) == (3, Level.ERROR)
    assert said in problem.message


@pytest.mark.parametrize(
    ("name", "content", "level"),
    [
        ("gold.json", '{"findings": []}', Level.NOTE),
        ("rows.jsonl", '{"a": 1}\n{"a": 2}\n', Level.NOTE),
        ("broken.json", "{", Level.NOTE),
        ("articles.json", '[{"text": "开工。"}]', Level.ERROR),
        ("articles.json", '{\n"text": "开工。"}', Level.ERROR),
    ],
)
def test_json_without_rows_is_passed_over(tmp_path, name, content, level):
    reading = read([_write(tmp_path, name, content)])
    assert reading.articles == ()
    assert [p.level for p in reading.problems] == [level]


# --- drafts and pages ---------------------------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted(tmp_path):
    ins = f'<w:ins w:id="1">{_t("8家")}</w:ins>'
    gone = '<w:del w:id="2"><w:r><w:delText>7家</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{_t("旧处")}</w:moveFrom><w:moveTo w:id="4">{_t("新处")}</w:moveTo>'
    linked = f"<w:hyperlink>{_t('链接')}</w:hyperlink><w:sdt><w:sdtContent>{_t('控件')}</w:sdtContent></w:sdt>"
    path = _docx(tmp_path, _p(_t("全县共有"), ins, gone, _t("，"), moved, linked, _t("。")))
    article = read([path]).articles[0]
    assert article.text == "全县共有8家，新处链接控件。"


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path):
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{_t("全县共有")}</w:p>'
    article = read([_docx(tmp_path, first + _p(_t("企业8家。")))]).articles[0]
    assert article.text == "全县共有企业8家。"


def test_deleted_and_moved_paragraphs_and_rows_are_not_read(tmp_path):
    gone = f'<w:p><w:del w:id="1"><w:r><w:delText>原有7家。</w:delText></w:r></w:del></w:p>{_p(_t("现有8家。"))}'
    away = f'<w:p><w:moveFrom w:id="2">{_t("投资1亿元。")}</w:moveFrom></w:p>'
    here = f'<w:p><w:moveTo w:id="3">{_t("投资1亿元。")}</w:moveTo></w:p>'
    row = f'<w:tbl><w:tr><w:tc><w:p><w:ins w:id="4">{_t("新增2项。")}</w:ins></w:p></w:tc></w:tr></w:tbl>'
    article = read([_docx(tmp_path, gone + away + row + here)]).articles[0]
    assert article.text == "现有8家。\n新增2项。\n投资1亿元。"


def test_styles_and_cells_of_a_draft(tmp_path):
    cells = "".join(f"<w:tc>{_p(_t(words))}</w:tc>" for words in ("表内共3项。", "投资2亿元。"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    body = _p(_t("甲县开工"), style="Title") + _p(_t("成效"), style="1") + _p(_t("投资1亿元。")) + table
    article = read([_docx(tmp_path, body, styles=_style("1", "heading 1"))]).articles[0]
    assert article.title == "甲县开工"
    assert _words(article, RegionKind.HEADING) == ["成效"]
    assert _words(article, RegionKind.BODY) == ["投资1亿元。", "表内共3项。", "投资2亿元。"]
    assert article.regions[-1].section == "成效"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("heading 2", RegionKind.HEADING),
        ("heading 9", RegionKind.HEADING),
        ("标题 3", RegionKind.HEADING),
        ("Subtitle", RegionKind.HEADING),
        ("caption", RegionKind.CAPTION),
        ("题注", RegionKind.CAPTION),
        ("Title", RegionKind.TITLE),
        ("标题", RegionKind.TITLE),
        ("Body Text", RegionKind.BODY),
    ],
)
def test_a_style_says_what_a_paragraph_is(tmp_path, name, kind):
    body = _p(_t("全县投资1亿元。")) + _p(_t("工地现场共有8人。"), style="a9") + _p(_t("项目开工。"))
    article = read([_docx(tmp_path, body, styles=_style("a9", name))]).articles[0]
    assert _words(article, kind).count("工地现场共有8人。") == 1


def test_a_first_heading_titles_a_draft_and_a_later_one_does_not(tmp_path):
    long = "甲县召开科技创新大会并为上一年度全县高新技术企业代表和科技工作者代表颁发证书" * 2
    first = _p(_t(long), style="Heading1") + _p(_t("项目开工。"))
    later = _p(_t("甲县开工。")) * 5 + _p(_t("成效"), style="Heading1") + _p(_t("投资1亿元。"))
    one, two = read([_docx(tmp_path, first), _docx(tmp_path, later, name="b.docx")]).articles
    assert one.title == long
    assert _words(two, RegionKind.HEADING) == ["成效"]


def test_notes_stand_below_the_text_and_leave_no_mark(tmp_path):
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{_p(_t("数据截至6月。"))}</w:footnote>'
    body = _p(_t("全县共有8"), mark, _t("家企业。")) + _p(_t("项目开工。"))
    article = read([_docx(tmp_path, body, notes=notes)]).articles[0]
    assert article.text == "全县共有8家企业。\n项目开工。\n数据截至6月。"


def test_breaks_hyphens_and_pictures_of_a_draft(tmp_path):
    broken = "<w:r><w:t>一段。</w:t><w:br/><w:t>A&amp;B占&lt;5</w:t><w:noBreakHyphen/><w:t>8</w:t><w:softHyphen/></w:r>"
    image = '<w:r><w:drawing><a:blip xmlns:a="x" r:embed="rId9" xmlns:r="y"/></w:drawing></w:r>'
    article = read([_docx(tmp_path, _p(broken, image, _t("%。")))]).articles[0]
    assert article.text == "一段。\nA&B占<5-8%。"


def test_a_draft_with_too_much_text_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    reading = read([str(tmp_path / "a.docx")])
    assert reading.articles == ()
    assert ".docx" in reading.problems[0].message


@pytest.mark.parametrize("data", [b"not a zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0old"])
def test_a_broken_draft_is_told(tmp_path, data):
    reading = read([_write(tmp_path, "a.docx", data)])
    assert reading.articles == ()
    assert ".docx" in reading.problems[0].message


def test_a_draft_with_broken_or_no_xml_is_told(tmp_path):
    broken = _docx(tmp_path, "<w:p>", name="b.docx")
    with zipfile.ZipFile(tmp_path / "c.docx", "w") as archive:
        archive.writestr("other.xml", "<a/>")
    reading = read([broken, str(tmp_path / "c.docx"), _docx(tmp_path, _p(_t(" ")), name="d.docx")])
    assert reading.articles == ()
    assert len(reading.problems) == 3


def test_a_page_keeps_what_its_markup_says(tmp_path):
    html = """<html><head><title>别名</title>
    <meta property="article:published_time" content="2025-03-10T08:00:00+08:00">
    <meta name="source" content="某报"><style>p{}</style></head><body><nav>首页</nav>
    <div class="breadcrumb">新闻 &gt; 正文</div>
    <h1>甲县<br>开工</h1><p>　　投资1<b>亿</b>元，A&amp;B占比&lt;5%。全县将把项目建</p>
    <figure><img src="a.png"><figcaption>工地现场。</figcaption></figure><p>设成为示范区。</p>
    <h2>成效</h2><p>第一段<br><br>第二段。</p><aside><p>资料一则。</p></aside>
    <script>var a = "不读";</script><footer>版权所有</footer></body></html>"""
    article, problems = _one(tmp_path, "a.html", html)
    assert problems == ()
    assert (article.title, article.published, article.dated_by) == ("甲县 开工", date(2025, 3, 10), "meta")
    assert article.source == "某报"
    assert _words(article, RegionKind.BODY) == [
        "投资1亿元，A&B占比<5%。",
        "全县将把项目建设成为示范区。",
        "第二段。",
    ]
    assert _words(article, RegionKind.CAPTION) == ["工地现场。"]
    assert _words(article, RegionKind.SIDEBAR) == ["资料一则。"]
    for word in ("首页", "新闻 >", "不读", "版权"):
        assert word not in article.text


def test_a_page_titled_in_its_head_only(tmp_path):
    article, _ = _one(tmp_path, "a.html", "<title>甲县开工_某某日报</title><p>2025年3月10日</p><p>项目开工。</p>")
    assert article.text == "甲县开工\n2025年3月10日\n项目开工。"
    assert _words(article) == ["甲县开工", "2025年3月10日", "项目开工。"]
    assert article.published == date(2025, 3, 10)


def test_a_deep_page_does_not_crash(tmp_path):
    article, _ = _one(tmp_path, "a.html", "<div>" * 20_000 + "开工。")
    assert article.text == "开工。"


def test_what_a_draft_holds_unread_is_told(tmp_path):
    field = '<w:fldSimple w:instr="DATE"><w:r><w:t>12月8日</w:t></w:r></w:fldSimple>'
    path = _docx(tmp_path, f"<w:p><w:r><w:t>全区现有企业8家。</w:t></w:r>{field}</w:p>")
    found = read([str(path)])
    assert len(found.articles) == 1
    assert [(p.level, "w:fldSimple" in p.message) for p in found.problems] == [("note", True)]
