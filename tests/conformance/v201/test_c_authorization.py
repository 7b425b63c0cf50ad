"""Cases of block C, authorization (Part 6, 2.4)."""

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    TxCtrlr,
)
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    INVALID,
    MESSAGE_TIMEOUT,
    VALID_2,
    Configuration,
    case,
)
from tests.conformance.v201.settings import AUTH, CACHED
from tests.conformance.v201.tokens import (
    GROUP,
    another_does_not_stop,
    asks_about,
    assert_not_asked,
)
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


# A token that the CSMS refuses.


async def refused(version: str, status: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        play.know(INVALID, status)
        await at.present(INVALID)
        await asks_about(play, INVALID)
        await play.silence(v21.TransactionEventRequest, seconds=MESSAGE_TIMEOUT)


@virtual_time
async def test_TC_C_02_CS(version: str) -> None:
    await refused(version, "Invalid")


@virtual_time
async def test_TC_C_06_CS(version: str) -> None:
    await refused(version, "Blocked")


@virtual_time
async def test_TC_C_07_CS(version: str) -> None:
    await refused(version, "Expired")


@virtual_time
async def test_TC_C_56_CS(version: str) -> None:
    await refused(version, "Unknown")


@virtual_time
async def test_TC_C_04_CS(version: str) -> None:
    async with case(version, if_implemented=AUTH) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await at.present(VALID_2)
        await asks_about(play, VALID_2)
        await play.s.wait(MESSAGE_TIMEOUT)
        for event in play.pending(v21.TransactionEventRequest):
            assert event.id_token is None
            assert event.event_type != "Ended"


# Groups.


@virtual_time
async def test_TC_C_39_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at, group=GROUP)
        await states.energy_transfer_started(at)
        play.know(VALID_2, group=GROUP)
        await at.present(VALID_2)
        await asks_about(play, VALID_2)
        await at.event(trigger="StopAuthorized", token=VALID_2)
        at.stopped = True
        await states.parking_bay_unoccupied(at)


@virtual_time
async def test_TC_C_42_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await states.authorized(at, group=GROUP)
        await states.energy_transfer_started(at)
        play.know(VALID_2, "Invalid", GROUP)
        await another_does_not_stop(at)


# The Master Pass.

MASTER = "04FFFFFF"
MASTER_GROUP = "MASTER"
WITH_MASTER: Configuration = {AuthCtrlr.MasterPassGroupId: MASTER_GROUP}


@virtual_time
async def test_TC_C_14_CS(version: str) -> None:
    async with case(version, WITH_MASTER, if_implemented=CACHED) as play:
        at = play.at()
        play.know(MASTER, group=MASTER_GROUP)
        await at.present(MASTER)
        await asks_about(play, MASTER)
        await states.energy_transfer_started(at)
        await at.present(MASTER)
        event = await at.event(trigger="StopAuthorized", token=MASTER)
        assert not at.ended or event.transaction_info.stopped_reason == "MasterPass"
        assert_not_asked(play)
        at.stopped = True
        await states.parking_bay_unoccupied(at)


@virtual_time
async def test_TC_C_45_CS(version: str) -> None:
    settings = {**WITH_MASTER, TxCtrlr.TxStartPoint: "Authorized"}
    async with case(version, settings) as play:
        at = play.at()
        play.know(MASTER, group=MASTER_GROUP)
        await at.present(MASTER)
        await asks_about(play, MASTER)
        await play.silence(v21.TransactionEventRequest, seconds=5)
        await states.ev_connected_pre_session(at)
        await play.silence(v21.TransactionEventRequest, seconds=MESSAGE_TIMEOUT)
        assert not at.hardware.contactor.closed


@virtual_time
async def test_TC_C_49_CS(version: str) -> None:
    async with case(version, WITH_MASTER) as play:
        await states.all_energy_transfer_started(play)
        play.know(MASTER, group=MASTER_GROUP)
        await play.s.hardware.swipe(MASTER)
        await asks_about(play, MASTER)
        for evse_id in (1, 2):
            at = play.at(evse_id)
            event = await at.event(type="Ended", reason="MasterPass")
            assert event.id_token is None or event.id_token.id_token == MASTER
            at.stopped = True
        for evse_id in (1, 2):
            await states.parking_bay_unoccupied(play.at(evse_id))
