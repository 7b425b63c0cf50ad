"""Priority charging, asked for by the CSMS or at the station (2.1 K21, K22)."""

import pytest

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.smart_charging.priority import PriorityCharging
from pilotwire.station.smart_charging.profiles import ChargingProfiles
from pilotwire.station.vocabulary import ChargingProfilePurpose
from pilotwire.store import Store
from tests.support.memory_link import Side
from tests.support.profiles_by_csms import profile, set_profile
from tests.support.scene import TOKEN, Scene, charge, scene
from tests.support.tokens import block
from tests.support.virtual_time import virtual_time

PRIORITY = ChargingProfilePurpose.PRIORITY_CHARGING


async def use(s: Scene, transaction_id: str, *, activate: bool = True) -> tuple[str, str | None]:
    """Ask for priority charging; the status of the answer, and its reason."""
    request = v21.UsePriorityChargingRequest(transaction_id=transaction_id, activate=activate)
    response = await s.csms.call(request)
    info = response.status_info
    return response.status.value, None if info is None else info.reason_code


def running(s: Scene) -> str:
    """The transaction that runs."""
    events = s.csms.requests(v21.TransactionEventRequest)
    return events[-1].transaction_info.transaction_id


def told(s: Scene) -> list[tuple[str, bool]]:
    """What the CSMS has heard of priority charging."""
    return [
        (each.transaction_id, each.activated)
        for each in s.csms.requests(v21.NotifyPriorityChargingRequest)
    ]


@pytest.mark.parametrize("evse_id", [0, 1])
@virtual_time
async def test_the_csms_begins_and_ends_it(evse_id: int) -> None:
    """K21.FR.03, K21.FR.05 to K21.FR.08; a profile of EVSE 0 is for all of them."""
    async with scene("2.1") as s:
        await set_profile(s, evse_id, profile(7, PRIORITY, limit=32.0))
        await charge(s)
        tx = running(s)
        assert await use(s, tx) == ("Accepted", None)
        assert s.station.evse(1).priority_charging
        await s.wait(5)
        assert told(s) == [(tx, True)]
        assert await use(s, tx, activate=False) == ("Accepted", None)
        assert not s.station.evse(1).priority_charging
        await s.wait(5)
        assert told(s) == [(tx, True), (tx, False)]
        assert await use(s, tx, activate=False) == ("Accepted", None)
        await s.wait(5)
        assert len(told(s)) == 2


@virtual_time
async def test_the_answer_leaves_before_the_csms_is_told() -> None:
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
        await charge(s)
        await use(s, running(s))
        await s.wait(5)
        said = [text for side, text in s.network.links[-1].sent if side is Side.STATION]
        *_, answer = (n for n, text in enumerate(said) if text.startswith("[3"))
        (notice,) = [n for n, text in enumerate(said) if "NotifyPriorityCharging" in text]
        assert answer < notice


@virtual_time
async def test_there_is_none_without_a_profile_for_it() -> None:
    """K21.FR.01: one of another EVSE will not do, nor another purpose."""
    async with scene("2.1", evses=2) as s:
        await set_profile(s, 2, profile(7, PRIORITY, limit=32.0))
        await set_profile(s, 1, profile(8, limit=10.0))
        await charge(s)
        assert await use(s, running(s)) == ("NoProfile", "NotFound")
        assert not s.station.evse(1).priority_charging
        assert await use(s, running(s), activate=False) == ("Accepted", None)  # K21.FR.06
        await s.wait(5)
        assert told(s) == []


@virtual_time
async def test_a_transaction_that_does_not_run_has_none() -> None:
    """K21.FR.02."""
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
        for activate in (True, False):
            assert await use(s, "another", activate=activate) == ("Rejected", "TxNotFound")


@virtual_time
async def test_somebody_at_the_station_begins_and_ends_it() -> None:
    """K22.FR.01 to K22.FR.05."""
    async with scene("2.1") as s:
        evse = s.station.evse(1)
        assert not evse.use_priority_charging()  # nobody charges
        await charge(s)
        assert not evse.use_priority_charging()  # the CSMS has no profile for it
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
        assert evse.use_priority_charging()
        assert evse.use_priority_charging(activate=False)
        assert evse.use_priority_charging(activate=False)
        await s.wait(5)
        assert told(s) == [(running(s), True), (running(s), False)]


@virtual_time
async def test_what_was_begun_offline_is_told_later() -> None:
    """K22, remarks."""
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
        await charge(s)
        s.go_offline()
        await s.wait(5)
        assert s.station.evse(1).use_priority_charging()
        s.go_online()
        await s.hears(v21.NotifyPriorityChargingRequest)
        assert told(s) == [(running(s), True)]


@virtual_time
async def test_it_is_over_with_its_transaction() -> None:
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
        await charge(s)
        first = running(s)
        await use(s, first)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        await charge(s)
        assert running(s) != first
        assert not s.station.evse(1).priority_charging
        assert (await use(s, first))[0] == "Rejected"
        await use(s, running(s))
        assert not block(s, PriorityCharging).active(first)  # nor is it remembered


@virtual_time
async def test_it_is_over_with_the_last_profile_for_it_and_the_csms_hears_so() -> None:
    async with scene("2.1") as s:
        await set_profile(s, 0, profile(7, PRIORITY, limit=32.0))
        await set_profile(s, 1, profile(8, PRIORITY, limit=20.0, stack_level=1))
        await charge(s)
        await use(s, running(s))
        block(s, ChargingProfiles).remove([8])
        assert s.station.evse(1).priority_charging
        block(s, ChargingProfiles).remove([7])
        assert not s.station.evse(1).priority_charging
        await s.wait(5)
        assert told(s) == [(running(s), True), (running(s), False)]


@virtual_time
async def test_it_goes_on_after_a_restart_with_a_transaction_that_does() -> None:
    store = Store(":memory:")
    settings = {TxCtrlr.ResumptionTimeout: 3600}
    async with scene("2.1", store=store, settings=settings) as s:
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
        await charge(s)
        tx = running(s)
        await use(s, tx)
        await s.wait(5)
        request = v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE_AND_RESUME)
        await s.csms.call(request)
        await s.hears(v21.BootNotificationRequest, count=2)
        await s.wait(60)
        assert running(s) == tx
        assert s.station.evse(1).priority_charging
        assert told(s) == [(tx, True)]


@virtual_time
async def test_2_0_1_hears_nothing_of_it() -> None:
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        await set_profile(s, 1, profile(7, PRIORITY, limit=32.0))
    async with scene("2.0.1", store=store) as s:
        await charge(s)
        assert s.station.evse(1).use_priority_charging()
        await s.wait(5)
        assert "NotifyPriorityCharging" not in s.csms.actions()
