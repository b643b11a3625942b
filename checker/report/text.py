"""The report that an editor reads on a terminal: each dispute with all its witnesses."""

from __future__ import annotations

from datetime import date, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.model import Comparator, Kind, Level, Span
from checker.report.json import PROBLEM_NAMES, decimal, place
from checker.report.layout import cells, elided, packed, printable, wrapped
from checker.report.rate import rate
from checker.report.rate import told as rated
from checker.report.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model import Claim, Decision, Discrepancy, Ledger, Missed, Number, Period, Problem, Report, Value

LEVELS = {Level.ERROR: "错误", Level.WARNING: "警告", Level.NOTE: "提示"}
STATUSES = {"actual": "实际", "target": "目标", "plan": "计划", "forecast": "预测"}
BEHAVIOURS = {"stock": "存量", "cumulative": "累计", "flow": "当期", "rate": "比率"}
ROLES = {
    "total": "总数",
    "part": "分项",
    "base": "基数",
    "rate": "增幅",
    "goal": "目标",
    "delta": "增减",
    "share": "占比",
    "ledger": "台账",
    "subset": "其中",
    "gap": "差额",
    "respective": "分别",
    "exception": "台账的例外",
    "short name": "",
}
DECIDED = {"confirmed": "确有错误", "explained": "有合理解释", "false-positive": "误报"}
STATES = {"baselined": "已入基线", "suppressed": "已屏蔽", "decided": "已裁定"}
REASONS = {
    "kind": "数的种类不同",
    "unit": "单位不同",
    "dimension": "量纲不同",
    "metric": "指标不同",
    "scope": "范围不同或不明",
    "period": "时期不同或不明",
    "status": "实际与目标不可比",
    "behaviour": "存量与增量不可比",
    "level": "口径不同",
    "label": "数同而名目不同",
    "names": "数同，名目未必冲突",
    "role": "总数与分项不可比",
    "sentence": "同句并列",
    "baseline": "基期不同",
    "instance": "不是同一次",
    "event": "不是同一天的同一件事",
    "purpose": "同一笔钱的不同用途",
    "season": "不是同一个时节",
    "matter": "名称太宽，未必是一回事",
    "growth": "一处只说增幅",
    "unlike": "名称不相近，却多半是一回事",
    "block-too-large": "同名的数太多，未逐一相比",
}
# What is told of a period, a place in a row or a name is no figure of a metric.
ASIDE = frozenset({Kind.DATE, Kind.DURATION, Kind.ORDINAL, Kind.LABEL, Kind.ENUMERATION, Kind.NAME, Kind.PHRASE})
COMPARATORS = {
    Comparator.ABOUT: "约",
    Comparator.ABOVE: "＞",
    Comparator.AT_LEAST: "≥",
    Comparator.BELOW: "＜",
    Comparator.AT_MOST: "≤",
}

BOLD, DIM, MARK = "1", "2", "1;4"
COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.NOTE: "1;36"}

PLAIN = View()
SENTENCE_LINES = 3
WITNESSES_A_SIDE = 2
MISSED = 5  # entries that nearly met an article and are told after a check
SHORT = 8  # characters of a fingerprint, enough to tell it from all others


def render(report: Report, view: View = PLAIN) -> str:
    """What is new in lines of at most ``view.width`` columns; ``quiet`` leaves out the figures at its end."""
    page = _Page(view.width, view.colour)
    order = list(Level)
    entries = [((order.index(p.level), p.path, p.line, p.code), page.problem(p)) for p in report.problems]
    for d in (d for d in report.discrepancies if d.state == "new"):
        at = (d.claims[0].article.id, d.claims[0].location.line) if d.claims else ("", 0)
        entries.append(((order.index(d.level), *at, d.code), page.discrepancy(d)))
    entries.sort(key=itemgetter(0))
    parts = ["".join(f"{line}\n" for line in lines) for _, lines in entries]
    if not view.quiet:
        parts.append(closing(report) + page.joined([dealt_with(report), rated(rate(report)), *coverage(report)]))
    return "\n".join(parts)


def closing(report: Report) -> str:
    """How many new ones were found at each level, as one line."""
    levels = [p.level for p in report.problems] + [d.level for d in report.discrepancies if d.state == "new"]
    if not levels:
        return "没有发现新的问题。\n" if report.discrepancies else "没有发现问题。\n"
    counts = "，".join(f"{word} {levels.count(level)}" for level, word in LEVELS.items() if level in levels)
    return f"发现 {len(levels)} 处：{counts}。\n"


def dealt_with(report: Report) -> str:
    """How many are known, decided or suppressed, and so not shown; "" where none is."""
    states = [d.state for d in report.discrepancies]
    told = "，".join(f"{word} {states.count(state)}" for state, word in STATES.items() if state in states)
    return f"另有未列出的 {sum(s != 'new' for s in states)} 处：{told}。" if told else ""


