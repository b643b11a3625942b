"""``kanwu ledger``: the newsroom's confirmed facts, which articles are held against."""

from __future__ import annotations

import csv
import json
import shlex
from dataclasses import fields, replace
from io import StringIO
from typing import TYPE_CHECKING

import click

from checker.cli import common, review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from checker.config import Config
    from checker.entries import Entry
    from checker.model import Claim, Discrepancy, Extraction, Problem, Report
    from checker.rule import Rule

CODE = "KW602"
DAY = click.DateTime(["%Y-%m-%d"])


@click.group(short_help="核实过的事实。")
def ledger() -> None:
    """台账：本社核实过的事实，一条一个数。kanwu check 拿稿件与它对照（KW601、KW602）。

    \b
    ledger.yaml（在 kanwu.yaml 旁）的一条：
    - metric: 上市高新技术企业
      scope: 崂山区
      period: 2025-11-30        # 或“2025年一季度”“‘十四五’期间”
      value: 7家                # 照稿件的写法，例如 突破5700P、增长5.3%
      source: 区科技局
      as-of: 2025-12-05         # 哪天核实的
      recheck: 2026-03-31       # 哪天该复核
      status: actual            # 目标写 target
      exception:                # 与别的数不同而有理由时
        type: 口径变更            # 或 数据修订、其他
        reason: 旧口径含新三板挂牌企业
        value: 8家              # 稿件里这样写也不报

    ledger.csv 的列名相同，例外的三列是 exception、exception-reason、exception-value。
    """  # noqa: D301 - click's mark of lines that are not to be filled


@ledger.command(short_help="把确认过的数记入台账。")
@click.argument("fingerprint")
@common.PATHS
@click.option("--figure", metavar="TEXT", help="哪一个数是对的，例如 8家。")
@click.option("--source", required=True, help="谁核实的、根据什么。")
@click.option("--recheck", type=DAY, metavar="DATE", help="哪天该复核。")
@common.CONFIG
@common.RULES
def add(  # noqa: PLR0913, PLR0917 - one parameter an option
    fingerprint: str,
    paths: tuple[str, ...],
    figure: str | None,
    source: str,
    recheck: datetime | None,
    config_file: Path | None,
    folders: tuple[Path, ...],
) -> None:
    """把一处裁定为确有错误的发现（kanwu decide … --as confirmed）里对的那个数记入台账。

    FINGERPRINT 是这处发现的指纹，PATH 是检查哪些稿件，与 kanwu check 相同。
    """
    found = review.named(fingerprint, review.checked(paths, config_file, folders).discrepancies)
    told = found.decision
    if told is None or told.kind != "confirmed" or told.lapsed:
        raise common.Refusal(
            f"{found.fingerprint[:8]} 还没有裁定为确有错误；先写明理由："
            f"kanwu decide {shlex.join([found.fingerprint[:8], *paths])} --as confirmed --reason …"
        )
    config = common.configuration(config_file)
    file = config.beside("ledger")
    claim = _chosen(found, figure)
    entry = _entry(claim, source, recheck.date() if recheck else None)
    from checker.ledger import extraction, read_ledger

    with common.refusals():
        known = read_ledger(file) if file.exists() else ()
        read = extraction(entry, str(file), len(known) + 1, 0, config.settings).claims[0]
    if (read.value, read.metric.words, read.scope.levels) != (claim.value, claim.metric.words, claim.scope.levels):
        misread = f"“{entry.told(entry.value)}”会读成 {read.scope.text} {read.metric.text} {read.text}"
        raise common.Refusal(f"这一条记不准，请照 kanwu ledger --help 手工写入 {file}：{misread}")
    for line, other in known:
        if _same(other, entry):
            raise common.Refusal(f"{file}:{line}：台账里已经有这一条：{entry.told(entry.value)}")
    from checker.records import append

    with common.refusals():
        append(file, _row(entry, file) if file.suffix.lower() == ".csv" else _item(entry))
    click.echo(f"{file}：添了一条：{entry.told(entry.value)}")


@ledger.command(short_help="检查台账自身，看哪些条目没有对上稿件。")
@common.PATHS
@click.option("--today", type=DAY, metavar="DATE", help="以这一天为今天。")
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="warning",
    show_default=True,
    help="达到哪一级时以 1 退出；过了复核日、期限的是 note。",
)
@common.CONFIG
@common.RULES
def check(
    paths: tuple[str, ...],
    today: datetime | None,
    fail_level: str,
    config_file: Path | None,
    folders: tuple[Path, ...],
) -> int:
    """检查台账：彼此矛盾的，过了复核日的，期限已过而没有结果的目标，没有对上任何稿件的条目。

    PATH 是与台账相比的稿件；不写时用 kanwu.yaml 的 paths，再没有就只查台账自身。没有对上的，逐条写出最像的说法
    和没有相比的原因：多半是指标、范围或时期与稿件的写法不合，照稿件改过来就能对上。它们不使运行失败。

    写明例外（exception）的一条与别的不同，不算矛盾。
    """
    from checker.cli.check import fails
    from checker.model import Report
    from checker.report.text import render
    from checker.report.view import View

    config = common.configuration(config_file)
    where = common.existing(paths, config) if paths or config.paths else ()
    file = config.beside("ledger")
    if not file.is_file():
        raise common.Refusal(f"没有台账 {file}；先用 kanwu ledger add 添一条，或照 kanwu ledger --help 写一份")
    entries = review.entries(file, config)
    rules = common.rules_of(config, folders)
    judged = config.adjust(_judged(entries, [r for r in rules if not r.of_ledger], config))
    day = today.date() if today else review.today()
    found = Report(judged.summary, judged.discrepancies, (*judged.problems, *_overdue(entries, day)))
    page = render(found, View(common.width(), quiet=True))
    common.emit(f"{page}\n" if page else "", None)
    click.echo(f"{file}：{len(entries)} 条，矛盾 {len(found.discrepancies)} 处，待复核 {len(found.problems)} 条。")
    if where:
        _met(entries, common.extracted(where, config), [r for r in rules if r.of_ledger], config)
    else:
        click.echo("写上稿件所在的文件夹（PATH），就逐条看台账有没有对上稿件。")
    return int(fails(found, fail_level))


