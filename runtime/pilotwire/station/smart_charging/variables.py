"""What steers smart charging, and what is told of it (2.1 2.11); also what local time is (2.1 2.1),
which schedules may follow.
"""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from pilotwire.station.device_model.definitions import Definition, LiveStation, setting, shown
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import ClockCtrlr, SmartChargingCtrlr
from pilotwire.station.smart_charging.checks import Abilities
from pilotwire.station.smart_charging.profiles import ChargingProfiles
from pilotwire.station.vocabulary import ChargingProfilePurpose, ChargingRateUnit

__all__ = ["DEFINITIONS", "MAX_PROFILES", "NO_EXTERNAL_IDS", "abilities", "local_zone"]

MAX_PROFILES = 100
"""How many charging profiles there is room for."""

MAX_PERIODS = 288
"""The most periods of a schedule: a day of five minutes each."""

MAX_STACK_LEVEL = 99

NO_EXTERNAL_IDS = -1
"""MaxExternalConstraintsId unless somebody sets another: what no CSMS gives is below zero."""

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2}):(?P<minutes>[0-5]\d)|Z")

_LONGEST_OFFSET = timedelta(hours=14)


def _installed(station: LiveStation) -> int:
    return len(station.block(ChargingProfiles))


@lru_cache
def _zone(name: str) -> tzinfo:
    """The zone of a name out of the tz database.

    Raises:
        ValueError: there is none, as far as this computer knows.
    """
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # a name may also be that of a directory
        raise ValueError(f"no time zone is known by the name {name[:40]!r}") from None


def _offset(text: str) -> tzinfo:
    """The zone that is so far from UTC: "+01:00".

    Raises:
        ValueError: it is no offset.
    """
    found = _OFFSET.fullmatch(text)
    if found is None:
        raise ValueError("an offset is +01:00, and the like")
    if found["sign"] is None:
        return UTC
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    if offset > _LONGEST_OFFSET:
        raise ValueError("no local time is more than 14 hours from UTC")
    return timezone(-offset if found["sign"] == "-" else offset)


def _zone_or_none(name: str) -> None:
    if name:
        _zone(name)


def _offset_or_none(text: str) -> None:
    if text:
        _offset(text)


def abilities(settings: DeviceModel) -> Abilities:
    """What profiles may ask for."""
    return Abilities(
        external_ids=settings[SmartChargingCtrlr.MaxExternalConstraintsId],
        stack_level=settings[SmartChargingCtrlr.ProfileStackLevel],
        periods=settings[SmartChargingCtrlr.PeriodsPerSchedule],
        units=frozenset({*settings[SmartChargingCtrlr.RateUnit]}),
        purposes=frozenset({*settings[SmartChargingCtrlr.SupportedAdditionalPurposes]}),
        dynamic=settings[SmartChargingCtrlr.SupportsFeature_DynamicProfiles],
        offline_limits=settings[SmartChargingCtrlr.SupportsFeature_MaxOfflineDuration],
        local_time=settings[SmartChargingCtrlr.SupportsFeature_UseLocalTime],
        randomized_delays=settings[SmartChargingCtrlr.SupportsFeature_RandomizedDelay],
        limit_at_soc=settings[SmartChargingCtrlr.SupportsFeature_LimitAtSoC],
    )


def local_zone(settings: DeviceModel) -> tzinfo:
    """What local time is (K01.FR.90): that of ClockCtrlr.TimeZone, which knows of daylight saving,
    or else UTC with ClockCtrlr.TimeOffset.
    """
    name, offset = settings[ClockCtrlr.TimeZone], settings[ClockCtrlr.TimeOffset]
    if name:
        return _zone(name)
    return _offset(offset) if offset else UTC


DEFINITIONS: tuple[Definition, ...] = (
    shown(SmartChargingCtrlr.Available, True, constant=True),
    setting(SmartChargingCtrlr.Enabled, True),
    shown(SmartChargingCtrlr.ProfileStackLevel, MAX_STACK_LEVEL, minimum=0),
    shown(
        SmartChargingCtrlr.RateUnit,
        (ChargingRateUnit.A.value, ChargingRateUnit.W.value),
        never_empty=True,
    ),
    shown(SmartChargingCtrlr.PeriodsPerSchedule, MAX_PERIODS, minimum=1, maximum=1024),
    shown(
        SmartChargingCtrlr.Entries_ChargingProfiles,
        minimum=0,
        maximum=MAX_PROFILES,
        live=_installed,
    ),
    setting(SmartChargingCtrlr.MaxExternalConstraintsId, NO_EXTERNAL_IDS, minimum=-(2**31)),
    shown(
        SmartChargingCtrlr.SupportedAdditionalPurposes,
        (
            ChargingProfilePurpose.PRIORITY_CHARGING.value,
            ChargingProfilePurpose.LOCAL_GENERATION.value,
        ),
    ),
    shown(SmartChargingCtrlr.ChargingProfilePersistence_TxProfile, True, constant=True),
    shown(SmartChargingCtrlr.SupportsFeature_DynamicProfiles, True),
    shown(SmartChargingCtrlr.SupportsFeature_MaxOfflineDuration, True),
    shown(SmartChargingCtrlr.SupportsFeature_UseLocalTime, True),
    shown(SmartChargingCtrlr.SupportsFeature_RandomizedDelay, True),
    shown(SmartChargingCtrlr.SupportsFeature_LimitAtSoC, True),
    setting(ClockCtrlr.TimeZone, "", validate=_zone_or_none),
    setting(ClockCtrlr.TimeOffset, "", validate=_offset_or_none),
)
