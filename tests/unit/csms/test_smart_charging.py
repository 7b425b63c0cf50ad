"""What the small CSMS lets stations take, and what it keeps of what they tell (K; 1.6 3.13)."""

import asyncio
from typing import Any

import pytest

from pilotwire.csms import ChargingLimitReleased, ChargingLimitReported, Csms, SessionUpdated
from pilotwire.csms.events import CsmsEvent
from pilotwire.csms.records import KEPT_LIMITS
from pilotwire.csms.smart_charging import (
    REPORT_LIMIT,
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingRateUnit,
)
from pilotwire.errors import CallTimeout
from pilotwire.ocpp import v21
from pilotwire.rpc import Handlers
from tests.support.editions import IN_2X, IN_ALL
from tests.support.profiles_by_csms import period, profile
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import (
    NOON,
    WORDS,
    after,
    booted,
    moment,
    new_csms,
    request_of,
    transaction_event,
)

DYNAMIC = ChargingProfileKind.DYNAMIC
MAX = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE


class Station:
    """A station that says what it is told to say."""

    def __init__(self, version: str, **answers: Any) -> None:
        self.told: list[Any] = []
        self.handlers = Handlers()
        for action, answer in answers.items():
            self.answers(version, action, answer)

    def answers(self, version: str, action: str, answer: Any) -> None:
        response = getattr(WORDS[version], f"{action}Response").from_wire(answer)

        async def does(request: Any) -> Any:
            self.told.append(request.to_wire())
            return response

        self.handlers.on(getattr(WORDS[version], f"{action}Request"), does)


@IN_ALL
@virtual_time
async def test_a_limit_is_a_profile_of_level_0(version: str) -> None:
    csms, station = new_csms(), Station(version, SetChargingProfile={"status": "Accepted"})
    async with booted(csms, version, handlers=station.handlers):
        assert await csms.smart_charging.limit("CS-1", 2, 16.0) == "Accepted"
        assert await csms.smart_charging.limit("CS-1", 0, 32.5) == "Accepted"
    place, body = ("connectorId", "csChargingProfiles")
    if version != "1.6":
        place, body = ("evseId", "chargingProfile")
    evse, whole = station.told
    schedule: Any = {
        "startSchedule": NOON.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 16}],
    }
    number = {"chargingProfileId": 3} if version == "1.6" else {"id": 3}
    assert evse == {
        place: 2,
        body: {
            **number,
            "stackLevel": 0,
            "chargingProfilePurpose": "TxDefaultProfile",
            "chargingProfileKind": "Absolute",
            "chargingSchedule": schedule if version == "1.6" else [{"id": 3, **schedule}],
        },
    }
    purpose = "ChargePointMaxProfile" if version == "1.6" else "ChargingStationMaxProfile"
    assert whole[place] == 0
    assert whole[body]["chargingProfilePurpose"] == purpose


@virtual_time
async def test_a_profile_keeps_in_1_6_what_1_6_has_words_for() -> None:
    csms, station = new_csms(), Station("1.6", SetChargingProfile={"status": "NotSupported"})
    schedule = v21.ChargingScheduleType(
        id=1,
        start_schedule=NOON,
        duration=3600,
        charging_rate_unit=ChargingRateUnit.W,
        min_charging_rate=6.5,
        charging_schedule_period=[period(0, 11_000.0, 3), period(60, 4200.0, 1)],
    )
    wanted = v21.ChargingProfileType(
        id=7,
        stack_level=2,
        charging_profile_purpose=ChargingProfilePurpose.TX_PROFILE,
        charging_profile_kind=ChargingProfileKind.RECURRING,
        recurrency_kind=v21.RecurrencyKindEnumType.WEEKLY,
        valid_from=NOON,
        valid_to=after(60),
        transaction_id="123",
        charging_schedule=[schedule],
    )
    async with booted(csms, "1.6", handlers=station.handlers):
        assert await csms.smart_charging.set_profile("CS-1", 1, wanted) == "NotSupported"
    noon = moment(0).replace("+00:00", ".000Z")
    assert station.told == [
        {
            "connectorId": 1,
            "csChargingProfiles": {
                "chargingProfileId": 7,
                "transactionId": 123,
                "stackLevel": 2,
                "chargingProfilePurpose": "TxProfile",
                "chargingProfileKind": "Recurring",
                "recurrencyKind": "Weekly",
                "validFrom": noon,
                "validTo": moment(60).replace("+00:00", ".000Z"),
                "chargingSchedule": {
                    "startSchedule": noon,
                    "duration": 3600,
                    "chargingRateUnit": "W",
                    "minChargingRate": 6.5,
                    "chargingSchedulePeriod": [
                        {"startPeriod": 0, "limit": 11000, "numberPhases": 3},
                        {"startPeriod": 60, "limit": 4200, "numberPhases": 1},
                    ],
                },
            },
        }
    ]


