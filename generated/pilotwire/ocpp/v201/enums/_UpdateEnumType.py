"""Enumerations of OCPP 2.0.1: UpdateEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UpdateEnumType",
]

# ruff: noqa: S105


class UpdateEnumType(WireEnum):
    """Used by SendLocalListRequest."""

    DIFFERENTIAL = "Differential"
    FULL = "Full"
