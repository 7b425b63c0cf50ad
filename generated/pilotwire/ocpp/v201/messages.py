"""Messages of OCPP 2.0.1.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import AnyJson, CsmsRequest, Response, ResponseClass, StationRequest, Text
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    AuthorizationData,
    CertificateHashDataChainType,
    CertificateHashDataType,
    ChargingLimitType,
    ChargingNeedsType,
    ChargingProfileCriterionType,
    ChargingProfileType,
    ChargingScheduleType,
    ChargingStationType,
    ClearChargingProfileType,
    ClearMonitoringResultType,
    ComponentVariableType,
    CompositeScheduleType,
    CustomDataType,
    EventDataType,
    EVSEType,
    FirmwareType,
    GetVariableDataType,
    GetVariableResultType,
    IdTokenInfoType,
    IdTokenType,
    LogParametersType,
    MessageContentType,
    MessageInfoType,
    MeterValueType,
    MonitoringDataType,
    NetworkConnectionProfileType,
    OCSPRequestDataType,
    ReportDataType,
    SetMonitoringDataType,
    SetMonitoringResultType,
    SetVariableDataType,
    SetVariableResultType,
    StatusInfoType,
    String512,
    TransactionType,
)
from pilotwire.ocpp.v201.enums import (
    AuthorizeCertificateStatusEnumType,
    BootReasonEnumType,
    CancelReservationStatusEnumType,
    CertificateActionEnumType,
    CertificateSignedStatusEnumType,
    CertificateSigningUseEnumType,
    ChangeAvailabilityStatusEnumType,
    ChargingLimitSourceEnumType,
    ChargingProfileStatusEnumType,
    ChargingRateUnitEnumType,
    ClearCacheStatusEnumType,
    ClearChargingProfileStatusEnumType,
    ClearMessageStatusEnumType,
    ComponentCriterionEnumType,
    ConnectorEnumType,
    ConnectorStatusEnumType,
    CustomerInformationStatusEnumType,
    DataTransferStatusEnumType,
    DeleteCertificateStatusEnumType,
    DisplayMessageStatusEnumType,
    FirmwareStatusEnumType,
    GenericDeviceModelStatusEnumType,
    GenericStatusEnumType,
    GetCertificateIdUseEnumType,
    GetCertificateStatusEnumType,
    GetChargingProfileStatusEnumType,
    GetDisplayMessagesStatusEnumType,
    GetInstalledCertificateStatusEnumType,
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
    NotifyEVChargingNeedsStatusEnumType,
    OperationalStatusEnumType,
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


class AuthorizeResponse(Response):
    """Response of Authorize, CSMS to station. C Authorization (Messages 1.1, C01)."""

    action: ClassVar[str] = "Authorize"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        AuthorizeCertificateStatusEnumType | None, Field(alias="certificateStatus")
    ] = None


class AuthorizeRequest(StationRequest[AuthorizeResponse]):
    """Request of Authorize, station to CSMS. C Authorization (Messages 1.1, C01)."""

    action: ClassVar[str] = "Authorize"
    _response: ClassVar[ResponseClass] = AuthorizeResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    certificate: Annotated[str | None, Field(max_length=5500)] = None
    """At most 5500 characters."""
    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None,
        Field(alias="iso15118CertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""


class BootNotificationResponse(Response):
    """Response of BootNotification, CSMS to station. B Provisioning (Messages 1.2, B01)."""

    action: ClassVar[str] = "BootNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    interval: WholeNumber
    """In s."""
    status: RegistrationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class BootNotificationRequest(StationRequest[BootNotificationResponse]):
    """Request of BootNotification, station to CSMS. B Provisioning (Messages 1.2, B01)."""

    action: ClassVar[str] = "BootNotification"
    _response: ClassVar[ResponseClass] = BootNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType


class CancelReservationResponse(Response):
    """Response of CancelReservation, station to CSMS. H Reservation (Messages 1.3, H02)."""

    action: ClassVar[str] = "CancelReservation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: CancelReservationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CancelReservationRequest(CsmsRequest[CancelReservationResponse]):
    """Request of CancelReservation, CSMS to station. H Reservation (Messages 1.3, H02)."""

    action: ClassVar[str] = "CancelReservation"
    _response: ClassVar[ResponseClass] = CancelReservationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    reservation_id: Annotated[WholeNumber, Field(alias="reservationId")]


class CertificateSignedResponse(Response):
    """Response of CertificateSigned, station to CSMS. A Security (Messages 1.4, A02)."""

    action: ClassVar[str] = "CertificateSigned"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: CertificateSignedStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CertificateSignedRequest(CsmsRequest[CertificateSignedResponse]):
    """Request of CertificateSigned, CSMS to station. A Security (Messages 1.4, A02)."""

    action: ClassVar[str] = "CertificateSigned"
    _response: ClassVar[ResponseClass] = CertificateSignedResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    """At most 10000 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None


class ChangeAvailabilityResponse(Response):
    """Response of ChangeAvailability, station to CSMS. G Availability (Messages 1.5, G03)."""

    action: ClassVar[str] = "ChangeAvailability"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ChangeAvailabilityStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ChangeAvailabilityRequest(CsmsRequest[ChangeAvailabilityResponse]):
    """Request of ChangeAvailability, CSMS to station. G Availability (Messages 1.5, G03)."""

    action: ClassVar[str] = "ChangeAvailability"
    _response: ClassVar[ResponseClass] = ChangeAvailabilityResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse: EVSEType | None = None
    operational_status: Annotated[OperationalStatusEnumType, Field(alias="operationalStatus")]


