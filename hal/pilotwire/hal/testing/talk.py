"""What an EVSE promises that speaks ISO 15118 with vehicles."""

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from pilotwire.hal.interfaces import (
    HardwareEvent,
    NeedsTold,
    OfferedSchedule,
    PowerStep,
    ScheduleChosen,
    TalkingEvse,
    VehicleTalks,
)
from pilotwire.hal.testing.harness import BrokenPromise, Check, NotCheckable, Place, Trial

__all__ = ["TALK"]

Told = TypeVar("Told", NeedsTold, ScheduleChosen)

SCHEDULES: Sequence[OfferedSchedule] = (
    OfferedSchedule(1, (PowerStep(0.0, 4000.0), PowerStep(3600.0, 7000.0)), 86400.0),
    OfferedSchedule(2, (PowerStep(0.0, 6000.0),), 86400.0),
)


async def needs_are_told(t: Trial) -> None:
    """A vehicle that speaks ISO 15118 is told of, and what it needs once current is offered."""
    place, _ = await _talking(t)
    await t.witness.hears("VehicleTalks", _is(VehicleTalks(place.evse_id)))
    _judge(await _needs(t, place))


async def a_schedule_is_chosen(t: Trial) -> None:
    """Of the schedules that a vehicle is offered it takes one, which is reported."""
    place, evse = await _talking(t)
    await _needs(t, place)
    await t.call("offer_schedules", evse.offer_schedules(SCHEDULES))
    await t.witness.hears("ScheduleChosen", _of(ScheduleChosen, place))
    chosen = _last(t, ScheduleChosen)
    if chosen.schedule_id not in {each.id for each in SCHEDULES}:
        raise BrokenPromise(f"schedule {chosen.schedule_id!r} was chosen, which was not offered")
    starts = [step.start_s for step in chosen.plan]
    if starts and (starts[0] != 0 or starts != sorted(set(starts))):
        raise BrokenPromise(f"the steps of a plan begin at 0 s and follow each other, not {starts}")


async def a_vehicle_is_asked_again(t: Trial) -> None:
    """`renegotiate` has the vehicle tell its needs again, and take another schedule."""
    place, evse = await _talking(t)
    await _needs(t, place)
    await t.call("offer_schedules", evse.offer_schedules(SCHEDULES))
    await t.witness.hears("ScheduleChosen", _of(ScheduleChosen, place))
    since = len(t.witness.events)
    await t.call("renegotiate", evse.renegotiate())
    await _needs(t, place, since)
    await t.call("offer_schedules", evse.offer_schedules(SCHEDULES[1:]))
    await t.witness.hears("ScheduleChosen", _of(ScheduleChosen, place), since)
    if _last(t, ScheduleChosen).schedule_id != SCHEDULES[1].id:
        raise BrokenPromise("a schedule was chosen that is not offered any more")


async def without_a_vehicle_nothing_is_said(t: Trial) -> None:
    """`offer_schedules` and `renegotiate` have no effect where nobody speaks."""
    evse = _evse(t.places[0])
    await t.start()
    await t.call("offer_schedules", evse.offer_schedules(SCHEDULES))
    await t.call("renegotiate", evse.renegotiate())
    told = [each for each in t.witness.events if isinstance(each, (NeedsTold, ScheduleChosen))]
    if told:
        raise BrokenPromise(f"nobody is there, and {told} was reported")


def _evse(place: Place) -> TalkingEvse:
    if not hasattr(place.evse, "offer_schedules"):
        raise NotCheckable("no EVSE speaks ISO 15118")
    return cast("TalkingEvse", place.evse)


async def _talking(t: Trial) -> tuple[Place, TalkingEvse]:
    """A vehicle that speaks, with current on offer."""
    bench, place = t.talks, t.places[0]
    evse = _evse(place)
    await t.start()
    await bench.talk(*place.ids)
    await t.call("offer_current", place.connector.offer_current(t.least(place)))
    return place, evse


async def _needs(t: Trial, place: Place, since: int = 0) -> NeedsTold:
    await t.witness.hears("NeedsTold", _of(NeedsTold, place), since)
    return _last(t, NeedsTold)


def _judge(told: NeedsTold) -> None:
    needs = told.needs
    if not needs.max_current_a > 0 or not needs.max_voltage_v > 0:
        raise BrokenPromise(f"a vehicle takes some current at some voltage, not {needs}")
    if told.departs_in_s is not None and not told.departs_in_s >= 0:
        raise BrokenPromise(f"a vehicle departs in {told.departs_in_s!r} s, which can't be")


def _last(t: Trial, kind: type[Told]) -> Told:
    return [each for each in t.witness.events if isinstance(each, kind)][-1]


def _is(told: HardwareEvent) -> Callable[[HardwareEvent], bool]:
    return lambda event: event == told


def _of(
    kind: type[NeedsTold] | type[ScheduleChosen], place: Place
) -> Callable[[HardwareEvent], bool]:
    return lambda event: isinstance(event, kind) and event.evse_id == place.evse_id


TALK: tuple[Check, ...] = (
    needs_are_told,
    a_schedule_is_chosen,
    a_vehicle_is_asked_again,
    without_a_vehicle_nothing_is_said,
)
