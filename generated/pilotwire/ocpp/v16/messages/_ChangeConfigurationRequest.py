"""Messages of OCPP 1.6 with the security extension: ChangeConfigurationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v16.enums import ConfigurationStatus

__all__ = [
    "ChangeConfigurationRequest",
    "ChangeConfigurationResponse",
]


class ChangeConfigurationResponse(Response):
    """Response of ChangeConfiguration, station to CSMS. Core (5.3)."""

    action: ClassVar[str] = "ChangeConfiguration"

    status: ConfigurationStatus


class ChangeConfigurationRequest(CsmsRequest[ChangeConfigurationResponse]):
    """Request of ChangeConfiguration, CSMS to station. Core (5.3)."""

    action: ClassVar[str] = "ChangeConfiguration"
    _response: ClassVar[ResponseClass] = ChangeConfigurationResponse

    key: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    value: Annotated[str, Field(max_length=500)]
    """At most 500 characters."""
