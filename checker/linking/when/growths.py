"""Whether two growths are told against one time: 比年初 and 比2024年末, 比五年前 and 较2020年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re

if TYPE_CHECKING:
    from checker.model import Claim

_YEARLY = re.compile(r"(?:同比|[比较与同](?:上一?年|去年)(?![末底初]|年[末底]))")
_TIMES_OF = "是"
_STATED = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?P<end>年?[末底])?")
_AGO = re.compile(r"(?P<n>[1-9][0-9]?|[一两二三四五六七八九十])年前")
_NUMBERS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_YEAR_END = re.compile(r"年初|(?:上|去)年年?[末底]")
_STEP = re.compile(r"环比|上个?(?:月|季|周|旬)|前一[日天周月]")
_TURN = re.compile(r"上一?[届次期轮](?!末)")
_TOLD_BY = "比较"


def told_against(claim: Claim) -> str:
    """What a growth is measured against, in one wording; "" for the year before, also where nothing is said.

    A multiple of an earlier level (是2019年的3倍) is never the same as a growth since.
    """
    basis = claim.figure.basis
    if not basis or _YEARLY.match(basis):
        return ""
    return (_TIMES_OF if basis.startswith(_TIMES_OF) else "") + _time(basis, claim)


def _time(basis: str, claim: Claim) -> str:
    """The time that a baseline names, as a year or a year's end where it is one."""
    if stated := _STATED.search(basis):
        return stated["year"] + ("末" if stated["end"] else "")
    told = claim.period.end if claim.period is not None else None
    year = (told or claim.article.published).year if told or claim.article.published else 0  # type: ignore[union-attr]
    if year and (ago := _AGO.search(basis)):
        return str(year - (_NUMBERS.get(ago["n"]) or int(ago["n"])))
    if year and _YEAR_END.search(basis):
        return f"{year - 1}末"
    if _STEP.search(basis):
        return "环比"
    return "上届" if _TURN.search(basis) else basis.lstrip(_TIMES_OF + _TOLD_BY)
