"""Sums of one occasion: how they stand first, then the day and the text of each paper."""

from __future__ import annotations

import pytest

from checker.linking.when.occasions import of_one_occasion
from tests.claims.cases import told

CLOSING, LATER = ("2025-10-20", "线上，石门陶艺节相关视频播放量5.3亿次。"), "2025-12-26"

READS = [
    ("narrower", CLOSING, (LATER, "石门陶艺节期间，相关视频播放量5.1亿次。")),
    ("wider", (LATER, "石门陶艺节期间，相关视频播放量5.1亿次。"), CLOSING),
    ("narrower", CLOSING, (LATER, "今年秋天的石门陶艺节，相关视频播放量5.1亿次。")),
    ("narrower", ("2025-06-01", "县运会上，观众投票32万次。"), ("2025-06-20", "县运会期间，观众投票30万次。")),
    # of another occasion, of another of the kind, of a part of it
    ("", CLOSING, (LATER, "青山茶艺节期间，相关视频播放量5.1亿次。")),
    ("", CLOSING, (LATER, "上届石门陶艺节期间，相关视频播放量5.1亿次。")),
    ("", CLOSING, (LATER, "石门陶艺节首日，相关视频播放量5.1亿次。")),
    ("", CLOSING, ("2026-10-20", "石门陶艺节期间，相关视频播放量5.1亿次。")),
    # of no occasion
    ("", ("2025-10-20", "各环节处理数据5.3亿次。"), (LATER, "各环节处理数据5.1亿次。")),
    # of days that are stated
    ("", CLOSING, (LATER, "10月18日，石门陶艺节相关视频播放量5.1亿次。")),
]


@pytest.mark.parametrize(("how", "one", "other"), READS)
def test_sums_of_one_occasion(how, one, other):
    a, b = (told(text, day=day, path=path)[-1] for (day, text), path in ((one, "a.md"), (other, "b.md")))
    assert of_one_occasion(a, b) == how
