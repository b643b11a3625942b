"""All that linking must know of an article before it looks at single claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.linking.candidates import Stub, stubs
from checker.linking.other_facts.moments import moments
from checker.linking.other_facts.templates import Template, templates
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Claim


@dataclass(frozen=True)
class Notes:
    """Of an article: its linkable claims, its templates; its names, and what it dates, each with the claim's number.

    ``names``: the name and the position of a person, "" for an institution. ``moments``: the sort of event and the
    name of its thing.
    """

    stubs: tuple[Stub, ...]
    names: tuple[tuple[int, str, str], ...] = ()
    moments: tuple[tuple[int, str, str], ...] = ()
    templates: tuple[Template, ...] = ()


def notes(claims: Sequence[Claim], aliases: Mapping[str, str]) -> Notes:
    """The notes on an article, from its claims in their order."""
    return Notes(
        stubs(claims, aliases),
        tuple((n, c.text, c.metric.text) for n, c in enumerate(claims) if c.kind == Kind.NAME),
        tuple((n, what, name) for n, c in enumerate(claims) for what, name in moments(c)),
        tuple(templates(claims)),
    )
