"""Enumerations of OCPP 2.1: MutabilityEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MutabilityEnumType",
]

# ruff: noqa: S105


class MutabilityEnumType(WireEnum):
    """Used by VariableAttributeType."""

    READ_ONLY = "ReadOnly"
    WRITE_ONLY = "WriteOnly"
    READ_WRITE = "ReadWrite"
