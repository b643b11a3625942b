"""Our cut against jieba's own, over its dictionary: the words are the same, whatever the text."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.words.cutting import Cutter


@pytest.fixture(scope="module")
def tokenizer():
    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    found = jieba.Tokenizer()
    found.initialize()
    return found


@pytest.fixture(scope="module")
def cutter(tokenizer):
    return Cutter(tokenizer.FREQ, tokenizer.total)


TEXTS = [
    "全区上市高新技术企业达到42家，同比增长18.3%。",
    "A股\r\n市场 Wi-Fi6 x",
    "南京市长江大桥研究生命起源的和尚未结婚的",
    "犰狳与囓齿目",  # characters that only begin words
    "",
    "\u3000 —\n\n",
    "龥鿕鿖鿿㐀𠀀",
]


@pytest.mark.parametrize("text", TEXTS)
def test_cuts_as_jieba_does(cutter, tokenizer, text):
    assert cutter.cut(text) == tokenizer.lcut(text, HMM=False)


COMMON = "中国人民大会高新技术产业区市长江大桥的和在是了一二三百千万亿企业生产同比增长犰囓榆垡澹，。 \r\n、“”A9x.%+-"


@given(st.text(alphabet=st.sampled_from(COMMON), max_size=60))
def test_cuts_any_text_as_jieba_does(cutter, tokenizer, text):
    assert cutter.cut(text) == tokenizer.lcut(text, HMM=False)


@given(
    st.dictionaries(st.text(alphabet="甲乙丙", min_size=1, max_size=3), st.integers(0, 5), min_size=1),
    st.text(alphabet="甲乙丙丁", max_size=12),
)
def test_breaks_ties_as_jieba_does(frequencies, text):
    import jieba

    known = {word[:n]: 0 for word in frequencies for n in range(1, len(word))} | frequencies
    plain = jieba.Tokenizer()
    plain.FREQ, plain.total, plain.initialized = known, sum(known.values()) + 10, True
    assert Cutter(known, plain.total).cut(text) == plain.lcut(text, HMM=False)
