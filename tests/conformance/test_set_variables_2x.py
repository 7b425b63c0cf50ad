"""Setting variables, and what then counts (2.x B05)."""

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from pilotwire.hal.interfaces import ConnectorKind, HardwareError
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr, TxCtrlr
from pilotwire.station.vocabulary import IdTokenKind
from pilotwire.store import StationRecords, Store, StoreError
from tests.conformance.effects.communication import Stubborn
from tests.support.device_model import (
    OFFLINE_THRESHOLD,
    Attribute,
    SetStatus,
    address,
    set_,
    status_of,
    value_of,
)
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Opponent, Scene, scene
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


@virtual_time
async def test_set_a_single_value(version: str) -> None:
    """TC_B_09_CS, B05.FR.01 to B05.FR.03, B05.FR.10, B05.FR.12."""
    async with scene(version) as s:
        (result,) = await set_(s, (OFFLINE_THRESHOLD, "300"))
        assert result.attribute_status is SetStatus.ACCEPTED
        assert "attribute_type" in result.model_fields_set
        assert result.attribute_type is Attribute.ACTUAL
        assert (result.component, result.variable) == OFFLINE_THRESHOLD
        assert await value_of(s, OFFLINE_THRESHOLD) == "300"
        assert s.station.device_model[OCPPCommCtrlr.OfflineThreshold] == 300


@virtual_time
async def test_what_can_not_be_set_does_not_keep_the_rest(version: str) -> None:
    """TC_B_10_CS, TC_B_35_CS, TC_B_36_CS, TC_B_39_CS, B05.FR.04, B05.FR.05, B05.FR.09."""
    async with scene(version) as s:
        results = await set_(
            s,
            (OFFLINE_THRESHOLD, "300"),
            (address("UnknownComponent.OfflineThreshold"), "300"),
            (address("OCPPCommCtrlr.UnknownVariable"), "300"),
            (address("OCPPCommCtrlr.MessageTimeout", "Default"), "300"),
            (address("AuthCtrlr.AuthorizeRemoteStart"), "false"),
        )
        assert [result.attribute_status.value for result in results] == [
            "Accepted",
            "UnknownComponent",
            "UnknownVariable",
            "Rejected",
            "Accepted",
        ]
        info = results[3].attribute_status_info
        assert info is not None
        assert info.reason_code == "ReadOnly"
        assert await value_of(s, address("AuthCtrlr.AuthorizeRemoteStart")) == "false"


