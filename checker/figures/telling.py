"""The numbers of an article that few others have: by them two articles are known to tell of one matter."""

from __future__ import annotations

from checker import patterns as re

# What counts things one by one; two papers seldom choose the same word for it (5620人, 5620名).
_ONE_BY_ONE = frozenset("个名位人家所座支项条间套台件辆户只本册部场对处种类款艘架棵株幢栋组村镇乡县市区省国队")
_THINGS = "个"
_NUMBER = re.compile(
    r"""
    (?P<digits> [0-9](?<![0-9.．,][0-9])[0-9]{0,8}(?:[.．][0-9]{1,4})?)(?![0-9.．,])
    (?P<scale> [万亿千]{0,2})
    (?P<unit> [^\s0-9，。；：、年月日号时点分届期级度—-])   # 6.7公里, 316名; no days, no editions
    """,
    re.VERBOSE,
)
# An article with more numbers than this shares some with any other.
_MANY = 60


def telling(text: str) -> tuple[str, ...]:
    """The numbers of two digits or more with their units, in their order by text; none of a text that has too many.

    >>> telling("项目占地56亩，340名工人3班倒，2024年6月完工"), telling("共3家")
    (('340个', '56亩'), ())
    """
    found = {
        m["digits"].replace("．", ".") + m["scale"] + (_THINGS if m["unit"] in _ONE_BY_ONE else m["unit"])
        for m in _NUMBER.finditer(text)
        if digits_of(m["digits"]) > 1
    }
    return tuple(sorted(found)) if len(found) <= _MANY else ()


def digits_of(number: str) -> int:
    """How many digits a number has but for zeros at either end.

    >>> digits_of("1200"), digits_of("0.56"), digits_of("3")
    (2, 2, 1)
    """
    return len("".join(c for c in number if c.isdigit()).strip("0"))
