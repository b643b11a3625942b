"""The JSON Schema of ``kanwu.yaml``, from the types of the settings and the options of the rules."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from checker.config import Keys, PerPath, kebab
from checker.loading import option_types
from checker.model import Level
from checker.problems import PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.rule import Rule

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(rules: Sequence[Rule]) -> dict[str, Any]:
    """The schema of a configuration for these rules, keys described in an editor's words."""
    from pydantic import TypeAdapter

    made = TypeAdapter(Keys).json_schema(by_alias=True)
    made = {"$schema": DRAFT, **made, "title": "kanwu.yaml", "description": "Kanwu（勘误）的配置"}
    made["properties"]["rules"] = {"type": "object", "properties": _rules(rules), "additionalProperties": _rule({})}
    for kind, part in ((Keys, made), (PerPath, made["$defs"]["PerPath"])):
        for f in fields(kind):
            part["properties"][kebab(f.name)]["description"] = f.metadata["doc"]
    return made


def _rules(rules: Sequence[Rule]) -> dict[str, Any]:
    made: dict[str, Any] = {
        code: {"description": page.summary, **_rule({}, closed=True)} for code, page in PAGES.items()
    }
    for rule in rules:
        one = {"description": summary(rule), **_rule(_options(rule), closed=True)}
        made[rule.code] = made[rule.name] = one
    return dict(sorted(made.items()))


def _rule(options: dict[str, Any], *, closed: bool = False) -> dict[str, Any]:
    level = {"enum": [str(level) for level in Level], "description": "这条规则的级别。"}
    made = {"type": "object", "properties": {"level": level, **options}}
    return {**made, "additionalProperties": False} if closed else made


def _options(rule: Rule) -> dict[str, Any]:
    from pydantic import TypeAdapter

    docs = {kebab(f.name): f.metadata.get("doc", "") for f in fields(rule)}  # type: ignore[arg-type]
    return {
        name: {**TypeAdapter(kind).json_schema(), "description": docs[name]}
        for name, kind in option_types(rule).items()
    }


def summary(rule: Rule) -> str:
    """The first line of a rule's page: what it reports, in one Chinese sentence."""
    return inspect.cleandoc(type(rule).__doc__ or "").partition("\n")[0]


def english(rule: Rule) -> str:
    """The English summary of a rule's page, "" if it has none."""
    lines = inspect.cleandoc(type(rule).__doc__ or "").splitlines()
    return next((line.removeprefix("English: ") for line in lines if line.startswith("English: ")), "")
