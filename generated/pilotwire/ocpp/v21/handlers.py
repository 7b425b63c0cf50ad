"""Who must answer what in OCPP 2.1: one method an action.

Written by `python -m codegen generate`; never edited by hand.
"""

from __future__ import annotations

from typing import Protocol

from pilotwire.ocpp.v21 import messages

__all__ = [
    "ChargingStationHandler",
    "CsmsHandler",
]


class ChargingStationHandler(Protocol):
    """Answers what a CSMS sends."""

    async def afrr_signal(
        self, request: messages.AFRRSignalRequest, /
    ) -> messages.AFRRSignalResponse:
        """Answer AFRRSignal (Q Bidirectional Power Transfer)."""
        ...

    async def adjust_periodic_event_stream(
        self, request: messages.AdjustPeriodicEventStreamRequest, /
    ) -> messages.AdjustPeriodicEventStreamResponse:
        """Answer AdjustPeriodicEventStream (N Diagnostics)."""
        ...

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, /
    ) -> messages.CancelReservationResponse:
        """Answer CancelReservation (H Reservation)."""
        ...

    async def certificate_signed(
        self, request: messages.CertificateSignedRequest, /
    ) -> messages.CertificateSignedResponse:
        """Answer CertificateSigned (A Security)."""
        ...

    async def change_availability(
        self, request: messages.ChangeAvailabilityRequest, /
    ) -> messages.ChangeAvailabilityResponse:
        """Answer ChangeAvailability (G Availability)."""
        ...

    async def change_transaction_tariff(
        self, request: messages.ChangeTransactionTariffRequest, /
    ) -> messages.ChangeTransactionTariffResponse:
        """Answer ChangeTransactionTariff (I Tariff and Cost)."""
        ...

    async def clear_cache(
        self, request: messages.ClearCacheRequest, /
    ) -> messages.ClearCacheResponse:
        """Answer ClearCache (C Authorization)."""
        ...

    async def clear_charging_profile(
        self, request: messages.ClearChargingProfileRequest, /
    ) -> messages.ClearChargingProfileResponse:
        """Answer ClearChargingProfile (K Smart Charging)."""
        ...

    async def clear_der_control(
        self, request: messages.ClearDERControlRequest, /
    ) -> messages.ClearDERControlResponse:
        """Answer ClearDERControl (R DER Control)."""
        ...

    async def clear_display_message(
        self, request: messages.ClearDisplayMessageRequest, /
    ) -> messages.ClearDisplayMessageResponse:
        """Answer ClearDisplayMessage (O Display Message)."""
        ...

    async def clear_tariffs(
        self, request: messages.ClearTariffsRequest, /
    ) -> messages.ClearTariffsResponse:
        """Answer ClearTariffs (I Tariff and Cost)."""
        ...

    async def clear_variable_monitoring(
        self, request: messages.ClearVariableMonitoringRequest, /
    ) -> messages.ClearVariableMonitoringResponse:
        """Answer ClearVariableMonitoring (N Diagnostics)."""
        ...

    async def cost_updated(
        self, request: messages.CostUpdatedRequest, /
    ) -> messages.CostUpdatedResponse:
        """Answer CostUpdated (I Tariff and Cost)."""
        ...

    async def customer_information(
        self, request: messages.CustomerInformationRequest, /
    ) -> messages.CustomerInformationResponse:
        """Answer CustomerInformation (N Diagnostics)."""
        ...

    async def data_transfer(
        self, request: messages.DataTransferRequest, /
    ) -> messages.DataTransferResponse:
        """Answer DataTransfer (P Data Transfer)."""
        ...

    async def delete_certificate(
        self, request: messages.DeleteCertificateRequest, /
    ) -> messages.DeleteCertificateResponse:
        """Answer DeleteCertificate (M Certificate Management)."""
        ...

    async def get_base_report(
        self, request: messages.GetBaseReportRequest, /
    ) -> messages.GetBaseReportResponse:
        """Answer GetBaseReport (B Provisioning)."""
        ...

    async def get_charging_profiles(
        self, request: messages.GetChargingProfilesRequest, /
    ) -> messages.GetChargingProfilesResponse:
        """Answer GetChargingProfiles (K Smart Charging)."""
        ...

    async def get_composite_schedule(
        self, request: messages.GetCompositeScheduleRequest, /
    ) -> messages.GetCompositeScheduleResponse:
        """Answer GetCompositeSchedule (K Smart Charging)."""
        ...

    async def get_der_control(
        self, request: messages.GetDERControlRequest, /
    ) -> messages.GetDERControlResponse:
        """Answer GetDERControl (R DER Control)."""
        ...

    async def get_display_messages(
        self, request: messages.GetDisplayMessagesRequest, /
    ) -> messages.GetDisplayMessagesResponse:
        """Answer GetDisplayMessages (O Display Message)."""
        ...

    async def get_installed_certificate_ids(
        self, request: messages.GetInstalledCertificateIdsRequest, /
    ) -> messages.GetInstalledCertificateIdsResponse:
        """Answer GetInstalledCertificateIds (M Certificate Management)."""
        ...

    async def get_local_list_version(
        self, request: messages.GetLocalListVersionRequest, /
    ) -> messages.GetLocalListVersionResponse:
        """Answer GetLocalListVersion (D Local Authorization List Management)."""
        ...

    async def get_log(self, request: messages.GetLogRequest, /) -> messages.GetLogResponse:
        """Answer GetLog (N Diagnostics)."""
        ...

    async def get_monitoring_report(
        self, request: messages.GetMonitoringReportRequest, /
    ) -> messages.GetMonitoringReportResponse:
        """Answer GetMonitoringReport (N Diagnostics)."""
        ...

    async def get_periodic_event_stream(
        self, request: messages.GetPeriodicEventStreamRequest, /
    ) -> messages.GetPeriodicEventStreamResponse:
        """Answer GetPeriodicEventStream (N Diagnostics)."""
        ...

    async def get_report(self, request: messages.GetReportRequest, /) -> messages.GetReportResponse:
        """Answer GetReport (B Provisioning)."""
        ...

    async def get_tariffs(
        self, request: messages.GetTariffsRequest, /
    ) -> messages.GetTariffsResponse:
        """Answer GetTariffs (I Tariff and Cost)."""
        ...

    async def get_transaction_status(
        self, request: messages.GetTransactionStatusRequest, /
    ) -> messages.GetTransactionStatusResponse:
        """Answer GetTransactionStatus (E Transactions)."""
        ...

    async def get_variables(
        self, request: messages.GetVariablesRequest, /
    ) -> messages.GetVariablesResponse:
        """Answer GetVariables (B Provisioning)."""
        ...

    async def install_certificate(
        self, request: messages.InstallCertificateRequest, /
    ) -> messages.InstallCertificateResponse:
        """Answer InstallCertificate (M Certificate Management)."""
        ...

    async def notify_allowed_energy_transfer(
        self, request: messages.NotifyAllowedEnergyTransferRequest, /
    ) -> messages.NotifyAllowedEnergyTransferResponse:
        """Answer NotifyAllowedEnergyTransfer (Q Bidirectional Power Transfer)."""
        ...

    async def notify_web_payment_started(
        self, request: messages.NotifyWebPaymentStartedRequest, /
    ) -> messages.NotifyWebPaymentStartedResponse:
        """Answer NotifyWebPaymentStarted (C Authorization)."""
        ...

    async def publish_firmware(
        self, request: messages.PublishFirmwareRequest, /
    ) -> messages.PublishFirmwareResponse:
        """Answer PublishFirmware (L Firmware Management)."""
        ...

    async def request_battery_swap(
        self, request: messages.RequestBatterySwapRequest, /
    ) -> messages.RequestBatterySwapResponse:
        """Answer RequestBatterySwap (S Battery Swapping)."""
        ...

    async def request_start_transaction(
        self, request: messages.RequestStartTransactionRequest, /
    ) -> messages.RequestStartTransactionResponse:
        """Answer RequestStartTransaction (F Remote Control)."""
        ...

    async def request_stop_transaction(
        self, request: messages.RequestStopTransactionRequest, /
    ) -> messages.RequestStopTransactionResponse:
        """Answer RequestStopTransaction (F Remote Control)."""
        ...

    async def reserve_now(
        self, request: messages.ReserveNowRequest, /
    ) -> messages.ReserveNowResponse:
        """Answer ReserveNow (H Reservation)."""
        ...

    async def reset(self, request: messages.ResetRequest, /) -> messages.ResetResponse:
        """Answer Reset (B Provisioning)."""
        ...

    async def send_local_list(
        self, request: messages.SendLocalListRequest, /
    ) -> messages.SendLocalListResponse:
        """Answer SendLocalList (D Local Authorization List Management)."""
        ...

    async def set_charging_profile(
        self, request: messages.SetChargingProfileRequest, /
    ) -> messages.SetChargingProfileResponse:
        """Answer SetChargingProfile (K Smart Charging)."""
        ...

    async def set_der_control(
        self, request: messages.SetDERControlRequest, /
    ) -> messages.SetDERControlResponse:
        """Answer SetDERControl (R DER Control)."""
        ...

    async def set_default_tariff(
        self, request: messages.SetDefaultTariffRequest, /
    ) -> messages.SetDefaultTariffResponse:
        """Answer SetDefaultTariff (I Tariff and Cost)."""
        ...

    async def set_display_message(
        self, request: messages.SetDisplayMessageRequest, /
    ) -> messages.SetDisplayMessageResponse:
        """Answer SetDisplayMessage (O Display Message)."""
        ...

    async def set_monitoring_base(
        self, request: messages.SetMonitoringBaseRequest, /
    ) -> messages.SetMonitoringBaseResponse:
        """Answer SetMonitoringBase (N Diagnostics)."""
        ...

    async def set_monitoring_level(
        self, request: messages.SetMonitoringLevelRequest, /
    ) -> messages.SetMonitoringLevelResponse:
        """Answer SetMonitoringLevel (N Diagnostics)."""
        ...

    async def set_network_profile(
        self, request: messages.SetNetworkProfileRequest, /
    ) -> messages.SetNetworkProfileResponse:
        """Answer SetNetworkProfile (B Provisioning)."""
        ...

    async def set_variable_monitoring(
        self, request: messages.SetVariableMonitoringRequest, /
    ) -> messages.SetVariableMonitoringResponse:
        """Answer SetVariableMonitoring (N Diagnostics)."""
        ...

    async def set_variables(
        self, request: messages.SetVariablesRequest, /
    ) -> messages.SetVariablesResponse:
        """Answer SetVariables (B Provisioning)."""
        ...

    async def trigger_message(
        self, request: messages.TriggerMessageRequest, /
    ) -> messages.TriggerMessageResponse:
        """Answer TriggerMessage (F Remote Control)."""
        ...

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, /
    ) -> messages.UnlockConnectorResponse:
        """Answer UnlockConnector (F Remote Control)."""
        ...

    async def unpublish_firmware(
        self, request: messages.UnpublishFirmwareRequest, /
    ) -> messages.UnpublishFirmwareResponse:
        """Answer UnpublishFirmware (L Firmware Management)."""
        ...

    async def update_dynamic_schedule(
        self, request: messages.UpdateDynamicScheduleRequest, /
    ) -> messages.UpdateDynamicScheduleResponse:
        """Answer UpdateDynamicSchedule (K Smart Charging)."""
        ...

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, /
    ) -> messages.UpdateFirmwareResponse:
        """Answer UpdateFirmware (L Firmware Management)."""
        ...

    async def use_priority_charging(
        self, request: messages.UsePriorityChargingRequest, /
    ) -> messages.UsePriorityChargingResponse:
        """Answer UsePriorityCharging (K Smart Charging)."""
        ...


