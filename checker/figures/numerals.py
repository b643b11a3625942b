"""Plain text → numerals: where a number is written, and what it is worth."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from checker import patterns as re
from checker.figures.numerals_plain import BIG, DIGITS, LETTERS, LONGEST, SMALL, Numeral, simple, spacing

_RUNNING = "0123456789.,，零〇○一二两俩仨三四五六七八九十百千万亿廿卅卌点几数"
_RUN = re.compile(rf"[-+负]?[{_RUNNING}]+")
_ARABIC = re.compile(
    r"""
      [0-9]{1,3} (?:[,，][0-9]{3})+ (?![0-9]) (?:\.[0-9]+(?![.]))?   # 34,567.8
    | [0-9]+ (?:\.[0-9]+)? (?:[eE][-+]?[0-9]{1,2}(?![0-9A-Za-z]))?    # 57.3, 2e5
    | \.[0-9]+                                                       # .77
    """,
    re.VERBOSE,
)
_STRING = re.compile("[零〇○一二三四五六七八九幺]+")
_DECIMALS = re.compile("[零〇○一二三四五六七八九]+|[0-9]+")
_PAIRS = frozenset(
    {"一两", "一二", "两三", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五", "一俩", "俩三"}
)


def run_end(text: str, at: int) -> int:
    """Where the run of numeral characters that starts at ``at`` ends."""
    m = _RUN.match(text, at)
    return m.end() if m else at


def overlong(text: str, at: int) -> int:
    """Where the run of numeral characters at ``at`` ends if it is longer than any number; else ``at``.

    >>> overlong("9" * 60, 0), overlong("90", 0)
    (60, 0)
    """
    if text[at + LONGEST : at + LONGEST + 1] not in _RUNNING_CHARACTERS:
        return at
    end = run_end(text, at)
    return end if end - at > LONGEST else at


_RUNNING_CHARACTERS = frozenset(_RUNNING)


def numeral(text: str, at: int) -> Numeral | None:
    """The number that starts at ``at`` of plain text; None where there is none.

    >>> n = numeral("突破2亿3千4百万元", 2)
    >>> n.low, n.step, n.end
    (Fraction(234000000, 1), Fraction(1000000, 1), 9)
    >>> numeral("大约", 0) is None
    True
    """
    one = _ONES.get(text[at : at + 1])
    if one is not None and text[at + 1 : at + 2] not in _GOES_ON:
        return Numeral(at, at + 1, one, one, _ONE)
    if (plain := simple(text, at)) is not None:
        return plain
    m = _WRITTEN.match(text, at)
    found = _told(text[at : m.end() + _AHEAD]) if m else None
    return found and found._replace(start=at, end=at + found.end)


@lru_cache(maxsize=4096)
def _told(written: str) -> Numeral | None:
    """The number that a text begins with; the same ones are written again and again."""
    return _Reader(written, 0).read()


# All that a number may be written with, and how many characters behind that can still decide how it is read.
_WRITTEN = re.compile(r"[-+负]?[0-9.,，eEkKM零〇○一二两俩仨三四五六七八九幺十百千万亿兆廿卅卌点几数多余来]{1,64}")
_AHEAD = 3

_ONE = Fraction(1)
# The digits that a number can be told by alone, and what goes on with it behind one.
_ONES = {c: Fraction(n) for c, n in DIGITS.items() if n and c != "幺"}
_GOES_ON = frozenset([*DIGITS, *SMALL, *BIG, *LETTERS, *"点几数多余来0123456789"])


class _Reader:
    """A left-to-right reading of one number; ends at the first character that cannot belong to it."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.start, self.at = text, at, at
        self.total: Fraction | int = 0
        self.section: Fraction | int = 0
        self.delta: Fraction | int = 0
        self.number: Fraction | int | None = None
        self.number_step: Fraction | int = 1
        self.step: Fraction | int = 1
        self.small = self.big = 0
        self.zero = self.more = self.loose = self.bare = self.arabic = self.decimal = self.digits = False
        self.last = ""
        self.written = False

    def read(self) -> Numeral | None:
        text, n = self.text, min(len(self.text), self.start + LONGEST)
        minus = text[self.start : self.start + 1] in ("-", "负")
        if minus or text[self.start : self.start + 1] == "+":
            self.at += 1
        if text[self.at : self.at + 1] in DIGITS and self._string():
            self.at = self.at
        while self.at < n and self._token(text[self.at]):
            pass
        if not self.written:
            return None
        self._finish()
        low = Fraction(self.total)
        high = low + self.delta if self.delta else low
        if minus:
            low, high = -high, -low
        scale = self.big if self.last in BIG else LETTERS.get(self.text[self.at - 1], 1) if self.last == "letter" else 1
        if self.last in BIG and self.total and text[self.at - 2 : self.at] == "万亿":
            scale = 10**12
        return Numeral(
            self.start,
            self.at,
            low,
            high,
            Fraction(self.step),
            scale,
            self.more,
            self.loose,
            self.bare,
            self.arabic,
            self.digits,
        )

    def _string(self) -> bool:
        """Digits read one by one: 二〇二五, 五五(折); not 三四百, 两三(家)."""
        m = _STRING.match(self.text, self.at)
        if not m or len(m[0]) < 2 or len(m[0]) > LONGEST // 2:
            return False
        after = self.text[m.end() : m.end() + 1]
        if after and after in "十百千廿":
            return False
        if len(m[0]) == 2 and m[0] in _PAIRS and after and after != "折":
            return False
        self.number = int("".join(str(DIGITS[c]) for c in m[0]))
        self.number_step = 1
        self.at, self.written, self.digits, self.last = m.end(), True, True, "digits"
        return True

    def _token(self, c: str) -> bool:  # noqa: PLR0911 -- one way out per reading
        if c in "0123456789" or (c == "." and not self.written):
            return self._figures()
        if c in DIGITS:
            return self._digit(c)
        if c in SMALL:
            return self._small(c)
        if c in BIG:
            return self._big(c)
        if c == "点":
            return self._point()
        if c in "几数":
            return self._some(c)
        if c in "多余来":
            return self._more(c)
        if c in LETTERS:
            return self._letter(c)
        return False

    def _figures(self) -> bool:
        if self.number is not None or self.decimal:
            return False
        m = _ARABIC.match(self.text, self.at)
        if not m:
            return False
        digits = m[0].replace(",", "").replace("，", "")
        after = self.text[m.end() : m.end() + 1]
        if self.written and not self.zero:
            lone = after in SMALL and len(digits) == 1 and (self.small or self.big)
            padded = digits[0] == "0" and "." not in digits
            lesser = (
                self.last in BIG and len(digits) <= 4 and (after == "万" if self.big > 10**4 else after not in SMALL)
            )
            if not (lone or padded or lesser):
                return False
        exponent = 0
        if "e" in digits.lower():
            digits, power = digits.lower().split("e")
            exponent = int(power)
        point = digits.find(".")
        self.number = (
            Fraction(int(digits.replace(".", "")), 10 ** (len(digits) - point - 1)) if point >= 0 else int(digits)
        )
        self.number_step = Fraction(1, 10 ** (len(digits) - point - 1)) if point >= 0 else 1
        if exponent:
            self.number, self.number_step = (
                self.number * Fraction(10) ** exponent,
                self.number_step * Fraction(10) ** exponent,
            )
        self.arabic = self.arabic or not self.written
        self.at, self.written, self.last = m.end(), True, "arabic"
        return True

    def _digit(self, c: str) -> bool:  # noqa: PLR0911 -- one way out per reading
        if self.decimal or self.last in ("arabic", "digits"):
            return False
        value = DIGITS[c]
        if c == "两" and self.written and self.text[self.at + 1 : self.at + 2] not in tuple("百千万亿"):
            return False
        if value == 0:
            if self.number is not None or self.zero:
                return False
            after = self.text[self.at + 1 : self.at + 2]
            if self.written:
                if not after or not (after in DIGITS or after in SMALL or after.isdigit()):
                    return False
                self.zero = True
                self.at += 1
                return True
            self.number = 0
            self.at, self.written, self.last = self.at + 1, True, "digit"
            return True
        if self.number is not None:
            if self.delta or self.last != "digit" or self.text[self.at - 1 : self.at + 1] not in _PAIRS:
                return False
            self.delta = value - self.number
            self.loose = True
            self.at += 1
            self.last = "pair"
            return True
        self.number, self.number_step = value, 1
        self.at, self.written, self.last = self.at + 1, True, "digit"
        return True

    def _small(self, c: str) -> bool:  # noqa: PLR0911 -- one way out per reading
        unit = SMALL[c]
        after = self.text[self.at + 1 : self.at + 2]
        if c == "千" and self.written and after and after in ("克米卡瓦帕焦伏赫" if self.arabic else "克卡瓦帕焦伏赫"):
            return False
        if c in "廿卅卌":
            if self.number is not None or (self.small and self.small <= 10):
                return False
            self.section += unit
            self.small, self.step = 10, 10
            self.at, self.written, self.last, self.zero = self.at + 1, True, "small", False
            return True
        if self.small and unit >= self.small:
            return False
        if self.number is None and self.written and not (self.zero or (c == "十" and self.small) or self.big):
            return False
        if self.number is None and self.last in BIG and c != "十" and not self.zero:
            return False
        if self.number is not None and (self.digits or (self.number >= 10 and self.written and self.small + self.big)):
            return False
        self.bare = self.bare or (not self.written and c != "十")
        self.section += (1 if self.number is None else self.number) * unit
        self.step = (self.number_step if self.number is not None else 1) * unit
        self.delta *= unit if self.number is not None else 1
        self.number, self.small, self.zero, self.decimal = None, unit, False, False
        self.at, self.written, self.last = self.at + 1, True, "small"
        return True

    def _big(self, c: str) -> bool:  # noqa: PLR0911 -- one way out per reading
        unit = BIG[c]
        if c == "兆" and self.text[self.at + 1 : self.at + 2] in tuple("赫瓦帕字比欧焦位"):
            return False
        if self.last == "digit" and self.small > 10 and not self.zero and self.number is not None:
            self.number, self.number_step = self.number * (self.small // 10), self.small // 10
        current = self.section + (self.number or 0)
        if self.last in BIG:
            if not (
                self.big < unit
                or (c == self.last == "万" and not (self.bare and not self.text.startswith("分之", self.at + 1)))
            ):
                return False
            if self.big * unit > 10**12 or self.total >= 10**16:
                return False
            self.total *= unit
            self.step *= unit
            self.delta *= unit
            self.big, self.last = unit, c
            self.at += 1
            return True
        if not self.written:
            self.bare, current = True, 1
        elif current == 0:
            return False
        if self.big and unit >= self.big:
            if unit == self.big:
                return False
            self.total = (self.total + current) * unit
        else:
            self.total += current * unit
        self.step = (self.number_step if self.number is not None else self.step) * unit
        self.delta *= unit
        self.section, self.number, self.small, self.big, self.zero = 0, None, 0, unit, False
        self.decimal = False
        self.at, self.written, self.last = self.at + 1, True, c
        return True

    def _point(self) -> bool:
        if not self.written or self.decimal or self.delta:
            return False
        m = _DECIMALS.match(self.text, self.at + 1)
        if not m or len(m[0]) > LONGEST:
            return False
        if self.arabic and self.last == "arabic":
            return False
        after = self.text[m.end() : m.end() + 1]
        if after and after in "十分点":
            return False
        digits = m[0] if m[0].isascii() else "".join(str(DIGITS[c]) for c in m[0])
        self.number = self.section + (self.number or 0) + Fraction(int(digits), 10 ** len(digits))
        self.number_step = Fraction(1, 10 ** len(digits))
        self.section, self.small, self.decimal, self.last = 0, 0, True, "decimal"
        self.at = m.end()
        return True

    def _some(self, c: str) -> bool:
        after = self.text[self.at + 1 : self.at + 2]
        if not self.written:
            if not after or after not in "十百千万亿":
                return False
            self.number, self.number_step, self.delta = 1, 1, 9
        elif c == "几" and self.last == "small" and self.small == 10 and self.number is None:
            self.number, self.number_step, self.delta = 0, 1, 10
        else:
            return False
        self.at, self.written, self.loose, self.last = self.at + 1, True, True, "some"
        return True

    def _more(self, c: str) -> bool:  # noqa: PLR0911 -- one way out per reading
        if not self.written or self.more or self.delta or self.last in ("decimal", "digits"):
            return False
        after = self.text[self.at + 1 : self.at + 2]
        if c == "来" and (not after or after not in "万亿个岁位名家人斤年天里米块元件条只"):
            return False
        if (c == "多" and after and after in "样边极功党") or (
            after == "元" and self.text[self.at + 2 : self.at + 3] == "化"
        ):
            return False
        if self.last == "digit" and not self.small and not self.big:
            return False
        number = self.total + self.section + (self.number or 0) if not self.big else (self.section + (self.number or 0))
        if self.last in BIG:
            number, step = self.total, self.step
        else:
            step = self.number_step if self.number is not None else self.step
        if number == 0:
            return False
        self.delta = spacing(number, step)
        self.more = True
        self.at += 1
        if after and after in "万亿" and self.last not in BIG:
            return self._big(after)
        self._finish()
        return False

    def _letter(self, c: str) -> bool:
        after = self.text[self.at + 1 : self.at + 2]
        if self.last != "arabic" or self.number is None or (after and after.isascii() and after.isalnum()):
            return False
        if self.total or self.section:
            return False
        self.number *= LETTERS[c]
        self.number_step *= LETTERS[c]
        self.at, self.last = self.at + 1, "letter"
        return False

    def _finish(self) -> None:
        """Close the number; a last digit right after 百/千/万/亿 is worth a tenth of it (三万五)."""
        if self.number is not None:
            worth = 1
            unit = self.small or (self.big if self.last in ("digit", "pair") else 0)
            if self.last in ("digit", "pair") and not self.zero and unit > 10 and not self.decimal:
                worth = unit // 10
                if self.big and self.small:
                    worth = self.small // 10
            self.section += self.number * worth
            self.step = self.number_step * worth
            self.delta *= worth
            self.number = None
        self.total += self.section
        self.section = 0
