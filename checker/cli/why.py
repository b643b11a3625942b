"""``kanwu why``: why two figures were, or were not, linked and compared."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import common, review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.comparison import Pair
    from checker.model import Claim, Discrepancy, Extraction
    from checker.rule import Rule

# Pairs told in full; the rest are listed by their figures.
MOST = 6
SAME_FACT = "已归为一件事实"


@click.command(short_help="说明两个数为什么相比或不相比。")
@click.argument("a", metavar="A:LINE")
@click.argument("b", metavar="B:LINE")
@common.PATHS
@click.option(
    "--figure", "figures", multiple=True, metavar="TEXT", help="只看这个数，例如 7家；写两次时依次指 A 和 B 的数。"
)
@common.CONFIG
@common.RULES
def why(  # noqa: PLR0913, PLR0917 - one parameter an option
    a: str,
    b: str,
    paths: tuple[str, ...],
    figures: tuple[str, ...],
    config_file: Path | None,
    folders: tuple[Path, ...],
) -> int:
    """说明两行里的数为什么关联、为什么相比，或者为什么没有。

    A:LINE 和 B:LINE 写作 稿件:行号，例如 articles/a.md:10；.jsonl 文件的行号是第几条。
    台账的一条写作 ledger.yaml:行号，行号是这一条开头的一行。
    一行有几个数时，同类的数逐对说明。
    PATH 是一起读的稿件；不写时用 kanwu.yaml 的 paths，再没有就用这两篇所在的文件夹。

    退出码：0 说明了；2 用法或配置有错，或者那一行没有数；3 内部错误。
    """
    from checker.comparison import pairs as compared
    from checker.linking import link

    if len(figures) > 2:
        raise common.Refusal("--figure 至多写两次：先 A 的数，后 B 的数")
    config = common.configuration(config_file)
    rules = common.chosen(config, folders)
    places = [_place(a), _place(b)]
    ledger = config.beside("ledger")
    files = [file for file, _ in places if not _same_file(file, ledger)]
    where = common.existing(paths or _around(files, config.paths), config)
    extractions = common.extracted((*where, *files), config)
    if len(files) < len(places):
        extractions = (*extractions, *review.entries(ledger, config))
    sides = [_figures(extractions, file, line) for file, line in places]
    sides = _named(sides, figures, (a, b))
    facts = link([c for e in extractions for c in e.claims], config.settings).facts
    pairs = compared(sides[0], sides[1], extractions, facts, config.settings)
    articles = {c.article.id for side in sides for c in side}
    touched = [f for f in facts if any(p.fact is f for p in pairs)]
    found = common.judged([e for e in extractions if e.article.id in articles], touched, rules, config)
    common.emit("".join(f"{line}\n" for line in _told(pairs, found, rules)), None)
    return 0


def _place(text: str) -> tuple[str, int]:
    """The file and line of an argument, ``file#id:line`` for a row among them."""
    file, colon, line = text.rpartition(":")
    if not colon or not file or not (line.isascii() and line.isdigit()) or int(line) < 1:
        raise common.Refusal(f"{text}：应写作 稿件:行号，例如 articles/a.md:10")
    if not Path(file).is_file() and Path(file.partition("#")[0]).is_file():
        file = file.partition("#")[0]
    if not Path(file).is_file():
        raise common.Refusal(f"没有这个文件：{file}")
    return file, int(line)


def _same_file(a: str | Path, b: str | Path) -> bool:
    return os.path.realpath(a) == os.path.realpath(b)


def _around(files: Sequence[str], configured: Sequence[str]) -> tuple[str, ...]:
    """The folders of two files, nothing where the configuration says what to read."""
    return () if configured else tuple(dict.fromkeys(str(Path(f).parent) for f in files))


def _figures(extractions: Sequence[Extraction], file: str, line: int) -> tuple[Claim, ...]:
    """The figures on a line, those that are compared by a metric if there are any; it must have one."""
    from checker.timeline import COMPARED

    own = [c for e in extractions if _same_file(e.article.path, file) for c in e.claims]
    here = [c for c in own if c.location.line == line]
    if not here:
        lines = sorted({c.location.line for c in own if c.kind in COMPARED}, key=lambda n: (abs(n - line), n))[:3]
        told = "；".join(f"第 {n} 行有 {_listed(own, n)}" for n in sorted(lines))
        raise common.Refusal(f"{file}:{line} 没有读到数字。{told or '这篇稿件没有读到数字'}。")
    return tuple([c for c in here if c.kind in COMPARED] or here)


def _listed(claims: Sequence[Claim], line: int) -> str:
    from checker.timeline import COMPARED

    return "、".join(dict.fromkeys(c.text for c in claims if c.location.line == line and c.kind in COMPARED))


def _named(
    sides: Sequence[tuple[Claim, ...]], figures: Sequence[str], places: Sequence[str]
) -> list[tuple[Claim, ...]]:
    """The figures of both lines that ``--figure`` names; one name holds for each line that has it."""
    if not figures:
        return list(sides)
    wanted = (figures[0], figures[-1])
    chosen = [_texts(side, text) for side, text in zip(sides, wanted, strict=True)]
    for n, side in enumerate(chosen):
        if not side and (len(figures) == 2 or not any(chosen)):
            raise common.Refusal(
                f"{places[n]} 没有读到 {wanted[n]}；读到的有：{'、'.join(dict.fromkeys(c.text for c in sides[n]))}"
            )
    return [found or side for found, side in zip(chosen, sides, strict=True)]


