"""``kanwu decide``: what an editor decided of a finding, kept beside the articles."""

from __future__ import annotations

import getpass
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import common, review

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.decisions import Line
    from checker.model import Discrepancy

KINDS = ("confirmed", "explained", "false-positive")


@click.command(short_help="对一处发现作裁定。")
@click.argument("words", nargs=-1, metavar="[FINGERPRINT] [PATH]…")
@click.option("--as", "kind", type=click.Choice(KINDS), help="怎样裁定。")
@click.option("--reason", help="理由，必须写。")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="到哪一天为止（含）；过后重新报告。")
@click.option("--who", help="谁裁定的；不写时用 git 的 user.name，再没有就用登录名。")
@click.option(
    "--import",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="记下这个文件里的裁定：从 HTML 报告导出的 decisions-from-page.jsonl，一行一条。",
)
@common.CONFIG
@common.RULES
def decide(  # noqa: PLR0913, PLR0917 - one parameter an option
    words: tuple[str, ...],
    kind: str | None,
    reason: str | None,
    until: datetime | None,
    who: str | None,
    file: Path | None,
    config_file: Path | None,
    folders: tuple[Path, ...],
) -> int:
    """对一处发现作裁定，记入 decisions.jsonl（在 kanwu.yaml 旁），以后的检查照此办理。

    FINGERPRINT 是报告里这处发现的指纹，写开头几位、认得出即可。PATH 是检查哪些稿件，与 kanwu check 相同。

    \b
    confirmed       确有错误，要改稿。改正之前继续报告，警告也算错误，使运行失败；
                    在基线里的、稿件里屏蔽的也一样。句子改了，裁定就不再起作用。
    explained       有合理解释，两处都对（口径不同、数据修订）。不再报告。
    false-positive  误报，勘误读错了。不再报告。

    裁定只对当时的数字有效：任何一句里的数字改了，就重新报告。过了 --until 的日子也重新报告，并写明裁定已到期。
    文件只在末尾添行，可以合并；同一处发现有几条裁定时，以最后一条为准，所以改主意就再裁定一次。

    退出码：0 记下了；2 用法有错，或者没有这处发现；3 内部错误。
    """  # noqa: D301 - click's mark of lines that are not to be filled
    from checker.records import append, line

    where = common.configuration(config_file).beside("decisions")
    if file:
        if kind or reason or until:
            raise common.Refusal("--import 的裁定写在文件里，不能再写 --as、--reason、--until")
        found = review.checked(words, config_file, folders).discrepancies
        told = _imported(file, where, found, who)
    else:
        asked = _asked(words, kind, reason, until)
        found = review.checked(words[1:], config_file, folders).discrepancies
        told = [
            replace(asked, fingerprint=review.named(words[0], found).fingerprint, who=who or _somebody(), when=_now())
        ]
    with common.refusals():
        append(where, "".join(line(t) for t in told))
    for one in told:
        click.echo(_told(one, found))
    click.echo(f"{where}：记下 {len(told)} 条裁定。")
    return 0


def _asked(words: Sequence[str], kind: str | None, reason: str | None, until: datetime | None) -> Line:
    """The decision that the options tell, of no finding yet."""
    from checker.decisions import Line

    if not words:
        raise common.Refusal("请写明哪一处：kanwu decide 指纹 --as … --reason …；指纹见报告每一处的开头一行")
    if kind is None:
        raise common.Refusal(f"请用 --as 写明怎样裁定：{'、'.join(KINDS)}")
    if not (reason or "").strip():
        raise common.Refusal("请用 --reason 写明理由，日后的人要靠它判断")
    if until is not None and until.date() < review.today():
        raise common.Refusal(f"--until {until.date()} 已经过了")
    return Line("", kind, (reason or "").strip(), until=until.date() if until else None)  # type: ignore[arg-type]


def _imported(file: Path, where: Path, found: Sequence[Discrepancy], who: str | None) -> list[Line]:
    """The decisions in a file that ``where`` does not hold; those of findings that are there no more are told."""
    from checker.decisions import Line
    from checker.identity import known_by
    from checker.records import read

    if where.exists() and file.exists() and where.samefile(file):
        raise common.Refusal(f"{file} 就是记裁定的文件，里面的裁定已经有效，不用导入；从网页导出的文件请另取名字")
    with common.refusals():
        lines = read(file, Line)
        noted = {_said(told) for _, told in read(where, Line)} if where.exists() else set()
    known = {f for d in found for f in known_by(d)}
    gone = [(n, told) for n, told in lines if told.fingerprint not in known]
    for n, told in gone:
        click.echo(f"{file}:{n}: 没有指纹是 {told.fingerprint} 的发现，可能已经改正；这一条没有记下。", err=True)
    if lines and len(gone) == len(lines):
        raise common.Refusal(f"{file}：{len(lines)} 条裁定都对不上现在的发现；请看检查的是不是同一批稿件")
    again = [t for _, t in lines if _said(t) in noted]
    if again:
        click.echo(f"{file}：{len(again)} 条裁定早已记下，不再记一遍。", err=True)
    lines = [(n, t) for n, t in lines if _said(t) not in noted]
    now, somebody = _now(), who or _somebody()
    return [replace(t, who=who or t.who or somebody, when=t.when or now) for _, t in lines if t.fingerprint in known]


def _said(told: Line) -> tuple[object, ...]:
    """What makes two lines one decision, whoever noted it; without a time it is none that was noted before."""
    return told.fingerprint, told.as_, told.reason, told.until, told.when or object()


def _told(decided: Line, found: Iterable[Discrepancy]) -> str:
    from checker.identity import known_by
    from checker.report.layout import printable
    from checker.report.text import DECIDED, SHORT

    one = next(d for d in found if decided.fingerprint in known_by(d))
    by = f"  {decided.who}" if decided.who else ""
    return printable(f"{decided.fingerprint[:SHORT]}  {DECIDED[decided.as_]}{by}  {one.code}  {one.message}")


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _somebody() -> str:
    """Who sits at the keyboard, as git or the system knows them; "" if neither does."""
    git = shutil.which("git")
    if git:
        told = subprocess.run([git, "config", "user.name"], capture_output=True, check=False)  # noqa: S603 - no shell
        if name := told.stdout.decode(errors="replace").strip():
            return name
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
