"""More text of the same sort: articles told again of other places, with other numbers, on other days.

A copy of an article is no more text for a linter of facts: all its figures would agree with the first. So each copy has
its listed places and the numbers of two digits and more changed, each in the same way all over the copy, so that what
its articles have in common they have in common still; dates stay.
"""

from __future__ import annotations

import re
from functools import partial
from hashlib import sha256
from itertools import cycle
from typing import TYPE_CHECKING

from checker.claims.places.gazetteer import gazetteer
from checker.claims.places.placenames import places

if TYPE_CHECKING:
    from collections.abc import Sequence

# A number of two digits or more that is no year, month, day or part of a code.
_NUMBER = re.compile(r"(?<![0-9A-Za-z.,:/-])[1-9][0-9]+(?:\.[0-9]+)?(?![0-9A-Za-z,:/-]|[年月日号时点])")
_ENDINGS = ("省", "自治区", "市", "区", "县", "旗")


def told_again(text: str, copy: int) -> str:
    """The text as copy number ``copy`` has it; the text itself for 0.

    >>> told_again("2024年，青岛市崂山区有企业339家。", 0)
    '2024年，青岛市崂山区有企业339家。'
    >>> told_again("2024年，青岛市崂山区有企业339家。", 1)[:5], told_again("339家", 1) == told_again("339家", 2)
    ('2024年', False)
    """
    if not copy:
        return text
    out, at = [], 0
    for place in places(text):
        if not place.relative and place.canonical in gazetteer().forms:
            out += [text[at : place.start], _elsewhere(place.canonical, copy)]
            at = place.end
    return _NUMBER.sub(partial(_other, copy=copy), "".join(out) + text[at:])


def _elsewhere(name: str, copy: int) -> str:
    """Another listed place with the same ending, for each copy another one."""
    ending = next((e for e in _ENDINGS if name.endswith(e)), "")
    alike = _with_ending(ending) if ending else ()
    return alike[(alike.index(name) + 97 * copy) % len(alike)] if name in alike else name


def _with_ending(ending: str) -> Sequence[str]:
    return sorted(form for form in gazetteer().forms if form.endswith(ending) and len(form) > 2)


def _other(m: re.Match[str], copy: int) -> str:
    """Another number of as many digits, the same for one number all over a copy; it does not begin with 0."""
    drawn = sha256(f"{copy}:{m[0]}".encode()).digest()
    rest = (str(n % 10) if c.isdigit() else c for c, n in zip(m[0][1:], cycle(drawn[1:])))
    return str(drawn[0] % 9 + 1) + "".join(rest)
