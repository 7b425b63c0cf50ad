"""Parts of the messages of OCPP 2.1: LimitMaxDischargeType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, DERCurveType

__all__ = [
    "LimitMaxDischargeType",
]


class LimitMaxDischargeType(DataType):
    """Used by LimitMaxDischargeGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    pct_max_discharge_power: Annotated[Number | None, Field(alias="pctMaxDischargePower")] = None
    """In %."""
    power_monitoring_must_trip: Annotated[
        DERCurveType | None, Field(alias="powerMonitoringMustTrip")
    ] = None
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
