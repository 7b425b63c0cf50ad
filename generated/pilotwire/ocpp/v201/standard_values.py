"""Values that OCPP 2.0.1 lists outside its schemas.

Written by `python -m codegen generate`; never edited by hand.
"""

from enum import StrEnum

__all__ = [
    "CRITICAL_SECURITY_EVENTS",
    "ComponentName",
    "ReasonCode",
    "SecurityEvent",
    "StandardUnit",
]

# ruff: noqa: S105


class ComponentName(StrEnum):
    """Standard components."""

    ALIGNED_DATA_CTRLR = "AlignedDataCtrlr"
    AUTH_CTRLR = "AuthCtrlr"
    AUTH_CACHE_CTRLR = "AuthCacheCtrlr"
    CH_ADE_MO_CTRLR = "CHAdeMOCtrlr"
    CLOCK_CTRLR = "ClockCtrlr"
    DEVICE_DATA_CTRLR = "DeviceDataCtrlr"
    DISPLAY_MESSAGE_CTRLR = "DisplayMessageCtrlr"
    ISO15118_CTRLR = "ISO15118Ctrlr"
    LOCAL_AUTH_LIST_CTRLR = "LocalAuthListCtrlr"
    MONITORING_CTRLR = "MonitoringCtrlr"
    OCPP_COMM_CTRLR = "OCPPCommCtrlr"
    RESERVATION_CTRLR = "ReservationCtrlr"
    SAMPLED_DATA_CTRLR = "SampledDataCtrlr"
    SECURITY_CTRLR = "SecurityCtrlr"
    SMART_CHARGING_CTRLR = "SmartChargingCtrlr"
    TARIFF_COST_CTRLR = "TariffCostCtrlr"
    TX_CTRLR = "TxCtrlr"
    ACCESS_BARRIER = "AccessBarrier"
    AC_DC_CONVERTER = "AcDcConverter"
    AC_PHASE_SELECTOR = "AcPhaseSelector"
    ACTUATOR = "Actuator"
    AIR_COOLING_SYSTEM = "AirCoolingSystem"
    AREA_VENTILATION = "AreaVentilation"
    BAY_OCCUPANCY_SENSOR = "BayOccupancySensor"
    BEACON_LIGHTING = "BeaconLighting"
    CABLE_BREAKAWAY_SENSOR = "CableBreakawaySensor"
    CASE_ACCESS_SENSOR = "CaseAccessSensor"
    CHARGING_STATION = "ChargingStation"
    CHARGING_STATUS_INDICATOR = "ChargingStatusIndicator"
    CONNECTED_EV = "ConnectedEV"
    CONNECTOR = "Connector"
    CONNECTOR_HOLSTER_RELEASE = "ConnectorHolsterRelease"
    CONNECTOR_HOLSTER_SENSOR = "ConnectorHolsterSensor"
    CONNECTOR_PLUG_RETENTION_LOCK = "ConnectorPlugRetentionLock"
    CONNECTOR_PROTECTION_RELEASE = "ConnectorProtectionRelease"
    CONTROLLER = "Controller"
    CONTROL_METERING = "ControlMetering"
    CPPWM_CONTROLLER = "CPPWMController"
    DATA_LINK = "DataLink"
    DISPLAY = "Display"
    DISTRIBUTION_PANEL = "DistributionPanel"
    ELECTRICAL_FEED = "ElectricalFeed"
    ELV_SUPPLY = "ELVSupply"
    EMERGENCY_STOP_SENSOR = "EmergencyStopSensor"
    ENVIRONMENTAL_LIGHTING = "EnvironmentalLighting"
    EV_RETENTION_LOCK = "EVRetentionLock"
    EVSE = "EVSE"
    EXTERNAL_TEMPERATURE_SENSOR = "ExternalTemperatureSensor"
    FISCAL_METERING = "FiscalMetering"
    FLOOD_SENSOR = "FloodSensor"
    GROUND_ISOLATION_PROTECTION = "GroundIsolationProtection"
    HEATER = "Heater"
    HUMIDITY_SENSOR = "HumiditySensor"
    LIGHT_SENSOR = "LightSensor"
    LIQUID_COOLING_SYSTEM = "LiquidCoolingSystem"
    LOCAL_AVAILABILITY_SENSOR = "LocalAvailabilitySensor"
    LOCAL_CONTROLLER = "LocalController"
    LOCAL_ENERGY_STORAGE = "LocalEnergyStorage"
    OVER_CURRENT_PROTECTION = "OverCurrentProtection"
    OVER_CURRENT_PROTECTION_RECLOSER = "OverCurrentProtectionRecloser"
    POWER_CONTACTOR = "PowerContactor"
    RCD = "RCD"
    RCD_RECLOSER = "RCDRecloser"
    REAL_TIME_CLOCK = "RealTimeClock"
    SHOCK_SENSOR = "ShockSensor"
    SPACES_COUNT_SIGNAGE = "SpacesCountSignage"
    SWITCH = "Switch"
    TEMPERATURE_SENSOR = "TemperatureSensor"
    TILT_SENSOR = "TiltSensor"
    TOKEN_READER = "TokenReader"
    UPSTREAM_PROTECTION_TRIGGER = "UpstreamProtectionTrigger"
    UI_INPUT = "UIInput"
    VEHICLE_ID_SENSOR = "VehicleIdSensor"
    CUSTOMIZATION_CTRLR = "CustomizationCtrlr"


