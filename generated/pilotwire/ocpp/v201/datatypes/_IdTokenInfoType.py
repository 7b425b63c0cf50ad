"""Parts of the messages of OCPP 2.0.1: IdTokenInfoType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, IdTokenType, MessageContentType
from pilotwire.ocpp.v201.enums import AuthorizationStatusEnumType

__all__ = [
    "IdTokenInfoType",
]


class IdTokenInfoType(DataType):
    """Used by AuthorizationData, AuthorizeResponse, TransactionEventResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: AuthorizationStatusEnumType
    cache_expiry_date_time: Annotated[Timestamp | None, Field(alias="cacheExpiryDateTime")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    language1: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    evse_id: Annotated[Sequence[WholeNumber] | None, Field(alias="evseId", min_length=1)] = None
    """Elements: at least 1."""
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    language2: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    personal_message: Annotated[MessageContentType | None, Field(alias="personalMessage")] = None
