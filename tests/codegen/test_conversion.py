"""Messages go from 2.0.1 to 2.1 and back: what is sent is valid, and nothing is lost in silence.

Judged by the schemas of both versions: random instances of every message, in both directions.
"""

import importlib
import itertools
import json
import random
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from pilotwire.ocpp.base import Message
from pilotwire.ocpp.v201.conversion import (
    Loss,
    LossKind,
    NarrowingError,
    narrow_any,
    widen_any,
)
from tests.codegen.instances import SAMPLES, SEED, Schema, mutants, resolve, sample
from tests.codegen.test_differential import is_sendable, patched, reference

MESSAGES = sorted(patched("ocpp201"))
ADDED = {"eventNotificationType": "CustomMonitor"}
"""What 2.0.1 does not have and 2.1 requires, so that widening adds it, and taking it off again is
no loss."""
FILLED = {"ocppVersion": "OCPP20", "publicKey": "", "signingMethod": ""}
"""What 2.0.1 requires and 2.1 does not, so that narrowing adds it."""
VENDORS: dict[str, Any] = {
    "vendorId": "com.example",
    "vendor_id": None,
    "action": ["", {"a": None}],
    "été": 1.5,
}
"""Vendor's data, with names that mean something in Python."""


def model(version: str, message: str) -> type[Message]:
    found: type[Message] = getattr(importlib.import_module(f"pilotwire.ocpp.{version}"), message)
    return found


