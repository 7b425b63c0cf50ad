"""Availability in OCPP 1.6: StatusNotification (4.9), ChangeAvailability (5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.dialects.availability import StatusReport
from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.connectors import ConnectorNumbers, numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import AnyRequest
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer
from pilotwire.station.availability import Availability
from pilotwire.station.device_model.standard import AnyComponent
from pilotwire.station.evse.faults import STORE_FULL
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.vocabulary import ChargingState, ConnectorStatus

__all__ = ["BLOCK", "status_notification"]

BLOCK = Block16()
BLOCK.fixed_key(Keys.NumberOfConnectors, lambda station: numbers_of(station).total)
BLOCK.key(Keys.MinimumStatusDuration, AnyComponent.MinimumStatusDuration)

_Code = v16.ChargePointErrorCode

_INFO_LENGTH = 50
_UNPLUGGED = "EV side disconnected"
"""What 4.9 has `info` say of a transaction that its vehicle has left."""
_VENDOR_CODE_LENGTH = 50

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

_OF_A_VEHICLE = frozenset(
    {
        v16.ChargePointStatus.PREPARING,
        v16.ChargePointStatus.SUSPENDED_EV,
        v16.ChargePointStatus.SUSPENDED_EVSE,
        v16.ChargePointStatus.FINISHING,
    }
)
"""What EVCommunicationError goes with, being a warning (4.9)."""

_ERROR_CODES: Mapping[str, v16.ChargePointErrorCode] = MappingProxyType(
    {
        FaultCode.GROUND_FAULT: _Code.GROUND_FAILURE,
        FaultCode.OVERCURRENT_FAULT: _Code.OVER_CURRENT_FAILURE,
        FaultCode.OVER_VOLTAGE: _Code.OVER_VOLTAGE,
        FaultCode.UNDER_VOLTAGE: _Code.UNDER_VOLTAGE,
        FaultCode.POWER_QUALITY: _Code.OTHER_ERROR,
        FaultCode.EMERGENCY_STOP: _Code.OTHER_ERROR,
        FaultCode.HIGH_TEMPERATURE: _Code.HIGH_TEMPERATURE,
        FaultCode.CONTACTOR: _Code.POWER_SWITCH_FAILURE,
        FaultCode.LOCK: _Code.CONNECTOR_LOCK_FAILURE,
        FaultCode.METER: _Code.POWER_METER_FAILURE,
        FaultCode.PILOT: _Code.OTHER_ERROR,
        FaultCode.PILOT_STATE: _Code.OTHER_ERROR,
        FaultCode.EV_COMMUNICATION: _Code.EV_COMMUNICATION_ERROR,
        FaultCode.TOKEN_READER: _Code.READER_FAILURE,
        FaultCode.WEAK_SIGNAL: _Code.WEAK_SIGNAL,
        FaultCode.CONTROLLER: _Code.INTERNAL_ERROR,
        FaultCode.OTHER: _Code.OTHER_ERROR,
        STORE_FULL: _Code.INTERNAL_ERROR,
    }
)


class StatusNotifications(StatusReport[Dialect]):
    """Each status is a StatusNotification; connector 0 is the Charge Point itself."""

    def request(
        self, to: Dialect, fact: ConnectorStatusChanged, *, offline: bool
    ) -> v16.StatusNotificationRequest:
        """StatusNotification (4.9)."""
        del offline
        return status_notification(fact, numbers_of(to.station))

    def status(self, request: AnyRequest) -> str:
        """Status and error, the maker's own code too."""
        if not isinstance(request, v16.StatusNotificationRequest):
            raise TypeError(f"{request.action} tells no status")
        return f"{request.status} {request.error_code} {request.vendor_error_code}"


BLOCK.report(ConnectorStatusChanged, StatusNotifications())


@BLOCK.command("ChangeAvailability", lambda: v16.ChangeAvailabilityRequest)
async def change_availability(
    to: Dialect, request: v16.ChangeAvailabilityRequest
) -> v16.ChangeAvailabilityResponse | Answer[v16.ChangeAvailabilityResponse]:
    """5.2. Connector 0 is the Charge Point and all connectors."""
    operative = request.type is v16.AvailabilityType.OPERATIVE
    availability = to.block(Availability)
    if request.connector_id == 0:
        outcome = availability.change(operative=operative, below=True)
    else:
        place = numbers_of(to.station).place(request.connector_id)
        if place is None:
            return v16.ChangeAvailabilityResponse(status=v16.AvailabilityStatus.REJECTED)
        outcome = availability.change(*place, operative=operative)
    status = v16.AvailabilityStatus(outcome.status.value)
    return Answer(v16.ChangeAvailabilityResponse(status=status), outcome.once_sent)


def status_notification(
    fact: ConnectorStatusChanged, numbers: ConnectorNumbers
) -> v16.StatusNotificationRequest:
    """The message that tells the status of a connector, or of the Charge Point itself."""
    status, info = _STATUS[fact.status], fact.info
    if fact.status in {ConnectorStatus.AVAILABLE, ConnectorStatus.OCCUPIED}:
        if fact.unplugged:
            status, info = v16.ChargePointStatus.SUSPENDED_EV, info or _UNPLUGGED
        elif fact.charging_state is not None:
            status = _IN_SESSION[fact.charging_state]
        elif fact.finishing:
            status = v16.ChargePointStatus.FINISHING
    error = _error_code(fact.fault)
    if error is _Code.EV_COMMUNICATION_ERROR and status not in _OF_A_VEHICLE:
        error = _Code.OTHER_ERROR
    own_word = error is _Code.OTHER_ERROR and fact.fault != error
    vendor_code = fact.fault if own_word else None
    return v16.StatusNotificationRequest(
        connector_id=numbers.number(fact.evse_id, fact.connector_id),
        error_code=error,
        info=None if info is None else info[:_INFO_LENGTH],
        status=status,
        timestamp=fact.timestamp,
        vendor_error_code=None if vendor_code is None else vendor_code[:_VENDOR_CODE_LENGTH],
    )


def _error_code(fault: str | None) -> v16.ChargePointErrorCode:
    """The word for a fault: "OtherError" leaves the rest to vendorErrorCode (7.6).

    A fact that an earlier release left in the outbox has the word of 1.6 already.
    """
    if fault is None:
        return _Code.NO_ERROR
    if fault in _ERROR_CODES:
        return _ERROR_CODES[fault]
    return _Code(fault) if fault in set(_Code) else _Code.OTHER_ERROR
