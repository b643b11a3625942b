"""One article's text in, its claims out: what the tests of several modules share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.claims import claims
from checker.pipeline import extract
from checker.reading.plain import plain
from checker.sentences import sentences
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.model import Article, Claim, Extraction, Period

DAY = "2025-12-09"


def article(text: str, path: str = "a.md", day: str = DAY, **front: str) -> Article:
    """The article that a file with this body and this front matter holds."""
    told = {"title": "简讯", "date": day, "place": "松屿区", **front}
    matter = "".join(f"{key}: {value}\n" for key, value in told.items() if value)
    return plain(path, f"---\n{matter}---\n{text}\n")[0]


def extraction(text: str, path: str = "a.md", **told: str) -> Extraction:
    """The sentences and claims of an article with this body."""
    return extract(article(text, path, **told), Settings())


def told(text: str, **known: str) -> list[Claim]:
    """The claims of an article with this body that a metric could be read of, in order."""
    made = article(text, **known)
    return [c for c in claims(made, sentences(made), Settings()) if c.metric.text]


def only(text: str, figure: str = "", **known: str) -> Claim:
    """The one claim of a text, or the one whose figure is written so."""
    found = [c for c in told(text, **known) if not figure or c.text == figure]
    assert len(found) == 1, [c.text for c in found]
    return found[0]


def days(period: Period | None) -> str:
    """A period as ``first..last``, either end empty where it is open; "" for none."""
    if period is None:
        return ""
    return "..".join(d.isoformat() if isinstance(d, date) else "" for d in (period.start, period.end))
