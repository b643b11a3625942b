"""Keys by which near-equal names meet."""

from __future__ import annotations

from itertools import pairwise

from checker.claims.names.akin import ended
from checker.claims.names.cores import MARKS, core, ending, endings
from checker.claims.names.meant import heard_keys
from checker.claims.names.near import sounding
from checker.claims.names.nested import parts_of
from checker.claims.names.programmes import quoted_keys
from checker.claims.names.suspects import forms
from checker.claims.names.variants import variant

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
    inner = parts_of(name)
    for form in dict.fromkeys((core(name), *forms(name), MARKS.sub("", name), *inner)):
        bare = form[:_LONGEST]
        whole = "".join(sorted(bare))
        if bare:
            keys[whole] = None
        if len(bare) - len(ending(bare)[0]) > _SHORT:
            # What is left in order of the alphabet where one character is taken out, and where two are.
            keys.update(dict.fromkeys([whole.replace(c, "", 1) for c in bare]))
            keys.update(dict.fromkeys([whole.replace(c, "", 1).replace(d, "", 1) for c, d in pairwise(bare)]))
    keys.update(dict.fromkeys(key for part in (name, *inner) for key in sounding(part)))
    keys.update(dict.fromkeys((*quoted_keys(name), *ended(name), *heard_keys(name))))
    return tuple(keys)


def skeleton(name: str) -> str:
    """The key of ``name`` that does not see the order of its characters."""
    return next(iter(skeletons(name)), "")
