"""Messages of OCPP 1.6 with the security extension: GetConfigurationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v16.datatypes import KeyValue, String50

__all__ = [
    "GetConfigurationRequest",
    "GetConfigurationResponse",
]


class GetConfigurationResponse(Response):
    """Response of GetConfiguration, station to CSMS. Core (5.8)."""

    action: ClassVar[str] = "GetConfiguration"

    configuration_key: Annotated[Sequence[KeyValue] | None, Field(alias="configurationKey")] = None
    unknown_key: Annotated[Sequence[String50] | None, Field(alias="unknownKey")] = None
    """Each: at most 50 characters."""


class GetConfigurationRequest(CsmsRequest[GetConfigurationResponse]):
    """Request of GetConfiguration, CSMS to station. Core (5.8)."""

    action: ClassVar[str] = "GetConfiguration"
    _response: ClassVar[ResponseClass] = GetConfigurationResponse

    key: Sequence[String50] | None = None
    """Each: at most 50 characters."""
