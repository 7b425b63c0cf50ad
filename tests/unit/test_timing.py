"""The accelerated event loop: waiting counts many times, working counts once."""

import asyncio
import selectors
import socket
import time
from collections.abc import Coroutine
from typing import Any

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.server import serve
from pilotwire.rpc import Transport
from pilotwire.timing import AcceleratedEventLoop


def run_at(speed: float, main: Coroutine[Any, Any, float]) -> tuple[float, float]:
    """What `main` returns, and how many real seconds it took."""
    begin = time.monotonic()
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(speed)) as runner:
        result = runner.run(main)
    return result, time.monotonic() - begin


async def elapsed(main: Coroutine[Any, Any, Any]) -> float:
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await main
    return loop.time() - begin


def test_an_hour_of_waiting_takes_a_part_of_a_second() -> None:
    on_loop, real = run_at(100_000, elapsed(asyncio.sleep(3600)))
    assert on_loop >= 3600
    assert real < 5


def test_timers_fire_in_their_order_and_not_late() -> None:
    async def sleep_twice() -> float:
        loop = asyncio.get_running_loop()
        begin = loop.time()
        due = {delay: begin + delay for delay in (30.0, 10.0, 20.0)}
        fired: list[float] = []

        async def wait(delay: float) -> None:
            await asyncio.sleep(delay)
            fired.append(delay)
            assert loop.time() - due[delay] < 5

        async with asyncio.TaskGroup() as tasks:
            for delay in due:
                tasks.create_task(wait(delay))
        assert fired == [10.0, 20.0, 30.0]
        return 0.0

    run_at(1000, sleep_twice())


def test_time_in_which_code_runs_counts_once() -> None:
    async def work() -> None:
        end = time.monotonic() + 0.02
        while time.monotonic() < end:
            pass

    on_loop, _ = run_at(1000, elapsed(work()))
    assert on_loop < 2


def test_what_has_come_already_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that gives the processor to others makes no message late."""
    select = selectors.DefaultSelector.select

    def slow_select(self: selectors.DefaultSelector, timeout: float | None = None) -> Any:
        if timeout is None or timeout > 0:
            time.sleep(0.02)
        return select(self, timeout)

    async def talk() -> None:
        loop = asyncio.get_running_loop()
        here, there = socket.socketpair()
        with here, there:
            here.setblocking(False)
            there.setblocking(False)
            for _ in range(5):
                receiving = asyncio.create_task(loop.sock_recv(there, 5))
                await asyncio.sleep(0)
                await loop.sock_sendall(here, b"hello")
                async with asyncio.timeout(30):
                    assert await receiving == b"hello"

    monkeypatch.setattr(selectors.DefaultSelector, "select", slow_select)
    on_loop, _ = run_at(10_000, elapsed(talk()))
    assert on_loop < 30


def test_speed_one_is_a_normal_loop() -> None:
    on_loop, real = run_at(1, elapsed(asyncio.sleep(0.02)))
    assert 0.02 <= on_loop <= real + 0.01


@pytest.mark.parametrize("speed", [0.5, 0.0, -1.0, float("nan"), float("inf")])
def test_other_speeds_are_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        AcceleratedEventLoop(speed)


def test_real_sockets_work_on_it() -> None:
    async def echo(_: str, transport: Transport) -> None:
        await transport.send(await transport.receive())

    async def talk() -> None:
        async with serve(echo, ping_interval=0) as csms:
            url = f"ws://127.0.0.1:{csms.port}"
            connector = WebSocketConnector(open_timeout=3600, close_timeout=3600)
            transport = await connector.connect(Endpoint(url, "CS1", (OcppVersion.V1_6,)))
            await transport.send("hello")
            assert await transport.receive() == "hello"
            await transport.close()

    run_at(60, elapsed(talk()))


def test_the_speed_may_be_changed_while_the_loop_runs() -> None:
    async def wait() -> float:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, AcceleratedEventLoop)
        loop.speed = 1000
        begun = time.monotonic()
        await asyncio.sleep(100)
        loop.speed = 1
        with pytest.raises(ValueError, match="at least 1"):
            loop.speed = 0.5
        return time.monotonic() - begun

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(1)) as runner:
        assert runner.run(wait()) < 10
