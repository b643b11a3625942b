from __future__ import annotations

from datetime import date

import pytest

from checker.model import Kind
from checker.pipeline import extract
from checker.reading.plain import plain
from checker.settings import Settings


def told(text):
    article, _ = plain("a.md", f"---\ndate: 2025-09-30\n---\n{text}\n")
    dates = [c for c in extract(article, Settings()).claims if c.kind is Kind.DATE]
    return {c.text: c.period.start for c in dates if c.period is not None}


@pytest.mark.parametrize("line", ["本报白石9月29日电（记者 王平）", "新社白石9月29日专电 ", "本报9月29日讯 "])
def test_today_is_the_day_of_the_dateline(line):
    days = told(f"{line}今晚，书展闭幕。\n\n记者昨天获悉，展馆将改作剧场。")
    assert (days["今晚"], days["昨天"]) == (date(2025, 9, 29), date(2025, 9, 28))


@pytest.mark.parametrize("line", ["本报白石9月2日电 ", "9月29日，电视台播出专题片。", ""])
def test_else_it_is_the_day_of_publication(line):
    assert told(f"{line}今晚，书展闭幕。")["今晚"] == date(2025, 9, 30)
