"""Several connectors on an EVSE, of which one at a time is used (2.x: EVSE and connector; 1.6:
connectors numbered through).
"""

from collections import defaultdict

import pytest

from pilotwire.hal.interfaces import ConnectorKind, FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from tests.support.device_model import component, value_of, variable
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.transactions_2x import events, outline
from tests.support.virtual_time import virtual_time

SOCKET, CABLE = ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_CABLE
ACCEPTED = v16.RemoteStartStopStatus.ACCEPTED
REJECTED = v16.RemoteStartStopStatus.REJECTED


def two_each(evses: int = 2) -> SimulatedStation:
    """EVSEs with a socket and a cable each."""
    return SimulatedStation(evses=evses, connectors=(SOCKET, CABLE))


def statuses(s: Scene) -> dict[tuple[int, int], list[str]]:
    """What a CSMS of 2.0.1 has heard of each connector."""
    told: dict[tuple[int, int], list[str]] = defaultdict(list)
    for n in s.csms.requests(v21.StatusNotificationRequest):
        told[n.evse_id, n.connector_id].append(n.connector_status.value)
    return told


def statuses_16(s: Scene) -> dict[int, list[str]]:
    """What a CSMS of 1.6 has heard of each connector."""
    told: dict[int, list[str]] = defaultdict(list)
    for n in s.csms.requests(v16.StatusNotificationRequest):
        told[n.connector_id].append(n.status.value)
    return told


def places(s: Scene) -> list[tuple[int, int | None]]:
    """The EVSE and connector of each transaction event, which tells them where they are news."""
    found: list[tuple[int, int | None]] = []
    known: dict[str, tuple[int, int | None]] = {}
    for e in events(s):
        of = e.transaction_info.transaction_id
        if e.evse is not None:
            known[of] = (e.evse.id, e.evse.connector_id)
        found.append(known[of])
    return found


async def remote_start(s: Scene, connector: int) -> v16.RemoteStartStopStatus:
    request = v16.RemoteStartTransactionRequest(id_tag=TOKEN, connector_id=connector)
    return (await s.csms.call(request)).status


@virtual_time
async def test_a_boot_tells_of_every_connector() -> None:
    """B01.FR.05."""
    async with scene("2.0.1", hardware=two_each()) as s:
        assert statuses(s) == {
            (evse, connector): ["Available"] for evse in (1, 2) for connector in (1, 2)
        }


@virtual_time
async def test_a_session_at_the_second_connector() -> None:
    """G01.FR.03, G01.FR.04; G01.FR.08: nothing is said of the other one, which can't be used."""
    async with scene("2.0.1", hardware=two_each(1)) as s:
        cable = s.evse.connector(2)
        await cable.plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        assert cable.contactor.closed
        assert cable.offered_a == 32.0
        assert not s.evse.contactor.closed
        assert s.evse.offered_a == 0.0
        snapshot = s.station.evses[0]
        assert (snapshot.connector_id, snapshot.status.value) == (2, "Occupied")
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await cable.unplug()
        await s.wait(5)
        assert [t for t, _, _ in outline(s)] == ["Started", "Updated", "Ended"]
        assert set(places(s)) == {(1, 2)}
        assert s.evse.meter.register_wh > 0
        assert statuses(s) == {
            (1, 1): ["Available"],
            (1, 2): ["Available", "Occupied", "Available"],
        }


@virtual_time
async def test_a_second_vehicle_waits_until_the_first_has_left() -> None:
    """Its connector is Occupied, and nothing is offered there."""
    async with scene("2.0.1", hardware=two_each(1)) as s:
        cable = s.evse.connector(2)
        await s.plug_in_and_swipe()
        await s.wait(10)
        await cable.plug_in(ElectricVehicle())
        await s.wait(60)
        assert (s.evse.contactor.closed, cable.contactor.closed) == (True, False)
        assert cable.offered_a == 0.0
        assert statuses(s)[1, 2] == ["Available", "Occupied"]
        await s.evse.swipe("AAAAAAAA")
        await s.wait(5)
        assert not cable.contactor.closed, "the EVSE is in use"

        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert s.station.evses[0].connector_id == 1, "the first vehicle is still there"
        await s.evse.unplug()
        await s.wait(5)
        assert s.station.evses[0].connector_id == 2
        assert not cable.contactor.closed, "its driver has not shown a token"
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert cable.contactor.closed
        assert set(places(s)) == {(1, 1), (1, 2)}
        assert statuses(s) == {
            (1, 1): ["Available", "Occupied", "Available"],
            (1, 2): ["Available", "Occupied"],
        }


