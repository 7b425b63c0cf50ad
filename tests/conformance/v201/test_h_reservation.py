"""Cases of block H, reservation (Part 6, 2.9)."""

import pytest

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import ReservationCtrlr, TxCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    MESSAGE_TIMEOUT,
    VALID,
    VALID_2,
    Configuration,
    Play,
    case,
)
from tests.conformance.v201.tokens import GROUP
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

ENABLED: Configuration = {ReservationCtrlr.Enabled: "true"}


def used(play: Play) -> None:
    """The transaction has told the reservation, once (H01.FR.15)."""
    events = play.s.csms.requests(v21.TransactionEventRequest)
    told = [event for event in events if event.reservation_id is not None]
    assert [event.reservation_id for event in told] == [states.RESERVATION_ID]
    assert told[0].id_token is not None


async def comes(play: Play, token: str = VALID, group: str | None = None) -> None:
    """Whoever has reserved comes: the EVSE is reserved no more, and the transaction tells."""
    at = play.at()
    at.token = token
    await states.authorized(at, group=group)
    await play.status("Available")
    await states.energy_transfer_started(at)
    used(play)


async def another_comes(play: Play) -> None:
    """Somebody charges who has not reserved."""
    at = play.at()
    at.token = VALID_2
    await states.authorized(at)
    await states.energy_transfer_started(at)


async def all_reserved(play: Play) -> None:
    """All EVSEs are Reserved, each for a token of its own."""
    for evse in play.s.hardware.evses:
        await states.reserved(play, evse.id, f"0000000{evse.id}", evse.id)


@virtual_time
async def test_TC_H_01_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.reserved(play)
        await comes(play)


@pytest.mark.parametrize("remote", [False, True])
@pytest.mark.parametrize("start", ["Authorized", "EVConnected"])
@virtual_time
async def test_TC_H_02_CS(version: str, start: str, remote: bool) -> None:
    points: Configuration = {TxCtrlr.TxStartPoint: start}
    async with case(version, points, if_implemented=ENABLED) as play:
        at = play.at()
        await states.reserved(play)
        await at.plug_in()
        if remote:
            request = v21.RequestStartTransactionRequest(
                evse_id=1,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token=VALID_2, type="ISO14443"),
            )
            await play.call(request, status="Rejected")
        else:
            await at.present(VALID_2)
        await play.s.wait(MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed
        states_told = [
            event.transaction_info.charging_state
            for event in play.s.csms.requests(v21.TransactionEventRequest)
        ]
        assert states_told == (["EVConnected"] if start == "EVConnected" else [])
        assert not play.pending(v21.StatusNotificationRequest)  # G01.FR.09


@virtual_time
async def test_TC_H_03_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.reserved(play)
        await play.call(states.reservation(1, VALID_2, 32), status="Occupied")


@virtual_time
async def test_TC_H_04_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.energy_transfer_started(play.at())
        await play.call(states.reservation(1, VALID_2), status="Occupied")


@virtual_time
async def test_TC_H_06_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.unavailable(play, 1)
        await play.call(states.reservation(1, VALID_2), status="Unavailable")


@virtual_time
async def test_TC_H_07_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.reserved(play)
        await play.status("Available", limit=70)
        await play.expect(
            v21.ReservationStatusUpdateRequest,
            reservation_id=states.RESERVATION_ID,
            reservation_update_status="Expired",
        )
        await another_comes(play)


@virtual_time
async def test_TC_H_08_CS(version: str) -> None:
    """Of a station with one EVSE, as else nothing is told."""
    async with case(version, if_implemented=ENABLED, evses=1) as play:
        await play.call(states.reservation(None), status="Accepted")
        await play.status("Reserved")
        await comes(play)


@virtual_time
async def test_TC_H_09_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await all_reserved(play)
        await play.call(states.reservation(None), status="Occupied")


@virtual_time
async def test_TC_H_10_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.all_energy_transfer_started(play)
        await play.call(states.reservation(None), status="Occupied")


@virtual_time
async def test_TC_H_12_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.unavailable(play)
        await play.call(states.reservation(None), status="Unavailable")


@virtual_time
async def test_TC_H_13_CS(version: str) -> None:
    """Of a station that its maker has reserve no unspecified EVSE."""
    settings = {ReservationCtrlr.NonEvseSpecific: False}
    async with case(version, if_implemented=ENABLED, settings=settings) as play:
        await play.call(states.reservation(None), status="Rejected")


@virtual_time
async def test_TC_H_14_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        for evse in play.s.hardware.evses:
            request = states.reservation(None, f"0000000{evse.id}", evse.id)
            await play.call(request, status="Accepted")
        await play.all_statuses("Reserved")


@virtual_time
async def test_TC_H_15_CS(version: str) -> None:
    """All connectors of the EVSE are Reserved, as H01.FR.24 has it."""
    kinds = ConnectorKind.TYPE2_CABLE, ConnectorKind.TYPE1_CABLE
    hardware = SimulatedStation(1, connectors=kinds)
    async with case(version, if_implemented=ENABLED, hardware=hardware) as play:
        at = play.at()
        await play.call(states.reservation(None, kind="cCCS2"), status="Rejected")
        await play.call(states.reservation(None, kind=kinds[0]), status="Accepted")
        await play.all_statuses("Reserved")
        await states.authorized(at)
        await play.all_statuses("Available")
        await states.energy_transfer_started(at)
        used(play)


@virtual_time
async def test_TC_H_16_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        kind = play.s.hardware.evse(1).connectors[0].kind
        for evse in play.s.hardware.evses:
            request = states.reservation(None, f"0000000{evse.id}", evse.id, kind=kind)
            await play.call(request, status="Accepted")
        await play.all_statuses("Reserved")
        await play.call(states.reservation(None, kind=kind), status="Occupied")


@virtual_time
async def test_TC_H_17_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.reserved(play)
        request = v21.CancelReservationRequest(reservation_id=states.RESERVATION_ID)
        await play.call(request, status="Accepted")
        await play.status("Available")


@virtual_time
async def test_TC_H_18_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await play.call(v21.CancelReservationRequest(reservation_id=1), status="Rejected")


@virtual_time
async def test_TC_H_19_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await play.call(states.reservation(1, group=GROUP), status="Accepted")
        await play.status("Reserved")
        await comes(play, VALID_2, GROUP)


@virtual_time
async def test_TC_H_21_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.reserved(play)
        await states.unavailable(play, 1)
        await play.expect(
            v21.ReservationStatusUpdateRequest,
            reservation_id=states.RESERVATION_ID,
            reservation_update_status="Removed",
        )
        await play.call(states.availability("Operative", 1), status="Accepted")
        await play.status("Available")
        await another_comes(play)


@virtual_time
async def test_TC_H_22_CS(version: str) -> None:
    async with case(version, {ReservationCtrlr.Enabled: "false"}) as play:
        await play.call(states.reservation(), status="Rejected")


@virtual_time
async def test_TC_H_23_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED) as play:
        await states.reserved(play)
        await play.call(states.reservation(1, VALID_2), status="Accepted")
        await play.status("Reserved")
        await comes(play, VALID_2)


@virtual_time
async def test_TC_H_24_CS(version: str) -> None:
    async with case(version, if_implemented=ENABLED, evses=1) as play:
        await play.call(states.reservation(None, group=GROUP), status="Accepted")
        await play.status("Reserved")
        await comes(play, VALID_2, GROUP)
