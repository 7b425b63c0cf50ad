"""Transactions that go on after a power cut (2.1 E17), or after a reset (2.1 B13)."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.facts.transactions import TransactionLimit
from pilotwire.store import Store
from tests.support.editions import IN_2X
from tests.support.evse import control
from tests.support.outages import power_cut
from tests.support.scene import TOKEN, Scene, SceneClock, Settings, charge, scene
from tests.support.sent_profiles import profile, send
from tests.support.transactions_2x import events, outline, withdraw_consent
from tests.support.virtual_time import virtual_time

RESUMES: Settings = {
    SampledDataCtrlr.TxUpdatedInterval: 0,
    TxCtrlr.ResumptionTimeout: 300,
    TxCtrlr.AllowEnergyTransferResumption: True,
}
NOT_ENERGY: Settings = {**RESUMES, TxCtrlr.AllowEnergyTransferResumption: False}
BY_EVENTS: Settings = {TxCtrlr.TxStopPoint: ("EVConnected",)}
Reason = v21.ReasonEnumType


class Lives:
    """A station with one EVSE that is cut off from its power, in the middle of whatever it does."""

    def __init__(
        self,
        folder: Path,
        version: str = "2.1",
        settings: Settings = RESUMES,
        kind: ConnectorKind = ConnectorKind.TYPE2_SOCKET,
    ) -> None:
        self.version = version
        self.settings = settings
        self.hardware = SimulatedStation(evses=1, kind=kind, bay_sensors=True)
        self.evse = self.hardware.evse(1)
        self._path = folder / "life-1.db"
        self._lives = 1
        self._told = -1

    @asynccontextmanager
    async def life(self, settings: Settings | None = None) -> AsyncGenerator[Scene]:
        """From power on to power off: what the station does after that is done by nobody."""
        path = self._path
        self._lives += 1
        self._path = path.with_name(f"life-{self._lives}.db")
        with Store(path) as store:
            async with scene(
                self.version,
                hardware=self.hardware,
                store=store,
                settings={**self.settings, **(settings or {})},
            ) as s:
                yield s
                power_cut(path, self._path)
                if self.version != "1.6":
                    self._told = max((e.seq_no for e in events(s)), default=self._told)

    def news(self, s: Scene) -> list[tuple[str, str, str | None]]:
        """What the CSMS has not heard before the power cut."""
        pairs = zip(events(s), outline(s), strict=True)
        return [line for event, line in pairs if event.seq_no > self._told]


def ids(*of: Scene) -> set[str]:
    return {e.transaction_info.transaction_id for s in of for e in events(s)}


@IN_2X
@virtual_time
async def test_a_transaction_goes_on_after_a_short_power_cut(tmp_path: Path, version: str) -> None:
    """E17.FR.01, E17.FR.10, E17.FR.11, E17.FR.14: the same one, numbered on; 2.0.1 has another word
    for it.
    """
    lives = Lives(tmp_path, version)
    async with lives.life() as before:
        await charge(before)
    await asyncio.sleep(120)
    async with lives.life() as s:
        await s.wait(30)
        trigger = "TxResumed" if version == "2.1" else "ChargingStateChanged"
        assert lives.news(s) == [
            ("Updated", trigger, "EVConnected"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        assert lives.evse.contactor.closed
        assert lives.evse.lock.locked
        assert ids(before, s) == ids(before)
        assert s.station.evses[0].energy_wh is not None
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert lives.news(s)[-1][:2] == ("Ended", "StopAuthorized")
        numbers = {e.seq_no for e in (*events(before), *events(s))}
        assert numbers == set(range(max(numbers) + 1))
        assert len(lives.news(s)) == 3
        assert [e.id_token for e in events(s)[:-1]] == [None] * (len(events(s)) - 1)
        assert s.csms.actions().count("Authorize") == 0


@IN_2X
@virtual_time
async def test_a_transaction_ends_after_a_long_power_cut(tmp_path: Path, version: str) -> None:
    """E17.FR.20, E17.FR.21."""
    lives = Lives(tmp_path, version)
    async with lives.life() as before:
        await charge(before)
    await asyncio.sleep(330)
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s) == [("Ended", "AbnormalCondition", None)]
        assert events(s)[-1].transaction_info.stopped_reason is Reason.POWER_LOSS
        assert not lives.evse.contactor.closed


@virtual_time
async def test_the_interruption_counts_and_not_the_time_since_an_event(tmp_path: Path) -> None:
    """E17.FR.02: a transaction of hours without an event, and a cut of minutes."""
    lives = Lives(tmp_path)
    async with lives.life() as before:
        await charge(before)
        await before.wait(7200)
    await asyncio.sleep(250)
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s)[0] == ("Updated", "TxResumed", "EVConnected")


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@virtual_time
async def test_without_a_timeout_a_transaction_ends(tmp_path: Path, version: str) -> None:
    """E17, 1.6 7.36 (PowerLoss): nothing goes on unless somebody has asked for it."""
    lives = Lives(tmp_path, version, {**RESUMES, TxCtrlr.ResumptionTimeout: 0})
    async with lives.life() as before:
        await charge(before)
    async with lives.life() as s:
        await s.wait(30)
        if version == "1.6":
            (stop,) = s.csms.requests(v16.StopTransactionRequest)
            assert stop.reason is v16.Reason.POWER_LOSS
        else:
            assert lives.news(s) == [("Ended", "AbnormalCondition", None)]


@virtual_time
async def test_a_transaction_of_1_6_goes_on_with_its_number(tmp_path: Path) -> None:
    """1.6 has nothing to say of it but what follows."""
    lives = Lives(tmp_path, "1.6", {**RESUMES, SampledDataCtrlr.TxUpdatedInterval: 60})
    async with lives.life() as before:
        await charge(before)
    await asyncio.sleep(120)
    async with lives.life() as s:
        await s.wait(100)
        assert not s.csms.requests(v16.StartTransactionRequest)
        assert s.csms.requests(v16.MeterValuesRequest)[0].transaction_id == 1
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        (stop,) = s.csms.requests(v16.StopTransactionRequest)
        assert (stop.transaction_id, stop.reason) == (1, v16.Reason.LOCAL)
        assert stop.meter_stop == round(lives.evse.meter.register_wh)


@virtual_time
async def test_energy_that_is_not_to_flow_again(tmp_path: Path) -> None:
    """E17.FR.12: the transaction goes on, SuspendedEVSE, until the driver shows the token again."""
    lives = Lives(tmp_path, settings={**NOT_ENERGY, **BY_EVENTS})
    async with lives.life() as before:
        await charge(before)
    async with lives.life() as s:
        await s.wait(600)
        assert lives.news(s) == [("Updated", "TxResumed", "SuspendedEVSE")]
        assert not lives.evse.contactor.closed
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert lives.evse.contactor.closed
        assert ids(s) == ids(before)


@virtual_time
async def test_nobody_is_authorized_and_the_power_is_cut(tmp_path: Path) -> None:
    """E17.FR.13: as it was; a token may begin to charge."""
    lives = Lives(tmp_path, settings={**NOT_ENERGY, TxCtrlr.TxStartPoint: ("EVConnected",)})
    async with lives.life() as before:
        await before.evse.plug_in(ElectricVehicle())
        await before.wait(10)
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s) == [("Updated", "TxResumed", "EVConnected")]
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert lives.news(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")


@virtual_time
async def test_a_vehicle_that_had_paused(tmp_path: Path) -> None:
    """E17.FR.11: SuspendedEV before, and after."""
    lives = Lives(tmp_path)
    vehicle = ElectricVehicle()
    async with lives.life() as before:
        await before.plug_in_and_swipe(vehicle)
        await before.wait(30)
        vehicle.pause()
        await before.wait(30)
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s)[-1][2] == "SuspendedEV"
        vehicle.resume()
        await s.wait(30)
        assert lives.evse.contactor.closed


@virtual_time
async def test_a_session_that_a_profile_has_suspended(tmp_path: Path) -> None:
    """K01.FR.27: the limit holds before anything flows, and the session goes on as it was."""
    lives = Lives(tmp_path)
    async with lives.life() as s:
        await charge(s)
        await send(s, profile(limit=0))
        await s.wait(10)
        assert outline(s)[-1] == ("Updated", "ChargingStateChanged", "SuspendedEVSE")
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s) == [("Updated", "TxResumed", "SuspendedEVSE")]
        await s.csms.call(v21.ClearChargingProfileRequest(charging_profile_id=1))
        await s.wait(10)
        assert [state for _, _, state in lives.news(s)[1:]] == ["SuspendedEV", "Charging"]


@virtual_time
async def test_the_vehicle_has_left_meanwhile(tmp_path: Path) -> None:
    """E17.FR.17: the transaction ends as it does when a vehicle leaves (E06, E09)."""
    lives = Lives(tmp_path)
    async with lives.life() as before:
        await charge(before)
    await lives.evse.tear_out()
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s) == [("Ended", "EVCommunicationLost", "Idle")]
        assert events(s)[-1].transaction_info.stopped_reason is Reason.EV_DISCONNECTED
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert lives.evse.contactor.closed
        assert len(ids(before, s)) == 2


@virtual_time
async def test_the_vehicle_has_left_and_may_come_back(tmp_path: Path) -> None:
    """E17.FR.16: Idle, for that is no stop point."""
    settings = {
        **RESUMES,
        TxCtrlr.StopTxOnEVSideDisconnect: False,
        TxCtrlr.TxStopPoint: ("Authorized",),
    }
    lives = Lives(tmp_path, settings=settings)
    async with lives.life() as before:
        await charge(before)
    await lives.evse.tear_out()
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s) == [("Updated", "TxResumed", "Idle")]
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert lives.news(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")


@virtual_time
async def test_a_token_without_a_vehicle_waits_on(tmp_path: Path) -> None:
    """E17.FR.11, E03.FR.05: Idle before, and after; EVConnectionTimeOut counts anew."""
    settings = {**RESUMES, TxCtrlr.TxStartPoint: ("Authorized",), TxCtrlr.EVConnectionTimeOut: 90}
    lives = Lives(tmp_path, settings=settings)
    async with lives.life() as before:
        await before.evse.swipe(TOKEN)
        await before.wait(10)
    async with lives.life() as s:
        await s.wait(80)
        assert lives.news(s) == [("Updated", "TxResumed", "Idle")]
        await s.wait(30)
        assert lives.news(s)[-1] == ("Ended", "EVConnectTimeout", "Idle")


@virtual_time
async def test_energy_flows_again_after_a_while_of_chance(tmp_path: Path) -> None:
    """E17.FR.18: at most EnergyTransferResumptionRandomRange."""
    settings = {**RESUMES, TxCtrlr.EnergyTransferResumptionRandomRange: 600}
    lives = Lives(tmp_path, settings=settings)
    async with lives.life() as before:
        await charge(before)
    async with lives.life() as s:
        await s.wait(20)
        assert lives.news(s) == [("Updated", "TxResumed", "SuspendedEVSE")]
    async with lives.life() as s:  # and once more, while it waits
        await s.wait(600)
        assert lives.news(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")


@virtual_time
async def test_who_was_given_no_energy_is_given_none_after_it(tmp_path: Path) -> None:
    """E05.FR.02, E17.FR.11: a token that is not accepted stays so."""
    lives = Lives(tmp_path, settings={**RESUMES, TxCtrlr.StopTxOnInvalidId: False})
    async with lives.life() as before:
        withdraw_consent(before.csms)
        await before.plug_in_and_swipe()
        await before.wait(30)
        assert outline(before)[-1][2] == "SuspendedEVSE"
    async with lives.life() as s:
        await s.wait(60)
        assert lives.news(s) == [("Updated", "TxResumed", "SuspendedEVSE")]
        assert not lives.evse.contactor.closed


@pytest.mark.parametrize("reached", [True, False])
@virtual_time
async def test_a_limit_outlasts_the_cut(tmp_path: Path, reached: bool) -> None:
    """E16, E17: of energy since the beginning."""
    lives = Lives(tmp_path)
    async with lives.life() as before:
        await control(before).limit_transaction(TransactionLimit(energy_wh=1000))
        await before.plug_in_and_swipe()
        await before.wait(3600 if reached else 60)
    async with lives.life() as s:
        await s.wait(3600)
        assert lives.news(s)[-1][1:] == ("EnergyLimitReached", "SuspendedEVSE")
        assert 990 < lives.evse.meter.register_wh <= 1000


@virtual_time
async def test_the_bay_is_left_meanwhile(tmp_path: Path) -> None:
    """E06.FR.01, E17.FR.17."""
    settings = {
        **RESUMES,
        TxCtrlr.TxStartPoint: ("ParkingBayOccupancy",),
        TxCtrlr.TxStopPoint: ("ParkingBayOccupancy",),
    }
    lives = Lives(tmp_path, settings=settings)
    async with lives.life() as before:
        lives.evse.drive_in()
        await before.wait(10)
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s) == [("Updated", "TxResumed", "Idle")]
    lives.evse.drive_out()
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s)[-1] == ("Ended", "EVDeparted", "Idle")


@virtual_time
async def test_a_transaction_of_energy_goes_on_without_it(tmp_path: Path) -> None:
    """E17.FR.10: that energy ceased with the power is no end (TxStopPoint EnergyTransfer)."""
    lives = Lives(tmp_path, settings={**RESUMES, TxCtrlr.TxStopPoint: ("EnergyTransfer",)})
    async with lives.life() as before:
        await charge(before)
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s)[-1] == ("Updated", "ChargingStateChanged", "Charging")
        await s.evse.tear_out()
        await s.wait(10)
        assert lives.news(s)[-1][0] == "Ended"


@virtual_time
async def test_hardware_that_fails_at_the_start_ends_it(tmp_path: Path) -> None:
    lives = Lives(tmp_path)
    async with lives.life() as before:
        await charge(before)
    lives.evse.contactor.hang()
    async with lives.life() as s:
        await s.wait(30)
        assert lives.news(s)[-1][0] == "Ended"
        assert not lives.evse.contactor.closed


# Resets.


async def reset(s: Scene) -> str:
    kind = v21.ResetEnumType.IMMEDIATE_AND_RESUME
    return (await s.csms.call(v21.ResetRequest(type=kind))).status.value


@pytest.mark.parametrize("energy", [True, False])
@virtual_time
async def test_a_reset_after_which_the_transaction_goes_on(energy: bool) -> None:
    """B13.FR.03, B13.FR.04, B13.FR.20 to B13.FR.25, B13.FR.30; whatever ResumptionTimeout is."""
    settings = {**(RESUMES if energy else NOT_ENERGY), TxCtrlr.ResumptionTimeout: 1}
    async with scene("2.1", settings=settings) as s:
        await charge(s)
        begun = len(events(s))
        assert await reset(s) == "Accepted"
        await s.wait(60)
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert [boot.reason.value for boot in boots] == ["PowerUp", "RemoteReset"]
        expected = [
            ("Updated", "ResetCommand", "Charging"),
            ("Updated", "TxResumed", "EVConnected" if energy else "SuspendedEVSE"),
            ("Updated", "ChargingStateChanged", "Charging"),
        ]
        assert outline(s)[begun:] == (expected if energy else expected[:2])
        assert s.evse.contactor.closed is energy
        assert s.evse.lock.locked
        assert len(ids(s)) == 1
        assert [e.seq_no for e in events(s)] == list(range(len(events(s))))


@virtual_time
async def test_a_reset_with_resumption_and_no_transaction() -> None:
    """B13.FR.02."""
    async with scene("2.1", settings=RESUMES) as s:
        assert await reset(s) == "Accepted"
        await s.wait(60)
        assert s.csms.actions().count("BootNotification") == 2
        assert not events(s)


@virtual_time
async def test_another_reset_ends_what_has_gone_on() -> None:
    """B12.FR.04: what goes on after one reset does not after each."""
    async with scene("2.1", settings=RESUMES) as s:
        await charge(s)
        await reset(s)
        await s.wait(60)
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        await s.wait(60)
        assert outline(s)[-1][:2] == ("Ended", "ResetCommand")


class NoTimeAtFirst(SceneClock):
    """A clock without a battery."""

    def now(self) -> datetime:
        return super().now().replace(year=1970)


@virtual_time
async def test_a_clock_that_knows_no_time_resumes_nothing(tmp_path: Path) -> None:
    """E17.FR.10: how long it was can't be told."""
    lives = Lives(tmp_path)
    async with lives.life() as before:
        await charge(before)
    with Store(lives._path) as store:
        async with scene(
            "2.1",
            hardware=lives.hardware,
            store=store,
            settings=RESUMES,
            clock=NoTimeAtFirst(),
        ) as s:
            await s.wait(30)
            assert lives.news(s)[-1][0] == "Ended"
