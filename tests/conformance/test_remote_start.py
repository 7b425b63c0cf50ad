"""What comes with a start from afar: a group, a charging profile, and a time to plug in (2.x F01,
F02; 1.6 5.11, 5.16.2).
"""

import json
from typing import Any

import pytest

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from pilotwire.station.vocabulary import IdTokenKind
from pilotwire.store import StationRecords, Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import outline
from tests.support.virtual_time import virtual_time

Purpose = v21.ChargingProfilePurposeEnumType
GROUP = v21.IdTokenType(id_token="FLEET", type=IdTokenKind.CENTRAL)
NOT_ASKED = {AuthCtrlr.AuthorizeRemoteStart: False}


def profile(
    purpose: v21.ChargingProfilePurposeEnumType = Purpose.TX_PROFILE,
    transaction_id: str | None = None,
) -> v21.ChargingProfileType:
    return v21.ChargingProfileType(
        id=7,
        stack_level=2,
        charging_profile_purpose=purpose,
        charging_profile_kind=v21.ChargingProfileKindEnumType.RELATIVE,
        transaction_id=transaction_id,
        charging_schedule=[
            v21.ChargingScheduleType(
                id=1,
                charging_rate_unit=v21.ChargingRateUnitEnumType.A,
                charging_schedule_period=[
                    v21.ChargingSchedulePeriodType(start_period=0, limit=10.5)
                ],
            )
        ],
    )


def start(**more: Any) -> v21.RequestStartTransactionRequest:
    fields: dict[str, Any] = {
        "evse_id": 1,
        "id_token": v21.IdTokenType(id_token=TOKEN, type=IdTokenKind.ISO14443),
        "remote_start_id": 77,
    }
    return v21.RequestStartTransactionRequest(**(fields | more))


def start16(**more: Any) -> v16.RemoteStartTransactionRequest:
    return v16.RemoteStartTransactionRequest(id_tag=TOKEN, **more)


def profile16(**other: Any) -> v16.ChargingProfile:
    fields: dict[str, Any] = {
        "charging_profile_id": 7,
        "stack_level": 2,
        "charging_profile_purpose": v16.ChargingProfilePurposeType.TX_PROFILE,
        "charging_profile_kind": v16.ChargingProfileKindType.RELATIVE,
        "charging_schedule": v16.ChargingSchedule(
            charging_rate_unit=v16.ChargingRateUnitType.A,
            charging_schedule_period=[v16.ChargingSchedulePeriod(start_period=0, limit=10.5)],
        ),
    }
    return v16.ChargingProfile(**(fields | other))


def kept(store: Store) -> dict[str, Any]:
    """The profile of the running transaction that is on the disk; but its transactionId."""
    records = StationRecords(store, "CS-0042")
    (tx,), (row,) = records.transactions.running(), records.charging_profiles.all()
    found: dict[str, Any] = json.loads(row.body)
    assert (row.evse_id, found.pop("transactionId")) == (tx.evse_id, tx.id)
    return found


# A charging profile.


@IN_2X
@virtual_time
async def test_a_profile_is_kept_with_the_transaction(version: str) -> None:
    """F01.FR.08 to F01.FR.11, F02.FR.18."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start(charging_profile=profile()))
        assert answer.status is v21.RequestStartStopStatusEnumType.ACCEPTED
        await s.hears(v21.TransactionEventRequest)
        assert kept(store) == profile().to_wire()


@IN_2X
@virtual_time
async def test_a_profile_is_kept_with_a_transaction_that_runs(version: str) -> None:
    """F01.FR.13: the token comes when the transaction has begun."""
    store = Store(":memory:")
    settings = {TxCtrlr.TxStartPoint: ("EVConnected",)}
    async with scene(version, store=store, settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.hears(v21.TransactionEventRequest)
        await s.csms.call(start(charging_profile=profile()))
        await s.wait(5)
        assert kept(store) == profile().to_wire()


@IN_2X
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (profile(Purpose.TX_DEFAULT_PROFILE), "chargingProfilePurpose"),
        (profile(Purpose.CHARGING_STATION_MAX_PROFILE), "chargingProfilePurpose"),
        (profile(transaction_id="T1"), "transactionId"),
    ],
)
@virtual_time
async def test_a_profile_that_is_not_for_a_start(
    version: str, wrong: v21.ChargingProfileType, field: str
) -> None:
    """F01.FR.09, F01.FR.11, F01.FR.26."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start(charging_profile=wrong))
        assert answer.status is v21.RequestStartStopStatusEnumType.REJECTED
        assert answer.status_info is not None
        assert answer.status_info.reason_code == "InvalidProfile"
        assert answer.status_info.additional_info == field
        await s.wait(5)
        assert not s.csms.requests(v21.TransactionEventRequest)


