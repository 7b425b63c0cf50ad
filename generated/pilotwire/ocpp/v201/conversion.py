"""Conversion between the messages of OCPP 2.1 and OCPP 2.0.1.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.conversion import Conversion, Instead, LeaveOut, Rounding
from pilotwire.ocpp.losses import Loss, LossKind, NarrowingError

__all__ = [
    "Loss",
    "LossKind",
    "NarrowingError",
    "narrow",
    "narrow_any",
    "narrowed_type",
    "widen",
    "widen_any",
    "widened_type",
]


_CONVERSION = Conversion(
    "pilotwire.ocpp.v21",
    "pilotwire.ocpp.v201",
    values={
        "CertificateSigningUseEnumType": {"V2G20Certificate": None},
        "ChargingLimitSourceEnumType": {"*": Instead("Other")},
        "ChargingProfileKindEnumType": {"Dynamic": LeaveOut("ChargingProfileType")},
        "ChargingProfilePurposeEnumType": {
            "PriorityCharging": LeaveOut("ChargingProfileType"),
            "LocalGeneration": LeaveOut("ChargingProfileType"),
        },
        "ClearMessageStatusEnumType": {"Rejected": Instead("Unknown")},
        "ConnectorEnumType": {"*": None},
        "DisplayMessageStatusEnumType": {"LanguageNotSupported": Instead("Rejected")},
        "EnergyTransferModeEnumType": {
            "AC_BPT": Instead("AC_single_phase"),
            "AC_BPT_DER": Instead("AC_single_phase"),
            "AC_DER": Instead("AC_single_phase"),
            "DC_BPT": Instead("DC"),
            "DC_ACDP": Instead("DC"),
            "DC_ACDP_BPT": Instead("DC"),
            "WPT": None,
        },
        "GetCertificateIdUseEnumType": {
            "OEMRootCertificate": LeaveOut("CertificateHashDataChainType")
        },
        "IdTokenEnumType": {"*": Instead("Local")},
        "InstallCertificateUseEnumType": {"OEMRootCertificate": None},
        "LocationEnumType": {"Upstream": LeaveOut("SampledValueType")},
        "LogEnumType": {"DataCollectorLog": None},
        "MeasurandEnumType": {
            "Current.Export.Offered": LeaveOut("SampledValueType"),
            "Current.Export.Minimum": LeaveOut("SampledValueType"),
            "Current.Import.Offered": LeaveOut("SampledValueType"),
            "Current.Import.Minimum": LeaveOut("SampledValueType"),
            "Display.PresentSOC": LeaveOut("SampledValueType"),
            "Display.MinimumSOC": LeaveOut("SampledValueType"),
            "Display.TargetSOC": LeaveOut("SampledValueType"),
            "Display.MaximumSOC": LeaveOut("SampledValueType"),
            "Display.RemainingTimeToMinimumSOC": LeaveOut("SampledValueType"),
            "Display.RemainingTimeToTargetSOC": LeaveOut("SampledValueType"),
            "Display.RemainingTimeToMaximumSOC": LeaveOut("SampledValueType"),
            "Display.ChargingComplete": LeaveOut("SampledValueType"),
            "Display.BatteryEnergyCapacity": LeaveOut("SampledValueType"),
            "Display.InletHot": LeaveOut("SampledValueType"),
            "Energy.Active.Import.CableLoss": LeaveOut("SampledValueType"),
            "Energy.Active.Import.LocalGeneration.Register": LeaveOut("SampledValueType"),
            "Energy.Active.Setpoint.Interval": LeaveOut("SampledValueType"),
            "EnergyRequest.Target": LeaveOut("SampledValueType"),
            "EnergyRequest.Minimum": LeaveOut("SampledValueType"),
            "EnergyRequest.Maximum": LeaveOut("SampledValueType"),
            "EnergyRequest.Minimum.V2X": LeaveOut("SampledValueType"),
            "EnergyRequest.Maximum.V2X": LeaveOut("SampledValueType"),
            "EnergyRequest.Bulk": LeaveOut("SampledValueType"),
            "Power.Active.Setpoint": LeaveOut("SampledValueType"),
            "Power.Active.Residual": LeaveOut("SampledValueType"),
            "Power.Export.Minimum": LeaveOut("SampledValueType"),
            "Power.Export.Offered": LeaveOut("SampledValueType"),
            "Power.Import.Offered": LeaveOut("SampledValueType"),
            "Power.Import.Minimum": LeaveOut("SampledValueType"),
            "Voltage.Minimum": LeaveOut("SampledValueType"),
            "Voltage.Maximum": LeaveOut("SampledValueType"),
        },
        "MessageFormatEnumType": {"QRCODE": Instead("UTF8")},
        "MessageStateEnumType": {
            "Suspended": LeaveOut("MessageInfoType"),
            "Discharging": LeaveOut("MessageInfoType"),
        },
        "MessageTriggerEnumType": {"SignV2G20Certificate": None, "CustomTrigger": None},
        "MonitorEnumType": {
            "TargetDelta": LeaveOut("VariableMonitoringType"),
            "TargetDeltaRelative": LeaveOut("VariableMonitoringType"),
        },
        "NotifyEVChargingNeedsStatusEnumType": {"NoChargingProfile": Instead("Rejected")},
        "OCPPInterfaceEnumType": {"Any": None},
        "OCPPVersionEnumType": {"OCPP201": Instead("OCPP20"), "OCPP21": Instead("OCPP20")},
        "ReasonEnumType": {"ReqEnergyTransferRejected": Instead("Other")},
        "ReservationUpdateStatusEnumType": {"NoTransaction": Instead("Removed")},
        "ResetEnumType": {"ImmediateAndResume": None},
        "TriggerReasonEnumType": {
            "CostLimitReached": Instead("EnergyLimitReached"),
            "LimitSet": Instead("ChargingRateChanged"),
            "OperationModeChanged": Instead("ChargingRateChanged"),
            "RunningCost": Instead("MeterValuePeriodic"),
            "SoCLimitReached": Instead("EnergyLimitReached"),
            "TariffChanged": Instead("MeterValuePeriodic"),
            "TariffNotAccepted": Instead("Deauthorized"),
            "TxResumed": Instead("ChargingStateChanged"),
        },
    },
    missing={
        ("ChargingSchedulePeriodType", "limit"): LeaveOut("ChargingProfileType"),
        ("NetworkConnectionProfileType", "ocppVersion"): Instead("OCPP20"),
        ("SignedMeterValueType", "publicKey"): Instead(""),
        ("SignedMeterValueType", "signingMethod"): Instead(""),
    },
    rounded={
        ("ACChargingParametersType", "energyAmount"): Rounding.UP,
        ("ACChargingParametersType", "evMaxCurrent"): Rounding.DOWN,
        ("ACChargingParametersType", "evMaxVoltage"): Rounding.DOWN,
        ("ACChargingParametersType", "evMinCurrent"): Rounding.UP,
        ("DCChargingParametersType", "energyAmount"): Rounding.UP,
        ("DCChargingParametersType", "evEnergyCapacity"): Rounding.NEAREST,
        ("DCChargingParametersType", "evMaxCurrent"): Rounding.DOWN,
        ("DCChargingParametersType", "evMaxPower"): Rounding.DOWN,
        ("DCChargingParametersType", "evMaxVoltage"): Rounding.DOWN,
    },
    cut={("StatusInfoType", "additionalInfo"): 512},
    added={("VariableMonitoringType", "eventNotificationType"): "CustomMonitor"},
    apart=frozenset(),
)

narrow_any = _CONVERSION.narrow
widen_any = _CONVERSION.widen
narrowed_type = _CONVERSION.narrowed_type
widened_type = _CONVERSION.widened_type

if TYPE_CHECKING:
    from pilotwire.ocpp.v201.conversion_types import narrow, widen
else:
    narrow, widen = narrow_any, widen_any
