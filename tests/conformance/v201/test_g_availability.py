"""Cases of block G, availability (Part 6, 2.8)."""

from pilotwire.ocpp import v21
from tests.conformance.v201 import states
from tests.conformance.v201.play import DURATION, Play, case
from tests.conformance.v201.states import availability
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


@virtual_time
async def test_TC_G_01_CS(version: str) -> None:
    async with case(version) as play:
        await states.ev_connected_pre_session(play.at())


@virtual_time
async def test_TC_G_02_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        await at.unplug()
        await play.status("Available")


# Operative and inoperative.


@virtual_time
async def test_TC_G_03_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1)


@virtual_time
async def test_TC_G_04_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1)
        await play.call(availability("Operative", 1), status="Accepted")
        await play.status("Available", 1)


@virtual_time
async def test_TC_G_05_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play)


@virtual_time
async def test_TC_G_06_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play)
        await play.call(availability("Operative"), status="Accepted")
        await play.all_statuses()


@virtual_time
async def test_TC_G_07_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1, 1)


@virtual_time
async def test_TC_G_08_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1, 1)
        await play.call(availability("Operative", 1, 1), status="Accepted")
        await play.status("Available", 1, 1)


@virtual_time
async def test_TC_G_09_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(availability("Operative", 1), status="Accepted")


@virtual_time
async def test_TC_G_10_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1)
        await play.call(availability("Inoperative", 1), status="Accepted")


@virtual_time
async def test_TC_G_12_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(availability("Operative"), status="Accepted")


@virtual_time
async def test_TC_G_13_CS(version: str) -> None:
    """That all is still so was told when it became so; it need not be told again (G01.FR.01)."""
    async with case(version) as play:
        await states.unavailable(play)
        await play.call(availability("Inoperative"), status="Accepted")
        await play.s.wait(5)
        for status in play.pending(v21.StatusNotificationRequest):
            assert status.connector_status == "Unavailable"


@virtual_time
async def test_TC_G_15_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(availability("Operative", 1, 1), status="Accepted")


@virtual_time
async def test_TC_G_16_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play)
        await play.call(availability("Inoperative", 1, 1), status="Accepted")


# With a transaction.


async def unavailable_after(play: Play) -> None:
    """The transaction goes on; once it has ended, the connector can't be used."""
    at = play.at()
    await play.s.wait(DURATION)
    assert at.hardware.contactor.closed
    await states.stop_authorized(at)
    assert at.ended
    await play.status("Unavailable", 1, 1)
    await at.unplug()
    await play.s.wait(5)
    for status in play.pending(v21.StatusNotificationRequest):
        assert status.connector_status == "Unavailable"


@virtual_time
async def test_TC_G_11_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        await play.call(availability("Inoperative", 1), status="Scheduled")
        await unavailable_after(play)


@virtual_time
async def test_TC_G_14_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        await play.call(availability("Inoperative"), status="Scheduled")
        await play.status("Unavailable", 2, 1)
        await unavailable_after(play)


@virtual_time
async def test_TC_G_17_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        await play.call(availability("Inoperative", 1, 1), status="Scheduled")
        await unavailable_after(play)


# It outlives a restart.


@virtual_time
async def test_TC_G_18_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1)
        await play.call(availability("Inoperative", 1), status="Accepted")
        await states.booted(play, {1: "Unavailable"})


@virtual_time
async def test_TC_G_19_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1, 1)
        await states.booted(play, {1: "Unavailable"})


@virtual_time
async def test_TC_G_21_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play)
        await states.booted(play, {1: "Unavailable", 2: "Unavailable"})


@virtual_time
async def test_TC_G_20_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.ev_connected_pre_session(at)
        at.hardware.lock.jam()
        await at.present()
        await play.expect(v21.AuthorizeRequest)
        event = await play.expect(v21.NotifyEventRequest)
        (data, *_) = event.event_data
        assert data.trigger == "Delta"
        assert data.component.name == "ConnectorPlugRetentionLock"
        assert (data.variable.name, data.actual_value) == ("Problem", "true")
        await play.s.wait(DURATION)
        assert not at.hardware.contactor.closed
