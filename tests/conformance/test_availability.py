"""Out of service and back (2.x G03, G04; 1.6 5.2), and how long a status must last (1.6 4.9)."""

from pathlib import Path

import pytest

from pilotwire.hal.interfaces import ConnectorKind, FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.availability import Availability
from pilotwire.station.device_model.standard import AnyComponent, TxCtrlr
from pilotwire.store import Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import TOKEN, Scene, Settings, scene
from tests.support.tokens import charges
from tests.support.virtual_time import virtual_time

SOCKET, CABLE = ConnectorKind.TYPE2_SOCKET, ConnectorKind.TYPE2_CABLE


def is_16(s: Scene) -> bool:
    return s.csms.version.value == "1.6"


async def change(
    s: Scene, evse: int = 0, connector: int | None = None, *, operative: bool = False
) -> str:
    """The CSMS takes the station (0), an EVSE or a connector out of service, or puts it back."""
    if is_16(s):
        kind = v16.AvailabilityType.OPERATIVE if operative else v16.AvailabilityType.INOPERATIVE
        request16 = v16.ChangeAvailabilityRequest(connector_id=evse, type=kind)
        return (await s.csms.call(request16)).status.value
    status = v21.OperationalStatusEnumType
    request = v21.ChangeAvailabilityRequest(
        operational_status=status.OPERATIVE if operative else status.INOPERATIVE,
        evse=None if evse == 0 else v21.EVSEType(id=evse, connector_id=connector),
    )
    return (await s.csms.call(request)).status.value


def told(s: Scene, evse: int = 1, connector: int = 1) -> list[str]:
    """The statuses that the CSMS has heard of a connector."""
    return [
        *(
            n.status.value
            for n in s.csms.requests(v16.StatusNotificationRequest)
            if n.connector_id == evse
        ),
        *(
            n.connector_status.value
            for n in s.csms.requests(v21.StatusNotificationRequest)
            if (n.evse_id, n.connector_id) == (evse, connector)
        ),
    ]


@IN_ALL
@virtual_time
async def test_an_evse_out_of_service_and_back(version: str) -> None:
    """TC_G_03_CS, TC_G_04_CS, G03.FR.01 to G03.FR.07; 1.6 5.2."""
    async with scene(version, evses=2) as s:
        assert await change(s, 1) == "Accepted"
        await s.wait(2)
        assert told(s, 1)[-1] == "Unavailable"
        assert told(s, 2)[-1] == "Available"
        assert not await charges(s)
        assert told(s, 1)[-1] == "Unavailable"
        assert await change(s, 1, operative=True) == "Accepted"
        await s.wait(2)
        assert told(s, 1)[-1] == "Available"
        assert await charges(s)


@IN_ALL
@virtual_time
async def test_the_station_out_of_service_and_back(version: str) -> None:
    """TC_G_05_CS, TC_G_06_CS, G04.FR.01 to G04.FR.08; 1.6 5.2 with connector 0."""
    async with scene(version, evses=2) as s:
        assert await change(s) == "Accepted"
        await s.wait(2)
        assert told(s, 1)[-1] == told(s, 2)[-1] == "Unavailable"
        if is_16(s):
            assert told(s, 0)[-1] == "Unavailable"
        assert not await charges(s)
        assert await change(s, operative=True) == "Accepted"
        await s.wait(2)
        assert told(s, 1)[-1] == told(s, 2)[-1] == "Available"
        if is_16(s):
            assert told(s, 0)[-1] == "Available"
        assert await charges(s)


@IN_ALL
@virtual_time
async def test_what_is_so_already_is_accepted_and_told(version: str) -> None:
    """TC_G_09_CS, TC_G_10_CS, TC_G_12_CS, TC_G_13_CS, G03.FR.03, G04.FR.04."""
    async with scene(version) as s:
        assert await change(s, operative=True) == "Accepted"
        await s.wait(2)
        assert told(s) == ["Available"] * 2
        for _ in range(2):
            assert await change(s) == "Accepted"
            await s.wait(2)
        assert told(s) == ["Available", "Available", "Unavailable", "Unavailable"]


