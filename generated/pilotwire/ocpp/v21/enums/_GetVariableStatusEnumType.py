"""Enumerations of OCPP 2.1: GetVariableStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetVariableStatusEnumType",
]

# ruff: noqa: S105


class GetVariableStatusEnumType(WireEnum):
    """Used by GetVariableResultType."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_COMPONENT = "UnknownComponent"
    UNKNOWN_VARIABLE = "UnknownVariable"
    NOT_SUPPORTED_ATTRIBUTE_TYPE = "NotSupportedAttributeType"
