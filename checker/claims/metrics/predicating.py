"""Where the name of a counted noun ends and what the counted did begins: 1486户养殖户*上岸转产*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.words.segments import classes, has_letters, is_adverb, is_punctuation, is_verb
from checker.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.phrases import Phrase

_PAIR = 2
# What the object of does something, as that of no verb.
_PREPOSITIONS = frozenset("在于向对为给以用经可能会将也都要需应再还又就才") | {"面向", "通过"}
# How far ahead of a verb the 的 may stand that makes a description of it, and of the first word of one, in words.
_CLAUSE, _LONG = 5, 9
# How nouns of people end.
_PEOPLE = frozenset("员者师手民客商童友兵士众")
_FOLK = frozenset("儿娃")
# How the names of measures end.
_AMOUNTS = frozenset("量额率值")
PERSONS, HOUSES = frozenset({"人", "名", "位"}), frozenset({"家", "户"})
# What stands behind a verb of one character that is no part of a name.
_COMES = frozenset({"在", "于", "成", "到", "进", "入", "为", "了", "着", "过"})
# How the names of houses end.
_HOUSED = frozenset("馆院店厂社站所厅园场会行坊吧屋堂校户局部台体宿铺司厨")
_WHO = frozenset({"他", "她", "他们", "她们", "我们", "自己", "大家"})
# What begins a clause that describes a noun: 3颗*与地球大小相近*的行星.
_PREPOSED = frozenset("以与由对从向跟同用")
_POINTING = frozenset({"本", "该", "此", "我", "各"})
_ASPECTS = frozenset({"了", "过", "着"})


@cache
def _within_names() -> frozenset[str]:
    """Verbs that are part of a noun's name before it, whatever they do elsewhere."""
    known = classes()
    return words("verbs", "dual", "adjectival", "naming", "nounlike", "housed") | known.nominal


@cache
def _summing() -> frozenset[str]:
    """Words before a number that say no more than that it is the sum, and take no object: *共*140条河流发生洪水."""
    return classes().cumulative | {"共", "约", "大约", "近", "仅", "只", "已", "已经", "目前"}


@cache
def _pivots() -> frozenset[str]:
    return words("verbs", "pivotal")


def subject(left: Phrase) -> bool:
    """Whether a counted noun can be the subject of what stands behind it: nothing before it takes it as its object.

    The object of some verbs does what is told after it: *带动*200户脱贫户增收.

    >>> from checker.claims.metrics.phrases import Phrase
    >>> subject(Phrase()), subject(Phrase(verbs=("有",))), subject(Phrase(verbs=("完成",)))
    (True, True, False)
    """
    if left.opens not in ("", "由", "从", "自") or (left.listed and (left.words or left.verbs)):
        return False
    verbs = [v for v in left.verbs if v not in _ASPECTS and v not in _PREPOSITIONS and v not in _summing()]
    if verbs and verbs[0] not in _pivots():
        return False
    return bool(verbs) or len(left.verbs) > 0 or not any(is_verb(w) and w not in _within_names() for w in left.words)


def predicate(
    tokens: Sequence[tuple[str, int]], i: int, taken: Sequence[tuple[str, int]], *, counted_on: bool = False
) -> bool:
    """Whether the token at ``i``, behind the words ``taken`` of a noun that can be a subject, begins its predicate.

    A verb that may describe a noun does not where one stands behind it: 20个城市*更新*项目. ``counted_on``: another
    figure follows the tokens.

    >>> def tell(*told):
    ...     tokens = [(w, 0) for w in told]
    ...     return predicate(tokens, 1, tokens[:1])
    >>> tell("企业", "登陆", "资本市场"), tell("城市", "更新", "项目"), tell("信息", "查询")
    (True, False, False)
    """
    word, last = tokens[i][0], taken[-1][0]
    after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
    if quoted(tokens, i) or (_owned(tokens, i) and not agent(last)):
        return False
    if len(word) == 1:
        return len(last) >= _PAIR and _grips(word, after)
    if (
        _behind_name(tokens, i)
        or word.startswith("完成")
        or (word in words("verbs", "happening") and (not after or _does(after)))
    ):
        return True
    if _manner(word, after, last=i + _PAIR == len(tokens)):
        return bool(after)
    if not is_verb(word) or word in classes().nominal:
        return False
    return word not in _within_names() or (not _noun(after) if after else counted_on)


def _grips(word: str, after: str) -> bool:
    """Whether a verb of one character has an object of two or more, or what it came to, behind it."""
    held = len(after) >= _PAIR or after in _ASPECTS or after in words("verbs", "results")
    return held and word in words("verbs", "gripping")


