"""What the hardware promises of its start, its end, and the time between."""

import asyncio
import contextlib
from collections.abc import Callable

from pilotwire.hal.interfaces import (
    BayChanged,
    ConnectorKind,
    FaultCode,
    FaultRaised,
    HardwareEvent,
    PilotChanged,
    PilotState,
)
from pilotwire.hal.testing.harness import (
    DC_KINDS,
    NOTICED,
    BrokenPromise,
    CallFailed,
    Check,
    NotCheckable,
    Trial,
    connectors_of,
    is_finite,
)

__all__ = ["LIFE"]

LONGEST_PAUSE = 0.25
"""How long nothing else may get its turn, in seconds: a contactor could not open meanwhile."""


async def evses_can_be_as_they_say(t: Trial) -> None:
    """There is an EVSE, of 1 or 3 phases, that can offer 6 A or more, with connectors of a kind."""
    if not len(t.hardware.evses):
        raise BrokenPromise("the hardware has no EVSE")
    for number, evse in enumerate(t.hardware.evses, start=1):
        kinds = [connector.kind for connector in connectors_of(evse)]
        if not kinds:
            raise BrokenPromise(f"EVSE {number} has no connector")
        if not all(kind in set(ConnectorKind) for kind in kinds):
            raise BrokenPromise(f"EVSE {number}: {kinds} are not all of ConnectorKind")
        direct = [kind in DC_KINDS for kind in kinds]
        if len(set(direct)) > 1:
            raise BrokenPromise(f"EVSE {number} has connectors for AC and for DC")
        if evse.phases not in ({1} if direct[0] else {1, 3}):
            raise BrokenPromise(f"EVSE {number}: phases is {evse.phases!r}")
        most, least = evse.max_current_a, 0.001 if direct[0] else 6.0
        if not is_finite(most) or most < least:
            raise BrokenPromise(
                f"EVSE {number}: max_current_a is {most!r}, less than can be offered"
            )


async def start_tells_only_what_can_be(t: Trial) -> None:
    """What is reported names EVSEs and connectors that exist, and is of the right types."""
    await t.start()
    await asyncio.sleep(0.5)
    for place in t.places:
        state = await t.call("pilot_state", place.connector.pilot_state())
        if not isinstance(state, PilotState):  # pyright: ignore[reportUnnecessaryIsInstance]  # it is judged
            raise BrokenPromise(f"{place}: pilot_state says {state!r}, which is no PilotState")


async def start_tells_of_a_vehicle(t: Trial) -> None:
    """A vehicle that was there before the start is reported."""
    place = t.places[0]
    await t.vehicles.vehicle(PilotState.B, *place.ids)
    await t.start()
    await t.witness.hears("PilotChanged to B", _pilot(PilotState.B, *place.ids))


async def start_tells_of_faults(t: Trial) -> None:
    """A fault that stood before the start is reported."""
    bench = t.faults
    for code in bench.faults:
        await bench.fail(code)
        await t.start()
        await t.witness.hears(f"FaultRaised({code})", _raised(code))
        await t.stop()
        await bench.mend(code)


async def start_tells_of_a_weld(t: Trial) -> None:
    """A contactor that is closed and should not be is a fault from the start on, or the start
    fails.
    """
    place, bench = t.places[0], t.contactors
    await t.start()
    await t.charging(place)
    await bench.weld(*place.ids)
    with contextlib.suppress(Exception):  # it may complain of the weld
        await t.hardware.stop()
    try:
        await t.start()
    except CallFailed:  # it has complained
        return
    await t.witness.hears("FaultRaised(PowerContactor)", _raised(FaultCode.CONTACTOR))


async def start_opens_all_contactors(t: Trial) -> None:
    """No outlet is live after the start."""
    bench = t.outputs
    await t.start()
    live = [str(place) for place in t.places if bench.live(*place.ids)]
    if live:
        raise BrokenPromise(f"live after the start: {live}")


async def start_tells_of_the_bays(t: Trial) -> None:
    """A parking bay that is watched is reported at the start, occupied or not."""
    watched = [
        number
        for number, evse in enumerate(t.hardware.evses, start=1)
        if getattr(evse, "has_bay_sensor", False) is True
    ]
    if not watched:
        raise NotCheckable("no parking bay is watched")
    await t.start()
    for number in watched:
        await t.witness.hears(f"BayChanged of EVSE {number}", _bay(number))


async def stop_leaves_all_safe(t: Trial) -> None:
    """After the stop no outlet is live, and nothing is offered."""
    outputs = t.outputs
    await t.start()
    place = t.places[0]
    await t.charging(place)
    await t.stop()
    if outputs.live(*place.ids):
        raise BrokenPromise(f"{place} is live after the stop")
    try:
        offered = t.offers.offered(*place.ids)
    except NotCheckable:
        return
    if offered:
        raise BrokenPromise(f"{place} offers {offered:g} A after the stop")


