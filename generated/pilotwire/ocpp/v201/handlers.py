"""Who must answer what in OCPP 2.0.1: one method an action.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Protocol

from pilotwire.ocpp.v201.messages import (
    AuthorizeRequest,
    AuthorizeResponse,
    BootNotificationRequest,
    BootNotificationResponse,
    CancelReservationRequest,
    CancelReservationResponse,
    CertificateSignedRequest,
    CertificateSignedResponse,
    ChangeAvailabilityRequest,
    ChangeAvailabilityResponse,
    ClearCacheRequest,
    ClearCacheResponse,
    ClearChargingProfileRequest,
    ClearChargingProfileResponse,
    ClearDisplayMessageRequest,
    ClearDisplayMessageResponse,
    ClearedChargingLimitRequest,
    ClearedChargingLimitResponse,
    ClearVariableMonitoringRequest,
    ClearVariableMonitoringResponse,
    CostUpdatedRequest,
    CostUpdatedResponse,
    CustomerInformationRequest,
    CustomerInformationResponse,
    DataTransferRequest,
    DataTransferResponse,
    DeleteCertificateRequest,
    DeleteCertificateResponse,
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
    Get15118EVCertificateRequest,
    Get15118EVCertificateResponse,
    GetBaseReportRequest,
    GetBaseReportResponse,
    GetCertificateStatusRequest,
    GetCertificateStatusResponse,
    GetChargingProfilesRequest,
    GetChargingProfilesResponse,
    GetCompositeScheduleRequest,
    GetCompositeScheduleResponse,
    GetDisplayMessagesRequest,
    GetDisplayMessagesResponse,
    GetInstalledCertificateIdsRequest,
    GetInstalledCertificateIdsResponse,
    GetLocalListVersionRequest,
    GetLocalListVersionResponse,
    GetLogRequest,
    GetLogResponse,
    GetMonitoringReportRequest,
    GetMonitoringReportResponse,
    GetReportRequest,
    GetReportResponse,
    GetTransactionStatusRequest,
    GetTransactionStatusResponse,
    GetVariablesRequest,
    GetVariablesResponse,
    HeartbeatRequest,
    HeartbeatResponse,
    InstallCertificateRequest,
    InstallCertificateResponse,
    LogStatusNotificationRequest,
    LogStatusNotificationResponse,
    MeterValuesRequest,
    MeterValuesResponse,
    NotifyChargingLimitRequest,
    NotifyChargingLimitResponse,
    NotifyCustomerInformationRequest,
    NotifyCustomerInformationResponse,
    NotifyDisplayMessagesRequest,
    NotifyDisplayMessagesResponse,
    NotifyEVChargingNeedsRequest,
    NotifyEVChargingNeedsResponse,
    NotifyEVChargingScheduleRequest,
    NotifyEVChargingScheduleResponse,
    NotifyEventRequest,
    NotifyEventResponse,
    NotifyMonitoringReportRequest,
    NotifyMonitoringReportResponse,
    NotifyReportRequest,
    NotifyReportResponse,
    PublishFirmwareRequest,
    PublishFirmwareResponse,
    PublishFirmwareStatusNotificationRequest,
    PublishFirmwareStatusNotificationResponse,
    ReportChargingProfilesRequest,
    ReportChargingProfilesResponse,
    RequestStartTransactionRequest,
    RequestStartTransactionResponse,
    RequestStopTransactionRequest,
    RequestStopTransactionResponse,
    ReservationStatusUpdateRequest,
    ReservationStatusUpdateResponse,
    ReserveNowRequest,
    ReserveNowResponse,
    ResetRequest,
    ResetResponse,
    SecurityEventNotificationRequest,
    SecurityEventNotificationResponse,
    SendLocalListRequest,
    SendLocalListResponse,
    SetChargingProfileRequest,
    SetChargingProfileResponse,
    SetDisplayMessageRequest,
    SetDisplayMessageResponse,
    SetMonitoringBaseRequest,
    SetMonitoringBaseResponse,
    SetMonitoringLevelRequest,
    SetMonitoringLevelResponse,
    SetNetworkProfileRequest,
    SetNetworkProfileResponse,
    SetVariableMonitoringRequest,
    SetVariableMonitoringResponse,
    SetVariablesRequest,
    SetVariablesResponse,
    SignCertificateRequest,
    SignCertificateResponse,
    StatusNotificationRequest,
    StatusNotificationResponse,
    TransactionEventRequest,
    TransactionEventResponse,
    TriggerMessageRequest,
    TriggerMessageResponse,
    UnlockConnectorRequest,
    UnlockConnectorResponse,
    UnpublishFirmwareRequest,
    UnpublishFirmwareResponse,
    UpdateFirmwareRequest,
    UpdateFirmwareResponse,
)

__all__ = [
    "ChargingStationHandler",
    "CsmsHandler",
]


class ChargingStationHandler(Protocol):
    """Answers what a CSMS sends."""

    async def cancel_reservation(
        self, request: CancelReservationRequest, /
    ) -> CancelReservationResponse:
        """Answer CancelReservation (H Reservation)."""
        ...

    async def certificate_signed(
        self, request: CertificateSignedRequest, /
    ) -> CertificateSignedResponse:
        """Answer CertificateSigned (A Security)."""
        ...

    async def change_availability(
        self, request: ChangeAvailabilityRequest, /
    ) -> ChangeAvailabilityResponse:
        """Answer ChangeAvailability (G Availability)."""
        ...

    async def clear_cache(self, request: ClearCacheRequest, /) -> ClearCacheResponse:
        """Answer ClearCache (C Authorization)."""
        ...

    async def clear_charging_profile(
        self, request: ClearChargingProfileRequest, /
    ) -> ClearChargingProfileResponse:
        """Answer ClearChargingProfile (K Smart Charging)."""
        ...

    async def clear_display_message(
        self, request: ClearDisplayMessageRequest, /
    ) -> ClearDisplayMessageResponse:
        """Answer ClearDisplayMessage (O Display Message)."""
        ...

    async def clear_variable_monitoring(
        self, request: ClearVariableMonitoringRequest, /
    ) -> ClearVariableMonitoringResponse:
        """Answer ClearVariableMonitoring (N Diagnostics)."""
        ...

    async def cost_updated(self, request: CostUpdatedRequest, /) -> CostUpdatedResponse:
        """Answer CostUpdated (I Tariff and Cost)."""
        ...

    async def customer_information(
        self, request: CustomerInformationRequest, /
    ) -> CustomerInformationResponse:
        """Answer CustomerInformation (N Diagnostics)."""
        ...

    async def data_transfer(self, request: DataTransferRequest, /) -> DataTransferResponse:
        """Answer DataTransfer (P Data Transfer)."""
        ...

    async def delete_certificate(
        self, request: DeleteCertificateRequest, /
    ) -> DeleteCertificateResponse:
        """Answer DeleteCertificate (M ISO 15118 Certificate Management)."""
        ...

    async def get_base_report(self, request: GetBaseReportRequest, /) -> GetBaseReportResponse:
        """Answer GetBaseReport (B Provisioning)."""
        ...

    async def get_charging_profiles(
        self, request: GetChargingProfilesRequest, /
    ) -> GetChargingProfilesResponse:
        """Answer GetChargingProfiles (K Smart Charging)."""
        ...

    async def get_composite_schedule(
        self, request: GetCompositeScheduleRequest, /
    ) -> GetCompositeScheduleResponse:
        """Answer GetCompositeSchedule (K Smart Charging)."""
        ...

    async def get_display_messages(
        self, request: GetDisplayMessagesRequest, /
    ) -> GetDisplayMessagesResponse:
        """Answer GetDisplayMessages (O Display Message)."""
        ...

    async def get_installed_certificate_ids(
        self, request: GetInstalledCertificateIdsRequest, /
    ) -> GetInstalledCertificateIdsResponse:
        """Answer GetInstalledCertificateIds (M ISO 15118 Certificate Management)."""
        ...

    async def get_local_list_version(
        self, request: GetLocalListVersionRequest, /
    ) -> GetLocalListVersionResponse:
        """Answer GetLocalListVersion (D Local Authorization List Management)."""
        ...

    async def get_log(self, request: GetLogRequest, /) -> GetLogResponse:
        """Answer GetLog (N Diagnostics)."""
        ...

    async def get_monitoring_report(
        self, request: GetMonitoringReportRequest, /
    ) -> GetMonitoringReportResponse:
        """Answer GetMonitoringReport (N Diagnostics)."""
        ...

    async def get_report(self, request: GetReportRequest, /) -> GetReportResponse:
        """Answer GetReport (B Provisioning)."""
        ...

    async def get_transaction_status(
        self, request: GetTransactionStatusRequest, /
    ) -> GetTransactionStatusResponse:
        """Answer GetTransactionStatus (E Transactions)."""
        ...

    async def get_variables(self, request: GetVariablesRequest, /) -> GetVariablesResponse:
        """Answer GetVariables (B Provisioning)."""
        ...

    async def install_certificate(
        self, request: InstallCertificateRequest, /
    ) -> InstallCertificateResponse:
        """Answer InstallCertificate (M ISO 15118 Certificate Management)."""
        ...

    async def publish_firmware(self, request: PublishFirmwareRequest, /) -> PublishFirmwareResponse:
        """Answer PublishFirmware (L Firmware Management)."""
        ...

    async def request_start_transaction(
        self, request: RequestStartTransactionRequest, /
    ) -> RequestStartTransactionResponse:
        """Answer RequestStartTransaction (F Remote Control)."""
        ...

    async def request_stop_transaction(
        self, request: RequestStopTransactionRequest, /
    ) -> RequestStopTransactionResponse:
        """Answer RequestStopTransaction (F Remote Control)."""
        ...

    async def reserve_now(self, request: ReserveNowRequest, /) -> ReserveNowResponse:
        """Answer ReserveNow (H Reservation)."""
        ...

    async def reset(self, request: ResetRequest, /) -> ResetResponse:
        """Answer Reset (B Provisioning)."""
        ...

    async def send_local_list(self, request: SendLocalListRequest, /) -> SendLocalListResponse:
        """Answer SendLocalList (D Local Authorization List Management)."""
        ...

    async def set_charging_profile(
        self, request: SetChargingProfileRequest, /
    ) -> SetChargingProfileResponse:
        """Answer SetChargingProfile (K Smart Charging)."""
        ...

    async def set_display_message(
        self, request: SetDisplayMessageRequest, /
    ) -> SetDisplayMessageResponse:
        """Answer SetDisplayMessage (O Display Message)."""
        ...

    async def set_monitoring_base(
        self, request: SetMonitoringBaseRequest, /
    ) -> SetMonitoringBaseResponse:
        """Answer SetMonitoringBase (N Diagnostics)."""
        ...

    async def set_monitoring_level(
        self, request: SetMonitoringLevelRequest, /
    ) -> SetMonitoringLevelResponse:
        """Answer SetMonitoringLevel (N Diagnostics)."""
        ...

    async def set_network_profile(
        self, request: SetNetworkProfileRequest, /
    ) -> SetNetworkProfileResponse:
        """Answer SetNetworkProfile (B Provisioning)."""
        ...

    async def set_variable_monitoring(
        self, request: SetVariableMonitoringRequest, /
    ) -> SetVariableMonitoringResponse:
        """Answer SetVariableMonitoring (N Diagnostics)."""
        ...

    async def set_variables(self, request: SetVariablesRequest, /) -> SetVariablesResponse:
        """Answer SetVariables (B Provisioning)."""
        ...

    async def trigger_message(self, request: TriggerMessageRequest, /) -> TriggerMessageResponse:
        """Answer TriggerMessage (F Remote Control)."""
        ...

    async def unlock_connector(self, request: UnlockConnectorRequest, /) -> UnlockConnectorResponse:
        """Answer UnlockConnector (F Remote Control)."""
        ...

    async def unpublish_firmware(
        self, request: UnpublishFirmwareRequest, /
    ) -> UnpublishFirmwareResponse:
        """Answer UnpublishFirmware (L Firmware Management)."""
        ...

    async def update_firmware(self, request: UpdateFirmwareRequest, /) -> UpdateFirmwareResponse:
        """Answer UpdateFirmware (L Firmware Management)."""
        ...


class CsmsHandler(Protocol):
    """Answers what a charging station sends."""

    async def authorize(self, request: AuthorizeRequest, /) -> AuthorizeResponse:
        """Answer Authorize (C Authorization)."""
        ...

    async def boot_notification(
        self, request: BootNotificationRequest, /
    ) -> BootNotificationResponse:
        """Answer BootNotification (B Provisioning)."""
        ...

    async def cleared_charging_limit(
        self, request: ClearedChargingLimitRequest, /
    ) -> ClearedChargingLimitResponse:
        """Answer ClearedChargingLimit (K Smart Charging)."""
        ...

    async def data_transfer(self, request: DataTransferRequest, /) -> DataTransferResponse:
        """Answer DataTransfer (P Data Transfer)."""
        ...

    async def firmware_status_notification(
        self, request: FirmwareStatusNotificationRequest, /
    ) -> FirmwareStatusNotificationResponse:
        """Answer FirmwareStatusNotification (L Firmware Management)."""
        ...

    async def get_15118_ev_certificate(
        self, request: Get15118EVCertificateRequest, /
    ) -> Get15118EVCertificateResponse:
        """Answer Get15118EVCertificate (M ISO 15118 Certificate Management)."""
        ...

    async def get_certificate_status(
        self, request: GetCertificateStatusRequest, /
    ) -> GetCertificateStatusResponse:
        """Answer GetCertificateStatus (M ISO 15118 Certificate Management)."""
        ...

    async def heartbeat(self, request: HeartbeatRequest, /) -> HeartbeatResponse:
        """Answer Heartbeat (G Availability)."""
        ...

    async def log_status_notification(
        self, request: LogStatusNotificationRequest, /
    ) -> LogStatusNotificationResponse:
        """Answer LogStatusNotification (N Diagnostics)."""
        ...

    async def meter_values(self, request: MeterValuesRequest, /) -> MeterValuesResponse:
        """Answer MeterValues (J Meter Values)."""
        ...

    async def notify_charging_limit(
        self, request: NotifyChargingLimitRequest, /
    ) -> NotifyChargingLimitResponse:
        """Answer NotifyChargingLimit (K Smart Charging)."""
        ...

    async def notify_customer_information(
        self, request: NotifyCustomerInformationRequest, /
    ) -> NotifyCustomerInformationResponse:
        """Answer NotifyCustomerInformation (N Diagnostics)."""
        ...

    async def notify_display_messages(
        self, request: NotifyDisplayMessagesRequest, /
    ) -> NotifyDisplayMessagesResponse:
        """Answer NotifyDisplayMessages (O Display Message)."""
        ...

    async def notify_ev_charging_needs(
        self, request: NotifyEVChargingNeedsRequest, /
    ) -> NotifyEVChargingNeedsResponse:
        """Answer NotifyEVChargingNeeds (K Smart Charging)."""
        ...

    async def notify_ev_charging_schedule(
        self, request: NotifyEVChargingScheduleRequest, /
    ) -> NotifyEVChargingScheduleResponse:
        """Answer NotifyEVChargingSchedule (K Smart Charging)."""
        ...

    async def notify_event(self, request: NotifyEventRequest, /) -> NotifyEventResponse:
        """Answer NotifyEvent (N Diagnostics)."""
        ...

    async def notify_monitoring_report(
        self, request: NotifyMonitoringReportRequest, /
    ) -> NotifyMonitoringReportResponse:
        """Answer NotifyMonitoringReport (N Diagnostics)."""
        ...

    async def notify_report(self, request: NotifyReportRequest, /) -> NotifyReportResponse:
        """Answer NotifyReport (B Provisioning)."""
        ...

    async def publish_firmware_status_notification(
        self, request: PublishFirmwareStatusNotificationRequest, /
    ) -> PublishFirmwareStatusNotificationResponse:
        """Answer PublishFirmwareStatusNotification (L Firmware Management)."""
        ...

    async def report_charging_profiles(
        self, request: ReportChargingProfilesRequest, /
    ) -> ReportChargingProfilesResponse:
        """Answer ReportChargingProfiles (K Smart Charging)."""
        ...

    async def reservation_status_update(
        self, request: ReservationStatusUpdateRequest, /
    ) -> ReservationStatusUpdateResponse:
        """Answer ReservationStatusUpdate (H Reservation)."""
        ...

    async def security_event_notification(
        self, request: SecurityEventNotificationRequest, /
    ) -> SecurityEventNotificationResponse:
        """Answer SecurityEventNotification (A Security)."""
        ...

    async def sign_certificate(self, request: SignCertificateRequest, /) -> SignCertificateResponse:
        """Answer SignCertificate (A Security)."""
        ...

    async def status_notification(
        self, request: StatusNotificationRequest, /
    ) -> StatusNotificationResponse:
        """Answer StatusNotification (G Availability)."""
        ...

    async def transaction_event(
        self, request: TransactionEventRequest, /
    ) -> TransactionEventResponse:
        """Answer TransactionEvent (E Transactions, transaction-related)."""
        ...
