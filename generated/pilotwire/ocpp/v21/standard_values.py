"""Values that OCPP 2.1 lists outside its schemas.

Written by `python -m codegen generate`; never edited by hand.
"""

from enum import StrEnum

__all__ = [
    "AdditionalInfoKind",
    "CRITICAL_SECURITY_EVENTS",
    "ChargingLimitSource",
    "ComponentName",
    "ConnectorKind",
    "IdTokenKind",
    "PaymentBrand",
    "PaymentInfoKind",
    "PaymentRecognition",
    "ReasonCode",
    "SecurityEvent",
    "SigningMethod",
    "StandardUnit",
]

# ruff: noqa: S105


class AdditionalInfoKind(StrEnum):
    """Types of additional information on a token."""

    EVCCID = "EVCCID"
    ISO14443_SUB_TYPE = "ISO14443SubType"


class PaymentInfoKind(StrEnum):
    """Types of additional information on a payment."""

    PSP_REF = "PspRef"
    SESSION_REF = "SessionRef"
    MERCHANT_REF = "MerchantRef"
    PAYMENT_BRAND = "PaymentBrand"
    READING_METHOD = "ReadingMethod"
    PAYMENT_RECOGNITION = "PaymentRecognition"
    CARD_BIN = "CardBin"
    CARD_LAST4_DIGITS = "CardLast4Digits"
    CARD_EXPIRY_DATE = "CardExpiryDate"
    HASHED_CARD_NR = "HashedCardNr"
    WALLET_USER_ID = "WalletUserId"


class ChargingLimitSource(StrEnum):
    """Sources of charging limits."""

    EMS = "EMS"
    OTHER = "Other"
    SO = "SO"
    CSO = "CSO"


class ComponentName(StrEnum):
    """Standard components."""

    ALIGNED_DATA_CTRLR = "AlignedDataCtrlr"
    AUTH_CACHE_CTRLR = "AuthCacheCtrlr"
    AUTH_CTRLR = "AuthCtrlr"
    CH_ADE_MO_CTRLR = "CHAdeMOCtrlr"
    CLOCK_CTRLR = "ClockCtrlr"
    CUSTOMIZATION_CTRLR = "CustomizationCtrlr"
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
    V2X_CHARGING_CTRLR = "V2XChargingCtrlr"
    DCDER_CTRLR = "DCDERCtrlr"
    ACDER_CTRLR = "ACDERCtrlr"
    BATTERY_SWAP_CTRLR = "BatterySwapCtrlr"
    WEB_PAYMENTS_CTRLR = "WebPaymentsCtrlr"
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
    BATTERY_CARTRIDGE = "BatteryCartridge"
    DATA_COLLECTOR = "DataCollector"
    FREQUENCY_SIMULATOR = "FrequencySimulator"
    NETWORK_CONFIGURATION = "NetworkConfiguration"
    PAYMENT_CTRLR = "PaymentCtrlr"


class ConnectorKind(StrEnum):
    """Types of connectors."""

    C_CCS1 = "cCCS1"
    C_CCS2 = "cCCS2"
    C_CHAO_JI = "cChaoJi"
    C_G105 = "cG105"
    C_GBT_DC = "cGBT-DC"
    C_LECCS = "cLECCS"
    C_MCS = "cMCS"
    C_NACS = "cNACS"
    C_NACS_CCS1 = "cNACS-CCS1"
    C_CCS1_NACS = "cCCS1-NACS"
    C_TESLA = "cTesla"
    C_TYPE1 = "cType1"
    C_TYPE2 = "cType2"
    C_ULTRA_CHAO_JI = "cUltraChaoJi"
    S309_1P_16A = "s309-1P-16A"
    S309_1P_32A = "s309-1P-32A"
    S309_3P_16A = "s309-3P-16A"
    S309_3P_32A = "s309-3P-32A"
    S_BS1361 = "sBS1361"
    S_CEE_7_7 = "sCEE-7-7"
    S_TYPE1 = "sType1"
    S_TYPE2 = "sType2"
    S_TYPE3 = "sType3"
    W_INDUCTIVE = "wInductive"
    W_RESONANT = "wResonant"
    OTHER_1PH_MAX_16A = "Other1PhMax16A"
    OTHER_1PH_OVER_16A = "Other1PhOver16A"
    OTHER_3PH = "Other3Ph"
    PAN = "Pan"
    UNDETERMINED = "Undetermined"
    UNKNOWN = "Unknown"
    B_BATTERY_SLOT = "bBatterySlot"


