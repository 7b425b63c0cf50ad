"""UnlockConnector (2.x F05; 1.6 5.18)."""

from unittest.mock import patch

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, scene
from tests.support.transactions_2x import events
from tests.support.virtual_time import virtual_time

Status = v21.UnlockStatusEnumType


def unlock(evse: int = 1, connector: int = 1) -> v21.UnlockConnectorRequest:
    return v21.UnlockConnectorRequest(evse_id=evse, connector_id=connector)


async def leave_a_plug(s: Scene) -> None:
    """Charge, and drive away without the cable, whose plug stays locked."""
    await s.plug_in_and_swipe()
    await s.wait(30)
    await s.evse.leave_plug()
    await s.wait(5)
    assert s.evse.lock.locked


@IN_2X
@virtual_time
async def test_a_plug_that_was_left_is_released(version: str) -> None:
    """F05.FR.04 (TC_F_06): it waits for its owner, who can't be there."""
    settings = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: False}
    async with scene(version, settings=settings) as s:
        await leave_a_plug(s)
        answer = await s.csms.call(unlock())
        assert answer.status is Status.UNLOCKED
        assert not s.evse.lock.locked
        await s.wait(30)
        assert not s.evse.lock.locked, "nobody waits for it any more"


@IN_2X
@virtual_time
async def test_no_cable_is_plugged_in(version: str) -> None:
    """F05.FR.06 (TC_F_07): it is tried all the same."""
    async with scene(version) as s:
        with patch.object(s.evse.lock, "unlock", wraps=s.evse.lock.unlock) as tried:
            answer = await s.csms.call(unlock())
        assert answer.status is Status.UNLOCKED
        assert tried.call_count == 1


@IN_2X
@virtual_time
async def test_not_while_somebody_charges(version: str) -> None:
    """F05.FR.02 (TC_F_05): nor does that stop the transaction."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        answer = await s.csms.call(unlock())
        assert answer.status is Status.ONGOING_AUTHORIZED_TRANSACTION
        await s.wait(5)
        assert s.evse.lock.locked
        assert s.evse.contactor.closed
        assert s.station.evses[0].transaction_id is not None


@IN_2X
@virtual_time
async def test_a_transaction_without_authorization_goes_on(version: str) -> None:
    """F05.FR.02: only one that is authorized keeps its plug."""
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("EVConnected",)}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        answer = await s.csms.call(unlock())
        assert answer.status is Status.UNLOCKED
        await s.wait(5)
        assert events(s)[-1].event_type is not v21.TransactionEventEnumType.ENDED


@IN_2X
@virtual_time
async def test_there_is_no_such_connector(version: str) -> None:
    """F05.FR.03 (TC_F_10)."""
    async with scene(version) as s:
        for place, reason in (((1, 999), "UnknownConnectorId"), ((9, 1), "UnknownEvse")):
            answer = await s.csms.call(unlock(*place))
            assert answer.status is Status.UNKNOWN_CONNECTOR
            assert answer.status_info is not None
            assert answer.status_info.reason_code == reason


@IN_2X
@virtual_time
async def test_a_lock_that_fails(version: str) -> None:
    """F05.FR.05: that is told as a fault, too, which goes once the lock moves again."""
    settings = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: False}
    async with scene(version, settings=settings) as s:
        await leave_a_plug(s)
        s.evse.lock.jam()
        answer = await s.csms.call(unlock())
        assert answer.status is Status.UNLOCK_FAILED
        await s.wait(1)
        told = s.csms.requests(v21.StatusNotificationRequest)
        assert told[-1].connector_status is v21.ConnectorStatusEnumType.FAULTED
        s.evse.lock.repair()
        await s.wait(15)
        told = s.csms.requests(v21.StatusNotificationRequest)
        assert told[-1].connector_status is v21.ConnectorStatusEnumType.OCCUPIED, "by the plug"


@IN_2X
@virtual_time
async def test_a_fixed_cable_can_not_be_unlocked(version: str) -> None:
    """F05.FR.05, with the reason that the standard has for it."""
    hardware = SimulatedStation(kind=ConnectorKind.TYPE2_CABLE)
    async with scene(version, hardware=hardware) as s:
        answer = await s.csms.call(unlock())
        assert answer.status is Status.UNLOCK_FAILED
        assert answer.status_info is not None
        assert answer.status_info.reason_code == "FixedCable"


# In 1.6.


@virtual_time
async def test_unlocking_in_1_6() -> None:
    """5.18 (TC_017, TC_031): NotSupported for what there is not."""
    async with scene("1.6") as s:
        answer = await s.csms.call(v16.UnlockConnectorRequest(connector_id=1))
        assert answer.status is v16.UnlockStatus.UNLOCKED
        for number in (0, 2, 999):
            answer = await s.csms.call(v16.UnlockConnectorRequest(connector_id=number))
            assert answer.status is v16.UnlockStatus.NOT_SUPPORTED


@virtual_time
async def test_a_transaction_ends_first_in_1_6() -> None:
    """5.18 (TC_018_1)."""
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        answer = await s.csms.call(v16.UnlockConnectorRequest(connector_id=1))
        assert answer.status is v16.UnlockStatus.UNLOCKED
        assert not s.evse.lock.locked
        assert not s.evse.contactor.closed
        stop = await s.hears(v16.StopTransactionRequest)
        assert stop.reason is v16.Reason.UNLOCK_COMMAND
        await s.wait(5)
        told = s.csms.requests(v16.StatusNotificationRequest)
        assert told[-1].status is v16.ChargePointStatus.FINISHING
        await s.evse.unplug()
        await s.wait(5)
        told = s.csms.requests(v16.StatusNotificationRequest)
        assert told[-1].status is v16.ChargePointStatus.AVAILABLE


@virtual_time
async def test_a_fixed_cable_in_1_6() -> None:
    """TC_017_2, TC_018_2: not supported, and what runs goes on."""
    hardware = SimulatedStation(kind=ConnectorKind.TYPE2_CABLE)
    async with scene("1.6", hardware=hardware) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        answer = await s.csms.call(v16.UnlockConnectorRequest(connector_id=1))
        assert answer.status is v16.UnlockStatus.NOT_SUPPORTED
        assert s.station.evses[0].token is not None
        assert s.station.evses[0].token.value == TOKEN


@virtual_time
async def test_a_lock_that_fails_in_1_6() -> None:
    """TC_030."""
    settings = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: False}
    async with scene("1.6", settings=settings) as s:
        await leave_a_plug(s)
        s.evse.lock.jam()
        answer = await s.csms.call(v16.UnlockConnectorRequest(connector_id=1))
        assert answer.status is v16.UnlockStatus.UNLOCK_FAILED
        await s.wait(1)
        told = s.csms.requests(v16.StatusNotificationRequest)
        assert told[-1].error_code is v16.ChargePointErrorCode.CONNECTOR_LOCK_FAILURE
