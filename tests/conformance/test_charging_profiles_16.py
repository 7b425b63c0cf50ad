"""Smart charging in OCPP 1.6, with the errata (3.13, 5.5, 5.7, 5.16, 9.4)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.store import StationRecords, Store
from tests.support.scene import EPOCH, TOKEN, Scene, Settings, charge, now, scene
from tests.support.sent_profiles import profile_16
from tests.support.virtual_time import virtual_time

Purpose = v16.ChargingProfilePurposeType
Kind = v16.ChargingProfileKindType
Recurrency = v16.RecurrencyKindType

MAX: dict[str, Any] = {"charging_profile_purpose": Purpose.CHARGE_POINT_MAX_PROFILE}
TX: dict[str, Any] = {"charging_profile_purpose": Purpose.TX_PROFILE}
RELATIVE: dict[str, Any] = {"charging_profile_kind": Kind.RELATIVE, "start_schedule": None}
ACCEPTED, REJECTED = v16.ChargingProfileStatus.ACCEPTED, v16.ChargingProfileStatus.REJECTED
CLEARED, UNKNOWN = v16.ClearChargingProfileStatus.ACCEPTED, v16.ClearChargingProfileStatus.UNKNOWN


def steps(*limits: float, every: int = 600) -> list[v16.ChargingSchedulePeriod]:
    return [
        v16.ChargingSchedulePeriod(start_period=number * every, limit=limit)
        for number, limit in enumerate(limits)
    ]


async def send(s: Scene, connector: int = 1, **fields: Any) -> v16.ChargingProfileStatus:
    request = v16.SetChargingProfileRequest(
        connector_id=connector, cs_charging_profiles=profile_16(**fields)
    )
    return (await s.csms.call(request)).status


async def clear(s: Scene, **fields: Any) -> v16.ClearChargingProfileStatus:
    return (await s.csms.call(v16.ClearChargingProfileRequest(**fields))).status


async def composite(
    s: Scene, connector: int = 1, seconds: int = 3600
) -> list[tuple[int, float]] | None:
    answer = await s.csms.call(
        v16.GetCompositeScheduleRequest(connector_id=connector, duration=seconds)
    )
    if answer.status is v16.GetCompositeScheduleStatus.REJECTED:
        assert answer.charging_schedule is None
        return None
    assert answer.charging_schedule is not None
    return [
        (period.start_period, period.limit)
        for period in answer.charging_schedule.charging_schedule_period
    ]


def on_disk(store: Store) -> list[int]:
    return [row.id for row in StationRecords(store, "CS-0042").charging_profiles.all()]


# Where, and for what.


@virtual_time
async def test_a_default_for_all_and_for_one_connector() -> None:
    """3.13.1: that of a connector counts there, and that of all elsewhere."""
    async with scene("1.6", evses=2) as s:
        assert await send(s, 0, limit=10) is ACCEPTED
        assert await send(s, 2, limit=8, charging_profile_id=2) is ACCEPTED
        assert await composite(s, 1) == [(0, 10.0)]
        assert await composite(s, 2) == [(0, 8.0)]


@virtual_time
async def test_one_of_the_same_purpose_and_level_is_replaced() -> None:
    """3.13.2, 5.16.4: whichever id it has, and whenever it is valid."""
    store = Store(":memory:")
    async with scene("1.6", evses=2, store=store) as s:
        later = now() + timedelta(hours=1)
        assert await send(s, 1, limit=10) is ACCEPTED
        assert await send(s, 1, limit=9, charging_profile_id=2) is ACCEPTED
        assert await composite(s) == [(0, 9.0)]
        assert await send(s, 1, limit=8, charging_profile_id=3, valid_from=later) is ACCEPTED
        assert (await composite(s, seconds=600)) == [(0, 32.0)]
        assert on_disk(store) == [3]
        assert await send(s, 1, charging_profile_id=4, stack_level=1) is ACCEPTED
        assert await send(s, 2, charging_profile_id=5) is ACCEPTED
        assert on_disk(store) == [3, 4, 5]
        assert await send(s, 2, charging_profile_id=3, stack_level=7) is ACCEPTED
        assert on_disk(store) == [3, 4, 5]


@virtual_time
async def test_the_whole_charge_point() -> None:
    """3.13.1: a ChargePointMaxProfile is of connector 0."""
    async with scene("1.6", evses=2) as s:
        assert await send(s, 1, **MAX) is REJECTED
        assert await send(s, 0, **MAX, **RELATIVE) is REJECTED
        assert await send(s, 0, **MAX, limit=20) is ACCEPTED
        assert await composite(s, 0) == [(0, 20.0)]
        assert await composite(s, 1) == [(0, 20.0)]


@pytest.mark.parametrize("connector", [-1, 3])
@virtual_time
async def test_a_connector_that_is_not_there(connector: int) -> None:
    """Errata 3.39; 5.7; 5.5."""
    async with scene("1.6", evses=2) as s:
        with pytest.raises(CallFailed) as failed:
            await send(s, connector)
        assert failed.value.code == "PropertyConstraintViolation"
        assert await composite(s, connector) is None
        assert await send(s, 1) is ACCEPTED
        assert await clear(s, connector_id=connector) is UNKNOWN


@virtual_time
async def test_connectors_of_one_evse() -> None:
    """Its limit is that of the EVSE; a TxProfile is of the connector in use."""
    kinds = (ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_CABLE)
    async with scene("1.6", hardware=SimulatedStation(evses=2, connectors=kinds)) as s:
        assert await send(s, 3, limit=10) is ACCEPTED
        assert await composite(s, 4) == [(0, 10.0)]
        assert await composite(s, 2) == [(0, 32.0)]
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(10)
        assert await send(s, 1, **TX, charging_profile_id=2) is REJECTED
        assert await send(s, 2, **TX, charging_profile_id=2) is ACCEPTED


# Of a transaction.


@virtual_time
async def test_a_profile_of_the_transaction_that_runs() -> None:
    """3.13.1, 5.16.3: it may be named, and need not be; without one there is no such profile."""
    store = Store(":memory:")
    async with scene("1.6", evses=2, store=store) as s:
        assert await send(s, 1, **TX) is REJECTED
        await charge(s)
        assert await send(s, 0, **TX) is REJECTED
        assert await send(s, 2, **TX) is REJECTED
        assert await send(s, 1, **TX, transaction_id=99) is REJECTED
        assert await send(s, 1, **TX, transaction_id=-1) is REJECTED
        assert await send(s, 2, **TX, transaction_id=s.csms.transactions) is REJECTED
        assert await send(s, 1, **TX, limit=12) is ACCEPTED
        assert await composite(s) == [(0, 12.0)]
        named = {"transaction_id": s.csms.transactions, "charging_profile_id": 2, "limit": 9}
        assert await send(s, 1, **TX, **named) is ACCEPTED
        assert await composite(s) == [(0, 9.0)]
        assert on_disk(store) == [2]
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert on_disk(store) == []


@virtual_time
async def test_a_profile_of_a_remote_start() -> None:
    """5.16.2: one of the same level that the CSMS sends then takes its place."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        await s.evse.plug_in(ElectricVehicle())
        given = profile_16(**TX, charging_profile_id=5, limit=9)
        start = v16.RemoteStartTransactionRequest(
            id_tag=TOKEN, connector_id=1, charging_profile=given
        )
        answer = await s.csms.call(start)
        assert answer.status is v16.RemoteStartStopStatus.ACCEPTED
        await s.wait(10)
        assert await composite(s) == [(0, 9.0)]
        named = {"transaction_id": s.csms.transactions, "charging_profile_id": 6, "limit": 8}
        assert await send(s, 1, **TX, **named) is ACCEPTED
        assert await composite(s) == [(0, 8.0)]
        assert on_disk(store) == [6]


