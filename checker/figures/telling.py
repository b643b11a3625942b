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


_MEASURED = re.compile(
    r"""
    (?P<digits> [0-9](?<![0-9.．][0-9])[0-9]{0,8}(?:[.．][0-9]{1,4})?)(?![0-9.．])
    (?P<scale> [万亿千]{0,2}) [余多]?
    (?P<unit>
        平方公里 | 平方米 | 立方米 | 千瓦时 | 公里 | 公顷 | 公斤 | 千瓦 | 人次
      | [^\s0-9，。；：、年月日号时点分届期级度倍岁层楼—-]
    )
    """,
    re.VERBOSE,
)
# What an article tells many numbers in: one of them says little.
_OFTEN = frozenset("个名位人元万亿千％%次天周秒")


def unit_at(text: str, at: int) -> str:
    """The unit of the number that begins at a place of a text; "" where none stands there, or one that many have.

    >>> unit_at("藏书268.4万册", 2), unit_at("共12个", 1)
    ('册', '')
    """
    m = _MEASURED.match(text, at)
    return m["unit"] if m is not None and m["unit"] not in _OFTEN else ""


def sole(text: str) -> tuple[str, ...]:
    """The units in which a text tells one number and no other, in order of the alphabet.

    >>> sole("藏书268.4万册，座位420席；旧馆占地12亩，新馆占地30亩")
    ('册', '席')
    """
    told: dict[str, set[str]] = {}
    for m in _MEASURED.finditer(text):
        if m["unit"] not in _OFTEN:
            told.setdefault(m["unit"], set()).add(m["digits"] + m["scale"])
    return tuple(sorted(unit for unit, numbers in told.items() if len(numbers) == 1))


def digits_of(number: str) -> int:
    """How many digits a number has but for zeros at either end.

    >>> digits_of("1200"), digits_of("0.56"), digits_of("3")
    (2, 2, 1)
    """
    return len("".join(c for c in number if c.isdigit()).strip("0"))
