"""Parts of the messages of OCPP 2.1: NetworkConnectionProfileType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Boolean, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import (
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

    apn: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    apn_user_name: Annotated[str | None, Field(alias="apnUserName", max_length=50)] = None
    """At most 50 characters."""
    apn_password: Annotated[str | None, Field(repr=False, alias="apnPassword", max_length=64)] = (
        None
    )
    """At most 64 characters."""
    sim_pin: Annotated[WholeNumber | None, Field(repr=False, alias="simPin")] = None
    preferred_network: Annotated[str | None, Field(alias="preferredNetwork", max_length=6)] = None
    """At most 6 characters."""
    use_only_preferred_network: Annotated[Boolean, Field(alias="useOnlyPreferredNetwork")] = False
    """False if absent."""
    apn_authentication: Annotated[APNAuthenticationEnumType, Field(alias="apnAuthentication")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VPNType(DataType):
    """Used by NetworkConnectionProfileType."""

    server: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    user: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    group: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
    password: Annotated[str, Field(repr=False, max_length=64)]
    """At most 64 characters."""
    key: Annotated[str, Field(repr=False, max_length=255)]
    """At most 255 characters."""
    type: VPNEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NetworkConnectionProfileType(DataType):
    """Used by SetNetworkProfileRequest."""

    apn: APNType | None = None
    ocpp_version: Annotated[OCPPVersionEnumType | None, Field(alias="ocppVersion")] = None
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    message_timeout: Annotated[WholeNumber, Field(alias="messageTimeout")]
    """In s."""
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=2000)]
    """At most 2000 characters."""
    security_profile: Annotated[WholeNumber, Field(alias="securityProfile", ge=0)]
    """At least 0."""
    identity: Annotated[str | None, Field(max_length=48)] = None
    """At most 48 characters."""
    basic_auth_password: Annotated[
        str | None, Field(repr=False, alias="basicAuthPassword", max_length=64)
    ] = None
    """At most 64 characters."""
    vpn: VPNType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