class ClearCacheResponse(Response):
    """Response of ClearCache, station to CSMS. C Authorization (Messages 1.6, C11)."""

    action: ClassVar[str] = "ClearCache"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearCacheStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ClearCacheRequest(CsmsRequest[ClearCacheResponse]):
    """Request of ClearCache, CSMS to station. C Authorization (Messages 1.6, C11)."""

    action: ClassVar[str] = "ClearCache"
    _response: ClassVar[ResponseClass] = ClearCacheResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearChargingProfileResponse(Response):
    """Response of ClearChargingProfile, station to CSMS. K Smart Charging (Messages 1.7, K10)."""

    action: ClassVar[str] = "ClearChargingProfile"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ClearChargingProfileRequest(CsmsRequest[ClearChargingProfileResponse]):
    """Request of ClearChargingProfile, CSMS to station. K Smart Charging (Messages 1.7, K10)."""

    action: ClassVar[str] = "ClearChargingProfile"
    _response: ClassVar[ResponseClass] = ClearChargingProfileResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_profile_id: Annotated[WholeNumber | None, Field(alias="chargingProfileId")] = None
    charging_profile_criteria: Annotated[
        ClearChargingProfileType | None, Field(alias="chargingProfileCriteria")
    ] = None


class ClearDisplayMessageResponse(Response):
    """Response of ClearDisplayMessage, station to CSMS. O Display Message (Messages 1.8, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ClearDisplayMessageRequest(CsmsRequest[ClearDisplayMessageResponse]):
    """Request of ClearDisplayMessage, CSMS to station. O Display Message (Messages 1.8, O05)."""

    action: ClassVar[str] = "ClearDisplayMessage"
    _response: ClassVar[ResponseClass] = ClearDisplayMessageResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber


class ClearVariableMonitoringResponse(Response):
    """Response of ClearVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.10, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType], Field(alias="clearMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""


class ClearVariableMonitoringRequest(CsmsRequest[ClearVariableMonitoringResponse]):
    """Request of ClearVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.10, N06)."""

    action: ClassVar[str] = "ClearVariableMonitoring"
    _response: ClassVar[ResponseClass] = ClearVariableMonitoringResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: Annotated[Sequence[WholeNumber], Field(min_length=1)]
    """Elements: at least 1."""


class ClearedChargingLimitResponse(Response):
    """Response of ClearedChargingLimit, CSMS to station. K Smart Charging (Messages 1.9, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearedChargingLimitRequest(StationRequest[ClearedChargingLimitResponse]):
    """Request of ClearedChargingLimit, station to CSMS. K Smart Charging (Messages 1.9, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"
    _response: ClassVar[ResponseClass] = ClearedChargingLimitResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None


class CostUpdatedResponse(Response):
    """Response of CostUpdated, station to CSMS. I Tariff and Cost (Messages 1.11, I02)."""

    action: ClassVar[str] = "CostUpdated"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostUpdatedRequest(CsmsRequest[CostUpdatedResponse]):
    """Request of CostUpdated, CSMS to station. I Tariff and Cost (Messages 1.11, I02)."""

    action: ClassVar[str] = "CostUpdated"
    _response: ClassVar[ResponseClass] = CostUpdatedResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    total_cost: Annotated[Number, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""


class CustomerInformationResponse(Response):
    """Response of CustomerInformation, station to CSMS. N Diagnostics (Messages 1.12, N09)."""

    action: ClassVar[str] = "CustomerInformation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: CustomerInformationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CustomerInformationRequest(CsmsRequest[CustomerInformationResponse]):
    """Request of CustomerInformation, CSMS to station. N Diagnostics (Messages 1.12, N09)."""

    action: ClassVar[str] = "CustomerInformation"
    _response: ClassVar[ResponseClass] = CustomerInformationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    customer_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="customerCertificate")
    ] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    report: Boolean
    clear: Boolean
    customer_identifier: Annotated[str | None, Field(alias="customerIdentifier", max_length=64)] = (
        None
    )
    """At most 64 characters."""


class DataTransferResponse(Response):
    """Response of DataTransfer, CSMS to station or station to CSMS. P Data Transfer (Messages 1.13, P01, P02)."""

    action: ClassVar[str] = "DataTransfer"
    _null_is_data: ClassVar[bool] = True

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: DataTransferStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    data: AnyJson | None = None


class DataTransferRequest(StationRequest[DataTransferResponse], CsmsRequest[DataTransferResponse]):
    """Request of DataTransfer, station to CSMS or CSMS to station. P Data Transfer (Messages 1.13, P01, P02)."""

    action: ClassVar[str] = "DataTransfer"
    _response: ClassVar[ResponseClass] = DataTransferResponse
    _null_is_data: ClassVar[bool] = True

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    message_id: Annotated[str | None, Field(alias="messageId", max_length=50)] = None
    """At most 50 characters."""
    data: AnyJson | None = None
    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""


class DeleteCertificateResponse(Response):
    """Response of DeleteCertificate, station to CSMS. M ISO 15118 Certificate Management (Messages 1.14, M04)."""

    action: ClassVar[str] = "DeleteCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: DeleteCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class DeleteCertificateRequest(CsmsRequest[DeleteCertificateResponse]):
    """Request of DeleteCertificate, CSMS to station. M ISO 15118 Certificate Management (Messages 1.14, M04)."""

    action: ClassVar[str] = "DeleteCertificate"
    _response: ClassVar[ResponseClass] = DeleteCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]


