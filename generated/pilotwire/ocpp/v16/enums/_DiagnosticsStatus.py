"""Enumerations of OCPP 1.6 with the security extension: DiagnosticsStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "DiagnosticsStatus",
]

# ruff: noqa: S105


class DiagnosticsStatus(WireEnum):
    """Used by DiagnosticsStatusNotificationRequest."""

    IDLE = "Idle"
    UPLOADED = "Uploaded"
    UPLOAD_FAILED = "UploadFailed"
    UPLOADING = "Uploading"
