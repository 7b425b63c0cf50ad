"""Firmware in OCPP 2.x: UpdateFirmware, FirmwareStatusNotification (L01, L02)."""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.dialects.firmware import firmware_request, updates_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.facts.firmware import FirmwareStatusTold
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import FirmwareStatus

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("UpdateFirmware", lambda: v21.UpdateFirmwareRequest)
async def update_firmware(
    to: Dialect, request: v21.UpdateFirmwareRequest
) -> Answer[v21.UpdateFirmwareResponse]:
    """L01, L02."""
    outcome = updates_of(to, request.action).request(firmware_request(request))
    response = v21.UpdateFirmwareResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)


class FirmwareStatusNotifications(Report[Dialect, FirmwareStatusTold]):
    """Each state is a FirmwareStatusNotification."""

    def request(
        self, to: Dialect, fact: FirmwareStatusTold, *, offline: bool
    ) -> v21.FirmwareStatusNotificationRequest | None:
        """FirmwareStatusNotification; of an update that 1.6 has asked for in its own way nothing is
        told, as it has no id (L01.FR.20). 2.0.1 has no room for the reason.
        """
        del offline
        if fact.plain and fact.status is not FirmwareStatus.IDLE:
            return None
        why = Outcome(fact.status, fact.reason, fact.text)
        return v21.FirmwareStatusNotificationRequest(
            status=fact.status,
            request_id=fact.request_id,
            status_info=None if to.version is OcppVersion.V2_0_1 else status_info(why),
        )


BLOCK.report(FirmwareStatusTold, FirmwareStatusNotifications())
