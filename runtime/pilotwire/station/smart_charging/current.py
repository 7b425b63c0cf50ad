"""What the profiles say now, kept as long as it is so."""

from collections.abc import Sequence
from dataclasses import dataclass

from pilotwire.station.core import Core
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.cautious import cautious
from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.live import LiveConditions
from pilotwire.station.smart_charging.profiles import BY_CSMS, Installed
from pilotwire.station.smart_charging.situation import Segment, Site, Situation

__all__ = ["Current", "Known"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is so at an EVSE in a situation: `segment`, and `of_csms`, what the profiles of the CSMS
    alone would leave.
    """

    site: Site
    situation: Situation
    provisional: bool
    segment: Segment
    of_csms: Segment


class Current:
    """The segments in which the EVSEs are; EVSE 0 is the station."""

    __slots__ = ("_conditions", "_core", "_kept", "_of_csms", "_profiles", "_smart_charging")

    def __init__(self, core: Core, conditions: LiveConditions) -> None:
        self._core = core
        self._smart_charging = core.blocks[SmartCharging]
        self._conditions = conditions
        self._kept: dict[int, Known] = {}
        self._profiles: Sequence[Installed] = ()
        self._of_csms: Sequence[Installed] = ()
        self.refresh()

    @property
    def profiles(self) -> Sequence[Installed]:
        """Those that count."""
        return self._profiles

    def refresh(self) -> None:
        """There are other profiles, or they begin or cease to count."""
        self._profiles = tuple(self._smart_charging.counting())
        others = any(each.source != BY_CSMS for each in self._profiles)
        self._of_csms = (
            tuple(each for each in self._profiles if each.source == BY_CSMS)
            if others
            else self._profiles
        )
        self._conditions.count(self._profiles)
        self.forget()

    def forget(self) -> None:
        """The clock was set."""
        self._kept.clear()

    def at(self, evse_id: int) -> Known:
        """What is so now."""
        clock, kept = self._core.clock, self._kept.get(evse_id)
        site, situation = self._conditions.site(evse_id), self._conditions.situation(evse_id)
        if (
            kept is not None
            and kept.site == site
            and kept.situation == situation
            and kept.provisional is clock.provisional
            and (kept.segment.end is None or clock.now() < kept.segment.end)
        ):
            return kept
        segment = self._first(self._profiles, evse_id, site, situation)
        of_csms = segment
        if self._of_csms is not self._profiles:
            of_csms = self._first(self._of_csms, evse_id, site, situation)
        known = Known(site, situation, clock.provisional, segment, of_csms)
        self._kept[evse_id] = known
        return known

    def _first(
        self, profiles: Sequence[Installed], evse_id: int, site: Site, situation: Situation
    ) -> Segment:
        clock = self._core.clock
        if clock.provisional:
            return cautious(profiles, evse_id, site, situation, clock.now())
        return next(segments(profiles, evse_id, site, situation, clock.now()))
