"""Messages of OCPP 1.6 with the security extension. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v16.messages._AuthorizeRequest import AuthorizeRequest, AuthorizeResponse
    from pilotwire.ocpp.v16.messages._BootNotificationRequest import (
        BootNotificationRequest,
        BootNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._CancelReservationRequest import (
        CancelReservationRequest,
        CancelReservationResponse,
    )
    from pilotwire.ocpp.v16.messages._CertificateSignedRequest import (
        CertificateSignedRequest,
        CertificateSignedResponse,
    )
    from pilotwire.ocpp.v16.messages._ChangeAvailabilityRequest import (
        ChangeAvailabilityRequest,
        ChangeAvailabilityResponse,
    )
    from pilotwire.ocpp.v16.messages._ChangeConfigurationRequest import (
        ChangeConfigurationRequest,
        ChangeConfigurationResponse,
    )
    from pilotwire.ocpp.v16.messages._ClearCacheRequest import ClearCacheRequest, ClearCacheResponse
    from pilotwire.ocpp.v16.messages._ClearChargingProfileRequest import (
        ClearChargingProfileRequest,
        ClearChargingProfileResponse,
    )
    from pilotwire.ocpp.v16.messages._DataTransferRequest import (
        DataTransferRequest,
        DataTransferResponse,
    )
    from pilotwire.ocpp.v16.messages._DeleteCertificateRequest import (
        DeleteCertificateRequest,
        DeleteCertificateResponse,
    )
    from pilotwire.ocpp.v16.messages._DiagnosticsStatusNotificationRequest import (
        DiagnosticsStatusNotificationRequest,
        DiagnosticsStatusNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._ExtendedTriggerMessageRequest import (
        ExtendedTriggerMessageRequest,
        ExtendedTriggerMessageResponse,
    )
    from pilotwire.ocpp.v16.messages._FirmwareStatusNotificationRequest import (
        FirmwareStatusNotificationRequest,
        FirmwareStatusNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._GetCompositeScheduleRequest import (
        GetCompositeScheduleRequest,
        GetCompositeScheduleResponse,
    )
    from pilotwire.ocpp.v16.messages._GetConfigurationRequest import (
        GetConfigurationRequest,
        GetConfigurationResponse,
    )
    from pilotwire.ocpp.v16.messages._GetDiagnosticsRequest import (
        GetDiagnosticsRequest,
        GetDiagnosticsResponse,
    )
    from pilotwire.ocpp.v16.messages._GetInstalledCertificateIdsRequest import (
        GetInstalledCertificateIdsRequest,
        GetInstalledCertificateIdsResponse,
    )
    from pilotwire.ocpp.v16.messages._GetLocalListVersionRequest import (
        GetLocalListVersionRequest,
        GetLocalListVersionResponse,
    )
    from pilotwire.ocpp.v16.messages._GetLogRequest import GetLogRequest, GetLogResponse
    from pilotwire.ocpp.v16.messages._HeartbeatRequest import HeartbeatRequest, HeartbeatResponse
    from pilotwire.ocpp.v16.messages._InstallCertificateRequest import (
        InstallCertificateRequest,
        InstallCertificateResponse,
    )
    from pilotwire.ocpp.v16.messages._LogStatusNotificationRequest import (
        LogStatusNotificationRequest,
        LogStatusNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._MeterValuesRequest import (
        MeterValuesRequest,
        MeterValuesResponse,
    )
    from pilotwire.ocpp.v16.messages._RemoteStartTransactionRequest import (
        RemoteStartTransactionRequest,
        RemoteStartTransactionResponse,
    )
    from pilotwire.ocpp.v16.messages._RemoteStopTransactionRequest import (
        RemoteStopTransactionRequest,
        RemoteStopTransactionResponse,
    )
    from pilotwire.ocpp.v16.messages._ReserveNowRequest import ReserveNowRequest, ReserveNowResponse
    from pilotwire.ocpp.v16.messages._ResetRequest import ResetRequest, ResetResponse
    from pilotwire.ocpp.v16.messages._SecurityEventNotificationRequest import (
        SecurityEventNotificationRequest,
        SecurityEventNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._SendLocalListRequest import (
        SendLocalListRequest,
        SendLocalListResponse,
    )
    from pilotwire.ocpp.v16.messages._SetChargingProfileRequest import (
        SetChargingProfileRequest,
        SetChargingProfileResponse,
    )
    from pilotwire.ocpp.v16.messages._SignCertificateRequest import (
        SignCertificateRequest,
        SignCertificateResponse,
    )
    from pilotwire.ocpp.v16.messages._SignedFirmwareStatusNotificationRequest import (
        SignedFirmwareStatusNotificationRequest,
        SignedFirmwareStatusNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._SignedUpdateFirmwareRequest import (
        SignedUpdateFirmwareRequest,
        SignedUpdateFirmwareResponse,
    )
    from pilotwire.ocpp.v16.messages._StartTransactionRequest import (
        StartTransactionRequest,
        StartTransactionResponse,
    )
    from pilotwire.ocpp.v16.messages._StatusNotificationRequest import (
        StatusNotificationRequest,
        StatusNotificationResponse,
    )
    from pilotwire.ocpp.v16.messages._StopTransactionRequest import (
        StopTransactionRequest,
        StopTransactionResponse,
    )
    from pilotwire.ocpp.v16.messages._TriggerMessageRequest import (
        TriggerMessageRequest,
        TriggerMessageResponse,
    )
    from pilotwire.ocpp.v16.messages._UnlockConnectorRequest import (
        UnlockConnectorRequest,
        UnlockConnectorResponse,
    )
    from pilotwire.ocpp.v16.messages._UpdateFirmwareRequest import (
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
            "_ChangeConfigurationRequest": (
                "ChangeConfigurationResponse",
                "ChangeConfigurationRequest",
            ),
            "_ClearCacheRequest": ("ClearCacheResponse", "ClearCacheRequest"),
            "_ClearChargingProfileRequest": (
                "ClearChargingProfileResponse",
                "ClearChargingProfileRequest",
            ),
            "_DataTransferRequest": ("DataTransferResponse", "DataTransferRequest"),
            "_DeleteCertificateRequest": ("DeleteCertificateResponse", "DeleteCertificateRequest"),
            "_DiagnosticsStatusNotificationRequest": (
                "DiagnosticsStatusNotificationResponse",
                "DiagnosticsStatusNotificationRequest",
            ),
            "_ExtendedTriggerMessageRequest": (
                "ExtendedTriggerMessageResponse",
                "ExtendedTriggerMessageRequest",
            ),
            "_FirmwareStatusNotificationRequest": (
                "FirmwareStatusNotificationResponse",
                "FirmwareStatusNotificationRequest",
            ),
            "_GetCompositeScheduleRequest": (
                "GetCompositeScheduleResponse",
                "GetCompositeScheduleRequest",
            ),
            "_GetConfigurationRequest": ("GetConfigurationResponse", "GetConfigurationRequest"),
            "_GetDiagnosticsRequest": ("GetDiagnosticsResponse", "GetDiagnosticsRequest"),
            "_GetInstalledCertificateIdsRequest": (
                "GetInstalledCertificateIdsResponse",
                "GetInstalledCertificateIdsRequest",
            ),
            "_GetLocalListVersionRequest": (
                "GetLocalListVersionResponse",
                "GetLocalListVersionRequest",
            ),
            "_GetLogRequest": ("GetLogResponse", "GetLogRequest"),
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
            "_RemoteStartTransactionRequest": (
                "RemoteStartTransactionResponse",
                "RemoteStartTransactionRequest",
            ),
            "_RemoteStopTransactionRequest": (
                "RemoteStopTransactionResponse",
                "RemoteStopTransactionRequest",
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
            "_SignCertificateRequest": ("SignCertificateResponse", "SignCertificateRequest"),
            "_SignedFirmwareStatusNotificationRequest": (
                "SignedFirmwareStatusNotificationResponse",
                "SignedFirmwareStatusNotificationRequest",
            ),
            "_SignedUpdateFirmwareRequest": (
                "SignedUpdateFirmwareResponse",
                "SignedUpdateFirmwareRequest",
            ),
            "_StartTransactionRequest": ("StartTransactionResponse", "StartTransactionRequest"),
            "_StatusNotificationRequest": (
                "StatusNotificationResponse",
                "StatusNotificationRequest",
            ),
            "_StopTransactionRequest": ("StopTransactionResponse", "StopTransactionRequest"),
            "_TriggerMessageRequest": ("TriggerMessageResponse", "TriggerMessageRequest"),
            "_UnlockConnectorRequest": ("UnlockConnectorResponse", "UnlockConnectorRequest"),
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
    "ChangeConfigurationRequest",
    "ChangeConfigurationResponse",
    "ClearCacheRequest",
    "ClearCacheResponse",
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
    "DataTransferRequest",
    "DataTransferResponse",
    "DeleteCertificateRequest",
    "DeleteCertificateResponse",
    "DiagnosticsStatusNotificationRequest",
    "DiagnosticsStatusNotificationResponse",
    "ExtendedTriggerMessageRequest",
    "ExtendedTriggerMessageResponse",
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
    "GetConfigurationRequest",
    "GetConfigurationResponse",
    "GetDiagnosticsRequest",
    "GetDiagnosticsResponse",
    "GetInstalledCertificateIdsRequest",
    "GetInstalledCertificateIdsResponse",
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
    "GetLogRequest",
    "GetLogResponse",
    "HeartbeatRequest",
    "HeartbeatResponse",
    "InstallCertificateRequest",
    "InstallCertificateResponse",
    "LogStatusNotificationRequest",
    "LogStatusNotificationResponse",
    "MeterValuesRequest",
    "MeterValuesResponse",
    "RemoteStartTransactionRequest",
    "RemoteStartTransactionResponse",
    "RemoteStopTransactionRequest",
    "RemoteStopTransactionResponse",
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
    "SignCertificateRequest",
    "SignCertificateResponse",
    "SignedFirmwareStatusNotificationRequest",
    "SignedFirmwareStatusNotificationResponse",
    "SignedUpdateFirmwareRequest",
    "SignedUpdateFirmwareResponse",
    "StartTransactionRequest",
    "StartTransactionResponse",
    "StatusNotificationRequest",
    "StatusNotificationResponse",
    "StopTransactionRequest",
    "StopTransactionResponse",
    "TriggerMessageRequest",
    "TriggerMessageResponse",
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
]