@virtual_time
async def test_set_an_attribute_that_is_not_there(version: str) -> None:
    """TC_B_37_CS, B05.FR.06."""
    async with scene(version) as s:
        (result,) = await set_(s, (OFFLINE_THRESHOLD, "300"), attribute=Attribute.TARGET)
        assert result.attribute_status is SetStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE
        assert result.attribute_type is Attribute.TARGET


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("OCPPCommCtrlr.OfflineThreshold", "300.1", "InvalidValue"),
        ("OCPPCommCtrlr.OfflineThreshold", "true", "InvalidValue"),
        ("OCPPCommCtrlr.OfflineThreshold", "2026-03-01T12:00:00Z", "InvalidValue"),
        ("OCPPCommCtrlr.OfflineThreshold", "abc", "InvalidValue"),
        ("OCPPCommCtrlr.OfflineThreshold", "", "InvalidValue"),
        ("OCPPCommCtrlr.OfflineThreshold", "-1", "ValueTooLow"),
        ("OCPPCommCtrlr.HeartbeatInterval", "0", "ValueTooLow"),
        ("OCPPCommCtrlr.HeartbeatInterval", "9" * 900, "ValueTooHigh"),
        ("AuthCtrlr.AuthorizeRemoteStart", "300", "InvalidValue"),
        ("TxCtrlr.TxStartPoint", "Nonsense", "InvalidValue"),
        ("TxCtrlr.TxStartPoint", "DataSigned", "InvalidValue"),
        ("TxCtrlr.TxStopPoint", "", "InvalidValue"),
        ("ClockCtrlr.TimeSource", "GPS", "InvalidValue"),
        ("SampledDataCtrlr.TxUpdatedMeasurands", "SoC,Temperature", "InvalidValue"),
    ],
)
def test_invalid_values_are_rejected(version: str, name: str, value: str, reason: str) -> None:
    """TC_B_11_CS, B05.FR.07, B05.FR.08."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            before = await value_of(s, address(name))
            (result,) = await set_(s, (address(name), value))
            assert result.attribute_status is SetStatus.REJECTED
            assert result.attribute_status_info is not None
            assert result.attribute_status_info.reason_code == reason
            assert await value_of(s, address(name)) == before

    play()


@virtual_time
async def test_a_heartbeat_interval_counts_at_once(version: str) -> None:
    async with scene(version) as s:
        await s.wait(100)
        assert await status_of(s, address("OCPPCommCtrlr.HeartbeatInterval"), "20") == "Accepted"
        await s.wait(65)
        assert s.csms.actions().count("Heartbeat") >= 3
        assert await status_of(s, address("OCPPCommCtrlr.HeartbeatInterval"), "1000") == "Accepted"
        count = s.csms.actions().count("Heartbeat")
        await s.wait(900)
        assert s.csms.actions().count("Heartbeat") == count


@virtual_time
async def test_a_sampling_interval_counts_from_the_next_sample(version: str) -> None:
    """A transaction that runs without samples gets them, and none too many."""
    interval = address("SampledDataCtrlr.TxUpdatedInterval")
    async with scene(version, settings={SampledDataCtrlr.TxUpdatedInterval: 0}) as s:
        await s.plug_in_and_swipe()
        await s.wait(300)
        assert samples(s) == []
        assert await status_of(s, interval, "30") == "Accepted"
        await s.wait(95)
        times = samples(s)
        assert len(times) == 4
        assert [late - early for early, late in pairwise(times)] == [pytest.approx(30, abs=0.5)] * 3
        assert await status_of(s, interval, "0") == "Accepted"
        await s.wait(300)
        assert len(samples(s)) == 4


def samples(s: Scene) -> list[float]:
    return [
        heard.at
        for heard in s.csms.heard
        if isinstance(heard.request, v21.TransactionEventRequest)
        and heard.request.trigger_reason is v21.TriggerReasonEnumType.METER_VALUE_PERIODIC
    ]


@virtual_time
async def test_a_ping_interval_counts_at_once(version: str) -> None:
    async with scene(version) as s:
        ping = address("OCPPCommCtrlr.WebSocketPingInterval")
        assert await status_of(s, ping, "15") == "Accepted"
        assert await value_of(s, ping) == "15"
        assert s.network.links[-1].station.ping_interval == 15
        s.cut()
        await s.wait(60)
        assert s.network.attempts[-1].ping_interval == 15


UNLOCK = address("OCPPCommCtrlr.UnlockOnEVSideDisconnect")


@virtual_time
async def test_a_plug_is_unlocked_when_the_vehicle_leaves(version: str) -> None:
    """E09.FR.02."""
    async with scene(version) as s:
        unlocked = count_unlocking(s)
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(5)
        assert len(unlocked) == 1


@virtual_time
async def test_a_plug_stays_locked_for_its_owner(version: str) -> None:
    """TC_E_25_CS, E09.FR.03: with UnlockOnEVSideDisconnect false."""
    async with scene(version) as s:
        assert await status_of(s, UNLOCK, "false") == "Accepted"
        unlocked = count_unlocking(s)
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.leave_plug()
        await s.wait(5)
        asked = s.csms.actions().count("Authorize")
        await s.evse.swipe("AAAAAAAA")
        await s.wait(5)
        assert s.csms.actions().count("Authorize") == asked, "the plug is another's"
        answer = await s.csms.call(
            v21.RequestStartTransactionRequest(
                evse_id=1,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token="AAAAAAAA", type=IdTokenKind.ISO14443),
            )
        )
        assert answer.status is v21.RequestStartStopStatusEnumType.REJECTED
        await s.wait(120)
        assert unlocked == []
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert len(unlocked) == 1
        await s.evse.swipe("AAAAAAAA")
        await s.wait(5)
        assert s.csms.actions().count("Authorize") == asked + 1


def count_unlocking(s: Scene) -> list[float]:
    """The times when the station unlocks EVSE 1."""
    times: list[float] = []
    unlock = s.evse.unlock_connector

    async def counted() -> None:
        times.append(asyncio.get_running_loop().time())
        await unlock()

    s.evse.unlock_connector = counted  # type: ignore[method-assign]  # replaced for the test
    return times


@virtual_time
async def test_a_fixed_cable_is_not_unlocked(version: str) -> None:
    """2.1.12: ReadOnly and false."""
    hardware = SimulatedStation(evses=1, kind=ConnectorKind.TYPE2_CABLE)
    async with scene(version, hardware=hardware) as s:
        assert await value_of(s, UNLOCK) == "false"
        assert await status_of(s, UNLOCK, "true") == "Rejected"


@pytest.mark.parametrize(("retries", "boots"), [(2, 2), (1, 1)])
def test_a_reset_is_tried_again(version: str, retries: int, boots: int) -> None:
    """2.1.14 ResetRetries: here the hardware fails to restart twice."""

    @virtual_time
    async def play() -> None:
        csms = Opponent()
        tries = {OCPPCommCtrlr.ResetRetries: retries}
        async with scene(version, hardware=Stubborn(evses=1), settings=tries, csms=csms) as s:
            await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
            await s.wait(60)
        assert csms.actions().count("BootNotification") == boots

    if boots == 2:
        play()
    else:
        with pytest.raises(ExceptionGroup) as failed:
            play()
        assert failed.group_contains(HardwareError)


@virtual_time
async def test_values_survive_a_restart(version: str) -> None:
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        await set_(s, (OFFLINE_THRESHOLD, "300"), (address("TxCtrlr.EVConnectionTimeOut"), "17"))
    async with scene(version, store=store) as s:
        assert await value_of(s, OFFLINE_THRESHOLD) == "300"
        assert s.station.device_model[TxCtrlr.EVConnectionTimeOut] == 17


@virtual_time
async def test_all_that_a_request_sets_is_one_commit(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B05.FR.09: what can't be kept is rejected, and nothing of it counts."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        writes = 0
        execute = store.execute

        def fail_at_the_second(sql: str, *parameters: Any) -> int:
            nonlocal writes
            writes += "INTO variables" in sql
            if writes == 2:
                raise StoreError("the disk is full")
            return execute(sql, *parameters)

        monkeypatch.setattr(store, "execute", fail_at_the_second)
        timeout = address("TxCtrlr.EVConnectionTimeOut")
        results = await set_(s, (OFFLINE_THRESHOLD, "300"), (timeout, "9"))
        assert [one.attribute_status.value for one in results] == ["Rejected", "Rejected"]
        monkeypatch.undo()
        assert await value_of(s, OFFLINE_THRESHOLD) == "60"
    assert StationRecords(store, "CS-0042").variables.all() == {}
