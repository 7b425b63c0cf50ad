"""Profiles that can never count any more, and would only take the room of others."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.vocabulary import ChargingProfileKind, ChargingProfilePurpose

__all__ = ["is_retired"]


def is_retired(installed: Installed, running: Collection[str], now: datetime | None) -> bool:
    """Whether a profile is over for good: its transaction is not among those that are `running`,
    its validity has ended, or so has the last of its schedules. Without a time of day (`now`) none
    can be said to have ended.
    """
    profile = installed.profile
    if (
        installed.purpose is ChargingProfilePurpose.TX_PROFILE
        and profile.transaction_id not in running
    ):
        return True  # K02.FR.05
    if now is None:
        return False
    if profile.valid_to is not None and profile.valid_to <= now:
        return True  # K01.FR.37
    if profile.charging_profile_kind is not ChargingProfileKind.ABSOLUTE:
        return False
    return all(_is_over(schedule, now) for schedule in profile.charging_schedule)


def _is_over(schedule: datatypes.ChargingScheduleType, now: datetime) -> bool:
    """Whether an absolute schedule has ended (K01.FR.11). In local time, that is anywhere."""
    if schedule.start_schedule is None or schedule.duration is None:
        return False
    farthest = timedelta(days=2) if schedule.use_local_time else timedelta()
    try:
        return schedule.start_schedule + timedelta(seconds=schedule.duration) + farthest <= now
    except OverflowError:  # beyond the year 9999
        return False
