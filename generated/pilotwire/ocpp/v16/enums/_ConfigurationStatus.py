"""Enumerations of OCPP 1.6 with the security extension: ConfigurationStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ConfigurationStatus",
]

# ruff: noqa: S105


class ConfigurationStatus(WireEnum):
    """Used by ChangeConfigurationResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    REBOOT_REQUIRED = "RebootRequired"
    NOT_SUPPORTED = "NotSupported"
