"""A payload's way from text to a typed message and back, against JSON alone (the floor) and against
JSON checked with `jsonschema` (what a library without types does).
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from jsonschema.validators import validator_for

from benchmarks.timing import seconds
from pilotwire.ocpp import v201

SCHEMA = Path(__file__).resolve().parent.parent / "schemas/ocpp201/TransactionEventRequest.json"

MESSAGE = v201.TransactionEventRequest(
    event_type=v201.TransactionEventEnumType.UPDATED,
    timestamp=datetime(2025, 1, 1, tzinfo=UTC),
    trigger_reason=v201.TriggerReasonEnumType.METER_VALUE_PERIODIC,
    seq_no=7,
    transaction_info=v201.TransactionType(
        transaction_id="5f1bb04c-0ef5-4b29-8ae6-cf5b0a9b6a5c",
        charging_state=v201.ChargingStateEnumType.CHARGING,
    ),
    meter_value=[
        v201.MeterValueType(
            timestamp=datetime(2025, 1, 1, tzinfo=UTC),
            sampled_value=[v201.SampledValueType(value=float(n)) for n in range(4)],
        )
    ],
)


def messages() -> Mapping[str, float]:
    """Microseconds for each way, and the two ratios."""
    text = MESSAGE.to_json()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema)

    def typed() -> str:
        return v201.TransactionEventRequest.from_json(text).to_json()

    def floor() -> str:
        return json.dumps(json.loads(text))

    def checked() -> str:
        payload = json.loads(text)
        validator.validate(payload)
        return json.dumps(payload)

    times = {work.__name__: seconds(work) * 1e6 for work in (typed, floor, checked)}
    return {
        **{f"{name}_us": round(time, 2) for name, time in times.items()},
        "typed_to_floor": round(times["typed"] / times["floor"], 2),
        "checked_to_typed": round(times["checked"] / times["typed"], 2),
    }
