"""A WebSocket as a `Transport`, whichever end it is."""

import logging
from typing import Final

from websockets.asyncio.connection import Connection
from websockets.exceptions import ConnectionClosed as WebSocketClosed

from pilotwire.errors import ConnectionClosed

__all__ = ["WIRE_LOG", "WebSocketTransport"]

_UNSUPPORTED_DATA: Final = 1003


def _wire_log() -> logging.Logger:
    # The library logs the opening handshake at debug level, passwords and all. The filter holds
    # even where an application sets all levels to debug; frames are for the peer's tap.
    log = logging.getLogger(__name__)
    log.setLevel(logging.INFO)
    log.addFilter(lambda record: record.levelno > logging.DEBUG)
    return log


WIRE_LOG: Final = _wire_log()
"""The logger for the WebSocket library; it never lets a handshake through."""


class WebSocketTransport:
    """An open WebSocket. OCPP-J messages are text; a binary one ends the connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def subprotocol(self) -> str:
        """The accepted subprotocol."""
        return self._connection.subprotocol or ""

    async def send(self, text: str) -> None:
        """See `Transport.send`."""
        try:
            await self._connection.send(text)
        except WebSocketClosed as closed:
            raise _closed(closed) from None

    async def receive(self) -> str:
        """See `Transport.receive`."""
        try:
            data = await self._connection.recv()
        except WebSocketClosed as closed:
            raise _closed(closed) from None
        if isinstance(data, str):
            return data
        reason = "OCPP-J messages are text"
        await self._connection.close(_UNSUPPORTED_DATA, reason)
        raise ConnectionClosed(_UNSUPPORTED_DATA, reason)

    def ping_every(self, seconds: float) -> None:
        """See `Transport.ping_every`."""
        connection = self._connection
        if connection.keepalive_task is not None:
            connection.keepalive_task.cancel()
            connection.keepalive_task = None
        connection.ping_interval = seconds or None
        connection.start_keepalive()

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """See `Transport.close`. Waits for the other end, but not for long."""
        await self._connection.close(code, reason)

    def abort(self) -> None:
        """End the connection at once, without a word, as a network does that is gone."""
        self._connection.transport.abort()


def _closed(closed: WebSocketClosed) -> ConnectionClosed:
    frame = closed.rcvd if closed.rcvd_then_sent or closed.sent is None else closed.sent
    if frame is None:
        return ConnectionClosed()
    return ConnectionClosed(frame.code, frame.reason)
