"""How long it is since a day that a sentence counts from."""

from __future__ import annotations

import pytest

from checker.model import Kind
from checker.reckoned import reckoned
from tests.claims.cases import extraction

# A text of 16 May 2025 with one length, and whether the day it counts from denies that; None where it counts from none.
SINCE = [
    ("自2022年8月打下第一根桩算起，工友们已奋战了45个月。", True),
    ("自2022年8月打下第一根桩算起，工友们已奋战了33个月。", None),
    ("从2018年10月1日算起，到2024年9月30日，安全天数定格在3192天。", True),
    ("从2018年10月1日算起，到2024年9月30日，安全天数定格在2192天。", False),
    ("从1999年第一次献血算起，他已经坚持了36年。", True),
    ("从1999年第一次献血算起，他已经坚持了26年。", None),
    ("从3月1日起，泵站平均每次检修3天。", None),
    ("自2022年8月开工以来，工期缩短了6个月。", None),
    ("从2005年起，村里连续5年修路。", None),
    ("从4月1日算起，历时38天的采茶季结束了。", None),  # it may have ended some days before
    ("自2022年8月开工以来，2023年5月停工，前后45个月。", None),  # another date stands between
]


@pytest.mark.parametrize(("text", "denied"), SINCE)
def test_reckoned(text, denied):
    """Whether what a sentence counts from denies its length."""
    claims = [c for c in extraction(text, day="2025-05-16").claims if c.sentence.region.value == "body"]
    dates = [c for c in claims if c.figure.kind is Kind.DATE]
    told = [c for c in claims if c.kind is Kind.DURATION or (c.value is not None and c.value.unit == "天")]
    found = [f.denied for c in told for f in reckoned(c, [d for d in dates if d.start < c.start], dates)]
    assert found == ([] if denied is None else [denied])
