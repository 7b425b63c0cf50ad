"""Meters are read over real Modbus, whatever goes wrong on the way."""

import asyncio
import math
from collections.abc import Coroutine
from typing import Any

import pytest
from pymodbus.constants import ExcCodes
from pymodbus.framer import FramerRTU

from pilotwire.hal.interfaces import (
    HardwareError,
    Location,
    Measurand,
    Measured,
    Phase,
    Quantity,
)
from pilotwire.hal.modbus import Bus, MeterMap, ModbusMeter, SerialSettings, load_map
from pilotwire.station.hardware.meters import checked_reading, quantities
from tests.support.modbus import Device, image_of, line, served

FAST = SerialSettings(baud_rate=115200)

SDM630 = load_map("eastron-sdm630")
SHOWN = {
    "Energy.Active.Import.Register": 1234.5,
    "Energy.Active.Export.Register": 0.5,
    "Power.Active.Import": 3680.0,
    "Power.Active.Import L1": 1230.0,
    "Current.Import L1": 16.0,
    "Current.Import L2": 15.5,
    "Current.Import L3": 15.0,
    "Voltage L1-N": 230.5,
    "Voltage L2-N": 231.0,
    "Voltage L3-N": 229.5,
    "Frequency": 50.0,
    "Power.Factor": 1.0,
}


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(20):
            await scenario

    asyncio.run(limited())


def sdm630(unit: int = 1) -> Device:
    return Device(unit, image_of(SDM630, SHOWN))


def test_a_meter_over_tcp() -> None:
    async def scenario() -> None:
        device = sdm630()
        async with served(device) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), SDM630)
            reading = await meter.read_meter()
            meter.bus.close()
        assert reading.energy_wh == 1_234_500
        assert reading.power_w == 3680
        assert reading.current_a == (16, 15.5, 15)
        assert reading.voltage_v == (230.5, 231, 229.5)
        assert reading.frequency_hz == 50
        others = {(each.measurand, each.phase): each.value for each in reading.others}
        assert others[Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, None] == 500
        assert others[Measurand.POWER_ACTIVE_IMPORT, Phase.L1] == 1230
        assert checked_reading(reading) == reading
        # As the plan has it: no register is asked for alone, and none that has nothing in it.
        assert device.asked == [(4, 0, 18), (4, 52, 2), (4, 60, 4), (4, 70, 10)]

    run(scenario())


def test_a_meter_on_a_serial_line() -> None:
    async def scenario() -> None:
        async with line(sdm630()) as there:
            meter = ModbusMeter(Bus.serial(there.port, FAST), SDM630)
            reading = await meter.read_meter()
            assert reading.energy_wh == 1_234_500
            meter.bus.close()

    run(scenario())


def test_a_port_that_does_not_take_the_settings() -> None:
    async def scenario() -> None:
        async with line(sdm630()) as there:  # a pty has no parity
            bus = Bus.serial(there.port, SerialSettings(parity="even"))
            with pytest.raises(HardwareError, match="it does not take that speed, parity"):
                await ModbusMeter(bus, SDM630).read_meter()

    run(scenario())


def test_two_meters_share_a_line_in_turn() -> None:
    async def scenario() -> None:
        under_way = 0

        async def one_at_a_time(function: int, address: int, count: int) -> None:
            nonlocal under_way
            under_way += 1
            assert under_way == 1
            await asyncio.sleep(0.01)
            under_way -= 1

        first, second = sdm630(1), sdm630(7)
        second.image = image_of(SDM630, SHOWN | {"Energy.Active.Import.Register": 7.0})
        first.answer = second.answer = one_at_a_time
        async with line(first, second) as there:
            bus = Bus.serial(there.port, FAST)
            meters = [ModbusMeter(bus, SDM630, unit) for unit in (1, 7, 1, 7)]
            readings = await asyncio.gather(*(meter.read_meter() for meter in meters))
            assert [each.energy_wh for each in readings] == [1_234_500, 7000, 1_234_500, 7000]
            bus.close()

    run(scenario())


def test_a_dead_meter_leaves_the_others_their_turn() -> None:
    async def scenario() -> None:
        async with line(sdm630(1), sdm630(2)) as there:
            there.on_way_back = lambda data: b"" if data[0] == 2 else data
            bus = Bus.serial(there.port, FAST, timeout=0.5, attempts=1)
            dead, alive = ModbusMeter(bus, SDM630, 2), ModbusMeter(bus, SDM630, 1)
            outcome, reading = await asyncio.gather(
                dead.read_meter(), alive.read_meter(), return_exceptions=True
            )
            assert "unit 2 has not answered for registers 0 to 17" in str(outcome)
            assert not isinstance(reading, BaseException)
            bus.close()

    run(scenario())