def _met(entries: Sequence[Extraction], told: Sequence[Extraction], rules: Sequence[Rule], config: Config) -> None:
    """Tell which entries were compared with no article."""
    from checker.ledger import linked, missed
    from checker.report.layout import printable, wrapped
    from checker.report.text import on_missed

    alone = missed(told, entries, linked(told, entries, config.settings), rules, config.settings)
    click.echo(f"与 {len(told)} 篇稿件比过 {len(entries) - len(alone)} 条。")
    for one in alone:
        text = printable(f"{on_missed(one)}。")
        lines = [text[start:end] for start, end in wrapped(text, common.width() - 2)]
        click.echo("\n  ".join(lines))


def _judged(entries: Sequence[Extraction], rules: Sequence[Rule], config: Config) -> Report:
    """What the rules find between entries, those left out that one excuses; what time explains is none of it."""
    from checker.pipeline import assess

    own = [replace(e, claims=tuple(c for c in e.claims if c.role != "exception")) for e in entries]
    report = assess(own, rules, config.settings)
    found = (d for d in report.discrepancies if d.level != "note")
    own_found = tuple(d for d in found if not any(_excused(c) for c in d.claims))
    return replace(report, discrepancies=own_found, problems=())


def _excused(claim: Claim) -> bool:
    return claim.article.confirmed is not None and bool(claim.article.confirmed.exception)


def _overdue(entries: Sequence[Extraction], today: date) -> Iterator[Problem]:
    """A note for each entry whose re-check day or deadline is past."""
    from checker.model import Level, Problem, Status

    results = {(c.metric.words, c.scope): c.period for e in entries for c in e.claims if c.status == Status.ACTUAL}
    for e in entries:
        claim, confirmed = e.claims[0], e.article.confirmed
        due = claim.period.end if claim.period and claim.status != Status.ACTUAL else None
        result = results.get((claim.metric.words, claim.scope))
        told = ""
        if confirmed and confirmed.recheck and confirmed.recheck < today:
            told = f"过了复核日 {confirmed.recheck}"
        elif due and due < today and not (result and result.end and result.end >= due):
            told = f"目标期限 {due} 已过，没有结果"
        if told:
            yield Problem(e.article.path, f"{told}：{e.sentences[0].text}", Level.NOTE, e.article.row, 1, CODE)


def _chosen(found: Discrepancy, figure: str | None) -> Claim:
    """The claim whose figure is right."""
    told = [c for c in found.claims if c.article.confirmed is None]
    texts = list(dict.fromkeys(c.text for c in told))
    if figure is None and len(texts) > 1:
        raise common.Refusal(f"请用 --figure 写明哪一个数是对的：{'、'.join(texts)}")
    fits = [c for c in told if figure in {None, c.text}]
    if not fits:
        raise common.Refusal(f"这处发现里没有 {figure}；有的是：{'、'.join(texts)}")
    return max(fits, key=lambda c: bool(c.period and c.period.explicit))


def _entry(claim: Claim, source: str, recheck: date | None) -> Entry:
    """The entry of a claim, as its own newspaper words it."""
    from checker.entries import Entry
    from checker.model import Status

    metric = claim.metric
    verb = metric.verb if metric.event and not metric.text.startswith(metric.verb) else ""
    return Entry(
        metric="".join((verb, *claim.scope.levels, metric.text)),
        scope=claim.scope.place or claim.scope.org,
        period=_period(claim),
        value=claim.text,
        source=source,
        as_of=review.today(),
        recheck=recheck,
        status="actual" if claim.status == Status.ACTUAL else "target",
    )


def _period(claim: Claim) -> str:
    """The days a claim speaks of, in digits where they are a year, a month or a day, else in its words."""
    from checker.report.text import days

    told = claim.period
    if told is None or told.end is None:
        return str(claim.article.published or "")
    if told.as_of or told.start is None:
        return str(told.end)
    if told.label:
        return told.text or told.label
    return days(replace(told, text="", label="", explicit=True))


def _same(one: Entry, other: Entry) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("metric", "scope", "period", "value"))


def _plain(entry: Entry) -> dict[str, str]:
    """An entry as keys and words, empty ones left out."""
    from checker.entries import key

    told = {key(f.name): getattr(entry, f.name) for f in fields(entry)}
    return {name: str(value) for name, value in told.items() if value and (name, value) != ("status", "actual")}


def _item(entry: Entry) -> str:
    rows = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _plain(entry).items()]
    return "- " + "\n  ".join(rows) + "\n"


def _row(entry: Entry, file: Path) -> str:
    """An entry as a row below the head of a table."""
    from checker.positions import read_text

    made = StringIO()
    told = _plain(entry)
    with common.refusals():
        text = read_text(file) if file.exists() else ""
    head = next(csv.reader(StringIO(text)), [])
    table = csv.DictWriter(made, [n.strip() for n in head] or list(told), extrasaction="ignore", lineterminator="\n")
    if not head:
        table.writeheader()
    elif missing := set(told) - {n.strip() for n in head}:
        raise common.Refusal(f"{file}:1: 表头缺少 {'、'.join(sorted(missing))}")
    table.writerow(told)
    return made.getvalue()
