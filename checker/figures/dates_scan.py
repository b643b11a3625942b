"""A sentence → the atoms of its dates, in one pass over the characters that may begin one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker import patterns as re
from checker.figures.dates_atoms import (
    FULL_WIDTH,
    LONG,
    LUNAR_MONTHS,
    NUMERALS,
    TAILS,
    WEEKDAYS,
    WIDE,
    WORDED,
    Atom,
    num,
    numeric,
    tails,
    worded,
)
from checker.figures.dates_calendar import TERMS
from checker.figures.dates_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands behind the number that a date begins with.
NEXT = r"""
    (?: \s?[年月日号时点世学季期规计第十至到、和及:：·./~～\-—–－−―Qq]      # 3月, 2021—2025年, 7:40, 2025Q1
      | 个月 | 多[年个] | [上下]半                                      # 5个月来, 2025上半年
      | [天周]前                                                      # 三天前
      | \s\d                                                         # 2025 03 10
      | (?<=\d{8})                                                    # 20250310
    )
"""
# Numerals that no date begins with.
_LATER = "○廿"
_LONGEST = 9  # characters of a number, and longer than a date begins with
# 上周三, but not 上周一共 or 上周三场.
WEEKDAY_BEHIND = "(?:[一二三四五六日天](?![共个次名些批系直般定家项天年月场位人条起度]))?"
YEARS_WITHIN = re.compile(r"^(\d*|[两一二三四五六七八九十]*).*$")


def narrow_digits(text: str) -> str:
    """The text with full-width digits written as ASCII, of the same length."""
    return text.translate(FULL_WIDTH) if WIDE.search(text) else text


def atoms(text: str) -> Iterator[Atom]:
    """The atoms in a text of ASCII digits, ascending, never overlapping.

    >>> [(a.kind, a.nums) for a in atoms("去年3月底，2000年轻人")]
    [('years_word', (-1,)), ('month', (3,)), ('part', ())]
    """
    end, seconds = 0, _seconds()
    for hit in _trigger().finditer(text):
        at, run = hit.span()
        if at < end:
            at = end
            if at >= run:
                continue
        c = text[at]
        found = _number_atom(text, at, run, glued=at == end) if hit.lastgroup and c not in _LATER else None
        if found is None and text[at + 1 : at + 2] in seconds.get(c, ""):
            found = _word_atom(text, at)
        while found:
            end = found.end
            yield found
            found = _tail_atom(text, end)


def _tail_atom(text: str, at: int) -> Atom | None:
    c = text[at : at + 1]
    if c not in _TAIL_FIRSTS:
        return None
    at += c == "的"
    pattern = tails().get(text[at : at + 1])
    m = pattern and pattern.match(text, at)
    if not m:
        return None
    n = int(str(m.lastgroup)[1:])
    return _worded_atom(TAILS[n][0], m, tuple(g for g in m.groups()[m.lastindex :] if g))


# What a tail begins with, or the 的 before it.
_TAIL_FIRSTS = frozenset("的后第前头最上中下底末初开收晚早春夏秋冬")


@cache
def _seconds() -> dict[str, str]:
    """The characters that may stand second in a word, by its first."""
    lexicon = words()
    table: dict[str, set[str]] = {}
    for word in (*lexicon.meanings, *lexicon.festivals, *lexicon.epochs, *lexicon.dayparts, *TERMS):
        table.setdefault(word[0], set()).add(word[1])
    for _, firsts, after, _ in WORDED:
        for c in firsts:
            table.setdefault(c, set()).update(after)
    return {c: "".join(sorted(after)) for c, after in table.items()}


@cache
def _trigger() -> re.Pattern[str]:
    seconds = _seconds()
    written = NUMERALS + _LATER
    firsts = re.escape("".join(c for c in seconds if c not in written))
    worded = "".join(c for c in seconds if c in written)
    after = re.escape("".join(sorted(set("".join(seconds.values())))))
    # A set comes first, so that the scan runs at the speed of a search for a character.
    return re.compile(
        rf"""
        [0-9{written}{firsts}]
        (?: (?P<number>
              (?: (?<=[0-9]) (?<![0-9][0-9]) [0-9]*+                           # *2016*年
              | (?<=[{written}]) (?<![{written}][{written}]) [{written}]*+       # *十一*月
              ) (?={NEXT})
            )
          | (?<=[{written}]) (?<![{written}][{written}])
            (?= (?<=[{worded}])[{after}] | [{written}]*?[{worded}][{after}] ) [{written}]*+          # *十八*大
          | (?<=[{firsts}]) (?=[{after}])                                                        # *今*年
        )
        """,
        re.VERBOSE,
    )


def _number_atom(text: str, at: int, run: int, *, glued: bool) -> Atom | None:
    if at and not glued and _is_inside(text, at):
        return None
    told = numeric(min(run - at, _LONGEST), text[run : run + 1], han=not text[at].isascii())
    m = told and told.pattern.match(text, at)
    if not (told and m):
        return None
    kind, first, end = told.kinds[str(m.lastgroup)]
    return _numeric_atom(kind, m, m.groups()[first:end])


def _is_inside(text: str, at: int) -> bool:
    """Whether the digits at a place continue a longer number or code."""
    before = text[at - 1]
    if before in ".:：/·" or (before == "," and text[at].isascii()):
        return at > 1 and text[at - 2].isascii() and text[at - 2].isalnum()
    return before == "第" or (before.isascii() and before.isalnum())


def _numeric_atom(kind: str, m: re.Match[str], groups: tuple[Any, ...]) -> Atom:
    word = ""
    nums: tuple[int, ...]
    if kind == "iso":
        nums = (num(groups[0]), num(groups[2]), num(groups[3]))
    elif kind in {"span", "span_among", "ago"}:
        nums, word = (num(groups[0]),), groups[1]
    elif kind == "plan":
        nums = (num(groups[0][:-1]),)
    elif kind == "day":
        nums, word = (num(groups[0]),), groups[1]
    elif kind in {"days", "months", "years"}:
        nums, word = (num(groups[0]), num(groups[-1])), groups[1] if len(groups) > 2 and groups[1] else ""
    else:
        nums = tuple(num(g) for g in groups if g)
    return Atom(kind, m.start(), m.end(), nums, word)


def _word_atom(text: str, at: int) -> Atom | None:
    lexical = _words_by_first().get(text[at])
    m = lexical and lexical.match(text, at)
    if m:
        return _lexical_atom(m)
    for kind, pattern in worded().get(text[at], ()):
        m = pattern.match(text, at)
        if m and _fits(kind, text, at):
            return _worded_atom(kind, m, m.groups())
    return None


def _fits(kind: str, text: str, at: int) -> bool:
    """Whether a worded atom may stand where it stands: 周三 is no weekday in 每周三 and 一周三次."""
    if kind == "weekday":
        return not (at and text[at - 1] in "每一二三四五六七八九十两几半双单0123456789四")
    return True


def _worded_atom(kind: str, m: re.Match[str], groups: tuple[str, ...]) -> Atom:
    word = ""
    nums: tuple[int, ...]
    if kind in {"weekday", "nth_weekday"}:
        nums = (*(num(g) for g in groups[:-1]), min(WEEKDAYS.index(groups[-1]), 6))
    elif kind == "plan":
        nums = (num(groups[0][:-1]),)
    elif kind.startswith("span"):
        nums, word = tuple(num(g) if g not in {"几", "数"} else 0 for g in groups[:-1] if g), groups[-1]
    elif kind == "century":
        nums, word = ((20 if groups[0].startswith("上") else 21), num(groups[1])), ""
    elif kind in {"lunar_day", "lunar_month"}:
        nums = (LUNAR_MONTHS[groups[0]], *(num(g) for g in groups[1:]))
    elif kind == "far_day":
        nums = ((len(groups[0]) + 2) * (1 if groups[1] == "后" else -1),)
    elif kind in {"part", "third", "season", "plan_year"}:
        nums, word = (), groups[0]
    else:
        nums = tuple(1 if g in {"半", "月"} else num(g) for g in groups if g)
    return Atom(kind, m.start(), m.end(), nums, word)


def _lexical_atom(m: re.Match[str]) -> Atom:
    lexicon, word = words(), m.group()
    meaning = lexicon.meanings.get(word)
    if meaning is None and word[:-1] in lexicon.meanings and word[-1] in WEEKDAYS:
        by = lexicon.meanings[word[:-1]][1]
        return Atom("weekday_word", m.start(), m.end(), (by, min(WEEKDAYS.index(word[-1]), 6)), word)
    if meaning:
        nums = (meaning[1],) if isinstance(meaning[1], int) else ()
        return Atom(f"{meaning[0]}_word", m.start(), m.end(), nums, word)
    if word in lexicon.dayparts:
        return Atom("daypart", m.start(), m.end(), (), word)
    if word in TERMS:
        return Atom("term", m.start(), m.end(), (), word)
    festival = max((f for f in lexicon.festivals if word.startswith(f)), key=len, default="")
    if festival:
        return Atom("festival", m.start(), m.end(), (int(word.endswith(lexicon.holiday_tails)),), festival)
    epoch = max((e for e in lexicon.epochs if word.startswith(e)), key=len)
    return Atom("epoch", m.start(), m.end(), (num(YEARS_WITHIN.sub(r"\1", word[len(epoch) :])),), epoch)


@cache
def _words_by_first() -> dict[str, re.Pattern[str]]:
    lexicon = words()
    tails = "|".join(lexicon.holiday_tails)
    alternatives: list[tuple[str, str]] = []
    for word, festival in lexicon.festivals.items():
        tail = f"(?:节?(?:{tails})|节{'?' if festival.bare else ''})"
        alternatives.append((word, word + tail))
    for word in (*lexicon.meanings, *lexicon.dayparts, *TERMS):
        behind = WEEKDAY_BEHIND if lexicon.meanings.get(word, ("",))[0] == "weeks" else ""
        alternatives.append((word, _guarded(word, lexicon.guards.get(word, {})) + behind))
    since = rf"{LONG}?(?:多|余)?年?(?:以来|来)"
    alternatives += [(word, word + since) for word in lexicon.epochs]
    table: dict[str, list[tuple[str, str]]] = {}
    for word, pattern in alternatives:
        table.setdefault(word[0], []).append((word, pattern))
    # The longest word wins; sorting is stable, so a festival stands before the solar term of its name.
    return {c: re.compile("|".join(p for _, p in sorted(alts, key=lambda a: -len(a[0])))) for c, alts in table.items()}


def _guarded(word: str, guard: dict[str, str]) -> str:
    only = f"(?:(?<![\\s\\S])|(?<=[{guard['only_after']}]))" if "only_after" in guard else ""
    after = f"(?<![{guard['after']}])" if "after" in guard else ""
    before = f"(?![{guard['before']}])" if "before" in guard else ""
    return f"{only}{after}{word}{before}"
