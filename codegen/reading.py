"""Reading: one official schema file, down to its facts, or a refusal that names the place.

A keyword that the generator does not know is refused, not dropped: a limit that nobody noticed
would be a limit that nobody keeps.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn, cast

from codegen.editions import Edition, Identity, identify
from codegen.errors import CodegenError

_PROSE = frozenset(
    {"$comment", "comment", "description", "examples", "javaType", "readOnly", "title"}
)
"""What tells people something, and validators nothing."""
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
_COUNTS = frozenset({"maxLength", "minItems", "maxItems"})
_NUMBERS = _COUNTS | {"minimum", "maximum", "multipleOf"}
_NUMERIC = frozenset({"integer", "number"})
# Validators ignore a keyword that stands with another type, so nobody can have meant it.
_TYPES_OF: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("enum", "format", "maxLength"), frozenset({"string"})),
    **dict.fromkeys(("items", "minItems", "maxItems", "additionalItems"), frozenset({"array"})),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), _NUMERIC),
    **dict.fromkeys(("properties", "definitions", "required"), frozenset({"object"})),
}
_PYTHON: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
_TYPES = frozenset({"object", "array", "string", "integer", "number", "boolean"})
_FORMATS = frozenset({"date-time", "uri"})
_DEEPEST = 100
"""Steps of a pointer; published schemas have some ten."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_schema(name: str, content: bytes, editions: Sequence[Edition]) -> tuple[Identity, str]:
    """What a file is, and its schema without prose as text. `name` is for messages."""
    schema = _parse(name, content)
    identity = identify(schema, name, editions)
    return identity, json.dumps(checked(schema, name), indent=2, ensure_ascii=False) + "\n"


def checked(schema: Any, name: str) -> dict[str, Any]:
    """The schema without prose; refuses what is no schema, and what no model can be made of."""
    facts = _checked(_object(schema, f"{name}#", "not a JSON object"), name)
    definitions = facts.get("definitions", {})
    for type_name, definition in definitions.items():
        where = f"{name}#/definitions/{_escaped(type_name)}"
        if definition.get("type") != "object" and "enum" not in definition:
            raise CodegenError(f"{where}: neither an object nor an enumeration")
        if type_name in _held(type_name, definitions):
            raise CodegenError(f"{where}: holds itself, and there is no model of that")
    _check_modelled(facts, name, "")
    return facts


def read_facts(name: str, content: bytes) -> dict[str, Any]:
    """The schema of a file without prose, official or imported, of whatever edition."""
    return _checked(_parse(name, content), name)


def read_name(name: str, content: bytes) -> str:
    """What a schema calls itself: by its id; older ones, that have none, by their title."""
    schema = _parse(name, content)
    identifier = str(schema.get("$id", schema.get("id", "")))
    return identifier.rpartition(":")[2] or str(schema.get("title", ""))


def _checked(schema: dict[str, Any], name: str) -> dict[str, Any]:
    if schema.get("type") != "object":
        raise CodegenError(f"{name}#/type: a message is an object")
    facts = _facts(schema, name, "")
    definitions = facts.get("definitions", {})
    for type_name, definition in definitions.items():
        if "$ref" in definition:
            place = f"{name}#/definitions/{_escaped(type_name)}/$ref"
            raise CodegenError(f"{place}: a type is no other name of another")
    _check_references(facts, definitions, name, "")
    return facts


