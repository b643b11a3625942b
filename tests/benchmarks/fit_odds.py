"""Estimates the weights of ``checker/lexicon/odds.yaml`` from labelled sets, and tells how well they hold.

usage: fit_odds.py SET… [--known SET…] [--dense SET…] [--clean PATH…] [--at-large PATH…] [--write]

A SET is a folder of articles with a ``gold.json`` that lists ``findings``, ``neutral`` and ``decoys``, each with
``mentions`` (``doc``, ``quote``, ``mention``) and a ``family``. Of each two claims that linking looks at and of which
one may be wrong, those are of one fact that two mentions of a finding hold. ``--known``: sets that rules were made
with, which count half. ``--dense``: sets with many more mix-ups of names and units than news has, by which nothing else
is estimated; they count half. ``--clean``: articles without findings; ``--at-large``: articles in which hardly any are,
which count a quarter. Sets are left out, those of one name but for its digits together, to tell what the weights find
that no rule does, and how much of it is false. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from checker.linking.blocks import pairs
from checker.linking.candidates import by_article
from checker.linking.evidence.odds import doubt, marked
from checker.linking.facts import candidates_of
from checker.linking.pairs import Pair
from checker.linking.ties import Ties
from checker.loading import load_rules
from checker.model import Level
from checker.pipeline import assess, extract
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from checker.model import Claim

ODDS = Path(__file__).parents[2] / "checker" / "lexicon" / "odds.yaml"
# The families of findings in which a number has a wrong name or unit.
MISLABELLED = ("scope-label", "unit")
# The rule that reports what is weighed.
WEIGHED = "KW114"
LOUD = (Level.ERROR, Level.WARNING)
# The inverse of the strength of regularisation, by what is in doubt.
C = {"value": 0.5, "unit": 0.5, "label": 0.3}
# A weight below this is none.
_NOTHING = 0.01
THRESHOLDS = (0.8, 0.7, 0.6, 0.55, 0.5, 0.4)

Key = tuple[str, int]


class Item(NamedTuple):
    """A labelled item: its name and family, and its mentions: file, first and last character, text."""

    name: str
    family: str
    mentions: list[tuple[str, int, int, str]]


class Row(NamedTuple):
    """Two claims of which one may be wrong: their set, what is in doubt, their marks, the finding that holds both, and
    whether a rule reports them."""

    told: str
    sort: str
    ends: tuple[Key, Key]
    texts: tuple[str, str]
    marks: tuple[str, ...]
    finding: str
    reported: bool


def rows(path: str, name: str) -> Iterator[Row]:
    """The clashing pairs of the articles below a path, but for those that are neither right nor wrong."""
    settings = Settings()
    extractions = [extract(article, settings) for article in read([path]).articles]
    rules = [rule for rule in load_rules(entry_points=False) if rule.code != WEIGHED]
    report = assess(extractions, rules, settings)
    loud = [{c.key for c in d.claims} for d in report.discrepancies if d.level in LOUD]
    labels = _labels(Path(path))
    told, weight = candidates_of(by_article([c for e in extractions for c in e.claims]), settings)
    for i, j in pairs(told, weight, lambda _key, _n: None, Ties(told).among):
        one, other = told[i], told[j]
        x, y = one.claim, other.claim
        pair = Pair(x, y, one.profile, other.profile, weight, one.qualifies_as(other))
        sort = doubt(pair) if one.profile.group == other.profile.group else ""
        if not sort:
            continue
        found = [item for item in labels["findings"] if _holds(item, x, y)]
        finding = next((item.name for item in found if _tells(item, x, y, sort)), "")
        if not finding and (found or any(_holds(item, x, y) for item in labels["neutral"])):
            continue
        reported = any({x.key, y.key} <= keys for keys in loud)
        yield Row(
            name,
            sort,
            (x.key, y.key),
            (x.text, y.text),
            tuple(marked(pair, sort)),
            f"{name} {finding}" * bool(finding),
            reported,
        )


def _labels(folder: Path) -> dict[str, list[Item]]:
    """The labelled items of a set by sort."""
    file = folder / "gold.json"
    gold = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    texts = {p.name: p.read_bytes().decode("utf-8") for p in folder.glob("*.md")} if folder.is_dir() else {}
    found: dict[str, list[Item]] = defaultdict(list)
    for sort in ("findings", "neutral"):
        for item in gold.get(sort, []):
            told = []
            for m in item["mentions"]:
                at = m["start"] if "start" in m else texts[m["doc"]].index(m["quote"]) + m["quote"].index(m["mention"])
                told.append((m["doc"], at, at + len(m["mention"]), m["mention"]))
            found[sort].append(Item(str(item.get("id", "")), str(item.get("family", "")), told))
    return found


def _holds(item: Item, x: Claim, y: Claim) -> bool:
    """Whether two claims stand at two mentions of an item."""
    at = [[n for n, m in enumerate(item.mentions) if _over(c, m)] for c in (x, y)]
    return bool(at[0] and at[1] and at[0] != at[1])


def _tells(item: Item, x: Claim, y: Claim, sort: str) -> bool:
    """Whether a finding that holds two claims tells that they are wrong in what is in doubt."""
    if sort != "value":
        return item.family in MISLABELLED
    texts = [next(m[3] for m in item.mentions if _over(c, m)) for c in (x, y)]
    return texts[0] != texts[1]


def _over(claim: Claim, mention: tuple[str, int, int, str]) -> bool:
    return Path(claim.article.path).name == mention[0] and claim.start < mention[2] and mention[1] < claim.end


def fit(told: Sequence[Row], c: float, shares: Sequence[float]) -> tuple[float, dict[str, float]]:
    """The bias and the weight of each mark that some pairs have; ``shares``: how much each pair counts."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer()
    x = vectors.fit_transform([dict.fromkeys(r.marks, 1.0) for r in told])
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    model = LogisticRegression(C=c, l1_ratio=1, max_iter=5000, solver="liblinear", random_state=0)
    model.fit(x, [bool(r.finding) for r in told], sample_weight=shares)
    names = vectors.get_feature_names_out()
    return float(model.intercept_[0]), {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)}


