"""What hardware says of vehicles that speak ISO 15118, checked where it comes in."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from pilotwire.hal.interfaces import (
    AcNeeds,
    DcNeeds,
    EnergyTransfer,
    NeedsTold,
    PowerStep,
    ScheduleChosen,
    VehicleTalks,
)
from pilotwire.station.hardware.values import is_number, said, shortly

__all__ = ["MOST_STEPS", "Talk", "checked_talk"]

Talk = VehicleTalks | NeedsTold | ScheduleChosen

MOST_STEPS = 1024
"""The most steps of a schedule (ISO 15118-2 PMaxSchedule, OCPP's ChargingScheduleType)."""

_LONGEST_STAY = 366 * 86400.0
"""A vehicle that stays for longer, in seconds, does not say when it leaves."""

_REQUIRED = ("max_current_a", "max_voltage_v")


def checked_talk(event: Talk, evses: int) -> Talk:
    """An event as the station's blocks may hear it; what is left unsaid may be nonsense.

    Raises:
        ValueError: it is of no use.
    """
    number = said(event.evse_id)
    if not _is_whole(number) or not 1 <= number <= evses:
        raise ValueError(f"there is no EVSE {shortly(number)} for a vehicle to speak with")
    match event:
        case VehicleTalks():
            if not isinstance(said(event.talks), bool):
                raise ValueError(f"a vehicle speaks or not, and not {shortly(event.talks)}")  # noqa: TRY004 -- data
            return event
        case NeedsTold():
            return _checked_needs(event)
        case ScheduleChosen():
            return _checked_choice(event)


def _checked_needs(event: NeedsTold) -> NeedsTold:
    needs, transfer = said(event.needs), said(event.transfer)
    if not isinstance(needs, (AcNeeds, DcNeeds)):
        raise ValueError(f"a vehicle needs {shortly(needs)}, which are no needs")  # noqa: TRY004 -- data
    if not isinstance(transfer, str) or transfer not in set(EnergyTransfer):
        raise ValueError(f"a vehicle wants its energy by {shortly(transfer)}")
    if (EnergyTransfer(transfer) is EnergyTransfer.DC) is not isinstance(needs, DcNeeds):
        raise ValueError(f"a vehicle wants {transfer}, and needs what is of the other current")
    departs, steps = said(event.departs_in_s), said(event.max_steps)
    return replace(
        event,
        needs=_checked_ac(needs) if isinstance(needs, AcNeeds) else _checked_dc(needs),
        transfer=EnergyTransfer(transfer),
        departs_in_s=_or_none(departs, _LONGEST_STAY),
        max_steps=min(steps, MOST_STEPS) if _is_whole(steps) and steps > 0 else None,
    )


def _checked_ac(needs: AcNeeds) -> AcNeeds:
    for name in ("energy_wh", "min_current_a", *_REQUIRED):
        _require(needs, name)
    return needs


def _checked_dc(needs: DcNeeds) -> DcNeeds:
    for name in _REQUIRED:
        _require(needs, name)
    return replace(
        needs,
        max_power_w=_or_none(needs.max_power_w),
        capacity_wh=_or_none(needs.capacity_wh),
        energy_wh=_or_none(needs.energy_wh),
        soc=_or_none(needs.soc, 100.0),
        full_soc=_or_none(needs.full_soc, 100.0),
        bulk_soc=_or_none(needs.bulk_soc, 100.0),
    )


def _require(needs: AcNeeds | DcNeeds, name: str) -> None:
    value: object = getattr(needs, name)
    if not _is_amount(value):
        raise ValueError(f"{name} of a vehicle is {shortly(value)}, which can't be")


def _checked_choice(event: ScheduleChosen) -> ScheduleChosen:
    if not _is_whole(said(event.schedule_id)):
        raise ValueError(f"a vehicle chose the schedule {shortly(event.schedule_id)}")
    return replace(event, plan=_checked_plan(event.plan))


def _checked_plan(plan: Sequence[object]) -> tuple[PowerStep, ...]:
    if not isinstance(plan, (tuple, list)) or len(plan) > MOST_STEPS:
        raise ValueError(f"a vehicle's plan has {MOST_STEPS} steps at most")
    steps: list[PowerStep] = []
    for step in plan:
        if not isinstance(step, PowerStep):
            raise ValueError(f"a vehicle's plan has {shortly(step)}, which is no step")  # noqa: TRY004 -- data
        start, power = said(step.start_s), said(step.power_w)
        after = steps[-1].start_s if steps else None
        if not _is_amount(start) or not _is_amount(power):
            raise ValueError(f"a vehicle's plan has {shortly(step)}, which can't be")
        if (start <= after) if after is not None else start:
            raise ValueError(f"a vehicle's plan has {shortly(step)} where that can't be")
        steps.append(step)
    return tuple(steps)


def _or_none(value: object, most: float = math.inf) -> float | None:
    return value if _is_amount(value) and value <= most else None


def _is_amount(value: object) -> TypeGuard[float]:
    return is_number(value) and value >= 0


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
