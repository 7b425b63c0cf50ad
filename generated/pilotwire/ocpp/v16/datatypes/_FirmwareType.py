"""Parts of the messages of OCPP 1.6 with the security extension: FirmwareType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp

__all__ = [
    "FirmwareType",
]


class FirmwareType(DataType):
    """Used by SignedUpdateFirmwareRequest."""

    location: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    retrieve_date_time: Annotated[Timestamp, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[Timestamp | None, Field(alias="installDateTime")] = None
    signing_certificate: Annotated[str, Field(alias="signingCertificate", max_length=5500)]
    """At most 5500 characters."""
    signature: Annotated[str, Field(max_length=800)]
    """At most 800 characters."""
