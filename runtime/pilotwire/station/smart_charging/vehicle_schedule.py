"""Schedules between a station and a vehicle that speaks ISO 15118: what it is offered, what it is
going to take, and what that makes of the composite schedule (K15 to K17).

Nothing here waits or keeps anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from math import floor
from typing import Final, NamedTuple

from pilotwire.hal.interfaces import OfferedSchedule, PowerStep
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.situation import Segment
from pilotwire.station.vocabulary import ChargingRateUnit

__all__ = ["LONGEST_OFFER", "Offer", "Plan", "expected", "offered", "same", "within"]

LONGEST_OFFER: Final = timedelta(days=1)
"""What a vehicle is offered goes so far at least, unless it leaves before; then it is asked again.
ISO 15118-2 wants a day of it.
"""

_MARGIN_W: Final = 1.0
"""By how much a vehicle may round, in watts, and by a thousandth besides."""


class _Step(NamedTuple):
    """From a moment on, so many watts of all phases together."""

    at: datetime
    watts: float


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the schedules that a vehicle may choose from: the `place`th one, from 0 on."""

    place: int
    start: datetime
    end: datetime
    steps: tuple[_Step, ...]

    @property
    def number(self) -> int:
        """What it is called between the two."""
        return self.place + 1

    def told(self) -> OfferedSchedule:
        """As the hardware is told of it."""
        steps = [PowerStep((at - self.start).total_seconds(), watts) for at, watts in self.steps]
        return OfferedSchedule(self.number, tuple(steps), (self.end - self.start).total_seconds())

    def left(self, now: datetime) -> tuple[PowerStep, ...]:
        """What is left of it."""
        steps = _cut(self.steps, now, self.end)
        return tuple(PowerStep((at - now).total_seconds(), watts) for at, watts in steps)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a vehicle is going to take.

    Attributes:
        start: From when on.
        end: Until when that is known.
        steps: How much.
        phases: On how many phases of the grid.
        selected: The charging schedule of the CSMS that it goes by; None where there is none.
    """

    start: datetime
    end: datetime
    steps: tuple[_Step, ...]
    phases: int
    selected: datatypes.ChargingScheduleType | None = None

    @classmethod
    def of(
        cls,
        told: Sequence[PowerStep],
        now: datetime,
        offer: Offer,
        phases: int,
        selected: datatypes.ChargingScheduleType | None,
    ) -> Plan:
        """What a vehicle has told now of an offer that it goes by; it may have told nothing, and
        takes what it may then (K15.FR.19).
        """
        steps = [
            _Step(now + timedelta(seconds=each.start_s), each.power_w)
            for each in told or offer.left(now)
            if now + timedelta(seconds=each.start_s) < offer.end
        ]
        return cls(now, max(now, offer.end), tuple(steps), phases, selected)

    def schedule(self, volts: float, most: int) -> datatypes.ChargingScheduleType | None:
        """As the CSMS is told of it, in the unit of the schedule that it goes by; of more periods
        than there can be, the first ones. None for one that says nothing.
        """
        unit = ChargingRateUnit.W if self.selected is None else self.selected.charging_rate_unit
        divisor = volts * self.phases if unit is ChargingRateUnit.A else 1.0
        periods = [
            datatypes.ChargingSchedulePeriodType(
                start_period=floor((at - self.start).total_seconds()),
                limit=round(watts / divisor, 1),
                number_phases=self.phases,
            )
            for at, watts in self.steps[:most]
        ]
        if not periods:
            return None
        end = self.steps[most].at if len(self.steps) > most else self.end
        return datatypes.ChargingScheduleType(
            id=1 if self.selected is None else self.selected.id,
            charging_rate_unit=unit,
            duration=floor((end - self.start).total_seconds()),
            charging_schedule_period=periods,
        )


def offered(
    them: Iterable[Segment],
    place: int,
    start: datetime,
    end: datetime,
    volts: float,
    most_steps: int,
) -> Offer:
    """What a vehicle may be offered by these segments from `start` on until `end`: less far where
    there is no more room.
    """
    steps: list[_Step] = []
    reached: datetime | None = None
    # Neighbours may differ in what is nothing to a vehicle, so there may be more of them.
    for segment in islice(them, 4 * most_steps):
        at = max(segment.start, start)
        watts = float(floor(max(segment.limit, 0.0) * segment.phases * volts))
        if at >= end:
            break
        if steps and steps[-1].watts == watts:
            pass
        elif len(steps) == most_steps:
            end = at
            break
        else:
            steps.append(_Step(at, watts))
        reached = segment.end
    else:
        if reached is not None:
            end = min(end, reached)
    return Offer(place, start, end, tuple(steps))


def same(before: Sequence[Offer], after: Sequence[Offer], now: datetime) -> bool:
    """Whether offers say the same from now on, as far as either goes (K16.FR.02)."""
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        end = min(old.end, new.end)
        if _cut(old.steps, now, end) != _cut(new.steps, now, end):
            return False
    return True


def within(plan: Plan, offer: Offer) -> bool:
    """Whether a vehicle stays within what it was offered (K15.FR.09, K16.FR.04, K17.FR.09)."""
    moments = sorted({each.at for each in (*plan.steps, *offer.steps)})
    for at in moments:
        if not plan.start <= at < plan.end:
            continue
        allowed, wanted = _at(offer.steps, at), _at(plan.steps, at)
        if wanted > allowed * 1.001 + _MARGIN_W:
            return False
    return _at(plan.steps, plan.start) <= _at(offer.steps, plan.start) * 1.001 + _MARGIN_W


def expected(them: Iterable[Segment], plan: Plan, volts: float) -> Iterator[Segment]:
    """The same segments where the vehicle takes less than it may (SC.04, K15.FR.14)."""
    bounds = [each.at for each in plan.steps] + [plan.end]
    for segment in them:
        inner = [at for at in bounds if _inside(segment, at)]
        for start, end in zip([segment.start, *inner], [*inner, segment.end], strict=True):
            piece = replace(segment, start=start, end=end)
            if plan.start <= start < plan.end:
                phases = min(piece.phases, plan.phases)
                most = min(piece.most, _at(plan.steps, start) / (volts * phases))
                piece = replace(piece, phases=phases, most=most)
            yield piece


def _inside(segment: Segment, at: datetime) -> bool:
    return segment.start < at and (segment.end is None or at < segment.end)


def _at(steps: Sequence[_Step], at: datetime) -> float:
    """How much at a moment; nothing before the first step."""
    watts = 0.0
    for step in steps:
        if step.at > at:
            break
        watts = step.watts
    return watts


def _cut(steps: Sequence[_Step], start: datetime, end: datetime) -> list[_Step]:
    """What there is from `start` to `end`."""
    if end <= start:
        return []
    inner = [each for each in steps if start < each.at < end]
    return [_Step(start, _at(steps, start)), *inner]
