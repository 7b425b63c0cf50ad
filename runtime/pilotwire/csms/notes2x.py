"""What messages of OCPP 2.x tell of sessions and values, for the records."""

import math
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from pilotwire.csms.records import Reading, Session
from pilotwire.ocpp import v21

__all__ = ["note", "values"]


def note(session: Session, request: v21.TransactionEventRequest) -> None:
    """Enter what a TransactionEvent, whose number is new, tells into its session."""
    kinds = v21.TransactionEventEnumType
    if request.event_type is kinds.STARTED:
        session.started = request.timestamp
    if request.evse is not None:
        session.evse_id = request.evse.id
        session.connector_id = request.evse.connector_id or session.connector_id
    if request.id_token is not None and session.token is None:
        session.token = request.id_token.id_token
    readings = list(_readings(request.meter_value or ()))
    session.add(readings)
    registers = [reading.register_wh for reading in readings if reading.register_wh is not None]
    if registers and request.event_type is kinds.STARTED and session.meter_start_wh is None:
        session.meter_start_wh = registers[0]
    if registers and request.event_type is kinds.ENDED and session.meter_stop_wh is None:
        session.meter_stop_wh = registers[-1]


def values(request: v21.NotifyPeriodicEventStream) -> Iterator[tuple[datetime, str]]:
    """What a message of a periodic event stream holds, and when it was so."""
    for element in request.data:
        try:
            yield request.basetime + timedelta(seconds=element.t), element.v
        except OverflowError:
            continue  # no time that there is


def _readings(values: Iterable[v21.MeterValueType]) -> Iterator[Reading]:
    for value in values:
        for sample in value.sampled_value:
            unit = sample.unit_of_measure or v21.UnitOfMeasureType()
            number = _scaled(sample.value, unit.multiplier)
            if number is not None:
                yield Reading(
                    at=value.timestamp,
                    value=number,
                    measurand=sample.measurand.value,
                    unit=unit.unit,
                    context=sample.context.value,
                    phase=None if sample.phase is None else sample.phase.value,
                )


def _scaled(value: float, multiplier: int) -> float | None:
    try:
        number = value * 10.0**multiplier
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