class FirmwareStatusNotificationResponse(Response):
    """Response of FirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.15, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FirmwareStatusNotificationRequest(StationRequest[FirmwareStatusNotificationResponse]):
    """Request of FirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.15, L01)."""

    action: ClassVar[str] = "FirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = FirmwareStatusNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: FirmwareStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None


class Get15118EVCertificateResponse(Response):
    """Response of Get15118EVCertificate, CSMS to station. M ISO 15118 Certificate Management (Messages 1.16, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    exi_response: Annotated[Text, Field(alias="exiResponse")]


class Get15118EVCertificateRequest(StationRequest[Get15118EVCertificateResponse]):
    """Request of Get15118EVCertificate, station to CSMS. M ISO 15118 Certificate Management (Messages 1.16, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"
    _response: ClassVar[ResponseClass] = Get15118EVCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    iso15118_schema_version: Annotated[str, Field(alias="iso15118SchemaVersion", max_length=50)]
    """At most 50 characters."""
    action_: Annotated[CertificateActionEnumType, Field(alias="action")]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5600)]
    """At most 5600 characters."""


class GetBaseReportResponse(Response):
    """Response of GetBaseReport, station to CSMS. B Provisioning (Messages 1.17, B07)."""

    action: ClassVar[str] = "GetBaseReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetBaseReportRequest(CsmsRequest[GetBaseReportResponse]):
    """Request of GetBaseReport, CSMS to station. B Provisioning (Messages 1.17, B07)."""

    action: ClassVar[str] = "GetBaseReport"
    _response: ClassVar[ResponseClass] = GetBaseReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]


class GetCertificateStatusResponse(Response):
    """Response of GetCertificateStatus, CSMS to station. M ISO 15118 Certificate Management (Messages 1.18, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    ocsp_result: Annotated[str | None, Field(alias="ocspResult", max_length=5500)] = None
    """At most 5500 characters."""


class GetCertificateStatusRequest(StationRequest[GetCertificateStatusResponse]):
    """Request of GetCertificateStatus, station to CSMS. M ISO 15118 Certificate Management (Messages 1.18, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"
    _response: ClassVar[ResponseClass] = GetCertificateStatusResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]


class GetChargingProfilesResponse(Response):
    """Response of GetChargingProfiles, station to CSMS. K Smart Charging (Messages 1.19, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetChargingProfilesRequest(CsmsRequest[GetChargingProfilesResponse]):
    """Request of GetChargingProfiles, CSMS to station. K Smart Charging (Messages 1.19, K09)."""

    action: ClassVar[str] = "GetChargingProfiles"
    _response: ClassVar[ResponseClass] = GetChargingProfilesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    charging_profile: Annotated[ChargingProfileCriterionType, Field(alias="chargingProfile")]


class GetCompositeScheduleResponse(Response):
    """Response of GetCompositeSchedule, station to CSMS. K Smart Charging (Messages 1.20, K08)."""

    action: ClassVar[str] = "GetCompositeSchedule"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    schedule: CompositeScheduleType | None = None


class GetCompositeScheduleRequest(CsmsRequest[GetCompositeScheduleResponse]):
    """Request of GetCompositeSchedule, CSMS to station. K Smart Charging (Messages 1.20, K08)."""

    action: ClassVar[str] = "GetCompositeSchedule"
    _response: ClassVar[ResponseClass] = GetCompositeScheduleResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    duration: WholeNumber
    """In s."""
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit")
    ] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]


class GetDisplayMessagesResponse(Response):
    """Response of GetDisplayMessages, station to CSMS. O Display Message (Messages 1.21, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetDisplayMessagesStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetDisplayMessagesRequest(CsmsRequest[GetDisplayMessagesResponse]):
    """Request of GetDisplayMessages, CSMS to station. O Display Message (Messages 1.21, O03)."""

    action: ClassVar[str] = "GetDisplayMessages"
    _response: ClassVar[ResponseClass] = GetDisplayMessagesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: Annotated[Sequence[WholeNumber] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    priority: MessagePriorityEnumType | None = None
    state: MessageStateEnumType | None = None


class GetInstalledCertificateIdsResponse(Response):
    """Response of GetInstalledCertificateIds, station to CSMS. M ISO 15118 Certificate Management (Messages 1.22, M03)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetInstalledCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    certificate_hash_data_chain: Annotated[
        Sequence[CertificateHashDataChainType] | None,
        Field(alias="certificateHashDataChain", min_length=1),
    ] = None
    """Elements: at least 1."""


class GetInstalledCertificateIdsRequest(CsmsRequest[GetInstalledCertificateIdsResponse]):
    """Request of GetInstalledCertificateIds, CSMS to station. M ISO 15118 Certificate Management (Messages 1.22, M03)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"
    _response: ClassVar[ResponseClass] = GetInstalledCertificateIdsResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_type: Annotated[
        Sequence[GetCertificateIdUseEnumType] | None, Field(alias="certificateType", min_length=1)
    ] = None
    """Elements: at least 1."""


class GetLocalListVersionResponse(Response):
    """Response of GetLocalListVersion, station to CSMS. D Local Authorization List Management (Messages 1.23, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]


class GetLocalListVersionRequest(CsmsRequest[GetLocalListVersionResponse]):
    """Request of GetLocalListVersion, CSMS to station. D Local Authorization List Management (Messages 1.23, D02)."""

    action: ClassVar[str] = "GetLocalListVersion"
    _response: ClassVar[ResponseClass] = GetLocalListVersionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetLogResponse(Response):
    """Response of GetLog, station to CSMS. N Diagnostics (Messages 1.24, N01)."""

    action: ClassVar[str] = "GetLog"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: LogStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    filename: Annotated[str | None, Field(max_length=255)] = None
    """At most 255 characters."""


class GetLogRequest(CsmsRequest[GetLogResponse]):
    """Request of GetLog, CSMS to station. N Diagnostics (Messages 1.24, N01)."""

    action: ClassVar[str] = "GetLog"
    _response: ClassVar[ResponseClass] = GetLogResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""


class GetMonitoringReportResponse(Response):
    """Response of GetMonitoringReport, station to CSMS. N Diagnostics (Messages 1.25, N02)."""

    action: ClassVar[str] = "GetMonitoringReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetMonitoringReportRequest(CsmsRequest[GetMonitoringReportResponse]):
    """Request of GetMonitoringReport, CSMS to station. N Diagnostics (Messages 1.25, N02)."""

    action: ClassVar[str] = "GetMonitoringReport"
    _response: ClassVar[ResponseClass] = GetMonitoringReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
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


class GetReportResponse(Response):
    """Response of GetReport, station to CSMS. B Provisioning (Messages 1.26, B08)."""

    action: ClassVar[str] = "GetReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class GetReportRequest(CsmsRequest[GetReportResponse]):
    """Request of GetReport, CSMS to station. B Provisioning (Messages 1.26, B08)."""

    action: ClassVar[str] = "GetReport"
    _response: ClassVar[ResponseClass] = GetReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
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


class GetTransactionStatusResponse(Response):
    """Response of GetTransactionStatus, station to CSMS. E Transactions (Messages 1.27, E14)."""

    action: ClassVar[str] = "GetTransactionStatus"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ongoing_indicator: Annotated[Boolean | None, Field(alias="ongoingIndicator")] = None
    messages_in_queue: Annotated[Boolean, Field(alias="messagesInQueue")]


class GetTransactionStatusRequest(CsmsRequest[GetTransactionStatusResponse]):
    """Request of GetTransactionStatus, CSMS to station. E Transactions (Messages 1.27, E14)."""

    action: ClassVar[str] = "GetTransactionStatus"
    _response: ClassVar[ResponseClass] = GetTransactionStatusResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""


class GetVariablesResponse(Response):
    """Response of GetVariables, station to CSMS. B Provisioning (Messages 1.28, B06)."""

    action: ClassVar[str] = "GetVariables"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    get_variable_result: Annotated[
        Sequence[GetVariableResultType], Field(alias="getVariableResult", min_length=1)
    ]
    """Elements: at least 1."""


class GetVariablesRequest(CsmsRequest[GetVariablesResponse]):
    """Request of GetVariables, CSMS to station. B Provisioning (Messages 1.28, B06)."""

    action: ClassVar[str] = "GetVariables"
    _response: ClassVar[ResponseClass] = GetVariablesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    get_variable_data: Annotated[
        Sequence[GetVariableDataType], Field(alias="getVariableData", min_length=1)
    ]
    """Elements: at least 1."""


class HeartbeatResponse(Response):
    """Response of Heartbeat, CSMS to station. G Availability (Messages 1.29, G02)."""

    action: ClassVar[str] = "Heartbeat"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    current_time: Annotated[Timestamp, Field(alias="currentTime")]


class HeartbeatRequest(StationRequest[HeartbeatResponse]):
    """Request of Heartbeat, station to CSMS. G Availability (Messages 1.29, G02)."""

    action: ClassVar[str] = "Heartbeat"
    _response: ClassVar[ResponseClass] = HeartbeatResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class InstallCertificateResponse(Response):
    """Response of InstallCertificate, station to CSMS. M ISO 15118 Certificate Management (Messages 1.30, M05)."""

    action: ClassVar[str] = "InstallCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: InstallCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class InstallCertificateRequest(CsmsRequest[InstallCertificateResponse]):
    """Request of InstallCertificate, CSMS to station. M ISO 15118 Certificate Management (Messages 1.30, M05)."""

    action: ClassVar[str] = "InstallCertificate"
    _response: ClassVar[ResponseClass] = InstallCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_type: Annotated[InstallCertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""


class LogStatusNotificationResponse(Response):
    """Response of LogStatusNotification, CSMS to station. N Diagnostics (Messages 1.31, N01)."""

    action: ClassVar[str] = "LogStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LogStatusNotificationRequest(StationRequest[LogStatusNotificationResponse]):
    """Request of LogStatusNotification, station to CSMS. N Diagnostics (Messages 1.31, N01)."""

    action: ClassVar[str] = "LogStatusNotification"
    _response: ClassVar[ResponseClass] = LogStatusNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UploadLogStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None


class MeterValuesResponse(Response):
    """Response of MeterValues, CSMS to station. J Meter Values (Messages 1.32, J01)."""

    action: ClassVar[str] = "MeterValues"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValuesRequest(StationRequest[MeterValuesResponse]):
    """Request of MeterValues, station to CSMS. J Meter Values (Messages 1.32, J01)."""

    action: ClassVar[str] = "MeterValues"
    _response: ClassVar[ResponseClass] = MeterValuesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    meter_value: Annotated[Sequence[MeterValueType], Field(alias="meterValue", min_length=1)]
    """Elements: at least 1."""


class NotifyChargingLimitResponse(Response):
    """Response of NotifyChargingLimit, CSMS to station. K Smart Charging (Messages 1.33, K11)."""

    action: ClassVar[str] = "NotifyChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyChargingLimitRequest(StationRequest[NotifyChargingLimitResponse]):
    """Request of NotifyChargingLimit, station to CSMS. K Smart Charging (Messages 1.33, K11)."""

    action: ClassVar[str] = "NotifyChargingLimit"
    _response: ClassVar[ResponseClass] = NotifyChargingLimitResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType] | None, Field(alias="chargingSchedule", min_length=1)
    ] = None
    """Elements: at least 1."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    charging_limit: Annotated[ChargingLimitType, Field(alias="chargingLimit")]


class NotifyCustomerInformationResponse(Response):
    """Response of NotifyCustomerInformation, CSMS to station. N Diagnostics (Messages 1.34, N09)."""

    action: ClassVar[str] = "NotifyCustomerInformation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyCustomerInformationRequest(StationRequest[NotifyCustomerInformationResponse]):
    """Request of NotifyCustomerInformation, station to CSMS. N Diagnostics (Messages 1.34, N09)."""

    action: ClassVar[str] = "NotifyCustomerInformation"
    _response: ClassVar[ResponseClass] = NotifyCustomerInformationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    data: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]


class NotifyDisplayMessagesResponse(Response):
    """Response of NotifyDisplayMessages, CSMS to station. O Display Message (Messages 1.35, O03)."""

    action: ClassVar[str] = "NotifyDisplayMessages"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyDisplayMessagesRequest(StationRequest[NotifyDisplayMessagesResponse]):
    """Request of NotifyDisplayMessages, station to CSMS. O Display Message (Messages 1.35, O03)."""

    action: ClassVar[str] = "NotifyDisplayMessages"
    _response: ClassVar[ResponseClass] = NotifyDisplayMessagesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    message_info: Annotated[
        Sequence[MessageInfoType] | None, Field(alias="messageInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean = False
    """False if absent."""


class NotifyEVChargingNeedsResponse(Response):
    """Response of NotifyEVChargingNeeds, CSMS to station. K Smart Charging (Messages 1.36, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: NotifyEVChargingNeedsStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class NotifyEVChargingNeedsRequest(StationRequest[NotifyEVChargingNeedsResponse]):
    """Request of NotifyEVChargingNeeds, station to CSMS. K Smart Charging (Messages 1.36, K15)."""

    action: ClassVar[str] = "NotifyEVChargingNeeds"
    _response: ClassVar[ResponseClass] = NotifyEVChargingNeedsResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    max_schedule_tuples: Annotated[WholeNumber | None, Field(alias="maxScheduleTuples")] = None
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]


