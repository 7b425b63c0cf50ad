"""Cases of block E, transactions (Part 6, 2.6): their status, and what was not told at once."""

import asyncio
import json
from itertools import pairwise

import pytest

from pilotwire.errors import CallRefused
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
)
from tests.conformance.v201 import states
from tests.conformance.v201.play import (
    DURATION,
    VALID,
    VALID_2,
    Configuration,
    Play,
    Session,
    case,
)
from tests.conformance.v201.settings import back_off
from tests.support.editions import IN_2X
from tests.support.memory_link import Fate, Side
from tests.support.scene import now
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X
WAIT = 100
"""RetryBackOffWaitMinimum where the station is offline for a while, in seconds."""
SAMPLED: Configuration = {
    SampledDataCtrlr.TxUpdatedMeasurands: "Energy.Active.Import.Register",
    SampledDataCtrlr.TxUpdatedInterval: "20",
}


# The status of a transaction.


def status_of(transaction_id: str | None) -> v21.GetTransactionStatusRequest:
    return v21.GetTransactionStatusRequest(transaction_id=transaction_id)


@virtual_time
async def test_TC_E_28_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(status_of("unknown"), ongoing_indicator=False, messages_in_queue=False)


async def back_online(play: Play) -> None:
    """The station is connected again; nothing has had time to come."""
    lost = play.s.csms.peer
    play.s.go_online()
    for _ in range(2 * WAIT * 1000):
        await play.s.wait(0.001)
        if play.s.csms.peer is not lost:
            return
    raise AssertionError("the station does not connect again")


async def offline_for_a_while(play: Play) -> None:
    play.s.go_offline()
    await play.s.wait(WAIT - 5)
    await back_online(play)


@virtual_time
async def test_TC_E_29_CS(version: str) -> None:
    async with case(version, {**SAMPLED, **back_off(WAIT)}) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await offline_for_a_while(play)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=True, messages_in_queue=True
        )
        await assert_queue_empties(at)


async def assert_queue_empties(at: Session) -> None:
    """All that was told of the time offline says so, and has meter values."""
    online = now()
    await at.s.wait(5)
    came = [
        event for event in at.play.pending(v21.TransactionEventRequest) if event.timestamp < online
    ]
    assert came
    for event in came:
        assert event.offline
        assert event.event_type == "Updated"
        assert event.meter_value


@virtual_time
async def test_TC_E_30_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=True, messages_in_queue=False
        )


@virtual_time
async def test_TC_E_31_CS(version: str) -> None:
    settings = {**SAMPLED, **back_off(WAIT), OCPPCommCtrlr.UnlockOnEVSideDisconnect: "true"}
    async with case(version, settings) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        play.s.go_offline()
        await play.s.wait(1)
        await at.present()
        await at.unplug()
        await play.s.wait(DURATION)
        await back_online(play)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=False, messages_in_queue=True
        )
        await at.event(type="Ended", trigger="StopAuthorized", reason={"Local", ""}, offline=True)


@virtual_time
async def test_TC_E_32_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.parking_bay_unoccupied(at)
        await play.call(
            status_of(at.transaction_id), ongoing_indicator=False, messages_in_queue=False
        )


@virtual_time
async def test_TC_E_33_CS(version: str) -> None:
    async with case(version, {**SAMPLED, **back_off(WAIT)}) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await offline_for_a_while(play)
        await play.call(status_of(None), ongoing_indicator=None, messages_in_queue=True)
        await assert_queue_empties(at)


@virtual_time
async def test_TC_E_34_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(status_of(None), ongoing_indicator=None, messages_in_queue=False)


# Offline.


@virtual_time
async def test_TC_E_40_CS(version: str) -> None:
    enabled = {SampledDataCtrlr.Enabled: "true"}
    async with case(version, {**SAMPLED, **back_off(WAIT)}, if_implemented=enabled) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await offline_for_a_while(play)
        await assert_queue_empties(at)