def _behind_name(tokens: Sequence[tuple[str, int]], i: int) -> bool:
    """Whether a token is a verb right behind a name in quotation marks, and no noun follows: 7个“关企驿站”*咨询*."""
    word, dual = tokens[i][0], words("verbs", "dual")
    if tokens[i - 1][0] != "”" or not (is_verb(word) or word in words("verbs", "means", "dual")):
        return False
    return not any(_noun(w) and w not in dual for w, _ in tokens[i + 1 :])


def _manner(word: str, after: str, *, last: bool) -> bool:
    """Whether a word tells how or when something is done that is no part of a name; ``last``: one more word follows."""
    within = _within_names()
    if word in words("verbs", "whenever"):
        return not _noun(after)
    adverb = is_adverb(word) and word not in within
    does = (last and after in within) or (_does(after) and after not in within)
    return adverb or (word in words("verbs", "means") and does)


def idiom(word: str) -> bool:
    """Whether a word is a saying of four characters that tells what someone does, and names nothing.

    >>> idiom("争先恐后"), idiom("接踵而至"), idiom("教职员工")
    (True, True, False)
    """
    told = len(word) == len("争先恐后") and (is_adverb(word) or "而" in word[1:-1])
    return told and word not in _within_names()


def quoted(tokens: Sequence[tuple[str, int]], i: int) -> bool:
    """Whether a token stands within quotation marks: 34个“带土*移植*”团队."""
    marks = [w for w, _ in tokens[:i] if w in "“”"]
    return marks[-1:] == ["“"]


def _owned(tokens: Sequence[tuple[str, int]], i: int) -> bool:
    """Whether what begins with a token describes a noun behind it: 8万名紧急*撤离*的民众."""
    return any(w == "的" for w, _ in tokens[i + 1 : i + _CLAUSE])


def _does(word: str) -> bool:
    return is_verb(word) or word in words("verbs", "happening")


def _noun(word: str) -> bool:
    """Whether a word can end the name that a verb before it is part of."""
    known = classes()
    if not has_letters(word) or word in known.stop or word in known.light:
        return False
    if is_adverb(word) or word in words("verbs", "manner"):
        return word in _within_names()
    return not _does(word) or word in _within_names()


def agent(word: str) -> bool:
    """Whether a noun is of people, or of houses of people, so that it can do something.

    >>> agent("棋手"), agent("院校"), agent("产值"), agent("发生")
    (True, True, False, False)
    """
    if word in words("terms", "agents", "bodies"):
        return True
    return len(word) > 1 and word[-1] in _PEOPLE and not is_verb(word)


def person(word: str) -> bool:
    """Whether a noun is of people.

    >>> person("患儿"), person("棋手"), person("家庭")
    (True, True, False)
    """
    return (agent(word) and word not in words("terms", "bodies")) or word[-1] in _FOLK


def standing(tokens: Sequence[tuple[str, int]]) -> bool:
    """Whether a word right behind a number only says how what is told of it stands: 余下1条*正*评估."""
    return bool(tokens) and tokens[0][0] in words("verbs", "standing")


def describes(tokens: Sequence[tuple[str, int]], i: int, unit: str) -> bool:
    """Whether the verb at ``i`` right behind a number describes the noun behind it: 64家*备案*博物馆.

    >>> tokens = [("备案", 0), ("博物馆", 2)]
    >>> describes(tokens, 0, "家"), describes(tokens[:1], 0, "家")
    (True, False)
    """
    if not unit or i + 1 >= len(tokens) or tokens[i][0] not in words("verbs", "adjectival", "dual"):
        return False
    noun = tokens[i + 1][0]
    return _noun(noun) and noun not in _within_names() and fits(unit, [w for w, _ in tokens[i + 1 :]])


def work(word: str, after: str) -> bool:
    """Whether a verb says what an undertaking is for: *维修*任务.

    >>> work("维修", "任务"), work("承担", "任务")
    (True, False)
    """
    return after in words("terms", "undertakings") and word in words("verbs", "dual", "works")


def measure(word: str) -> bool:
    """Whether a noun right before a figure says what that is of: *产值*3亿元.

    >>> measure("产值"), measure("企业")
    (True, False)
    """
    sorts = words("terms", "attributes", "generic", "flow", "stock", "numbers", "lasting")
    return word in sorts or word in classes().nominal or (len(word) > 1 and word[-1] in _AMOUNTS)


