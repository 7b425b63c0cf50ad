"""Parts of the messages of OCPP 2.0.1: IdTokenType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import IdTokenEnumType

__all__ = [
    "AdditionalInfoType",
    "IdTokenType",
]


class AdditionalInfoType(DataType):
    """Used by IdTokenType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=36)]
    """At most 36 characters."""
    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""


class IdTokenType(DataType):
    """Used by AuthorizationData, AuthorizeRequest, CustomerInformationRequest and 4 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None, Field(alias="additionalInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    id_token: Annotated[str, Field(alias="idToken", max_length=36)]
    """At most 36 characters."""
    type: IdTokenEnumType