class IdTokenKind(StrEnum):
    """Types of tokens."""

    CENTRAL = "Central"
    DIRECT_PAYMENT = "DirectPayment"
    EMAID = "eMAID"
    EVCCID = "EVCCID"
    ISO14443 = "ISO14443"
    ISO15693 = "ISO15693"
    KEY_CODE = "KeyCode"
    LOCAL = "Local"
    MAC_ADDRESS = "MacAddress"
    NO_AUTHORIZATION = "NoAuthorization"
    VIN = "VIN"


class PaymentBrand(StrEnum):
    """Brands of payment cards."""

    AMEX = "AMEX"
    APPLE_PAY = "ApplePay"
    BANCONTACT = "Bancontact"
    BANK_AXEPT = "BankAxept"
    CARNET = "Carnet"
    CARTES_BANCAIRES = "CartesBancaires"
    DANKORT = "Dankort"
    DINERS = "Diners"
    DISCOVER = "Discover"
    EFTPOS_AUSTRALIA = "EftposAustralia"
    ELO = "Elo"
    GIROCARD = "Girocard"
    GOOGLE_PAY = "GooglePay"
    HIPERCARD = "Hipercard"
    INTERAC = "Interac"
    JCB = "JCB"
    MAESTRO = "Maestro"
    MASTERCARD = "Mastercard"
    SAMSUNG_PAY = "SamsungPay"
    UNION_PAY = "UnionPay"
    V_PAY = "VPay"
    VISA = "Visa"


class PaymentRecognition(StrEnum):
    """Means of payment."""

    CC = "CC"
    DEBIT = "Debit"
    ALIPAY = "Alipay"
    APPLE_PAY = "ApplePay"
    GOOGLE_PAY = "GooglePay"
    GRAB_PAY = "GrabPay"
    PAY_PAL = "PayPal"
    SAMSUNG_PAY = "SamsungPay"
    WE_CHAT_PAY = "WeChatPay"


