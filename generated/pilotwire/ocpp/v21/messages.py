"""Messages of OCPP 2.1.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import AnyJson, CsmsRequest, Response, ResponseClass, Send, StationRequest
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    AddressType,
    AuthorizationData,
    BatteryDataType,
    CertificateHashDataChainType,
    CertificateHashDataType,
    CertificateStatusRequestInfoType,
    CertificateStatusType,
    ChargingLimitType,
    ChargingNeedsType,
    ChargingProfileCriterionType,
    ChargingProfileType,
    ChargingScheduleType,
    ChargingScheduleUpdateType,
    ChargingStationType,
    ClearChargingProfileType,
    ClearMonitoringResultType,
    ClearTariffsResultType,
    ComponentVariableType,
    CompositeScheduleType,
    ConstantStreamDataType,
    CostDetailsType,
    CustomDataType,
    DERCurveGetType,
    DERCurveType,
    EnterServiceGetType,
    EnterServiceType,
    EventDataType,
    EVSEType,
    FirmwareType,
    FixedPFGetType,
    FixedPFType,
    FixedVarGetType,
    FixedVarType,
    FreqDroopGetType,
    FreqDroopType,
    GetVariableDataType,
    GetVariableResultType,
    GradientGetType,
    GradientType,
    IdTokenInfoType,
    IdTokenType,
    LimitMaxDischargeGetType,
    LimitMaxDischargeType,
    LogParametersType,
    MessageContentType,
    MessageInfoType,
    MeterValueType,
    MonitoringDataType,
    NetworkConnectionProfileType,
    OCSPRequestDataType,
    PeriodicEventStreamParamsType,
    ReportDataType,
    SetMonitoringDataType,
    SetMonitoringResultType,
    SetVariableDataType,
    SetVariableResultType,
    StatusInfoType,
    StreamDataElementType,
    String36,
    String60,
    String255,
    String2000,
    TariffAssignmentType,
    TariffType,
    TransactionLimitType,
    TransactionType,
    WholeNumberFrom0,
)
from pilotwire.ocpp.v21.enums import (
    AuthorizeCertificateStatusEnumType,
    BatterySwapEventEnumType,
    BootReasonEnumType,
    CancelReservationStatusEnumType,
    CertificateActionEnumType,
    CertificateSignedStatusEnumType,
    CertificateSigningUseEnumType,
    ChangeAvailabilityStatusEnumType,
    ChargingProfileStatusEnumType,
    ChargingRateUnitEnumType,
    ClearCacheStatusEnumType,
    ClearChargingProfileStatusEnumType,
    ClearMessageStatusEnumType,
    ComponentCriterionEnumType,
    ConnectorStatusEnumType,
    CustomerInformationStatusEnumType,
    DataTransferStatusEnumType,
    DeleteCertificateStatusEnumType,
    DERControlEnumType,
    DERControlStatusEnumType,
    DisplayMessageStatusEnumType,
    EnergyTransferModeEnumType,
    FirmwareStatusEnumType,
    GenericDeviceModelStatusEnumType,
    GenericStatusEnumType,
    GetCertificateIdUseEnumType,
    GetCertificateStatusEnumType,
    GetChargingProfileStatusEnumType,
    GetDisplayMessagesStatusEnumType,
    GetInstalledCertificateStatusEnumType,
    GridEventFaultEnumType,
    InstallCertificateStatusEnumType,
    InstallCertificateUseEnumType,
    Iso15118EVCertificateStatusEnumType,
    LogEnumType,
    LogStatusEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
    MessageTriggerEnumType,
    MonitoringBaseEnumType,
    MonitoringCriterionEnumType,
    NotifyAllowedEnergyTransferStatusEnumType,
    NotifyEVChargingNeedsStatusEnumType,
    OperationalStatusEnumType,
    PaymentStatusEnumType,
    PreconditioningStatusEnumType,
    PriorityChargingStatusEnumType,
    PublishFirmwareStatusEnumType,
    RegistrationStatusEnumType,
    ReportBaseEnumType,
    RequestStartStopStatusEnumType,
    ReservationUpdateStatusEnumType,
    ReserveNowStatusEnumType,
    ResetEnumType,
    ResetStatusEnumType,
    SendLocalListStatusEnumType,
    SetNetworkProfileStatusEnumType,
    TariffChangeStatusEnumType,
    TariffGetStatusEnumType,
    TariffSetStatusEnumType,
    TransactionEventEnumType,
    TriggerMessageStatusEnumType,
    TriggerReasonEnumType,
    UnlockStatusEnumType,
    UnpublishFirmwareStatusEnumType,
    UpdateEnumType,
    UpdateFirmwareStatusEnumType,
    UploadLogStatusEnumType,
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


class AFRRSignalResponse(Response):
    """Response of AFRRSignal, station to CSMS. Q Bidirectional Power Transfer (Messages 1.2, Q08)."""

    action: ClassVar[str] = "AFRRSignal"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AFRRSignalRequest(CsmsRequest[AFRRSignalResponse]):
    """Request of AFRRSignal, CSMS to station. Q Bidirectional Power Transfer (Messages 1.2, Q08)."""

    action: ClassVar[str] = "AFRRSignal"
    _response: ClassVar[ResponseClass] = AFRRSignalResponse

    timestamp: Timestamp
    signal: WholeNumber
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AdjustPeriodicEventStreamResponse(Response):
    """Response of AdjustPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.1, N14)."""

    action: ClassVar[str] = "AdjustPeriodicEventStream"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AdjustPeriodicEventStreamRequest(CsmsRequest[AdjustPeriodicEventStreamResponse]):
    """Request of AdjustPeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.1, N14)."""

    action: ClassVar[str] = "AdjustPeriodicEventStream"
    _response: ClassVar[ResponseClass] = AdjustPeriodicEventStreamResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    params: PeriodicEventStreamParamsType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AuthorizeResponse(Response):
    """Response of Authorize, CSMS to station. C Authorization (Messages 1.3, C01)."""

    action: ClassVar[str] = "Authorize"

    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        AuthorizeCertificateStatusEnumType | None, Field(alias="certificateStatus")
    ] = None
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None,
        Field(alias="allowedEnergyTransfer", min_length=1),
    ] = None
    """Elements: at least 1."""
    tariff: TariffType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AuthorizeRequest(StationRequest[AuthorizeResponse]):
    """Request of Authorize, station to CSMS. C Authorization (Messages 1.3, C01)."""

    action: ClassVar[str] = "Authorize"
    _response: ClassVar[ResponseClass] = AuthorizeResponse

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    certificate: Annotated[str | None, Field(max_length=10000)] = None
    """At most 10000 characters."""
    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None,
        Field(alias="iso15118CertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BatterySwapResponse(Response):
    """Response of BatterySwap, CSMS to station. S Battery Swapping (Messages 1.4, S03)."""

    action: ClassVar[str] = "BatterySwap"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BatterySwapRequest(StationRequest[BatterySwapResponse]):
    """Request of BatterySwap, station to CSMS. S Battery Swapping (Messages 1.4, S03)."""

    action: ClassVar[str] = "BatterySwap"
    _response: ClassVar[ResponseClass] = BatterySwapResponse

    battery_data: Annotated[Sequence[BatteryDataType], Field(alias="batteryData", min_length=1)]
    """Elements: at least 1."""
    event_type: Annotated[BatterySwapEventEnumType, Field(alias="eventType")]
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BootNotificationResponse(Response):
    """Response of BootNotification, CSMS to station. B Provisioning (Messages 1.5, B01)."""

    action: ClassVar[str] = "BootNotification"

    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    interval: WholeNumber
    """In s."""
    status: RegistrationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BootNotificationRequest(StationRequest[BootNotificationResponse]):
    """Request of BootNotification, station to CSMS. B Provisioning (Messages 1.5, B01)."""

    action: ClassVar[str] = "BootNotification"
    _response: ClassVar[ResponseClass] = BootNotificationResponse

    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CancelReservationResponse(Response):
    """Response of CancelReservation, station to CSMS. H Reservation (Messages 1.6, H02)."""

    action: ClassVar[str] = "CancelReservation"

    status: CancelReservationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CancelReservationRequest(CsmsRequest[CancelReservationResponse]):
    """Request of CancelReservation, CSMS to station. H Reservation (Messages 1.6, H02)."""

    action: ClassVar[str] = "CancelReservation"
    _response: ClassVar[ResponseClass] = CancelReservationResponse

    reservation_id: Annotated[WholeNumber, Field(alias="reservationId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateSignedResponse(Response):
    """Response of CertificateSigned, station to CSMS. A Security (Messages 1.7, A02)."""

    action: ClassVar[str] = "CertificateSigned"

    status: CertificateSignedStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateSignedRequest(CsmsRequest[CertificateSignedResponse]):
    """Request of CertificateSigned, CSMS to station. A Security (Messages 1.7, A02)."""

    action: ClassVar[str] = "CertificateSigned"
    _response: ClassVar[ResponseClass] = CertificateSignedResponse

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    """At most 10000 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChangeAvailabilityResponse(Response):
    """Response of ChangeAvailability, station to CSMS. G Availability (Messages 1.8, G03)."""

    action: ClassVar[str] = "ChangeAvailability"

    status: ChangeAvailabilityStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChangeAvailabilityRequest(CsmsRequest[ChangeAvailabilityResponse]):
    """Request of ChangeAvailability, CSMS to station. G Availability (Messages 1.8, G03)."""

    action: ClassVar[str] = "ChangeAvailability"
    _response: ClassVar[ResponseClass] = ChangeAvailabilityResponse

    evse: EVSEType | None = None
    operational_status: Annotated[OperationalStatusEnumType, Field(alias="operationalStatus")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChangeTransactionTariffResponse(Response):
    """Response of ChangeTransactionTariff, station to CSMS. I Tariff and Cost (Messages 1.9, I11)."""

    action: ClassVar[str] = "ChangeTransactionTariff"

    status: TariffChangeStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChangeTransactionTariffRequest(CsmsRequest[ChangeTransactionTariffResponse]):
    """Request of ChangeTransactionTariff, CSMS to station. I Tariff and Cost (Messages 1.9, I11)."""

    action: ClassVar[str] = "ChangeTransactionTariff"
    _response: ClassVar[ResponseClass] = ChangeTransactionTariffResponse

    tariff: TariffType
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearCacheResponse(Response):
    """Response of ClearCache, station to CSMS. C Authorization (Messages 1.10, C11)."""

    action: ClassVar[str] = "ClearCache"

    status: ClearCacheStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearCacheRequest(CsmsRequest[ClearCacheResponse]):
    """Request of ClearCache, CSMS to station. C Authorization (Messages 1.10, C11)."""

    action: ClassVar[str] = "ClearCache"
    _response: ClassVar[ResponseClass] = ClearCacheResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearChargingProfileResponse(Response):
    """Response of ClearChargingProfile, station to CSMS. K Smart Charging (Messages 1.11, K10)."""

    action: ClassVar[str] = "ClearChargingProfile"

    status: ClearChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearChargingProfileRequest(CsmsRequest[ClearChargingProfileResponse]):
    """Request of ClearChargingProfile, CSMS to station. K Smart Charging (Messages 1.11, K10)."""

    action: ClassVar[str] = "ClearChargingProfile"
    _response: ClassVar[ResponseClass] = ClearChargingProfileResponse

    charging_profile_id: Annotated[WholeNumber | None, Field(alias="chargingProfileId")] = None
    charging_profile_criteria: Annotated[
        ClearChargingProfileType | None, Field(alias="chargingProfileCriteria")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearDERControlResponse(Response):
    """Response of ClearDERControl, station to CSMS. R DER Control (Messages 1.12, R04)."""

    action: ClassVar[str] = "ClearDERControl"

    status: DERControlStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearDERControlRequest(CsmsRequest[ClearDERControlResponse]):
    """Request of ClearDERControl, CSMS to station. R DER Control (Messages 1.12, R04)."""

    action: ClassVar[str] = "ClearDERControl"
    _response: ClassVar[ResponseClass] = ClearDERControlResponse

    is_default: Annotated[Boolean, Field(alias="isDefault")]
    control_type: Annotated[DERControlEnumType | None, Field(alias="controlType")] = None
    control_id: Annotated[str | None, Field(alias="controlId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearDisplayMessageResponse(Response):
    """Response of ClearDisplayMessage, station to CSMS. O Display Message (Messages 1.13, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"

    status: ClearMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearDisplayMessageRequest(CsmsRequest[ClearDisplayMessageResponse]):
    """Request of ClearDisplayMessage, CSMS to station. O Display Message (Messages 1.13, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"
    _response: ClassVar[ResponseClass] = ClearDisplayMessageResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearTariffsResponse(Response):
    """Response of ClearTariffs, station to CSMS. I Tariff and Cost (Messages 1.15, I10)."""

    action: ClassVar[str] = "ClearTariffs"

    clear_tariffs_result: Annotated[
        Sequence[ClearTariffsResultType], Field(alias="clearTariffsResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearTariffsRequest(CsmsRequest[ClearTariffsResponse]):
    """Request of ClearTariffs, CSMS to station. I Tariff and Cost (Messages 1.15, I10)."""

    action: ClassVar[str] = "ClearTariffs"
    _response: ClassVar[ResponseClass] = ClearTariffsResponse

    tariff_ids: Annotated[Sequence[String60] | None, Field(alias="tariffIds", min_length=1)] = None
    """Elements: at least 1. Each: at most 60 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearVariableMonitoringResponse(Response):
    """Response of ClearVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.16, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"

    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType], Field(alias="clearMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearVariableMonitoringRequest(CsmsRequest[ClearVariableMonitoringResponse]):
    """Request of ClearVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.16, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"
    _response: ClassVar[ResponseClass] = ClearVariableMonitoringResponse

    id: Annotated[Sequence[WholeNumberFrom0], Field(min_length=1)]
    """Elements: at least 1. Each: at least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearedChargingLimitResponse(Response):
    """Response of ClearedChargingLimit, CSMS to station. K Smart Charging (Messages 1.14, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearedChargingLimitRequest(StationRequest[ClearedChargingLimitResponse]):
    """Request of ClearedChargingLimit, station to CSMS. K Smart Charging (Messages 1.14, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"
    _response: ClassVar[ResponseClass] = ClearedChargingLimitResponse

    charging_limit_source: Annotated[str, Field(alias="chargingLimitSource", max_length=20)]
    """At most 20 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClosePeriodicEventStreamResponse(Response):
    """Response of ClosePeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.17, N13)."""

    action: ClassVar[str] = "ClosePeriodicEventStream"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClosePeriodicEventStreamRequest(StationRequest[ClosePeriodicEventStreamResponse]):
    """Request of ClosePeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.17, N13)."""

    action: ClassVar[str] = "ClosePeriodicEventStream"
    _response: ClassVar[ResponseClass] = ClosePeriodicEventStreamResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostUpdatedResponse(Response):
    """Response of CostUpdated, station to CSMS. I Tariff and Cost (Messages 1.18, I02)."""

    action: ClassVar[str] = "CostUpdated"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostUpdatedRequest(CsmsRequest[CostUpdatedResponse]):
    """Request of CostUpdated, CSMS to station. I Tariff and Cost (Messages 1.18, I02)."""

    action: ClassVar[str] = "CostUpdated"
    _response: ClassVar[ResponseClass] = CostUpdatedResponse

    total_cost: Annotated[Number, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CustomerInformationResponse(Response):
    """Response of CustomerInformation, station to CSMS. N Diagnostics (Messages 1.19, N09)."""

    action: ClassVar[str] = "CustomerInformation"

    status: CustomerInformationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CustomerInformationRequest(CsmsRequest[CustomerInformationResponse]):
    """Request of CustomerInformation, CSMS to station. N Diagnostics (Messages 1.19, N09)."""

    action: ClassVar[str] = "CustomerInformation"
    _response: ClassVar[ResponseClass] = CustomerInformationResponse

    customer_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="customerCertificate")
    ] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId", ge=0)]
    """At least 0."""
    report: Boolean
    clear: Boolean
    customer_identifier: Annotated[str | None, Field(alias="customerIdentifier", max_length=64)] = (
        None
    )
    """At most 64 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DataTransferResponse(Response):
    """Response of DataTransfer, CSMS to station or station to CSMS. P Data Transfer (Messages 1.20, P01, P02)."""

    action: ClassVar[str] = "DataTransfer"
    _null_is_data: ClassVar[bool] = True

    status: DataTransferStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    data: AnyJson | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DataTransferRequest(StationRequest[DataTransferResponse], CsmsRequest[DataTransferResponse]):
    """Request of DataTransfer, station to CSMS or CSMS to station. P Data Transfer (Messages 1.20, P01, P02)."""

    action: ClassVar[str] = "DataTransfer"
    _response: ClassVar[ResponseClass] = DataTransferResponse
    _null_is_data: ClassVar[bool] = True

    message_id: Annotated[str | None, Field(alias="messageId", max_length=50)] = None
    """At most 50 characters."""
    data: AnyJson | None = None
    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DeleteCertificateResponse(Response):
    """Response of DeleteCertificate, station to CSMS. M Certificate Management (Messages 1.21, M04)."""

    action: ClassVar[str] = "DeleteCertificate"

    status: DeleteCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DeleteCertificateRequest(CsmsRequest[DeleteCertificateResponse]):
    """Request of DeleteCertificate, CSMS to station. M Certificate Management (Messages 1.21, M04)."""

    action: ClassVar[str] = "DeleteCertificate"
    _response: ClassVar[ResponseClass] = DeleteCertificateResponse

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FirmwareStatusNotificationResponse(Response):
    """Response of FirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.22, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FirmwareStatusNotificationRequest(StationRequest[FirmwareStatusNotificationResponse]):
    """Request of FirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.22, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = FirmwareStatusNotificationResponse

    status: FirmwareStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class Get15118EVCertificateResponse(Response):
    """Response of Get15118EVCertificate, CSMS to station. M Certificate Management (Messages 1.23, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"

    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=17000)]
    """At most 17000 characters."""
    remaining_contracts: Annotated[WholeNumber | None, Field(alias="remainingContracts", ge=0)] = (
        None
    )
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class Get15118EVCertificateRequest(StationRequest[Get15118EVCertificateResponse]):
    """Request of Get15118EVCertificate, station to CSMS. M Certificate Management (Messages 1.23, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"
    _response: ClassVar[ResponseClass] = Get15118EVCertificateResponse

    iso15118_schema_version: Annotated[str, Field(alias="iso15118SchemaVersion", max_length=50)]
    """At most 50 characters."""
    action_: Annotated[CertificateActionEnumType, Field(alias="action")]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=11000)]
    """At most 11000 characters."""
    maximum_contract_certificate_chains: Annotated[
        WholeNumber | None, Field(alias="maximumContractCertificateChains", ge=0)
    ] = None
    """At least 0."""
    prioritized_emaids: Annotated[
        Sequence[String255] | None, Field(alias="prioritizedEMAIDs", max_length=8, min_length=1)
    ] = None
    """Elements: 1 to 8. Each: at most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetBaseReportResponse(Response):
    """Response of GetBaseReport, station to CSMS. B Provisioning (Messages 1.24, B07)."""

    action: ClassVar[str] = "GetBaseReport"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetBaseReportRequest(CsmsRequest[GetBaseReportResponse]):
    """Request of GetBaseReport, CSMS to station. B Provisioning (Messages 1.24, B07)."""

    action: ClassVar[str] = "GetBaseReport"
    _response: ClassVar[ResponseClass] = GetBaseReportResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCertificateChainStatusResponse(Response):
    """Response of GetCertificateChainStatus, CSMS to station. M Certificate Management (Messages 1.25, M07)."""

    action: ClassVar[str] = "GetCertificateChainStatus"

    certificate_status: Annotated[
        Sequence[CertificateStatusType],
        Field(alias="certificateStatus", max_length=4, min_length=1),
    ]
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCertificateChainStatusRequest(StationRequest[GetCertificateChainStatusResponse]):
    """Request of GetCertificateChainStatus, station to CSMS. M Certificate Management (Messages 1.25, M07)."""

    action: ClassVar[str] = "GetCertificateChainStatus"
    _response: ClassVar[ResponseClass] = GetCertificateChainStatusResponse

    certificate_status_requests: Annotated[
        Sequence[CertificateStatusRequestInfoType],
        Field(alias="certificateStatusRequests", max_length=4, min_length=1),
    ]
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCertificateStatusResponse(Response):
    """Response of GetCertificateStatus, CSMS to station. M Certificate Management (Messages 1.26, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"

    status: GetCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    ocsp_result: Annotated[str | None, Field(alias="ocspResult", max_length=18000)] = None
    """At most 18000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCertificateStatusRequest(StationRequest[GetCertificateStatusResponse]):
    """Request of GetCertificateStatus, station to CSMS. M Certificate Management (Messages 1.26, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"
    _response: ClassVar[ResponseClass] = GetCertificateStatusResponse

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetChargingProfilesResponse(Response):
    """Response of GetChargingProfiles, station to CSMS. K Smart Charging (Messages 1.27, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"

    status: GetChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetChargingProfilesRequest(CsmsRequest[GetChargingProfilesResponse]):
    """Request of GetChargingProfiles, CSMS to station. K Smart Charging (Messages 1.27, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"
    _response: ClassVar[ResponseClass] = GetChargingProfilesResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    charging_profile: Annotated[ChargingProfileCriterionType, Field(alias="chargingProfile")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCompositeScheduleResponse(Response):
    """Response of GetCompositeSchedule, station to CSMS. K Smart Charging (Messages 1.28, K08)."""

    action: ClassVar[str] = "GetCompositeSchedule"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    schedule: CompositeScheduleType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCompositeScheduleRequest(CsmsRequest[GetCompositeScheduleResponse]):
    """Request of GetCompositeSchedule, CSMS to station. K Smart Charging (Messages 1.28, K08)."""

    action: ClassVar[str] = "GetCompositeSchedule"
    _response: ClassVar[ResponseClass] = GetCompositeScheduleResponse

    duration: WholeNumber
    """In s."""
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit")
    ] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetDERControlResponse(Response):
    """Response of GetDERControl, station to CSMS. R DER Control (Messages 1.29, R04)."""

    action: ClassVar[str] = "GetDERControl"

    status: DERControlStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetDERControlRequest(CsmsRequest[GetDERControlResponse]):
    """Request of GetDERControl, CSMS to station. R DER Control (Messages 1.29, R04)."""

    action: ClassVar[str] = "GetDERControl"
    _response: ClassVar[ResponseClass] = GetDERControlResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    is_default: Annotated[Boolean | None, Field(alias="isDefault")] = None
    control_type: Annotated[DERControlEnumType | None, Field(alias="controlType")] = None
    control_id: Annotated[str | None, Field(alias="controlId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetDisplayMessagesResponse(Response):
    """Response of GetDisplayMessages, station to CSMS. O Display Message (Messages 1.30, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"

    status: GetDisplayMessagesStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetDisplayMessagesRequest(CsmsRequest[GetDisplayMessagesResponse]):
    """Request of GetDisplayMessages, CSMS to station. O Display Message (Messages 1.30, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"
    _response: ClassVar[ResponseClass] = GetDisplayMessagesResponse

    id: Annotated[Sequence[WholeNumberFrom0] | None, Field(min_length=1)] = None
    """Elements: at least 1. Each: at least 0."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    priority: MessagePriorityEnumType | None = None
    state: MessageStateEnumType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetInstalledCertificateIdsResponse(Response):
    """Response of GetInstalledCertificateIds, station to CSMS. M Certificate Management (Messages 1.31, M03)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"

    status: GetInstalledCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    certificate_hash_data_chain: Annotated[
        Sequence[CertificateHashDataChainType] | None,
        Field(alias="certificateHashDataChain", min_length=1),
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetInstalledCertificateIdsRequest(CsmsRequest[GetInstalledCertificateIdsResponse]):
    """Request of GetInstalledCertificateIds, CSMS to station. M Certificate Management (Messages 1.31, M03)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"
    _response: ClassVar[ResponseClass] = GetInstalledCertificateIdsResponse

    certificate_type: Annotated[
        Sequence[GetCertificateIdUseEnumType] | None, Field(alias="certificateType", min_length=1)
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetLocalListVersionResponse(Response):
    """Response of GetLocalListVersion, station to CSMS. D Local Authorization List Management (Messages 1.32, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"

    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetLocalListVersionRequest(CsmsRequest[GetLocalListVersionResponse]):
    """Request of GetLocalListVersion, CSMS to station. D Local Authorization List Management (Messages 1.32, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"
    _response: ClassVar[ResponseClass] = GetLocalListVersionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetLogResponse(Response):
    """Response of GetLog, station to CSMS. N Diagnostics (Messages 1.33, N01)."""

    action: ClassVar[str] = "GetLog"

    status: LogStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    filename: Annotated[str | None, Field(max_length=255)] = None
    """At most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetLogRequest(CsmsRequest[GetLogResponse]):
    """Request of GetLog, CSMS to station. N Diagnostics (Messages 1.33, N01)."""

    action: ClassVar[str] = "GetLog"
    _response: ClassVar[ResponseClass] = GetLogResponse

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retries: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetMonitoringReportResponse(Response):
    """Response of GetMonitoringReport, station to CSMS. N Diagnostics (Messages 1.34, N02)."""

    action: ClassVar[str] = "GetMonitoringReport"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetMonitoringReportRequest(CsmsRequest[GetMonitoringReportResponse]):
    """Request of GetMonitoringReport, CSMS to station. N Diagnostics (Messages 1.34, N02)."""

    action: ClassVar[str] = "GetMonitoringReport"
    _response: ClassVar[ResponseClass] = GetMonitoringReportResponse

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None, Field(alias="componentVariable", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    monitoring_criteria: Annotated[
        Sequence[MonitoringCriterionEnumType] | None,
        Field(alias="monitoringCriteria", max_length=3, min_length=1),
    ] = None
    """Elements: 1 to 3."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetPeriodicEventStreamResponse(Response):
    """Response of GetPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.35, N12)."""

    action: ClassVar[str] = "GetPeriodicEventStream"

    constant_stream_data: Annotated[
        Sequence[ConstantStreamDataType] | None, Field(alias="constantStreamData", min_length=1)
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetPeriodicEventStreamRequest(CsmsRequest[GetPeriodicEventStreamResponse]):
    """Request of GetPeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.35, N12)."""

    action: ClassVar[str] = "GetPeriodicEventStream"
    _response: ClassVar[ResponseClass] = GetPeriodicEventStreamResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetReportResponse(Response):
    """Response of GetReport, station to CSMS. B Provisioning (Messages 1.36, B08)."""

    action: ClassVar[str] = "GetReport"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetReportRequest(CsmsRequest[GetReportResponse]):
    """Request of GetReport, CSMS to station. B Provisioning (Messages 1.36, B08)."""

    action: ClassVar[str] = "GetReport"
    _response: ClassVar[ResponseClass] = GetReportResponse

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None, Field(alias="componentVariable", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    component_criteria: Annotated[
        Sequence[ComponentCriterionEnumType] | None,
        Field(alias="componentCriteria", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetTariffsResponse(Response):
    """Response of GetTariffs, station to CSMS. I Tariff and Cost (Messages 1.37, I09)."""

    action: ClassVar[str] = "GetTariffs"

    status: TariffGetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    tariff_assignments: Annotated[
        Sequence[TariffAssignmentType] | None, Field(alias="tariffAssignments", min_length=1)
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetTariffsRequest(CsmsRequest[GetTariffsResponse]):
    """Request of GetTariffs, CSMS to station. I Tariff and Cost (Messages 1.37, I09)."""

    action: ClassVar[str] = "GetTariffs"
    _response: ClassVar[ResponseClass] = GetTariffsResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetTransactionStatusResponse(Response):
    """Response of GetTransactionStatus, station to CSMS. E Transactions (Messages 1.38, E14)."""

    action: ClassVar[str] = "GetTransactionStatus"

    ongoing_indicator: Annotated[Boolean | None, Field(alias="ongoingIndicator")] = None
    messages_in_queue: Annotated[Boolean, Field(alias="messagesInQueue")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetTransactionStatusRequest(CsmsRequest[GetTransactionStatusResponse]):
    """Request of GetTransactionStatus, CSMS to station. E Transactions (Messages 1.38, E14)."""

    action: ClassVar[str] = "GetTransactionStatus"
    _response: ClassVar[ResponseClass] = GetTransactionStatusResponse

    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetVariablesResponse(Response):
    """Response of GetVariables, station to CSMS. B Provisioning (Messages 1.39, B06)."""

    action: ClassVar[str] = "GetVariables"

    get_variable_result: Annotated[
        Sequence[GetVariableResultType], Field(alias="getVariableResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetVariablesRequest(CsmsRequest[GetVariablesResponse]):
    """Request of GetVariables, CSMS to station. B Provisioning (Messages 1.39, B06)."""

    action: ClassVar[str] = "GetVariables"
    _response: ClassVar[ResponseClass] = GetVariablesResponse

    get_variable_data: Annotated[
        Sequence[GetVariableDataType], Field(alias="getVariableData", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class HeartbeatResponse(Response):
    """Response of Heartbeat, CSMS to station. G Availability (Messages 1.40, G02)."""

    action: ClassVar[str] = "Heartbeat"

    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class HeartbeatRequest(StationRequest[HeartbeatResponse]):
    """Request of Heartbeat, station to CSMS. G Availability (Messages 1.40, G02)."""

    action: ClassVar[str] = "Heartbeat"
    _response: ClassVar[ResponseClass] = HeartbeatResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class InstallCertificateResponse(Response):
    """Response of InstallCertificate, station to CSMS. M Certificate Management (Messages 1.41, M05)."""

    action: ClassVar[str] = "InstallCertificate"

    status: InstallCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class InstallCertificateRequest(CsmsRequest[InstallCertificateResponse]):
    """Request of InstallCertificate, CSMS to station. M Certificate Management (Messages 1.41, M05)."""

    action: ClassVar[str] = "InstallCertificate"
    _response: ClassVar[ResponseClass] = InstallCertificateResponse

    certificate_type: Annotated[InstallCertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=10000)]
    """At most 10000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LogStatusNotificationResponse(Response):
    """Response of LogStatusNotification, CSMS to station. N Diagnostics (Messages 1.42, N01)."""

    action: ClassVar[str] = "LogStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LogStatusNotificationRequest(StationRequest[LogStatusNotificationResponse]):
    """Request of LogStatusNotification, station to CSMS. N Diagnostics (Messages 1.42, N01)."""

    action: ClassVar[str] = "LogStatusNotification"
    _response: ClassVar[ResponseClass] = LogStatusNotificationResponse

    status: UploadLogStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValuesResponse(Response):
    """Response of MeterValues, CSMS to station. J Meter Values (Messages 1.43, J01)."""

    action: ClassVar[str] = "MeterValues"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValuesRequest(StationRequest[MeterValuesResponse]):
    """Request of MeterValues, station to CSMS. J Meter Values (Messages 1.43, J01)."""

    action: ClassVar[str] = "MeterValues"
    _response: ClassVar[ResponseClass] = MeterValuesResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    meter_value: Annotated[Sequence[MeterValueType], Field(alias="meterValue", min_length=1)]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyAllowedEnergyTransferResponse(Response):
    """Response of NotifyAllowedEnergyTransfer, station to CSMS. Q Bidirectional Power Transfer (Messages 1.44, Q02)."""

    action: ClassVar[str] = "NotifyAllowedEnergyTransfer"

    status: NotifyAllowedEnergyTransferStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyAllowedEnergyTransferRequest(CsmsRequest[NotifyAllowedEnergyTransferResponse]):
    """Request of NotifyAllowedEnergyTransfer, CSMS to station. Q Bidirectional Power Transfer (Messages 1.44, Q02)."""

    action: ClassVar[str] = "NotifyAllowedEnergyTransfer"
    _response: ClassVar[ResponseClass] = NotifyAllowedEnergyTransferResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType], Field(alias="allowedEnergyTransfer", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyChargingLimitResponse(Response):
    """Response of NotifyChargingLimit, CSMS to station. K Smart Charging (Messages 1.45, K11)."""

    action: ClassVar[str] = "NotifyChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyChargingLimitRequest(StationRequest[NotifyChargingLimitResponse]):
    """Request of NotifyChargingLimit, station to CSMS. K Smart Charging (Messages 1.45, K11)."""

    action: ClassVar[str] = "NotifyChargingLimit"
    _response: ClassVar[ResponseClass] = NotifyChargingLimitResponse

    charging_schedule: Annotated[
        Sequence[ChargingScheduleType] | None, Field(alias="chargingSchedule", min_length=1)
    ] = None
    """Elements: at least 1."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    charging_limit: Annotated[ChargingLimitType, Field(alias="chargingLimit")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyCustomerInformationResponse(Response):
    """Response of NotifyCustomerInformation, CSMS to station. N Diagnostics (Messages 1.46, N09)."""

    action: ClassVar[str] = "NotifyCustomerInformation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyCustomerInformationRequest(StationRequest[NotifyCustomerInformationResponse]):
    """Request of NotifyCustomerInformation, station to CSMS. N Diagnostics (Messages 1.46, N09)."""

    action: ClassVar[str] = "NotifyCustomerInformation"
    _response: ClassVar[ResponseClass] = NotifyCustomerInformationResponse

    data: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    request_id: Annotated[WholeNumber, Field(alias="requestId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDERAlarmResponse(Response):
    """Response of NotifyDERAlarm, CSMS to station. R DER Control (Messages 1.47, R05)."""

    action: ClassVar[str] = "NotifyDERAlarm"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDERAlarmRequest(StationRequest[NotifyDERAlarmResponse]):
    """Request of NotifyDERAlarm, station to CSMS. R DER Control (Messages 1.47, R05)."""

    action: ClassVar[str] = "NotifyDERAlarm"
    _response: ClassVar[ResponseClass] = NotifyDERAlarmResponse

    control_type: Annotated[DERControlEnumType, Field(alias="controlType")]
    grid_event_fault: Annotated[GridEventFaultEnumType | None, Field(alias="gridEventFault")] = None
    alarm_ended: Annotated[Boolean | None, Field(alias="alarmEnded")] = None
    timestamp: Timestamp
    extra_info: Annotated[str | None, Field(alias="extraInfo", max_length=200)] = None
    """At most 200 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDERStartStopResponse(Response):
    """Response of NotifyDERStartStop, CSMS to station. R DER Control (Messages 1.48, R04)."""

    action: ClassVar[str] = "NotifyDERStartStop"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDERStartStopRequest(StationRequest[NotifyDERStartStopResponse]):
    """Request of NotifyDERStartStop, station to CSMS. R DER Control (Messages 1.48, R04)."""

    action: ClassVar[str] = "NotifyDERStartStop"
    _response: ClassVar[ResponseClass] = NotifyDERStartStopResponse

    control_id: Annotated[str, Field(alias="controlId", max_length=36)]
    """At most 36 characters."""
    started: Boolean
    timestamp: Timestamp
    superseded_ids: Annotated[
        Sequence[String36] | None, Field(alias="supersededIds", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24. Each: at most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDisplayMessagesResponse(Response):
    """Response of NotifyDisplayMessages, CSMS to station. O Display Message (Messages 1.49, O03)."""

    action: ClassVar[str] = "NotifyDisplayMessages"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDisplayMessagesRequest(StationRequest[NotifyDisplayMessagesResponse]):
    """Request of NotifyDisplayMessages, station to CSMS. O Display Message (Messages 1.49, O03)."""

    action: ClassVar[str] = "NotifyDisplayMessages"
    _response: ClassVar[ResponseClass] = NotifyDisplayMessagesResponse

    message_info: Annotated[
        Sequence[MessageInfoType] | None, Field(alias="messageInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean = False
    """False if absent."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEVChargingNeedsResponse(Response):
    """Response of NotifyEVChargingNeeds, CSMS to station. K Smart Charging (Messages 1.50, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"

    status: NotifyEVChargingNeedsStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEVChargingNeedsRequest(StationRequest[NotifyEVChargingNeedsResponse]):
    """Request of NotifyEVChargingNeeds, station to CSMS. K Smart Charging (Messages 1.50, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"
    _response: ClassVar[ResponseClass] = NotifyEVChargingNeedsResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=1)]
    """At least 1."""
    max_schedule_tuples: Annotated[WholeNumber | None, Field(alias="maxScheduleTuples", ge=0)] = (
        None
    )
    """At least 0."""
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    timestamp: Timestamp | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEVChargingScheduleResponse(Response):
    """Response of NotifyEVChargingSchedule, CSMS to station. K Smart Charging (Messages 1.51, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEVChargingScheduleRequest(StationRequest[NotifyEVChargingScheduleResponse]):
    """Request of NotifyEVChargingSchedule, station to CSMS. K Smart Charging (Messages 1.51, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"
    _response: ClassVar[ResponseClass] = NotifyEVChargingScheduleResponse

    time_base: Annotated[Timestamp, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=1)]
    """At least 1."""
    selected_charging_schedule_id: Annotated[
        WholeNumber | None, Field(alias="selectedChargingScheduleId", ge=0)
    ] = None
    """At least 0."""
    power_tolerance_acceptance: Annotated[
        Boolean | None, Field(alias="powerToleranceAcceptance")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEventResponse(Response):
    """Response of NotifyEvent, CSMS to station. N Diagnostics (Messages 1.52, N07)."""

    action: ClassVar[str] = "NotifyEvent"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEventRequest(StationRequest[NotifyEventResponse]):
    """Request of NotifyEvent, station to CSMS. N Diagnostics (Messages 1.52, N07)."""

    action: ClassVar[str] = "NotifyEvent"
    _response: ClassVar[ResponseClass] = NotifyEventResponse

    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    event_data: Annotated[Sequence[EventDataType], Field(alias="eventData", min_length=1)]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyMonitoringReportResponse(Response):
    """Response of NotifyMonitoringReport, CSMS to station. N Diagnostics (Messages 1.53, N02)."""

    action: ClassVar[str] = "NotifyMonitoringReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyMonitoringReportRequest(StationRequest[NotifyMonitoringReportResponse]):
    """Request of NotifyMonitoringReport, station to CSMS. N Diagnostics (Messages 1.53, N02)."""

    action: ClassVar[str] = "NotifyMonitoringReport"
    _response: ClassVar[ResponseClass] = NotifyMonitoringReportResponse

    monitor: Annotated[Sequence[MonitoringDataType] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyPeriodicEventStream(Send):
    """Message of NotifyPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.54, N15)."""

    action: ClassVar[str] = "NotifyPeriodicEventStream"

    data: Annotated[Sequence[StreamDataElementType], Field(min_length=1)]
    """Elements: at least 1."""
    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    pending: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    basetime: Timestamp
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyPriorityChargingResponse(Response):
    """Response of NotifyPriorityCharging, CSMS to station. K Smart Charging (Messages 1.55, K21)."""

    action: ClassVar[str] = "NotifyPriorityCharging"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyPriorityChargingRequest(StationRequest[NotifyPriorityChargingResponse]):
    """Request of NotifyPriorityCharging, station to CSMS. K Smart Charging (Messages 1.55, K21)."""

    action: ClassVar[str] = "NotifyPriorityCharging"
    _response: ClassVar[ResponseClass] = NotifyPriorityChargingResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    activated: Boolean
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyReportResponse(Response):
    """Response of NotifyReport, CSMS to station. B Provisioning (Messages 1.56, B07)."""

    action: ClassVar[str] = "NotifyReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyReportRequest(StationRequest[NotifyReportResponse]):
    """Request of NotifyReport, station to CSMS. B Provisioning (Messages 1.56, B07)."""

    action: ClassVar[str] = "NotifyReport"
    _response: ClassVar[ResponseClass] = NotifyReportResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    report_data: Annotated[
        Sequence[ReportDataType] | None, Field(alias="reportData", min_length=1)
    ] = None
    """Elements: at least 1."""
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifySettlementResponse(Response):
    """Response of NotifySettlement, CSMS to station. C Authorization (Messages 1.57, C21)."""

    action: ClassVar[str] = "NotifySettlement"

    receipt_url: Annotated[str | None, Field(alias="receiptUrl", max_length=2000)] = None
    """At most 2000 characters."""
    receipt_id: Annotated[str | None, Field(alias="receiptId", max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifySettlementRequest(StationRequest[NotifySettlementResponse]):
    """Request of NotifySettlement, station to CSMS. C Authorization (Messages 1.57, C21)."""

    action: ClassVar[str] = "NotifySettlement"
    _response: ClassVar[ResponseClass] = NotifySettlementResponse

    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    psp_ref: Annotated[str, Field(alias="pspRef", max_length=255)]
    """At most 255 characters."""
    status: PaymentStatusEnumType
    status_info: Annotated[str | None, Field(alias="statusInfo", max_length=500)] = None
    """At most 500 characters."""
    settlement_amount: Annotated[Number, Field(alias="settlementAmount")]
    settlement_time: Annotated[Timestamp, Field(alias="settlementTime")]
    receipt_id: Annotated[str | None, Field(alias="receiptId", max_length=50)] = None
    """At most 50 characters."""
    receipt_url: Annotated[str | None, Field(alias="receiptUrl", max_length=2000)] = None
    """At most 2000 characters."""
    vat_company: Annotated[AddressType | None, Field(alias="vatCompany")] = None
    vat_number: Annotated[str | None, Field(alias="vatNumber", max_length=20)] = None
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyWebPaymentStartedResponse(Response):
    """Response of NotifyWebPaymentStarted, station to CSMS. C Authorization (Messages 1.58, C25)."""

    action: ClassVar[str] = "NotifyWebPaymentStarted"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyWebPaymentStartedRequest(CsmsRequest[NotifyWebPaymentStartedResponse]):
    """Request of NotifyWebPaymentStarted, CSMS to station. C Authorization (Messages 1.58, C25)."""

    action: ClassVar[str] = "NotifyWebPaymentStarted"
    _response: ClassVar[ResponseClass] = NotifyWebPaymentStartedResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    timeout: WholeNumber
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OpenPeriodicEventStreamResponse(Response):
    """Response of OpenPeriodicEventStream, CSMS to station. N Diagnostics (Messages 1.59, N11)."""

    action: ClassVar[str] = "OpenPeriodicEventStream"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OpenPeriodicEventStreamRequest(StationRequest[OpenPeriodicEventStreamResponse]):
    """Request of OpenPeriodicEventStream, station to CSMS. N Diagnostics (Messages 1.59, N11)."""

    action: ClassVar[str] = "OpenPeriodicEventStream"
    _response: ClassVar[ResponseClass] = OpenPeriodicEventStreamResponse

    constant_stream_data: Annotated[ConstantStreamDataType, Field(alias="constantStreamData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareResponse(Response):
    """Response of PublishFirmware, station to CSMS. L Firmware Management (Messages 1.60, L03)."""

    action: ClassVar[str] = "PublishFirmware"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareRequest(CsmsRequest[PublishFirmwareResponse]):
    """Request of PublishFirmware, CSMS to station. L Firmware Management (Messages 1.60, L03)."""

    action: ClassVar[str] = "PublishFirmware"
    _response: ClassVar[ResponseClass] = PublishFirmwareResponse

    location: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    retries: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""
    request_id: Annotated[WholeNumber, Field(alias="requestId", ge=0)]
    """At least 0."""
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval", ge=0)] = None
    """In s. At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareStatusNotificationResponse(Response):
    """Response of PublishFirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.61, L03)."""

    action: ClassVar[str] = "PublishFirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareStatusNotificationRequest(
    StationRequest[PublishFirmwareStatusNotificationResponse]
):
    """Request of PublishFirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.61, L03)."""

    action: ClassVar[str] = "PublishFirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = PublishFirmwareStatusNotificationResponse

    status: PublishFirmwareStatusEnumType
    location: Annotated[Sequence[String2000] | None, Field(min_length=1)] = None
    """Elements: at least 1. Each: at most 2000 characters."""
    request_id: Annotated[WholeNumber | None, Field(alias="requestId", ge=0)] = None
    """At least 0."""
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PullDynamicScheduleUpdateResponse(Response):
    """Response of PullDynamicScheduleUpdate, CSMS to station. K Smart Charging (Messages 1.62, K28)."""

    action: ClassVar[str] = "PullDynamicScheduleUpdate"

    schedule_update: Annotated[ChargingScheduleUpdateType | None, Field(alias="scheduleUpdate")] = (
        None
    )
    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PullDynamicScheduleUpdateRequest(StationRequest[PullDynamicScheduleUpdateResponse]):
    """Request of PullDynamicScheduleUpdate, station to CSMS. K Smart Charging (Messages 1.62, K28)."""

    action: ClassVar[str] = "PullDynamicScheduleUpdate"
    _response: ClassVar[ResponseClass] = PullDynamicScheduleUpdateResponse

    charging_profile_id: Annotated[WholeNumber, Field(alias="chargingProfileId")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportChargingProfilesResponse(Response):
    """Response of ReportChargingProfiles, CSMS to station. K Smart Charging (Messages 1.63, K09)."""

    action: ClassVar[str] = "ReportChargingProfiles"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportChargingProfilesRequest(StationRequest[ReportChargingProfilesResponse]):
    """Request of ReportChargingProfiles, station to CSMS. K Smart Charging (Messages 1.63, K09)."""

    action: ClassVar[str] = "ReportChargingProfiles"
    _response: ClassVar[ResponseClass] = ReportChargingProfilesResponse

    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    charging_limit_source: Annotated[str, Field(alias="chargingLimitSource", max_length=20)]
    """At most 20 characters."""
    charging_profile: Annotated[
        Sequence[ChargingProfileType], Field(alias="chargingProfile", min_length=1)
    ]
    """Elements: at least 1."""
    tbc: Boolean = False
    """False if absent."""
    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportDERControlResponse(Response):
    """Response of ReportDERControl, CSMS to station. R DER Control (Messages 1.64, R04)."""

    action: ClassVar[str] = "ReportDERControl"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportDERControlRequest(StationRequest[ReportDERControlResponse]):
    """Request of ReportDERControl, station to CSMS. R DER Control (Messages 1.64, R04)."""

    action: ClassVar[str] = "ReportDERControl"
    _response: ClassVar[ResponseClass] = ReportDERControlResponse

    curve: Annotated[Sequence[DERCurveGetType] | None, Field(max_length=24, min_length=1)] = None
    """Elements: 1 to 24."""
    enter_service: Annotated[
        Sequence[EnterServiceGetType] | None,
        Field(alias="enterService", max_length=24, min_length=1),
    ] = None
    """Elements: 1 to 24."""
    fixed_pf_absorb: Annotated[
        Sequence[FixedPFGetType] | None, Field(alias="fixedPFAbsorb", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    fixed_pf_inject: Annotated[
        Sequence[FixedPFGetType] | None, Field(alias="fixedPFInject", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    fixed_var: Annotated[
        Sequence[FixedVarGetType] | None, Field(alias="fixedVar", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    freq_droop: Annotated[
        Sequence[FreqDroopGetType] | None, Field(alias="freqDroop", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24."""
    gradient: Annotated[Sequence[GradientGetType] | None, Field(max_length=24, min_length=1)] = None
    """Elements: 1 to 24."""
    limit_max_discharge: Annotated[
        Sequence[LimitMaxDischargeGetType] | None,
        Field(alias="limitMaxDischarge", max_length=24, min_length=1),
    ] = None
    """Elements: 1 to 24."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestBatterySwapResponse(Response):
    """Response of RequestBatterySwap, station to CSMS. S Battery Swapping (Messages 1.65, S02)."""

    action: ClassVar[str] = "RequestBatterySwap"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestBatterySwapRequest(CsmsRequest[RequestBatterySwapResponse]):
    """Request of RequestBatterySwap, CSMS to station. S Battery Swapping (Messages 1.65, S02)."""

    action: ClassVar[str] = "RequestBatterySwap"
    _response: ClassVar[ResponseClass] = RequestBatterySwapResponse

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestStartTransactionResponse(Response):
    """Response of RequestStartTransaction, station to CSMS. F Remote Control (Messages 1.66, F01)."""

    action: ClassVar[str] = "RequestStartTransaction"

    status: RequestStartStopStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestStartTransactionRequest(CsmsRequest[RequestStartTransactionResponse]):
    """Request of RequestStartTransaction, CSMS to station. F Remote Control (Messages 1.66, F01)."""

    action: ClassVar[str] = "RequestStartTransaction"
    _response: ClassVar[ResponseClass] = RequestStartTransactionResponse

    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=1)] = None
    """At least 1."""
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    remote_start_id: Annotated[WholeNumber, Field(alias="remoteStartId")]
    charging_profile: Annotated[ChargingProfileType | None, Field(alias="chargingProfile")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestStopTransactionResponse(Response):
    """Response of RequestStopTransaction, station to CSMS. F Remote Control (Messages 1.67, F03)."""

    action: ClassVar[str] = "RequestStopTransaction"

    status: RequestStartStopStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestStopTransactionRequest(CsmsRequest[RequestStopTransactionResponse]):
    """Request of RequestStopTransaction, CSMS to station. F Remote Control (Messages 1.67, F03)."""

    action: ClassVar[str] = "RequestStopTransaction"
    _response: ClassVar[ResponseClass] = RequestStopTransactionResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReservationStatusUpdateResponse(Response):
    """Response of ReservationStatusUpdate, CSMS to station. H Reservation (Messages 1.68, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReservationStatusUpdateRequest(StationRequest[ReservationStatusUpdateResponse]):
    """Request of ReservationStatusUpdate, station to CSMS. H Reservation (Messages 1.68, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"
    _response: ClassVar[ResponseClass] = ReservationStatusUpdateResponse

    reservation_id: Annotated[WholeNumber, Field(alias="reservationId", ge=0)]
    """At least 0."""
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReserveNowResponse(Response):
    """Response of ReserveNow, station to CSMS. H Reservation (Messages 1.69, H01)."""

    action: ClassVar[str] = "ReserveNow"

    status: ReserveNowStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReserveNowRequest(CsmsRequest[ReserveNowResponse]):
    """Request of ReserveNow, CSMS to station. H Reservation (Messages 1.69, H01)."""

    action: ClassVar[str] = "ReserveNow"
    _response: ClassVar[ResponseClass] = ReserveNowResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    expiry_date_time: Annotated[Timestamp, Field(alias="expiryDateTime")]
    connector_type: Annotated[str | None, Field(alias="connectorType", max_length=20)] = None
    """At most 20 characters."""
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ResetResponse(Response):
    """Response of Reset, station to CSMS. B Provisioning (Messages 1.70, B11)."""

    action: ClassVar[str] = "Reset"

    status: ResetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ResetRequest(CsmsRequest[ResetResponse]):
    """Request of Reset, CSMS to station. B Provisioning (Messages 1.70, B11)."""

    action: ClassVar[str] = "Reset"
    _response: ClassVar[ResponseClass] = ResetResponse

    type: ResetEnumType
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SecurityEventNotificationResponse(Response):
    """Response of SecurityEventNotification, CSMS to station. A Security (Messages 1.71, A04)."""

    action: ClassVar[str] = "SecurityEventNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SecurityEventNotificationRequest(StationRequest[SecurityEventNotificationResponse]):
    """Request of SecurityEventNotification, station to CSMS. A Security (Messages 1.71, A04)."""

    action: ClassVar[str] = "SecurityEventNotification"
    _response: ClassVar[ResponseClass] = SecurityEventNotificationResponse

    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    timestamp: Timestamp
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=255)] = None
    """At most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SendLocalListResponse(Response):
    """Response of SendLocalList, station to CSMS. D Local Authorization List Management (Messages 1.72, D01)."""

    action: ClassVar[str] = "SendLocalList"

    status: SendLocalListStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SendLocalListRequest(CsmsRequest[SendLocalListResponse]):
    """Request of SendLocalList, CSMS to station. D Local Authorization List Management (Messages 1.72, D01)."""

    action: ClassVar[str] = "SendLocalList"
    _response: ClassVar[ResponseClass] = SendLocalListResponse

    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None, Field(alias="localAuthorizationList", min_length=1)
    ] = None
    """Elements: at least 1."""
    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]
    update_type: Annotated[UpdateEnumType, Field(alias="updateType")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetChargingProfileResponse(Response):
    """Response of SetChargingProfile, station to CSMS. K Smart Charging (Messages 1.73, K01)."""

    action: ClassVar[str] = "SetChargingProfile"

    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetChargingProfileRequest(CsmsRequest[SetChargingProfileResponse]):
    """Request of SetChargingProfile, CSMS to station. K Smart Charging (Messages 1.73, K01)."""

    action: ClassVar[str] = "SetChargingProfile"
    _response: ClassVar[ResponseClass] = SetChargingProfileResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDERControlResponse(Response):
    """Response of SetDERControl, station to CSMS. R DER Control (Messages 1.75, R04)."""

    action: ClassVar[str] = "SetDERControl"

    status: DERControlStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    superseded_ids: Annotated[
        Sequence[String36] | None, Field(alias="supersededIds", max_length=24, min_length=1)
    ] = None
    """Elements: 1 to 24. Each: at most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDERControlRequest(CsmsRequest[SetDERControlResponse]):
    """Request of SetDERControl, CSMS to station. R DER Control (Messages 1.75, R04)."""

    action: ClassVar[str] = "SetDERControl"
    _response: ClassVar[ResponseClass] = SetDERControlResponse

    is_default: Annotated[Boolean, Field(alias="isDefault")]
    control_id: Annotated[str, Field(alias="controlId", max_length=36)]
    """At most 36 characters."""
    control_type: Annotated[DERControlEnumType, Field(alias="controlType")]
    curve: DERCurveType | None = None
    enter_service: Annotated[EnterServiceType | None, Field(alias="enterService")] = None
    fixed_pf_absorb: Annotated[FixedPFType | None, Field(alias="fixedPFAbsorb")] = None
    fixed_pf_inject: Annotated[FixedPFType | None, Field(alias="fixedPFInject")] = None
    fixed_var: Annotated[FixedVarType | None, Field(alias="fixedVar")] = None
    freq_droop: Annotated[FreqDroopType | None, Field(alias="freqDroop")] = None
    gradient: GradientType | None = None
    limit_max_discharge: Annotated[
        LimitMaxDischargeType | None, Field(alias="limitMaxDischarge")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDefaultTariffResponse(Response):
    """Response of SetDefaultTariff, station to CSMS. I Tariff and Cost (Messages 1.74, I07)."""

    action: ClassVar[str] = "SetDefaultTariff"

    status: TariffSetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDefaultTariffRequest(CsmsRequest[SetDefaultTariffResponse]):
    """Request of SetDefaultTariff, CSMS to station. I Tariff and Cost (Messages 1.74, I07)."""

    action: ClassVar[str] = "SetDefaultTariff"
    _response: ClassVar[ResponseClass] = SetDefaultTariffResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    tariff: TariffType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDisplayMessageResponse(Response):
    """Response of SetDisplayMessage, station to CSMS. O Display Message (Messages 1.76, O01)."""

    action: ClassVar[str] = "SetDisplayMessage"

    status: DisplayMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetDisplayMessageRequest(CsmsRequest[SetDisplayMessageResponse]):
    """Request of SetDisplayMessage, CSMS to station. O Display Message (Messages 1.76, O01)."""

    action: ClassVar[str] = "SetDisplayMessage"
    _response: ClassVar[ResponseClass] = SetDisplayMessageResponse

    message: MessageInfoType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringBaseResponse(Response):
    """Response of SetMonitoringBase, station to CSMS. N Diagnostics (Messages 1.77, N03)."""

    action: ClassVar[str] = "SetMonitoringBase"

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringBaseRequest(CsmsRequest[SetMonitoringBaseResponse]):
    """Request of SetMonitoringBase, CSMS to station. N Diagnostics (Messages 1.77, N03)."""

    action: ClassVar[str] = "SetMonitoringBase"
    _response: ClassVar[ResponseClass] = SetMonitoringBaseResponse

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringLevelResponse(Response):
    """Response of SetMonitoringLevel, station to CSMS. N Diagnostics (Messages 1.78, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringLevelRequest(CsmsRequest[SetMonitoringLevelResponse]):
    """Request of SetMonitoringLevel, CSMS to station. N Diagnostics (Messages 1.78, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"
    _response: ClassVar[ResponseClass] = SetMonitoringLevelResponse

    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetNetworkProfileResponse(Response):
    """Response of SetNetworkProfile, station to CSMS. B Provisioning (Messages 1.79, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"

    status: SetNetworkProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetNetworkProfileRequest(CsmsRequest[SetNetworkProfileResponse]):
    """Request of SetNetworkProfile, CSMS to station. B Provisioning (Messages 1.79, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"
    _response: ClassVar[ResponseClass] = SetNetworkProfileResponse

    configuration_slot: Annotated[WholeNumber, Field(alias="configurationSlot")]
    connection_data: Annotated[NetworkConnectionProfileType, Field(alias="connectionData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetVariableMonitoringResponse(Response):
    """Response of SetVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.80, N04)."""

    action: ClassVar[str] = "SetVariableMonitoring"

    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType], Field(alias="setMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetVariableMonitoringRequest(CsmsRequest[SetVariableMonitoringResponse]):
    """Request of SetVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.80, N04)."""

    action: ClassVar[str] = "SetVariableMonitoring"
    _response: ClassVar[ResponseClass] = SetVariableMonitoringResponse

    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType], Field(alias="setMonitoringData", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetVariablesResponse(Response):
    """Response of SetVariables, station to CSMS. B Provisioning (Messages 1.81, B05)."""

    action: ClassVar[str] = "SetVariables"

    set_variable_result: Annotated[
        Sequence[SetVariableResultType], Field(alias="setVariableResult", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetVariablesRequest(CsmsRequest[SetVariablesResponse]):
    """Request of SetVariables, CSMS to station. B Provisioning (Messages 1.81, B05)."""

    action: ClassVar[str] = "SetVariables"
    _response: ClassVar[ResponseClass] = SetVariablesResponse

    set_variable_data: Annotated[
        Sequence[SetVariableDataType], Field(alias="setVariableData", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SignCertificateResponse(Response):
    """Response of SignCertificate, CSMS to station. A Security (Messages 1.82, A02)."""

    action: ClassVar[str] = "SignCertificate"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SignCertificateRequest(StationRequest[SignCertificateResponse]):
    """Request of SignCertificate, station to CSMS. A Security (Messages 1.82, A02)."""

    action: ClassVar[str] = "SignCertificate"
    _response: ClassVar[ResponseClass] = SignCertificateResponse

    csr: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None
    hash_root_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="hashRootCertificate")
    ] = None
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class StatusNotificationResponse(Response):
    """Response of StatusNotification, CSMS to station. G Availability (Messages 1.83, G01)."""

    action: ClassVar[str] = "StatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class StatusNotificationRequest(StationRequest[StatusNotificationResponse]):
    """Request of StatusNotification, station to CSMS. G Availability (Messages 1.83, G01)."""

    action: ClassVar[str] = "StatusNotification"
    _response: ClassVar[ResponseClass] = StatusNotificationResponse

    timestamp: Timestamp
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    connector_id: Annotated[WholeNumber, Field(alias="connectorId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TransactionEventResponse(Response):
    """Response of TransactionEvent, CSMS to station. E Transactions (Messages 1.84, E02)."""

    action: ClassVar[str] = "TransactionEvent"

    total_cost: Annotated[Number | None, Field(alias="totalCost")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None
    transaction_limit: Annotated[TransactionLimitType | None, Field(alias="transactionLimit")] = (
        None
    )
    updated_personal_message: Annotated[
        MessageContentType | None, Field(alias="updatedPersonalMessage")
    ] = None
    updated_personal_message_extra: Annotated[
        Sequence[MessageContentType] | None,
        Field(alias="updatedPersonalMessageExtra", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TransactionEventRequest(StationRequest[TransactionEventResponse]):
    """Request of TransactionEvent, station to CSMS. E Transactions (Messages 1.84, E02)."""

    action: ClassVar[str] = "TransactionEvent"
    _response: ClassVar[ResponseClass] = TransactionEventResponse

    cost_details: Annotated[CostDetailsType | None, Field(alias="costDetails")] = None
    event_type: Annotated[TransactionEventEnumType, Field(alias="eventType")]
    meter_value: Annotated[
        Sequence[MeterValueType] | None, Field(alias="meterValue", min_length=1)
    ] = None
    """Elements: at least 1."""
    timestamp: Timestamp
    trigger_reason: Annotated[TriggerReasonEnumType, Field(alias="triggerReason")]
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    offline: Boolean = False
    """False if absent."""
    number_of_phases_used: Annotated[
        WholeNumber | None, Field(alias="numberOfPhasesUsed", ge=0, le=3)
    ] = None
    """0 to 3."""
    cable_max_current: Annotated[WholeNumber | None, Field(alias="cableMaxCurrent")] = None
    """In A."""
    reservation_id: Annotated[WholeNumber | None, Field(alias="reservationId", ge=0)] = None
    """At least 0."""
    preconditioning_status: Annotated[
        PreconditioningStatusEnumType | None, Field(alias="preconditioningStatus")
    ] = None
    evse_sleep: Annotated[Boolean | None, Field(alias="evseSleep")] = None
    transaction_info: Annotated[TransactionType, Field(alias="transactionInfo")]
    evse: EVSEType | None = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TriggerMessageResponse(Response):
    """Response of TriggerMessage, station to CSMS. F Remote Control (Messages 1.85, F06)."""

    action: ClassVar[str] = "TriggerMessage"

    status: TriggerMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TriggerMessageRequest(CsmsRequest[TriggerMessageResponse]):
    """Request of TriggerMessage, CSMS to station. F Remote Control (Messages 1.85, F06)."""

    action: ClassVar[str] = "TriggerMessage"
    _response: ClassVar[ResponseClass] = TriggerMessageResponse

    evse: EVSEType | None = None
    requested_message: Annotated[MessageTriggerEnumType, Field(alias="requestedMessage")]
    custom_trigger: Annotated[str | None, Field(alias="customTrigger", max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnlockConnectorResponse(Response):
    """Response of UnlockConnector, station to CSMS. F Remote Control (Messages 1.86, F05)."""

    action: ClassVar[str] = "UnlockConnector"

    status: UnlockStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnlockConnectorRequest(CsmsRequest[UnlockConnectorResponse]):
    """Request of UnlockConnector, CSMS to station. F Remote Control (Messages 1.86, F05)."""

    action: ClassVar[str] = "UnlockConnector"
    _response: ClassVar[ResponseClass] = UnlockConnectorResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    connector_id: Annotated[WholeNumber, Field(alias="connectorId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnpublishFirmwareResponse(Response):
    """Response of UnpublishFirmware, station to CSMS. L Firmware Management (Messages 1.87, L04)."""

    action: ClassVar[str] = "UnpublishFirmware"

    status: UnpublishFirmwareStatusEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnpublishFirmwareRequest(CsmsRequest[UnpublishFirmwareResponse]):
    """Request of UnpublishFirmware, CSMS to station. L Firmware Management (Messages 1.87, L04)."""

    action: ClassVar[str] = "UnpublishFirmware"
    _response: ClassVar[ResponseClass] = UnpublishFirmwareResponse

    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UpdateDynamicScheduleResponse(Response):
    """Response of UpdateDynamicSchedule, station to CSMS. K Smart Charging (Messages 1.88, K28)."""

    action: ClassVar[str] = "UpdateDynamicSchedule"

    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UpdateDynamicScheduleRequest(CsmsRequest[UpdateDynamicScheduleResponse]):
    """Request of UpdateDynamicSchedule, CSMS to station. K Smart Charging (Messages 1.88, K28)."""

    action: ClassVar[str] = "UpdateDynamicSchedule"
    _response: ClassVar[ResponseClass] = UpdateDynamicScheduleResponse

    charging_profile_id: Annotated[WholeNumber, Field(alias="chargingProfileId")]
    schedule_update: Annotated[ChargingScheduleUpdateType, Field(alias="scheduleUpdate")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UpdateFirmwareResponse(Response):
    """Response of UpdateFirmware, station to CSMS. L Firmware Management (Messages 1.89, L01)."""

    action: ClassVar[str] = "UpdateFirmware"

    status: UpdateFirmwareStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UpdateFirmwareRequest(CsmsRequest[UpdateFirmwareResponse]):
    """Request of UpdateFirmware, CSMS to station. L Firmware Management (Messages 1.89, L01)."""

    action: ClassVar[str] = "UpdateFirmware"
    _response: ClassVar[ResponseClass] = UpdateFirmwareResponse

    retries: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    firmware: FirmwareType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UsePriorityChargingResponse(Response):
    """Response of UsePriorityCharging, station to CSMS. K Smart Charging (Messages 1.90, K21)."""

    action: ClassVar[str] = "UsePriorityCharging"

    status: PriorityChargingStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UsePriorityChargingRequest(CsmsRequest[UsePriorityChargingResponse]):
    """Request of UsePriorityCharging, CSMS to station. K Smart Charging (Messages 1.90, K21)."""

    action: ClassVar[str] = "UsePriorityCharging"
    _response: ClassVar[ResponseClass] = UsePriorityChargingResponse

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    activate: Boolean
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VatNumberValidationResponse(Response):
    """Response of VatNumberValidation, CSMS to station. C Authorization (Messages 1.91, C18)."""

    action: ClassVar[str] = "VatNumberValidation"

    company: AddressType | None = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    """At most 20 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    status: GenericStatusEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VatNumberValidationRequest(StationRequest[VatNumberValidationResponse]):
    """Request of VatNumberValidation, station to CSMS. C Authorization (Messages 1.91, C18)."""

    action: ClassVar[str] = "VatNumberValidation"
    _response: ClassVar[ResponseClass] = VatNumberValidationResponse

    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    """At most 20 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
