"""A SunSpec meter is found wherever its model is, and every map is read through a real server."""

import asyncio
from random import Random

import pytest

from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.modbus import Bus, ModbusMeter, load_map, map_names
from pilotwire.hal.modbus.codec import Kind
from pilotwire.hal.modbus.plan import Table
from tests.support.modbus import Device, Image, image_of, served
from tests.unit.hal.modbus.test_meter import run

THREE_PHASE = load_map("sunspec-three-phase")
MARK = {0: 0x5375, 1: 0x6E53}
NUMBERS: dict[str, float] = {
    "Energy.Active.Import.Register": 12345,
    "Energy.Active.Import.Register^": 1,
    "Current.Import L3": 1600,
    "Current.Import L3^": -2,
    "Power.Active.Import": 3680,
}


def sunspec(
    numbers: dict[str, float], *, model: int = 203, begins: int = 40000, before: int = 66
) -> Image:
    """A device with a common model and a meter's."""
    common = begins + 2
    meter = common + 2 + before
    image = image_of(THREE_PHASE, numbers, base=meter)
    holding = image[Table.HOLDING]
    holding.update({begins + at: word for at, word in MARK.items()})
    holding.update({common: 1, common + 1: before, meter: model, meter + 1: 105})
    holding.update({meter + 107: 0xFFFF, meter + 108: 0})
    # Shared scale factors: what is written last holds, so they are written once more.
    holding.update({meter + 6: 0x10000 - 2, meter + 54: 1})
    return image


@pytest.mark.parametrize("begins", [0, 40000, 50000])
def test_it_is_found_where_it_begins(begins: int) -> None:
    async def scenario() -> None:
        device = Device(1, sunspec(NUMBERS, begins=begins))
        async with served(device) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), THREE_PHASE)
            reading = await meter.read_meter()
            assert reading.energy_wh == 123_450
            assert reading.current_a[2] == 16
            assert reading.power_w == 3680
            asked = len(device.asked)
            await meter.read_meter()
            assert len(device.asked) == asked + 1  # it is known by now where
            meter.bus.close()

    run(scenario())


def test_what_is_not_implemented_is_left_out() -> None:
    async def scenario() -> None:
        image = sunspec(NUMBERS)
        base = 40000 + 2 + 68
        image[Table.HOLDING].update(dict.fromkeys(range(base + 8, base + 11), 0x8000))  # voltages
        image[Table.HOLDING][base + 17] = 0x8000  # the frequency's scale factor
        async with served(Device(1, image)) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), THREE_PHASE)
            reading = await meter.read_meter()
            assert reading.voltage_v == ()
            assert reading.frequency_hz is None
            meter.bus.close()

    run(scenario())


def test_a_device_with_another_model() -> None:
    async def scenario() -> None:
        async with served(Device(1, sunspec(NUMBERS, model=103))) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), THREE_PHASE)
            words = "none of the SunSpec models 203, 204; it has 1, 103"
            with pytest.raises(HardwareError, match=words):
                await meter.read_meter()
            meter.bus.close()

    run(scenario())


def test_a_device_that_is_not_sunspec() -> None:
    async def scenario() -> None:
        async with served(Device(1, {Table.INPUT: {}, Table.HOLDING: {0: 7, 1: 7}})) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), THREE_PHASE)
            with pytest.raises(HardwareError, match="unit 1 is no SunSpec device"):
                await meter.read_meter()
            meter.bus.close()

    run(scenario())


@pytest.mark.parametrize("name", map_names())
def test_every_map_through_a_real_server(name: str) -> None:
    async def scenario() -> None:
        map_ = load_map(name)
        chance = Random(7)
        numbers: dict[str, float] = {
            each.label: 0.5 if each.most == 1 else chance.randrange(1, 500) for each in map_.value
        }
        base = 40002 if map_.sunspec else 0
        image = image_of(map_, numbers, base)
        if map_.sunspec:
            image[Table.HOLDING].update({40000 + at: word for at, word in MARK.items()})
            image[Table.HOLDING].update({base: map_.sunspec[-1], base + 1: 124})
        async with served(Device(3, image)) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), map_, 3)
            reading = await meter.read_meter()
            meter.bus.close()
        shown = {(each.measurand, each.phase): each.value for each in reading.others}
        for value in map_.value:
            if (value.shows, value.phase) in shown:
                expected = numbers[value.label] * value.factor
                assert shown[value.shows, value.phase] == pytest.approx(expected)
        factor = next(each.factor for each in map_.value if "Import.Register" in each.label)
        register = numbers["Energy.Active.Import.Register"]
        assert reading.energy_wh == pytest.approx(register * factor)
        assert all(each.type in Kind for each in map_.value)

    run(scenario())


def test_a_bus_that_is_closed_is_opened_again() -> None:
    async def scenario() -> None:
        async with served(Device(1, sunspec(NUMBERS))) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), THREE_PHASE)
            for _ in range(3):
                assert (await meter.read_meter()).energy_wh == 123_450
                meter.bus.close()
                await asyncio.sleep(0)

    run(scenario())
