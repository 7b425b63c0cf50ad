"""OCPP 1.6: configuration keys as a view of the device model (5.3, 5.8, 9).

A key shows and sets the variable that the table names; no value of those has other words in 1.6.
Variables of the application have no key in the standard: theirs is `Component.Variable`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from pilotwire.dialects.base import Dialect
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import ConfigurationKey, Mutability, Variable
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import ErrorCode
from pilotwire.station.device_model.configuration import Place
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

__all__ = ["Configuration16"]

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
        Keys.NumberOfConnectors: lambda station: sum(
            len(evse.connectors) for evse in station.evses
        ),
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


class Configuration16:
    """The handlers of one connection."""

    def __init__(self, dialect: Dialect) -> None:
        self._station = dialect.station
        self._model = dialect.station.core.device_model
        self._configuration = dialect.station.configuration
        dialect.handlers.on(v16.GetConfigurationRequest, self.get_configuration)
        dialect.handlers.on(v16.ChangeConfigurationRequest, self.change_configuration)

    async def get_configuration(
        self, request: v16.GetConfigurationRequest
    ) -> v16.GetConfigurationResponse:
        """5.8."""
        keys = {key.name.lower(): key for key in self._keys()}
        if not request.key:
            return v16.GetConfigurationResponse(configuration_key=self._values(keys.values()))
        most = self._model[DeviceDataCtrlr.ItemsPerMessage_GetVariables]
        if len(request.key) > most:  # GetConfigurationMaxKeys
            raise CallRefused(
                ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                f"{len(request.key)} keys; {most} at most",
            )
        asked = {name.lower(): name for name in request.key}
        known = [keys[name] for name in asked if name in keys]
        unknown = [name for lower, name in asked.items() if lower not in keys]
        return v16.GetConfigurationResponse(
            configuration_key=self._values(known) or None, unknown_key=unknown or None
        )

    async def change_configuration(
        self, request: v16.ChangeConfigurationRequest
    ) -> v16.ChangeConfigurationResponse:
        """5.3."""
        return v16.ChangeConfigurationResponse(status=self._change(request.key, request.value))

    def _change(self, name: str, value: str) -> v16.ConfigurationStatus:
        key = next((key for key in self._keys() if key.name.lower() == name.lower()), None)
        if key is None:
            return v16.ConfigurationStatus.NOT_SUPPORTED
        if key.definition is None:
            return v16.ConfigurationStatus.REJECTED  # read-only
        spec = key.definition.spec
        place = Place(key.definition.component, spec.name, spec.instance)
        (result,) = self._configuration.set([(place, value)])
        return _STATUS.get(result.status, v16.ConfigurationStatus.NOT_SUPPORTED)

    def _keys(self) -> Iterator[_Key]:
        for key, variable in _SHOWN.items():
            yield _Key(key.name, self._model.definition(variable))
        for key, says in _FIXED.items():
            yield _Key(key.name, says=key.format(says(self._station)))
        for definition in self._model.declared():
            if len(definition.title) <= _KEY_LENGTH:
                yield _Key(definition.title, definition)

    def _values(self, keys: Iterable[_Key]) -> list[v16.KeyValue]:
        return [self._value(key) for key in keys]

    def _value(self, key: _Key) -> v16.KeyValue:
        definition = key.definition
        if definition is None:
            return v16.KeyValue(key=key.name, readonly=True, value=key.says)
        spec = definition.spec
        read = self._configuration.read(Place(definition.component, spec.name, spec.instance))
        return v16.KeyValue(
            key=key.name,
            readonly=definition.mutability is Mutability.READ_ONLY,
            value=None if read.value is None else read.value[:_VALUE_LENGTH],
        )
