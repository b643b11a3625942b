"""The numbers that two sentences share beside their own."""

from __future__ import annotations

import pytest

from checker.linking.numbers.companions import companions
from checker.linking.whose.kinship import Kinship, kinship
from tests.claims.cases import told

# What the shared numbers are worth, and the two figures with their sentences.
SHARED = [
    (2, ("大桥全长1341.4米，桥面距江面565米。", "565米"), ("大桥总长1341.4米，桥面高度达595米。", "595米")),
    (1, ("共设47家派驻机构，覆盖139家单位。", "139家"), ("改革后设47家派驻机构，覆盖319家单位。", "319家")),
    (0, ("现有学校8所、学生1286人。", "1286人"), ("现有学校8所、学生1268人。", "1268人")),  # one digit tells nothing
    (0, ("2024年12月接待游客512万人次。", "512万人次"), ("2024年12月售票215万张。", "215万张")),  # nor does a date
    (0, ("全长32.6公里。", "32.6公里"), ("线路长32.6公里。", "32.6公里")),  # the figures themselves
]


def claim(text, figure, path):
    (found,) = [c for c in told(text, path=path, place="") if c.text == figure]
    return found


@pytest.mark.parametrize(("worth", "one", "other"), SHARED)
def test_worth_of_shared_numbers(worth, one, other):
    assert companions(claim(*one, "a.md"), claim(*other, "b.md")) == worth


def test_sentences_that_share_numbers_have_one_subject():
    one, other = (claim(*paper, path) for paper, path in zip(SHARED[0][1:], ("a.md", "b.md"), strict=True))
    assert kinship(one, other, 0.1) is Kinship.STRONG
    one, other = (claim(*paper, path) for paper, path in zip(SHARED[1][1:], ("a.md", "b.md"), strict=True))
    assert kinship(one, other, 0.1) is Kinship.NONE
    assert kinship(one, other, 0.3) is Kinship.STRONG
