"""Parts of the messages of OCPP 2.0.1.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType, ExtensibleDataType
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v201.enums import (
    APNAuthenticationEnumType,
    AttributeEnumType,
    AuthorizationStatusEnumType,
    ChargingLimitSourceEnumType,
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    ChargingRateUnitEnumType,
    ChargingStateEnumType,
    ClearMonitoringStatusEnumType,
    CostKindEnumType,
    DataEnumType,
    EnergyTransferModeEnumType,
    EventNotificationEnumType,
    EventTriggerEnumType,
    GetCertificateIdUseEnumType,
    GetVariableStatusEnumType,
    HashAlgorithmEnumType,
    IdTokenEnumType,
    LocationEnumType,
    MeasurandEnumType,
    MessageFormatEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
    MonitorEnumType,
    MutabilityEnumType,
    OCPPInterfaceEnumType,
    OCPPTransportEnumType,
    OCPPVersionEnumType,
    PhaseEnumType,
    ReadingContextEnumType,
    ReasonEnumType,
    RecurrencyKindEnumType,
    SetMonitoringStatusEnumType,
    SetVariableStatusEnumType,
    VPNEnumType,
)

__all__ = [
    "ACChargingParametersType",
    "APNType",
    "AdditionalInfoType",
    "AuthorizationData",
    "CertificateHashDataChainType",
    "CertificateHashDataType",
    "ChargingLimitType",
    "ChargingNeedsType",
    "ChargingProfileCriterionType",
    "ChargingProfileType",
    "ChargingSchedulePeriodType",
    "ChargingScheduleType",
    "ChargingStationType",
    "ClearChargingProfileType",
    "ClearMonitoringResultType",
    "ComponentType",
    "ComponentVariableType",
    "CompositeScheduleType",
    "ConsumptionCostType",
    "CostType",
    "CustomDataType",
    "DCChargingParametersType",
    "EVSEType",
    "EventDataType",
    "FirmwareType",
    "GetVariableDataType",
    "GetVariableResultType",
    "IdTokenInfoType",
    "IdTokenType",
    "LogParametersType",
    "MessageContentType",
    "MessageInfoType",
    "MeterValueType",
    "ModemType",
    "MonitoringDataType",
    "NetworkConnectionProfileType",
    "OCSPRequestDataType",
    "RelativeTimeIntervalType",
    "ReportDataType",
    "SalesTariffEntryType",
    "SalesTariffType",
    "SampledValueType",
    "SetMonitoringDataType",
    "SetMonitoringResultType",
    "SetVariableDataType",
    "SetVariableResultType",
    "SignedMeterValueType",
    "StatusInfoType",
    "String512",
    "TransactionType",
    "UnitOfMeasureType",
    "VPNType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
    "VariableMonitoringType",
    "VariableType",
]

String512 = Annotated[str, Field(max_length=512)]


class CustomDataType(ExtensibleDataType):
    """Used by ACChargingParametersType, APNType, AdditionalInfoType and 179 others."""

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""


class AdditionalInfoType(DataType):
    """Used by IdTokenType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=36)]
    """At most 36 characters."""
    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""


class IdTokenType(DataType):
    """Used by AuthorizationData, AuthorizeRequest, CustomerInformationRequest and 4 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None, Field(alias="additionalInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    id_token: Annotated[str, Field(alias="idToken", max_length=36)]
    """At most 36 characters."""
    type: IdTokenEnumType


class OCSPRequestDataType(DataType):
    """Used by AuthorizeRequest, GetCertificateStatusRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""
    responder_url: Annotated[str, Field(alias="responderURL", max_length=512)]
    """At most 512 characters."""


class MessageContentType(DataType):
    """Used by IdTokenInfoType, MessageInfoType, TransactionEventResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    content: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""


class ModemType(DataType):
    """Used by ChargingStationType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    iccid: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    imsi: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""


class StatusInfoType(DataType):
    """Used by BootNotificationResponse, CancelReservationResponse and 40 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    """At most 20 characters."""
    additional_info: Annotated[str | None, Field(alias="additionalInfo", max_length=512)] = None
    """At most 512 characters."""


class EVSEType(DataType):
    """Used by ChangeAvailabilityRequest, ComponentType, TransactionEventRequest and 1 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    connector_id: Annotated[WholeNumber | None, Field(alias="connectorId")] = None


