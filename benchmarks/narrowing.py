"""What it costs to speak 2.0.1 in the types of 2.1: a TransactionEvent with eight samples, from its
parts to the JSON text, made in 2.1 and narrowed, and made in 2.0.1's own types.

And what the way in costs: the same text, read and widened.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from benchmarks.timing import seconds
from pilotwire.ocpp import v21, v201
from pilotwire.ocpp.v201.conversion import narrow, widen

__all__ = ["narrowing"]

_NOW = datetime(2026, 1, 31, 8, 30, tzinfo=UTC)


def narrowing() -> Mapping[str, Mapping[str, float]]:
    """Microseconds, and how many times as long as without the conversion."""
    text = _own()
    if _narrowed() != text:
        raise ValueError("2.1 says something else")
    read = v201.TransactionEventRequest.from_json
    own_out, out, own_in, back = seconds(
        _own, _narrowed, lambda: read(text), lambda: widen(read(text))
    )
    return {
        "TransactionEvent out": _figures(out, own_out),
        "TransactionEvent in": _figures(back, own_in),
    }


def _own() -> str:
    event: v201.TransactionEventRequest = _event(v201)
    return event.to_json()


def _narrowed() -> str:
    event: v21.TransactionEventRequest = _event(v21)
    return narrow(event).to_json()


def _figures(converted: float, own: float) -> Mapping[str, float]:
    return {
        "converted_us": round(converted * 1e6, 2),
        "own_types_us": round(own * 1e6, 2),
        "converted_to_own_types": round(converted / own, 2),
    }


def _event(version: ModuleType) -> Any:
    """The event in the types of a version; `Any`, as both spell it alike."""
    types: Any = version
    measurands = types.MeasurandEnumType

    def sample(value: float, measurand: object, unit: str, phase: object = None) -> Any:
        return types.SampledValueType(
            value=value,
            context=types.ReadingContextEnumType.SAMPLE_PERIODIC,
            measurand=measurand,
            phase=phase,
            unit_of_measure=types.UnitOfMeasureType(unit=unit),
        )

    phases = [types.PhaseEnumType.L1, types.PhaseEnumType.L2, types.PhaseEnumType.L3]
    samples = [
        sample(1204850.5, measurands.ENERGY_ACTIVE_IMPORT_REGISTER, "Wh"),
        sample(11000.0, measurands.POWER_ACTIVE_IMPORT, "W"),
        *(sample(15.9, measurands.CURRENT_IMPORT, "A", phase) for phase in phases),
        *(sample(230.4, measurands.VOLTAGE, "V", phase) for phase in phases),
    ]
    return types.TransactionEventRequest(
        event_type=types.TransactionEventEnumType.UPDATED,
        timestamp=_NOW,
        trigger_reason=types.TriggerReasonEnumType.METER_VALUE_PERIODIC,
        seq_no=7,
        transaction_info=types.TransactionType(
            transaction_id="5f1bb04c-0ef5-4b29-8ae6-cf5b0a9b6a5c",
            charging_state=types.ChargingStateEnumType.CHARGING,
        ),
        evse=types.EVSEType(id=1, connector_id=1),
        meter_value=[types.MeterValueType(timestamp=_NOW, sampled_value=samples)],
    )
