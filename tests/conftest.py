"""What tests of several modules share."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from checker.model import (
    ArticleRef,
    Behaviour,
    Claim,
    Discrepancy,
    Figure,
    Kind,
    Level,
    Location,
    Metric,
    Period,
    Problem,
    RegionKind,
    Report,
    Scope,
    Sentence,
    Span,
    Summary,
    Value,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A script that is run by itself, beside what it imports.
collect_ignore = ["benchmarks/bench.py"]

# How long a text takes says more of the machine than of the code: the first one loads dictionaries and patterns.
settings.register_profile("kanwu", deadline=None)
settings.load_profile("kanwu")


ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


def pytest_configure(config: pytest.Config) -> None:
    """What is worked out of word lists while tests are collected, and all later, is kept in a folder of the tests."""
    from checker.claims.words.dictionary import terms

    os.environ["KANWU_CACHE_DIR"] = folder = tempfile.mkdtemp(prefix="kanwu-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    terms()  # and no test finds it written where it looks


@pytest.fixture(autouse=True)
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what a user's own runs keep."""
    monkeypatch.setenv("KANWU_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """What the command asks of the collector of cycles, which is for one run, ends with the test."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.fixture
def kanwu(capsys) -> Callable[..., Done]:
    """Run the command line in this process."""
    from checker import cli

    def run(*args: object) -> Done:
        code = cli._run([str(a) for a in args])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return run


def make_claim(
    text: str = "7家",
    sentence: str = "截至11月底，全区上市高新技术企业7家。",
    path: str = "a.md",
    published: date | None = date(2025, 12, 9),
    **changes: object,
) -> Claim:
    """A claim about listed companies, as the reader of articles would make it."""
    at = sentence.index(text)
    told = {
        "article": ArticleRef(path, path, published=published, source="青岛日报"),
        "sentence": Sentence(sentence, ((0, 100),), RegionKind.BODY, 0, 0),
        "figure": Figure(
            at,
            at + len(text),
            text,
            Kind.QUANTITY,
            Span(at, at + 1),
            Value(Fraction(7), Fraction(7), "家", Fraction(1)),
        ),
        "start": 100 + at,
        "end": 100 + at + len(text),
        "location": Location(12, 8, 100 + at, ""),
        "metric": Metric("上市高新技术企业"),
        "scope": Scope("崂山区"),
        "period": Period(None, date(2025, 11, 30), text="截至11月底", as_of=True),
        "behaviour": Behaviour.STOCK,
        "evidence": {"period": Span(100, 106), "metric": Span(109, 117)},
        **changes,
    }
    return Claim(**told)


@pytest.fixture
def report() -> Report:
    """A report with one broken file and one dispute."""
    other = make_claim("8家", "截至11月底，全区上市高新技术企业达到8家。", "b.md", date(2025, 12, 25))
    dispute = Discrepancy(
        code="KW101",
        rule="conflicting-values",
        level=Level.WARNING,
        verdict=Verdict.CONTRADICTION,
        message="上市高新技术企业有两个数：7家和8家",
        claims=(make_claim(), other),
        work="7 ≠ 8",
        repair="若以后一篇为准，a.md 应为8家",
        also=("KW113",),
        fingerprint="f00d",
    )
    summary = Summary(2, 300, 9, 7, 5, 1, {"scope": 3, "period": 12})
    return Report(summary, (dispute,), (Problem("c.md", "不是 UTF-8 编码", line=3),))
