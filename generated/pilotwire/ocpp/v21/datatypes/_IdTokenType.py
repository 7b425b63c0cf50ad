"""Parts of the messages of OCPP 2.1: IdTokenType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "AdditionalInfoType",
    "IdTokenType",
]


class AdditionalInfoType(DataType):
    """Used by IdTokenType."""

    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=255)]
    """At most 255 characters."""
    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class IdTokenType(DataType):
    """Used by AuthorizationData, AuthorizeRequest, BatterySwapRequest and 6 others."""

    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None, Field(alias="additionalInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    id_token: Annotated[str, Field(alias="idToken", max_length=255)]
    """At most 255 characters."""
    type: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
