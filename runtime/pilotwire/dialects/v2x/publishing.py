"""Firmware for others in OCPP 2.x: PublishFirmware, PublishFirmwareStatusNotification (L03) and
UnpublishFirmware (L04).
"""

from __future__ import annotations

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer, ErrorCode
from pilotwire.station.facts.firmware import FirmwarePublishingTold
from pilotwire.station.firmware.publishing import (
    FirmwarePublishing,
    PublisherError,
    PublishRequest,
)
from pilotwire.station.outcome import Outcome

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


def _publishing(to: Dialect, action: str) -> FirmwarePublishing:
    """The block that answers.

    Raises:
        CallRefused: this is no local controller that publishes firmware.
    """
    publishing = to.block(FirmwarePublishing)
    if not publishing.available:
        raise CallRefused(ErrorCode.NOT_SUPPORTED, f"{action} is not supported")
    return publishing


@BLOCK.command("PublishFirmware", lambda: v21.PublishFirmwareRequest)
async def publish_firmware(
    to: Dialect, request: v21.PublishFirmwareRequest
) -> Answer[v21.PublishFirmwareResponse]:
    """L03."""
    outcome = _publishing(to, request.action).request(
        PublishRequest(
            request_id=request.request_id,
            url=request.location,
            checksum=request.checksum,
            retries=request.retries,
            interval=request.retry_interval,
        )
    )
    response = v21.PublishFirmwareResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)


@BLOCK.command("UnpublishFirmware", lambda: v21.UnpublishFirmwareRequest)
async def unpublish_firmware(
    to: Dialect, request: v21.UnpublishFirmwareRequest
) -> v21.UnpublishFirmwareResponse:
    """L04; its answer has no word for a publisher that fails."""
    try:
        status = await _publishing(to, request.action).withdraw(request.checksum)
    except PublisherError as error:
        raise CallRefused(ErrorCode.INTERNAL_ERROR, str(error)) from error
    return v21.UnpublishFirmwareResponse(status=status)


class PublishFirmwareStatusNotifications(Report[Dialect, FirmwarePublishingTold]):
    """Each state is a PublishFirmwareStatusNotification."""

    def request(
        self, to: Dialect, fact: FirmwarePublishingTold, *, offline: bool
    ) -> v21.PublishFirmwareStatusNotificationRequest:
        """PublishFirmwareStatusNotification; 2.0.1 has no room for the reason."""
        del offline
        why = Outcome(fact.status, fact.reason, fact.text)
        return v21.PublishFirmwareStatusNotificationRequest(
            status=fact.status,
            location=fact.uris or None,
            request_id=fact.request_id,
            status_info=None if to.version is OcppVersion.V2_0_1 else status_info(why),
        )


BLOCK.report(FirmwarePublishingTold, PublishFirmwareStatusNotifications())
