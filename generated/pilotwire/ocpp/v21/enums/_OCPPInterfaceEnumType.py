"""Enumerations of OCPP 2.1: OCPPInterfaceEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "OCPPInterfaceEnumType",
]

# ruff: noqa: S105


class OCPPInterfaceEnumType(WireEnum):
    """Used by NetworkConnectionProfileType."""

    WIRED0 = "Wired0"
    WIRED1 = "Wired1"
    WIRED2 = "Wired2"
    WIRED3 = "Wired3"
    WIRELESS0 = "Wireless0"
    WIRELESS1 = "Wireless1"
    WIRELESS2 = "Wireless2"
    WIRELESS3 = "Wireless3"
    ANY = "Any"
