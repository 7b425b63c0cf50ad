"""Enumerations of OCPP 2.0.1: VPNEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "VPNEnumType",
]

# ruff: noqa: S105


class VPNEnumType(WireEnum):
    """Used by VPNType."""

    IKEV2 = "IKEv2"
    IPSEC = "IPSec"
    L2TP = "L2TP"
    PPTP = "PPTP"
