"""Enumerations of OCPP 2.0.1: ResetEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ResetEnumType",
]

# ruff: noqa: S105


class ResetEnumType(WireEnum):
    """Used by ResetRequest."""

    IMMEDIATE = "Immediate"
    ON_IDLE = "OnIdle"
