"""What the CSMS answers to stations of OCPP 2.0.1."""

from collections.abc import Iterable, Iterator

from pilotwire.csms.desk import Desk
from pilotwire.csms.records import Connector, Reading, Session
from pilotwire.csms.tokens import TokenStatus
from pilotwire.ocpp import v201
from pilotwire.ocpp.v201.handlers import CsmsHandler

__all__ = ["Answers201"]


class Answers201(CsmsHandler):
    """Answers one station's requests."""

    def __init__(self, desk: Desk, heartbeat_interval: int) -> None:
        self._desk = desk
        self._heartbeat_interval = heartbeat_interval

    # B Provisioning, G Availability.

    async def boot_notification(
        self, request: v201.BootNotificationRequest, /
    ) -> v201.BootNotificationResponse:
        """B01, B02, B03."""
        station = request.charging_station
        answer = self._desk.boot(
            station.vendor_name,
            station.model,
            station.serial_number,
            station.firmware_version,
            request.reason,
        )
        interval = self._heartbeat_interval if answer.interval is None else answer.interval
        return v201.BootNotificationResponse(
            status=answer.status, current_time=self._desk.now(), interval=interval
        )

    async def heartbeat(self, request: v201.HeartbeatRequest, /) -> v201.HeartbeatResponse:
        """G02."""
        del request
        return v201.HeartbeatResponse(current_time=self._desk.now())

    async def status_notification(
        self, request: v201.StatusNotificationRequest, /
    ) -> v201.StatusNotificationResponse:
        """G01."""
        self._desk.record.report(
            request.evse_id,
            request.connector_id,
            Connector(request.connector_status, request.timestamp),
        )
        return v201.StatusNotificationResponse()

    async def notify_event(self, request: v201.NotifyEventRequest, /) -> v201.NotifyEventResponse:
        """N07. The station may tell a connector's status this way as well (G01.FR.03)."""
        for event in request.event_data:
            evse = event.component.evse
            if (
                (event.component.name, event.variable.name) == ("Connector", "AvailabilityState")
                and evse is not None
                and evse.connector_id is not None
            ):
                connector = Connector(event.actual_value, event.timestamp)
                self._desk.record.report(evse.id, evse.connector_id, connector)
        return v201.NotifyEventResponse()

    async def notify_report(
        self, request: v201.NotifyReportRequest, /
    ) -> v201.NotifyReportResponse:
        """B07, B08."""
        del request
        return v201.NotifyReportResponse()

    # C Authorization, E Transactions, J Meter Values.

    async def authorize(self, request: v201.AuthorizeRequest, /) -> v201.AuthorizeResponse:
        """C01. Contract certificates can't be verified here (C07.FR.17)."""
        if request.certificate is None and request.iso15118_certificate_hash_data is None:
            return v201.AuthorizeResponse(id_token_info=self._info(request.id_token))
        return v201.AuthorizeResponse(
            id_token_info=v201.IdTokenInfoType(status=TokenStatus.INVALID),
            certificate_status=v201.AuthorizeCertificateStatusEnumType.CERT_CHAIN_ERROR,
        )

    async def transaction_event(
        self, request: v201.TransactionEventRequest, /
    ) -> v201.TransactionEventResponse:
        """E01 to E16. What comes again is answered again, and not noted again."""
        session = self._desk.record.session(request.transaction_info.transaction_id)
        if session is None:
            session = Session(request.transaction_info.transaction_id, request.timestamp)
            _note(session, request)
            self._desk.started(session)
        elif request.seq_no not in session.seq_nos:
            _note(session, request)
            self._desk.updated(session)
        if request.event_type is v201.TransactionEventEnumType.ENDED:
            reason = request.transaction_info.stopped_reason
            self._desk.stopped(session, request.timestamp, reason)
        return v201.TransactionEventResponse(  # E01.FR.12
            id_token_info=None if request.id_token is None else self._info(request.id_token)
        )

    async def meter_values(self, request: v201.MeterValuesRequest, /) -> v201.MeterValuesResponse:
        """J01: values outside transactions, which are not kept."""
        del request
        return v201.MeterValuesResponse()

    # K Smart Charging.

    async def notify_charging_limit(
        self, request: v201.NotifyChargingLimitRequest, /
    ) -> v201.NotifyChargingLimitResponse:
        """K12."""
        del request
        return v201.NotifyChargingLimitResponse()

    async def cleared_charging_limit(
        self, request: v201.ClearedChargingLimitRequest, /
    ) -> v201.ClearedChargingLimitResponse:
        """K13."""
        del request
        return v201.ClearedChargingLimitResponse()

    async def report_charging_profiles(
        self, request: v201.ReportChargingProfilesRequest, /
    ) -> v201.ReportChargingProfilesResponse:
        """K09."""
        del request
        return v201.ReportChargingProfilesResponse()

    async def notify_ev_charging_needs(
        self, request: v201.NotifyEVChargingNeedsRequest, /
    ) -> v201.NotifyEVChargingNeedsResponse:
        """K15. This CSMS makes no charging schedules."""
        del request
        return v201.NotifyEVChargingNeedsResponse(
            status=v201.NotifyEVChargingNeedsStatusEnumType.REJECTED
        )

    async def notify_ev_charging_schedule(
        self, request: v201.NotifyEVChargingScheduleRequest, /
    ) -> v201.NotifyEVChargingScheduleResponse:
        """K15."""
        del request
        return v201.NotifyEVChargingScheduleResponse(status=v201.GenericStatusEnumType.ACCEPTED)

    # A Security, L Firmware, M Certificates.

    async def security_event_notification(
        self, request: v201.SecurityEventNotificationRequest, /
    ) -> v201.SecurityEventNotificationResponse:
        """A04."""
        del request
        return v201.SecurityEventNotificationResponse()

    async def sign_certificate(
        self, request: v201.SignCertificateRequest, /
    ) -> v201.SignCertificateResponse:
        """A02. This CSMS is no certificate authority."""
        del request
        return v201.SignCertificateResponse(status=v201.GenericStatusEnumType.REJECTED)

    async def get_15118_ev_certificate(
        self, request: v201.Get15118EVCertificateRequest, /
    ) -> v201.Get15118EVCertificateResponse:
        """M01. There is no certificate provider behind this CSMS."""
        del request
        return v201.Get15118EVCertificateResponse(
            status=v201.Iso15118EVCertificateStatusEnumType.FAILED, exi_response=""
        )

    async def get_certificate_status(
        self, request: v201.GetCertificateStatusRequest, /
    ) -> v201.GetCertificateStatusResponse:
        """M06. This CSMS asks no OCSP responder."""
        del request
        return v201.GetCertificateStatusResponse(status=v201.GetCertificateStatusEnumType.FAILED)

    async def firmware_status_notification(
        self, request: v201.FirmwareStatusNotificationRequest, /
    ) -> v201.FirmwareStatusNotificationResponse:
        """L01, L02."""
        del request
        return v201.FirmwareStatusNotificationResponse()

    async def publish_firmware_status_notification(
        self, request: v201.PublishFirmwareStatusNotificationRequest, /
    ) -> v201.PublishFirmwareStatusNotificationResponse:
        """L03."""
        del request
        return v201.PublishFirmwareStatusNotificationResponse()

    # N Diagnostics, H Reservation, O Display Message, P Data Transfer.

    async def log_status_notification(
        self, request: v201.LogStatusNotificationRequest, /
    ) -> v201.LogStatusNotificationResponse:
        """N01."""
        del request
        return v201.LogStatusNotificationResponse()

    async def notify_monitoring_report(
        self, request: v201.NotifyMonitoringReportRequest, /
    ) -> v201.NotifyMonitoringReportResponse:
        """N02."""
        del request
        return v201.NotifyMonitoringReportResponse()

    async def notify_customer_information(
        self, request: v201.NotifyCustomerInformationRequest, /
    ) -> v201.NotifyCustomerInformationResponse:
        """N09."""
        del request
        return v201.NotifyCustomerInformationResponse()

    async def notify_display_messages(
        self, request: v201.NotifyDisplayMessagesRequest, /
    ) -> v201.NotifyDisplayMessagesResponse:
        """O03."""
        del request
        return v201.NotifyDisplayMessagesResponse()

    async def reservation_status_update(
        self, request: v201.ReservationStatusUpdateRequest, /
    ) -> v201.ReservationStatusUpdateResponse:
        """H04."""
        del request
        return v201.ReservationStatusUpdateResponse()

    async def data_transfer(
        self, request: v201.DataTransferRequest, /
    ) -> v201.DataTransferResponse:
        """P02. There is no vendor that this CSMS has an agreement with."""
        del request
        return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.UNKNOWN_VENDOR_ID)

    # What it rests on.

    def _info(self, id_token: v201.IdTokenType) -> v201.IdTokenInfoType:
        if id_token.type is v201.IdTokenEnumType.NO_AUTHORIZATION:
            return v201.IdTokenInfoType(status=TokenStatus.ACCEPTED)  # C02.FR.02
        token = self._desk.tokens.look_up(id_token.id_token)
        if token is None:
            return v201.IdTokenInfoType(status=TokenStatus.UNKNOWN)
        group = token.group
        return v201.IdTokenInfoType(
            status=token.status,
            group_id_token=None
            if group is None
            else v201.IdTokenType(id_token=group, type=v201.IdTokenEnumType.CENTRAL),
        )


