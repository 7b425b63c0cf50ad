"""Messages of OCPP 2.1: ReportDERControlRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    CustomDataType,
    DERCurveGetType,
    EnterServiceGetType,
    FixedPFGetType,
    FixedVarGetType,
    FreqDroopGetType,
    GradientGetType,
    LimitMaxDischargeGetType,
)

__all__ = [
    "ReportDERControlRequest",
    "ReportDERControlResponse",
]


class ReportDERControlResponse(Response):
    """Response of ReportDERControl, CSMS to station. R DER Control (Messages 1.64, R04)."""

    action: ClassVar[str] = "ReportDERControl"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportDERControlRequest(StationRequest[ReportDERControlResponse]):
    """Request of ReportDERControl, station to CSMS. R DER Control (Messages 1.64, R04)."""

    action: ClassVar[str] = "ReportDERControl"
    _response: ClassVar[ResponseClass] = ReportDERControlResponse

    curve: Annotated[Sequence[DERCurveGetType] | None, Field(max_length=24, min_length=1)] = None
    """Elements: 1 to 24."""
    enter_service: Annotated[
        Sequence[EnterServiceGetType] | None,
        Field(alias="enterService", max_length=24, min_length=1),
    ] = None
    """Elements: 1 to 24."""
    fixed_pf_absorb: Annotated[
        Sequence[FixedPFGetType] | None, Field(alias="fixedPFAbsorb", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    fixed_pf_inject: Annotated[
        Sequence[FixedPFGetType] | None, Field(alias="fixedPFInject", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    fixed_var: Annotated[
        Sequence[FixedVarGetType] | None, Field(alias="fixedVar", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    freq_droop: Annotated[
        Sequence[FreqDroopGetType] | None, Field(alias="freqDroop", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    gradient: Annotated[Sequence[GradientGetType] | None, Field(max_length=24, min_length=1)] = None
    """Elements: 1 to 24."""
    limit_max_discharge: Annotated[
        Sequence[LimitMaxDischargeGetType] | None,
        Field(alias="limitMaxDischarge", max_length=24, min_length=1),
    ] = None
    """Elements: 1 to 24."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
