"""Parts of the messages of OCPP 2.0.1: StatusInfoType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "StatusInfoType",
]


class StatusInfoType(DataType):
    """Used by BootNotificationResponse, CancelReservationResponse and 40 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    """At most 20 characters."""
    additional_info: Annotated[str | None, Field(alias="additionalInfo", max_length=512)] = None
    """At most 512 characters."""
