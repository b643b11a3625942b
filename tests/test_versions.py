from __future__ import annotations

from datetime import date

import pytest

from checker.reading import taken
from checker.versions import Label, earlier_versions

TOLD = "前{m}个月，全市完成进出口{a}亿元，增长{b}%，新设外资企业{c}家，实际使用外资{d}亿元，外贸主体达到{e}家。"
MAY = TOLD.format(m=5, a="412.6", b="6.1", c=38, d="9.7", e=1208)
JUNE = TOLD.format(m=6, a="507.3", b="5.8", c=47, d="11.2", e=1219)
MENDED = MAY.replace("412.6", "421.6")


def made(path, text, *, title="", day="", source=""):
    head = "".join(f"{k}: {v}\n" for k, v in (("title", title), ("date", day), ("source", source)) if v)
    (told,), _ = taken(path, f"---\n{head}---\n{text}\n".encode())
    return told


def versions(drafts, archive):
    known = {a.id: a for a in archive}
    return earlier_versions(drafts, map(Label.of, archive), known.__getitem__)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"path": "old/a.md"}, {"path": "a.md"}),
        (
            {"path": "b.md", "title": "外贸增长", "day": "2025-06-09"},
            {"path": "a.md", "title": "外贸 增长", "day": "2025-06-09"},
        ),
        (
            {"path": "b.md", "source": "甲报", "day": "2025-06-09"},
            {"path": "a.md", "source": "甲报", "day": "2025-06-09"},
        ),
        ({"path": "a.docx.md", "title": "外贸"}, {"path": "c.md", "title": "外贸", "day": "2025-06-09"}),
    ],
)
def test_a_mended_text_is_a_version(old, new):
    assert versions([made(text=MENDED, **new)], [made(text=MAY, **old)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"path": "05/a.md", "day": "2025-06-09"}, {"path": "06/a.md", "day": "2025-07-09"}),
        ({"path": "a.md", "title": "外贸"}, {"path": "b.md", "title": "外贸"}),
    ],
)
def test_the_next_report_of_a_series_is_none(old, new):
    assert not versions([made(text=JUNE, **new)], [made(text=MAY, **old)])


def test_what_another_paper_printed_is_none():
    day = "2025-06-09"
    old = made("x/a.md", MAY, title="外贸增长", day=day, source="乙报")
    assert not versions([made("a.md", MENDED, title="外贸增长", day=day, source="甲报")], [old])


def test_another_text_of_the_same_name_is_none():
    assert not versions([made("a.md", MAY)], [made("x/a.md", "全市公园免费开放，市民可以预约参观，每天三场。")])


def test_a_longer_version_is_one_and_the_day_is_read():
    old = made("x/a.md", MAY, day="2025-06-09")
    new = made("a.md", f"{MENDED}市商务局介绍，下一步还将支持企业参加展会。", day="2025-06-10", title="")
    assert old.published == date(2025, 6, 9)
    assert not versions([new], [old])
    same_title = (
        [made("a.md", MENDED, title="外贸", day="2025-06-10")],
        [made("x/a.md", MAY, title="外贸", day="2025-06-09")],
    )
    assert versions(*same_title)
