"""Cases of block B, provisioning (Part 6, 2.3): booting, resets, and a lost connection."""

import pytest

from pilotwire.errors import CallRefused, CsmsUnreachable
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Play, case
from tests.conformance.v201.reports import inventory
from tests.conformance.v201.settings import back_off
from tests.support.device_model import (
    Base,
    address,
    base,
    get,
    set_,
)
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

THRESHOLD = address("OCPPCommCtrlr.OfflineThreshold")


# Booting.


@virtual_time
async def test_TC_B_01_CS(version: str) -> None:
    async with case(version, booted=False) as play:
        await states.after_a_boot(play)


@virtual_time
async def test_TC_B_02_CS(version: str) -> None:
    boots = (("Pending", 300), ("Accepted", 300))
    async with case(version, booted=False, boots=boots) as play:
        await play.boots()
        await play.s.wait(1)
        (was_set,) = await set_(play.s, (THRESHOLD, "300"), attribute=None)
        assert was_set.attribute_status == "Accepted"
        (got,) = await get(play.s, THRESHOLD, attribute=None)
        assert got.attribute_status == "Accepted"
        await inventory(play, Base.FULL_INVENTORY)
        await play.call(
            v21.RequestStartTransactionRequest(
                evse_id=1,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token="04A1B2C3", type="ISO14443"),
            ),
            status="Rejected",
        )
        asked = play.s.csms.heard[0].at
        answer = await play.call(trigger("BootNotification"), status={"Accepted", "NotImplemented"})
        boot = await play.boots()
        if answer.status == "Accepted":
            assert boot.reason == "Triggered"
            assert play.s.csms.heard[-1].at - asked < 300
        await play.all_statuses()


@virtual_time
async def test_TC_B_03_CS(version: str) -> None:
    boots = (("Rejected", 60), ("Accepted", 300))
    async with case(version, booted=False, boots=boots) as play:
        await play.boots()
        await play.boots()
        first, second = play.s.csms.heard[:2]
        assert second.at - first.at >= 60
        await play.all_statuses()


@virtual_time
async def test_TC_B_30_CS(version: str) -> None:
    """The request is made only of a station that stays connected."""
    async with case(version, booted=False, boots=(("Rejected", 60),)) as play:
        await play.boots()
        await play.s.wait(1)
        if play.s.network.links[-1].ended is None:
            with pytest.raises(CallRefused) as refused:
                await play.call(base(Base.FULL_INVENTORY))
            assert refused.value.code == "SecurityError"


def trigger(message: str) -> v21.TriggerMessageRequest:
    return v21.TriggerMessageRequest(requested_message=v21.MessageTriggerEnumType(message))


# Reset.


def reset(kind: str, evse_id: int | None = None) -> v21.ResetRequest:
    return v21.ResetRequest(type=v21.ResetEnumType(kind), evse_id=evse_id)


@virtual_time
async def test_TC_B_24_CS(version: str) -> None:
    """As the errata have it (6.2): at once, for a station with a reservation is not idle."""
    async with case(version) as play:
        await states.reserved(play, 1)
        await states.booted(play, {1: "Reserved"})


@virtual_time
async def test_TC_B_20_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(reset("OnIdle"), status="Accepted")
        await play.boots()
        await play.all_statuses()


@virtual_time
async def test_TC_B_21_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(reset("OnIdle"), status="Scheduled")
        await states.stop_authorized(at)
        assert at.ended
        await play.boots("ScheduledReset")
        await play.all_statuses(at={1: "Occupied"})
        await play.starts_up()


@virtual_time
async def test_TC_B_22_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(reset("Immediate"), status="Accepted")
        event = await at.event(
            type="Ended", trigger="ResetCommand", state="EVConnected", reason="ImmediateReset"
        )
        assert event.id_token is None
        await play.boots("RemoteReset")
        await play.all_statuses(at={1: "Occupied"})


@virtual_time
async def test_TC_B_23_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1, 1)
        await play.call(reset("OnIdle"), status="Accepted")
        await play.boots("RemoteReset")
        await play.all_statuses(at={1: "Unavailable"})


@virtual_time
async def test_TC_B_41_CS(version: str) -> None:
    async with case(version) as play:
        await states.all_energy_transfer_started(play)
        await play.call(reset("OnIdle"), status="Scheduled")
        await states.parking_bay_unoccupied(play.at(1))
        await states.stop_authorized(play.at(2))
        assert play.at(2).ended
        await play.boots("ScheduledReset")
        await play.all_statuses(at={2: "Occupied"})


@virtual_time
async def test_TC_B_28_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(reset("OnIdle", 1), status="Rejected")


@virtual_time
async def test_TC_B_29_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        await play.call(reset("OnIdle", 1), status="Rejected")


# Offline.


@virtual_time
async def test_TC_B_51_CS(version: str) -> None:
    async with case(version, back_off(62, 60)) as play:
        play.s.go_offline()
        await play.s.wait(5)
        await play.at().plug_in()
        await play.s.wait(56)
        play.s.go_online()
        await play.all_statuses(at={1: "Occupied"})


@virtual_time
async def test_TC_B_52_CS(version: str) -> None:
    async with case(version, back_off(58, 60)) as play:
        play.s.go_offline()
        await play.s.wait(5)
        await play.at().plug_in()
        play.s.go_online()
        await play.status("Occupied", 1, 1)
        await play.silence(v21.StatusNotificationRequest, v21.NotifyEventRequest, seconds=60)


@virtual_time
async def test_TC_B_57_CS(version: str) -> None:
    wait = 20
    settings = {**back_off(wait, 300), OCPPCommCtrlr.RetryBackOffRepeatTimes: "2"}
    async with case(version, settings) as play:
        network = play.s.network
        play.s.cut()
        assert await until_attempts(play, 2) >= wait
        await play.s.wait(1)
        assert len(network.links) == 2
        play.s.cut()
        network.refusal = CsmsUnreachable("not yet")
        first = await until_attempts(play, 3)
        assert first >= wait
        await play.s.wait(1)
        play.s.go_online()
        assert await until_attempts(play, 4) + 1 >= 2 * first
        await play.s.wait(1)
        assert len(network.links) == 3


async def until_attempts(play: Play, count: int) -> float:
    """How long it takes until the station has tried to connect so often, in seconds."""
    waited = 0.0
    while len(play.s.network.attempts) < count:
        await play.s.wait(0.25)
        waited += 0.25
        assert waited < 600, f"no attempt {count} to connect"
    return waited
