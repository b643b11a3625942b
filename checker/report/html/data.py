"""The report as the plain data that the page draws from: articles, claims, findings.

Articles, claims and findings refer to each other by their place in the lists. Keys that would be empty are left out.

``articles``: ``id``, ``title``, ``date``, ``source``, ``place``; ``paragraphs``, each with ``kind``
where that is not body and its ``sentences`` as text; ``claims`` by number, in order; ``cut``: not all paragraphs are
here.
``claims``: ``article``, ``paragraph``, ``sentence``, ``from``/``to`` in the sentence, ``at`` (where it stands in the
file), ``text`` where that is not what stands there, the reading (``value``, ``metric``, ``scope``, ``period``,
``status``, ``behaviour``, ``admits``), ``state``, ``reason`` and ``peers`` as pairs of a number and a refusal.
``findings``: ``id`` (the fingerprint), ``code``, ``rule``, ``level``, ``state``, ``message``, ``work``, ``repair``,
``also``, ``claims`` as pairs of a number and a role, ``places``, ``path`` where there is no claim, ``plot`` and
``decision``: what was decided of it, ``as``, ``reason``, ``who``, ``when``, ``until`` and ``lapsed``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.disputes import interval
from checker.figures.intervals import describe, show
from checker.figures.units import unit as known_unit
from checker.model import ArticleRef, Claim, Comparator, Kind, RegionKind
from checker.report.findings import findings
from checker.report.html.points import neighbours, plot
from checker.report.html.states import key, standings
from checker.report.json import decision
from checker.report.text import ASIDE, behaviour, days, valued

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.model import Extraction, Report, Sentence
    from checker.report.findings import Finding
    from checker.report.html.points import Plot
    from checker.report.html.states import Key, Standing

Data = dict[str, Any]

# Characters of article text that a page carries; of what goes beyond it only the paragraphs that are reported.
ROOM = 400_000
PEERS = 6


def page_data(report: Report, *, room: int = ROOM) -> Data:
    """All that the page draws from, as JSON would hold it."""
    return _Page(report, room).data()


class _Page:
    """The lists of the page while they are filled."""

    def __init__(self, report: Report, room: int) -> None:
        self.report = report
        self.standings = standings(report)
        self.findings = findings(report)
        self.discrepancies = {d.fingerprint: d for d in report.discrepancies}
        reported = {key(c): c for f in self.findings for c in f.claims}
        self.articles = _articles(report, reported.values(), room)
        self.claims: dict[Key, int] = {}
        self.rows: list[Data] = []
        shown = {key(c): c for e in report.extractions for c in e.claims if c.kind is not Kind.NAME} | reported
        for c in sorted(shown.values(), key=lambda c: (c.article.id, c.sentence.index, c.figure.start, c.figure.end)):
            place = self.articles[c.article.id].places.get(c.sentence.index)
            if place is not None:
                self.claims[key(c)] = len(self.rows)
                self.rows.append(self._claim(c, *place))
        for k, at in self.claims.items():
            self.rows[at].update(_filled({"peers": self._peers(self.standings[k])}))

    def data(self) -> Data:
        beside = neighbours(self.report.facts)
        told = [self._finding(f, beside) for f in self.findings]
        return {"articles": [a.data for a in self.articles.values()], "claims": self.rows, "findings": told}

    def _claim(self, told: Claim, paragraph: int, sentence: int) -> Data:
        home = self.articles[told.article.id]
        home.data["claims"].append(len(self.rows))
        start, end = told.figure.span
        at = told.location
        standing = self.standings[key(told)]
        return {
            "article": home.number,
            "paragraph": paragraph,
            "sentence": sentence,
            "from": start,
            "to": end,
            "at": f"{at.field}:{at.column}" if at.field else f"{at.line}:{at.column}",
            **_filled(
                {
                    "text": told.text if told.text != told.sentence.text[start:end] else "",
                    "value": valued(told),
                    "metric": told.metric.text,
                    "scope": told.scope.text,
                    "levels": "".join(told.scope.levels),
                    "period": days(told.period),
                    "status": str(told.status) if told.kind not in ASIDE else "",
                    "behaviour": behaviour(told),
                    "admits": _admits(told),
                    "state": str(standing.state),
                    "reason": standing.reason,
                }
            ),
        }

    def _peers(self, standing: Standing) -> list[list[Any]]:
        known = [(self.claims.get(key(p.claim)), p.refusal) for p in standing.peers]
        return [[n, refusal] for n, refusal in known if n is not None][:PEERS]

    def _finding(self, told: Finding, beside: Mapping[Key, list[Claim]]) -> Data:
        source = self.discrepancies.get(told.fingerprint)
        places = dict.fromkeys(c.scope.place or c.article.place for c in told.claims)
        where = [":".join([told.path, *(str(n) for n in (told.line, told.column) if n)])] if not told.claims else []
        return {
            "id": told.fingerprint,
            "code": told.code,
            "rule": told.rule,
            "level": str(told.level),
            "message": told.message,
            **_filled(
                {
                    "state": told.state if told.state != "new" else "",
                    "work": told.work,
                    "repair": told.repair,
                    "also": list(told.also),
                    "claims": [[self.claims[key(c)], c.role if c.role != "value" else ""] for c in told.claims],
                    "places": [p for p in places if p],
                    "path": "".join(where),
                    "plot": self._plot(plot(source, beside)) if source is not None else None,
                    "decision": _filled(decision(source.decision) or {}) if source is not None else None,
                }
            ),
        }

    def _plot(self, told: Plot | None) -> Data | None:
        if told is None:
            return None
        points = [
            _filled({"claim": n, "low": p.low, "high": p.high, "soft": p.soft, "disputed": p.disputed})
            for p in told.points
            if (n := self.claims.get(key(p.claim))) is not None
        ]
        return {"unit": told.unit, "points": points}


class _Article:
    """An article of the page, and where each of its sentences stands, by index."""

    def __init__(self, ref: ArticleRef, number: int, told: Iterable[Sentence], *, cut: bool) -> None:
        self.number = number
        self.places: dict[int, tuple[int, int]] = {}
        paragraphs: list[Data] = []
        numbers: dict[int, int] = {}
        for s in told:
            at = numbers.setdefault(s.paragraph, len(paragraphs))
            if at == len(paragraphs):
                paragraphs.append(_paragraph(s))
            self.places[s.index] = (at, len(paragraphs[at]["sentences"]))
            paragraphs[at]["sentences"].append(s.text)
        self.data: Data = {
            "id": ref.id,
            **_filled(
                {
                    "title": ref.title,
                    "date": ref.published.isoformat() if ref.published else "",
                    "source": ref.source,
                    "place": ref.place,
                    "cut": cut,
                }
            ),
            "paragraphs": paragraphs,
            "claims": [],
        }


def _paragraph(first: Sentence) -> Data:
    kind = str(first.region) if first.region is not RegionKind.BODY else ""
    return {**_filled({"kind": kind}), "sentences": []}


def _articles(report: Report, reported: Iterable[Claim], room: int) -> dict[str, _Article]:
    """The articles by id, those that reports name before the others when room is given out."""
    named: dict[str, list[Claim]] = {}
    for c in reported:
        named.setdefault(c.article.id, []).append(c)
    read = {e.article.id: e for e in report.extractions}
    whole: set[str] = set()
    for e in sorted(read.values(), key=lambda e: (e.article.id not in named, e.article.id)):
        room -= len(e.article.text)
        if room >= 0:
            whole.add(e.article.id)
    made: dict[str, _Article] = {}
    for name in sorted({*read, *named}):
        ref, told = _told(read.get(name), named.get(name, []), whole=name in whole)
        made[name] = _Article(ref, len(made), told, cut=name not in whole)
    return made


def _told(read: Extraction | None, claims: list[Claim], *, whole: bool) -> tuple[ArticleRef, list[Sentence]]:
    """An article's reference and those of its sentences that the page shows, in order."""
    if read is None:
        return claims[0].article, [by[1] for by in sorted({c.sentence.index: c.sentence for c in claims}.items())]
    paragraphs = {c.sentence.paragraph for c in claims}
    return ArticleRef.of(read.article), [s for s in read.sentences if whole or s.paragraph in paragraphs]


def _admits(told: Claim) -> str:
    """The values that a claim leaves open, in words; "" where it is the one that is stated."""
    if told.value is None:
        return ""
    found = interval(told)
    known = known_unit(told.value.unit)
    if found is None or (found.low == found.high and told.figure.comparator is Comparator.EQ):
        return ""
    worth = known.factor if known is not None else 1
    scaled = found._replace(
        low=found.low / worth if found.low is not None else None,
        high=found.high / worth if found.high is not None else None,
        soft_high=found.soft_high / worth if found.soft_high is not None else None,
    )
    if scaled.low is None or scaled.high is None or scaled.low == scaled.high:
        return describe(scaled, told.value.unit)
    return f"{show(scaled.low)}—{show(scaled.high, told.value.unit)}"


def _filled(told: Data) -> Data:
    """What is not empty; 0 is not."""
    return {name: value for name, value in told.items() if value or (value == 0 and value is not False)}
