"""OCPP 2.0.1: the station's own words, put into messages and read out of them."""

from datetime import datetime

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v201_device_model import DeviceModel201
from pilotwire.ocpp import v201
from pilotwire.ocpp.base import AnyRequest, Response
from pilotwire.ocpp.v201.actions import ACTIONS
from pilotwire.rpc import Answer, Edition, Handlers
from pilotwire.station.csms import Answered
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.facts.encoding import AnyFact
from pilotwire.station.facts.provisioning import BootAnswer, ResetKind, StationIdentity
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.facts.transactions import MeterValue, Sample, TransactionEvent
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import BootReason

__all__ = ["Dialect201"]

_RESETS = {
    v201.ResetEnumType.IMMEDIATE: ResetKind.IMMEDIATE,
    v201.ResetEnumType.ON_IDLE: ResetKind.ON_IDLE,
}


class Dialect201(Dialect):
    """OCPP 2.0.1."""

    edition = Edition.V201
    actions = ACTIONS

    def __init__(self, station: Station, handlers: Handlers) -> None:
        super().__init__(station, handlers)
        self.handlers.on(v201.RequestStartTransactionRequest, self.request_start_transaction)
        self.handlers.on(v201.RequestStopTransactionRequest, self.request_stop_transaction)
        self.handlers.on(v201.GetTransactionStatusRequest, self.get_transaction_status)
        self.handlers.on(v201.ResetRequest, self.reset)
        DeviceModel201(self)

    @property
    def version(self) -> OcppVersion:
        """OCPP 2.0.1."""
        return OcppVersion.V2_0_1

    @property
    def repeats_keep_id(self) -> bool:
        """2.0.1 wants a new message id for a repetition (Part 4, 4.1.4)."""
        return False

    # The station asks.

    async def boot(self, identity: StationIdentity, reason: BootReason) -> BootAnswer:
        """BootNotification (B01)."""
        response = await self.call(
            v201.BootNotificationRequest(
                reason=reason,
                charging_station=v201.ChargingStationType(
                    vendor_name=identity.vendor,
                    model=identity.model,
                    serial_number=identity.serial_number,
                    firmware_version=identity.firmware_version,
                ),
            )
        )
        return BootAnswer(response.status, response.current_time, response.interval)

    async def heartbeat(self) -> datetime:
        """Heartbeat (G02)."""
        response = await self.call(v201.HeartbeatRequest())
        return response.current_time

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Authorize (C01)."""
        response = await self.call(v201.AuthorizeRequest(id_token=_token(token)))
        return _info(response.id_token_info)

    # The station reports.

    def _request(self, event: AnyFact, *, offline: bool) -> AnyRequest | None:
        match event:
            case TransactionEvent():
                return _transaction_event(event, offline=offline)
            case ConnectorStatusChanged(evse_id=0):
                return None  # 2.x reports the connectors only
            case ConnectorStatusChanged():
                return v201.StatusNotificationRequest(
                    timestamp=event.timestamp,
                    connector_status=event.status,
                    evse_id=event.evse_id,
                    connector_id=event.connector_id,
                )

    def _status(self, request: AnyRequest) -> tuple[int, int, str] | None:
        if not isinstance(request, v201.StatusNotificationRequest):
            return None
        return request.evse_id, request.connector_id, request.connector_status

    def _answered(self, response: Response) -> Answered:
        if isinstance(response, v201.TransactionEventResponse) and response.id_token_info:
            return Answered(id_token=_info(response.id_token_info))
        return Answered()

    # The CSMS commands.

    async def request_start_transaction(
        self, request: v201.RequestStartTransactionRequest
    ) -> Answer[v201.RequestStartTransactionResponse]:
        """F01, F02. A charging profile is ignored: there is no smart charging (F01.FR.12)."""
        answer = self.station.remote_control.request_start(
            IdToken(request.id_token.id_token, request.id_token.type),
            request.remote_start_id,
            request.evse_id,
        )
        response = v201.RequestStartTransactionResponse(
            status=answer.status, transaction_id=answer.transaction_id
        )
        return Answer(response, answer.once_sent)

    async def request_stop_transaction(
        self, request: v201.RequestStopTransactionRequest
    ) -> Answer[v201.RequestStopTransactionResponse]:
        """F03."""
        answer = self.station.remote_control.request_stop(request.transaction_id)
        return Answer(v201.RequestStopTransactionResponse(status=answer.status), answer.once_sent)

    async def get_transaction_status(
        self, request: v201.GetTransactionStatusRequest
    ) -> v201.GetTransactionStatusResponse:
        """E14."""
        status = self.station.core.transactions.status(request.transaction_id)
        return v201.GetTransactionStatusResponse(
            ongoing_indicator=status.ongoing, messages_in_queue=status.messages_in_queue
        )

    async def reset(self, request: v201.ResetRequest) -> Answer[v201.ResetResponse]:
        """B11, B12."""
        answer = self.station.provisioning.reset(_RESETS[request.type], request.evse_id)
        return Answer(v201.ResetResponse(status=answer.status), answer.once_sent)


def _transaction_event(event: TransactionEvent, *, offline: bool) -> v201.TransactionEventRequest:
    return v201.TransactionEventRequest(
        event_type=event.event_type,
        timestamp=event.timestamp,
        trigger_reason=event.trigger,
        seq_no=event.seq_no,
        offline=offline,
        number_of_phases_used=event.phases,
        transaction_info=v201.TransactionType(
            transaction_id=event.transaction_id,
            charging_state=event.charging_state,
            stopped_reason=event.stopped_reason,
            remote_start_id=event.remote_start_id,
        ),
        evse=v201.EVSEType(id=event.evse_id, connector_id=event.connector_id),
        id_token=None if event.id_token is None else _token(event.id_token),
        meter_value=[_meter_value(value) for value in event.meter_values] or None,
    )


def _meter_value(value: MeterValue) -> v201.MeterValueType:
    return v201.MeterValueType(
        timestamp=value.timestamp, sampled_value=[_sampled(sample) for sample in value.samples]
    )


def _sampled(sample: Sample) -> v201.SampledValueType:
    return v201.SampledValueType(
        value=sample.value,
        measurand=sample.measurand,
        context=sample.context,
        phase=sample.phase,
        unit_of_measure=v201.UnitOfMeasureType(unit=sample.unit),
    )


def _token(token: IdToken) -> v201.IdTokenType:
    return v201.IdTokenType(id_token=token.value, type=token.kind)


def _info(info: v201.IdTokenInfoType) -> IdTokenInfo:
    group = info.group_id_token
    return IdTokenInfo(
        status=info.status,
        group=None if group is None else IdToken(group.id_token, group.type),
        expires=info.cache_expiry_date_time,
        evse_ids=tuple(info.evse_id or ()),
    )
