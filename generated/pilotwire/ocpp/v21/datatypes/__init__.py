"""Parts of the messages of OCPP 2.1. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v21.datatypes._AddressType import AddressType
    from pilotwire.ocpp.v21.datatypes._AuthorizationData import AuthorizationData
    from pilotwire.ocpp.v21.datatypes._BatteryDataType import BatteryDataType
    from pilotwire.ocpp.v21.datatypes._CertificateHashDataChainType import (
        CertificateHashDataChainType,
    )
    from pilotwire.ocpp.v21.datatypes._CertificateHashDataType import CertificateHashDataType
    from pilotwire.ocpp.v21.datatypes._CertificateStatusRequestInfoType import (
        CertificateStatusRequestInfoType,
    )
    from pilotwire.ocpp.v21.datatypes._CertificateStatusType import CertificateStatusType
    from pilotwire.ocpp.v21.datatypes._ChargingLimitType import ChargingLimitType
    from pilotwire.ocpp.v21.datatypes._ChargingNeedsType import (
        ACChargingParametersType,
        ChargingNeedsType,
        DCChargingParametersType,
        DERChargingParametersType,
        EVAbsolutePriceScheduleEntryType,
        EVAbsolutePriceScheduleType,
        EVEnergyOfferType,
        EVPowerScheduleEntryType,
        EVPowerScheduleType,
        EVPriceRuleType,
        V2XChargingParametersType,
    )
    from pilotwire.ocpp.v21.datatypes._ChargingProfileCriterionType import (
        ChargingProfileCriterionType,
    )
    from pilotwire.ocpp.v21.datatypes._ChargingProfileType import ChargingProfileType
    from pilotwire.ocpp.v21.datatypes._ChargingSchedulePeriodType import (
        ChargingSchedulePeriodType,
        V2XFreqWattPointType,
        V2XSignalWattPointType,
    )
    from pilotwire.ocpp.v21.datatypes._ChargingScheduleType import (
        AbsolutePriceScheduleType,
        AdditionalSelectedServicesType,
        ChargingScheduleType,
        ConsumptionCostType,
        CostType,
        LimitAtSoCType,
        OverstayRuleListType,
        OverstayRuleType,
        PriceLevelScheduleEntryType,
        PriceLevelScheduleType,
        PriceRuleStackType,
        PriceRuleType,
        RelativeTimeIntervalType,
        SalesTariffEntryType,
        SalesTariffType,
        TaxRuleType,
    )
    from pilotwire.ocpp.v21.datatypes._ChargingScheduleUpdateType import ChargingScheduleUpdateType
    from pilotwire.ocpp.v21.datatypes._ChargingStationType import ChargingStationType, ModemType
    from pilotwire.ocpp.v21.datatypes._ClearChargingProfileType import ClearChargingProfileType
    from pilotwire.ocpp.v21.datatypes._ClearMonitoringResultType import ClearMonitoringResultType
    from pilotwire.ocpp.v21.datatypes._ClearTariffsResultType import ClearTariffsResultType
    from pilotwire.ocpp.v21.datatypes._ComponentType import ComponentType
    from pilotwire.ocpp.v21.datatypes._ComponentVariableType import ComponentVariableType
    from pilotwire.ocpp.v21.datatypes._CompositeScheduleType import CompositeScheduleType
    from pilotwire.ocpp.v21.datatypes._ConstantStreamDataType import ConstantStreamDataType
    from pilotwire.ocpp.v21.datatypes._CostDetailsType import (
        ChargingPeriodType,
        CostDetailsType,
        CostDimensionType,
        TotalCostType,
        TotalPriceType,
        TotalUsageType,
    )
    from pilotwire.ocpp.v21.datatypes._CustomDataType import CustomDataType
    from pilotwire.ocpp.v21.datatypes._DERCurveGetType import DERCurveGetType
    from pilotwire.ocpp.v21.datatypes._DERCurveType import (
        DERCurvePointsType,
        DERCurveType,
        HysteresisType,
        ReactivePowerParamsType,
        VoltageParamsType,
    )
    from pilotwire.ocpp.v21.datatypes._EnterServiceGetType import EnterServiceGetType
    from pilotwire.ocpp.v21.datatypes._EnterServiceType import EnterServiceType
    from pilotwire.ocpp.v21.datatypes._EventDataType import EventDataType
    from pilotwire.ocpp.v21.datatypes._EVSEType import EVSEType
    from pilotwire.ocpp.v21.datatypes._FirmwareType import FirmwareType
    from pilotwire.ocpp.v21.datatypes._FixedPFGetType import FixedPFGetType
    from pilotwire.ocpp.v21.datatypes._FixedPFType import FixedPFType
    from pilotwire.ocpp.v21.datatypes._FixedVarGetType import FixedVarGetType
    from pilotwire.ocpp.v21.datatypes._FixedVarType import FixedVarType
    from pilotwire.ocpp.v21.datatypes._FreqDroopGetType import FreqDroopGetType
    from pilotwire.ocpp.v21.datatypes._FreqDroopType import FreqDroopType
    from pilotwire.ocpp.v21.datatypes._GetVariableDataType import GetVariableDataType
    from pilotwire.ocpp.v21.datatypes._GetVariableResultType import GetVariableResultType
    from pilotwire.ocpp.v21.datatypes._GradientGetType import GradientGetType
    from pilotwire.ocpp.v21.datatypes._GradientType import GradientType
    from pilotwire.ocpp.v21.datatypes._IdTokenInfoType import IdTokenInfoType
    from pilotwire.ocpp.v21.datatypes._IdTokenType import AdditionalInfoType, IdTokenType
    from pilotwire.ocpp.v21.datatypes._limited import (
        String20,
        String36,
        String60,
        String255,
        String2000,
        WholeNumberFrom0,
    )
    from pilotwire.ocpp.v21.datatypes._LimitMaxDischargeGetType import LimitMaxDischargeGetType
    from pilotwire.ocpp.v21.datatypes._LimitMaxDischargeType import LimitMaxDischargeType
    from pilotwire.ocpp.v21.datatypes._LogParametersType import LogParametersType
    from pilotwire.ocpp.v21.datatypes._MessageContentType import MessageContentType
    from pilotwire.ocpp.v21.datatypes._MessageInfoType import MessageInfoType
    from pilotwire.ocpp.v21.datatypes._MeterValueType import (
        MeterValueType,
        SampledValueType,
        SignedMeterValueType,
        UnitOfMeasureType,
    )
    from pilotwire.ocpp.v21.datatypes._MonitoringDataType import (
        MonitoringDataType,
        VariableMonitoringType,
    )
    from pilotwire.ocpp.v21.datatypes._NetworkConnectionProfileType import (
        APNType,
        NetworkConnectionProfileType,
        VPNType,
    )
    from pilotwire.ocpp.v21.datatypes._OCSPRequestDataType import OCSPRequestDataType
    from pilotwire.ocpp.v21.datatypes._PeriodicEventStreamParamsType import (
        PeriodicEventStreamParamsType,
    )
    from pilotwire.ocpp.v21.datatypes._PriceType import PriceType
    from pilotwire.ocpp.v21.datatypes._RationalNumberType import RationalNumberType
    from pilotwire.ocpp.v21.datatypes._ReportDataType import (
        ReportDataType,
        VariableAttributeType,
        VariableCharacteristicsType,
    )
    from pilotwire.ocpp.v21.datatypes._SetMonitoringDataType import SetMonitoringDataType
    from pilotwire.ocpp.v21.datatypes._SetMonitoringResultType import SetMonitoringResultType
    from pilotwire.ocpp.v21.datatypes._SetVariableDataType import SetVariableDataType
    from pilotwire.ocpp.v21.datatypes._SetVariableResultType import SetVariableResultType
    from pilotwire.ocpp.v21.datatypes._StatusInfoType import StatusInfoType
    from pilotwire.ocpp.v21.datatypes._StreamDataElementType import StreamDataElementType
    from pilotwire.ocpp.v21.datatypes._TariffAssignmentType import TariffAssignmentType
    from pilotwire.ocpp.v21.datatypes._TariffConditionsType import TariffConditionsType
    from pilotwire.ocpp.v21.datatypes._TariffType import (
        TariffConditionsFixedType,
        TariffEnergyPriceType,
        TariffEnergyType,
        TariffFixedPriceType,
        TariffFixedType,
        TariffTimePriceType,
        TariffTimeType,
        TariffType,
    )
    from pilotwire.ocpp.v21.datatypes._TaxRateType import TaxRateType
    from pilotwire.ocpp.v21.datatypes._TransactionLimitType import TransactionLimitType
    from pilotwire.ocpp.v21.datatypes._TransactionType import TransactionType
    from pilotwire.ocpp.v21.datatypes._VariableType import VariableType
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_AddressType": ("AddressType",),
            "_AuthorizationData": ("AuthorizationData",),
            "_BatteryDataType": ("BatteryDataType",),
            "_CertificateHashDataChainType": ("CertificateHashDataChainType",),
            "_CertificateHashDataType": ("CertificateHashDataType",),
            "_CertificateStatusRequestInfoType": ("CertificateStatusRequestInfoType",),
            "_CertificateStatusType": ("CertificateStatusType",),
            "_ChargingLimitType": ("ChargingLimitType",),
            "_ChargingNeedsType": (
                "ACChargingParametersType",
                "DCChargingParametersType",
                "DERChargingParametersType",
                "EVPowerScheduleEntryType",
                "EVPowerScheduleType",
                "EVPriceRuleType",
                "V2XChargingParametersType",
                "EVAbsolutePriceScheduleEntryType",
                "EVAbsolutePriceScheduleType",
                "EVEnergyOfferType",
                "ChargingNeedsType",
            ),
            "_ChargingProfileCriterionType": ("ChargingProfileCriterionType",),
            "_ChargingProfileType": ("ChargingProfileType",),
            "_ChargingSchedulePeriodType": (
                "V2XFreqWattPointType",
                "V2XSignalWattPointType",
                "ChargingSchedulePeriodType",
            ),
            "_ChargingScheduleType": (
                "CostType",
                "LimitAtSoCType",
                "PriceLevelScheduleEntryType",
                "PriceLevelScheduleType",
                "RelativeTimeIntervalType",
                "TaxRuleType",
                "AdditionalSelectedServicesType",
                "ConsumptionCostType",
                "OverstayRuleType",
                "PriceRuleType",
                "SalesTariffEntryType",
                "SalesTariffType",
                "OverstayRuleListType",
                "PriceRuleStackType",
                "AbsolutePriceScheduleType",
                "ChargingScheduleType",
            ),
            "_ChargingScheduleUpdateType": ("ChargingScheduleUpdateType",),
            "_ChargingStationType": ("ModemType", "ChargingStationType"),
            "_ClearChargingProfileType": ("ClearChargingProfileType",),
            "_ClearMonitoringResultType": ("ClearMonitoringResultType",),
            "_ClearTariffsResultType": ("ClearTariffsResultType",),
            "_ComponentType": ("ComponentType",),
            "_ComponentVariableType": ("ComponentVariableType",),
            "_CompositeScheduleType": ("CompositeScheduleType",),
            "_ConstantStreamDataType": ("ConstantStreamDataType",),
            "_CostDetailsType": (
                "CostDimensionType",
                "TotalPriceType",
                "TotalUsageType",
                "ChargingPeriodType",
                "TotalCostType",
                "CostDetailsType",
            ),
            "_CustomDataType": ("CustomDataType",),
            "_DERCurveGetType": ("DERCurveGetType",),
            "_DERCurveType": (
                "DERCurvePointsType",
                "HysteresisType",
                "ReactivePowerParamsType",
                "VoltageParamsType",
                "DERCurveType",
            ),
            "_EVSEType": ("EVSEType",),
            "_EnterServiceGetType": ("EnterServiceGetType",),
            "_EnterServiceType": ("EnterServiceType",),
            "_EventDataType": ("EventDataType",),
            "_FirmwareType": ("FirmwareType",),
            "_FixedPFGetType": ("FixedPFGetType",),
            "_FixedPFType": ("FixedPFType",),
            "_FixedVarGetType": ("FixedVarGetType",),
            "_FixedVarType": ("FixedVarType",),
            "_FreqDroopGetType": ("FreqDroopGetType",),
            "_FreqDroopType": ("FreqDroopType",),
            "_GetVariableDataType": ("GetVariableDataType",),
            "_GetVariableResultType": ("GetVariableResultType",),
            "_GradientGetType": ("GradientGetType",),
            "_GradientType": ("GradientType",),
            "_IdTokenInfoType": ("IdTokenInfoType",),
            "_IdTokenType": ("AdditionalInfoType", "IdTokenType"),
            "_LimitMaxDischargeGetType": ("LimitMaxDischargeGetType",),
            "_LimitMaxDischargeType": ("LimitMaxDischargeType",),
            "_LogParametersType": ("LogParametersType",),
            "_MessageContentType": ("MessageContentType",),
            "_MessageInfoType": ("MessageInfoType",),
            "_MeterValueType": (
                "SignedMeterValueType",
                "UnitOfMeasureType",
                "SampledValueType",
                "MeterValueType",
            ),
            "_MonitoringDataType": ("VariableMonitoringType", "MonitoringDataType"),
            "_NetworkConnectionProfileType": ("APNType", "VPNType", "NetworkConnectionProfileType"),
            "_OCSPRequestDataType": ("OCSPRequestDataType",),
            "_PeriodicEventStreamParamsType": ("PeriodicEventStreamParamsType",),
            "_PriceType": ("PriceType",),
            "_RationalNumberType": ("RationalNumberType",),
            "_ReportDataType": (
                "VariableAttributeType",
                "VariableCharacteristicsType",
                "ReportDataType",
            ),
            "_SetMonitoringDataType": ("SetMonitoringDataType",),
            "_SetMonitoringResultType": ("SetMonitoringResultType",),
            "_SetVariableDataType": ("SetVariableDataType",),
            "_SetVariableResultType": ("SetVariableResultType",),
            "_StatusInfoType": ("StatusInfoType",),
            "_StreamDataElementType": ("StreamDataElementType",),
            "_TariffAssignmentType": ("TariffAssignmentType",),
            "_TariffConditionsType": ("TariffConditionsType",),
            "_TariffType": (
                "TariffConditionsFixedType",
                "TariffEnergyPriceType",
                "TariffFixedPriceType",
                "TariffTimePriceType",
                "TariffEnergyType",
                "TariffFixedType",
                "TariffTimeType",
                "TariffType",
            ),
            "_TaxRateType": ("TaxRateType",),
            "_TransactionLimitType": ("TransactionLimitType",),
            "_TransactionType": ("TransactionType",),
            "_VariableType": ("VariableType",),
            "_limited": (
                "String20",
                "String2000",
                "String255",
                "String36",
                "String60",
                "WholeNumberFrom0",
            ),
        },
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