@virtual_time
async def test_a_profile_of_a_remote_start_that_makes_no_sense() -> None:
    async with scene("1.6") as s:
        await s.evse.plug_in(ElectricVehicle())
        wrong = profile_16(**TX, charging_schedule_period=[_late()])
        start = v16.RemoteStartTransactionRequest(
            id_tag=TOKEN, connector_id=1, charging_profile=wrong
        )
        answer = await s.csms.call(start)
        assert answer.status is v16.RemoteStartStopStatus.REJECTED


def _late() -> v16.ChargingSchedulePeriod:
    return v16.ChargingSchedulePeriod(start_period=5, limit=9)


# When a schedule begins.


async def limits(s: Scene) -> list[float]:
    found = await composite(s, seconds=1200)
    assert found is not None
    return [limit for _, limit in found]


@virtual_time
async def test_an_absolute_schedule_without_a_beginning() -> None:
    """7.13: it begins with the charging; that of the whole Charge Point, when it comes."""
    periods = {"charging_schedule_period": steps(9, 20), "start_schedule": None}
    async with scene("1.6") as s:
        assert await send(s, 1, **periods) is ACCEPTED
        await s.wait(900)
        assert await limits(s) == [9.0, 20.0]
        assert await clear(s) is CLEARED
        assert await send(s, 0, **MAX, **periods) is ACCEPTED
        await s.wait(300)
        assert await limits(s) == [9.0, 20.0]
        await s.wait(400)
        assert await limits(s) == [20.0]


