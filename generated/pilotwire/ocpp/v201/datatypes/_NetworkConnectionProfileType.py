"""Parts of the messages of OCPP 2.0.1: NetworkConnectionProfileType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import (
    APNAuthenticationEnumType,
    OCPPInterfaceEnumType,
    OCPPTransportEnumType,
    OCPPVersionEnumType,
    VPNEnumType,
)

__all__ = [
    "APNType",
    "NetworkConnectionProfileType",
    "VPNType",
]


class APNType(DataType):
    """Used by NetworkConnectionProfileType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    apn: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    apn_user_name: Annotated[str | None, Field(alias="apnUserName", max_length=20)] = None
    """At most 20 characters."""
    apn_password: Annotated[str | None, Field(repr=False, alias="apnPassword", max_length=20)] = (
        None
    )
    """At most 20 characters."""
    sim_pin: Annotated[WholeNumber | None, Field(repr=False, alias="simPin")] = None
    preferred_network: Annotated[str | None, Field(alias="preferredNetwork", max_length=6)] = None
    """At most 6 characters."""
    use_only_preferred_network: Annotated[Boolean, Field(alias="useOnlyPreferredNetwork")] = False
    """False if absent."""
    apn_authentication: Annotated[APNAuthenticationEnumType, Field(alias="apnAuthentication")]


class VPNType(DataType):
    """Used by NetworkConnectionProfileType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    server: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    user: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    group: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    password: Annotated[str, Field(repr=False, max_length=20)]
    """At most 20 characters."""
    key: Annotated[str, Field(repr=False, max_length=255)]
    """At most 255 characters."""
    type: VPNEnumType


class NetworkConnectionProfileType(DataType):
    """Used by SetNetworkProfileRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    apn: APNType | None = None
    ocpp_version: Annotated[OCPPVersionEnumType, Field(alias="ocppVersion")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=512)]
    """At most 512 characters."""
    message_timeout: Annotated[WholeNumber, Field(alias="messageTimeout")]
    """In s."""
    security_profile: Annotated[WholeNumber, Field(alias="securityProfile")]
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    vpn: VPNType | None = None
