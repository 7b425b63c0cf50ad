"""A cable that is pulled at the vehicle in OCPP 1.6 (4.9, 4.10; TC_005_3)."""

import pytest

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.store import Store
from tests.support.scene import TOKEN, Scene, scene
from tests.support.virtual_time import virtual_time

Status = v16.ChargePointStatus


async def keep_transactions(s: Scene) -> None:
    answer = await s.csms.call(
        v16.ChangeConfigurationRequest(key="StopTransactionOnEVSideDisconnect", value="false")
    )
    assert answer.status is v16.ConfigurationStatus.ACCEPTED


def last_status(s: Scene) -> v16.StatusNotificationRequest:
    return s.csms.requests(v16.StatusNotificationRequest)[-1]


@virtual_time
async def test_the_transaction_goes_on_without_its_vehicle() -> None:
    """TC_005_3_CS: SuspendedEV with the reason in `info`, and an end from afar."""
    async with scene("1.6") as s:
        await keep_transactions(s)
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(5)
        told = last_status(s)
        assert (told.status, told.info) == (Status.SUSPENDED_EV, "EV side disconnected")
        assert told.error_code is v16.ChargePointErrorCode.NO_ERROR
        assert not s.csms.requests(v16.StopTransactionRequest)
        assert not s.evse.contactor.closed
        await s.csms.call(v16.RemoteStopTransactionRequest(transaction_id=1))
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.REMOTE
        await s.wait(5)
        assert last_status(s).status in {Status.FINISHING, Status.AVAILABLE}


@virtual_time
async def test_the_vehicle_comes_back() -> None:
    """4.10: energy is allowed again in the same transaction."""
    async with scene("1.6") as s:
        await keep_transactions(s)
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(300)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert s.evse.contactor.closed
        assert last_status(s).status is Status.CHARGING
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 1
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.LOCAL


@pytest.mark.parametrize("online", [True, False])
def test_it_counts_offline_and_after_a_restart(online: bool) -> None:
    """The key is the CSMS's last word, also while there is no connection."""

    @virtual_time
    async def play() -> None:
        store, hardware = Store(":memory:"), SimulatedStation()
        async with scene("1.6", store=store, hardware=hardware) as s:
            await keep_transactions(s)
        async with scene("1.6", store=store, hardware=hardware) as s:
            await s.plug_in_and_swipe()
            await s.wait(30)
            if not online:
                s.go_offline()
                await s.wait(5)
            await s.evse.tear_out()
            await s.wait(5)
            assert s.station.evses[0].transaction_id is not None

    play()


@virtual_time
async def test_by_default_the_transaction_ends() -> None:
    """4.10: with StopTransactionOnEVSideDisconnect true, which it is."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        await s.evse.tear_out()
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.EV_DISCONNECTED
