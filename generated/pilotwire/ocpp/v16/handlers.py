"""Who must answer what in OCPP 1.6 with the security extension: one method an action.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Protocol

from pilotwire.ocpp.v16.messages import (
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
    ChangeConfigurationRequest,
    ChangeConfigurationResponse,
    ClearCacheRequest,
    ClearCacheResponse,
    ClearChargingProfileRequest,
    ClearChargingProfileResponse,
    DataTransferRequest,
    DataTransferResponse,
    DeleteCertificateRequest,
    DeleteCertificateResponse,
    DiagnosticsStatusNotificationRequest,
    DiagnosticsStatusNotificationResponse,
    ExtendedTriggerMessageRequest,
    ExtendedTriggerMessageResponse,
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
    GetCompositeScheduleRequest,
    GetCompositeScheduleResponse,
    GetConfigurationRequest,
    GetConfigurationResponse,
    GetDiagnosticsRequest,
    GetDiagnosticsResponse,
    GetInstalledCertificateIdsRequest,
    GetInstalledCertificateIdsResponse,
    GetLocalListVersionRequest,
    GetLocalListVersionResponse,
    GetLogRequest,
    GetLogResponse,
    HeartbeatRequest,
    HeartbeatResponse,
    InstallCertificateRequest,
    InstallCertificateResponse,
    LogStatusNotificationRequest,
    LogStatusNotificationResponse,
    MeterValuesRequest,
    MeterValuesResponse,
    RemoteStartTransactionRequest,
    RemoteStartTransactionResponse,
    RemoteStopTransactionRequest,
    RemoteStopTransactionResponse,
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
    SignCertificateRequest,
    SignCertificateResponse,
    SignedFirmwareStatusNotificationRequest,
    SignedFirmwareStatusNotificationResponse,
    SignedUpdateFirmwareRequest,
    SignedUpdateFirmwareResponse,
    StartTransactionRequest,
    StartTransactionResponse,
    StatusNotificationRequest,
    StatusNotificationResponse,
    StopTransactionRequest,
    StopTransactionResponse,
    TriggerMessageRequest,
    TriggerMessageResponse,
    UnlockConnectorRequest,
    UnlockConnectorResponse,
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
        """Answer CancelReservation (Reservation)."""
        ...

    async def certificate_signed(
        self, request: CertificateSignedRequest, /
    ) -> CertificateSignedResponse:
        """Answer CertificateSigned (Security)."""
        ...

    async def change_availability(
        self, request: ChangeAvailabilityRequest, /
    ) -> ChangeAvailabilityResponse:
        """Answer ChangeAvailability (Core)."""
        ...

    async def change_configuration(
        self, request: ChangeConfigurationRequest, /
    ) -> ChangeConfigurationResponse:
        """Answer ChangeConfiguration (Core)."""
        ...

    async def clear_cache(self, request: ClearCacheRequest, /) -> ClearCacheResponse:
        """Answer ClearCache (Core)."""
        ...

    async def clear_charging_profile(
        self, request: ClearChargingProfileRequest, /
    ) -> ClearChargingProfileResponse:
        """Answer ClearChargingProfile (Smart Charging)."""
        ...

    async def data_transfer(self, request: DataTransferRequest, /) -> DataTransferResponse:
        """Answer DataTransfer (Core)."""
        ...

    async def delete_certificate(
        self, request: DeleteCertificateRequest, /
    ) -> DeleteCertificateResponse:
        """Answer DeleteCertificate (Security)."""
        ...

    async def extended_trigger_message(
        self, request: ExtendedTriggerMessageRequest, /
    ) -> ExtendedTriggerMessageResponse:
        """Answer ExtendedTriggerMessage (Security)."""
        ...

    async def get_composite_schedule(
        self, request: GetCompositeScheduleRequest, /
    ) -> GetCompositeScheduleResponse:
        """Answer GetCompositeSchedule (Smart Charging)."""
        ...

    async def get_configuration(
        self, request: GetConfigurationRequest, /
    ) -> GetConfigurationResponse:
        """Answer GetConfiguration (Core)."""
        ...

    async def get_diagnostics(self, request: GetDiagnosticsRequest, /) -> GetDiagnosticsResponse:
        """Answer GetDiagnostics (Firmware Management)."""
        ...

    async def get_installed_certificate_ids(
        self, request: GetInstalledCertificateIdsRequest, /
    ) -> GetInstalledCertificateIdsResponse:
        """Answer GetInstalledCertificateIds (Security)."""
        ...

    async def get_local_list_version(
        self, request: GetLocalListVersionRequest, /
    ) -> GetLocalListVersionResponse:
        """Answer GetLocalListVersion (Local Auth List Management)."""
        ...

    async def get_log(self, request: GetLogRequest, /) -> GetLogResponse:
        """Answer GetLog (Security)."""
        ...

    async def install_certificate(
        self, request: InstallCertificateRequest, /
    ) -> InstallCertificateResponse:
        """Answer InstallCertificate (Security)."""
        ...

    async def remote_start_transaction(
        self, request: RemoteStartTransactionRequest, /
    ) -> RemoteStartTransactionResponse:
        """Answer RemoteStartTransaction (Core)."""
        ...

    async def remote_stop_transaction(
        self, request: RemoteStopTransactionRequest, /
    ) -> RemoteStopTransactionResponse:
        """Answer RemoteStopTransaction (Core)."""
        ...

    async def reserve_now(self, request: ReserveNowRequest, /) -> ReserveNowResponse:
        """Answer ReserveNow (Reservation)."""
        ...

    async def reset(self, request: ResetRequest, /) -> ResetResponse:
        """Answer Reset (Core)."""
        ...

    async def send_local_list(self, request: SendLocalListRequest, /) -> SendLocalListResponse:
        """Answer SendLocalList (Local Auth List Management)."""
        ...

    async def set_charging_profile(
        self, request: SetChargingProfileRequest, /
    ) -> SetChargingProfileResponse:
        """Answer SetChargingProfile (Smart Charging)."""
        ...

    async def signed_update_firmware(
        self, request: SignedUpdateFirmwareRequest, /
    ) -> SignedUpdateFirmwareResponse:
        """Answer SignedUpdateFirmware (Security)."""
        ...

    async def trigger_message(self, request: TriggerMessageRequest, /) -> TriggerMessageResponse:
        """Answer TriggerMessage (Remote Trigger)."""
        ...

    async def unlock_connector(self, request: UnlockConnectorRequest, /) -> UnlockConnectorResponse:
        """Answer UnlockConnector (Core)."""
        ...

    async def update_firmware(self, request: UpdateFirmwareRequest, /) -> UpdateFirmwareResponse:
        """Answer UpdateFirmware (Firmware Management)."""
        ...


class CsmsHandler(Protocol):
    """Answers what a charging station sends."""

    async def authorize(self, request: AuthorizeRequest, /) -> AuthorizeResponse:
        """Answer Authorize (Core)."""
        ...

    async def boot_notification(
        self, request: BootNotificationRequest, /
    ) -> BootNotificationResponse:
        """Answer BootNotification (Core)."""
        ...

    async def data_transfer(self, request: DataTransferRequest, /) -> DataTransferResponse:
        """Answer DataTransfer (Core)."""
        ...

    async def diagnostics_status_notification(
        self, request: DiagnosticsStatusNotificationRequest, /
    ) -> DiagnosticsStatusNotificationResponse:
        """Answer DiagnosticsStatusNotification (Firmware Management)."""
        ...

    async def firmware_status_notification(
        self, request: FirmwareStatusNotificationRequest, /
    ) -> FirmwareStatusNotificationResponse:
        """Answer FirmwareStatusNotification (Firmware Management)."""
        ...

    async def heartbeat(self, request: HeartbeatRequest, /) -> HeartbeatResponse:
        """Answer Heartbeat (Core)."""
        ...

    async def log_status_notification(
        self, request: LogStatusNotificationRequest, /
    ) -> LogStatusNotificationResponse:
        """Answer LogStatusNotification (Security)."""
        ...

    async def meter_values(self, request: MeterValuesRequest, /) -> MeterValuesResponse:
        """Answer MeterValues (Core, transaction-related)."""
        ...

    async def security_event_notification(
        self, request: SecurityEventNotificationRequest, /
    ) -> SecurityEventNotificationResponse:
        """Answer SecurityEventNotification (Security)."""
        ...

    async def sign_certificate(self, request: SignCertificateRequest, /) -> SignCertificateResponse:
        """Answer SignCertificate (Security)."""
        ...

    async def signed_firmware_status_notification(
        self, request: SignedFirmwareStatusNotificationRequest, /
    ) -> SignedFirmwareStatusNotificationResponse:
        """Answer SignedFirmwareStatusNotification (Security)."""
        ...

    async def start_transaction(
        self, request: StartTransactionRequest, /
    ) -> StartTransactionResponse:
        """Answer StartTransaction (Core, transaction-related)."""
        ...

    async def status_notification(
        self, request: StatusNotificationRequest, /
    ) -> StatusNotificationResponse:
        """Answer StatusNotification (Core)."""
        ...

    async def stop_transaction(self, request: StopTransactionRequest, /) -> StopTransactionResponse:
        """Answer StopTransaction (Core, transaction-related)."""
        ...
