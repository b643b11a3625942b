"""Whether a length of time and the two days around it are told of one thing, by what each is said to be of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import pattern, words

if TYPE_CHECKING:
    from checker.model import Claim

# What is named that lasted: 为期九天*的书展*, *书展*为期九天.
_OF = re.compile(r"的(?![㐀-鿿]{1,4}[里中])(?P<name>[㐀-鿿]{2,12})")
_SUBJECT = re.compile(r"(?P<name>[㐀-鿿]{2,})(?:将|共|已)?$")
_CLAUSE = re.compile("[，。；：]")
_HEAD = 16


@cache
def _names() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """How the name of what is on for some days ends, what ends so and is none, and what any of them may be called."""
    ends = "".join(sorted(words("durations", "event_ends")))
    return re.compile(rf"[㐀-鿿][{ends}]|活动"), words("durations", "no_events"), words("durations", "any_event")


def of_one(told: Claim, start: Claim, end: Claim) -> bool:
    """Whether what lasted, what began and what ended may be one thing, by the names that they are given."""
    text, figure, (_, _, any_) = told.sentence.text, told.figure, _names()
    behind, before = _OF.match(text, figure.end), _SUBJECT.search(text[max(0, figure.start - _HEAD) : figure.start])
    first, last = _events(_apart(start, told)), _events(_apart(end, told))
    own = _events(behind["name"] if behind else before["name"] if before else "")
    if own & first:
        return True
    if start.sentence != end.sentence and last and not last & (first | any_):
        return False
    if own:
        return bool(own & (last | any_))
    return behind is None or behind["name"][:2] in start.sentence.text


def closing(text: str) -> bool:
    """Whether a text tells that a thing ended: the days before were of it too."""
    return any(w in text for w in words("durations", "over"))


def turning_points(text: str) -> set[str]:
    """The words of a text for what happens to a thing once: it opens, closes, is put into use; not what is after that.

    >>> sorted(turning_points("书展在新馆开幕，闭幕后移交"))
    ['开幕']
    """
    return set(_once().findall(text))


@cache
def _once() -> re.Pattern[str]:
    lists = ("shown", "opened", "over", "done")
    return re.compile(rf"{pattern('durations', *lists)}(?![以之]?[前后])", needs=words("durations", *lists))


def _apart(day: Claim, told: Claim) -> str:
    """The sentence of a day without what is told behind a length in its clause."""
    text, figure = day.sentence.text, told.figure
    if day.sentence != told.sentence:
        return text
    close = _CLAUSE.search(text, figure.end)
    return text[: figure.start] + (text[close.start() :] if close else "")


def _events(text: str) -> set[str]:
    ends, none, _ = _names()
    return set(ends.findall(text)) - none
