"""Parts of the messages of OCPP 1.6 with the security extension: LogParametersType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp

__all__ = [
    "LogParametersType",
]


class LogParametersType(DataType):
    """Used by GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    """At most 512 characters."""
    oldest_timestamp: Annotated[Timestamp | None, Field(alias="oldestTimestamp")] = None
    latest_timestamp: Annotated[Timestamp | None, Field(alias="latestTimestamp")] = None
