"""One pass over a sentence: at each numeral, label before rank before amount, and on from where it ends."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker.figures import labels, units
from checker.figures.amounts import Amount, amount
from checker.figures.kinds import Sort, sort
from checker.figures.numerals import BIG, DIGITS, LONGEST, SMALL, run_end
from checker.figures.plain import Plain, plain
from checker.figures.ranks import Rank, ordinal, rank
from checker.figures.words import lexicon
from checker.model import Comparator, Figure, Kind, Span, Value

if TYPE_CHECKING:
    from collections.abc import Callable

_HIT = re.compile("[0-9零〇一二两俩仨三四五六七八九十百千万亿廿卅半几数首唯率独榜魁领前填先最空龙标之翻过超逾双对打倍NXx×＊□]")
_HAN = re.compile("[㐀-鿿]")
_SCORE = re.compile(r"([0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?::|：|∶|比)([0-9]{1,3}|[一二两三四五六七八九十零]{1,3})(?![0-9:：.万亿%年月]|重|例|如|较|赛|价|分|上年|去年)")
_BIG_COUNT = re.compile("大(?![于约概致批型些多一]|学生|专院)")
_DATED = re.compile("年(?![级代])|月(?!球|亮)|日(?!均)|号(?!线|楼)|时|点(?=[0-9一二三四五六七八九十零半整钟])|:[0-9]{2}")
_GOLD = re.compile("[金银铜](?=[0-9一二两三四五六七八九十牌，、。；的和及等！”]|$)牌?")
_TURN = re.compile("翻(?:了|近|约|超过|两|一|上|[0-9.]+|[一二两三四五六七八九十]+|了?近?|了?超过?)*?(?P<n>[一两二三四五六七八九十]|[0-9]+(?:\\.[0-9]+)?)?(?P<u>番|倍)")
_DOUBLE = re.compile("翻番|翻倍|翻一倍")
_HALF = re.compile("(?:已|均|都)?(?P<h>过|超过?|逾)(?P<n>半数|一半|半)(?!年|天|个|小时|月|径|公里|百|生|导|封)|(?P<o>对半|对折)")
_RICH = ("俱乐部", "产业", "企业", "集群", "园区", "大关", "县", "区", "市", "板块", "规模", "台阶", "量级", "能级", "城市", "强县", "产值", "投资", "项目", "市场", "龙头")
_CHANGED = re.compile("[，,]?(?:已|又|再|逐步|进一步)?(?:提高|上升|下降|降低|增加|提升|增长|回落|攀升|上涨|扩大|升|降|减少|调整|压减|上调|下调|变)?(?:到了?|至|为|成)")
_PLANNED = ("行动", "规划", "计划", "方案", "攻坚", "制")
_SORTAL = frozenset({"个体", "人", "场次", "批次", "种类", "级", "户", "分值", "角度", "楼层", "体积", "剂次", "股", "投票", "排位", "百分点", "能量", "长度", "质量", "年龄", "人次"})
_ONE_MEASURES = frozenset({"公里", "吨", "岁", "海里", "公斤", "厘米", "毫米", "克", "人次", "毫升", "立方米"})
_NUMBERED = frozenset({"届", "次", "期", "级"})
_CONGRESS = re.compile("以来|召开|报告|提出|胜利|精神|闭幕|开幕|代表|之后|后|将|公布|新修订")
_OPEN = frozenset({Comparator.ABOVE, Comparator.AT_LEAST, Comparator.BELOW, Comparator.AT_MOST})
_AND = re.compile("(?:的?同时|[，,、]?(?:并且?|且)?|至|到) ?")
_COUNTING = ("死亡", "受伤", "遇难", "失踪", "获救", "轻伤", "重伤", "被困", "确诊", "落水", "溺亡", "当选")
_ONE_BEFORE = ("仅", "只有", "共", "增至", "达", "增加", "减少", "了", "新增", "仅有", "只", "唯有", "共有", "另有")
_SKIP_EACH = re.compile(r"[0-9.]+万?|[一二两三四五六七八九十百千万]+")
_BARE_MONEY = frozenset({"元", "美元", "吨", "亩", "平方米", "立方米", "公里", "米", "度", "千瓦时", "千瓦", "公顷", "港元", "欧元"})


def scan(text: str) -> list[Figure]:
    """The figures of ``text`` that are no dates, in order, none overlapping another.

    >>> [(f.text, f.kind.value) for f in scan("全市第一，上市高企7家，同比增长18.3%")]
    [('全市第一', 'rank'), ('7家', 'quantity'), ('同比增长18.3%', 'growth')]
    >>> scan("一心一意谋发展")
    []
    """
    flat = plain(text)
    return _Scan(text, flat).figures()


class _Scan:
    """The state of one pass: what has been found, and up to where."""

    def __init__(self, written: str, flat: Plain) -> None:
        self.written, self.flat, self.text = written, flat, flat.text
        self.found: list[Figure] = []
        self.floor = 0
        self.last: Sort | None = None

    def figures(self) -> list[Figure]:
        text = self.text
        webs = labels.web(text)
        for start, end in webs:
            self._label(start, end)
        skip = list(webs)
        self.floor = 0
        pos, n = 0, len(text)
        while pos < n:
            m = _HIT.search(text, pos)
            if m is None:
                break
            at = m.start()
            if skip and at >= skip[0][0]:
                pos = self.floor = max(skip.pop(0)[1], pos)
                continue
            pos = max(self._at(at), at + 1)
        if webs:
            self.found.sort(key=lambda f: f.start)
        return self.found

    def _at(self, at: int) -> int:
        """Read at a hit; returns where to go on."""
        text, c = self.text, self.text[at]
        other = _OTHERS.get(c)
        if other is not None:
            return other(self, at)
        past = labels.ignored(text, at)
        if past > at:
            named = labels.label(text, at) if c not in "0123456789" else at
            return self._label(at, named) if named > past else past
        if c == "一" and (done := self._one(at)) > at:
            return done
        if c in "二三四五六七八九" and (done := self._item(at)) > at:
            return done
        if c not in "0123456789" and run_end(text, at) - at > LONGEST:
            return self._malformed(at, run_end(text, at))
        if c in "0123456789":
            done = self._digits(at)
            if done > at:
                return done
        elif at and text[at - 1] == "每":
            m = _SKIP_EACH.match(text, at)
            return m.end() if m else at + 1
        end = labels.label(text, at)
        if end > at and not (text[at - 1 : at] == "第"):
            if self._quoted_end(at) == end or not text[end : end + 1] or True:
                return self._label(at, end)
        if at and text[at - 1] in "第前" and at - 1 >= self.floor:
            done = self._ordinal(at - 1)
            if done > at:
                return done
        quoted = self._quoted(at)
        if quoted > at:
            return quoted
        if c in "首半":
            return self._half(at) if c == "半" else at + 1
        return self._amount(at)

    def _one(self, at: int) -> int:
        """一流, 一半, 一是: words that start with 一 and yet tell something."""
        text = self.text
        after = text[at + 1 : at + 2]
        if after == "流":
            return self._rank(at)
        if after == "半" and not (at and text[at - 1] in "过超逾大"):
            self._add(at, at + 2, Kind.SHARE, (at, at + 2), Value(Fraction(1, 2), Fraction(1, 2), "", Fraction(1, 2)))
            return at + 2
        done = labels.named(text, at)
        if done > at:
            return self._label(at, done)
        done = self._item(at)
        if done == at and after and after in _articles() and at + 2 < len(text) and text[at + 2] != "半" and (not at or text[at - 1] not in _hedge_ends()):
            return at + 1
        return done

    def _item(self, at: int) -> int:
        """一是, 二是: the items of a list, at the start of a clause."""
        text = self.text
        if text.startswith("是", at + 1) and (not at or text[at - 1] in "，。；：、！？\n“ "):
            low = Fraction(DIGITS[text[at]])
            self._add(at, at + 2, Kind.ORDINAL, (at, at + 1), Value(low, low, "", Fraction(1)))
            return at + 2
        return at

    # --- labels -------------------------------------------------------------------------------------

    def _digits(self, at: int) -> int:
        """Codes, malformed numbers and scores at an Arabic digit; ``at`` where it is none of these."""
        text = self.text
        end = run_end(text, at)
        if end - at > LONGEST:
            return self._malformed(at, end)
        if at and (text[at - 1].isascii() and (text[at - 1].isalpha() or text[at - 1] in "-_")):
            span = labels.code(text, at, self.floor)
            if span is not None:
                return self._label(*span)
        bad = labels.malformed(text, at)
        if bad > at:
            return self._malformed(at, bad)
        m = _SKIP_EACH.match(text, at) if at and text[at - 1] == "每" else None
        return m.end() if m else at

    def _quoted_end(self, at: int) -> int:
        text = self.text
        if at and text[at - 1] in "“‘「":
            m = labels._QUOTED.match(text, at - 1)  # noqa: SLF001
            if m:
                return m.end(1)
        return at

    def _quoted(self, at: int) -> int:
        """A quoted name that starts with a 汉字 numeral: “三个更”, “十条”."""
        if self.text[at] in "0123456789":
            return at
        end = self._quoted_end(at)
        return self._label(at, end) if end > at + 1 else at

    def _label(self, start: int, end: int) -> int:
        self._add(start, end, Kind.LABEL, (start, end), None)
        return end

    def _malformed(self, start: int, end: int) -> int:
        end += self.text[end : end + 1] in ("万", "亿")
        unit = units.written(self.text, end)
        self._add(start, unit.end if unit else end, Kind.NUMBER, (start, end), None)
        return unit.end if unit else end

    # --- ranks and other words ------------------------------------------------------------------------

    def _rank(self, at: int) -> int:
        named = labels.named(self.text, at)
        if named > at:
            return self._label(at, named)
        told = rank(self.text, at, self.floor)
        return self._add_rank(told) if told is not None else at + 1

    def _ordinal(self, at: int) -> int:
        named = labels.named(self.text, at)
        if named > at:
            return self._label(at, named)
        told = ordinal(self.text, at, self.floor)
        if told is None:
            return at
        if told.kind is Kind.ORDINAL and not _DATED.match(self.text, told.end):
            unit = units.written(self.text, told.end)
            if unit is not None and unit.name not in ("年", "天"):
                self._add(told.start, unit.end, told.kind, told.number, Value(told.low, told.high, unit.name, Fraction(1)), unit=(told.end, unit.end))
                return unit.end
        return self._add_rank(told)

    def _add_rank(self, told: Rank) -> int:
        value = Value(told.low, told.high, "位", Fraction(1)) if told.low is not None or told.high is not None else None
        self._add(told.start, told.end, told.kind, told.number, value, told.comparator, among=told.among, first=told.first)
        return told.end

    def _turn(self, at: int) -> int:
        """翻一番, 翻了近两番, 翻倍 → growth."""
        m = _DOUBLE.match(self.text, at) or _TURN.match(self.text, at)
        if m is None or (m.re is _TURN and m["u"] is None):
            return at + 1
        from checker.figures.numerals import numeral  # noqa: PLC0415

        value = Fraction(2)
        comparator = Comparator.EQ
        if m.re is _TURN:
            if m["n"] is None:
                return at + 1
            n = numeral(self.text, m.start("n"))
            times = n.low if n is not None else Fraction(1)
            if times > 20 or (m["u"] == "番" and times.denominator != 1):
                return at + 1
            value = Fraction(2) ** int(times) if m["u"] == "番" else max(times, Fraction(2))
            if "近" in m[0]:
                comparator = Comparator.BELOW
            elif "超" in m[0]:
                comparator = Comparator.ABOVE
        low = None if comparator is Comparator.BELOW else value
        high = None if comparator is Comparator.ABOVE else value
        basis = re.search(r"(同比|环比|[比较](?:上年|去年|[12][0-9]{3}年|年初|“?十[一二三四]五”?末?))[^，。；]{0,3}$", self.text[max(self.floor, at - 14) : at])
        start = at - len(basis[0]) if basis else at
        self._add(start, m.end(), Kind.GROWTH, (at, m.end()), Value(low, high, "倍", Fraction(1)), comparator, direction=1, basis=basis[1] if basis else "")
        return m.end()

    def _over_half(self, at: int) -> int:
        m = _HALF.match(self.text, at)
        if m is None or (at and self.text[at - 1] in "不通经"):
            return at + 1
        if m["o"]:
            if self.text[at - 1 : at] != "打":
                return at + 1
            self._add(at, m.end(), Kind.SHARE, (at, m.end()), Value(Fraction(50), Fraction(50), "%", Fraction(1)))
            return m.end()
        value = Value(Fraction(50), None, "%", Fraction(1))
        self._add(at, m.end(), Kind.SHARE, m.span("n"), value, Comparator.ABOVE, hedges=((at, m.end("h")),))
        return m.end()

    def _half(self, at: int) -> int:
        """半 before a unit of measure (半年, 半公里), 一半 as a share."""
        text = self.text
        before = text[at - 1 : at]
        if before and before in "上下前后大一多过小夜对折参":
            return at + 1
        unit = units.written(text, at + 1)
        if text.startswith("成", at + 1):
            if text[at + 2 : at + 3] in ("品", "熟", "功"):
                return at + 2
            self._add(at, at + 2, Kind.SHARE, (at, at + 1), Value(Fraction(5), Fraction(5), "%", Fraction(5)), unit=(at + 1, at + 2))
            return at + 2
        if unit is None or not (unit.name in ("年", "天", "小时", "个月", "个") or units.dimension(unit.name) in ("长度", "体积", "质量", "面积", "时间")):
            return at + 1
        if unit.name == "个" and text[unit.end : unit.end + 1] not in ("", "，", "。", "月", "小", "世"):
            return at + 1
        kind = Kind.DURATION if units.dimension(unit.name) == "时间" else Kind.QUANTITY
        half = Fraction(1, 2)
        end = unit.end
        high, comparator = half, Comparator.EQ
        if text[end : end + 1] in ("多", "余"):
            end, high, comparator = end + 1, Fraction(1), Comparator.ABOVE
        self._add(at, end, kind, (at, at + 1), Value(half, high, unit.name, half), comparator, unit=(at + 1, unit.end))
        return end

    def _placeholder(self, at: int) -> int:
        m = labels._BLANKS.match(self.text, at)  # noqa: SLF001
        before = self.text[at - 1 : at]
        if m is None or (before.isascii() and before.isalnum()) or (before in "某李王张刘陈"):
            return at + 1
        if m[0] == "N":
            return at + 1
        return self._malformed(at, m.end())

    def _letter_n(self, at: int) -> int:
        m = re.compile(r"N(?:个|项|家|种)|N(?:\+[0-9NXx])+").match(self.text, at)
        before = self.text[at - 1 : at]
        if m is None or (before.isascii() and before.isalnum()):
            return at + 1
        return self._label(at, m.end())

    def _pair(self, at: int) -> int:
        """双 and 倍 as in names: 双轮驱动, 倍增计划."""
        for word in labels._labels().get(self.text[at], ()):  # noqa: SLF001
            if self.text.startswith(word, at):
                return self._label(at, at + len(word))
        past = labels.ignored(self.text, at)
        if past > at:
            return past
        if self.text[at] == "双":
            quoted = self._quoted(at)
            if quoted > at:
                return quoted
            m = labels._PAIRS.match(self.text, at)  # noqa: SLF001
            if m and labels._is_set(m[0]):  # noqa: SLF001
                return self._label(at, m.end())
        return at + 1

    # --- amounts ----------------------------------------------------------------------------------------

    def _amount(self, at: int) -> int:
        text = self.text
        score = _SCORE.match(text, at)
        if score is not None and not (at and (text[at - 1] in "0123456789.:：")):
            done = self._score(score)
            if done > at:
                return done
        start = at
        if at > self.floor and (sign := text[at - 1]) in "-+负." and self._signed(at, sign):
            start = at - 1
            if sign == "." and start > self.floor and text[start - 1] in "-负":
                start -= 1
        told = amount(text, start, self.floor)
        if told is None:
            return at + 1
        if self._counted(told):
            return told.end
        if not self._worth(told):
            return max(told.number.end, at + 1)
        kind = sort(text, told, self.floor)
        kind = self._inherited(told, kind)
        if kind.kind is Kind.DURATION and told.unit == "年" and not told.hedges and text.startswith(_PLANNED, told.end):
            end = told.end + next(len(w) for w in _PLANNED if text.startswith(w, told.end))
            return self._label(told.number.start, end)
        unit = kind.unit or told.unit
        low, high = told.bounds
        start = min(kind.start, told.start)
        if self._closed(told, kind.kind):
            return told.end
        self._add(
            start, told.end, kind.kind, (told.number.start, told.number_end), Value(low, high, unit, told.step), told.comparator,
            unit=(told.unit_start, told.unit_end) if told.unit_start >= 0 else None,
            hedges=tuple((h.start, h.end) for h in told.hedges), direction=kind.direction, basis=kind.basis,
        )  # fmt: skip
        self.last = kind
        return told.end

    def _closed(self, told: Amount, kind: Kind) -> bool:
        """Close an open interval with its other bound: 200万元以上、500万元以下 is one range."""
        if not self.found or told.comparator not in _OPEN:
            return False
        last, value = self.found[-1], self.found[-1].value
        between = self.text[self.floor : told.start]
        if value is None or last.comparator not in _OPEN or last.kind not in (kind, Kind.NUMBER) or not _AND.fullmatch(between):
            return False
        if value.unit and told.unit and value.unit != told.unit:
            return False
        mine, other = told.bounds, (value.low, value.high)
        low, high = mine[0] if mine[0] is not None else other[0], mine[1] if mine[1] is not None else other[1]
        if low is None or high is None or (mine[0] is None) == (other[0] is None) or low >= high:
            return False
        step = min(s for s in (value.step, told.step) if s is not None)
        end = self.flat.written(told.start, told.end).end
        mine_hedges = tuple(self.flat.written(h.start, h.end) for h in told.hedges)
        self.found[-1] = replace(
            last, kind=kind, end=end, text=self.written[last.start : end], value=Value(low, high, value.unit or told.unit, step),
            comparator=Comparator.RANGE, number=Span(last.number.start, self.flat.written(told.number.start, told.number_end).end),
            hedges=(*last.hedges, *mine_hedges),
        )  # fmt: skip
        self.floor = told.end
        return True

    def _signed(self, at: int, sign: str) -> bool:
        before = self.text[at - 2 : at - 1] if at > 1 else ""
        if sign == "负":
            return not before or before not in "担肩抱辜胜欺正自不背"
        if sign == ".":
            return self.text[at].isdigit() and not (before.isdigit() or before == ".")
        return not before or not (before.isalnum() or before in ")）%-")

    def _score(self, m: re.Match[str]) -> int:
        from checker.figures.numerals import numeral  # noqa: PLC0415

        a, b = numeral(m.string, m.start(1)), numeral(m.string, m.start(2))
        at = m.start()
        if a is None or b is None or a.end != m.end(1) or b.end != m.end(2) or m.string[a.start : b.end].isdigit():
            return at
        word = m.string[m.end(1)]
        if word != "比" and len(m[2]) == 2 and m[2] >= "00" and a.low < 24 and m[2][0] == "0":
            return at
        if word == "比" and not (m.string[at].isdigit() and m.string[m.start(2)].isdigit()) and m.end() < len(m.string) and units.written(m.string, m.end()):
            return at
        value = Value(a.low / b.low, a.low / b.low, "比", None) if b.low else None
        self._add(at, m.end(), Kind.NUMBER, m.span(), value)
        return m.end()

    def _counted(self, told: Amount) -> bool:
        """N大…, 三个方面, 4金: figures whose unit depends on what follows. Adds them; False where it is none."""
        text, n = self.text, told.number
        end = told.number_end
        whole = told.low == told.high and told.low.denominator == 1
        end = told.number_end if told.unit else told.end
        if not whole or told.start < n.start - 4:
            return False
        if told.hedges and told.hedges[0].start < n.start and self.text[told.hedges[0].start] == "比":
            return False
        if told.unit in _NUMBERED and not n.arabic and not told.hedges and (kind := self._numbered(told)) is not None:
            value = Value(told.low, told.high, told.unit, told.step) if kind is Kind.ORDINAL else None
            self._add(n.start, told.end, kind, (n.start, n.end), value, unit=(told.unit_start, told.unit_end))
            return True
        if not told.unit or told.unit in ("个", "项", "条", "类", "种", "级", "道", "张", "件", "步", "重"):
            big = _BIG_COUNT.match(text, end) if not told.unit else None
            if big and 2 <= told.low <= 30:
                if not n.arabic and (told.low > 10 and not _head(text, big.end()) or _CONGRESS.match(text, big.end())):
                    self._label(n.start, big.end())
                    told.end = big.end()
                    return True
                return self._enumerate(told, big.end())
            if told.unit and not told.hedges and 2 <= told.low <= 20 and _listed(text, told.end):
                return self._enumerate(told, told.end)
        if not told.unit and told.low <= 999 and (m := _GOLD.match(text, end)) and (len(m[0]) > 1 or text[m.end() : m.end() + 1] in tuple("0123456789一二两三四五六七八九十，、。；！”") or m.end() == len(text)):
            if n.arabic or told.low <= 10:
                self._add(told.start, m.end(), Kind.QUANTITY, (n.start, n.end), Value(told.low, told.high, "枚", told.step), unit=m.span())
                told.end = m.end()
                return True
        return False

    def _numbered(self, told: Amount) -> Kind | None:
        """十八届三中全会 and 四次会议 number a thing; 二期, 三级 name one."""
        text = self.text
        if told.unit == "届":
            ordinal = told.low > 7 or text.startswith(("全国", "中央", "省委", "市委", "区委", "县委", "人大", "政协", "党代"), told.end)  # noqa: PLR2004
            return Kind.ORDINAL if ordinal else None
        if told.unit == "次":
            return Kind.ORDINAL if text.startswith(("会议", "全会", "全体", "党代", "代表大会", "全国"), told.end) else None
        if told.low > 10 or text[told.number.start] == "两":  # noqa: PLR2004
            return None
        return Kind.LABEL

    def _enumerate(self, told: Amount, at: int) -> bool:
        end = at + len(_head(self.text, at))
        n = told.number
        unit = told.unit or "个"
        self._add(n.start, end, Kind.ENUMERATION, (n.start, n.end), Value(told.low, told.high, unit, told.step))
        told.end = end
        return True

    def _worth(self, told: Amount) -> bool:
        """Whether the number is told as a figure, not as a part of a word or of a date."""
        text, n, unit = self.text, told.number, told.unit
        alone = n.start == 0 and told.end == len(text)
        if unit == "":
            return alone or told.fraction or self._worth_bare(told)
        if told.fraction or unit == "%":
            return True
        if unit == "年" and n.arabic and n.end - n.start == 4 and 1000 <= told.low <= 2999 and text[told.end - 1] == "年":
            return False
        spelled = text[told.unit_start : told.unit_end]
        if not n.arabic and told.low <= 10 and not alone and (unit in units.nouns() or spelled in units.nouns()):  # noqa: PLR2004
            return False
        if not n.arabic and told.low == told.high == 0 and not told.hedges and unit not in ("度", "摄氏度", "分"):
            return alone
        if n.bare and told.low == 10**n_digits(n) and told.low == told.high:
            return self._worth_scale(told)
        if not n.arabic and told.low == told.high == 1 and not alone:
            return self._worth_one(told)
        return True

    def _worth_one(self, told: Amount) -> bool:
        """一 counts only with a measure (一公里), after 仅/增至, in 一人死亡; else it is an article."""
        text = self.text
        if told.hedges:
            return True
        dimension = units.dimension(told.unit)
        if dimension in ("人",) and text.startswith(_COUNTING, told.end):
            return True
        if text[told.unit_start : told.unit_end] == "块":
            return False
        if dimension == "时间":
            return text[told.start - 1 : told.start] in tuple("近仅隔满足约期") or text[told.end : told.end + 1] in tuple("内多后前")
        return dimension not in _SORTAL or told.unit in _ONE_MEASURES

    def _worth_scale(self, told: Amount) -> bool:
        """百家, 万亩, 千亿元: a scale without a digit is a figure with a hedge, or before a counted noun."""
        text, n = self.text, told.number
        if told.hedges:
            return True
        long = n.end - n.start > 1
        follow = text[told.end : told.end + 1]
        if told.unit in ("元", "美元", "港元", "欧元"):
            told.comparator = Comparator.ABOUT
            return long
        if units.dimension(told.unit) == "时间" or told.unit in ("里", "岁", "层", "分", "度", "级", "斤", "步", "面", "方", "家", "户") or not follow or not _HAN.match(follow):
            return False
        if follow == "级":
            return False
        told.comparator = Comparator.ABOUT
        return long or told.unit in ("亩", "名", "人", "台", "辆", "件", "吨", "亩", "头", "只", "株")

    def _worth_bare(self, told: Amount) -> bool:
        """A number without a unit."""
        text, n = self.text, told.number
        dated = _DATED.match(text, n.end)
        if dated and n.low < 10000 and n.scale == 1:
            return False
        after = text[told.end : told.end + 1]
        if n.bare and n.low >= 10**10 and (after == "级" or text.startswith(_RICH, told.end)):  # noqa: PLR2004
            told.unit = "元"
            if not told.hedges:
                told.comparator = Comparator.AT_LEAST
            told.end += after == "级"
            return True
        if n.arabic:
            return True
        if n.bare or n.digits and not told.ranged:
            return bool(told.hedges) and n.low >= 100
        if told.ranged:
            return bool(told.hedges) or told.low >= 10
        before = text[n.start - 1 : n.start]
        free = (not before or not _HAN.match(before)) and (not after or not _HAN.match(after))
        if n.loose and not n.more:
            return n.low >= 100 or bool(told.hedges)
        return bool(told.hedges) and n.low > 10 or n.end - n.start >= 3 or n.scale > 1 and not n.bare or (free and n.low > 10)

    def _inherited(self, told: Amount, kind: Sort) -> Sort:
        """分别增长5%和6%: the second growth is told by the verb of the first."""
        if kind.kind not in (Kind.SHARE, Kind.GROWTH) or kind.direction or self.last is None or not self.found:
            return kind
        between = self.text[self.floor : told.start]
        if self.last.kind in (Kind.RATE, Kind.SHARE, Kind.GROWTH) and _CHANGED.fullmatch(between):
            return self.last._replace(start=told.start)
        if self.last.kind is kind.kind is Kind.SHARE or between not in ("、", "和", "及", "以及", "，", "与", "，分别为"):
            return kind
        if self.last.kind in (Kind.GROWTH, Kind.RATE):
            return Sort(self.last.kind, told.start, self.last.direction, self.last.basis)
        return kind

    # --- the result ---------------------------------------------------------------------------------------

    def _add(
        self,
        start: int,
        end: int,
        kind: Kind,
        number: tuple[int, int],
        value: Value | None,
        comparator: Comparator = Comparator.EQ,
        *,
        unit: tuple[int, int] | None = None,
        hedges: tuple[tuple[int, int], ...] = (),
        direction: int = 0,
        basis: str = "",
        among: str = "",
        first: str = "",
    ) -> None:
        there = self.flat.written
        span = there(start, end)
        self.found.append(
            Figure(
                span.start, span.end, self.written[span.start : span.end], kind, there(*number), value, comparator,
                there(*unit) if unit else None, tuple(there(*h) for h in hedges), direction, basis, among, first,
            )  # fmt: skip
        )
        self.floor = max(self.floor, end)


def n_digits(n: object) -> int:
    """The power of ten of a bare scale."""
    low = getattr(n, "low", Fraction(1))
    return len(str(int(low))) - 1


def _listed(text: str, at: int) -> bool:
    """Whether a counted list begins at ``at``: 三个方面, 三个“更”."""
    if text[at : at + 1] in ("“", "‘"):
        m = labels._QUOTED.match(text, at)  # noqa: SLF001
        return bool(m) and len(m[1]) <= 2
    return any(text.startswith(word, at) for word in lexicon("labels")["listed"])


def _head(text: str, at: int) -> str:
    """The counted noun of a list that starts at ``at`` (within a few characters), or ""."""
    if text[at : at + 1] in ("“", "‘"):
        m = labels._QUOTED.match(text, at)  # noqa: SLF001
        return m[0] if m and len(m[1]) <= 6 else ""
    for length in range(8, 0, -1):
        word = text[at : at + length]
        if len(word) == length and word.endswith(_heads()) and not re.search("[，。、；：“”的和]", word):
            return next((word[: i + 1] for i in range(length) if word[: i + 1].endswith(_heads()) and not word[i + 1 :].startswith(("链", "园", "区", "集")) and word[: i + 1] not in ("先", "更新")), word)
    return ""


@cache
def _articles() -> frozenset[str]:
    """Characters before which 一 is an article (一个, 一种), never a count, unless a hedge stands before it."""
    measured = [c for word, unit in units.spellings() if unit.dimension not in _SORTAL or unit.name in _ONE_MEASURES for c in word[:1]]
    one = {c for word, unit in units.spellings() if unit.dimension in _SORTAL for c in word[:1]}
    return frozenset(one - set(measured) - set("人名死成折分点大半番倍两期级次届之又零十百千万亿一二三四五六七八九"))


@cache
def _hedge_ends() -> frozenset[str]:
    return frozenset(word[-1] for words in lexicon("hedges")["before"].values() for word in words) | frozenset("第前每了")


@cache
def _heads() -> tuple[str, ...]:
    return tuple(lexicon("labels")["heads"])


_RANKS = "首唯率独榜魁领前填先最空龙标之"
_OTHERS: dict[str, Callable[[_Scan, int], int]] = {c: _Scan._rank for c in _RANKS}  # noqa: SLF001
_OTHERS |= {"翻": _Scan._turn, "N": _Scan._letter_n, "双": _Scan._pair, "倍": _Scan._pair, "对": _Scan._over_half}  # noqa: SLF001
_OTHERS |= {c: _Scan._placeholder for c in "Xx×＊□"} | {c: _Scan._over_half for c in "过超逾"}  # noqa: SLF001
