"""Cases of block C about the cache (Part 6, 2.4)."""

from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCacheCtrlr,
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
    Session,
    case,
    token_info,
)
from tests.conformance.v201.settings import CACHED, back_off
from tests.conformance.v201.tokens import (
    GROUP,
    another_does_not_stop,
    asks_about,
    assert_not_asked,
)
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X
ASKED_AGAIN: Configuration = {**CACHED, AuthCacheCtrlr.DisablePostAuthorize: "false"}


# The cache, with a connection.


@virtual_time
async def test_TC_C_08_CS(version: str) -> None:
    async with case(version, if_implemented=CACHED) as play:
        at = play.at()
        await states.id_token_cached(at)
        await states.ev_connected_pre_session(at)
        await states.authorized(at, asks=False)
        await states.energy_transfer_started(at)
        assert_not_asked(play)


async def asked_again(version: str, status: str) -> None:
    async with case(version, if_implemented=ASKED_AGAIN) as play:
        at = play.at()
        at.token = INVALID
        await states.id_token_cached(at, status)
        await states.ev_connected_pre_session(at)
        await at.present()
        await asks_about(play, INVALID)


@virtual_time
async def test_TC_C_09_CS(version: str) -> None:
    await asked_again(version, "Invalid")


@virtual_time
async def test_TC_C_10_CS(version: str) -> None:
    await asked_again(version, "Blocked")


@virtual_time
async def test_TC_C_11_CS(version: str) -> None:
    await asked_again(version, "Expired")


@virtual_time
async def test_TC_C_12_CS(version: str) -> None:
    async with case(version, if_implemented=ASKED_AGAIN) as play:
        at = play.at()
        await states.id_token_cached(at, "Invalid")
        play.know(VALID)
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_C_13_CS(version: str) -> None:
    settings = {TxCtrlr.TxStartPoint: "Authorized"}
    async with case(version, settings, if_implemented=CACHED) as play:
        at = play.at()
        await states.id_token_cached(at)
        await states.parking_bay_occupied(at)
        await states.authorized(at, asks=False)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)
        assert_not_asked(play)


@virtual_time
async def test_TC_C_57_CS(version: str) -> None:
    settings = {AuthCacheCtrlr.DisablePostAuthorize: "true"}
    async with case(version, settings, if_implemented=CACHED) as play:
        at = play.at()
        at.token = INVALID
        await states.id_token_cached(at, "Invalid")
        await states.ev_connected_pre_session(at)
        await at.present()
        await play.silence(v21.AuthorizeRequest, seconds=MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed


# The cache, without a connection, and a CSMS that finds the token invalid afterwards.

WAIT = 60
AT_HAND: Configuration = {**CACHED, AuthCtrlr.OfflineTxForUnknownIdEnabled: "true"}


def on_invalid(*, stop: bool) -> Configuration:
    return {
        **back_off(WAIT),
        AuthCtrlr.LocalAuthorizeOffline: "true",
        TxCtrlr.StopTxOnInvalidId: "true" if stop else "false",
    }


async def charged_offline(at: Session) -> list[v21.TransactionEventRequest]:
    """A cached token charges offline; when the CSMS hears of it, it finds the token invalid."""
    await states.id_token_cached(at)
    at.vehicle = ElectricVehicle(battery_kwh=100, soc=10)
    await states.ev_connected_pre_session(at)
    at.s.go_offline()
    await at.s.wait(1)
    await at.present()
    await at.s.wait(DURATION)
    assert at.hardware.contactor.closed
    at.play.answers.in_events[at.token] = token_info("Invalid")
    at.s.go_online()
    came = await at.all_events(WAIT)
    authorized = [event for event in came if event.id_token is not None]
    for event in authorized:
        assert event.offline
    assert any(e.offline and e.trigger_reason == "ChargingStateChanged" for e in came)
    return came


def suspended(event: v21.TransactionEventRequest) -> bool:
    return event.transaction_info.charging_state == "SuspendedEVSE"


def deauthorized(event: v21.TransactionEventRequest) -> bool:
    return event.trigger_reason == "Deauthorized"


@virtual_time
async def test_TC_C_15_CS(version: str) -> None:
    settings = {**on_invalid(stop=False), TxCtrlr.MaxEnergyOnInvalidId: "10000"}
    async with case(version, settings, if_implemented=AT_HAND) as play:
        at = play.at()
        before = (await at.hardware.read_meter()).energy_wh
        came = await charged_offline(at)
        assert not any(deauthorized(event) or suspended(event) for event in came)
        before += sum(event.event_type == "Ended" for event in came)
        await play.s.wait(2 * 3600)
        energy = (await at.hardware.read_meter()).energy_wh - before
        assert 9000 < energy < 10500
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_16_CS(version: str) -> None:
    none = {TxCtrlr.MaxEnergyOnInvalidId: "0"}
    async with case(version, on_invalid(stop=True), if_implemented={**CACHED, **none}) as play:
        at = play.at()
        came = await charged_offline(at)
        assert any(deauthorized(event) for event in came)
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_17_CS(version: str) -> None:
    none = {TxCtrlr.MaxEnergyOnInvalidId: "0"}
    async with case(version, on_invalid(stop=False), if_implemented={**AT_HAND, **none}) as play:
        at = play.at()
        came = await charged_offline(at)
        assert any(suspended(event) for event in came)
        assert not any(deauthorized(event) for event in came)
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_18_CS(version: str) -> None:
    settings = {**on_invalid(stop=True), TxCtrlr.MaxEnergyOnInvalidId: "500"}
    async with case(version, settings, if_implemented=AT_HAND) as play:
        at = play.at()
        came = await charged_offline(at)
        told = [event for event in came if deauthorized(event)]
        assert told
        assert not told[0].offline
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_26_CS(version: str) -> None:
    settings = {
        AuthCtrlr.OfflineTxForUnknownIdEnabled: "true",
        AuthCtrlr.LocalAuthorizeOffline: "true",
        TxCtrlr.StopTxOnInvalidId: "false",
    }
    if_implemented: Configuration = {
        LocalAuthListCtrlr.Enabled: "true",
        AuthCtrlr.LocalPreAuthorize: "true",
        TxCtrlr.MaxEnergyOnInvalidId: "0",
    }
    async with case(version, settings, if_implemented=if_implemented) as play:
        at = play.at()
        play.answers.in_events[VALID] = token_info("Invalid")
        await states.start_offline_transaction(at)
        await play.status("Occupied")
        came = await at.all_events()
        queued = [event for event in came if event.id_token is not None]
        assert queued
        for event in queued:
            assert event.offline
        assert any(suspended(event) for event in came)
        at.charging = True
        play.answers.in_events.clear()
        await states.stop_authorized(at)
        await states.ev_connected_post_session(at)
        await states.ev_disconnected(at)


# What the cache keeps.


@virtual_time
async def test_TC_C_32_CS(version: str) -> None:
    settings = {AuthCtrlr.LocalPreAuthorize: "true"}
    async with case(version, settings, if_implemented=CACHED) as play:
        at = play.at()
        await states.id_token_cached(at)
        await states.booted(play)
        await states.authorized(at, asks=False)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)
        assert_not_asked(play)


