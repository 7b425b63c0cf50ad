"""What the CSMS makes of the needs of vehicles that speak ISO 15118: charging schedules (K15, K17).

The policy is a simple one: a vehicle that says when it leaves gets what it wants in even parts
until then, with a tenth more than that; one that does not gets as much as it takes.
"""

from datetime import datetime
from typing import Final

from pilotwire.csms.records import Session
from pilotwire.ocpp import v21

__all__ = ["Planner"]

PROFILE_ID: Final = 151180
"""That of the profile at EVSE 1; each EVSE has its own, from there on."""

RESERVE: Final = 1.1

VOLTS: Final = 230.0
"""Phase to neutral, as is usual in Europe."""

_PHASES: Final = {
    v21.EnergyTransferModeEnumType.AC_SINGLE_PHASE: 1,
    v21.EnergyTransferModeEnumType.AC_TWO_PHASE: 2,
    v21.EnergyTransferModeEnumType.AC_THREE_PHASE: 3,
}
_TOLERANCE: Final = 1.001


class Planner:
    """Makes the schedules of one station."""

    def __init__(self) -> None:
        self._given: dict[int, v21.ChargingScheduleType] = {}

    def plan(
        self, request: v21.NotifyEVChargingNeedsRequest, session: Session | None, now: datetime
    ) -> v21.SetChargingProfileRequest | None:
        """What follows from the needs of a vehicle in a session; None where there is nothing to be
        made of them.
        """
        schedule = None if session is None else _schedule(request.charging_needs, now)
        if session is None or schedule is None:
            return None
        self._given[request.evse_id] = schedule
        return v21.SetChargingProfileRequest(
            evse_id=request.evse_id,
            charging_profile=v21.ChargingProfileType(
                id=PROFILE_ID + request.evse_id - 1,
                stack_level=0,
                charging_profile_purpose=v21.ChargingProfilePurposeEnumType.TX_PROFILE,
                charging_profile_kind=v21.ChargingProfileKindEnumType.RELATIVE,
                transaction_id=str(session.transaction_id),
                charging_schedule=(schedule,),
            ),
        )

    def fits(self, request: v21.NotifyEVChargingScheduleRequest) -> bool:
        """Whether what a vehicle is going to take is within what was made for it (K15.FR.11)."""
        given, taken = self._given.get(request.evse_id), request.charging_schedule
        if given is None or given.charging_rate_unit is not taken.charging_rate_unit:
            return True
        limit = given.charging_schedule_period[0].limit or 0.0
        return all(
            (each.limit or 0.0) <= limit * _TOLERANCE + 0.1
            for each in taken.charging_schedule_period
        )


def _schedule(needs: v21.ChargingNeedsType, now: datetime) -> v21.ChargingScheduleType | None:
    hours = None
    if needs.departure_time is not None:
        hours = max((needs.departure_time - now).total_seconds() / 3600, 0.0)
    ac, dc = needs.ac_charging_parameters, needs.dc_charging_parameters
    if ac is not None:
        phases = _PHASES.get(needs.requested_energy_transfer, 3)
        even = _even(ac.energy_amount, hours)
        most = ac.ev_max_current
        limit = most if even is None else min(max(even / VOLTS / phases, ac.ev_min_current), most)
        return _made(v21.ChargingRateUnitEnumType.A, limit)
    if dc is None:
        return None
    power = dc.ev_max_power
    most = dc.ev_max_current * dc.ev_max_voltage if power is None else power
    even = None if dc.energy_amount is None else _even(dc.energy_amount, hours)
    return _made(v21.ChargingRateUnitEnumType.W, most if even is None else min(even, most))


def _even(energy_wh: float, hours: float | None) -> float | None:
    """The power with which so much is there in time; None where there is no hurry to know of."""
    return None if not hours else RESERVE * energy_wh / hours


def _made(unit: v21.ChargingRateUnitEnumType, limit: float) -> v21.ChargingScheduleType:
    period = v21.ChargingSchedulePeriodType(start_period=0, limit=round(limit, 1))
    return v21.ChargingScheduleType(
        id=1, charging_rate_unit=unit, charging_schedule_period=(period,)
    )