def probable(row: Row, bias: float, weights: dict[str, float]) -> float:
    """The probability of a pair."""
    return 1 / (1 + math.exp(-bias - sum(weights.get(m, 0.0) for m in row.marks)))


def best(told: Sequence[tuple[Row, float]]) -> list[tuple[Row, float]]:
    """The pairs of which each side is the likeliest match of the other among the claims of its article."""
    top: dict[tuple[str, Key, str], float] = defaultdict(float)
    for row, p in told:
        for mine, other in (row.ends, row.ends[::-1]):
            top[row.told, mine, other[0]] = max(p, top[row.told, mine, other[0]])
    return [
        (row, p)
        for row, p in told
        if all(p >= top[row.told, mine, other[0]] for mine, other in (row.ends, row.ends[::-1]))
    ]


def tell(told: Sequence[tuple[Row, float]], name: str) -> None:
    """Prints how many findings the pairs above each threshold add, and how many others they raise."""
    known = {r.finding for r, _ in told if r.finding and r.reported}
    line = []
    for least in THRESHOLDS:
        above = [r for r, p in best(told) if p >= least and not r.reported]
        right = {r.finding for r in above if r.finding} - known
        wrong = {(r.told, *r.ends) for r in above if not r.finding}
        line.append(f"{least}: +{len(right)} −{len(wrong)}")
    print(f"{name:16} {'   '.join(line)}")


def _group(name: str) -> str:
    """The name of a set without its number."""
    return name.rstrip("0123456789")


def main(args: Sequence[str]) -> None:
    """Fits, tells and, where asked to, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--known", nargs="*", default=[], help="sets that rules were made with")
    parser.add_argument("--dense", nargs="*", default=[], help="sets with many mix-ups of names and units")
    parser.add_argument("--clean", nargs="*", default=[], help="articles without findings")
    parser.add_argument("--at-large", nargs="*", default=[], help="articles in which hardly any findings are")
    parser.add_argument("--write", action="store_true", help="write the weights")
    parsed = parser.parse_args(args)
    told = [
        (share, row)
        for share, paths in (
            (2.0, parsed.sets),
            (1.0, parsed.known),
            (1.0, parsed.dense),
            (1.0, parsed.clean),
            (0.5, parsed.at_large),
        )
        for path in paths
        for row in rows(path, Path(path).name)
        if share >= 1 or not row.reported  # what is reported at large is true as often as not
    ]
    groups = dict.fromkeys(_group(Path(path).name) for path in parsed.sets)
    quiet = {Path(path).name for path in (*parsed.clean, *parsed.at_large)}
    made = {}
    dense = {Path(path).name for path in parsed.dense}
    for sort, c in C.items():
        rest = [(share, row) for share, row in told if row.sort == sort and (sort != "value" or row.told not in dense)]
        bias, weights = estimated(rest, groups, quiet, sort, c)
        kept = {k: v for k, v in sorted(weights.items()) if abs(v) >= _NOTHING}
        made[sort] = {"bias": round(bias, 2), "weights": kept}
    if parsed.write:
        head = ODDS.read_text("utf-8").split("value:")[0]
        ODDS.write_text(head + yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=120), "utf-8")


def estimated(
    told: Sequence[tuple[float, Row]], groups: Iterable[str], quiet: Collection[str], sort: str, c: float
) -> tuple[float, dict[str, float]]:
    """The bias and weights of all pairs, and what those of all others tell of each group of sets."""
    unseen = []
    for group in groups:
        rest = [(share, row) for share, row in told if _group(row.told) != group]
        weights = fit([row for _, row in rest], c, [share for share, _ in rest])
        unseen += [(row, probable(row, *weights)) for _, row in told if _group(row.told) == group]
    tell(unseen, f"{sort}, left out")
    bias, fitted = fit([row for _, row in told], c, [share for share, _ in told])
    tell([(row, probable(row, bias, fitted)) for _, row in told if row.told in quiet], f"{sort}, quiet")
    return bias, fitted


if __name__ == "__main__":
    main(sys.argv[1:])
