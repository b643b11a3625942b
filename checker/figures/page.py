"""A sentence while it is being read: its plain text, what has been found in it, and up to where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.plain import plain
from checker.model import Comparator, Figure, Kind, Span

if TYPE_CHECKING:
    from checker.figures.kinds import Sort
    from checker.figures.plain import Plain
    from checker.model import Value


class Page:
    """The text of one pass and its yield. Nothing is read twice: ``floor`` is where the last figure ends.

    >>> page = Page("共７家")
    >>> page.text, page.label(1, 2), page.found[0].text
    ('共7家', 2, '７')
    """

    def __init__(self, written: str, flat: Plain | None = None) -> None:
        """Take a sentence as written; ``flat``: its plain text, where the caller has it."""
        self.written = written
        self.flat = plain(written) if flat is None else flat
        self.text = self.flat.text
        self.found: list[Figure] = []
        self.floor = 0
        self.last: Sort | None = None

    def add(  # noqa: PLR0913, PLR0917 -- the fields of a figure
        self,
        start: int,
        end: int,
        kind: Kind,
        number: tuple[int, int],
        value: Value | None,
        comparator: Comparator = Comparator.EQ,
        *,
        unit: tuple[int, int] | None = None,
        hedges: tuple[tuple[int, int], ...] = (),
        direction: int = 0,
        basis: str = "",
        among: str = "",
        first: str = "",
    ) -> int:
        """Keep a figure, told by places in the plain text; returns where it ends."""
        there = self.flat.written if self.flat.places is not None else Span
        first_, last = there(start, end) if self.flat.places is not None else (start, end)
        self.found.append(
            Figure(
                first_,
                last,
                self.written[first_:last],
                kind,
                there(*number),
                value,
                comparator,
                there(*unit) if unit else None,
                tuple([there(*h) for h in hedges]) if hedges else (),
                direction,
                basis,
                among,
                first,
            )
        )
        self.floor = max(self.floor, end)
        return end

    def label(self, start: int, end: int) -> int:
        """Keep a label; returns where it ends."""
        return self.add(start, end, Kind.LABEL, (start, end), None)
