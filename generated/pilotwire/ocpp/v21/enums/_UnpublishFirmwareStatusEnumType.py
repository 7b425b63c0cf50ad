"""Enumerations of OCPP 2.1: UnpublishFirmwareStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UnpublishFirmwareStatusEnumType",
]

# ruff: noqa: S105


class UnpublishFirmwareStatusEnumType(WireEnum):
    """Used by UnpublishFirmwareResponse."""

    DOWNLOAD_ONGOING = "DownloadOngoing"
    NO_FIRMWARE = "NoFirmware"
    UNPUBLISHED = "Unpublished"
