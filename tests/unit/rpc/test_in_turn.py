"""One thing after the other, and no task while there is none."""

import asyncio

from pilotwire.errors import ConnectionClosed
from pilotwire.rpc.in_turn import InTurn
from tests.support.virtual_time import virtual_time


@virtual_time
async def test_nothing_to_do_is_no_task() -> None:
    """An idle connection takes the memory of one task, its reader's."""
    before = len(asyncio.all_tasks())
    done = []

    async def do(thing: int) -> None:
        await asyncio.sleep(1)
        done.append(thing)

    async with asyncio.TaskGroup() as tasks:
        line = InTurn(tasks, do)
        assert len(asyncio.all_tasks()) == before
        line.put(1)
        assert len(asyncio.all_tasks()) == before + 1
        await asyncio.sleep(2)
        assert len(asyncio.all_tasks()) == before
        line.put(2)
    assert done == [1, 2]


@virtual_time
async def test_never_two_at_a_time_and_in_order() -> None:
    happened = []

    async def do(thing: int) -> None:
        happened.append(f"begin {thing}")
        await asyncio.sleep(3 - thing)
        happened.append(f"end {thing}")

    async with asyncio.TaskGroup() as tasks:
        line = InTurn(tasks, do)
        line.put(1)
        line.put(2)
        assert len(line) == 2
        await asyncio.sleep(1)
        assert len(line) == 1
    assert happened == ["begin 1", "end 1", "begin 2", "end 2"]


@virtual_time
async def test_after_the_end_of_the_connection_nothing_is_done() -> None:
    done = []

    async def do(thing: int) -> None:
        done.append(thing)
        raise ConnectionClosed(1006, "")

    async with asyncio.TaskGroup() as tasks:
        line = InTurn(tasks, do)
        line.put(1)
        line.put(2)
        await asyncio.sleep(1)
        line.put(3)
    assert done == [1]


@virtual_time
async def test_a_cancelled_one_is_the_last() -> None:
    done = []

    async def do(thing: int) -> None:
        await asyncio.sleep(1)
        done.append(thing)

    async with asyncio.TaskGroup() as tasks:
        line = InTurn(tasks, do)
        line.put(1)
        line.put(2)
        await asyncio.sleep(0.5)
        line.cancel()
    assert done == []
