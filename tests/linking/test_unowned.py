"""Names are compared without whom both articles tell of."""

from __future__ import annotations

import pytest

from checker.linking.wording.scoring import _behind

BEHIND = {
    ("白沙机场", ("白沙", "机场", "旅客", "吞吐量")): ("旅客", "吞吐量"),
    ("白沙机场", ("白沙", "机场")): (),
    ("白沙港", ("白沙", "港口", "吞吐量")): (),
    ("白沙机场", ("旅客", "吞吐量")): (),
}


@pytest.mark.parametrize(("given", "rest"), BEHIND.items(), ids=str)
def test_what_stands_behind_an_owner(given, rest):
    owner, told = given
    assert _behind(told, owner) == rest
