"""WebSockets of which no peer can make the event loop wait.

What arrives at once is up to a quarter of a megabyte, which can be ten thousands of frames, and the
library would take them all before anything else gets its turn. Here it is given a little at a time,
and nothing more of the network is read meanwhile. So pings and pongs, which the library takes
without bound, are as slow as messages.
"""

import asyncio
from typing import TYPE_CHECKING, Any, Final

from websockets.asyncio.client import ClientConnection
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection
from websockets.protocol import State

__all__ = ["PacedClientConnection", "PacedServerConnection"]

_NOTHING: Final = memoryview(b"")
PORTION: Final = 512
"""Bytes that are taken in one turn of the event loop: some hundred small frames, a millisecond."""

if TYPE_CHECKING:
    _Base = Connection
else:
    _Base = object


class _Paced(_Base):
    """Takes what arrives in portions, a turn of the event loop each.

    The network is read while nothing of what arrived is left and the library wants more. What had
    arrived when the connection was lost is taken before the library hears of that.
    """

    # Not in the object's dictionary: with these it would have too many to share its keys.
    __slots__ = ("_arrived", "_due", "_ended", "_full", "_lost")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._arrived = _NOTHING
        self._full = False
        """Whether the library has as many messages as it wants."""
        self._due = False
        """Whether the next portion is for the next turn to take, if there is one."""
        self._ended = False
        self._lost: tuple[Exception | None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.recv_messages.pause = self._pause
        self.recv_messages.resume = self._resume

    def data_received(self, data: bytes) -> None:
        if self._arrived or self._due:
            self._arrived = memoryview(self._arrived.tobytes() + data)
        elif len(data) > PORTION:
            self._arrived = memoryview(data)
            self._take()
        else:
            super().data_received(data)
        # To stop for what the next turn takes anyway would cost two calls of the system for each
        # message of more than a portion: a twentieth of a round trip.
        if len(self._arrived) > PORTION:
            self.transport.pause_reading()

    def eof_received(self) -> None:
        self._ended = True
        if not self._arrived:
            super().eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        self._lost = (exc,)
        if self._arrived:
            self._take_soon()
        else:
            super().connection_lost(exc)

    async def send(self, message: Any, *, text: bool | None = None) -> None:
        # The library makes a context of each message, to see to a connection that breaks or closes
        # meanwhile. Where there is nothing to see to, that is most of what it costs to send.
        plain = isinstance(message, str) and message.isascii() and text is None
        if not plain or self.protocol.state is not State.OPEN or self.transport.is_closing():
            await super().send(message, text=text)
            return
        self.protocol.send_text(message.encode())
        self.send_data()
        if self.paused:
            async with self.send_context():
                pass  # it waits until the network has taken enough

    def send_data(self) -> None:
        if self._lost is None:
            super().send_data()
        else:
            self.protocol.data_to_send()  # to nobody

    def _pause(self) -> None:
        self._full = True
        self.transport.pause_reading()

    def _resume(self) -> None:
        self._full = False
        if self._arrived:
            self._take_soon()
        else:
            self.transport.resume_reading()

    def _take_soon(self) -> None:
        if not self._due:
            self._due = True
            self.loop.call_soon(self._take)

    def _take(self) -> None:
        """Take a portion of what arrived, and see to the rest."""
        self._due = False
        if not self._arrived or (self._full and self._lost is None):
            return
        portion, self._arrived = self._arrived[:PORTION], self._arrived[PORTION:]
        super().data_received(portion.tobytes())
        self._take_soon()
        if self._arrived:
            return
        self._arrived = _NOTHING  # an empty view would keep all of what arrived
        if self._ended:
            super().eof_received()
        if self._lost is not None:
            super().connection_lost(*self._lost)
        elif not self._full:
            self.transport.resume_reading()


class PacedClientConnection(_Paced, ClientConnection):
    """The station's end."""


class PacedServerConnection(_Paced, ServerConnection):
    """The CSMS's end."""
