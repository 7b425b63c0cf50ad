"""What both dialects do with the messages about firmware."""

from pilotwire.dialects.base import Dialect
from pilotwire.errors import CallRefused
from pilotwire.rpc import ErrorCode
from pilotwire.station.firmware.updates import FirmwareUpdates

__all__ = ["updates_of"]


def updates_of(to: Dialect, action: str) -> FirmwareUpdates:
    """The block that answers a request.

    Raises:
        CallRefused: nothing installs firmware here, and so there is no answer.
    """
    updates = to.block(FirmwareUpdates)
    if not updates.available:
        raise CallRefused(ErrorCode.NOT_SUPPORTED, f"{action} is not supported")
    return updates