@pytest.mark.parametrize("whole", [True, False])
@IN_ALL
@virtual_time
async def test_a_transaction_goes_on_to_its_end(version: str, whole: bool) -> None:
    """TC_G_11_CS, TC_G_14_CS, G03.FR.05, G04.FR.06, G01.FR.05; 1.6 5.2."""
    async with scene(version, evses=2) as s:
        await s.plug_in_and_swipe()
        await s.wait(20)
        assert await change(s, 0 if whole else 1) == "Scheduled"
        await s.wait(60)
        assert s.evse.contactor.closed
        assert "Unavailable" not in told(s, 1)
        assert ("Unavailable" in told(s, 2)) is whole
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert not s.evse.contactor.closed
        assert told(s, 1)[-1] == "Unavailable"
        if is_16(s) and whole:
            assert told(s, 0)[-1] == "Unavailable"
        await s.evse.unplug()
        await s.wait(5)
        assert told(s, 1)[-1] == "Unavailable"
        assert not await charges(s)


@IN_ALL
@virtual_time
async def test_what_was_scheduled_can_be_taken_back(version: str) -> None:
    async with scene(version) as s:
        await s.plug_in_and_swipe()
        await s.wait(20)
        assert await change(s, 1) == "Scheduled"
        assert await change(s, 1, operative=True) == "Accepted"
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert "Unavailable" not in told(s)
        await s.evse.unplug()
        await s.wait(5)
        assert await charges(s)


@pytest.mark.parametrize("place", [(0, None), (1, None), (1, 1)])
@IN_ALL
@virtual_time
async def test_it_outlasts_a_restart(
    version: str, place: tuple[int, int | None], tmp_path: Path
) -> None:
    """TC_G_18_CS, TC_G_19_CS, TC_G_21_CS, G01.FR.02, G03.FR.08, G04.FR.09; 1.6 4.9."""
    store = Store(tmp_path / "station.db")
    async with scene(version, store=store) as s:
        assert await change(s, *place) == "Accepted"
        await s.wait(2)
    async with scene(version, store=store) as s:
        assert told(s) == ["Unavailable"]
        if is_16(s):
            assert told(s, 0) == (["Available"] if place[0] else ["Unavailable"])
        assert not await charges(s)
        assert await change(s, *place, operative=True) == "Accepted"
        assert await charges(s)
    store.close()


@IN_ALL
@virtual_time
async def test_what_was_scheduled_holds_after_a_power_cut(version: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "station.db")
    async with scene(version, store=store) as s:
        await s.plug_in_and_swipe()
        await s.wait(20)
        assert await change(s, 1) == "Scheduled"
    async with scene(version, store=store) as s:
        assert told(s)[-1] == "Unavailable"
        assert not await charges(s)
    store.close()


@IN_ALL
@virtual_time
async def test_a_session_without_a_transaction_is_over(version: str) -> None:
    """Whoever has shown a card and not plugged in yet gets no energy."""
    settings: Settings = {TxCtrlr.TxStartPoint: ("PowerPathClosed",)}
    async with scene(version, settings=settings) as s:
        await s.evse.swipe(TOKEN)
        await s.wait(2)
        assert s.station.evses[0].token is not None
        assert await change(s, 1) == "Accepted"
        await s.wait(2)
        assert s.station.evses[0].token is None
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(20)
        assert not s.evse.contactor.closed
        assert await change(s, 1, operative=True) == "Accepted"
        await s.wait(20)
        assert not s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_connectors_are_taken_out_one_by_one(version: str) -> None:
    """TC_G_07_CS, TC_G_08_CS: the other connector of the EVSE serves on."""
    hardware = SimulatedStation(evses=1, connectors=(SOCKET, CABLE))
    async with scene(version, hardware=hardware) as s:
        assert await change(s, 1, 1) == "Accepted"
        await s.wait(2)
        assert (told(s, 1, 1)[-1], told(s, 1, 2)[-1]) == ("Unavailable", "Available")
        first, second = hardware.evse(1).connectors
        await first.plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(20)
        assert not first.contactor.closed
        await second.plug_in(ElectricVehicle())
        await s.wait(20)
        assert not first.contactor.closed
        assert second.contactor.closed
        assert await change(s, 1, 1, operative=True) == "Accepted"
        await s.wait(2)
        assert told(s, 1, 1)[-1] == "Occupied"
        assert second.contactor.closed