def test_nothing_else_waits_for_a_meter_that_hangs() -> None:
    async def scenario() -> None:
        async def for_ever(function: int, address: int, count: int) -> None:
            await asyncio.sleep(3600)

        device = sdm630()
        device.answer = for_ever
        async with served(device) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port, timeout=0.5, attempts=1), SDM630)
            reading = asyncio.create_task(meter.read_meter())
            turns = 0
            while not reading.done():
                await asyncio.sleep(0.005)
                turns += 1
            assert turns > 10  # whoever else wants the loop has it all the while
            with pytest.raises(HardwareError, match="not answered"):
                reading.result()
            meter.bus.close()

    run(scenario())


def test_a_server_that_is_gone_and_comes_back() -> None:
    async def scenario() -> None:
        async with served(sdm630()) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), SDM630, max_age=0)
            # No reading is so young, not even the one that has just been made.
            with pytest.raises(HardwareError, match="too old"):
                await meter.read_meter()
            bus = Bus.tcp("127.0.0.1", port, timeout=0.2, attempts=1)
            meter = ModbusMeter(bus, SDM630, max_age=1.5)
            young = await meter.read_meter()
        assert await meter.read_meter() == young
        await asyncio.sleep(1.5)
        with pytest.raises(HardwareError, match=r"its last reading is \d\.\d s old"):
            await meter.read_meter()
        device = Device(1, image_of(SDM630, SHOWN | {"Energy.Active.Import.Register": 2000.0}))
        async with served(device, port=port):
            assert (await meter.read_meter()).energy_wh == 2_000_000
            meter.bus.close()

    run(scenario())


def test_nobody_has_ever_answered() -> None:
    async def scenario() -> None:
        async with served(sdm630()) as port:
            pass
        meter = ModbusMeter(Bus.tcp("127.0.0.1", port), SDM630)
        with pytest.raises(HardwareError, match=f"127.0.0.1:{port} can't be opened: nobody"):
            await meter.read_meter()
        nowhere = ModbusMeter(Bus.serial("/dev/no-such-port"), SDM630)
        with pytest.raises(HardwareError, match="/dev/no-such-port can't be opened: No such file"):
            await nowhere.read_meter()

    run(scenario())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (ExcCodes.ILLEGAL_ADDRESS, "unit 1 refuses registers 0 to 17: it has no such registers"),
        (ExcCodes.DEVICE_FAILURE, "it has failed"),
        (ExcCodes.GATEWAY_NO_RESPONSE, "the gateway gets no answer from it"),
    ],
)
def test_a_meter_that_refuses(code: ExcCodes, words: str) -> None:
    async def scenario() -> None:
        async def refuse(function: int, address: int, count: int) -> ExcCodes:
            return code

        device = sdm630()
        device.answer = refuse
        async with served(device) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), SDM630)
            with pytest.raises(HardwareError, match=words):
                await meter.read_meter()
            assert len(device.asked) == 1  # to ask again is of no use
            meter.bus.close()

    run(scenario())


def test_a_line_with_noise() -> None:
    async def scenario() -> None:
        async with line(sdm630()) as there:
            spoilt = 0

            def spoil(data: bytes) -> bytes:
                nonlocal spoilt
                spoilt += 1
                return bytes([data[0] ^ 0x10]) + data[1:] if spoilt == 1 else data

            there.on_way_back = spoil
            bus = Bus.serial(there.port, FAST, timeout=0.5, attempts=2)
            meter = ModbusMeter(bus, SDM630)
            assert (await meter.read_meter()).energy_wh == 1_234_500
            there.on_way_back = lambda data: b"\xa5" * len(data)
            with pytest.raises(HardwareError, match="not answered"):
                await ModbusMeter(bus, SDM630).read_meter()
            there.on_way_back = lambda data: data
            assert (await meter.read_meter()).energy_wh == 1_234_500
            bus.close()

    run(scenario())


def test_an_answer_of_another_unit_is_none() -> None:
    async def scenario() -> None:
        async with line(sdm630()) as there:

            def rename(data: bytes) -> bytes:
                body = bytes([9]) + data[1:-2]
                return body + FramerRTU.compute_CRC(body).to_bytes(2, "big")

            there.on_way_back = rename
            bus = Bus.serial(there.port, FAST, timeout=0.2, attempts=1)
            with pytest.raises(HardwareError, match="unit 1 has not answered"):
                await ModbusMeter(bus, SDM630).read_meter()
            bus.close()

    run(scenario())


