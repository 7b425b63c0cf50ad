"""Parts of the messages of OCPP 2.0.1. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v201.datatypes._AuthorizationData import AuthorizationData
    from pilotwire.ocpp.v201.datatypes._CertificateHashDataChainType import (
        CertificateHashDataChainType,
    )
    from pilotwire.ocpp.v201.datatypes._CertificateHashDataType import CertificateHashDataType
    from pilotwire.ocpp.v201.datatypes._ChargingLimitType import ChargingLimitType
    from pilotwire.ocpp.v201.datatypes._ChargingNeedsType import (
        ACChargingParametersType,
        ChargingNeedsType,
        DCChargingParametersType,
    )
    from pilotwire.ocpp.v201.datatypes._ChargingProfileCriterionType import (
        ChargingProfileCriterionType,
    )
    from pilotwire.ocpp.v201.datatypes._ChargingProfileType import ChargingProfileType
    from pilotwire.ocpp.v201.datatypes._ChargingSchedulePeriodType import ChargingSchedulePeriodType
    from pilotwire.ocpp.v201.datatypes._ChargingScheduleType import (
        ChargingScheduleType,
        ConsumptionCostType,
        CostType,
        RelativeTimeIntervalType,
        SalesTariffEntryType,
        SalesTariffType,
    )
    from pilotwire.ocpp.v201.datatypes._ChargingStationType import ChargingStationType, ModemType
    from pilotwire.ocpp.v201.datatypes._ClearChargingProfileType import ClearChargingProfileType
    from pilotwire.ocpp.v201.datatypes._ClearMonitoringResultType import ClearMonitoringResultType
    from pilotwire.ocpp.v201.datatypes._ComponentType import ComponentType
    from pilotwire.ocpp.v201.datatypes._ComponentVariableType import ComponentVariableType
    from pilotwire.ocpp.v201.datatypes._CompositeScheduleType import CompositeScheduleType
    from pilotwire.ocpp.v201.datatypes._CustomDataType import CustomDataType
    from pilotwire.ocpp.v201.datatypes._EventDataType import EventDataType
    from pilotwire.ocpp.v201.datatypes._EVSEType import EVSEType
    from pilotwire.ocpp.v201.datatypes._FirmwareType import FirmwareType
    from pilotwire.ocpp.v201.datatypes._GetVariableDataType import GetVariableDataType
    from pilotwire.ocpp.v201.datatypes._GetVariableResultType import GetVariableResultType
    from pilotwire.ocpp.v201.datatypes._IdTokenInfoType import IdTokenInfoType
    from pilotwire.ocpp.v201.datatypes._IdTokenType import AdditionalInfoType, IdTokenType
    from pilotwire.ocpp.v201.datatypes._limited import String512
    from pilotwire.ocpp.v201.datatypes._LogParametersType import LogParametersType
    from pilotwire.ocpp.v201.datatypes._MessageContentType import MessageContentType
    from pilotwire.ocpp.v201.datatypes._MessageInfoType import MessageInfoType
    from pilotwire.ocpp.v201.datatypes._MeterValueType import (
        MeterValueType,
        SampledValueType,
        SignedMeterValueType,
        UnitOfMeasureType,
    )
    from pilotwire.ocpp.v201.datatypes._MonitoringDataType import (
        MonitoringDataType,
        VariableMonitoringType,
    )
    from pilotwire.ocpp.v201.datatypes._NetworkConnectionProfileType import (
        APNType,
        NetworkConnectionProfileType,
        VPNType,
    )
    from pilotwire.ocpp.v201.datatypes._OCSPRequestDataType import OCSPRequestDataType
    from pilotwire.ocpp.v201.datatypes._ReportDataType import (
        ReportDataType,
        VariableAttributeType,
        VariableCharacteristicsType,
    )
    from pilotwire.ocpp.v201.datatypes._SetMonitoringDataType import SetMonitoringDataType
    from pilotwire.ocpp.v201.datatypes._SetMonitoringResultType import SetMonitoringResultType
    from pilotwire.ocpp.v201.datatypes._SetVariableDataType import SetVariableDataType
    from pilotwire.ocpp.v201.datatypes._SetVariableResultType import SetVariableResultType
    from pilotwire.ocpp.v201.datatypes._StatusInfoType import StatusInfoType
    from pilotwire.ocpp.v201.datatypes._TransactionType import TransactionType
    from pilotwire.ocpp.v201.datatypes._VariableType import VariableType
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_AuthorizationData": ("AuthorizationData",),
            "_CertificateHashDataChainType": ("CertificateHashDataChainType",),
            "_CertificateHashDataType": ("CertificateHashDataType",),
            "_ChargingLimitType": ("ChargingLimitType",),
            "_ChargingNeedsType": (
                "ACChargingParametersType",
                "DCChargingParametersType",
                "ChargingNeedsType",
            ),
            "_ChargingProfileCriterionType": ("ChargingProfileCriterionType",),
            "_ChargingProfileType": ("ChargingProfileType",),
            "_ChargingSchedulePeriodType": ("ChargingSchedulePeriodType",),
            "_ChargingScheduleType": (
                "CostType",
                "RelativeTimeIntervalType",
                "ConsumptionCostType",
                "SalesTariffEntryType",
                "SalesTariffType",
                "ChargingScheduleType",
            ),
            "_ChargingStationType": ("ModemType", "ChargingStationType"),
            "_ClearChargingProfileType": ("ClearChargingProfileType",),
            "_ClearMonitoringResultType": ("ClearMonitoringResultType",),
            "_ComponentType": ("ComponentType",),
            "_ComponentVariableType": ("ComponentVariableType",),
            "_CompositeScheduleType": ("CompositeScheduleType",),
            "_CustomDataType": ("CustomDataType",),
            "_EVSEType": ("EVSEType",),
            "_EventDataType": ("EventDataType",),
            "_FirmwareType": ("FirmwareType",),
            "_GetVariableDataType": ("GetVariableDataType",),
            "_GetVariableResultType": ("GetVariableResultType",),
            "_IdTokenInfoType": ("IdTokenInfoType",),
            "_IdTokenType": ("AdditionalInfoType", "IdTokenType"),
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
            "_TransactionType": ("TransactionType",),
            "_VariableType": ("VariableType",),
            "_limited": ("String512",),
        },
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
