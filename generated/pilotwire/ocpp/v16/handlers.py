"""Who must answer what in OCPP 1.6 with the security extension: one method an action.

Written by `python -m codegen generate`; never edited by hand.
"""

from __future__ import annotations

from typing import Protocol

from pilotwire.ocpp.v16 import messages

__all__ = [
    "ChargingStationHandler",
    "CsmsHandler",
]


class ChargingStationHandler(Protocol):
    """Answers what a CSMS sends."""

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, /
    ) -> messages.CancelReservationResponse:
        """Answer CancelReservation (Reservation)."""
        ...

    async def certificate_signed(
        self, request: messages.CertificateSignedRequest, /
    ) -> messages.CertificateSignedResponse:
        """Answer CertificateSigned (Security)."""
        ...

    async def change_availability(
        self, request: messages.ChangeAvailabilityRequest, /
    ) -> messages.ChangeAvailabilityResponse:
        """Answer ChangeAvailability (Core)."""
        ...

    async def change_configuration(
        self, request: messages.ChangeConfigurationRequest, /
    ) -> messages.ChangeConfigurationResponse:
        """Answer ChangeConfiguration (Core)."""
        ...

    async def clear_cache(
        self, request: messages.ClearCacheRequest, /
    ) -> messages.ClearCacheResponse:
        """Answer ClearCache (Core)."""
        ...

    async def clear_charging_profile(
        self, request: messages.ClearChargingProfileRequest, /
    ) -> messages.ClearChargingProfileResponse:
        """Answer ClearChargingProfile (Smart Charging)."""
        ...

    async def data_transfer(
        self, request: messages.DataTransferRequest, /
    ) -> messages.DataTransferResponse:
        """Answer DataTransfer (Core)."""
        ...

    async def delete_certificate(
        self, request: messages.DeleteCertificateRequest, /
    ) -> messages.DeleteCertificateResponse:
        """Answer DeleteCertificate (Security)."""
        ...

    async def extended_trigger_message(
        self, request: messages.ExtendedTriggerMessageRequest, /
    ) -> messages.ExtendedTriggerMessageResponse:
        """Answer ExtendedTriggerMessage (Security)."""
        ...

    async def get_composite_schedule(
        self, request: messages.GetCompositeScheduleRequest, /
    ) -> messages.GetCompositeScheduleResponse:
        """Answer GetCompositeSchedule (Smart Charging)."""
        ...

    async def get_configuration(
        self, request: messages.GetConfigurationRequest, /
    ) -> messages.GetConfigurationResponse:
        """Answer GetConfiguration (Core)."""
        ...

    async def get_diagnostics(
        self, request: messages.GetDiagnosticsRequest, /
    ) -> messages.GetDiagnosticsResponse:
        """Answer GetDiagnostics (Firmware Management)."""
        ...

    async def get_installed_certificate_ids(
        self, request: messages.GetInstalledCertificateIdsRequest, /
    ) -> messages.GetInstalledCertificateIdsResponse:
        """Answer GetInstalledCertificateIds (Security)."""
        ...

    async def get_local_list_version(
        self, request: messages.GetLocalListVersionRequest, /
    ) -> messages.GetLocalListVersionResponse:
        """Answer GetLocalListVersion (Local Auth List Management)."""
        ...

    async def get_log(self, request: messages.GetLogRequest, /) -> messages.GetLogResponse:
        """Answer GetLog (Security)."""
        ...

    async def install_certificate(
        self, request: messages.InstallCertificateRequest, /
    ) -> messages.InstallCertificateResponse:
        """Answer InstallCertificate (Security)."""
        ...

    async def remote_start_transaction(
        self, request: messages.RemoteStartTransactionRequest, /
    ) -> messages.RemoteStartTransactionResponse:
        """Answer RemoteStartTransaction (Core)."""
        ...

    async def remote_stop_transaction(
        self, request: messages.RemoteStopTransactionRequest, /
    ) -> messages.RemoteStopTransactionResponse:
        """Answer RemoteStopTransaction (Core)."""
        ...

    async def reserve_now(
        self, request: messages.ReserveNowRequest, /
    ) -> messages.ReserveNowResponse:
        """Answer ReserveNow (Reservation)."""
        ...

    async def reset(self, request: messages.ResetRequest, /) -> messages.ResetResponse:
        """Answer Reset (Core)."""
        ...

    async def send_local_list(
        self, request: messages.SendLocalListRequest, /
    ) -> messages.SendLocalListResponse:
        """Answer SendLocalList (Local Auth List Management)."""
        ...

    async def set_charging_profile(
        self, request: messages.SetChargingProfileRequest, /
    ) -> messages.SetChargingProfileResponse:
        """Answer SetChargingProfile (Smart Charging)."""
        ...

    async def signed_update_firmware(
        self, request: messages.SignedUpdateFirmwareRequest, /
    ) -> messages.SignedUpdateFirmwareResponse:
        """Answer SignedUpdateFirmware (Security)."""
        ...

    async def trigger_message(
        self, request: messages.TriggerMessageRequest, /
    ) -> messages.TriggerMessageResponse:
        """Answer TriggerMessage (Remote Trigger)."""
        ...

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, /
    ) -> messages.UnlockConnectorResponse:
        """Answer UnlockConnector (Core)."""
        ...

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, /
    ) -> messages.UpdateFirmwareResponse:
        """Answer UpdateFirmware (Firmware Management)."""
        ...


