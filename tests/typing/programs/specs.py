"""Standard variables and configuration keys: each has the type of its values."""

from datetime import datetime
from typing import assert_type

from pilotwire.ocpp.specs import ConfigurationKey, Variable
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.ocpp.v201.device_model import (
    EVSE,
    ClockCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)


def variables() -> None:
    assert_type(TxCtrlr.EVConnectionTimeOut, Variable[int])
    assert_type(TxCtrlr.EVConnectionTimeOut.parse("60"), int)
    assert_type(TxCtrlr.StopTxOnInvalidId.parse("true"), bool)
    assert_type(EVSE.Power.parse("22080.5"), float)
    assert_type(ClockCtrlr.DateTime.parse("2026-01-31T12:00:00Z"), datetime)
    assert_type(SampledDataCtrlr.TxEndedMeasurands.parse("Voltage"), tuple[str, ...])
    assert_type(SecurityCtrlr.Identity.parse("CS-0042"), str)
    TxCtrlr.EVConnectionTimeOut.format(60)
    TxCtrlr.EVConnectionTimeOut.format("60")  # error
    TxCtrlr.EVConnectionTimeOut.parse(60)  # error
    TxCtrlr.EVConnectionTimeout  # error
    TxCtrlr.EVConnectionTimeOut = OCPPCommCtrlr.HeartbeatInterval  # error
    SampledDataCtrlr.TxEndedMeasurands.format(("Voltage", "SoC"))
    SampledDataCtrlr.TxEndedMeasurands.format((1, 2))  # error


def of_the_newer_versions(variable: Variable[int]) -> None: ...


def keys() -> None:
    assert_type(Keys.HeartbeatInterval, ConfigurationKey[int])
    assert_type(Keys.HeartbeatInterval.parse("60"), int)
    assert_type(Keys.HeartbeatInterval.default, int | None)
    assert_type(Keys.LocalPreAuthorize.parse("true"), bool)
    assert_type(Keys.MeterValuesSampledData.parse("Voltage"), tuple[str, ...])
    Keys.HeartbeatInterval.format(60)
    Keys.HeartbeatInterval.format("60")  # error
    Keys.HeartBeatInterval  # error
    of_the_newer_versions(TxCtrlr.EVConnectionTimeOut)
    of_the_newer_versions(Keys.HeartbeatInterval)  # error