class ClearChargingProfileType(DataType):
    """Used by ClearChargingProfileRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[WholeNumber | None, Field(alias="stackLevel")] = None


class ClearMonitoringResultType(DataType):
    """Used by ClearVariableMonitoringResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ClearMonitoringStatusEnumType
    id: WholeNumber
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CertificateHashDataType(DataType):
    """Used by CertificateHashDataChainType, CustomerInformationRequest and 1 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""


class ChargingProfileCriterionType(DataType):
    """Used by GetChargingProfilesRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[WholeNumber | None, Field(alias="stackLevel")] = None
    charging_profile_id: Annotated[
        Sequence[WholeNumber] | None, Field(alias="chargingProfileId", min_length=1)
    ] = None
    """Elements: at least 1."""
    charging_limit_source: Annotated[
        Sequence[ChargingLimitSourceEnumType] | None,
        Field(alias="chargingLimitSource", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""


class ChargingSchedulePeriodType(DataType):
    """Used by ChargingScheduleType, CompositeScheduleType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    start_period: Annotated[WholeNumber, Field(alias="startPeriod")]
    """In s."""
    limit: Number
    number_phases: Annotated[WholeNumber | None, Field(alias="numberPhases")] = None
    phase_to_use: Annotated[WholeNumber | None, Field(alias="phaseToUse")] = None


class CompositeScheduleType(DataType):
    """Used by GetCompositeScheduleResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType], Field(alias="chargingSchedulePeriod", min_length=1)
    ]
    """Elements: at least 1."""
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    duration: WholeNumber
    """In s."""
    schedule_start: Annotated[Timestamp, Field(alias="scheduleStart")]
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]


class CertificateHashDataChainType(DataType):
    """Used by GetInstalledCertificateIdsResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    certificate_type: Annotated[GetCertificateIdUseEnumType, Field(alias="certificateType")]
    child_certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None,
        Field(alias="childCertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""


class LogParametersType(DataType):
    """Used by GetLogRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    """At most 512 characters."""
    oldest_timestamp: Annotated[Timestamp | None, Field(alias="oldestTimestamp")] = None
    latest_timestamp: Annotated[Timestamp | None, Field(alias="latestTimestamp")] = None


class ComponentType(DataType):
    """Used by ComponentVariableType, EventDataType, GetVariableDataType and 8 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse: EVSEType | None = None
    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    instance: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""


class VariableType(DataType):
    """Used by ComponentVariableType, EventDataType, GetVariableDataType and 7 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    instance: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""


class GetVariableDataType(DataType):
    """Used by GetVariablesRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    component: ComponentType
    variable: VariableType


class GetVariableResultType(DataType):
    """Used by GetVariablesResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_status_info: Annotated[StatusInfoType | None, Field(alias="attributeStatusInfo")] = (
        None
    )
    attribute_status: Annotated[GetVariableStatusEnumType, Field(alias="attributeStatus")]
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str | None, Field(alias="attributeValue", max_length=2500)] = None
    """At most 2500 characters."""
    component: ComponentType
    variable: VariableType


class SignedMeterValueType(DataType):
    """Used by SampledValueType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=2500)]
    """At most 2500 characters."""
    signing_method: Annotated[str, Field(alias="signingMethod", max_length=50)]
    """At most 50 characters."""
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    """At most 50 characters."""
    public_key: Annotated[str, Field(alias="publicKey", max_length=2500)]
    """At most 2500 characters."""


class UnitOfMeasureType(DataType):
    """Used by SampledValueType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    unit: Annotated[str, Field(max_length=20)] = "Wh"
    """At most 20 characters. Wh if absent."""
    multiplier: WholeNumber = 0
    """0 if absent."""


class ChargingLimitType(DataType):
    """Used by NotifyChargingLimitRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    is_grid_critical: Annotated[Boolean | None, Field(alias="isGridCritical")] = None


class CostType(DataType):
    """Used by ConsumptionCostType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: WholeNumber
    amount_multiplier: Annotated[WholeNumber | None, Field(alias="amountMultiplier")] = None


