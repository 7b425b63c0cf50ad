"""Enumerations of OCPP 1.6 with the security extension: UpdateStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UpdateStatus",
]

# ruff: noqa: S105


class UpdateStatus(WireEnum):
    """Used by SendLocalListResponse."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    NOT_SUPPORTED = "NotSupported"
    VERSION_MISMATCH = "VersionMismatch"
