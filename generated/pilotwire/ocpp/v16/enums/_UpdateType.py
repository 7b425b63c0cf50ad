"""Enumerations of OCPP 1.6 with the security extension: UpdateType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UpdateType",
]

# ruff: noqa: S105


class UpdateType(WireEnum):
    """Used by SendLocalListRequest."""

    DIFFERENTIAL = "Differential"
    FULL = "Full"
