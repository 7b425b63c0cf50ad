"""What the CSMS answers to stations of OCPP 2.x, in the types of 2.1."""

from datetime import datetime, timedelta
from typing import Final

from pilotwire.csms.charging_needs import Planner
from pilotwire.csms.desk import Desk
from pilotwire.csms.errors import RequestRefused
from pilotwire.csms.notes2x import note, values
from pilotwire.csms.records import ChargingLimit, Connector, SecurityEvent, Session, Stream
from pilotwire.csms.tokens import Token, TokenStatus
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21.handlers import CsmsHandler
from pilotwire.ocpp.v21.standard_values import IdTokenKind, ReasonCode

__all__ = ["Answers2x", "info2x"]

GOOD_FOR: Final = timedelta(days=1)
"""How long what the CSMS says of a certificate counts."""


class Answers2x(CsmsHandler):
    """Answers one station's requests."""

    def __init__(self, desk: Desk, heartbeat_interval: int) -> None:
        self._desk = desk
        self._planner = Planner()
        self._heartbeat_interval = heartbeat_interval

    # B Provisioning, G Availability.

    async def boot_notification(
        self, request: v21.BootNotificationRequest, /
    ) -> v21.BootNotificationResponse:
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
        return v21.BootNotificationResponse(
            status=answer.status, current_time=self._desk.now(), interval=interval
        )

    async def heartbeat(self, request: v21.HeartbeatRequest, /) -> v21.HeartbeatResponse:
        """G02."""
        del request
        return v21.HeartbeatResponse(current_time=self._desk.now())

    async def status_notification(
        self, request: v21.StatusNotificationRequest, /
    ) -> v21.StatusNotificationResponse:
        """G01."""
        self._desk.record.report(
            request.evse_id,
            request.connector_id,
            Connector(request.connector_status, request.timestamp),
        )
        return v21.StatusNotificationResponse()

    async def notify_event(self, request: v21.NotifyEventRequest, /) -> v21.NotifyEventResponse:
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
        return v21.NotifyEventResponse()

    async def notify_report(self, request: v21.NotifyReportRequest, /) -> v21.NotifyReportResponse:
        """B07, B08."""
        del request
        return v21.NotifyReportResponse()

    # C Authorization, E Transactions, J Meter Values.

    async def authorize(self, request: v21.AuthorizeRequest, /) -> v21.AuthorizeResponse:
        """C01. Contract certificates can't be verified here (C07.FR.17)."""
        if request.certificate is None and request.iso15118_certificate_hash_data is None:
            return v21.AuthorizeResponse(id_token_info=self._info(request.id_token))
        return v21.AuthorizeResponse(
            id_token_info=v21.IdTokenInfoType(status=TokenStatus.INVALID),
            certificate_status=v21.AuthorizeCertificateStatusEnumType.CERT_CHAIN_ERROR,
        )

    async def transaction_event(
        self, request: v21.TransactionEventRequest, /
    ) -> v21.TransactionEventResponse:
        """E01 to E16. What comes again is answered again, and not noted again."""
        session = self._desk.record.session(request.transaction_info.transaction_id)
        if session is None:
            session = Session(request.transaction_info.transaction_id, request.timestamp)
            session.take_seq_no(request.seq_no)
            note(session, request)
            self._desk.started(session)
        elif session.take_seq_no(request.seq_no):
            note(session, request)
            self._desk.updated(session)
        if request.event_type is v21.TransactionEventEnumType.ENDED:
            reason = request.transaction_info.stopped_reason
            self._desk.stopped(session, request.timestamp, reason)
        return v21.TransactionEventResponse(  # E01.FR.12
            id_token_info=None if request.id_token is None else self._info(request.id_token)
        )

    async def meter_values(self, request: v21.MeterValuesRequest, /) -> v21.MeterValuesResponse:
        """J01: values outside transactions, which are not kept."""
        del request
        return v21.MeterValuesResponse()

    async def vat_number_validation(
        self, request: v21.VatNumberValidationRequest, /
    ) -> v21.VatNumberValidationResponse:
        """C18. This CSMS knows no register of companies."""
        return v21.VatNumberValidationResponse(
            status=v21.GenericStatusEnumType.REJECTED,
            vat_number=request.vat_number,
            evse_id=request.evse_id,  # C18.FR.10
        )

    async def notify_settlement(
        self, request: v21.NotifySettlementRequest, /
    ) -> v21.NotifySettlementResponse:
        """C19 to C22. This CSMS issues no receipts."""
        del request
        return v21.NotifySettlementResponse()

    # K Smart Charging, R DER Control.

    async def notify_charging_limit(
        self, request: v21.NotifyChargingLimitRequest, /
    ) -> v21.NotifyChargingLimitResponse:
        """K11, K12, K27."""
        limit = request.charging_limit
        self._desk.limited(
            ChargingLimit(
                at=self._desk.now(),
                evse_id=request.evse_id or 0,
                source=limit.charging_limit_source,
                critical=limit.is_grid_critical,
                local_generation=bool(limit.is_local_generation),
                schedules=request.charging_schedule or (),
            )
        )
        return v21.NotifyChargingLimitResponse()

    async def cleared_charging_limit(
        self, request: v21.ClearedChargingLimitRequest, /
    ) -> v21.ClearedChargingLimitResponse:
        """K13."""
        self._desk.unlimited(request.evse_id or 0, request.charging_limit_source)
        return v21.ClearedChargingLimitResponse()

    async def report_charging_profiles(
        self, request: v21.ReportChargingProfilesRequest, /
    ) -> v21.ReportChargingProfilesResponse:
        """K09. What was not asked for is not kept."""
        take = self._desk.profile_reports.get(request.request_id)
        if take is not None:
            take(request)
        return v21.ReportChargingProfilesResponse()

    async def notify_ev_charging_needs(
        self, request: v21.NotifyEVChargingNeedsRequest, /
    ) -> v21.NotifyEVChargingNeedsResponse:
        """K15, K17: the schedule follows. None is made of what ISO 15118-20 says (K18, K19)."""
        statuses = v21.NotifyEVChargingNeedsStatusEnumType
        session = self._desk.record.ongoing(request.evse_id)
        plan = self._planner.plan(request, session, self._desk.now())
        if plan is not None:
            self._desk.to_tell = plan
            return v21.NotifyEVChargingNeedsResponse(status=statuses.ACCEPTED)
        # A vehicle of ISO 15118-20, which alone has control modes, would have to stop if its needs
        # were rejected (K18.FR.04 and 22, K19.FR.04 and 15); one of 15118-2 goes on (K15.FR.04).
        of_15118_20 = request.charging_needs.control_mode is not None
        return v21.NotifyEVChargingNeedsResponse(
            status=statuses.NO_CHARGING_PROFILE if of_15118_20 else statuses.REJECTED
        )

    async def notify_ev_charging_schedule(
        self, request: v21.NotifyEVChargingScheduleRequest, /
    ) -> v21.NotifyEVChargingScheduleResponse:
        """K15, K16, K17."""
        statuses = v21.GenericStatusEnumType
        return v21.NotifyEVChargingScheduleResponse(
            status=statuses.ACCEPTED if self._planner.fits(request) else statuses.REJECTED
        )

    async def pull_dynamic_schedule_update(
        self, request: v21.PullDynamicScheduleUpdateRequest, /
    ) -> v21.PullDynamicScheduleUpdateResponse:
        """K28. The limit is the one that the profile was set with, or was told since."""
        limit = self._desk.record.dynamic_limits.get(request.charging_profile_id)
        statuses = v21.ChargingProfileStatusEnumType
        if limit is None:  # K28.FR.12
            return v21.PullDynamicScheduleUpdateResponse(
                status=statuses.REJECTED,
                status_info=v21.StatusInfoType(reason_code=ReasonCode.INVALID_PROFILE),
            )
        return v21.PullDynamicScheduleUpdateResponse(
            status=statuses.ACCEPTED, schedule_update=v21.ChargingScheduleUpdateType(limit=limit)
        )

    async def notify_priority_charging(
        self, request: v21.NotifyPriorityChargingRequest, /
    ) -> v21.NotifyPriorityChargingResponse:
        """K21, K22."""
        self._desk.prioritized(request.transaction_id, priority=request.activated)
        return v21.NotifyPriorityChargingResponse()

    async def notify_der_start_stop(
        self, request: v21.NotifyDERStartStopRequest, /
    ) -> v21.NotifyDERStartStopResponse:
        """R04."""
        del request
        return v21.NotifyDERStartStopResponse()

    async def report_der_control(
        self, request: v21.ReportDERControlRequest, /
    ) -> v21.ReportDERControlResponse:
        """R04."""
        del request
        return v21.ReportDERControlResponse()

    async def notify_der_alarm(
        self, request: v21.NotifyDERAlarmRequest, /
    ) -> v21.NotifyDERAlarmResponse:
        """R05."""
        del request
        return v21.NotifyDERAlarmResponse()

    # A Security, L Firmware, M Certificates.

    async def security_event_notification(
        self, request: v21.SecurityEventNotificationRequest, /
    ) -> v21.SecurityEventNotificationResponse:
        """A04."""
        event = SecurityEvent(request.timestamp, request.type, request.tech_info)
        self._desk.secured(event)
        return v21.SecurityEventNotificationResponse()

    async def sign_certificate(
        self, request: v21.SignCertificateRequest, /
    ) -> v21.SignCertificateResponse:
        """A02."""
        try:
            await self._desk.have_signed(request.csr, request.certificate_type, request.request_id)
        except RequestRefused as refused:
            return v21.SignCertificateResponse(
                status=v21.GenericStatusEnumType.REJECTED,
                status_info=v21.StatusInfoType(
                    reason_code=refused.reason, additional_info=str(refused)
                ),
            )
        return v21.SignCertificateResponse(status=v21.GenericStatusEnumType.ACCEPTED)

    async def get_15118_ev_certificate(
        self, request: v21.Get15118EVCertificateRequest, /
    ) -> v21.Get15118EVCertificateResponse:
        """M01. There is no certificate provider behind this CSMS."""
        del request
        return v21.Get15118EVCertificateResponse(
            status=v21.Iso15118EVCertificateStatusEnumType.FAILED, exi_response=""
        )

    async def get_certificate_status(
        self, request: v21.GetCertificateStatusRequest, /
    ) -> v21.GetCertificateStatusResponse:
        """M06. Of its own authority's certificates this CSMS is the responder; it asks no other."""
        result, authority = None, self._desk.authority
        if authority is not None:
            from pilotwire.csms.statuses import ocsp_result

            result = ocsp_result(authority, request.ocsp_request_data, self._validity)
        statuses = v21.GetCertificateStatusEnumType
        return v21.GetCertificateStatusResponse(
            status=statuses.FAILED if result is None else statuses.ACCEPTED, ocsp_result=result
        )

    async def get_certificate_chain_status(
        self, request: v21.GetCertificateChainStatusRequest, /
    ) -> v21.GetCertificateChainStatusResponse:
        """M07. The same; it loads no CRL (M07.FR.05)."""
        return v21.GetCertificateChainStatusResponse(
            certificate_status=[self._status(each) for each in request.certificate_status_requests]
        )

    async def firmware_status_notification(
        self, request: v21.FirmwareStatusNotificationRequest, /
    ) -> v21.FirmwareStatusNotificationResponse:
        """L01, L02."""
        self._desk.firmware_status(request.status, request.request_id)
        return v21.FirmwareStatusNotificationResponse()

    async def publish_firmware_status_notification(
        self, request: v21.PublishFirmwareStatusNotificationRequest, /
    ) -> v21.PublishFirmwareStatusNotificationResponse:
        """L03."""
        del request
        return v21.PublishFirmwareStatusNotificationResponse()

    # N Diagnostics.

    async def open_periodic_event_stream(
        self, request: v21.OpenPeriodicEventStreamRequest, /
    ) -> v21.OpenPeriodicEventStreamResponse:
        """N11."""
        data = request.constant_stream_data
        self._desk.record.open_stream(data.id, Stream(data.variable_monitoring_id))
        return v21.OpenPeriodicEventStreamResponse(status=v21.GenericStatusEnumType.ACCEPTED)

    async def notify_periodic_event_stream(self, request: v21.NotifyPeriodicEventStream, /) -> None:
        """N15. What is of no open stream can't be told what it is of."""
        stream = self._desk.record.streams.get(request.id)
        if stream is not None:
            stream.values.extend(values(request))

    async def close_periodic_event_stream(
        self, request: v21.ClosePeriodicEventStreamRequest, /
    ) -> v21.ClosePeriodicEventStreamResponse:
        """N13."""
        self._desk.record.streams.pop(request.id, None)
        return v21.ClosePeriodicEventStreamResponse()

    async def log_status_notification(
        self, request: v21.LogStatusNotificationRequest, /
    ) -> v21.LogStatusNotificationResponse:
        """N01."""
        self._desk.log_status(request.status, request.request_id)
        return v21.LogStatusNotificationResponse()

    async def notify_monitoring_report(
        self, request: v21.NotifyMonitoringReportRequest, /
    ) -> v21.NotifyMonitoringReportResponse:
        """N02."""
        del request
        return v21.NotifyMonitoringReportResponse()

    async def notify_customer_information(
        self, request: v21.NotifyCustomerInformationRequest, /
    ) -> v21.NotifyCustomerInformationResponse:
        """N09."""
        del request
        return v21.NotifyCustomerInformationResponse()

    # H Reservation, O Display Message, P Data Transfer, S Battery Swapping.

    async def notify_display_messages(
        self, request: v21.NotifyDisplayMessagesRequest, /
    ) -> v21.NotifyDisplayMessagesResponse:
        """O03."""
        del request
        return v21.NotifyDisplayMessagesResponse()

    async def reservation_status_update(
        self, request: v21.ReservationStatusUpdateRequest, /
    ) -> v21.ReservationStatusUpdateResponse:
        """H04."""
        del request
        return v21.ReservationStatusUpdateResponse()

    async def data_transfer(self, request: v21.DataTransferRequest, /) -> v21.DataTransferResponse:
        """P02. There is no vendor that this CSMS has an agreement with."""
        del request
        return v21.DataTransferResponse(status=v21.DataTransferStatusEnumType.UNKNOWN_VENDOR_ID)

    async def battery_swap(self, request: v21.BatterySwapRequest, /) -> v21.BatterySwapResponse:
        """S03."""
        del request
        return v21.BatterySwapResponse()

    # What it rests on.

    @property
    def _validity(self) -> tuple[datetime, datetime]:
        now = self._desk.now()
        return now, now + GOOD_FOR

    def _status(self, asked: v21.CertificateStatusRequestInfoType) -> v21.CertificateStatusType:
        status, (now, later) = v21.CertificateStatusEnumType.FAILED, self._validity
        authority = self._desk.authority
        if authority is not None and asked.source is v21.CertificateStatusSourceEnumType.OCSP:
            from pilotwire.csms.statuses import status_of

            status = status_of(authority, asked.certificate_hash_data)
        failed = status is v21.CertificateStatusEnumType.FAILED
        return v21.CertificateStatusType(
            certificate_hash_data=asked.certificate_hash_data,
            source=asked.source,
            status=status,
            next_update=now if failed else later,
        )

    def _info(self, id_token: v21.IdTokenType) -> v21.IdTokenInfoType:
        if id_token.type == IdTokenKind.NO_AUTHORIZATION:
            return v21.IdTokenInfoType(status=TokenStatus.ACCEPTED)  # C02.FR.02
        token = self._desk.tokens.look_up(id_token.id_token)
        if token is None:
            return v21.IdTokenInfoType(status=TokenStatus.UNKNOWN)
        return info2x(token)


def info2x(token: Token) -> v21.IdTokenInfoType:
    """What is said of a token."""
    group = token.group
    return v21.IdTokenInfoType(
        status=token.status,
        group_id_token=None
        if group is None
        else v21.IdTokenType(id_token=group, type=IdTokenKind.CENTRAL),
    )
