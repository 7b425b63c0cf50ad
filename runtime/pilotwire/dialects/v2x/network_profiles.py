"""SetNetworkProfile in OCPP 2.x (B09)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.network_profiles import NetworkProfile
from pilotwire.station.provisioning.networks import Networks
from pilotwire.station.vocabulary import ReasonCode, SetNetworkProfileStatus

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("SetNetworkProfile", lambda: v21.SetNetworkProfileRequest)
async def set_network_profile(
    to: Dialect, request: v21.SetNetworkProfileRequest
) -> v21.SetNetworkProfileResponse:
    """B09. There is no SOAP; versions are negotiated at each connection."""
    data = request.connection_data
    if data.ocpp_transport is not v21.OCPPTransportEnumType.JSON:
        outcome = Outcome(
            SetNetworkProfileStatus.REJECTED,
            ReasonCode.INVALID_NETWORK_CONF,
            "only JSON is spoken",
        )
    else:
        outcome = to.block(Networks).set(request.configuration_slot, _profile(data))
    return v21.SetNetworkProfileResponse(status=outcome.status, status_info=status_info(outcome))


def _profile(data: v21.NetworkConnectionProfileType) -> NetworkProfile:
    return NetworkProfile(
        url=data.ocpp_csms_url,
        security_profile=data.security_profile,
        message_timeout=data.message_timeout,
        interface=data.ocpp_interface,
        identity=data.identity,
        password=data.basic_auth_password,
        apn=None if data.apn is None else dict(data.apn.to_wire()),
        vpn=None if data.vpn is None else dict(data.vpn.to_wire()),
        version=data.ocpp_version,
    )
