"""The schedules that a vehicle may be offered now (K15.FR.07, K15.FR.22)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.hardware.talk import MOST_STEPS
from pilotwire.station.smart_charging.block import MOST_SCHEDULES, SmartCharging
from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.session import Session
from pilotwire.station.smart_charging.vehicle_schedule import LONGEST_OFFER, Offer, offered
from pilotwire.station.vocabulary import ChargingProfilePurpose

__all__ = ["Offers"]

SHORTEST_OFFER: Final = timedelta(hours=1)
"""What a vehicle is offered that is about to leave: some come back to it later."""


class Offers:
    """Makes them of the profiles that count."""

    __slots__ = ("_smart",)

    def __init__(self, smart: SmartCharging) -> None:
        self._smart = smart

    def alternatives(self, session: Session, now: datetime) -> tuple[Offer, ...]:
        """What the vehicle may choose from: what counts with the first schedule of each profile,
        with the second, and with the third (K15.FR.07, K15.FR.22).
        """
        conditions, evse_id = self._smart.conditions, session.evse_id
        site, situation = conditions.site(evse_id), conditions.situation(evse_id)
        departs = None if session.needs is None else session.needs.departs
        stay = LONGEST_OFFER if departs is None else departs - now
        end = now + min(max(stay, SHORTEST_OFFER), LONGEST_OFFER)
        steps = None if session.needs is None else session.needs.said.max_steps
        several = max(
            (len(each.profile.charging_schedule) for each in self.profiles(session)), default=1
        )
        profiles = self._smart.counting()
        return tuple(
            offered(
                segments(profiles, evse_id, site, replace(situation, chosen=place), now),
                place,
                now,
                end,
                site.volts,
                steps or MOST_STEPS,
            )
            for place in range(min(several, MOST_SCHEDULES))
        )

    def profiles(self, session: Session) -> list[Installed]:
        """The profiles that are for the session alone, the highest stack level first."""
        if session.transaction_id is None:
            return []
        them = [
            each
            for each in self._smart.profiles
            if each.purpose is ChargingProfilePurpose.TX_PROFILE
            and each.profile.transaction_id == session.transaction_id
        ]
        return sorted(them, key=lambda each: -each.profile.stack_level)

    def news(self, session: Session, before: Collection[Installed]) -> bool:
        """Whether there is another profile for it; one that says the same as before counts, too."""
        return any(all(each is not old for old in before) for each in self.profiles(session))

    def selected(self, session: Session, place: int) -> datatypes.ChargingScheduleType | None:
        """The schedule of the CSMS that an offer goes by, as far as it is one."""
        for each in self.profiles(session):
            schedules = each.profile.charging_schedule
            return schedules[min(place, len(schedules) - 1)]
        return None