@virtual_time
async def test_TC_E_43_CS(version: str) -> None:
    unknown = {AuthCtrlr.OfflineTxForUnknownIdEnabled: "true"}
    async with case(version, if_implemented=unknown) as play:
        at = play.at()
        await states.transaction_events_in_queue_ended(at)
        came = await at.all_events()
        assert all(event.offline for event in came)
        assert (came[0].event_type, came[-1].event_type) == ("Started", "Ended")


@virtual_time
async def test_TC_E_44_CS(version: str) -> None:
    async with case(version, back_off(WAIT)) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await stops_offline(at, VALID)


@virtual_time
async def test_TC_E_45_CS(version: str) -> None:
    async with case(version, back_off(WAIT)) as play:
        at = play.at()
        at.token = VALID_2
        await states.id_token_cached(at, group="GROUP")
        at.token = VALID
        await states.authorized(at, group="GROUP")
        await states.energy_transfer_started(at)
        await stops_offline(at, VALID_2)


async def stops_offline(at: Session, token: str) -> None:
    at.s.go_offline()
    await at.s.wait(1)
    await at.present(token)
    await at.unplug()
    await at.s.wait(5)
    at.s.go_online()
    came = await at.all_events(2 * WAIT)
    assert all(event.offline for event in came)
    assert came[-1].event_type == "Ended"


# Repetition.

ATTEMPTS = 3
INTERVAL = 10
REPEATED: Configuration = {
    OCPPCommCtrlr.MessageAttempts_TransactionEvent: str(ATTEMPTS),
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: str(INTERVAL),
}


class Deaf:
    """A CSMS that does not take an event, again and again, but at one time of asking.

    It says nothing to it (its answers are lost), or that it could not process it.
    """

    def __init__(self, play: Play, *, error: bool, takes: int | None = None) -> None:
        self.times: dict[int, list[float]] = {}
        self._error = error
        self._takes = takes
        self._answer = play.answers.transaction
        self._lost: set[str] = set()
        play.s.csms.answer(v21.TransactionEventRequest, self._hear)
        play.s.network.links[-1].faults = self._carry

    def _hear(self, event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
        if self._error and len(self.times[event.seq_no]) != self._takes:
            raise CallRefused("InternalError")
        return self._answer(event)

    def _carry(self, side: Side, text: str) -> Fate:
        kind, message_id, *rest = json.loads(text)
        if side is Side.STATION and kind == 2 and rest[0] == "TransactionEvent":
            times = self.times.setdefault(rest[1]["seqNo"], [])
            times.append(asyncio.get_running_loop().time())
            if not self._error and len(times) != self._takes:
                self._lost.add(message_id)
        lost = side is Side.CSMS and message_id in self._lost
        return Fate.DROP if lost else Fate.DELIVER

    def assert_repeated(self, count: int, timeout: float) -> None:
        """The first event came so often, at the intervals of E13.FR.03, and then no more."""
        times = self.times[min(self.times)]
        assert len(times) == count, times
        for number, (one, other) in enumerate(pairwise(times), start=1):
            assert other - one == pytest.approx(INTERVAL * number + timeout, abs=1.0)


async def repeats(version: str, *, error: bool, takes: int | None = None) -> None:
    async with case(version, REPEATED) as play:
        at = play.at()
        await states.authorized(at)
        await states.ev_connected_pre_session(at)
        csms = Deaf(play, error=error, takes=takes)
        timeout = 0.0 if error else float(await play.value(OCPPCommCtrlr.MessageTimeout_Default))
        await play.s.wait((INTERVAL * ATTEMPTS + timeout) * (ATTEMPTS + 1))
        csms.assert_repeated(takes or ATTEMPTS, timeout)


@virtual_time
async def test_TC_E_41_CS(version: str) -> None:
    await repeats(version, error=False)


@virtual_time
async def test_TC_E_50_CS(version: str) -> None:
    await repeats(version, error=True)


@virtual_time
async def test_TC_E_42_CS(version: str) -> None:
    await repeats(version, error=False, takes=2)


@virtual_time
async def test_TC_E_51_CS(version: str) -> None:
    await repeats(version, error=True, takes=2)
