"""Instances of a schema and what breaks them: each constraint in turn, at and beyond its limit.

Written against JSON Schema alone; nothing here knows the generator.
"""

import json
import os
import random
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

import jsonschema
import jsonschema.validators

Schema = dict[str, Any]

SEED = int(os.environ.get("PILOTWIRE_SEED", "20260131"))
SAMPLES = int(os.environ.get("PILOTWIRE_SAMPLES", "200"))
"""Instances a schema, at least; more of them where there is time."""

WORDS = ("", "a", "EV 1", "été", "充電", "⚡" * 3, "\U0001f50c", "e\u0301", 'q"\\/\b\n', "\u0000")
HALF = "\ud83d"
"""Half of a surrogate pair, which JSON can spell and UTF-8 cannot."""
WRONG_TYPES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, 1.0, -1.5, 2**64, "1", "1.0", "", "true", "null"),
    *([], [1], [None], [[]], {}, {"a": 1}, {"": None}),
)
NUMBERS = (
    *(0, 1, -1, 1.0, -0.0, 21.4, 0.1, 0.3, 0.25, 1e-7, 1e16, 2**31, 2**53, -273.15, 100.05, 1e2),
    *(0.1 + 0.2, 123456789.1, 1e21, -1e22, 5e-324, 1.7976931348623157e308),
)
INTEGERS = (
    *(0, 1, -1, 1.0, -0.0, -7.0, 1.5, 1e-7, 1e2, 1e3, 1e300),
    *(2**31, 2**53 + 1, -(2**63), 2**63, 2**64, 10**30),
)
NAMES = (
    "unknownProperty",
    "",
    "model_config",
    "to_wire",
    "__class__",
    "self",
    "\u0000",
    "été",
    HALF,
)
"""Of properties that no schema knows; some of them mean something in Python."""
ANY: tuple[Any, ...] = (
    *(None, False, 0, -0.0, 1e300, 2**64, 10**30, "", "\U0001f50c", "x" * 5000, HALF, [HALF]),
    *(
        [],
        [[None]],
        {},
        {"": {"": None}},
        {"a\u0000": "\u0000"},
        {HALF: 1},
        {"copy": [{"a": -1.5}]},
    ),
    *(json.loads("[" * 100 + "]" * 100), json.loads('{"a":' * 100 + "0" + "}" * 100)),
)
"""Where the schema says nothing."""
MOMENTS = (
    "2026-01-31T08:30:00Z",
    "2026-01-31t08:30:00z",
    "2026-01-31T08:30:00.5Z",
    "2026-01-31T08:30:00.123456789+05:45",
    "2024-02-29T23:59:59-23:59",
    "2026-01-31T08:30:00-00:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "2000-02-29T00:00:00.000000000000000000001+14:00",
    "2026-01-31T08:30:00+00:00",
    "2026-01-31t08:30:00.12+23:59",
)
NO_MOMENTS = (
    "",
    "2026-01-31",
    "08:30:00Z",
    "2026-01-31T08:30:00",
    "2026-01-31 08:30:00Z",
    "2026-01-31T08:30Z",
    "2026-01-31T08:30:00.Z",
    "2026-01-31T08:30:00,5Z",
    "2026-01-31T08:30:00+0100",
    "2026-01-31T08:30:00+01",
    "2026-01-31T08:30:00+24:00",
    "2026-01-31T24:00:00Z",
    "2026-01-31T08:60:00Z",
    "2026-01-31T08:30:61Z",
    "2026-02-30T08:30:00Z",
    "2025-02-29T08:30:00Z",
    "2026-13-01T08:30:00Z",
    "2026-00-10T08:30:00Z",
    "26-01-31T08:30:00Z",
    "+2026-01-31T08:30:00Z",
    "\uff12\uff10\uff12\uff16-01-31T08:30:00Z",
    " 2026-01-31T08:30:00Z",
    "1769848200",
    "2026-W05-6T08:30:00Z",
    "20260131T083000Z",
    "1900-02-29T08:30:00Z",
    "2026-06-31T08:30:00Z",
    "2026-01-32T08:30:00Z",
    "2026-01-00T08:30:00Z",
    "2026-1-31T08:30:00Z",
    "2026-031T08:30:00Z",
    "2026-01-31T8:30:00Z",
    "2026-01-31TT08:30:00Z",
    "2026-01-31T08:30:00+1:00",
    "2026-01-31T08:30:00+00:60",
    "2026-01-31T08:30:00\u221201:00",
    "2026-01-31T08:30:00Z+00:00",
    "2026-01-31T08:30:00 Z",
    "2026-01-31T08:30:00Z ",
    "2026-01-31T08:30:00Z\u0000",
    "2026-01-31T08:30:00.\u0665Z",
    "\ufeff2026-01-31T08:30:00Z",
)
URIS = (
    "ftp://user:word@host.example:21/a/b?c=d#e",
    "http://[2001:db8::1]:80/",
    "urn:x",
    "a:",
    "",
    "no-scheme",
    "/path",
    "//host/path",
    "http://a b",
    "http://%zz/",
    "http://%41/",
    "1a:b",
    "http://a/[b]",
    "http://a/#b#c",
    "http://é/",
    "HTTP://A",
    "mailto:a@b",
    "urn:",
    "a://",
    "http://a:99999/",
    "http://a:port/",
    "http://[::1",
    "http://a/%",
    "http://a\u0000",
    "%41:b",
)


