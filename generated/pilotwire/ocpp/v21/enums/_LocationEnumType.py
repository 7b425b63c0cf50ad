"""Enumerations of OCPP 2.1: LocationEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "LocationEnumType",
]

# ruff: noqa: S105


class LocationEnumType(WireEnum):
    """Used by SampledValueType."""

    BODY = "Body"
    CABLE = "Cable"
    EV = "EV"
    INLET = "Inlet"
    OUTLET = "Outlet"
    UPSTREAM = "Upstream"
