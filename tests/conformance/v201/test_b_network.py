"""Cases of block B about network profiles (Part 6, 2.3)."""

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Play, case
from tests.support.editions import IN_2X
from tests.support.networks import order, profile
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

NEW = "ws://other.example/ocpp"


async def migration(play: Play, *slots: str) -> None:
    """Fill slot 2, which is not in use, set the order, and have the station reset."""
    await play.call(profile(2, NEW), status="Accepted")
    assert await order(play.s, *slots) in {"Accepted", "RebootRequired"}
    await play.call(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE), status="Accepted")


def tried(play: Play, since: int) -> list[str]:
    return [attempt.url for attempt in play.s.network.attempts[since:]]


@virtual_time
async def test_TC_B_43_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(profile(999, NEW), status="Rejected")


@virtual_time
async def test_TC_B_45_CS(version: str) -> None:
    async with case(version) as play:
        since = len(play.s.network.attempts)
        await migration(play, "2", "1")
        await states.after_a_boot(play)
        assert tried(play, since) == [NEW]


@virtual_time
async def test_TC_B_46_CS(version: str) -> None:
    async with case(version, {OCPPCommCtrlr.NetworkProfileConnectionAttempts: "2"}) as play:
        play.s.network.unreachable = {NEW}
        own, since = play.s.network.attempts[0].url, len(play.s.network.attempts)
        await migration(play, "2", "1")
        await states.after_a_boot(play)
        assert tried(play, since) == [NEW, NEW, own]


@virtual_time
async def test_TC_B_49_CS(version: str) -> None:
    wait = 30
    settings = {
        OCPPCommCtrlr.NetworkProfileConnectionAttempts: "1",
        OCPPCommCtrlr.RetryBackOffRepeatTimes: "0",
        OCPPCommCtrlr.RetryBackOffRandomRange: "0",
        OCPPCommCtrlr.RetryBackOffWaitMinimum: str(wait),
    }
    async with case(version, settings) as play:
        own, since = play.s.network.attempts[0].url, len(play.s.network.attempts)
        play.s.network.unreachable = {NEW, own}
        await migration(play, "2")
        while len(play.s.network.attempts) < since + 2:
            await play.s.wait(1)
        assert tried(play, since) == [NEW, own]
        play.s.network.unreachable = {NEW}
        await states.after_a_boot(play)
        assert play.s.network.attempts[-1].url == own
