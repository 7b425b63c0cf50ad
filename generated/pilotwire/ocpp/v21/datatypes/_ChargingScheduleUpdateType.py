"""Parts of the messages of OCPP 2.1: ChargingScheduleUpdateType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "ChargingScheduleUpdateType",
]


class ChargingScheduleUpdateType(DataType):
    """Used by PullDynamicScheduleUpdateResponse, UpdateDynamicScheduleRequest."""

    limit: Number | None = None
    limit_l2: Annotated[Number | None, Field(alias="limit_L2")] = None
    limit_l3: Annotated[Number | None, Field(alias="limit_L3")] = None
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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