class Mutant(NamedTuple):
    """A variation of a valid instance, with what was done to it."""

    what: str
    value: Any


def validator(schema: Schema) -> Any:
    """The reference: it checks formats, and counts decimals where it is asked for multiples."""
    base = jsonschema.validators.validator_for(schema)
    exact: Any = jsonschema.validators.extend(  # type: ignore[no-untyped-call]  # jsonschema has no type for it
        base, {"multipleOf": _exact_multiple_of}
    )
    assert exact.FORMAT_CHECKER.conforms("2026-01-31T08:30:00Z", "date-time")
    assert not exact.FORMAT_CHECKER.conforms("no date", "date-time")
    assert not exact.FORMAT_CHECKER.conforms("no uri", "uri")
    return exact(schema, format_checker=exact.FORMAT_CHECKER)


def _exact_multiple_of(_: Any, step: float, instance: Any, __: Any) -> Any:
    if isinstance(instance, (int, float)) and Fraction(repr(instance)) % Fraction(repr(step)):
        yield jsonschema.ValidationError(f"{instance} is no multiple of {step}")


def resolve(schema: Schema, root: Schema) -> Schema:
    """The schema that a reference leads to."""
    if "$ref" not in schema:
        return schema
    target: Schema = root["definitions"][schema["$ref"].rpartition("/")[2]]
    return target


def minimal(schema: Schema, root: Schema) -> Any:
    """The smallest valid instance."""
    return sample(schema, root, random.Random(0), 0.0)


def sample(schema: Schema, root: Schema, rng: random.Random, share: float) -> Any:
    """A valid instance with about this share of the properties that may be absent."""
    schema = resolve(schema, root)
    if "enum" in schema:
        return rng.choice(schema["enum"])
    match schema.get("type"):
        case "object":
            return {
                key: sample(child, root, rng, share)
                for key, child in schema.get("properties", {}).items()
                if key in schema.get("required", ()) or rng.random() < share
            }
        case "array":
            low = schema.get("minItems", 0)
            high = min(schema.get("maxItems", low + 2), low + 2)
            count = rng.randint(low, high)
            return [sample(schema["items"], root, rng, share) for _ in range(count)]
        case "string":
            return _text(schema, rng)
        case "boolean":
            return rng.random() < 0.5
        case "integer" | "number":
            return _number(schema, rng)
        case _:
            return rng.choice(({"a": [1, None, {"b": "c"}]}, "text", 1.5, True, [None], []))


def _text(schema: Schema, rng: random.Random) -> str:
    if schema.get("format") == "date-time":
        return rng.choice(MOMENTS)
    if schema.get("format") == "uri":
        return "ftp://host.example/file"
    text = "".join(rng.choice(WORDS) for _ in range(rng.randint(0, 4)))
    return text[: schema.get("maxLength", 50)]


def _number(schema: Schema, rng: random.Random) -> float:
    low = int(schema.get("minimum", -1000))
    high = int(schema.get("maximum", max(low, 0) + 10**6))
    if schema["type"] == "integer" or rng.random() < 0.3:
        return rng.randint(low, high)
    value = rng.randint(low * 10, high * 10) / 10
    return value if "multipleOf" in schema else value + rng.choice((0, 0.01, 0.004))


