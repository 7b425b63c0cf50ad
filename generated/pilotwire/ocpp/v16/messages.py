"""Messages of OCPP 1.6 with the security extension.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass, StationRequest, Text
from pilotwire.ocpp.scalars import Integer, Sequence, Timestamp, Uri, WholeNumber
from pilotwire.ocpp.v16.datatypes import (
    AuthorizationData,
    CertificateHashDataType,
    ChargingProfile,
    ChargingSchedule,
    FirmwareType,
    IdTagInfo,
    KeyValue,
    LogParametersType,
    MeterValue,
    String50,
)
from pilotwire.ocpp.v16.enums import (
    AvailabilityStatus,
    AvailabilityType,
    CancelReservationStatus,
    CertificateSignedStatusEnumType,
    CertificateUseEnumType,
    ChargePointErrorCode,
    ChargePointStatus,
    ChargingProfilePurposeType,
    ChargingProfileStatus,
    ChargingRateUnitType,
    ClearCacheStatus,
    ClearChargingProfileStatus,
    ConfigurationStatus,
    DataTransferStatus,
    DeleteCertificateStatusEnumType,
    DiagnosticsStatus,
    FirmwareStatus,
    FirmwareStatusEnumType,
    GenericStatusEnumType,
    GetCompositeScheduleStatus,
    GetInstalledCertificateStatusEnumType,
    InstallCertificateStatusEnumType,
    LogEnumType,
    LogStatusEnumType,
    MessageTrigger,
    MessageTriggerEnumType,
    Reason,
    RegistrationStatus,
    RemoteStartStopStatus,
    ReservationStatus,
    ResetStatus,
    ResetType,
    TriggerMessageStatus,
    TriggerMessageStatusEnumType,
    UnlockStatus,
    UpdateFirmwareStatusEnumType,
    UpdateStatus,
    UpdateType,
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


class AuthorizeResponse(Response):
    """Response of Authorize, CSMS to station. Core (4.1)."""

    action: ClassVar[str] = "Authorize"

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]


class AuthorizeRequest(StationRequest[AuthorizeResponse]):
    """Request of Authorize, station to CSMS. Core (4.1)."""

    action: ClassVar[str] = "Authorize"
    _response: ClassVar[ResponseClass] = AuthorizeResponse

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""


class BootNotificationResponse(Response):
    """Response of BootNotification, CSMS to station. Core (4.2)."""

    action: ClassVar[str] = "BootNotification"

    status: RegistrationStatus
    current_time: Annotated[Timestamp, Field(alias="currentTime")]
    interval: Integer
    """In s."""


class BootNotificationRequest(StationRequest[BootNotificationResponse]):
    """Request of BootNotification, station to CSMS. Core (4.2)."""

    action: ClassVar[str] = "BootNotification"
    _response: ClassVar[ResponseClass] = BootNotificationResponse

    charge_point_vendor: Annotated[str, Field(alias="chargePointVendor", max_length=20)]
    """At most 20 characters."""
    charge_point_model: Annotated[str, Field(alias="chargePointModel", max_length=20)]
    """At most 20 characters."""
    charge_point_serial_number: Annotated[
        str | None, Field(alias="chargePointSerialNumber", max_length=25)
    ] = None
    """At most 25 characters."""
    charge_box_serial_number: Annotated[
        str | None, Field(alias="chargeBoxSerialNumber", max_length=25)
    ] = None
    """At most 25 characters."""
    firmware_version: Annotated[str | None, Field(alias="firmwareVersion", max_length=50)] = None
    """At most 50 characters."""
    iccid: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    imsi: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    meter_type: Annotated[str | None, Field(alias="meterType", max_length=25)] = None
    """At most 25 characters."""
    meter_serial_number: Annotated[str | None, Field(alias="meterSerialNumber", max_length=25)] = (
        None
    )
    """At most 25 characters."""


class CancelReservationResponse(Response):
    """Response of CancelReservation, station to CSMS. Reservation (5.1)."""

    action: ClassVar[str] = "CancelReservation"

    status: CancelReservationStatus


class CancelReservationRequest(CsmsRequest[CancelReservationResponse]):
    """Request of CancelReservation, CSMS to station. Reservation (5.1)."""

    action: ClassVar[str] = "CancelReservation"
    _response: ClassVar[ResponseClass] = CancelReservationResponse

    reservation_id: Annotated[Integer, Field(alias="reservationId")]


class CertificateSignedResponse(Response):
    """Response of CertificateSigned, station to CSMS. Security (white paper 5.1)."""

    action: ClassVar[str] = "CertificateSigned"

    status: CertificateSignedStatusEnumType


class CertificateSignedRequest(CsmsRequest[CertificateSignedResponse]):
    """Request of CertificateSigned, CSMS to station. Security (white paper 5.1)."""

    action: ClassVar[str] = "CertificateSigned"
    _response: ClassVar[ResponseClass] = CertificateSignedResponse

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    """At most 10000 characters."""


class ChangeAvailabilityResponse(Response):
    """Response of ChangeAvailability, station to CSMS. Core (5.2)."""

    action: ClassVar[str] = "ChangeAvailability"

    status: AvailabilityStatus


class ChangeAvailabilityRequest(CsmsRequest[ChangeAvailabilityResponse]):
    """Request of ChangeAvailability, CSMS to station. Core (5.2)."""

    action: ClassVar[str] = "ChangeAvailability"
    _response: ClassVar[ResponseClass] = ChangeAvailabilityResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    type: AvailabilityType


class ChangeConfigurationResponse(Response):
    """Response of ChangeConfiguration, station to CSMS. Core (5.3)."""

    action: ClassVar[str] = "ChangeConfiguration"

    status: ConfigurationStatus


class ChangeConfigurationRequest(CsmsRequest[ChangeConfigurationResponse]):
    """Request of ChangeConfiguration, CSMS to station. Core (5.3)."""

    action: ClassVar[str] = "ChangeConfiguration"
    _response: ClassVar[ResponseClass] = ChangeConfigurationResponse

    key: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    value: Annotated[str, Field(max_length=500)]
    """At most 500 characters."""


class ClearCacheResponse(Response):
    """Response of ClearCache, station to CSMS. Core (5.4)."""

    action: ClassVar[str] = "ClearCache"

    status: ClearCacheStatus


class ClearCacheRequest(CsmsRequest[ClearCacheResponse]):
    """Request of ClearCache, CSMS to station. Core (5.4)."""

    action: ClassVar[str] = "ClearCache"
    _response: ClassVar[ResponseClass] = ClearCacheResponse


class ClearChargingProfileResponse(Response):
    """Response of ClearChargingProfile, station to CSMS. Smart Charging (5.5)."""

    action: ClassVar[str] = "ClearChargingProfile"

    status: ClearChargingProfileStatus


class ClearChargingProfileRequest(CsmsRequest[ClearChargingProfileResponse]):
    """Request of ClearChargingProfile, CSMS to station. Smart Charging (5.5)."""

    action: ClassVar[str] = "ClearChargingProfile"
    _response: ClassVar[ResponseClass] = ClearChargingProfileResponse

    id: Integer | None = None
    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[Integer | None, Field(alias="stackLevel")] = None


class DataTransferResponse(Response):
    """Response of DataTransfer, CSMS to station or station to CSMS. Core (4.3, 5.6)."""

    action: ClassVar[str] = "DataTransfer"

    status: DataTransferStatus
    data: Text | None = None


class DataTransferRequest(StationRequest[DataTransferResponse], CsmsRequest[DataTransferResponse]):
    """Request of DataTransfer, station to CSMS or CSMS to station. Core (4.3, 5.6)."""

    action: ClassVar[str] = "DataTransfer"
    _response: ClassVar[ResponseClass] = DataTransferResponse

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""
    message_id: Annotated[str | None, Field(alias="messageId", max_length=50)] = None
    """At most 50 characters."""
    data: Text | None = None


class DeleteCertificateResponse(Response):
    """Response of DeleteCertificate, station to CSMS. Security (white paper 5.3)."""

    action: ClassVar[str] = "DeleteCertificate"

    status: DeleteCertificateStatusEnumType


class DeleteCertificateRequest(CsmsRequest[DeleteCertificateResponse]):
    """Request of DeleteCertificate, CSMS to station. Security (white paper 5.3)."""

    action: ClassVar[str] = "DeleteCertificate"
    _response: ClassVar[ResponseClass] = DeleteCertificateResponse

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]


class DiagnosticsStatusNotificationResponse(Response):
    """Response of DiagnosticsStatusNotification, CSMS to station. Firmware Management (4.4)."""

    action: ClassVar[str] = "DiagnosticsStatusNotification"


class DiagnosticsStatusNotificationRequest(StationRequest[DiagnosticsStatusNotificationResponse]):
    """Request of DiagnosticsStatusNotification, station to CSMS. Firmware Management (4.4)."""

    action: ClassVar[str] = "DiagnosticsStatusNotification"
    _response: ClassVar[ResponseClass] = DiagnosticsStatusNotificationResponse

    status: DiagnosticsStatus


class ExtendedTriggerMessageResponse(Response):
    """Response of ExtendedTriggerMessage, station to CSMS. Security (white paper 5.5)."""

    action: ClassVar[str] = "ExtendedTriggerMessage"

    status: TriggerMessageStatusEnumType


class ExtendedTriggerMessageRequest(CsmsRequest[ExtendedTriggerMessageResponse]):
    """Request of ExtendedTriggerMessage, CSMS to station. Security (white paper 5.5)."""

    action: ClassVar[str] = "ExtendedTriggerMessage"
    _response: ClassVar[ResponseClass] = ExtendedTriggerMessageResponse

    requested_message: Annotated[MessageTriggerEnumType, Field(alias="requestedMessage")]
    connector_id: Annotated[WholeNumber | None, Field(alias="connectorId")] = None


class FirmwareStatusNotificationResponse(Response):
    """Response of FirmwareStatusNotification, CSMS to station. Firmware Management (4.5)."""

    action: ClassVar[str] = "FirmwareStatusNotification"


class FirmwareStatusNotificationRequest(StationRequest[FirmwareStatusNotificationResponse]):
    """Request of FirmwareStatusNotification, station to CSMS. Firmware Management (4.5)."""

    action: ClassVar[str] = "FirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = FirmwareStatusNotificationResponse

    status: FirmwareStatus


class GetCompositeScheduleResponse(Response):
    """Response of GetCompositeSchedule, station to CSMS. Smart Charging (5.7)."""

    action: ClassVar[str] = "GetCompositeSchedule"

    status: GetCompositeScheduleStatus
    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
    schedule_start: Annotated[Timestamp | None, Field(alias="scheduleStart")] = None
    charging_schedule: Annotated[ChargingSchedule | None, Field(alias="chargingSchedule")] = None


class GetCompositeScheduleRequest(CsmsRequest[GetCompositeScheduleResponse]):
    """Request of GetCompositeSchedule, CSMS to station. Smart Charging (5.7)."""

    action: ClassVar[str] = "GetCompositeSchedule"
    _response: ClassVar[ResponseClass] = GetCompositeScheduleResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    duration: Integer
    """In s."""
    charging_rate_unit: Annotated[ChargingRateUnitType | None, Field(alias="chargingRateUnit")] = (
        None
    )


class GetConfigurationResponse(Response):
    """Response of GetConfiguration, station to CSMS. Core (5.8)."""

    action: ClassVar[str] = "GetConfiguration"

    configuration_key: Annotated[Sequence[KeyValue] | None, Field(alias="configurationKey")] = None
    unknown_key: Annotated[Sequence[String50] | None, Field(alias="unknownKey")] = None
    """Each: at most 50 characters."""


class GetConfigurationRequest(CsmsRequest[GetConfigurationResponse]):
    """Request of GetConfiguration, CSMS to station. Core (5.8)."""

    action: ClassVar[str] = "GetConfiguration"
    _response: ClassVar[ResponseClass] = GetConfigurationResponse

    key: Sequence[String50] | None = None
    """Each: at most 50 characters."""


class GetDiagnosticsResponse(Response):
    """Response of GetDiagnostics, station to CSMS. Firmware Management (5.9)."""

    action: ClassVar[str] = "GetDiagnostics"

    file_name: Annotated[str | None, Field(alias="fileName", max_length=255)] = None
    """At most 255 characters."""


class GetDiagnosticsRequest(CsmsRequest[GetDiagnosticsResponse]):
    """Request of GetDiagnostics, CSMS to station. Firmware Management (5.9)."""

    action: ClassVar[str] = "GetDiagnostics"
    _response: ClassVar[ResponseClass] = GetDiagnosticsResponse

    location: Uri
    retries: Integer | None = None
    retry_interval: Annotated[Integer | None, Field(alias="retryInterval")] = None
    """In s."""
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    stop_time: Annotated[Timestamp | None, Field(alias="stopTime")] = None


class GetInstalledCertificateIdsResponse(Response):
    """Response of GetInstalledCertificateIds, station to CSMS. Security (white paper 5.7)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"

    certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None, Field(alias="certificateHashData", min_length=1)
    ] = None
    """Elements: at least 1."""
    status: GetInstalledCertificateStatusEnumType


