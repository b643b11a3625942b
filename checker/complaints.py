"""What to say of a word that is not known and of a value that does not fit."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A suggestion to end a message with, "" where nothing is near.

    >>> did_you_mean("falling-totl", ["falling-total", "scale-slip"]), did_you_mean("x", ["KW101"])
    ('，是否想写 falling-total？', '')
    """
    near = get_close_matches(word, list(known), n=1)
    return f"，是否想写 {near[0]}？" if near else ""


def complaint(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, in an editor's words, from an error of the type checker."""
    context = error.get("ctx") or {}
    choices = str(context.get("expected")).replace("'", "").replace(" or ", "、").replace(", ", "、")
    told = {
        "string_type": "应为文字（加引号）",
        "bool_type": "应为 true 或 false",
        "int_type": "应为整数",
        "int_from_float": "应为整数",
        "float_type": "应为数字",
        "decimal_type": "应为数字",
        "decimal_parsing": "应为数字",
        "tuple_type": "应为列表",
        "list_type": "应为列表",
        "dict_type": "应为键值对",
        "mapping_type": "应为键值对",
        "dataclass_type": "应为键值对",
        "dataclass_exact_type": "应为键值对",
        "missing": "缺少这个键",
        "string_too_short": "不能为空",
        "string_pattern_mismatch": "写法不对",
        "date_type": "应为日期，例如 2025-12-31",
        "date_parsing": "应为日期，例如 2025-12-31",
        "date_from_datetime_parsing": "应为日期，例如 2025-12-31",
        "date_from_datetime_inexact": "应为日期，不带时刻",
        "value_error": "写法不对",
        "enum": f"应为 {choices} 之一",
        "literal_error": f"应为 {choices} 之一",
    }
    return told.get(error["type"]) or str(error["msg"])
