"""What the hardware promises of what it measures and sees: vehicles, plugs, cards, faults."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from typing import cast

from pilotwire.hal.interfaces import (
    BayChanged,
    FaultCleared,
    FaultRaised,
    HardwareEvent,
    MainMeter,
    MeterReading,
    PilotChanged,
    PilotState,
    PlugChanged,
    ReadingContext,
    SignedReading,
    TokenPresented,
)
from pilotwire.hal.testing.harness import BrokenPromise, Check, NotCheckable, Trial, is_finite

__all__ = ["INPUTS"]

TOKEN = "04A1B2C3D4E5F6"  # noqa: S105 -- of nobody's card
RATINGS = (13.0, 20.0, 32.0, 63.0)
MOST = 1e12

Sign = Callable[[ReadingContext], Awaitable[MeterReading]]


async def readings_are_numbers(t: Trial) -> None:
    """A register that is one, and currents and voltages of each phase."""
    await t.start()
    for number, evse in enumerate(t.hardware.evses, start=1):
        reading = await t.call("read_meter", evse.read_meter())
        _judge(f"EVSE {number}", reading, evse.phases)
    main: MainMeter | None = getattr(t.hardware, "main_meter", None)
    if main is not None:
        _judge("the main meter", await t.call("read_meter", main.read_meter()), None)


async def the_register_never_goes_back(t: Trial) -> None:
    """The import register only grows, over a restart too."""
    await t.start()
    evse, place = t.hardware.evses[0], t.places[0]
    shown = [(await t.call("read_meter", evse.read_meter())).energy_wh]

    async def look(after: str) -> None:
        shown.append((await t.call("read_meter", evse.read_meter())).energy_wh)
        if shown[-1] < shown[-2]:
            raise BrokenPromise(f"the register fell {after}: {shown[-2]} Wh, then {shown[-1]} Wh")

    try:
        loads = t.loads
    except NotCheckable:
        await look("while nothing flowed")
    else:
        await t.charging(place)
        await loads.draw(place.evse_id)
        await look("while energy flowed")
        await t.call("open_contactor", place.connector.open_contactor())
        await look("when energy had flowed")
        if shown[-1] <= shown[0]:
            raise BrokenPromise(f"energy flowed, and the register stays at {shown[-1]} Wh")
    await t.stop()
    await t.start()
    await look("at a restart")


async def signatures_are_given(t: Trial) -> None:
    """A meter that signs has a public key, and signs readings."""
    signing = [
        (number, evse)
        for number, evse in enumerate(t.hardware.evses, start=1)
        if hasattr(evse, "read_signed_meter")
    ]
    if not signing:
        raise NotCheckable("no meter signs")
    await t.start()
    for number, evse in signing:
        key: object = getattr(evse, "public_key", None)
        if not isinstance(key, str) or not 0 < len(key) <= 1875:
            raise BrokenPromise(
                f"EVSE {number}: public_key has 1 to 1875 characters; it is {key!r}"
            )
        sign = cast("Sign", getattr(evse, "read_signed_meter"))  # noqa: B009 -- an optional part
        reading = await t.call("read_signed_meter", sign(ReadingContext.TRANSACTION_BEGIN))
        _judge(f"EVSE {number}", reading, evse.phases)
        signed: object = reading.signed
        if not isinstance(signed, SignedReading) or not signed.data:
            raise BrokenPromise(f"EVSE {number}: a reading was to be signed, and is not")


async def pilots_are_told(t: Trial) -> None:
    """Each change of a pilot is reported, of the connector where it happened, and can be read."""
    bench = t.vehicles
    await t.start()
    for place in t.places:
        for state in (PilotState.B, PilotState.C, PilotState.B, PilotState.A):
            since = len(t.witness.events)
            amperes = t.least(place) if state is PilotState.C else 0.0
            await t.call("offer_current", place.connector.offer_current(amperes))
            await bench.vehicle(state, *place.ids)
            told = PilotChanged(place.evse_id, state, place.connector_id)
            if not (state is PilotState.B and _told(t, told)):
                await t.witness.hears(f"{told}", _is(told), since)
            await t.reaches(place, state)


async def faults_are_told_and_cleared(t: Trial) -> None:
    """A fault is reported when it comes, and when it goes."""
    bench = t.faults
    await t.start()
    for code in bench.faults:
        since = len(t.witness.events)
        await bench.fail(code)
        await t.witness.hears(f"FaultRaised({code})", _fault(FaultRaised, code), since)
        since = len(t.witness.events)
        await bench.mend(code)
        await t.witness.hears(f"FaultCleared({code})", _fault(FaultCleared, code), since)


async def plugs_are_told(t: Trial) -> None:
    """A plug without a vehicle is reported when it comes, and when it goes."""
    bench = t.plugs
    await t.start()
    for place in (place for place in t.places if place.has_socket):
        for plugged in (True, False):
            since = len(t.witness.events)
            await bench.plug(
                plugged=plugged, evse_id=place.evse_id, connector_id=place.connector_id
            )
            told = PlugChanged(place.evse_id, plugged, place.connector_id)
            await t.witness.hears(f"{told}", _is(told), since)


async def bays_are_told(t: Trial) -> None:
    """What comes into a parking bay that is watched is reported, and that it leaves."""
    bench = t.bays
    if getattr(t.hardware.evses[0], "has_bay_sensor", False) is not True:
        raise NotCheckable("no parking bay is watched")
    await t.start()
    for occupied in (True, False):
        since = len(t.witness.events)
        await bench.bay(occupied=occupied)
        await t.witness.hears("BayChanged", _is(BayChanged(1, occupied)), since)


async def tokens_are_told(t: Trial) -> None:
    """A card that is held to a reader is reported, once."""
    bench = t.tokens
    await t.start()
    await bench.present(TOKEN)
    await t.witness.hears("TokenPresented", lambda event: isinstance(event, TokenPresented))
    told = [event for event in t.witness.events if isinstance(event, TokenPresented)]
    if [event.token for event in told] != [TOKEN]:
        raise BrokenPromise(f"{TOKEN} was presented once, and {told} was reported")


async def cables_are_read(t: Trial) -> None:
    """`cable_current_a` is None without a cable, and what the cable bears with one."""
    bench = t.cables
    await t.start()
    for place in (place for place in t.places if place.has_socket):
        for rating in RATINGS:
            await bench.cable(rating, *place.ids)
            read = await _cable(t, rating, place.connector)
            if read != rating:
                raise BrokenPromise(f"{place}: the cable bears {rating:g} A, and {read} was read")
            await bench.cable(0.0, *place.ids)
            if await _cable(t, None, place.connector) is not None:
                raise BrokenPromise(f"{place}: there is no cable, and cable_current_a is not None")


async def _cable(t: Trial, wanted: float | None, connector: object) -> object:
    """What is read once it is as wanted, or in the end."""
    for _ in range(100):
        if getattr(connector, "cable_current_a", None) == wanted:
            break
        await t.call("a moment", asyncio.sleep(0.02))
    return getattr(connector, "cable_current_a", None)


def _told(t: Trial, event: HardwareEvent) -> bool:
    """Whether that was the last that was told of its pilot: an offer that ends tells it, too."""
    pilots = [each for each in t.witness.events if isinstance(each, PilotChanged)]
    return bool(pilots) and pilots[-1] == event


def _is(told: HardwareEvent) -> Callable[[HardwareEvent], bool]:
    return lambda event: event == told


def _fault(
    kind: type[FaultRaised] | type[FaultCleared], code: object
) -> Callable[[HardwareEvent], bool]:
    return lambda event: isinstance(event, kind) and event.code == code


def _judge(name: str, reading: MeterReading, phases: int | None) -> None:
    if not isinstance(reading, MeterReading):  # pyright: ignore[reportUnnecessaryIsInstance]  # it is judged
        raise BrokenPromise(f"{name}: {reading!r} is no MeterReading")
    if not is_finite(reading.energy_wh) or not 0 <= reading.energy_wh <= MOST:
        raise BrokenPromise(f"{name}: the register shows {reading.energy_wh!r} Wh")
    for what in ("power_w", "frequency_hz", "soc"):
        value: float | None = getattr(reading, what)
        _judge_value(f"{name}: {what}", value)
    for what in ("current_a", "voltage_v"):
        values: tuple[float, ...] = getattr(reading, what)
        if phases is not None and len(values) not in {0, phases}:
            raise BrokenPromise(f"{name}: {what} has {len(values)} values, with {phases} phases")
        for each in values:
            _judge_value(f"{name}: {what}", each)
    if len(reading.others) > 500:
        raise BrokenPromise(f"{name}: {len(reading.others)} other values; 500 at most are told")
    for other in reading.others:
        _judge_value(f"{name}: {other.measurand}", other.value)


def _judge_value(name: str, value: object) -> None:
    """A number, or that there is none (None, NaN)."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return
    if not is_finite(value) or abs(cast("float", value)) > MOST:
        raise BrokenPromise(f"{name} is {value!r}, which can't be")


INPUTS: tuple[Check, ...] = (
    readings_are_numbers,
    the_register_never_goes_back,
    signatures_are_given,
    pilots_are_told,
    faults_are_told_and_cleared,
    plugs_are_told,
    bays_are_told,
    tokens_are_told,
    cables_are_read,
)
