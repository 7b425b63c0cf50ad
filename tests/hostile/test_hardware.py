"""Whatever a driver returns, raises or says: the station lives on, energy flows only where it may,
and once the driver does well again the next driver charges.
"""

import asyncio
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

import pytest

from pilotwire.hal.interfaces import (
    AcNeeds,
    BayChanged,
    DcNeeds,
    EnergyTransfer,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    Measurand,
    Measured,
    MeterReading,
    NeedsTold,
    Phase,
    PilotChanged,
    PilotState,
    PlugChanged,
    PowerStep,
    ScheduleChosen,
    TokenKind,
    TokenPresented,
    VehicleTalks,
)
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v201
from pilotwire.station.device_model.standard import SampledDataCtrlr
from tests.hostile.hardware import JUNK, RAISED, at_once, giving, raising
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.stations import station
from tests.support.virtual_time import virtual_time

SEED = 9
NEEDS = NeedsTold(1, AcNeeds(1000, 6, 16, 400), EnergyTransfer.AC_THREE_PHASE)
DIRECT = NeedsTold(1, DcNeeds(100, 400), EnergyTransfer.DC)
VERSIONS = ("1.6", "2.0.1")
SETTINGS: Settings = {SampledDataCtrlr.TxUpdatedInterval: 10}

CALLS = (
    "offer_current",
    "close_contactor",
    "open_contactor",
    "lock_connector",
    "unlock_connector",
    "read_meter",
    "pilot_state",
)


def shuffled(values: Iterable[object]) -> list[object]:
    print(f"seed {SEED}")
    drawn = list(values)
    Random(SEED).shuffle(drawn)
    return drawn


def works(s: Scene) -> None:
    """The station lives, and no energy flows where it may not."""
    task = s.station._task
    assert task is not None
    assert not task.done(), "the station has ended"
    if s.evse.contactor.closed:
        assert not s.station.evses[0].faults


async def charges_and_leaves(s: Scene) -> None:
    """A driver comes, charges and goes; whatever was before."""
    await s.wait(30)  # for faults that the station has found: it looks again
    s.evse.press_reset()
    s.hardware.clear_fault()
    await s.wait(1)
    if s.evse.vehicle is not None:
        await s.evse.tear_out()
        await s.wait(5)
    assert s.station.evses[0].faults == ()
    await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
    await s.evse.swipe(TOKEN)
    await s.wait(15)
    assert s.evse.contactor.closed
    await s.evse.tear_out()
    await s.wait(5)
    works(s)
    assert s.station.evses[0].status == "Available"


async def fails_in_a_session(s: Scene, name: str, wrong: Callable[..., object]) -> None:
    """A call fails while a session begins and goes on."""
    await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
    vars(s.evse)[name] = wrong
    await s.evse.swipe(TOKEN)
    await s.wait(15)
    works(s)
    del vars(s.evse)[name]
    await charges_and_leaves(s)


async def fails_at_a_fault(s: Scene, name: str, wrong: Callable[..., object]) -> None:
    """A call fails while a session is cut."""
    await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
    await s.evse.swipe(TOKEN)
    await s.wait(15)
    assert s.evse.contactor.closed
    vars(s.evse)[name] = wrong
    s.evse.fail(FaultCode.GROUND_FAULT)
    await s.wait(15)
    if name != "open_contactor":
        works(s)
    del vars(s.evse)[name]
    await charges_and_leaves(s)


@pytest.mark.parametrize("name", CALLS)
@virtual_time
async def test_what_a_call_raises(name: str) -> None:
    async with scene("2.0.1", settings=SETTINGS) as s:
        for error in shuffled(RAISED):
            assert isinstance(error, BaseException)
            await fails_in_a_session(s, name, raising(error))
            await fails_at_a_fault(s, name, raising(error))
        await fails_at_a_fault(s, name, at_once(None))
        await fails_in_a_session(s, name, at_once(7))


