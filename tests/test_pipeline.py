"""The whole program: what is found in a small corpus, in any order, and what must hold of any text."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from checker.loading import load_rules
from checker.model import Kind
from checker.pipeline import assess, check, extract
from checker.reading.plain import plain
from checker.settings import Settings
from tests.claims.cases import extraction

RULES = load_rules(entry_points=False)

# Pairs of papers' texts, with the rule that must report or name them.
CLASHES = {
    "KW101": ("截至11月底，全区上市高新技术企业7家。", "截至11月底，全区上市高企达到8家。"),
    "KW102": ("全区算力规模突破5700P。", "全区算力规模突破5000P。"),
    "KW110": ("全区市级以上科创平台339家。", "全区规模以上科创平台339家。"),
}

# Pairs that must stay silent.
CLEAN = [
    ("2024年，全区接待游客120万人次。", "2023年，全区接待游客96万人次。"),
    ("全区高新技术企业达到412家。", "力争到2027年，全区高新技术企业达到500家。"),
    ("截至11月底，全区上市高新技术企业7家。", "截至11月底，槐安市上市高新技术企业82家。"),
    ("全区旅游收入1.2亿元。", "全区旅游收入1.18亿元。"),
    ("全区省级以上专精特新企业达到156家。", "全区市级以上专精特新企业达到230家。"),
    ("新增停车位8000个。", "新增床位420张。"),
    ("2024年，全区第一产业增加值12亿元。", "2024年，全区第二产业增加值46亿元。"),
    ("2024年，全区进口总值12亿元。", "2024年，全区进出口总值46亿元。"),
    ("2024年，全区日均接待游客1.2万人次。", "2024年，全区接待游客420万人次。"),
    ("截至11月底，全区1号线客运量达到312万人次。", "截至11月底，全区2号线客运量达到412万人次。"),
    ("2024年，全区新开工项目42个。", "2024年，全区新签约项目60个。"),
    ("2024年，全区授权发明专利420件。", "2024年，全区申请发明专利960件。"),
]

# Pairs that should stay silent and are reported, with the reason.
FALSE_ALARMS = [
    (
        "再 is dropped from 再就业",
        "2024年，全区新增就业1.2万人。",
        "2024年，全区失业人员再就业0.9万人。",
    ),
]

TEXTS = [t for pair in CLASHES.values() for t in pair] + [t for pair in CLEAN[:3] for t in pair]
CORPUS = [extraction(t, f"{n}.md", day=f"2025-12-{n + 1:02}") for n, t in enumerate(TEXTS)]

# What reporters write and what they do not: words around figures, marks, line ends, other scripts.
WORDS = """
全区 全市 松屿区 该公司 企业 高新技术企业 教育集团 规模以上 省级以上 旅游收入 总产值
7家 16个 突破5700P 1.2亿元 18.3% 2.1个百分点 三分之一 第28届 十四五 5G 全国首个
达到 新增 累计 由 从 增加到 其中 分别 力争 预计 已 占 比 同比增长 翻一番
2024年 截至11月底 前三季度 去年 上年 12月9日 近三年 2月30日 “十四五”期间
"""
PIECES = st.sampled_from([*WORDS.split(), *"，。；、：！“”（）《》和的\n\r |#", "\n\n", "\r\n", "\u3000"])
ARTICLES = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


def judged(extractions):
    return assess(extractions, RULES, Settings())


def told(texts):
    return judged([extraction(t, f"{n}.md", day=f"2025-12-{9 + 8 * n:02}") for n, t in enumerate(texts)])


@pytest.mark.parametrize(("code", "texts"), CLASHES.items())
def test_clash(code, texts):
    reports = [d for d in told(texts).discrepancies if {c.article.path for c in d.claims} == {"0.md", "1.md"}]
    assert len(reports) == 1
    assert code in {reports[0].code, *reports[0].also}


@pytest.mark.parametrize("texts", CLEAN)
def test_clean(texts):
    loud = [d for d in told(texts).discrepancies if d.level != "note"]
    assert loud == []


@pytest.mark.parametrize(
    "texts",
    [pytest.param(pair, marks=pytest.mark.xfail(reason=reason)) for reason, *pair in FALSE_ALARMS],
)
def test_false_alarms(texts):
    test_clean(texts)


def test_order_of_articles_changes_nothing():
    expected = judged(CORPUS)
    assert expected.discrepancies
    for seed in range(4):
        mixed = CORPUS[:]
        random.Random(seed).shuffle(mixed)
        assert judged(mixed) == expected


def test_order_of_paths_changes_nothing(tmp_path):
    for n, (a, b) in enumerate(CLASHES.values()):
        for m, text in enumerate((a, b)):
            path = tmp_path / f"{n}-{m}.md"
            path.write_text(f"---\ndate: 2025-12-09\nplace: 松屿区\n---\n{text}\n", encoding="utf-8")
    paths = sorted(map(str, tmp_path.iterdir()))[:3]
    reports = {repr(check(order, RULES, Settings())) for order in permutations(paths)}
    assert len(reports) == 1


def test_reading_an_article_depends_on_nothing_else():
    text = "截至11月底，全区上市高新技术企业7家。今年以来，新增停车位8000个。"
    first = extraction(text)
    extraction("2020年，槐安市旅游收入18亿元。")
    assert extraction(text) == first


def test_summary_counts_what_was_read():
    report = told(["全区上市高新技术企业7家。12月9日上午。", "据了解，共12个。", ""])
    assert report.summary.articles == 3
    assert report.summary.claims == 1
    assert report.summary.figures >= 3
    assert report.summary.undated == 0


def test_every_tick_is_told(tmp_path):
    for n in range(3):
        (tmp_path / f"{n}.md").write_text("全区企业7家。\n", encoding="utf-8")
    ticks = []
    report = check([str(tmp_path)], RULES, Settings(), tick=lambda done, total: ticks.append((done, total)))
    assert ticks == [(1, 3), (2, 3), (3, 3)]
    assert report.summary.articles == report.summary.undated == 3


def test_no_articles_no_report():
    report = judged([])
    assert report.discrepancies == ()
    assert report.summary.articles == report.summary.claims == 0


@hypothesis(max_examples=120, deadline=None)
@given(ARTICLES)
def test_every_claim_stands_where_it_says(text):
    article = plain("a.md", text)[0]
    read = extract(article, Settings())
    n = len(article.text)
    for c in read.claims:
        assert 0 <= c.start < c.end <= n
        if len(c.sentence.pieces) == 1:
            assert article.text[c.start : c.end] == c.text
        for span in c.evidence.values():
            assert 0 <= span.start < span.end <= n
        assert c.location == article.locate(c.start)
        assert c.kind == Kind.NAME or c.sentence.text[c.figure.start : c.figure.end] == c.text
    keys = {c.key for c in read.claims}
    for c in read.claims:
        assert {c.lead, c.whole} - {None} <= keys
    assert list(read.claims) == sorted(read.claims, key=lambda c: (c.sentence.index, c.figure.start))


@hypothesis(max_examples=40, deadline=None)
@given(st.lists(ARTICLES, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_any_articles_are_judged_alike_in_any_order(texts, rng):
    read = [extract(plain(f"{n}.md", t)[0], Settings()) for n, t in enumerate(texts)]
    mixed = read[:]
    rng.shuffle(mixed)
    assert judged(mixed) == judged(read)
