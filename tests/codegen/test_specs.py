"""Standard variables and configuration keys: what they know, read, write and refuse."""

from datetime import UTC, datetime
from typing import Any, assert_type

import pytest

from pilotwire.ocpp.specs import DECIMAL, Access, Mutability, Spec, Variable
from pilotwire.ocpp.v16.configuration import KEYS, Keys
from pilotwire.ocpp.v21 import device_model as v21
from pilotwire.ocpp.v21.standard_values import ConnectorKind
from pilotwire.ocpp.v21.standard_values import ReasonCode as ReasonCode21
from pilotwire.ocpp.v201 import device_model as v201
from pilotwire.ocpp.v201.device_model import (
    GENERIC_VARIABLES,
    VARIABLES,
    AnyComponent,
    AuthCacheCtrlr,
    ClockCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)
from pilotwire.ocpp.v201.standard_values import ReasonCode

EVERY: list[Spec[Any]] = [
    *VARIABLES.values(),
    *GENERIC_VARIABLES.values(),
    *v21.VARIABLES.values(),
    *KEYS.values(),
]


def test_a_variable_knows_its_facts() -> None:
    variable = TxCtrlr.EVConnectionTimeOut

    assert variable.component == "TxCtrlr"
    assert variable.datatype.name == "integer"
    assert variable.units == ("s",)
    assert variable.required
    assert variable.mutability is Mutability.READ_WRITE
    assert VARIABLES["TxCtrlr", "EVConnectionTimeOut", None] is variable


def test_what_the_station_may_choose_is_left_open() -> None:
    for variable in (
        TxCtrlr.TxStartPoint,
        TxCtrlr.StopTxOnEVSideDisconnect,
        v201.AuthCtrlr.AuthorizeRemoteStart,
        v21.SecurityCtrlr.AllowSecurityProfileDowngrade,
        v21.TxCtrlr.AllowEnergyTransferResumption,
    ):
        assert variable.mutability is None
    assert Keys.StopTransactionOnEVSideDisconnect.access is Access.READ_OR_READ_WRITE


def test_errata_of_the_tables_are_in() -> None:
    assert OCPPCommCtrlr.ActiveNetworkProfile.required
    assert_type(OCPPCommCtrlr.ActiveNetworkProfile, Variable[int])
    assert SecurityCtrlr.BasicAuthPassword.maximum == 64
    assert_type(SecurityCtrlr.AllowCSMSTLSWildcards, Variable[bool])
    assert_type(SecurityCtrlr.AllowSecurityProfileDowngrade, Variable[bool])
    assert "ISO14443" in v201.AuthCtrlr.SupportedIdTokenTypes.values
    assert v201.Connector.AvailabilityState.required
    assert v21.TariffCostCtrlr.Enabled_Cost.mutability is None
    assert ReasonCode21("ActiveNetworkConf") in ReasonCode21
    assert ReasonCode("NoSecurityDowngrade") in ReasonCode
    assert ConnectorKind("bBatterySlot") in ConnectorKind


def test_instances_are_members_of_their_own() -> None:
    assert OCPPCommCtrlr.MessageTimeout_Default.instance == "Default"
    assert OCPPCommCtrlr.MessageAttempts_TransactionEvent.title == (
        "OCPPCommCtrlr.MessageAttempts[TransactionEvent]"
    )
    assert v201.CustomizationCtrlr.CustomImplementationEnabled.instances == "vendorId"
    assert ("OCPPCommCtrlr", "MessageTimeout", "Default") in VARIABLES


def test_attributes_and_misprints_are_no_variables() -> None:
    names = {name for component, name, _ in v21.VARIABLES if component == "ConnectedEV"}
    assert {"DCCurrent", "EnergyImport", "StateOfCharge"} <= names
    assert not any("." in name for name in names)
    assert v21.ConnectedEV.DCCurrent.units == ("A",)
    assert ("AuthCtrlr", "SupportedIdTokenType", None) not in v21.VARIABLES
    assert ("ISO15118Ctrlr", "NotificationDelay", None) not in v21.VARIABLES


def test_energy_transfer_modes_are_those_of_the_vehicle() -> None:
    for mode in (
        v201.ISO15118Ctrlr.RequestedEnergyTransferMode,
        v21.ISO15118Ctrlr.RequestedEnergyTransferMode,
    ):
        assert mode.parse("DC_extended") == "DC_extended"
        with pytest.raises(ValueError, match="is none of AC_single_phase_core"):
            mode.parse("AC_two_phase")


def test_variables_of_any_component_stand_apart() -> None:
    assert AnyComponent.Available.component == "*"
    assert GENERIC_VARIABLES["*", "Available", None] is AnyComponent.Available