@IN_2X
@virtual_time
async def test_an_evse_finds_its_connectors_as_they_were(version: str) -> None:
    """G03.FR.06, G03.FR.07, G04.FR.08."""
    hardware = SimulatedStation(evses=1, connectors=(SOCKET, CABLE))
    async with scene(version, hardware=hardware) as s:
        for place in ((1, 1), (1, None), (0, None)):
            assert await change(s, *place) == "Accepted"
        await s.wait(2)
        assert (told(s, 1, 1)[-1], told(s, 1, 2)[-1]) == ("Unavailable", "Unavailable")
        assert await change(s, operative=True) == "Accepted"
        await s.wait(2)
        assert (told(s, 1, 1)[-1], told(s, 1, 2)[-1]) == ("Unavailable", "Unavailable")
        assert await change(s, 1, operative=True) == "Accepted"
        await s.wait(2)
        assert (told(s, 1, 1)[-1], told(s, 1, 2)[-1]) == ("Unavailable", "Available")


@IN_2X
@virtual_time
async def test_a_vehicle_at_a_connector_out_of_service_waits(version: str) -> None:
    """Nothing runs at a connector that a vehicle is plugged into: another one may be used."""
    hardware = SimulatedStation(evses=1, connectors=(SOCKET, CABLE))
    settings: Settings = {TxCtrlr.TxStartPoint: ("PowerPathClosed",)}
    async with scene(version, hardware=hardware, settings=settings) as s:
        first, second = hardware.evse(1).connectors
        await first.plug_in(ElectricVehicle())
        await s.wait(2)
        assert await change(s, 1, 1) == "Accepted"
        await s.wait(2)
        await second.plug_in(ElectricVehicle())
        await s.evse.swipe(TOKEN)
        await s.wait(20)
        assert second.contactor.closed
        assert not first.contactor.closed


@IN_2X
@virtual_time
async def test_unknown_places_are_rejected_with_a_reason(version: str) -> None:
    async with scene(version) as s:
        for evse, reason in (
            (v21.EVSEType(id=7), "UnknownEvse"),
            (v21.EVSEType(id=1, connector_id=3), "UnknownConnectorId"),
        ):
            request = v21.ChangeAvailabilityRequest(
                operational_status=v21.OperationalStatusEnumType.INOPERATIVE, evse=evse
            )
            answer = await s.csms.call(request)
            assert answer.status.value == "Rejected"
            assert answer.status_info is not None
            assert answer.status_info.reason_code == reason


@virtual_time
async def test_an_unknown_connector_is_rejected_1_6() -> None:
    async with scene("1.6") as s:
        assert await change(s, 7) == "Rejected"


@virtual_time
async def test_1_6_connector_0_is_all_connectors() -> None:
    """5.2: what was said of each connector before is said anew."""
    async with scene("1.6", evses=2) as s:
        assert await change(s, 1) == "Accepted"
        assert await change(s, 0) == "Accepted"
        assert await change(s, 0, operative=True) == "Accepted"
        await s.wait(2)
        assert told(s, 1)[-1] == told(s, 2)[-1] == "Available"


@IN_ALL
@virtual_time
async def test_a_fault_shows_above_being_out_of_service(version: str) -> None:
    async with scene(version) as s:
        assert await change(s, 1) == "Accepted"
        await s.wait(2)
        s.evse.fail(FaultCode.GROUND_FAULT, "leak")
        await s.wait(2)
        s.evse.clear_fault()
        await s.wait(2)
        assert told(s)[-3:] == ["Unavailable", "Faulted", "Unavailable"]


@IN_ALL
@virtual_time
async def test_a_lost_answer_does_not_lose_the_change(version: str) -> None:
    """The CSMS may have heard it, and the next start would go by what is on the disk."""
    async with scene(version) as s:
        station = s.station._station
        assert station is not None
        station.blocks[Availability].change(1, operative=False)  # nobody says that it was answered
        await s.wait(1)
        assert told(s)[-1] == "Available"
        await s.wait(10)
        assert told(s)[-1] == "Unavailable"


@IN_ALL
@virtual_time
async def test_a_status_that_does_not_last_is_not_told(version: str) -> None:
    """1.6 4.9: MinimumStatusDuration."""
    async with scene(version, settings={AnyComponent.MinimumStatusDuration: 30}) as s:
        before = len(told(s))
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(20)
        await s.evse.unplug()
        await s.wait(100)
        assert len(told(s)) == before
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(28)
        assert len(told(s)) == before
        await s.wait(4)
        assert told(s)[before:] == ["Preparing" if is_16(s) else "Occupied"]
        await s.evse.unplug()
        await s.wait(10)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(100)
        assert len(told(s)) == before + 1
