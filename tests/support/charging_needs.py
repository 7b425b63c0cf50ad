"""Vehicles that speak ISO 15118, and a CSMS that makes schedules for them."""

from collections.abc import Sequence
from datetime import datetime

from pilotwire.hal.simulated import SimulatedEvse
from pilotwire.ocpp import v21
from tests.support.scene import Scene

__all__ = ["answer_needs", "periods", "tx_profile", "watts"]

Periods = Sequence[tuple[int, float]]
"""Seconds from the beginning, and the limit from then on."""


def answer_needs(s: Scene, status: str) -> None:
    """Let the CSMS answer so to what a vehicle needs."""
    s.csms.answer(
        v21.NotifyEVChargingNeedsRequest,
        lambda _: v21.NotifyEVChargingNeedsResponse(
            status=v21.NotifyEVChargingNeedsStatusEnumType(status)
        ),
    )
    s.csms.answer(
        v21.NotifyEVChargingScheduleRequest,
        lambda _: v21.NotifyEVChargingScheduleResponse(status=v21.GenericStatusEnumType.ACCEPTED),
    )


def tx_profile(
    transaction_id: str,
    *schedules: Periods,
    profile_id: int = 1,
    stack_level: int = 0,
    unit: str = "A",
    duration: int | None = None,
    start: datetime | None = None,
) -> v21.SetChargingProfileRequest:
    """A profile for a transaction at EVSE 1; its schedules have the ids 11, 12 and 13. Without a
    `start` it is a relative one.
    """
    kinds = v21.ChargingProfileKindEnumType
    return v21.SetChargingProfileRequest(
        evse_id=1,
        charging_profile=v21.ChargingProfileType(
            id=profile_id,
            stack_level=stack_level,
            charging_profile_purpose=v21.ChargingProfilePurposeEnumType.TX_PROFILE,
            charging_profile_kind=kinds.RELATIVE if start is None else kinds.ABSOLUTE,
            transaction_id=transaction_id,
            charging_schedule=tuple(
                v21.ChargingScheduleType(
                    id=10 + number,
                    start_schedule=start,
                    duration=duration,
                    charging_rate_unit=v21.ChargingRateUnitEnumType(unit),
                    charging_schedule_period=periods(*each),
                )
                for number, each in enumerate(schedules, start=1)
            ),
        ),
    )


def periods(*each: tuple[int, float]) -> tuple[v21.ChargingSchedulePeriodType, ...]:
    """The periods of a schedule."""
    return tuple(
        v21.ChargingSchedulePeriodType(start_period=start, limit=limit) for start, limit in each
    )


def watts(evse: SimulatedEvse) -> list[float]:
    """The steps of the schedule that the vehicle has taken."""
    assert evse.vehicle is not None
    assert evse.vehicle.talk is not None
    schedule = evse.vehicle.talk.schedule
    return [] if schedule is None else [step.power_w for step in schedule.steps]
