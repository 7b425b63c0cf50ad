"""Enumerations of OCPP 1.6 with the security extension: ResetType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ResetType",
]

# ruff: noqa: S105


class ResetType(WireEnum):
    """Used by ResetRequest."""

    HARD = "Hard"
    SOFT = "Soft"
