"""Smart charging, as any version finds it."""

from pilotwire.dialects.base import Dialect
from pilotwire.errors import CallRefused
from pilotwire.rpc import ErrorCode
from pilotwire.station.smart_charging.block import SmartCharging

__all__ = ["smart_charging"]


def smart_charging(to: Dialect) -> SmartCharging:
    """The block.

    Raises:
        CallRefused: smart charging is off (K01.FR.29; 1.6 errata 3.39).
    """
    block = to.block(SmartCharging)
    if not block.enabled:
        raise CallRefused(ErrorCode.NOT_SUPPORTED, "smart charging is not enabled")
    return block
