"""Parts of the messages of OCPP 2.1: ChargingNeedsType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Number, Sequence, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import (
    ControlModeEnumType,
    DERControlEnumType,
    EnergyTransferModeEnumType,
    IslandingDetectionEnumType,
    MobilityNeedsModeEnumType,
)

__all__ = [
    "ACChargingParametersType",
    "ChargingNeedsType",
    "DCChargingParametersType",
    "DERChargingParametersType",
    "EVAbsolutePriceScheduleEntryType",
    "EVAbsolutePriceScheduleType",
    "EVEnergyOfferType",
    "EVPowerScheduleEntryType",
    "EVPowerScheduleType",
    "EVPriceRuleType",
    "V2XChargingParametersType",
]


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