class NotifyEVChargingScheduleResponse(Response):
    """Response of NotifyEVChargingSchedule, CSMS to station. K Smart Charging (Messages 1.37, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class NotifyEVChargingScheduleRequest(StationRequest[NotifyEVChargingScheduleResponse]):
    """Request of NotifyEVChargingSchedule, station to CSMS. K Smart Charging (Messages 1.37, K15)."""

    action: ClassVar[str] = "NotifyEVChargingSchedule"
    _response: ClassVar[ResponseClass] = NotifyEVChargingScheduleResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    time_base: Annotated[Timestamp, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]


class NotifyEventResponse(Response):
    """Response of NotifyEvent, CSMS to station. N Diagnostics (Messages 1.38, N07)."""

    action: ClassVar[str] = "NotifyEvent"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyEventRequest(StationRequest[NotifyEventResponse]):
    """Request of NotifyEvent, station to CSMS. N Diagnostics (Messages 1.38, N07)."""

    action: ClassVar[str] = "NotifyEvent"
    _response: ClassVar[ResponseClass] = NotifyEventResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
    event_data: Annotated[Sequence[EventDataType], Field(alias="eventData", min_length=1)]
    """Elements: at least 1."""


class NotifyMonitoringReportResponse(Response):
    """Response of NotifyMonitoringReport, CSMS to station. N Diagnostics (Messages 1.39, N02)."""

    action: ClassVar[str] = "NotifyMonitoringReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyMonitoringReportRequest(StationRequest[NotifyMonitoringReportResponse]):
    """Request of NotifyMonitoringReport, station to CSMS. N Diagnostics (Messages 1.39, N02)."""

    action: ClassVar[str] = "NotifyMonitoringReport"
    _response: ClassVar[ResponseClass] = NotifyMonitoringReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    monitor: Annotated[Sequence[MonitoringDataType] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]


class NotifyReportResponse(Response):
    """Response of NotifyReport, CSMS to station. B Provisioning (Messages 1.40, B07)."""

    action: ClassVar[str] = "NotifyReport"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyReportRequest(StationRequest[NotifyReportResponse]):
    """Request of NotifyReport, station to CSMS. B Provisioning (Messages 1.40, B07)."""

    action: ClassVar[str] = "NotifyReport"
    _response: ClassVar[ResponseClass] = NotifyReportResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    report_data: Annotated[
        Sequence[ReportDataType] | None, Field(alias="reportData", min_length=1)
    ] = None
    """Elements: at least 1."""
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]


class PublishFirmwareResponse(Response):
    """Response of PublishFirmware, station to CSMS. L Firmware Management (Messages 1.41, L03)."""

    action: ClassVar[str] = "PublishFirmware"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class PublishFirmwareRequest(CsmsRequest[PublishFirmwareResponse]):
    """Request of PublishFirmware, CSMS to station. L Firmware Management (Messages 1.41, L03)."""

    action: ClassVar[str] = "PublishFirmware"
    _response: ClassVar[ResponseClass] = PublishFirmwareResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    location: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    retries: WholeNumber | None = None
    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""


class PublishFirmwareStatusNotificationResponse(Response):
    """Response of PublishFirmwareStatusNotification, CSMS to station. L Firmware Management (Messages 1.42, L03)."""

    action: ClassVar[str] = "PublishFirmwareStatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareStatusNotificationRequest(
    StationRequest[PublishFirmwareStatusNotificationResponse]
):
    """Request of PublishFirmwareStatusNotification, station to CSMS. L Firmware Management (Messages 1.42, L03)."""

    action: ClassVar[str] = "PublishFirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = PublishFirmwareStatusNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: PublishFirmwareStatusEnumType
    location: Annotated[Sequence[String512] | None, Field(min_length=1)] = None
    """Elements: at least 1. Each: at most 512 characters."""
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None


class ReportChargingProfilesResponse(Response):
    """Response of ReportChargingProfiles, CSMS to station. K Smart Charging (Messages 1.43, K09)."""

    action: ClassVar[str] = "ReportChargingProfiles"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportChargingProfilesRequest(StationRequest[ReportChargingProfilesResponse]):
    """Request of ReportChargingProfiles, station to CSMS. K Smart Charging (Messages 1.43, K09)."""

    action: ClassVar[str] = "ReportChargingProfiles"
    _response: ClassVar[ResponseClass] = ReportChargingProfilesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    charging_profile: Annotated[
        Sequence[ChargingProfileType], Field(alias="chargingProfile", min_length=1)
    ]
    """Elements: at least 1."""
    tbc: Boolean = False
    """False if absent."""
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]


class RequestStartTransactionResponse(Response):
    """Response of RequestStartTransaction, station to CSMS. F Remote Control (Messages 1.44, F01)."""

    action: ClassVar[str] = "RequestStartTransaction"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: RequestStartStopStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""


class RequestStartTransactionRequest(CsmsRequest[RequestStartTransactionResponse]):
    """Request of RequestStartTransaction, CSMS to station. F Remote Control (Messages 1.44, F01)."""

    action: ClassVar[str] = "RequestStartTransaction"
    _response: ClassVar[ResponseClass] = RequestStartTransactionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    remote_start_id: Annotated[WholeNumber, Field(alias="remoteStartId")]
    charging_profile: Annotated[ChargingProfileType | None, Field(alias="chargingProfile")] = None


class RequestStopTransactionResponse(Response):
    """Response of RequestStopTransaction, station to CSMS. F Remote Control (Messages 1.45, F03)."""

    action: ClassVar[str] = "RequestStopTransaction"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: RequestStartStopStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class RequestStopTransactionRequest(CsmsRequest[RequestStopTransactionResponse]):
    """Request of RequestStopTransaction, CSMS to station. F Remote Control (Messages 1.45, F03)."""

    action: ClassVar[str] = "RequestStopTransaction"
    _response: ClassVar[ResponseClass] = RequestStopTransactionResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""


class ReservationStatusUpdateResponse(Response):
    """Response of ReservationStatusUpdate, CSMS to station. H Reservation (Messages 1.46, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReservationStatusUpdateRequest(StationRequest[ReservationStatusUpdateResponse]):
    """Request of ReservationStatusUpdate, station to CSMS. H Reservation (Messages 1.46, H04)."""

    action: ClassVar[str] = "ReservationStatusUpdate"
    _response: ClassVar[ResponseClass] = ReservationStatusUpdateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    reservation_id: Annotated[WholeNumber, Field(alias="reservationId")]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]


