"""What contactor, pilot and lock promise."""

import asyncio
from typing import cast

from pilotwire.hal.interfaces import PhaseSwitch, PilotState
from pilotwire.hal.testing.harness import (
    BrokenPromise,
    Check,
    NotCheckable,
    Place,
    Trial,
)

__all__ = ["POWER"]

AT_ONCE = 1.0
"""By when a contactor that is told to open is open, in seconds, whatever else is under way."""

ALL_PHASES = 3

LONGEST_PAUSE_S = 300.0
"""How long it may have to wait before phases are switched, in seconds."""

ROUNDING_A = 0.5
"""By how much an offer may be less than it was to be, in amperes: steps of a PWM."""


async def closing_returns_once_closed(t: Trial) -> None:
    """`close_contactor` returns when the outlet is live."""
    outputs = t.outputs
    await t.start()
    for place in t.places:
        await t.charging(place)
        if not outputs.live(*place.ids):
            raise BrokenPromise(f"{place}: close_contactor returned, and the outlet is not live")
        await t.call("open_contactor", place.connector.open_contactor())


async def opening_returns_once_open(t: Trial) -> None:
    """`open_contactor` returns when the outlet is dead."""
    outputs = t.outputs
    await t.start()
    for place in t.places:
        await t.charging(place)
        await t.call("open_contactor", place.connector.open_contactor())
        if outputs.live(*place.ids):
            raise BrokenPromise(f"{place}: open_contactor returned, and the outlet is live")


async def opening_twice_is_no_error(t: Trial) -> None:
    """A contactor that is open may be told to open."""
    await t.start()
    for place in t.places:
        await t.call("open_contactor", place.connector.open_contactor())
        await t.call("open_contactor", place.connector.open_contactor())


async def opening_wins_over_closing(t: Trial) -> None:
    """`open_contactor` does not wait for a `close_contactor` under way, and the outlet is dead in
    the end.
    """
    await t.start()
    for place in t.places:
        for delay in (0.0, 0.001, 0.01, 0.03, 0.1):
            await _opened_while_closing(t, place, delay)


async def _opened_while_closing(t: Trial, place: Place, delay: float) -> None:
    outputs, connector = t.outputs, place.connector
    await t.ready(place)
    closing = asyncio.ensure_future(connector.close_contactor())
    await asyncio.sleep(delay)
    try:
        await t.call("open_contactor beside close_contactor", connector.open_contactor(), AT_ONCE)
    finally:
        await asyncio.wait({closing}, timeout=5.0)
        closing.cancel()
        await asyncio.gather(closing, return_exceptions=True)
    await asyncio.sleep(0.3)
    if outputs.live(*place.ids):
        raise BrokenPromise(
            f"{place}: told to open {delay:g} s after it was told to close, and is live in the end"
        )


async def a_closing_that_is_given_up_leaves_it_to_be_opened(t: Trial) -> None:
    """`close_contactor` may be cancelled at any time; `open_contactor` opens then as ever."""
    outputs = t.outputs
    await t.start()
    place = t.places[0]
    for delay in (0.0, 0.01, 0.03):
        await t.ready(place)
        closing = asyncio.ensure_future(place.connector.close_contactor())
        await asyncio.sleep(delay)
        closing.cancel()
        await asyncio.gather(closing, return_exceptions=True)
        await t.call("open_contactor", place.connector.open_contactor(), AT_ONCE)
        await asyncio.sleep(0.3)
        if outputs.live(*place.ids):
            raise BrokenPromise(f"{place}: live after a closing that was given up, and an opening")


async def opening_waits_for_no_other_call(t: Trial) -> None:
    """`open_contactor` does not wait for pilot, lock or meter."""
    await t.start()
    for place in t.places:
        connector = place.connector
        others = [
            asyncio.ensure_future(call)
            for call in (
                place.evse.read_meter(),
                connector.pilot_state(),
                connector.unlock_connector(),
                connector.offer_current(t.least(place)),
            )
        ]
        try:
            await asyncio.sleep(0)
            await t.call("open_contactor beside others", connector.open_contactor(), AT_ONCE)
        finally:
            await asyncio.wait(others, timeout=5.0)
            for other in others:
                other.cancel()
            await asyncio.gather(*others, return_exceptions=True)


async def a_weld_makes_opening_fail(t: Trial) -> None:
    """`open_contactor` raises where the contacts do not open."""
    await t.start()
    place, bench = t.places[0], t.contactors
    await t.charging(place)
    await bench.weld(*place.ids)
    await t.refused("open_contactor of a welded contactor", place.connector.open_contactor())


