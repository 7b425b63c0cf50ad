"""OCPP 1.6: configuration keys as a view of the device model (5.3, 5.8, 9).

A key shows and sets the variable that the table names; no value of those has other words in 1.6.
Variables of the application have no key in the standard: theirs is `Component.Variable`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from pilotwire.dialects.base import Block, Dialect
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import ConfigurationKey, Mutability, Variable
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import ErrorCode
from pilotwire.station.device_model.configuration import Configuration, Place
from pilotwire.station.device_model.definitions import Definition
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    DeviceDataCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.station import Station
from pilotwire.station.transactions.metering.values import MEASURED
from pilotwire.station.vocabulary import SetVariableStatus

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()

_KEY_LENGTH: Final = 50
_VALUE_LENGTH: Final = 500

_SHOWN: Mapping[ConfigurationKey[Any], Variable[Any]] = MappingProxyType(
    {
        Keys.AllowOfflineTxForUnknownId: AuthCtrlr.OfflineTxForUnknownIdEnabled,
        Keys.AuthorizeRemoteTxRequests: AuthCtrlr.AuthorizeRemoteStart,
        Keys.ConnectionTimeOut: TxCtrlr.EVConnectionTimeOut,
        Keys.GetConfigurationMaxKeys: DeviceDataCtrlr.ItemsPerMessage_GetVariables,
        Keys.HeartbeatInterval: OCPPCommCtrlr.HeartbeatInterval,
        Keys.MeterValueSampleInterval: SampledDataCtrlr.TxUpdatedInterval,
        Keys.MeterValuesSampledData: SampledDataCtrlr.TxUpdatedMeasurands,
        Keys.ResetRetries: OCPPCommCtrlr.ResetRetries,
        Keys.StopTransactionOnEVSideDisconnect: TxCtrlr.StopTxOnEVSideDisconnect,
        Keys.StopTransactionOnInvalidId: TxCtrlr.StopTxOnInvalidId,
        Keys.TransactionMessageAttempts: OCPPCommCtrlr.MessageAttempts_TransactionEvent,
        Keys.TransactionMessageRetryInterval: (
            OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent
        ),
        Keys.UnlockConnectorOnEVSideDisconnect: OCPPCommCtrlr.UnlockOnEVSideDisconnect,
        Keys.WebSocketPingInterval: OCPPCommCtrlr.WebSocketPingInterval,
    }
)
"""Key -> the variable that it shows."""

_FIXED: Mapping[ConfigurationKey[Any], Callable[[Station], object]] = MappingProxyType(
    {
        Keys.MeterValuesSampledDataMaxLength: lambda _: len(MEASURED),
        Keys.NumberOfConnectors: lambda station: station.evses.connectors,
        Keys.SupportedFeatureProfiles: lambda _: ("Core",),
    }
)
"""Key -> what it says; 2.x tells these by which components there are, or not at all."""

_STATUS: Mapping[SetVariableStatus, v16.ConfigurationStatus] = MappingProxyType(
    {
        SetVariableStatus.ACCEPTED: v16.ConfigurationStatus.ACCEPTED,
        SetVariableStatus.REBOOT_REQUIRED: v16.ConfigurationStatus.REBOOT_REQUIRED,
        SetVariableStatus.REJECTED: v16.ConfigurationStatus.REJECTED,
    }
)
"""Whatever else there is means that the key is not supported."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A key, and the variable that it shows or else what it says."""

    name: str
    definition: Definition | None = None
    says: str = ""


@BLOCK.command(v16.GetConfigurationRequest)
async def get_configuration(
    to: Dialect, request: v16.GetConfigurationRequest
) -> v16.GetConfigurationResponse:
    """5.8."""
    keys = {key.name.lower(): key for key in _keys(to.station)}
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


@BLOCK.command(v16.ChangeConfigurationRequest)
async def change_configuration(
    to: Dialect, request: v16.ChangeConfigurationRequest
) -> v16.ChangeConfigurationResponse:
    """5.3."""
    return v16.ChangeConfigurationResponse(status=_change(to, request.key, request.value))


def _change(to: Dialect, name: str, value: str) -> v16.ConfigurationStatus:
    key = next((key for key in _keys(to.station) if key.name.lower() == name.lower()), None)
    if key is None:
        return v16.ConfigurationStatus.NOT_SUPPORTED
    if key.definition is None:
        return v16.ConfigurationStatus.REJECTED  # read-only
    spec = key.definition.spec
    place = Place(key.definition.component, spec.name, spec.instance)
    (result,) = to.block(Configuration).set([(place, value)])
    return _STATUS.get(result.status, v16.ConfigurationStatus.NOT_SUPPORTED)


def _keys(station: Station) -> Iterator[_Key]:
    model = station.core.device_model
    for key, variable in _SHOWN.items():
        yield _Key(key.name, model.definition(variable))
    for key, says in _FIXED.items():
        yield _Key(key.name, says=key.format(says(station)))
    for definition in model.declared():
        if len(definition.title) <= _KEY_LENGTH:
            yield _Key(definition.title, definition)


def _values(to: Dialect, keys: Iterable[_Key]) -> list[v16.KeyValue]:
    configuration = to.block(Configuration)
    return [_value(configuration, key) for key in keys]


def _value(configuration: Configuration, key: _Key) -> v16.KeyValue:
    definition = key.definition
    if definition is None:
        return v16.KeyValue(key=key.name, readonly=True, value=key.says)
    spec = definition.spec
    read = configuration.read(Place(definition.component, spec.name, spec.instance))
    return v16.KeyValue(
        key=key.name,
        readonly=definition.mutability is Mutability.READ_ONLY,
        value=None if read.value is None else read.value[:_VALUE_LENGTH],
    )
