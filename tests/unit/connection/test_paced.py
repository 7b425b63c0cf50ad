"""However much arrives at once, it is taken a little at a time, and nothing of it is lost."""

import asyncio
from unittest import mock

import pytest
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as plain_serve
from websockets.client import ClientProtocol
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.paced import PORTION, PacedClientConnection
from pilotwire.connection.server import serve
from pilotwire.errors import ConnectionClosed
from pilotwire.rpc import Transport
from tests.unit.connection.sockets import CONNECTOR, on_sockets

PING, PONG, TEXT = 0x89, 0x8A, 0x81


@pytest.fixture
def portions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The bytes that the library is given at a time."""
    seen: list[int] = []
    given = Connection.data_received

    def note(self: Connection, data: bytes) -> None:
        seen.append(len(data))
        given(self, data)

    monkeypatch.setattr(Connection, "data_received", note)
    return seen


def frame(head: int, text: str = "") -> bytes:
    """A small frame as a station sends it, with a mask of zeros."""
    return bytes([head, 0x80 | len(text), 0, 0, 0, 0]) + text.encode()


async def flood(port: int, frames: bytes) -> None:
    """A station that says all this at once, and is gone."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"GET /CP1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n"
    )
    await reader.readuntil(b"\r\n\r\n")
    writer.write(frames)
    drain = asyncio.ensure_future(reader.read(2**20))
    await writer.drain()
    writer.write_eof()
    await drain
    writer.close()


@on_sockets
@pytest.mark.parametrize("head", [PING, PONG, TEXT])
async def test_a_csms_takes_a_flood_in_portions_and_all_of_it(
    head: int, portions: list[int]
) -> None:
    heard: list[str] = []
    over = asyncio.Event()

    async def listen(_: str, transport: Transport) -> None:
        try:
            while True:
                heard.append(await transport.receive())
        except ConnectionClosed:
            over.set()

    async with serve(listen) as csms:
        few = [frame(TEXT, "first"), *[frame(head, "x")] * 5000, frame(TEXT, "last")]
        await flood(csms.port, b"".join(few))
        await over.wait()
    assert max(portions) <= PORTION
    assert len(heard) == (5002 if head == TEXT else 2)
    assert (heard[0], heard[-1]) == ("first", "last")


@on_sockets
async def test_a_station_takes_a_flood_in_portions_and_others_get_their_turn(
    portions: list[int],
) -> None:
    async def shower(connection: ServerConnection) -> None:
        connection.transport.write(bytes([PONG, 0]) * 50_000 + bytes([TEXT, 4]) + b"last")
        await connection.wait_closed()

    async with plain_serve(shower, "127.0.0.1", subprotocols=[Subprotocol("ocpp1.6")]) as server:
        port = server.sockets[0].getsockname()[1]
        where = Endpoint(f"ws://127.0.0.1:{port}", "CP1", (OcppVersion.V1_6,))
        transport = await CONNECTOR.connect(where)
        last = asyncio.ensure_future(transport.receive())
        turns = 0
        while not last.done():
            await asyncio.sleep(0)
            turns += 1
        assert await last == "last"
        await transport.close()
    assert max(portions) <= PORTION
    assert turns >= 100_000 // PORTION


@on_sockets
async def test_long_messages_are_whole() -> None:
    async def echo(_: str, transport: Transport) -> None:
        while True:
            await transport.send(await transport.receive())

    async with serve(echo) as csms:
        where = Endpoint(f"ws://127.0.0.1:{csms.port}", "CP1", (OcppVersion.V1_6,))
        transport = await CONNECTOR.connect(where)
        for size in (PORTION - 8, PORTION, PORTION + 1, 100_000, 1_000_000):
            text = "".join(chr(32 + each % 90) for each in range(size))
            await transport.send(text)
            assert await transport.receive() == text
        await transport.close()


@on_sockets
async def test_what_is_left_for_the_next_turn_is_all_that_it_takes(portions: list[int]) -> None:
    connection = PacedClientConnection(ClientProtocol(parse_uri("ws://csms/CP1")))
    transport = mock.Mock(spec=asyncio.Transport)
    connection.connection_made(transport)

    connection.data_received(bytes(PORTION + 100))
    await asyncio.sleep(0)
    connection.data_received(bytes(PORTION))
    assert portions == [PORTION, 100]
    transport.pause_reading.assert_not_called()

    await asyncio.sleep(0)
    connection.data_received(bytes(PORTION + 1))
    assert portions == [PORTION, 100, PORTION]
    transport.pause_reading.assert_called_once()
