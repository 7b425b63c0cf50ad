"""Our station's smart charging, at the hands of a CSMS that nobody here wrote."""

# pyright: reportArgumentType=false, reportAttributeAccessIssue=false
# pyright: reportOptionalIterable=false

import asyncio
from typing import Any

from pilotwire.charging_station import ChargingLimitSource
from pilotwire.ocpp.v21.device_model import SmartChargingCtrlr
from tests.interop.accelerated import accelerated
from tests.interop.central import Central, booted
from tests.interop.stations import TOKEN, Station, car, running_station
from tests.support.editions import IN_2X, IN_ALL


def schedule(limit: float | None, **more: Any) -> dict[str, Any]:
    """A schedule of one period."""
    period = {"start_period": 0} | ({} if limit is None else {"limit": limit})
    return {"charging_rate_unit": "A", "charging_schedule_period": [period], **more}


def profile(number: int, limit: float, purpose: str = "TxDefaultProfile", **more: Any) -> Any:
    """A profile of 2.x."""
    return {
        "id": number,
        "stack_level": 0,
        "charging_profile_purpose": purpose,
        "charging_profile_kind": "Relative",
        "charging_schedule": [schedule(limit, id=number)],
        **more,
    }


def profile16(number: int, limit: float, purpose: str = "TxDefaultProfile", **more: Any) -> Any:
    """A profile of 1.6."""
    return {
        "charging_profile_id": number,
        "stack_level": 0,
        "charging_profile_purpose": purpose,
        "charging_profile_kind": "Relative",
        "charging_schedule": schedule(limit),
        **more,
    }


async def set_profile(central: Central, evse_id: int, wanted: Any) -> str:
    """Set a profile; the status of the answer."""
    if central.version == "1.6":
        request = central.call.SetChargingProfile(evse_id, cs_charging_profiles=wanted)
    else:
        request = central.call.SetChargingProfile(evse_id=evse_id, charging_profile=wanted)
    status: str = (await central.station.call(request)).status
    return status


async def session(station: Station, central: Central) -> str:
    """A driver charges, and goes on charging; the transaction's id in 2.x."""
    await station.hardware.evse(1).plug_in(car())
    await station.hardware.evse(1).swipe(TOKEN)
    old = central.version == "1.6"
    start = central.call.StartTransaction if old else central.call.TransactionEvent
    await central.until(lambda: bool(central.all(start)))
    await asyncio.sleep(30)
    if old:
        return ""
    identity: str = central.all(start)[-1].transaction_info["transaction_id"]
    return identity


async def offered(central: Central) -> float:
    """What the station says that it offers now, in amperes."""
    old = central.version == "1.6"
    place = {"connector_id": 1} if old else {"evse_id": 1}
    request: Any = central.call.GetCompositeSchedule(**place, duration=600, charging_rate_unit="A")
    answer = await central.station.call(request)
    assert answer.status == "Accepted"
    found = answer.charging_schedule if old else answer.schedule
    limit: float = found["charging_schedule_period"][0]["limit"]
    return limit


