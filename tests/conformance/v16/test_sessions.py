"""Cases of 1.6: sessions, offline, power failure, meter values (2.1 to 2.3, 2.9, 2.13 to 2.16)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.store import Store
from tests.conformance.v16.play import (
    DURATION,
    INVALID,
    VALID,
    VALID_2,
    Configuration,
    Play,
    availability,
    case,
)
from tests.support.outages import power_cut
from tests.support.virtual_time import run, virtual_time

# Starting.


async def heartbeats(play: Play, interval: int) -> None:
    times: list[float] = []
    for _ in range(3):
        await play.expect(v16.HeartbeatRequest, limit=interval + 5)
        times.append(play.s.csms.heard[-1].at)
    for one, other in pairwise(times):
        assert abs(other - one - interval) < 1


@virtual_time
async def test_TC_001_CS() -> None:
    async with case(booted=False, boots=(("Rejected", 60), ("Accepted", 100))) as play:
        await play.boots()
        await play.boots()
        first, second = play.s.csms.heard[:2]
        assert second.at - first.at >= 60
        await play.all_statuses()
        await heartbeats(play, 100)


@virtual_time
async def test_TC_002_CS() -> None:
    async with case(booted=False, boots=(("Pending", 60), ("Accepted", 100))) as play:
        await play.boots()
        await play.s.wait(1)
        assert await play.keys()
        assert await play.change(Keys.MeterValueSampleInterval.name, "30") == "Accepted"
        await play.boots()
        first, second = play.s.csms.heard[:2]
        assert second.at - first.at >= 60
        await play.all_statuses()
        await heartbeats(play, 100)


@virtual_time
async def test_TC_003_CS() -> None:
    async with case() as play:
        await play.plug_in()
        await play.present()
        await play.expect(v16.AuthorizeRequest)
        await play.expect(v16.StartTransactionRequest)
        await play.status("Charging")


@virtual_time
async def test_TC_004_1_CS() -> None:
    async with case({Keys.MeterValueSampleInterval: "30"}) as play:
        await play.authorized()
        await play.s.wait(1)
        await play.evse.plug_in(play.vehicle)
        await play.expect(v16.StartTransactionRequest)
        await play.status("Charging")


@virtual_time
async def test_TC_004_2_CS() -> None:
    async with case({Keys.ConnectionTimeOut: "30"}) as play:
        await play.authorized()
        await play.status("Available", limit=35)


@virtual_time
async def test_TC_023_CS() -> None:
    settings: Configuration = {Keys.LocalPreAuthorize: "true"}
    async with case(settings, if_implemented={Keys.MinimumStatusDuration: "10"}) as play:
        play.know(INVALID, "Invalid")
        await play.evse.plug_in(play.vehicle)
        await play.status("Preparing")
        await play.s.wait(15)
        await play.present(INVALID)
        await play.expect(v16.AuthorizeRequest, id_tag=INVALID)
        await play.silence(v16.StartTransactionRequest, seconds=DURATION)


@virtual_time
async def test_TC_024_CS() -> None:
    async with case() as play:
        await play.remote_start()
        await play.status("Preparing")
        play.evse.lock.jam()
        await play.evse.plug_in(play.vehicle)
        assert (await play.status("Faulted")).error_code == "ConnectorLockFailure"
        await play.silence(v16.StartTransactionRequest, seconds=DURATION)


@virtual_time
async def test_TC_041_CS() -> None:
    async with case() as play:
        play.evse.fail(FaultCode.GROUND_FAULT)
        await play.status("Faulted")
        await play.evse.plug_in(play.vehicle)
        await play.present()
        await play.silence(v16.StartTransactionRequest, seconds=DURATION)


# Stopping.


@virtual_time
async def test_TC_068_CS() -> None:
    async with case() as play:
        await play.charging()
        await play.present(VALID_2)
        await play.silence(v16.AuthorizeRequest, v16.StopTransactionRequest, seconds=DURATION)
        await play.present(VALID)
        await play.expect(v16.StopTransactionRequest, id_tag=VALID)
        await play.status("Finishing")


@virtual_time
async def test_TC_069_CS() -> None:
    async with case() as play:
        play.know(VALID, parent="PARENT")
        play.know(VALID_2, parent="PARENT")
        await play.charging()
        await play.present(VALID_2)
        await play.expect(v16.AuthorizeRequest, id_tag=VALID_2)
        await play.expect(v16.StopTransactionRequest, id_tag=VALID_2)
        await play.status("Finishing")


def on_ev_side(*, stop: bool, unlock: bool) -> Configuration:
    return {
        Keys.StopTransactionOnEVSideDisconnect: "true" if stop else "false",
        Keys.UnlockConnectorOnEVSideDisconnect: "true" if unlock else "false",
    }


@virtual_time
async def test_TC_005_1_CS() -> None:
    async with case(on_ev_side(stop=True, unlock=True)) as play:
        await play.charging()
        await play.evse.leave_plug()
        await play.expect(v16.StopTransactionRequest, reason="EVDisconnected")
        await play.status("Finishing")


@virtual_time
async def test_TC_005_2_CS() -> None:
    async with case(on_ev_side(stop=True, unlock=False)) as play:
        await play.charging()
        await play.evse.leave_plug()
        await play.expect(v16.StopTransactionRequest, reason="EVDisconnected")
        await play.status("Finishing", "Available")
        await play.call(
            v16.UnlockConnectorRequest(connector_id=1), status={"Unlocked", "NotSupported"}
        )


@virtual_time
async def test_TC_005_3_CS() -> None:
    async with case(on_ev_side(stop=False, unlock=False)) as play:
        await play.charging()
        await play.evse.leave_plug()
        suspended = await play.status("SuspendedEV", "SuspendedEVSE")
        assert suspended.info == "EV side disconnected"
        await play.call(
            v16.RemoteStopTransactionRequest(transaction_id=play.transaction_id), status="Accepted"
        )
        await play.status("Finishing")
        await play.expect(v16.StopTransactionRequest, reason="Remote")


# Offline.

AT_HAND: Configuration = {
    Keys.LocalAuthListEnabled: "true",
    Keys.AuthorizationCacheEnabled: "true",
    Keys.AllowOfflineTxForUnknownId: "true",
    Keys.MaxEnergyOnInvalidId: "0",
}
OFFLINE: Configuration = {Keys.LocalAuthorizeOffline: "true"}
BACK = 300.0
"""How long the station may take to connect again, in seconds."""


@virtual_time
async def test_TC_036_CS() -> None:
    async with case({Keys.MeterValueSampleInterval: "20"}) as play:
        await play.charging()
        play.s.go_offline()
        await play.s.wait(85)
        play.s.go_online()
        await play.s.wait(BACK)
        times = [value.meter_value[0].timestamp for value in play.pending(v16.MeterValuesRequest)]
        assert_regular(times, 20)


def assert_regular(times: Sequence[datetime], interval: int) -> None:
    assert len(times) > 2
    for one, other in pairwise(times):
        assert abs(other - one - timedelta(seconds=interval)) < timedelta(seconds=1), times


async def start_offline(play: Play, token: str = VALID) -> None:
    play.s.go_offline()
    await play.s.wait(1)
    await play.evse.plug_in(play.vehicle)
    await play.s.wait(1)
    await play.present(token)
    await play.s.wait(DURATION)
    assert play.evse.contactor.closed


@virtual_time
async def test_TC_037_1_CS() -> None:
    async with case(OFFLINE, if_implemented=AT_HAND) as play:
        await start_offline(play)
        play.s.go_online()
        await play.expect(v16.StartTransactionRequest, limit=BACK)
        await play.status("Charging")


async def invalid(play: Play) -> None:
    """A transaction began offline whose token the central system does not accept."""
    play.know(INVALID, "Invalid")
    await start_offline(play, INVALID)
    play.s.go_online()
    await play.expect(v16.StartTransactionRequest, limit=BACK, id_tag=INVALID)
    await play.status("Charging")


@virtual_time
async def test_TC_037_2_CS() -> None:
    settings = {**OFFLINE, Keys.StopTransactionOnInvalidId: "false"}
    async with case(settings, if_implemented=AT_HAND) as play:
        await invalid(play)
        await play.status("SuspendedEVSE")


@virtual_time
async def test_TC_037_3_CS() -> None:
    settings = {**OFFLINE, Keys.StopTransactionOnInvalidId: "true"}
    async with case(settings, if_implemented=AT_HAND) as play:
        await invalid(play)
        await play.expect(v16.StopTransactionRequest, reason="DeAuthorized")
        await play.status("Finishing")


@virtual_time
async def test_TC_038_CS() -> None:
    async with case() as play:
        await play.charging()
        await play.s.wait(DURATION)
        play.s.go_offline()
        await play.s.wait(1)
        await play.present()
        await play.s.wait(5)
        play.s.go_online()
        await play.expect(v16.StopTransactionRequest, limit=BACK, reason={"Local", None})
        await play.status("Finishing")


@virtual_time
async def test_TC_039_CS() -> None:
    async with case(OFFLINE, if_implemented=AT_HAND) as play:
        await start_offline(play)
        await play.present()
        await play.unplug()
        play.s.go_online()
        await play.expect(v16.StartTransactionRequest, limit=BACK)
        await play.expect(v16.StopTransactionRequest, reason={"Local", None})


# Power failure.


async def plugged() -> SimulatedStation:
    """Hardware as it is found after a power cut: with a vehicle at connector 1."""
    hardware = SimulatedStation(2)
    await hardware.evse(1).plug_in(ElectricVehicle())
    return hardware


def test_TC_032_2_CS(tmp_path: Path) -> None:
    path = tmp_path / "station.db"

    async def before() -> Path:
        with Store(path) as store:
            async with case(store=store) as play:
                await play.charging()
                await play.s.wait(DURATION)
                return power_cut(path)

    async def after(path: Path) -> None:
        with Store(path) as store:
            async with case(store=store, hardware=await plugged(), booted=False) as play:
                await play.boots()
                await play.all_statuses("Preparing", "Finishing")
                await play.expect(v16.StopTransactionRequest, reason="PowerLoss")

    run(after(run(before())))


def test_TC_034_CS(tmp_path: Path) -> None:
    path = tmp_path / "station.db"

    async def before() -> Path:
        with Store(path) as store:
            async with case(store=store) as play:
                await play.call(availability("Inoperative", 0), status="Accepted")
                await play.all_statuses(others="Unavailable")
                return power_cut(path)

    async def after(path: Path) -> None:
        with Store(path) as store:
            async with case(store=store, booted=False) as play:
                await play.boots()
                await play.all_statuses(others="Unavailable")

    run(after(run(before())))


# Meter values.


async def metered(play: Play, interval: int, context: str, measurands: str) -> list[datetime]:
    await play.charging()
    await play.s.wait(3 * interval + 5)
    wanted = set(measurands.split(",")) - {""} or {"Energy.Active.Import.Register"}
    times: list[datetime] = []
    for message in play.pending(v16.MeterValuesRequest):
        for value in message.meter_value:
            times.append(value.timestamp)
            assert {sample.context for sample in value.sampled_value} == {context}
            found = {s.measurand or "Energy.Active.Import.Register" for s in value.sampled_value}
            assert wanted <= found
    assert_regular(sorted(set(times)), interval)
    return times


@virtual_time
async def test_TC_070_CS() -> None:
    settings = {Keys.MeterValueSampleInterval: "20"}
    async with case(settings, if_implemented={Keys.ClockAlignedDataInterval: "0"}) as play:
        measurands = (await play.keys(Keys.MeterValuesSampledData))["MeterValuesSampledData"]
        await metered(play, 20, "Sample.Periodic", measurands)


@virtual_time
async def test_TC_071_CS() -> None:
    settings: Configuration = {
        Keys.MeterValueSampleInterval: "0",
        Keys.ClockAlignedDataInterval: "20",
    }
    async with case(settings) as play:
        measurands = (await play.keys(Keys.MeterValuesAlignedData))["MeterValuesAlignedData"]
        times = await metered(play, 20, "Sample.Clock", measurands)
        assert all(time.second % 20 == 0 for time in times)
