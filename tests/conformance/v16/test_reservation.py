"""Cases of 1.6 about reservation (2.20)."""

from datetime import timedelta

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.standard import ReservationCtrlr
from tests.conformance.v16.play import (
    INVALID,
    VALID,
    VALID_2,
    Play,
    availability,
    case,
    start_request,
)
from tests.support.scene import Settings, now
from tests.support.virtual_time import virtual_time

RESERVATION_ID = 31
PARENT = "PARENT"
EXPIRY = 60.0
NOT_SUPPORTED: Settings = {ReservationCtrlr.Enabled: False}
"""A station that is not configured to accept reservations."""


def reservation(
    connector: int = 1, token: str = VALID, *, parent: str | None = None
) -> v16.ReserveNowRequest:
    """A reservation of a connector, or of any with 0."""
    return v16.ReserveNowRequest(
        connector_id=connector,
        expiry_date=now() + timedelta(seconds=EXPIRY),
        id_tag=token,
        parent_id_tag=parent,
        reservation_id=RESERVATION_ID,
    )


async def reserved(play: Play, connector: int = 1, *, parent: str | None = None) -> None:
    """Reserved; of connectors, only the first is used, where any may be."""
    await play.call(reservation(connector, parent=parent), status="Accepted")
    await play.status("Reserved")


async def only_connector_1(play: Play) -> None:
    """SetConnectorUnavailable for all unused connectors."""
    await play.unavailable(2)


async def charges(play: Play, token: str = VALID, *, reserved: bool = True) -> None:
    """The driver who has shown this card plugs in, and charges."""
    await play.evse.plug_in(play.vehicle)
    number = RESERVATION_ID if reserved else None
    await play.expect(
        v16.StartTransactionRequest, connector_id=1, id_tag=token, reservation_id=number
    )
    await play.status("Charging")


async def charges_from_afar(play: Play) -> None:
    """Charging, of who has reserved, started from afar."""
    await play.remote_start()
    await play.status("Preparing")
    await charges(play)


@virtual_time
async def test_TC_046_1_CS() -> None:
    async with case() as play:
        await only_connector_1(play)
        await reserved(play)
        await play.present(VALID_2)
        await play.s.wait(5)
        assert not play.pending(v16.StatusNotificationRequest)
        await play.present()
        await play.expect(v16.AuthorizeRequest, id_tag=VALID)
        await play.status("Preparing")
        await charges(play)


@virtual_time
async def test_TC_046_2_CS() -> None:
    async with case() as play:
        await reserved(play)
        other = v16.RemoteStartTransactionRequest(id_tag=VALID_2, connector_id=1)
        await play.call(other, status="Rejected")
        await charges_from_afar(play)


@virtual_time
async def test_TC_047_CS() -> None:
    async with case() as play:
        await only_connector_1(play)
        await reserved(play)
        await play.status("Available", limit=EXPIRY + 5)
        await play.present(VALID_2)
        await play.status("Preparing")
        await play.expect(v16.AuthorizeRequest, id_tag=VALID_2)
        await charges(play, VALID_2, reserved=False)


@virtual_time
async def test_TC_048_1_CS() -> None:
    async with case() as play:
        play.evse.fail(FaultCode.GROUND_FAULT)
        await play.status("Faulted")
        await play.call(reservation(), status="Faulted")


@virtual_time
async def test_TC_048_2_CS() -> None:
    async with case() as play:
        await play.plug_in()
        await play.call(reservation(), status="Occupied")


@virtual_time
async def test_TC_048_3_CS() -> None:
    async with case() as play:
        await play.unavailable()
        await play.call(reservation(), status="Unavailable")


@virtual_time
async def test_TC_048_4_CS() -> None:
    async with case(settings=NOT_SUPPORTED) as play:
        await play.call(reservation(), status="Rejected")


@virtual_time
async def test_TC_049_CS() -> None:
    async with case() as play:
        await only_connector_1(play)
        await reserved(play, 0)
        await charges_from_afar(play)


