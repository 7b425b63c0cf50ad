"""Messages of OCPP 1.6 with the security extension: RemoteStartTransactionRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.datatypes import ChargingProfile
from pilotwire.ocpp.v16.enums import RemoteStartStopStatus

__all__ = [
    "RemoteStartTransactionRequest",
    "RemoteStartTransactionResponse",
]


class RemoteStartTransactionResponse(Response):
    """Response of RemoteStartTransaction, station to CSMS. Core (5.11)."""

    action: ClassVar[str] = "RemoteStartTransaction"

    status: RemoteStartStopStatus


class RemoteStartTransactionRequest(CsmsRequest[RemoteStartTransactionResponse]):
    """Request of RemoteStartTransaction, CSMS to station. Core (5.11)."""

    action: ClassVar[str] = "RemoteStartTransaction"
    _response: ClassVar[ResponseClass] = RemoteStartTransactionResponse

    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    charging_profile: Annotated[ChargingProfile | None, Field(alias="chargingProfile")] = None