class CsmsHandler(Protocol):
    """Answers what a charging station sends."""

    async def authorize(self, request: messages.AuthorizeRequest, /) -> messages.AuthorizeResponse:
        """Answer Authorize (C Authorization)."""
        ...

    async def battery_swap(
        self, request: messages.BatterySwapRequest, /
    ) -> messages.BatterySwapResponse:
        """Answer BatterySwap (S Battery Swapping)."""
        ...

    async def boot_notification(
        self, request: messages.BootNotificationRequest, /
    ) -> messages.BootNotificationResponse:
        """Answer BootNotification (B Provisioning)."""
        ...

    async def cleared_charging_limit(
        self, request: messages.ClearedChargingLimitRequest, /
    ) -> messages.ClearedChargingLimitResponse:
        """Answer ClearedChargingLimit (K Smart Charging)."""
        ...

    async def close_periodic_event_stream(
        self, request: messages.ClosePeriodicEventStreamRequest, /
    ) -> messages.ClosePeriodicEventStreamResponse:
        """Answer ClosePeriodicEventStream (N Diagnostics)."""
        ...

    async def data_transfer(
        self, request: messages.DataTransferRequest, /
    ) -> messages.DataTransferResponse:
        """Answer DataTransfer (P Data Transfer)."""
        ...

    async def firmware_status_notification(
        self, request: messages.FirmwareStatusNotificationRequest, /
    ) -> messages.FirmwareStatusNotificationResponse:
        """Answer FirmwareStatusNotification (L Firmware Management)."""
        ...

    async def get_15118_ev_certificate(
        self, request: messages.Get15118EVCertificateRequest, /
    ) -> messages.Get15118EVCertificateResponse:
        """Answer Get15118EVCertificate (M Certificate Management)."""
        ...

    async def get_certificate_chain_status(
        self, request: messages.GetCertificateChainStatusRequest, /
    ) -> messages.GetCertificateChainStatusResponse:
        """Answer GetCertificateChainStatus (M Certificate Management)."""
        ...

    async def get_certificate_status(
        self, request: messages.GetCertificateStatusRequest, /
    ) -> messages.GetCertificateStatusResponse:
        """Answer GetCertificateStatus (M Certificate Management)."""
        ...

    async def heartbeat(self, request: messages.HeartbeatRequest, /) -> messages.HeartbeatResponse:
        """Answer Heartbeat (G Availability)."""
        ...

    async def log_status_notification(
        self, request: messages.LogStatusNotificationRequest, /
    ) -> messages.LogStatusNotificationResponse:
        """Answer LogStatusNotification (N Diagnostics)."""
        ...

    async def meter_values(
        self, request: messages.MeterValuesRequest, /
    ) -> messages.MeterValuesResponse:
        """Answer MeterValues (J Meter Values)."""
        ...

    async def notify_charging_limit(
        self, request: messages.NotifyChargingLimitRequest, /
    ) -> messages.NotifyChargingLimitResponse:
        """Answer NotifyChargingLimit (K Smart Charging)."""
        ...

    async def notify_customer_information(
        self, request: messages.NotifyCustomerInformationRequest, /
    ) -> messages.NotifyCustomerInformationResponse:
        """Answer NotifyCustomerInformation (N Diagnostics)."""
        ...

    async def notify_der_alarm(
        self, request: messages.NotifyDERAlarmRequest, /
    ) -> messages.NotifyDERAlarmResponse:
        """Answer NotifyDERAlarm (R DER Control)."""
        ...

    async def notify_der_start_stop(
        self, request: messages.NotifyDERStartStopRequest, /
    ) -> messages.NotifyDERStartStopResponse:
        """Answer NotifyDERStartStop (R DER Control)."""
        ...

    async def notify_display_messages(
        self, request: messages.NotifyDisplayMessagesRequest, /
    ) -> messages.NotifyDisplayMessagesResponse:
        """Answer NotifyDisplayMessages (O Display Message)."""
        ...

    async def notify_ev_charging_needs(
        self, request: messages.NotifyEVChargingNeedsRequest, /
    ) -> messages.NotifyEVChargingNeedsResponse:
        """Answer NotifyEVChargingNeeds (K Smart Charging)."""
        ...

    async def notify_ev_charging_schedule(
        self, request: messages.NotifyEVChargingScheduleRequest, /
    ) -> messages.NotifyEVChargingScheduleResponse:
        """Answer NotifyEVChargingSchedule (K Smart Charging)."""
        ...

    async def notify_event(
        self, request: messages.NotifyEventRequest, /
    ) -> messages.NotifyEventResponse:
        """Answer NotifyEvent (N Diagnostics)."""
        ...

    async def notify_monitoring_report(
        self, request: messages.NotifyMonitoringReportRequest, /
    ) -> messages.NotifyMonitoringReportResponse:
        """Answer NotifyMonitoringReport (N Diagnostics)."""
        ...

    async def notify_periodic_event_stream(
        self, request: messages.NotifyPeriodicEventStream, /
    ) -> None:
        """Take NotifyPeriodicEventStream (N Diagnostics)."""
        ...

    async def notify_priority_charging(
        self, request: messages.NotifyPriorityChargingRequest, /
    ) -> messages.NotifyPriorityChargingResponse:
        """Answer NotifyPriorityCharging (K Smart Charging)."""
        ...

    async def notify_report(
        self, request: messages.NotifyReportRequest, /
    ) -> messages.NotifyReportResponse:
        """Answer NotifyReport (B Provisioning)."""
        ...

    async def notify_settlement(
        self, request: messages.NotifySettlementRequest, /
    ) -> messages.NotifySettlementResponse:
        """Answer NotifySettlement (C Authorization)."""
        ...

    async def open_periodic_event_stream(
        self, request: messages.OpenPeriodicEventStreamRequest, /
    ) -> messages.OpenPeriodicEventStreamResponse:
        """Answer OpenPeriodicEventStream (N Diagnostics)."""
        ...

    async def publish_firmware_status_notification(
        self, request: messages.PublishFirmwareStatusNotificationRequest, /
    ) -> messages.PublishFirmwareStatusNotificationResponse:
        """Answer PublishFirmwareStatusNotification (L Firmware Management)."""
        ...

    async def pull_dynamic_schedule_update(
        self, request: messages.PullDynamicScheduleUpdateRequest, /
    ) -> messages.PullDynamicScheduleUpdateResponse:
        """Answer PullDynamicScheduleUpdate (K Smart Charging)."""
        ...

    async def report_charging_profiles(
        self, request: messages.ReportChargingProfilesRequest, /
    ) -> messages.ReportChargingProfilesResponse:
        """Answer ReportChargingProfiles (K Smart Charging)."""
        ...

    async def report_der_control(
        self, request: messages.ReportDERControlRequest, /
    ) -> messages.ReportDERControlResponse:
        """Answer ReportDERControl (R DER Control)."""
        ...

    async def reservation_status_update(
        self, request: messages.ReservationStatusUpdateRequest, /
    ) -> messages.ReservationStatusUpdateResponse:
        """Answer ReservationStatusUpdate (H Reservation)."""
        ...

    async def security_event_notification(
        self, request: messages.SecurityEventNotificationRequest, /
    ) -> messages.SecurityEventNotificationResponse:
        """Answer SecurityEventNotification (A Security)."""
        ...

    async def sign_certificate(
        self, request: messages.SignCertificateRequest, /
    ) -> messages.SignCertificateResponse:
        """Answer SignCertificate (A Security)."""
        ...

    async def status_notification(
        self, request: messages.StatusNotificationRequest, /
    ) -> messages.StatusNotificationResponse:
        """Answer StatusNotification (G Availability)."""
        ...

    async def transaction_event(
        self, request: messages.TransactionEventRequest, /
    ) -> messages.TransactionEventResponse:
        """Answer TransactionEvent (E Transactions, transaction-related)."""
        ...

    async def vat_number_validation(
        self, request: messages.VatNumberValidationRequest, /
    ) -> messages.VatNumberValidationResponse:
        """Answer VatNumberValidation (C Authorization)."""
        ...
