"""Standard configuration keys of OCPP 1.6 with the security extension.

Written by `python -m codegen generate`; never edited by hand.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pilotwire.ocpp.specs import (
    BOOLEAN,
    INTEGER,
    PASSWORD,
    SEQUENCE_LIST,
    STRING,
    Access,
    ConfigurationKey,
)

__all__ = [
    "KEYS",
    "Keys",
]


class Keys:
    """Standard configuration keys of OCPP 1.6 with the security extension."""

    AdditionalRootCertificateCheck: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="AdditionalRootCertificateCheck",
        datatype=BOOLEAN,
        access=Access.READ,
        profile="Security",
    )
    """Optional of Security (white paper 7.1)."""
    AllowOfflineTxForUnknownId: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="AllowOfflineTxForUnknownId",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="Core",
    )
    """Optional of Core (9.1.1)."""
    AuthorizationCacheEnabled: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="AuthorizationCacheEnabled", datatype=BOOLEAN, access=Access.READ_WRITE, profile="Core"
    )
    """Optional of Core (9.1.2)."""
    AuthorizationKey: Final[ConfigurationKey[str]] = ConfigurationKey(
        name="AuthorizationKey",
        datatype=PASSWORD,
        access=Access.WRITE,
        profile="Security",
        minimum=16,
        maximum=40,
    )
    """Optional of Security (white paper 7.2, OCPP-J errata 3.12). 16 to 40 characters."""
    AuthorizeRemoteTxRequests: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="AuthorizeRemoteTxRequests",
        datatype=BOOLEAN,
        access=Access.READ_OR_READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.3)."""
    BlinkRepeat: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="BlinkRepeat",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("times",),
    )
    """Optional of Core (9.1.4). In times. At least 0."""
    CentralContractValidationAllowed: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="CentralContractValidationAllowed",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="ISO 15118",
    )
    """Optional of ISO 15118 (ISO 15118 note 9.1)."""
    CertSigningRepeatTimes: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="CertSigningRepeatTimes",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="ISO 15118",
        minimum=0,
    )
    """Optional of ISO 15118 (ISO 15118 note 9.4). At least 0."""
    CertSigningWaitMinimum: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="CertSigningWaitMinimum",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="ISO 15118",
        minimum=0,
        units=("seconds",),
    )
    """Optional of ISO 15118 (ISO 15118 note 9.3). In seconds. At least 0."""
    CertificateSignedMaxChainSize: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="CertificateSignedMaxChainSize",
        datatype=INTEGER,
        access=Access.READ,
        profile="Security",
        maximum=10000,
    )
    """Optional of Security (white paper 7.3). At most 10000."""
    CertificateStoreMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="CertificateStoreMaxLength", datatype=INTEGER, access=Access.READ, profile="Security"
    )
    """Optional of Security (white paper 7.4)."""
    ChargeProfileMaxStackLevel: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="ChargeProfileMaxStackLevel",
        datatype=INTEGER,
        access=Access.READ,
        profile="Smart Charging",
        required=True,
    )
    """Required of Smart Charging (9.4.1)."""
    ChargingScheduleAllowedChargingRateUnit: Final[ConfigurationKey[tuple[str, ...]]] = (
        ConfigurationKey(
            name="ChargingScheduleAllowedChargingRateUnit",
            datatype=SEQUENCE_LIST,
            access=Access.READ,
            profile="Smart Charging",
            values=("Current", "Power"),
            required=True,
        )
    )
    """Required of Smart Charging (9.4.2)."""
    ChargingScheduleMaxPeriods: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="ChargingScheduleMaxPeriods",
        datatype=INTEGER,
        access=Access.READ,
        profile="Smart Charging",
        required=True,
    )
    """Required of Smart Charging (9.4.3)."""
    ClockAlignedDataInterval: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="ClockAlignedDataInterval",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
        required=True,
    )
    """Required of Core (9.1.5). In seconds. At least 0."""
    ConnectionTimeOut: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="ConnectionTimeOut",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
        required=True,
    )
    """Required of Core (9.1.6). In seconds. At least 0."""
    ConnectorPhaseRotation: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="ConnectorPhaseRotation",
        datatype=SEQUENCE_LIST,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.7)."""
    ConnectorPhaseRotationMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="ConnectorPhaseRotationMaxLength", datatype=INTEGER, access=Access.READ, profile="Core"
    )
    """Optional of Core (9.1.8)."""
    ConnectorSwitch3to1PhaseSupported: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="ConnectorSwitch3to1PhaseSupported",
        datatype=BOOLEAN,
        access=Access.READ,
        profile="Smart Charging",
    )
    """Optional of Smart Charging (9.4.4)."""
    ContractValidationOffline: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="ContractValidationOffline",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="ISO 15118",
        required=True,
    )
    """Required of ISO 15118 (ISO 15118 note 9.6)."""
    CpoName: Final[ConfigurationKey[str]] = ConfigurationKey(
        name="CpoName", datatype=STRING, access=Access.READ_WRITE, profile="Security"
    )
    """Optional of Security (white paper 7.5)."""
    GetConfigurationMaxKeys: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="GetConfigurationMaxKeys",
        datatype=INTEGER,
        access=Access.READ,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.9)."""
    HeartbeatInterval: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="HeartbeatInterval",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
        required=True,
    )
    """Required of Core (9.1.10). In seconds. At least 0."""
    ISO15118PnCEnabled: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="ISO15118PnCEnabled",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="ISO 15118",
        required=True,
    )
    """Required of ISO 15118 (ISO 15118 note 9.7)."""
    LightIntensity: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="LightIntensity",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        maximum=100,
        units=("%",),
    )
    """Optional of Core (9.1.11). In %. 0 to 100."""
    LocalAuthListEnabled: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="LocalAuthListEnabled",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="Local Auth List Management",
        required=True,
    )
    """Required of Local Auth List Management (9.2.1)."""
    LocalAuthListMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="LocalAuthListMaxLength",
        datatype=INTEGER,
        access=Access.READ,
        profile="Local Auth List Management",
        required=True,
    )
    """Required of Local Auth List Management (9.2.2)."""
    LocalAuthorizeOffline: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="LocalAuthorizeOffline",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.12)."""
    LocalPreAuthorize: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="LocalPreAuthorize",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.13)."""
    MaxChargingProfilesInstalled: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MaxChargingProfilesInstalled",
        datatype=INTEGER,
        access=Access.READ,
        profile="Smart Charging",
        required=True,
    )
    """Required of Smart Charging (9.4.5)."""
    MaxEnergyOnInvalidId: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MaxEnergyOnInvalidId",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("Wh",),
    )
    """Optional of Core (9.1.14). In Wh. At least 0."""
    MessageTimeout: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MessageTimeout",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
    )
    """Optional of Core (errata 3.83). In seconds. At least 0."""
    MeterValueSampleInterval: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MeterValueSampleInterval",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
        required=True,
    )
    """Required of Core (9.1.19). In seconds. At least 0."""
    MeterValuesAlignedData: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="MeterValuesAlignedData",
        datatype=SEQUENCE_LIST,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.15)."""
    MeterValuesAlignedDataMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MeterValuesAlignedDataMaxLength", datatype=INTEGER, access=Access.READ, profile="Core"
    )
    """Optional of Core (9.1.16)."""
    MeterValuesSampledData: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="MeterValuesSampledData",
        datatype=SEQUENCE_LIST,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
        default=("Energy.Active.Import.Register",),
    )
    """Required of Core (9.1.17)."""
    MeterValuesSampledDataMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MeterValuesSampledDataMaxLength", datatype=INTEGER, access=Access.READ, profile="Core"
    )
    """Optional of Core (9.1.18)."""
    MinimumStatusDuration: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="MinimumStatusDuration",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
    )
    """Optional of Core (9.1.20). In seconds. At least 0."""
    NumberOfConnectors: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="NumberOfConnectors",
        datatype=INTEGER,
        access=Access.READ,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.21)."""
    ReserveConnectorZeroSupported: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="ReserveConnectorZeroSupported",
        datatype=BOOLEAN,
        access=Access.READ,
        profile="Reservation",
    )
    """Optional of Reservation (9.3.1)."""
    ResetRetries: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="ResetRetries",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("times",),
        required=True,
    )
    """Required of Core (9.1.22). In times. At least 0."""
    SecurityProfile: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="SecurityProfile",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Security",
        minimum=0,
        maximum=3,
        default=0,
    )
    """Optional of Security (white paper 7.6). 0 to 3."""
    SendLocalListMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="SendLocalListMaxLength",
        datatype=INTEGER,
        access=Access.READ,
        profile="Local Auth List Management",
        required=True,
    )
    """Required of Local Auth List Management (9.2.3)."""
    StopTransactionMaxMeterValues: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="StopTransactionMaxMeterValues", datatype=INTEGER, access=Access.READ, profile="Core"
    )
    """Optional of Core (errata 3.91)."""
    StopTransactionOnEVSideDisconnect: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="StopTransactionOnEVSideDisconnect",
        datatype=BOOLEAN,
        access=Access.READ_OR_READ_WRITE,
        profile="Core",
    )
    """Optional of Core (9.1.23, errata 3.80)."""
    StopTransactionOnInvalidId: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="StopTransactionOnInvalidId",
        datatype=BOOLEAN,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.24)."""
    StopTxnAlignedData: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="StopTxnAlignedData",
        datatype=SEQUENCE_LIST,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.25)."""
    StopTxnAlignedDataMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="StopTxnAlignedDataMaxLength", datatype=INTEGER, access=Access.READ, profile="Core"
    )
    """Optional of Core (9.1.26)."""
    StopTxnSampledData: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="StopTxnSampledData",
        datatype=SEQUENCE_LIST,
        access=Access.READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.27)."""
    StopTxnSampledDataMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="StopTxnSampledDataMaxLength", datatype=INTEGER, access=Access.READ, profile="Core"
    )
    """Optional of Core (9.1.28)."""
    SupportedFeatureProfiles: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="SupportedFeatureProfiles",
        datatype=SEQUENCE_LIST,
        access=Access.READ,
        profile="Core",
        values=(
            "Core",
            "FirmwareManagement",
            "LocalAuthListManagement",
            "Reservation",
            "SmartCharging",
            "RemoteTrigger",
        ),
        required=True,
    )
    """Required of Core (9.1.29)."""
    SupportedFeatureProfilesMaxLength: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="SupportedFeatureProfilesMaxLength",
        datatype=INTEGER,
        access=Access.READ,
        profile="Core",
    )
    """Optional of Core (9.1.30, errata 3.81)."""
    SupportedFileTransferProtocols: Final[ConfigurationKey[tuple[str, ...]]] = ConfigurationKey(
        name="SupportedFileTransferProtocols",
        datatype=SEQUENCE_LIST,
        access=Access.READ,
        profile="Firmware Management",
        values=("FTP", "FTPS", "HTTP", "HTTPS"),
    )
    """Optional of Firmware Management (errata 3.90)."""
    TransactionMessageAttempts: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="TransactionMessageAttempts",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("times",),
        required=True,
    )
    """Required of Core (9.1.31). In times. At least 0."""
    TransactionMessageRetryInterval: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="TransactionMessageRetryInterval",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
        required=True,
    )
    """Required of Core (9.1.32). In seconds. At least 0."""
    UnlockConnectorOnEVSideDisconnect: Final[ConfigurationKey[bool]] = ConfigurationKey(
        name="UnlockConnectorOnEVSideDisconnect",
        datatype=BOOLEAN,
        access=Access.READ_OR_READ_WRITE,
        profile="Core",
        required=True,
    )
    """Required of Core (9.1.33, errata 3.84)."""
    WebSocketPingInterval: Final[ConfigurationKey[int]] = ConfigurationKey(
        name="WebSocketPingInterval",
        datatype=INTEGER,
        access=Access.READ_WRITE,
        profile="Core",
        minimum=0,
        units=("seconds",),
    )
    """Optional of Core (9.1.34, OCPP-J 7). In seconds. At least 0."""


KEYS: Mapping[str, ConfigurationKey[Any]] = MappingProxyType(
    {
        "AdditionalRootCertificateCheck": Keys.AdditionalRootCertificateCheck,
        "AllowOfflineTxForUnknownId": Keys.AllowOfflineTxForUnknownId,
        "AuthorizationCacheEnabled": Keys.AuthorizationCacheEnabled,
        "AuthorizationKey": Keys.AuthorizationKey,
        "AuthorizeRemoteTxRequests": Keys.AuthorizeRemoteTxRequests,
        "BlinkRepeat": Keys.BlinkRepeat,
        "CentralContractValidationAllowed": Keys.CentralContractValidationAllowed,
        "CertSigningRepeatTimes": Keys.CertSigningRepeatTimes,
        "CertSigningWaitMinimum": Keys.CertSigningWaitMinimum,
        "CertificateSignedMaxChainSize": Keys.CertificateSignedMaxChainSize,
        "CertificateStoreMaxLength": Keys.CertificateStoreMaxLength,
        "ChargeProfileMaxStackLevel": Keys.ChargeProfileMaxStackLevel,
        "ChargingScheduleAllowedChargingRateUnit": Keys.ChargingScheduleAllowedChargingRateUnit,
        "ChargingScheduleMaxPeriods": Keys.ChargingScheduleMaxPeriods,
        "ClockAlignedDataInterval": Keys.ClockAlignedDataInterval,
        "ConnectionTimeOut": Keys.ConnectionTimeOut,
        "ConnectorPhaseRotation": Keys.ConnectorPhaseRotation,
        "ConnectorPhaseRotationMaxLength": Keys.ConnectorPhaseRotationMaxLength,
        "ConnectorSwitch3to1PhaseSupported": Keys.ConnectorSwitch3to1PhaseSupported,
        "ContractValidationOffline": Keys.ContractValidationOffline,
        "CpoName": Keys.CpoName,
        "GetConfigurationMaxKeys": Keys.GetConfigurationMaxKeys,
        "HeartbeatInterval": Keys.HeartbeatInterval,
        "ISO15118PnCEnabled": Keys.ISO15118PnCEnabled,
        "LightIntensity": Keys.LightIntensity,
        "LocalAuthListEnabled": Keys.LocalAuthListEnabled,
        "LocalAuthListMaxLength": Keys.LocalAuthListMaxLength,
        "LocalAuthorizeOffline": Keys.LocalAuthorizeOffline,
        "LocalPreAuthorize": Keys.LocalPreAuthorize,
        "MaxChargingProfilesInstalled": Keys.MaxChargingProfilesInstalled,
        "MaxEnergyOnInvalidId": Keys.MaxEnergyOnInvalidId,
        "MessageTimeout": Keys.MessageTimeout,
        "MeterValueSampleInterval": Keys.MeterValueSampleInterval,
        "MeterValuesAlignedData": Keys.MeterValuesAlignedData,
        "MeterValuesAlignedDataMaxLength": Keys.MeterValuesAlignedDataMaxLength,
        "MeterValuesSampledData": Keys.MeterValuesSampledData,
        "MeterValuesSampledDataMaxLength": Keys.MeterValuesSampledDataMaxLength,
        "MinimumStatusDuration": Keys.MinimumStatusDuration,
        "NumberOfConnectors": Keys.NumberOfConnectors,
        "ReserveConnectorZeroSupported": Keys.ReserveConnectorZeroSupported,
        "ResetRetries": Keys.ResetRetries,
        "SecurityProfile": Keys.SecurityProfile,
        "SendLocalListMaxLength": Keys.SendLocalListMaxLength,
        "StopTransactionMaxMeterValues": Keys.StopTransactionMaxMeterValues,
        "StopTransactionOnEVSideDisconnect": Keys.StopTransactionOnEVSideDisconnect,
        "StopTransactionOnInvalidId": Keys.StopTransactionOnInvalidId,
        "StopTxnAlignedData": Keys.StopTxnAlignedData,
        "StopTxnAlignedDataMaxLength": Keys.StopTxnAlignedDataMaxLength,
        "StopTxnSampledData": Keys.StopTxnSampledData,
        "StopTxnSampledDataMaxLength": Keys.StopTxnSampledDataMaxLength,
        "SupportedFeatureProfiles": Keys.SupportedFeatureProfiles,
        "SupportedFeatureProfilesMaxLength": Keys.SupportedFeatureProfilesMaxLength,
        "SupportedFileTransferProtocols": Keys.SupportedFileTransferProtocols,
        "TransactionMessageAttempts": Keys.TransactionMessageAttempts,
        "TransactionMessageRetryInterval": Keys.TransactionMessageRetryInterval,
        "UnlockConnectorOnEVSideDisconnect": Keys.UnlockConnectorOnEVSideDisconnect,
        "WebSocketPingInterval": Keys.WebSocketPingInterval,
    }
)
"""Every standard key by its name."""
