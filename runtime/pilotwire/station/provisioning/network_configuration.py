"""NetworkConfiguration: the slots of network profiles as variables (2.1 B09.FR.08 to FR.35).

What SetNetworkProfile puts into a slot and what is set here are one and the same. A slot that is
in NetworkConfigurationPriority is not changed here, so that none is used that is half set; whether
all of it goes together is looked at when the slot is put there.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, Final

from pilotwire.ocpp.specs import Mutability, Variable
from pilotwire.ocpp.v21.device_model import NetworkConfiguration
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import (
    LONGEST,
    Component,
    Definition,
    LiveStation,
    RefusedValueError,
    shown,
)
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.provisioning.network_fields import (
    COMPONENT,
    FIELDS,
    values_of,
    with_values,
)
from pilotwire.station.provisioning.network_profiles import CERTIFIED, SLOTS, NetworkProfile
from pilotwire.station.provisioning.networks import Networks
from pilotwire.station.provisioning.password import is_password
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.vocabulary import ReasonCode, SecurityEvent

__all__ = ["DEFINITIONS", "NetworkVariables"]

_PIN_LENGTH: Final = 8
_ANY_PASSWORD: Final = "0" * 16
"""With which a URL or an identity is looked at by itself."""
_PRIORITY: Final = OCPPCommCtrlr.NetworkConfigurationPriority


class NetworkVariables:
    """Lets the CSMS set what is in the slots."""

    __slots__ = ("_core", "_networks")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._networks = core.blocks[Networks]
        if self._networks.joins:
            core.device_model.extend(_joining())

    def check(
        self, definition: Definition, value: object, together: Mapping[Definition, object]
    ) -> None:
        """Raise RefusedValueError for what the CSMS may not set a variable to now."""
        model, slot = self._core.device_model, definition.component.instance
        priority = together.get(model.definition(_PRIORITY), model[_PRIORITY])
        if isinstance(priority, tuple) and slot in priority:  # B09.FR.22
            raise RefusedValueError(
                ReasonCode.ACTIVE_NETWORK_CONF, f"slot {slot} is in NetworkConfigurationPriority"
            )
        if definition.spec is NetworkConfiguration.SecurityProfile:
            self._check_security(int(str(value)))
        elif definition.spec is NetworkConfiguration.OcppCsmsUrl:
            one = NetworkProfile(str(value), 1, 1, "", password=_ANY_PASSWORD)
            self._check_connection(one, "OcppCsmsUrl")
        elif definition.spec is NetworkConfiguration.Identity and value != "":
            one = NetworkProfile("wss://csms.invalid", 2, 1, "", str(value), _ANY_PASSWORD)
            self._check_connection(one, "Identity")

    def _check_security(self, wanted: int) -> None:
        networks = self._networks
        if wanted < networks.lowest:  # B09.FR.32, B09.FR.35
            raise RefusedValueError(
                ReasonCode.NO_SECURITY_DOWNGRADE,
                f"the security profile is {networks.profiles.security_profile} already",
            )
        if wanted == CERTIFIED and not networks.certified:
            raise RefusedValueError(
                ReasonCode.INVALID_NETWORK_CONF, "SecurityProfile: no certificates are kept here"
            )

    def _check_connection(self, profile: NetworkProfile, what: str) -> None:
        try:
            self._networks.profiles.check(profile)
        except ValueError as error:
            raise RefusedValueError(ReasonCode.INVALID_NETWORK_CONF, f"{what}: {error}") from None

    def shown(self, slot: str, variable: Variable[Any]) -> object:
        """The value of a variable."""
        contents = self._networks.contents(slot)
        return None if contents is None else FIELDS[variable].shows(contents)

    def keep(self, values: Mapping[Definition, object]) -> Callable[[], object]:
        """Keep what the CSMS has set, within the commit that is open (B09.FR.24)."""
        changed = {
            slot: with_values(self._networks.draft(slot), of_slot)
            for slot in SLOTS
            if (of_slot := values_of(slot, values))
        }
        done = self._networks.profiles.write(changed)

        def kept() -> None:
            done()
            if any(one.spec is NetworkConfiguration.BasicAuthPassword for one in values):
                self._core.blocks[SecurityEvents].happened(  # A01.FR.11
                    SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS,
                    "NetworkConfiguration.BasicAuthPassword",
                )

        return kept


def _value(slot: str, variable: Variable[Any], station: LiveStation) -> object:
    return station.block(NetworkVariables).shown(slot, variable)


def _guard(
    station: LiveStation,
    definition: Definition,
    value: object,
    together: Mapping[Definition, object],
) -> None:
    station.block(NetworkVariables).check(definition, value, together)


def _keep(station: LiveStation, values: Mapping[Definition, object]) -> Callable[[], object]:
    return station.block(NetworkVariables).keep(values)


def _nothing(station: LiveStation) -> None:
    """What must not be read."""
    del station


def _check_password(text: str) -> None:
    if not is_password(text):
        raise ValueError("it is no password")  # A00.FR.205


def _check_pin(text: str) -> None:
    if not (text.isascii() and text.isdecimal() and len(text) <= _PIN_LENGTH):
        raise ValueError("it is no PIN")


_MORE: Final[Mapping[Variable[Any], Mapping[str, Any]]] = {
    NetworkConfiguration.OcppTransport: {"values": ("JSON",)},
    NetworkConfiguration.MessageTimeout: {"minimum": 1, "maximum": LONGEST},
    NetworkConfiguration.BasicAuthPassword: {"validate": _check_password},
    NetworkConfiguration.SimPin: {"validate": _check_pin},
}


def _settable(slot: str, variable: Variable[Any]) -> Definition:
    """B09.FR.10."""
    secret = variable.secret
    return Definition(
        spec=variable,
        component=Component(COMPONENT, slot),
        mutability=Mutability.WRITE_ONLY if secret else Mutability.READ_WRITE,
        live=_nothing if secret else partial(_value, slot, variable),
        keeps=_keep,
        guard=_guard,
        **_MORE.get(variable, {}),
    )


def _never(slot: str, variable: Variable[bool]) -> Definition:
    """B09.FR.13."""
    return shown(variable, False, Component(COMPONENT, slot), constant=True)


_SWITCHES: Final = NetworkConfiguration.ApnEnabled, NetworkConfiguration.VpnEnabled

DEFINITIONS = tuple(
    _never(slot, variable) if variable in _SWITCHES else _settable(slot, variable)
    for slot in SLOTS
    for variable, field in FIELDS.items()
    if field.part is None
)


@cache
def _joining() -> tuple[Definition, ...]:
    """The same where an APN or a VPN can be joined."""
    return tuple(_settable(slot, variable) for slot in SLOTS for variable in FIELDS)
