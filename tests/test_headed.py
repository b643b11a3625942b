"""Lists that stand below a total."""

from __future__ import annotations

import pytest

from checker.arithmetic import amounts_in
from checker.headed import closed, listed_below
from tests.claims.cases import extraction

# A sentence and the parts of its first amount.
LISTS = [
    ("养老院有床位960张，其中护理型520张、普通型440张。", ["520张", "440张"]),
    ("养老院有床位960张，比上年增加60张，用于失能老人520张、半失能老人440张。", ["520张", "440张"]),
    ("养老院有床位960张，护理型520张、医养型240张、普通型200张，全部住满。", ["520张", "240张", "200张"]),
    ("养老院有960张床位，护理型520张，医养型240张，普通型200张。", ["520张", "240张", "200张"]),
    ("区里有养老院46家，按类型分为三类：公办17家，民办20家，公建民营9家。", ["17家", "20家", "9家"]),
    ("区里有养老院46家，按类型分为三类：公办17家，民办20家。", []),  # one sort is missing
    ("北院有床位960张，南院520张，东院440张。", []),  # three of one list
    ("养老院有床位960张，其中护理型520张、普通型240张等。", []),
    ("养老院有床位960张，其中护理型520张、普通型240张，其余为病房。", []),
    ("养老院有床位960张，其中护理型520张、普通型240张、轮椅60辆。", []),  # it goes on with other things
    ("养老院有床位960张，主要是护理型520张、普通型240张。", []),
]


def first(text):
    (_, amounts, _), *_ = amounts_in(extraction(text))
    return amounts[0], listed_below(amounts[0], amounts[1:])


@pytest.mark.parametrize(("text", "parts"), LISTS)
def test_lists(text, parts):
    """The parts of a total, whatever word or mark opens them."""
    assert [c.text for c in first(text)[1]] == parts


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("筹款960万元，包括拨款520万元、捐款240万元两部分。", True),
        ("筹款960万元，由两部分构成：拨款520万元，捐款240万元。", True),
        ("筹款共计960万元：拨款520万元，捐款240万元。", True),
        ("筹款960万元，包括拨款520万元和捐款640万元。", True),  # more than all there is
        ("筹款960万元，包括拨款520万元、捐款240万元。", False),
    ],
)
def test_closed(text, *, holds):
    """Whether a list says that it makes up its total."""
    assert closed(*first(text)) is holds
