"""Cases of block C about the local authorization list (Part 6, 2.4)."""

from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    LocalAuthListCtrlr,
    TxCtrlr,
)
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    DURATION,
    INVALID,
    MESSAGE_TIMEOUT,
    VALID,
    VALID_2,
    Configuration,
    case,
)
from tests.conformance.v201.settings import back_off
from tests.conformance.v201.tokens import (
    GROUP,
    another_does_not_stop,
    asks_about,
    assert_not_asked,
)
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

LISTED: Configuration = {
    LocalAuthListCtrlr.Enabled: "true",
    AuthCtrlr.LocalPreAuthorize: "true",
}
ASKED_AGAIN: Configuration = {**LISTED, LocalAuthListCtrlr.DisablePostAuthorize: "false"}
WAIT = 60
OFFLINE: Configuration = {
    AuthCtrlr.LocalAuthorizeOffline: "true",
    **back_off(WAIT),
}
NOT_UNKNOWN: Configuration = {**LISTED, AuthCtrlr.OfflineTxForUnknownIdEnabled: "false"}


# With a connection.


@virtual_time
async def test_TC_C_27_CS(version: str) -> None:
    async with case(version, if_implemented=LISTED) as play:
        await states.id_token_listed(play, VALID)
        at = play.at()
        await states.authorized(at, asks=False)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)
        assert_not_asked(play)


async def asked_again(version: str, status: str) -> None:
    async with case(version, if_implemented=ASKED_AGAIN) as play:
        await states.id_token_listed(play, INVALID, status=status)
        play.know(INVALID, status)
        at = play.at()
        if status != "Invalid":
            await states.ev_connected_pre_session(at)
        await at.present(INVALID)
        await asks_about(play, INVALID)
        await play.s.wait(MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_28_CS(version: str) -> None:
    await asked_again(version, "Invalid")


@virtual_time
async def test_TC_C_29_CS(version: str) -> None:
    await asked_again(version, "Blocked")


@virtual_time
async def test_TC_C_30_CS(version: str) -> None:
    await asked_again(version, "Expired")


@virtual_time
async def test_TC_C_31_CS(version: str) -> None:
    async with case(version, if_implemented=ASKED_AGAIN) as play:
        await states.id_token_listed(play, INVALID, status="Invalid")
        at = play.at()
        at.token = INVALID
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_C_58_CS(version: str) -> None:
    settings = {LocalAuthListCtrlr.DisablePostAuthorize: "true"}
    async with case(version, settings, if_implemented=LISTED) as play:
        await states.id_token_listed(play, INVALID, status="Invalid")
        at = play.at()
        await at.present(INVALID)
        await play.silence(v21.AuthorizeRequest, seconds=MESSAGE_TIMEOUT)
        await states.ev_connected_pre_session(at)
        await play.s.wait(2)
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_40_CS(version: str) -> None:
    async with case(version, if_implemented=LISTED) as play:
        await states.id_token_listed(play, VALID, VALID_2, group=GROUP)
        at = play.at()
        await states.ev_connected_pre_session(at)
        play.know(VALID, group=GROUP)
        await states.authorized(at, asks=False)
        await states.energy_transfer_started(at)
        await states.stop_authorized(at, token=VALID_2)
        assert_not_asked(play)
        await states.parking_bay_unoccupied(at)


@virtual_time
async def test_TC_C_43_CS(version: str) -> None:
    async with case(version, if_implemented=ASKED_AGAIN) as play:
        data = [states.listing(VALID, group=GROUP), states.listing(VALID_2, "Invalid", GROUP)]
        await play.call(states.local_list("Full", 1, *data), status="Accepted")
        at = play.at()
        await states.ev_connected_pre_session(at)
        play.know(VALID, group=GROUP)
        await states.authorized(at, asks=False)
        await states.energy_transfer_started(at)
        assert_not_asked(play)
        play.know(VALID_2, "Invalid", GROUP)
        await another_does_not_stop(at)


# Without a connection.


@virtual_time
async def test_TC_C_21_CS(version: str) -> None:
    async with case(version, OFFLINE, if_implemented=NOT_UNKNOWN) as play:
        await states.id_token_listed(play, VALID)
        at = play.at()
        await states.charging_offline(at)
        assert at.hardware.contactor.closed
        await at.present()
        await play.s.wait(2)
        await at.hardware.unplug()
        if at.hardware.has_bay_sensor:
            at.hardware.drive_out()
        await play.s.wait(2)
        play.s.go_online()
        came = await at.all_events(2 * WAIT)
        reasons = [event.trigger_reason.value for event in came]
        assert "StopAuthorized" in reasons
        for event in came[: reasons.index("StopAuthorized")]:
            assert event.offline
        assert came[-1].event_type == "Ended"


async def refused_offline(version: str, status: str) -> None:
    settings = {**OFFLINE, TxCtrlr.TxStartPoint: "ParkingBayOccupancy"}
    watched = SimulatedStation(evses=2, bay_sensors=True)
    async with case(version, settings, if_implemented=NOT_UNKNOWN, hardware=watched) as play:
        await states.id_token_listed(play, INVALID, status=status)
        at = play.at()
        play.s.go_offline()
        await play.s.wait(1)
        at.hardware.drive_in()
        await at.present(INVALID)
        await play.s.wait(2)
        play.s.go_online()
        came = await at.all_events(2 * WAIT)
        first, *later = came
        assert (first.trigger_reason, first.offline) == ("EVDetected", True)
        assert {event.trigger_reason for event in later} == {"MeterValuePeriodic"}
        await at.plug_in()
        await play.s.wait(2)
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_22_CS(version: str) -> None:
    await refused_offline(version, "Invalid")


@virtual_time
async def test_TC_C_23_CS(version: str) -> None:
    await refused_offline(version, "Blocked")


@virtual_time
async def test_TC_C_24_CS(version: str) -> None:
    await refused_offline(version, "Expired")


@virtual_time
async def test_TC_C_25_CS(version: str) -> None:
    settings = {
        **OFFLINE,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: "true",
        TxCtrlr.StopTxOnInvalidId: "false",
    }
    async with case(version, settings, if_implemented=LISTED) as play:
        at = play.at()
        await states.id_token_cached(at)
        await states.id_token_listed(play, VALID, status="Invalid")
        await states.ev_connected_pre_session(at)
        play.s.go_offline()
        await play.s.wait(1)
        await at.present()
        await play.s.wait(DURATION)
        assert not at.hardware.contactor.closed
        play.s.go_online()
        await play.silence(v21.TransactionEventRequest, seconds=2 * WAIT)