@virtual_time
async def test_a_profile_is_kept_in_1_6() -> None:
    """5.16.2."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start16(connector_id=1, charging_profile=profile16()))
        assert answer.status is v16.RemoteStartStopStatus.ACCEPTED
        await s.hears(v16.StartTransactionRequest)
        found = kept(store)
        (schedule,) = found["chargingSchedule"]
        assert (found["id"], found["stackLevel"]) == (7, 2)
        assert (found["chargingProfilePurpose"], found["chargingProfileKind"]) == (
            "TxProfile",
            "Relative",
        )
        assert schedule["chargingRateUnit"] == "A"
        assert schedule["chargingSchedulePeriod"] == [{"startPeriod": 0, "limit": 10.5}]


@pytest.mark.parametrize(
    "wrong",
    [
        {"charging_profile_purpose": v16.ChargingProfilePurposeType.TX_DEFAULT_PROFILE},
        {"charging_profile_purpose": v16.ChargingProfilePurposeType.CHARGE_POINT_MAX_PROFILE},
        {"transaction_id": 3},
        {"stack_level": -1},
    ],
)
@virtual_time
async def test_a_profile_that_is_not_for_a_start_in_1_6(wrong: dict[str, Any]) -> None:
    """5.16.2 with errata 3.41 (TC_060)."""
    async with scene("1.6") as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start16(charging_profile=profile16(**wrong)))
        assert answer.status is v16.RemoteStartStopStatus.REJECTED
        await s.wait(5)
        assert not s.csms.requests(v16.StartTransactionRequest)


# A group.


@IN_2X
@virtual_time
async def test_the_group_that_came_with_a_start_counts(version: str) -> None:
    """F01.FR.02, C09: where nobody is asked about the token, another card of its group ends it."""
    async with scene(version, settings=NOT_ASKED) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(start(group_id_token=GROUP))
        await s.wait(30)
        info = v21.IdTokenInfoType(
            status=v21.AuthorizationStatusEnumType.ACCEPTED, group_id_token=GROUP
        )
        s.csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))
        await s.evse.swipe("OTHER")
        await s.wait(5)
        assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")


@IN_2X
@virtual_time
async def test_what_the_csms_says_of_the_token_counts_more(version: str) -> None:
    """F01.FR.01: its answer has no group, so the token has none."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(start(group_id_token=GROUP))
        await s.wait(30)
        info = v21.IdTokenInfoType(
            status=v21.AuthorizationStatusEnumType.ACCEPTED, group_id_token=GROUP
        )
        s.csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))
        await s.evse.swipe("OTHER")
        await s.wait(5)
        assert s.station.evses[0].token is not None
        assert s.station.evses[0].token.value == TOKEN


# Nobody comes; or nobody is to be asked.


