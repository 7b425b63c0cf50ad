"""Messages of OCPP 2.0.1: SetVariablesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v201.datatypes import CustomDataType, SetVariableDataType, SetVariableResultType

__all__ = [
    "SetVariablesRequest",
    "SetVariablesResponse",
]


class SetVariablesResponse(Response):
    """Response of SetVariables, station to CSMS. B Provisioning (Messages 1.57, B05)."""

    action: ClassVar[str] = "SetVariables"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_variable_result: Annotated[
        Sequence[SetVariableResultType], Field(alias="setVariableResult", min_length=1)
    ]
    """Elements: at least 1."""


class SetVariablesRequest(CsmsRequest[SetVariablesResponse]):
    """Request of SetVariables, CSMS to station. B Provisioning (Messages 1.57, B05)."""

    action: ClassVar[str] = "SetVariables"
    _response: ClassVar[ResponseClass] = SetVariablesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_variable_data: Annotated[
        Sequence[SetVariableDataType], Field(alias="setVariableData", min_length=1)
    ]
    """Elements: at least 1."""
