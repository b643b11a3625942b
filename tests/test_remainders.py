"""What is left of a total when a part is told."""

from __future__ import annotations

import pytest

from checker.arithmetic import amounts_in
from checker.remainders import remainders
from tests.claims.cases import extraction

# A text, and the total, the part and the rest told in it that nothing makes come out right.
LEFT = [
    ("全镇86口池塘已清淤45口，其余31口入冬前完成。", [("86口", "45口", "31口")]),
    ("全镇86口池塘已清淤45口，其余41口入冬前完成。", []),
    ("全镇86口池塘已清淤45口，比上月多7口，剩下的31口入冬前完成。", [("86口", "45口", "31口")]),
    ("来了42名木匠、15名瓦匠，其余9人打下手。", []),  # a list, and no total
    ("池塘86口、水库45座，其余水面31处。", []),  # of other things
    ("春季办了86场，夏季办了45场，其余两季各多31场。", []),  # by how much more it was
    ("全镇池塘131口。今年要清的86口，已清淤45口，另有31口明年清。", []),  # nothing says that it is the rest
    ("全镇池塘162口。已清淤86口，护坡45口，其余31口入冬前完成。", []),  # three parts of what is told before
]


@pytest.mark.parametrize(("text", "wanted"), LEFT)
def test_remainders(text, wanted):
    """A total, a part and the rest of it."""
    told = [r for _, amounts, before in amounts_in(extraction(text)) for r in remainders(amounts, before)]
    assert [tuple(c.text for c in r) for r in told] == wanted
