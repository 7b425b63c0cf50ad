"""Serving an application beside the simulator: in a thread of its own, whose event loop has the
time of the clock on the wall, however fast the simulated one passes.
"""

import asyncio
import socket
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

__all__ = ["listening", "serving"]

_PATIENCE = 5.0
"""Seconds that requests under way get at the end."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one.

    Raises:
        OSError: it can't.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


@asynccontextmanager
async def serving(app: FastAPI, listener: socket.socket) -> AsyncGenerator[None, None]:
    """Serve an application as long as the context lasts, and close the socket then."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            ws="websockets-sansio",
            timeout_graceful_shutdown=int(_PATIENCE),
            server_header=False,
        )
    )
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def serve() -> None:
        try:
            asyncio.run(server.serve(sockets=[listener]))
        finally:
            loop.call_soon_threadsafe(ended.set)

    thread = threading.Thread(target=serve, name="simulator http", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        await ended.wait()
        thread.join()
        listener.close()
