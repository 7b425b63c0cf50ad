"""Parts of the messages of OCPP 2.1: FirmwareType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "FirmwareType",
]


class FirmwareType(DataType):
    """Used by UpdateFirmwareRequest."""

    location: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    retrieve_date_time: Annotated[Timestamp, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[Timestamp | None, Field(alias="installDateTime")] = None
    signing_certificate: Annotated[
        str | None, Field(alias="signingCertificate", max_length=5500)
    ] = None
    """At most 5500 characters."""
    signature: Annotated[str | None, Field(max_length=800)] = None
    """At most 800 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
