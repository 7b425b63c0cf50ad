"""Firmware in OCPP 1.6: UpdateFirmware (5.19) and FirmwareStatusNotification (4.5), and those of
the white paper: SignedUpdateFirmware and SignedFirmwareStatusNotification (L01).

The first has no answer but a CALLERROR for what is refused. Of its states those are told that it
has words for; which of two ways an installation has failed is not said.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.dialects.base import Dialect, Report
from pilotwire.dialects.firmware import firmware_request, updates_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16
from pilotwire.rpc import Answer, ErrorCode
from pilotwire.station.facts.firmware import FirmwareStatusTold
from pilotwire.station.firmware.updates import FirmwareRequest, FirmwareUpdates
from pilotwire.station.vocabulary import FirmwareStatus, ReasonCode, UpdateFirmwareStatus

__all__ = ["BLOCK"]

BLOCK = Block16("FirmwareManagement", lambda station: station.blocks[FirmwareUpdates].available)

_REFUSALS: Mapping[ReasonCode, ErrorCode] = MappingProxyType(
    {
        ReasonCode.MISSING_PARAM: ErrorCode.SECURITY_ERROR,  # it is not signed
        ReasonCode.INVALID_URL: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
    }
)

_NEAREST: Mapping[FirmwareStatus, FirmwareStatus] = MappingProxyType(
    {
        FirmwareStatus.DOWNLOAD_SCHEDULED: FirmwareStatus.IDLE,
        FirmwareStatus.DOWNLOAD_PAUSED: FirmwareStatus.DOWNLOADING,
        FirmwareStatus.INSTALL_SCHEDULED: FirmwareStatus.DOWNLOADED,
        FirmwareStatus.INSTALL_REBOOTING: FirmwareStatus.INSTALLING,
    }
)
"""What is said to who asks, where 1.6 has no word."""


@BLOCK.command("UpdateFirmware", lambda: v16.UpdateFirmwareRequest)
async def update_firmware(
    to: Dialect, request: v16.UpdateFirmwareRequest
) -> Answer[v16.UpdateFirmwareResponse]:
    """5.19."""
    outcome = updates_of(to, request.action).request(
        FirmwareRequest(
            request_id=None,
            url=request.location,
            retrieve=request.retrieve_date,
            retries=request.retries,
            interval=request.retry_interval,
        )
    )
    if outcome.status is UpdateFirmwareStatus.REJECTED:
        reason = ReasonCode.UNSPECIFIED if outcome.reason is None else outcome.reason
        raise CallRefused(_REFUSALS.get(reason, ErrorCode.GENERIC_ERROR), outcome.text or "")
    return Answer(v16.UpdateFirmwareResponse(), outcome.once_sent)


@BLOCK.command("SignedUpdateFirmware", lambda: v16.SignedUpdateFirmwareRequest)
async def signed_update_firmware(
    to: Dialect, request: v16.SignedUpdateFirmwareRequest
) -> Answer[v16.SignedUpdateFirmwareResponse]:
    """White paper 5.21."""
    outcome = updates_of(to, request.action).request(firmware_request(request))
    status = v16.UpdateFirmwareStatusEnumType(outcome.status.value)
    return Answer(v16.SignedUpdateFirmwareResponse(status=status), outcome.once_sent)


class FirmwareStatuses(Report[Dialect, FirmwareStatusTold]):
    """Each state is a FirmwareStatusNotification, or a SignedFirmwareStatusNotification."""

    def request(
        self, to: Dialect, fact: FirmwareStatusTold, *, offline: bool
    ) -> v16.FirmwareStatusNotificationRequest | v16.SignedFirmwareStatusNotificationRequest | None:
        """FirmwareStatusNotification (4.5), SignedFirmwareStatusNotification (white paper 5.19)."""
        del to, offline
        if not fact.plain:
            return v16.SignedFirmwareStatusNotificationRequest(
                status=v16.FirmwareStatusEnumType(fact.status.value), request_id=fact.request_id
            )
        status = fact.status
        if status is FirmwareStatus.INSTALL_VERIFICATION_FAILED:
            status = FirmwareStatus.INSTALLATION_FAILED
        if status is FirmwareStatus.INVALID_SIGNATURE:  # it had to be signed, since it was accepted
            status = FirmwareStatus.INSTALLATION_FAILED
        if fact.asked:
            status = _NEAREST.get(status, status)
        elif status in _NEAREST:
            return None
        return v16.FirmwareStatusNotificationRequest(status=v16.FirmwareStatus(status.value))


BLOCK.report(FirmwareStatusTold, FirmwareStatuses())
