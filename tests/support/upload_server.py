"""A small HTTP server on loopback that takes what is put there."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import h11

__all__ = ["UploadServer", "upload_server"]


class UploadServer:
    """Attributes:
    url: Of its folder, with a slash at its end.
    files: What was put there, by name.
    """

    def __init__(self) -> None:
        self.url = ""
        self.files: dict[str, bytes] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection with one request."""
        connection, name, content = h11.Connection(h11.SERVER), "", b""
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(await reader.read(65536))
            elif isinstance(event, h11.Request):
                assert event.method == b"PUT"
                name = event.target.decode().rpartition("/")[2]
            elif isinstance(event, h11.Data):
                content += bytes(event.data)
            else:
                break
        self.files[name] = content
        headers = [("Content-Length", "0"), ("Connection", "close")]
        writer.write(connection.send(h11.Response(status_code=201, headers=headers)) or b"")
        writer.write(connection.send(h11.EndOfMessage()) or b"")
        await writer.drain()
        writer.close()


@asynccontextmanager
async def upload_server() -> AsyncGenerator[UploadServer]:
    """One, as long as the context lasts."""
    uploads = UploadServer()
    server = await asyncio.start_server(uploads.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    uploads.url = f"http://{host}:{port}/logs/"
    async with server:
        yield uploads
