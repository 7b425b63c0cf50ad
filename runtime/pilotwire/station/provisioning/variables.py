"""The variables that steer provisioning, or tell who the station is."""

from datetime import datetime

from pilotwire.station.device_model.definitions import LONGEST, LiveStation, setting, shown
from pilotwire.station.device_model.standard import (
    ChargingStation,
    ClockCtrlr,
    OCPPCommCtrlr,
    SecurityCtrlr,
)

__all__ = ["DEFINITIONS"]


def _time_of_day(station: LiveStation) -> datetime:
    return station.now()


DEFINITIONS = (
    shown(ClockCtrlr.DateTime, live=_time_of_day),
    setting(
        ClockCtrlr.TimeSource,
        ("Heartbeat",),
        values=("Heartbeat", "RealTimeClock"),
        never_empty=True,
    ),
    # What the application's `FileFolder` can; nothing without one.
    shown(OCPPCommCtrlr.FileTransferProtocols, (), constant=True),
    setting(OCPPCommCtrlr.HeartbeatInterval, 300),
    shown(OCPPCommCtrlr.MessageTimeout_Default, 30, minimum=1, maximum=LONGEST),
    setting(OCPPCommCtrlr.OfflineThreshold, 60),
    setting(OCPPCommCtrlr.ResetRetries, 3, maximum=100),
    setting(OCPPCommCtrlr.RetryBackOffRepeatTimes, 5, maximum=30),
    setting(OCPPCommCtrlr.RetryBackOffRandomRange, 10, maximum=86400),
    setting(OCPPCommCtrlr.RetryBackOffWaitMinimum, 5, minimum=1, maximum=86400),
    # A connection keeps the interval that it was opened with.
    setting(OCPPCommCtrlr.WebSocketPingInterval, 60),
    setting(SecurityCtrlr.AllowCSMSTLSWildcards, False),
    shown(ChargingStation.Model, "", constant=True),
    shown(ChargingStation.VendorName, "", constant=True),
)
