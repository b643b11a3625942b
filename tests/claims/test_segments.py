"""The segmenter in Rust against the one in Python, and both against jieba with our own terms: equal words."""

from __future__ import annotations

import logging
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims.words.dictionary import dictionary, frequencies, terms
from checker.claims.words.segments import fast, parts, plain, segmented, sparing

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
WORDS = sorted(terms().frequencies)
COMMON = "中国人民大会高新技术产业区市长江大桥的和在是了一二三百千万亿企业生产同比增长犰囓榆垡澹，。 \r\n、“”A9x.%+-"
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=st.sampled_from(COMMON), max_size=60),
    st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(COMMON)), max_size=20).map("".join),
)


@pytest.fixture(scope="module")
def python():
    return plain()


@pytest.fixture(scope="module")
def rust():
    pytest.importorskip("rjieba", reason="the extra `fast` is not installed")
    return fast()


@pytest.fixture(scope="module")
def tokenizer():
    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    found = jieba.Tokenizer()
    found.initialize()
    for term in WORDS:
        found.add_word(term, freq=found.suggest_freq(term, tune=False))
    return found


def test_reads_the_dictionary_as_jieba_does():
    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    theirs = jieba.Tokenizer()
    theirs.initialize()
    assert frequencies() == {w: n for w, n in theirs.FREQ.items() if n}
    assert dictionary().total == theirs.total


def test_weighs_our_terms_as_jieba_does(tokenizer):
    assert terms().frequencies == {w: tokenizer.FREQ[w] for w in WORDS}
    assert terms().total == tokenizer.total


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda p: p.stem)
def test_cuts_the_corpus_alike(python, tokenizer, path):
    text = path.read_text(encoding="utf-8")
    assert python.cut(text) == tokenizer.lcut(text, HMM=False)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda p: p.stem)
def test_cuts_the_corpus_alike_from_shelves(python, path):
    text = path.read_text(encoding="utf-8")
    assert sparing().cut(text) == python.cut(text)


@given(TEXTS)
@settings(deadline=None)  # the first text loads the dictionary
def test_cuts_any_text_alike_from_shelves(python, text):
    assert sparing().cut(text) == python.cut(text)


def test_a_longer_text_is_worth_a_faster_way(monkeypatch):
    from checker.claims.words import segments

    monkeypatch.setattr(segments, "_SHORT", 6)
    told = segments._Segmenter()
    assert (told.cut("企业增长"), told.cut.__name__) == (["企业", "增长"], "_short")
    assert (told.cut("企业增长"), told.cut.__name__) == (["企业", "增长"], "cut")
    assert told.cut("企业增长") == ["企业", "增长"]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda p: p.stem)
def test_cuts_the_corpus_alike_in_rust(python, rust, path):
    text = path.read_text(encoding="utf-8")
    assert rust.cut(text) == python.cut(text)


@given(TEXTS)
@settings(deadline=None)  # the first text loads the dictionary
def test_cuts_any_text_alike_in_rust(python, rust, text):
    assert rust.cut(text) == python.cut(text)


@given(TEXTS)
@settings(deadline=None)  # the first text loads the dictionary
def test_what_cannot_be_parted_never_is(text):
    words, at = segmented(text), 0
    for word, after in pairwise(words):
        if len(word) == len(after) == 1 and all("\u4e00" <= c <= "\u9fd5" for c in word + after):
            assert parts(text[at : at + 2])
        at += len(word)
