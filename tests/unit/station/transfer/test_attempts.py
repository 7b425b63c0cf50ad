"""How often a transfer is tried, and what lies between, to the letter (N01, L01; 1.6 6.25)."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from pilotwire.station.transfer import (
    Attempts,
    BadLocationError,
    TransferError,
    TransferLimits,
    Trouble,
)
from pilotwire.station.transfer.attempts import DEFAULT_INTERVAL, DEFAULT_RETRIES
from pilotwire.station.transfer.limits import Pace
from tests.support.virtual_time import virtual_time


class Failing:
    """Fails so often, each time after 5 s, and notes when it was tried."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.tried: list[float] = []

    async def __call__(self) -> str:
        self.tried.append(asyncio.get_running_loop().time())
        await asyncio.sleep(5)
        if len(self.tried) <= self.times:
            raise TransferError(Trouble.NOT_FOUND, f"attempt {len(self.tried)}")
        return "done"


async def outcome(made: Awaitable[str]) -> str:
    try:
        return await made
    except TransferError as error:
        return str(error)


@virtual_time
async def test_retries_come_after_the_first_attempt() -> None:
    failing = Failing(99)

    assert await outcome(Attempts(2, 30).make(failing)) == "attempt 3"
    assert failing.tried == [0, 35, 70]  # an interval from the end of an attempt to the next


@virtual_time
async def test_none_are_made_where_the_value_is_0() -> None:
    failing = Failing(99)

    assert await outcome(Attempts(0, 30).make(failing)) == "attempt 1"
    assert len(failing.tried) == 1


@virtual_time
async def test_no_more_are_made_after_success() -> None:
    failing = Failing(2)

    assert await outcome(Attempts(5, 30).make(failing)) == "done"
    assert len(failing.tried) == 3


@virtual_time
async def test_what_is_not_said_is_the_stations_choice() -> None:
    failing = Failing(99)

    await outcome(Attempts().make(failing))

    assert len(failing.tried) == 1 + DEFAULT_RETRIES
    assert failing.tried[1] == 5 + DEFAULT_INTERVAL


@pytest.mark.parametrize(("said", "waited"), [(0, 1), (-7, 1), (10**9, 86400)])
def test_no_server_is_hurried_and_no_wait_is_endless(said: int, waited: float) -> None:
    failing = Failing(99)

    @virtual_time
    async def play() -> None:
        await outcome(Attempts(1, said).make(failing))

    play()
    assert failing.tried[1] == 5 + waited


@virtual_time
async def test_failures_are_told_before_the_wait() -> None:
    failing = Failing(99)
    told: list[tuple[str, int, float]] = []

    def failed(error: TransferError, left: int) -> None:
        told.append((str(error), left, asyncio.get_running_loop().time()))

    await outcome(Attempts(2, 30).make(failing, failed))

    assert told == [("attempt 1", 2, 5), ("attempt 2", 1, 40)]  # the last one is raised


@virtual_time
async def test_attempts_before_a_restart_count() -> None:
    failing = Failing(99)

    await outcome(Attempts(3, 30).make(failing, made=2))

    assert len(failing.tried) == 2


@virtual_time
async def test_what_can_not_be_used_is_tried_once() -> None:
    async def useless() -> str:
        raise BadLocationError("no such scheme")

    assert await outcome(Attempts(9, 1).make(useless)) == "no such scheme"
    assert asyncio.get_running_loop().time() == 0


@virtual_time
async def test_a_cancelled_one_is_not_made_again() -> None:
    failing = Failing(99)
    task = asyncio.ensure_future(Attempts(9, 10).make(failing))
    await asyncio.sleep(7)  # in the wait
    task.cancel()
    await asyncio.wait({task})
    await asyncio.sleep(100)

    assert len(failing.tried) == 1


@virtual_time
async def test_all_transfers_share_the_line() -> None:
    pace = Pace(1000)

    async def transfer() -> None:
        for _ in range(10):
            await pace.passed(500)

    await asyncio.gather(transfer(), transfer())

    assert asyncio.get_running_loop().time() == pytest.approx(10)


@virtual_time
async def test_what_was_not_used_of_the_line_is_not_saved_up() -> None:
    pace = Pace(1000)
    await asyncio.sleep(100)
    await pace.passed(2000)

    assert asyncio.get_running_loop().time() == pytest.approx(102)


@pytest.mark.parametrize(
    "make",
    [
        lambda: TransferLimits(largest=0),
        lambda: TransferLimits(spare=-1),
        lambda: TransferLimits(bytes_per_second=0),
        lambda: TransferLimits(silence=0),
    ],
)
def test_limits_that_can_not_be(make: Callable[[], TransferLimits]) -> None:
    with pytest.raises(ValueError, match=r"limit|byte"):
        make()
