"""Messages of OCPP 2.0.1. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v201.messages._AuthorizeRequest import AuthorizeRequest, AuthorizeResponse
    from pilotwire.ocpp.v201.messages._BootNotificationRequest import (
        BootNotificationRequest,
        BootNotificationResponse,
    )
    from pilotwire.ocpp.v201.messages._CancelReservationRequest import (
        CancelReservationRequest,
        CancelReservationResponse,
    )
    from pilotwire.ocpp.v201.messages._CertificateSignedRequest import (
        CertificateSignedRequest,
        CertificateSignedResponse,
    )
    from pilotwire.ocpp.v201.messages._ChangeAvailabilityRequest import (
        ChangeAvailabilityRequest,
        ChangeAvailabilityResponse,
    )
    from pilotwire.ocpp.v201.messages._ClearCacheRequest import (
        ClearCacheRequest,
        ClearCacheResponse,
    )
    from pilotwire.ocpp.v201.messages._ClearChargingProfileRequest import (
        ClearChargingProfileRequest,
        ClearChargingProfileResponse,
    )
    from pilotwire.ocpp.v201.messages._ClearDisplayMessageRequest import (
        ClearDisplayMessageRequest,
        ClearDisplayMessageResponse,
    )
    from pilotwire.ocpp.v201.messages._ClearedChargingLimitRequest import (
        ClearedChargingLimitRequest,
        ClearedChargingLimitResponse,
    )
    from pilotwire.ocpp.v201.messages._ClearVariableMonitoringRequest import (
        ClearVariableMonitoringRequest,
        ClearVariableMonitoringResponse,
    )
    from pilotwire.ocpp.v201.messages._CostUpdatedRequest import (
        CostUpdatedRequest,
        CostUpdatedResponse,
    )
    from pilotwire.ocpp.v201.messages._CustomerInformationRequest import (
        CustomerInformationRequest,
        CustomerInformationResponse,
    )
    from pilotwire.ocpp.v201.messages._DataTransferRequest import (
        DataTransferRequest,
        DataTransferResponse,
    )
    from pilotwire.ocpp.v201.messages._DeleteCertificateRequest import (
        DeleteCertificateRequest,
        DeleteCertificateResponse,
    )
    from pilotwire.ocpp.v201.messages._FirmwareStatusNotificationRequest import (
        FirmwareStatusNotificationRequest,
        FirmwareStatusNotificationResponse,
    )
    from pilotwire.ocpp.v201.messages._Get15118EVCertificateRequest import (
        Get15118EVCertificateRequest,
        Get15118EVCertificateResponse,
    )
    from pilotwire.ocpp.v201.messages._GetBaseReportRequest import (
        GetBaseReportRequest,
        GetBaseReportResponse,
    )
    from pilotwire.ocpp.v201.messages._GetCertificateStatusRequest import (
        GetCertificateStatusRequest,
        GetCertificateStatusResponse,
    )
    from pilotwire.ocpp.v201.messages._GetChargingProfilesRequest import (
        GetChargingProfilesRequest,
        GetChargingProfilesResponse,
    )
    from pilotwire.ocpp.v201.messages._GetCompositeScheduleRequest import (
        GetCompositeScheduleRequest,
        GetCompositeScheduleResponse,
    )
    from pilotwire.ocpp.v201.messages._GetDisplayMessagesRequest import (
        GetDisplayMessagesRequest,
        GetDisplayMessagesResponse,
    )
    from pilotwire.ocpp.v201.messages._GetInstalledCertificateIdsRequest import (
        GetInstalledCertificateIdsRequest,
        GetInstalledCertificateIdsResponse,
    )
    from pilotwire.ocpp.v201.messages._GetLocalListVersionRequest import (
        GetLocalListVersionRequest,
        GetLocalListVersionResponse,
    )
    from pilotwire.ocpp.v201.messages._GetLogRequest import GetLogRequest, GetLogResponse
    from pilotwire.ocpp.v201.messages._GetMonitoringReportRequest import (
        GetMonitoringReportRequest,
        GetMonitoringReportResponse,
    )
    from pilotwire.ocpp.v201.messages._GetReportRequest import GetReportRequest, GetReportResponse
    from pilotwire.ocpp.v201.messages._GetTransactionStatusRequest import (
        GetTransactionStatusRequest,
        GetTransactionStatusResponse,
    )
    from pilotwire.ocpp.v201.messages._GetVariablesRequest import (
        GetVariablesRequest,
        GetVariablesResponse,
    )
    from pilotwire.ocpp.v201.messages._HeartbeatRequest import HeartbeatRequest, HeartbeatResponse
    from pilotwire.ocpp.v201.messages._InstallCertificateRequest import (
        InstallCertificateRequest,
        InstallCertificateResponse,
    )
    from pilotwire.ocpp.v201.messages._LogStatusNotificationRequest import (
        LogStatusNotificationRequest,
        LogStatusNotificationResponse,
    )
    from pilotwire.ocpp.v201.messages._MeterValuesRequest import (
        MeterValuesRequest,
        MeterValuesResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyChargingLimitRequest import (
        NotifyChargingLimitRequest,
        NotifyChargingLimitResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyCustomerInformationRequest import (
        NotifyCustomerInformationRequest,
        NotifyCustomerInformationResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyDisplayMessagesRequest import (
        NotifyDisplayMessagesRequest,
        NotifyDisplayMessagesResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyEVChargingNeedsRequest import (
        NotifyEVChargingNeedsRequest,
        NotifyEVChargingNeedsResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyEVChargingScheduleRequest import (
        NotifyEVChargingScheduleRequest,
        NotifyEVChargingScheduleResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyEventRequest import (
        NotifyEventRequest,
        NotifyEventResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyMonitoringReportRequest import (
        NotifyMonitoringReportRequest,
        NotifyMonitoringReportResponse,
    )
    from pilotwire.ocpp.v201.messages._NotifyReportRequest import (
        NotifyReportRequest,
        NotifyReportResponse,
    )
    from pilotwire.ocpp.v201.messages._PublishFirmwareRequest import (
        PublishFirmwareRequest,
        PublishFirmwareResponse,
    )
    from pilotwire.ocpp.v201.messages._PublishFirmwareStatusNotificationRequest import (
        PublishFirmwareStatusNotificationRequest,
        PublishFirmwareStatusNotificationResponse,
    )
    from pilotwire.ocpp.v201.messages._ReportChargingProfilesRequest import (
        ReportChargingProfilesRequest,
        ReportChargingProfilesResponse,
    )
    from pilotwire.ocpp.v201.messages._RequestStartTransactionRequest import (
        RequestStartTransactionRequest,
        RequestStartTransactionResponse,
    )
    from pilotwire.ocpp.v201.messages._RequestStopTransactionRequest import (
        RequestStopTransactionRequest,
        RequestStopTransactionResponse,
    )
    from pilotwire.ocpp.v201.messages._ReservationStatusUpdateRequest import (
        ReservationStatusUpdateRequest,
        ReservationStatusUpdateResponse,
    )
    from pilotwire.ocpp.v201.messages._ReserveNowRequest import (
        ReserveNowRequest,
        ReserveNowResponse,
    )
    from pilotwire.ocpp.v201.messages._ResetRequest import ResetRequest, ResetResponse
    from pilotwire.ocpp.v201.messages._SecurityEventNotificationRequest import (
        SecurityEventNotificationRequest,
        SecurityEventNotificationResponse,
    )
    from pilotwire.ocpp.v201.messages._SendLocalListRequest import (
        SendLocalListRequest,
        SendLocalListResponse,
    )
    from pilotwire.ocpp.v201.messages._SetChargingProfileRequest import (
        SetChargingProfileRequest,
        SetChargingProfileResponse,
    )
    from pilotwire.ocpp.v201.messages._SetDisplayMessageRequest import (
        SetDisplayMessageRequest,
        SetDisplayMessageResponse,
    )
    from pilotwire.ocpp.v201.messages._SetMonitoringBaseRequest import (
        SetMonitoringBaseRequest,
        SetMonitoringBaseResponse,
    )
    from pilotwire.ocpp.v201.messages._SetMonitoringLevelRequest import (
        SetMonitoringLevelRequest,
        SetMonitoringLevelResponse,
    )
    from pilotwire.ocpp.v201.messages._SetNetworkProfileRequest import (
        SetNetworkProfileRequest,
        SetNetworkProfileResponse,
    )
    from pilotwire.ocpp.v201.messages._SetVariableMonitoringRequest import (
        SetVariableMonitoringRequest,
        SetVariableMonitoringResponse,
    )
    from pilotwire.ocpp.v201.messages._SetVariablesRequest import (
        SetVariablesRequest,
        SetVariablesResponse,
    )
    from pilotwire.ocpp.v201.messages._SignCertificateRequest import (
        SignCertificateRequest,
        SignCertificateResponse,
    )
    from pilotwire.ocpp.v201.messages._StatusNotificationRequest import (
        StatusNotificationRequest,
        StatusNotificationResponse,
    )
    from pilotwire.ocpp.v201.messages._TransactionEventRequest import (
        TransactionEventRequest,
        TransactionEventResponse,
    )
    from pilotwire.ocpp.v201.messages._TriggerMessageRequest import (
        TriggerMessageRequest,
        TriggerMessageResponse,
    )
    from pilotwire.ocpp.v201.messages._UnlockConnectorRequest import (
        UnlockConnectorRequest,
        UnlockConnectorResponse,
    )
    from pilotwire.ocpp.v201.messages._UnpublishFirmwareRequest import (
        UnpublishFirmwareRequest,
        UnpublishFirmwareResponse,
    )
    from pilotwire.ocpp.v201.messages._UpdateFirmwareRequest import (
        UpdateFirmwareRequest,
        UpdateFirmwareResponse,
    )
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_AuthorizeRequest": ("AuthorizeResponse", "AuthorizeRequest"),
            "_BootNotificationRequest": ("BootNotificationResponse", "BootNotificationRequest"),
            "_CancelReservationRequest": ("CancelReservationResponse", "CancelReservationRequest"),
            "_CertificateSignedRequest": ("CertificateSignedResponse", "CertificateSignedRequest"),
            "_ChangeAvailabilityRequest": (
                "ChangeAvailabilityResponse",
                "ChangeAvailabilityRequest",
            ),
            "_ClearCacheRequest": ("ClearCacheResponse", "ClearCacheRequest"),
            "_ClearChargingProfileRequest": (
                "ClearChargingProfileResponse",
                "ClearChargingProfileRequest",
            ),
            "_ClearDisplayMessageRequest": (
                "ClearDisplayMessageResponse",
                "ClearDisplayMessageRequest",
            ),
            "_ClearVariableMonitoringRequest": (
                "ClearVariableMonitoringResponse",
                "ClearVariableMonitoringRequest",
            ),
            "_ClearedChargingLimitRequest": (
                "ClearedChargingLimitResponse",
                "ClearedChargingLimitRequest",
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
            "_GetReportRequest": ("GetReportResponse", "GetReportRequest"),
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
            "_NotifyChargingLimitRequest": (
                "NotifyChargingLimitResponse",
                "NotifyChargingLimitRequest",
            ),
            "_NotifyCustomerInformationRequest": (
                "NotifyCustomerInformationResponse",
                "NotifyCustomerInformationRequest",
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
            "_NotifyReportRequest": ("NotifyReportResponse", "NotifyReportRequest"),
            "_PublishFirmwareRequest": ("PublishFirmwareResponse", "PublishFirmwareRequest"),
            "_PublishFirmwareStatusNotificationRequest": (
                "PublishFirmwareStatusNotificationResponse",
                "PublishFirmwareStatusNotificationRequest",
            ),
            "_ReportChargingProfilesRequest": (
                "ReportChargingProfilesResponse",
                "ReportChargingProfilesRequest",
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
            "_UpdateFirmwareRequest": ("UpdateFirmwareResponse", "UpdateFirmwareRequest"),
        },
    )

__all__ = [
    "AuthorizeRequest",
    "AuthorizeResponse",
    "BootNotificationRequest",
    "BootNotificationResponse",
    "CancelReservationRequest",
    "CancelReservationResponse",
    "CertificateSignedRequest",
    "CertificateSignedResponse",
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
    "ClearCacheRequest",
    "ClearCacheResponse",
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
    "ClearDisplayMessageRequest",
    "ClearDisplayMessageResponse",
    "ClearVariableMonitoringRequest",
    "ClearVariableMonitoringResponse",
    "ClearedChargingLimitRequest",
    "ClearedChargingLimitResponse",
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
    "GetCertificateStatusRequest",
    "GetCertificateStatusResponse",
    "GetChargingProfilesRequest",
    "GetChargingProfilesResponse",
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
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
    "GetReportRequest",
    "GetReportResponse",
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
    "NotifyChargingLimitRequest",
    "NotifyChargingLimitResponse",
    "NotifyCustomerInformationRequest",
    "NotifyCustomerInformationResponse",
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
    "NotifyReportRequest",
    "NotifyReportResponse",
    "PublishFirmwareRequest",
    "PublishFirmwareResponse",
    "PublishFirmwareStatusNotificationRequest",
    "PublishFirmwareStatusNotificationResponse",
    "ReportChargingProfilesRequest",
    "ReportChargingProfilesResponse",
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
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
]