@virtual_time
async def test_a_relative_schedule_with_a_beginning() -> None:
    """7.9: it begins with the charging all the same."""
    async with scene("1.6") as s:
        periods = {"charging_schedule_period": steps(9, 20), "start_schedule": EPOCH}
        assert await send(s, 1, charging_profile_kind=Kind.RELATIVE, **periods) is ACCEPTED
        await s.wait(900)
        assert await limits(s) == [9.0, 20.0]


@pytest.mark.parametrize(
    ("recurrency", "begins"),
    [
        (Recurrency.DAILY, datetime(2026, 3, 2, tzinfo=UTC)),
        (Recurrency.WEEKLY, datetime(2026, 3, 2, tzinfo=UTC)),  # EPOCH is a Sunday
    ],
)
@virtual_time
async def test_a_recurring_schedule_without_a_beginning(
    recurrency: v16.RecurrencyKindType, begins: datetime
) -> None:
    """7.37: with its day, or its week."""
    async with scene("1.6") as s:
        new = {"charging_profile_kind": Kind.RECURRING, "start_schedule": None}
        period = {"charging_schedule_period": steps(9, 20), "recurrency_kind": recurrency}
        assert await send(s, 1, **new, **period) is ACCEPTED
        assert await limits(s) == [20.0]
        await s.wait((begins - now()).total_seconds() - 600)
        assert await limits(s) == [20.0, 9.0]
        await s.wait(86_400)
        assert (await limits(s) == [20.0]) == (recurrency is Recurrency.WEEKLY)


@virtual_time
async def test_a_recurring_schedule_must_recur() -> None:
    async with scene("1.6") as s:
        assert await send(s, 1, charging_profile_kind=Kind.RECURRING) is REJECTED


# What is wrong.


