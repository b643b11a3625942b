"""The lines of a page → its regions: titles, headings, captions, sidebars, names, and whole paragraphs.

A page breaks its paragraphs: at a caption set in mid-sentence, at a column's end, at a fixed width, at every
clause. The broken ones are rejoined on evidence only: how a line ends, how the next begins, what stands between.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Region, RegionKind, Span
from checker.reading.joins import breaks, continues, folded
from checker.reading.lines import Line, bylines, captions, sidebar, signature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_SHORT = 45
_CAPTION = 60
_SUBTITLE = 120
_QUESTION = 30
_PUNCTUATION = re.compile(r"[\W_]+")

_PROSE = frozenset({RegionKind.BODY, RegionKind.SIDEBAR})


@dataclass
class Unit:
    """One or more lines that are one paragraph or heading; a region in the making."""

    lines: list[Line]
    text: str
    before: int
    kind: RegionKind = RegionKind.BODY
    told: bool = True
    section: str = ""
    pieces: list[Span] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.lines[-1].stopped

    @property
    def bare(self) -> bool:
        """Whether it holds no full stop at all, as headings do not; a heading may exclaim or ask."""
        return "。" not in self.text and (not self.stopped or len(self.text) <= _QUESTION)


def regions(lines: Sequence[Line], title: str = "", *, titled: bool = True) -> tuple[Region, ...]:
    """The regions that the lines of one article make, in order of their first character.

    ``title`` is the article's title where it is known; a line that repeats it is a title too. Where it is
    not, and ``titled``, the first short line without a full stop is taken for it.
    """
    units = [_unit(group) for group in folded(lines)]
    _entitle(units, title, titled=titled)
    _sort(units)
    _divide(units)
    return tuple(Region(u.kind, tuple(u.pieces), u.section) for u in _joined(units))


def _unit(group: Sequence[Line]) -> Unit:
    unit = Unit(list(group), "".join(n.text for n in group), group[0].before)
    unit.pieces = [Span(n.start, n.end) for n in group]
    return unit


def _entitle(units: list[Unit], title: str, *, titled: bool) -> None:
    """Mark the title, and the lines below it down to the first sentence as headings."""
    at = _title_at(units, _PUNCTUATION.sub("", title), titled=titled)
    if at >= 0:
        units[at].kind = RegionKind.TITLE
    elif not title:
        return
    for unit in units[at + 1 : at + 7]:
        if not unit.bare or unit.lines[0].hint or unit.text[-1] in "，,、：:" or len(unit.text) > _SUBTITLE:
            break
        if not captions(unit.text) and not bylines(unit.text) and not sidebar(unit.text):
            unit.kind = RegionKind.HEADING


def _title_at(units: list[Unit], wanted: str, *, titled: bool) -> int:
    """The number of the unit that is the title, -1 if none is; names and dates may stand above it."""
    for n, unit in enumerate(units[:8]):
        if unit.lines[0].hint is RegionKind.TITLE:
            return n
    for n, unit in enumerate(units[:4]):
        if wanted and _PUNCTUATION.sub("", unit.text) == wanted:
            return n
        if unit.lines[0].level == 1 or (titled and not wanted and _plain(unit)):
            return n
        if not bylines(unit.text):
            break
    return -1


def _plain(unit: Unit) -> bool:
    """Whether an unmarked first line may be a title."""
    told = unit.lines[0].item or captions(unit.text) or sidebar(unit.text) or bylines(unit.text)
    short = len(unit.text) <= _CAPTION and unit.text[-1] not in "，,、：:；;"
    return short and unit.bare and not told and not (breaks(unit.text) and len(unit.text) <= _SHORT)


def _sort(units: list[Unit]) -> None:
    """Give each unit its kind, from its own words and from the blanks around it."""
    gaps = Counter(u.before for u in units[1:])
    usual = max(gaps, key=lambda g: (gaps[g], -g), default=1)
    for n, unit in enumerate(units):
        first, text = unit.lines[0], unit.text
        if unit.kind is not RegionKind.BODY:
            continue
        if first.hint:
            unit.kind = first.hint
        elif first.item:
            continue
        elif captions(text):
            unit.kind = RegionKind.CAPTION
        elif bylines(text):
            unit.kind = RegionKind.BYLINE
        elif sidebar(text) == "sole":
            unit.kind = RegionKind.HEADING
        elif n and unit.before > max(usual, 1) and len(text) <= _CAPTION:
            unit.kind, unit.told = RegionKind.CAPTION, False
        elif unit.bare and not unit.stopped and len(text) <= _SHORT and text[-1] not in "：:；;" and not breaks(text):
            unit.kind, unit.told = RegionKind.HEADING, False


def _divide(units: list[Unit]) -> None:
    """Set sections, and mark what stands in a sidebar.

    A sidebar runs to the next heading of its own sort, to a marked heading of its level, or to a new piece
    on the page: two headings on end below its text.
    """
    section, inside, level, prose, run = "", False, 0, False, 0
    for n, unit in enumerate(units):
        kind = unit.kind
        opened = sidebar(unit.text) if kind in {RegionKind.HEADING, *_PROSE} else ""
        run = run + 1 if kind is RegionKind.HEADING else 0
        if opened:
            inside, level, prose = True, unit.lines[0].level, False
        elif inside and kind is RegionKind.HEADING:
            ahead = units[n + 1].kind if n + 1 < len(units) else kind
            marked = 0 < unit.lines[0].level <= level
            if marked or (prose and (run > 1 or ahead is RegionKind.HEADING)):
                inside = False
        if kind is RegionKind.HEADING:
            section = unit.text
        else:
            unit.section = section if kind is not RegionKind.TITLE else ""
        if inside and kind is RegionKind.BODY:
            unit.kind, prose = RegionKind.SIDEBAR, True


def _joined(units: list[Unit]) -> Iterator[Unit]:
    """The units, broken paragraphs made whole over the captions that broke them."""
    made: list[Unit] = []
    broken: Unit | None = None
    between: list[Unit] = []
    for n, unit in enumerate(units):
        if unit.kind in _PROSE or (broken and _remainder(units, n, between)):
            if broken and not unit.lines[0].item and continues(broken.text, unit.text):
                broken.pieces += unit.pieces
                broken.text += unit.text
                broken.lines += unit.lines
                for mistaken in between:
                    mistaken.kind = RegionKind.CAPTION
            else:
                unit.kind = unit.kind if unit.kind in _PROSE else RegionKind.CAPTION
                made.append(unit)
                broken = unit
            between = []
            broken = broken if breaks(broken.text) and not broken.lines[-1].item else None
        else:
            made.append(unit)
            between.append(unit)
            if broken and not _passable(unit, units[n + 1] if n + 1 < len(units) else None, broken):
                broken = None
    for unit in made:
        yield from _unsigned(unit)


def _passable(unit: Unit, following: Unit | None, broken: Unit) -> bool:
    """Whether a paragraph may go on below ``unit``: a caption, or a short line that its broken words enclose."""
    if unit.kind is RegionKind.CAPTION:
        return True
    if unit.kind is RegionKind.BYLINE:
        return unit.text[:1] in "（(" and "版" in unit.text
    if unit.kind is not RegionKind.HEADING or unit.told or following is None or following.kind not in _PROSE:
        return False
    return continues(broken.text, following.text, strongly=True)


def _remainder(units: list[Unit], n: int, between: list[Unit]) -> bool:
    """Whether a short line that only its blanks make a caption is the rest of a paragraph, below a true caption."""
    unit = units[n]
    return (
        unit.kind is RegionKind.CAPTION
        and not unit.told
        and unit.stopped
        and any(b.kind is RegionKind.CAPTION for b in between)
    )


def _unsigned(unit: Unit) -> Iterator[Unit]:
    """The unit without the writers' names at its end, and these as a region of their own."""
    last = unit.lines[-1]
    at = signature(last.text) if unit.kind in _PROSE else len(last.text)
    if at == len(last.text):
        yield unit
        return
    cut = last.start + at
    names = Unit([last], last.text[at:], 0, RegionKind.BYLINE, section=unit.section, pieces=[Span(cut, last.end)])
    unit.pieces[-1] = Span(last.start, cut)
    yield unit
    yield names