def test_values_have_the_type_of_their_variable() -> None:
    assert_type(TxCtrlr.EVConnectionTimeOut.parse("60"), int)
    assert_type(SampledDataCtrlr.TxEndedMeasurands.parse("Voltage"), tuple[str, ...])
    assert_type(Keys.HeartbeatInterval.parse("60"), int)

    assert TxCtrlr.EVConnectionTimeOut.parse("60") == 60
    assert TxCtrlr.StopTxOnInvalidId.parse("True") is True
    assert SampledDataCtrlr.TxEndedMeasurands.parse("Voltage, SoC") == ("Voltage", "SoC")
    assert ClockCtrlr.DateTime.parse("2026-01-31T12:00:00Z") == datetime(
        2026, 1, 31, 12, tzinfo=UTC
    )
    assert v201.EVSE.Power.parse("22080.5") == 22080.5


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        (TxCtrlr.EVConnectionTimeOut, "60"),
        (TxCtrlr.StopTxOnInvalidId, "false"),
        (v201.EVSE.Power, "22080.5"),
        (v201.EVSE.Power, "22080"),
        (v201.EVSE.Power, "0.0000001"),
        (SampledDataCtrlr.TxEndedMeasurands, "Voltage,SoC"),
        (SampledDataCtrlr.TxEndedMeasurands, ""),
        (ClockCtrlr.DateTime, "2026-01-31T12:00:00.000Z"),
        (AuthCacheCtrlr.Policy, "LRU"),
        (Keys.SupportedFeatureProfiles, "Core,SmartCharging"),
    ],
)
def test_what_is_read_is_written_again(variable: Spec[Any], text: str) -> None:
    assert variable.format(variable.parse(text)) == text


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        (TxCtrlr.EVConnectionTimeOut, "60.0"),
        (TxCtrlr.EVConnectionTimeOut, "sixty"),
        (TxCtrlr.EVConnectionTimeOut, ""),
        (TxCtrlr.EVConnectionTimeOut, "６０"),  # noqa: RUF001 -- that is the point
        (TxCtrlr.StopTxOnInvalidId, "1"),
        (v201.EVSE.Power, "nan"),
        (v201.EVSE.Power, "1_000"),
        (ClockCtrlr.DateTime, "2026-01-31"),
        (AuthCacheCtrlr.Policy, "RANDOM"),
        (ClockCtrlr.TimeSource, "NTP,Sundial"),
        (OCPPCommCtrlr.HeartbeatInterval, "0"),
        (SecurityCtrlr.SecurityProfile, "4"),
        (v201.TariffCostCtrlr.Currency, "EURO"),
        (SecurityCtrlr.Identity, "CS 42"),
        (Keys.WebSocketPingInterval, "-1"),
        (Keys.LightIntensity, "101"),
    ],
)
def test_what_is_not_allowed_is_refused_by_name(variable: Spec[Any], text: str) -> None:
    with pytest.raises(ValueError, match=variable.title):
        variable.parse(text)


def test_what_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(ValueError, match="comma"):
        SampledDataCtrlr.TxEndedMeasurands.format(("a,b",))
    with pytest.raises(ValueError, match="time zone"):
        ClockCtrlr.DateTime.format(datetime(2026, 1, 31))  # noqa: DTZ001 -- a time without a zone is refused
    with pytest.raises(ValueError, match="not a decimal"):
        DECIMAL.format(float("inf"))
    with pytest.raises(ValueError, match="not an integer"):
        TxCtrlr.EVConnectionTimeOut.format(True)


def test_secrets_are_known() -> None:
    assert {spec.title for spec in EVERY if spec.secret} == {
        "SecurityCtrlr.BasicAuthPassword",
        "AuthorizationKey",
        "NetworkConfiguration.ApnPassword",
        "NetworkConfiguration.BasicAuthPassword",
        "NetworkConfiguration.SimPin",
        "NetworkConfiguration.VpnKey",
        "NetworkConfiguration.VpnPassword",
        "WebPaymentsCtrlr.SharedSecret",
    }


def test_a_secret_that_is_refused_is_not_told() -> None:
    for spec in (SecurityCtrlr.BasicAuthPassword, Keys.AuthorizationKey):
        with pytest.raises(ValueError, match="length") as caught:
            spec.parse("secret")
        assert "secret" not in str(caught.value)


def test_a_configuration_key_knows_its_facts() -> None:
    key = Keys.SecurityProfile

    assert (key.name, key.profile, key.default) == ("SecurityProfile", "Security", 0)
    assert key.access is Access.READ_WRITE
    assert (key.minimum, key.maximum) == (0, 3)
    assert KEYS["SecurityProfile"] is key
    assert Keys.NumberOfConnectors.access is Access.READ
    assert Keys.AuthorizationKey.access is Access.WRITE
    assert Keys.AuthorizeRemoteTxRequests.access is Access.READ_OR_READ_WRITE
    assert not Keys.StopTransactionOnEVSideDisconnect.required
    assert Keys.MeterValuesSampledData.default == ("Energy.Active.Import.Register",)


def test_every_table_is_by_name() -> None:
    assert all(key.name == name for name, key in KEYS.items())
    for table in (VARIABLES, v21.VARIABLES):
        for (component, name, instance), variable in table.items():
            assert (variable.component, variable.name) == (component, name)
            assert variable.instance == instance


def test_security_events_know_which_of_them_are_critical() -> None:
    from pilotwire.ocpp.v16 import standard_values as v16_values
    from pilotwire.ocpp.v201 import standard_values as v201_values

    for values in (v16_values, v201_values):
        critical = values.CRITICAL_SECURITY_EVENTS
        assert values.SecurityEvent.FIRMWARE_UPDATED in critical
        assert values.SecurityEvent.INVALID_MESSAGES not in critical
    assert v201_values.ReasonCode("FixedCable") is v201_values.ReasonCode.FIXED_CABLE
    assert v201_values.StandardUnit("kWh") is v201_values.StandardUnit.KWH