def mutants(schema: Schema, root: Schema, instance: Any, seen: set[str]) -> Iterator[Mutant]:
    """Variations of `instance`, valid or not; `seen` are definitions that were varied before."""
    yield from _mutants(schema, root, instance, "", lambda value: value, seen)


def _mutants(
    schema: Schema,
    root: Schema,
    instance: Any,
    where: str,
    put: Callable[[Any], Any],
    seen: set[str],
) -> Iterator[Mutant]:
    reference = schema.get("$ref")
    schema = resolve(schema, root)
    for wrong in WRONG_TYPES:
        yield Mutant(f"{where or '/'}: {json.dumps(wrong)}", put(wrong))
    key = f"{reference}={json.dumps(schema, sort_keys=True)}"
    if reference is not None and key in seen:
        return
    seen.add(key)
    for value in _values(schema, root, instance):
        yield Mutant(f"{where or '/'}: {json.dumps(value)[:60]}", put(value))
    if not isinstance(instance, dict):
        return
    for key, child in schema.get("properties", {}).items():
        present = instance.get(key, None)
        value = present if key in instance else minimal(child, root)

        def put_member(value: Any, key: str = key) -> Any:
            return put({**instance, key: value})

        yield Mutant(f"{where}/{key}: absent", put(_without(instance, key)))
        yield from _mutants(child, root, value, f"{where}/{key}", put_member, seen)
        target = resolve(child, root)
        if target.get("type") == "array":
            element = value[0] if value else minimal(target["items"], root)
            # Behind others, where there may be others: a reader may look at the first alone.
            last = max(target.get("minItems", 1), min(target.get("maxItems", 2), 2)) - 1

            def put_element(value: Any, key: str = key, rest: Any = element, n: int = last) -> Any:
                return put({**instance, key: [*([rest] * n), value]})

            yield from _mutants(
                target["items"], root, element, f"{where}/{key}/{last}", put_element, seen
            )


def _values(schema: Schema, root: Schema, instance: Any) -> Iterator[Any]:
    """Other values for the place of `instance` that one keyword of `schema` or another judges."""
    if "enum" in schema:
        yield from schema["enum"]
        first = schema["enum"][0]
        yield from (first.upper() + "_", first.lower(), first.swapcase(), first[:-1])
        yield from (f" {first}", f"{first}\n", f"{first}\u0000", f"{first}{HALF}")
        return
    match schema.get("type"):
        case "object":
            for number, name in enumerate(NAMES):
                yield {**instance, name: (1, None)[number % 2]}
            if schema.get("additionalProperties") is not False:
                yield from ({**instance, "extension": value} for value in ANY)
            yield {**instance, "customData": {"vendorId": "v", "extra": [None]}}
            yield {key.upper(): value for key, value in instance.items()}
            yield {_with_underscores(key): value for key, value in instance.items()}
        case "array":
            element = minimal(schema["items"], root)
            low, high = schema.get("minItems", 0), schema.get("maxItems")
            for count in {max(low - 1, 0), low, low + 1, *((high, high + 1) if high else ())}:
                yield [element] * count
        case "string":
            if schema.get("format") == "date-time":
                yield from (*MOMENTS, *NO_MOMENTS)
            elif schema.get("format") == "uri":
                yield from URIS
            else:
                limit = schema.get("maxLength", 100)
                yield from (*WORDS, HALF, f"{HALF}{HALF}", "\udd0c\ud83d")
                for letter in ("x", "é", "⚡", "\U0001f50c"):
                    yield from (letter * limit, letter * (limit + 1))
        case "integer" | "number":
            yield from INTEGERS if schema["type"] == "integer" else NUMBERS
            for limit in (schema[key] for key in ("minimum", "maximum") if key in schema):
                yield from (limit - 1, limit, limit + 1, int(limit), limit - 0.1, limit + 0.1)
        case _:
            yield from ANY


def _with_underscores(key: str) -> str:
    return re.sub("(?=[A-Z])", "_", key).lower()


def _without(instance: Any, key: str) -> Any:
    return {name: value for name, value in instance.items() if name != key}