class ReasonCode(StrEnum):
    """Reasons in a status info."""

    CS_NOT_ACCEPTED = "CSNotAccepted"
    DUPLICATE_PROFILE = "DuplicateProfile"
    DUPLICATE_REQUEST_ID = "DuplicateRequestId"
    FIXED_CABLE = "FixedCable"
    FW_UPDATE_IN_PROGRESS = "FwUpdateInProgress"
    INTERNAL_ERROR = "InternalError"
    INVALID_CERTIFICATE = "InvalidCertificate"
    INVALID_CSR = "InvalidCSR"
    INVALID_ID_TOKEN = "InvalidIdToken"
    INVALID_MESSAGE_SEQ = "InvalidMessageSeq"
    INVALID_PROFILE = "InvalidProfile"
    INVALID_SCHEDULE = "InvalidSchedule"
    INVALID_STACK_LEVEL = "InvalidStackLevel"
    INVALID_URL = "InvalidURL"
    INVALID_VALUE = "InvalidValue"
    MISSING_DEV_MODEL_INFO = "MissingDevModelInfo"
    MISSING_PARAM = "MissingParam"
    NO_CABLE = "NoCable"
    NO_ERROR = "NoError"
    NOT_ENABLED = "NotEnabled"
    NOT_FOUND = "NotFound"
    OUT_OF_MEMORY = "OutOfMemory"
    OUT_OF_STORAGE = "OutOfStorage"
    READ_ONLY = "ReadOnly"
    TOO_LARGE_ELEMENT = "TooLargeElement"
    TOO_MANY_ELEMENTS = "TooManyElements"
    TX_IN_PROGRESS = "TxInProgress"
    TX_NOT_FOUND = "TxNotFound"
    TX_STARTED = "TxStarted"
    UNKNOWN_CONNECTOR_ID = "UnknownConnectorId"
    UNKNOWN_CONNECTOR_TYPE = "UnknownConnectorType"
    UNKNOWN_EVSE = "UnknownEvse"
    UNKNOWN_TX_ID = "UnknownTxId"
    UNSPECIFIED = "Unspecified"
    UNSUPPORTED_PARAM = "UnsupportedParam"
    UNSUPPORTED_RATE_UNIT = "UnsupportedRateUnit"
    UNSUPPORTED_REQUEST = "UnsupportedRequest"
    VALUE_OUT_OF_RANGE = "ValueOutOfRange"
    VALUE_POSITIVE_ONLY = "ValuePositiveOnly"
    VALUE_TOO_HIGH = "ValueTooHigh"
    VALUE_TOO_LOW = "ValueTooLow"
    VALUE_ZERO_NOT_ALLOWED = "ValueZeroNotAllowed"
    WRITE_ONLY = "WriteOnly"
    INVALID_CONF_SLOT = "InvalidConfSlot"
    INVALID_NETWORK_CONF = "InvalidNetworkConf"
    NO_SECURITY_DOWNGRADE = "NoSecurityDowngrade"


