"""Parts of the messages of OCPP 1.6 with the security extension: IdTagInfo.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp
from pilotwire.ocpp.v16.enums import AuthorizationStatus

__all__ = [
    "IdTagInfo",
]


class IdTagInfo(DataType):
    """Used by AuthorizationData, AuthorizeResponse, StartTransactionResponse and 1 others."""

    expiry_date: Annotated[Timestamp | None, Field(alias="expiryDate")] = None
    parent_id_tag: Annotated[str | None, Field(alias="parentIdTag", max_length=20)] = None
    """At most 20 characters."""
    status: AuthorizationStatus
