"""Charging profiles of stations (K; 1.6 3.13), put into the messages of 1.6 or 2.1.

await csms.smart_charging.limit("CS-0042", 1, 16.0)
await csms.smart_charging.set_profile("CS-0042", 1, profile)
schedule = await csms.smart_charging.composite_schedule("CS-0042", 1, 3600)

Profiles are those of 2.1 in any case; what a station's version has no word for is refused here.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, TypeAlias

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.line import Line
from pilotwire.csms.profiles16 import composite_of, profile16, purpose16
from pilotwire.csms.records import StationRecord
from pilotwire.errors import CallTimeout
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import ChargingProfileKindEnumType as ChargingProfileKind
from pilotwire.ocpp.v21 import ChargingProfilePurposeEnumType as ChargingProfilePurpose
from pilotwire.ocpp.v21 import ChargingRateUnitEnumType as ChargingRateUnit
from pilotwire.ocpp.v21 import GetChargingProfileStatusEnumType as GetChargingProfileStatus
from pilotwire.ocpp.v21 import PriorityChargingStatusEnumType as PriorityChargingStatus

__all__ = [
    "ChargingProfileKind",
    "ChargingProfilePurpose",
    "ChargingRateUnit",
    "ClearStatus",
    "PriorityChargingStatus",
    "ProfileStatus",
    "ReportedProfile",
    "SmartCharging",
]

ProfileStatus: TypeAlias = v16.ChargingProfileStatus | v21.ChargingProfileStatusEnumType
"""1.6 has NotSupported besides."""

ClearStatus: TypeAlias = v16.ClearChargingProfileStatus | v21.ClearChargingProfileStatusEnumType

REPORT_LIMIT: Final = 60.0
"""Seconds until a report of profiles must be whole."""


@dataclass(frozen=True, slots=True)
class ReportedProfile:
    """A profile that a station says that it has.

    Attributes:
        evse_id: The EVSE that it is of; 0 is the station.
        source: Who has set it, in OCPP's words: "CSO" is the CSMS.
        profile: The profile.
    """

    evse_id: int
    source: str
    profile: v21.ChargingProfileType


class SmartCharging:
    """What a CSMS allows its stations.

    Each method raises StationNotAccepted, StationNotConnected, CallUnanswered and ConnectionClosed
    as `Csms.remote_start` does.

    Args:
        line: The connection to a station that is accepted.
        record: The record of a station.
    """

    def __init__(self, line: Callable[[str], Line], record: Callable[[str], StationRecord]) -> None:
        self._line = line
        self._record = record
        self._request_ids = count(1)

    async def limit(self, identity: str, evse: int, amperes: float) -> ProfileStatus:
        """Let each transaction at an EVSE take no more than so many amperes a phase; with 0, let
        the whole station take no more.

        It is a profile of stack level 0 whose id is the number of the EVSE plus 1.
        """
        purposes = ChargingProfilePurpose
        schedule = v21.ChargingScheduleType(
            id=evse + 1,
            start_schedule=self._line(identity).desk.now(),
            charging_rate_unit=ChargingRateUnit.A,
            charging_schedule_period=[
                v21.ChargingSchedulePeriodType(start_period=0, limit=amperes)
            ],
        )
        profile = v21.ChargingProfileType(
            id=evse + 1,
            stack_level=0,
            charging_profile_purpose=purposes.TX_DEFAULT_PROFILE
            if evse
            else purposes.CHARGING_STATION_MAX_PROFILE,
            charging_profile_kind=ChargingProfileKind.ABSOLUTE,
            charging_schedule=[schedule],
        )
        return await self.set_profile(identity, evse, profile)

    async def set_profile(
        self, identity: str, evse: int, profile: v21.ChargingProfileType
    ) -> ProfileStatus:
        """Have a station follow a profile (K01; 1.6 5.16).

        Args:
            identity: The station.
            evse: The EVSE, or the connector of 1.6; 0 is the station.
            profile: The profile. Of a dynamic one the limit is what the station is answered when it
                asks (K28).

        Raises:
            ValueError: The station speaks 1.6 or 2.0.1, which has no such profile.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            old = v16.SetChargingProfileRequest(
                connector_id=evse, cs_charging_profiles=profile16(profile)
            )
            return (await line.tell(old)).status
        request = v21.SetChargingProfileRequest(evse_id=evse, charging_profile=profile)
        status = (await line.tell(request)).status
        if (
            status is v21.ChargingProfileStatusEnumType.ACCEPTED
            and profile.charging_profile_kind is ChargingProfileKind.DYNAMIC
        ):
            limit = profile.charging_schedule[0].charging_schedule_period[0].limit
            if limit is not None:
                self.offer(identity, profile.id, limit)
        return status

    async def clear_profiles(
        self,
        identity: str,
        profile_id: int | None = None,
        *,
        evse: int | None = None,
        purpose: ChargingProfilePurpose | None = None,
        stack_level: int | None = None,
    ) -> ClearStatus:
        """Have a station follow a profile no longer, or any that match all of this (K10; 1.6 5.5).

        Raises:
            ValueError: The station speaks 1.6 or 2.0.1, which has no such purpose.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            old = v16.ClearChargingProfileRequest(
                id=profile_id,
                connector_id=evse,
                charging_profile_purpose=None if purpose is None else purpose16(purpose),
                stack_level=stack_level,
            )
            return (await line.tell(old)).status
        criteria = v21.ClearChargingProfileType(
            evse_id=evse, charging_profile_purpose=purpose, stack_level=stack_level
        )
        said = (evse, purpose, stack_level) != (None, None, None)
        request = v21.ClearChargingProfileRequest(
            charging_profile_id=profile_id, charging_profile_criteria=criteria if said else None
        )
        return (await line.tell(request)).status

    async def profiles(
        self,
        identity: str,
        profile_ids: Sequence[int] = (),
        *,
        evse: int | None = None,
        purpose: ChargingProfilePurpose | None = None,
        stack_level: int | None = None,
        sources: Sequence[str] = (),
    ) -> Sequence[ReportedProfile]:
        """The profiles that a station has, and that match all of this (K09).

        Raises:
            ValueError: The station speaks 1.6, which does not tell; or 2.0.1, which has no such
                purpose.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            raise ValueError("OCPP 1.6 does not tell which profiles there are")
        request_id = next(self._request_ids)
        request = v21.GetChargingProfilesRequest(
            request_id=request_id,
            evse_id=evse,
            charging_profile=v21.ChargingProfileCriterionType(
                charging_profile_purpose=purpose,
                stack_level=stack_level,
                charging_profile_id=profile_ids or None,
                charging_limit_source=sources or None,
            ),
        )
        report = _Report()
        line.desk.profile_reports[request_id] = report.take
        try:
            status = (await line.tell(request)).status
            if status is GetChargingProfileStatus.NO_PROFILES:
                return ()
            async with asyncio.timeout(REPORT_LIMIT):
                await report.whole.wait()
        except TimeoutError:
            raise CallTimeout("the report of profiles was not whole in time") from None
        finally:
            del line.desk.profile_reports[request_id]
        return tuple(report.profiles)

    async def composite_schedule(
        self, identity: str, evse: int, duration: int, unit: ChargingRateUnit | None = None
    ) -> v21.CompositeScheduleType | None:
        """What a station is going to offer (K08; 1.6 5.7); None if it does not say.

        Args:
            identity: The station.
            evse: The EVSE, or the connector of 1.6; 0 is the station.
            duration: For how many seconds from now.
            unit: Amperes a phase, or watts; as the station likes without it.
        """
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            old = v16.GetCompositeScheduleRequest(
                connector_id=evse,
                duration=duration,
                charging_rate_unit=None if unit is None else v16.ChargingRateUnitType(unit),
            )
            return composite_of(await line.tell(old), evse)
        request = v21.GetCompositeScheduleRequest(
            evse_id=evse, duration=duration, charging_rate_unit=unit
        )
        return (await line.tell(request)).schedule

    async def update_dynamic(
        self, identity: str, profile_id: int, limit: float
    ) -> v21.ChargingProfileStatusEnumType:
        """Tell a station another limit of a dynamic profile (2.1 K28), in the profile's own unit.

        Raises:
            ValueError: The station does not speak 2.1.
        """
        line = self._of_21(identity)
        request = v21.UpdateDynamicScheduleRequest(
            charging_profile_id=profile_id,
            schedule_update=v21.ChargingScheduleUpdateType(limit=limit),
        )
        status = (await line.tell(request)).status
        if status is v21.ChargingProfileStatusEnumType.ACCEPTED:
            self.offer(identity, profile_id, limit)
        return status

    def offer(self, identity: str, profile_id: int, limit: float) -> None:
        """Answer with another limit when a station asks for that of a dynamic profile (2.1 K28)."""
        self._record(identity).offer(profile_id, limit)

    async def use_priority_charging(
        self, identity: str, transaction_id: str, *, activate: bool = True
    ) -> PriorityChargingStatus:
        """Let a transaction charge with priority, or no longer (2.1 K21).

        Raises:
            ValueError: The station does not speak 2.1.
        """
        request = v21.UsePriorityChargingRequest(transaction_id=transaction_id, activate=activate)
        return (await self._of_21(identity).tell(request)).status

    def _of_21(self, identity: str) -> Line:
        line = self._line(identity)
        if line.version is not OcppVersion.V2_1:
            raise ValueError(f"OCPP {line.version} has no such message")
        return line


@dataclass(slots=True)
class _Report:
    """What has come of a report."""

    profiles: list[ReportedProfile] = field(default_factory=list[ReportedProfile])
    whole: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, part: v21.ReportChargingProfilesRequest) -> None:
        """Another part has come."""
        self.profiles += [
            ReportedProfile(part.evse_id, part.charging_limit_source, each)
            for each in part.charging_profile
        ]
        if not part.tbc:
            self.whole.set()