@virtual_time
async def test_TC_050_1_CS() -> None:
    async with case() as play:
        play.s.hardware.fail(FaultCode.OTHER)
        await play.all_statuses(others="Faulted")
        await play.call(reservation(0), status="Faulted")


@virtual_time
async def test_TC_050_2_CS() -> None:
    async with case() as play:
        for number in (1, 2):
            await play.s.hardware.evse(number).plug_in(ElectricVehicle())
            await play.status("Preparing", connector=number)
        await play.call(reservation(0), status="Occupied")


@virtual_time
async def test_TC_050_3_CS() -> None:
    async with case() as play:
        await play.unavailable(0)
        await play.call(reservation(0), status="Unavailable")


@virtual_time
async def test_TC_050_4_CS() -> None:
    async with case(settings=NOT_SUPPORTED) as play:
        await play.call(reservation(0), status="Rejected")


@virtual_time
async def test_TC_051_CS() -> None:
    async with case() as play:
        await reserved(play)
        request = v16.CancelReservationRequest(reservation_id=RESERVATION_ID)
        await play.call(request, status="Accepted")
        await play.status("Available")
        await play.present(VALID_2)
        await play.expect(v16.AuthorizeRequest, id_tag=VALID_2)
        await play.status("Preparing")
        await charges(play, VALID_2, reserved=False)


@virtual_time
async def test_TC_052_CS() -> None:
    async with case() as play:
        await reserved(play)
        request = v16.CancelReservationRequest(reservation_id=RESERVATION_ID + 1)
        await play.call(request, status="Rejected")
        await play.present(INVALID)
        await charges_from_afar(play)


@virtual_time
async def test_TC_053_CS() -> None:
    async with case() as play:
        await only_connector_1(play)
        play.know(VALID_2, parent=PARENT)
        await reserved(play, parent=PARENT)
        await play.present(VALID_2)
        await play.expect(v16.AuthorizeRequest, id_tag=VALID_2)
        await play.status("Preparing")
        await charges(play, VALID_2)


# What the key says (9.3), and the profile.


@virtual_time
async def test_the_profile_is_told() -> None:
    async with case() as play:
        profiles = (await play.keys(Keys.SupportedFeatureProfiles))["SupportedFeatureProfiles"]
        assert "Reservation" in profiles.split(",")


@virtual_time
async def test_ReserveConnectorZeroSupported() -> None:
    """Whether any connector can be reserved; a maker's word, not the central system's."""
    for value, status in ((True, "Accepted"), (False, "Rejected")):
        async with case(settings={ReservationCtrlr.NonEvseSpecific: value}) as play:
            key = Keys.ReserveConnectorZeroSupported
            assert await play.keys(key) == {key.name: str(value).lower()}
            assert await play.change(key.name, "true") == "Rejected"
            await play.call(reservation(0), status=status)


@virtual_time
async def test_a_connector_that_is_out_of_service_again() -> None:
    """5.13: a reservation ends where its connector is Unavailable; 1.6 has no other word for it."""
    async with case() as play:
        await reserved(play)
        await play.call(availability("Inoperative", 1), status="Accepted")
        await play.status("Unavailable")
        await play.call(availability("Operative", 1), status="Accepted")
        await play.status("Available")


@virtual_time
async def test_a_start_from_afar_by_a_parent_idTag() -> None:
    """5.13: whose parent it is, the central system is asked, whatever AuthorizeRemoteTxRequests."""
    for asks in ("true", "false"):
        async with case({Keys.AuthorizeRemoteTxRequests: asks}) as play:
            play.know(VALID, parent=PARENT)
            request = reservation(token=VALID_2, parent=PARENT)
            await play.call(request, status="Accepted")
            await play.status("Reserved")
            await play.call(start_request(), status="Accepted")
            await play.expect(v16.AuthorizeRequest, id_tag=VALID)
            await play.status("Preparing")
            await charges(play)
