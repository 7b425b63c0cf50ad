"""Parts of the messages of OCPP 2.0.1: MessageInfoType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import ComponentType, CustomDataType, MessageContentType
from pilotwire.ocpp.v201.enums import MessagePriorityEnumType, MessageStateEnumType

__all__ = [
    "MessageInfoType",
]


class MessageInfoType(DataType):
    """Used by NotifyDisplayMessagesRequest, SetDisplayMessageRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    display: ComponentType | None = None
    id: WholeNumber
    priority: MessagePriorityEnumType
    state: MessageStateEnumType | None = None
    start_date_time: Annotated[Timestamp | None, Field(alias="startDateTime")] = None
    end_date_time: Annotated[Timestamp | None, Field(alias="endDateTime")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    message: MessageContentType