def _note(session: Session, request: v201.TransactionEventRequest) -> None:
    """Enter what a TransactionEvent tells into its session."""
    kinds = v201.TransactionEventEnumType
    session.seq_nos.append(request.seq_no)
    if request.event_type is kinds.STARTED:
        session.started = request.timestamp
    if request.evse is not None:
        session.evse_id = request.evse.id
        session.connector_id = request.evse.connector_id or session.connector_id
    if request.id_token is not None and session.token is None:
        session.token = request.id_token.id_token
    readings = list(_readings(request.meter_value or ()))
    session.add(readings)
    registers = [reading.register_wh for reading in readings if reading.register_wh is not None]
    if registers and request.event_type is kinds.STARTED and session.meter_start_wh is None:
        session.meter_start_wh = registers[0]
    if registers and request.event_type is kinds.ENDED and session.meter_stop_wh is None:
        session.meter_stop_wh = registers[-1]


def _readings(values: Iterable[v201.MeterValueType]) -> Iterator[Reading]:
    for value in values:
        for sample in value.sampled_value:
            unit = sample.unit_of_measure or v201.UnitOfMeasureType()
            yield Reading(
                at=value.timestamp,
                value=sample.value * 10.0**unit.multiplier,
                measurand=sample.measurand.value,
                unit=unit.unit,
                context=sample.context.value,
                phase=None if sample.phase is None else sample.phase.value,
            )
