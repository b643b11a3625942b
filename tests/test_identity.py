"""What a fingerprint survives and what it does not, from articles to report."""

from __future__ import annotations

import pytest

from checker.identity import identities
from checker.loading import load_rules
from checker.pipeline import assess, extract
from checker.reading.plain import plain
from checker.settings import Settings

RULES = load_rules(entry_points=False)
A = "截至2025年11月底，东岛区共引进人才120人，上市高新技术企业7家。"
B = "记者获悉，截至2025年11月底，东岛区上市高新技术企业达到8家。"
DAYS = {"a.md": "2025-12-09", "b.md": "2025-12-25"}


def article(path, text, day=""):
    return plain(path, f"---\ndate: {day or DAYS.get(path, '2025-12-26')}\nplace: 东岛区\n---\n{text}\n")[0]


def disputes(*articles, code="KW101"):
    """The disputes over listed companies."""
    found = assess([extract(a, Settings()) for a in articles], RULES, Settings()).discrepancies
    return [d for d in found if d.code == code and any(c.text in {"7家", "8家", "9家", "6家"} for c in d.claims)]


def the(*articles):
    (found,) = disputes(*articles)
    return found


BEFORE = the(article("a.md", A), article("b.md", B))


@pytest.mark.parametrize(
    "articles",
    [
        [article("b.md", B), article("a.md", A)],
        [article("z/a.md", A, DAYS["a.md"]), article("b.md", B)],
        [article("a.md", B, DAYS["a.md"]), article("b.md", A, DAYS["b.md"])],
        [article("a.md", f"会议昨天召开。\n\n{A}会议要求抓好落实。"), article("b.md", B)],
        [article("a.md", A), article("b.md", B), article("c.md", "昨天，西岭区新建学校3所。")],
        [article("a.md", A), article("b.md", B), article("c.md", B.replace("记者获悉", "会上透露"))],
        [article("a.md", A), article("b.md", B.replace("记者获悉", "记者昨天从区里获悉"))],
        [article("a.md", A.replace("，东岛区", "， 东岛区")), article("b.md", B)],
    ],
    ids=["order", "renamed", "swapped", "moved", "another", "a further witness", "edited elsewhere", "blanks"],
)
def test_a_fingerprint_stays(articles):
    assert the(*articles).fingerprint == BEFORE.fingerprint


@pytest.mark.parametrize(
    "articles",
    [
        [article("a.md", A.replace("7家", "6家")), article("b.md", B)],
        [article("a.md", A), article("b.md", B.replace("8家", "9家"))],
        [article("a.md", A.replace("120人", "130人")), article("b.md", B)],
        [article("a.md", A), article("b.md", B), article("c.md", B.replace("8家", "9家"))],
    ],
    ids=["one side", "the other side", "another figure of the sentence", "a further value"],
)
def test_a_fingerprint_changes_with_the_figures(articles):
    assert BEFORE.fingerprint not in [f for d in disputes(*articles) for f in identities(d)]


def test_an_earlier_witness_leaves_the_old_fingerprint_among_those_it_is_known_by():
    earlier = article("0.md", A.replace("共引进", "引进"), "2025-12-01")
    found = the(earlier, article("a.md", A), article("b.md", B))
    assert BEFORE.fingerprint in identities(found)


def test_two_disputes_in_the_same_words_keep_apart():
    long = "企业代表、专家学者和媒体记者参加了活动，活动历时三小时"
    texts = [
        (f"截至2025年11月底，{place}举办招商会，{long}，上市高新技术企业达到{n}家。", place, n)
        for place in ("东岛区", "西岭区")
        for n in (7, 8)
    ]
    articles = [
        plain(f"{place}{n}.md", f"---\ndate: 2025-12-{n:02}\nplace: {place}\n---\n{text}\n")[0]
        for text, place, n in texts
    ]
    found = disputes(*articles)
    assert len(found) == len({d.fingerprint for d in found}) == 2
