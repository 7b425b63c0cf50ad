"""Vehicles that speak ISO 15118, in OCPP 2.x: NotifyEVChargingNeeds and NotifyEVChargingSchedule
(K15 to K17).
"""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Response
from pilotwire.station.facts.vehicle_schedule import VehicleScheduleAnswered, VehicleScheduleTaken
from pilotwire.station.smart_charging.needs import NEEDS, ToldNeeds
from pilotwire.station.vocabulary import ChargingNeedsStatus

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class Needs2x:
    """Tells what vehicles need."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    @property
    def tells_late(self) -> bool:
        """2.0.1 has no word for when needs were told (its errata, 2.43)."""
        return self._to.version is OcppVersion.V2_1

    async def charging_needs(self, told: ToldNeeds) -> ChargingNeedsStatus:
        """NotifyEVChargingNeeds (K15.FR.01, K17.FR.01)."""
        request = v21.NotifyEVChargingNeedsRequest(
            evse_id=told.evse_id,
            max_schedule_tuples=told.max_schedule_tuples,
            charging_needs=told.needs,
            timestamp=told.at,
        )
        return (await self._to.call(request)).status


class Schedules(Report[Dialect, VehicleScheduleTaken]):
    """What a vehicle is going to take."""

    def request(
        self, to: Dialect, fact: VehicleScheduleTaken, *, offline: bool
    ) -> v21.NotifyEVChargingScheduleRequest:
        """NotifyEVChargingSchedule (K15.FR.10, K15.FR.21)."""
        del offline
        # 2.0.1 has no word for it, and 2.1 none for a negative one.
        known = (
            fact.selected is not None
            and fact.selected >= 0
            and to.version is not OcppVersion.V2_0_1
        )
        return v21.NotifyEVChargingScheduleRequest(
            time_base=fact.timestamp,
            evse_id=fact.evse_id,
            charging_schedule=v21.ChargingScheduleType.model_validate_json(fact.schedule),
            selected_charging_schedule_id=fact.selected if known else None,
        )

    def answered(
        self, to: Dialect, fact: VehicleScheduleTaken, wire: object, response: Response | None
    ) -> VehicleScheduleAnswered:
        """K15.FR.11, K15.FR.12."""
        del to, wire
        accepted = (
            isinstance(response, v21.NotifyEVChargingScheduleResponse)
            and response.status is v21.GenericStatusEnumType.ACCEPTED
        )
        return VehicleScheduleAnswered(fact, accepted)


BLOCK.question(NEEDS, Needs2x)
BLOCK.report(VehicleScheduleTaken, Schedules())
