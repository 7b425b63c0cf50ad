"""Enumerations of OCPP 2.1: APNAuthenticationEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "APNAuthenticationEnumType",
]

# ruff: noqa: S105


class APNAuthenticationEnumType(WireEnum):
    """Used by APNType."""

    PAP = "PAP"
    CHAP = "CHAP"
    NONE = "NONE"
    AUTO = "AUTO"
