"""``ledger.yaml`` or ``ledger.csv`` → claims of confirmed facts, and what articles say against them."""

from __future__ import annotations

import csv
import json
from dataclasses import fields, replace
from io import StringIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from checker.comparison import nearest
from checker.complaints import complaint, did_you_mean
from checker.entries import Departure, Entry, article, key
from checker.explanations import apart
from checker.judging import judge, settle
from checker.linking import link
from checker.model import Extraction, Ledger, Level, Missed
from checker.pipeline import extract
from checker.positions import ConfigError, Mark, Where, read_text, read_yaml
from checker.timeline import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.comparison import Pair
    from checker.model import Claim, Fact, Link, Report
    from checker.rule import Rule
    from checker.settings import Settings

UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
# So alike must a name be to be told as the nearest of an entry's.
_ALIKE = 0.4
# From here on two names are held to be meant as one.
_SAME_NAME = 0.7
# What keeps a scope and a metric from being read as one name: 东岛区*的*概念验证中心.
_OF = "的"
# The columns of a table for what is nested in YAML.
COLUMNS = {"exception": ("exception", "type"), "exception-reason": ("exception", "reason")}
COLUMNS |= {"exception-value": ("exception", "value")}


class Placed(NamedTuple):
    """An entry and its line."""

    line: int
    entry: Entry


def read_ledger(file: Path) -> tuple[Placed, ...]:
    """The entries of a ledger; :class:`ConfigError` at the first that cannot be used."""
    if file.suffix.lower() == ".csv":
        return tuple(_table(file))
    if file.suffix.lower() not in {".yaml", ".yml"}:
        raise ConfigError(file, 0, 0, "台账应为 .yaml 或 .csv 文件")
    data, marks = read_yaml(file, root=list)
    return tuple(
        Placed(marks[(i,)].line, _entry(file, row, {w[1:]: m for w, m in marks.items() if w[:1] == (i,)}))
        for i, row in enumerate(data or ())
    )


def _table(file: Path) -> Iterator[Placed]:
    rows = csv.reader(StringIO(read_text(file), newline=""))
    try:
        head = [name.strip() for name in next(rows, [])]
        known = [*(key(f.name) for f in fields(Entry)), *COLUMNS]
        for n, name in enumerate(head):
            if name not in known:
                raise ConfigError(file, 1, n + 1, f"未知的列 {name}{_hint(name, known)}")
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                if len(row) > len(head):
                    raise ConfigError(file, line, len(head) + 1, "这一行的列数比表头多")
                yield Placed(
                    line, _entry(file, _nested(dict(zip(head, row, strict=False))), {(): Mark(line, 1, line, 1)})
                )
            line = rows.line_num + 1
    except csv.Error as error:
        raise ConfigError(file, rows.line_num, 1, f"CSV 语法错误：{error}") from error


def _nested(row: Mapping[str, str]) -> dict[str, Any]:
    """A row of a table as YAML would tell it, empty cells left out."""
    made: dict[str, Any] = {}
    for name, cell in row.items():
        if cell.strip():
            outer, inner = COLUMNS.get(name, (name, ""))
            if inner:
                made.setdefault(outer, {})[inner] = cell.strip()
            else:
                made[outer] = cell.strip()
    return made


def _entry(file: Path, row: Any, marks: Mapping[Where, Mark]) -> Entry:
    def wrong(where: Where, message: str, *, at_key: bool = False) -> ConfigError:
        mark = next((marks[where[:n]] for n in range(len(where), -1, -1) if where[:n] in marks), Mark())
        return ConfigError(file, *(mark[:2] if at_key else mark[2:]), message)

    if isinstance(row, dict):
        row = {k: str(v) if isinstance(v, int | float) and not isinstance(v, bool) else v for k, v in row.items()}
    try:
        entry = TypeAdapter(Entry).validate_json(json.dumps(row, default=str))
    except ValidationError as error:
        first = min(error.errors(), key=lambda e: e["type"] not in UNKNOWN)
        where = tuple(first["loc"])
        if first["type"] in UNKNOWN:
            known = [key(f.name) for f in fields(Departure if len(where) > 1 else Entry)]
            raise wrong(where, f"未知的键 {where[-1]}{_hint(str(where[-1]), known)}", at_key=True) from error
        raise wrong(where, f"{where[-1]}：{complaint(first)}" if where else complaint(first)) from error
    for name in ("metric", "scope", "period", "value", "source"):
        if not getattr(entry, name).strip() or "\n" in getattr(entry, name):
            raise wrong((name,), f"{name}：应为一行文字，不能为空")
    if entry.exception and not entry.exception.reason.strip():
        raise wrong(("exception", "reason"), "reason：要写明为什么")
    return entry


def _hint(name: str, known: Sequence[str]) -> str:
    return did_you_mean(name, known) or "；可用的有 " + "、".join(known)


