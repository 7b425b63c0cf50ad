"""The fields of a network profile as variables of NetworkConfiguration (2.1, 2.1.8): which variable
shows and sets what.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias, cast

from pydantic import JsonValue

from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import NetworkConfiguration
from pilotwire.station.device_model.definitions import Definition
from pilotwire.station.provisioning.network_profiles import Contents, Fields, NetworkProfile

__all__ = ["COMPONENT", "FIELDS", "Field", "missing", "values_of", "with_values"]

COMPONENT: Final = NetworkConfiguration.OcppCsmsUrl.component

Part: TypeAlias = Literal["apn", "vpn"]

_NEEDED: Final[Mapping[Part, tuple[str, ...]]] = {
    "apn": ("apn", "apnAuthentication"),
    "vpn": ("server", "user", "password", "key", "type"),
}
"""What there must be of an APN and a VPN that is enabled, as SetNetworkProfile demands it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One variable.

    Attributes:
        shows: Its value; None where it is not set.
        sets: What a slot holds once it has another.
        part: Whether it is there only where an APN or a VPN can be joined.
    """

    shows: Callable[[Contents], object]
    sets: Callable[[Contents, Any], Contents]
    part: Part | None = None


def _plain(name: str) -> Field:
    def shows(contents: Contents) -> object:
        return getattr(contents.profile, name)

    def sets(contents: Contents, value: object) -> Contents:
        # An empty text is what is not set: of these, all that are texts can be without.
        changed: dict[str, Any] = {name: value if value != "" else None}
        return replace(contents, profile=replace(contents.profile, **changed))

    return Field(shows, sets)


def _fixed(value: str) -> Field:
    return Field(lambda _: value, lambda contents, _: contents)


def _enabled(part: Part) -> Field:
    def shows(contents: Contents) -> bool:
        return _of(contents.profile, part) is not None

    def sets(contents: Contents, value: bool) -> Contents:
        if value is shows(contents):
            return contents
        profile, idle = contents.profile, dict(contents.idle)
        if value:
            return Contents(_with(profile, part, idle.pop(part, {})), idle)
        idle[part] = _of(profile, part) or {}
        return Contents(_with(profile, part, None), idle)

    return Field(shows, sets)


def _within(
    part: Part,
    name: str,
    kept: Callable[[Any], JsonValue] = lambda value: cast("JsonValue", value),
) -> Field:
    """A field of an APN or a VPN, also of one that is not enabled."""

    def all_of(contents: Contents) -> Fields:
        enabled = _of(contents.profile, part)
        return contents.idle.get(part, {}) if enabled is None else enabled

    def sets(contents: Contents, value: object) -> Contents:
        fields = {**all_of(contents), name: kept(value)}
        if value == "":
            del fields[name]
        if _of(contents.profile, part) is None:
            return replace(contents, idle={**contents.idle, part: fields})
        return replace(contents, profile=_with(contents.profile, part, fields))

    return Field(lambda contents: all_of(contents).get(name), sets, part)


def _of(profile: NetworkProfile, part: Part) -> Fields | None:
    return profile.apn if part == "apn" else profile.vpn


def _with(profile: NetworkProfile, part: Part, fields: Fields | None) -> NetworkProfile:
    return replace(profile, apn=fields) if part == "apn" else replace(profile, vpn=fields)


FIELDS: Final[Mapping[Variable[Any], Field]] = {
    NetworkConfiguration.OcppCsmsUrl: _plain("url"),
    NetworkConfiguration.OcppInterface: _plain("interface"),
    NetworkConfiguration.OcppTransport: _fixed("JSON"),
    NetworkConfiguration.OcppVersion: _plain("version"),
    NetworkConfiguration.MessageTimeout: _plain("message_timeout"),
    NetworkConfiguration.SecurityProfile: _plain("security_profile"),
    NetworkConfiguration.Identity: _plain("identity"),
    NetworkConfiguration.BasicAuthPassword: _plain("password"),
    NetworkConfiguration.ApnEnabled: _enabled("apn"),
    NetworkConfiguration.Apn: _within("apn", "apn"),
    NetworkConfiguration.ApnUserName: _within("apn", "apnUserName"),
    NetworkConfiguration.ApnPassword: _within("apn", "apnPassword"),
    NetworkConfiguration.SimPin: _within("apn", "simPin", int),
    NetworkConfiguration.PreferredNetwork: _within("apn", "preferredNetwork"),
    NetworkConfiguration.UseOnlyPreferredNetwork: _within("apn", "useOnlyPreferredNetwork"),
    NetworkConfiguration.ApnAuthentication: _within("apn", "apnAuthentication"),
    NetworkConfiguration.VpnEnabled: _enabled("vpn"),
    NetworkConfiguration.VpnType: _within("vpn", "type"),
    NetworkConfiguration.VpnServer: _within("vpn", "server"),
    NetworkConfiguration.VpnUser: _within("vpn", "user"),
    NetworkConfiguration.VpnGroup: _within("vpn", "group"),
    NetworkConfiguration.VpnPassword: _within("vpn", "password"),
    NetworkConfiguration.VpnKey: _within("vpn", "key"),
}
"""All but those that name one of the CSMS roots: any that is installed may vouch for a CSMS."""


def values_of(slot: str, values: Mapping[Definition, object]) -> dict[Definition, object]:
    """Of many values, those that are set in a slot."""
    return {
        one: value
        for one, value in values.items()
        if one.spec in FIELDS and one.component.instance == slot
    }


def with_values(contents: Contents, values: Mapping[Definition, object]) -> Contents:
    """What a slot holds once variables of it have other values."""
    for definition, value in values.items():
        contents = FIELDS[definition.spec].sets(contents, value)
    return contents


def missing(profile: NetworkProfile) -> list[str]:
    """What is not set of an APN or a VPN, and has to be."""
    return [
        f"{part}.{name}"
        for part, names in _NEEDED.items()
        for name in names
        if (fields := _of(profile, part)) is not None and not fields.get(name)
    ]