def _texts(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    return tuple([c for c in claims if c.text == text] or [c for c in claims if text in c.text])


def _told(pairs: Sequence[Pair], found: Sequence[Discrepancy], rules: Sequence[Rule]) -> Iterator[str]:
    if not pairs:
        yield "两处是同一个数，没有可说明的。"
        return
    full = [p for p in pairs if p.related][:MOST] or list(pairs[:MOST] if len(pairs) <= 2 else pairs[:1])
    for n, pair in enumerate(full):
        if n:
            yield ""
        for line in _explained(pair, found, rules):
            yield from _wrapped(line)
    rest = [p for p in pairs if p not in full]
    if rest:
        yield ""
        shown = "，".join(f"{p.a.text}与{p.b.text}" for p in rest[:MOST])
        more = "等" if len(rest) > MOST else ""
        yield from _wrapped(f"此外同类的数还有 {len(rest)} 对，指标名更不相近：{shown}{more}。可用 --figure 指定。")


def _wrapped(line: str) -> Iterator[str]:
    from checker.report.layout import printable, wrapped

    hang = " " * 8
    text = printable(line)
    spans = wrapped(text, common.width() - len(hang))
    for n, (start, end) in enumerate(spans):
        yield (hang if n else "") + text[start:end]


def _explained(p: Pair, found: Sequence[Discrepancy], rules: Sequence[Rule]) -> Iterator[str]:
    from checker.explanations import KINSHIP, names, time
    from checker.report.text import reading

    for side, c in (("甲", p.a), ("乙", p.b)):
        yield f"{side}  {c.article.id}:{c.location.line}:{c.location.column}  {c.text}"
        yield f"  读作  {reading(c) or c.text}"
    yield f"  指标  {names(p)}"
    yield f"  主体  {KINSHIP[p.kin]}"
    yield f"  关联  {_linked(p)}"
    yield f"  比较  {_compared(p)}"
    yield f"  时间  {time(p)}"
    yield f"  规则  {_rules(p, found, rules)}"


def _linked(p: Pair) -> str:
    if p.link is not None:
        return f"{SAME_FACT}，得分 {p.link.score:.2f}（{'；'.join(p.link.reasons) or '名称相近'}）"
    if p.fact is not None:
        return "经别处的说法连到一件事实，这两处没有直接相连"
    return f"没有归为一件事实：{_unlinked(p)}"


def _unlinked(p: Pair) -> str:
    from checker.explanations import refusal
    from checker.timeline import COMPARED

    if p.a.kind not in COMPARED or p.b.kind not in COMPARED:
        return "这类数字不按指标关联"
    if not all(p.words):
        return "不知道是什么的数"
    if p.refusal in ("kind", "unit"):
        return refusal(p)
    if not p.score:
        return "指标名没有相同或相近的词"
    if p.score >= 0.9 and not p.kin:
        return "指标名相近，但看不出是同一主体"
    return "指标名、句子和主体合起来不够相近" if p.kin else "指标名不够相近，也看不出是同一主体"


def _compared(p: Pair) -> str:
    from checker.explanations import refusal

    reason = p.link.refusal if p.link is not None else p.refusal
    if reason:
        return f"不可比：{refusal(p, reason)}"
    if p.link is None:
        return "种类、单位、范围、状态和时期都不妨碍相比，但没有关联，所以没有比"
    return f"可比；{_values(p)}"


def _values(p: Pair) -> str:
    from checker.disputes import clash, difference

    if not clash(p.a, p.b):
        return "两个数可以同时成立"
    words = "两个数不能同时成立" if p.link is not None and p.link.time == "same" else "两个数不同"
    work = difference(p.a, p.b)
    return f"{words}（{work}）" if work else words


def _rules(p: Pair, found: Sequence[Discrepancy], rules: Sequence[Rule]) -> str:
    from checker.report.text import LEVELS

    of = [d for d in found if {p.a.key, p.b.key} <= {c.key for c in d.claims}]
    told = []
    for d in of:
        also = f"，又见 {'、'.join(d.also)}" if d.also else ""
        told.append(f"{d.code} {d.rule}（{LEVELS[d.level]}）{also}：{d.message}")
    return "；".join(told) or f"没有规则报告这两个数{_silence(p, rules)}"


def _silence(p: Pair, rules: Sequence[Rule]) -> str:
    """Why rules say nothing of two figures that are compared and differ, as far as their link tells."""
    from checker.disputes import clash

    if p.link is None or p.link.refusal or not clash(p.a, p.b):
        return ""
    stricter = [r.code for r in rules if getattr(r, "least_score", 0.0) > p.link.score]
    if stricter:
        return f"：得分低于 {'、'.join(stricter)} 要求的下限"
    return "" if p.link.strong else "：主体只是大致相同"
