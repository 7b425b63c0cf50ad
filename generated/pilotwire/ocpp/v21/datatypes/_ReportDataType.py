"""Parts of the messages of OCPP 2.1: ReportDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import ComponentType, CustomDataType, VariableType
from pilotwire.ocpp.v21.enums import AttributeEnumType, DataEnumType, MutabilityEnumType

__all__ = [
    "ReportDataType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
]


class VariableAttributeType(DataType):
    """Used by ReportDataType."""

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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VariableCharacteristicsType(DataType):
    """Used by ReportDataType."""

    unit: Annotated[str | None, Field(max_length=16)] = None
    """At most 16 characters."""
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[Number | None, Field(alias="minLimit")] = None
    max_limit: Annotated[Number | None, Field(alias="maxLimit")] = None
    max_elements: Annotated[WholeNumber | None, Field(alias="maxElements", ge=1)] = None
    """At least 1."""
    values_list: Annotated[str | None, Field(alias="valuesList", max_length=1000)] = None
    """At most 1000 characters."""
    supports_monitoring: Annotated[Boolean, Field(alias="supportsMonitoring")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportDataType(DataType):
    """Used by NotifyReportRequest."""

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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