class ReserveNowResponse(Response):
    """Response of ReserveNow, station to CSMS. H Reservation (Messages 1.47, H01)."""

    action: ClassVar[str] = "ReserveNow"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ReserveNowStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ReserveNowRequest(CsmsRequest[ReserveNowResponse]):
    """Request of ReserveNow, CSMS to station. H Reservation (Messages 1.47, H01)."""

    action: ClassVar[str] = "ReserveNow"
    _response: ClassVar[ResponseClass] = ReserveNowResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    expiry_date_time: Annotated[Timestamp, Field(alias="expiryDateTime")]
    connector_type: Annotated[ConnectorEnumType | None, Field(alias="connectorType")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None


class ResetResponse(Response):
    """Response of Reset, station to CSMS. B Provisioning (Messages 1.48, B11)."""

    action: ClassVar[str] = "Reset"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ResetStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ResetRequest(CsmsRequest[ResetResponse]):
    """Request of Reset, CSMS to station. B Provisioning (Messages 1.48, B11)."""

    action: ClassVar[str] = "Reset"
    _response: ClassVar[ResponseClass] = ResetResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    type: ResetEnumType
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None


class SecurityEventNotificationResponse(Response):
    """Response of SecurityEventNotification, CSMS to station. A Security (Messages 1.49, A04)."""

    action: ClassVar[str] = "SecurityEventNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SecurityEventNotificationRequest(StationRequest[SecurityEventNotificationResponse]):
    """Request of SecurityEventNotification, station to CSMS. A Security (Messages 1.49, A04)."""

    action: ClassVar[str] = "SecurityEventNotification"
    _response: ClassVar[ResponseClass] = SecurityEventNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    timestamp: Timestamp
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=255)] = None
    """At most 255 characters."""


