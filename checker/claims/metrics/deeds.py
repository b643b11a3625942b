"""What was done with the counted part of a total: 其中6个*通过国家备案*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.claims.words.segments import classes, has_letters, is_verb, segment
from checker.lexicon import load

if TYPE_CHECKING:
    from checker.model import Span

_END = re.compile(r"[，。；：！？、,;:!?（(]|以及|等(?=[，。；]|$)")
_PARTICLES = frozenset({"了", "的", "着", "已", "已经", "成功", "顺利"})


def deed(text: str, span: Span) -> str:
    """The words of a deed that begin ``span`` and end with its clause; "" where no verb begins them.

    >>> from checker.model import Span
    >>> deed("其中6个通过国家备案，另有", Span(4, 12))
    '通过国家备案'
    >>> deed("其中6个大模型", Span(4, 7))
    ''
    """
    run = text[span.start : span.end]
    end = _END.search(run)
    run = (run[: end.start()] if end else run).strip()
    words = [w for w in segment(run) if w not in _PARTICLES]
    return run if len(words) > 1 and _acts(words[0]) else ""


def _acts(word: str) -> bool:
    known = classes()
    return is_verb(word) or any(word in sort for sort in (known.flow, known.stock, known.light, known.stop))


@cache
def _authority() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {form: rung for rung, forms in load("scope")["authorities"].items() for form in forms}
    organs = branches(load("scope")["organs"])
    return re.compile(f"(?P<level>{branches(table)})(?:[^，、]{{0,12}}{organs}(?!门))?"), table


def same_deed(a: str, b: str) -> bool:
    """Whether two deeds are one: one verb, one object, and bodies of one rung that approved them.

    >>> same_deed("通过中央网信办备案", "通过国家备案")
    True
    >>> same_deed("售出住房", "卖出住房")
    True
    >>> same_deed("获评国家级单项冠军", "获评省级单项冠军"), same_deed("", "")
    (False, False)
    """
    if not a or not b:
        return False
    return a == b or _plain(a) == _plain(b)


def _plain(text: str) -> tuple[str, tuple[str, ...]]:
    """The rung of the body that a deed names, and the other words."""
    pattern, table = _authority()
    named = pattern.search(text)
    bare = text[: named.start()] + " " + text[named.end() :] if named else text
    words = (w for run in bare.split() for w in segment(run))
    one, kept = _synonyms(), (w for w in words if has_letters(w) and w not in _PARTICLES)
    return table[named["level"]] if named else "", tuple(one.get(w, w) for w in kept)


@cache
def _synonyms() -> dict[str, str]:
    """Each verb that tells one deed with others, mapped to the first of them."""
    groups = (group.split() for group in load("synonyms")["deeds"])
    return {word: first for first, *others in groups for word in others}