class SecurityEvent(StrEnum):
    """Security events."""

    FIRMWARE_UPDATED = "FirmwareUpdated"
    FAILED_TO_AUTHENTICATE_AT_CSMS = "FailedToAuthenticateAtCsms"
    CSMS_FAILED_TO_AUTHENTICATE = "CsmsFailedToAuthenticate"
    SETTING_SYSTEM_TIME = "SettingSystemTime"
    STARTUP_OF_THE_DEVICE = "StartupOfTheDevice"
    RESET_OR_REBOOT = "ResetOrReboot"
    SECURITY_LOG_WAS_CLEARED = "SecurityLogWasCleared"
    RECONFIGURATION_OF_SECURITY_PARAMETERS = "ReconfigurationOfSecurityParameters"
    MEMORY_EXHAUSTION = "MemoryExhaustion"
    INVALID_MESSAGES = "InvalidMessages"
    ATTEMPTED_REPLAY_ATTACKS = "AttemptedReplayAttacks"
    TAMPER_DETECTION_ACTIVATED = "TamperDetectionActivated"
    INVALID_FIRMWARE_SIGNATURE = "InvalidFirmwareSignature"
    INVALID_FIRMWARE_SIGNING_CERTIFICATE = "InvalidFirmwareSigningCertificate"
    INVALID_CSMS_CERTIFICATE = "InvalidCsmsCertificate"
    INVALID_CHARGING_STATION_CERTIFICATE = "InvalidChargingStationCertificate"
    INVALID_TLS_VERSION = "InvalidTLSVersion"
    INVALID_TLS_CIPHER_SUITE = "InvalidTLSCipherSuite"
    MAINTENANCE_LOGIN_ACCEPTED = "MaintenanceLoginAccepted"
    MAINTENANCE_LOGIN_FAILED = "MaintenanceLoginFailed"


class StandardUnit(StrEnum):
    """Units of measure."""

    A = "A"
    ASU = "ASU"
    B = "B"
    CELSIUS = "Celsius"
    DB = "dB"
    DBM = "dBm"
    DEG = "Deg"
    FAHRENHEIT = "Fahrenheit"
    HZ = "Hz"
    K = "K"
    LX = "lx"
    M = "m"
    MS2 = "ms2"
    N = "N"
    OHM = "Ohm"
    KPA = "kPa"
    PERCENT = "Percent"
    RH = "RH"
    RPM = "RPM"
    S = "s"
    V = "V"
    VA = "VA"
    KVA = "kVA"
    V_AH = "VAh"
    KVAH = "kVAh"
    VAR = "var"
    KVAR = "kvar"
    VARH = "varh"
    KVARH = "kvarh"
    W = "W"
    KW = "kW"
    WH = "Wh"
    KWH = "kWh"


CRITICAL_SECURITY_EVENTS: frozenset[SecurityEvent] = frozenset(
    {
        SecurityEvent.FIRMWARE_UPDATED,
        SecurityEvent.SETTING_SYSTEM_TIME,
        SecurityEvent.STARTUP_OF_THE_DEVICE,
        SecurityEvent.RESET_OR_REBOOT,
        SecurityEvent.SECURITY_LOG_WAS_CLEARED,
        SecurityEvent.MEMORY_EXHAUSTION,
        SecurityEvent.TAMPER_DETECTION_ACTIVATED,
        SecurityEvent.INVALID_FIRMWARE_SIGNATURE,
        SecurityEvent.INVALID_FIRMWARE_SIGNING_CERTIFICATE,
        SecurityEvent.INVALID_CSMS_CERTIFICATE,
        SecurityEvent.INVALID_CHARGING_STATION_CERTIFICATE,
        SecurityEvent.INVALID_TLS_VERSION,
        SecurityEvent.INVALID_TLS_CIPHER_SUITE,
        SecurityEvent.MAINTENANCE_LOGIN_ACCEPTED,
        SecurityEvent.MAINTENANCE_LOGIN_FAILED,
    }
)
"""Events that a station tells its CSMS of at once."""