async def stop_ends_a_closing(t: Trial) -> None:
    """A contactor that is being closed at the stop is open in the end."""
    outputs, place = t.outputs, t.places[0]
    await t.start()
    await t.ready(place)
    closing = asyncio.ensure_future(place.connector.close_contactor())
    await asyncio.sleep(0.01)
    await t.stop()
    await asyncio.wait({closing}, timeout=5.0)
    closing.cancel()
    await asyncio.gather(closing, return_exceptions=True)
    await asyncio.sleep(0.5)
    if outputs.live(*place.ids):
        raise BrokenPromise(f"{place} is live: it was being closed, then stopped")


async def nothing_is_told_after_the_stop(t: Trial) -> None:
    """Once `stop` has returned, nothing is reported any more, whatever happens."""
    await t.start()
    await t.stop()
    heard = len(t.witness.events)
    await _change_inputs(t)
    await asyncio.sleep(NOTICED)
    if t.witness.events[heard:]:
        raise BrokenPromise(f"reported after the stop: {t.witness.events[heard:]}")


async def it_starts_again(t: Trial) -> None:
    """After a stop it can be started with another sink, and tells anew what is so."""
    await t.start()
    first = t.witness
    await t.stop()
    heard = len(first.events)
    try:
        await t.vehicles.vehicle(PilotState.B)
        vehicle = True
    except NotCheckable:
        vehicle = False
    await t.start()
    if vehicle:
        await t.witness.hears("PilotChanged to B", _pilot(PilotState.B, 1, 1))
    place = t.places[0]
    await t.call("offer_current", place.connector.offer_current(t.least(place)))
    await t.call("offer_current", place.connector.offer_current(0.0))
    await t.call("open_contactor", place.connector.open_contactor())
    await t.call("read_meter", place.evse.read_meter())
    if first.events[heard:]:
        raise BrokenPromise("the sink of the first start heard of the second")


async def reboot_is_a_new_start(t: Trial) -> None:
    """Once `reboot` has returned, all contactors are open, and what is so is told anew."""
    outputs, place = t.outputs, t.places[0]
    await t.start()
    await t.charging(place)
    heard = len(t.witness.events)
    await t.reboot()
    if outputs.live(*place.ids):
        raise BrokenPromise(f"{place} is live after the reboot")
    try:
        await t.vehicles.vehicle(PilotState.B)
    except NotCheckable:
        return
    await t.reaches(place, PilotState.B)
    await t.witness.hears("PilotChanged to B", _pilot(PilotState.B, 1, 1), heard)


async def nothing_holds_up_the_loop(t: Trial) -> None:
    """No call keeps everything else from having its turn: what blocks belongs into a thread."""
    await t.start()
    loop, place = asyncio.get_running_loop(), t.places[0]
    longest, done = 0.0, asyncio.Event()

    async def watch() -> None:
        nonlocal longest
        while not done.is_set():
            since = loop.time()
            await asyncio.sleep(0.01)
            longest = max(longest, loop.time() - since - 0.01)

    watching = asyncio.create_task(watch())
    for _ in range(3):
        await asyncio.sleep(0.02)
        await t.call("read_meter", place.evse.read_meter())
        await asyncio.sleep(0.02)
        await t.call("pilot_state", place.connector.pilot_state())
        await asyncio.sleep(0.02)
        await t.call("offer_current", place.connector.offer_current(t.least(place)))
        await asyncio.sleep(0.02)
        await t.call("offer_current", place.connector.offer_current(0.0))
        await asyncio.sleep(0.02)
        await t.call("open_contactor", place.connector.open_contactor())
    await asyncio.sleep(0.02)
    done.set()
    await watching
    if longest > LONGEST_PAUSE:
        raise BrokenPromise(f"nothing else had its turn for {longest:.2f} s")


async def _change_inputs(t: Trial) -> None:
    """All that the bench can change."""
    with contextlib.suppress(NotCheckable):
        await t.vehicles.vehicle(PilotState.B)
    try:
        bench = t.faults
    except NotCheckable:
        return
    for code in bench.faults:
        await bench.fail(code)
        await bench.mend(code)


Wanted = Callable[[HardwareEvent], bool]


def _pilot(state: PilotState, evse_id: int, connector_id: int) -> Wanted:
    return lambda event: event == PilotChanged(evse_id, state, connector_id)


def _raised(code: FaultCode) -> Wanted:
    return lambda event: isinstance(event, FaultRaised) and event.code == code


def _bay(evse_id: int) -> Wanted:
    return lambda event: isinstance(event, BayChanged) and event.evse_id == evse_id


LIFE: tuple[Check, ...] = (
    evses_can_be_as_they_say,
    start_tells_only_what_can_be,
    start_tells_of_a_vehicle,
    start_tells_of_faults,
    start_tells_of_a_weld,
    start_opens_all_contactors,
    start_tells_of_the_bays,
    stop_leaves_all_safe,
    stop_ends_a_closing,
    nothing_is_told_after_the_stop,
    it_starts_again,
    reboot_is_a_new_start,
    nothing_holds_up_the_loop,
)
