"""Parts of the messages of OCPP 1.6 with the security extension.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType, Text
from pilotwire.ocpp.scalars import Boolean, Integer, Sequence, Tenths, Timestamp
from pilotwire.ocpp.v16.enums import (
    AuthorizationStatus,
    ChargingProfileKindType,
    ChargingProfilePurposeType,
    ChargingRateUnitType,
    HashAlgorithmEnumType,
    Location,
    Measurand,
    Phase,
    ReadingContext,
    RecurrencyKindType,
    UnitOfMeasure,
    ValueFormat,
)

__all__ = [
    "AuthorizationData",
    "CertificateHashDataType",
    "ChargingProfile",
    "ChargingSchedule",
    "ChargingSchedulePeriod",
    "FirmwareType",
    "IdTagInfo",
    "KeyValue",
    "LogParametersType",
    "MeterValue",
    "SampledValue",
    "String50",
]

String50 = Annotated[str, Field(max_length=50)]


class IdTagInfo(DataType):
    """Used by AuthorizationData, AuthorizeResponse, StartTransactionResponse and 1 others."""

    expiry_date: Annotated[Timestamp | None, Field(alias="expiryDate")] = None
    parent_id_tag: Annotated[str | None, Field(alias="parentIdTag", max_length=20)] = None
    """At most 20 characters."""
    status: AuthorizationStatus


class ChargingSchedulePeriod(DataType):
    """Used by ChargingSchedule."""

    start_period: Annotated[Integer, Field(alias="startPeriod")]
    """In s."""
    limit: Tenths
    """In steps of 0.1."""
    number_phases: Annotated[Integer | None, Field(alias="numberPhases")] = None


class ChargingSchedule(DataType):
    """Used by ChargingProfile, GetCompositeScheduleResponse."""

    duration: Integer | None = None
    """In s."""
    start_schedule: Annotated[Timestamp | None, Field(alias="startSchedule")] = None
    charging_rate_unit: Annotated[ChargingRateUnitType, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriod], Field(alias="chargingSchedulePeriod", min_length=1)
    ]
    """Elements: at least 1."""
    min_charging_rate: Annotated[Tenths | None, Field(alias="minChargingRate")] = None
    """In steps of 0.1."""


class KeyValue(DataType):
    """Used by GetConfigurationResponse."""

    key: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    readonly: Boolean
    value: Annotated[str | None, Field(max_length=500)] = None
    """At most 500 characters."""


class SampledValue(DataType):
    """Used by MeterValue."""

    value: Text
    context: ReadingContext | None = None
    format: ValueFormat | None = None
    measurand: Measurand | None = None
    phase: Phase | None = None
    location: Location | None = None
    unit: UnitOfMeasure | None = None


class MeterValue(DataType):
    """Used by MeterValuesRequest, StopTransactionRequest."""

    timestamp: Timestamp
    sampled_value: Annotated[Sequence[SampledValue], Field(alias="sampledValue", min_length=1)]
    """Elements: at least 1."""


class ChargingProfile(DataType):
    """Used by RemoteStartTransactionRequest, SetChargingProfileRequest."""

    charging_profile_id: Annotated[Integer, Field(alias="chargingProfileId")]
    transaction_id: Annotated[Integer | None, Field(alias="transactionId")] = None
    stack_level: Annotated[Integer, Field(alias="stackLevel")]
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[ChargingProfileKindType, Field(alias="chargingProfileKind")]
    recurrency_kind: Annotated[RecurrencyKindType | None, Field(alias="recurrencyKind")] = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    valid_to: Annotated[Timestamp | None, Field(alias="validTo")] = None
    charging_schedule: Annotated[ChargingSchedule, Field(alias="chargingSchedule")]


class AuthorizationData(DataType):
    """Used by SendLocalListRequest."""

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo")] = None


class CertificateHashDataType(DataType):
    """Used by DeleteCertificateRequest, GetInstalledCertificateIdsResponse."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""


class LogParametersType(DataType):
    """Used by GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    """At most 512 characters."""
    oldest_timestamp: Annotated[Timestamp | None, Field(alias="oldestTimestamp")] = None
    latest_timestamp: Annotated[Timestamp | None, Field(alias="latestTimestamp")] = None


class FirmwareType(DataType):
    """Used by SignedUpdateFirmwareRequest."""

    location: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    retrieve_date_time: Annotated[Timestamp, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[Timestamp | None, Field(alias="installDateTime")] = None
    signing_certificate: Annotated[str, Field(alias="signingCertificate", max_length=5500)]
    """At most 5500 characters."""
    signature: Annotated[str, Field(max_length=800)]
    """At most 800 characters."""
