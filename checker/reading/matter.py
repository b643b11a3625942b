"""Front matter: the YAML between ``---`` lines at the very top of a draft, with the place of each value."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from typing import Any

from checker import patterns as re
from checker.frozen import dataclass
from checker.model import Problem, Span
from checker.reading.dating import as_day

KNOWN = ("title", "date", "source", "place", "corrects")

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"^([A-Za-z_][\w-]{0,30})[ \t]*[:：][ \t]*(.*?)[ \t]*$", re.MULTILINE)
# A row of which YAML can say no more than that it is a key and a text.
_PLAIN = re.compile(
    r"""
    ([A-Za-z_][A-Za-z0-9_-]{0,30}):[ ]+      # date:
    ( [A-Za-z0-9\u4e00-\u9fff《“]            # no mark of YAML begins it, and none stands in it
      (?: [\w·—…、，。；：！？（）《》“”‘’.%+/-] | [ ](?![ ]*\Z) )* )\Z
    """,
    re.VERBOSE,
)
_DEEPEST = 1000
_LONGEST = 32768


@dataclass(frozen=True)
class Matter:
    """What the front matter says. ``body`` is where the article's own text begins; ``problems`` lack the path."""

    body: int = 0
    title: str = ""
    title_at: Span | None = None
    published: date | None = None
    source: str = ""
    place: str = ""
    corrects: str = ""
    problems: tuple[Problem, ...] = field(default=())


def matter(text: str) -> Matter:
    r"""What the front matter of ``text`` says; unknown keys are ignored, a broken one is salvaged line by line.

    >>> found = matter("---\ntitle: 甲地开工\ndate: 2025-03-10\n---\n正文。\n")
    >>> found.title, found.published, found.body
    ('甲地开工', datetime.date(2025, 3, 10), 37)
    >>> matter("---\ndate: 三月十日\n---\n正文。").problems[0].message
    '日期“三月十日”无法识别，请写成 YYYY-MM-DD（如 2025-03-10）'
    """
    opened = _OPEN.match(text)
    if not opened:
        return Matter()
    start = opened.end()
    row = _ROW.match(text, start)
    closed = _CLOSE.search(text.replace("\r\n", " \n").replace("\r", "\n"), start)
    if not closed:
        return _unclosed(text, start) if row else Matter()
    end = text.find("\n", closed.end()) + 1 or len(text)
    if "\n" not in text[closed.end() :] and "\r" in text[closed.end() :]:
        end = text.find("\r", closed.end()) + 1
    if not text[start : closed.start()].strip():
        return Matter(end)
    return _plain(text, start, closed.start(), end) or _mapped(text, start, closed.start(), end)


def _unclosed(text: str, start: int) -> Matter:
    """The rows below an opening ``---`` that nothing closes; the body begins after the last of them."""
    end = start
    while row := _ROW.match(text, end):
        step = re.compile(r"\r\n|\n|\r").match(text, row.end())
        end = step.end() if step else len(text)
        if not step:
            break
    problem = Problem("", "文件开头的 --- 没有结束行，请在元数据之后单独写一行 ---", line=1, column=1)
    found = _salvaged(text, start, end, end)
    return replace(found, problems=(problem, *found.problems))


def _plain(text: str, start: int, stop: int, body: int) -> Matter | None:
    """What front matter of plain rows says; None where it needs YAML to know, which takes long to load."""
    values: dict[str, tuple[str, int, int, Span | None]] = {}
    if stop - start > _DEEPEST:
        return None
    at = start
    for n, line in enumerate(text[start:stop].removesuffix("\n").split("\n"), 2):
        row = _PLAIN.match(line)
        if row is None:
            return None
        if row[1] in KNOWN:
            values[row[1]] = row[2], n, row.start(2) + 1, Span(at + row.start(2), at + row.end(2))
        at += len(line) + 1
    return _filled(values, body)


def _mapped(text: str, start: int, stop: int, body: int) -> Matter:
    import yaml  # noqa: PLC0415  -- loaded only where an article has front matter

    block = text[start:stop]
    # libyaml recurses in C: a block that could nest without bound never reaches it.
    if len(block) > _LONGEST or sum(map(block.count, ("[", "{", "- ", "? "))) > _DEEPEST:
        problem = Problem("", "元数据过长或嵌套过深，请检查结束行 --- 的位置", line=1, column=1)
        found = _salvaged(text, start, stop, body)
        return replace(found, problems=(problem, *found.problems))
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        root = yaml.compose(block, Loader=loader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        found = _salvaged(text, start, stop, body)
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        problem = Problem(
            "", "元数据不是有效的 YAML，请检查冒号、引号和缩进（冒号后要有空格）", line=line, column=column
        )
        return replace(found, problems=(problem, *found.problems))
    if not isinstance(root, yaml.MappingNode):
        problem = Problem("", "元数据应为“键: 值”的行（半角冒号，冒号后要有空格）", line=2, column=1)
        found = _salvaged(text, start, stop, body)
        return replace(found, problems=(problem, *found.problems))
    values: dict[str, tuple[str, int, int, Span | None]] = {}
    problems = []
    for key, node in root.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name not in KNOWN:
            continue
        line, column = node.start_mark.line + 2, node.start_mark.column + 1
        if not isinstance(node, yaml.ScalarNode):
            problems.append(Problem("", f"{name} 应为一段文字，不能是列表或嵌套", line=line, column=column))
            continue
        at = text.find(node.value, start + node.start_mark.index, start + node.end_mark.index) if node.value else -1
        span = Span(at, at + len(node.value)) if at >= 0 else None
        values[name] = (node.value, line, column, span)
    found = _filled(values, body)
    return replace(found, problems=(*problems, *found.problems))


def _salvaged(text: str, start: int, stop: int, body: int) -> Matter:
    """What the lines ``key: value`` of a broken block say, each read by itself."""
    values: dict[str, tuple[str, int, int, Span | None]] = {}
    for n, line in enumerate(re.finditer(r"[^\r\n]*(?:\r\n|\n|\r|$)", text[start:stop])):
        row = _ROW.match(text, start + line.start(), start + line.end())
        if not row or row[1] not in KNOWN:
            continue
        value = row[2].strip("\r\n \t")
        lead = 1 if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else 0
        value = value[lead : len(value) - lead]
        at = row.start(2) + lead
        values.setdefault(row[1], (value, n + 2, row.start(2) - line.start() - start + 1, Span(at, at + len(value))))
    return _filled(values, body)


def _filled(values: dict[str, tuple[str, int, int, Span | None]], body: int) -> Matter:
    problems: tuple[Problem, ...] = ()
    published = None
    words, line, column, _ = values.get("date", ("", 0, 0, None))
    if words.strip():
        published = as_day(words)
        if not published:
            message = f"日期“{words[:40]}”无法识别，请写成 YYYY-MM-DD（如 2025-03-10）"
            problems = (Problem("", message, line=line, column=column),)
    title, _, _, span = values.get("title", ("", 0, 0, None))
    return Matter(
        body=body,
        title=" ".join(title.split("\n")).strip(),
        title_at=span,
        published=published,
        source=values.get("source", ("",))[0].strip(),
        place=values.get("place", ("",))[0].strip(),
        corrects=values.get("corrects", ("",))[0].strip(),
        problems=problems,
    )
