"""Messages of OCPP 2.0.1: GetVariablesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v201.datatypes import CustomDataType, GetVariableDataType, GetVariableResultType

__all__ = [
    "GetVariablesRequest",
    "GetVariablesResponse",
]


class GetVariablesResponse(Response):
    """Response of GetVariables, station to CSMS. B Provisioning (Messages 1.28, B06)."""

    action: ClassVar[str] = "GetVariables"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    get_variable_result: Annotated[
        Sequence[GetVariableResultType], Field(alias="getVariableResult", min_length=1)
    ]
    """Elements: at least 1."""


class GetVariablesRequest(CsmsRequest[GetVariablesResponse]):
    """Request of GetVariables, CSMS to station. B Provisioning (Messages 1.28, B06)."""

    action: ClassVar[str] = "GetVariables"
    _response: ClassVar[ResponseClass] = GetVariablesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    get_variable_data: Annotated[
        Sequence[GetVariableDataType], Field(alias="getVariableData", min_length=1)
    ]
    """Elements: at least 1."""
