"""Models and schemas accept the same: every message, every constraint, as objects and as JSON text.

Deliberate differences, all of them:

- `multipleOf` counts decimals, not binary remainders: 21.4 is a multiple of 0.1. The reference here
  is told the same, as it would refuse 21.4 otherwise.
- A leap second (`23:59:60`) is RFC 3339; the reference's format check does not know it.
- An instant that is outside the years 1 to 9999 in UTC cannot be held, and is refused.
- A text with half of a surrogate pair cannot be sent, and is refused.
- A number is a double: beyond 2**53 an integer that stands for a number loses its last digits, and
  what is beyond the doubles is refused.
- A newline after a date-time is refused; the reference's pattern overlooks it.
- Any JSON that is nested more than 128 levels deep is refused.
"""

import importlib
import itertools
import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from codegen.editions import read_versions
from codegen.generate import read_schemas
from codegen.patch import Schemas, apply_errata, load_errata
from pilotwire.ocpp.base import Message
from tests.codegen.instances import SAMPLES, SEED, Mutant, minimal, mutants, sample, validator

SCHEMAS = Path(__file__).parents[2] / "schemas"
MUTANTS_A_SAMPLE = 30

SETS = [(version.name, name) for version in read_versions(SCHEMAS) for name in version.sets]


@cache
def patched(set_name: str) -> Schemas:
    sets = {name: read_schemas(SCHEMAS / name) for _, name in SETS}
    return apply_errata(sets, load_errata(SCHEMAS / "errata"))[set_name]


def messages() -> list[Any]:
    return [
        pytest.param(version, set_name, message, id=f"{version}-{message}")
        for version, set_name in SETS
        for message in patched(set_name)
    ]


@cache
def reference(set_name: str, message: str) -> Any:
    return validator(patched(set_name)[message])


def model(version: str, message: str) -> type[Message]:
    found: type[Message] = getattr(importlib.import_module(f"pilotwire.ocpp.{version}"), message)
    assert issubclass(found, Message)
    return found


def read(kind: type[Message], instance: Any, text: str) -> Message | None:
    """The message, if object and text are both accepted; they must be, or both refused."""
    of_object = or_none(lambda: kind.from_wire(instance))
    of_text = or_none(lambda: kind.from_json(text))
    assert of_object == of_text, f"object and text differ: {text}"
    return of_object


def or_none(build: Callable[[], Message]) -> Message | None:
    try:
        return build()
    except ValidationError:
        return None


def judge(version: str, set_name: str, message: str, what: str, instance: Any) -> None:
    text = json.dumps(instance)
    expected = reference(set_name, message).is_valid(instance) and is_sendable(instance)
    found = read(model(version, message), instance, text)
    assert (found is not None) == expected, f"{what}: schema says {expected} to {text}"
    if found is None:
        return
    # The last of two properties of one name counts.
    again = json.dumps(instance, ensure_ascii=False, indent=1)[1:]
    twice = f"{{{json.dumps(next(iter(instance)))}: null,{again}" if instance else text
    assert type(found).from_json(twice.encode()) == found, f"{what}: {twice}"
    wire = found.to_wire()
    assert reference(set_name, message).is_valid(wire), f"{what}: writes what breaks the schema"
    assert json.loads(found.to_json()) == wire
    assert type(found).from_wire(wire) == found
    assert wire == without_precision(instance, wire), f"{what}: {text} became {wire}"