def instances(set_name: str, message: str) -> Iterator[Any]:
    """Valid ones: random, with vendor's data, and variations of each, at every limit."""
    schema = patched(set_name)[message]
    rng = random.Random(f"{SEED} {set_name} {message}")
    count = 0
    for number in itertools.count():
        instance = sample(schema, schema, rng, (1.0, 0.0, 0.5, 0.8)[number % 4])
        if number % 4 == 3:
            instance = with_vendors(schema, schema, instance, rng)
        others = list(mutants(schema, schema, instance, set()))
        chosen = [value for _, value in rng.sample(others, min(60, len(others)))]
        for candidate in (instance, *chosen):
            if reference(set_name, message).is_valid(candidate) and is_readable(candidate):
                count += 1
                yield candidate
        if number >= 11 and (count >= SAMPLES // 2 or number >= SAMPLES):
            return


def is_readable(instance: Any) -> bool:
    """Whether the models do not differ from the schema on purpose (see test_differential)."""
    text = json.dumps(instance)
    big = any(abs(number) >= 2**53 for number in numbers(instance))
    return is_sendable(instance) and not big and text.count("[") + text.count("{") < 100


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def with_vendors(schema: Schema, root: Schema, instance: Any, rng: random.Random) -> Any:
    """The instance with vendor's data in all of its objects, or in some."""
    schema = resolve(schema, root)
    if schema.get("type") == "array":
        return [with_vendors(schema["items"], root, item, rng) for item in instance]
    if schema.get("type") != "object" or schema.get("additionalProperties") is not False:
        return instance
    properties = schema.get("properties", {})
    inside = {
        key: with_vendors(properties[key], root, value, rng) for key, value in instance.items()
    }
    return {**inside, "customData": VENDORS} if rng.random() < 0.7 else inside


@pytest.mark.parametrize("message", MESSAGES)
def test_what_2_0_1_says_comes_back_from_2_1_as_it_was(message: str) -> None:
    kind, wide = model("v201", message), model("v21", message)
    added = ADDED if message == "NotifyMonitoringReportRequest" else ()
    judged = 0
    for instance in instances("ocpp201", message):
        judged += 1
        where = f"PILOTWIRE_SEED={SEED}: {json.dumps(instance)}"
        original = kind.from_wire(instance)

        widened = widen_any(original)
        losses: list[Loss] = []
        back = narrow_any(widened, losses.append)

        assert type(widened) is wide, where
        assert without(widened.to_wire(), added) == without(original.to_wire(), added), where
        assert back == original, where
        assert hash(back) == hash(original), where
        assert back.to_json() == original.to_json(), where
        assert given(back) == given(original), where
        assert not losses, where
        if not reference("ocpp21", message).is_valid(widened.to_wire()):
            continue  # beyond a limit that only 2.1 has
        # As any message that was read.
        read = wide.from_wire(widened.to_wire())
        assert widened == read, where
        assert hash(widened) == hash(read), where
        assert widened.to_json() == read.to_json(), where
        assert given(widened) == given(read), where
        assert widened.replace() == read, where
    assert judged >= 12


def given(message: Message) -> Any:
    """What was given to it, at every level; no fewer than what is there."""
    return message.model_dump(exclude_unset=True)


def without(wire: Any, names: Iterable[str]) -> Any:
    """The same without some properties, wherever they are."""
    if isinstance(wire, dict):
        return {key: without(value, names) for key, value in wire.items() if key not in names}
    return [without(item, names) for item in wire] if isinstance(wire, list) else wire


@pytest.mark.parametrize("message", MESSAGES)
def test_what_2_1_says_is_valid_in_2_0_1_or_refused_and_no_loss_is_silent(message: str) -> None:
    kind = model("v21", message)
    narrowed_to = model("v201", message)
    judge = reference("ocpp201", message)
    judged = 0
    for instance in instances("ocpp21", message):
        judged += 1
        where = f"PILOTWIRE_SEED={SEED}: {json.dumps(instance)}"
        original = kind.from_wire(instance)
        sent = original.to_wire()
        losses: list[Loss] = []
        narrowed = narrowed_or_error(original, losses)
        if isinstance(narrowed, NarrowingError):
            assert not losses, where
            assert not judge.is_valid(pruned(message, sent)), f"{narrowed}: {where}"
            assert narrowed.action == original.action, where
            continue
        wire = narrowed.to_wire()
        assert type(narrowed) is narrowed_to, where
        judge.validate(wire)
        told = {loss.path: loss.kind for loss in losses}
        assert len(told) == len(losses), where
        assert all(loss.action == original.action for loss in losses), where
        rest = dict(told)
        compare(sent, wire, "", rest)
        assert not rest, f"told, but not lost: {rest}: {where}"
        if judge.is_valid(pruned(message, sent)) and not set(told.values()) - {LossKind.NO_FIELD}:
            assert wire == pruned(message, sent), where
    assert judged >= 12


def narrowed_or_error(message: Message, losses: list[Loss]) -> Message | NarrowingError:
    try:
        return narrow_any(message, losses.append)
    except NarrowingError as error:
        return error


def pruned(message: str, instance: Any) -> Any:
    """The instance without the properties that the schema of 2.0.1 does not know."""
    root = patched("ocpp201")[message]

    def prune(schema: Schema, value: Any) -> Any:
        schema = resolve(schema, root)
        if isinstance(value, list) and schema.get("type") == "array":
            return [prune(schema["items"], item) for item in value]
        closed = schema.get("additionalProperties") is False
        if not isinstance(value, dict) or not closed:
            return value
        known = schema.get("properties", {})
        return {key: prune(known[key], item) for key, item in value.items() if key in known}

    return prune(root, instance)


def compare(wide: Any, narrow: Any, path: str, told: dict[str, LossKind]) -> None:
    """Hold what came out against what went in; takes out of `told` what explains a difference."""
    if isinstance(wide, dict) and isinstance(narrow, dict):
        for key, value in wide.items():
            inner = f"{path}.{key}" if path else key
            if key in narrow:
                compare(value, narrow[key], inner, told)
            elif told.get(inner) is LossKind.NO_FIELD:
                del told[inner]
            elif key not in ADDED or ADDED[key] != value:
                # A list of which everything was left out.
                assert isinstance(value, list), f"{inner} is lost"
                compare(value, [], inner, told)
        for key in narrow.keys() - wide.keys():
            assert narrow[key] == FILLED[key], f"{path}.{key} is invented"
    elif isinstance(wide, list) and isinstance(narrow, list):
        left = [
            index
            for index in range(len(wide))
            if told.get(f"{path}[{index}]") is not LossKind.LEFT_OUT
        ]
        for index in set(range(len(wide))) - set(left):
            del told[f"{path}[{index}]"]
        assert len(left) == len(narrow), f"{path} is too short"
        for index, item in zip(left, narrow, strict=True):
            compare(wide[index], item, f"{path}[{index}]", told)
    elif wide != narrow:
        assert explains(told.pop(path, None), wide, narrow), f"{path} has changed"


def explains(kind: LossKind | None, wide: Any, narrow: Any) -> bool:
    match kind:
        case LossKind.ROUNDED:
            return isinstance(narrow, int) and abs(narrow - wide) <= 1  # 1 - 5e-324 is 1
        case LossKind.CUT:
            return bool(wide.startswith(narrow))
        case _:
            return kind is LossKind.REPLACED
