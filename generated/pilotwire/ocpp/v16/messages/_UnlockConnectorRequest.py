"""Messages of OCPP 1.6 with the security extension: UnlockConnectorRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.enums import UnlockStatus

__all__ = [
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
]


class UnlockConnectorResponse(Response):
    """Response of UnlockConnector, station to CSMS. Core (5.18)."""

    action: ClassVar[str] = "UnlockConnector"

    status: UnlockStatus


class UnlockConnectorRequest(CsmsRequest[UnlockConnectorResponse]):
    """Request of UnlockConnector, CSMS to station. Core (5.18)."""

    action: ClassVar[str] = "UnlockConnector"
    _response: ClassVar[ResponseClass] = UnlockConnectorResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
