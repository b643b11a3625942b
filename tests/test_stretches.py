from __future__ import annotations

from datetime import date

import pytest

from checker.arithmetic import by_sentence
from checker.model import Kind
from checker.pipeline import extract
from checker.reading.plain import plain
from checker.settings import Settings
from checker.since import anniversaries, since
from checker.stretches import stretches


def told(text, day=date(2025, 12, 15)):
    article, _ = plain("a.md", f"---\ndate: {day}\n---\n{text}\n")
    extraction = extract(article, Settings())
    sentences = list(by_sentence(extraction))
    found = list(anniversaries(sentences, extraction.sentences))
    for i, (_, claims) in enumerate(sentences):
        dates = [c for c in claims if c.kind is Kind.DATE]
        for claim in claims:
            if claim.kind is Kind.DURATION:
                found += stretches(claim, dates, sentences[:i])
            found += since(claim, dates)
    return found


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("花展于10月8日至12日举办，为期5天。", "花展于10月8日至12日举办，为期9天。"),
        ("抢修从8日晚10时持续到9日凌晨4时，历时6个小时。", "抢修从8日晚10时持续到9日凌晨4时，历时8个小时。"),
        ("手术从9时30分持续到14时，历时四个半小时。", "手术从9时30分持续到14时，历时6小时。"),
        ("水库2021年3月开工，2025年9月竣工，历时4年零6个月。", "水库2021年3月开工，2025年9月竣工，历时5年零6个月。"),
        ("2016年至2025年，10年间两代人植树造林。", "2016年至2025年，15年间两代人植树造林。"),
        ("剧院始建于1955年，至今已走过70年。", "剧院始建于1955年，至今已走过80年。"),
        ("她1950年出生，今年75岁。", "她1950年出生，今年65岁。"),
        ("她今年75岁，1950年出生。", "她今年65岁，1950年出生。"),
        ("中学创办于1985年，位于城东。今年是建校40周年。", "中学创办于1985年，位于城东。今年是建校50周年。"),
    ],
)
def test_lengths_against_their_dates(right, wrong):
    assert [x.denied for x in told(right)] == [False]
    assert [x.denied for x in told(wrong)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "花展将于10月8日开幕，为期5天。",
        "水库2021年3月开工，今年2月完成试验，本月启动为期三个月的试运行。",
        "近三年，剧院演出86场，2016年以来获奖12次。",
        "中学创办于1985年，大学创办于1990年。今年是建院50周年。",
    ],
)
def test_what_no_dates_decide_is_not_read(text):
    assert [x for x in told(text) if x.denied] == []
