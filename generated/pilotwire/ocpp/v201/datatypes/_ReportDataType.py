"""Parts of the messages of OCPP 2.0.1: ReportDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v201.enums import AttributeEnumType, DataEnumType, MutabilityEnumType

__all__ = [
    "ReportDataType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
]


class VariableAttributeType(DataType):
    """Used by ReportDataType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    type: AttributeEnumType = AttributeEnumType.ACTUAL
    """Actual if absent."""
    value: Annotated[str | None, Field(max_length=2500)] = None
    """At most 2500 characters."""
    mutability: MutabilityEnumType = MutabilityEnumType.READ_WRITE
    """ReadWrite if absent."""
    persistent: Boolean = False
    """False if absent."""
    constant: Boolean = False
    """False if absent."""


class VariableCharacteristicsType(DataType):
    """Used by ReportDataType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    unit: Annotated[str | None, Field(max_length=16)] = None
    """At most 16 characters."""
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[Number | None, Field(alias="minLimit")] = None
    max_limit: Annotated[Number | None, Field(alias="maxLimit")] = None
    values_list: Annotated[str | None, Field(alias="valuesList", max_length=1000)] = None
    """At most 1000 characters."""
    supports_monitoring: Annotated[Boolean, Field(alias="supportsMonitoring")]


class ReportDataType(DataType):
    """Used by NotifyReportRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component: ComponentType
    variable: VariableType
    variable_attribute: Annotated[
        Sequence[VariableAttributeType],
        Field(alias="variableAttribute", max_length=4, min_length=1),
    ]
    """Elements: 1 to 4."""
    variable_characteristics: Annotated[
        VariableCharacteristicsType | None, Field(alias="variableCharacteristics")
    ] = None
