"""Numbers, value first, with the ways to write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.figures.numerals import _Reader, numeral
from checker.figures.numerals_plain import Numeral, simple, spacing
from checker.figures.plain import plain

READS = {
    "0": ["零", "〇", "0"],
    "2": ["两", "2", "２", "二"],
    "11": ["十一", "一十一", "11"],
    "105": ["一百零五", "105"],
    "116": ["一百十六", "一百一十六"],
    "450": ["四百五", "四百五十"],
    "2600": ["两千六", "2600", "2,600", "2，600"],
    "10250": ["一万零二百五十", "一万二百五十"],
    "35000": ["三万五", "3.5万", "三万五千", "35000", "3万5千"],
    "201000": ["二十点一万", "20.1万"],
    "20300000": ["2千零30万"],
    "155000000": ["1.55亿", "一亿五千五百万"],
    "234000000": ["2亿3千4百万", "2.34亿"],
    "3000000000000000": ["三千万亿"],
    "20000000000000": ["二十万亿"],
    "3027160594813706": ["三千零二十七万一千六百零五亿九千四百八十一万三千七百零六"],
    "1903971": ["壹佰玖拾万叁仟玖佰柒拾壹"],
    "100.123": ["一百点123", "100.123"],
    "0.77": [".77", "零点七七"],
    "-10.1": ["-10.1", "负10.1", "负十点一"],
    "24": ["廿四"],
    "1720": ["一七二零"],
}
SPANS = {
    ("10", "20"): ["十几", "10余", "十多", "十余"],
    ("20", "30"): ["20余", "二十几", "20多", "二三十"],
    ("10", "100"): ["数十", "几十"],
    ("100", "200"): ["百余", "100多"],
    ("280", "290"): ["280余"],
    ("300", "400"): ["三四百", "300余"],
    ("120", "130"): ["一百二三十"],
    ("800000000", "900000000"): ["八九亿"],
    ("50000000", "60000000"): ["5千多万", "5000余万"],
    ("100000", "1000000"): ["几十万", "数十万"],
}
STEPS = {
    "1": ["5700", "57"],
    "1000000": ["1.55亿"],
    "10000": ["23万"],
    "1000": ["五千", "1.2万", "三万五"],
    "1/10": ["18.3"],
}


def read(written: str) -> Numeral:
    """The number that the whole of ``written`` is."""
    text = plain(written).text
    found = numeral(text, 0)
    assert found is not None
    assert found.end == len(text)
    return found


@pytest.mark.parametrize(("value", "written"), [(v, w) for v, ws in READS.items() for w in ws])
def test_reads(value: str, written: str) -> None:
    assert (read(written).low, read(written).high) == (Fraction(value), Fraction(value))


@pytest.mark.parametrize(("span", "written"), [(v, w) for v, ws in SPANS.items() for w in ws])
def test_reads_intervals(span: tuple[str, str], written: str) -> None:
    assert (read(written).low, read(written).high) == (Fraction(span[0]), Fraction(span[1]))


@pytest.mark.parametrize(("step", "written"), [(v, w) for v, ws in STEPS.items() for w in ws])
def test_last_written_digit(step: str, written: str) -> None:
    assert read(written).step == Fraction(step)


@pytest.mark.parametrize("written", ["大约", "", "点五", "几个", "数据", "多家"])
def test_ignores(written: str) -> None:
    assert numeral(written, 0) is None


@pytest.mark.parametrize(
    ("written", "end"), [("30万20千", 3), ("五十千", 2), ("12千米", 2), ("三十两", 2), ("57..3", 2)]
)
def test_ends_where_the_number_ends(written: str, end: int) -> None:
    found = numeral(written, 0)
    assert found is not None
    assert found.end == end


@pytest.mark.xfail(strict=True, reason="a colloquial last digit before 点")
def test_misses() -> None:
    assert read("一千六点五").low == Fraction("1600.5")


def test_spacing_is_the_last_digit_that_is_not_zero() -> None:
    assert spacing(Fraction(5700), Fraction(1)) == 100
    assert spacing(Fraction(0), Fraction(1)) == 1


@given(st.text(alphabet="0123456789.,，万亿千十一两零点几多余eEkM家元% ", max_size=30))
def test_plain_numbers_are_read_at_once_as_any_other_way(text):
    found = simple(text, 0)
    assert found is None or found == _Reader(text, 0).read()
