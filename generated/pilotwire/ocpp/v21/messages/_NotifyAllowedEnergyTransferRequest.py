"""Messages of OCPP 2.1: NotifyAllowedEnergyTransferRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import (
    EnergyTransferModeEnumType,
    NotifyAllowedEnergyTransferStatusEnumType,
)

__all__ = [
    "NotifyAllowedEnergyTransferRequest",
    "NotifyAllowedEnergyTransferResponse",
]


class NotifyAllowedEnergyTransferResponse(Response):
    """Response of NotifyAllowedEnergyTransfer, station to CSMS. Q Bidirectional Power Transfer (Messages 1.44, Q02)."""

    action: ClassVar[str] = "NotifyAllowedEnergyTransfer"

    status: NotifyAllowedEnergyTransferStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyAllowedEnergyTransferRequest(CsmsRequest[NotifyAllowedEnergyTransferResponse]):
    """Request of NotifyAllowedEnergyTransfer, CSMS to station. Q Bidirectional Power Transfer (Messages 1.44, Q02)."""

    action: ClassVar[str] = "NotifyAllowedEnergyTransfer"
    _response: ClassVar[ResponseClass] = NotifyAllowedEnergyTransferResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType], Field(alias="allowedEnergyTransfer", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