class ReasonCode(StrEnum):
    """Reasons in a status info."""

    DUPLICATE_PROFILE = "DuplicateProfile"
    INVALID_PROFILE = "InvalidProfile"
    INVALID_PROFILE_ID = "InvalidProfileId"
    INVALID_SCHEDULE = "InvalidSchedule"
    INVALID_STACK_LEVEL = "InvalidStackLevel"
    NO_FREQ_WATT_CURVE = "NoFreqWattCurve"
    NO_PHASE_FOR_DC = "NoPhaseForDC"
    NO_SIGNAL_WATT_CURVE = "NoSignalWattCurve"
    RATE_LIMIT_EXCEEDED = "RateLimitExceeded"
    UNSUPPORTED_KIND = "UnsupportedKind"
    UNSUPPORTED_PURPOSE = "UnsupportedPurpose"
    UNSUPPORTED_RATE_UNIT = "UnsupportedRateUnit"
    CS_NOT_ACCEPTED = "CSNotAccepted"
    FIXED_CABLE = "FixedCable"
    NO_CABLE = "NoCable"
    UNKNOWN_CONNECTOR_ID = "UnknownConnectorId"
    UNKNOWN_CONNECTOR_TYPE = "UnknownConnectorType"
    UNKNOWN_EVSE = "UnknownEvse"
    BATTERY_SOH_LOW = "BatterySoHLow"
    BATTERY_SOC = "BatterySoC"
    BATTERY_DAMAGED = "BatteryDamaged"
    BATTERY_UNKNOWN = "BatteryUnknown"
    BATTERY_TYPE = "BatteryType"
    NO_BATTERY_AVAILABLE = "NoBatteryAvailable"
    DUPLICATE_REQUEST_ID = "DuplicateRequestId"
    INVALID_MESSAGE_SEQ = "InvalidMessageSeq"
    MISSING_DEV_MODEL_INFO = "MissingDevModelInfo"
    NO_ERROR = "NoError"
    NOT_FOUND = "NotFound"
    UNSPECIFIED = "Unspecified"
    UNSUPPORTED_REQUEST = "UnsupportedRequest"
    FW_UPDATE_IN_PROGRESS = "FwUpdateInProgress"
    NOT_ENABLED = "NotEnabled"
    READ_ONLY = "ReadOnly"
    WRITE_ONLY = "WriteOnly"
    INVALID_CSR = "InvalidCSR"
    INVALID_CERTIFICATE = "InvalidCertificate"
    INVALID_URL = "InvalidURL"
    REDIRECT_NOT_ALLOWED = "RedirectNotAllowed"
    INTERNAL_ERROR = "InternalError"
    OUT_OF_MEMORY = "OutOfMemory"
    OUT_OF_STORAGE = "OutOfStorage"
    INVALID_ID_TOKEN = "InvalidIdToken"
    TX_IN_PROGRESS = "TxInProgress"
    TX_NOT_FOUND = "TxNotFound"
    TX_STARTED = "TxStarted"
    INVALID_VALUE = "InvalidValue"
    MISSING_PARAM = "MissingParam"
    TOO_LARGE_ELEMENT = "TooLargeElement"
    TOO_MANY_ELEMENTS = "TooManyElements"
    UNSUPPORTED_PARAM = "UnsupportedParam"
    VALUE_OUT_OF_RANGE = "ValueOutOfRange"
    VALUE_POSITIVE_ONLY = "ValuePositiveOnly"
    VALUE_TOO_HIGH = "ValueTooHigh"
    VALUE_TOO_LOW = "ValueTooLow"
    VALUE_ZERO_NOT_ALLOWED = "ValueZeroNotAllowed"
    ACTIVE_NETWORK_CONF = "ActiveNetworkConf"
    INVALID_CONF_SLOT = "InvalidConfSlot"
    INVALID_NETWORK_CONF = "InvalidNetworkConf"
    INVALID_OPERATION_MODE = "InvalidOperationMode"
    NO_SECURITY_DOWNGRADE = "NoSecurityDowngrade"
    PHASE_CONFLICT = "PhaseConflict"


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
    DISCARDED_RENEWED_CLIENT_CERTIFICATE = "DiscardedRenewedClientCertificate"
    INVALID_TLS_VERSION = "InvalidTLSVersion"
    INVALID_TLS_CIPHER_SUITE = "InvalidTLSCipherSuite"
    MAINTENANCE_LOGIN_ACCEPTED = "MaintenanceLoginAccepted"
    MAINTENANCE_LOGIN_FAILED = "MaintenanceLoginFailed"


class SigningMethod(StrEnum):
    """Methods to sign meter values."""

    ECDSA_SECP192K1_SHA256 = "ECDSA-secp192k1-SHA256"
    ECDSA_SECP256K1_SHA256 = "ECDSA-secp256k1-SHA256"
    ECDSA_SECP192R1_SHA256 = "ECDSA-secp192r1-SHA256"
    ECDSA_SECP256R1_SHA256 = "ECDSA-secp256r1-SHA256"
    ECDSA_BRAINPOOL256R1_SHA256 = "ECDSA-brainpool256r1-SHA256"
    ECDSA_SECP384R1_SHA256 = "ECDSA-secp384r1-SHA256"
    ECDSA_BRAINPOOL384R1_SHA256 = "ECDSA-brainpool384r1-SHA256"


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
    MHZ = "mHz"
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
        SecurityEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE,
        SecurityEvent.INVALID_TLS_VERSION,
        SecurityEvent.INVALID_TLS_CIPHER_SUITE,
        SecurityEvent.MAINTENANCE_LOGIN_ACCEPTED,
        SecurityEvent.MAINTENANCE_LOGIN_FAILED,
    }
)
"""Events that a station tells its CSMS of at once."""