@IN_2X
@virtual_time
async def test_nobody_plugs_in(version: str) -> None:
    """F02.FR.07: the transaction ends, where it has begun; the EVSE is free for another start."""
    settings: Settings = {
        TxCtrlr.TxStartPoint: ("Authorized",),
        TxCtrlr.EVConnectionTimeOut: 90,
    }
    async with scene(version, settings=settings) as s:
        await s.csms.call(start())
        await s.wait(85)
        assert outline(s)[0] == ("Started", "RemoteStart", "Idle")
        assert "Ended" not in {event for event, *_ in outline(s)}
        await s.wait(10)
        assert outline(s)[-1][:2] == ("Ended", "EVConnectTimeout")
        ended = s.csms.requests(v21.TransactionEventRequest)[-1]
        assert ended.transaction_info.stopped_reason is v21.ReasonEnumType.TIMEOUT
        again = await s.csms.call(start())
        assert again.status is v21.RequestStartStopStatusEnumType.ACCEPTED


@virtual_time
async def test_nobody_plugs_in_in_1_6() -> None:
    """5.11 (TC_011_2): the connector was Preparing, and is Available again."""
    async with scene("1.6", settings={TxCtrlr.EVConnectionTimeOut: 90}) as s:
        answer = await s.csms.call(start16(connector_id=1))
        assert answer.status is v16.RemoteStartStopStatus.ACCEPTED
        await s.wait(85)
        told = s.csms.requests(v16.StatusNotificationRequest)
        assert told[-1].status is v16.ChargePointStatus.PREPARING
        await s.wait(10)
        told = s.csms.requests(v16.StatusNotificationRequest)
        assert told[-1].status is v16.ChargePointStatus.AVAILABLE
        assert not s.csms.requests(v16.StartTransactionRequest)


@virtual_time
async def test_without_a_connector_in_1_6() -> None:
    """5.11: the Charge Point picks one, where a vehicle waits if there is one."""
    async with scene("1.6", evses=3) as s:
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.wait(1)
        answer = await s.csms.call(start16())
        assert answer.status is v16.RemoteStartStopStatus.ACCEPTED
        started = await s.hears(v16.StartTransactionRequest)
        assert started.connector_id == 2


@IN_2X
@virtual_time
async def test_a_start_without_authorization(version: str) -> None:
    """F02, remarks: nobody is asked."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        token = v21.IdTokenType(id_token="", type=IdTokenKind.NO_AUTHORIZATION)
        await s.csms.call(start(id_token=token))
        started = await s.hears(v21.TransactionEventRequest)
        assert started.id_token == token
        assert "Authorize" not in s.csms.actions()


# Where it can't be.


async def refused(s: Scene, version: str) -> tuple[str, str | None]:
    """Status of a start, and the reason."""
    if version == "1.6":
        return (await s.csms.call(start16(connector_id=1))).status.value, None
    answer = await s.csms.call(start())
    info = answer.status_info
    return answer.status.value, None if info is None else info.reason_code


@IN_ALL
@virtual_time
async def test_a_start_where_a_fault_stands(version: str) -> None:
    """F01.FR.23, F02.FR.25 (TC_026)."""
    async with scene(version) as s:
        s.evse.fail(FaultCode.GROUND_FAULT, "test")
        await s.wait(1)
        status, reason = await refused(s, version)
        assert (status, reason) == ("Rejected", None if version == "1.6" else "Unspecified")


@IN_ALL
@virtual_time
async def test_a_start_where_somebody_charges(version: str) -> None:
    """F01.FR.24, F02.FR.26."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        status, reason = await refused(s, version)
        assert (status, reason) == ("Rejected", None if version == "1.6" else "TxInProgress")


@IN_ALL
@virtual_time
async def test_a_start_before_a_reset(version: str) -> None:
    """B12.FR.03: nothing begins while a reset waits for what runs."""
    async with scene(version, evses=2) as s:
        await s.hardware.evse(2).plug_in(ElectricVehicle())
        await s.hardware.evse(2).swipe("0000000B")
        await s.wait(30)
        reset: Any = (
            v16.ResetRequest(type=v16.ResetType.SOFT)
            if version == "1.6"
            else v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE)
        )
        await s.csms.call(reset)
        status, _ = await refused(s, version)
        assert status == "Rejected"