class SendLocalListResponse(Response):
    """Response of SendLocalList, station to CSMS. D Local Authorization List Management (Messages 1.50, D01)."""

    action: ClassVar[str] = "SendLocalList"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: SendLocalListStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SendLocalListRequest(CsmsRequest[SendLocalListResponse]):
    """Request of SendLocalList, CSMS to station. D Local Authorization List Management (Messages 1.50, D01)."""

    action: ClassVar[str] = "SendLocalList"
    _response: ClassVar[ResponseClass] = SendLocalListResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None, Field(alias="localAuthorizationList", min_length=1)
    ] = None
    """Elements: at least 1."""
    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]
    update_type: Annotated[UpdateEnumType, Field(alias="updateType")]


class SetChargingProfileResponse(Response):
    """Response of SetChargingProfile, station to CSMS. K Smart Charging (Messages 1.51, K01)."""

    action: ClassVar[str] = "SetChargingProfile"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetChargingProfileRequest(CsmsRequest[SetChargingProfileResponse]):
    """Request of SetChargingProfile, CSMS to station. K Smart Charging (Messages 1.51, K01)."""

    action: ClassVar[str] = "SetChargingProfile"
    _response: ClassVar[ResponseClass] = SetChargingProfileResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]


class SetDisplayMessageResponse(Response):
    """Response of SetDisplayMessage, station to CSMS. O Display Message (Messages 1.52, O01)."""

    action: ClassVar[str] = "SetDisplayMessage"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: DisplayMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetDisplayMessageRequest(CsmsRequest[SetDisplayMessageResponse]):
    """Request of SetDisplayMessage, CSMS to station. O Display Message (Messages 1.52, O01)."""

    action: ClassVar[str] = "SetDisplayMessage"
    _response: ClassVar[ResponseClass] = SetDisplayMessageResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    message: MessageInfoType


