"""Charging profiles that can't be beside each other (K01.FR.06, K01.FR.39, K01.FR.141)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.profiles import BY_CSMS, Installed
from pilotwire.station.vocabulary import ChargingProfilePurpose

__all__ = ["conflicts", "namesakes", "phases_conflict"]

_INSTEAD = frozenset(
    {
        ChargingProfilePurpose.TX_PROFILE,
        ChargingProfilePurpose.TX_DEFAULT_PROFILE,
        ChargingProfilePurpose.PRIORITY_CHARGING,
    }
)
"""Purposes of which one takes the place of the other: they never count at the same time."""


def conflicts(new: Installed, others: Iterable[Installed]) -> Iterator[Installed]:
    """Those others that can't be beside a new one: of the same purpose and stack level, for the
    same transaction (K01.FR.39), or for the same EVSE at the same time (K01.FR.06, K01.FR.52,
    K01.FR.53).
    """
    for other in others:
        if other.id == new.id or other.source != BY_CSMS or not _same_level(new, other):
            continue
        if new.purpose is ChargingProfilePurpose.TX_PROFILE:
            if new.profile.transaction_id == other.profile.transaction_id:
                yield other
        elif _share_an_evse(new, other) and _share_a_time(new.profile, other.profile):
            yield other


def namesakes(new: Installed, others: Iterable[Installed]) -> Iterator[Installed]:
    """Those others in whose place a new one comes where there may be but one of each purpose and
    stack level at an EVSE, whenever they are valid (1.6 3.13.2).
    """
    return (
        other
        for other in others
        if other.source == BY_CSMS and other.evse_id == new.evse_id and _same_level(new, other)
    )


def _same_level(one: Installed, other: Installed) -> bool:
    return one.purpose is other.purpose and one.profile.stack_level == other.profile.stack_level


def _share_an_evse(one: Installed, other: Installed) -> bool:
    return one.applies_to(other.evse_id) or other.applies_to(one.evse_id)


def _share_a_time(one: datatypes.ChargingProfileType, other: datatypes.ChargingProfileType) -> bool:
    return _begins_before_end(one, other) and _begins_before_end(other, one)


def _begins_before_end(
    one: datatypes.ChargingProfileType, other: datatypes.ChargingProfileType
) -> bool:
    start, end = one.valid_from, other.valid_to
    return start is None or end is None or start < end


def phases_conflict(new: Installed, others: Iterable[Installed]) -> Installed | None:
    """Another profile that can count at the same time, and wants another phase (K01.FR.141)."""
    wanted = _wanted_phases(new)
    if not wanted:
        return None
    for other in others:
        together = other.purpose is not new.purpose and not {new.purpose, other.purpose} <= _INSTEAD
        if (
            together
            and other.id != new.id
            and _share_an_evse(new, other)
            and len(wanted | _wanted_phases(other)) > 1
            and _wanted_phases(other)
        ):
            return other
    return None


def _wanted_phases(installed: Installed) -> frozenset[int]:
    return frozenset(
        period.phase_to_use
        for schedule in installed.profile.charging_schedule
        for period in schedule.charging_schedule_period
        if period.phase_to_use is not None
    )