class RelativeTimeIntervalType(DataType):
    """Used by SalesTariffEntryType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    start: WholeNumber
    """In s."""
    duration: WholeNumber | None = None
    """In s."""


class MessageInfoType(DataType):
    """Used by NotifyDisplayMessagesRequest, SetDisplayMessageRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    display: ComponentType | None = None
    id: WholeNumber
    priority: MessagePriorityEnumType
    state: MessageStateEnumType | None = None
    start_date_time: Annotated[Timestamp | None, Field(alias="startDateTime")] = None
    end_date_time: Annotated[Timestamp | None, Field(alias="endDateTime")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    message: MessageContentType


class ACChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    energy_amount: Annotated[WholeNumber, Field(alias="energyAmount")]
    """In Wh."""
    ev_min_current: Annotated[WholeNumber, Field(alias="evMinCurrent")]
    """In A."""
    ev_max_current: Annotated[WholeNumber, Field(alias="evMaxCurrent")]
    """In A."""
    ev_max_voltage: Annotated[WholeNumber, Field(alias="evMaxVoltage")]


class DCChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ev_max_current: Annotated[WholeNumber, Field(alias="evMaxCurrent")]
    """In A."""
    ev_max_voltage: Annotated[WholeNumber, Field(alias="evMaxVoltage")]
    energy_amount: Annotated[WholeNumber | None, Field(alias="energyAmount")] = None
    """In Wh."""
    ev_max_power: Annotated[WholeNumber | None, Field(alias="evMaxPower")] = None
    """In W."""
    state_of_charge: Annotated[WholeNumber | None, Field(alias="stateOfCharge", ge=0, le=100)] = (
        None
    )
    """In %. 0 to 100."""
    ev_energy_capacity: Annotated[WholeNumber | None, Field(alias="evEnergyCapacity")] = None
    """In Wh."""
    full_soc: Annotated[WholeNumber | None, Field(alias="fullSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    bulk_soc: Annotated[WholeNumber | None, Field(alias="bulkSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""


class EventDataType(DataType):
    """Used by NotifyEventRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    event_id: Annotated[WholeNumber, Field(alias="eventId")]
    timestamp: Timestamp
    trigger: EventTriggerEnumType
    cause: WholeNumber | None = None
    actual_value: Annotated[str, Field(alias="actualValue", max_length=2500)]
    """At most 2500 characters."""
    tech_code: Annotated[str | None, Field(alias="techCode", max_length=50)] = None
    """At most 50 characters."""
    tech_info: Annotated[str | None, Field(alias="techInfo", max_length=500)] = None
    """At most 500 characters."""
    cleared: Boolean | None = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    component: ComponentType
    variable_monitoring_id: Annotated[WholeNumber | None, Field(alias="variableMonitoringId")] = (
        None
    )
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    variable: VariableType


class VariableMonitoringType(DataType):
    """Used by MonitoringDataType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    transaction: Boolean
    value: Number
    type: MonitorEnumType
    severity: WholeNumber


class VariableAttributeType(DataType):
    """Used by ReportDataType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    type: AttributeEnumType = AttributeEnumType.ACTUAL
    """Actual if absent."""
    value: Annotated[str | None, Field(max_length=2500)] = None
    """At most 2500 characters."""
    mutability: MutabilityEnumType = MutabilityEnumType.READ_WRITE
    """ReadWrite if absent."""
    persistent: Boolean = False
    """False if absent."""
    constant: Boolean = False
    """False if absent."""


class VariableCharacteristicsType(DataType):
    """Used by ReportDataType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    unit: Annotated[str | None, Field(max_length=16)] = None
    """At most 16 characters."""
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[Number | None, Field(alias="minLimit")] = None
    max_limit: Annotated[Number | None, Field(alias="maxLimit")] = None
    values_list: Annotated[str | None, Field(alias="valuesList", max_length=1000)] = None
    """At most 1000 characters."""
    supports_monitoring: Annotated[Boolean, Field(alias="supportsMonitoring")]


class APNType(DataType):
    """Used by NetworkConnectionProfileType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    apn: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    apn_user_name: Annotated[str | None, Field(alias="apnUserName", max_length=20)] = None
    """At most 20 characters."""
    apn_password: Annotated[str | None, Field(repr=False, alias="apnPassword", max_length=20)] = (
        None
    )
    """At most 20 characters."""
    sim_pin: Annotated[WholeNumber | None, Field(repr=False, alias="simPin")] = None
    preferred_network: Annotated[str | None, Field(alias="preferredNetwork", max_length=6)] = None
    """At most 6 characters."""
    use_only_preferred_network: Annotated[Boolean, Field(alias="useOnlyPreferredNetwork")] = False
    """False if absent."""
    apn_authentication: Annotated[APNAuthenticationEnumType, Field(alias="apnAuthentication")]


class VPNType(DataType):
    """Used by NetworkConnectionProfileType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    server: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    user: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    group: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    password: Annotated[str, Field(repr=False, max_length=20)]
    """At most 20 characters."""
    key: Annotated[str, Field(repr=False, max_length=255)]
    """At most 255 characters."""
    type: VPNEnumType


class SetMonitoringDataType(DataType):
    """Used by SetVariableMonitoringRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber | None = None
    transaction: Boolean = False
    """False if absent."""
    value: Number
    type: MonitorEnumType
    severity: WholeNumber
    component: ComponentType
    variable: VariableType


class SetMonitoringResultType(DataType):
    """Used by SetVariableMonitoringResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber | None = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: WholeNumber


class SetVariableDataType(DataType):
    """Used by SetVariablesRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=1000)]
    """At most 1000 characters."""
    component: ComponentType
    variable: VariableType


class SetVariableResultType(DataType):
    """Used by SetVariablesResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_status: Annotated[SetVariableStatusEnumType, Field(alias="attributeStatus")]
    attribute_status_info: Annotated[StatusInfoType | None, Field(alias="attributeStatusInfo")] = (
        None
    )
    component: ComponentType
    variable: VariableType


class TransactionType(DataType):
    """Used by TransactionEventRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    charging_state: Annotated[ChargingStateEnumType | None, Field(alias="chargingState")] = None
    time_spent_charging: Annotated[WholeNumber | None, Field(alias="timeSpentCharging")] = None
    """In s."""
    stopped_reason: Annotated[ReasonEnumType | None, Field(alias="stoppedReason")] = None
    remote_start_id: Annotated[WholeNumber | None, Field(alias="remoteStartId")] = None


class FirmwareType(DataType):
    """Used by UpdateFirmwareRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    location: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    retrieve_date_time: Annotated[Timestamp, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[Timestamp | None, Field(alias="installDateTime")] = None
    signing_certificate: Annotated[
        str | None, Field(alias="signingCertificate", max_length=5500)
    ] = None
    """At most 5500 characters."""
    signature: Annotated[str | None, Field(max_length=800)] = None
    """At most 800 characters."""


class IdTokenInfoType(DataType):
    """Used by AuthorizationData, AuthorizeResponse, TransactionEventResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: AuthorizationStatusEnumType
    cache_expiry_date_time: Annotated[Timestamp | None, Field(alias="cacheExpiryDateTime")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    language1: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    evse_id: Annotated[Sequence[WholeNumber] | None, Field(alias="evseId", min_length=1)] = None
    """Elements: at least 1."""
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    language2: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    personal_message: Annotated[MessageContentType | None, Field(alias="personalMessage")] = None


class ChargingStationType(DataType):
    """Used by BootNotificationRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    serial_number: Annotated[str | None, Field(alias="serialNumber", max_length=25)] = None
    """At most 25 characters."""
    model: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    modem: ModemType | None = None
    vendor_name: Annotated[str, Field(alias="vendorName", max_length=50)]
    """At most 50 characters."""
    firmware_version: Annotated[str | None, Field(alias="firmwareVersion", max_length=50)] = None
    """At most 50 characters."""


class ComponentVariableType(DataType):
    """Used by GetMonitoringReportRequest, GetReportRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component: ComponentType
    variable: VariableType | None = None


class SampledValueType(DataType):
    """Used by MeterValueType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    value: Number
    context: ReadingContextEnumType = ReadingContextEnumType.SAMPLE_PERIODIC
    """Sample.Periodic if absent."""
    measurand: MeasurandEnumType = MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER
    """Energy.Active.Import.Register if absent."""
    phase: PhaseEnumType | None = None
    location: LocationEnumType = LocationEnumType.OUTLET
    """Outlet if absent."""
    signed_meter_value: Annotated[SignedMeterValueType | None, Field(alias="signedMeterValue")] = (
        None
    )
    unit_of_measure: Annotated[UnitOfMeasureType | None, Field(alias="unitOfMeasure")] = None


class ConsumptionCostType(DataType):
    """Used by SalesTariffEntryType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    start_value: Annotated[Number, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Field(max_length=3, min_length=1)]
    """Elements: 1 to 3."""


class SalesTariffEntryType(DataType):
    """Used by SalesTariffType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    relative_time_interval: Annotated[RelativeTimeIntervalType, Field(alias="relativeTimeInterval")]
    e_price_level: Annotated[WholeNumber | None, Field(alias="ePriceLevel", ge=0)] = None
    """At least 0."""
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None,
        Field(alias="consumptionCost", max_length=3, min_length=1),
    ] = None
    """Elements: 1 to 3."""


class SalesTariffType(DataType):
    """Used by ChargingScheduleType."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    sales_tariff_description: Annotated[
        str | None, Field(alias="salesTariffDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    num_e_price_levels: Annotated[WholeNumber | None, Field(alias="numEPriceLevels")] = None
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType],
        Field(alias="salesTariffEntry", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""


class ChargingNeedsType(DataType):
    """Used by NotifyEVChargingNeedsRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ac_charging_parameters: Annotated[
        ACChargingParametersType | None, Field(alias="acChargingParameters")
    ] = None
    dc_charging_parameters: Annotated[
        DCChargingParametersType | None, Field(alias="dcChargingParameters")
    ] = None
    requested_energy_transfer: Annotated[
        EnergyTransferModeEnumType, Field(alias="requestedEnergyTransfer")
    ]
    departure_time: Annotated[Timestamp | None, Field(alias="departureTime")] = None


class MonitoringDataType(DataType):
    """Used by NotifyMonitoringReportRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType], Field(alias="variableMonitoring", min_length=1)
    ]
    """Elements: at least 1."""


class ReportDataType(DataType):
    """Used by NotifyReportRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    component: ComponentType
    variable: VariableType
    variable_attribute: Annotated[
        Sequence[VariableAttributeType],
        Field(alias="variableAttribute", max_length=4, min_length=1),
    ]
    """Elements: 1 to 4."""
    variable_characteristics: Annotated[
        VariableCharacteristicsType | None, Field(alias="variableCharacteristics")
    ] = None


class AuthorizationData(DataType):
    """Used by SendLocalListRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None


class NetworkConnectionProfileType(DataType):
    """Used by SetNetworkProfileRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    apn: APNType | None = None
    ocpp_version: Annotated[OCPPVersionEnumType, Field(alias="ocppVersion")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=512)]
    """At most 512 characters."""
    message_timeout: Annotated[WholeNumber, Field(alias="messageTimeout")]
    """In s."""
    security_profile: Annotated[WholeNumber, Field(alias="securityProfile")]
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    vpn: VPNType | None = None


class MeterValueType(DataType):
    """Used by MeterValuesRequest, TransactionEventRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    sampled_value: Annotated[Sequence[SampledValueType], Field(alias="sampledValue", min_length=1)]
    """Elements: at least 1."""
    timestamp: Timestamp


class ChargingScheduleType(DataType):
    """Used by ChargingProfileType, NotifyChargingLimitRequest, NotifyEVChargingScheduleRequest."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    start_schedule: Annotated[Timestamp | None, Field(alias="startSchedule")] = None
    duration: WholeNumber | None = None
    """In s."""
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    min_charging_rate: Annotated[Number | None, Field(alias="minChargingRate")] = None
    sales_tariff: Annotated[SalesTariffType | None, Field(alias="salesTariff")] = None


class ChargingProfileType(DataType):
    """Used by ReportChargingProfilesRequest, RequestStartTransactionRequest and 1 others."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    stack_level: Annotated[WholeNumber, Field(alias="stackLevel")]
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[
        ChargingProfileKindEnumType, Field(alias="chargingProfileKind")
    ]
    recurrency_kind: Annotated[RecurrencyKindEnumType | None, Field(alias="recurrencyKind")] = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    valid_to: Annotated[Timestamp | None, Field(alias="validTo")] = None
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType], Field(alias="chargingSchedule", max_length=3, min_length=1)
    ]
    """Elements: 1 to 3."""
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