@IN_ALL
@accelerated
async def test_profiles_are_set_followed_and_cleared(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        old = version == "1.6"
        made = profile16 if old else profile
        assert await set_profile(central, 1, made(7, 10.0)) == "Accepted"
        if not old:  # 1.6 answers with a CALLERROR, which this library makes nothing of
            assert await set_profile(central, 9, made(8, 10.0)) == "Rejected"
        assert await offered(central) == 10.0
        await session(station, central)
        connector = station.hardware.evse(1)
        assert connector.offered_a == 10.0
        assert await set_profile(central, 1, made(7, 8.0)) == "Accepted"
        await asyncio.sleep(5)
        assert connector.offered_a == 8.0
        for status in ("Accepted", "Unknown"):
            request: Any = central.call.ClearChargingProfile(
                **{"id" if old else "charging_profile_id": 7}
            )
            assert (await central.station.call(request)).status == status
        await asyncio.sleep(5)
        assert connector.offered_a > 10.0


@IN_2X
@accelerated
async def test_profiles_are_reported(version: str) -> None:
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version]) as station,
    ):
        await booted(central)
        await set_profile(central, 1, profile(7, 10.0))
        start = {"charging_profile_kind": "Absolute"}
        whole = profile(8, 20.0, "ChargingStationMaxProfile", **start)
        whole["charging_schedule"][0]["start_schedule"] = central.now().isoformat()
        assert await set_profile(central, 0, whole) == "Accepted"
        station.external_limits.set(12.0, source=ChargingLimitSource.SO)
        ask: Any = central.call.GetChargingProfiles(
            request_id=1, charging_profile={"charging_profile_purpose": "TxDefaultProfile"}
        )
        assert (await central.station.call(ask)).status == "Accepted"
        report = await central.next(
            central.call.ReportChargingProfiles, skip=central.call.NotifyChargingLimit
        )
        assert (report.request_id, report.evse_id) == (1, 1)
        assert report.charging_limit_source == "CSO"
        assert [each["id"] for each in report.charging_profile] == [7]
        everything: Any = central.call.GetChargingProfiles(request_id=2, charging_profile={})
        await central.station.call(everything)
        await central.until(lambda: len(central.all(central.call.ReportChargingProfiles)) == (4))
        told = central.all(central.call.ReportChargingProfiles)[1:]
        found = {(each.charging_limit_source, each.evse_id): each for each in told}
        assert set(found) == {("CSO", 0), ("CSO", 1), ("SO", 0)}


@IN_2X
@accelerated
async def test_limits_of_others_are_told(version: str) -> None:
    settings = {SmartChargingCtrlr.NotifyChargingLimitWithSchedules: True}
    async with (
        Central(f"ocpp{version}") as central,
        running_station(central.url, [version], settings=settings) as station,
    ):
        await booted(central)
        await session(station, central)
        station.external_limits.set(9.0, source=ChargingLimitSource.SO, critical=True)
        await central.until(lambda: bool(central.all(central.call.NotifyChargingLimit)))
        (told,) = central.all(central.call.NotifyChargingLimit)
        assert told.charging_limit == {"charging_limit_source": "SO", "is_grid_critical": True}
        (period,) = told.charging_schedule[0]["charging_schedule_period"]
        assert period["limit"] == 9.0
        assert await offered(central) == 9.0
        assert station.hardware.evse(1).offered_a == 9.0
        station.external_limits.clear(source=ChargingLimitSource.SO)
        await central.until(lambda: bool(central.all(central.call.ClearedChargingLimit)))
        assert central.all(central.call.ClearedChargingLimit)[0].charging_limit_source == "SO"


@accelerated
async def test_dynamic_profiles_and_priority() -> None:
    async with (
        Central("ocpp2.1") as central,
        running_station(central.url, ["2.1"]) as station,
    ):
        await booted(central)
        evse = station.hardware.evse(1)
        dynamic = {"charging_profile_kind": "Dynamic"}
        assert await set_profile(central, 1, profile(7, 10.0, **dynamic)) == "Accepted"
        transaction_id = await session(station, central)
        assert evse.offered_a == 10.0
        update: Any = central.call.UpdateDynamicSchedule(7, {"limit": 8.0})
        assert (await central.station.call(update)).status == "Accepted"
        await asyncio.sleep(5)
        assert evse.offered_a == 8.0
        central.dynamic_limit = 7.0
        await set_profile(central, 1, profile(7, 10.0, dyn_update_interval=60, **dynamic))
        await central.until(lambda: bool(central.all(central.call.PullDynamicScheduleUpdate)))
        await asyncio.sleep(5)
        assert evse.offered_a == 7.0
        wish: Any = central.call.UsePriorityCharging(True, transaction_id)
        assert (await central.station.call(wish)).status == "NoProfile"
        await set_profile(central, 1, profile(9, 16.0, "PriorityCharging"))
        assert (await central.station.call(wish)).status == "Accepted"
        await central.until(lambda: bool(central.all(central.call.NotifyPriorityCharging)))
        assert central.all(central.call.NotifyPriorityCharging)[0].activated is True
        await asyncio.sleep(5)
        assert evse.offered_a == 16.0
