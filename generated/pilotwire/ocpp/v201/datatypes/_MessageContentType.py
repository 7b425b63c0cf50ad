"""Parts of the messages of OCPP 2.0.1: MessageContentType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import MessageFormatEnumType

__all__ = [
    "MessageContentType",
]


class MessageContentType(DataType):
    """Used by IdTokenInfoType, MessageInfoType, TransactionEventResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    content: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
