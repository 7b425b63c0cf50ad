"""Messages of OCPP 2.1. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v21.messages._AdjustPeriodicEventStreamRequest import (
        AdjustPeriodicEventStreamRequest,
        AdjustPeriodicEventStreamResponse,
    )
    from pilotwire.ocpp.v21.messages._AFRRSignalRequest import AFRRSignalRequest, AFRRSignalResponse
    from pilotwire.ocpp.v21.messages._AuthorizeRequest import AuthorizeRequest, AuthorizeResponse
    from pilotwire.ocpp.v21.messages._BatterySwapRequest import (
        BatterySwapRequest,
        BatterySwapResponse,
    )
    from pilotwire.ocpp.v21.messages._BootNotificationRequest import (
        BootNotificationRequest,
        BootNotificationResponse,
    )
    from pilotwire.ocpp.v21.messages._CancelReservationRequest import (
        CancelReservationRequest,
        CancelReservationResponse,
    )
    from pilotwire.ocpp.v21.messages._CertificateSignedRequest import (
        CertificateSignedRequest,
        CertificateSignedResponse,
    )
    from pilotwire.ocpp.v21.messages._ChangeAvailabilityRequest import (
        ChangeAvailabilityRequest,
        ChangeAvailabilityResponse,
    )
    from pilotwire.ocpp.v21.messages._ChangeTransactionTariffRequest import (
        ChangeTransactionTariffRequest,
        ChangeTransactionTariffResponse,
    )
    from pilotwire.ocpp.v21.messages._ClearCacheRequest import ClearCacheRequest, ClearCacheResponse
    from pilotwire.ocpp.v21.messages._ClearChargingProfileRequest import (
        ClearChargingProfileRequest,
        ClearChargingProfileResponse,
    )
    from pilotwire.ocpp.v21.messages._ClearDERControlRequest import (
        ClearDERControlRequest,
        ClearDERControlResponse,
    )
    from pilotwire.ocpp.v21.messages._ClearDisplayMessageRequest import (
        ClearDisplayMessageRequest,
        ClearDisplayMessageResponse,
    )
    from pilotwire.ocpp.v21.messages._ClearedChargingLimitRequest import (
        ClearedChargingLimitRequest,
        ClearedChargingLimitResponse,
    )
    from pilotwire.ocpp.v21.messages._ClearTariffsRequest import (
        ClearTariffsRequest,
        ClearTariffsResponse,
    )
    from pilotwire.ocpp.v21.messages._ClearVariableMonitoringRequest import (
        ClearVariableMonitoringRequest,
        ClearVariableMonitoringResponse,
    )
    from pilotwire.ocpp.v21.messages._ClosePeriodicEventStreamRequest import (
        ClosePeriodicEventStreamRequest,
        ClosePeriodicEventStreamResponse,
    )
    from pilotwire.ocpp.v21.messages._CostUpdatedRequest import (
        CostUpdatedRequest,
        CostUpdatedResponse,
    )
    from pilotwire.ocpp.v21.messages._CustomerInformationRequest import (
        CustomerInformationRequest,
        CustomerInformationResponse,
    )
    from pilotwire.ocpp.v21.messages._DataTransferRequest import (
        DataTransferRequest,
        DataTransferResponse,
    )
    from pilotwire.ocpp.v21.messages._DeleteCertificateRequest import (
        DeleteCertificateRequest,
        DeleteCertificateResponse,
    )
    from pilotwire.ocpp.v21.messages._FirmwareStatusNotificationRequest import (
        FirmwareStatusNotificationRequest,
        FirmwareStatusNotificationResponse,
    )
    from pilotwire.ocpp.v21.messages._Get15118EVCertificateRequest import (
        Get15118EVCertificateRequest,
        Get15118EVCertificateResponse,
    )
    from pilotwire.ocpp.v21.messages._GetBaseReportRequest import (
        GetBaseReportRequest,
        GetBaseReportResponse,
    )
    from pilotwire.ocpp.v21.messages._GetCertificateChainStatusRequest import (
        GetCertificateChainStatusRequest,
        GetCertificateChainStatusResponse,
    )
    from pilotwire.ocpp.v21.messages._GetCertificateStatusRequest import (
        GetCertificateStatusRequest,
        GetCertificateStatusResponse,
    )
    from pilotwire.ocpp.v21.messages._GetChargingProfilesRequest import (
        GetChargingProfilesRequest,
        GetChargingProfilesResponse,
    )
    from pilotwire.ocpp.v21.messages._GetCompositeScheduleRequest import (
        GetCompositeScheduleRequest,
        GetCompositeScheduleResponse,
    )
    from pilotwire.ocpp.v21.messages._GetDERControlRequest import (
        GetDERControlRequest,
        GetDERControlResponse,
    )
    from pilotwire.ocpp.v21.messages._GetDisplayMessagesRequest import (
        GetDisplayMessagesRequest,
        GetDisplayMessagesResponse,
    )
    from pilotwire.ocpp.v21.messages._GetInstalledCertificateIdsRequest import (
        GetInstalledCertificateIdsRequest,
        GetInstalledCertificateIdsResponse,
    )
    from pilotwire.ocpp.v21.messages._GetLocalListVersionRequest import (
        GetLocalListVersionRequest,
        GetLocalListVersionResponse,
    )
    from pilotwire.ocpp.v21.messages._GetLogRequest import GetLogRequest, GetLogResponse
    from pilotwire.ocpp.v21.messages._GetMonitoringReportRequest import (
        GetMonitoringReportRequest,
        GetMonitoringReportResponse,
    )
    from pilotwire.ocpp.v21.messages._GetPeriodicEventStreamRequest import (
        GetPeriodicEventStreamRequest,
        GetPeriodicEventStreamResponse,
    )
    from pilotwire.ocpp.v21.messages._GetReportRequest import GetReportRequest, GetReportResponse
    from pilotwire.ocpp.v21.messages._GetTariffsRequest import GetTariffsRequest, GetTariffsResponse
    from pilotwire.ocpp.v21.messages._GetTransactionStatusRequest import (
        GetTransactionStatusRequest,
        GetTransactionStatusResponse,
    )
    from pilotwire.ocpp.v21.messages._GetVariablesRequest import (
        GetVariablesRequest,
        GetVariablesResponse,
    )
    from pilotwire.ocpp.v21.messages._HeartbeatRequest import HeartbeatRequest, HeartbeatResponse
    from pilotwire.ocpp.v21.messages._InstallCertificateRequest import (
        InstallCertificateRequest,
        InstallCertificateResponse,
    )
    from pilotwire.ocpp.v21.messages._LogStatusNotificationRequest import (
        LogStatusNotificationRequest,
        LogStatusNotificationResponse,
    )
    from pilotwire.ocpp.v21.messages._MeterValuesRequest import (
        MeterValuesRequest,
        MeterValuesResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyAllowedEnergyTransferRequest import (
        NotifyAllowedEnergyTransferRequest,
        NotifyAllowedEnergyTransferResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyChargingLimitRequest import (
        NotifyChargingLimitRequest,
        NotifyChargingLimitResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyCustomerInformationRequest import (
        NotifyCustomerInformationRequest,
        NotifyCustomerInformationResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyDERAlarmRequest import (
        NotifyDERAlarmRequest,
        NotifyDERAlarmResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyDERStartStopRequest import (
        NotifyDERStartStopRequest,
        NotifyDERStartStopResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyDisplayMessagesRequest import (
        NotifyDisplayMessagesRequest,
        NotifyDisplayMessagesResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyEVChargingNeedsRequest import (
        NotifyEVChargingNeedsRequest,
        NotifyEVChargingNeedsResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyEVChargingScheduleRequest import (
        NotifyEVChargingScheduleRequest,
        NotifyEVChargingScheduleResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyEventRequest import (
        NotifyEventRequest,
        NotifyEventResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyMonitoringReportRequest import (
        NotifyMonitoringReportRequest,
        NotifyMonitoringReportResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyPeriodicEventStream import NotifyPeriodicEventStream
    from pilotwire.ocpp.v21.messages._NotifyPriorityChargingRequest import (
        NotifyPriorityChargingRequest,
        NotifyPriorityChargingResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyReportRequest import (
        NotifyReportRequest,
        NotifyReportResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifySettlementRequest import (
        NotifySettlementRequest,
        NotifySettlementResponse,
    )
    from pilotwire.ocpp.v21.messages._NotifyWebPaymentStartedRequest import (
        NotifyWebPaymentStartedRequest,
        NotifyWebPaymentStartedResponse,
    )
    from pilotwire.ocpp.v21.messages._OpenPeriodicEventStreamRequest import (
        OpenPeriodicEventStreamRequest,
        OpenPeriodicEventStreamResponse,
    )
    from pilotwire.ocpp.v21.messages._PublishFirmwareRequest import (
        PublishFirmwareRequest,
        PublishFirmwareResponse,
    )
    from pilotwire.ocpp.v21.messages._PublishFirmwareStatusNotificationRequest import (
        PublishFirmwareStatusNotificationRequest,
        PublishFirmwareStatusNotificationResponse,
    )
    from pilotwire.ocpp.v21.messages._PullDynamicScheduleUpdateRequest import (
        PullDynamicScheduleUpdateRequest,
        PullDynamicScheduleUpdateResponse,
    )
    from pilotwire.ocpp.v21.messages._ReportChargingProfilesRequest import (
        ReportChargingProfilesRequest,
        ReportChargingProfilesResponse,
    )
    from pilotwire.ocpp.v21.messages._ReportDERControlRequest import (
        ReportDERControlRequest,
        ReportDERControlResponse,
    )
    from pilotwire.ocpp.v21.messages._RequestBatterySwapRequest import (
        RequestBatterySwapRequest,
        RequestBatterySwapResponse,
    )
    from pilotwire.ocpp.v21.messages._RequestStartTransactionRequest import (
        RequestStartTransactionRequest,
        RequestStartTransactionResponse,
    )
    from pilotwire.ocpp.v21.messages._RequestStopTransactionRequest import (
        RequestStopTransactionRequest,
        RequestStopTransactionResponse,
    )
    from pilotwire.ocpp.v21.messages._ReservationStatusUpdateRequest import (
        ReservationStatusUpdateRequest,
        ReservationStatusUpdateResponse,
    )
    from pilotwire.ocpp.v21.messages._ReserveNowRequest import ReserveNowRequest, ReserveNowResponse
    from pilotwire.ocpp.v21.messages._ResetRequest import ResetRequest, ResetResponse
    from pilotwire.ocpp.v21.messages._SecurityEventNotificationRequest import (
        SecurityEventNotificationRequest,
        SecurityEventNotificationResponse,
    )
    from pilotwire.ocpp.v21.messages._SendLocalListRequest import (
        SendLocalListRequest,
        SendLocalListResponse,
    )
    from pilotwire.ocpp.v21.messages._SetChargingProfileRequest import (
        SetChargingProfileRequest,
        SetChargingProfileResponse,
    )
    from pilotwire.ocpp.v21.messages._SetDefaultTariffRequest import (
        SetDefaultTariffRequest,
        SetDefaultTariffResponse,
    )
    from pilotwire.ocpp.v21.messages._SetDERControlRequest import (
        SetDERControlRequest,
        SetDERControlResponse,
    )
    from pilotwire.ocpp.v21.messages._SetDisplayMessageRequest import (
        SetDisplayMessageRequest,
        SetDisplayMessageResponse,
    )
    from pilotwire.ocpp.v21.messages._SetMonitoringBaseRequest import (
        SetMonitoringBaseRequest,
        SetMonitoringBaseResponse,
    )
    from pilotwire.ocpp.v21.messages._SetMonitoringLevelRequest import (
        SetMonitoringLevelRequest,
        SetMonitoringLevelResponse,
    )
    from pilotwire.ocpp.v21.messages._SetNetworkProfileRequest import (
        SetNetworkProfileRequest,
        SetNetworkProfileResponse,
    )
    from pilotwire.ocpp.v21.messages._SetVariableMonitoringRequest import (
        SetVariableMonitoringRequest,
        SetVariableMonitoringResponse,
    )
    from pilotwire.ocpp.v21.messages._SetVariablesRequest import (
        SetVariablesRequest,
        SetVariablesResponse,
    )
    from pilotwire.ocpp.v21.messages._SignCertificateRequest import (
        SignCertificateRequest,
        SignCertificateResponse,
    )
    from pilotwire.ocpp.v21.messages._StatusNotificationRequest import (
        StatusNotificationRequest,
        StatusNotificationResponse,
    )
    from pilotwire.ocpp.v21.messages._TransactionEventRequest import (
        TransactionEventRequest,
        TransactionEventResponse,
    )
    from pilotwire.ocpp.v21.messages._TriggerMessageRequest import (
        TriggerMessageRequest,
        TriggerMessageResponse,
    )
    from pilotwire.ocpp.v21.messages._UnlockConnectorRequest import (
        UnlockConnectorRequest,
        UnlockConnectorResponse,
    )
    from pilotwire.ocpp.v21.messages._UnpublishFirmwareRequest import (
        UnpublishFirmwareRequest,
        UnpublishFirmwareResponse,
    )
    from pilotwire.ocpp.v21.messages._UpdateDynamicScheduleRequest import (
        UpdateDynamicScheduleRequest,
        UpdateDynamicScheduleResponse,
    )
    from pilotwire.ocpp.v21.messages._UpdateFirmwareRequest import (
        UpdateFirmwareRequest,
        UpdateFirmwareResponse,
    )
    from pilotwire.ocpp.v21.messages._UsePriorityChargingRequest import (
        UsePriorityChargingRequest,
        UsePriorityChargingResponse,
    )
    from pilotwire.ocpp.v21.messages._VatNumberValidationRequest import (
        VatNumberValidationRequest,
        VatNumberValidationResponse,
    )
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_AFRRSignalRequest": ("AFRRSignalResponse", "AFRRSignalRequest"),
            "_AdjustPeriodicEventStreamRequest": (
                "AdjustPeriodicEventStreamResponse",
                "AdjustPeriodicEventStreamRequest",
            ),
            "_AuthorizeRequest": ("AuthorizeResponse", "AuthorizeRequest"),
            "_BatterySwapRequest": ("BatterySwapResponse", "BatterySwapRequest"),
            "_BootNotificationRequest": ("BootNotificationResponse", "BootNotificationRequest"),
            "_CancelReservationRequest": ("CancelReservationResponse", "CancelReservationRequest"),
            "_CertificateSignedRequest": ("CertificateSignedResponse", "CertificateSignedRequest"),
            "_ChangeAvailabilityRequest": (
                "ChangeAvailabilityResponse",
                "ChangeAvailabilityRequest",
            ),
            "_ChangeTransactionTariffRequest": (
                "ChangeTransactionTariffResponse",
                "ChangeTransactionTariffRequest",
            ),
            "_ClearCacheRequest": ("ClearCacheResponse", "ClearCacheRequest"),
            "_ClearChargingProfileRequest": (
                "ClearChargingProfileResponse",
                "ClearChargingProfileRequest",
            ),
            "_ClearDERControlRequest": ("ClearDERControlResponse", "ClearDERControlRequest"),
            "_ClearDisplayMessageRequest": (
                "ClearDisplayMessageResponse",
                "ClearDisplayMessageRequest",
            ),
            "_ClearTariffsRequest": ("ClearTariffsResponse", "ClearTariffsRequest"),
            "_ClearVariableMonitoringRequest": (
                "ClearVariableMonitoringResponse",
                "ClearVariableMonitoringRequest",
            ),
            "_ClearedChargingLimitRequest": (
                "ClearedChargingLimitResponse",
                "ClearedChargingLimitRequest",
            ),
            "_ClosePeriodicEventStreamRequest": (
                "ClosePeriodicEventStreamResponse",
                "ClosePeriodicEventStreamRequest",
            ),
            "_CostUpdatedRequest": ("CostUpdatedResponse", "CostUpdatedRequest"),
            "_CustomerInformationRequest": (
                "CustomerInformationResponse",
                "CustomerInformationRequest",
            ),
            "_DataTransferRequest": ("DataTransferResponse", "DataTransferRequest"),
            "_DeleteCertificateRequest": ("DeleteCertificateResponse", "DeleteCertificateRequest"),
            "_FirmwareStatusNotificationRequest": (
                "FirmwareStatusNotificationResponse",
                "FirmwareStatusNotificationRequest",
            ),
            "_Get15118EVCertificateRequest": (
                "Get15118EVCertificateResponse",
                "Get15118EVCertificateRequest",
            ),
            "_GetBaseReportRequest": ("GetBaseReportResponse", "GetBaseReportRequest"),
            "_GetCertificateChainStatusRequest": (
                "GetCertificateChainStatusResponse",
                "GetCertificateChainStatusRequest",
            ),
            "_GetCertificateStatusRequest": (
                "GetCertificateStatusResponse",
                "GetCertificateStatusRequest",
            ),
            "_GetChargingProfilesRequest": (
                "GetChargingProfilesResponse",
                "GetChargingProfilesRequest",
            ),
            "_GetCompositeScheduleRequest": (
                "GetCompositeScheduleResponse",
                "GetCompositeScheduleRequest",
            ),
            "_GetDERControlRequest": ("GetDERControlResponse", "GetDERControlRequest"),
            "_GetDisplayMessagesRequest": (
                "GetDisplayMessagesResponse",
                "GetDisplayMessagesRequest",
            ),
            "_GetInstalledCertificateIdsRequest": (
                "GetInstalledCertificateIdsResponse",
                "GetInstalledCertificateIdsRequest",
            ),
            "_GetLocalListVersionRequest": (
                "GetLocalListVersionResponse",
                "GetLocalListVersionRequest",
            ),
            "_GetLogRequest": ("GetLogResponse", "GetLogRequest"),
            "_GetMonitoringReportRequest": (
                "GetMonitoringReportResponse",
                "GetMonitoringReportRequest",
            ),
            "_GetPeriodicEventStreamRequest": (
                "GetPeriodicEventStreamResponse",
                "GetPeriodicEventStreamRequest",
            ),
            "_GetReportRequest": ("GetReportResponse", "GetReportRequest"),
            "_GetTariffsRequest": ("GetTariffsResponse", "GetTariffsRequest"),
            "_GetTransactionStatusRequest": (
                "GetTransactionStatusResponse",
                "GetTransactionStatusRequest",
            ),
            "_GetVariablesRequest": ("GetVariablesResponse", "GetVariablesRequest"),
            "_HeartbeatRequest": ("HeartbeatResponse", "HeartbeatRequest"),
            "_InstallCertificateRequest": (
                "InstallCertificateResponse",
                "InstallCertificateRequest",
            ),
            "_LogStatusNotificationRequest": (
                "LogStatusNotificationResponse",
                "LogStatusNotificationRequest",
            ),
            "_MeterValuesRequest": ("MeterValuesResponse", "MeterValuesRequest"),
            "_NotifyAllowedEnergyTransferRequest": (
                "NotifyAllowedEnergyTransferResponse",
                "NotifyAllowedEnergyTransferRequest",
            ),
            "_NotifyChargingLimitRequest": (
                "NotifyChargingLimitResponse",
                "NotifyChargingLimitRequest",
            ),
            "_NotifyCustomerInformationRequest": (
                "NotifyCustomerInformationResponse",
                "NotifyCustomerInformationRequest",
            ),
            "_NotifyDERAlarmRequest": ("NotifyDERAlarmResponse", "NotifyDERAlarmRequest"),
            "_NotifyDERStartStopRequest": (
                "NotifyDERStartStopResponse",
                "NotifyDERStartStopRequest",
            ),
            "_NotifyDisplayMessagesRequest": (
                "NotifyDisplayMessagesResponse",
                "NotifyDisplayMessagesRequest",
            ),
            "_NotifyEVChargingNeedsRequest": (
                "NotifyEVChargingNeedsResponse",
                "NotifyEVChargingNeedsRequest",
            ),
            "_NotifyEVChargingScheduleRequest": (
                "NotifyEVChargingScheduleResponse",
                "NotifyEVChargingScheduleRequest",
            ),
            "_NotifyEventRequest": ("NotifyEventResponse", "NotifyEventRequest"),
            "_NotifyMonitoringReportRequest": (
                "NotifyMonitoringReportResponse",
                "NotifyMonitoringReportRequest",
            ),
            "_NotifyPeriodicEventStream": ("NotifyPeriodicEventStream",),
            "_NotifyPriorityChargingRequest": (
                "NotifyPriorityChargingResponse",
                "NotifyPriorityChargingRequest",
            ),
            "_NotifyReportRequest": ("NotifyReportResponse", "NotifyReportRequest"),
            "_NotifySettlementRequest": ("NotifySettlementResponse", "NotifySettlementRequest"),
            "_NotifyWebPaymentStartedRequest": (
                "NotifyWebPaymentStartedResponse",
                "NotifyWebPaymentStartedRequest",
            ),
            "_OpenPeriodicEventStreamRequest": (
                "OpenPeriodicEventStreamResponse",
                "OpenPeriodicEventStreamRequest",
            ),
            "_PublishFirmwareRequest": ("PublishFirmwareResponse", "PublishFirmwareRequest"),
            "_PublishFirmwareStatusNotificationRequest": (
                "PublishFirmwareStatusNotificationResponse",
                "PublishFirmwareStatusNotificationRequest",
            ),
            "_PullDynamicScheduleUpdateRequest": (
                "PullDynamicScheduleUpdateResponse",
                "PullDynamicScheduleUpdateRequest",
            ),
            "_ReportChargingProfilesRequest": (
                "ReportChargingProfilesResponse",
                "ReportChargingProfilesRequest",
            ),
            "_ReportDERControlRequest": ("ReportDERControlResponse", "ReportDERControlRequest"),
            "_RequestBatterySwapRequest": (
                "RequestBatterySwapResponse",
                "RequestBatterySwapRequest",
            ),
            "_RequestStartTransactionRequest": (
                "RequestStartTransactionResponse",
                "RequestStartTransactionRequest",
            ),
            "_RequestStopTransactionRequest": (
                "RequestStopTransactionResponse",
                "RequestStopTransactionRequest",
            ),
            "_ReservationStatusUpdateRequest": (
                "ReservationStatusUpdateResponse",
                "ReservationStatusUpdateRequest",
            ),
            "_ReserveNowRequest": ("ReserveNowResponse", "ReserveNowRequest"),
            "_ResetRequest": ("ResetResponse", "ResetRequest"),
            "_SecurityEventNotificationRequest": (
                "SecurityEventNotificationResponse",
                "SecurityEventNotificationRequest",
            ),
            "_SendLocalListRequest": ("SendLocalListResponse", "SendLocalListRequest"),
            "_SetChargingProfileRequest": (
                "SetChargingProfileResponse",
                "SetChargingProfileRequest",
            ),
            "_SetDERControlRequest": ("SetDERControlResponse", "SetDERControlRequest"),
            "_SetDefaultTariffRequest": ("SetDefaultTariffResponse", "SetDefaultTariffRequest"),
            "_SetDisplayMessageRequest": ("SetDisplayMessageResponse", "SetDisplayMessageRequest"),
            "_SetMonitoringBaseRequest": ("SetMonitoringBaseResponse", "SetMonitoringBaseRequest"),
            "_SetMonitoringLevelRequest": (
                "SetMonitoringLevelResponse",
                "SetMonitoringLevelRequest",
            ),
            "_SetNetworkProfileRequest": ("SetNetworkProfileResponse", "SetNetworkProfileRequest"),
            "_SetVariableMonitoringRequest": (
                "SetVariableMonitoringResponse",
                "SetVariableMonitoringRequest",
            ),
            "_SetVariablesRequest": ("SetVariablesResponse", "SetVariablesRequest"),
            "_SignCertificateRequest": ("SignCertificateResponse", "SignCertificateRequest"),
            "_StatusNotificationRequest": (
                "StatusNotificationResponse",
                "StatusNotificationRequest",
            ),
            "_TransactionEventRequest": ("TransactionEventResponse", "TransactionEventRequest"),
            "_TriggerMessageRequest": ("TriggerMessageResponse", "TriggerMessageRequest"),
            "_UnlockConnectorRequest": ("UnlockConnectorResponse", "UnlockConnectorRequest"),
            "_UnpublishFirmwareRequest": ("UnpublishFirmwareResponse", "UnpublishFirmwareRequest"),
            "_UpdateDynamicScheduleRequest": (
                "UpdateDynamicScheduleResponse",
                "UpdateDynamicScheduleRequest",
            ),
            "_UpdateFirmwareRequest": ("UpdateFirmwareResponse", "UpdateFirmwareRequest"),
            "_UsePriorityChargingRequest": (
                "UsePriorityChargingResponse",
                "UsePriorityChargingRequest",
            ),
            "_VatNumberValidationRequest": (
                "VatNumberValidationResponse",
                "VatNumberValidationRequest",
            ),
        },
    )

__all__ = [
    "AFRRSignalRequest",
    "AFRRSignalResponse",
    "AdjustPeriodicEventStreamRequest",
    "AdjustPeriodicEventStreamResponse",
    "AuthorizeRequest",
    "AuthorizeResponse",
    "BatterySwapRequest",
    "BatterySwapResponse",
    "BootNotificationRequest",
    "BootNotificationResponse",
    "CancelReservationRequest",
    "CancelReservationResponse",
    "CertificateSignedRequest",
    "CertificateSignedResponse",
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
    "ChangeTransactionTariffRequest",
    "ChangeTransactionTariffResponse",
    "ClearCacheRequest",
    "ClearCacheResponse",
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
    "ClearDERControlRequest",
    "ClearDERControlResponse",
    "ClearDisplayMessageRequest",
    "ClearDisplayMessageResponse",
    "ClearTariffsRequest",
    "ClearTariffsResponse",
    "ClearVariableMonitoringRequest",
    "ClearVariableMonitoringResponse",
    "ClearedChargingLimitRequest",
    "ClearedChargingLimitResponse",
    "ClosePeriodicEventStreamRequest",
    "ClosePeriodicEventStreamResponse",
    "CostUpdatedRequest",
    "CostUpdatedResponse",
    "CustomerInformationRequest",
    "CustomerInformationResponse",
    "DataTransferRequest",
    "DataTransferResponse",
    "DeleteCertificateRequest",
    "DeleteCertificateResponse",
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
    "Get15118EVCertificateRequest",
    "Get15118EVCertificateResponse",
    "GetBaseReportRequest",
    "GetBaseReportResponse",
    "GetCertificateChainStatusRequest",
    "GetCertificateChainStatusResponse",
    "GetCertificateStatusRequest",
    "GetCertificateStatusResponse",
    "GetChargingProfilesRequest",
    "GetChargingProfilesResponse",
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
    "GetDERControlRequest",
    "GetDERControlResponse",
    "GetDisplayMessagesRequest",
    "GetDisplayMessagesResponse",
    "GetInstalledCertificateIdsRequest",
    "GetInstalledCertificateIdsResponse",
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
    "GetLogRequest",
    "GetLogResponse",
    "GetMonitoringReportRequest",
    "GetMonitoringReportResponse",
    "GetPeriodicEventStreamRequest",
    "GetPeriodicEventStreamResponse",
    "GetReportRequest",
    "GetReportResponse",
    "GetTariffsRequest",
    "GetTariffsResponse",
    "GetTransactionStatusRequest",
    "GetTransactionStatusResponse",
    "GetVariablesRequest",
    "GetVariablesResponse",
    "HeartbeatRequest",
    "HeartbeatResponse",
    "InstallCertificateRequest",
    "InstallCertificateResponse",
    "LogStatusNotificationRequest",
    "LogStatusNotificationResponse",
    "MeterValuesRequest",
    "MeterValuesResponse",
    "NotifyAllowedEnergyTransferRequest",
    "NotifyAllowedEnergyTransferResponse",
    "NotifyChargingLimitRequest",
    "NotifyChargingLimitResponse",
    "NotifyCustomerInformationRequest",
    "NotifyCustomerInformationResponse",
    "NotifyDERAlarmRequest",
    "NotifyDERAlarmResponse",
    "NotifyDERStartStopRequest",
    "NotifyDERStartStopResponse",
    "NotifyDisplayMessagesRequest",
    "NotifyDisplayMessagesResponse",
    "NotifyEVChargingNeedsRequest",
    "NotifyEVChargingNeedsResponse",
    "NotifyEVChargingScheduleRequest",
    "NotifyEVChargingScheduleResponse",
    "NotifyEventRequest",
    "NotifyEventResponse",
    "NotifyMonitoringReportRequest",
    "NotifyMonitoringReportResponse",
    "NotifyPeriodicEventStream",
    "NotifyPriorityChargingRequest",
    "NotifyPriorityChargingResponse",
    "NotifyReportRequest",
    "NotifyReportResponse",
    "NotifySettlementRequest",
    "NotifySettlementResponse",
    "NotifyWebPaymentStartedRequest",
    "NotifyWebPaymentStartedResponse",
    "OpenPeriodicEventStreamRequest",
    "OpenPeriodicEventStreamResponse",
    "PublishFirmwareRequest",
    "PublishFirmwareResponse",
    "PublishFirmwareStatusNotificationRequest",
    "PublishFirmwareStatusNotificationResponse",
    "PullDynamicScheduleUpdateRequest",
    "PullDynamicScheduleUpdateResponse",
    "ReportChargingProfilesRequest",
    "ReportChargingProfilesResponse",
    "ReportDERControlRequest",
    "ReportDERControlResponse",
    "RequestBatterySwapRequest",
    "RequestBatterySwapResponse",
    "RequestStartTransactionRequest",
    "RequestStartTransactionResponse",
    "RequestStopTransactionRequest",
    "RequestStopTransactionResponse",
    "ReservationStatusUpdateRequest",
    "ReservationStatusUpdateResponse",
    "ReserveNowRequest",
    "ReserveNowResponse",
    "ResetRequest",
    "ResetResponse",
    "SecurityEventNotificationRequest",
    "SecurityEventNotificationResponse",
    "SendLocalListRequest",
    "SendLocalListResponse",
    "SetChargingProfileRequest",
    "SetChargingProfileResponse",
    "SetDERControlRequest",
    "SetDERControlResponse",
    "SetDefaultTariffRequest",
    "SetDefaultTariffResponse",
    "SetDisplayMessageRequest",
    "SetDisplayMessageResponse",
    "SetMonitoringBaseRequest",
    "SetMonitoringBaseResponse",
    "SetMonitoringLevelRequest",
    "SetMonitoringLevelResponse",
    "SetNetworkProfileRequest",
    "SetNetworkProfileResponse",
    "SetVariableMonitoringRequest",
    "SetVariableMonitoringResponse",
    "SetVariablesRequest",
    "SetVariablesResponse",
    "SignCertificateRequest",
    "SignCertificateResponse",
    "StatusNotificationRequest",
    "StatusNotificationResponse",
    "TransactionEventRequest",
    "TransactionEventResponse",
    "TriggerMessageRequest",
    "TriggerMessageResponse",
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
    "UnpublishFirmwareRequest",
    "UnpublishFirmwareResponse",
    "UpdateDynamicScheduleRequest",
    "UpdateDynamicScheduleResponse",
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
    "UsePriorityChargingRequest",
    "UsePriorityChargingResponse",
    "VatNumberValidationRequest",
    "VatNumberValidationResponse",
]
