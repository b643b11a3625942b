"""What stands in quotation marks and can be the name of a thing, whatever the thing is: “星课堂”, “凌霁”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import classes, is_loose, segment
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile("“(?P<name>[\u4e00-\u9fffA-Za-z0-9·—+]{2,20})”", needs="“")
_COINED = 2  # so short a name is made of characters that are no word
_SAID = frozenset("的了着过吗呢吧啊嘛呀么是我你您他她它咱谁这那哪")  # what nobody has in a name


def quoted_names(text: str) -> Iterator[Figure]:
    """The names in quotation marks of a sentence, without the marks, in order.

    >>> [f.text for f in quoted_names("登录“星课堂”和“凌霁”，“我们”说“加油”。")]
    ['星课堂', '凌霁']
    """
    if "“" not in text:
        return
    for m in _QUOTED.finditer(text):
        if names_thing(m["name"]):
            start, end = m.span("name")
            yield Figure(start, end, m["name"], Kind.NAME, number=Span(start, end))


@lru_cache(maxsize=8192)
def names_thing(name: str) -> bool:
    """Whether something may be called so: no saying, and no single word of the dictionary."""
    found = segment(name)
    if len(found) < _COINED or not _SAID.isdisjoint(name) or name.isascii():
        return False
    return not any(len(word) > 1 and (is_loose(word) or word in classes().stop) for word in found)
