"""Charging profiles that come and go with a transaction (2.x F01, K02, K05; 1.6 3.13.1, 5.16.2)."""

import json
from pathlib import Path
from typing import Any

import pytest

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SmartChargingCtrlr, TxCtrlr
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.vocabulary import IdTokenKind
from pilotwire.store import StationRecords, Store
from tests.conformance.test_resumption import RESUMES, Lives
from tests.support.editions import IN_2X
from tests.support.outages import power_cut
from tests.support.scene import TOKEN, Scene, Settings, charge, scene
from tests.support.sent_profiles import Purpose, composite, profile, reported, send
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

TX: dict[str, Any] = {"charging_profile_purpose": Purpose.TX_PROFILE}
ACCEPTED = v21.RequestStartStopStatusEnumType.ACCEPTED
REJECTED = v21.RequestStartStopStatusEnumType.REJECTED
STARTED = v21.TransactionEventEnumType.STARTED


@pytest.fixture(autouse=True)
def whole_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each commit, whichever it is: no TxProfile is without its transaction."""
    commit = Store._commit

    def watched(store: Store) -> None:
        commit(store)
        records = StationRecords(store, "CS-0042")
        running = {row.id for row in records.transactions.running()}
        profiles = [json.loads(row.body) for row in records.charging_profiles.all()]
        bound = {each["transactionId"] for each in profiles if "transactionId" in each}
        assert bound <= running

    monkeypatch.setattr(Store, "_commit", watched)


def start(new: v21.ChargingProfileType | None, **fields: Any) -> v21.RequestStartTransactionRequest:
    token = v21.IdTokenType(id_token=TOKEN, type=IdTokenKind.ISO14443)
    given: dict[str, Any] = {"evse_id": 1, "id_token": token, "remote_start_id": 7} | fields
    return v21.RequestStartTransactionRequest(**given, charging_profile=new)


def running(s: Scene) -> str:
    transaction_id = s.station.evses[0].transaction_id
    assert transaction_id is not None
    return transaction_id


async def leave(s: Scene) -> None:
    """The driver ends the session and unplugs."""
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    await s.evse.unplug()
    await s.wait(30)


async def pauses(s: Scene) -> None:
    """The vehicle takes nothing for a while, which makes for events of the transaction."""
    before, vehicle = len(events(s)), s.evse.vehicle
    assert vehicle is not None
    vehicle.pause()
    await s.wait(30)
    vehicle.resume()
    await s.wait(30)
    assert len(events(s)) > before


async def installed(s: Scene) -> v21.ChargingProfileType | None:
    """The one profile that the station reports, if any."""
    found = [each for page in (await reported(s)).values() for each in page.charging_profile]
    assert len(found) <= 1
    return next(iter(found), None)


# Gone with the transaction.


@IN_2X
@virtual_time
async def test_a_tx_profile_goes_with_its_transaction(version: str) -> None:
    """K02.FR.04, K02.FR.05: others stay."""
    store = Store(":memory:")
    async with scene(version, evses=2, store=store) as s:
        await charge(s)
        assert await send(s, profile(id=1, limit=20)) is None
        assert await send(s, profile(id=2, **TX, transaction_id=running(s), limit=9)) is None
        assert await composite(s) == [(0, 9.0)]
        await leave(s)
        assert s.station.evses[0].transaction_id is None
        assert set(await reported(s)) == {1}
        assert [row.id for row in StationRecords(store, "CS-0042").charging_profiles.all()] == [1]
        await charge(s)
        assert await composite(s) == [(0, 20.0)]


@IN_2X
@virtual_time
async def test_a_transaction_that_a_power_cut_ends_takes_its_profile_along(
    version: str, tmp_path: Path
) -> None:
    """K02.FR.05: until the next start nobody knows that it has ended."""
    path = tmp_path / "station.db"
    with Store(path) as store:
        async with scene(version, store=store) as s:
            await charge(s)
            assert await send(s, profile(**TX, transaction_id=running(s))) is None
            assert await send(s, profile(id=2)) is None
            after = power_cut(path)
    with Store(after) as store:
        assert len(StationRecords(store, "CS-0042").charging_profiles.all()) == 2
        async with scene(version, store=store) as s:
            assert set(await reported(s)) == {2}


@IN_2X
@virtual_time
async def test_a_transaction_that_goes_on_keeps_its_profile(version: str, tmp_path: Path) -> None:
    """2.1 E17: also what a remote start has given along."""
    lives = Lives(tmp_path, version, settings=RESUMES)
    async with lives.life() as s:
        await lives.evse.plug_in(ElectricVehicle())
        assert (await s.csms.call(start(profile(**TX, limit=9)))).status is ACCEPTED
        await s.wait(30)
        before = running(s)
    async with lives.life() as s:
        await s.wait(30)
        assert running(s) == before
        found = await installed(s)
        assert found is not None
        assert found.transaction_id == before
        assert await composite(s) == [(0, 9.0)]
        await leave(s)
        assert await installed(s) is None


# Given along with a remote start.


@IN_2X
@virtual_time
async def test_a_profile_of_a_remote_start_is_one_of_its_transaction(version: str) -> None:
    """F01.FR.08 to F01.FR.11, K05.FR.03: from the commit on in which that begins."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        assert (await s.csms.call(start(profile(**TX, limit=9)))).status is ACCEPTED
        await s.wait(30)
        assert events(s)[0].event_type is STARTED
        found = await installed(s)
        assert found == profile(**TX, limit=9).replace(transaction_id=running(s))
        assert await composite(s) == [(0, 9.0)]
        await leave(s)
        assert await installed(s) is None


