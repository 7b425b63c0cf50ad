"""Parts of the messages of OCPP 2.1.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType, ExtensibleDataType, Text
from pilotwire.ocpp.scalars import Boolean, Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.enums import (
    APNAuthenticationEnumType,
    AttributeEnumType,
    AuthorizationStatusEnumType,
    CertificateStatusEnumType,
    CertificateStatusSourceEnumType,
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    ChargingRateUnitEnumType,
    ChargingStateEnumType,
    ClearMonitoringStatusEnumType,
    ControlModeEnumType,
    CostDimensionEnumType,
    CostKindEnumType,
    DataEnumType,
    DayOfWeekEnumType,
    DERControlEnumType,
    DERUnitEnumType,
    EnergyTransferModeEnumType,
    EventNotificationEnumType,
    EventTriggerEnumType,
    EvseKindEnumType,
    GetCertificateIdUseEnumType,
    GetVariableStatusEnumType,
    HashAlgorithmEnumType,
    IslandingDetectionEnumType,
    LocationEnumType,
    MeasurandEnumType,
    MessageFormatEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
    MobilityNeedsModeEnumType,
    MonitorEnumType,
    MutabilityEnumType,
    OCPPInterfaceEnumType,
    OCPPTransportEnumType,
    OCPPVersionEnumType,
    OperationModeEnumType,
    PhaseEnumType,
    PowerDuringCessationEnumType,
    ReadingContextEnumType,
    ReasonEnumType,
    RecurrencyKindEnumType,
    SetMonitoringStatusEnumType,
    SetVariableStatusEnumType,
    TariffClearStatusEnumType,
    TariffCostEnumType,
    TariffKindEnumType,
    VPNEnumType,
)

__all__ = [
    "ACChargingParametersType",
    "APNType",
    "AbsolutePriceScheduleType",
    "AdditionalInfoType",
    "AdditionalSelectedServicesType",
    "AddressType",
    "AuthorizationData",
    "BatteryDataType",
    "CertificateHashDataChainType",
    "CertificateHashDataType",
    "CertificateStatusRequestInfoType",
    "CertificateStatusType",
    "ChargingLimitType",
    "ChargingNeedsType",
    "ChargingPeriodType",
    "ChargingProfileCriterionType",
    "ChargingProfileType",
    "ChargingSchedulePeriodType",
    "ChargingScheduleType",
    "ChargingScheduleUpdateType",
    "ChargingStationType",
    "ClearChargingProfileType",
    "ClearMonitoringResultType",
    "ClearTariffsResultType",
    "ComponentType",
    "ComponentVariableType",
    "CompositeScheduleType",
    "ConstantStreamDataType",
    "ConsumptionCostType",
    "CostDetailsType",
    "CostDimensionType",
    "CostType",
    "CustomDataType",
    "DCChargingParametersType",
    "DERChargingParametersType",
    "DERCurveGetType",
    "DERCurvePointsType",
    "DERCurveType",
    "EVAbsolutePriceScheduleEntryType",
    "EVAbsolutePriceScheduleType",
    "EVEnergyOfferType",
    "EVPowerScheduleEntryType",
    "EVPowerScheduleType",
    "EVPriceRuleType",
    "EVSEType",
    "EnterServiceGetType",
    "EnterServiceType",
    "EventDataType",
    "FirmwareType",
    "FixedPFGetType",
    "FixedPFType",
    "FixedVarGetType",
    "FixedVarType",
    "FreqDroopGetType",
    "FreqDroopType",
    "GetVariableDataType",
    "GetVariableResultType",
    "GradientGetType",
    "GradientType",
    "HysteresisType",
    "IdTokenInfoType",
    "IdTokenType",
    "LimitAtSoCType",
    "LimitMaxDischargeGetType",
    "LimitMaxDischargeType",
    "LogParametersType",
    "MessageContentType",
    "MessageInfoType",
    "MeterValueType",
    "ModemType",
    "MonitoringDataType",
    "NetworkConnectionProfileType",
    "OCSPRequestDataType",
    "OverstayRuleListType",
    "OverstayRuleType",
    "PeriodicEventStreamParamsType",
    "PriceLevelScheduleEntryType",
    "PriceLevelScheduleType",
    "PriceRuleStackType",
    "PriceRuleType",
    "PriceType",
    "RationalNumberType",
    "ReactivePowerParamsType",
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
    "StreamDataElementType",
    "String20",
    "String2000",
    "String255",
    "String36",
    "String60",
    "TariffAssignmentType",
    "TariffConditionsFixedType",
    "TariffConditionsType",
    "TariffEnergyPriceType",
    "TariffEnergyType",
    "TariffFixedPriceType",
    "TariffFixedType",
    "TariffTimePriceType",
    "TariffTimeType",
    "TariffType",
    "TaxRateType",
    "TaxRuleType",
    "TotalCostType",
    "TotalPriceType",
    "TotalUsageType",
    "TransactionLimitType",
    "TransactionType",
    "UnitOfMeasureType",
    "V2XChargingParametersType",
    "V2XFreqWattPointType",
    "V2XSignalWattPointType",
    "VPNType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
    "VariableMonitoringType",
    "VariableType",
    "VoltageParamsType",
    "WholeNumberFrom0",
]

String20 = Annotated[str, Field(max_length=20)]


String2000 = Annotated[str, Field(max_length=2000)]


String255 = Annotated[str, Field(max_length=255)]


String36 = Annotated[str, Field(max_length=36)]


String60 = Annotated[str, Field(max_length=60)]


WholeNumberFrom0 = Annotated[WholeNumber, Field(ge=0)]


class CustomDataType(ExtensibleDataType):
    """Used by ACChargingParametersType, AFRRSignalRequest, AFRRSignalResponse and 299 others."""

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""


class StatusInfoType(DataType):
    """Used by AFRRSignalResponse, AdjustPeriodicEventStreamResponse and 59 others."""

    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    """At most 20 characters."""
    additional_info: Annotated[str | None, Field(alias="additionalInfo", max_length=1024)] = None
    """At most 1024 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PeriodicEventStreamParamsType(DataType):
    """Used by AdjustPeriodicEventStreamRequest, ConstantStreamDataType, SetMonitoringDataType."""

    interval: Annotated[WholeNumber | None, Field(ge=0)] = None
    """In s. At least 0."""
    values: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AdditionalInfoType(DataType):
    """Used by IdTokenType."""

    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=255)]
    """At most 255 characters."""
    type: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class IdTokenType(DataType):
    """Used by AuthorizationData, AuthorizeRequest, BatterySwapRequest and 6 others."""

    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None, Field(alias="additionalInfo", min_length=1)
    ] = None
    """Elements: at least 1."""
    id_token: Annotated[str, Field(alias="idToken", max_length=255)]
    """At most 255 characters."""
    type: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OCSPRequestDataType(DataType):
    """Used by AuthorizeRequest, GetCertificateStatusRequest."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""
    responder_url: Annotated[str, Field(alias="responderURL", max_length=2000)]
    """At most 2000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MessageContentType(DataType):
    """Used by IdTokenInfoType, MessageInfoType, TariffType, TransactionEventResponse."""

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    content: Annotated[str, Field(max_length=1024)]
    """At most 1024 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffConditionsFixedType(DataType):
    """Used by TariffFixedPriceType."""

    start_time_of_day: Annotated[Text | None, Field(alias="startTimeOfDay")] = None
    end_time_of_day: Annotated[Text | None, Field(alias="endTimeOfDay")] = None
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None, Field(alias="dayOfWeek", max_length=7, min_length=1)
    ] = None
    """Elements: 1 to 7."""
    valid_from_date: Annotated[Text | None, Field(alias="validFromDate")] = None
    valid_to_date: Annotated[Text | None, Field(alias="validToDate")] = None
    evse_kind: Annotated[EvseKindEnumType | None, Field(alias="evseKind")] = None
    payment_brand: Annotated[str | None, Field(alias="paymentBrand", max_length=20)] = None
    """At most 20 characters."""
    payment_recognition: Annotated[str | None, Field(alias="paymentRecognition", max_length=20)] = (
        None
    )
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffConditionsType(DataType):
    """Used by TariffEnergyPriceType, TariffTimePriceType."""

    start_time_of_day: Annotated[Text | None, Field(alias="startTimeOfDay")] = None
    end_time_of_day: Annotated[Text | None, Field(alias="endTimeOfDay")] = None
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None, Field(alias="dayOfWeek", max_length=7, min_length=1)
    ] = None
    """Elements: 1 to 7."""
    valid_from_date: Annotated[Text | None, Field(alias="validFromDate")] = None
    valid_to_date: Annotated[Text | None, Field(alias="validToDate")] = None
    evse_kind: Annotated[EvseKindEnumType | None, Field(alias="evseKind")] = None
    min_energy: Annotated[Number | None, Field(alias="minEnergy")] = None
    """In Wh."""
    max_energy: Annotated[Number | None, Field(alias="maxEnergy")] = None
    """In Wh."""
    min_current: Annotated[Number | None, Field(alias="minCurrent")] = None
    """In A."""
    max_current: Annotated[Number | None, Field(alias="maxCurrent")] = None
    """In A."""
    min_power: Annotated[Number | None, Field(alias="minPower")] = None
    """In W."""
    max_power: Annotated[Number | None, Field(alias="maxPower")] = None
    """In W."""
    min_time: Annotated[WholeNumber | None, Field(alias="minTime")] = None
    """In s."""
    max_time: Annotated[WholeNumber | None, Field(alias="maxTime")] = None
    """In s."""
    min_charging_time: Annotated[WholeNumber | None, Field(alias="minChargingTime")] = None
    """In s."""
    max_charging_time: Annotated[WholeNumber | None, Field(alias="maxChargingTime")] = None
    """In s."""
    min_idle_time: Annotated[WholeNumber | None, Field(alias="minIdleTime")] = None
    """In s."""
    max_idle_time: Annotated[WholeNumber | None, Field(alias="maxIdleTime")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffEnergyPriceType(DataType):
    """Used by TariffEnergyType."""

    price_kwh: Annotated[Number, Field(alias="priceKwh")]
    conditions: TariffConditionsType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffFixedPriceType(DataType):
    """Used by TariffFixedType."""

    conditions: TariffConditionsFixedType | None = None
    price_fixed: Annotated[Number, Field(alias="priceFixed")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffTimePriceType(DataType):
    """Used by TariffTimeType."""

    price_minute: Annotated[Number, Field(alias="priceMinute")]
    conditions: TariffConditionsType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TaxRateType(DataType):
    """Used by PriceType, TariffEnergyType, TariffFixedType, TariffTimeType."""

    type: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    tax: Number
    """In %."""
    stack: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BatteryDataType(DataType):
    """Used by BatterySwapRequest."""

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=50)]
    """At most 50 characters."""
    so_c: Annotated[Number, Field(alias="soC", ge=0, le=100)]
    """0 to 100."""
    so_h: Annotated[Number, Field(alias="soH", ge=0, le=100)]
    """0 to 100."""
    production_date: Annotated[Timestamp | None, Field(alias="productionDate")] = None
    vendor_info: Annotated[str | None, Field(alias="vendorInfo", max_length=500)] = None
    """At most 500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ModemType(DataType):
    """Used by ChargingStationType."""

    iccid: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    imsi: Annotated[str | None, Field(max_length=20)] = None
    """At most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVSEType(DataType):
    """Used by ChangeAvailabilityRequest, ComponentType, TransactionEventRequest and 1 others."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    connector_id: Annotated[WholeNumber | None, Field(alias="connectorId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearChargingProfileType(DataType):
    """Used by ClearChargingProfileRequest."""

    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[WholeNumber | None, Field(alias="stackLevel", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearTariffsResultType(DataType):
    """Used by ClearTariffsResponse."""

    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    tariff_id: Annotated[str | None, Field(alias="tariffId", max_length=60)] = None
    """At most 60 characters."""
    status: TariffClearStatusEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearMonitoringResultType(DataType):
    """Used by ClearVariableMonitoringResponse."""

    status: ClearMonitoringStatusEnumType
    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateHashDataType(DataType):
    """Used by CertificateHashDataChainType, CertificateStatusRequestInfoType and 4 others."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateStatusRequestInfoType(DataType):
    """Used by GetCertificateChainStatusRequest."""

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    source: CertificateStatusSourceEnumType
    urls: Annotated[Sequence[String2000], Field(max_length=5, min_length=1)]
    """Elements: 1 to 5. Each: at most 2000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateStatusType(DataType):
    """Used by GetCertificateChainStatusResponse."""

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    source: CertificateStatusSourceEnumType
    status: CertificateStatusEnumType
    next_update: Annotated[Timestamp, Field(alias="nextUpdate")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingProfileCriterionType(DataType):
    """Used by GetChargingProfilesRequest."""

    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None, Field(alias="chargingProfilePurpose")
    ] = None
    stack_level: Annotated[WholeNumber | None, Field(alias="stackLevel", ge=0)] = None
    """At least 0."""
    charging_profile_id: Annotated[
        Sequence[WholeNumber] | None, Field(alias="chargingProfileId", min_length=1)
    ] = None
    """Elements: at least 1."""
    charging_limit_source: Annotated[
        Sequence[String20] | None, Field(alias="chargingLimitSource", max_length=4, min_length=1)
    ] = None
    """Elements: 1 to 4. Each: at most 20 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class V2XFreqWattPointType(DataType):
    """Used by ChargingSchedulePeriodType."""

    frequency: Number
    """In Hz."""
    power: Number
    """In W."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class V2XSignalWattPointType(DataType):
    """Used by ChargingSchedulePeriodType."""

    signal: WholeNumber
    power: Number
    """In W."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateHashDataChainType(DataType):
    """Used by GetInstalledCertificateIdsResponse."""

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    certificate_type: Annotated[GetCertificateIdUseEnumType, Field(alias="certificateType")]
    child_certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None,
        Field(alias="childCertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LogParametersType(DataType):
    """Used by GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=2000)]
    """At most 2000 characters."""
    oldest_timestamp: Annotated[Timestamp | None, Field(alias="oldestTimestamp")] = None
    latest_timestamp: Annotated[Timestamp | None, Field(alias="latestTimestamp")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ComponentType(DataType):
    """Used by ComponentVariableType, EventDataType, GetVariableDataType and 8 others."""

    evse: EVSEType | None = None
    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    instance: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VariableType(DataType):
    """Used by ComponentVariableType, EventDataType, GetVariableDataType and 7 others."""

    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    instance: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ConstantStreamDataType(DataType):
    """Used by GetPeriodicEventStreamResponse, OpenPeriodicEventStreamRequest."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    params: PeriodicEventStreamParamsType
    variable_monitoring_id: Annotated[WholeNumber, Field(alias="variableMonitoringId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffAssignmentType(DataType):
    """Used by GetTariffsResponse."""

    tariff_id: Annotated[str, Field(alias="tariffId", max_length=60)]
    """At most 60 characters."""
    tariff_kind: Annotated[TariffKindEnumType, Field(alias="tariffKind")]
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    evse_ids: Annotated[Sequence[WholeNumberFrom0] | None, Field(alias="evseIds", min_length=1)] = (
        None
    )
    """Elements: at least 1. Each: at least 0."""
    id_tokens: Annotated[Sequence[String255] | None, Field(alias="idTokens", min_length=1)] = None
    """Elements: at least 1. Each: at most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetVariableDataType(DataType):
    """Used by GetVariablesRequest."""

    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetVariableResultType(DataType):
    """Used by GetVariablesResponse."""

    attribute_status: Annotated[GetVariableStatusEnumType, Field(alias="attributeStatus")]
    attribute_status_info: Annotated[StatusInfoType | None, Field(alias="attributeStatusInfo")] = (
        None
    )
    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str | None, Field(alias="attributeValue", max_length=2500)] = None
    """At most 2500 characters."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SignedMeterValueType(DataType):
    """Used by SampledValueType."""

    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=32768)]
    """At most 32768 characters."""
    signing_method: Annotated[str | None, Field(alias="signingMethod", max_length=50)] = None
    """At most 50 characters."""
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    """At most 50 characters."""
    public_key: Annotated[str | None, Field(alias="publicKey", max_length=2500)] = None
    """At most 2500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnitOfMeasureType(DataType):
    """Used by SampledValueType."""

    unit: Annotated[str, Field(max_length=20)] = "Wh"
    """At most 20 characters. Wh if absent."""
    multiplier: WholeNumber = 0
    """0 if absent."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingLimitType(DataType):
    """Used by NotifyChargingLimitRequest."""

    charging_limit_source: Annotated[str, Field(alias="chargingLimitSource", max_length=20)]
    """At most 20 characters."""
    is_local_generation: Annotated[Boolean | None, Field(alias="isLocalGeneration")] = None
    is_grid_critical: Annotated[Boolean | None, Field(alias="isGridCritical")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostType(DataType):
    """Used by ConsumptionCostType."""

    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: WholeNumber
    amount_multiplier: Annotated[WholeNumber | None, Field(alias="amountMultiplier")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LimitAtSoCType(DataType):
    """Used by ChargingScheduleType."""

    soc: Annotated[WholeNumber, Field(ge=0, le=100)]
    """0 to 100."""
    limit: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceLevelScheduleEntryType(DataType):
    """Used by PriceLevelScheduleType."""

    duration: WholeNumber
    """In s."""
    price_level: Annotated[WholeNumber, Field(alias="priceLevel", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceLevelScheduleType(DataType):
    """Used by ChargingScheduleType."""

    price_level_schedule_entries: Annotated[
        Sequence[PriceLevelScheduleEntryType],
        Field(alias="priceLevelScheduleEntries", max_length=100, min_length=1),
    ]
    """Elements: 1 to 100."""
    time_anchor: Annotated[Timestamp, Field(alias="timeAnchor")]
    price_schedule_id: Annotated[WholeNumber, Field(alias="priceScheduleId", ge=0)]
    """At least 0."""
    price_schedule_description: Annotated[
        str | None, Field(alias="priceScheduleDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    number_of_price_levels: Annotated[WholeNumber, Field(alias="numberOfPriceLevels", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RationalNumberType(DataType):
    """Used by AbsolutePriceScheduleType, AdditionalSelectedServicesType and 4 others."""

    exponent: WholeNumber
    value: WholeNumber
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RelativeTimeIntervalType(DataType):
    """Used by SalesTariffEntryType."""

    start: WholeNumber
    """In s."""
    duration: WholeNumber | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TaxRuleType(DataType):
    """Used by AbsolutePriceScheduleType."""

    tax_rule_id: Annotated[WholeNumber, Field(alias="taxRuleID", ge=0)]
    """At least 0."""
    tax_rule_name: Annotated[str | None, Field(alias="taxRuleName", max_length=100)] = None
    """At most 100 characters."""
    tax_included_in_price: Annotated[Boolean | None, Field(alias="taxIncludedInPrice")] = None
    applies_to_energy_fee: Annotated[Boolean, Field(alias="appliesToEnergyFee")]
    applies_to_parking_fee: Annotated[Boolean, Field(alias="appliesToParkingFee")]
    applies_to_overstay_fee: Annotated[Boolean, Field(alias="appliesToOverstayFee")]
    applies_to_minimum_maximum_cost: Annotated[Boolean, Field(alias="appliesToMinimumMaximumCost")]
    tax_rate: Annotated[RationalNumberType, Field(alias="taxRate")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MessageInfoType(DataType):
    """Used by NotifyDisplayMessagesRequest, SetDisplayMessageRequest."""

    display: ComponentType | None = None
    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    priority: MessagePriorityEnumType
    state: MessageStateEnumType | None = None
    start_date_time: Annotated[Timestamp | None, Field(alias="startDateTime")] = None
    end_date_time: Annotated[Timestamp | None, Field(alias="endDateTime")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    message: MessageContentType
    message_extra: Annotated[
        Sequence[MessageContentType] | None, Field(alias="messageExtra", max_length=4, min_length=1)
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ACChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    energy_amount: Annotated[Number, Field(alias="energyAmount")]
    """In Wh."""
    ev_min_current: Annotated[Number, Field(alias="evMinCurrent")]
    """In A."""
    ev_max_current: Annotated[Number, Field(alias="evMaxCurrent")]
    """In A."""
    ev_max_voltage: Annotated[Number, Field(alias="evMaxVoltage")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DCChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    ev_max_current: Annotated[Number, Field(alias="evMaxCurrent")]
    """In A."""
    ev_max_voltage: Annotated[Number, Field(alias="evMaxVoltage")]
    ev_max_power: Annotated[Number | None, Field(alias="evMaxPower")] = None
    """In W."""
    ev_energy_capacity: Annotated[Number | None, Field(alias="evEnergyCapacity")] = None
    """In Wh."""
    energy_amount: Annotated[Number | None, Field(alias="energyAmount")] = None
    """In Wh."""
    state_of_charge: Annotated[WholeNumber | None, Field(alias="stateOfCharge", ge=0, le=100)] = (
        None
    )
    """In %. 0 to 100."""
    full_soc: Annotated[WholeNumber | None, Field(alias="fullSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    bulk_soc: Annotated[WholeNumber | None, Field(alias="bulkSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DERChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    ev_supported_der_control: Annotated[
        Sequence[DERControlEnumType] | None, Field(alias="evSupportedDERControl", min_length=1)
    ] = None
    """Elements: at least 1."""
    ev_over_excited_max_discharge_power: Annotated[
        Number | None, Field(alias="evOverExcitedMaxDischargePower")
    ] = None
    ev_over_excited_power_factor: Annotated[
        Number | None, Field(alias="evOverExcitedPowerFactor")
    ] = None
    ev_under_excited_max_discharge_power: Annotated[
        Number | None, Field(alias="evUnderExcitedMaxDischargePower")
    ] = None
    ev_under_excited_power_factor: Annotated[
        Number | None, Field(alias="evUnderExcitedPowerFactor")
    ] = None
    max_apparent_power: Annotated[Number | None, Field(alias="maxApparentPower")] = None
    """In VA."""
    max_charge_apparent_power: Annotated[Number | None, Field(alias="maxChargeApparentPower")] = (
        None
    )
    """In VA."""
    max_charge_apparent_power_l2: Annotated[
        Number | None, Field(alias="maxChargeApparentPower_L2")
    ] = None
    """In VA."""
    max_charge_apparent_power_l3: Annotated[
        Number | None, Field(alias="maxChargeApparentPower_L3")
    ] = None
    """In VA."""
    max_discharge_apparent_power: Annotated[
        Number | None, Field(alias="maxDischargeApparentPower")
    ] = None
    """In VA."""
    max_discharge_apparent_power_l2: Annotated[
        Number | None, Field(alias="maxDischargeApparentPower_L2")
    ] = None
    """In VA."""
    max_discharge_apparent_power_l3: Annotated[
        Number | None, Field(alias="maxDischargeApparentPower_L3")
    ] = None
    """In VA."""
    max_charge_reactive_power: Annotated[Number | None, Field(alias="maxChargeReactivePower")] = (
        None
    )
    """In var."""
    max_charge_reactive_power_l2: Annotated[
        Number | None, Field(alias="maxChargeReactivePower_L2")
    ] = None
    """In var."""
    max_charge_reactive_power_l3: Annotated[
        Number | None, Field(alias="maxChargeReactivePower_L3")
    ] = None
    """In var."""
    min_charge_reactive_power: Annotated[Number | None, Field(alias="minChargeReactivePower")] = (
        None
    )
    """In var."""
    min_charge_reactive_power_l2: Annotated[
        Number | None, Field(alias="minChargeReactivePower_L2")
    ] = None
    """In var."""
    min_charge_reactive_power_l3: Annotated[
        Number | None, Field(alias="minChargeReactivePower_L3")
    ] = None
    """In var."""
    max_discharge_reactive_power: Annotated[
        Number | None, Field(alias="maxDischargeReactivePower")
    ] = None
    """In var."""
    max_discharge_reactive_power_l2: Annotated[
        Number | None, Field(alias="maxDischargeReactivePower_L2")
    ] = None
    """In var."""
    max_discharge_reactive_power_l3: Annotated[
        Number | None, Field(alias="maxDischargeReactivePower_L3")
    ] = None
    """In var."""
    min_discharge_reactive_power: Annotated[
        Number | None, Field(alias="minDischargeReactivePower")
    ] = None
    """In var."""
    min_discharge_reactive_power_l2: Annotated[
        Number | None, Field(alias="minDischargeReactivePower_L2")
    ] = None
    """In var."""
    min_discharge_reactive_power_l3: Annotated[
        Number | None, Field(alias="minDischargeReactivePower_L3")
    ] = None
    """In var."""
    nominal_voltage: Annotated[Number | None, Field(alias="nominalVoltage")] = None
    nominal_voltage_offset: Annotated[Number | None, Field(alias="nominalVoltageOffset")] = None
    max_nominal_voltage: Annotated[Number | None, Field(alias="maxNominalVoltage")] = None
    min_nominal_voltage: Annotated[Number | None, Field(alias="minNominalVoltage")] = None
    ev_inverter_manufacturer: Annotated[
        str | None, Field(alias="evInverterManufacturer", max_length=50)
    ] = None
    """At most 50 characters."""
    ev_inverter_model: Annotated[str | None, Field(alias="evInverterModel", max_length=50)] = None
    """At most 50 characters."""
    ev_inverter_serial_number: Annotated[
        str | None, Field(alias="evInverterSerialNumber", max_length=50)
    ] = None
    """At most 50 characters."""
    ev_inverter_sw_version: Annotated[
        str | None, Field(alias="evInverterSwVersion", max_length=50)
    ] = None
    """At most 50 characters."""
    ev_inverter_hw_version: Annotated[
        str | None, Field(alias="evInverterHwVersion", max_length=50)
    ] = None
    """At most 50 characters."""
    ev_islanding_detection_method: Annotated[
        Sequence[IslandingDetectionEnumType] | None,
        Field(alias="evIslandingDetectionMethod", min_length=1),
    ] = None
    """Elements: at least 1."""
    ev_islanding_trip_time: Annotated[Number | None, Field(alias="evIslandingTripTime")] = None
    ev_maximum_level1_dc_injection: Annotated[
        Number | None, Field(alias="evMaximumLevel1DCInjection")
    ] = None
    ev_duration_level1_dc_injection: Annotated[
        Number | None, Field(alias="evDurationLevel1DCInjection")
    ] = None
    ev_maximum_level2_dc_injection: Annotated[
        Number | None, Field(alias="evMaximumLevel2DCInjection")
    ] = None
    ev_duration_level2_dc_injection: Annotated[
        Number | None, Field(alias="evDurationLevel2DCInjection")
    ] = None
    ev_reactive_susceptance: Annotated[Number | None, Field(alias="evReactiveSusceptance")] = None
    """In S."""
    ev_session_total_discharge_energy_available: Annotated[
        Number | None, Field(alias="evSessionTotalDischargeEnergyAvailable")
    ] = None
    """In Wh."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVPowerScheduleEntryType(DataType):
    """Used by EVPowerScheduleType."""

    duration: WholeNumber
    power: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVPowerScheduleType(DataType):
    """Used by EVEnergyOfferType."""

    ev_power_schedule_entries: Annotated[
        Sequence[EVPowerScheduleEntryType],
        Field(alias="evPowerScheduleEntries", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    time_anchor: Annotated[Timestamp, Field(alias="timeAnchor")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVPriceRuleType(DataType):
    """Used by EVAbsolutePriceScheduleEntryType."""

    energy_fee: Annotated[Number, Field(alias="energyFee")]
    power_range_start: Annotated[Number, Field(alias="powerRangeStart")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class V2XChargingParametersType(DataType):
    """Used by ChargingNeedsType."""

    min_charge_power: Annotated[Number | None, Field(alias="minChargePower")] = None
    """In W."""
    min_charge_power_l2: Annotated[Number | None, Field(alias="minChargePower_L2")] = None
    """In W."""
    min_charge_power_l3: Annotated[Number | None, Field(alias="minChargePower_L3")] = None
    """In W."""
    max_charge_power: Annotated[Number | None, Field(alias="maxChargePower")] = None
    """In W."""
    max_charge_power_l2: Annotated[Number | None, Field(alias="maxChargePower_L2")] = None
    """In W."""
    max_charge_power_l3: Annotated[Number | None, Field(alias="maxChargePower_L3")] = None
    """In W."""
    min_discharge_power: Annotated[Number | None, Field(alias="minDischargePower")] = None
    """In W."""
    min_discharge_power_l2: Annotated[Number | None, Field(alias="minDischargePower_L2")] = None
    """In W."""
    min_discharge_power_l3: Annotated[Number | None, Field(alias="minDischargePower_L3")] = None
    """In W."""
    max_discharge_power: Annotated[Number | None, Field(alias="maxDischargePower")] = None
    """In W."""
    max_discharge_power_l2: Annotated[Number | None, Field(alias="maxDischargePower_L2")] = None
    """In W."""
    max_discharge_power_l3: Annotated[Number | None, Field(alias="maxDischargePower_L3")] = None
    """In W."""
    min_charge_current: Annotated[Number | None, Field(alias="minChargeCurrent")] = None
    """In A."""
    max_charge_current: Annotated[Number | None, Field(alias="maxChargeCurrent")] = None
    """In A."""
    min_discharge_current: Annotated[Number | None, Field(alias="minDischargeCurrent")] = None
    """In A."""
    max_discharge_current: Annotated[Number | None, Field(alias="maxDischargeCurrent")] = None
    """In A."""
    min_voltage: Annotated[Number | None, Field(alias="minVoltage")] = None
    """In V."""
    max_voltage: Annotated[Number | None, Field(alias="maxVoltage")] = None
    """In V."""
    ev_target_energy_request: Annotated[Number | None, Field(alias="evTargetEnergyRequest")] = None
    """In Wh."""
    ev_min_energy_request: Annotated[Number | None, Field(alias="evMinEnergyRequest")] = None
    """In Wh."""
    ev_max_energy_request: Annotated[Number | None, Field(alias="evMaxEnergyRequest")] = None
    """In Wh."""
    ev_min_v2x_energy_request: Annotated[Number | None, Field(alias="evMinV2XEnergyRequest")] = None
    """In Wh."""
    ev_max_v2x_energy_request: Annotated[Number | None, Field(alias="evMaxV2XEnergyRequest")] = None
    """In Wh."""
    target_soc: Annotated[WholeNumber | None, Field(alias="targetSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EventDataType(DataType):
    """Used by NotifyEventRequest."""

    event_id: Annotated[WholeNumber, Field(alias="eventId", ge=0)]
    """At least 0."""
    timestamp: Timestamp
    trigger: EventTriggerEnumType
    cause: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
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
    variable_monitoring_id: Annotated[
        WholeNumber | None, Field(alias="variableMonitoringId", ge=0)
    ] = None
    """At least 0."""
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    variable: VariableType
    severity: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VariableMonitoringType(DataType):
    """Used by MonitoringDataType."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    transaction: Boolean
    value: Number
    type: MonitorEnumType
    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class StreamDataElementType(DataType):
    """Used by NotifyPeriodicEventStream."""

    t: Number
    v: Annotated[str, Field(max_length=2500)]
    """At most 2500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VariableAttributeType(DataType):
    """Used by ReportDataType."""

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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VariableCharacteristicsType(DataType):
    """Used by ReportDataType."""

    unit: Annotated[str | None, Field(max_length=16)] = None
    """At most 16 characters."""
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[Number | None, Field(alias="minLimit")] = None
    max_limit: Annotated[Number | None, Field(alias="maxLimit")] = None
    max_elements: Annotated[WholeNumber | None, Field(alias="maxElements", ge=1)] = None
    """At least 1."""
    values_list: Annotated[str | None, Field(alias="valuesList", max_length=1000)] = None
    """At most 1000 characters."""
    supports_monitoring: Annotated[Boolean, Field(alias="supportsMonitoring")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AddressType(DataType):
    """Used by NotifySettlementRequest, VatNumberValidationResponse."""

    name: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    address1: Annotated[str, Field(max_length=100)]
    """At most 100 characters."""
    address2: Annotated[str | None, Field(max_length=100)] = None
    """At most 100 characters."""
    city: Annotated[str, Field(max_length=100)]
    """At most 100 characters."""
    postal_code: Annotated[str | None, Field(alias="postalCode", max_length=20)] = None
    """At most 20 characters."""
    country: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingScheduleUpdateType(DataType):
    """Used by PullDynamicScheduleUpdateResponse, UpdateDynamicScheduleRequest."""

    limit: Number | None = None
    limit_l2: Annotated[Number | None, Field(alias="limit_L2")] = None
    limit_l3: Annotated[Number | None, Field(alias="limit_L3")] = None
    discharge_limit: Annotated[Number | None, Field(alias="dischargeLimit", le=0)] = None
    """At most 0."""
    discharge_limit_l2: Annotated[Number | None, Field(alias="dischargeLimit_L2", le=0)] = None
    """At most 0."""
    discharge_limit_l3: Annotated[Number | None, Field(alias="dischargeLimit_L3", le=0)] = None
    """At most 0."""
    setpoint: Number | None = None
    setpoint_l2: Annotated[Number | None, Field(alias="setpoint_L2")] = None
    setpoint_l3: Annotated[Number | None, Field(alias="setpoint_L3")] = None
    setpoint_reactive: Annotated[Number | None, Field(alias="setpointReactive")] = None
    setpoint_reactive_l2: Annotated[Number | None, Field(alias="setpointReactive_L2")] = None
    setpoint_reactive_l3: Annotated[Number | None, Field(alias="setpointReactive_L3")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DERCurvePointsType(DataType):
    """Used by DERCurveType."""

    x: Number
    y: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EnterServiceType(DataType):
    """Used by EnterServiceGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    high_voltage: Annotated[Number, Field(alias="highVoltage")]
    low_voltage: Annotated[Number, Field(alias="lowVoltage")]
    high_freq: Annotated[Number, Field(alias="highFreq")]
    low_freq: Annotated[Number, Field(alias="lowFreq")]
    delay: Number | None = None
    random_delay: Annotated[Number | None, Field(alias="randomDelay")] = None
    ramp_rate: Annotated[Number | None, Field(alias="rampRate")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FixedPFType(DataType):
    """Used by FixedPFGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    displacement: Number
    excitation: Boolean
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FixedVarType(DataType):
    """Used by FixedVarGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    setpoint: Number
    """In %."""
    unit: DERUnitEnumType
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FreqDroopType(DataType):
    """Used by FreqDroopGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    over_freq: Annotated[Number, Field(alias="overFreq")]
    under_freq: Annotated[Number, Field(alias="underFreq")]
    over_droop: Annotated[Number, Field(alias="overDroop")]
    under_droop: Annotated[Number, Field(alias="underDroop")]
    response_time: Annotated[Number, Field(alias="responseTime")]
    """In s."""
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GradientType(DataType):
    """Used by GradientGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    gradient: Number
    """In s."""
    soft_gradient: Annotated[Number, Field(alias="softGradient")]
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class HysteresisType(DataType):
    """Used by DERCurveType."""

    hysteresis_high: Annotated[Number | None, Field(alias="hysteresisHigh")] = None
    hysteresis_low: Annotated[Number | None, Field(alias="hysteresisLow")] = None
    hysteresis_delay: Annotated[Number | None, Field(alias="hysteresisDelay")] = None
    """In s."""
    hysteresis_gradient: Annotated[Number | None, Field(alias="hysteresisGradient")] = None
    """In %/s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReactivePowerParamsType(DataType):
    """Used by DERCurveType."""

    v_ref: Annotated[Number | None, Field(alias="vRef")] = None
    """In %."""
    autonomous_v_ref_enable: Annotated[Boolean | None, Field(alias="autonomousVRefEnable")] = None
    autonomous_v_ref_time_constant: Annotated[
        Number | None, Field(alias="autonomousVRefTimeConstant")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VoltageParamsType(DataType):
    """Used by DERCurveType."""

    hv10_min_mean_value: Annotated[Number | None, Field(alias="hv10MinMeanValue")] = None
    hv10_min_mean_trip_delay: Annotated[Number | None, Field(alias="hv10MinMeanTripDelay")] = None
    power_during_cessation: Annotated[
        PowerDuringCessationEnumType | None, Field(alias="powerDuringCessation")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class APNType(DataType):
    """Used by NetworkConnectionProfileType."""

    apn: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    apn_user_name: Annotated[str | None, Field(alias="apnUserName", max_length=50)] = None
    """At most 50 characters."""
    apn_password: Annotated[str | None, Field(repr=False, alias="apnPassword", max_length=64)] = (
        None
    )
    """At most 64 characters."""
    sim_pin: Annotated[WholeNumber | None, Field(repr=False, alias="simPin")] = None
    preferred_network: Annotated[str | None, Field(alias="preferredNetwork", max_length=6)] = None
    """At most 6 characters."""
    use_only_preferred_network: Annotated[Boolean, Field(alias="useOnlyPreferredNetwork")] = False
    """False if absent."""
    apn_authentication: Annotated[APNAuthenticationEnumType, Field(alias="apnAuthentication")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VPNType(DataType):
    """Used by NetworkConnectionProfileType."""

    server: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    user: Annotated[str, Field(max_length=50)]
    """At most 50 characters."""
    group: Annotated[str | None, Field(max_length=50)] = None
    """At most 50 characters."""
    password: Annotated[str, Field(repr=False, max_length=64)]
    """At most 64 characters."""
    key: Annotated[str, Field(repr=False, max_length=255)]
    """At most 255 characters."""
    type: VPNEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringDataType(DataType):
    """Used by SetVariableMonitoringRequest."""

    id: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    periodic_event_stream: Annotated[
        PeriodicEventStreamParamsType | None, Field(alias="periodicEventStream")
    ] = None
    transaction: Boolean = False
    """False if absent."""
    value: Number
    type: MonitorEnumType
    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetMonitoringResultType(DataType):
    """Used by SetVariableMonitoringResponse."""

    id: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetVariableDataType(DataType):
    """Used by SetVariablesRequest."""

    attribute_type: Annotated[AttributeEnumType, Field(alias="attributeType")] = (
        AttributeEnumType.ACTUAL
    )
    """Actual if absent."""
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=2500)]
    """At most 2500 characters."""
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetVariableResultType(DataType):
    """Used by SetVariablesResponse."""

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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostDimensionType(DataType):
    """Used by ChargingPeriodType."""

    type: CostDimensionEnumType
    volume: Number
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TotalPriceType(DataType):
    """Used by TotalCostType."""

    excl_tax: Annotated[Number | None, Field(alias="exclTax")] = None
    incl_tax: Annotated[Number | None, Field(alias="inclTax")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TotalUsageType(DataType):
    """Used by CostDetailsType."""

    energy: Number
    charging_time: Annotated[WholeNumber, Field(alias="chargingTime")]
    """In s."""
    idle_time: Annotated[WholeNumber, Field(alias="idleTime")]
    """In s."""
    reservation_time: Annotated[WholeNumber | None, Field(alias="reservationTime")] = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TransactionLimitType(DataType):
    """Used by TransactionEventResponse, TransactionType."""

    max_cost: Annotated[Number | None, Field(alias="maxCost")] = None
    max_energy: Annotated[Number | None, Field(alias="maxEnergy")] = None
    """In Wh."""
    max_time: Annotated[WholeNumber | None, Field(alias="maxTime")] = None
    """In s."""
    max_soc: Annotated[WholeNumber | None, Field(alias="maxSoC", ge=0, le=100)] = None
    """In %. 0 to 100."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TransactionType(DataType):
    """Used by TransactionEventRequest."""

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
    charging_state: Annotated[ChargingStateEnumType | None, Field(alias="chargingState")] = None
    time_spent_charging: Annotated[WholeNumber | None, Field(alias="timeSpentCharging")] = None
    """In s."""
    stopped_reason: Annotated[ReasonEnumType | None, Field(alias="stoppedReason")] = None
    remote_start_id: Annotated[WholeNumber | None, Field(alias="remoteStartId")] = None
    operation_mode: Annotated[OperationModeEnumType | None, Field(alias="operationMode")] = None
    tariff_id: Annotated[str | None, Field(alias="tariffId", max_length=60)] = None
    """At most 60 characters."""
    transaction_limit: Annotated[TransactionLimitType | None, Field(alias="transactionLimit")] = (
        None
    )
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FirmwareType(DataType):
    """Used by UpdateFirmwareRequest."""

    location: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    retrieve_date_time: Annotated[Timestamp, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[Timestamp | None, Field(alias="installDateTime")] = None
    signing_certificate: Annotated[
        str | None, Field(alias="signingCertificate", max_length=5500)
    ] = None
    """At most 5500 characters."""
    signature: Annotated[str | None, Field(max_length=800)] = None
    """At most 800 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class IdTokenInfoType(DataType):
    """Used by AuthorizationData, AuthorizeResponse, TransactionEventResponse."""

    status: AuthorizationStatusEnumType
    cache_expiry_date_time: Annotated[Timestamp | None, Field(alias="cacheExpiryDateTime")] = None
    charging_priority: Annotated[WholeNumber | None, Field(alias="chargingPriority")] = None
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    language1: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    language2: Annotated[str | None, Field(max_length=8)] = None
    """At most 8 characters."""
    evse_id: Annotated[Sequence[WholeNumberFrom0] | None, Field(alias="evseId", min_length=1)] = (
        None
    )
    """Elements: at least 1. Each: at least 0."""
    personal_message: Annotated[MessageContentType | None, Field(alias="personalMessage")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceType(DataType):
    """Used by TariffType, TotalCostType."""

    excl_tax: Annotated[Number | None, Field(alias="exclTax")] = None
    incl_tax: Annotated[Number | None, Field(alias="inclTax")] = None
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffEnergyType(DataType):
    """Used by TariffType."""

    prices: Annotated[Sequence[TariffEnergyPriceType], Field(min_length=1)]
    """Elements: at least 1."""
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffFixedType(DataType):
    """Used by TariffType."""

    prices: Annotated[Sequence[TariffFixedPriceType], Field(min_length=1)]
    """Elements: at least 1."""
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffTimeType(DataType):
    """Used by TariffType."""

    prices: Annotated[Sequence[TariffTimePriceType], Field(min_length=1)]
    """Elements: at least 1."""
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Field(alias="taxRates", max_length=5, min_length=1)
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TariffType(DataType):
    """Used by AuthorizeResponse, ChangeTransactionTariffRequest, SetDefaultTariffRequest."""

    tariff_id: Annotated[str, Field(alias="tariffId", max_length=60)]
    """At most 60 characters."""
    description: Annotated[
        Sequence[MessageContentType] | None, Field(max_length=10, min_length=1)
    ] = None
    """Elements: 1 to 10."""
    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    energy: TariffEnergyType | None = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    charging_time: Annotated[TariffTimeType | None, Field(alias="chargingTime")] = None
    idle_time: Annotated[TariffTimeType | None, Field(alias="idleTime")] = None
    fixed_fee: Annotated[TariffFixedType | None, Field(alias="fixedFee")] = None
    reservation_time: Annotated[TariffTimeType | None, Field(alias="reservationTime")] = None
    reservation_fixed: Annotated[TariffFixedType | None, Field(alias="reservationFixed")] = None
    min_cost: Annotated[PriceType | None, Field(alias="minCost")] = None
    max_cost: Annotated[PriceType | None, Field(alias="maxCost")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingStationType(DataType):
    """Used by BootNotificationRequest."""

    serial_number: Annotated[str | None, Field(alias="serialNumber", max_length=25)] = None
    """At most 25 characters."""
    model: Annotated[str, Field(max_length=20)]
    """At most 20 characters."""
    modem: ModemType | None = None
    vendor_name: Annotated[str, Field(alias="vendorName", max_length=50)]
    """At most 50 characters."""
    firmware_version: Annotated[str | None, Field(alias="firmwareVersion", max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingSchedulePeriodType(DataType):
    """Used by ChargingScheduleType, CompositeScheduleType."""

    start_period: Annotated[WholeNumber, Field(alias="startPeriod")]
    """In s."""
    limit: Number | None = None
    limit_l2: Annotated[Number | None, Field(alias="limit_L2")] = None
    limit_l3: Annotated[Number | None, Field(alias="limit_L3")] = None
    number_phases: Annotated[WholeNumber | None, Field(alias="numberPhases", ge=0, le=3)] = None
    """0 to 3."""
    phase_to_use: Annotated[WholeNumber | None, Field(alias="phaseToUse", ge=0, le=3)] = None
    """0 to 3."""
    discharge_limit: Annotated[Number | None, Field(alias="dischargeLimit", le=0)] = None
    """At most 0."""
    discharge_limit_l2: Annotated[Number | None, Field(alias="dischargeLimit_L2", le=0)] = None
    """At most 0."""
    discharge_limit_l3: Annotated[Number | None, Field(alias="dischargeLimit_L3", le=0)] = None
    """At most 0."""
    setpoint: Number | None = None
    setpoint_l2: Annotated[Number | None, Field(alias="setpoint_L2")] = None
    setpoint_l3: Annotated[Number | None, Field(alias="setpoint_L3")] = None
    setpoint_reactive: Annotated[Number | None, Field(alias="setpointReactive")] = None
    setpoint_reactive_l2: Annotated[Number | None, Field(alias="setpointReactive_L2")] = None
    setpoint_reactive_l3: Annotated[Number | None, Field(alias="setpointReactive_L3")] = None
    preconditioning_request: Annotated[Boolean | None, Field(alias="preconditioningRequest")] = None
    evse_sleep: Annotated[Boolean | None, Field(alias="evseSleep")] = None
    v2x_baseline: Annotated[Number | None, Field(alias="v2xBaseline")] = None
    operation_mode: Annotated[OperationModeEnumType | None, Field(alias="operationMode")] = None
    v2x_freq_watt_curve: Annotated[
        Sequence[V2XFreqWattPointType] | None,
        Field(alias="v2xFreqWattCurve", max_length=20, min_length=1),
    ] = None
    """Elements: 1 to 20."""
    v2x_signal_watt_curve: Annotated[
        Sequence[V2XSignalWattPointType] | None,
        Field(alias="v2xSignalWattCurve", max_length=20, min_length=1),
    ] = None
    """Elements: 1 to 20."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CompositeScheduleType(DataType):
    """Used by GetCompositeScheduleResponse."""

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    duration: WholeNumber
    schedule_start: Annotated[Timestamp, Field(alias="scheduleStart")]
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType], Field(alias="chargingSchedulePeriod", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ComponentVariableType(DataType):
    """Used by GetMonitoringReportRequest, GetReportRequest."""

    component: ComponentType
    variable: VariableType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SampledValueType(DataType):
    """Used by MeterValueType."""

    value: Number
    measurand: MeasurandEnumType = MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER
    """Energy.Active.Import.Register if absent."""
    context: ReadingContextEnumType = ReadingContextEnumType.SAMPLE_PERIODIC
    """Sample.Periodic if absent."""
    phase: PhaseEnumType | None = None
    location: LocationEnumType = LocationEnumType.OUTLET
    """Outlet if absent."""
    signed_meter_value: Annotated[SignedMeterValueType | None, Field(alias="signedMeterValue")] = (
        None
    )
    unit_of_measure: Annotated[UnitOfMeasureType | None, Field(alias="unitOfMeasure")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AdditionalSelectedServicesType(DataType):
    """Used by AbsolutePriceScheduleType."""

    service_fee: Annotated[RationalNumberType, Field(alias="serviceFee")]
    service_name: Annotated[str, Field(alias="serviceName", max_length=80)]
    """At most 80 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ConsumptionCostType(DataType):
    """Used by SalesTariffEntryType."""

    start_value: Annotated[Number, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Field(max_length=3, min_length=1)]
    """Elements: 1 to 3."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OverstayRuleType(DataType):
    """Used by OverstayRuleListType."""

    overstay_fee: Annotated[RationalNumberType, Field(alias="overstayFee")]
    overstay_rule_description: Annotated[
        str | None, Field(alias="overstayRuleDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    start_time: Annotated[WholeNumber, Field(alias="startTime")]
    """In s."""
    overstay_fee_period: Annotated[WholeNumber, Field(alias="overstayFeePeriod")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceRuleType(DataType):
    """Used by PriceRuleStackType."""

    parking_fee_period: Annotated[WholeNumber | None, Field(alias="parkingFeePeriod")] = None
    """In s."""
    carbon_dioxide_emission: Annotated[
        WholeNumber | None, Field(alias="carbonDioxideEmission", ge=0)
    ] = None
    """In g/kWh. At least 0."""
    renewable_generation_percentage: Annotated[
        WholeNumber | None, Field(alias="renewableGenerationPercentage", ge=0, le=100)
    ] = None
    """In %. 0 to 100."""
    energy_fee: Annotated[RationalNumberType, Field(alias="energyFee")]
    parking_fee: Annotated[RationalNumberType | None, Field(alias="parkingFee")] = None
    power_range_start: Annotated[RationalNumberType, Field(alias="powerRangeStart")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SalesTariffEntryType(DataType):
    """Used by SalesTariffType."""

    relative_time_interval: Annotated[RelativeTimeIntervalType, Field(alias="relativeTimeInterval")]
    e_price_level: Annotated[WholeNumber | None, Field(alias="ePriceLevel", ge=0)] = None
    """At least 0."""
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None,
        Field(alias="consumptionCost", max_length=3, min_length=1),
    ] = None
    """Elements: 1 to 3."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SalesTariffType(DataType):
    """Used by ChargingScheduleType."""

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    sales_tariff_description: Annotated[
        str | None, Field(alias="salesTariffDescription", max_length=32)
    ] = None
    """At most 32 characters."""
    num_e_price_levels: Annotated[WholeNumber | None, Field(alias="numEPriceLevels", ge=0)] = None
    """At least 0."""
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType],
        Field(alias="salesTariffEntry", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVAbsolutePriceScheduleEntryType(DataType):
    """Used by EVAbsolutePriceScheduleType."""

    duration: WholeNumber
    """In s."""
    ev_price_rule: Annotated[
        Sequence[EVPriceRuleType], Field(alias="evPriceRule", max_length=8, min_length=1)
    ]
    """Elements: 1 to 8."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVAbsolutePriceScheduleType(DataType):
    """Used by EVEnergyOfferType."""

    time_anchor: Annotated[Timestamp, Field(alias="timeAnchor")]
    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    ev_absolute_price_schedule_entries: Annotated[
        Sequence[EVAbsolutePriceScheduleEntryType],
        Field(alias="evAbsolutePriceScheduleEntries", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    price_algorithm: Annotated[str, Field(alias="priceAlgorithm", max_length=2000)]
    """At most 2000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EVEnergyOfferType(DataType):
    """Used by ChargingNeedsType."""

    ev_absolute_price_schedule: Annotated[
        EVAbsolutePriceScheduleType | None, Field(alias="evAbsolutePriceSchedule")
    ] = None
    ev_power_schedule: Annotated[EVPowerScheduleType, Field(alias="evPowerSchedule")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MonitoringDataType(DataType):
    """Used by NotifyMonitoringReportRequest."""

    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType], Field(alias="variableMonitoring", min_length=1)
    ]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReportDataType(DataType):
    """Used by NotifyReportRequest."""

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
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DERCurveType(DataType):
    """Used by DERCurveGetType, LimitMaxDischargeType, SetDERControlRequest."""

    curve_data: Annotated[
        Sequence[DERCurvePointsType], Field(alias="curveData", max_length=10, min_length=1)
    ]
    """Elements: 1 to 10."""
    hysteresis: HysteresisType | None = None
    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    reactive_power_params: Annotated[
        ReactivePowerParamsType | None, Field(alias="reactivePowerParams")
    ] = None
    voltage_params: Annotated[VoltageParamsType | None, Field(alias="voltageParams")] = None
    y_unit: Annotated[DERUnitEnumType, Field(alias="yUnit")]
    response_time: Annotated[Number | None, Field(alias="responseTime")] = None
    """In s."""
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class EnterServiceGetType(DataType):
    """Used by ReportDERControlRequest."""

    enter_service: Annotated[EnterServiceType, Field(alias="enterService")]
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FixedPFGetType(DataType):
    """Used by ReportDERControlRequest."""

    fixed_pf: Annotated[FixedPFType, Field(alias="fixedPF")]
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FixedVarGetType(DataType):
    """Used by ReportDERControlRequest."""

    fixed_var: Annotated[FixedVarType, Field(alias="fixedVar")]
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class FreqDroopGetType(DataType):
    """Used by ReportDERControlRequest."""

    freq_droop: Annotated[FreqDroopType, Field(alias="freqDroop")]
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GradientGetType(DataType):
    """Used by ReportDERControlRequest."""

    gradient: GradientType
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LimitMaxDischargeType(DataType):
    """Used by LimitMaxDischargeGetType, SetDERControlRequest."""

    priority: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    pct_max_discharge_power: Annotated[Number | None, Field(alias="pctMaxDischargePower")] = None
    """In %."""
    power_monitoring_must_trip: Annotated[
        DERCurveType | None, Field(alias="powerMonitoringMustTrip")
    ] = None
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    duration: Number | None = None
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AuthorizationData(DataType):
    """Used by SendLocalListRequest."""

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[IdTokenInfoType | None, Field(alias="idTokenInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NetworkConnectionProfileType(DataType):
    """Used by SetNetworkProfileRequest."""

    apn: APNType | None = None
    ocpp_version: Annotated[OCPPVersionEnumType | None, Field(alias="ocppVersion")] = None
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    message_timeout: Annotated[WholeNumber, Field(alias="messageTimeout")]
    """In s."""
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=2000)]
    """At most 2000 characters."""
    security_profile: Annotated[WholeNumber, Field(alias="securityProfile", ge=0)]
    """At least 0."""
    identity: Annotated[str | None, Field(max_length=48)] = None
    """At most 48 characters."""
    basic_auth_password: Annotated[
        str | None, Field(repr=False, alias="basicAuthPassword", max_length=64)
    ] = None
    """At most 64 characters."""
    vpn: VPNType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingPeriodType(DataType):
    """Used by CostDetailsType."""

    dimensions: Annotated[Sequence[CostDimensionType] | None, Field(min_length=1)] = None
    """Elements: at least 1."""
    tariff_id: Annotated[str | None, Field(alias="tariffId", max_length=60)] = None
    """At most 60 characters."""
    start_period: Annotated[Timestamp, Field(alias="startPeriod")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TotalCostType(DataType):
    """Used by CostDetailsType."""

    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    type_of_cost: Annotated[TariffCostEnumType, Field(alias="typeOfCost")]
    fixed: PriceType | None = None
    energy: PriceType | None = None
    charging_time: Annotated[PriceType | None, Field(alias="chargingTime")] = None
    idle_time: Annotated[PriceType | None, Field(alias="idleTime")] = None
    reservation_time: Annotated[PriceType | None, Field(alias="reservationTime")] = None
    reservation_fixed: Annotated[PriceType | None, Field(alias="reservationFixed")] = None
    total: TotalPriceType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValueType(DataType):
    """Used by MeterValuesRequest, TransactionEventRequest."""

    sampled_value: Annotated[Sequence[SampledValueType], Field(alias="sampledValue", min_length=1)]
    """Elements: at least 1."""
    timestamp: Timestamp
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class OverstayRuleListType(DataType):
    """Used by AbsolutePriceScheduleType."""

    overstay_power_threshold: Annotated[
        RationalNumberType | None, Field(alias="overstayPowerThreshold")
    ] = None
    overstay_rule: Annotated[
        Sequence[OverstayRuleType], Field(alias="overstayRule", max_length=5, min_length=1)
    ]
    """Elements: 1 to 5."""
    overstay_time_threshold: Annotated[WholeNumber | None, Field(alias="overstayTimeThreshold")] = (
        None
    )
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PriceRuleStackType(DataType):
    """Used by AbsolutePriceScheduleType."""

    duration: WholeNumber
    """In s."""
    price_rule: Annotated[
        Sequence[PriceRuleType], Field(alias="priceRule", max_length=8, min_length=1)
    ]
    """Elements: 1 to 8."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingNeedsType(DataType):
    """Used by NotifyEVChargingNeedsRequest."""

    ac_charging_parameters: Annotated[
        ACChargingParametersType | None, Field(alias="acChargingParameters")
    ] = None
    der_charging_parameters: Annotated[
        DERChargingParametersType | None, Field(alias="derChargingParameters")
    ] = None
    ev_energy_offer: Annotated[EVEnergyOfferType | None, Field(alias="evEnergyOffer")] = None
    requested_energy_transfer: Annotated[
        EnergyTransferModeEnumType, Field(alias="requestedEnergyTransfer")
    ]
    dc_charging_parameters: Annotated[
        DCChargingParametersType | None, Field(alias="dcChargingParameters")
    ] = None
    v2x_charging_parameters: Annotated[
        V2XChargingParametersType | None, Field(alias="v2xChargingParameters")
    ] = None
    available_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None,
        Field(alias="availableEnergyTransfer", min_length=1),
    ] = None
    """Elements: at least 1."""
    control_mode: Annotated[ControlModeEnumType | None, Field(alias="controlMode")] = None
    mobility_needs_mode: Annotated[
        MobilityNeedsModeEnumType | None, Field(alias="mobilityNeedsMode")
    ] = None
    departure_time: Annotated[Timestamp | None, Field(alias="departureTime")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DERCurveGetType(DataType):
    """Used by ReportDERControlRequest."""

    curve: DERCurveType
    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    curve_type: Annotated[DERControlEnumType, Field(alias="curveType")]
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class LimitMaxDischargeGetType(DataType):
    """Used by ReportDERControlRequest."""

    id: Annotated[str, Field(max_length=36)]
    """At most 36 characters."""
    is_default: Annotated[Boolean, Field(alias="isDefault")]
    is_superseded: Annotated[Boolean, Field(alias="isSuperseded")]
    limit_max_discharge: Annotated[LimitMaxDischargeType, Field(alias="limitMaxDischarge")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostDetailsType(DataType):
    """Used by TransactionEventRequest."""

    charging_periods: Annotated[
        Sequence[ChargingPeriodType] | None, Field(alias="chargingPeriods", min_length=1)
    ] = None
    """Elements: at least 1."""
    total_cost: Annotated[TotalCostType, Field(alias="totalCost")]
    total_usage: Annotated[TotalUsageType, Field(alias="totalUsage")]
    failure_to_calculate: Annotated[Boolean | None, Field(alias="failureToCalculate")] = None
    failure_reason: Annotated[str | None, Field(alias="failureReason", max_length=500)] = None
    """At most 500 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AbsolutePriceScheduleType(DataType):
    """Used by ChargingScheduleType."""

    time_anchor: Annotated[Timestamp, Field(alias="timeAnchor")]
    price_schedule_id: Annotated[WholeNumber, Field(alias="priceScheduleID", ge=0)]
    """At least 0."""
    price_schedule_description: Annotated[
        str | None, Field(alias="priceScheduleDescription", max_length=160)
    ] = None
    """At most 160 characters."""
    currency: Annotated[str, Field(max_length=3)]
    """At most 3 characters."""
    language: Annotated[str, Field(max_length=8)]
    """At most 8 characters."""
    price_algorithm: Annotated[str, Field(alias="priceAlgorithm", max_length=2000)]
    """At most 2000 characters."""
    minimum_cost: Annotated[RationalNumberType | None, Field(alias="minimumCost")] = None
    maximum_cost: Annotated[RationalNumberType | None, Field(alias="maximumCost")] = None
    price_rule_stacks: Annotated[
        Sequence[PriceRuleStackType], Field(alias="priceRuleStacks", max_length=1024, min_length=1)
    ]
    """Elements: 1 to 1024."""
    tax_rules: Annotated[
        Sequence[TaxRuleType] | None, Field(alias="taxRules", max_length=10, min_length=1)
    ] = None
    """Elements: 1 to 10."""
    overstay_rule_list: Annotated[OverstayRuleListType | None, Field(alias="overstayRuleList")] = (
        None
    )
    additional_selected_services: Annotated[
        Sequence[AdditionalSelectedServicesType] | None,
        Field(alias="additionalSelectedServices", max_length=5, min_length=1),
    ] = None
    """Elements: 1 to 5."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingScheduleType(DataType):
    """Used by ChargingProfileType, NotifyChargingLimitRequest, NotifyEVChargingScheduleRequest."""

    id: WholeNumber
    limit_at_soc: Annotated[LimitAtSoCType | None, Field(alias="limitAtSoC")] = None
    start_schedule: Annotated[Timestamp | None, Field(alias="startSchedule")] = None
    duration: WholeNumber | None = None
    """In s."""
    charging_rate_unit: Annotated[ChargingRateUnitEnumType, Field(alias="chargingRateUnit")]
    min_charging_rate: Annotated[Number | None, Field(alias="minChargingRate")] = None
    power_tolerance: Annotated[Number | None, Field(alias="powerTolerance")] = None
    signature_id: Annotated[WholeNumber | None, Field(alias="signatureId", ge=0)] = None
    """At least 0."""
    digest_value: Annotated[str | None, Field(alias="digestValue", max_length=88)] = None
    """At most 88 characters."""
    use_local_time: Annotated[Boolean | None, Field(alias="useLocalTime")] = None
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod", max_length=1024, min_length=1),
    ]
    """Elements: 1 to 1024."""
    randomized_delay: Annotated[WholeNumber | None, Field(alias="randomizedDelay", ge=0)] = None
    """In s. At least 0."""
    sales_tariff: Annotated[SalesTariffType | None, Field(alias="salesTariff")] = None
    absolute_price_schedule: Annotated[
        AbsolutePriceScheduleType | None, Field(alias="absolutePriceSchedule")
    ] = None
    price_level_schedule: Annotated[
        PriceLevelScheduleType | None, Field(alias="priceLevelSchedule")
    ] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ChargingProfileType(DataType):
    """Used by ReportChargingProfilesRequest, RequestStartTransactionRequest and 1 others."""

    id: WholeNumber
    stack_level: Annotated[WholeNumber, Field(alias="stackLevel", ge=0)]
    """At least 0."""
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[
        ChargingProfileKindEnumType, Field(alias="chargingProfileKind")
    ]
    recurrency_kind: Annotated[RecurrencyKindEnumType | None, Field(alias="recurrencyKind")] = None
    valid_from: Annotated[Timestamp | None, Field(alias="validFrom")] = None
    valid_to: Annotated[Timestamp | None, Field(alias="validTo")] = None
    transaction_id: Annotated[str | None, Field(alias="transactionId", max_length=36)] = None
    """At most 36 characters."""
    max_offline_duration: Annotated[WholeNumber | None, Field(alias="maxOfflineDuration")] = None
    """In s."""
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType], Field(alias="chargingSchedule", max_length=3, min_length=1)
    ]
    """Elements: 1 to 3."""
    invalid_after_offline_duration: Annotated[
        Boolean | None, Field(alias="invalidAfterOfflineDuration")
    ] = None
    dyn_update_interval: Annotated[WholeNumber | None, Field(alias="dynUpdateInterval")] = None
    """In s."""
    dyn_update_time: Annotated[Timestamp | None, Field(alias="dynUpdateTime")] = None
    price_schedule_signature: Annotated[
        str | None, Field(alias="priceScheduleSignature", max_length=256)
    ] = None
    """At most 256 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
