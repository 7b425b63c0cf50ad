"""Real parts and simulated ones in one charger."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import Network
from pilotwire.csms import Csms, Session
from pilotwire.hal.boards import OpenEvse, OpenEvseStation
from pilotwire.hal.interfaces import (
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    Location,
    Measurand,
    MeterReading,
    Quantity,
    ReadingContext,
    SigningMeter,
    StationHardware,
    TokenPresented,
)
from pilotwire.hal.mixture import Mixture, with_meters, with_readers
from pilotwire.hal.modbus import Bus, ModbusMeter, load_map
from pilotwire.hal.readers import LineReader
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.station.hardware.checks import check_evses, connectors_of, has_bay_sensor
from pilotwire.station.hardware.meters import quantities, signer_of
from tests.support.modbus import Device, image_of, served
from tests.support.openevse import board
from tests.support.ports import port

SDM230 = load_map("eastron-sdm230")
CARD = "04A1B2C3"


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(60):
            await scenario

    asyncio.run(limited())


class Meter:
    """One that shows a register and is closed."""

    def __init__(self) -> None:
        self.closed = False

    async def read_meter(self) -> MeterReading:
        return MeterReading(energy_wh=4711)

    def close(self) -> None:
        self.closed = True


def test_another_meter_takes_the_place_of_an_evses_own() -> None:
    async def scenario() -> None:
        station = SimulatedStation(evses=2, full_meters=True, signing=True, bay_sensors=True)
        hardware = with_meters(station, {1: Meter()})
        check_evses(hardware.evses)
        assert (await hardware.evses[0].read_meter()).energy_wh == 4711
        assert (await hardware.evses[1].read_meter()).energy_wh == 0
        # What the old meter could, the new one can't; what else the EVSE has, it still has.
        assert signer_of(hardware.evses[0]) is None
        assert signer_of(hardware.evses[1]) is not None
        assert Quantity(Measurand.TEMPERATURE) not in quantities(hardware.evses[0], 3, direct=False)
        assert has_bay_sensor(hardware.evses[0])
        assert connectors_of(hardware.evses[0]) == connectors_of(station.evse(1))
        assert hardware.evse(1) is station.evse(1)

    run(scenario())


def test_a_meter_that_measures_and_signs_does_so_here() -> None:
    async def scenario() -> None:
        station = SimulatedStation(evses=1)
        signing: Any = SimulatedStation(evses=1, signing=True, full_meters=True).evse(1)
        hardware = with_meters(station, {1: signing})
        assert hardware.evses[0].measures == signing.measures  # type: ignore[union-attr]  # optional
        meter = cast("SigningMeter", hardware.evses[0])
        assert meter.public_key == signing.public_key
        reading = await meter.read_signed_meter(ReadingContext.TRANSACTION_BEGIN)
        assert reading.signed is not None

    run(scenario())


def test_the_stations_own_meter() -> None:
    station = SimulatedStation(evses=1, main_meter=True)
    assert with_readers(station, []).main_meter is station.main_meter
    assert with_readers(SimulatedStation(evses=1), []).main_meter is None
    main = ModbusMeter(Bus.tcp("127.0.0.1"), SDM230, location=Location.INLET)
    assert with_readers(with_meters(station, {}, main=main), []).main_meter is main


def test_an_evse_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="there is no EVSE 3: the hardware has 1 to 2"):
        with_meters(SimulatedStation(evses=2), {3: Meter()})


def test_readers_begin_after_the_hardware_and_end_with_it() -> None:
    async def scenario() -> None:
        with port() as there:
            meter = Meter()
            station = SimulatedStation(evses=1)
            hardware = with_readers(
                with_meters(station, {1: meter}), [LineReader(there.path), LineReader("/dev/none")]
            )
            events: list[HardwareEvent] = []
            await hardware.start(events.append)
            [fault] = events
            assert isinstance(fault, FaultRaised)
            there.say(f"{CARD}\r".encode())
            await until(lambda: events[-1] == TokenPresented(CARD))
            await hardware.reboot()
            assert events[-1] == fault  # what stands is told anew
            await hardware.stop()
            assert meter.closed
            told = len(events)
            there.say(b"04D4E5F6\r")
            await asyncio.sleep(0.1)
            assert len(events) == told

    run(scenario())


def test_what_fails_to_stop_keeps_no_reader() -> None:
    class Stuck(SimulatedStation):
        async def stop(self) -> None:
            await super().stop()
            raise HardwareError("the contactor does not open")

    async def scenario() -> None:
        with port() as there:
            meter = Meter()
            hardware = with_readers(
                with_meters(Stuck(evses=1), {1: meter}), [LineReader(there.path)]
            )
            await hardware.start(lambda event: None)
            await asyncio.sleep(0.05)
            with pytest.raises(HardwareError, match="does not open"):
                await hardware.stop()
            assert meter.closed
            await asyncio.sleep(0)
            assert not [each for each in asyncio.all_tasks() if "_keep" in repr(each)]

    run(scenario())


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(15):
        while not condition():  # noqa: ASYNC110 -- hardware tells nobody how far it is
            await asyncio.sleep(0.01)


# Whole sessions.


@asynccontextmanager
async def charging(
    hardware: StationHardware, version: str
) -> AsyncGenerator[tuple[ChargingStation[Any], Csms], None]:
    """A station with this hardware, accepted by a CSMS."""
    csms = Csms(tokens=[CARD])
    async with csms.serve() as serving:
        station = ChargingStation(
            identity="MIX-1",
            vendor="Example",
            model="Mixture",
            csms=Network(f"ws://127.0.0.1:{serving.port}/ocpp", (version,)),
            hardware=hardware,
            store=Store(":memory:"),
        )
        async with station:
            await station.wait_accepted()
            yield station, csms


def last(csms: Csms) -> Session | None:
    sessions = csms.stations["MIX-1"].sessions
    return sessions[-1] if sessions else None


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
def test_a_session_with_a_real_meter_and_a_real_reader(version: str) -> None:
    async def scenario() -> None:
        device = Device(1, image_of(SDM230, {"Energy.Active.Import.Register": 100.0}))
        simulated = SimulatedStation(evses=1, phases=1)
        async with served(device) as tcp:
            with port() as reader:
                meter = ModbusMeter(Bus.tcp("127.0.0.1", tcp), SDM230)
                hardware: Mixture = with_readers(
                    with_meters(simulated, {1: meter}), [LineReader(reader.path, evse_id=1)]
                )
                async with charging(hardware, version) as (station, csms):
                    await simulated.evse(1).plug_in(ElectricVehicle())
                    reader.say(f"{CARD}\r".encode())
                    await until(lambda: simulated.evse(1).contactor.closed)
                    device.image = image_of(SDM230, {"Energy.Active.Import.Register": 101.5})
                    assert await station.evse(1).stop()
                    await until(lambda: (session := last(csms)) is not None and not session.ongoing)
        session = last(csms)
        assert session is not None
        assert (session.token, session.energy_wh) == (CARD, 1500)

    run(scenario())


def test_a_contactor_opens_while_the_meter_hangs() -> None:
    async def scenario() -> None:
        async def for_ever(function: int, address: int, count: int) -> None:
            await asyncio.sleep(3600)

        device = Device(1, image_of(SDM230, {"Energy.Active.Import.Register": 100.0}))
        simulated = SimulatedStation(evses=1, phases=1)
        async with served(device) as tcp:
            meter = ModbusMeter(Bus.tcp("127.0.0.1", tcp, timeout=3.0), SDM230)
            async with charging(with_meters(simulated, {1: meter}), "2.1") as (station, _):
                await simulated.evse(1).plug_in(ElectricVehicle())
                assert await station.evse(1).authorize(CARD)
                await until(lambda: simulated.evse(1).contactor.closed)
                device.answer = for_ever
                reading = asyncio.create_task(meter.read_meter())
                await asyncio.sleep(0.1)
                simulated.evse(1).fail(FaultCode.GROUND_FAULT)
                await until(lambda: not simulated.evse(1).contactor.closed)
                assert not reading.done()
                reading.cancel()
                device.answer = None

    run(scenario())


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
def test_a_session_on_an_openevse_board(version: str) -> None:
    async def scenario() -> None:
        with board() as there:
            hardware = OpenEvseStation([OpenEvse(there.port)])
            async with charging(hardware, version) as (station, csms):
                there.goes_to("B")
                await until(lambda: station.evse(1).snapshot.connected)
                assert there.offers == 0
                assert await station.evse(1).authorize(CARD)
                await until(lambda: there.offers == 32)
                there.goes_to("C")
                await until(lambda: there.closed)
                there.session_ws = 3600 * 1500
                await until(lambda: last(csms) is not None)
                there.fails(0x06)
                await until(lambda: not there.closed)
                await until(lambda: (session := last(csms)) is not None and not session.ongoing)
            session = last(csms)
            assert session is not None
            assert session.token == CARD
            assert session.reason in {"GroundFault", "Other"}  # 1.6 has no word for it
            assert session.energy_wh == 1500
            assert not there.awake

    run(scenario())
