"""Parts of the messages of OCPP 2.1: LogParametersType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "LogParametersType",
]


class LogParametersType(DataType):
    """Used by GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=2000)]
    """At most 2000 characters."""
    oldest_timestamp: Annotated[Timestamp | None, Field(alias="oldestTimestamp")] = None
    latest_timestamp: Annotated[Timestamp | None, Field(alias="latestTimestamp")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