async def a_burnt_coil_makes_closing_fail(t: Trial) -> None:
    """`close_contactor` raises where the contacts do not close."""
    await t.start()
    place, bench = t.places[0], t.contactors
    await bench.burn_out(*place.ids)
    await t.ready(place)
    await t.refused("close_contactor of a dead contactor", place.connector.close_contactor())


async def offers_are_told(t: Trial) -> None:
    """The vehicle is offered what was said, and never more; another offer replaces it."""
    bench = t.offers
    await t.start()
    for place in t.places:
        least, most = t.least(place), place.evse.max_current_a
        for amperes in (least, most, (least + most) / 2, least):
            await t.call("offer_current", place.connector.offer_current(amperes))
            offered = bench.offered(*place.ids)
            if not amperes - ROUNDING_A <= offered <= amperes + 1e-6:
                raise BrokenPromise(f"{place}: {amperes:g} A were to be offered; it is {offered:g}")


async def an_offer_of_nothing_is_no_pwm(t: Trial) -> None:
    """`offer_current(0)` leaves nothing on the pilot that a vehicle could take for an offer."""
    bench = t.offers
    await t.start()
    for place in t.places:
        if bench.offered(*place.ids):
            raise BrokenPromise(f"{place}: something is offered before anything was")
        await t.call("offer_current", place.connector.offer_current(t.least(place)))
        await t.call("offer_current", place.connector.offer_current(0.0))
        offered = bench.offered(*place.ids)
        if offered:
            raise BrokenPromise(f"{place}: nothing is to be offered; it is {offered:g} A")


async def a_lock_holds_until_it_is_released(t: Trial) -> None:
    """`lock_connector` returns with the plug held, and `unlock_connector` with it released; each
    may be told again.
    """
    places = [place for place in t.places if place.has_socket]
    if not places:
        raise NotCheckable("no connector is a socket")
    bench, vehicles = t.locks, t.vehicles
    await t.start()
    for place in places:
        await vehicles.vehicle(PilotState.B, *place.ids)
        await t.reaches(place, PilotState.B)
        for _ in range(2):
            await t.call("lock_connector", place.connector.lock_connector())
            if not bench.locked(*place.ids):
                raise BrokenPromise(f"{place}: lock_connector returned, and the plug is not held")
        for _ in range(2):
            await t.call("unlock_connector", place.connector.unlock_connector())
            if bench.locked(*place.ids):
                raise BrokenPromise(f"{place}: unlock_connector returned, and the plug is held")


async def releasing_at_rest_is_no_error(t: Trial) -> None:
    """A plug that nobody holds may be released; a fixed cable may be locked as well."""
    await t.start()
    for place in t.places:
        if not place.has_socket:
            await t.call("lock_connector", place.connector.lock_connector())
        await t.call("unlock_connector", place.connector.unlock_connector())


async def phases_are_switched_at_rest_only(t: Trial) -> None:
    """`use_phases` works with the contactor open, again and again, and raises under load."""
    switchable = [
        place for place in t.places if getattr(place.evse, "phases_switchable", False) is True
    ]
    if not switchable:
        raise NotCheckable("no phases can be switched")
    await t.start()
    for place in switchable:
        switch = cast("PhaseSwitch", place.evse)
        if place.evse.phases != ALL_PHASES or not 0 <= switch.phase_pause_s <= LONGEST_PAUSE_S:
            raise BrokenPromise(f"{place}: 3 phases are switched, after 0 to {LONGEST_PAUSE_S} s")
        for count in (1, 1, ALL_PHASES, ALL_PHASES, 1):
            await t.call(f"use_phases({count})", switch.use_phases(count))
        await t.charging(place)
        await t.refused("use_phases under load", switch.use_phases(ALL_PHASES))
        await t.call("open_contactor", place.connector.open_contactor())
        await t.call("offer_current", place.connector.offer_current(0.0))
        await t.call("use_phases", switch.use_phases(ALL_PHASES))


POWER: tuple[Check, ...] = (
    closing_returns_once_closed,
    opening_returns_once_open,
    opening_twice_is_no_error,
    opening_wins_over_closing,
    a_closing_that_is_given_up_leaves_it_to_be_opened,
    opening_waits_for_no_other_call,
    a_weld_makes_opening_fail,
    a_burnt_coil_makes_closing_fail,
    offers_are_told,
    an_offer_of_nothing_is_no_pwm,
    a_lock_holds_until_it_is_released,
    releasing_at_rest_is_no_error,
    phases_are_switched_at_rest_only,
)
