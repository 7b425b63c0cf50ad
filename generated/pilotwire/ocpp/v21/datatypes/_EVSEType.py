"""Parts of the messages of OCPP 2.1: EVSEType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "EVSEType",
]


class EVSEType(DataType):
    """Used by ChangeAvailabilityRequest, ComponentType, TransactionEventRequest and 1 others."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    connector_id: Annotated[WholeNumber | None, Field(alias="connectorId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
