"""Docs: what the facts of a schema say of a field, in words of our own."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

_log = logging.getLogger(__name__)

_WORDS: Mapping[tuple[str, ...], str] = {
    ("maxLength",): "At most {maxLength} characters.",
    ("minItems",): "Elements: at least {minItems}.",
    ("maxItems",): "Elements: at most {maxItems}.",
    ("minItems", "maxItems"): "Elements: {minItems} to {maxItems}.",
    ("minimum",): "At least {minimum}.",
    ("maximum",): "At most {maximum}.",
    ("minimum", "maximum"): "{minimum} to {maximum}.",
    ("multipleOf",): "In steps of {multipleOf}.",
}
_PAIRS = (("maxLength",), ("minItems", "maxItems"), ("minimum", "maximum"), ("multipleOf",))
_LIMITS = frozenset(key for pair in _PAIRS for key in pair)


class Units:
    """Units of numbers of one version by `Type/property`, out of `schemas/units.toml`."""

    def __init__(self, version: str, table: Mapping[str, str]) -> None:
        self._version = version
        self._table = table
        self._used: set[str] = set()

    def of(self, owner: str, key: str) -> str | None:
        """The unit of a property, if the standard tells one."""
        path = f"{owner}/{key}"
        self._used.add(path)
        return self._table.get(path)

    def finish(self) -> None:
        """Tell of units of nothing."""
        for path in sorted(set(self._table) - self._used):
            _log.warning("units.toml: %s: there is no %s", self._version, path)


def field_docs(owner: str, body: Mapping[str, Any], units: Units) -> dict[str, str]:
    """A docstring by wire name, for each property of which there is something to say."""
    docs: dict[str, str] = {}
    for key, schema in body.get("properties", {}).items():
        unit = units.of(owner, key)
        parts = [f"In {unit}."] if unit else []
        parts += _limits(schema)
        parts += [f"Each: {limit[0].lower()}{limit[1:]}" for limit in _limits(schema.get("items"))]
        if "default" in schema:
            parts.append(f"{schema['default']} if absent.")
        if parts:
            docs[key] = " ".join(parts)
    return docs


def _limits(schema: Mapping[str, Any] | None) -> list[str]:
    found = [tuple(key for key in pair if key in (schema or {})) for pair in _PAIRS]
    numbers = {key: shown(value) for key, value in (schema or {}).items() if key in _LIMITS}
    return [_WORDS[keys].format(**numbers) for keys in found if keys]


def shown(number: float) -> str:
    """A number with all its digits, and no more."""
    return str(int(number)) if float(number).is_integer() else repr(number)
