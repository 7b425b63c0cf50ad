"""Enumerations of OCPP 1.6 with the security extension: Location.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "Location",
]

# ruff: noqa: S105


class Location(WireEnum):
    """Used by SampledValue."""

    CABLE = "Cable"
    EV = "EV"
    INLET = "Inlet"
    OUTLET = "Outlet"
    BODY = "Body"