def coverage(report: Report) -> Iterator[str]:
    """What was read and compared, so that silence is not taken for agreement."""
    told = report.summary
    yield (
        f"读了 {told.articles} 篇、{told.characters} 字，{told.figures} 个数字和名次，"
        f"其中 {told.claims} 个知道说的是什么，归为 {told.facts} 件事实。"
    )
    if told.archive:
        yield f"相比的旧稿：{told.archive} 篇。"
    if told.versions:
        yield f"看作所查稿件的旧版，没有与它相比：{'、'.join(told.versions)}。"
    if told.ledger:
        yield from on_ledger(told.ledger)
    if told.undated:
        yield f"不知日期的稿件：{told.undated} 篇。"
    if told.not_assessable:
        reasons = sorted(told.not_assessable.items(), key=lambda item: (-item[1], item[0]))
        yield "未能比较：" + "，".join(f"{REASONS.get(r, r)} {n}" for r, n in reasons) + "。"


def on_ledger(told: Ledger) -> Iterator[str]:
    """How many entries of the ledger met an article, and those that nearly did, with what kept them apart."""
    close = [m for m in told.missed if m.close]
    yield f"台账：{told.entries} 条，与稿件比过 {told.entries - len(told.missed)} 条。"
    yield from (on_missed(m) for m in close[:MISSED])
    rest = len(told.missed) - len(close[:MISSED])
    if rest:
        yield f"{'其余' if close else '所查稿件没有提到的'} {rest} 条，用 kanwu ledger check 逐条看。"


def on_missed(told: Missed) -> str:
    """An entry that met no article, the nearest figure, and why the two were not compared.

    >>> from checker.model import Missed
    >>> on_missed(Missed("ledger.yaml", 3, "2025年，东岛区公园26座"))
    'ledger.yaml:3：没有对上任何稿件：2025年，东岛区公园26座。稿件里没有相近的说法'
    """
    near = f"最像的是 {told.near}：{told.why}" if told.near else "稿件里没有相近的说法"
    return f"{told.path}:{told.line}：没有对上任何稿件：{told.text}。{near}"


def reading(claim: Claim) -> str:
    """What a claim was read as, on one line."""
    return "｜".join(readings(claim))


def readings(claim: Claim) -> list[str]:
    """What a claim was read as: value, metric, scope, period, status, behaviour; what is not known is left out.

    A name or a date is a figure of nothing, and has no status.
    """
    measured = claim.kind not in ASIDE
    words = (
        valued(claim),
        claim.metric.text or ("（指标不明）" if measured else ""),
        claim.scope.text,
        days(claim.period),
        STATUSES[claim.status] if measured else "",
        BEHAVIOURS.get(behaviour(claim), ""),
    )
    return [word for word in words if word]


def valued(claim: Claim) -> str:
    """The value that was read, in words; of a first its own words, since its place is always the first."""
    return claim.text if claim.figure.first else stated(claim.value, claim.figure.comparator)


def behaviour(claim: Claim) -> str:
    """How the metric of a claim moves with time; "" where it is none, as in a ranking."""
    return "" if claim.kind in ASIDE or claim.kind is Kind.RANK else str(claim.behaviour or "")


def days(period: Period | None) -> str:
    """A period as its words and its days, whole years and months by their names.

    >>> from datetime import date
    >>> from checker.model import Period
    >>> days(Period(date(2025, 1, 1), date(2025, 12, 31), text="今年")), days(None)
    ('今年（2025年）', '')
    """
    if period is None:
        return ""
    span = str(period.end or "") if period.as_of else _span(period.start, period.end)
    words = period.text or period.label
    told = f"{words}（{span}）" if words and span and words != span else words or span
    return told if period.explicit or not told else f"{told}〔推断〕"


def _span(start: date | None, end: date | None) -> str:
    if start is None or end is None or start == end:
        return "—".join(dict.fromkeys(str(d or "") for d in (start, end)))
    last = (end + timedelta(days=1)).day == 1
    if start.day == 1 and last and (start.year, start.month) == (end.year, end.month):
        return f"{start.year}年{start.month}月"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}年" if start.year == end.year else f"{start.year}—{end.year}年"
    return f"{start}—{end}"


def stated(value: Value | None, comparator: Comparator) -> str:
    """A value as stated, with the sign of its comparator.

    >>> from fractions import Fraction as F
    >>> from checker.model import Value
    >>> stated(Value(F(57000000), None, "元"), Comparator.ABOVE), stated(None, Comparator.EQ)
    ('＞5700万元', '')
    """
    if value is None:
        return ""
    unit = value.unit
    if value.point is not None:
        return f"{COMPARATORS.get(comparator, '')}{number(value.point)}{unit}"
    if value.low is None or value.high is None:
        return ""
    return f"{number(value.low)}—{number(value.high)}{unit}"


