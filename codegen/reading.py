"""Reading: one official schema file, down to its facts, or a refusal that names the place.

A keyword that the generator does not know is refused, not dropped: a limit that nobody noticed
would be a limit that nobody keeps.
"""

from __future__ import annotations

import json
from typing import Any, cast

from codegen.editions import Identity, identify
from codegen.errors import CodegenError

_PROSE = frozenset({"description", "comment", "javaType", "title"})
_SCHEMA_MAPS = ("properties", "definitions")
_VALUES: dict[str, type | tuple[type, ...]] = {
    "$schema": str,
    "$id": str,
    "id": str,
    "$ref": str,
    "type": str,
    "format": str,
    "required": list,
    "enum": list,
    "default": (str, int, float, bool),
    "additionalProperties": bool,
    "additionalItems": bool,
    "maxLength": int,
    "minItems": int,
    "maxItems": int,
    "minimum": (int, float),
    "maximum": (int, float),
    "multipleOf": (int, float),
}
_NUMBERS = frozenset({"maxLength", "minItems", "maxItems", "minimum", "maximum", "multipleOf"})
_TYPES = frozenset({"object", "array", "string", "integer", "number", "boolean"})
_FORMATS = frozenset({"date-time", "uri"})


def read_schema(name: str, content: bytes) -> tuple[Identity, str]:
    """What a file is, and its schema without prose as text. `name` is for messages."""
    schema = _parse(name, content)
    identity = identify(schema, name)
    return identity, json.dumps(_checked(schema, name), indent=2, ensure_ascii=False) + "\n"


def read_facts(name: str, content: bytes) -> dict[str, Any]:
    """The schema of a file without prose, official or imported, of whatever edition."""
    return _checked(_parse(name, content), name)


def read_name(name: str, content: bytes) -> str:
    """What a schema calls itself: by its id; older ones, that have none, by their title."""
    schema = _parse(name, content)
    identifier = str(schema.get("$id", schema.get("id", "")))
    return identifier.rpartition(":")[2] or str(schema.get("title", ""))


def _checked(schema: dict[str, Any], name: str) -> dict[str, Any]:
    facts = _facts(schema, name, "")
    _check_references(facts, set(facts.get("definitions", {})), name, "")
    if facts.get("type") != "object":
        raise CodegenError(f"{name}#/type: a message is an object")
    return facts


def _parse(name: str, content: bytes) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in pairs:
            if key in result:
                raise CodegenError(f"{name}: property {key!r} stands twice in one object")
            result[key] = value
        return result

    try:
        schema: Any = json.loads(content.decode("utf-8-sig"), object_pairs_hook=unique)
    except UnicodeDecodeError as error:
        raise CodegenError(f"{name}: not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise CodegenError(f"{name}:{error.lineno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise CodegenError(f"{name}: nested too deep") from error
    return _object(schema, f"{name}#", "not a JSON object")


def _object(value: Any, where: str, problem: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise CodegenError(f"{where}: {problem}")
    return cast("dict[str, Any]", value)


def _facts(value: Any, name: str, pointer: str) -> dict[str, Any]:
    """The schema without its prose; refuses what the generator would not carry over."""
    schema = _object(value, f"{name}#{pointer}", "not a schema")
    facts: dict[str, Any] = {}
    for key, content in schema.items():
        here = f"{pointer}/{_escaped(key)}"
        if key in _PROSE:
            continue
        if key in _SCHEMA_MAPS:
            members = _object(content, f"{name}#{here}", "not an object of schemas")
            facts[key] = {
                member: _facts(child, name, f"{here}/{_escaped(member)}")
                for member, child in members.items()
            }
        elif key == "items":
            facts[key] = _facts(content, name, here)
        elif key in _VALUES:
            _check_value(key, content, f"{name}#{here}")
            facts[key] = content
        else:
            raise CodegenError(f"{name}#{here}: keyword {key!r} is not understood")
    for index, member in enumerate(facts.get("required", ())):
        if member not in facts.get("properties", {}):
            raise CodegenError(f"{name}#{pointer}/required/{index}: no property {member!r}")
    if "$ref" in facts and set(facts) - {"$ref", "default"}:
        # Validators ignore what stands beside a reference, so nobody can have meant it.
        raise CodegenError(f"{name}#{pointer}/$ref: has other keywords beside it")
    return facts


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _check_value(key: str, value: object, where: str) -> None:
    if not isinstance(value, _VALUES[key]) or (isinstance(value, bool) and key in _NUMBERS):
        raise CodegenError(f"{where}: {value!r} is no value for {key!r}")
    if key == "type" and value not in _TYPES:
        raise CodegenError(f"{where}: type {value!r} is not understood")
    if key == "format" and value not in _FORMATS:
        raise CodegenError(f"{where}: format {value!r} is not understood")
    if key in {"enum", "required"}:
        items = cast("list[object]", value)
        if not all(isinstance(item, str) for item in items):
            raise CodegenError(f"{where}: {key!r} holds something other than strings")
        if len(set(items)) != len(items) or not items:
            raise CodegenError(f"{where}: {key!r} is empty or repeats a value")


def _check_references(schema: dict[str, Any], known: set[str], name: str, pointer: str) -> None:
    reference = schema.get("$ref")
    if reference is not None:
        prefix, _, target = reference.rpartition("/")
        if prefix != "#/definitions" or target not in known:
            raise CodegenError(f"{name}#{pointer}/$ref: {reference!r} leads nowhere")
    for key in _SCHEMA_MAPS:
        for member, child in schema.get(key, {}).items():
            _check_references(child, known, name, f"{pointer}/{key}/{_escaped(member)}")
    if "items" in schema:
        _check_references(schema["items"], known, name, f"{pointer}/items")