def _parse(name: str, content: bytes) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in pairs:
            if key in result:
                raise CodegenError(f"{name}: property {key!r} stands twice in one object")
            result[key] = value
        return result

    def no_number(constant: str) -> NoReturn:
        raise CodegenError(f"{name}: {constant} is no JSON")

    try:
        schema: Any = json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=unique, parse_constant=no_number
        )
    except UnicodeDecodeError as error:
        raise CodegenError(f"{name}: not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise CodegenError(f"{name}:{error.lineno}: not JSON: {error.msg}") from error
    except ValueError as error:  # a number of thousands of digits
        raise CodegenError(f"{name}: not read: {error}") from error
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
    if pointer.count("/") > _DEEPEST:
        raise CodegenError(f"{name}#{pointer[:60]}...: nested too deep")
    facts: dict[str, Any] = {}
    for key, content in schema.items():
        here = f"{pointer}/{_escaped(key)}"
        if key in _PROSE:
            continue
        if key in _SCHEMA_MAPS:
            members = _object(content, f"{name}#{here}", "not an object of schemas")
            _check_text(list(members), f"{name}#{here}")
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
    _check_type(facts, f"{name}#{pointer}")
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
    if not isinstance(value, _VALUES[key]) or (key in _NUMBERS and not _is_limit(key, value)):
        raise CodegenError(f"{where}: {repr(value)[:60]} is no value for {key!r}")
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
    _check_text(value, where)


def _is_limit(key: str, value: Any) -> bool:
    """Whether a number can be a limit: one that a double holds, and no negative count."""
    try:
        held = not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:
        return False
    return held and not (key in _COUNTS and value < 0) and not (key == "multipleOf" and value <= 0)


def _check_text(value: object, where: str) -> None:
    for text in cast("list[object]", value) if isinstance(value, list) else (value,):
        if isinstance(text, str) and _SURROGATE.search(text):
            raise CodegenError(f"{where}: {text!r} has half of a surrogate pair")


def _check_type(schema: dict[str, Any], where: str) -> None:
    """Refuse keywords that the type gives no meaning, and an array of nothing."""
    kind = schema.get("type")
    for key in schema:
        if kind not in _TYPES_OF.get(key, {kind}):
            raise CodegenError(f"{where}/{key}: says nothing of type {kind!r}")
    if kind == "array" and "items" not in schema:
        raise CodegenError(f"{where}: an array needs items")
    for key in ("minimum", "maximum"):
        if kind == "integer" and not float(schema.get(key, 0)).is_integer():
            raise CodegenError(f"{where}/{key}: {schema[key]} is no limit of an integer")


def _check_references(
    schema: dict[str, Any], definitions: dict[str, Any], name: str, pointer: str
) -> None:
    reference = schema.get("$ref")
    target = schema
    if reference is not None:
        prefix, _, type_name = reference.rpartition("/")
        if prefix != "#/definitions" or type_name not in definitions:
            raise CodegenError(f"{name}#{pointer}/$ref: {reference!r} leads nowhere")
        target = definitions[type_name]
    if "default" in schema and not _is_default(schema["default"], target):
        raise CodegenError(f"{name}#{pointer}/default: {schema['default']!r} is refused there")
    for key, child in _children(schema):
        _check_references(child, definitions, name, f"{pointer}/{key}")


def _is_default(value: object, schema: dict[str, Any]) -> bool:
    kind = schema.get("type", "")
    if kind not in _PYTHON or isinstance(value, bool) != (kind == "boolean"):
        return False
    return isinstance(value, _PYTHON[kind]) and value in schema.get("enum", (value,))


def _children(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schemas within a schema, by pointer."""
    for key in _SCHEMA_MAPS:
        for member, child in schema.get(key, {}).items():
            yield f"{key}/{_escaped(member)}", child
    if "items" in schema:
        yield "items", schema["items"]


def _held(type_name: str, definitions: dict[str, Any]) -> set[str]:
    """The types of which values are somewhere in a value of this type."""
    found: set[str] = set()
    waiting = [definitions[type_name]]
    while waiting:
        schema = waiting.pop()
        target = schema.get("$ref", "").rpartition("/")[2]
        if target and target not in found:
            found.add(target)
            waiting.append(definitions[target])
        waiting += [child for _, child in _children(schema)]
    return found


def _check_modelled(schema: dict[str, Any], name: str, pointer: str) -> None:
    """Refuse limits that the types of the models cannot keep."""
    if schema.get("items", {}).get("type") == "array":
        raise CodegenError(f"{name}#{pointer}/items: there is no type for an array of arrays")
    if "multipleOf" in schema and (schema["type"], schema["multipleOf"]) != ("number", 0.1):
        raise CodegenError(
            f"{name}#{pointer}/multipleOf: {schema['multipleOf']} of type {schema['type']!r} "
            "has no type"
        )
    if schema.get("format") == "date-time" and "maxLength" in schema:
        raise CodegenError(f"{name}#{pointer}/maxLength: there is no type for a date-time with it")
    for key, child in _children(schema):
        _check_modelled(child, name, f"{pointer}/{key}")
