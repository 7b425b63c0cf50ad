"""Enumerations of OCPP 1.6 with the security extension: FirmwareStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "FirmwareStatus",
]

# ruff: noqa: S105


class FirmwareStatus(WireEnum):
    """Used by FirmwareStatusNotificationRequest."""

    DOWNLOADED = "Downloaded"
    DOWNLOAD_FAILED = "DownloadFailed"
    DOWNLOADING = "Downloading"
    IDLE = "Idle"
    INSTALLATION_FAILED = "InstallationFailed"
    INSTALLING = "Installing"
    INSTALLED = "Installed"
