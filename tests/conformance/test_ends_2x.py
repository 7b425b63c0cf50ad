"""How transactions end, and what their events say of it (2.x E06, E07, F03, figure 55)."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import TxCtrlr
from tests.support.editions import IN_2X
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events, numbered, outline
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

Reason = v21.ReasonEnumType
AT_UNPLUGGING: Settings = {TxCtrlr.TxStopPoint: ("EVConnected",)}
AT_ENERGY: Settings = {TxCtrlr.TxStopPoint: ("EnergyTransfer",)}


@asynccontextmanager
async def charging(version: str, settings: Settings | None = None) -> AsyncGenerator[Scene]:
    """A vehicle that has charged for half a minute; whatever comes, its events are numbered."""
    async with scene(version, settings=settings or {}) as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
        yield s
        numbered(s)


async def stop_from_afar(s: Scene) -> None:
    transaction_id = events(s)[0].transaction_info.transaction_id
    await s.csms.call(v21.RequestStopTransactionRequest(transaction_id=transaction_id))
    await s.wait(5)


@virtual_time
async def test_the_vehicle_stops_the_energy(version: str) -> None:
    """TC_E_22_CS; E06.FR.07, E06.FR.08."""
    async with scene(version, settings=AT_ENERGY) as s:
        vehicle = ElectricVehicle()
        await s.plug_in_and_swipe(vehicle)
        await s.wait(30)
        vehicle.pause()
        await s.wait(30)
        assert outline(s)[-1] == ("Ended", "ChargingStateChanged", "EVConnected")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.STOPPED_BY_EV
        numbered(s)


@virtual_time
async def test_a_stop_that_ends_no_transaction_is_two_events(version: str) -> None:
    """E07.FR.02, figure 55: the token, then the energy; at the end the reason of the stop."""
    async with charging(version, AT_UNPLUGGING) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert outline(s)[-2:] == [
            ("Updated", "StopAuthorized", None),
            ("Updated", "ChargingStateChanged", "EVConnected"),
        ]
        stopped = events(s)[-2].id_token
        assert stopped is not None
        assert stopped.id_token == TOKEN
        assert not s.evse.contactor.closed
        await s.evse.unplug()
        await s.wait(5)
        assert outline(s)[-1] == ("Ended", "EVCommunicationLost", "Idle")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.LOCAL


@virtual_time
async def test_a_stop_ends_a_transaction_of_energy_by_the_energy(version: str) -> None:
    """Figure 55, TxStopPoint EnergyTransfer."""
    async with charging(version, AT_ENERGY) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert outline(s)[-2:] == [
            ("Updated", "StopAuthorized", None),
            ("Ended", "ChargingStateChanged", "EVConnected"),
        ]
        assert events(s)[-1].transaction_info.stopped_reason is Reason.LOCAL


@virtual_time
async def test_a_remote_stop_stays_the_reason(version: str) -> None:
    """F03.FR.02; TC_E_14_CS: Remote, though it is the cable that ends the transaction."""
    async with charging(version, AT_UNPLUGGING) as s:
        await stop_from_afar(s)
        assert outline(s)[-2:] == [
            ("Updated", "RemoteStop", None),
            ("Updated", "ChargingStateChanged", "EVConnected"),
        ]
        await s.evse.unplug()
        await s.wait(5)
        assert events(s)[-1].trigger_reason == "EVCommunicationLost"
        assert events(s)[-1].transaction_info.stopped_reason is Reason.REMOTE


@virtual_time
async def test_a_new_authorization_makes_the_stop_forgotten(version: str) -> None:
    """E06.FR.08: what ends the transaction then is the cable."""
    async with charging(version, AT_UNPLUGGING) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(5)
        assert events(s)[-1].transaction_info.stopped_reason is Reason.EV_DISCONNECTED


@virtual_time
async def test_a_remote_stop_of_what_nobody_authorized(version: str) -> None:
    """F03.FR.02, F03.FR.03: it ends as TxStopPoint has it, and not in any case."""
    started: Settings = {TxCtrlr.TxStartPoint: ("EVConnected",)}
    async with scene(version, settings={**started, **AT_UNPLUGGING}) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        await stop_from_afar(s)
        assert outline(s)[-1][:2] == ("Updated", "RemoteStop")
        await s.evse.unplug()
        await s.wait(5)
        assert outline(s)[-1][:2] == ("Ended", "EVCommunicationLost")
    async with scene(version, settings=started) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        await stop_from_afar(s)
        assert outline(s)[-1][:2] == ("Ended", "RemoteStop")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.REMOTE


@virtual_time
async def test_nobody_was_authorized_and_the_vehicle_leaves(version: str) -> None:
    """TxStartPoint EVConnected, TxStopPoint Authorized: no stop point can be lost any more."""
    settings: Settings = {
        TxCtrlr.TxStartPoint: ("EVConnected",),
        TxCtrlr.TxStopPoint: ("Authorized",),
    }
    async with scene(version, settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert outline(s)[-1] == ("Ended", "EVCommunicationLost", "Idle")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.EV_DISCONNECTED
        await s.plug_in_and_swipe()
        await s.wait(10)
        assert s.evse.contactor.closed
        assert len({e.transaction_info.transaction_id for e in events(s)}) == 2


@virtual_time
async def test_the_place_is_told_once(version: str) -> None:
    """E01.FR.16: in the next event after the vehicle is connected, and no more."""
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(200)
        first, *later = events(s)
        assert first.evse == v21.EVSEType(id=1, connector_id=1)
        assert len(later) > 2
        assert [e.evse for e in later] == [None] * len(later)
    async with scene(version, settings={TxCtrlr.TxStartPoint: ("Authorized",)}) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(100)
        first, second, *later = events(s)
        assert first.evse == v21.EVSEType(id=1)
        assert second.evse == v21.EVSEType(id=1, connector_id=1)
        assert [e.evse for e in later] == [None] * len(later)


@virtual_time
async def test_what_began_a_stop_is_told_though_the_hardware_failed_in_it(version: str) -> None:
    """E06.FR.08, E07.FR.05: a contactor that sticks is a fault, and not why the driver stopped."""
    async with charging(version) as s:
        s.evse.contactor.stick_closed()
        await s.evse.swipe(TOKEN)
        await s.wait(20)
        assert outline(s)[-1][:2] == ("Ended", "StopAuthorized")
        assert events(s)[-1].transaction_info.stopped_reason is Reason.LOCAL
        assert s.station.evses[0].faults
