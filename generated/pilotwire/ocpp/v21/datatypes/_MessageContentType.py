"""Parts of the messages of OCPP 2.1: MessageContentType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import MessageFormatEnumType

__all__ = [
    "MessageContentType",
]


class MessageContentType(DataType):
    """Used by IdTokenInfoType, MessageInfoType, TariffType, TransactionEventResponse."""

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    content: Annotated[str, Field(max_length=1024)]
    """At most 1024 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
