"""What the CSMS asks of smart charging: to set, clear and report profiles (K01, K08 to K10).

A profile is judged in this order: is there such an EVSE, or transaction; what is wrong with it by
itself (`checks`); what can't be beside it (`conflicts`); is there room. What can never count any
more (`retired`) goes when another profile comes.

Nothing here limits how often persistent profiles may be set (K01.FR.56): the store's commits are
few and small beside those of transactions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime

from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.evse.evses import Evses
from pilotwire.station.outcome import Outcome
from pilotwire.station.paging import Reporter
from pilotwire.station.smart_charging.checks import Objection, wrong_with
from pilotwire.station.smart_charging.composition import composite_schedule, segments
from pilotwire.station.smart_charging.conditions import (
    Conditions,
    NoNeeds,
    VehicleNeeds,
)
from pilotwire.station.smart_charging.conflicts import conflicts, namesakes, phases_conflict
from pilotwire.station.smart_charging.of_transactions import TransactionProfiles
from pilotwire.station.smart_charging.profiles import (
    BY_CSMS,
    WHOLE_STATION,
    ChargingProfiles,
    Installed,
)
from pilotwire.station.smart_charging.reports import Criteria, ProfileReader, report
from pilotwire.station.smart_charging.retired import is_retired
from pilotwire.station.smart_charging.situation import Segment
from pilotwire.station.smart_charging.total import total
from pilotwire.station.smart_charging.variables import MAX_PROFILES, abilities
from pilotwire.station.smart_charging.wiring import wirings_for
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingProfileStatus,
    ChargingRateUnit,
    ClearChargingProfileStatus,
    GenericStatus,
    GetChargingProfileStatus,
    ReasonCode,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["CompositeOutcome", "SmartCharging"]

log = logger(__name__)

MOST_SCHEDULES = 3
"""As many as a vehicle may choose from (K15)."""

_NOT_OF_CSMS = frozenset(
    {
        ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
        ChargingProfilePurpose.LOCAL_GENERATION,
    }
)
"""What the CSMS does not clear (K10.FR.04, K10.FR.08, K10.FR.09)."""


@dataclass(frozen=True, slots=True)
class CompositeOutcome(Outcome[GenericStatus]):
    """The answer to a question for the composite schedule."""

    schedule: datatypes.CompositeScheduleType | None = None


class SmartCharging:
    """The charging profiles of a station, as the CSMS has a hand in them.

    `profiles` are all of them, whoever has set them. `conditions` say how things are at the EVSEs,
    and `needs` what vehicles have told of theirs. Where smart charging is off
    (SmartChargingCtrlr.Enabled), profiles stay and count for nothing.
    """

    __slots__ = (
        "_along",
        "_core",
        "_evses",
        "_reporter",
        "conditions",
        "needs",
        "profiles",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self.profiles = ChargingProfiles(core.records)
        core.blocks.add(self.profiles)
        self._along = TransactionProfiles(core, self.profiles)
        self._reporter = Reporter()
        self.conditions: Conditions  # `Limits` says how things are
        self.needs: VehicleNeeds = NoNeeds()
        self.profiles.watch(self._entries_changed)
        core.device_model.watch(SmartChargingCtrlr.Enabled, self._enabled_changed)
        self._sweep()

    def _entries_changed(self) -> None:
        self._core.device_model.changed(SmartChargingCtrlr.Entries_ChargingProfiles)

    def _enabled_changed(self, _: bool) -> None:
        self.profiles.changed()

    @property
    def enabled(self) -> bool:
        """Whether profiles count."""
        return self._core.device_model[SmartChargingCtrlr.Enabled]

    def counting(self) -> Collection[Installed]:
        """The profiles that count: none where smart charging is off, else also those that remote
        starts have given along.
        """
        return (*self.profiles, *self._along.given_along()) if self.enabled else ()

    def expecting(
        self, evse_id: int, profile: datatypes.ChargingProfileType | None
    ) -> AbstractContextManager[None]:
        """In the block a session is to begin, with what its remote start has given along; see
        `TransactionProfiles`.
        """
        return self._along.expecting(evse_id, profile)

    # Set.

    def set_profile(
        self, evse_id: int, profile: datatypes.ChargingProfileType
    ) -> Outcome[ChargingProfileStatus]:
        """Install a profile for an EVSE, or for the station with 0; not beside one that it would
        conflict with (K01).
        """
        wrong = self._wrong_with(evse_id, profile)
        if wrong is not None:
            return _rejected(wrong)
        new = Installed(evse_id, profile)
        retired = self._retired()
        others = [each for each in self.profiles if each.id not in retired]
        wrong = _between(new, others)
        if wrong is not None:
            return _rejected(wrong)
        return self._install(new, retired)

    def replace_profile(
        self, evse_id: int, profile: datatypes.ChargingProfileType
    ) -> Outcome[ChargingProfileStatus]:
        """The same in the place of one of the same purpose and stack level there (1.6 3.13.2)."""
        wrong = self._wrong_with(evse_id, profile)
        if wrong is not None:
            return _rejected(wrong)
        new = Installed(evse_id, profile)
        replaced = {each.id for each in namesakes(new, self.profiles)}
        return self._install(new, self._retired() | replaced)

    def objection(self, evse_id: int, profile: datatypes.ChargingProfileType) -> Objection | None:
        """Why a profile can't be one of a transaction that is about to begin (F01.FR.26)."""
        return self._itself(evse_id, profile) or self._no_room(profile.id, self._retired())

    def _wrong_with(self, evse_id: int, profile: datatypes.ChargingProfileType) -> Objection | None:
        """Why there can be no such profile, whatever others there are."""
        if not 0 <= evse_id <= len(self._evses):  # K01.FR.28
            return Objection(ReasonCode.UNKNOWN_EVSE, f"there is no EVSE {evse_id}")
        wrong = self._itself(evse_id, profile)
        if wrong is not None or profile.charging_profile_purpose is not (
            ChargingProfilePurpose.TX_PROFILE
        ):
            return wrong
        if profile.transaction_id is None:  # K01.FR.03
            return Objection(ReasonCode.MISSING_PARAM, "transactionId is missing")
        running = self._evses.get(evse_id).transaction
        if running is None or running.id != profile.transaction_id:  # K01.FR.09, K01.FR.33
            return Objection(ReasonCode.TX_NOT_FOUND, "no such transaction runs there")
        if self.needs.due(evse_id):  # K15.FR.17
            return Objection(ReasonCode.INVALID_MESSAGE_SEQ, "the vehicle's needs are told first")
        return None

    def _itself(self, evse_id: int, profile: datatypes.ChargingProfileType) -> Objection | None:
        chooses = (
            profile.charging_profile_purpose is ChargingProfilePurpose.TX_PROFILE
            and evse_id != WHOLE_STATION
            and self.needs.told(evse_id)
        )
        wrong = wrong_with(
            profile,
            evse_id,
            abilities(self._core.device_model),
            wirings_for(self._core.hardware.evses, evse_id),
            schedules=MOST_SCHEDULES if chooses else 1,
        )
        if wrong is not None:
            return wrong
        there, now = self.profiles.get(profile.id), self._now()
        if there is not None and there.source != BY_CSMS:  # K01.FR.05
            return Objection(ReasonCode.INVALID_PROFILE_ID, "that id is of an external system")
        if now is not None and profile.valid_to is not None and profile.valid_to <= now:
            return Objection(ReasonCode.INVALID_PROFILE, "validTo is over")
        return None

    def _install(
        self, new: Installed, instead_of: frozenset[int]
    ) -> Outcome[ChargingProfileStatus]:
        wrong = self._no_room(new.id, instead_of)
        if wrong is not None:
            return _rejected(wrong)
        try:
            self.profiles.install(self._dated(new), instead_of)
        except StoreUnwritableError as error:
            log.error("charging profile %d is not installed: %s", new.id, error)  # noqa: TRY400 -- the error says where and why
            return _rejected(Objection(ReasonCode.OUT_OF_STORAGE, "the store can't be written"))
        log.info("charging profile %d is installed at EVSE %d", new.id, new.evse_id)
        return Outcome(ChargingProfileStatus.ACCEPTED)

    def _no_room(self, profile_id: int, gone: frozenset[int]) -> Objection | None:
        rest = {each.id for each in self.profiles} - gone - {profile_id}
        if len(rest) >= MAX_PROFILES:
            return Objection(ReasonCode.OUT_OF_STORAGE, f"there are {MAX_PROFILES} profiles")
        return None

    def _dated(self, new: Installed) -> Installed:
        """A dynamic profile with the time from which on it counts (K28.FR.05)."""
        profile = new.profile
        if (
            profile.charging_profile_kind is not ChargingProfileKind.DYNAMIC
            or profile.dyn_update_time is not None
        ):
            return new
        dated = profile.replace(dyn_update_time=self._core.clock.now())
        return Installed(new.evse_id, dated, new.source)

    # What is over.

    def _now(self) -> datetime | None:
        """The time of day, where that is known."""
        clock = self._core.clock
        return None if clock.provisional else clock.now()

    def _retired(self) -> frozenset[int]:
        rows = self._core.records.transactions.running() if len(self.profiles) else ()
        running, now = {row.id for row in rows}, self._now()
        return frozenset(each.id for each in self.profiles if is_retired(each, running, now))

    def _sweep(self) -> None:
        """Take away what was over before the station started."""
        retired = self._retired()
        if retired:
            with suppress(StoreUnwritableError):  # what can't count does no harm either
                self.profiles.remove(retired)

    # Clear, and report.

    def clear(self, wanted: Criteria) -> Outcome[ClearChargingProfileStatus]:
        """Take away the profiles that are wanted no more (K10), but those of external systems."""
        found = [
            each.id
            for each in self.profiles
            if each.purpose not in _NOT_OF_CSMS and wanted.matches(each)
        ]
        if not found:  # K10.FR.01
            return Outcome(ClearChargingProfileStatus.UNKNOWN, ReasonCode.NOT_FOUND)
        try:
            self.profiles.remove(found)
        except StoreUnwritableError as error:
            log.error("charging profiles are not cleared: %s", error)  # noqa: TRY400 -- the error says where and why
            why = "the store can't be written"
            return Outcome(ClearChargingProfileStatus.UNKNOWN, ReasonCode.OUT_OF_STORAGE, why)
        log.info("%d charging profiles are cleared", len(found))
        return Outcome(ClearChargingProfileStatus.ACCEPTED)

    def get_profiles(
        self, reader: ProfileReader, request_id: int, wanted: Criteria
    ) -> Outcome[GetChargingProfileStatus]:
        """Report the profiles that are wanted, once the answer is sent (K09)."""
        told = report(request_id, filter(wanted.matches, self.profiles), reader)
        if not told:
            return Outcome(GetChargingProfileStatus.NO_PROFILES, ReasonCode.NOT_FOUND)
        if self._reporter.busy:
            why = "too many reports wait to be sent"
            return Outcome(GetChargingProfileStatus.NO_PROFILES, ReasonCode.UNSPECIFIED, why)

        def begin() -> None:
            self._reporter.take_on()
            self._core.spawn(self._reporter.send(request_id, reader.report_profiles, told))

        return Outcome(GetChargingProfileStatus.ACCEPTED, once_sent=begin)

    # What is going to be.

    def composite_schedule(
        self, evse_id: int, duration: int, unit: ChargingRateUnit | None = None
    ) -> CompositeOutcome:
        """What counts at an EVSE from now on for `duration` seconds, at the station with 0 (K08).
        Without a `unit` it is in amperes, or in watts where all current is direct.
        """
        units = self._core.device_model[SmartChargingCtrlr.RateUnit]
        if not 0 <= evse_id <= len(self._evses):  # K08.FR.05
            return _no_schedule(ReasonCode.UNKNOWN_EVSE, f"there is no EVSE {evse_id}")
        if duration <= 0:
            return _no_schedule(ReasonCode.VALUE_POSITIVE_ONLY, "duration is not above 0")
        if unit is not None and unit.value not in units:  # K08.FR.07
            return _no_schedule(ReasonCode.UNSUPPORTED_RATE_UNIT, f"not in {unit.value}")
        told_in = unit or self._usual_unit(evse_id, units)
        now, site = self._core.clock.now(), self.conditions.site(evse_id)
        them = self._segments(evse_id, now)
        schedule = composite_schedule(them, evse_id, now, duration, told_in, site)
        return CompositeOutcome(GenericStatus.ACCEPTED, schedule=schedule)

    def _segments(self, evse_id: int, start: datetime) -> Iterator[Segment]:
        """What counts there from `start` on; at the station, what all EVSEs take (K08.FR.03)."""
        counting, conditions = self.counting(), self.conditions

        def of(one: int) -> Iterator[Segment]:
            site, situation = conditions.site(one), conditions.situation(one)
            return self.needs.expected(one, segments(counting, one, site, situation, start))

        if evse_id != WHOLE_STATION:
            return of(evse_id)
        return total(of(WHOLE_STATION), [of(one) for one in range(1, len(self._evses) + 1)])

    def _usual_unit(self, evse_id: int, units: Collection[str]) -> ChargingRateUnit:
        wirings = wirings_for(self._core.hardware.evses, evse_id)
        direct = all(wiring.direct for wiring in wirings)
        usual = ChargingRateUnit.W if direct else ChargingRateUnit.A
        return usual if usual.value in units else ChargingRateUnit(next(iter(units)))


def _between(new: Installed, others: Iterable[Installed]) -> Objection | None:
    """What is wrong with a new profile beside others."""
    others = tuple(others)
    other = next(conflicts(new, others), None)
    if other is not None:  # K01.FR.06, K01.FR.39, K01.FR.52, K01.FR.53
        why = f"profile {other.id} has that purpose and stack level"
        return Objection(ReasonCode.DUPLICATE_PROFILE, why)
    other = phases_conflict(new, others)
    if other is not None:  # K01.FR.141
        return Objection(ReasonCode.PHASE_CONFLICT, f"profile {other.id} uses another phase")
    return None


def _rejected(why: Objection) -> Outcome[ChargingProfileStatus]:
    log.warning("a charging profile is refused: %s", why.text)
    return Outcome(ChargingProfileStatus.REJECTED, why.reason, why.text)


def _no_schedule(reason: ReasonCode, text: str) -> CompositeOutcome:
    return CompositeOutcome(GenericStatus.REJECTED, reason, text)
