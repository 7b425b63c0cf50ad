"""What the station does by variables of smart charging (2.1 2.11), and of local time."""

from datetime import timedelta

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import ClockCtrlr, SmartChargingCtrlr
from tests.conformance.effects.effect import Effects
from tests.support.charging_schedules import MAX, profile_2x, sets_2x
from tests.support.scene import EPOCH, Scene
from tests.support.transactions_2x import events

__all__ = ["EFFECTS"]

EFFECTS = Effects()


@EFFECTS.of(SmartChargingCtrlr.Enabled, {"true": "Accepted", "false": "NotSupported"})
async def takes_a_profile(s: Scene) -> object:
    return await sets_2x(s, profile_2x(1, (0, 6)))


@EFFECTS.of(
    SmartChargingCtrlr.MaxExternalConstraintsId, {"4": "Accepted", "5": "Rejected InvalidProfileId"}
)
async def takes_a_low_number(s: Scene) -> object:
    """K01.FR.81."""
    return await sets_2x(s, profile_2x(5, (0, 6)))


@EFFECTS.of(
    ClockCtrlr.TimeZone, {"Europe/Amsterdam": -1, "America/New_York": 5, "": 0}, only_in="2.1"
)
@EFFECTS.of(ClockCtrlr.TimeOffset, {"+05:30": -5.5, "-02:00": 2, "": 0}, only_in="2.1")
async def begins_a_local_hour(s: Scene) -> object:
    """When a schedule of local time begins that does at noon, in hours from 12:00 UTC on."""
    noon = EPOCH.replace(hour=12) + timedelta(days=1)
    profile = profile_2x(1, (0, 6), start=noon, schedule={"use_local_time": True})
    assert await sets_2x(s, profile) == "Accepted"
    request = v21.GetCompositeScheduleRequest(evse_id=1, duration=2 * 86_400)
    schedule = (await s.csms.call(request)).schedule
    assert schedule is not None
    _, period = schedule.charging_schedule_period
    begins = schedule.schedule_start + timedelta(seconds=period.start_period)
    return round((begins - noon).total_seconds() / 3600, 1)


@EFFECTS.of(
    SmartChargingCtrlr.LimitChangeSignificance, {"1.0": True, "50": False}, scene={"evses": 2}
)
async def tells_that_a_share_is_smaller(s: Scene) -> object:
    """K11.FR.04: of one that falls by 38 %, as another vehicle wants its part."""
    assert await sets_2x(s, profile_2x(1, (0, 40), purpose=MAX), 0) == "Accepted"
    for evse, token in zip(s.hardware.evses, ("AAAAAAAA", "BBBBBBBB"), strict=True):
        await evse.plug_in(ElectricVehicle(battery_kwh=75, soc=20))
        await evse.swipe(token)
        await s.wait(60)
    first = s.station.evses[0].transaction_id
    return "ChargingRateChanged" in [
        event.trigger_reason
        for event in events(s)
        if event.transaction_info.transaction_id == first
    ]


@EFFECTS.of(SmartChargingCtrlr.ExternalControlSignalsEnabled, {"true": 10, "false": 32})
@EFFECTS.of(SmartChargingCtrlr.ExternalConstraintsProfileDisallowed, {"true": 32, "false": 10})
async def follows_an_energy_manager(s: Scene) -> object:
    """K11.FR.07: what an external system allows, as it counts (A)."""
    s.station.external_limits.set(10.0)
    await s.wait(2)
    request = v21.GetCompositeScheduleRequest(evse_id=1, duration=60)
    schedule = (await s.csms.call(request)).schedule
    assert schedule is not None
    return schedule.charging_schedule_period[0].limit


@EFFECTS.of(SmartChargingCtrlr.NotifyChargingLimitWithSchedules, {"true": 10, "false": None})
async def tells_the_schedule_of_an_external_limit(s: Scene) -> object:
    """K11.FR.03, K12.FR.03."""
    s.station.external_limits.set(10.0)
    (notice,) = [await s.hears(v21.NotifyChargingLimitRequest)]
    if not notice.charging_schedule:
        return None
    return notice.charging_schedule[0].charging_schedule_period[0].limit