class CsmsHandler(Protocol):
    """Answers what a charging station sends."""

    async def authorize(self, request: messages.AuthorizeRequest, /) -> messages.AuthorizeResponse:
        """Answer Authorize (Core)."""
        ...

    async def boot_notification(
        self, request: messages.BootNotificationRequest, /
    ) -> messages.BootNotificationResponse:
        """Answer BootNotification (Core)."""
        ...

    async def data_transfer(
        self, request: messages.DataTransferRequest, /
    ) -> messages.DataTransferResponse:
        """Answer DataTransfer (Core)."""
        ...

    async def diagnostics_status_notification(
        self, request: messages.DiagnosticsStatusNotificationRequest, /
    ) -> messages.DiagnosticsStatusNotificationResponse:
        """Answer DiagnosticsStatusNotification (Firmware Management)."""
        ...

    async def firmware_status_notification(
        self, request: messages.FirmwareStatusNotificationRequest, /
    ) -> messages.FirmwareStatusNotificationResponse:
        """Answer FirmwareStatusNotification (Firmware Management)."""
        ...

    async def heartbeat(self, request: messages.HeartbeatRequest, /) -> messages.HeartbeatResponse:
        """Answer Heartbeat (Core)."""
        ...

    async def log_status_notification(
        self, request: messages.LogStatusNotificationRequest, /
    ) -> messages.LogStatusNotificationResponse:
        """Answer LogStatusNotification (Security)."""
        ...

    async def meter_values(
        self, request: messages.MeterValuesRequest, /
    ) -> messages.MeterValuesResponse:
        """Answer MeterValues (Core, transaction-related)."""
        ...

    async def security_event_notification(
        self, request: messages.SecurityEventNotificationRequest, /
    ) -> messages.SecurityEventNotificationResponse:
        """Answer SecurityEventNotification (Security)."""
        ...

    async def sign_certificate(
        self, request: messages.SignCertificateRequest, /
    ) -> messages.SignCertificateResponse:
        """Answer SignCertificate (Security)."""
        ...

    async def signed_firmware_status_notification(
        self, request: messages.SignedFirmwareStatusNotificationRequest, /
    ) -> messages.SignedFirmwareStatusNotificationResponse:
        """Answer SignedFirmwareStatusNotification (Security)."""
        ...

    async def start_transaction(
        self, request: messages.StartTransactionRequest, /
    ) -> messages.StartTransactionResponse:
        """Answer StartTransaction (Core, transaction-related)."""
        ...

    async def status_notification(
        self, request: messages.StatusNotificationRequest, /
    ) -> messages.StatusNotificationResponse:
        """Answer StatusNotification (Core)."""
        ...

    async def stop_transaction(
        self, request: messages.StopTransactionRequest, /
    ) -> messages.StopTransactionResponse:
        """Answer StopTransaction (Core, transaction-related)."""
        ...
