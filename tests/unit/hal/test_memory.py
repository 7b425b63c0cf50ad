"""The registers of the meters survive the process, or say clearly why they cannot."""

import asyncio
import json
import stat
from pathlib import Path

import pytest

from pilotwire.hal.interfaces import FaultRaised, HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from tests.support.virtual_time import run, virtual_time
from tests.unit.hal.scenes import charge, energy_wh, started, timers


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "meters.json"


def test_a_new_process_goes_on_where_the_old_one_stopped(memory: Path) -> None:
    async def life(begin: list[float]) -> list[float]:
        station = SimulatedStation(memory=memory)
        assert [await energy_wh(evse) for evse in station.evses] == begin
        await started(station)
        await charge(station.evse(2), ElectricVehicle())
        await asyncio.sleep(1000)
        await station.stop()
        return [await energy_wh(evse) for evse in station.evses]

    first = run(life([0.0, 0.0]))
    second = run(life(first))
    assert second[0] == 0.0
    assert second[1] == pytest.approx(2 * first[1])
    assert stat.S_IMODE(memory.stat().st_mode) == 0o600
    assert list(memory.parent.iterdir()) == [memory]


def test_a_process_that_dies_loses_some_seconds_and_nothing_that_was_read(memory: Path) -> None:
    async def life_that_ends_suddenly(read: bool) -> float:
        station = SimulatedStation(memory=memory)
        await started(station)
        await charge(station.evse(1), ElectricVehicle(wakes_after_s=0))
        await asyncio.sleep(1003)
        return await energy_wh(station.evse(1)) if read else station.evse(1).meter.register_wh

    async def after() -> float:
        return await energy_wh(SimulatedStation(memory=memory).evse(1))

    register = run(life_that_ends_suddenly(read=False))
    seconds_lost = (register - run(after())) / (16 * 3 * 230 / 3600)
    assert 0 < seconds_lost <= 5
    register = run(life_that_ends_suddenly(read=True))
    assert run(after()) == register


def test_what_was_given_back_is_remembered_too(memory: Path) -> None:
    async def life(begin: float) -> float:
        station = SimulatedStation(memory=memory, bidirectional=True)
        evse = station.evse(2)
        assert evse.meter.export_register_wh == begin
        await started(station)
        await charge(evse, ElectricVehicle(max_discharge_a=16))
        await evse.take_current(16)
        await asyncio.sleep(1000)
        await station.stop()
        return evse.meter.export_register_wh

    first = run(life(0.0))
    assert first > 1000
    assert run(life(first)) == pytest.approx(2 * first)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"null",
        b'{"format": "another", "registers_wh": [0.0, 0.0]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0.0, 0.0',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": {"1": 0.0}}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0.0, -1.0]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0.0, NaN]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0.0, Infinity]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0.0, true]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0.0, "1"]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0, 0], "exports_wh": [0]}',
        b'{"format": "pilotwire simulated meters 1", "registers_wh": [0, 0], "exports_wh": 0}',
    ],
)
def test_a_damaged_or_foreign_file_is_refused_and_left_alone(memory: Path, content: bytes) -> None:
    memory.write_bytes(content)
    with pytest.raises(HardwareError, match="delete it") as refusal:
        SimulatedStation(memory=memory)
    assert str(memory) in str(refusal.value)
    assert memory.read_bytes() == content


def test_the_memory_of_another_station_is_refused(memory: Path) -> None:
    async def life() -> None:
        await SimulatedStation(1, memory=memory).evse(1).read_meter()

    run(life())
    with pytest.raises(HardwareError, match="with 1 EVSEs, not 2"):
        SimulatedStation(2, memory=memory)


def test_a_memory_without_a_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HardwareError, match="does not exist"):
        SimulatedStation(memory=tmp_path / "nowhere" / "meters.json")
    with pytest.raises(HardwareError, match="cannot be read"):
        SimulatedStation(memory=tmp_path)


def test_a_memory_that_cannot_be_written_any_more_is_a_fault_of_the_meter(tmp_path: Path) -> None:
    async def scenario() -> None:
        directory = tmp_path / "flash"
        directory.mkdir()
        station = SimulatedStation(1, memory=directory / "meters.json")
        events = await started(station)
        await charge(station.evse(1), ElectricVehicle())
        await asyncio.sleep(60)
        for file in directory.iterdir():
            file.unlink()
        directory.rmdir()
        await asyncio.sleep(60)

        faults = [event for event in events if isinstance(event, FaultRaised)]
        assert [fault.code for fault in faults] == ["FiscalMetering"]
        assert "cannot be written" in faults[0].info
        with pytest.raises(HardwareError, match="cannot be written"):
            await station.evse(1).read_meter()

        directory.mkdir()
        assert await energy_wh(station.evse(1)) > 0

    run(scenario())


@virtual_time
async def test_without_a_memory_nothing_is_waited_for_but_the_full_battery() -> None:
    station = SimulatedStation()
    await started(station)
    await charge(station.evse(1), ElectricVehicle(wakes_after_s=0))
    assert len(timers()) == 1


def test_the_file_can_be_read_by_people(memory: Path) -> None:
    async def life() -> None:
        await SimulatedStation(2, memory=memory).evse(1).read_meter()

    run(life())
    assert json.loads(memory.read_text())["registers_wh"] == [0.0, 0.0]
