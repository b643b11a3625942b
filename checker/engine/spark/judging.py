"""Facts and extractions → findings as rows, and findings that dispute one thing → one."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from checker.codec import decode, encode
from checker.engine.spark.positions import key, precedence, report_order
from checker.engine.spark.tables import SEPARATOR
from checker.engine.stages import judged
from checker.identity import fingerprint, verbatim
from checker.judging import judge, kept
from checker.linking.candidates import Candidate
from checker.linking.other_facts.moments import of_one_thing
from checker.linking.other_facts.names import name_fact
from checker.model import Claim, Discrepancy, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.engine.spark.work import Work
    from checker.model import Fact
    from checker.rule import Rule

Row = dict[str, Any]
_CLAIMS = tuple[Claim, ...]


def found(told: Iterable[Discrepancy], origin: str) -> Iterator[Row]:
    """Findings as rows of :data:`FOUND`; ``origin`` sorts as the extractions and facts do that they were found in."""
    for n, one in enumerate(told):
        yield {
            "kind": "finding",
            "precedence": precedence(one, f"{origin}\0{n:06d}"),
            "place": report_order(one),
            "keys": [key(c) for c in one.claims],
            "verbatim": verbatim(one),
            "fingerprint": fingerprint(one),
            "data": encode(Discrepancy, one),
        }


def judged_facts(facts: Iterable[Fact], rules: Sequence[Rule], origin: str) -> Iterator[Row]:
    """What rules find in facts, each of which is told of too."""
    for fact in facts:
        yield {"kind": "fact"}
        yield from found(judge(fact, rules), origin)


def facts(rows: Iterable[Row], work: Work) -> Iterator[Row]:
    """What is found in facts: rows sorted by ``root``, the candidates of a group in order, then its links."""
    rules = work.ruleset.rules()
    for root, group in groupby(rows, key=lambda row: row["root"]):
        places: list[str] = []
        claims: dict[str, Claim] = {}
        links: list[Row] = []
        for row in group:
            if row["b"] is None:
                places.append(row["a"])
                claims[row["a"]] = decode(Candidate, row["data"]).claim
                beside = zip(row["places"], decode(_CLAIMS, row["beside"]), strict=True) if row["beside"] else ()
                claims.update((where, claim) for where, claim in beside if where not in claims)
            else:
                links.append(row)
        order = sorted(claims)
        at = {where: n for n, where in enumerate(order)}
        made, judgements = judged([claims[where] for where in order], [_link(row, at) for row in links], rules)
        yield from ({"kind": "fact"} for _ in made)
        yield from found(judgements, f"1{root}")


def _link(row: Row, at: dict[str, int]) -> Link:
    return Link(
        at[row["a"]],
        at[row["b"]],
        row["score"],
        tuple(row["reasons"]),
        row["refusal"],
        row["time"],
        row["sure"],
        row["alike"],
        row["strong"],
        row["narrower"],
        row["odds"],
    )


def names(rows: Iterable[Row], work: Work) -> Iterator[Row]:
    """What is found in pairs of names: rows sorted by ``sort``, ``a``, ``b`` and place, the first witnesses of each."""
    rules = work.ruleset.rules()
    for (sort, a, b), group in groupby(rows, key=lambda row: (row["sort"], row["a"], row["b"])):
        told = list(group)
        witnesses = [decode(Claim, row["data"]) for name in (a, b) for row in told if row["name"] == name]
        yield from judged_facts([name_fact(a, b, witnesses, told[0]["how"])], rules, f"{sort}{a}\0{b}")


def moments(rows: Iterable[Row], work: Work) -> Iterator[Row]:
    """What is found in events and beginnings: rows sorted by ``title``, which says of what, and place."""
    rules = work.ruleset.rules()
    for title, group in groupby(rows, key=lambda row: row["title"]):
        told = [(row["name"], decode(Claim, row["data"])) for row in group]
        yield from judged_facts(of_one_thing(title.partition(SEPARATOR)[0], told), rules, f"4{title}")


def settled(rows: Iterable[Row]) -> Iterator[Row]:
    """The findings that are reported, of rows sorted by ``root`` and precedence; two roots share no claim."""
    for _, group in groupby(rows, key=lambda row: row["root"]):
        told = [(row, decode(Discrepancy, row["data"])) for row in group]
        rest = iter(told)
        for one in kept(d for _, d in told):
            # What is kept stands in the order of what was told, and differs from it only in ``also``.
            row = next(row for row, d in rest if replace(d, also=one.also) == one)
            yield {**row, "data": encode(Discrepancy, one)}
