"""Parts of the messages of OCPP 2.1: DERCurveType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import DERUnitEnumType, PowerDuringCessationEnumType

__all__ = [
    "DERCurvePointsType",
    "DERCurveType",
    "HysteresisType",
    "ReactivePowerParamsType",
    "VoltageParamsType",
]


class DERCurvePointsType(DataType):
    """Used by DERCurveType."""

    x: Number
    y: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class HysteresisType(DataType):
    """Used by DERCurveType."""

    hysteresis_high: Annotated[Number | None, Field(alias="hysteresisHigh")] = None
    hysteresis_low: Annotated[Number | None, Field(alias="hysteresisLow")] = None
    hysteresis_delay: Annotated[Number | None, Field(alias="hysteresisDelay")] = None
    """In s."""
    hysteresis_gradient: Annotated[Number | None, Field(alias="hysteresisGradient")] = None
    """In %/s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReactivePowerParamsType(DataType):
    """Used by DERCurveType."""

    v_ref: Annotated[Number | None, Field(alias="vRef")] = None
    """In %."""
    autonomous_v_ref_enable: Annotated[Boolean | None, Field(alias="autonomousVRefEnable")] = None
    autonomous_v_ref_time_constant: Annotated[
        Number | None, Field(alias="autonomousVRefTimeConstant")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VoltageParamsType(DataType):
    """Used by DERCurveType."""

    hv10_min_mean_value: Annotated[Number | None, Field(alias="hv10MinMeanValue")] = None
    hv10_min_mean_trip_delay: Annotated[Number | None, Field(alias="hv10MinMeanTripDelay")] = None
    power_during_cessation: Annotated[
        PowerDuringCessationEnumType | None, Field(alias="powerDuringCessation")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DERCurveType(DataType):
    """Used by DERCurveGetType, LimitMaxDischargeType, SetDERControlRequest."""

    curve_data: Annotated[
        Sequence[DERCurvePointsType], Field(alias="curveData", max_length=10, min_length=1)
    ]
    """Elements: 1 to 10."""
    hysteresis: HysteresisType | None = None
    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    reactive_power_params: Annotated[
        ReactivePowerParamsType | None, Field(alias="reactivePowerParams")
    ] = None
    voltage_params: Annotated[VoltageParamsType | None, Field(alias="voltageParams")] = None
    y_unit: Annotated[DERUnitEnumType, Field(alias="yUnit")]
    response_time: Annotated[Number | None, Field(alias="responseTime")] = None
    """In s."""
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
