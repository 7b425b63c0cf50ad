"""What others than the CSMS allow, in OCPP 2.x: NotifyChargingLimit, ClearedChargingLimit (K11 to
K13, K27); dynamic profiles and priority charging in 2.1 (K21, K22, K28).
"""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.dialects.smart_charging import smart_charging
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.facts.charging_limits import (
    ChargingLimitChanged,
    ChargingLimitCleared,
    PriorityChargingChanged,
)
from pilotwire.station.smart_charging.dynamic import DYNAMIC_LIMITS, DynamicProfiles
from pilotwire.station.smart_charging.priority import PriorityCharging

__all__ = ["BLOCK", "BLOCK_OF_21"]

BLOCK: Block[Dialect] = Block()

BLOCK_OF_21: Block[Dialect] = Block()
"""What 2.0.1 does not know."""


class Limits(Report[Dialect, ChargingLimitChanged]):
    """Each limit is a NotifyChargingLimit."""

    def request(
        self, to: Dialect, fact: ChargingLimitChanged, *, offline: bool
    ) -> v21.NotifyChargingLimitRequest | None:
        """NotifyChargingLimit. To a CSMS of 2.0.1, what is generated locally would be a limit."""
        del offline
        if fact.local_generation and to.version is not OcppVersion.V2_1:
            return None
        schedules = [
            v21.ChargingScheduleType.model_validate_json(each) for each in fact.schedules or ()
        ]
        return v21.NotifyChargingLimitRequest(
            charging_limit=v21.ChargingLimitType(
                charging_limit_source=fact.source,
                is_grid_critical=fact.critical,
                is_local_generation=fact.local_generation or None,
            ),
            charging_schedule=schedules or None,
            evse_id=fact.evse_id or None,
        )


class Cleared(Report[Dialect, ChargingLimitCleared]):
    """Each limit that is taken away is a ClearedChargingLimit."""

    def request(
        self, to: Dialect, fact: ChargingLimitCleared, *, offline: bool
    ) -> v21.ClearedChargingLimitRequest | None:
        """ClearedChargingLimit; not where the CSMS has not heard of it."""
        del offline
        if fact.local_generation and to.version is not OcppVersion.V2_1:
            return None
        return v21.ClearedChargingLimitRequest(
            charging_limit_source=fact.source, evse_id=fact.evse_id or None
        )


class Priority(Report[Dialect, PriorityChargingChanged]):
    """Priority charging that begins or ends is a NotifyPriorityCharging."""

    def request(
        self, to: Dialect, fact: PriorityChargingChanged, *, offline: bool
    ) -> v21.NotifyPriorityChargingRequest:
        """NotifyPriorityCharging (K21.FR.05, K21.FR.08)."""
        del to, offline
        return v21.NotifyPriorityChargingRequest(
            transaction_id=fact.transaction_id, activated=fact.activated
        )


@BLOCK_OF_21.command("UsePriorityCharging", lambda: v21.UsePriorityChargingRequest)
async def use_priority_charging(
    to: Dialect, request: v21.UsePriorityChargingRequest
) -> v21.UsePriorityChargingResponse:
    """K21."""
    smart_charging(to)  # is on
    outcome = to.block(PriorityCharging).use(request.transaction_id, activate=request.activate)
    return v21.UsePriorityChargingResponse(status=outcome.status, status_info=status_info(outcome))


@BLOCK_OF_21.command("UpdateDynamicSchedule", lambda: v21.UpdateDynamicScheduleRequest)
async def update_dynamic_schedule(
    to: Dialect, request: v21.UpdateDynamicScheduleRequest
) -> v21.UpdateDynamicScheduleResponse:
    """K28."""
    smart_charging(to)  # is on
    outcome = to.block(DynamicProfiles).update(request.charging_profile_id, request.schedule_update)
    return v21.UpdateDynamicScheduleResponse(
        status=outcome.status, status_info=status_info(outcome)
    )


class DynamicLimits21:
    """Asks for the limits of dynamic profiles."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def pull(self, profile_id: int) -> v21.ChargingScheduleUpdateType | None:
        """PullDynamicScheduleUpdate (K28.FR.10)."""
        request = v21.PullDynamicScheduleUpdateRequest(charging_profile_id=profile_id)
        response = await self._to.call(request)
        if response.status is not v21.ChargingProfileStatusEnumType.ACCEPTED:
            return None
        return response.schedule_update or v21.ChargingScheduleUpdateType()


BLOCK.report(ChargingLimitChanged, Limits())
BLOCK.report(ChargingLimitCleared, Cleared())
BLOCK_OF_21.report(PriorityChargingChanged, Priority())
BLOCK_OF_21.question(DYNAMIC_LIMITS, DynamicLimits21)
