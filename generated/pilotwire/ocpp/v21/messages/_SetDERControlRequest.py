"""Messages of OCPP 2.1: SetDERControlRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean, Sequence
from pilotwire.ocpp.v21.datatypes import (
    CustomDataType,
    DERCurveType,
    EnterServiceType,
    FixedPFType,
    FixedVarType,
    FreqDroopType,
    GradientType,
    LimitMaxDischargeType,
    StatusInfoType,
    String36,
)
from pilotwire.ocpp.v21.enums import DERControlEnumType, DERControlStatusEnumType

__all__ = [
    "SetDERControlRequest",
    "SetDERControlResponse",
]


class SetDERControlResponse(Response):
    """Response of SetDERControl, station to CSMS. R DER Control (Messages 1.75, R04)."""

    action: ClassVar[str] = "SetDERControl"

    status: DERControlStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    superseded_ids: Annotated[
        Sequence[String36] | None, Field(alias="supersededIds", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24. Each: at most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDERControlRequest(CsmsRequest[SetDERControlResponse]):
    """Request of SetDERControl, CSMS to station. R DER Control (Messages 1.75, R04)."""

    action: ClassVar[str] = "SetDERControl"
    _response: ClassVar[ResponseClass] = SetDERControlResponse

    is_default: Annotated[Boolean, Field(alias="isDefault")]
    control_id: Annotated[str, Field(alias="controlId", max_length=36)]
    """At most 36 characters."""
    control_type: Annotated[DERControlEnumType, Field(alias="controlType")]
    curve: DERCurveType | None = None
    enter_service: Annotated[EnterServiceType | None, Field(alias="enterService")] = None
    fixed_pf_absorb: Annotated[FixedPFType | None, Field(alias="fixedPFAbsorb")] = None
    fixed_pf_inject: Annotated[FixedPFType | None, Field(alias="fixedPFInject")] = None
    fixed_var: Annotated[FixedVarType | None, Field(alias="fixedVar")] = None
    freq_droop: Annotated[FreqDroopType | None, Field(alias="freqDroop")] = None
    gradient: GradientType | None = None
    limit_max_discharge: Annotated[
        LimitMaxDischargeType | None, Field(alias="limitMaxDischarge")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
