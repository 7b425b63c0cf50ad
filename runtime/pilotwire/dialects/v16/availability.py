"""Availability in OCPP 1.6: StatusNotification (4.9)."""

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.dialects.availability import StatusReport
from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import AnyRequest
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.vocabulary import ChargingState, ConnectorStatus

__all__ = ["BLOCK"]

BLOCK = Block16()
BLOCK.fixed_key(Keys.NumberOfConnectors, lambda station: len(station.evses))

_IN_SESSION: Mapping[ChargingState, v16.ChargePointStatus] = MappingProxyType(
    {
        ChargingState.IDLE: v16.ChargePointStatus.PREPARING,
        ChargingState.EV_CONNECTED: v16.ChargePointStatus.PREPARING,
        ChargingState.CHARGING: v16.ChargePointStatus.CHARGING,
        ChargingState.SUSPENDED_EV: v16.ChargePointStatus.SUSPENDED_EV,
        ChargingState.SUSPENDED_EVSE: v16.ChargePointStatus.SUSPENDED_EVSE,
    }
)

_STATUS: Mapping[ConnectorStatus, v16.ChargePointStatus] = MappingProxyType(
    {
        ConnectorStatus.AVAILABLE: v16.ChargePointStatus.AVAILABLE,
        ConnectorStatus.OCCUPIED: v16.ChargePointStatus.PREPARING,
        ConnectorStatus.RESERVED: v16.ChargePointStatus.RESERVED,
        ConnectorStatus.UNAVAILABLE: v16.ChargePointStatus.UNAVAILABLE,
        ConnectorStatus.FAULTED: v16.ChargePointStatus.FAULTED,
    }
)


class StatusNotifications(StatusReport[Dialect]):
    """Each status is a StatusNotification; connector 0 is the charge point as a whole."""

    def request(
        self, to: Dialect, fact: ConnectorStatusChanged, *, offline: bool
    ) -> v16.StatusNotificationRequest:
        """StatusNotification (4.9)."""
        del to, offline
        status = _STATUS[fact.status]
        if fact.status in {ConnectorStatus.AVAILABLE, ConnectorStatus.OCCUPIED}:
            if fact.charging_state is not None:
                status = _IN_SESSION[fact.charging_state]
            elif fact.finishing:
                status = v16.ChargePointStatus.FINISHING
        return v16.StatusNotificationRequest(
            connector_id=fact.evse_id,
            error_code=_error_code(fact.fault),
            info=None if fact.info is None else fact.info[:50],
            status=status,
            timestamp=fact.timestamp,
        )

    def status(self, request: AnyRequest) -> str:
        """Status and error code."""
        if not isinstance(request, v16.StatusNotificationRequest):
            raise TypeError(f"{request.action} tells no status")
        return f"{request.status} {request.error_code}"


BLOCK.report(ConnectorStatusChanged, StatusNotifications())


def _error_code(fault: str | None) -> v16.ChargePointErrorCode:
    if fault is None:
        return v16.ChargePointErrorCode.NO_ERROR
    try:
        return v16.ChargePointErrorCode(fault)
    except ValueError:
        return v16.ChargePointErrorCode.OTHER_ERROR
