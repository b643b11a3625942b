"""The command line: one module per command, imported when the command is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "baseline": "把已知而暂不改的问题记入基线：write、prune、show。",
    "cache": "缓存：看它在哪里、有多大，或者清空。",
    "check": "检查稿件，报告互相矛盾的事实和数字。",
    "decide": "对一处发现作裁定：确有错误、有合理解释、误报。",
    "explain": "说明一条规则：为什么、怎样判断、不报什么、例子。",
    "extract": "列出读到的每一个数字、名次、日期和名称。",
    "init": "写一份带注释的 kanwu.yaml。",
    "ledger": "台账：添一条核实过的事实，检查台账自身。",
    "report": "把集群运行（check --engine spark）的结果写成报告。",
    "rules": "列出全部规则。",
    "schema": "输出 kanwu.yaml 的 JSON Schema。",
    "timeline": "列出一个指标的全部说法，按日期排列。",
    "why": "说明两个数为什么相比，或者为什么没有。",
}


class Commands(click.Group):
    """A group whose commands are imported when called; the list of commands imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"checker.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, with a suggestion for a misspelt command."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"，是否想写 {near[0]}？" if near else f"；可用的命令：{'、'.join(sorted(COMMANDS))}。"
            ctx.fail(f"没有 {args[0]} 这个命令{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list of commands, from their summaries, so that help imports no command."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    click.echo(f"kanwu {version('kanwu')}")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="输出版本号。")
def kanwu() -> None:
    """勘误：中文新闻的事实一致性检查。

    读一批稿件，找出互相矛盾、或者需要编辑核实的数字、名次、日期和名称。
    """


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    0 clean; 1 discrepancies at or above ``--fail-level``; 2 usage or configuration; 3 internal error.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console of another encoding (GBK, ASCII) must not end the run over a character that it cannot show.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # Next to nothing in a run dies in a cycle, and to look for it as often as Python does takes a tenth of the time.
    gc.set_threshold(10_000_000, 20, 20)
    code = _run(args)
    gc.freeze()  # all that is left goes with the process, and is not looked through once more
    sys.exit(code)


def _run(args: Sequence[str] | None) -> int:
    try:
        code: Any = kanwu.main(args, prog_name="kanwu", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("已中断。", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code if error.exit_code > 1 else 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # noqa: BLE001 - the last resort: everything unforeseen is exit code 3
        if os.environ.get("KANWU_TRACEBACK"):
            import traceback

            traceback.print_exc()
        click.echo(f"kanwu 内部错误：{type(error).__name__}: {error}", err=True)
        click.echo("请附上稿件片段报告此错误；设 KANWU_TRACEBACK=1 可显示出错位置。", err=True)
        return 3
    return code if isinstance(code, int) else 0