@virtual_time
async def test_what_a_version_has_no_words_for_is_refused_before_it_is_said() -> None:
    csms, station = new_csms(), Station("1.6")
    charging = csms.smart_charging
    priority = ChargingProfilePurpose.PRIORITY_CHARGING
    two = profile(1, limit=6.0)
    two = two.replace(charging_schedule=(*two.charging_schedule,) * 2)
    async with booted(csms, "1.6", handlers=station.handlers):
        for words, wanted in (
            ("no dynamic profiles", profile(1, kind=DYNAMIC, limit=6.0)),
            ("has no PriorityCharging", profile(1, priority, limit=6.0)),
            ("has no dyn_update_interval", profile(1, limit=6.0, interval=60)),
            ("a number, not 'tx'", profile(1, limit=6.0, transaction_id="tx")),
            ("has one schedule", two),
            ("has a limit", profile(1)),
            (
                "has no operation_mode",
                profile(1, limit=6.0, mode=v21.OperationModeEnumType.CHARGING_ONLY),
            ),
        ):
            with pytest.raises(ValueError, match=words):
                await charging.set_profile("CS-1", 1, wanted)
        with pytest.raises(ValueError, match="has no PriorityCharging"):
            await charging.clear_profiles("CS-1", purpose=priority)
        with pytest.raises(ValueError, match="does not tell"):
            await charging.profiles("CS-1")
    for version in ("1.6", "2.0.1"):
        async with booted(csms, version, handlers=station.handlers):
            with pytest.raises(ValueError, match=f"OCPP {version} has no such message"):
                await charging.update_dynamic("CS-1", 7, 6.0)
            with pytest.raises(ValueError, match=f"OCPP {version} has no such message"):
                await charging.use_priority_charging("CS-1", "tx")
    async with booted(csms, "2.0.1", handlers=station.handlers):
        with pytest.raises(ValueError, match="chargingProfilePurpose"):
            await charging.set_profile("CS-1", 1, profile(1, priority, limit=6.0))
    assert station.told == []


@IN_ALL
@virtual_time
async def test_profiles_are_taken_away(version: str) -> None:
    csms, station = new_csms(), Station(version, ClearChargingProfile={"status": "Unknown"})
    async with booted(csms, version, handlers=station.handlers):
        charging = csms.smart_charging
        assert await charging.clear_profiles("CS-1", 7) == "Unknown"
        await charging.clear_profiles("CS-1", evse=0, purpose=MAX, stack_level=1)
        await charging.clear_profiles("CS-1")
    if version == "1.6":
        assert station.told == [
            {"id": 7},
            {
                "connectorId": 0,
                "chargingProfilePurpose": "ChargePointMaxProfile",
                "stackLevel": 1,
            },
            {},
        ]
    else:
        criteria = {
            "evseId": 0,
            "chargingProfilePurpose": "ChargingStationMaxProfile",
            "stackLevel": 1,
        }
        assert station.told == [{"chargingProfileId": 7}, {"chargingProfileCriteria": criteria}, {}]


# What a station has.


def report(version: str, request_id: int, *numbers: int, more: bool = False) -> Any:
    profiles = [
        {
            "id": number,
            "stackLevel": 0,
            "chargingProfilePurpose": "TxDefaultProfile",
            "chargingProfileKind": "Relative",
            "chargingSchedule": [
                {
                    "id": 1,
                    "chargingRateUnit": "A",
                    "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6}],
                }
            ],
        }
        for number in numbers
    ]
    return request_of(
        version,
        "ReportChargingProfiles",
        requestId=request_id,
        chargingLimitSource="CSO",
        evseId=1,
        tbc=more,
        chargingProfile=profiles,
    )


@IN_2X
@virtual_time
async def test_profiles_are_reported_in_parts(version: str) -> None:
    csms, station = new_csms(), Station(version, GetChargingProfiles={"status": "Accepted"})
    async with booted(csms, version, handlers=station.handlers) as peer:

        async def reports() -> None:
            await asyncio.sleep(1)
            await peer.call(report(version, 1, 7, 8, more=True))
            await peer.call(report(version, 99, 6))  # nobody has asked for it
            await peer.call(report(version, 1, 9))

        telling = asyncio.create_task(reports())
        found = await csms.smart_charging.profiles("CS-1", evse=1, sources=["CSO"])
        await telling
        assert [(each.evse_id, each.source, each.profile.id) for each in found] == [
            (1, "CSO", 7),
            (1, "CSO", 8),
            (1, "CSO", 9),
        ]
        assert station.told == [
            {"requestId": 1, "evseId": 1, "chargingProfile": {"chargingLimitSource": ["CSO"]}}
        ]