def test_an_answer_that_comes_too_late_is_nobodys() -> None:
    """It does not say what it answers; as that of the next request it would be billed."""

    async def scenario() -> None:
        # Two blocks of the same size.
        map_ = MeterMap.model_validate(
            {
                "title": "Slow",
                "document": "none",
                "phases": 1,
                "value": [
                    {"shows": "Frequency", "address": 0, "type": "uint16"},
                    {
                        "shows": "Energy.Active.Import.Register",
                        "address": 10,
                        "type": "uint16",
                    },
                ],
            }
        )
        device = Device(1, image_of(map_, {"Energy.Active.Import.Register": 42, "Frequency": 50}))
        async with line(device) as there:
            loop = asyncio.get_running_loop()
            delays = [0.8]

            def delay(data: bytes) -> bytes:
                """The first answer takes long, the others their time."""
                loop.call_later(delays.pop() if delays else 0.2, there.say, data)
                return b""

            there.on_way_back = delay
            bus = Bus.serial(there.port, FAST, timeout=0.6, attempts=1)
            meter = ModbusMeter(bus, map_)
            with pytest.raises(HardwareError, match="not answered"):
                await meter.read_meter()
            reading = await meter.read_meter()
            assert (reading.energy_wh, reading.frequency_hz) == (42, 50)

            delays.append(0.35)
            cancelled = asyncio.create_task(meter.read_meter())
            await asyncio.sleep(0.1)
            cancelled.cancel()
            await asyncio.wait({cancelled})
            reading = await meter.read_meter()
            assert (reading.energy_wh, reading.frequency_hz) == (42, 50)
            bus.close()

    run(scenario())


def test_a_reading_that_takes_too_long_is_none() -> None:
    async def scenario() -> None:
        async def hesitate(function: int, address: int, count: int) -> None:
            await asyncio.sleep(0.1)

        device = sdm630()
        device.answer = hesitate
        async with served(device) as port:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", port), SDM630, max_age=0.2)
            with pytest.raises(HardwareError, match=r"took 0\.\d s for a reading"):
                await meter.read_meter()
            meter.bus.close()

    run(scenario())


# What is shown.


async def shown(map_: MeterMap, numbers: dict[str, float], **settings: Any) -> Any:
    async with served(Device(1, image_of(map_, numbers))) as port:
        meter = ModbusMeter(Bus.tcp("127.0.0.1", port), map_, **settings)
        try:
            return await meter.read_meter()
        finally:
            meter.bus.close()


def test_what_is_given_back_is_export() -> None:
    async def scenario() -> None:
        reading = await shown(SDM630, SHOWN | {"Power.Active.Import": -1500.0})
        assert reading.power_w == 0
        assert Measured(Measurand.POWER_ACTIVE_EXPORT, 1500.0) in reading.others

    run(scenario())


def test_a_meter_that_is_wired_the_other_way_round() -> None:
    async def scenario() -> None:
        reading = await shown(
            SDM630, SHOWN | {"Power.Active.Import": -1500.0}, reversed_wiring=True
        )
        assert reading.energy_wh == 500
        assert Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, 1_234_500) in reading.others
        assert reading.power_w == 1500
        assert Measured(Measurand.POWER_ACTIVE_EXPORT, 0) in reading.others

    run(scenario())


def test_what_a_meter_does_not_have_is_left_out() -> None:
    async def scenario() -> None:
        b23 = load_map("abb-b23")
        numbers = {"Energy.Active.Import.Register": 123456.0, "Power.Active.Import": 230000.0}
        missing = {
            "Energy.Active.Export.Register": 0xFFFF_FFFF_FFFF_FFFF,
            "Current.Import L2": 0xFFFF_FFFF,
            "Current.Import L3": 0xFFFF_FFFF,
            "Frequency": 0xFFFF,
        }
        reading = await shown(b23, numbers | missing | {"Current.Import L1": 1600.0})
        assert reading.energy_wh == 1_234_560
        assert reading.power_w == 2300
        assert reading.current_a[0] == 16
        assert all(math.isnan(each) for each in reading.current_a[1:])
        assert reading.frequency_hz is None
        assert Measurand.ENERGY_ACTIVE_EXPORT_REGISTER not in {
            each.measurand for each in reading.others
        }

    run(scenario())


@pytest.mark.parametrize("nonsense", [math.nan, math.inf, -5.0])
def test_a_register_that_shows_nonsense_is_an_error(nonsense: float) -> None:
    async def scenario() -> None:
        with pytest.raises(HardwareError, match="Eastron SDM630-Modbus shows no import register"):
            await shown(SDM630, SHOWN | {"Energy.Active.Import.Register": nonsense})

    run(scenario())


def test_a_power_factor_beyond_1_is_none() -> None:
    async def scenario() -> None:
        reading = await shown(SDM630, SHOWN | {"Power.Factor": 65.0})
        assert Measurand.POWER_FACTOR not in {each.measurand for each in reading.others}

    run(scenario())


def test_what_it_measures() -> None:
    meter = ModbusMeter(Bus.tcp("127.0.0.1"), SDM630)
    assert Quantity(Measurand.VOLTAGE, Phase.L3_N) in meter.measures
    assert Quantity(Measurand.POWER_ACTIVE_EXPORT) in meter.measures
    main = ModbusMeter(Bus.tcp("127.0.0.1"), SDM630, location=Location.INLET)
    assert quantities(main, 3, direct=False, main=True) == {
        Quantity(each.measurand, each.phase, Location.INLET) for each in meter.measures
    }


def test_a_unit_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="a unit is 1 to 247"):
        ModbusMeter(Bus.tcp("127.0.0.1"), SDM630, unit=256)
