"""Enumerations of OCPP 1.6 with the security extension: ValueFormat.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ValueFormat",
]

# ruff: noqa: S105


class ValueFormat(WireEnum):
    """Used by SampledValue."""

    RAW = "Raw"
    SIGNED_DATA = "SignedData"