def confirmed(file: Path, entries: Sequence[Placed], settings: Settings) -> tuple[Extraction, ...]:
    """The entries read as articles are; :class:`ConfigError` for one whose figure, metric or period cannot be read."""
    path = PurePath(file).as_posix()
    return tuple(extraction(p.entry, path, n, p.line, settings) for n, p in enumerate(entries, 1))


def extraction(entry: Entry, path: str, number: int, line: int, settings: Settings) -> Extraction:
    """What is read of one entry: the claims that its value and the value of its exception make."""
    read = extract(article(entry, path, number, line), settings)
    if any(c.scope.org.startswith(entry.scope) and c.scope.org != entry.scope for c in read.claims):
        read = extract(article(entry, path, number, line, _OF), settings)
    claims: list[Claim] = []
    for n, value in enumerate(entry.values):
        told = [c for c in read.claims if c.sentence.paragraph == n and _stands_in(c, value)]
        own = [c for c in told if c.kind in COMPARED and c.value is not None]
        if fault := _fault(own):
            raise ConfigError(path, line, 1, f"{fault}（读作“{entry.told(value)}”）")
        claims += [replace(c, role="exception") for c in own] if n else own
    return Extraction(read.article, read.sentences, tuple(claims))


def _stands_in(claim: Claim, value: str) -> bool:
    """Whether a figure stands in the value at the end of its sentence."""
    return claim.figure.end > len(claim.sentence.text) - 1 - len(value)


def _fault(claims: Sequence[Claim]) -> str:
    """What could not be read of an entry, "" if nothing."""
    if not claims:
        return "value：读不出数"
    if not claims[0].metric.text:
        return "metric：读不出是什么的数"
    period = claims[0].period
    return "" if period is not None and period.explicit else "period：读不出是什么时候"


def _close(p: Pair) -> bool:
    """Whether an entry was meant for what is nearest to it, as far as their names and times tell."""
    ends = [(None, None) if q is None else (q.end if q.as_of else q.start, q.end) for q in (p.a.period, p.b.period)]
    (start, end), (begin, stop) = ends
    apart_in_time = (end and begin and end < begin) or (stop and start and stop < start)
    return p.score >= _SAME_NAME and not apart_in_time


def held(report: Report, ledger: Sequence[Extraction], rules: Sequence[Rule], settings: Settings) -> Report:
    """The report with what the rules of the ledger find between its entries and the articles.

    Linked apart from the run itself, so that a ledger sways nothing that is said between articles; a dispute whose
    sides it denies both is told as one with it.
    """
    chosen = [r for r in rules if r.of_ledger]
    if not (ledger and chosen):
        return report
    facts = linked(report.extractions, ledger, settings)
    found = [d for f in facts for d in judge(f, chosen)]
    told = Ledger(len(ledger), missed(report.extractions, ledger, facts, chosen, settings))
    summary = replace(report.summary, ledger=told)
    return replace(report, summary=summary, discrepancies=settle([*report.discrepancies, *found]))


def linked(told: Sequence[Extraction], ledger: Sequence[Extraction], settings: Settings) -> tuple[Fact, ...]:
    """The facts that entries of the ledger have a part in."""
    claims = [c for e in (*told, *ledger) for c in e.claims]
    return tuple(f for f in link(claims, settings).facts if any(c.article.confirmed for c in f.claims))


def missed(
    told: Sequence[Extraction],
    ledger: Sequence[Extraction],
    facts: Sequence[Fact],
    rules: Sequence[Rule],
    settings: Settings,
) -> tuple[Missed, ...]:
    """The entries that no article was compared with, and what of the articles is most like each."""
    least = max((float(getattr(r, "least_score", 0.0)) for r in rules if r.level is not Level.NOTE), default=0.0)
    met = {c.key for f in facts for e in f.links if _compared(e, least) for c in _entries(f, e)}
    alone = [e for e in ledger if not any(c.key in met for c in e.claims)]
    near = nearest([e.claims[0] for e in alone], [c for e in told for c in e.claims], facts, settings)
    return tuple(_missed(e, near.get(e.claims[0].key)) for e in alone)


def _compared(link: Link, least: float) -> bool:
    return not link.refusal and link.time == "same" and link.score >= least


def _entries(fact: Fact, link: Link) -> tuple[Claim, ...]:
    """The side of a link that an entry stands on, nothing where both do."""
    sides = fact.claims[link.a], fact.claims[link.b]
    own = tuple(c for c in sides if c.article.confirmed)
    return own if len(own) == 1 else ()


def _missed(entry: Extraction, near: Pair | None) -> Missed:
    claim = entry.claims[0]
    told = Missed(entry.article.path, entry.article.row, claim.sentence.text.rstrip("。"))
    if near is None or near.score < _ALIKE:
        return told
    where = f"{near.b.article.id}:{near.b.location.line}:{near.b.location.column}"
    figure = f"{where} {near.b.scope.text}{near.b.metric.text}{near.b.text}"
    return replace(told, near=figure, why=apart(near, ("台账", "稿件")), close=_close(near))
