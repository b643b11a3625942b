"""A comment for a pull request: what is new, the most important first and open, the rest folded, within its limit."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Level
from checker.report.findings import findings, fresh, where
from checker.report.layout import elided, printable
from checker.report.rate import rate
from checker.report.rate import told as rated
from checker.report.text import LEVELS, STATES, coverage, sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Claim, Report
    from checker.report.findings import Finding
    from checker.report.view import View

LIMIT = 65_000  # a comment holds 65,536 characters; the rest is for what a workflow puts around it
OPEN = 10  # so many errors stand open
SENTENCE = 400
MARK = "<!-- kanwu -->"  # by which a workflow finds its own comment again

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_ACTIVE = re.compile(
    r"""
      @                      # @someone  would be told
    | \#(?=\d)               # #12       would be linked
    | ://                    # http://a  would be a link
    | \bwww\.                # www.a     would be a link
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DEFUSED = {"@": "@&#8203;", "#": "#&#8203;", "://": "&#58;//", "www.": "www&#46;"}


def render(report: Report, _view: View | None = None) -> str:
    """The comment, at most :data:`LIMIT` characters; what does not fit is told by number."""
    found = fresh(findings(report))
    page = [f"{MARK}\n## 勘误：{_counts(found)}\n", *(f"\n{line}\n" for line in _preface(report, found))]
    room = LIMIT - sum(map(size, page)) - 400  # for the last line and the folds
    errors = [f for f in found if f.level is Level.ERROR]
    groups = [("", errors[:OPEN]), ("其余错误", errors[OPEN:])]
    groups += [(LEVELS[level], [f for f in found if f.level is level]) for level in (Level.WARNING, Level.NOTE)]
    left = 0
    for title, group in groups:
        shown, used = _fitting(group, room)
        room -= used
        left += len(group) - len(shown)
        body = "".join(shown)
        if title and body:
            body = f"\n<details>\n<summary>{title} {len(group)} 处</summary>\n{body}\n</details>\n"
        page.append(body)
    if left:
        page.append(f"\n另有 {left} 处，此处写不下，见完整的报告。\n")
    page.append(f"\n<sub>{_plain(''.join(coverage(report)))}</sub>\n")
    return "".join(page)


def size(text: str) -> int:
    """The length of a text as the strictest reader counts it, in UTF-16 code units."""
    return len(text) + sum(c > "\uffff" for c in text)


def _counts(found: Sequence[Finding]) -> str:
    levels = [f.level for f in found]
    return (
        "，".join(f"{word} {levels.count(level)} 处" for level, word in LEVELS.items() if level in levels) or "没有问题"
    )


def _preface(report: Report, found: Sequence[Finding]) -> Iterator[str]:
    if line := rated(rate(report)):
        yield line
    states = [d.state for d in report.discrepancies]
    dealt = "，".join(f"{word} {states.count(state)} 处" for state, word in STATES.items() if state in states)
    if dealt:
        yield f"{dealt}，不再列出。"
    if found and not any(f.level is Level.ERROR for f in found):
        yield "没有确定的错误；下列各处请编辑核实。"


def _fitting(group: Iterable[Finding], room: int) -> tuple[list[str], int]:
    """The findings that fit, in full as long as half of the room is left, then on one line each."""
    shown: list[str] = []
    used = 0
    for found in group:
        text = _full(found)
        if used + size(text) > room // 2:
            text = _short(found)
        if used + size(text) > room:
            break
        shown.append(text)
        used += size(text)
    return shown, used


def _short(found: Finding) -> str:
    return f"\n- {_head(found)}（{_plain(_spot(found))}）\n"


def _full(found: Finding) -> str:
    """A finding with each sentence, its arithmetic and its repair."""
    shown, rest = sides(found.claims)
    lines = [f"\n{_head(found)}\n"]
    lines += [] if found.claims else [f"- <code>{_plain(_spot(found))}</code>"]
    lines += [f"- <code>{_plain(where(c))}</code>{_about(c)}<br>{_sentence(c)}" for c in shown]
    if rest:
        lines.append(f"- 另有 {len(rest)} 处：{_plain('，'.join(f'{where(c)}（{c.text}）' for c in rest[:20]))}")
    lines += [f"- 算式：{_plain(found.work)}"] if found.work else []
    lines += [f"- 修改假设：{_plain(found.repair)}"] if found.repair else []
    return "\n".join(lines) + "\n"


def _head(found: Finding) -> str:
    return f"<b>{found.code}</b> {found.rule}　{_plain(found.message)}"


def _spot(found: Finding) -> str:
    if found.claims:
        return where(found.claims[0])
    return ":".join([found.path, *(str(n) for n in (found.line, found.column) if n)])


def _about(claim: Claim) -> str:
    ref = claim.article
    words = [str(ref.published) if ref.published else "日期不明", ref.source]
    return "　" + _plain(" ".join(w for w in words if w))


def _sentence(claim: Claim) -> str:
    """The sentence with its figure in bold, cut around the figure where it is long."""
    text, span = elided(printable(claim.sentence.text), claim.figure.span, SENTENCE)
    start, end = span
    return f"{_plain(text[:start])}<b>{_plain(text[start:end])}</b>{_plain(text[end:])}"


def _plain(text: str) -> str:
    r"""Text that Markdown shows as it is: no markup, no link, nobody told.

    >>> _plain("<b>7家*@wang 见#12")
    '&lt;b&gt;7家\\*@&#8203;wang 见#&#8203;12'
    """
    shown = html.escape(printable(text), quote=False)
    return _ACTIVE.sub(lambda m: _DEFUSED[m[0].lower()], _SPECIAL.sub(r"\\\g<0>", shown))
