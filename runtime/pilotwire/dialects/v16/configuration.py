"""OCPP 1.6: configuration keys as a view of the device model (5.3, 5.8, 9).

A key shows and sets the variable that its block names; no value of those has other words in 1.6.
Variables of the application have no key in the standard: theirs is `Component.Variable`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16, Commanded, Composed
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import Mutability
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer, ErrorCode
from pilotwire.station.device_model.configuration import Configuration, Place
from pilotwire.station.device_model.definitions import Definition
from pilotwire.station.device_model.standard import DeviceDataCtrlr
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import SetVariableStatus

__all__ = ["BLOCK", "change_key", "shown_keys"]

BLOCK = Block16()
BLOCK.key(Keys.GetConfigurationMaxKeys, DeviceDataCtrlr.ItemsPerMessage_GetVariables)

_KEY_LENGTH: Final = 50
_VALUE_LENGTH: Final = 500

_STATUS: Mapping[SetVariableStatus, v16.ConfigurationStatus] = MappingProxyType(
    {
        SetVariableStatus.ACCEPTED: v16.ConfigurationStatus.ACCEPTED,
        SetVariableStatus.REBOOT_REQUIRED: v16.ConfigurationStatus.REBOOT_REQUIRED,
        SetVariableStatus.REJECTED: v16.ConfigurationStatus.REJECTED,
    }
)
"""Whatever else there is means that the key is not supported."""


_ACCEPTED = Outcome(SetVariableStatus.ACCEPTED)
_REJECTED = Outcome(SetVariableStatus.REJECTED)
_UNKNOWN = Outcome(SetVariableStatus.UNKNOWN_VARIABLE)


def _anything(value: str) -> bool:
    del value
    return True


@dataclass(frozen=True, slots=True)
class _Key:
    """A key, and the variable that it shows, or several, or what changes it, or what it says."""

    name: str
    definition: Definition | None = None
    composed: Composed | None = None
    commanded: Commanded | None = None
    says: str | None = ""
    takes: Callable[[str], bool] = _anything


@BLOCK.command("GetConfiguration", lambda: v16.GetConfigurationRequest)
async def get_configuration(
    to: Dialect, request: v16.GetConfigurationRequest
) -> v16.GetConfigurationResponse:
    """5.8."""
    keys = {key.name.lower(): key for key in _keys(to)}
    if not request.key:
        return v16.GetConfigurationResponse(configuration_key=_values(to, keys.values()))
    most = to.station.core.device_model[DeviceDataCtrlr.ItemsPerMessage_GetVariables]
    if len(request.key) > most:  # GetConfigurationMaxKeys
        raise CallRefused(
            ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, f"{len(request.key)} keys; {most} at most"
        )
    asked = {name.lower(): name for name in request.key}
    known = [keys[name] for name in asked if name in keys]
    unknown = [name for lower, name in asked.items() if lower not in keys]
    return v16.GetConfigurationResponse(
        configuration_key=_values(to, known) or None, unknown_key=unknown or None
    )


@BLOCK.command("ChangeConfiguration", lambda: v16.ChangeConfigurationRequest)
async def change_configuration(
    to: Dialect, request: v16.ChangeConfigurationRequest
) -> Answer[v16.ChangeConfigurationResponse]:
    """5.3."""
    outcome = change_key(to, request.key, request.value)
    status = _STATUS.get(outcome.status, v16.ConfigurationStatus.NOT_SUPPORTED)
    return Answer(v16.ChangeConfigurationResponse(status=status), outcome.once_sent)


def shown_keys(to: Dialect) -> list[v16.KeyValue]:
    """All keys as they are now."""
    return _values(to, _keys(to))


def change_key(to: Dialect, name: str, value: str) -> Outcome[SetVariableStatus]:
    """Change a key, as `ChangeConfiguration` does; what is to follow the answer is the caller's."""
    key = next((key for key in _keys(to) if key.name.lower() == name.lower()), None)
    return _UNKNOWN if key is None else _changed(to, key, value)


def _changed(to: Dialect, key: _Key, value: str) -> Outcome[SetVariableStatus]:
    if key.commanded is not None:
        return key.commanded.does(to.station, value) or _REJECTED
    wishes = _wishes(to, key, value)
    if wishes is None:
        return _REJECTED
    results = to.block(Configuration).set(wishes)
    refused = (each for each in results if each.status is not SetVariableStatus.ACCEPTED)
    return next(refused, _ACCEPTED)


def _wishes(to: Dialect, key: _Key, value: str) -> list[tuple[Place, str]] | None:
    """The variables that a key sets, and to what; None where it is read-only or can't be that."""
    if key.composed is not None:
        return key.composed.sets(to.station, value)
    if key.definition is None or not key.takes(value):
        return None
    spec = key.definition.spec
    return [(Place(key.definition.component, spec.name, spec.instance), value)]


def _keys(to: Dialect) -> Iterator[_Key]:
    model = to.station.core.device_model
    blocks = [block for block in to.blocks if isinstance(block, Block16)]
    for block in blocks:
        for key, variable in block.shown.items():
            if model.has(variable):
                takes = block.takes.get(key, _anything)
                yield _Key(key.name, model.definition(variable), takes=takes)
        for key, composed in block.composed.items():
            yield _Key(key.name, composed=composed, says=composed.says(to.station))
        for key, commanded in block.commanded.items():
            yield _Key(key.name, commanded=commanded, says=commanded.says(to.station))
        for fixed, says in block.fixed.items():
            yield _Key(fixed.name, says=fixed.format(says(to.station)))
        for numbered in block.numbered:
            for name, text in numbered(to.station):
                yield _Key(name, says=text)
    profiles = tuple(
        block.profile for block in blocks if block.profile is not None and block.there(to.station)
    )
    key_of_profiles = Keys.SupportedFeatureProfiles
    yield _Key(key_of_profiles.name, says=key_of_profiles.format(profiles))
    for definition in model.declared():
        if len(definition.title) <= _KEY_LENGTH:
            yield _Key(definition.title, definition)


def _values(to: Dialect, keys: Iterable[_Key]) -> list[v16.KeyValue]:
    configuration = to.block(Configuration)
    return [_value(configuration, key) for key in keys]


def _value(configuration: Configuration, key: _Key) -> v16.KeyValue:
    definition = key.definition
    if definition is None:
        return v16.KeyValue(
            key=key.name,
            readonly=key.composed is None and key.commanded is None,
            value=None if key.says is None else key.says[:_VALUE_LENGTH],
        )
    spec = definition.spec
    read = configuration.read(Place(definition.component, spec.name, spec.instance))
    return v16.KeyValue(
        key=key.name,
        readonly=definition.mutability is Mutability.READ_ONLY,
        value=None if read.value is None else read.value[:_VALUE_LENGTH],
    )