LISTED: Configuration = {**CACHED, LocalAuthListCtrlr.Enabled: "true"}
BEFORE: Configuration = {AuthCtrlr.LocalPreAuthorize: "true"}


@virtual_time
async def test_TC_C_33_CS(version: str) -> None:
    async with case(version, BEFORE, if_implemented=LISTED) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)
        await states.parking_bay_unoccupied(at)
        at.new()
        await states.ev_connected_pre_session(at)
        await states.authorized(at, asks=False)
        assert_not_asked(play)


@virtual_time
async def test_TC_C_34_CS(version: str) -> None:
    """As the errata have it."""
    settings = {**BEFORE, TxCtrlr.StopTxOnInvalidId: "true"}
    none = {TxCtrlr.MaxEnergyOnInvalidId: "0"}
    async with case(version, settings, if_implemented={**LISTED, **none}) as play:
        at = play.at()
        await states.id_token_cached(at)
        play.know(VALID, "Invalid")
        await states.authorized(at, asks=False)
        await states.deauthorized(at)
        await states.ev_disconnected(at)
        at.new()
        await at.present()
        await asks_about(play, VALID)


@virtual_time
async def test_TC_C_36_CS(version: str) -> None:
    settings = {AuthCacheCtrlr.Enabled: "true", AuthCtrlr.LocalPreAuthorize: "false"}
    async with case(version, settings) as play:
        at = play.at()
        await states.id_token_cached(at)
        play.know(VALID, "Invalid")
        await at.present()
        await asks_about(play, VALID)


@virtual_time
async def test_TC_C_37_CS(version: str) -> None:
    async with case(version, if_implemented=CACHED) as play:
        at = play.at()
        await states.id_token_cached(at)
        await play.call(v21.ClearCacheRequest(), status="Accepted")
        await states.ev_connected_pre_session(at)
        await states.authorized(at)
        await states.energy_transfer_started(at)


@virtual_time
async def test_TC_C_38_CS(version: str) -> None:
    async with case(version, if_implemented={AuthCacheCtrlr.Enabled: "false"}) as play:
        await states.id_token_cached(play.at())
        await play.call(v21.ClearCacheRequest(), status="Rejected")


@virtual_time
async def test_TC_C_46_CS(version: str) -> None:
    settings = {AuthCacheCtrlr.LifeTime: str(int(DURATION))}
    async with case(version, settings, if_implemented=CACHED) as play:
        at = play.at()
        await states.id_token_cached(at)
        await states.ev_connected_pre_session(at)
        await play.s.wait(DURATION + 1)
        await states.authorized(at)


# Groups.


@virtual_time
async def test_TC_C_41_CS(version: str) -> None:
    async with case(version, if_implemented=CACHED) as play:
        at = play.at()
        await two_of_a_group_cached(at)
        await states.ev_connected_pre_session(at)
        await states.authorized(at, asks=False)
        await states.energy_transfer_started(at)
        await states.stop_authorized(at, token=VALID_2)
        await states.parking_bay_unoccupied(at)
        assert_not_asked(play)


async def two_of_a_group_cached(at: Session, second: str = "Accepted") -> None:
    at.token = VALID_2
    await states.id_token_cached(at, second, group=GROUP)
    at.token = VALID
    await states.id_token_cached(at, group=GROUP)


@virtual_time
async def test_TC_C_44_CS(version: str) -> None:
    async with case(version, if_implemented=ASKED_AGAIN) as play:
        at = play.at()
        await two_of_a_group_cached(at, "Invalid")
        await states.ev_connected_pre_session(at)
        await states.authorized(at, asks=False)
        await states.energy_transfer_started(at)
        assert_not_asked(play)
        await another_does_not_stop(at)