def acting(tokens: Sequence[tuple[str, int]], unit: str, *, again: bool = False) -> bool:
    """Whether people or houses that are not named again do what is told right behind their number: 14家*转入*新楼.

    ``again``: things were counted by that measure word before, so that they need no name: 项目41个，其中2个*进入*临床.

    >>> acting([("转入", 0), ("新楼", 2)], "家"), acting([("示范", 0), ("企业", 2)], "家")
    (True, False)
    >>> acting([("遇难", 0)], "人")
    False
    """
    if not tokens or tokens[0][0] in words("verbs", "outcomes"):
        return False
    word, known = tokens[0][0], classes()
    if unit not in PERSONS and unit not in HOUSES:
        if len(word) == 1 and is_verb(word) and len(tokens) > 1 and tokens[1][0] in _COMES:
            return True  # 17个*建在*学校里
        if again and (word in words("verbs", "whenever", "means") or is_adverb(word) or word == "分"):
            return True  # 29个场馆开放，其中12个*全天*免费
        return again and len(word) >= _PAIR and is_verb(word) and word not in _within_names() and not _of_clause(tokens)
    if unit == "人" and len(word) == 1 and len(tokens) > 1 and tokens[1][0] in _ASPECTS:
        return True  # 234人*投了*赞成票
    does = (is_verb(word) and (unit == "人" or word not in _within_names())) or word in known.stop
    nouns = [w for w, _ in tokens if has_letters(w)]
    return does and not fits(unit, nouns)


def beginning(tokens: Sequence[tuple[str, int]], unit: str) -> int:
    """The index of the token with which the name of what is counted begins.

    A clause before 的 that describes it is passed over, so are 本 and 该, and 已 and 拟 before a verb. ``unit``: the
    measure word, "" for a measure.

    >>> def tell(unit, *told):
    ...     return beginning([(w, 0) for w in told], unit)
    >>> tell("所", "规模", "过", "小", "的", "幼儿园"), tell("个", "已", "改造", "小区")
    (4, 1)
    >>> tell("人", "参加", "的", "会议")
    0
    """
    word = tokens[0][0] if tokens else ""
    if word in _POINTING:
        return 1
    if not (word in words("terms", "attributes") or (unit and _told(word))):
        return 0
    if not (of := _of_clause(tokens)):
        return 1 if word in words("verbs", "awaiting") and _described(tokens) else 0
    return of if fits(unit, [w for w, _ in tokens[of:] if has_letters(w)]) else 0


def _told(word: str) -> bool:
    """Whether a word can begin a clause that describes a noun."""
    known = classes()
    does = is_verb(word) or word in known.flow or word in known.light
    return does or word in _WHO or word in _PREPOSED or word in words("verbs", "awaiting")


def _described(tokens: Sequence[tuple[str, int]]) -> bool:
    """Whether the second of some words is a verb and the third a noun, so that 已 or 拟 before them describes it."""
    if len(tokens) <= _PAIR:
        return False
    (verb, _), (noun, _) = tokens[1:3]
    known = classes()
    does = is_verb(verb) or verb in known.flow or (len(verb) == 1 and verb not in known.stop)
    return does and verb not in known.light and _noun(noun) and noun not in _within_names() and not measure(noun)


def fits(unit: str, nouns: Sequence[str]) -> bool:
    """Whether people are counted by a measure word for people, and houses by one for houses."""
    known = classes()
    told = next((n for n, w in enumerate(nouns) if w in known.stop or w in known.light), len(nouns))
    if unit in PERSONS:
        return any(map(agent, nouns[:told]))
    if unit == "户":
        return any(w[-1] == "户" or w in words("terms", "households") for w in nouns[:told])
    return unit not in HOUSES or any(map(_housed, nouns[:told]))


def _housed(noun: str) -> bool:
    """Whether a noun is of a house, as 家 counts them."""
    return agent(noun) or noun in words("terms", "houses") or (noun[-1] in _HOUSED and not is_verb(noun))


def _of_clause(tokens: Sequence[tuple[str, int]]) -> int:
    """The index behind the 的 that ends a short clause at the beginning of tokens, 0 where none does."""
    origins = tokens[0][0] == "来自"
    told = 2 * _LONG if origins else _LONG
    inside = False
    for i, (w, _) in enumerate(tokens):
        if i and w in _closing():
            return 0  # 6个新建场馆*全部位于*城区的北部
        if w in "“”":
            inside = w == "“"
        elif inside:
            continue  # 百余场以*“看得见的变化”*为主题的展览
        elif w == "的":
            return i + 1 if i and i + 1 < len(tokens) and _noun(tokens[i + 1][0]) else 0
        elif (is_punctuation(w) and not (origins and w == "、")) or not (told := told - 1):
            return 0
    return 0


@cache
def _closing() -> frozenset[str]:
    """What ends a clause that opens with something else: it tells of that, and describes nothing."""
    return words("verbs", "manner", "standing") | {w for w in classes().light if len(w) > 1}