def is_sendable(instance: Any) -> bool:
    try:
        json.dumps(instance, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def without_precision(sent: Any, written: Any) -> Any:
    """`sent`, with instants as they were written: in UTC and milliseconds."""
    if isinstance(sent, dict) and isinstance(written, dict):
        return {key: without_precision(value, written.get(key)) for key, value in sent.items()}
    if isinstance(sent, list) and isinstance(written, list) and len(sent) == len(written):
        return [without_precision(*pair) for pair in zip(sent, written, strict=True)]
    is_instant = isinstance(sent, str) and isinstance(written, str) and written.endswith("Z")
    return written if is_instant and sent[4:5] == "-" and str(sent)[10:11] in "Tt" else sent


@cache
def varied(version: str) -> set[str]:
    """Definitions whose inside has been varied in an earlier message of this version."""
    return set()


def instances(version: str, schema: Any, rng: random.Random) -> Iterator[Mutant]:
    """What is judged: every variation of the smallest instance, then, as long as that is not
    enough, random instances and some variations of each.

    The random ones are the same whatever went before, but more of them when a test runs after
    others, which varied the definitions already.
    """
    count = 0
    for mutant in mutants(schema, schema, minimal(schema, schema), varied(version)):
        count += 1
        yield mutant
    for number in itertools.count():
        instance = sample(schema, schema, rng, (1.0, 0.0, 0.5)[number % 3])
        yield Mutant(f"sample {number}", instance)
        if number >= 2 and count >= SAMPLES:
            return
        others = list(mutants(schema, schema, instance, set()))
        chosen = rng.sample(others, min(MUTANTS_A_SAMPLE, len(others)))
        yield from (Mutant(f"sample {number}, {what}", value) for what, value in chosen)
        count += 1 + len(chosen)


@pytest.mark.parametrize(("version", "set_name", "message"), messages())
def test_schema_and_model_agree(version: str, set_name: str, message: str) -> None:
    rng = random.Random(f"{SEED} {version} {message}")
    judged = 0
    for what, instance in instances(version, patched(set_name)[message], rng):
        judge(version, set_name, message, f"{what}, PILOTWIRE_SEED={SEED}", instance)
        judged += 1
    assert judged >= SAMPLES


@pytest.mark.parametrize(
    ("moment", "accepted"),
    [
        ("2016-12-31T23:59:60Z", True),
        ("0000-01-01T00:00:00Z", False),
        ("0001-01-01T00:00:00+01:00", False),
        ("9999-12-31T23:59:59-00:01", False),
        ("2026-01-31T08:30:00Z\n", False),
    ],
)
def test_instants_where_we_differ(moment: str, accepted: bool) -> None:
    answer = {"currentTime": moment}
    found = read(model("v201", "HeartbeatResponse"), answer, json.dumps(answer))
    assert (found is not None) == accepted


@pytest.mark.parametrize("value", [10**400, -(10**309)])
def test_a_number_beyond_the_doubles_is_refused(value: int) -> None:
    cost = {"totalCost": value, "transactionId": "1"}
    assert reference("ocpp201", "CostUpdatedRequest").is_valid(cost)
    assert read(model("v201", "CostUpdatedRequest"), cost, json.dumps(cost)) is None


SCHEDULE = '{"chargingRateUnit": "A", "chargingSchedulePeriod": [{"startPeriod": 0, "limit": %s}]}'


@pytest.mark.parametrize(
    "number",
    [
        "1e2",
        "1E+2",
        "100e-2",
        "0.1e1",
        "-0",
        "-0.0",
        "1.00",
        "1e-400",
        "0.30",
        "9007199254740993.0",
    ],
)
@pytest.mark.parametrize(
    ("version", "set_name", "message", "text"),
    [
        ("v16", "ocpp16", "UnlockConnectorRequest", '{"connectorId": %s}'),
        ("v201", "ocpp201", "UnlockConnectorRequest", '{"connectorId": %s, "evseId": 1}'),
        ("v201", "ocpp201", "CostUpdatedRequest", '{"transactionId": "1", "totalCost": %s}'),
        ("v201", "ocpp201", "DataTransferRequest", '{"vendorId": "v", "data": [%s]}'),
        (
            "v16",
            "ocpp16",
            "GetCompositeScheduleResponse",
            f'{{"status": "Accepted", "chargingSchedule": {SCHEDULE}}}',
        ),
    ],
)
def test_numbers_may_be_spelled_otherwise(
    version: str, set_name: str, message: str, text: str, number: str
) -> None:
    spelled = text % number
    expected = reference(set_name, message).is_valid(json.loads(spelled))

    found = read(model(version, message), json.loads(spelled), spelled)

    assert (found is not None) == expected


@pytest.mark.parametrize("nested", ["[", '{"a":'])
def test_json_that_is_nested_too_deep_is_refused(nested: str) -> None:
    kind = model("v201", "DataTransferRequest")
    closing = "]" if nested == "[" else "}"
    texts = [
        '{"vendorId":"v","data":' + nested * depth + "0" + closing * depth + "}"
        for depth in (128, 129, 300)
    ]

    assert [read(kind, json.loads(text), text) is None for text in texts] == [False, True, True]
    endless = '{"vendorId":"v","data":' + nested * 1_000_000
    assert or_none(lambda: kind.from_json(endless)) is None
