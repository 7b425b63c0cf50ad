"""OCPP 1.6: Charge Point, Connector and idTag, made of the station's words and read back into them.

here                         in 1.6
a connector of an EVSE       a connector, numbered through (`connectors`)
IdToken                      idTag (20 characters; the kind is not told)
the first event of a         StartTransaction; its answer numbers the transaction, and what
transaction that is both     happened before it is not told
authorized and connected
an Updated event             MeterValues if it has any, else nothing
an Ended event               StopTransaction, if there is a StartTransaction

A transaction of which only 2.x was told so far has its StartTransaction sent ahead of the rest.
"""

from collections.abc import Mapping
from datetime import datetime

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.availability import status_notification
from pilotwire.dialects.v16.configuration import Configuration16
from pilotwire.dialects.v16.connectors import ConnectorNumbers
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import AnyRequest, Response
from pilotwire.ocpp.v16.actions import ACTIONS
from pilotwire.rpc import Answer, Edition, Handlers
from pilotwire.station.csms import Answered
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.facts.encoding import AnyFact
from pilotwire.station.facts.provisioning import BootAnswer, ResetKind, StationIdentity
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.facts.transactions import MeterValue, Sample, TransactionEvent
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import (
    AuthorizationStatus,
    BootReason,
    EventType,
    Measurand,
    Reason,
    RegistrationStatus,
    RequestStartStopStatus,
    ResetStatus,
)

__all__ = ["Dialect16"]

_ID_TAG_LENGTH = 20

_NO_NUMBER = -1
"""Of a transaction whose StartTransaction was given up: the rest is told all the same (errata
3.18).
"""

_AUTHORIZATION: Mapping[v16.AuthorizationStatus, AuthorizationStatus] = {
    v16.AuthorizationStatus.ACCEPTED: AuthorizationStatus.ACCEPTED,
    v16.AuthorizationStatus.BLOCKED: AuthorizationStatus.BLOCKED,
    v16.AuthorizationStatus.EXPIRED: AuthorizationStatus.EXPIRED,
    v16.AuthorizationStatus.INVALID: AuthorizationStatus.INVALID,
    v16.AuthorizationStatus.CONCURRENT_TX: AuthorizationStatus.CONCURRENT_TX,
}

_REASONS: Mapping[Reason, v16.Reason] = {
    Reason.DE_AUTHORIZED: v16.Reason.DE_AUTHORIZED,
    Reason.EMERGENCY_STOP: v16.Reason.EMERGENCY_STOP,
    Reason.EV_DISCONNECTED: v16.Reason.EV_DISCONNECTED,
    Reason.IMMEDIATE_RESET: v16.Reason.SOFT_RESET,
    Reason.LOCAL: v16.Reason.LOCAL,
    Reason.POWER_LOSS: v16.Reason.POWER_LOSS,
    Reason.REBOOT: v16.Reason.REBOOT,
    Reason.REMOTE: v16.Reason.REMOTE,
}
"""What has no word in 1.6 is Other."""

_RESETS = {
    v16.ResetType.SOFT: ResetKind.IMMEDIATE,
    v16.ResetType.HARD: ResetKind.FORCED,
}

_REGISTRATION: Mapping[v16.RegistrationStatus, RegistrationStatus] = {
    v16.RegistrationStatus.ACCEPTED: RegistrationStatus.ACCEPTED,
    v16.RegistrationStatus.PENDING: RegistrationStatus.PENDING,
    v16.RegistrationStatus.REJECTED: RegistrationStatus.REJECTED,
}


