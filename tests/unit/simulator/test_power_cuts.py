"""Power cuts at any instant: what was on disk is not lost, and nothing of the station lives on."""

import asyncio
import logging
from pathlib import Path
from random import Random

import pytest

from pilotwire.simulator import ActError, Vehicle
from pilotwire.simulator.acts import (
    Offline,
    Online,
    PlugIn,
    PowerCut,
    PowerOn,
    RaiseFault,
    Swipe,
    Unplug,
)
from pilotwire.simulator.outage import MortalStore
from pilotwire.simulator.outage import PowerCut as PowerIsCut
from pilotwire.store import StationRecords, Store, VariableKey
from tests.support.virtual_time import virtual_time
from tests.unit.simulator.world import IDENTITY, Scene, scene

TOKEN = "04A1B2C3"
SETTINGS = {
    "AuthCtrlr.OfflineTxForUnknownIdEnabled": True,
    "OCPPCommCtrlr.RetryBackOffWaitMinimum": 5,
    "OCPPCommCtrlr.RetryBackOffRepeatTimes": 1,
}


async def drive(played: Scene, random: Random) -> None:
    """Cars come and go, whatever the power does."""
    while True:
        await asyncio.sleep(random.uniform(1, 20))
        try:
            if played.evse().connectors[0].vehicle is None:
                await played.do(PlugIn(vehicle=Vehicle(soc=20)))
                await played.do(Swipe(token=TOKEN))
            elif random.random() < 0.5:
                await played.do(Swipe(token=TOKEN))
            else:
                await played.do(Unplug(force=True))
        except ActError:
            pass


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@pytest.mark.parametrize("seed", range(3))
def test_whatever_it_is_at(
    version: str, seed: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    @virtual_time
    async def play() -> None:
        random = Random(seed)
        async with scene(tmp_path, versions=(version,), settings=SETTINGS, evses=1) as played:
            driving = asyncio.create_task(drive(played, random))
            for _ in range(25):
                await asyncio.sleep(random.choice([0.0, 0.1, 5.0, 30.0]) * random.random())
                for _ in range(random.randrange(30)):
                    await asyncio.sleep(0)
                before = played.charger.messages.last
                await played.do(PowerCut(seconds=random.uniform(0.1, 20)))
                assert not played.view().running
                assert played.charger.messages.last == before
                names = {task.get_name() for task in asyncio.all_tasks()}
                assert f"station {IDENTITY}" not in names
                await played.charger.wait_running()
                if random.random() < 0.3:
                    await played.do(Offline(seconds=random.uniform(1, 30)))
            driving.cancel()
            await asyncio.wait({driving})
            if not driving.cancelled():
                driving.result()
            await asyncio.sleep(60)
            if played.evse().connectors[0].vehicle is not None:
                await played.do(Unplug(force=True))
            await played.charger.wait_accepted()
            await asyncio.sleep(300)

            assert played.view().starts == 26
            assert played.view().connection.waiting == 0
            sessions = played.csms.stations[IDENTITY].sessions
            assert len(sessions) > 1
            for session in sessions:
                assert not session.ongoing
                assert sorted(session.seq_nos) == list(range(len(session.seq_nos)))
            taken = sum(each.energy_wh or 0.0 for each in sessions)
            assert taken == pytest.approx(played.evse().meter.import_wh, abs=len(sessions) * 60)

    with caplog.at_level(logging.WARNING, logger="asyncio"):
        play()
    assert not [each for each in caplog.records if each.name == "asyncio"], f"seed {seed}"


def test_a_store_that_cannot_be_opened_keeps_the_station_off_until_it_is_mended(
    tmp_path: Path,
) -> None:
    path = tmp_path / IDENTITY / "station.db"

    @virtual_time
    async def play() -> None:
        async with scene(tmp_path) as played:
            await played.do(PowerCut(seconds=None))
            content = path.read_bytes()
            path.write_bytes(b"no database at all" * 1000)
            await played.do(PowerOn())
            await asyncio.sleep(1)
            view = played.view()
            assert not view.powered
            assert "station.db" in view.failure
            assert (await played.simulator.view()).stations[0].running is False

            path.write_bytes(content)
            await played.do(PowerOn())
            await played.charger.wait_accepted()
            assert played.view().failure == ""

    play()


def test_what_was_not_committed_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    store = MortalStore(path)
    records = StationRecords(store, IDENTITY)
    with store.atomic():
        records.variables.set(variable("A"), "committed")
    with store.lazily():
        records.variables.set(variable("B"), "noted")
    store.die()
    with pytest.raises(PowerIsCut), store.atomic():
        pass
    store.close()

    with Store(path) as again:
        kept = StationRecords(again, IDENTITY).variables.all()
        assert list(kept.values()) == ["committed"]


def variable(name: str) -> VariableKey:
    return VariableKey(component=name, variable=name)


def test_acts_that_are_under_way_say_that_the_power_went(tmp_path: Path) -> None:
    @virtual_time
    async def play() -> None:
        async with scene(tmp_path, versions=("2.0.1",)) as played:
            await played.do(Offline(silent=True))
            waiting = asyncio.create_task(played.wait_for("Heartbeat", within=5))
            await asyncio.sleep(1)
            await played.do(PowerCut(seconds=1))
            await asyncio.wait({waiting})
            assert isinstance(waiting.exception(), ActError)
            await played.do(Online())
            await played.do(RaiseFault())
            await played.charger.wait_accepted()

    play()
