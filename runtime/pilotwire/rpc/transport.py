"""What the RPC layer needs of a connection: to send and receive whole texts."""

from typing import Protocol

__all__ = ["Transport"]


class Transport(Protocol):
    """An open connection that carries texts in order, such as a WebSocket."""

    @property
    def subprotocol(self) -> str:
        """The accepted WebSocket subprotocol, for example "ocpp2.0.1"."""
        ...

    async def send(self, text: str) -> None:
        """Hand one message to the network. Several tasks may call this at a time.

        Raises:
            ConnectionClosed: The connection is closed; `receive` will soon raise it, too.
        """
        ...

    async def receive(self) -> str:
        """Wait for the next message. Cancelling the wait loses no message.

        Raises:
            ConnectionClosed: The connection is closed and everything received has been read.
        """
        ...

    def ping_every(self, seconds: float) -> None:
        """Send the other end a ping so often from now on, and take it for gone if no pong comes; 0
        is never.
        """
        ...

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection; does nothing if it is closed.

        Args:
            code: The WebSocket close code (RFC 6455, 7.4); 1000 is a normal end.
            reason: At most 123 bytes of UTF-8 for the peer's log.
        """
        ...