@IN_2X
@virtual_time
async def test_there_are_no_profiles(version: str) -> None:
    csms, station = new_csms(), Station(version, GetChargingProfiles={"status": "NoProfiles"})
    async with booted(csms, version, handlers=station.handlers):
        assert await csms.smart_charging.profiles("CS-1", [7]) == ()


@IN_2X
@virtual_time
async def test_a_report_that_does_not_end_is_waited_for_a_minute(version: str) -> None:
    csms, station = new_csms(), Station(version, GetChargingProfiles={"status": "Accepted"})
    async with booted(csms, version, handlers=station.handlers) as peer:
        begun = asyncio.get_running_loop().time()
        with pytest.raises(CallTimeout, match="not whole in time"):
            await csms.smart_charging.profiles("CS-1")
        assert asyncio.get_running_loop().time() - begun == pytest.approx(REPORT_LIMIT, abs=1)
        await peer.call(report(version, 1, 7))  # too late, and answered


@IN_ALL
@virtual_time
async def test_a_composite_schedule(version: str) -> None:
    old = version == "1.6"
    schedule: Any = {
        "duration": 60,
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": [
            {"startPeriod": 0, "limit": 6},
            {"startPeriod": 30, "limit": 16, "numberPhases": 1},
        ],
    }
    answer: Any = {
        "status": "Accepted",
        "connectorId": 1,
        "scheduleStart": moment(0),
        "chargingSchedule": schedule,
    }
    if not old:
        schedule = {"evseId": 1, "scheduleStart": moment(0), **schedule}
        answer = {"status": "Accepted", "schedule": schedule}
    csms, station = new_csms(), Station(version, GetCompositeSchedule=answer)
    async with booted(csms, version, handlers=station.handlers):
        found = await csms.smart_charging.composite_schedule("CS-1", 1, 60, ChargingRateUnit.A)
        assert found is not None
        assert (found.evse_id, found.duration, found.schedule_start) == (1, 60, NOON)
        assert [
            (each.start_period, each.limit, each.number_phases)
            for each in found.charging_schedule_period
        ] == [(0, 6.0, None), (30, 16.0, 1)]
        place = "connectorId" if old else "evseId"
        assert station.told == [{place: 1, "duration": 60, "chargingRateUnit": "A"}]


@IN_ALL
@virtual_time
async def test_a_station_that_does_not_say_what_it_offers(version: str) -> None:
    csms, station = new_csms(), Station(version, GetCompositeSchedule={"status": "Rejected"})
    async with booted(csms, version, handlers=station.handlers):
        assert await csms.smart_charging.composite_schedule("CS-1", 1, 60) is None


# Dynamic profiles and priority.


async def pulled(peer: Any, number: int) -> tuple[str, float | None]:
    """What a station is answered that asks for the limit of a profile."""
    response = await peer.call(v21.PullDynamicScheduleUpdateRequest(charging_profile_id=number))
    update = response.schedule_update
    return response.status.value, None if update is None else update.limit


@virtual_time
async def test_a_station_that_asks_is_told_the_latest_limit() -> None:
    """K28.FR.07, K28.FR.12."""
    accepted = {"status": "Accepted"}
    station = Station("2.1", SetChargingProfile=accepted, UpdateDynamicSchedule=accepted)
    csms = new_csms()
    async with booted(csms, "2.1", handlers=station.handlers) as peer:
        assert await pulled(peer, 7) == ("Rejected", None)
        await csms.smart_charging.set_profile("CS-1", 1, profile(7, kind=DYNAMIC, limit=16.0))
        await csms.smart_charging.set_profile("CS-1", 1, profile(8, limit=16.0))
        assert await pulled(peer, 7) == ("Accepted", 16.0)
        assert await pulled(peer, 8) == ("Rejected", None)
        assert await csms.smart_charging.update_dynamic("CS-1", 7, 10.0) == "Accepted"
        assert await pulled(peer, 7) == ("Accepted", 10.0)
        csms.smart_charging.offer("CS-1", 7, 8.0)
        assert await pulled(peer, 7) == ("Accepted", 8.0)
        assert station.told[-1] == {"chargingProfileId": 7, "scheduleUpdate": {"limit": 10}}
        for number in range(KEPT_LIMITS):
            csms.smart_charging.offer("CS-1", 100 + number, 6.0)
        assert await pulled(peer, 7) == ("Rejected", None)


