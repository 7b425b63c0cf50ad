"""Enumerations of OCPP 2.0.1: AttributeEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "AttributeEnumType",
]

# ruff: noqa: S105


class AttributeEnumType(WireEnum):
    """Used by GetVariableDataType, GetVariableResultType, SetVariableDataType and 2 others."""

    ACTUAL = "Actual"
    TARGET = "Target"
    MIN_SET = "MinSet"
    MAX_SET = "MaxSet"
