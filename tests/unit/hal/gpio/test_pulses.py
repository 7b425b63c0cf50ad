"""The count of an S0 meter: kept over power cuts, never back, and the card is not worn out."""

import asyncio
import os
import threading
from pathlib import Path

import pytest

from pilotwire.hal.gpio import Input, PulseMeter
from pilotwire.hal.gpio.pulses import CountFile, PulseCounter
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle
from tests.support.gpio_world import World
from tests.support.virtual_time import virtual_time


class Watch:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def counter(folder: Path, watch: Watch, ppk: float = 1000.0) -> PulseCounter:
    path = folder / "count.json"
    config = PulseMeter(input=Input(pin=4), file=path, pulses_per_kwh=ppk)
    file = CountFile(path)
    return PulseCounter(config, file.load(), file, watch)


def test_the_first_time_it_is_0(tmp_path: Path) -> None:
    assert counter(tmp_path, Watch()).energy_wh == 0


def test_what_is_shown_was_written(tmp_path: Path) -> None:
    watch = Watch()
    meter = counter(tmp_path, watch, ppk=800.0)
    for _ in range(8):
        meter.pulse()
    assert meter.energy_wh == 0, "not yet"
    meter.save()
    assert meter.energy_wh == 10
    assert counter(tmp_path, watch, ppk=800.0).energy_wh == 10, "after a power cut"


def test_while_energy_flows_it_is_written_seldom(tmp_path: Path) -> None:
    watch = Watch()
    meter = counter(tmp_path, watch)
    writes = 0
    for _ in range(3600):
        watch.now += 1.0
        meter.pulse()
        if meter.due(flows=True):
            meter.save()
            writes += 1
    assert writes == 120
    assert meter.energy_wh >= 3600 - 30
    meter.pulse()
    assert meter.due(flows=False), "once it has ceased to flow, at once"
    meter.save()
    assert meter.energy_wh == 3601
    assert not meter.due(flows=False), "there is nothing new"


def test_power_is_told_by_the_time_between_pulses(tmp_path: Path) -> None:
    watch = Watch()
    meter = counter(tmp_path, watch)
    assert meter.power_w == 0
    for _ in range(3):
        watch.now += 2.0
        meter.pulse()
    assert meter.power_w == 1800
    watch.now += 8.0
    assert meter.power_w == 450, "less, as the next one does not come"
    watch.now += 200.0
    assert meter.power_w == 0


def test_pulses_come_in_threads(tmp_path: Path) -> None:
    meter = counter(tmp_path, Watch())

    def thousand() -> None:
        for _ in range(1000):
            meter.pulse()

    threads = [threading.Thread(target=thousand) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    meter.save()
    assert meter.energy_wh == 4000


@pytest.mark.parametrize(
    "text",
    ["", "{", "7", "[]", '{"pulses": 7}', '{"format": "pilotwire pulses 1", "pulses": -1}',
     '{"format": "pilotwire pulses 1", "pulses": true}', "\xe9"],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "count.json").write_text(text, encoding="latin-1")
    with pytest.raises(HardwareError, match=r"count\.json"):
        counter(tmp_path, Watch())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(HardwareError, match="its folder does not exist"):
        counter(tmp_path / "nowhere", Watch())


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_power_cut_while_it_is_written_leaves_the_old_count(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch()
    meter = counter(tmp_path, watch)
    meter.pulse()
    meter.save()
    meter.pulse()

    def cut(*_: object) -> None:
        raise OSError(5, "the power is cut")

    monkeypatch.setattr(*((os, "fsync", cut) if step == "fsync" else (Path, "replace", cut)))
    with pytest.raises(HardwareError, match="can't be written"):
        meter.save()
    monkeypatch.undo()
    assert meter.energy_wh == 1, "nothing is shown that is not written"
    assert counter(tmp_path, watch).energy_wh == 1


@virtual_time
async def test_a_count_that_cannot_be_written_fails_the_reading(tmp_path: Path) -> None:
    world = World(tmp_path)
    await world.hardware.start(lambda _: None)
    [evse] = world.hardware.evses
    await evse.offer_current(32)
    world.plug_in(ElectricVehicle(soc=20, phases=1, wakes_after_s=0))
    await asyncio.sleep(0.2)
    await evse.close_contactor()
    await world.draw()
    await evse.open_contactor()
    assert evse.parts.counter is not None
    evse.parts.counter._file = CountFile(tmp_path / "nowhere" / "count.json")
    with pytest.raises(HardwareError, match="can't be written"):
        await evse.read_meter()
    with pytest.raises(HardwareError, match="can't be written"):
        await world.hardware.stop()
    assert not world.is_on(17)
