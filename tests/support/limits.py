"""Charging profiles as tests write them, and a station's limits as they look at them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.profiles import BY_CSMS, Installed
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingRateUnit,
)
from tests.support.scene import EPOCH, Scene

__all__ = ["clear", "install", "period", "profile", "running"]

TX_DEFAULT = ChargingProfilePurpose.TX_DEFAULT_PROFILE


def period(start: int, limit: float | None, **more: Any) -> datatypes.ChargingSchedulePeriodType:
    """A period of a schedule."""
    return datatypes.ChargingSchedulePeriodType(start_period=start, limit=limit, **more)


def profile(
    number: int,
    *limits: tuple[int, float] | datatypes.ChargingSchedulePeriodType,
    purpose: ChargingProfilePurpose = TX_DEFAULT,
    kind: ChargingProfileKind = ChargingProfileKind.ABSOLUTE,
    unit: ChargingRateUnit = ChargingRateUnit.A,
    stack_level: int = 0,
    start: datetime | None = EPOCH,
    schedule: dict[str, Any] | None = None,
    **more: Any,
) -> datatypes.ChargingProfileType:
    """A profile whose periods begin and limit so; it begins when virtual time does."""
    periods: Sequence[datatypes.ChargingSchedulePeriodType] = [
        period(*each) if isinstance(each, tuple) else each for each in limits
    ]
    relative = kind is ChargingProfileKind.RELATIVE
    return datatypes.ChargingProfileType(
        id=number,
        stack_level=stack_level,
        charging_profile_purpose=purpose,
        charging_profile_kind=kind,
        charging_schedule=[
            datatypes.ChargingScheduleType(
                id=number,
                start_schedule=None if relative else start,
                charging_rate_unit=unit,
                charging_schedule_period=periods,
                **(schedule or {}),
            )
        ],
        **more,
    )


def running(s: Scene | Station) -> Station:
    """The station of a scene, as its blocks see it."""
    station = s if isinstance(s, Station) else s.station._station
    assert station is not None
    return station


def install(
    s: Scene | Station,
    made: datatypes.ChargingProfileType,
    evse_id: int = 0,
    source: str = BY_CSMS,
) -> None:
    """Have a profile, whoever has set it."""
    running(s).blocks[SmartCharging].profiles.install(Installed(evse_id, made, source))


def clear(s: Scene | Station, *ids: int) -> None:
    """Have these no more."""
    running(s).blocks[SmartCharging].profiles.remove(ids)