@virtual_time
async def test_a_vehicle_that_waits_begins_a_transaction_when_its_turn_comes() -> None:
    """E01.FR.03: TxStartPoint EVConnected."""
    settings: Settings = {TxCtrlr.TxStartPoint: ("EVConnected",)}
    async with scene("2.0.1", hardware=two_each(1), settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert [(t, why) for t, why, _ in outline(s)] == [
            ("Started", "CablePluggedIn"),
            ("Ended", "EVCommunicationLost"),
            ("Started", "CablePluggedIn"),
        ]
        assert places(s) == [(1, 1), (1, 1), (1, 2)]


@virtual_time
async def test_a_transaction_that_goes_on_without_its_vehicle_is_not_another_s() -> None:
    """E09, with StopTxOnEVSideDisconnect false: nobody else charges on that driver's bill."""
    settings: Settings = {
        TxCtrlr.StopTxOnEVSideDisconnect: False,
        TxCtrlr.TxStopPoint: ("Authorized",),
    }
    async with scene("2.0.1", hardware=two_each(1), settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(30)
        await s.evse.tear_out()
        await s.wait(30)
        assert not s.evse.connector(2).contactor.closed
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(30)
        assert s.evse.contactor.closed
        assert len({e.transaction_info.transaction_id for e in events(s)}) == 1


@virtual_time
async def test_a_transaction_without_a_driver_is_not_continued_at_another_connector() -> None:
    """It began when a vehicle came, and ends when that leaves: no driver is left to end it."""
    settings: Settings = {
        TxCtrlr.TxStartPoint: ("EVConnected",),
        TxCtrlr.TxStopPoint: ("Authorized",),
    }
    async with scene("2.0.1", hardware=two_each(1), settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(5)
        assert s.station.evses[0].connector_id == 2
        assert [t for t, _, _ in outline(s)] == ["Started", "Ended", "Started"]
        assert places(s) == [(1, 1), (1, 1), (1, 2)]


@virtual_time
async def test_a_plug_that_was_left_behind_keeps_its_connector_in_use() -> None:
    """E09.FR.03: with UnlockOnEVSideDisconnect false the plug waits for its owner."""
    settings: Settings = {OCPPCommCtrlr.UnlockOnEVSideDisconnect: False}
    async with scene("2.0.1", hardware=two_each(1), settings=settings) as s:
        await s.plug_in_and_swipe()
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(30)
        await s.evse.leave_plug()
        await s.wait(30)
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert not s.evse.connector(2).contactor.closed
        await s.evse.swipe(TOKEN)
        await s.evse.swipe("AAAAAAAA")
        await s.wait(30)
        assert s.evse.connector(2).contactor.closed


@pytest.mark.parametrize("connector", [1, 2])
@virtual_time
async def test_who_showed_a_token_may_plug_in_anywhere(connector: int) -> None:
    async with scene("2.0.1", hardware=two_each(1)) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.connector(connector).plug_in(ElectricVehicle())
        await s.wait(30)
        assert s.evse.connector(connector).contactor.closed
        assert set(places(s)) == {(1, connector)}


@virtual_time
async def test_a_fault_is_one_of_the_evse_with_all_its_connectors() -> None:
    async with scene("2.0.1", hardware=two_each()) as s:
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        s.evse.fail(FaultCode.HIGH_TEMPERATURE)
        await s.wait(5)
        assert not s.evse.connector(2).contactor.closed
        told = statuses(s)
        assert told[1, 1] == ["Available", "Faulted"]
        assert told[1, 2] == ["Available", "Occupied", "Faulted"]
        assert told[2, 1] == ["Available"]


@virtual_time
async def test_a_short_at_one_connector_is_told_of_that_one() -> None:
    async with scene("2.0.1", hardware=two_each(1)) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        s.evse.connector(2).short_pilot()
        await s.wait(5)
        assert s.evse.contactor.closed, "it is the other connector"
        (warning,) = s.station.evses[0].warnings
        assert warning.info == "connector 2: pilot in state E"
        s.evse.connector(2).restore_pilot()
        await s.wait(5)
        assert statuses(s)[1, 1] == ["Available", "Occupied"]
        assert statuses(s)[1, 2] == ["Available", "Occupied", "Available"]


@virtual_time
async def test_each_connector_has_its_variables() -> None:
    """B07, Part 2 appendices: Connector."""
    async with scene("2.0.1", hardware=two_each(1)) as s:
        for connector, kind in [(1, SOCKET), (2, CABLE)]:
            place = component("Connector", 1, connector)
            assert await value_of(s, (place, variable("ConnectorType"))) == kind.value
            assert await value_of(s, (place, variable("SupplyPhases"))) == "3"
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(1)
        state = variable("AvailabilityState")
        assert await value_of(s, (component("Connector", 1, 1), state)) == "Available"
        assert await value_of(s, (component("Connector", 1, 2), state)) == "Occupied"
        assert await value_of(s, (component("EVSE", 1), state)) == "Occupied"


# OCPP 1.6.


@virtual_time
async def test_connectors_are_numbered_through() -> None:
    """1.6 3.2, 9.1.21: EVSE 1's first, and none is left out."""
    async with scene("1.6", hardware=two_each()) as s:
        assert set(statuses_16(s)) == {0, 1, 2, 3, 4}
        answer = await s.csms.call(v16.GetConfigurationRequest(key=["NumberOfConnectors"]))
        assert answer.configuration_key is not None
        assert answer.configuration_key[0].value == "4"

        evse = s.hardware.evse(2)
        await evse.connector(2).plug_in(ElectricVehicle())
        await evse.swipe(TOKEN)
        await s.wait(130)
        await evse.swipe(TOKEN)
        await s.wait(5)
        await evse.connector(2).unplug()
        await s.wait(5)
        (start,) = s.csms.requests(v16.StartTransactionRequest)
        assert start.connector_id == 4
        assert {m.connector_id for m in s.csms.requests(v16.MeterValuesRequest)} == {4}
        assert statuses_16(s) == {
            0: ["Available"],
            1: ["Available"],
            2: ["Available"],
            3: ["Available"],
            4: ["Available", "Preparing", "Charging", "Finishing", "Available"],
        }


@virtual_time
async def test_a_remote_start_names_a_connector() -> None:
    """1.6 5.11."""
    async with scene("1.6", hardware=two_each()) as s:
        assert await remote_start(s, 5) is REJECTED
        evse = s.hardware.evse(2)
        await evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(1)
        assert await remote_start(s, 3) is REJECTED, "the vehicle is at the other one of its EVSE"
        assert await remote_start(s, 4) is ACCEPTED
        await s.wait(30)
        assert evse.connector(2).contactor.closed
        assert await remote_start(s, 3) is REJECTED, "its EVSE is in use"
        assert await remote_start(s, 1) is ACCEPTED
        await s.wait(1)
        told = statuses_16(s)
        assert (told[1][-1], told[2][-1]) == ("Preparing", "Preparing"), "either can be used"
        await s.evse.connector(2).plug_in(ElectricVehicle())
        await s.wait(30)
        told = statuses_16(s)
        assert (told[1][-1], told[2][-1]) == ("Available", "Charging")
        starts = s.csms.requests(v16.StartTransactionRequest)
        assert [start.connector_id for start in starts] == [4, 2]
