"""Pings keep a connection alive, and find one that only looks so (2.0.1 part 4, 5.2 and 8.4)."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.websocket import WebSocketTransport
from pilotwire.errors import ConnectionClosed
from pilotwire.rpc import Transport
from tests.interop.accelerated import accelerated

CONNECTOR = WebSocketConnector(open_timeout=3600, ping_timeout=20, close_timeout=5)


class Pinged(ServerConnection):
    """A CSMS's end that notes when it was pinged, in seconds of the loop's time."""

    pings: list[float]

    def data_received(self, data: bytes) -> None:
        # The first byte of a frame: final, and a ping (RFC 6455, 5.2).
        if data[0] == 0x89:
            self.pings.append(asyncio.get_running_loop().time())
        super().data_received(data)


@asynccontextmanager
async def connection(ping_interval: float) -> AsyncGenerator[tuple[Transport, Pinged]]:
    """Both ends of a connection."""
    arrived: asyncio.Future[ServerConnection] = asyncio.get_running_loop().create_future()

    async def stay(end: ServerConnection) -> None:
        arrived.set_result(end)
        await end.wait_closed()

    async with serve(
        stay,
        "127.0.0.1",
        0,
        subprotocols=[Subprotocol("ocpp2.0.1")],
        create_connection=Pinged,
        ping_interval=None,
        open_timeout=None,
        close_timeout=5,
    ) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        endpoint = Endpoint(url, "CS-1", (OcppVersion.V2_0_1,), ping_interval=ping_interval)
        Pinged.pings = []
        transport = await CONNECTOR.connect(endpoint)
        end = await arrived
        assert isinstance(end, Pinged)
        yield transport, end
        await transport.close()


@accelerated
async def test_pings_are_sent_at_their_interval_while_nothing_else_is() -> None:
    async with connection(60) as (_, end):
        await asyncio.sleep(330)
        begin, *later = end.pings
        assert [round(at - begin, -1) for at in later] == [60, 120, 180, 240]


@accelerated
async def test_an_interval_of_0_sends_none() -> None:
    async with connection(0) as (_, end):
        await asyncio.sleep(600)
        assert end.pings == []


@accelerated
async def test_a_connection_whose_other_end_is_gone_unnoticed_is_closed() -> None:
    async with connection(60) as (transport, end):
        begin = asyncio.get_running_loop().time()
        end.transport.pause_reading()  # what is sent arrives nowhere, and no goodbye comes
        with pytest.raises(ConnectionClosed, match="ping timeout"):
            await transport.receive()
        assert asyncio.get_running_loop().time() - begin == pytest.approx(80, abs=10)
        end.transport.abort()


@accelerated
async def test_another_interval_counts_at_once() -> None:
    async with connection(ping_interval=0) as (transport, end):
        transport.ping_every(20)
        await asyncio.sleep(70)
        assert len(end.pings) == 3
        transport.ping_every(0)
        await asyncio.sleep(70)
        assert len(end.pings) == 3


@accelerated
async def test_the_system_finds_out_that_the_other_end_is_gone() -> None:
    async with connection(ping_interval=0) as (transport, _):
        assert isinstance(transport, WebSocketTransport)
        connected = transport._connection.transport.get_extra_info("socket")
        assert connected.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
