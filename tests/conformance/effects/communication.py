"""What the station does by variables of its clock, its connection and what it tells."""

from datetime import timedelta

from pilotwire.errors import CallRefused
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Response
from pilotwire.station.device_model.standard import (
    AnyComponent,
    ClockCtrlr,
    OCPPCommCtrlr,
    SecurityCtrlr,
)
from tests.conformance.effects.effect import Effects, plug_and_swipe
from tests.support.scene import EPOCH, Scene, now
from tests.support.transactions_2x import events

__all__ = ["EFFECTS", "Stubborn", "comes_back_from_a_reset"]

EFFECTS = Effects()

NO_CHANCE = {OCPPCommCtrlr.RetryBackOffRandomRange: 0}


def an_hour_ahead(_: object) -> v21.BootNotificationResponse:
    return v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.ACCEPTED,
        current_time=now() + timedelta(hours=1),
        interval=300,
    )


@EFFECTS.of(
    ClockCtrlr.TimeSource,
    {"Heartbeat": EPOCH.hour + 1, "RealTimeClock": EPOCH.hour},
    boot=an_hour_ahead,
)
async def follows_the_clock_of_the_csms(s: Scene) -> object:
    return s.csms.requests(v21.StatusNotificationRequest)[0].timestamp.hour


@EFFECTS.of(ClockCtrlr.TimeAdjustmentReportingThreshold, {"20": True, "100": False})
async def tells_of_a_minute(s: Scene) -> object:
    """Whether a clock that is set by a minute is told of as a security event."""
    answer = v21.HeartbeatResponse(current_time=now() + timedelta(minutes=1))
    s.csms.answer(v21.HeartbeatRequest, lambda _: answer)
    heartbeat = v21.MessageTriggerEnumType.HEARTBEAT
    await s.csms.call(v21.TriggerMessageRequest(requested_message=heartbeat))
    await s.wait(5)
    events = s.csms.requests(v21.SecurityEventNotificationRequest)
    return any(event.type == "SettingSystemTime" for event in events)


@EFFECTS.of(
    OCPPCommCtrlr.HeartbeatInterval,
    {"600": 6, "60": 60},
    boot=lambda _: v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.ACCEPTED, current_time=now(), interval=0
    ),
)
async def heartbeats_of_an_hour(s: Scene) -> object:
    await s.wait(3600)
    return len(s.csms.requests(v21.HeartbeatRequest))


def refuse(_: object) -> Response:
    raise CallRefused("InternalError")


@EFFECTS.of(OCPPCommCtrlr.MessageAttempts_TransactionEvent, {"1": 1, "4": 4})
async def attempts_to_tell_a_start(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, refuse)
    await plug_and_swipe(s)
    await s.wait(3000)
    return sum(event.seq_no == 0 for event in events(s))


@EFFECTS.of(OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent, {"7": 7, "90": 90})
async def seconds_to_the_second_attempt(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, refuse)
    await plug_and_swipe(s)
    await s.wait(600)
    times = [heard.at for heard in s.csms.heard if heard.request in events(s)]
    return round(times[1] - times[0])


@EFFECTS.of(AnyComponent.MinimumStatusDuration, {"0": 2, "60": 0})
async def statuses_of_a_short_visit(s: Scene) -> object:
    before = len(s.csms.requests(v21.StatusNotificationRequest))
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(20)
    await s.evse.unplug()
    await s.wait(100)
    return len(s.csms.requests(v21.StatusNotificationRequest)) - before


async def away(s: Scene, seconds: float) -> None:
    s.go_offline()
    await s.wait(seconds)
    s.go_online()


@EFFECTS.of(OCPPCommCtrlr.OfflineThreshold, {"60": 2, "3600": 0}, scene={"evses": 2})
async def statuses_after_two_minutes_away(s: Scene) -> object:
    s.csms.heard.clear()
    await away(s, 120)
    await s.wait(600)
    return len(s.csms.requests(v21.StatusNotificationRequest))


@EFFECTS.of(OCPPCommCtrlr.RetryBackOffWaitMinimum, {"1": 22, "100": 2}, others=NO_CHANCE)
@EFFECTS.of(OCPPCommCtrlr.RetryBackOffRepeatTimes, {"0": 119, "10": 6}, others=NO_CHANCE)
@EFFECTS.of(OCPPCommCtrlr.RetryBackOffRandomRange, {"0": 7, "3600": 0}, scene={"seed": 4})
async def connects_in_ten_minutes(s: Scene) -> object:
    before = len(s.network.attempts)
    await away(s, 600)
    return len(s.network.attempts) - before


@EFFECTS.of(OCPPCommCtrlr.WebSocketPingInterval, {"15": 15, "0": 0})
async def interval_of_pings(s: Scene) -> object:
    return s.network.attempts[-1].ping_interval


@EFFECTS.of(
    SecurityCtrlr.AllowCSMSTLSWildcards,
    {"true": True, "false": False},
    scene={"url": "wss://csms.example/ocpp"},
)
async def takes_wildcards(s: Scene) -> object:
    tls = s.network.attempts[-1].tls
    assert tls is not None
    return tls.wildcards


class Stubborn(SimulatedStation):
    """Fails to restart twice."""

    failures = 2

    async def reboot(self) -> None:
        if self.failures:
            self.failures -= 1
            raise HardwareError("no answer from the power board")
        await super().reboot()


@EFFECTS.of(OCPPCommCtrlr.ResetRetries, {"2": True, "3": True}, made=Stubborn)
async def comes_back_from_a_reset(s: Scene) -> object:
    await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(100)
    return s.csms.actions().count("BootNotification") == 2