class Dialect16(Dialect):
    """OCPP 1.6."""

    edition = Edition.V16
    actions = ACTIONS

    def __init__(self, station: Station, handlers: Handlers) -> None:
        super().__init__(station, handlers)
        self.connectors = ConnectorNumbers([len(evse.connectors) for evse in station.evses])
        self.handlers.on(v16.RemoteStartTransactionRequest, self.remote_start_transaction)
        self.handlers.on(v16.RemoteStopTransactionRequest, self.remote_stop_transaction)
        self.handlers.on(v16.ResetRequest, self.reset)
        Configuration16(self)

    @property
    def version(self) -> OcppVersion:
        """OCPP 1.6."""
        return OcppVersion.V1_6

    @property
    def repeats_keep_id(self) -> bool:
        """A repetition may keep its message id (OCPP-J 4.1.4 as of the errata of 2025-04)."""
        return True

    # The station asks.

    async def boot(self, identity: StationIdentity, reason: BootReason) -> BootAnswer:
        """BootNotification (4.2); 1.6 does not ask for the reason."""
        del reason
        response = await self.call(
            v16.BootNotificationRequest(
                charge_point_vendor=identity.vendor,
                charge_point_model=identity.model,
                charge_point_serial_number=identity.serial_number,
                firmware_version=identity.firmware_version,
            )
        )
        return BootAnswer(_REGISTRATION[response.status], response.current_time, response.interval)

    async def heartbeat(self) -> datetime:
        """Heartbeat (4.6)."""
        response = await self.call(v16.HeartbeatRequest())
        return response.current_time

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Authorize (4.1). An identifier that does not fit into an idTag can't be valid."""
        if len(token.value) > _ID_TAG_LENGTH:
            return IdTokenInfo(AuthorizationStatus.INVALID)
        response = await self.call(v16.AuthorizeRequest(id_tag=token.value))
        return _info(response.id_tag_info)

    # The station reports.

    def _request(self, event: AnyFact, *, offline: bool) -> AnyRequest | None:
        del offline  # 1.6 has no word for it: the timestamps tell
        match event:
            case ConnectorStatusChanged():
                return status_notification(event, self.connectors)
            case TransactionEvent(power_path_closed_first=True, authorized_by=IdToken() as token):
                return v16.StartTransactionRequest(
                    connector_id=self.connectors.number(event.evse_id, event.connector_id),
                    id_tag=token.value[:_ID_TAG_LENGTH],
                    meter_start=round(event.register_wh),
                    timestamp=event.timestamp,
                )
            case TransactionEvent(path_closed=False):
                return None  # it is no transaction in the sense of 1.6 yet, or never was
            case TransactionEvent(event_type=EventType.ENDED):
                return self._stop_transaction(event)
            case TransactionEvent(meter_values=[_, *_]):
                return v16.MeterValuesRequest(
                    connector_id=self.connectors.number(event.evse_id, event.connector_id),
                    transaction_id=self._csms_id(event),
                    meter_value=[_meter_value(value) for value in event.meter_values],
                )
            case _:
                return None

    def _stop_transaction(self, event: TransactionEvent) -> v16.StopTransactionRequest:
        token = event.id_token if event.stopped_reason is Reason.LOCAL else None
        reason = _REASONS.get(event.stopped_reason or Reason.LOCAL, v16.Reason.OTHER)
        if event.reset is ResetKind.FORCED:
            reason = v16.Reason.HARD_RESET
        return v16.StopTransactionRequest(
            transaction_id=self._csms_id(event),
            id_tag=None if token is None else token.value[:_ID_TAG_LENGTH],
            meter_stop=round(event.register_wh),
            timestamp=event.timestamp,
            reason=reason,
        )

    def _csms_id(self, event: TransactionEvent) -> int:
        row = self.station.core.records.transactions.get(event.transaction_id)
        if row is None or row.csms_id is None:
            return _NO_NUMBER
        return row.csms_id

    def _status(self, request: AnyRequest) -> tuple[int, int, str] | None:
        if not isinstance(request, v16.StatusNotificationRequest):
            return None
        return request.connector_id, 1, f"{request.status} {request.error_code}"

    def _answered(self, response: Response) -> Answered:
        match response:
            case v16.StartTransactionResponse():
                return Answered(response.transaction_id, _info(response.id_tag_info))
            case v16.StopTransactionResponse() if response.id_tag_info is not None:
                return Answered(id_token=_info(response.id_tag_info))
            case _:
                return Answered()

    def _opens(self, event: TransactionEvent) -> bool:
        return event.power_path_closed_first and event.authorized_by is not None

    def _answer_needed(self, request: AnyRequest) -> bool:
        return isinstance(request, v16.StartTransactionRequest)

    # The CSMS commands.

    async def remote_start_transaction(
        self, request: v16.RemoteStartTransactionRequest
    ) -> v16.RemoteStartTransactionResponse | Answer[v16.RemoteStartTransactionResponse]:
        """5.11. A charging profile is ignored: there is no smart charging."""
        evse_id = None
        if request.connector_id is not None:
            evse_id = self._startable(request.connector_id)
            if evse_id is None:
                return v16.RemoteStartTransactionResponse(status=v16.RemoteStartStopStatus.REJECTED)
        answer = self.station.remote_control.request_start(IdToken(request.id_tag), None, evse_id)
        return Answer(
            v16.RemoteStartTransactionResponse(status=_start_stop(answer.status)), answer.once_sent
        )

    def _startable(self, number: int) -> int | None:
        """The EVSE of a connector; None where there is none, or another one of it is in use."""
        place = self.connectors.place(number)
        if place is None:
            return None
        evse_id, connector_id = place
        return evse_id if self.station.evse(evse_id).connector_id in {None, connector_id} else None

    async def remote_stop_transaction(
        self, request: v16.RemoteStopTransactionRequest
    ) -> Answer[v16.RemoteStopTransactionResponse]:
        """5.12."""
        row = self.station.core.records.transactions.by_csms_id(request.transaction_id)
        answer = self.station.remote_control.request_stop("" if row is None else row.id)
        return Answer(
            v16.RemoteStopTransactionResponse(status=_start_stop(answer.status)), answer.once_sent
        )

    async def reset(self, request: v16.ResetRequest) -> Answer[v16.ResetResponse]:
        """5.14."""
        answer = self.station.provisioning.reset(_RESETS[request.type])
        rejected = answer.status is ResetStatus.REJECTED
        status = v16.ResetStatus.REJECTED if rejected else v16.ResetStatus.ACCEPTED
        return Answer(v16.ResetResponse(status=status), answer.once_sent)


def _start_stop(status: RequestStartStopStatus) -> v16.RemoteStartStopStatus:
    if status is RequestStartStopStatus.ACCEPTED:
        return v16.RemoteStartStopStatus.ACCEPTED
    return v16.RemoteStartStopStatus.REJECTED


def _meter_value(value: MeterValue) -> v16.MeterValue:
    return v16.MeterValue(
        timestamp=value.timestamp, sampled_value=[_sampled(sample) for sample in value.samples]
    )


def _sampled(sample: Sample) -> v16.SampledValue:
    # The errata of 1.6: the unit of a frequency is understood.
    unit = None if sample.measurand is Measurand.FREQUENCY else v16.UnitOfMeasure(sample.unit)
    return v16.SampledValue(
        value=f"{sample.value:.3f}".rstrip("0").rstrip("."),
        context=v16.ReadingContext(sample.context),
        measurand=v16.Measurand(sample.measurand),
        phase=None if sample.phase is None else v16.Phase(sample.phase),
        unit=unit,
    )


def _info(info: v16.IdTagInfo) -> IdTokenInfo:
    return IdTokenInfo(
        status=_AUTHORIZATION[info.status],
        group=None if info.parent_id_tag is None else IdToken(info.parent_id_tag),
        expires=info.expiry_date,
    )