@pytest.mark.parametrize(
    "wrong",
    [
        {"stack_level": -1},
        {"stack_level": 1000},
        {"charging_profile_id": -5},
        {"charging_schedule_period": [_late()]},
        {"charging_schedule_period": steps(9, 8)[::-1]},
        {"charging_schedule_period": steps(*[6.0] * 289)},
        {"charging_schedule_period": steps(-6)},
        {"duration": -5},
        {"valid_from": EPOCH, "valid_to": EPOCH},
        {"valid_to": EPOCH - timedelta(days=1)},
        {"min_charging_rate": -6.0},
    ],
)
@virtual_time
async def test_a_profile_that_makes_no_sense(wrong: dict[str, Any]) -> None:
    """Errata 3.45; what there was stays."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        assert await send(s, limit=10) is ACCEPTED
        assert await send(s, **({"charging_profile_id": 2} | wrong)) is REJECTED
        assert await composite(s) == [(0, 10.0)]
        assert on_disk(store) == [1]


@virtual_time
async def test_a_unit_that_is_not_allowed() -> None:
    """9.4.2."""
    settings: Settings = {SmartChargingCtrlr.RateUnit: ("A",)}
    async with scene("1.6", settings=settings) as s:
        watts = v16.ChargingRateUnitType.W
        assert await send(s, charging_rate_unit=watts, limit=2000) is REJECTED
        request = v16.GetCompositeScheduleRequest(
            connector_id=1, duration=60, charging_rate_unit=watts
        )
        answer = await s.csms.call(request)
        assert answer.status is v16.GetCompositeScheduleStatus.REJECTED


@virtual_time
async def test_smart_charging_is_off() -> None:
    """Errata 3.39."""
    async with scene("1.6", settings={SmartChargingCtrlr.Enabled: False}) as s:
        for call in (send(s), clear(s), composite(s)):
            with pytest.raises(CallFailed) as failed:
                await call
            assert failed.value.code == "NotSupported"


# Clear, and tell.


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({}, []),  # errata 3.25
        ({"id": 2}, [1, 3]),
        ({"id": 9}, None),
        ({"id": 2, "connector_id": 2}, None),
        ({"id": 2, "connector_id": 1}, [1, 3]),
        ({"connector_id": 0}, [2, 3]),
        ({"stack_level": 4}, [1, 2]),
        ({"charging_profile_purpose": Purpose.TX_DEFAULT_PROFILE}, [1]),
        ({"charging_profile_purpose": Purpose.TX_DEFAULT_PROFILE, "stack_level": 0}, [1, 3]),
        ({"charging_profile_purpose": Purpose.TX_PROFILE}, None),
    ],
)
@virtual_time
async def test_profiles_are_cleared(fields: dict[str, Any], left: list[int] | None) -> None:
    """5.5, errata 3.25: those that are as all of the fields say."""
    store = Store(":memory:")
    async with scene("1.6", evses=2, store=store) as s:
        assert await send(s, 0, **MAX) is ACCEPTED
        assert await send(s, 1, charging_profile_id=2) is ACCEPTED
        assert await send(s, 2, charging_profile_id=3, stack_level=4) is ACCEPTED
        assert await clear(s, **fields) is (UNKNOWN if left is None else CLEARED)
        assert on_disk(store) == ([1, 2, 3] if left is None else left)


@virtual_time
async def test_the_composite_schedule() -> None:
    """5.7: when it begins is told beside it (errata 3.57)."""
    async with scene("1.6") as s:
        begin = now()
        assert await send(s, charging_schedule_period=steps(9, 20.2), duration=1200) is ACCEPTED
        request = v16.GetCompositeScheduleRequest(
            connector_id=1, duration=1800, charging_rate_unit=v16.ChargingRateUnitType.W
        )
        answer = await s.csms.call(request)
        assert answer.status is v16.GetCompositeScheduleStatus.ACCEPTED
        assert answer.connector_id == 1
        assert answer.schedule_start is not None
        assert abs(answer.schedule_start - begin) < timedelta(seconds=2)
        schedule = answer.charging_schedule
        assert schedule is not None
        assert schedule.start_schedule is None
        assert (schedule.duration, schedule.charging_rate_unit) == (1800, "W")
        assert [period.limit for period in schedule.charging_schedule_period] == [
            9 * 690.0,
            20.2 * 690.0,
            32 * 690.0,
        ]


@virtual_time
async def test_profiles_outlast_a_restart() -> None:
    """Errata 3.37."""
    store = Store(":memory:")
    async with scene("1.6", store=store) as s:
        assert await send(s, limit=10) is ACCEPTED
    async with scene("1.6", store=store) as s:
        assert await composite(s) == [(0, 10.0)]


# The keys.


@virtual_time
async def test_keys() -> None:
    """9.4, 9.1.29."""
    async with scene("1.6") as s:
        names = [
            "ChargeProfileMaxStackLevel",
            "ChargingScheduleAllowedChargingRateUnit",
            "ChargingScheduleMaxPeriods",
            "MaxChargingProfilesInstalled",
            "SupportedFeatureProfiles",
        ]
        answer = await s.csms.call(v16.GetConfigurationRequest(key=names))
        told = {each.key: each.value for each in answer.configuration_key or ()}
        assert all(each.readonly for each in answer.configuration_key or ())
        assert "SmartCharging" in (told.pop("SupportedFeatureProfiles") or "").split(",")
        assert told == {
            "ChargeProfileMaxStackLevel": "99",
            "ChargingScheduleAllowedChargingRateUnit": "Current,Power",
            "ChargingScheduleMaxPeriods": "288",
            "MaxChargingProfilesInstalled": "100",
        }
