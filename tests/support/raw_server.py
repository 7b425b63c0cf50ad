"""A server that says whatever a test has it say: bytes, and nothing of a protocol."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

__all__ = ["Raw", "raw", "response"]


@dataclass
class Raw:
    """What was said to it.

    Attributes:
        port: Where it listens, on loopback.
        heard: The head of each request.
        bodies: What came after it, as far as it was announced.
    """

    port: int = 0
    heard: list[str] = field(default_factory=list[str])
    bodies: list[bytes] = field(default_factory=list[bytes])

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/"


Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def raw(*answers: Answer) -> AsyncGenerator[Raw]:
    """One that gives these answers to requests of HTTP, the last one for ever, and hangs up after
    each.
    """
    left = list(answers)
    made = Raw()
    connections: set[asyncio.Task[object]] = set()
    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        writers.append(writer)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            made.heard.append(head)
            answer = left[0] if len(left) == 1 else left.pop(0)
            length = next(
                (int(line[15:]) for line in head.splitlines() if line.startswith("Content-Length")),
                0,
            )
            made.bodies.append(await reader.readexactly(length))
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # whoever asked has gone
        finally:
            writer.close()
            connections.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0)


def response(status: str, body: bytes = b"", length: int | None = None, **headers: str) -> bytes:
    """An answer; the underscores of headers are hyphens. A length of -1 is not told."""
    told = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", *(f"{n.replace('_', '-')}: {v}" for n, v in headers.items())]
    if told >= 0:
        lines.append(f"Content-Length: {told}")
    lines.append("Connection: close")
    return "\r\n".join([*lines, "", ""]).encode() + body
