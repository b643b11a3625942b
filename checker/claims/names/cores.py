"""What of a name counts when names are compared."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS = re.compile(r"[\s“”‘’\"'《》〈〉（）()·・「」『』【】!！,，、.\-—]")
EDITION = re.compile(
    r"""
    第[0-9一二三四五六七八九十百零〇]+届     # 第八届
  | (?:19|20)[0-9]{2}年?度?                  # 2025年
  | [一二]〇[0-9〇一二三四五六七八九]{2}年   # 二〇二五年
    """,
    re.VERBOSE,
    needs=("届", "19", "20", "一〇", "二〇"),
)
# The years of a plan, as its document has them behind its name: （2023—2025年）.
_YEARS = re.compile(r"[（(](?:19|20)[0-9]{2}[年—–~～至到-]{1,3}(?:19|20)?[0-9]{2}年?[）)]$")
_PLAN = re.compile(r"(?<=行动|计划|工程)(?:实施)?方案$")


@cache
def _short_forms() -> Mapping[str, str]:
    return {str(k): str(v) for k, v in load("names")["short_forms"].items()}


@cache
def _long() -> re.Pattern[str]:
    return re.compile(branches(_short_forms()))


@cache
def endings() -> Mapping[str, str]:
    """Each ending of a name with the type of thing that it tells."""
    return {w: kind for kind, ws in load("names")["endings"].items() for w in ws.split()}


def ending(name: str) -> tuple[str, str]:
    """The longest known ending of ``name`` and the type it tells, or two empty strings.

    >>> ending("槐安精密制造研究院")
    ('研究院', 'organisation')
    >>> ending("槐安")
    ('', '')
    """
    known = endings()
    for at in range(max(0, len(name) - 6), len(name)):
        if name[at:] in known:
            return name[at:], known[name[at:]]
    return "", ""


def core(name: str) -> str:
    """``name`` without marks, edition and year, official long forms made short.

    >>> core("第八届“槐安”国际文化旅游节")
    '槐安国际文化旅游节'
    >>> core("槐安高新技术产业开发区管理委员会")
    '槐安高新区管委会'
    """
    bare = EDITION.sub("", MARKS.sub("", unicodedata.normalize("NFKC", undated(name))))
    return _long().sub(lambda m: _short_forms()[m[0]], bare)


def undated(name: str) -> str:
    """A name without the years that its document has behind it.

    >>> undated("三年行动方案（2023—2025年）")
    '三年行动方案'
    """
    return _YEARS.sub("", name) if name.endswith(("）", ")")) else name


def plan(bare: str) -> str:
    """What a scheme is a scheme for: a name without the 方案 behind 行动, 计划 or 工程.

    >>> plan("强企提质三年行动方案"), plan("水系连通方案")
    ('强企提质三年行动', '水系连通方案')
    """
    return _PLAN.sub("", bare)
