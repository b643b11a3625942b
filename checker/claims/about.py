"""Whom and what an article is about: the names by which another article can be known to speak of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.scopes import stem_of
from checker.claims.topics import proper, recurring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scopes import Ground
    from checker.model import Article, Sentence

_SENTENCES = 80
# A name of the title that is no passing word is told again in the text.
_AGAIN = 2
# A shorter name of an organisation (县医院) is of many.
_ORG = 5


def about(article: Article, sentences: Sequence[Sentence], ground: Ground) -> tuple[str, ...]:
    """The names that an article is about, in order of the alphabet.

    Unknown names that recur in its text, or stand in its title and its text, or that its paper is called after; its
    home place; the organisations of its title and its first sentences.
    """
    text = "。".join([s.text for s in sentences[:_SENTENCES]])
    titled = {name for name in proper(article.title) if text.count(name) >= _AGAIN}
    home = {stem_of(ground.home)} if ground.home else set()
    orgs = {form for name in ground.orgs for form in (name, _unplaced(name)) if len(form) >= _ORG}
    return tuple(sorted({*recurring(text), *titled, *home, *orgs, *proper(article.source)}))


def _unplaced(org: str) -> str:
    """An organisation's name without the unknown place that it begins with (岱川*省立医院集团*)."""
    start = next((name for name in sorted(proper(org), key=len, reverse=True) if org.startswith(name)), "")
    return org[len(start) :]
