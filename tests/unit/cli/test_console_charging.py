"""What the console of the small CSMS can say of smart charging."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from pilotwire.ocpp import v21
from pilotwire.rpc import Handlers
from tests.support.editions import IN_ALL
from tests.support.profiles_by_csms import profile
from tests.support.virtual_time import virtual_time
from tests.unit.cli.test_console import Operator
from tests.unit.csms.scenes import booted, moment, new_csms, request_of


@pytest.fixture
def operator() -> Operator:
    return Operator(new_csms())


@IN_ALL
@virtual_time
async def test_limits_are_set_and_taken_away(version: str, operator: Operator) -> None:
    handlers = operator.answers(
        Handlers(),
        version,
        {
            "SetChargingProfile": {"status": "Accepted"},
            "ClearChargingProfile": {"status": "Accepted"},
        },
    )
    async with booted(operator.csms, version, handlers=handlers):
        assert await operator.says("limit CS-1 2 16.5") == ["Accepted"]
        assert await operator.says("clear CS-1 3") == ["Accepted"]
        assert await operator.says("clear-all CS-1") == ["Accepted"]
    assert len(operator.told) == 3
    assert operator.told[1] in ({"id": 3}, {"chargingProfileId": 3})
    assert operator.told[2] == {}


@virtual_time
async def test_a_profile_comes_from_a_file(operator: Operator, tmp_path: Path) -> None:
    handlers = operator.answers(Handlers(), "2.1", {"SetChargingProfile": {"status": "Rejected"}})
    wanted = profile(7, limit=10.0)
    file = tmp_path / "profile.json"
    file.write_text(wanted.to_json())
    async with booted(operator.csms, "2.1", handlers=handlers):
        assert await operator.says(f"profile CS-1 1 {file}") == ["Rejected"]
        assert operator.told == [{"evseId": 1, "chargingProfile": wanted.to_wire()}]
        for text, words in (
            (b"{", "holds no profile: "),
            (b'{"id": 7, "stackLevel": "high"}', "holds no profile: stackLevel: "),
            (b"\xff\xfe", "is no text"),
            (b" " * 1_000_001, "is too long for a profile"),
        ):
            file.write_bytes(text)
            (said,) = await operator.says(f"profile CS-1 1 {file}")
            assert said.startswith("error: ")
            assert words in said
        (said,) = await operator.says(f"profile CS-1 1 {tmp_path / 'none'}")
        assert said.startswith("error: ")
        assert len(operator.told) == 1


@virtual_time
async def test_what_a_station_has_and_offers(operator: Operator) -> None:
    schedule = {
        "evseId": 1,
        "duration": 60,
        "scheduleStart": moment(0),
        "chargingRateUnit": "W",
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 4200}, {"startPeriod": 30}],
    }
    handlers = operator.answers(
        Handlers(),
        "2.1",
        {
            "GetChargingProfiles": {"status": "NoProfiles"},
            "GetCompositeSchedule": {"status": "Accepted", "schedule": schedule},
            "UpdateDynamicSchedule": {"status": "Accepted"},
            "UsePriorityCharging": {"status": "NoProfile"},
        },
    )
    async with booted(operator.csms, "2.1", handlers=handlers) as peer:
        assert await operator.says("profiles CS-1") == ["none"]
        assert await operator.says("composite CS-1 1 60") == [
            "from 2026-06-01 12:00:00 on: 0 s 4200 W, 30 s open"
        ]
        assert await operator.says("dynamic CS-1 7 10") == ["Accepted"]
        assert await operator.says("priority CS-1 tx on") == ["NoProfile"]
        assert operator.told[-1] == {"transactionId": "tx", "activate": True}
        assert await operator.says("limits CS-1") == ["none"]
        limits: list[dict[str, Any]] = [
            {"chargingLimit": {"chargingLimitSource": "SO", "isGridCritical": True}},
            {
                "chargingLimit": {"chargingLimitSource": "EMS", "isLocalGeneration": True},
                "evseId": 2,
                "chargingSchedule": [
                    {
                        "id": 1,
                        "chargingRateUnit": "A",
                        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6.5}],
                    }
                ],
            },
        ]
        for each in limits:
            await peer.call(request_of("2.1", "NotifyChargingLimit", **each))
        assert await operator.says("limits CS-1") == [
            "2026-06-01 12:00:00 SO limits the station, critical for the grid",
            "2026-06-01 12:00:00 EMS generates for EVSE 2: 0 s 6.5 A",
        ]


@virtual_time
async def test_profiles_are_listed(operator: Operator) -> None:
    handlers = Handlers()

    async with booted(operator.csms, "2.1", handlers=handlers) as peer:
        told: list[Any] = []

        async def answer(
            request: v21.GetChargingProfilesRequest,
        ) -> v21.GetChargingProfilesResponse:
            report = v21.ReportChargingProfilesRequest(
                request_id=request.request_id,
                charging_limit_source="CSO",
                evse_id=0,
                charging_profile=[profile(7, limit=10.0)],
            )
            told.append(asyncio.create_task(peer.call(report)))
            return v21.GetChargingProfilesResponse(
                status=v21.GetChargingProfileStatusEnumType.ACCEPTED
            )

        handlers.on(v21.GetChargingProfilesRequest, answer)
        assert await operator.says("profiles CS-1") == [
            "7 the station TxDefaultProfile Relative level 0, by CSO: 0 s 10 A"
        ]


@virtual_time
async def test_mistakes_are_told(operator: Operator) -> None:
    async with booted(operator.csms, "2.1"):
        for line, words in (
            ("limit CS-1 1 much", "AMPERES is a number from 0 on, not 'much'"),
            ("limit CS-1 1 -6", "AMPERES is a number from 0 on, not '-6'"),
            ("limit CS-1 1 nan", "AMPERES is a number from 0 on, not 'nan'"),
            ("limit CS-1 one 6", "EVSE is a number, not 'one'"),
            ("composite CS-1 1 long", "SECONDS is a number, not 'long'"),
            ("priority CS-1 tx perhaps", "say on or off, not 'perhaps'"),
            ("limits CS-2", "CS-2 has never connected"),
            ("clear CS-1", "say: clear ID PROFILE"),
        ):
            assert await operator.says(line) == [f"error: {words}"], line
