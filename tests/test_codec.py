"""The nouns, to bytes and back: nothing is lost, what is shared stays shared, and bad bytes are refused."""

import contextlib
import random
from fractions import Fraction
from pathlib import Path

import pytest

from checker.codec import Claims, CodecError, Parts, decode, encode
from checker.linking.candidates import Stub
from checker.linking.notes import Notes, notes
from checker.loading import load_rules
from checker.model import Claim, Discrepancy, Extraction, Fact, Kind, Link, Value
from checker.pipeline import check
from checker.settings import Settings

CORPUS = str(Path(__file__).parent.parent / "corpus")


@pytest.fixture(scope="module")
def report():
    return check([CORPUS], load_rules(), Settings())


def evidence(claims):
    return [c.evidence for c in claims]


def test_what_is_written_is_read_again(report):
    for told in report.extractions:
        back = decode(Extraction, encode(Extraction, told))
        assert back == told
        assert evidence(back.claims) == evidence(told.claims)  # no part of their equality
    assert all(decode(Fact, encode(Fact, f)) == f for f in report.facts)
    found = report.discrepancies
    assert decode(tuple[Discrepancy, ...], encode(tuple[Discrepancy, ...], found)) == found


def test_bytes_depend_on_nothing_but_what_is_told(report):
    for told in report.extractions:
        data = encode(Extraction, told)
        assert encode(Extraction, decode(Extraction, data)) == data


def test_claims_share_their_sentences_and_their_article(report):
    told = max(report.extractions, key=lambda e: len(e.claims))
    back = decode(Extraction, encode(Extraction, told))
    assert len({id(c.article) for c in back.claims}) == 1
    own = {id(s) for s in back.sentences}
    assert {id(c.sentence) for c in back.claims} <= own
    data = encode(tuple[Claim, ...], told.claims)
    longest = max((c.sentence for c in told.claims), key=lambda s: len(s.text)).text
    assert data.count(longest.encode()) == 1


@pytest.mark.parametrize("number", [0, -7, 2**63, -(2**63) - 1, 10**300, "1/3", "-22/7", "53/10"])
def test_any_number_is_read_again(number):
    told = Value(Fraction(number), None, "家")
    assert decode(Value, encode(Value, told)) == told


def test_cut_or_changed_bytes_are_refused_or_told_as_a_noun(report):
    """Whatever stands in the bytes, nothing but a noun or the one error comes of it."""
    chance = random.Random(7)
    data = encode(Extraction, max(report.extractions, key=lambda e: len(e.claims)))
    for cut in chance.sample(range(len(data)), 60):
        with pytest.raises(CodecError):
            decode(Extraction, data[:cut])
    for _ in range(400):
        spoilt = bytearray(data)
        spoilt[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with contextlib.suppress(CodecError):
            assert isinstance(decode(Extraction, bytes(spoilt)), Extraction)


def test_another_noun_is_refused(report):
    with pytest.raises(CodecError):
        decode(Fact, encode(Extraction, report.extractions[0]))
    with pytest.raises(CodecError, match="Invalid enum value"):
        decode(Kind, encode(str, "number of a kind"))
    with pytest.raises(CodecError):
        decode(tuple[Link, ...], encode(tuple[str, ...], ("甲",)))
    with pytest.raises(CodecError):
        decode(tuple[Claim, ...], encode(tuple[Claim, ...], ()) + b"\x00")


def test_single_claims_are_read_without_the_others(report):
    told = max(report.extractions, key=lambda e: len(e.claims))
    claims = Claims(encode(Extraction, told))
    assert len(claims) == len(told.claims)
    for i in (len(told.claims) - 1, 0, 3):
        assert claims[i] == told.claims[i]
        assert claims[i].evidence == told.claims[i].evidence
    with pytest.raises(CodecError):
        claims[len(told.claims)]
    with pytest.raises(CodecError):
        Claims(encode(Fact, report.facts[0]))


def test_single_stubs_are_read_without_the_others(report):
    told = max((notes(e.claims, {}) for e in report.extractions), key=lambda n: len(n.stubs))
    stubs = Parts(Notes, Stub, encode(Notes, told))
    assert len(stubs) == len(told.stubs) > 3
    for i in (len(told.stubs) - 1, 0, 3, 0):
        assert stubs[i] == told.stubs[i]
    with pytest.raises(CodecError):
        stubs[len(told.stubs)]
    with pytest.raises(CodecError):
        Parts(Notes, Stub, encode(Fact, report.facts[0]))