@IN_2X
@pytest.mark.parametrize("point", ["Authorized", "PowerPathClosed", "EnergyTransfer"])
@virtual_time
async def test_it_counts_as_soon_as_the_token_is_authorized(version: str, point: str) -> None:
    """K05.FR.03: before there is a transaction, or a vehicle; at that EVSE alone."""
    async with scene(version, evses=2, settings={TxCtrlr.TxStartPoint: (point,)}) as s:
        assert await composite(s) == [(0, 32.0)]
        await s.csms.call(start(profile(**TX, limit=9)))
        await s.wait(2)
        assert (s.station.evses[0].transaction_id is not None) == (point == "Authorized")
        assert await composite(s) == [(0, 9.0)]
        assert await composite(s, 2) == [(0, 32.0)]
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert await composite(s) == [(0, 9.0)]
        found = await installed(s)
        assert found is not None
        assert found.transaction_id == running(s)


@IN_2X
@virtual_time
async def test_it_is_for_a_transaction_that_runs_already(version: str) -> None:
    """F01.FR.13: the transaction has begun with the vehicle; one of its level gives way."""
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(2)
        assert await send(s, profile(id=5, **TX, transaction_id=running(s), limit=7)) is None
        answer = await s.csms.call(start(profile(id=6, **TX, limit=9)))
        assert answer.transaction_id == running(s)
        await s.wait(2)
        assert set(await reported(s)) == {6}
        assert await composite(s) == [(0, 9.0)]


@IN_2X
@virtual_time
async def test_nobody_comes_and_the_profile_is_forgotten(version: str) -> None:
    """F02.FR.07."""
    async with scene(version, settings={TxCtrlr.EVConnectionTimeOut: 60}) as s:
        await s.csms.call(start(profile(**TX, limit=9)))
        await s.wait(70)
        assert await composite(s) == [(0, 32.0)]
        assert await installed(s) is None
        await charge(s)
        assert await composite(s) == [(0, 32.0)]