class GetInstalledCertificateIdsRequest(CsmsRequest[GetInstalledCertificateIdsResponse]):
    """Request of GetInstalledCertificateIds, CSMS to station. Security (white paper 5.7)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"
    _response: ClassVar[ResponseClass] = GetInstalledCertificateIdsResponse

    certificate_type: Annotated[CertificateUseEnumType, Field(alias="certificateType")]


class GetLocalListVersionResponse(Response):
    """Response of GetLocalListVersion, station to CSMS. Local Auth List Management (5.10)."""

    action: ClassVar[str] = "GetLocalListVersion"

    list_version: Annotated[Integer, Field(alias="listVersion")]


class GetLocalListVersionRequest(CsmsRequest[GetLocalListVersionResponse]):
    """Request of GetLocalListVersion, CSMS to station. Local Auth List Management (5.10)."""

    action: ClassVar[str] = "GetLocalListVersion"
    _response: ClassVar[ResponseClass] = GetLocalListVersionResponse


class GetLogResponse(Response):
    """Response of GetLog, station to CSMS. Security (white paper 5.9)."""

    action: ClassVar[str] = "GetLog"

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255)] = None
    """At most 255 characters."""


class GetLogRequest(CsmsRequest[GetLogResponse]):
    """Request of GetLog, CSMS to station. Security (white paper 5.9)."""

    action: ClassVar[str] = "GetLog"
    _response: ClassVar[ResponseClass] = GetLogResponse

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""


class HeartbeatResponse(Response):
    """Response of Heartbeat, CSMS to station. Core (4.6)."""

    action: ClassVar[str] = "Heartbeat"

    current_time: Annotated[Timestamp, Field(alias="currentTime")]


class HeartbeatRequest(StationRequest[HeartbeatResponse]):
    """Request of Heartbeat, station to CSMS. Core (4.6)."""

    action: ClassVar[str] = "Heartbeat"
    _response: ClassVar[ResponseClass] = HeartbeatResponse


class InstallCertificateResponse(Response):
    """Response of InstallCertificate, station to CSMS. Security (white paper 5.11)."""

    action: ClassVar[str] = "InstallCertificate"

    status: InstallCertificateStatusEnumType


class InstallCertificateRequest(CsmsRequest[InstallCertificateResponse]):
    """Request of InstallCertificate, CSMS to station. Security (white paper 5.11)."""

    action: ClassVar[str] = "InstallCertificate"
    _response: ClassVar[ResponseClass] = InstallCertificateResponse

    certificate_type: Annotated[CertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""


class LogStatusNotificationResponse(Response):
    """Response of LogStatusNotification, CSMS to station. Security (white paper 5.13)."""

    action: ClassVar[str] = "LogStatusNotification"


class LogStatusNotificationRequest(StationRequest[LogStatusNotificationResponse]):
    """Request of LogStatusNotification, station to CSMS. Security (white paper 5.13)."""

    action: ClassVar[str] = "LogStatusNotification"
    _response: ClassVar[ResponseClass] = LogStatusNotificationResponse

    status: UploadLogStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None


class MeterValuesResponse(Response):
    """Response of MeterValues, CSMS to station. Core (4.7)."""

    action: ClassVar[str] = "MeterValues"


class MeterValuesRequest(StationRequest[MeterValuesResponse]):
    """Request of MeterValues, station to CSMS. Core (4.7)."""

    action: ClassVar[str] = "MeterValues"
    _response: ClassVar[ResponseClass] = MeterValuesResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    transaction_id: Annotated[Integer | None, Field(alias="transactionId")] = None
    meter_value: Annotated[Sequence[MeterValue], Field(alias="meterValue", min_length=1)]
    """Elements: at least 1."""


class RemoteStartTransactionResponse(Response):
    """Response of RemoteStartTransaction, station to CSMS. Core (5.11)."""

    action: ClassVar[str] = "RemoteStartTransaction"

    status: RemoteStartStopStatus


class RemoteStartTransactionRequest(CsmsRequest[RemoteStartTransactionResponse]):
    """Request of RemoteStartTransaction, CSMS to station. Core (5.11)."""

    action: ClassVar[str] = "RemoteStartTransaction"
    _response: ClassVar[ResponseClass] = RemoteStartTransactionResponse

    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    charging_profile: Annotated[ChargingProfile | None, Field(alias="chargingProfile")] = None


class RemoteStopTransactionResponse(Response):
    """Response of RemoteStopTransaction, station to CSMS. Core (5.12)."""

    action: ClassVar[str] = "RemoteStopTransaction"

    status: RemoteStartStopStatus


class RemoteStopTransactionRequest(CsmsRequest[RemoteStopTransactionResponse]):
    """Request of RemoteStopTransaction, CSMS to station. Core (5.12)."""

    action: ClassVar[str] = "RemoteStopTransaction"
    _response: ClassVar[ResponseClass] = RemoteStopTransactionResponse

    transaction_id: Annotated[Integer, Field(alias="transactionId")]


class ReserveNowResponse(Response):
    """Response of ReserveNow, station to CSMS. Reservation (5.13)."""

    action: ClassVar[str] = "ReserveNow"

    status: ReservationStatus


class ReserveNowRequest(CsmsRequest[ReserveNowResponse]):
    """Request of ReserveNow, CSMS to station. Reservation (5.13)."""

    action: ClassVar[str] = "ReserveNow"
    _response: ClassVar[ResponseClass] = ReserveNowResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    expiry_date: Annotated[Timestamp, Field(alias="expiryDate")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    parent_id_tag: Annotated[str | None, Field(alias="parentIdTag", max_length=20)] = None
    """At most 20 characters."""
    reservation_id: Annotated[Integer, Field(alias="reservationId")]


class ResetResponse(Response):
    """Response of Reset, station to CSMS. Core (5.14)."""

    action: ClassVar[str] = "Reset"

    status: ResetStatus


class ResetRequest(CsmsRequest[ResetResponse]):
    """Request of Reset, CSMS to station. Core (5.14)."""

    action: ClassVar[str] = "Reset"
    _response: ClassVar[ResponseClass] = ResetResponse

    type: ResetType


class SecurityEventNotificationResponse(Response):
    """Response of SecurityEventNotification, CSMS to station. Security (white paper 5.15)."""

    action: ClassVar[str] = "SecurityEventNotification"


class SecurityEventNotificationRequest(StationRequest[SecurityEventNotificationResponse]):
    """Request of SecurityEventNotification, station to CSMS. Security (white paper 5.15)."""

    action: ClassVar[str] = "SecurityEventNotification"
    _response: ClassVar[ResponseClass] = SecurityEventNotificationResponse

    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    timestamp: Timestamp
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=255)] = None
    """At most 255 characters."""


class SendLocalListResponse(Response):
    """Response of SendLocalList, station to CSMS. Local Auth List Management (5.15)."""

    action: ClassVar[str] = "SendLocalList"

    status: UpdateStatus


class SendLocalListRequest(CsmsRequest[SendLocalListResponse]):
    """Request of SendLocalList, CSMS to station. Local Auth List Management (5.15)."""

    action: ClassVar[str] = "SendLocalList"
    _response: ClassVar[ResponseClass] = SendLocalListResponse

    list_version: Annotated[Integer, Field(alias="listVersion")]
    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None, Field(alias="localAuthorizationList")
    ] = None
    update_type: Annotated[UpdateType, Field(alias="updateType")]


class SetChargingProfileResponse(Response):
    """Response of SetChargingProfile, station to CSMS. Smart Charging (5.16)."""

    action: ClassVar[str] = "SetChargingProfile"

    status: ChargingProfileStatus


class SetChargingProfileRequest(CsmsRequest[SetChargingProfileResponse]):
    """Request of SetChargingProfile, CSMS to station. Smart Charging (5.16)."""

    action: ClassVar[str] = "SetChargingProfile"
    _response: ClassVar[ResponseClass] = SetChargingProfileResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    cs_charging_profiles: Annotated[ChargingProfile, Field(alias="csChargingProfiles")]


class SignCertificateResponse(Response):
    """Response of SignCertificate, CSMS to station. Security (white paper 5.17)."""

    action: ClassVar[str] = "SignCertificate"

    status: GenericStatusEnumType


class SignCertificateRequest(StationRequest[SignCertificateResponse]):
    """Request of SignCertificate, station to CSMS. Security (white paper 5.17)."""

    action: ClassVar[str] = "SignCertificate"
    _response: ClassVar[ResponseClass] = SignCertificateResponse

    csr: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""


class SignedFirmwareStatusNotificationResponse(Response):
    """Response of SignedFirmwareStatusNotification, CSMS to station. Security (white paper 5.19)."""

    action: ClassVar[str] = "SignedFirmwareStatusNotification"


class SignedFirmwareStatusNotificationRequest(
    StationRequest[SignedFirmwareStatusNotificationResponse]
):
    """Request of SignedFirmwareStatusNotification, station to CSMS. Security (white paper 5.19)."""

    action: ClassVar[str] = "SignedFirmwareStatusNotification"
    _response: ClassVar[ResponseClass] = SignedFirmwareStatusNotificationResponse

    status: FirmwareStatusEnumType
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None


class SignedUpdateFirmwareResponse(Response):
    """Response of SignedUpdateFirmware, station to CSMS. Security (white paper 5.21)."""

    action: ClassVar[str] = "SignedUpdateFirmware"

    status: UpdateFirmwareStatusEnumType


class SignedUpdateFirmwareRequest(CsmsRequest[SignedUpdateFirmwareResponse]):
    """Request of SignedUpdateFirmware, CSMS to station. Security (white paper 5.21)."""

    action: ClassVar[str] = "SignedUpdateFirmware"
    _response: ClassVar[ResponseClass] = SignedUpdateFirmwareResponse

    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    firmware: FirmwareType


class StartTransactionResponse(Response):
    """Response of StartTransaction, CSMS to station. Core (4.8)."""

    action: ClassVar[str] = "StartTransaction"

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]
    transaction_id: Annotated[Integer, Field(alias="transactionId")]


class StartTransactionRequest(StationRequest[StartTransactionResponse]):
    """Request of StartTransaction, station to CSMS. Core (4.8)."""

    action: ClassVar[str] = "StartTransaction"
    _response: ClassVar[ResponseClass] = StartTransactionResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    meter_start: Annotated[Integer, Field(alias="meterStart")]
    """In Wh."""
    reservation_id: Annotated[Integer | None, Field(alias="reservationId")] = None
    timestamp: Timestamp


class StatusNotificationResponse(Response):
    """Response of StatusNotification, CSMS to station. Core (4.9)."""

    action: ClassVar[str] = "StatusNotification"


class StatusNotificationRequest(StationRequest[StatusNotificationResponse]):
    """Request of StatusNotification, station to CSMS. Core (4.9)."""

    action: ClassVar[str] = "StatusNotification"
    _response: ClassVar[ResponseClass] = StatusNotificationResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    error_code: Annotated[ChargePointErrorCode, Field(alias="errorCode")]
    info: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
    status: ChargePointStatus
    timestamp: Timestamp | None = None
    vendor_id: Annotated[str | None, Field(alias="vendorId", max_length=255)] = None
    """At most 255 characters."""
    vendor_error_code: Annotated[str | None, Field(alias="vendorErrorCode", max_length=50)] = None
    """At most 50 characters."""


class StopTransactionResponse(Response):
    """Response of StopTransaction, CSMS to station. Core (4.10)."""

    action: ClassVar[str] = "StopTransaction"

    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo")] = None


class StopTransactionRequest(StationRequest[StopTransactionResponse]):
    """Request of StopTransaction, station to CSMS. Core (4.10)."""

    action: ClassVar[str] = "StopTransaction"
    _response: ClassVar[ResponseClass] = StopTransactionResponse

    id_tag: Annotated[str | None, Field(alias="idTag", max_length=20)] = None
    """At most 20 characters."""
    meter_stop: Annotated[Integer, Field(alias="meterStop")]
    """In Wh."""
    timestamp: Timestamp
    transaction_id: Annotated[Integer, Field(alias="transactionId")]
    reason: Reason | None = None
    transaction_data: Annotated[Sequence[MeterValue] | None, Field(alias="transactionData")] = None


class TriggerMessageResponse(Response):
    """Response of TriggerMessage, station to CSMS. Remote Trigger (5.17)."""

    action: ClassVar[str] = "TriggerMessage"

    status: TriggerMessageStatus


class TriggerMessageRequest(CsmsRequest[TriggerMessageResponse]):
    """Request of TriggerMessage, CSMS to station. Remote Trigger (5.17)."""

    action: ClassVar[str] = "TriggerMessage"
    _response: ClassVar[ResponseClass] = TriggerMessageResponse

    requested_message: Annotated[MessageTrigger, Field(alias="requestedMessage")]
    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None


class UnlockConnectorResponse(Response):
    """Response of UnlockConnector, station to CSMS. Core (5.18)."""

    action: ClassVar[str] = "UnlockConnector"

    status: UnlockStatus


class UnlockConnectorRequest(CsmsRequest[UnlockConnectorResponse]):
    """Request of UnlockConnector, CSMS to station. Core (5.18)."""

    action: ClassVar[str] = "UnlockConnector"
    _response: ClassVar[ResponseClass] = UnlockConnectorResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]


class UpdateFirmwareResponse(Response):
    """Response of UpdateFirmware, station to CSMS. Firmware Management (5.19)."""

    action: ClassVar[str] = "UpdateFirmware"


class UpdateFirmwareRequest(CsmsRequest[UpdateFirmwareResponse]):
    """Request of UpdateFirmware, CSMS to station. Firmware Management (5.19)."""

    action: ClassVar[str] = "UpdateFirmware"
    _response: ClassVar[ResponseClass] = UpdateFirmwareResponse

    location: Uri
    retries: Integer | None = None
    retrieve_date: Annotated[Timestamp, Field(alias="retrieveDate")]
    retry_interval: Annotated[Integer | None, Field(alias="retryInterval")] = None
    """In s."""
