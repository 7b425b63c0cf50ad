"""`Flag` does what `asyncio.Event` does."""

import asyncio

import pytest

from pilotwire.flag import Flag
from tests.support.virtual_time import virtual_time


@virtual_time
async def test_who_waits_goes_on_once_it_is_set() -> None:
    flag, seen = Flag(), list[int]()

    async def wait(number: int) -> None:
        await flag.wait()
        seen.append(number)

    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(wait(number))
        await asyncio.sleep(1)
        assert not seen
        assert not flag.is_set()
        flag.set()
        assert flag.is_set()
    assert seen == [0, 1, 2]
    await flag.wait()


@virtual_time
async def test_a_set_that_is_taken_back_at_once_is_not_missed() -> None:
    flag = Flag()
    async with asyncio.TaskGroup() as group:
        group.create_task(flag.wait())
        await asyncio.sleep(1)
        flag.set()
        flag.clear()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(flag.wait(), 1)


@virtual_time
async def test_who_is_cancelled_waits_no_more() -> None:
    flag = Flag()
    patient, impatient = (asyncio.create_task(flag.wait()) for _ in range(2))
    await asyncio.sleep(1)
    impatient.cancel()
    await asyncio.wait({impatient})
    assert impatient.cancelled()
    flag.set()
    flag.set()
    await patient


@virtual_time
async def test_who_is_cancelled_as_it_is_set_is_cancelled() -> None:
    flag = Flag()
    task = asyncio.create_task(flag.wait())
    await asyncio.sleep(1)
    flag.set()
    task.cancel()
    await asyncio.wait({task})
    assert task.cancelled()
