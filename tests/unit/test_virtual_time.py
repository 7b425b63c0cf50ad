"""The tools of the tests: virtual time and links within the process."""

import asyncio
import time

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.errors import ConnectionClosed, CsmsUnreachable, NoCommonVersion
from pilotwire.rpc import Transport
from tests.support.memory_link import Fate, MemoryConnector, Side, memory_link
from tests.support.virtual_time import Deadlock, run, virtual_time


class TestVirtualTime:
    def test_a_year_passes_at_once(self) -> None:
        async def year() -> float:
            await asyncio.sleep(365 * 86400)
            return asyncio.get_running_loop().time()

        begin = time.monotonic()
        assert run(year()) == pytest.approx(365 * 86400)
        assert time.monotonic() - begin < 5

    def test_timers_fire_in_order_and_on_time(self) -> None:
        async def wait(delay: float) -> float:
            await asyncio.sleep(delay)
            return asyncio.get_running_loop().time()

        async def several() -> tuple[float, ...]:
            return await asyncio.gather(wait(3.5), wait(0.25), wait(1e6))

        assert list(run(several())) == pytest.approx([3.5, 0.25, 1e6])

    def test_waiting_for_nothing_is_an_error_that_names_the_tasks(self) -> None:
        async def stuck() -> None:
            await asyncio.get_running_loop().create_future()

        with pytest.raises(Deadlock, match="stuck"):
            run(stuck())

    def test_time_stands_still_while_a_thread_works(self) -> None:
        async def ask_thread() -> float:
            async with asyncio.timeout(1):
                await asyncio.to_thread(time.sleep, 0.01)
            return asyncio.get_running_loop().time()

        assert run(ask_thread()) == 0.0


class TestMemoryLink:
    @virtual_time
    async def test_latency_keeps_the_order(self) -> None:
        link = memory_link(latency=2.0)
        for text in "abc":
            await link.station.send(text)
        assert [await link.csms.receive() for _ in range(3)] == ["a", "b", "c"]
        assert asyncio.get_running_loop().time() == pytest.approx(2.0)

    @virtual_time
    async def test_a_cut_loses_what_travels_and_both_ends_notice(self) -> None:
        link = memory_link(latency=2.0)
        await link.station.send("a")
        await asyncio.sleep(1)
        link.cut()
        for end in (link.station, link.csms):
            with pytest.raises(ConnectionClosed):
                await end.receive()
            with pytest.raises(ConnectionClosed):
                await end.send("b")

    @virtual_time
    async def test_a_close_lets_what_travels_arrive(self) -> None:
        link = memory_link(latency=2.0)
        await link.station.send("a")
        await link.station.close(1000, "done")
        assert await link.csms.receive() == "a"
        with pytest.raises(ConnectionClosed, match="1000: done"):
            await link.csms.receive()

    @virtual_time
    async def test_each_text_can_have_its_fate(self) -> None:
        fates = {"a": Fate.DROP, "b": Fate.DELIVER, "c": Fate.CUT_AFTER}
        link = memory_link(faults=lambda side, text: fates[text])
        for text in fates:
            await link.station.send(text)
        assert [await link.csms.receive() for _ in range(2)] == ["b", "c"]
        with pytest.raises(ConnectionClosed):
            await link.csms.receive()

        link = memory_link(faults=lambda side, text: Fate.CUT_BEFORE)
        with pytest.raises(ConnectionClosed):
            await link.csms.send("a")
        with pytest.raises(ConnectionClosed):
            await link.station.receive()

    @virtual_time
    async def test_a_silent_link_loses_texts_and_tells_nobody(self) -> None:
        link = memory_link()
        link.silent = True
        await link.station.send("a")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(60):
                await link.csms.receive()
        assert link.sent == [(Side.STATION, "a")]


class TestMemoryConnector:
    endpoint = Endpoint("wss://csms.example", "CS1", (OcppVersion.V2_0_1, OcppVersion.V1_6))

    @staticmethod
    async def echo(identity: str, transport: Transport) -> None:
        while True:
            await transport.send(identity + ": " + await transport.receive())

    @virtual_time
    async def test_connects_a_station_to_a_function(self) -> None:
        async with MemoryConnector(self.echo, versions=("1.6",)) as connector:
            transport = await connector.connect(self.endpoint)
            assert transport.subprotocol == "ocpp1.6"
            await transport.send("hello")
            assert await transport.receive() == "CS1: hello"
            assert connector.attempts == [self.endpoint]
        with pytest.raises(ConnectionClosed, match="1001"):
            await transport.receive()

    @virtual_time
    async def test_refuses_at_will(self) -> None:
        async with MemoryConnector(self.echo, versions=("2.1",)) as connector:
            with pytest.raises(NoCommonVersion):
                await connector.connect(self.endpoint)
            connector.refusal = CsmsUnreachable("down")
            with pytest.raises(CsmsUnreachable):
                await connector.connect(self.endpoint)
            assert len(connector.attempts) == 2
            assert not connector.links

    @virtual_time
    async def test_the_csms_ends_the_connection_by_returning(self) -> None:
        async def hang_up(identity: str, transport: Transport) -> None:
            return

        async with MemoryConnector(hang_up) as connector:
            transport = await connector.connect(self.endpoint)
            with pytest.raises(ConnectionClosed, match="1000"):
                await transport.receive()
