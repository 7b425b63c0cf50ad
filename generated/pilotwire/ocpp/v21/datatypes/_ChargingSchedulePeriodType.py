"""Parts of the messages of OCPP 2.1: ChargingSchedulePeriodType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import OperationModeEnumType

__all__ = [
    "ChargingSchedulePeriodType",
    "V2XFreqWattPointType",
    "V2XSignalWattPointType",
]


class V2XFreqWattPointType(DataType):
    """Used by ChargingSchedulePeriodType."""

    frequency: Number
    """In Hz."""
    power: Number
    """In W."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class V2XSignalWattPointType(DataType):
    """Used by ChargingSchedulePeriodType."""

    signal: WholeNumber
    power: Number
    """In W."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingSchedulePeriodType(DataType):
    """Used by ChargingScheduleType, CompositeScheduleType."""

    start_period: Annotated[WholeNumber, Field(alias="startPeriod")]
    """In s."""
    limit: Number | None = None
    limit_l2: Annotated[Number | None, Field(alias="limit_L2")] = None
    limit_l3: Annotated[Number | None, Field(alias="limit_L3")] = None
    number_phases: Annotated[WholeNumber | None, Field(alias="numberPhases", ge=0, le=3)] = None
    """0 to 3."""
    phase_to_use: Annotated[WholeNumber | None, Field(alias="phaseToUse", ge=0, le=3)] = None
    """0 to 3."""
    discharge_limit: Annotated[Number | None, Field(alias="dischargeLimit", le=0)] = None
    """At most 0."""
    discharge_limit_l2: Annotated[Number | None, Field(alias="dischargeLimit_L2", le=0)] = None
    """At most 0."""
    discharge_limit_l3: Annotated[Number | None, Field(alias="dischargeLimit_L3", le=0)] = None
    """At most 0."""
    setpoint: Number | None = None
    setpoint_l2: Annotated[Number | None, Field(alias="setpoint_L2")] = None
    setpoint_l3: Annotated[Number | None, Field(alias="setpoint_L3")] = None
    setpoint_reactive: Annotated[Number | None, Field(alias="setpointReactive")] = None
    setpoint_reactive_l2: Annotated[Number | None, Field(alias="setpointReactive_L2")] = None
    setpoint_reactive_l3: Annotated[Number | None, Field(alias="setpointReactive_L3")] = None
    preconditioning_request: Annotated[Boolean | None, Field(alias="preconditioningRequest")] = None
    evse_sleep: Annotated[Boolean | None, Field(alias="evseSleep")] = None
    v2x_baseline: Annotated[Number | None, Field(alias="v2xBaseline")] = None
    operation_mode: Annotated[OperationModeEnumType | None, Field(alias="operationMode")] = None
    v2x_freq_watt_curve: Annotated[
        Sequence[V2XFreqWattPointType] | None,
        Field(alias="v2xFreqWattCurve", max_length=20, min_length=1),
    ] = None
    """Elements: 1 to 20."""
    v2x_signal_watt_curve: Annotated[
        Sequence[V2XSignalWattPointType] | None,
        Field(alias="v2xSignalWattCurve", max_length=20, min_length=1),
    ] = None
    """Elements: 1 to 20."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