@virtual_time
async def test_what_a_station_refused_is_not_offered() -> None:
    rejected = {"status": "Rejected"}
    station = Station("2.1", SetChargingProfile=rejected, UpdateDynamicSchedule=rejected)
    csms = new_csms()
    async with booted(csms, "2.1", handlers=station.handlers) as peer:
        await csms.smart_charging.set_profile("CS-1", 1, profile(7, kind=DYNAMIC, limit=16.0))
        assert await csms.smart_charging.update_dynamic("CS-1", 7, 10.0) == "Rejected"
        assert await pulled(peer, 7) == ("Rejected", None)


@virtual_time
async def test_priority_charging_is_of_a_session() -> None:
    events: list[CsmsEvent] = []
    csms, station = new_csms(on_event=events.append), Station("2.1")
    station.answers("2.1", "UsePriorityCharging", {"status": "Accepted"})
    async with booted(csms, "2.1", handlers=station.handlers) as peer:
        await peer.call(transaction_event("2.1", 0, "Started", 0))
        assert await csms.smart_charging.use_priority_charging("CS-1", "tx") == "Accepted"
        await csms.smart_charging.use_priority_charging("CS-1", "tx", activate=False)
        assert station.told == [
            {"transactionId": "tx", "activate": True},
            {"transactionId": "tx", "activate": False},
        ]
        (session,) = csms.stations["CS-1"].sessions
        for activated in (True, False):
            await peer.call(
                v21.NotifyPriorityChargingRequest(transaction_id="tx", activated=activated)
            )
            assert session.priority is activated
            assert isinstance(events[-1], SessionUpdated)
        await peer.call(v21.NotifyPriorityChargingRequest(transaction_id="none", activated=True))


# What others allow a station.


def limits(csms: Csms) -> list[tuple[int, str, bool]]:
    return [
        (each.evse_id, each.source, each.local_generation)
        for each in csms.stations["CS-1"].charging_limits
    ]


@IN_2X
@virtual_time
async def test_limits_of_others_are_kept_until_they_are_released(version: str) -> None:
    events: list[CsmsEvent] = []
    csms = new_csms(on_event=events.append)
    async with booted(csms, version) as peer:

        async def tells(source: str, evse_id: int | None = None, **more: Any) -> None:
            body: dict[str, Any] = {"chargingLimit": {"chargingLimitSource": source, **more}}
            if evse_id is not None:
                body["evseId"] = evse_id
            await peer.call(request_of(version, "NotifyChargingLimit", **body))

        await tells("EMS", 2)
        await tells("SO", isGridCritical=True)
        reported = events[-1]
        assert isinstance(reported, ChargingLimitReported)
        assert (reported.limit.source, reported.limit.critical) == ("SO", True)
        await tells("SO", isGridCritical=False)
        assert limits(csms) == [(2, "EMS", False), (0, "SO", False)]
        assert csms.stations["CS-1"].charging_limits[-1].critical is False
        await peer.call(
            request_of(version, "ClearedChargingLimit", chargingLimitSource="EMS", evseId=2)
        )
        assert events[-1] == ChargingLimitReleased("CS-1", 2, "EMS")
        assert limits(csms) == [(0, "SO", False)]
        await peer.call(request_of(version, "ClearedChargingLimit", chargingLimitSource="EMS"))
        assert limits(csms) == [(0, "SO", False)]


@virtual_time
async def test_what_is_generated_stands_beside_the_limit_of_its_source() -> None:
    csms = new_csms()
    async with booted(csms, "2.1") as peer:
        for generation in (True, False):
            limit = v21.ChargingLimitType(
                charging_limit_source="EMS", is_local_generation=generation
            )
            await peer.call(v21.NotifyChargingLimitRequest(charging_limit=limit))
        cleared = v21.ClearedChargingLimitRequest(charging_limit_source="EMS")
        assert limits(csms) == [(0, "EMS", True), (0, "EMS", False)]
        await peer.call(cleared)
        assert limits(csms) == [(0, "EMS", True)]
        await peer.call(cleared)
        assert limits(csms) == []
        for evse_id in range(KEPT_LIMITS + 5):
            source = v21.ChargingLimitType(charging_limit_source="EMS")
            await peer.call(v21.NotifyChargingLimitRequest(charging_limit=source, evse_id=evse_id))
        assert len(limits(csms)) == KEPT_LIMITS
        assert limits(csms)[0][0] == 5
