"""Where sentences end, what they drop, and that every character knows its place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Article, Region, RegionKind, Span
from checker.reading.plain import plain
from checker.sentences import sentences

_BROKEN = st.text(alphabet="甲乙丙1.2%。！？…；，“”（）《》\"'!?#*_`[]()<>\\- |▲\n\r\t\u3000\ufeff", max_size=120)


def _split(text):
    article = Article("a.md", text, (Region(RegionKind.BODY, (Span(0, len(text)),)),))
    return [s.text for s in sentences(article)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一。二！三？四", ["一。", "二！", "三？", "四"]),
        ("增长5.3%。增速为5。3个", ["增长5.3%。", "增速为5。", "3个"]),
        ("甲；乙；丙。", ["甲；乙；丙。"]),
        ("全国领先……一组数据亮眼。", ["全国领先……", "一组数据亮眼。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("他说：“好。”大家鼓掌。", ["他说：“好。”", "大家鼓掌。"]),
        ("“好。今后更好。”的口号响起。", ["“好。今后更好。”的口号响起。"]),
        ("“要干就干好。”县长张三丰说。会议结束。", ["“要干就干好。”县长张三丰说。", "会议结束。"]),
        ("喊出“加油！努力！”，声音响亮。", ["喊出“加油！努力！”，声音响亮。"]),
        ("节目《加油！向未来》播出。", ["节目《加油！向未来》播出。"]),
        ("项目（含一期。另有二期）开工。", ["项目（含一期。另有二期）开工。"]),
        ('他说："好。"大家鼓掌。', ['他说："好。"', "大家鼓掌。"]),
        ("没有闭合的“引号。第二句。", ["没有闭合的“引号。", "第二句。"]),
        ("见https://a.b/?id=1&x=2。", ["见https://a.b/?id=1&x=2。"]),
        ("　　甲。　乙。 ", ["甲。", "乙。"]),
        ("甲地　乙地", ["甲地　乙地"]),
        ("共**8家**企业", ["共8家企业"]),
        ("见[全文](https://a.b/c)共8家", ["见全文共8家"]),
        ("![图](a.png)共8家", ["共8家"]),
        ("低于<5%的<b>8家</b>", ["低于<5%的8家"]),
        ("共8\n家", ["共8家"]),
        ("。。。", ["。。。"]),
        ("", []),
        ("**", []),
    ],
)
def test_where_sentences_end(text, told):
    assert _split(text) == told


def test_a_long_quotation_is_split_inside():
    long = "甲" * 40
    assert _split(f"他说：“{long}。{long}。”") == [f"他说：“{long}。", f"{long}。”"]


def test_sentences_count_regions_and_themselves():
    text = "题\n一。二。\n三。"
    parts = (
        Region(RegionKind.TITLE, (Span(0, 1),)),
        Region(RegionKind.BODY, (Span(2, 6),), "节"),
        Region(RegionKind.CAPTION, (Span(7, 9),)),
    )
    told = sentences(Article("a.md", text, parts))
    assert [(s.text, s.paragraph, s.index, s.region.value, s.section) for s in told] == [
        ("题", 0, 0, "title", ""),
        ("一。", 1, 1, "body", "节"),
        ("二。", 1, 2, "body", "节"),
        ("三。", 2, 3, "caption", ""),
    ]


@given(_BROKEN)
def test_every_character_stands_where_its_sentence_says(text):
    article, _ = plain("a.md", text)
    for sentence in sentences(article):
        assert sentence.text == sentence.text.strip()
        assert "\n" not in sentence.text
        assert "\r" not in sentence.text
        starts = [start for start, _ in sentence.pieces]
        assert starts == sorted(set(starts))
        places = [sentence.at(i) for i in range(len(sentence.text))]
        assert places == sorted(set(places))
        assert "".join(article.text[p] for p in places) == sentence.text


@given(st.text(alphabet="甲乙丙1。！？；，“”（）\n", max_size=120))
def test_no_character_is_lost_or_told_twice(text):
    article, _ = plain("a.md", text)
    told = sorted(s.at(i) for s in sentences(article) for i in range(len(s.text)))
    assert told == [i for i, c in enumerate(text) if not c.isspace()]


@pytest.mark.parametrize(
    "unit", ["9", "亿", "（", "“甲。", "[", "<a", "*", "甲 ", "。", "”", "“", "《", '"', "甲\n", "# ", "▲\n\n"]
)
def test_a_long_line_of_anything_takes_seconds(unit):
    size = 40_000 if "\n" in unit else 300_000
    text = unit * (size // len(unit))
    started = time.process_time()
    article, _ = plain("a.md", text)
    sentences(article)
    assert time.process_time() - started < 6