@pytest.mark.parametrize("comes", [False, True])
@virtual_time
async def test_whoever_watches_hears_of_each_change(comes: bool) -> None:
    """Before the session begins with it, and once it is over."""
    settings: Settings = {
        TxCtrlr.EVConnectionTimeOut: 60,
        TxCtrlr.TxStartPoint: ("EnergyTransfer",),
    }
    async with scene("2.1", settings=settings) as s:
        assert s.station._station is not None
        block = s.station._station.blocks[SmartCharging]
        seen: list[int] = []
        sessions: list[bool] = []

        def look() -> None:
            seen[:] = [each.id for each in block.counting()]
            sessions.append(s.station.evses[0].token is not None)

        block.profiles.watch(look)
        await s.csms.call(start(profile(**TX, limit=9)))
        await s.wait(5)
        assert seen == [1]
        assert sessions == [False]
        if comes:
            await s.evse.plug_in(ElectricVehicle())
            await s.wait(30)
            assert s.evse.contactor.closed
            assert seen == [1]
            await leave(s)
        else:
            await s.wait(60)
        assert seen == []


@IN_2X
@virtual_time
async def test_a_token_that_is_refused_brings_no_profile(version: str) -> None:
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        info = v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.BLOCKED)
        s.csms.answer(v21.AuthorizeRequest, lambda _: v21.AuthorizeResponse(id_token_info=info))
        await s.csms.call(start(profile(**TX, limit=9)))
        await s.wait(5)
        assert await composite(s) == [(0, 32.0)]


@IN_2X
@virtual_time
async def test_what_the_csms_then_does_with_it_stays_done(version: str) -> None:
    """K01.FR.05, K10.FR.03: no later event of the transaction brings it back."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(start(profile(**TX, limit=9)))
        await s.wait(10)
        assert await send(s, profile(**TX, transaction_id=running(s), limit=8)) is None
        await pauses(s)
        assert await composite(s) == [(0, 8.0)]
        cleared = await s.csms.call(v21.ClearChargingProfileRequest(charging_profile_id=1))
        assert cleared.status is v21.ClearChargingProfileStatusEnumType.ACCEPTED
        await pauses(s)
        assert await composite(s) == [(0, 32.0)]
        assert await installed(s) is None


@IN_2X
@virtual_time
async def test_the_next_transaction_has_none_of_it(version: str) -> None:
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.csms.call(start(profile(**TX, limit=9)))
        await s.wait(10)
        await leave(s)
        await charge(s)
        assert await installed(s) is None
        refused = await s.csms.call(start(profile(**TX, limit=6)))
        assert refused.status is REJECTED
        assert await composite(s) == [(0, 32.0)]


@IN_2X
@pytest.mark.parametrize(
    ("new", "why"),
    [
        (profile({"start_period": 5, "limit": 9}, **TX), "InvalidSchedule"),
        (profile({"start_period": 0, "limit": -9}, **TX), "InvalidSchedule"),
        (profile(**TX, stack_level=500), "InvalidStackLevel"),
        (profile(limit=9), "InvalidProfile"),
        (profile(**TX, transaction_id="T1"), "InvalidProfile"),
    ],
)
@virtual_time
async def test_a_profile_that_makes_no_sense(
    version: str, new: v21.ChargingProfileType, why: str
) -> None:
    """F01.FR.26, K05.FR.02, K05.FR.05: there is no start then."""
    async with scene(version) as s:
        await s.evse.plug_in(ElectricVehicle())
        answer = await s.csms.call(start(new))
        assert answer.status is REJECTED
        assert answer.status_info is not None
        assert answer.status_info.reason_code == why
        await s.wait(5)
        assert s.station.evses[0].transaction_id is None
        assert (await s.csms.call(start(None))).status is ACCEPTED


@IN_2X
@virtual_time
async def test_it_is_ignored_where_smart_charging_is_off(version: str) -> None:
    """F01.FR.12, K05.FR.04: whatever it is."""
    settings: Settings = {SmartChargingCtrlr.Enabled: False}
    async with scene(version, settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        wrong = profile({"start_period": 5, "limit": 9}, **TX)
        assert (await s.csms.call(start(wrong))).status is ACCEPTED
        await s.wait(30)
        assert s.evse.contactor.closed
        s.station.device_model[SmartChargingCtrlr.Enabled] = True
        assert await installed(s) is None
