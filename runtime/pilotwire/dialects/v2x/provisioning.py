"""Provisioning in OCPP 2.x: boot, heartbeat, reset (B01 to B04, B11, B12, G02)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.bounds import seconds
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.facts.provisioning import BootAnswer, ResetKind, StationIdentity
from pilotwire.station.provisioning.conversation import PROVISIONING
from pilotwire.station.provisioning.reset import Resets
from pilotwire.station.vocabulary import BootReason

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()

_RESETS: Mapping[v21.ResetEnumType, ResetKind] = MappingProxyType(
    {
        v21.ResetEnumType.IMMEDIATE: ResetKind.IMMEDIATE,
        v21.ResetEnumType.IMMEDIATE_AND_RESUME: ResetKind.AND_RESUME,
        v21.ResetEnumType.ON_IDLE: ResetKind.ON_IDLE,
    }
)


class Provisioning2x:
    """Asks to be accepted, and shows that the station is alive."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def boot(self, identity: StationIdentity, reason: BootReason) -> BootAnswer:
        """BootNotification (B01)."""
        response = await self._to.call(
            v21.BootNotificationRequest(
                reason=reason,
                charging_station=v21.ChargingStationType(
                    vendor_name=identity.vendor,
                    model=identity.model,
                    serial_number=identity.serial_number,
                    firmware_version=identity.firmware_version,
                ),
            )
        )
        return BootAnswer(response.status, response.current_time, seconds(response.interval))

    async def heartbeat(self) -> datetime:
        """Heartbeat (G02)."""
        response = await self._to.call(v21.HeartbeatRequest())
        return response.current_time


BLOCK.question(PROVISIONING, Provisioning2x)


@BLOCK.command("Reset", lambda: v21.ResetRequest)
async def reset(to: Dialect, request: v21.ResetRequest) -> Answer[v21.ResetResponse]:
    """B11, B12, B13."""
    outcome = to.block(Resets).reset(_RESETS[request.type], request.evse_id)
    response = v21.ResetResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)
