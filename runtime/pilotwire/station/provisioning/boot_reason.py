"""Why the station boots, kept over the restart that it is the reason of (B01)."""

from pilotwire.station.vocabulary import BootReason
from pilotwire.store import StationRecords

__all__ = ["forget_boot_reason", "keep_boot_reason", "kept_boot_reason"]

_KEY = "boot_reason"


def kept_boot_reason(records: StationRecords) -> BootReason:
    """Why the station has started: what the last run said, or else its power came back."""
    kept = records.state.get(_KEY)
    return BootReason(kept) if kept in set(BootReason) else BootReason.POWER_UP


def keep_boot_reason(records: StationRecords, reason: BootReason) -> None:
    """Say why the next start comes; belongs in an `atomic()` block."""
    records.state.set(_KEY, reason)


def forget_boot_reason(records: StationRecords) -> None:
    """The CSMS knows it; belongs in a block of the store."""
    records.state.remove(_KEY)
