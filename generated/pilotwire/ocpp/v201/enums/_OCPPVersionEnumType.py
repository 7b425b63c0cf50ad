"""Enumerations of OCPP 2.0.1: OCPPVersionEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "OCPPVersionEnumType",
]

# ruff: noqa: S105


class OCPPVersionEnumType(WireEnum):
    """Used by NetworkConnectionProfileType."""

    OCPP12 = "OCPP12"
    OCPP15 = "OCPP15"
    OCPP16 = "OCPP16"
    OCPP20 = "OCPP20"
