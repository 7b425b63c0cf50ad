"""Enumerations of OCPP 1.6 with the security extension: LogEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "LogEnumType",
]

# ruff: noqa: S105


class LogEnumType(WireEnum):
    """Used by GetLogRequest."""

    DIAGNOSTICS_LOG = "DiagnosticsLog"
    SECURITY_LOG = "SecurityLog"
