"""Keys by which near-equal names meet."""

from __future__ import annotations

from checker.claims.cores import core, ending, endings
from checker.claims.suspects import forms
from checker.claims.variants import variant

__all__ = ["ending", "endings", "skeleton", "skeletons", "variant"]

_LONGEST = 40
_SHORT = 2  # no more before its ending and a name is compared whole: 海尔集团 and 海信集团 are two


def skeletons(name: str) -> tuple[str, ...]:
    """The keys of ``name``: shared by names with one character changed, one or two put in, or another order.

    >>> a, b = skeletons("槐安精密制造研究院"), skeletons("槐安精密智造研究院")
    >>> bool(set(a) & set(b))
    True
    >>> bool(set(a) & set(skeletons("槐安市人民医院")))
    False
    """
    keys: dict[str, None] = {}
    for form in (core(name), *forms(name)):
        bare = form[:_LONGEST]
        keys |= {"".join(sorted(bare)): None} if bare else {}
        if len(bare) - len(ending(bare)[0]) > _SHORT:
            for width in (1, 2):
                for at in range(len(bare) - width + 1):
                    keys["".join(sorted(bare[:at] + bare[at + width :]))] = None
    return tuple(keys)


def skeleton(name: str) -> str:
    """The key of ``name`` that does not see the order of its characters."""
    return next(iter(skeletons(name)), "")
