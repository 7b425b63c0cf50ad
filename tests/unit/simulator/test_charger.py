"""A simulated charger: what a tester does to it, and what the CSMS and the tester see of it."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.csms import Csms
from pilotwire.hal.interfaces import ConnectorKind, FaultCode
from pilotwire.hal.simulated import Mishap
from pilotwire.simulator import ActError, ChargerPlan, UnknownChargerError, Vehicle
from pilotwire.simulator.acts import (
    Aim,
    AnyAct,
    Break,
    ClearFault,
    Clock,
    DataTransfer,
    Depart,
    DriveIn,
    DriveOut,
    ExternalLimit,
    Limit,
    Mend,
    Offline,
    Online,
    Pause,
    PlugIn,
    PowerCut,
    PowerOn,
    RaiseFault,
    Restart,
    Resume,
    SecurityEvent,
    Send,
    ServiceButton,
    SetVariable,
    Speed,
    Start,
    Stop,
    Swipe,
    Unplug,
)
from tests.support.virtual_time import virtual_time
from tests.unit.simulator.world import IDENTITY, NOON, Scene, scene

TOKEN = "04A1B2C3"
ALL_OFFLINE = {"AuthCtrlr.OfflineTxForUnknownIdEnabled": True}
VERSIONS = ("1.6", "2.0.1", "2.1")


async def charging(played: Scene) -> None:
    await played.do(PlugIn(vehicle=Vehicle(battery_kwh=40, soc=20)))
    await played.do(Swipe(token=TOKEN))
    await asyncio.sleep(60)
    assert played.evse().transaction is not None


@pytest.mark.parametrize("version", VERSIONS)
def test_a_session_from_plug_to_unplug_is_told_and_seen(version: str, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=(version,)) as played:
            await charging(played)

            evse = played.evse()
            assert evse.token == TOKEN
            assert evse.connectors[0].locked
            assert evse.connectors[0].contactor_closed
            assert evse.meter.phases == 3
            assert evse.meter.current_a == pytest.approx(16)
            assert evse.meter.power_w == pytest.approx(16 * 230 * 3)
            assert evse.connectors[0].vehicle is not None
            assert evse.connectors[0].vehicle.soc > 20
            with pytest.raises(ActError, match=r"unplug: .*locked"):
                await played.do(Unplug())

            await played.do(Swipe(token=TOKEN))
            await asyncio.sleep(10)
            await played.do(Unplug())
            await asyncio.sleep(10)

            assert played.evse().transaction is None
            [session] = played.csms.stations[IDENTITY].sessions
            assert not session.ongoing
            assert session.token == TOKEN
            assert session.energy_wh == pytest.approx(evse.meter.import_wh, abs=50)
            assert not [each.wrong for each in played.charger.messages.since(0) if each.wrong]

    play()


def test_samples_show_how_a_session_went(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await charging(played)
            await played.do(Limit(amperes=10))
            await asyncio.sleep(60)

            samples = [each for each in played.charger.samples() if each.evse_id == 1]
            assert samples[0].power_w == 0
            assert samples[0].soc is None
            assert {each.limit_a for each in samples} == {32, 10}
            assert samples[-1].current_a == pytest.approx(10)
            assert samples[-1].offered_a == 10
            assert [each.at for each in samples] == sorted(each.at for each in samples)
            assert len(played.charger.samples(most=3)) == 3
            assert played.charger.samples(samples[-1].at) == []

    play()


@pytest.mark.parametrize("version", VERSIONS)
def test_offline_breaks_the_connection_and_refuses_new_ones(version: str, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=(version,), settings=ALL_OFFLINE) as played:
            await played.do(Offline())
            await charging(played)

            connection = played.view().connection
            assert connection.offline
            assert not connection.connected
            assert connection.trouble == "the network is taken away"
            assert connection.waiting > 0
            assert not played.csms.stations[IDENTITY].sessions

            await played.do(Online())
            await played.charger.wait_accepted()
            await asyncio.sleep(60)
            assert played.view().connection.waiting == 0
            assert len(played.csms.stations[IDENTITY].sessions) == 1

    play()


def test_offline_for_some_seconds_ends_by_itself(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(Offline(seconds=100))
            await asyncio.sleep(99)
            assert played.view().connection.offline
            await asyncio.sleep(2)
            assert not played.view().connection.offline
            await played.charger.wait_accepted()

    play()


def test_a_silent_network_loses_what_is_said_and_tells_nobody(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await asyncio.sleep(5)
            await played.do(Offline(silent=True))
            said = len(played.link.links[-1].sent)
            await played.do(RaiseFault(code=FaultCode.GROUND_FAULT))
            await asyncio.sleep(20)
            assert len(played.link.links[-1].sent) == said
            assert played.view().connection.connected
            assert played.csms.stations[IDENTITY].connected
            assert "Faulted" not in {
                each.status for each in played.csms.stations[IDENTITY].connectors.values()
            }

            await played.do(Online())
            await asyncio.sleep(1)
            await played.charger.wait_accepted()
            await asyncio.sleep(60)
            assert "Faulted" in {
                each.status for each in played.csms.stations[IDENTITY].connectors.values()
            }

    play()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_power_cut_loses_nothing_that_was_told(version: str, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=(version,)) as played:
            await charging(played)
            said = played.charger.messages.last
            await played.do(PowerCut(seconds=120))

            view = played.view()
            assert not view.powered
            assert not view.running
            assert view.time is None
            assert not view.evses[0].connectors[0].contactor_closed
            assert view.evses[0].connectors[0].vehicle is not None, "it stays on its cable"
            assert view.last_message == said, "no goodbye"
            with pytest.raises(ActError, match="has no power"):
                await played.do(Stop())
            with pytest.raises(ActError, match="cut already"):
                await played.do(PowerCut())
            await asyncio.sleep(119)
            assert not played.view().powered

            await asyncio.sleep(2)
            await played.charger.wait_accepted()
            await asyncio.sleep(60)
            assert played.view().starts == 2
            [session] = played.csms.stations[IDENTITY].sessions
            assert session.reason == "PowerLoss"

    play()


def test_a_power_cut_without_end_lasts_until_the_power_is_given(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            with pytest.raises(ActError, match="power already"):
                await played.do(PowerOn())
            await played.do(PowerCut(seconds=None))
            await asyncio.sleep(86_400)
            assert not played.view().powered
            await played.do(PowerOn())
            await played.charger.wait_accepted()
            assert played.view().running

    play()


def test_a_simulator_ends_while_a_station_has_no_power(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(PowerCut(seconds=None))

    play()


def test_a_power_cut_takes_the_updates_of_one_commit_only(tmp_path: Path) -> None:
    """What waits for the CSMS is there after the cut, and is told once the station is back."""

    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",), settings=ALL_OFFLINE) as played:
            await played.do(Offline())
            await charging(played)
            waiting = played.view().connection.waiting
            await played.do(PowerCut(seconds=5))
            await asyncio.sleep(6)
            assert played.view().connection.waiting >= waiting
            await played.do(Online())
            await played.charger.wait_accepted()
            await asyncio.sleep(60)
            [session] = played.csms.stations[IDENTITY].sessions
            assert list(session.seq_nos) == list(range(len(session.seq_nos)))

    play()


def test_a_restart_ends_the_transaction_first(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played:
            await charging(played)
            await played.do(Restart())
            await played.charger.wait_accepted()
            await asyncio.sleep(10)
            assert played.view().starts == 2
            [session] = played.csms.stations[IDENTITY].sessions
            assert not session.ongoing
            assert session.reason == "Reboot"

    play()


def test_faults_are_raised_and_cleared(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(RaiseFault(code=FaultCode.OVER_VOLTAGE, info="260 V"))
            await asyncio.sleep(1)
            [fault] = played.evse().faults
            assert (fault.code, fault.info, fault.warning) == ("OverVoltage", "260 V", False)
            assert played.evse().status == "Faulted"
            assert not played.evse(2).faults
            await played.do(ClearFault(code=FaultCode.OVER_VOLTAGE))
            await asyncio.sleep(1)
            assert not played.evse().faults

            await played.do(RaiseFault(evse=0, code=FaultCode.EMERGENCY_STOP))
            await asyncio.sleep(1)
            assert [each.code for each in played.view().faults] == ["EmergencyStop"]
            assert played.evse(2).status == "Faulted"
            await played.do(ClearFault(evse=0))
            await asyncio.sleep(1)
            assert not played.view().faults

    play()


@pytest.mark.parametrize("mishap", [each for each in Mishap if each is not Mishap.DIODE_FAULT])
def test_what_is_broken_is_seen_until_it_is_mended(mishap: Mishap, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(Break(what=mishap))
            assert played.evse().broken == (mishap,)
            await played.do(Mend())
            await asyncio.sleep(60)
            assert played.evse().broken == ()
            assert not played.evse().faults

    play()


def test_a_brown_out_and_a_dead_reader_are_of_the_whole_station_too(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(Break(evse=0, what=Mishap.BROWN_OUT))
            await played.do(Break(evse=0, what=Mishap.READER_FAILURE))
            await asyncio.sleep(1)
            assert {each.code for each in played.view().faults} == {"UnderVoltage", "TokenReader"}
            with pytest.raises(ActError, match="reader does not work"):
                await played.do(Swipe(token=TOKEN))
            await played.do(Mend(evse=0))
            await asyncio.sleep(1)
            assert not played.view().faults
            with pytest.raises(ActError, match=r"break\.evse: lock jam is of an EVSE"):
                await played.do(Break(evse=0, what=Mishap.LOCK_JAM))

    play()


def test_drivers_pause_aim_and_depart(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await charging(played)
            await played.do(Pause())
            await asyncio.sleep(5)
            assert played.evse().meter.power_w == 0
            await played.do(Resume())
            await asyncio.sleep(30)
            assert played.evse().meter.power_w > 0
            await played.do(Aim(soc=30))
            vehicle = played.evse().connectors[0].vehicle
            assert vehicle is not None
            assert vehicle.target_soc == 30
            with pytest.raises(ActError, match=r"aim\.departs_in_s: .*ISO 15118"):
                await played.do(Aim(departs_in_s=60))
            done = await played.do(Depart(patience=5))
            assert done.said == "the vehicle has left"
            assert played.evse().connectors[0].vehicle is None

    play()


def test_a_parking_bay_is_watched(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, bay_sensors=True) as played:
            await played.do(DriveIn(evse=2))
            assert played.evse(2).bay_occupied
            await played.do(DriveOut(evse=2))
            assert not played.evse(2).bay_occupied

    play()


def test_buttons_start_and_stop_a_session(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(PlugIn(evse=2))
            await played.do(Start(evse=2))
            await asyncio.sleep(30)
            assert played.evse(2).transaction is not None
            await played.do(Stop(evse=2))
            await asyncio.sleep(5)
            assert played.evse(2).transaction is None
            with pytest.raises(ActError, match="stop: there is no session"):
                await played.do(Stop(evse=2))

    play()


def test_variables_and_keys_are_read_and_set(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:

            def value(name: str) -> str | None:
                [found] = [each for each in played.charger.variables() if each.name == name]
                return found.value

            assert value("TxCtrlr.EVConnectionTimeOut") == value("ConnectionTimeOut")
            await played.do(SetVariable(name="txctrlr.evconnectiontimeout", value="45"))
            assert value("ConnectionTimeOut") == "45"
            await played.do(SetVariable(name="ConnectionTimeOut", value="50"))
            assert value("TxCtrlr.EVConnectionTimeOut") == "50"
            assert value("SecurityCtrlr.BasicAuthPassword") is None

            for name, text, where in [
                ("TxCtrlr.EVConnectionTimeOut", "soon", "set.value"),
                ("TxCtrlr.Nothing", "1", "set.name"),
                ("ClockCtrlr.DateTime", "2026-01-01T00:00:00Z", "set.name"),
                ("ConnectionTimeOut", "soon", "set.value"),
                ("Nothing", "1", "set.name"),
            ]:
                with pytest.raises(ActError) as caught:
                    await played.do(SetVariable(name=name, value=text))
                assert caught.value.where == where

    play()


def test_external_limits_come_and_go(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(ExternalLimit(evse=1, amperes=10))
            await asyncio.sleep(5)
            limit = played.evse().limit
            assert limit is not None
            assert (limit.amperes, limit.reason) == (10, "External")
            await played.do(ExternalLimit(evse=1))
            await asyncio.sleep(5)
            assert played.evse().limit is None

    play()


def test_a_clock_without_a_battery_is_set_by_the_csms(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(Clock(offset_s=-3600))
            await played.do(PowerCut(seconds=1))
            await played.do(Offline())
            await asyncio.sleep(5)
            view = played.view()
            assert view.time is not None
            assert (played.simulator.world.now() - view.time).total_seconds() == 3600
            await played.do(Online())
            await played.charger.wait_accepted()
            view = played.view()
            assert view.time is not None
            assert abs((view.time - played.simulator.world.now()).total_seconds()) < 1
            assert view.time > NOON

    play()


def test_messages_of_ones_own_are_sent(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played:
            done = await played.do(Send(action="Heartbeat"))
            assert isinstance(done.answer, dict)
            assert "currentTime" in done.answer
            with pytest.raises(ActError, match=r"send\.payload: .*required"):
                await played.do(Send(action="BootNotification", payload={}))
            with pytest.raises(ActError, match=r"send\.action: no station of OCPP 2\.0\.1"):
                await played.do(Send(action="Reset"))
            done = await played.do(DataTransfer(vendor_id="com.example", data={"a": 1}))
            assert done.said == "UnknownVendorId"
            await played.do(SecurityEvent(event="TamperDetectionActivated", info="the door"))
            await asyncio.sleep(5)
            assert "TamperDetectionActivated" in {
                each.event for each in played.csms.stations[IDENTITY].security_events
            }

    play()


@pytest.mark.parametrize(
    ("act", "text"),
    [
        (PlugIn(evse=3), "there is no simulated EVSE 3"),
        (PlugIn(connector=2), r"plug_in\.connector: there is no connector 2"),
        (PlugIn(vehicle=Vehicle(soc=50, target_soc=100, cable_a=7)), None),
        (Unplug(), "there is no vehicle to unplug"),
        (Pause(), "there is no vehicle"),
        (Break(what=Mishap.DIODE_FAULT), "there is no vehicle whose diode could break"),
        (Speed(factor=2), "a speed of its own"),
        (ServiceButton(evse=9), "there is no simulated EVSE 9"),
        (SecurityEvent(event=" "), None),
    ],
)
def test_what_cannot_be_done_is_said(act: AnyAct, text: str | None, tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            if text is None:
                await played.do(act)
                return
            with pytest.raises(ActError, match=text):
                await played.do(act)

    play()


def test_direct_current_has_other_defaults(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, connectors=(ConnectorKind.CCS2_CABLE,)) as played:
            await charging(played)
            assert played.evse().phases == 1
            assert played.evse().meter.power_w > 50_000

    play()


def test_stations_are_added_and_removed(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            simulator = played.simulator
            with pytest.raises(ActError, match="identity: there is a station CS-1 already"):
                await simulator.add(ChargerPlan(identity=IDENTITY))
            await simulator.add(ChargerPlan(identity="CS-2", evses=1))
            view = await simulator.view()
            assert [each.identity for each in view.stations] == [IDENTITY, "CS-2"]
            await simulator.remove("CS-2")
            with pytest.raises(UnknownChargerError, match="there is no station 'CS-2'"):
                await simulator.station("CS-2")
            await simulator.add(ChargerPlan(identity="CS-2", evses=1))
            with pytest.raises(ActError, match="no such variable"):
                await simulator.add(ChargerPlan(identity="CS-3", settings={"TxCtrlr.No": 1}))

    play()


def test_the_csms_within_sends_what_it_is_told(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played:
            simulator = played.simulator
            answer = await simulator.call(IDENTITY, "Reset", {"type": "OnIdle"})
            assert answer == {"status": "Accepted"}
            await asyncio.sleep(30)
            await played.charger.wait_accepted()
            with pytest.raises(ActError, match="payload: type: "):
                await simulator.call(IDENTITY, "Reset", {"type": "Now"})
            with pytest.raises(ActError, match=r"action: no CSMS of OCPP 2\.0\.1 sends"):
                await simulator.call(IDENTITY, "Heartbeat", {})
            with pytest.raises(ActError, match="identity: CS-9 is not connected"):
                await simulator.call("CS-9", "Reset", {})
            [station] = (await simulator.csms_view()).stations
            assert station.identity == IDENTITY
            assert station.statuses["1.1"] == "Available"

    play()


def test_reservations_and_profiles_are_seen(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played:
            await played.simulator.call(
                IDENTITY,
                "ReserveNow",
                {
                    "id": 7,
                    "expiryDateTime": "2026-03-01T13:00:00Z",
                    "idToken": {"idToken": TOKEN, "type": "ISO14443"},
                    "evseId": 2,
                },
            )
            await played.simulator.call(
                IDENTITY,
                "SetChargingProfile",
                {
                    "evseId": 1,
                    "chargingProfile": {
                        "id": 3,
                        "stackLevel": 0,
                        "chargingProfilePurpose": "TxDefaultProfile",
                        "chargingProfileKind": "Relative",
                        "chargingSchedule": [
                            {
                                "id": 1,
                                "chargingRateUnit": "A",
                                "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 8}],
                            }
                        ],
                    },
                },
            )
            await asyncio.sleep(1)
            view = played.view()
            assert [(each.id, each.evse_id, each.token) for each in view.reservations] == [
                (7, 2, TOKEN)
            ]
            assert view.evses[1].reservation_id == 7
            assert view.evses[1].status == "Reserved"
            assert [(each.id, each.evse_id, each.purpose) for each in view.profiles] == [
                (3, 1, "TxDefaultProfile")
            ]

    play()


def test_a_csms_that_is_wrong_shows_in_the_messages(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, make_csms=lambda: Csms(tokens=["other"])) as played:
            await played.do(PlugIn())
            await played.do(Swipe(token=TOKEN))
            answer = await played.wait_for("Authorize", kind="result", since=0)
            assert isinstance(answer.payload, dict)
            assert not answer.sent
            with pytest.raises(ActError, match=r"no TransactionEvent with .* within 30 s; there"):
                await played.wait_for(
                    "TransactionEvent", within=30, since=0, payload={"eventType": "Ended"}
                )

    play()
