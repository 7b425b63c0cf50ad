"""What both dialects do with the messages about firmware."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotwire.dialects.base import Dialect
from pilotwire.errors import CallRefused
from pilotwire.rpc import ErrorCode
from pilotwire.station.firmware.updates import FirmwareRequest, FirmwareUpdates

if TYPE_CHECKING:  # a station speaks one of them
    from pilotwire.ocpp import v16, v21

__all__ = ["firmware_request", "updates_of"]


def updates_of(to: Dialect, action: str) -> FirmwareUpdates:
    """The block that answers a request.

    Raises:
        CallRefused: nothing installs firmware here, and so there is no answer.
    """
    updates = to.block(FirmwareUpdates)
    if not updates.available:
        raise CallRefused(ErrorCode.NOT_SUPPORTED, f"{action} is not supported")
    return updates


def firmware_request(
    request: v21.UpdateFirmwareRequest | v16.SignedUpdateFirmwareRequest,
) -> FirmwareRequest:
    """What is asked for: the white paper has taken its message from 2.x."""
    wanted = request.firmware
    return FirmwareRequest(
        request_id=request.request_id,
        url=wanted.location,
        retrieve=wanted.retrieve_date_time,
        install=wanted.install_date_time,
        retries=request.retries,
        interval=request.retry_interval,
        certificate=wanted.signing_certificate,
        signature=wanted.signature,
    )