@pytest.mark.parametrize("name", ["read_meter", "pilot_state"])
@virtual_time
async def test_what_a_call_returns(name: str) -> None:
    async with scene("1.6", settings=SETTINGS) as s:
        for value in shuffled(JUNK):
            await fails_in_a_session(s, name, giving(value))
            await fails_at_a_fault(s, name, giving(value))


FIELDS = (
    "energy_wh",
    "power_w",
    "current_a",
    "voltage_v",
    "frequency_hz",
    "soc",
    "others",
    "signed",
)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("version", VERSIONS)
@virtual_time
async def test_what_a_reading_says(version: str, field: str) -> None:
    good = MeterReading(5000.0, 7000.0, (16.0, 16.0, 16.0), (230.0, 230.0, 230.0), 50.0, 50.0)
    async with scene(version, settings=SETTINGS) as s:
        for value in shuffled(JUNK):
            reading = replace(good, **{field: value})  # type: ignore[arg-type]  # wrong on purpose
            await fails_in_a_session(s, "read_meter", giving(reading))


@pytest.mark.parametrize("field", ["measurand", "value", "phase", "location", "unit", "multiplier"])
@pytest.mark.parametrize("version", VERSIONS)
@virtual_time
async def test_what_a_further_value_says(version: str, field: str) -> None:
    """It costs that value, and nothing beside it."""
    good = Measured(Measurand.POWER_REACTIVE_IMPORT, 7.0, Phase.L1)
    hardware = SimulatedStation(evses=1, full_meters=True)
    settings = {**SETTINGS, SampledDataCtrlr.TxUpdatedMeasurands: ("Power.Reactive.Import",)}
    async with scene(version, hardware=hardware, settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        for value in shuffled(JUNK):
            wrong = replace(good, **{field: value})  # type: ignore[arg-type]  # wrong on purpose
            reading = MeterReading(10_000.0, others=(wrong, good, *[wrong] * 1000))
            vars(s.evse)["read_meter"] = giving(reading)
            await s.wait(15)
            assert s.evse.contactor.closed
            works(s)
        assert not s.station.evses[0].faults
        assert s.station.outbox_size == 0
        assert s.station.given_up == []


@virtual_time
async def test_what_can_be_offered_changes() -> None:
    async with scene("2.1", settings=SETTINGS) as s:
        for value in shuffled(JUNK):
            kind = type(s.evse)
            await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
            s.evse.__class__ = type("Odd", (kind,), {"max_current_a": value})
            await s.evse.swipe(TOKEN)
            await s.wait(15)
            works(s)
            s.evse.__class__ = kind
            await charges_and_leaves(s)


@virtual_time
async def test_what_is_raised_instead_of_what_can_be_offered() -> None:
    async with scene("2.1", settings=SETTINGS) as s:
        for error in shuffled(RAISED):
            kind = type(s.evse)

            def fails(_: object, error: object = error) -> float:
                assert isinstance(error, BaseException)
                raise error

            await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
            s.evse.__class__ = type("Odd", (kind,), {"max_current_a": property(fails)})
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            works(s)
            assert [fault.code for fault in s.station.evses[0].faults] == ["Controller"]
            s.evse.__class__ = kind
            await charges_and_leaves(s)


def events() -> list[object]:
    """Each event with a wrong value in each of its places, and what is no event."""
    wrong: list[object] = list(JUNK)
    for value in JUNK:
        any_value: object = value
        wrong += [
            PilotChanged(any_value, PilotState.B),  # type: ignore[arg-type]  # wrong on purpose
            PilotChanged(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            PilotChanged(1, PilotState.B, any_value),  # type: ignore[arg-type]  # wrong on purpose
            PlugChanged(any_value, True),  # type: ignore[arg-type]  # wrong on purpose
            PlugChanged(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            PlugChanged(1, False, any_value),  # type: ignore[arg-type]  # wrong on purpose
            BayChanged(any_value, True),  # type: ignore[arg-type]  # wrong on purpose
            BayChanged(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            TokenPresented(any_value),  # type: ignore[arg-type]  # wrong on purpose
            TokenPresented(TOKEN, any_value),  # type: ignore[arg-type]  # wrong on purpose
            TokenPresented(TOKEN, TokenKind.ISO14443, any_value),  # type: ignore[arg-type]  # wrong on purpose
            TokenPresented(TOKEN, TokenKind.ISO14443, 1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            TokenPresented(TOKEN, TokenKind.ISO14443, 1, (any_value,)),  # type: ignore[arg-type]  # wrong on purpose
            FaultRaised(any_value, FaultCode.GROUND_FAULT),  # type: ignore[arg-type]  # wrong on purpose
            FaultRaised(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            FaultRaised(1, FaultCode.GROUND_FAULT, any_value),  # type: ignore[arg-type]  # wrong on purpose
            FaultRaised(0, any_value, any_value),  # type: ignore[arg-type]  # wrong on purpose
            FaultCleared(any_value, FaultCode.GROUND_FAULT),  # type: ignore[arg-type]  # wrong on purpose
            FaultCleared(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            VehicleTalks(any_value),  # type: ignore[arg-type]  # wrong on purpose
            VehicleTalks(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, evse_id=any_value),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, needs=any_value),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, transfer=any_value),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, departs_in_s=any_value),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, max_steps=any_value),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, needs=AcNeeds(any_value, 6, 16, 400)),  # type: ignore[arg-type]  # wrong on purpose
            replace(NEEDS, needs=AcNeeds(1000, 6, any_value, 400)),  # type: ignore[arg-type]  # wrong on purpose
            replace(DIRECT, needs=DcNeeds(any_value, 400)),  # type: ignore[arg-type]  # wrong on purpose
            replace(DIRECT, needs=DcNeeds(100, 400, any_value, any_value, any_value, any_value)),  # type: ignore[arg-type]  # wrong on purpose
            ScheduleChosen(1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            ScheduleChosen(1, 1, any_value),  # type: ignore[arg-type]  # wrong on purpose
            ScheduleChosen(1, 1, (any_value,)),  # type: ignore[arg-type]  # wrong on purpose
            ScheduleChosen(1, 1, (PowerStep(0, any_value),)),  # type: ignore[arg-type]  # wrong on purpose
            ScheduleChosen(1, 1, (PowerStep(any_value, 1000),)),  # type: ignore[arg-type]  # wrong on purpose
        ]
    return wrong


@pytest.mark.parametrize("version", VERSIONS)
@virtual_time
async def test_what_the_hardware_tells(version: str) -> None:
    async with scene(version, settings=SETTINGS) as s:
        for event in shuffled(events()):
            if s.evse.vehicle is None:
                await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
            await s.evse.swipe(TOKEN)
            await s.wait(5)
            s.hardware._report(event)  # type: ignore[arg-type]  # wrong on purpose
            await s.wait(5)
            works(s)
            if isinstance(event, FaultRaised) and s.station.evses[0].faults:
                assert not s.evse.contactor.closed
                for fault in s.station.evses[0].faults:
                    s.hardware._report(FaultCleared(fault.evse_id, fault.code))
                await s.wait(5)
        s.hardware._report(PlugChanged(1, False))
        s.hardware._report(PilotChanged(1, s.evse._pilot))
        await charges_and_leaves(s)


@pytest.mark.parametrize("value", [0, None], ids=["of the whole station", "of none"])
@virtual_time
async def test_a_reader_that_serves_the_whole_station(value: int | None) -> None:
    async with scene("2.0.1", evses=2) as s:
        await s.hardware.evse(2).plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        s.hardware._report(TokenPresented(TOKEN, evse_id=value))
        await s.wait(10)
        assert s.hardware.evse(2).contactor.closed


@virtual_time
async def test_events_from_another_thread_are_handed_over() -> None:
    async with scene("2.0.1") as s:
        sink = s.hardware._sink
        assert sink is not None
        await s.evse.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        await asyncio.to_thread(sink, TokenPresented(TOKEN))
        await s.wait(10)
        assert s.evse.contactor.closed
        await asyncio.to_thread(sink, FaultRaised(1, FaultCode.GROUND_FAULT))
        await s.wait(1)
        assert not s.evse.contactor.closed


@pytest.mark.parametrize(
    "error",
    [error for error in RAISED if not isinstance(error, TypeError)],  # its traceback is no text
    ids=lambda error: type(error).__name__,
)
@virtual_time
async def test_what_a_start_raises(error: BaseException) -> None:
    """It is the hardware's failure, whatever it was, and never a cancellation of the station."""
    hardware = SimulatedStation(evses=1)
    vars(hardware)["start"] = raising(error)
    with pytest.raises(HardwareError, match="did not start"):
        await station(hardware=hardware).run()


@virtual_time
async def test_what_a_stop_and_a_restart_raise() -> None:
    for error in RAISED:
        hardware = SimulatedStation(evses=1)
        reboot = hardware.reboot
        async with scene("2.0.1", hardware=hardware) as s:
            vars(hardware)["reboot"] = raising(error)
            await s.csms.call(v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE))
            await s.wait(3)
            vars(hardware)["reboot"] = reboot
            await s.wait(60)
            await charges_and_leaves(s)
            stop = hardware.stop
            vars(hardware)["stop"] = raising(error)
        await stop()


# What the hardware says of itself is refused where the station is made.


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("max_current_a", 5.9, "max_current_a must be 6 or more, not 5.9"),
        ("max_current_a", -16.0, "max_current_a must be 6 or more, not -16.0"),
        ("max_current_a", 0, "max_current_a must be 6 or more, not 0"),
        ("max_current_a", math.nan, "max_current_a must be 6 or more, not nan"),
        ("max_current_a", math.inf, "max_current_a must be 6 or more, not inf"),
        ("max_current_a", None, "max_current_a must be 6 or more, not None"),
        ("max_current_a", "16", "max_current_a must be 6 or more, not '16'"),
        pytest.param(
            "max_current_a", 10**5000, "max_current_a must be 6 or more, not a int", id="huge"
        ),
        ("phases", 2, "phases must be 1 or 3, not 2"),
        ("phases", 0, "phases must be 1 or 3, not 0"),
        ("phases", -3, "phases must be 1 or 3, not -3"),
        ("phases", 3.0, "phases must be 1 or 3, not 3.0"),
        ("phases", True, "phases must be 1 or 3, not True"),
        ("phases", None, "phases must be 1 or 3, not None"),
        ("kind", "sType2", "'sType2' is no ConnectorKind"),
        ("kind", None, "None is no ConnectorKind"),
        ("connectors", (), "it has no connector"),
    ],
)
def test_hardware_that_can_not_be_is_refused(name: str, value: object, text: str) -> None:
    hardware = SimulatedStation(evses=2)
    declared(hardware, name, value)
    with pytest.raises(ValueError, match=re.escape(f"EVSE 2 of the hardware: {text}")):
        station(hardware=hardware)


@pytest.mark.parametrize(("name", "value"), [("max_current_a", 6), ("max_current_a", 6.0)])
def test_the_least_that_can_be_is_taken(name: str, value: object) -> None:
    hardware = SimulatedStation(evses=2)
    declared(hardware, name, value)
    station(hardware=hardware)


def test_hardware_without_an_evse_is_refused() -> None:
    hardware = SimulatedStation(evses=1)
    hardware._evses = ()
    with pytest.raises(ValueError, match="the hardware has no EVSE"):
        station(hardware=hardware)


def declared(hardware: SimulatedStation, name: str, value: object) -> None:
    """Let EVSE 2 say that of itself."""
    evse = hardware.evse(2)
    evse.__class__ = type("Odd", (type(evse),), {name: value})