class SetMonitoringBaseResponse(Response):
    """Response of SetMonitoringBase, station to CSMS. N Diagnostics (Messages 1.53, N03)."""

    action: ClassVar[str] = "SetMonitoringBase"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetMonitoringBaseRequest(CsmsRequest[SetMonitoringBaseResponse]):
    """Request of SetMonitoringBase, CSMS to station. N Diagnostics (Messages 1.53, N03)."""

    action: ClassVar[str] = "SetMonitoringBase"
    _response: ClassVar[ResponseClass] = SetMonitoringBaseResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]


class SetMonitoringLevelResponse(Response):
    """Response of SetMonitoringLevel, station to CSMS. N Diagnostics (Messages 1.54, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetMonitoringLevelRequest(CsmsRequest[SetMonitoringLevelResponse]):
    """Request of SetMonitoringLevel, CSMS to station. N Diagnostics (Messages 1.54, N05)."""

    action: ClassVar[str] = "SetMonitoringLevel"
    _response: ClassVar[ResponseClass] = SetMonitoringLevelResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    severity: WholeNumber


class SetNetworkProfileResponse(Response):
    """Response of SetNetworkProfile, station to CSMS. B Provisioning (Messages 1.55, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: SetNetworkProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetNetworkProfileRequest(CsmsRequest[SetNetworkProfileResponse]):
    """Request of SetNetworkProfile, CSMS to station. B Provisioning (Messages 1.55, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"
    _response: ClassVar[ResponseClass] = SetNetworkProfileResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    configuration_slot: Annotated[WholeNumber, Field(alias="configurationSlot")]
    connection_data: Annotated[NetworkConnectionProfileType, Field(alias="connectionData")]


class SetVariableMonitoringResponse(Response):
    """Response of SetVariableMonitoring, station to CSMS. N Diagnostics (Messages 1.56, N04)."""

    action: ClassVar[str] = "SetVariableMonitoring"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType], Field(alias="setMonitoringResult", min_length=1)
    ]
    """Elements: at least 1."""


class SetVariableMonitoringRequest(CsmsRequest[SetVariableMonitoringResponse]):
    """Request of SetVariableMonitoring, CSMS to station. N Diagnostics (Messages 1.56, N04)."""

    action: ClassVar[str] = "SetVariableMonitoring"
    _response: ClassVar[ResponseClass] = SetVariableMonitoringResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType], Field(alias="setMonitoringData", min_length=1)
    ]
    """Elements: at least 1."""


class SetVariablesResponse(Response):
    """Response of SetVariables, station to CSMS. B Provisioning (Messages 1.57, B05)."""

    action: ClassVar[str] = "SetVariables"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_variable_result: Annotated[
        Sequence[SetVariableResultType], Field(alias="setVariableResult", min_length=1)
    ]
    """Elements: at least 1."""


class SetVariablesRequest(CsmsRequest[SetVariablesResponse]):
    """Request of SetVariables, CSMS to station. B Provisioning (Messages 1.57, B05)."""

    action: ClassVar[str] = "SetVariables"
    _response: ClassVar[ResponseClass] = SetVariablesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    set_variable_data: Annotated[
        Sequence[SetVariableDataType], Field(alias="setVariableData", min_length=1)
    ]
    """Elements: at least 1."""


class SignCertificateResponse(Response):
    """Response of SignCertificate, CSMS to station. A Security (Messages 1.58, A02)."""

    action: ClassVar[str] = "SignCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SignCertificateRequest(StationRequest[SignCertificateResponse]):
    """Request of SignCertificate, station to CSMS. A Security (Messages 1.58, A02)."""

    action: ClassVar[str] = "SignCertificate"
    _response: ClassVar[ResponseClass] = SignCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    csr: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None


class StatusNotificationResponse(Response):
    """Response of StatusNotification, CSMS to station. G Availability (Messages 1.59, G01)."""

    action: ClassVar[str] = "StatusNotification"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class StatusNotificationRequest(StationRequest[StatusNotificationResponse]):
    """Request of StatusNotification, station to CSMS. G Availability (Messages 1.59, G01)."""

    action: ClassVar[str] = "StatusNotification"
    _response: ClassVar[ResponseClass] = StatusNotificationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    timestamp: Timestamp
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    connector_id: Annotated[WholeNumber, Field(alias="connectorId")]


class TransactionEventResponse(Response):
    """Response of TransactionEvent, CSMS to station. E Transactions (Messages 1.60, E02)."""

    action: ClassVar[str] = "TransactionEvent"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    total_cost: Annotated[Number | None, Field(alias="totalCost")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None
    updated_personal_message: Annotated[
        MessageContentType | None, Field(alias="updatedPersonalMessage")
    ] = None


class TransactionEventRequest(StationRequest[TransactionEventResponse]):
    """Request of TransactionEvent, station to CSMS. E Transactions (Messages 1.60, E02)."""

    action: ClassVar[str] = "TransactionEvent"
    _response: ClassVar[ResponseClass] = TransactionEventResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    event_type: Annotated[TransactionEventEnumType, Field(alias="eventType")]
    meter_value: Annotated[
        Sequence[MeterValueType] | None, Field(alias="meterValue", min_length=1)
    ] = None
    """Elements: at least 1."""
    timestamp: Timestamp
    trigger_reason: Annotated[TriggerReasonEnumType, Field(alias="triggerReason")]
    seq_no: Annotated[WholeNumber, Field(alias="seqNo")]
    offline: Boolean = False
    """False if absent."""
    number_of_phases_used: Annotated[WholeNumber | None, Field(alias="numberOfPhasesUsed")] = None
    cable_max_current: Annotated[WholeNumber | None, Field(alias="cableMaxCurrent")] = None
    """In A."""
    reservation_id: Annotated[WholeNumber | None, Field(alias="reservationId")] = None
    transaction_info: Annotated[TransactionType, Field(alias="transactionInfo")]
    evse: EVSEType | None = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None


class TriggerMessageResponse(Response):
    """Response of TriggerMessage, station to CSMS. F Remote Control (Messages 1.61, F06)."""

    action: ClassVar[str] = "TriggerMessage"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: TriggerMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class TriggerMessageRequest(CsmsRequest[TriggerMessageResponse]):
    """Request of TriggerMessage, CSMS to station. F Remote Control (Messages 1.61, F06)."""

    action: ClassVar[str] = "TriggerMessage"
    _response: ClassVar[ResponseClass] = TriggerMessageResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse: EVSEType | None = None
    requested_message: Annotated[MessageTriggerEnumType, Field(alias="requestedMessage")]


class UnlockConnectorResponse(Response):
    """Response of UnlockConnector, station to CSMS. F Remote Control (Messages 1.62, F05)."""

    action: ClassVar[str] = "UnlockConnector"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UnlockStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class UnlockConnectorRequest(CsmsRequest[UnlockConnectorResponse]):
    """Request of UnlockConnector, CSMS to station. F Remote Control (Messages 1.62, F05)."""

    action: ClassVar[str] = "UnlockConnector"
    _response: ClassVar[ResponseClass] = UnlockConnectorResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    connector_id: Annotated[WholeNumber, Field(alias="connectorId")]


class UnpublishFirmwareResponse(Response):
    """Response of UnpublishFirmware, station to CSMS. L Firmware Management (Messages 1.63, L04)."""

    action: ClassVar[str] = "UnpublishFirmware"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UnpublishFirmwareStatusEnumType


class UnpublishFirmwareRequest(CsmsRequest[UnpublishFirmwareResponse]):
    """Request of UnpublishFirmware, CSMS to station. L Firmware Management (Messages 1.63, L04)."""

    action: ClassVar[str] = "UnpublishFirmware"
    _response: ClassVar[ResponseClass] = UnpublishFirmwareResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""


class UpdateFirmwareResponse(Response):
    """Response of UpdateFirmware, station to CSMS. L Firmware Management (Messages 1.64, L01)."""

    action: ClassVar[str] = "UpdateFirmware"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UpdateFirmwareStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class UpdateFirmwareRequest(CsmsRequest[UpdateFirmwareResponse]):
    """Request of UpdateFirmware, CSMS to station. L Firmware Management (Messages 1.64, L01)."""

    action: ClassVar[str] = "UpdateFirmware"
    _response: ClassVar[ResponseClass] = UpdateFirmwareResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    firmware: FirmwareType
