"""What the CSMS answers to stations of OCPP 1.6, with the security extension."""

import math
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from pilotwire.csms.desk import Desk
from pilotwire.csms.errors import RequestRefused
from pilotwire.csms.records import Connector, Reading, SecurityEvent, Session
from pilotwire.csms.tokens import Token, TokenStatus
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.handlers import CsmsHandler
from pilotwire.ocpp.v21 import FirmwareStatusEnumType as FirmwareStatus
from pilotwire.ocpp.v21 import UploadLogStatusEnumType as UploadLogStatus

__all__ = ["Answers16", "info16"]

_STATUS: Mapping[TokenStatus, v16.AuthorizationStatus] = MappingProxyType(
    {
        TokenStatus.ACCEPTED: v16.AuthorizationStatus.ACCEPTED,
        TokenStatus.BLOCKED: v16.AuthorizationStatus.BLOCKED,
        TokenStatus.NO_CREDIT: v16.AuthorizationStatus.BLOCKED,
        TokenStatus.EXPIRED: v16.AuthorizationStatus.EXPIRED,
        TokenStatus.CONCURRENT_TX: v16.AuthorizationStatus.CONCURRENT_TX,
    }
)


class Answers16(CsmsHandler):
    """Answers one station's requests."""

    def __init__(self, desk: Desk, heartbeat_interval: int) -> None:
        self._desk = desk
        self._heartbeat_interval = heartbeat_interval

    # Core.

    async def boot_notification(
        self, request: v16.BootNotificationRequest, /
    ) -> v16.BootNotificationResponse:
        """4.2."""
        answer = self._desk.boot(
            request.charge_point_vendor,
            request.charge_point_model,
            request.charge_point_serial_number or request.charge_box_serial_number,
            request.firmware_version,
        )
        interval = self._heartbeat_interval if answer.interval is None else answer.interval
        return v16.BootNotificationResponse(
            status=v16.RegistrationStatus(answer.status),
            current_time=self._desk.now(),
            interval=interval,
        )

    async def heartbeat(self, request: v16.HeartbeatRequest, /) -> v16.HeartbeatResponse:
        """4.6."""
        del request
        return v16.HeartbeatResponse(current_time=self._desk.now())

    async def authorize(self, request: v16.AuthorizeRequest, /) -> v16.AuthorizeResponse:
        """4.1."""
        return v16.AuthorizeResponse(id_tag_info=self._info(request.id_tag))

    async def status_notification(
        self, request: v16.StatusNotificationRequest, /
    ) -> v16.StatusNotificationResponse:
        """4.9."""
        error = None if request.error_code == "NoError" else request.error_code.value
        connector = Connector(request.status, request.timestamp or self._desk.now(), error)
        connector_id = min(request.connector_id, 1)  # connector 0 is the station
        self._desk.record.report(request.connector_id, connector_id, connector)
        return v16.StatusNotificationResponse()

    async def start_transaction(
        self, request: v16.StartTransactionRequest, /
    ) -> v16.StartTransactionResponse:
        """4.8. Repeated after a lost answer, it gets the same transactionId again."""
        session = self._session_started_by(request)
        if session is None:
            session = Session(
                transaction_id=self._desk.next_transaction_id(),
                started=request.timestamp,
                evse_id=request.connector_id,
                token=request.id_tag,
                meter_start_wh=float(request.meter_start),
            )
            self._desk.started(session)
        assert isinstance(session.transaction_id, int)  # noqa: S101 -- given out above
        return v16.StartTransactionResponse(
            transaction_id=session.transaction_id, id_tag_info=self._info(request.id_tag)
        )

    async def meter_values(self, request: v16.MeterValuesRequest, /) -> v16.MeterValuesResponse:
        """4.7. Values outside transactions are not kept."""
        if request.transaction_id is not None:
            session = self._desk.record.session(request.transaction_id)
            if session is not None and session.add(_readings(request.meter_value)):
                self._desk.updated(session)
        return v16.MeterValuesResponse()

    async def stop_transaction(
        self, request: v16.StopTransactionRequest, /
    ) -> v16.StopTransactionResponse:
        """4.10. Of an unknown transaction too: it must not block the station (errata 3.18)."""
        session = self._desk.record.session(request.transaction_id)
        if session is not None and session.ongoing:
            session.add(_readings(request.transaction_data or ()))
            session.meter_stop_wh = float(request.meter_stop)
            self._desk.stopped(session, request.timestamp, request.reason)
        return v16.StopTransactionResponse(
            id_tag_info=None if request.id_tag is None else self._info(request.id_tag)
        )

    async def data_transfer(self, request: v16.DataTransferRequest, /) -> v16.DataTransferResponse:
        """4.3. There is no vendor that this CSMS has an agreement with."""
        del request
        return v16.DataTransferResponse(status=v16.DataTransferStatus.UNKNOWN_VENDOR_ID)

    # Firmware management and security.

    async def diagnostics_status_notification(
        self, request: v16.DiagnosticsStatusNotificationRequest, /
    ) -> v16.DiagnosticsStatusNotificationResponse:
        """4.4; all that 1.6 says of a failure is that it is one."""
        failed = request.status is v16.DiagnosticsStatus.UPLOAD_FAILED
        self._desk.log_status(
            UploadLogStatus.UPLOAD_FAILURE if failed else UploadLogStatus(request.status.value)
        )
        return v16.DiagnosticsStatusNotificationResponse()

    async def firmware_status_notification(
        self, request: v16.FirmwareStatusNotificationRequest, /
    ) -> v16.FirmwareStatusNotificationResponse:
        """4.5."""
        self._desk.firmware_status(FirmwareStatus(request.status.value))
        return v16.FirmwareStatusNotificationResponse()

    async def log_status_notification(
        self, request: v16.LogStatusNotificationRequest, /
    ) -> v16.LogStatusNotificationResponse:
        """The progress of a GetLog."""
        self._desk.log_status(UploadLogStatus(request.status.value), request.request_id)
        return v16.LogStatusNotificationResponse()

    async def security_event_notification(
        self, request: v16.SecurityEventNotificationRequest, /
    ) -> v16.SecurityEventNotificationResponse:
        """Something that concerns security happened at the station."""
        event = SecurityEvent(request.timestamp, request.type, request.tech_info)
        self._desk.secured(event)
        return v16.SecurityEventNotificationResponse()

    async def sign_certificate(
        self, request: v16.SignCertificateRequest, /
    ) -> v16.SignCertificateResponse:
        """White paper 5.17."""
        try:
            await self._desk.have_signed(request.csr)
        except RequestRefused:
            return v16.SignCertificateResponse(status=v16.GenericStatusEnumType.REJECTED)
        return v16.SignCertificateResponse(status=v16.GenericStatusEnumType.ACCEPTED)

    async def signed_firmware_status_notification(
        self, request: v16.SignedFirmwareStatusNotificationRequest, /
    ) -> v16.SignedFirmwareStatusNotificationResponse:
        """The progress of a SignedUpdateFirmware."""
        self._desk.firmware_status(FirmwareStatus(request.status.value), request.request_id)
        return v16.SignedFirmwareStatusNotificationResponse()

    # What it rests on.

    def _info(self, id_tag: str) -> v16.IdTagInfo:
        token = self._desk.tokens.look_up(id_tag)
        if token is None:
            return v16.IdTagInfo(status=v16.AuthorizationStatus.INVALID)
        return info16(token)

    def _session_started_by(self, request: v16.StartTransactionRequest) -> Session | None:
        what = (request.connector_id, request.id_tag, request.meter_start, request.timestamp)
        for session in reversed(self._desk.record.sessions):
            start = (session.evse_id, session.token, session.meter_start_wh, session.started)
            # One that has ended was answered, and looks alike by chance: a clock that stands.
            if session.ongoing and isinstance(session.transaction_id, int) and start == what:
                return session
        return None


def info16(token: Token) -> v16.IdTagInfo:
    """What is said of a token."""
    status = _STATUS.get(token.status, v16.AuthorizationStatus.INVALID)
    return v16.IdTagInfo(status=status, parent_id_tag=token.group)


def _readings(values: Iterable[v16.MeterValue]) -> Iterator[Reading]:
    for value in values:
        for sample in value.sampled_value:
            number = _number(sample)
            if number is not None:
                measurand = sample.measurand or v16.Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
                context = sample.context or v16.ReadingContext.SAMPLE_PERIODIC
                yield Reading(
                    at=value.timestamp,
                    value=number,
                    measurand=measurand.value,
                    unit="Wh" if sample.unit is None else sample.unit.value,
                    context=context.value,
                    phase=None if sample.phase is None else sample.phase.value,
                )


def _number(sample: v16.SampledValue) -> float | None:
    if sample.format is v16.ValueFormat.SIGNED_DATA:
        return None
    try:
        number = float(sample.value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
