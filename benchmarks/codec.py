"""A payload's way from bytes to a typed message and back, against a peer and a floor.

- The peer: mobilityhouse `ocpp` validates the decoded payload with `jsonschema`; its decoding, its
  dataclasses and the thread that it does this in are not counted. Our validation of the decoded
  payload, which makes the typed message, stands beside it.
- The floor: `pydantic_core` reads and writes the same bytes without looking at what they say.
- The bare models: pydantic models of the same shape that check and convert nothing but times.

The smallest messages are all overhead: a call from Python into pydantic-core and back takes longer
than the floor needs for their few bytes. The largest are all objects, which no pydantic model is
spared.
"""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

import ocpp.messages  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]  # it has no types
from pydantic_core import from_json, to_json

from benchmarks.payloads import PAYLOADS, Payload
from benchmarks.plain import plain
from benchmarks.timing import seconds
from pilotwire.ocpp.base import Message

PACKAGES = {"1.6": "v16", "2.0.1": "v201", "2.1": "v21"}


def codec() -> Mapping[str, Mapping[str, float]]:
    """Per message, and of all together: microseconds for each way, and the ratios."""
    times = {f"{p.version} {p.message}": _times(p) for p in PAYLOADS}
    together = [sum(column) for column in zip(*times.values(), strict=True)]
    return {name: _figures(*row) for name, row in {**times, "all together": together}.items()}


def _times(payload: Payload) -> list[float]:
    text = to_json(payload.wire)
    return seconds(
        *(_typed(payload, text), _validation(payload)),
        *(_floor(text), _bare(payload, text), _peer(payload)),
    )


def _figures(
    typed: float, validation: float, floor: float, bare: float, peer: float
) -> Mapping[str, float]:
    return {
        "typed_us": round(typed * 1e6, 2),
        "validation_us": round(validation * 1e6, 2),
        "floor_us": round(floor * 1e6, 2),
        "bare_models_us": round(bare * 1e6, 2),
        "mobilityhouse_us": round(peer * 1e6, 2),
        "typed_to_floor": round(typed / floor, 2),
        "typed_to_bare_models": round(typed / bare, 2),
        "mobilityhouse_to_typed": round(peer / typed, 1),
        "mobilityhouse_to_validation": round(peer / validation, 1),
    }


def _kind(payload: Payload) -> type[Message]:
    package = importlib.import_module(f"pilotwire.ocpp.{PACKAGES[payload.version]}")
    kind: type[Message] = getattr(package, payload.message)
    return kind


def _typed(payload: Payload, text: bytes) -> Callable[[], str]:
    kind = _kind(payload)
    if from_json(kind.from_json(text).to_json()) != payload.wire:
        raise ValueError(f"{payload.message} does not come back as it was")
    return lambda: kind.from_json(text).to_json()


def _validation(payload: Payload) -> Callable[[], Message]:
    kind = _kind(payload)
    return lambda: kind.from_wire(payload.wire)


def _floor(text: bytes) -> Callable[[], bytes]:
    return lambda: to_json(from_json(text))


def _bare(payload: Payload, text: bytes) -> Callable[[], bytes]:
    kind = plain(_kind(payload))
    validator, serializer = kind.__pydantic_validator__, kind.__pydantic_serializer__
    return lambda: serializer.to_json(
        validator.validate_json(text), by_alias=True, exclude_none=True
    )


def _peer(payload: Payload) -> Callable[[], None]:
    action = payload.message.removesuffix("Request").removesuffix("Response")
    if payload.message.endswith("Response"):
        frame = ocpp.messages.CallResult("1", payload.wire, action)
    else:
        frame = ocpp.messages.Call("1", action, payload.wire)
    # The public function hands this one to a thread, which would only make it slower.
    validate: Any = vars(ocpp.messages)["_validate_payload"]

    def work() -> None:
        frame.payload = payload.wire  # it is replaced when there are decimals in it
        validate(frame, payload.version)

    return work
