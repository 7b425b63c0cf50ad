"""How stations are configured (B05, B09; 1.6 5.3), put into the messages of 1.6 or 2.1.

await csms.provisioning.set("CS-0042", "SecurityCtrlr.OrganizationName", "Example Charging")
await csms.provisioning.set_network_profile("CS-0042", 2, "wss://csms.example.com/ocpp", 2)
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.line import Line
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import GetVariableStatusEnumType as GetVariableStatus
from pilotwire.ocpp.v21 import SetNetworkProfileStatusEnumType as SetNetworkProfileStatus
from pilotwire.ocpp.v21 import SetVariableStatusEnumType as SetVariableStatus

__all__ = ["Got", "Provisioning", "SetNetworkProfileStatus", "SetStatus"]

SetStatus: TypeAlias = v16.ConfigurationStatus | SetVariableStatus
"""1.6 has words of its own."""


_NAME: Final = re.compile(
    r"(?P<component>[^.\[\]]+)(?:\.(?P<evse>\d{1,9}))?(?:\.(?P<connector>\d{1,9}))?"
    r"\.(?P<variable>[^\[\]]+)(?:\[(?P<instance>[^\[\]]+)\])?"
)


@dataclass(frozen=True, slots=True)
class Got:
    """What a station says of a variable, or a key of 1.6; `value` is None where it says nothing."""

    name: str
    value: str | None
    status: GetVariableStatus


class Provisioning:
    """What a CSMS does to the settings of its stations, accepted or not (B02.FR.02).

    Each method raises StationNotConnected, CallUnanswered and ConnectionClosed as `Csms.call` does.
    """

    def __init__(self, line: Callable[[str], Line]) -> None:
        self._line = line

    async def set(self, identity: str, name: str, value: str) -> SetStatus:
        """Set a variable, or a configuration key of 1.6.

        Args:
            identity: The station.
            name: The key; in 2.x component and variable, with the variable's instance if it has
                one: "SecurityCtrlr.OrganizationName", "OCPPCommCtrlr.MessageTimeout[Default]",
                "Connector.1.2.Available" of a connector.
            value: The new value.

        Raises:
            ValueError: The name can't be read; or it or the value is too long.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            old = v16.ChangeConfigurationRequest(key=name, value=value)
            return (await line.tell(old)).status
        component, variable = _place_of(name)
        data = v21.SetVariableDataType(
            component=component, variable=variable, attribute_value=value
        )
        answer = await line.tell(v21.SetVariablesRequest(set_variable_data=[data]))
        return answer.set_variable_result[0].attribute_status

    async def get(self, identity: str, name: str) -> Got:
        """Ask for a variable (B06), or a configuration key of 1.6 (1.6 5.8).

        Args:
            identity: The station.
            name: As for `set`.

        Raises:
            ValueError: The name can't be read, or is too long.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            old = await line.tell(v16.GetConfigurationRequest(key=[name]))
            for each in old.configuration_key or ():
                return Got(each.key, each.value, GetVariableStatus.ACCEPTED)
            return Got(name, None, GetVariableStatus.UNKNOWN_VARIABLE)
        component, variable = _place_of(name)
        data = v21.GetVariableDataType(component=component, variable=variable)
        answer = await line.tell(v21.GetVariablesRequest(get_variable_data=[data]))
        result = answer.get_variable_result[0]
        return Got(name, result.attribute_value, result.attribute_status)

    async def set_network_profile(
        self, identity: str, slot: int, url: str, security_profile: int
    ) -> SetNetworkProfileStatus:
        """Say how the CSMS is reached (B09); it counts once the slot is one of
        NetworkConfigurationPriority, and the station has restarted.

        Args:
            identity: The station.
            slot: Where the station keeps it.
            url: The CSMS's URL, without the identity.
            security_profile: 1 to 3.

        Raises:
            ValueError: The station speaks 1.6, which has no such message; or the URL is too long.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            raise ValueError("OCPP 1.6 has no network profiles")
        older = line.version is OcppVersion.V2_0_1
        profile = v21.NetworkConnectionProfileType(
            # 2.0.1 wants it, and has no word for itself; in 2.1 it need not be said.
            ocpp_version=v21.OCPPVersionEnumType.OCPP20 if older else None,
            ocpp_interface=v21.OCPPInterfaceEnumType.WIRED0,
            ocpp_transport=v21.OCPPTransportEnumType.JSON,
            message_timeout=30,
            ocpp_csms_url=url,
            security_profile=security_profile,
        )
        request = v21.SetNetworkProfileRequest(configuration_slot=slot, connection_data=profile)
        return (await line.tell(request)).status


def _place_of(name: str) -> tuple[v21.ComponentType, v21.VariableType]:
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(f"{name!r} is not COMPONENT.VARIABLE or COMPONENT.VARIABLE[INSTANCE]")
    evse, connector = found["evse"], found["connector"]
    place = None
    if evse is not None:
        place = v21.EVSEType(
            id=int(evse), connector_id=None if connector is None else int(connector)
        )
    return (
        v21.ComponentType(name=found["component"], evse=place),
        v21.VariableType(name=found["variable"], instance=found["instance"]),
    )
