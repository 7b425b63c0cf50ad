"""Provisioning in OCPP 1.6: boot, heartbeat, reset (4.2, 4.6, 5.14)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.bounds import seconds
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.facts.provisioning import BootAnswer, ResetKind, StationIdentity
from pilotwire.station.provisioning.conversation import PROVISIONING
from pilotwire.station.provisioning.reset import Resets
from pilotwire.station.vocabulary import BootReason, RegistrationStatus, ResetStatus

__all__ = ["BLOCK"]

BLOCK = Block16()
BLOCK.key(Keys.HeartbeatInterval, OCPPCommCtrlr.HeartbeatInterval)
BLOCK.key(Keys.ResetRetries, OCPPCommCtrlr.ResetRetries)
BLOCK.key(Keys.WebSocketPingInterval, OCPPCommCtrlr.WebSocketPingInterval)

_RESETS: Mapping[v16.ResetType, ResetKind] = MappingProxyType(
    {
        v16.ResetType.SOFT: ResetKind.IMMEDIATE,
        v16.ResetType.HARD: ResetKind.FORCED,
    }
)

_REGISTRATION: Mapping[v16.RegistrationStatus, RegistrationStatus] = MappingProxyType(
    {
        v16.RegistrationStatus.ACCEPTED: RegistrationStatus.ACCEPTED,
        v16.RegistrationStatus.PENDING: RegistrationStatus.PENDING,
        v16.RegistrationStatus.REJECTED: RegistrationStatus.REJECTED,
    }
)


class Provisioning16:
    """Asks to be accepted, and shows that the station is alive."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def boot(self, identity: StationIdentity, reason: BootReason) -> BootAnswer:
        """BootNotification (4.2); 1.6 does not ask for the reason."""
        del reason
        response = await self._to.call(
            v16.BootNotificationRequest(
                charge_point_vendor=identity.vendor,
                charge_point_model=identity.model,
                charge_point_serial_number=identity.serial_number,
                firmware_version=identity.firmware_version,
            )
        )
        return BootAnswer(
            _REGISTRATION[response.status], response.current_time, seconds(response.interval)
        )

    async def heartbeat(self) -> datetime:
        """Heartbeat (4.6)."""
        response = await self._to.call(v16.HeartbeatRequest())
        return response.current_time


BLOCK.question(PROVISIONING, Provisioning16)


@BLOCK.command("Reset", lambda: v16.ResetRequest)
async def reset(to: Dialect, request: v16.ResetRequest) -> Answer[v16.ResetResponse]:
    """5.14."""
    outcome = to.block(Resets).reset(_RESETS[request.type])
    rejected = outcome.status is ResetStatus.REJECTED
    status = v16.ResetStatus.REJECTED if rejected else v16.ResetStatus.ACCEPTED
    return Answer(v16.ResetResponse(status=status), outcome.once_sent)