def number(told: Number) -> str:
    """A number in 万 or 亿 where it is large, always exact.

    >>> from fractions import Fraction as F
    >>> number(F(120000000)), number(F(5300)), number(F(1, 3))
    ('1.2亿', '5300', '1/3')
    """
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if abs(told) >= size:
            return decimal(told / size) + word
    return decimal(told)


class _Page:
    """A page of a width, in colour or not."""

    def __init__(self, width: int, colour: bool) -> None:  # noqa: FBT001 - private
        self.width = width
        self.colour = colour

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text

    def joined(self, lines: Iterable[str]) -> str:
        return "".join(f"{told}\n" for line in lines for told in self.block(line, ""))

    def block(self, text: str, indent: str, style: str = "", *, hang: str = "") -> Iterator[str]:
        text = printable(text)
        for n, (start, end) in enumerate(wrapped(text, self.width - cells(indent) - cells(hang))):
            yield (
                indent + (hang if n else "") + self.paint(text[start:end], style)
                if style
                else (indent + (hang if n else "") + text[start:end])
            )

    def heading(self, level: Level, code: str, name: str, tail: str = "") -> str:
        return f"{self.paint(LEVELS[level], COLOURS[level])} {self.paint(code, BOLD)} {name}{tail}"

    def problem(self, told: Problem) -> Iterator[str]:
        yield self.heading(told.level, told.code, PROBLEM_NAMES.get(told.code, ""))
        yield from self.block(f"{place(told)}：{told.message}", "  ")

    def discrepancy(self, told: Discrepancy) -> Iterator[str]:
        also = f"（又见 {'、'.join(told.also)}）" if told.also else ""
        mark = self.paint(f"  {told.fingerprint[:SHORT]}", DIM) if told.fingerprint else ""
        yield self.heading(told.level, told.code, told.rule, also + mark)
        yield from self.block(told.message, "  ")
        if told.decision:
            yield from self.block(decided(told.decision), "  ", hang="      ")
        shown, rest = sides(told.claims)
        for claim in shown:
            yield from self.witness(claim)
        if rest:
            places = "，".join(f"{_at(c)}（{c.text}）" for c in rest)
            yield from self.block(f"另有 {len(rest)} 处：{places}", "  ")
        if told.work:
            yield from self.block(f"算式：{told.work}", "  ", hang="      ")
        if told.repair:
            yield from self.block(f"修改假设：{told.repair}", "  ", hang="          ")

    def witness(self, claim: Claim) -> Iterator[str]:
        ref = claim.article
        role = ROLES.get(claim.role, "" if claim.role == "value" else claim.role)
        about = [str(ref.published) if ref.published else "日期不明", ref.source, role]
        yield f"  {self.paint(printable(_at(claim)), BOLD)}  " + printable("  ".join(w for w in about if w))
        yield from self.sentence(claim)
        lines = packed(readings(claim), self.width - 4 - cells("读作："))
        for n, line in enumerate(lines):
            yield from self.block(line if n else f"读作：{line}", "          " if n else "    ", DIM)

    def sentence(self, claim: Claim) -> Iterator[str]:
        room = self.width - 4
        text, mark = elided(printable(claim.sentence.text), claim.figure.span, room * SENTENCE_LINES)
        if not self.colour:
            text = f"{text[: mark.start]}【{text[mark.start : mark.end]}】{text[mark.end :]}"
            mark = Span(mark.end, mark.end)
        for start, end in wrapped(text, room):
            s, e = max(start, min(mark.start, end)), max(start, min(mark.end, end))
            yield f"    {text[start:s]}{self.paint(text[s:e], MARK)}{text[e:end]}"


def decided(told: Decision) -> str:
    """What an editor decided of what is reported all the same.

    >>> from checker.model import Decision
    >>> decided(Decision("confirmed", "区统计局核实为8家", "王编辑"))
    '裁定：确有错误，待改正。区统计局核实为8家（王编辑）'
    """
    about = "，".join(w for w in (told.who, told.when[:10]) if w)
    told_as = DECIDED.get(told.kind, told.kind)
    state = f"“{told_as}”已于{told.until}到期，请重新裁定" if told.lapsed else f"{told_as}，待改正"
    return f"裁定：{state}。{told.reason}{f'（{about}）' if about else ''}"


def sides(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The first witnesses of each side of a dispute, and the rest, which repeat them."""
    shown: list[Claim] = []
    rest: list[Claim] = []
    for claim in claims:
        alike = sum(1 for c in shown if _side(c) == _side(claim))
        (shown if alike < WITNESSES_A_SIDE else rest).append(claim)
    return shown, rest


def _side(claim: Claim) -> tuple[object, ...]:
    """What a claim states, as far as it sets one side of a dispute apart from another."""
    return claim.text, claim.role, claim.value, claim.scope.levels


def _at(claim: Claim) -> str:
    at = claim.location
    if claim.article.confirmed:
        return f"{claim.article.path}:{at.line}"
    where = f"{at.field}:{at.column}" if at.field else f"{at.line}:{at.column}"
    return f"{claim.article.id}:{where}"
